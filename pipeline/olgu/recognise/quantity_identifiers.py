"""Digits that are addresses and identifiers: URLs, e-mail, telephones, plates, IBANs, versions, dates, bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise.quantity_numbers import is_whole
from olgu.recognise.quantity_phrases import BLANK

if TYPE_CHECKING:
    from olgu.article import Numeral
    from olgu.recognise.quantity_draft import View

_URL = re.compile(r"[^\s<>\"]{1,2000}")
_HANDLE = re.compile(r"[\w.+-]{1,64}\Z")
_HOST = re.compile(r"[\w.-]{1,100}")
_ALL_AGES = re.compile(r"\b(?:7['’]den 70['’]e|yediden yetmişe)\b")
_IDENTIFIER = re.compile(
    r"TR ?\d{2}(?: ?\d{4}){5} ?\d{2}\b"
    r"|(?:\+90|0) ?\(?[2-5]\d{2}\)?[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}\b"
    r"|(?:444|0 ?8[05]0) ?\d{1,3}(?: ?\d{1,3}){1,3}\b"
    r"|\d{2} [A-ZÇĞİÖŞÜ]{1,3} \d{2,5}\b(?! ?(?:TL|km|kg|m))"
    r"|\d{1,4}(?:[./-]\d{1,2}){1,2}[./-]\d{4}\b"
    r"|\d{1,3}\.\d{1,2}\.\d{1,2}(?:\.\d{1,3})?(?![\d,]|\.\d)"
    r"|\d{4,20}+(?:-\d{4,20}+){1,9}\b"
)
_GROUPING = frozenset("0123456789.-/()+")
_GROUP_BEFORE = re.compile(r"(?:[\d+][\d .()/-]{0,28}|\bTR ?[\d ]{0,28}|\b\d{2} [A-ZÇĞİÖŞÜ]{1,3} )\Z")
_BULLET_END = re.compile(rf"(?:[-–)]|\.\)|-\)){BLANK}{{0,3}}(?=[\"“«‘']?[^\W\d_])|\.{BLANK}{{1,3}}(?=[^\W\d_])")
_BULLET_MARKS = frozenset("-–).")
_BULLET_START = re.compile(rf"(?:^|[\n;:,•]){BLANK}{{0,8}}\(?\Z")
_BULLET_INLINE = re.compile(rf"[.!?]{BLANK}{{1,3}}\Z")
"""Only for «3) …», as «… geldi. 3- …» may begin a sentence with a number."""


def addresses(view: View) -> list[tuple[int, int]]:
    """Return spans of URLs, e-mail addresses and the idiom «7'den 70'e»."""
    text, spans = view.text, []
    for sign in ("http://", "https://", "www.") if "://" in text or "www." in text else ():
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
        spans += [m.span() for m in _ALL_AGES.finditer(view.low)]
    return spans


def is_identifier(numeral: Numeral, view: View) -> bool:
    """Return whether the digits are part of a telephone number, a plate, an IBAN, a version or a numeric date."""
    text, start, end = view.text, numeral.start, numeral.end
    group = _group_start(text, start)
    if (
        group == start
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and text[start:end].isdigit()
    ):
        return False
    for begin in (group,) if group == start else (group, start):
        found = _IDENTIFIER.match(text, begin)
        if found is not None and found.end() >= end and not text[begin - 1 : begin].isalnum():
            return True
    return False


def _group_start(text: str, start: int) -> int:
    """Return where the groups of digits begin that stand right before `start`."""
    near = text[max(0, start - 2) : start]
    spaced = near[-1:] == " " and (near[0].isdigit() or near[0].isupper() or near[0] == ")")
    if not spaced and near[-1:] not in _GROUPING:
        return start
    before = _GROUP_BEFORE.search(text, max(0, start - 32), start)
    return before.start() if before is not None else start


def is_bullet(numeral: Numeral, view: View) -> bool:
    """«1- Şirket …», «2) …», «3. …» at the start of a line or of a member of a list."""
    low, start = view.low, numeral.start
    if _BULLET_MARKS.isdisjoint(low[start + 1 : start + 3]):
        return False
    if not 0 < numeral.value < 100 or not is_whole(numeral.value):
        return False
    end = start + len(str(int(numeral.value)))
    begin = max(0, start - 10)
    inline = low[end : end + 1] == ")" and _BULLET_INLINE.search(low, begin, start) is not None
    if start and not inline and _BULLET_START.search(low, begin, start) is None:
        return False
    found = _BULLET_END.match(low, end)
    return found is not None and ("." not in found[0] or view.text[found.end()].isupper())
