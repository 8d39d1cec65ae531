"""The quantity while it is being made: a numeral that gathers unit, range, bound and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from olgu.recognise.quantity_suffixes import PLAIN, Ending, ending

if TYPE_CHECKING:
    from olgu.article import Bound, Kind, Number, Numeral
    from olgu.recognise.quantity_lexicon import Unit

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|\n+")
_REACH = 72
_SCALE = re.compile(r"(?:^|[\d\s])(bin|milyon|milyar|trilyon|mn|mln|mlr)$")
_SCALES = {"bin": 3, "milyon": 6, "mn": 6, "mln": 6, "milyar": 9, "mlr": 9, "trilyon": 12}


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


@dataclass(slots=True)
class Draft:
    """One quantity in the making. `core_end` is the end without the last case ending; `end` is the quote's end."""

    start: int
    end: int
    core_end: int
    value: Number
    form: str
    words: bool
    ending: Ending = PLAIN
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
    shared_scale: Number = Decimal(1)
    """The scale word of a later number that it took over: «3, 5 ve 7 milyon»."""

    @property
    def bare(self) -> bool:
        """True where nothing but the numeral has been read."""
        return self.unit is None and self.kind is None

    @property
    def suffixed(self) -> bool:
        """True where a case ending is glued to it."""
        return self.end != self.core_end

    def measure(self, unit: Unit | None, kind: Kind | None, code: str | None, rule: str) -> None:
        """Set what the number measures."""
        self.unit, self.kind, self.code, self.rule = unit, kind, code, rule

    def extend(self, right: Draft) -> None:
        """Let the quote run to the end of `right`."""
        self.end, self.core_end, self.ending, self.digits_end = (
            right.end,
            right.core_end,
            right.ending,
            right.digits_end,
        )

    def scale(self, view: View) -> Decimal:
        """Return the scale word that the numeral ends in («50 milyon» → 10^6), 1 where it has none."""
        found = _SCALE.search(view.low, self.digits_start, self.digits_end)
        return Decimal(10) ** _SCALES[found[1]] if found else Decimal(1)


def scale_word(word: str) -> Decimal | None:
    """Return the value of a lower-case scale word: «milyon» → 10^6."""
    return Decimal(10) ** _SCALES[word] if word in _SCALES else None


def from_numeral(numeral: Numeral) -> Draft:
    """Start a draft from a numeral."""
    read = ending(numeral.case) if numeral.case else None
    start, core_end = numeral.start, numeral.core_end
    draft = Draft(start, numeral.end, core_end, numeral.value, numeral.form, numeral.words, read or PLAIN)
    draft.digits_start, draft.digits_end = start, core_end
    return draft
