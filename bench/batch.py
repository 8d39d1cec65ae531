"""Cost of a batch: workers against the bare flow, two workers against one, memory of a worker over the articles.

Usage: python bench/batch.py ARTICLES.jsonl[.xz|.gz] [--articles 20000] [--few 1000] [--jobs 2] [--rounds 4]

The articles are repeated with other ids until there are enough. Each run is a process of its own; CPU seconds are those
of all its processes, memory is the peak of the largest one, a worker. On a busy machine only CPU seconds can be
compared; the run in two workers then shows no speed-up. "flow" is the flow alone, nothing written, in one process. It
runs side by side with one worker, in rounds that begin with either, each on its part of the number of articles:
machines change their pace by more than what a worker adds. The last lines hold three of the figures against what they
should be at most.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import olgu
from olgu.article import Article
from olgu.flow import process
from olgu.read.files import articles
from olgu.run.worker import Zones


def repeated(path: str) -> Iterator[Article]:
    """Yield the articles of `path` again and again, each time with other ids."""
    for turn in count():
        for found in articles([path]):
            if isinstance(found, Article):
                yield replace(found, id=f"{found.id}.{turn}")


def write_input(source: str, path: Path, number: int) -> int:
    """Write `number` articles as JSON Lines; return their words."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for article in islice(repeated(source), number):
            words += len(article.text.split())
            record = {"id": article.id, "text": article.text, "title": article.title, "date": article.date}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return words


def flow_alone(path: str) -> None:
    """Take all articles through the flow and drop what comes out."""
    zones = Zones(olgu.load())
    for found in articles([path]):
        if isinstance(found, Article):
            process(found, zones.enter())


class Run:
    """A process of this file or of olgu, started when it is made."""

    def __init__(self, *arguments: object) -> None:
        environment = {**os.environ, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")}
        watch = (
            "import json, resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
            "u = resource.getrusage(resource.RUSAGE_CHILDREN); "
            "print(json.dumps([u.ru_utime + u.ru_stime, u.ru_maxrss]))"
        )
        self._began = time.perf_counter()
        command = [sys.executable, "-c", watch, sys.executable, *map(str, arguments)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)

    def measured(self) -> tuple[float, float, float]:
        """Wait for its end; return wall and CPU seconds, and the peak of its largest process in MiB."""
        printed = self._process.communicate()[0]
        if self._process.returncode:
            raise SystemExit("a run failed; see above")
        cpu, peak = json.loads(printed)
        return time.perf_counter() - self._began, cpu, peak / 1024


def overhead(folder: Path, options: argparse.Namespace, extract: list[object]) -> float:
    """Return the CPU time of one worker over that of the flow alone, both on the same articles at the same time."""
    flow, worker = 0.0, 0.0
    for turn in range(options.rounds):
        part = Path(folder, f"part{turn}.jsonl")
        write_input(options.source, part, options.articles // options.rounds)
        runs = [
            ("flow", [__file__, "--flow-alone", part]),
            ("worker", [*extract, part, "-o", Path(folder, f"side{turn}"), "-j", 1]),
        ]
        started = {name: Run(*arguments) for name, arguments in (runs if turn % 2 else runs[::-1])}
        spent = {name: run.measured()[1] for name, run in started.items()}
        print(f"side by side: flow {spent['flow']:8.1f} s CPU, 1 worker {spent['worker']:8.1f} s CPU", flush=True)
        flow, worker = flow + spent["flow"], worker + spent["worker"]
    return worker / flow


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=4, help="of the flow beside one worker")
    parser.add_argument("--flow-alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.flow_alone:
        flow_alone(options.source)
        return
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder, "many.jsonl"), Path(folder, "few.jsonl")
        words = write_input(options.source, many, options.articles)
        write_input(options.source, few, options.few)
        print(f"{options.articles} articles, {words} words; load average {os.getloadavg()[0]:.1f}")
        extract = ["-m", "olgu", "extract", "-q", "--keep-duplicates", "--max-failures", options.articles]
        ratio = overhead(Path(folder), options, extract)
        runs = {
            "1 worker": [*extract, many, "-o", Path(folder, "1"), "-j", 1],
            f"{options.jobs} workers": [*extract, many, "-o", Path(folder, "2"), "-j", options.jobs],
            f"1 worker, {options.few} articles": [*extract, few, "-o", Path(folder, "few"), "-j", 1],
        }
        results = {}
        for name, arguments in runs.items():
            results[name] = wall, cpu, peak = Run(*arguments).measured()
            print(f"{name:28}{wall:8.1f} s wall{cpu:8.1f} s CPU{peak:8.0f} MiB", flush=True)
    one, several, short = results.values()
    print(f"wall time of {options.jobs} workers / of one: {several[0] / one[0]:.3f} (of two: 0.58 at most)")
    print(f"CPU time of one worker / of the flow alone: {ratio:.3f} (1.05 at most)")
    print(f"peak of a worker, {options.articles} articles / {options.few}: {one[2] / short[2]:.3f} (1.10 at most)")


if __name__ == "__main__":
    main()
