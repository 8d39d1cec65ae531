"""Numbers that are no quantities: names, identifiers, addresses, bullets, idioms, calendar points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.analyse.casing import ascii_fold
from olgu.recognise.quantity_lexicon import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olgu.article import Numeral, Time
    from olgu.recognise.quantity_draft import Draft, View

_B = r"[ \t\u00a0]"
_URL = re.compile(r"[^\s<>\"]{1,2000}")
_PAIR = re.compile(r"\b(?:7['’]den 70['’]e|yediden yetmişe)\b")
_IDENTIFIER = re.compile(
    r"TR ?\d{2}(?: ?\d{4}){5} ?\d{2}\b"
    r"|(?:\+90|0) ?\(?[2-5]\d{2}\)?[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}\b"
    r"|(?:444|0 ?8[05]0) ?\d{1,3}(?: ?\d{1,3}){1,3}\b"
    r"|\d{2} [A-ZÇĞİÖŞÜ]{1,3} \d{2,5}\b(?! ?(?:TL|km|kg|m))"
    r"|\d{1,4}(?:[./-]\d{1,2}){1,2}[./-]\d{4}\b"
    r"|\d{1,3}\.\d{1,2}\.\d{1,2}(?:\.\d{1,3})?(?![\d,]|\.\d)"
    r"|\d{4,}(?:-\d{4,})+\b"
)
_GROUPING = frozenset("0123456789.-/()+")
_GROUP_BEFORE = re.compile(r"(?:[\d+][\d .()/-]{0,28}|\bTR ?[\d ]{0,28}|\b\d{2} [A-ZÇĞİÖŞÜ]{1,3} )$")
_HANDLE = re.compile(r"[\w.+-]{1,64}$")
_HOST = re.compile(r"[\w.-]{1,100}")
_BULLET_END = re.compile(rf"(?:[-–)]|\.\)|-\)){_B}{{0,3}}(?=[\"“«‘']?[^\W\d_])|\.{_B}{{1,3}}(?=[^\W\d_])")
_LINE_START = re.compile(rf"(?:^|[\n;:,•]){_B}{{0,8}}\(?$")
_FOREIGN = re.compile(r"[qwx]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w&'’]{0,30})[ \u00a0\-–:.]{0,2}$")
_PLUS_AFTER = re.compile(r"\+\d")
_PLUS_BEFORE = re.compile(r"\d\+$")
_SEEDED = re.compile(rf"{_B}numaralı{_B}(?:seri|favori)")
_LETTER_AFTER = re.compile(rf"{_B}[^\W\d_]")
_COMPARED = re.compile(rf"{_B}(?:daha{_B})?(?:yüksek|büyük|fazla|az|küçük|düşük|aşağı)")
_NAME_BEFORE = re.compile(r"[^\s.!?:;][ \u00a0][A-ZÇĞİÖŞÜ][^\W\d_]{1,30}[ \u00a0]$")
_GENITIVE = ("ının", "inin", "unun", "ünün", "nın", "nin", "nun", "nün")
_INSIDE = re.compile(r"[^\s.!?:;\"“”][ \u00a0]$")
_LISTED = re.compile(rf"\.?{_B}?(?:,|-|–|ve|ile|veya|ila|/){_B}?")
_ADJECTIVAL = frozenset({"lı", "li", "lu", "lü"})
_CAPITAL_AFTER = re.compile(rf"{_B}{{1,2}}([^\W\d_]{{2,}})")


@dataclass(frozen=True, slots=True)
class _Rules:
    before: frozenset[str]
    after: re.Pattern[str]
    ordinal: re.Pattern[str]
    institution: re.Pattern[str]
    abbreviated: frozenset[str]
    common: frozenset[str]
    under: frozenset[str]
    idioms: re.Pattern[str]


def _choice(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\*", r"\w{0,20}") for p in sorted(phrases, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    data = read_toml("exclusions.toml")
    return _Rules(
        frozenset(ascii_fold(w) for w in data["before"]["words"]),
        re.compile(rf"{_B}{{1,2}}(?:{_choice(data['after']['words'])})(?!\w)"),
        re.compile(rf"{_B}{{1,2}}(?:{_choice(data['after']['ordinal'])})(?!\w)"),
        re.compile(rf"(?:{_B}{{1,2}}[^\W\d_]{{1,20}}){{0,4}}?{_B}(?:{_choice(data['after']['institutions'])})(?!\w)"),
        frozenset(data["before"]["abbreviated"]),
        frozenset(data["common"]["words"]),
        frozenset(data["under"]["nouns"]),
        re.compile(rf"(?:{_choice(data['idioms']['phrases'])})(?!\w)"),
    )


class Excluded:
    """Answers for one text whether a numeral is excluded; calendar points and addresses are found once."""

    def __init__(self, view: View, times: Sequence[Time]) -> None:
        self._view = view
        self.as_name = False
        """True when the last answer was yes because the words after the number make it a name."""
        spans = sorted({*addresses(view), *(span for time in times for span in time.calendar)})
        self._starts = [s for s, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def blocks(self, start: int, end: int) -> bool:
        """Return whether a calendar point or an address overlaps the span."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start

    def numeral(self, numeral: Numeral, previous_end: int) -> bool:
        """Return whether the numeral is part of something that is no quantity; `previous_end` ends the one before."""
        self.as_name = _names_what_follows(numeral, self._view)
        return (
            self.as_name
            or self.blocks(numeral.start, numeral.end)
            or _glued(numeral, self._view, previous_end)
            or (not numeral.words and (_identifier(numeral, self._view) or _bullet(numeral, self._view)))
            or (numeral.words and _idiom(numeral, self._view))
        )

    def listed(self, left: Numeral, right: Numeral) -> bool:
        """Return whether only a comma or "ve" parts the two."""
        return _LISTED.fullmatch(self._view.low, left.end, right.start) is not None


