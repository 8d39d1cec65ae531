"""Numerals that are no quantities: calendar points, identifiers, names by what follows them, idioms."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_identifiers import addresses, is_bullet, is_identifier
from olgu.recognise.quantity_lexicon import lexicon, read_toml
from olgu.recognise.quantity_phrases import BLANK, BLANKS, choice, first_letter, follows, initials
from olgu.recognise.quantity_units import is_unit_word, unit_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olgu.article import Numeral, Time
    from olgu.recognise.quantity_draft import View

_SEEDED = re.compile(rf"{BLANK}numaralı{BLANK}(?:seri|favori)")
_NAME_BEFORE = re.compile(r"[^\s.!?:;][ \u00a0][A-ZÇĞİÖŞÜ][^\W\d_]{1,30}[ \u00a0]\Z")
_CODE = re.compile(rf"{BLANK}([A-Z]{{3}})(?![\w/:]|\.?{BLANK}(?:[A-ZÇĞİÖŞÜ]{{2,}}|\d)|\.\S)")
_LISTED = re.compile(rf"\.?{BLANK}?(?:,|-|–|ve|ile|veya|ila|/){BLANK}?")
_NEXT_WORD = re.compile(rf"{BLANK}{{1,2}}([^\W\d_]{{2,}})")
_OPENERS = frozenset({"", "\n", ".", "!", "?", '"', "“", "«", "(", "‘"})
_TIMES_SIGNS = ("x", "X", "×")


@dataclass(frozen=True, slots=True)
class _Rules:
    after: re.Pattern[str]
    initials: frozenset[str]
    """First letters of what `after` matches."""
    ordinal: re.Pattern[str]
    institution: re.Pattern[str]
    common: frozenset[str]
    idioms: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = read_toml("exclusions.toml")
    return _Rules(
        follows(data["after"]["words"]),
        initials(data["after"]["words"]),
        follows(data["after"]["ordinal"]),
        follows(data["after"]["institutions"], rf"(?:[^\W\d_]{{1,20}}{BLANK}){{0,4}}?"),
        frozenset(data["common"]["words"]),
        re.compile(choice(data["idioms"]["phrases"])),
    )


class Excluded:
    """Answers for one text whether a numeral is excluded; calendar points and addresses are found once."""

    def __init__(self, view: View, times: Sequence[Time]) -> None:
        self._view = view
        self.as_name = False
        """True when the last answer was yes because the words after the number make it a name."""
        self._idiom_end = 0
        points = [span for time in times for span in time.calendar]
        self.points = frozenset(start for start, _ in points)
        """Where calendar points begin."""
        spans = sorted({*addresses(view), *points})
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def blocks(self, start: int, end: int) -> bool:
        """Return whether a calendar point or an address overlaps the span."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start

    def numeral(self, numeral: Numeral, previous_end: int) -> bool:
        """Return whether the numeral is part of something that is no quantity; `previous_end` ends the one before."""
        view = self._view
        self.as_name = _names_what_follows(numeral, view)
        if self.as_name or (self._starts and self.blocks(numeral.start, numeral.end)):
            return True
        if numeral.words:
            self._idiom_end = max(self._idiom_end, _idiom_end(numeral, view))
            return numeral.start < self._idiom_end
        return _glued(numeral, view, previous_end) or is_identifier(numeral, view) or is_bullet(numeral, view)

    def listed(self, left: Numeral, right: Numeral) -> bool:
        """Return whether only a comma or "ve" parts the two."""
        return _LISTED.fullmatch(self._view.low, left.end, right.start) is not None


def _glued(numeral: Numeral, view: View, previous_end: int) -> bool:
    """«Kadıköy7», «F-16», «4x4»: letters right beside the digits; no «yüzde7», «30 saniye-3 dakika»."""
    text, start, end = view.text, numeral.start, numeral.end
    before = text[start - 1 : start]
    if before.isalpha() or before == "_":
        return not view.low.endswith("yüzde", 0, start)
    if before in ("-", "–") and text[start - 2 : start - 1].isalpha() and previous_end < start - 1:
        return not _ends_in_units(view, previous_end, numeral)
    after = text[end : end + 2]
    return after[:1] in _TIMES_SIGNS and after[1:].isdigit()


def _ends_in_units(view: View, previous_end: int, numeral: Numeral) -> bool:
    """«65 beygir-110 beygir»: units stand on both sides of the dash and behind the number."""
    between = view.low[previous_end : numeral.start - 1].strip() if previous_end > 0 else ""
    return is_unit_word(between) and unit_at(view, numeral.end, len(view.text)) is not None


def _names_what_follows(numeral: Numeral, view: View) -> bool:
    """«6284 sayılı Kanun», «12. madde», «4. Levent», «2. Çocuk Ağır Ceza Mahkemesi»."""
    rules, low, end = _rules(), view.low, numeral.end
    following = low[end : end + 1]
    near = following in BLANKS and first_letter(low, end) in rules.initials
    if near and rules.after.match(low, end) and not _SEEDED.match(low, end):
        return not _is_currency(view.text, end)
    ordinal = numeral.form == "ordinal"
    dotted = following == "." and not ordinal and not numeral.words
    if not ordinal and not dotted:
        return False
    if rules.ordinal.match(low, end + dotted) or rules.institution.match(low, end + dotted):
        return True
    begin = max(0, numeral.start - 40)
    if dotted and not (_NAME_BEFORE.search(view.text, begin, numeral.start) or _opens_sentence(numeral, view)):
        return False
    return _before_a_name(numeral, view, end + dotted)


def _is_currency(text: str, position: int) -> bool:
    """«5 CAD», an ISO code in capitals; no «NO: 5 CAD. SK.», «5 CAD NO 3»."""
    found = _CODE.match(text, position)
    unit = lexicon().symbols.get(found[1]) if found is not None else None
    return unit is not None and unit.kind == "money"


def _opens_sentence(numeral: Numeral, view: View) -> bool:
    """«7. Kocaeli Kitap Fuarı» at the start of a sentence: no sentence ends after its first number."""
    before = view.text[max(0, numeral.start - 4) : numeral.start].rstrip(" \u00a0")
    return before[-1:] in _OPENERS


def _before_a_name(numeral: Numeral, view: View, position: int) -> bool:
    """A capital letter follows, unless all is in capitals; number words must be capitalised themselves."""
    found = _NEXT_WORD.match(view.text, position)
    if found is None or not found[1][0].isupper() or found[1].isupper():
        return False
    if not numeral.words:
        return True
    return view.text[numeral.start].isupper() and view.low[found.start(1) : found.end(1)] not in _rules().common


def _idiom_end(numeral: Numeral, view: View) -> int:
    """Return where the idiom ends that begins with the numeral; 0 where none does."""
    found = _rules().idioms.match(view.low, numeral.start)
    return found.end() if found is not None and found.end() >= numeral.core_end else 0
