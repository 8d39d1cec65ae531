"""Numbers that are no quantities: names, identifiers, addresses, bullets, idioms, calendar points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olgu.article import Numeral, Time
    from olgu.recognise.quantity_draft import View

_B = r"[ \t\u00a0]"
_IDENTIFIER = re.compile(
    r"https?://[^\s<>\"]{1,2000}|www\.[^\s<>\"]{1,2000}"
    r"|\bTR ?\d{2}(?: ?\d{4}){5} ?\d{2}\b"
    r"|(?<![\w.,])(?:\+90|0) ?\(?[2-5]\d{2}\)?[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}\b"
    r"|(?<![\w.,])(?:444|0 ?8[05]0) ?\d{1,3}(?: ?\d{1,3}){1,3}\b"
    r"|(?<![\w.,])\d{2} [A-ZÇĞİÖŞÜ]{1,3} \d{2,5}\b(?! ?(?:TL|km|kg|m))"
    r"|(?<![\w.,])\d{1,4}(?:[./-]\d{1,2}){1,2}[./-]\d{4}\b"
    r"|(?<![\w.,])\d{1,3}\.\d{1,2}\.\d{1,2}(?:\.\d{1,3})?(?![\d,]|\.\d)"
    r"|(?<![\w.,])\d{4,}(?:-\d{4,})+\b"
)
_HANDLE = re.compile(r"[\w.+-]{1,64}$")
_HOST = re.compile(r"[\w.-]{1,100}")
_BULLET_END = re.compile(rf"(?:[-–)]|\.\)|-\)){_B}{{0,3}}(?=[^\W\d_])|\.{_B}{{1,3}}(?=[^\W\d_])")
_LINE_START = re.compile(rf"(?:^|\n){_B}{{0,8}}\(?$")
_FOREIGN = re.compile(r"[qwx]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w&'’]{0,30})[ \u00a0\-–:.]{0,2}$")
_CAPITAL_AFTER = re.compile(rf"{_B}{{1,2}}([^\W\d_]{{2,}})")


@dataclass(frozen=True, slots=True)
class _Rules:
    before: frozenset[str]
    after: re.Pattern[str]
    ordinal: re.Pattern[str]
    half: frozenset[str]
    idioms: re.Pattern[str]


def _choice(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\*", r"\w{0,20}") for p in sorted(phrases, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    data = read_toml("exclusions.toml")
    return _Rules(
        frozenset(data["before"]["words"]),
        re.compile(rf"{_B}{{1,2}}(?:{_choice(data['after']['words'])})(?!\w)"),
        re.compile(rf"{_B}{{1,2}}(?:{_choice(data['after']['ordinal'])})(?!\w)"),
        frozenset(data["half"]["before"]),
        re.compile(rf"(?:{_choice(data['idioms']['phrases'])})(?!\w)"),
    )


class Excluded:
    """Answers for one text whether a numeral is excluded; `blocked` spans are found once."""

    def __init__(self, view: View, times: Sequence[Time]) -> None:
        self._view = view
        spans = sorted({*identifiers(view.text), *(span for time in times for span in time.calendar)})
        self._starts = [s for s, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def blocks(self, start: int, end: int) -> bool:
        """Return whether a calendar point or an identifier overlaps the span."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start

    def numeral(self, numeral: Numeral) -> bool:
        """Return whether the numeral is part of something that is no quantity."""
        return (
            self.blocks(numeral.start, numeral.end)
            or _glued(numeral, self._view)
            or _bullet(numeral, self._view)
            or _named(numeral, self._view)
            or _rules().idioms.match(self._view.low, numeral.start) is not None
        )


def identifiers(text: str) -> list[tuple[int, int]]:
    """Return spans of URLs, e-mail addresses, telephone numbers, plates, IBANs, versions and numeric dates."""
    spans = [m.span() for m in _IDENTIFIER.finditer(text)]
    at = text.find("@")
    while at != -1:
        handle = _HANDLE.search(text, max(0, at - 64), at)
        host = _HOST.match(text, at + 1)
        spans.append((handle.start() if handle else at, host.end() if host else at + 1))
        at = text.find("@", at + 1)
    return spans


def _glued(numeral: Numeral, view: View) -> bool:
    """«CO2», «F-16», «U19», «4x4», «5G»: letters right beside the digits."""
    if numeral.words:
        return False
    text, start, end = view.text, numeral.start, numeral.end
    before = text[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    if before and before in "-–" and text[start - 2 : start - 1].isalpha():
        return True
    after = text[end : end + 2]
    if after[:1] in "xX×" and after[1:].isdigit():
        return True
    return (
        after[:1] == "G" and not after[1:].isalpha() or text[end - 1 : end] == "G" and text[end - 2 : end - 1].isdigit()
    )


def _bullet(numeral: Numeral, view: View) -> bool:
    """«1- Şirket …», «2) …», «3. …» at the start of a line."""
    if numeral.words or numeral.value != int(numeral.value) or not 0 < numeral.value < 100:
        return False
    low, start = view.low, numeral.start
    if start and _LINE_START.search(low, max(0, start - 10), start) is None:
        return False
    digits_end = start + len(str(int(numeral.value)))
    found = _BULLET_END.match(low, digits_end)
    if found is None:
        return False
    return "." not in found[0] or view.text[found.end()].isupper()


def _named(numeral: Numeral, view: View) -> bool:
    rules, low = _rules(), view.low
    if numeral.form == "ordinal" and rules.ordinal.match(low, numeral.end):
        return True
    if rules.after.match(low, numeral.end):
        return True
    if numeral.form == "ordinal":
        return _ordinal_name(numeral, view)
    if numeral.words:
        return False
    found = _WORD_BEFORE.search(view.text, max(0, numeral.start - 34), numeral.start)
    if found is None or not found[1][0].isupper() or "." in found[0] and found[1].lower() not in ("no", "tel"):
        return False
    word = view.low[found.start(1) : found.end(1)]
    if word in rules.before:
        return True
    return numeral.value < 1000 and numeral.value == int(numeral.value) and _FOREIGN.search(word) is not None


def _ordinal_name(numeral: Numeral, view: View) -> bool:
    """«4. Levent», «13. Ağır Ceza Mahkemesi»: an ordinal before a capital letter, unless all is in capitals."""
    found = _CAPITAL_AFTER.match(view.text, numeral.end)
    if found is None or not found[1][0].isupper() or found[1].isupper():
        return False
    return True
