"""Whether the cost of an article stays flat over a run, and grows with its length and no faster.

Usage: python bench/flatness.py [ARTICLES.jsonl[.xz|.gz]] [--articles 100000] [--words 1000000]
       [--trend bench/trend.csv] [--plot docs/flatness.svg]

Without a file, articles are made of sentences of the project's own corpus, shuffled by a seed. Costs are CPU time of
this process, as a worker's: articles one after another with the store of words cleared in between. On a busy machine
every figure rises; ratios within a run hold, and so does the one to spaCy's blank Turkish pipeline over the same texts.
`--trend` appends the figures as one row to a CSV file, `--plot` draws them (with matplotlib). Ends with 1 where one
is above `--most`. A hundred thousand articles of 200 words are 20 million words: about half an hour with the rules.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import spacy

import olgu
from olgu.article import Article
from olgu.flow import process
from olgu.read.files import articles
from olgu.run.worker import Zones

CHECKOUT = Path(__file__).resolve().parents[1]
LENGTH = 200
"""Words of an article that is made."""
ENOUGH = 20_000
"""Words that a measurement of one length has at least: short articles are measured several times, each another one."""
_LABELS = {"flat": "articles of a run: CPU ms an article", "linear": "words of an article: CPU µs a word"}
COLUMNS = (
    "date", "commit", "olgu", "python", "machine", "model",
    "ms_article_1e2", "ms_article_1e3", "ms_article_1e4", "ms_article_1e5", "flat",
    "us_word_1e2", "us_word_1e3", "us_word_1e4", "us_word_1e5", "us_word_1e6", "linear",
    "to_blank_spacy", "words_s", "peak_mib",
)  # fmt: skip


def sentences() -> list[str]:
    """Return the sentences of the project's own articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CHECKOUT / "corpus" / "articles").rglob("*.txt"))]
    return [each for text in texts for each in re.split(r"(?<=[.!?])\s+", text) if len(each.split()) > 3]


def made(words: int, chance: random.Random, pool: list[str]) -> str:
    """Return a text of about so many words, a paragraph every few sentences."""
    parts, count = list[str](), 0
    while count < words:
        sentence = chance.choice(pool)
        parts.append(sentence + ("\n\n" if chance.random() < 0.2 else " "))
        count += len(sentence.split())
    return "".join(parts).strip()


def stream(path: Path | None, chance: random.Random, pool: list[str]) -> Iterator[str]:
    """Yield texts of articles: those of the file again and again, else ones that are made."""
    while path is not None:
        yield from (each.text for each in articles([path]) if isinstance(each, Article))
    while True:
        yield made(LENGTH, chance, pool)


def over_articles(texts: Iterator[str], number: int, zones: Zones) -> dict[int, float]:
    """Return CPU milliseconds an article over the first 10², 10³ … articles of a run."""
    spent, costs = 0.0, dict[int, float]()
    for count, text in enumerate(islice(texts, number), 1):
        began = time.process_time()
        process(Article(f"a{count}", text, date="2025-06-01"), zones.enter())
        spent += time.process_time() - began
        if count in (100, 1000, 10_000, 100_000):
            costs[count] = spent / count * 1000
    return costs


