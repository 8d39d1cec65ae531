"""Where a quantity sits in its sentence: the ground that every relation rule stands on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from olgu.analyse.words import Sentence, Word
from olgu.article import Quantity


@dataclass(frozen=True, slots=True)
class Seat:
    """A quantity and the indexes of its words: `first`..`last` without, `outer_*` with its bound words."""

    quantity: Quantity
    sentence: Sentence
    first: int
    last: int
    outer_first: int
    outer_last: int

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the whole sentence."""
        return self.sentence.words


def seats(quantities: Sequence[Quantity], sentences: Sequence[Sentence]) -> list[list[Seat]]:
    """Seat sorted `quantities` in sorted `sentences`; one list per sentence, in order.

    A quantity ends where its sentence does: in «304 kilomETRELİK KESİM» a heading is taken to be glued to its unit.
    """
    result: list[list[Seat]] = [[] for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    rows: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        if at >= 0:
            end = sentences[at].end
            rows.setdefault(at, []).append(quantity if quantity.end <= end else _cut(quantity, end))
    for at, row in rows.items():
        result[at] = seat_row(row, sentences[at])
    return result


def _cut(quantity: Quantity, end: int) -> Quantity:
    return replace(quantity, end=end, context_end=min(quantity.context_end, end))


def seat_row(row: Sequence[Quantity], sentence: Sentence) -> list[Seat]:
    """Find the words of the quantities of one `sentence`, which must contain their starts."""
    starts = [word.start for word in sentence.words]
    ends = [word.end for word in sentence.words]
    last_word = len(starts) - 1

    def index(start: int, end: int) -> tuple[int, int]:
        first = min(bisect_right(ends, start), last_word)
        return first, min(max(first, bisect_left(starts, end) - 1), last_word)

    result = []
    for quantity in row:
        first, last = index(quantity.start, quantity.end)
        outer_start = quantity.context_start if quantity.context_start >= 0 else quantity.start
        outer_first, outer_last = index(outer_start, max(quantity.context_end, quantity.end))
        result.append(Seat(quantity, sentence, first, last, min(outer_first, first), max(outer_last, last)))
    return result
