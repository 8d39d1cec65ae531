"""Make `analyse/spellings.tsv` and `analyse/spelling_pairs.tsv`: how raw news writes its words.

Usage: python -m models.train.spellings NEWS.jsonl.xz [--out FOLDER]

A form is told of by its frequency and by its case where nothing asks for a capital, that is inside a sentence: small,
title or capitals. A pair is a neighbour beside which a form is written in another case than it mostly is: «bankası»
is small, behind «merkez» it is «Bankası».
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from olgu.analyse.casing import LOWER, UPPER, lower
from olgu.analyse.spellings import AFTER, BEFORE, CAPITALS, SMALL, TITLE

from .corpus import read_texts

LEAST = 3
"""Occurrences from which on a form, and a pair, is told of."""
PRIOR = 2.0
"""What a form is mostly counts as so many occurrences of a pair."""
_WORD = re.compile(f"[{UPPER}{LOWER}]+(?:['’][{UPPER}{LOWER}]+)?")
_BREAK = re.compile(r"[.!?:;\n\"“”‘«»()–•]|\s-|-\s")

Cases = Counter[str]


def seen(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the words of a text: in small letters up to the apostrophe, the case, and whether a break stands before."""
    end = 0
    for match in _WORD.finditer(text):
        base = re.split("['’]", match[0])[0]
        case = CAPITALS if base.isupper() and len(base) > 1 else TITLE if base[0].isupper() else SMALL
        yield lower(base), case, not end or _BREAK.search(text, end, match.start()) is not None
        end = match.end()


def count(texts: Iterable[str]) -> tuple[Cases, dict[str, Cases], dict[tuple[str, str, str], Cases]]:
    """Return how often each form occurs, and the cases it has inside sentences, alone and by neighbour."""
    forms: Counter[str] = Counter()
    cases: defaultdict[str, Cases] = defaultdict(Counter)
    pairs: defaultdict[tuple[str, str, str], Cases] = defaultdict(Counter)
    for text in texts:
        before: tuple[str, str, bool] | None = None
        for word in seen(text):
            form, case, fresh = word
            forms[form] += 1
            # A word that begins a sentence has its capital from there, unless all of it is in capitals.
            if not fresh or case == CAPITALS:
                cases[form][case] += 1
            if before and not fresh:
                pairs[BEFORE, before[0], form][case] += 1
                if not before[2] or before[1] == CAPITALS:
                    pairs[AFTER, form, before[0]][before[1]] += 1
            before = word
    return forms, cases, pairs


def case_of(cases: Cases, prior: Cases | None = None) -> str:
    """Return the case that a form has: capitals or small where most have it, else title."""
    total = cases.total() + (PRIOR if prior else 0)
    share = {c: (cases[c] + (PRIOR * prior[c] / prior.total() if prior else 0)) / total for c in (SMALL, CAPITALS)}
    return next((case for case in (CAPITALS, SMALL) if share[case] > 1 / 2), TITLE)


def tables(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the lines of both tables."""
    forms, cases, pairs = count(texts)
    ordered = sorted((form for form, n in forms.items() if n >= LEAST), key=lambda form: (-forms[form], form))
    known = {form: case_of(cases[form]) if cases[form] else TITLE for form in ordered}
    rows = ["form\tcase", *(f"{form}\t{case}" for form, case in known.items())]
    odd = ["side\tneighbour\tform\tcase"]
    for (side, neighbour, form), own in sorted(pairs.items()):
        if own.total() >= LEAST and form in known and cases[form]:
            case = case_of(own, cases[form])
            if case != known[form]:
                odd.append(f"{side}\t{neighbour}\t{form}\t{case}")
    return rows, odd


def main() -> None:
    """Count, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--out", type=Path, default=Path("pipeline/olgu/analyse"))
    args = parser.parse_args()
    for name, lines in zip(("spellings.tsv", "spelling_pairs.tsv"), tables(read_texts(args.news)), strict=True):
        (args.out / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines) - 1} rows in {name}")


if __name__ == "__main__":
    main()
