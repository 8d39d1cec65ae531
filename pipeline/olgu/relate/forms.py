"""What a quantity measures where its own form leaves no choice: parts of a whole, and the rows of a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from olgu.analyse.morphology import noun
from olgu.article import Slot
from olgu.recognise import numerals
from olgu.relate.anchors import Anchors
from olgu.relate.view import Ground

_WHOLE = frozenset({"abl", "gen"})
_LABEL = 4
"""The most words of the label of a row."""


def told(ground: Ground, earlier: Sequence[tuple[int, Slot, str]], places: Anchors) -> Slot | None:
    """Return the phrase that a quantity measures, where its form says so.

    `earlier` are the phrases of the facts before, latest last, `places` those of the article.
    """
    return _whole(ground) or _row(ground, earlier, places)


def _whole(ground: Ground) -> Slot | None:
    """The whole that a ratio names itself: «374 yaş çay fabrikasından 223'ünün», «8 çalışmasından biriydi»."""
    seat = ground.seat
    if seat.quantity.rule != "ratio.part_of":
        return None
    words = seat.words
    first = seat.first + 1
    while first < seat.last and numerals.find(words[first].text):
        first += 1
    for last in range(seat.last - 1, first - 1, -1):
        if words[last].text.isalpha() and noun(words[last].lower).case in _WHOLE:
            return Slot(words[first].start, words[last].end, "what.inside")
    return None


def _row(ground: Ground, earlier: Sequence[tuple[int, Slot, str]], places: Anchors) -> Slot | None:
    """What the line before a list counts, in its rows of places or times: «169 işçinin dağılımı: ⏎ Hatay: 21»."""
    seat, words = ground.seat, ground.view.words
    colon = seat.first - 1
    if not (earlier and 0 < colon <= _LABEL and words[colon].text == ":"):
        return None
    at, slot, unit = earlier[-1]
    before = ground.article[at].words if at == seat.sentence.index - 1 else ()
    if unit != f"{seat.quantity.kind}.{seat.quantity.unit}" or not before:
        return None
    if not (before[-1].text == ":" or slot.rule == "what.row"):
        return None
    place = bisect_left(places.rows, words[0].start, key=lambda row: row.start)
    named = place < len(places.rows) and places.rows[place].end == words[colon - 1].end
    if not named and not all(ground.view.timed[:colon]):
        return None
    return Slot(slot.start, slot.end, "what.row")
