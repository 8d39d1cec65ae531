"""Gold is read from quotes and from offsets, and what is wrong with it is said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from olgu.check.gold import GoldArticle, GoldError, digest, read_gold
from olgu.check.resolve import nearest_find, nth_find, resolve

TEXT = "Kaya 3 elma aldı, 3 armut sattı."
FACT: dict[str, Any] = {
    "quote": "3", "nth": 2, "kind": "count", "value": "3", "unit": None, "per": None, "bound": "exact", "what": "armut",
    "predicate": "satmak", "role": "level", "direction": None, "status": "actual", "time": None, "place": None,
    "speaker": None,
}  # fmt: skip
ANNOTATION = {
    "id": "a",
    "date": None,
    "entities": [{"type": "PERSON", "name": "Kaya", "mentions": ["Kaya"]}],
    "facts": [FACT],
}


def written(folder: Path, annotation: object, text: str | None = TEXT) -> Path:
    (folder / "gold").mkdir()
    (folder / "articles").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    if text is not None:
        (folder / "articles" / "a.txt").write_text(text, encoding="utf-8")
    return folder / "gold"


def test_read_gold_by_quotes(tmp_path: Path) -> None:
    (article,) = read_gold(written(tmp_path, ANNOTATION))
    (fact,) = article.facts
    assert (fact.start, fact.end, fact.what) == (18, 19, (20, 25))
    assert article.entities[0].mentions == ((0, 4, "Kaya"),)


def test_read_gold_by_offsets_is_the_same(tmp_path: Path) -> None:
    by_quotes = read_gold(written(tmp_path, ANNOTATION))
    offsets, problems = resolve(ANNOTATION, TEXT)
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps(ANNOTATION | offsets | {"text": TEXT}) + "\n\n", encoding="utf-8")
    assert problems == []
    assert read_gold(lines) == by_quotes


@pytest.mark.parametrize(
    ("value", "read"),
    [("3", ("3", None)), (["3", "5"], ("3", "5")), (["5", "0", "0"], ("5", "0-0"))],
)
def test_a_value_may_have_parts(tmp_path: Path, value: object, read: tuple[str, str | None]) -> None:
    (article,) = read_gold(written(tmp_path, ANNOTATION | {"facts": [FACT | {"value": value}]}))
    assert (article.facts[0].value, article.facts[0].value_to) == read


@pytest.mark.parametrize(
    ("changed", "text", "said"),
    [
        ({"facts": [FACT | {"nth": 3}]}, TEXT, "'3' no. 3 does not stand"),
        ({"facts": [FACT | {"what": "erik"}]}, TEXT, "what 'erik' of '3'"),
        ({"entities": [{"type": "ORG", "name": "X", "mentions": [["X", 1]]}]}, TEXT, "mention 'X' no. 1"),
        ({}, None, "no text; put it into"),
        ({"id": 3}, TEXT, 'expected an object with "id"'),
        ({"facts": [{"quote": "3"}]}, TEXT, "KeyError"),
    ],
)
def test_bad_gold_is_said(tmp_path: Path, changed: dict[str, Any], text: str | None, said: str) -> None:
    with pytest.raises(GoldError, match=said):
        read_gold(written(tmp_path, ANNOTATION | changed, text))


def test_no_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file"):
        read_gold(tmp_path / "none")
    with pytest.raises(GoldError, match="no gold there"):
        read_gold(tmp_path)
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match="not valid JSON"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("quote", "nth", "span"), [("aa", 1, (0, 2)), ("aa", 2, (1, 3)), ("aa", 4, None), ("b", 1, None)]
)
def test_nth_find_counts_overlapping(quote: str, nth: int, span: tuple[int, int] | None) -> None:
    assert nth_find("aaaa", quote, nth) == span


@pytest.mark.parametrize(("to", "span"), [(0, (0, 2)), (4, (5, 7)), (2, (0, 2)), (3, (5, 7)), (9, (5, 7))])
def test_nearest_find(to: int, span: tuple[int, int]) -> None:
    assert nearest_find("ab   ab  ", "ab", to) == span
    assert nearest_find("ab   ab  ", "x", to) is None


def test_digest_sees_every_change_but_not_the_order(gold: list[GoldArticle]) -> None:
    first, second = gold
    assert digest(gold) == digest([second, first])
    changed = replace(first.facts[0], value="2")
    assert digest(gold) != digest([replace(first, facts=(changed, *first.facts[1:])), second])
    assert digest(gold) != digest([replace(first, date="2024-01-01"), second])
