"""What a quantity measures where its form or its clause leaves no choice: parts of a whole, rows of a list, ranks."""

from __future__ import annotations

from collections.abc import Sequence

from olgu.analyse.morphology import noun
from olgu.article import Slot
from olgu.recognise import numerals
from olgu.relate import cues
from olgu.relate.anchors import Anchors
from olgu.relate.frame_forms import PARTICIPLES, is_row, label
from olgu.relate.parts import lexicon
from olgu.relate.role import POSSESSED
from olgu.relate.view import Ground

_WHOLE = frozenset({"abl", "gen"})
_WITH = ("lı", "li", "lu", "lü")
_MADE = 2
"""Words in which «katlı», «seyirci kapasiteli» end."""
_FARTHEST = 6
"""Words behind which the noun that has them stands."""
_MODIFIERS = frozenset({"amod", "nmod"})
_OWNER = 8
"""Words between an owner and what part of it is told."""
_STOPS = frozenset({"punct", "fin", "conv", "part", "vn"})
_VERBS = frozenset({"part", "fin"})
_NOUNS = frozenset({"noun", "name"})
_BREAKS = _STOPS | {"conj", "post"}


def told(ground: Ground, earlier: Sequence[tuple[int, Slot, str]], places: Anchors) -> Slot | None:
    """Return the phrase that a quantity measures, where its form says so.

    `earlier` are the phrases of the facts before, latest last, `places` those of the article.
    """
    return (
        _whole(ground)
        or _row(ground, earlier, places)
        or _ranked(ground)
        or _divided(ground)
        or _lasting(ground)
        or _made_of(ground)
    )


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
    seat = ground.seat
    if not earlier or not is_row(ground):
        return None
    at, slot, unit = earlier[-1]
    before = ground.article[at].words if at == seat.sentence.index - 1 else ()
    if unit != f"{seat.quantity.kind}.{seat.quantity.unit}" or not before:
        return None
    if not (before[-1].text == ":" or slot.rule == "what.row"):
        return None
    if label(ground, places) is None and not all(ground.view.timed[: seat.first - 1]):
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


def _divided(ground: Ground) -> Slot | None:
    """What a clause with «olarak» modifies: «16 bin parça olarak taşınacak olan çimler»."""
    words, parts, i = ground.view.words, ground.view.parts, ground.seat.outer_last + 1
    verb = ground.governor
    if i >= len(words) or words[i].lower != "olarak" or not i < verb < len(words) - 1 or parts[verb].tag not in _VERBS:
        return None
    at = verb + 1 + (words[verb + 1].lower == "olan")
    if ground.marker not in PARTICIPLES or at >= len(words) or parts[at].tag not in _NOUNS:
        return None
    last = at
    while last + 1 < min(at + _MADE + 1, len(words)) and parts[last].case == "nom" and parts[last + 1].tag in _NOUNS:
        last += 1
    return Slot(words[at].start, words[last].end, "what.after")


def _lasting(ground: Ground) -> Slot | None:
    """«29 ay süreyle açıldı», both lengths of «2 ay 16 gün süreyle»; not «15 gün süreyle tek fiyat uygulandı»."""
    view, i = ground.view, ground.seat.outer_last + 1
    if ground.seat.quantity.kind != "duration":
        return None
    while i < len(view.words) and view.owner[i] >= 0 and view.row[view.owner[i]].quantity.kind == "duration":
        i += 1
    behind = view.parts[i + 1].tag if i + 1 < len(view.words) else "punct"
    lasting = i < len(view.words) and view.words[i].lower in lexicon()["lasting"] and behind in _STOPS
    return Slot(view.words[i].start, view.words[i].end, "what.after") if lasting else None


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
    return tags[head].tag in _NOUNS and all(
        tags[i].tag not in _BREAKS and (i == first or ground.view.owner[i] >= 0 or i < tree[i].head <= head)
        for i in range(first, head)
    )


def owner(ground: Ground) -> int:
    """Return the word that owns a percentage which is owned, -1 where none does.

    «ihalelerin adet olarak yüzde 43’ü mal alımıdır».
    """
    seat, view = ground.seat, ground.view
    owned = POSSESSED.fullmatch(view.words[seat.last].suffix) is not None
    if seat.quantity.kind != "percent" or ground.role != "share" or not owned:
        return -1
    for i in range(seat.outer_first - 1, max(-1, seat.outer_first - 1 - _OWNER), -1):
        part = view.parts[i]
        if view.owner[i] >= 0 or part.tag in _STOPS:
            return -1
        if part.tag in _NOUNS and part.case == "gen":
            return i
    return -1


def is_recipient(ground: Ground, head: int) -> bool:
    """True where a sum is given to what ends in `head`, right before it: «iki şirkete 104 milyon lira ödenecek»."""
    quantity, part = ground.seat.quantity, ground.parts[head]
    given = quantity.kind == "money" and ground.governor_lemma in cues.lexicon("verbs", "giving")
    return given and part.case == "dat" and part.tag in _NOUNS and head + 1 == ground.seat.outer_first


def joined(ground: Ground, head: int) -> int:
    """Return where what is counted ends if it goes on behind its head: «47 yolcu ve mürettebatın», «cari açık».

    The first noun is bare since the ending of the last one serves both.
    """
    words, parts = ground.view.words, ground.parts
    if words[head].lower in lexicon()["balances"] and head + 1 < len(words):
        return head + words[head + 1].stem.startswith(tuple(lexicon()["balanced"]))
    bare = parts[head].tag == "noun" and parts[head].case == "nom" and not parts[head].possessive
    if ground.seat.quantity.kind != "count" or head < ground.seat.last or not bare or words[head].suffix:
        return head
    if head + 2 >= len(words) or words[head + 1].lower != "ve" or ground.view.owner[head + 2] >= 0:
        return head
    other = parts[head + 2]
    ended = other.tag == "noun" and other.case not in {"nom", ""} and not other.possessive
    behind = parts[head + 3].tag if head + 3 < len(parts) else ""
    return head + 2 if ended and behind != "vn" else head  # «yatırım ve satın alma hedefi»
