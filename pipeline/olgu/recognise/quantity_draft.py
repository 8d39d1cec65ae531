"""The quantity while it is being made: a numeral that gathers unit, range, bound and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olgu.recognise.quantity_suffixes import Ending, ending

if TYPE_CHECKING:
    from olgu.article import Bound, Kind, Number, Numeral
    from olgu.recognise.quantity_lexicon import Unit

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|\n+")
_REACH = 72
_PLAIN = Ending("", False)


@dataclass(slots=True)
class Draft:
    """One quantity in the making. `core_end` is the end without the last case ending; `end` is the quote's end."""

    start: int
    end: int
    core_end: int
    value: Number
    form: str
    words: bool
    ending: Ending = _PLAIN
    value_to: Number | None = None
    unit: Unit | None = None
    kind: Kind | None = None
    code: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    rule: str = ""
    context_start: int = -1
    context_end: int = -1
    digits_start: int = -1
    """Start of the numeral itself, after "yüzde", "%" or "$"."""
    digits_end: int = -1
    """End of the numeral itself without its ending."""

    @property
    def bare(self) -> bool:
        """True where nothing but the numeral has been read."""
        return self.unit is None and self.kind is None


def from_numeral(numeral: Numeral) -> Draft:
    """Start a draft from a numeral."""
    read = ending(numeral.case) if numeral.case else _PLAIN
    return Draft(
        numeral.start,
        numeral.end,
        numeral.core_end,
        numeral.value,
        numeral.form,
        numeral.words,
        read or _PLAIN,
        digits_start=numeral.start,
        digits_end=numeral.core_end,
    )


class View:
    """The text and its lower-cased twin (same offsets), with a look around a point in bounded time."""

    __slots__ = ("_at", "_before", "low", "text")

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self._at = -1
        self._before: list[str] = []

    def after(self, position: int, reach: int = 40) -> list[str]:
        """Return the words and marks that begin at or after `position`, within `reach` characters."""
        return _TOKEN.findall(self.low, position, position + reach)

    def before(self, position: int) -> list[str]:
        """Return the words and marks that end at or before `position`, nearest first; a word cut off is left out."""
        if position != self._at:
            low, begin = self.low, max(0, position - _REACH)
            while begin and begin < position and low[begin].isalnum() and low[begin - 1].isalnum():
                begin += 1
            self._at = position
            self._before = _TOKEN.findall(low, begin, position)[::-1]
        return self._before
