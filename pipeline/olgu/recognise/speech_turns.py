"""Speech turns: a line «Ad Soyad, ünvan:» and what is said below it; «Ad Soyad: …» and «Ad Soyad (…): …» in a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from olgu.article import Mention, Turn

_LONGEST = 5000
"""Characters of a turn within a line."""
_DASH = re.compile(r"\s*[-–—]\s*\S")
_INLINE = re.compile(r"(?:\s*\([^()\n]{1,120}\))?\s*:(?!\d)[^\S\n]*(?![“\"«„\n])(?=\S)")
_HEADER = re.compile(r"(?:\s*[,(][^:\n]{0,140})?\s*:[^\S\n]*(?=\n)")
_QUOTE = re.compile(r"[“\"«][^“”\"«»]{40}")
_LEAD = re.compile(r"(?:\A|\n)[^\S\n]*[-–—*]?[^\S\n]*\Z")


def turns(text: str, names: Sequence[Mention]) -> Iterator[Turn]:
    """Yield the speech turns of `text`: from behind the header to the next header or a paragraph without a dash."""
    people = [name for name in names if name.type != "LOC"]
    starts = [name.start for name in people]
    done = 0
    for name in people:
        if name.start < done:
            continue
        if header := _HEADER.match(text, name.end):
            if not _LEAD.search(text[max(0, name.start - 40) : name.start]):
                continue
            end = _paragraphs(text, header.end())
        elif header := _INLINE.match(text, name.end):
            end = _inline_end(text, header.end(), people, starts)
        else:
            continue
        if end > header.end():
            done = end
            yield Turn(header.end(), end, name.start, name.end, "turn")


def _paragraphs(text: str, start: int) -> int:
    """Return the end of the paragraphs from `start` on that begin with a dash."""
    end = start
    while True:
        at = end
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text) or not _DASH.match(text, at):
            return end
        end = text.find("\n", at)
        if end < 0:
            return len(text)


def _inline_end(text: str, start: int, people: Sequence[Mention], starts: Sequence[int]) -> int:
    """Return the end of the line, or where the next «Ad Soyad:» or another's quotation stands in it."""
    limit = min(len(text), start + _LONGEST)
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    if quote := _QUOTE.search(text, start, end):
        end = max(start, text.rfind(". ", start, quote.start()) + 1)
    for at in range(bisect_left(starts, start), len(people)):
        if people[at].start >= end:
            break
        if _INLINE.match(text, people[at].end):
            return people[at].start
    return end
