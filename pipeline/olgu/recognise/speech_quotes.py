"""Quotations: spans between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"[“”„\"«»‘’'](?:(?<=[“”„\"«»])|(?<=‘)(?<![\w’'].)(?=\w)|(?<=')(?<![\w’'].)(?=[A-ZÇĞİÖŞÜ0-9])"
    r"|(?<=[\w.!?…][’'])(?!\w)|(?<=\s')(?!\w))"
)
"""Begins with one class of characters, so that `re` skips quickly to the next of them."""
_OPEN = {"“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", '"': '"'}
_LONGEST = 6000
"""Characters; a mark without its partner must not swallow the article."""


_LONGEST_SINGLE = 600


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
        if start >= 0 and _is_lost(text, start, at, mark, closing):
            found.extend(_announced(text, start))
            start = -1
        if start >= 0:
            if mark in closing and not (mark == '"' and _opens_anew(text, at)):
                found.append(Quotation(start, at + 1))
                start = -1
        elif mark in _OPEN and _opens(text, at):
            start, closing = at, _OPEN[mark] + ("”" if mark in '"“„' else "")
    if start >= 0:
        found.extend(_announced(text, start))
    return found


def _is_lost(text: str, start: int, at: int, mark: str, closing: str) -> bool:
    """Tell whether the quotation from `start` on never closed: too long, or another begins before it has."""
    if closing in ("’", "'"):
        return at - start > _LONGEST_SINGLE or mark in '“«"' or "\n" in text[start:at]
    if at - start > _LONGEST:
        return True
    anew = (mark == text[start] and mark in "“«") or (mark == '"' == text[start] and _opens_anew(text, at))
    return anew and not _begins_line(text, at)


def _announced(text: str, start: int) -> list[Quotation]:
    """Return an unclosed quotation up to its paragraph's end where a colon stands before it."""
    if not text[max(0, start - 6) : start].rstrip().endswith(":"):
        return []
    end = text.find("\n", start)
    return [Quotation(start, start + len(text[start : end if end >= 0 else len(text)].rstrip()))]


def _opens_anew(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before == "(") and bool(after) and not after.isspace()


def _opens(text: str, at: int) -> bool:
    """Tell whether the mark may open: curly ones always, straight ones behind a space or the like and before a word."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "'":
        return bool(after) and not after.isspace()
    if mark != '"':
        return True
    if not before or before.isspace() or before in "([-–—:,/;":
        return not after.isspace() or before in ":,;" or before.isspace()
    return False


def _begins_line(text: str, at: int) -> bool:
    """Tell whether only white space, if anything, stands between the line's start and `at`."""
    lead = text[max(0, at - 20) : at]
    return not lead[lead.rfind("\n") + 1 :].strip() and ("\n" in lead or at <= 20)