def addresses(view: View) -> list[tuple[int, int]]:
    """Return spans of URLs, e-mail addresses and «7'den 70'e»."""
    text, spans = view.text, []
    for sign in ("http://", "https://", "www."):
        at = text.find(sign)
        while at != -1:
            found = _URL.match(text, at)
            end = found.end() if found else at + 1
            spans.append((at, end))
            at = text.find(sign, end)
    at = text.find("@")
    while at != -1:
        handle, host = _HANDLE.search(text, max(0, at - 64), at), _HOST.match(text, at + 1)
        spans.append((handle.start() if handle else at, host.end() if host else at + 1))
        at = text.find("@", at + 1)
    if "den 70" in text or "den yetmişe" in view.low:
        spans += [m.span() for m in _PAIR.finditer(view.low)]
    return spans


def _identifier(numeral: Numeral, view: View) -> bool:
    """Return whether the digits are part of a telephone number, a plate, an IBAN, a version or a numeric date."""
    text, start, end = view.text, numeral.start, numeral.end
    first, near = start, text[max(0, start - 2) : start]
    grouped = near[-1:] in _GROUPING or (
        near[-1:] == " " and (near[0].isdigit() or near[0].isupper() or near[0] == ")")
    )
    before = _GROUP_BEFORE.search(text, max(0, start - 32), start) if grouped else None
    if before is not None:
        first = before.start()
        while first > 0 and text[first - 1].isdigit() and start - first < 40:
            first -= 1
    for begin in {first, start}:
        found = _IDENTIFIER.match(text, begin)
        if found is not None and found.end() >= end and not text[begin - 1 : begin].isalnum():
            return True
    return False