def over_lengths(most: int, chance: random.Random, pool: list[str], zones: Zones) -> dict[int, float]:
    """Return CPU microseconds a word for articles of 10², 10³ … words."""
    costs, length = dict[int, float](), 100
    while length <= most:
        texts = [made(length, chance, pool) for _ in range(max(1, ENOUGH // length))]
        words = sum(len(text.split()) for text in texts)
        began = time.process_time()
        for text in texts:
            process(Article("a", text, date="2025-06-01"), zones.enter())
        costs[length] = (time.process_time() - began) / words * 1e6
        length *= 10
    return costs


def to_blank(texts: list[str], zones: Zones) -> tuple[float, float]:
    """Return words a CPU second of the flow, and its time as a multiple of spaCy's blank Turkish pipeline's."""
    blank = spacy.blank("tr")
    blank.add_pipe("sentencizer")
    marks = [time.process_time()]
    for each in texts:
        process(Article("a", each, date="2025-06-01"), zones.enter())
    marks.append(time.process_time())
    for each in texts:
        blank(each)
    marks.append(time.process_time())
    flow, bare = marks[1] - marks[0], marks[2] - marks[1]
    return sum(len(each.split()) for each in texts) / flow, flow / bare


def append(path: Path, row: dict[str, str]) -> None:
    """Put a row at the end of the trend; the columns of a file that is there must be those of today."""
    new = not path.exists()
    if not new:
        with path.open(encoding="utf-8", newline="") as file:
            if tuple(next(csv.reader(file))) != COLUMNS:
                raise SystemExit(f"{path}: other columns; start another file")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(row)


def machine() -> str:
    """Return the model of the processor (Linux)."""
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1] if found else ""


def origin(model: str) -> dict[str, str]:
    """Return when and by what the figures are made."""
    command = ["git", "-C", str(CHECKOUT), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    today = datetime.now(UTC).date().isoformat()
    python = ".".join(map(str, sys.version_info[:3]))
    return {
        "date": today, "commit": commit, "olgu": olgu.__version__, "python": python, "machine": machine(),
        "model": model,
    }  # fmt: skip


def parse() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="articles for the run over many")
    parser.add_argument("--articles", type=int, default=10_000, help="at most 100,000")
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--model", default="rules", help="rules, fast, accurate, or a folder with a model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=1.25, help="highest ratio of any size to the smallest")
    parser.add_argument("--trend", type=Path, help="append the figures to this file")
    parser.add_argument("--plot", type=Path, help="draw the figures as SVG")
    return parser.parse_args()


def draw(path: Path, panels: dict[str, dict[int, float]], model: str) -> None:
    """Draw each row of costs over its sizes, from zero."""
    import matplotlib as mpl  # noqa: PLC0415 - optional

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "olgu"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(1, len(panels), figsize=(4.2 * len(panels), 3), layout="constrained")
    for axis, (label, costs) in zip(axes, panels.items(), strict=True):
        axis.plot(list(costs), list(costs.values()), marker="o", color="#1f5f8b")
        axis.set_xscale("log")
        axis.set_ylim(0, 1.5 * max(costs.values()))
        axis.set(xlabel=label.partition(": ")[0], ylabel=label.partition(": ")[2], title=f"model: {model}")
        axis.grid(visible=True, alpha=0.3)
    figure.savefig(path, metadata={"Date": None})


def main() -> int:
    """Measure, print, and note."""
    options = parse()
    chance, pool = random.Random(options.seed), sentences()
    zones = Zones(olgu.load(options.model))
    for _ in range(50):  # what is loaded and compiled once is no article's cost
        process(Article("a", made(LENGTH, chance, pool), date="2025-06-01"), zones.enter())
    row = origin(options.model)
    speed, ratio = to_blank([made(LENGTH, chance, pool) for _ in range(100)], zones)
    row |= {"words_s": f"{speed:.0f}", "to_blank_spacy": f"{ratio:.2f}"}
    print(f"{speed:,.0f} words a CPU second, {ratio:.2f} times the time of spaCy's blank pipeline", flush=True)
    ratios, panels = [], dict[str, dict[int, float]]()
    for name, unit, costs in (
        ("flat", "ms_article", over_articles(stream(options.file, chance, pool), options.articles, zones)),
        ("linear", "us_word", over_lengths(options.words, chance, pool, zones)),
    ):
        for size, cost in costs.items():
            row[f"{unit}_1e{len(str(size)) - 1}"] = f"{cost:.2f}"
            print(f"{size:10,} {'articles' if name == 'flat' else 'words   '} {cost:8.2f} {unit}", flush=True)
        if costs:
            panels[_LABELS[name]] = costs
            first = next(iter(costs.values()))
            ratios.append(max(cost / first for cost in costs.values()))
            row[name] = f"{ratios[-1]:.2f}"
            print(f"{name}: at most {ratios[-1]:.2f} times the cost at 100", flush=True)
    zones.close()
    row["peak_mib"] = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"
    if options.plot:
        draw(options.plot, panels, options.model)
    if options.trend:
        append(options.trend, row)
    return any(ratio > options.most for ratio in ratios)


if __name__ == "__main__":
    sys.exit(main())
