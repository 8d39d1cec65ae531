"""When and where a quantity holds where the form of its clause leaves no choice: lists, participles, labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from olgu.analyse.words import Word
from olgu.article import Slot
from olgu.relate.anchors import Anchor, Anchors
from olgu.relate.parts import lexicon
from olgu.relate.seat import Seat
from olgu.relate.view import Ground

_LABEL = 4
"""The most words of the label of a row."""
_LONGEST_MEMBER = 24
"""Words on each side of a number in which its member of a list begins or ends."""
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


def pointed(ground: Ground, times: Anchors, told: Ground | None, last: Slot | None) -> Slot | None:
    """Return the time of a sentence that has none and goes on with the one before: «Bu tutarın …», «Buna göre …».

    It is the only one of the sentence before, else `last`, that of its last number, `told`.
    """
    at, words = ground.seat.sentence.index, ground.view.words
    opening = {words[0].lower, " ".join(word.lower for word in words[:2])}
    if at == 0 or opening.isdisjoint(lexicon()["pointing"]) or times.any_in(at):
        return None
    first = bisect_left(times.sentences, at - 1)
    if bisect_left(times.sentences, at) == first + 1:
        anchor = times.rows[first]
        return Slot(anchor.start, anchor.end, "time.earlier", anchor.value)
    return last if told is not None and at - told.seat.sentence.index <= 1 else None


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
    """The one in each member of a list: «Amerika’da yüzde 5, Avrupa’da yüzde 7», «yüzde 44'ü Asya'da, yüzde 39'u …»."""
    if len(ground.view.row) < 2 or not anchors.any_in(ground.seat.sentence.index):
        return None
    words, seat = ground.view.words, ground.seat
    first, end = _joint_before(words, seat.first), _joint_behind(words, seat.last + 1)
    mine = _alone(ground, anchors, first, end)
    if mine is None:
        return None
    own, _ = mine
    before = _alone(ground, anchors, _joint_before(words, first - 1), first - 1) if first > 1 else None
    behind = _alone(ground, anchors, end + 1, _joint_behind(words, end + 1)) if end + 1 < len(words) else None
    return own if any(other and _alike(ground.seat, own, *other) for other in (before, behind)) else None


def _joint_before(words: Sequence[Word], index: int) -> int:
    """Return where the member of a list begins that the word `index` stands in; -1 where it is none."""
    for i in range(index, max(index - _LONGEST_MEMBER, 0), -1):
        if words[i - 1].text in _JOINTS:
            return i
    return 0 if index <= _LONGEST_MEMBER else -1


def _joint_behind(words: Sequence[Word], index: int) -> int:
    """Return where that member ends, which its joint follows; -1 where it is none."""
    for i in range(index, min(index + _LONGEST_MEMBER, len(words))):
        if words[i].text in _JOINTS:
            return i
    return len(words) if index + _LONGEST_MEMBER >= len(words) else -1


def _alone(ground: Ground, anchors: Anchors, first: int, end: int) -> tuple[Anchor, Seat] | None:
    """Return the anchor and the number of the words from `first` to before `end`, where there is one of each."""
    if first < 0 or end <= first:
        return None
    words, row, rows = ground.view.words, ground.view.row, anchors.rows
    number = bisect_left(row, first, key=lambda seat: seat.first)
    at = bisect_left(rows, words[first].start, key=lambda anchor: anchor.start)
    numbers = [seat for seat in row[number : number + 2] if seat.last < end]
    found = [anchor for anchor in rows[at : at + 2] if anchor.end <= words[end - 1].end]
    if len(numbers) != 1 or len(found) != 1:
        return None
    seat, anchor = numbers[0], found[0]
    bare = seat.quantity.kind == "count" and not words[seat.last].suffix and seat.last + 1 < end
    counted = bare and words[seat.last + 1].start == anchor.start  # «5 Suriye»
    inside = seat.quantity.start < anchor.end and anchor.start < seat.quantity.end  # «5 milyon ABD doları»
    return None if counted or inside or seat.quantity.rule == "number.score" else (anchor, seat)


def _alike(seat: Seat, own: Anchor, anchor: Anchor, other: Seat) -> bool:
    """True where another member has a like number, and its anchor on the same side of it."""
    a, b = seat.quantity, other.quantity
    return (a.kind, a.unit) == (b.kind, b.unit) and (own.start < a.start) == (anchor.start < b.start)


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
