"""Speed of the recognisers of quantities and times on raw text, beside Duckling and dateparser, on one core.

Usage: python bench/recognisers.py ARTICLES.jsonl[.xz|.gz] [--articles 300] [--repeat 3] [--peers 30]

Prints megabytes (UTF-8) a CPU-second for `olgu.find_quantities`, `olgu.find_times` and both in one reading, for
Duckling (numerals, money, measures and times of Turkish) and for `dateparser.search` in the same run, and their
ratios. The peers are slow, so they read only the first `--peers` articles; olgu's figure for the ratio is that of the
same articles. A peer that is not installed is named and left out:
`pip install pyduckling-native-phihos dateparser`. CPU time is that of this process; a busy machine still slows it, so
the ratios, and that to a plain search for digits, are the figures to quote. `--lengths` also shows that the time for
one line without a blank grows with its length.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from peers_duckling import duckling

import olgu
from olgu.read.files import articles

_DIGITS = re.compile(r"\d+")
_DAY = "2024-06-12"
_LINES = ("a", "7", "yüz", "ocak", "1/", "'", "bin")


def megabytes(texts: Sequence[str]) -> float:
    """Return the size of `texts` in millions of bytes of UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def speed(read: Callable[[str], Any], texts: Sequence[str], repeat: int) -> float:
    """Return the best of `repeat` speeds in megabytes a CPU-second."""
    best = float("inf")
    for _ in range(repeat):
        began = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - began)
    return megabytes(texts) / best


def dateparser() -> Callable[[str], Any]:
    """Return dateparser's search for Turkish dates; raises `ImportError` without it."""
    from dateparser.search import search_dates  # noqa: PLC0415 - optional

    return lambda text: search_dates(text, languages=["tr"])


_PEERS: tuple[tuple[str, Callable[[], Callable[[str], Any]]], ...] = (
    ("Duckling", duckling),
    ("dateparser", dateparser),
)


def ours(texts: Sequence[str], repeat: int) -> None:
    """Print olgu's speeds and their ratio to a search for digits."""
    digits = speed(_DIGITS.findall, texts, repeat)
    print(f"digits only (re.findall)   {digits:8.2f} MB/s")
    for name, read in (
        ("find_times", lambda text: olgu.find_times(text, _DAY)),
        ("find_quantities", olgu.find_quantities),
        ("find_all", lambda text: olgu.find_all(text, _DAY)),
    ):
        reached = speed(read, texts, repeat)
        print(f"olgu.{name:<21} {reached:8.2f} MB/s   1/{digits / reached:.0f} of digits only")


def peers(texts: Sequence[str], repeat: int) -> None:
    """Print the speed of every peer that is installed, and how many times as fast olgu is on the same texts."""
    for name, make in _PEERS if texts else ():
        try:
            read = make()
        except ImportError as error:
            print(f"{name}: not installed ({error})")
            continue
        reached, own = speed(read, texts, 1), speed(lambda text: olgu.find_all(text, _DAY), texts, repeat)
        print(f"{name:<26} {reached:8.4f} MB/s   olgu.find_all {own:.2f} MB/s on the same: {own / reached:.0f} times")


def lengths(repeat: int) -> None:
    """Print how the time for one line without a blank grows from 1.25 to 10 million characters: 8 would be linear."""
    for unit in _LINES:
        spent = []
        for size in (1_250_000, 10_000_000):
            line = (unit * (size // len(unit) + 1))[:size]
            spent.append(megabytes([line]) / speed(lambda text: olgu.find_all(text, _DAY), [line], repeat))
        print(f"{unit!r:<10} {spent[0]:7.2f} s  {spent[1]:7.2f} s   {spent[1] / spent[0]:.1f} times")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--articles", dest="count", type=int, default=300)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peers", type=int, default=30)
    parser.add_argument("--lengths", action="store_true")
    options = parser.parse_args()
    read = (item.text for item in articles([options.articles]) if isinstance(item, olgu.Article))
    texts = list(islice(read, options.count))
    print(f"{len(texts)} articles, {megabytes(texts):.2f} MB")
    ours(texts, options.repeat)
    peers(texts[: options.peers], options.repeat)
    if options.lengths:
        lengths(1)


if __name__ == "__main__":
    main()
