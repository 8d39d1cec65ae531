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
_WITH = ("lı", "li", "lu", "lü")
_MADE = 2
"""Words in which «katlı», «seyirci kapasiteli» end."""
_FARTHEST = 6
_MODIFIERS = frozenset({"amod", "nmod"})
_NOUNS = frozenset({"noun", "name"})
_BREAKS = frozenset({"punct", "conj", "post", "fin", "conv", "part", "vn"})


def told(ground: Ground, earlier: Sequence[tuple[int, Slot, str]], places: Anchors) -> Slot | None:
    """Return the phrase that a quantity measures, where its form says so.

    `earlier` are the phrases of the facts before, latest last, `places` those of the article.
    """
    return _whole(ground) or _row(ground, earlier, places) or _made_of(ground)


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


def _made_of(ground: Ground) -> Slot | None:
    """What has so many of something: «68 bin seyirci kapasiteli yeni stadyum», «14 katlı 283 odalı bir otel».

    Only a tree tells an adjective, «12 yaralı asker», from a noun, «12 yaralı hastaneye kaldırıldı».
    """
    seat, words, tree = ground.seat, ground.view.words, ground.view.tree
    first = seat.outer_last + 1
    if not tree or seat.quantity.kind != "count" or seat.quantity.case:
        return None
    for i in range(first, min(first + _MADE, len(words) - 1)):
        if not words[i].text.isalpha() or words[i].text.istitle():
            return None
        if words[i].lower.endswith(_WITH):
            head = tree[i].head
            plain = tree[i].rel in _MODIFIERS and i < head <= i + _FARTHEST
            return Slot(words[first].start, words[head].end, "what.after") if plain and _one(ground, i, head) else None
        if ground.parts[i].case != "nom":
            return None
    return None


def _one(ground: Ground, first: int, head: int) -> bool:
    """True where all words from `first` to `head` are one noun phrase with this head."""
    tree, tags = ground.view.tree, ground.parts
    inside = range(first, head)
    return tags[head].tag in _NOUNS and all(
        tags[i].tag not in _BREAKS and (i == first or ground.view.owner[i] >= 0 or i < tree[i].head <= head)
        for i in inside
    )
