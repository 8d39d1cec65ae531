"""Do annotations stand where they say? Offsets in code points, or in the UTF-16 units of some tools."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Quoted = tuple[int, int, str]
"""Start, end and the text that the annotation says to stand there."""


@dataclass(frozen=True, slots=True)
class Utf16:
    """The offsets of a text in UTF-16 code units, in which characters beyond U+FFFF (emoji) count twice."""

    pairs: tuple[int, ...]
    """UTF-16 offset of the first half of each surrogate pair."""

    @classmethod
    def of(cls, text: str) -> Utf16:
        """Return the offsets of `text`."""
        wide = (at for at, letter in enumerate(text) if letter > "\uffff")
        return cls(tuple(at + number for number, at in enumerate(wide)))

    def code_point(self, offset: int) -> int:
        """Return the offset in code points; one within a pair is taken as the end of its character."""
        return offset - bisect_left(self.pairs, offset)


def in_code_points(text: str, spans: Sequence[Quoted]) -> tuple[list[Quoted], list[int]]:
    """Return the spans in code points, and the indices of those whose text does not stand there.

    Where the quotes do not stand at their offsets, but all of them do when the offsets are read as UTF-16, they are.
    """
    wrong = _misplaced(text, spans)
    if wrong and (units := Utf16.of(text)).pairs:
        moved = [(units.code_point(start), units.code_point(end), quote) for start, end, quote in spans]
        if not _misplaced(text, moved):
            return moved, []
    return list(spans), wrong


def stands(text: str, span: Quoted) -> bool:
    r"""Whether the quote stands at its offsets; Label Studio has written line breaks as the two characters \ and n."""
    start, end, quote = span
    return 0 <= start < end <= len(text) and text[start:end] in (quote, quote.replace("\\n", "\n"))


def misplaced(text: str, span: Quoted) -> str:
    """Return what stands at the offsets instead of the quote, and where the quote stands."""
    start, end, quote = span
    there = text[max(0, start) : max(0, end)]
    told = f"the text at {start}-{end} is «{there}», the annotation says «{quote}»"
    at = text.find(quote) if quote else -1
    return told + (f", which stands at {at}-{at + len(quote)}" if at >= 0 else ", which stands nowhere in the text")


def _misplaced(text: str, spans: Sequence[Quoted]) -> list[int]:
    return [i for i, span in enumerate(spans) if not stands(text, span)]
