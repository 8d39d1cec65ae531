"""Speech turns: a line «Ad Soyad, ünvan:» and what is said below it; «Ad Soyad: …» on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from olgu.article import Mention, Turn

_LINE = re.compile(r"[^\n]+")
_DASH = re.compile(r"\s*[-–—]\s*\S")
_QUOTE = re.compile(r"\s*[“\"«„]")
_LONGEST_HEADER = 160


def turns(text: str, names: Sequence[Mention]) -> Iterator[Turn]:
    """Yield the speech turns of `text`: from behind the header to the next header or paragraph without a dash."""
    speaker: Mention | None = None
    start = end = 0
    marked = False
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        header = _header(text, line.start(), line.end(), names)
        goes_on = header is None and speaker is not None and _goes_on(text, line.start(), marked, end > start)
        if goes_on:
            marked = marked or bool(_DASH.match(text, line.start()))
            end = line.end()
            continue
        if speaker is not None and end > start:
            yield Turn(start, end, speaker.start, speaker.end, "turn")
        speaker = None
        if header is not None:
            speaker, start = header
            end = line.end() if text[start : line.end()].strip() else start
            marked = False
    if speaker is not None and end > start:
        yield Turn(start, end, speaker.start, speaker.end, "turn")


def _goes_on(text: str, at: int, marked: bool, begun: bool) -> bool:
    if _DASH.match(text, at):
        return True
    return not marked and not begun and bool(_QUOTE.match(text, at))


def _header(text: str, start: int, end: int, names: Sequence[Mention]) -> tuple[Mention, int] | None:
    """Return the speaker whom the line names before its colon and the offset behind the colon."""
    colon = text.find(":", start, min(end, start + _LONGEST_HEADER))
    if colon < 0 or text[colon + 1 : colon + 2].isdigit():
        return None
    first = start + len(text[start:end]) - len(text[start:end].lstrip(" -–—*\t"))
    for name in _within(names, first, colon):
        if name.start != first or name.type == "LOC":
            return None
        between = text[name.end : colon]
        alone = not text[colon + 1 : end].strip()
        if between.strip() == "" or (alone and between.lstrip().startswith((",", "("))):
            return name, colon + 1
        return None
    return None


def _within(names: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    from bisect import bisect_left  # noqa: PLC0415

    for at in range(bisect_left([name.start for name in names], start), len(names)):
        if names[at].start >= end:
            return
        yield names[at]
