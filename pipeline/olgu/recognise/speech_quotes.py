"""Quotations: spans between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[“”„\"«»]|(?<![\w’'])(?:‘(?=\w)|'(?=[A-ZÇĞİÖŞÜ0-9]))|(?<=[\w.!?…])[’'](?!\w)|(?<=\s)'(?!\w)")
_OPEN = {"“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", '"': '"'}
_LONGEST = 6000
"""Characters; a mark without its partner must not swallow the article."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """From the opening mark to behind the closing one."""

    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of `text` in order.

    A paragraph that opens anew before the quotation is closed goes on with it, as is the custom of long quotations.
    """
    found: list[Quotation] = []
    start, closing = -1, ""
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if start >= 0 and (at - start > _LONGEST or (closing in "’'" and ("\n" in text[start:at] or mark in '“«"'))):
            start = -1
        if start >= 0:
            if mark in closing and not (mark == '"' and _opens_anew(text, at)):
                found.append(Quotation(start, at + 1))
                start = -1
            elif mark in '“"«' and not _begins_line(text, at) and mark == text[start]:
                start = at
        elif mark in _OPEN and (mark != '"' or _opens(text, at)):
            start, closing = at, _OPEN[mark] + ("”" if mark in '"“„' else "")
    return found


def _opens_anew(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before == "(") and bool(after) and not after.isspace()


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before.isspace() or before in "([-–—:,/":
        return not after.isspace() or before in ":,"
    return False


def _begins_line(text: str, at: int) -> bool:
    return not text[max(0, text.rfind("\n", 0, at) + 1) : at].strip()
