"""When and where a quantity holds where the form of its clause leaves no choice: lists, participles, labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from olgu.article import Slot
from olgu.relate.anchors import Anchor, Anchors
from olgu.relate.parts import lexicon
from olgu.relate.seat import Seat
from olgu.relate.view import Ground

_LABEL = 4
"""The most words of the label of a row."""
_LONGEST_LIST = 16
"""Numbers on each side that are looked at in a list."""
_JOINTS = frozenset({",", ";", "ve"})
PARTICIPLES = frozenset({"an", "acak"})
"""Markers of the participles that say of a noun what it does or will do: «alan Türkiye», «taşınacak çimler»."""


def framed(ground: Ground, anchors: Anchors, rule: str) -> Slot | None:
    """Return the time or place of a quantity, `rule` says which, where the form of its clause tells."""
    anchor = _own(ground, anchors) or label(ground, anchors)
    if anchor is None:
        anchor = _modified(ground, anchors) if rule == "place" else _labelled(ground, anchors)
    if anchor is None:
        return None
    side = "same" if anchor.sentence == ground.seat.sentence.index else "earlier"
    return Slot(anchor.start, anchor.end, f"{rule}.{side}", anchor.value)


def points_back(ground: Ground, times: Anchors, told: Ground | None) -> bool:
    """True where a sentence without a time goes on with the one before, whose last number is `told`: «Bu tutarın …»."""
    at, words = ground.seat.sentence.index, ground.view.words
    if told is None or at - told.seat.sentence.index > 1 or times.any_in(at):
        return False
    opening = {words[0].lower, " ".join(word.lower for word in words[:2])}
    return not opening.isdisjoint(lexicon()["pointing"])


def is_row(ground: Ground) -> bool:
    """True for «Hatay: 21», the number right behind a short label."""
    colon = ground.seat.first - 1
    return 0 < colon <= _LABEL and ground.view.words[colon].text == ":"


def label(ground: Ground, anchors: Anchors) -> Anchor | None:
    """Return the place or time that is the whole label of a row."""
    if not is_row(ground):
        return None
    words = ground.view.words
    anchor = anchors.starting(words[0].start)
    return anchor if anchor and anchor.end == words[ground.seat.first - 2].end else None


def _labelled(ground: Ground, times: Anchors) -> Anchor | None:
    """The time that a paragraph has for a label: «2006: Java'yı vuran 6,8 şiddetindeki deprem … 700 kişinin …»."""
    at = ground.seat.sentence.index
    first = bisect_left(times.paragraphs, times.paragraphs[at])
    words = ground.article[first].words
    anchor = times.starting(words[0].start) if words else None
    if anchor is None or (first != at and times.any_in(at)):
        return None
    colon = bisect_left(words, anchor.end, key=lambda word: word.start)
    alone = first != at or bisect_right(times.sentences, at) - bisect_left(times.sentences, at) == 1
    return anchor if alone and colon < len(words) and words[colon].text == ":" else None


def _own(ground: Ground, anchors: Anchors) -> Anchor | None:
    """The one behind each number of a list: «yüzde 44'ü Asya'da, yüzde 39'u ise Afrika'da»."""
    if not anchors.any_in(ground.seat.sentence.index):
        return None
    line = _line(ground, anchors)
    at = first = line.index(ground.seat)
    if at + 1 >= len(line) or not isinstance(line[at + 1], Anchor):
        return None
    while first >= 2 and isinstance(line[first - 1], Anchor) and _alike(line[first - 2], ground.seat):
        first -= 2
    last = at
    while last + 2 < len(line) and isinstance(line[last + 1], Anchor) and _alike(line[last + 2], ground.seat):
        last += 2
    paired = last > first and (first == 0 or not isinstance(line[first - 1], Anchor))
    if not (paired and last + 1 < len(line) and isinstance(line[last + 1], Anchor)):
        return None
    own = line[at + 1]
    parted = all(_parted(ground, line[i - 1], line[i]) for i in range(first + 2, last + 1, 2))
    return own if parted and isinstance(own, Anchor) else None


def _line(ground: Ground, anchors: Anchors) -> list[Anchor | Seat]:
    """Return the numbers around this one and the anchors of the sentence among them, in order."""
    row, at = ground.view.row, ground.seat.sentence.index
    mine = bisect_left(row, ground.seat.quantity.start, key=lambda seat: seat.quantity.start)
    near = row[max(0, mine - _LONGEST_LIST) : mine + _LONGEST_LIST + 1]
    begin, end = near[0].quantity.start, near[-1].quantity.end
    low, high = bisect_left(anchors.sentences, at), bisect_right(anchors.sentences, at)
    first = max(low, bisect_left(anchors.rows, begin, low, high, key=lambda anchor: anchor.start) - 1)
    last = min(high, bisect_left(anchors.rows, end, low, high, key=lambda anchor: anchor.start) + 1)
    line: list[Anchor | Seat] = [*anchors.rows[first:last], *near]
    line.sort(key=lambda item: item.start if isinstance(item, Anchor) else item.quantity.start)
    return line


def _alike(item: Anchor | Seat, seat: Seat) -> bool:
    return isinstance(item, Seat) and item.quantity.kind == seat.quantity.kind


def _parted(ground: Ground, anchor: Anchor | Seat, seat: Anchor | Seat) -> bool:
    """True where a comma or «ve» parts what belongs to two numbers, and no verb."""
    if not (isinstance(anchor, Anchor) and isinstance(seat, Seat)):
        return False
    first = bisect_left(ground.view.words, anchor.end, key=lambda word: word.start)
    between = ground.view.words[first : seat.outer_first]
    return any(word.text in _JOINTS for word in between) and ground.view.closed[first] == ground.view.closed[seat.first]


def _modified(ground: Ground, places: Anchors) -> Anchor | None:
    """The place that the number's clause modifies: «5. sırada yer alan Türkiye», «219 hektarlık Kuyucuk»."""
    words, parts, i = ground.view.words, ground.view.parts, ground.seat.outer_last + 1
    if ground.seat.quantity.case != "lik":
        if ground.governor < ground.seat.last or ground.marker not in PARTICIPLES:
            return None
        if ground.seat.quantity.rule == "number.score":
            return None  # a team
        i = ground.governor + 1
        i += i < len(words) and words[i].lower == "olan"
        if words[i - 1].lower != "olan" and parts[ground.governor].tag != "part":
            return None
    found = places.starting(words[i].start) if i < len(words) else None
    return found if found and _stands_alone(ground, found) else None


def _stands_alone(ground: Ground, place: Anchor) -> bool:
    """False where a place is but a part of what is meant: «Filistin asıllı gazeteci», «Türkiye’nin havayolu»."""
    words, parts = ground.view.words, ground.view.parts
    last = bisect_left(words, place.end, key=lambda word: word.end)
    if last >= len(words):
        return False
    bare = not words[last].suffix and words[last].end == place.end
    after = parts[last + 1] if last + 1 < len(parts) else None
    if bare:
        return after is None or after.tag not in {"noun", "adj"} or after.lemma in lexicon()["areas"]
    return parts[last].case != "gen"
