"""Words a second and memory of the backends on the same articles, each in a process of its own, in turns.

Usage: python bench/backends.py ARTICLES.jsonl[.xz|.gz] [--articles 500] [--rounds 2] [--backends olgu stanza both]

Time is that of the whole flow without loading, on one thread; CPU seconds can be compared on a busy machine too. Memory
is the peak of the process, models and libraries included.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import olgu
from olgu.article import Article
from olgu.flow import process
from olgu.read.files import articles
from olgu.run.worker import Zones


def measure(path: str, number: int, model: str) -> dict[str, float]:
    """Take articles through the flow in this process; return words, seconds and MiB."""
    read = [found for found in islice(articles([path]), number) if isinstance(found, Article)]
    zones = Zones(olgu.load(model))
    process(read[0], zones.enter())
    wall, cpu = time.perf_counter(), time.process_time()
    facts = sum(len(process(article, zones.enter()).facts) for article in read)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    words = sum(len(article.text.split()) for article in read)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words, "facts": facts, "seconds": wall, "cpu": cpu, "MiB": memory}


def main() -> None:
    """Measure the backends in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--backends", nargs="+", default=["accurate", "stanza", "both"])
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(str(options.path), options.articles, options.one)))
        return
    for _ in range(options.rounds):
        for name in options.backends:
            command = [sys.executable, __file__, str(options.path), "--articles", str(options.articles), "--one", name]
            done = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            rate, busy = done["words"] / done["seconds"], done["words"] / done["cpu"]
            print(
                f"{name:10} {done['words']} words {done['facts']} facts  {rate:7.0f} words/s  "
                f"{busy:7.0f} words/CPU-s  {done['MiB']:6.0f} MiB", flush=True,
            )  # fmt: skip


if __name__ == "__main__":
    main()
