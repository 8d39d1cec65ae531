"""What a quantity measures where its own form leaves no choice: parts of a whole, and the rows of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from olgu.analyse.morphology import noun
from olgu.article import Slot
from olgu.recognise import numerals
from olgu.relate.anchors import Anchor, Anchors
from olgu.relate.parts import lexicon
from olgu.relate.seat import Seat
from olgu.relate.view import Ground

_WHOLE = frozenset({"abl", "gen"})
_LABEL = 4
"""The most words of the label of a row."""
_JOINTS = frozenset({",", ";", "ve"})
_PARTICIPLES = frozenset({"an", "acak"})
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
    return _whole(ground) or _row(ground, earlier, places) or _ranked(ground) or _made_of(ground)


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


def _is_row(ground: Ground) -> bool:
    """True for «Hatay: 21», the number right behind a short label."""
    colon = ground.seat.first - 1
    return 0 < colon <= _LABEL and ground.view.words[colon].text == ":"


def _label(ground: Ground, anchors: Anchors) -> Anchor | None:
    """The place or time that is the whole label of a row."""
    if not _is_row(ground):
        return None
    words, rows = ground.view.words, anchors.rows
    at = bisect_left(rows, words[0].start, key=lambda row: row.start)
    whole = at < len(rows) and rows[at].end == words[ground.seat.first - 2].end
    return rows[at] if whole else None


def _row(ground: Ground, earlier: Sequence[tuple[int, Slot, str]], places: Anchors) -> Slot | None:
    """What the line before a list counts, in its rows of places or times: «169 işçinin dağılımı: ⏎ Hatay: 21»."""
    seat, colon = ground.seat, ground.seat.first - 1
    if not earlier or not _is_row(ground):
        return None
    at, slot, unit = earlier[-1]
    before = ground.article[at].words if at == seat.sentence.index - 1 else ()
    if unit != f"{seat.quantity.kind}.{seat.quantity.unit}" or not before:
        return None
    if not (before[-1].text == ":" or slot.rule == "what.row"):
        return None
    if _label(ground, places) is None and not all(ground.view.timed[:colon]):
        return None
    return Slot(slot.start, slot.end, "what.row")


def _ranked(ground: Ground) -> Slot | None:
    """Who has a rank: «11'inci sırada bulunan İzmir'i», «2'nci sıraya gerileyen İstanbul»."""
    seat, words, parts = ground.seat, ground.view.words, ground.view.parts
    i, first = seat.outer_last + 1, ground.governor + 1
    if seat.quantity.kind != "ordinal" or ground.marker != "an" or not i < first < len(words):
        return None
    last = first
    while last + 1 < len(words) and parts[last].case == "nom" and parts[last + 1].tag == "name":
        last += 1
    named = noun(words[i].lower).lemma == "sıra" and parts[first].tag == "name"
    if last + 1 < len(words) and parts[last].case == "nom" and parts[last + 1].possessive:
        last += 1  # «Karadeniz temsilcisi»
    return Slot(words[first].start, words[last].end, "what.after") if named else None


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


def joined(ground: Ground, head: int) -> int:
    """Return where what is counted ends if it goes on behind its head: «47 yolcu ve mürettebatın».

    The first noun is bare since the ending of the last one serves both.
    """
    words, parts = ground.view.words, ground.parts
    bare = parts[head].tag == "noun" and parts[head].case == "nom" and not parts[head].possessive
    if ground.seat.quantity.kind != "count" or head < ground.seat.last or not bare or words[head].suffix:
        return head
    if head + 2 >= len(words) or words[head + 1].lower != "ve" or ground.view.owner[head + 2] >= 0:
        return head
    other = parts[head + 2]
    ended = other.tag == "noun" and other.case not in {"nom", ""} and not other.possessive
    behind = parts[head + 3].tag if head + 3 < len(parts) else ""
    return head + 2 if ended and behind != "vn" else head  # «yatırım ve satın alma hedefi»


def framed(ground: Ground, anchors: Anchors, rule: str) -> Slot | None:
    """Return the time or place of a quantity, `rule` says which, where the form of its clause tells."""
    at = ground.seat.sentence.index
    here = anchors.rows[bisect_left(anchors.sentences, at) : bisect_right(anchors.sentences, at)]
    anchor = _own(ground, here) or _label(ground, anchors)
    if anchor is None:
        anchor = _modified(ground, here) if rule == "place" else _labelled(ground, anchors, here)
    if anchor is None:
        return None
    return Slot(anchor.start, anchor.end, f"{rule}.{'same' if anchor.sentence == at else 'earlier'}", anchor.value)


