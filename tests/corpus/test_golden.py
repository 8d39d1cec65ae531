"""The fact table of every article of the own corpus, one fact a line, and floors for how right they are.

Run with OLGU_UPDATE_GOLDEN=1 to write the tables anew; then read the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import olgu

CORPUS = Path(__file__).parents[2] / "corpus"
SLUGS = sorted(path.stem for path in (CORPUS / "articles").glob("*.txt"))
COLUMNS = (
    "start", "quote", "kind", "value", "value_to", "unit", "per", "bound", "what", "predicate", "role", "direction",
    "status", "time", "time_quote", "place", "country", "speaker",
)  # fmt: skip
FLOORS = {"detected": 0.96, "quantity": 0.90, "fact": 0.62}
"""F1 over all articles, by the definitions of `docs/facts.md`; they go up, never down."""


@cache
def gold(slug: str) -> dict[str, Any]:
    return json.loads((CORPUS / "gold" / f"{slug}.json").read_text(encoding="utf-8"))


@cache
def document(slug: str) -> olgu.Document:
    text = (CORPUS / "articles" / f"{slug}.txt").read_text(encoding="utf-8")
    return olgu.extract(olgu.Article(slug, text, date=gold(slug)["date"]))


def table(slug: str) -> str:
    frame = document(slug).to_frame()[list(COLUMNS)].astype(object)
    filled = frame.where(frame.notna(), "")
    rows = ["\t".join(str(value) for value in row) for row in filled.itertuples(index=False)]
    return "\n".join(["\t".join(COLUMNS), *rows]) + "\n"


@pytest.mark.parametrize("slug", SLUGS)
def test_golden_fact_table(slug: str) -> None:
    path = CORPUS / "golden" / f"{slug}.tsv"
    if os.environ.get("OLGU_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(table(slug), encoding="utf-8")
    assert table(slug) == path.read_text(encoding="utf-8")


def spans(text: str, facts: list[dict[str, Any]]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    for fact in facts:
        at = -1
        for _ in range(fact.get("nth") or 1):
            at = text.index(fact["quote"], at + 1)
        yield at, at + len(fact["quote"]), fact


def same_quantity(mine: olgu.Fact, fact: dict[str, Any]) -> bool:
    values = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
    found = [value for value in (mine.value, mine.value_to) if value is not None]
    return (
        [Fraction(value) for value in values] == [Fraction(value) for value in found]
        and (mine.kind, mine.unit, mine.bound) == (fact["kind"], fact["unit"], fact["bound"])
    )  # fmt: skip


def same_what(text: str, mine: olgu.Fact, fact: dict[str, Any]) -> bool:
    """The last word is the same and at least half of the words (Dice)."""
    if mine.what is None or fact["what"] is None:
        return mine.what is None and fact["what"] is None
    ours, theirs = text[mine.what.start : mine.what.end].split(), fact["what"].split()
    common = len(set(ours) & set(theirs))
    return ours[-1].strip(".,;:") == theirs[-1].strip(".,;:") and 2 * common >= (len(set(ours)) + len(set(theirs))) / 2


def scores() -> dict[str, float]:
    """F1 of detection, of the exact quantity, and of the quantity with what it is about."""
    right = {"detected": 0, "quantity": 0, "fact": 0}
    expected = extracted = 0
    for slug in SLUGS:
        found, text = document(slug).facts, document(slug).article.text
        wanted = list(spans(text, gold(slug)["facts"]))
        mates = [[f for f in found if f.start < end and start < f.end] for start, end, _ in wanted]
        optional = {
            f.start for (_, _, fact), near in zip(wanted, mates, strict=True) if fact.get("optional") for f in near
        }
        extracted += sum(f.start not in optional for f in found)
        for (_, _, fact), near in zip(wanted, mates, strict=True):
            if fact.get("optional"):
                continue
            expected += 1
            if near:
                exact = same_quantity(near[0], fact)
                right["detected"] += 1
                right["quantity"] += exact
                right["fact"] += exact and same_what(text, near[0], fact)
    return {name: 2 * number / (expected + extracted) for name, number in right.items()}


@pytest.mark.parametrize("measure", FLOORS)
def test_corpus_scores_keep_their_floor(measure: str) -> None:
    assert scores()[measure] >= FLOORS[measure], scores()


def test_seed_facts() -> None:
    """The first article of the project: exact values, units, bounds and offsets, and who says so."""
    facts = {fact.start: fact for fact in document("kazakistan-kore-11-belge").facts}
    text = document("kazakistan-kore-11-belge").article.text
    for start, end, wanted in spans(text, gold("kazakistan-kore-11-belge")["facts"]):
        if not wanted.get("optional"):
            mine = facts[start]
            assert (mine.start, mine.end) == (start, end)
            assert same_quantity(mine, wanted)
            assert same_what(text, mine, wanted)
            assert (mine.speaker.value if mine.speaker else None) == wanted["speaker"]


@pytest.mark.parametrize(
    ("spellings", "type_"),
    [
        (("Kasym-Сomart Tokayev", "Kasym-Comart Tokayev"), "PERSON"),
        (("Yeon Sok Yeol", "Yeon Seok Yeol"), "PERSON"),
        (("Kore", "Kore Cumhuriyeti"), "LOC"),
    ],
)
def test_seed_spellings_are_one_entity(spellings: tuple[str, ...], type_: str) -> None:
    seed = document("kazakistan-kore-11-belge")
    ids = {seed.article.text[m.start : m.end]: (m.entity, m.type) for m in seed.mentions}
    assert len({ids[spelling] for spelling in spellings}) == 1
    assert ids[spellings[0]][1] == type_
