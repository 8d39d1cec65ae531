"""What the tests of the relation rankers share: facts of a text with their slots as quoted strings."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

import olgu
from olgu.article import Slot


class Row(NamedTuple):
    """A fact with the quotes of its slots; "" where a slot is empty."""

    quote: str
    what: str
    time: str
    place: str
    rule: str
    confidence: float


@pytest.fixture
def rows() -> Callable[..., list[Row]]:
    """Return a function from a text to the rows of its facts."""

    def read(text: str, date: str | None = "2025-06-10") -> list[Row]:
        facts = olgu.extract(text, date=date).facts

        def quote(slot: Slot | None) -> str:
            return text[slot.start : slot.end] if slot else ""

        return [
            Row(text[f.start : f.end], quote(f.what), quote(f.time), quote(f.place), f.rule, f.confidence)
            for f in facts
        ]

    return read
