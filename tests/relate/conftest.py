"""What the tests of relations share: facts of a text with their slots as quoted strings, sentences with quantities."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

import olgu
from olgu.analyse.words import sentences
from olgu.article import Quantity, Slot
from olgu.relate.seat import Seat, seats

_MARK = re.compile(r"\{([^|}]*)\|(\w+)(?:\|(\w+))?\}")
_TOKEN = re.compile(r"\w+(?:[’'.,]\w+)*|\S")


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


def seated(marked: str) -> list[Seat]:
    """Seat the quantities of a sentence: «İhracat {yüzde 5|percent} arttı.», «{5 milyar dolara|money|dat}»."""
    quantities: list[Quantity] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        unit = {"percent": "%", "money": "USD", "duration": "a"}.get(match[2])
        quantities.append(
            Quantity(start, len(text), match[2], Decimal(5), unit=unit, case=match[3] or "")  # type: ignore[arg-type]
        )
    text += marked[at:]
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[a:b] for a, b in spans]
    spaces = [b < len(text) and text[b] == " " for _, b in spans]
    found = sentences(Doc(Vocab(), words=words, spaces=spaces))
    return seats(quantities, found)[0]


@pytest.fixture
def sentence() -> Callable[[str], list[Seat]]:
    """Return `seated`."""
    return seated
