"""Articles in ASCII, in capitals and in small letters hold the facts that they hold as written."""

from collections.abc import Callable
from pathlib import Path

import pytest

import olgu
from olgu.analyse.casing import ascii_fold, lower, upper

ARTICLES = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))

LEAST = 0.96
"""The share of facts that must be the same; it goes up, never down."""


def facts(text: str) -> set[tuple[object, ...]]:
    found = olgu.extract(text, model="rules").facts
    return {
        (f.start, f.end, f.kind, f.value, f.unit, f.predicate, f.what and (f.what.start, f.what.end)) for f in found
    }


@pytest.mark.parametrize("change", [ascii_fold, upper, lower])
def test_facts_of_a_copy_are_those_of_the_text(change: Callable[[str], str]) -> None:
    same = every = 0
    for path in ARTICLES:
        text = path.read_text("utf-8")
        written, copied = facts(text), facts(change(text))
        same += 2 * len(written & copied)
        every += len(written) + len(copied)
    assert same / every >= LEAST