def points_back(ground: Ground, times: Anchors, told: Ground | None) -> bool:
    """True where a sentence without a time goes on with the one before, whose last number is `told`: «Bu tutarın …»."""
    at, words = ground.seat.sentence.index, ground.view.words
    if told is None or at - told.seat.sentence.index > 1:
        return False
    own = bisect_left(times.sentences, at)
    if own < len(times.sentences) and times.sentences[own] == at:
        return False
    opening = {words[0].lower, " ".join(word.lower for word in words[:2])}
    return not opening.isdisjoint(lexicon()["pointing"])


def _labelled(ground: Ground, times: Anchors, here: Sequence[Anchor]) -> Anchor | None:
    """The time that a paragraph has for a label: «2006: Java'yı vuran 6,8 şiddetindeki deprem … 700 kişinin …»."""
    first = ground.seat.sentence.index
    while first and times.paragraphs[first - 1] == times.paragraphs[first]:
        first -= 1
    at = bisect_left(times.sentences, first)
    if at == len(times.rows) or times.rows[at].sentence != first or not times.rows[at].opening:
        return None
    label, words = times.rows[at], ground.article[first].words
    colon = bisect_left(words, label.end, key=lambda word: word.start)
    if colon == len(words) or words[colon].text != ":" or any(anchor is not label for anchor in here):
        return None
    return label


def _own(ground: Ground, here: Sequence[Anchor]) -> Anchor | None:
    """The one behind each number of a list: «yüzde 44'ü Asya'da, yüzde 39'u ise Afrika'da»."""
    if len(here) < 2:
        return None
    words, row = ground.view.words, ground.view.row
    line: list[Anchor | Seat] = [*here, *row]
    line.sort(key=lambda item: item.start if isinstance(item, Anchor) else words[item.first].start)
    at = first = line.index(ground.seat)
    while first >= 2 and isinstance(line[first - 1], Anchor) and _alike(line[first - 2], ground.seat):
        first -= 2
    last = at
    while last + 2 < len(line) and isinstance(line[last + 1], Anchor) and _alike(line[last + 2], ground.seat):
        last += 2
    own = line[at + 1] if at + 1 < len(line) else None
    paired = last > first and (first == 0 or not isinstance(line[first - 1], Anchor))
    if not (paired and isinstance(own, Anchor) and last + 1 < len(line) and isinstance(line[last + 1], Anchor)):
        return None
    if all(_parted(ground, line[i - 1], line[i]) for i in range(first + 2, last + 1, 2)):
        return own
    return None


def _alike(item: Anchor | Seat, seat: Seat) -> bool:
    return isinstance(item, Seat) and item.quantity.kind == seat.quantity.kind


def _parted(ground: Ground, anchor: Anchor | Seat, seat: Anchor | Seat) -> bool:
    """True where a comma or «ve» parts what belongs to two numbers, and no verb."""
    if not (isinstance(anchor, Anchor) and isinstance(seat, Seat)):
        return False
    first = bisect_left(ground.view.words, anchor.end, key=lambda word: word.start)
    between = ground.view.words[first : seat.outer_first]
    return any(word.text in _JOINTS for word in between) and ground.view.closed[first] == ground.view.closed[seat.first]


def _modified(ground: Ground, here: Sequence[Anchor]) -> Anchor | None:
    """The place that the number's clause modifies: «5. sırada yer alan Türkiye», «219 hektarlık Kuyucuk»."""
    words, i = ground.view.words, ground.seat.outer_last + 1
    if ground.seat.quantity.case != "lik":
        if ground.governor < ground.seat.last or ground.marker not in _PARTICIPLES:
            return None
        if ground.seat.quantity.rule == "number.score":
            return None  # a team
        i = ground.governor + 1
        i += i < len(words) and words[i].lower == "olan"
        if words[i - 1].lower != "olan" and ground.view.parts[ground.governor].tag != "part":
            return None
    found = next((anchor for anchor in here if i < len(words) and anchor.start == words[i].start), None)
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
