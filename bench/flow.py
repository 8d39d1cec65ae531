"""Speed of the whole flow and of its stages, on one core.

Usage: python bench/flow.py ARTICLES.jsonl[.xz|.gz] [--articles 2000] [--repeat 3] [--model rules]

Prints words a CPU-second for the flow and for spaCy's blank Turkish pipeline (tokenizer and sentencizer) in the same
run, their ratio, the share of every stage, and the resident memory after each tenth of the articles. CPU time is that
of this process; a busy machine still slows it, so the ratio is the figure to quote.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy

import olgu
from olgu.analyse.apostrophes import mended
from olgu.analyse.words import sentences
from olgu.flow import calendar_day, process
from olgu.read.files import articles
from olgu.recognise import names, quantities, speech, times
from olgu.relate import identity
from olgu.relate.facts import Findings, relate
from olgu.run.worker import Zones


def resident_mib() -> float:
    """Return the resident memory of this process in MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def stages(texts: list[olgu.Article], model: str) -> dict[str, float]:
    """Return the CPU seconds of every stage over `texts`."""
    spent: dict[str, float] = defaultdict(float)
    nlp = olgu.load(model)

    def timed(name: str, function: Callable[..., Any], *args: Any) -> Any:
        began = time.process_time()
        result = function(*args)
        spent[name] += time.process_time() - began
        return result

    for article in texts:
        shadow = timed("repair", mended, article.text)
        doc = timed("tokens and sentences", nlp, shadow.text)
        view = timed("words", sentences, doc)
        when = timed("times", times.find, shadow.text, calendar_day(article.date))
        found = timed("quantities", quantities.find, shadow.text, when)
        mentions, entities = timed("identity", identity.resolve, shadow.text, timed("names", names.find, doc))
        turns = timed("speech", speech.find, doc, mentions)
        timed("relations", relate, shadow.text, view, Findings(found, when, mentions, entities, turns))
    return dict(spent)


def run(texts: list[olgu.Article], model: str) -> tuple[float, int, list[float]]:
    """Return CPU seconds, facts and the memory after each tenth, for the flow over `texts` as a batch runs it."""
    zones = Zones(olgu.load(model))
    facts, memory = 0, []
    began = time.process_time()
    step = max(len(texts) // 10, 1)
    for first in range(0, len(texts), step):
        facts += sum(len(process(article, zones.enter()).facts) for article in texts[first : first + step])
        memory.append(resident_mib())
    zones.close()
    return time.process_time() - began, facts, memory


def blank(texts: list[olgu.Article]) -> float:
    """Return the CPU seconds of spaCy's blank Turkish pipeline with its sentencizer."""
    nlp = spacy.blank("tr")
    nlp.add_pipe("sentencizer")
    began = time.process_time()
    for article in texts:
        nlp(article.text)
    return time.process_time() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="number", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--model", default="rules", help="rules, fast, accurate, or a folder with a model")
    args = parser.parse_args()
    texts = []
    for article in articles([args.articles]):
        if isinstance(article, olgu.Article):
            texts.append(article)
        if len(texts) == args.number:
            break
    words = sum(len(article.text.split()) for article in texts)
    began = time.process_time()
    olgu.extract("Enflasyon yüzde 5,2 arttı.", model=args.model)
    print(f"{len(texts)} articles, {words} words; first fact after {time.process_time() - began:.2f} CPU s of loading")
    pairs = []
    for _ in range(args.repeat):
        spent, facts, memory = run(texts, args.model)
        bare = blank(texts)
        pairs.append(spent / bare)
        print(f"flow {words / spent:9,.0f} words/s, {facts} facts; blank spaCy {words / bare:9,.0f} words/s; ", end="")
        print(f"ratio {spent / bare:.2f}")
        print("resident MiB after each tenth: " + " ".join(f"{mib:.0f}" for mib in memory))
    print(f"median ratio flow / blank spaCy: {statistics.median(pairs):.2f}")
    spent_by = stages(texts, args.model)
    total = sum(spent_by.values())
    for name, seconds in sorted(spent_by.items(), key=lambda item: -item[1]):
        print(f"  {name:22}{seconds / total:6.1%}  {seconds / words * 1e6:6.2f} µs/word")


if __name__ == "__main__":
    main()