def _glued(numeral: Numeral, view: View, previous_end: int) -> bool:
    """«CO2», «F-16», «U19», «4x4», «5G»: letters right beside the digits."""
    if numeral.words:
        return False
    text, start, end = view.text, numeral.start, numeral.end
    before = text[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    if before and before in "-–" and text[start - 2 : start - 1].isalpha() and previous_end < start - 1:
        return True
    after = text[end : end + 2]
    if after[:1] in ("x", "X", "×") and after[1:].isdigit():
        return True
    return (after[:1] == "G" and not after[1:].isalpha()) or (end - start == 2 and text[end - 1] == "G")


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


def _names_what_follows(numeral: Numeral, view: View) -> bool:
    """«6284 sayılı Kanun», «12. madde», «4. Levent»."""
    rules, low, text = _rules(), view.low, view.text
    if rules.after.match(low, numeral.end) and not _SEEDED.match(low, numeral.end):
        return True
    dotted = not numeral.words and low[numeral.end : numeral.end + 1] == "."
    if numeral.form == "ordinal" or dotted:
        end = numeral.end + dotted
        if rules.ordinal.match(low, end) or rules.institution.match(low, end):
            return True
    if numeral.form != "ordinal" and not (
        dotted and _NAME_BEFORE.search(text, max(0, numeral.start - 40), numeral.start)
    ):
        return False
    found = _CAPITAL_AFTER.match(text, numeral.end + (numeral.form != "ordinal"))
    if found is None or not found[1][0].isupper() or found[1].isupper():
        return False
    return not numeral.words or (
        text[numeral.start].isupper() and low[found.start(1) : found.end(1)] not in rules.common
    )


def _idiom(numeral: Numeral, view: View) -> bool:
    found = _rules().idioms.match(view.low, numeral.start)
    return found is not None and found.end() >= numeral.core_end


def named(draft: Draft, view: View) -> bool:
    """Return whether a bare number is the second half of a name: «Boeing 737», «No 5», «3+1», «247sports»."""
    if not draft.bare:
        return False
    text = view.text
    if draft.words:
        return _no_number_word(draft, view)
    if draft.end == draft.core_end and text[draft.end : draft.end + 1].isalpha():
        return True
    if _PLUS_AFTER.match(text, draft.end) or _PLUS_BEFORE.search(text, max(0, draft.start - 4), draft.start):
        return True
    found = _WORD_BEFORE.search(text, max(0, draft.start - 34), draft.start)
    if found is None or found[1].islower():
        return False
    word = view.low[found.start(1) : found.end(1)]
    rules = _rules()
    if "." in found[0]:
        return word in rules.abbreviated
    if ascii_fold(word) in rules.before:
        return True
    return draft.value < 1000 and draft.value == int(draft.value) and _FOREIGN.search(word) is not None


def _no_number_word(draft: Draft, view: View) -> bool:
    """«bin bir gece», «ikili», «dörtlü final», «birer», «yarıma kadar», «bir çeyrek»."""
    low = view.low[draft.digits_start : draft.digits_end]
    ending = view.low[draft.digits_end : draft.end]
    if draft.form == "cardinal" and ending in _ADJECTIVAL:
        return True
    if draft.form == "distributive":
        return draft.value == 1
    if low in ("bin bir", "binbir"):
        return _LETTER_AFTER.match(view.low, draft.end) is not None
    if low == "altı" and draft.end == draft.core_end:
        found = _WORD_BEFORE.search(view.low, max(0, draft.start - 34), draft.start)
        return found is not None and (found[1] in _rules().under or found[1].endswith(_GENITIVE))
    if low.startswith("çeyre"):
        return _COMPARED.match(view.low, draft.end) is None
    if low == "yarım":
        return draft.ending.case == "dat" or view.low[draft.end : draft.end + 4] == " kal"
    return low == "bir çeyrek"


def repeated_names(drafts: list[Draft], view: View) -> set[int]:
    """Return the starts of numbers that an article uses as the end of a name, twice or more: «Vodafone Smart 6»."""
    seen: dict[tuple[str, object], list[tuple[int, bool]]] = {}
    for draft in drafts:
        if not draft.bare or draft.words or draft.value >= 10000:
            continue
        found = _WORD_BEFORE.search(view.text, max(0, draft.start - 34), draft.start)
        if found is None or not found[1][0].isupper() or found[0] == found[1] or found[1].isupper():
            continue
        inside = _INSIDE.search(view.text, max(0, found.start() - 3), found.start()) is not None
        seen.setdefault((found[1], draft.value), []).append((draft.start, inside))
    names = [places for places in seen.values() if len(places) > 1 and any(inside for _, inside in places)]
    return {start for places in names for start, _ in places}
