"""Which time and place hold for a fact: the features that rank the anchors of its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from olgu.article import Slot
from olgu.relate import frame_features as spelt
from olgu.relate.anchors import PLACE_LABELS, Anchor, Anchors
from olgu.relate.links import Linked, linked, weighed
from olgu.relate.ranker import Group, Ranker, decide
from olgu.relate.reference import place_reference
from olgu.relate.tree import anchor_groups
from olgu.relate.view import Ground, bucket

_CASES = (
    ("loc", ("da", "de", "ta", "te", "nda", "nde")),
    ("abl", ("dan", "den", "tan", "ten", "ndan", "nden")),
    ("gen", ("ın", "in", "un", "ün", "nın", "nin", "nun", "nün")),
    ("dat", ("a", "e", "ya", "ye", "na", "ne")),
    ("acc", ("ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü")),
    ("ki", ("daki", "deki", "taki", "teki", "ndaki", "ndeki")),
)

Offer = tuple[Anchor | None, tuple[Group, ...]]
"""An anchor with its features; None stands for the answer "none", which is the last offer."""


@dataclass(frozen=True, slots=True)
class Last:
    """The fact before, with the slot in question."""

    ground: Ground
    slot: Slot | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What an anchor is weighed in: the same for all anchors of a fact."""

    own: int
    """Anchors in the quantity's own sentence."""
    before: bool
    """True where there are others."""
    carried: str | None
    """Key of the slot of the fact before."""
    told: str
    """How the fact before compares: "none" where there is none, else "same" or "other" (kind and unit) and how far."""
    opener: str
    """First word of the sentence."""
    refers: str
    """Case of a noun of the sentence that stands for a place named before; "" where there is none."""


def choose(
    ground: Ground, anchors: Anchors, what: Slot | None, last: Last | None, ranker: Ranker, rule: str
) -> tuple[Slot | None, float]:
    """Return the anchor that dates or places the fact, or None, and how sure the ranker is of it (0..1)."""
    rows = offers(ground, anchors, what, last)
    if not rows:
        return None, 1.0
    keys = [anchor.key if anchor else None for anchor, _ in rows]
    tie = linked(ground.article, ground.seat.sentence.index, ground.seat.last, rule)
    choice = decide([ranker.score(groups) + _tied(ranker, tie, anchor) for anchor, groups in rows], keys)
    anchor = rows[choice.index][0]
    if anchor is None:
        return None, choice.probability
    place = "same" if anchor.sentence == ground.seat.sentence.index else "earlier"
    return Slot(anchor.start, anchor.end, f"{rule}.{place}", anchor.value), choice.probability


def _tied(ranker: Ranker, tie: Linked | None, anchor: Anchor | None) -> int:
    if tie is None:
        return 0
    return weighed(ranker, tie.nothing if anchor is None else tie.ending(anchor.sentence, anchor.end))


def offers(ground: Ground, anchors: Anchors, what: Slot | None, last: Last | None) -> list[Offer]:
    """Return the anchors that may hold for the quantity, and "none"; nothing where there is no anchor."""
    near = anchors.near(ground.seat.sentence.index, last.slot if last else None)
    if not near:
        return []
    own = sum(anchor.sentence == ground.seat.sentence.index for anchor in near)
    opener, placing = ground.view.words[0].lower, near[0].label in PLACE_LABELS
    refers = place_reference(ground.view.parts) if placing else ""
    frame = Frame(own, len(near) > own, _key(near, last), _told(ground, last), opener, refers)
    rows: list[Offer] = [(anchor, groups(ground, anchor, what, frame, anchors.paragraphs)) for anchor in near]
    rows.append((None, nothing(ground, frame)))
    return rows


def _key(near: Sequence[Anchor], last: Last | None) -> str | None:
    if last is None or last.slot is None:
        return None
    return next((anchor.key for anchor in near if anchor.start == last.slot.start), None)


def _told(ground: Ground, last: Last | None) -> str:
    if last is None:
        return "none"
    a, b = ground.seat, last.ground.seat
    alike = "same" if (a.quantity.kind, a.quantity.unit) == (b.quantity.kind, b.quantity.unit) else "other"
    return f"{alike}{min(a.sentence.index - b.sentence.index, 3)}"


def _span(ground: Ground, anchor: Anchor) -> tuple[int, int]:
    """Return the first and last word of `anchor` in its sentence."""
    words = ground.view.words
    first = bisect_right(words, anchor.start, key=lambda word: word.end)
    last = bisect_left(words, anchor.end, key=lambda word: word.start) - 1
    first = min(first, len(words) - 1)
    return first, max(first, last)


def _case(ground: Ground, last: int) -> str:
    return _suffixes().get(ground.view.words[last].suffix) or ground.parts[last].case or "nom"


@cache
def _suffixes() -> dict[str, str]:
    """Suffix behind an apostrophe → case; where two are possible, the first in `_CASES`."""
    result: dict[str, str] = {}
    for name, endings in _CASES:
        for ending in endings:
            result.setdefault(ending, name)
    return result


def groups(
    ground: Ground, anchor: Anchor, what: Slot | None, frame: Frame, paragraphs: Sequence[int]
) -> tuple[Group, ...]:
    """Return the features of `anchor` in its frame; `paragraphs` are those of the sentences."""
    seat, view, kind = ground.seat, ground.view, ground.seat.quantity.kind
    carry, own = frame.carried == anchor.key, frame.own
    back = seat.sentence.index - anchor.sentence
    null = anchor.value is None
    fame = (spelt.fame, (anchor.label, anchor.weight, anchor.titled, carry, min(own, 2), bool(back)))
    told = (spelt.told_features, (carry, frame.told, bool(back), min(own, 2)))
    referred = (spelt.referred, (frame.refers, carry, min(back, 2), anchor.label))
    if back:
        across = min(paragraphs[seat.sentence.index] - paragraphs[anchor.sentence], 2) if back > 0 else -1
        return (
            (spelt.earlier, (max(min(back, 5), -1), anchor.label, carry, min(own, 2), kind, null)),
            (spelt.across, (across, min(back, 3), carry, anchor.opening)),
            (spelt.opener, (frame.opener, carry)),
            (spelt.earlier_mood, (ground.marker, carry, ground.status, ground.role)),
            fame,
            told,
            referred,
        )  # fmt: skip
    first, final = _span(ground, anchor)
    side = "before" if final < seat.first else "after" if first > seat.last else "in"
    low, high = (final + 1, seat.outer_first) if side == "before" else (seat.outer_last + 1, first)
    low = min(low, high)
    verbs, closed = min(view.verbs[high] - view.verbs[low], 2), min(view.closed[high] - view.closed[low], 2)
    numbers = min(view.numbers[high] - view.numbers[low], 2)
    case = _case(ground, final)
    following, tag, second = ("end", "end", "end")
    if final + 1 < len(view.words):
        following, tag = view.words[final + 1].lower, view.forms[final + 1]
    if final + 2 < len(view.words):
        second = view.words[final + 2].lower
    in_what = what is not None and what.start <= anchor.start < what.end
    tree = anchor_groups(view.tree, ground.above, (first, final), ground.governor, kind) if view.tree else ()
    return (
        *tree,
        (spelt.place, (side, anchor.label, kind, bucket(high - low), min(own, 4))),
        (spelt.between, (side, verbs, closed, numbers, carry)),
        (spelt.cased, (side, case, anchor.label, in_what, kind)),
        (spelt.standing, (side, case, 0 <= ground.governor < first, own == 1, min(first, 2))),
        (spelt.null, (null, anchor.label)),
        (spelt.last, (side, verbs, numbers, case)),
        (spelt.next_form, (side, tag, case)),
        (spelt.behind, (following, case)),
        (spelt.second, (following, second)),
        (spelt.governed, (ground.governor_lemma, case, side, ground.role)),
        (spelt.clause, (_opens(ground, final), side, verbs, closed)),
        (spelt.mood, (side, case, ground.marker, ground.status, first == 0)),
        fame,
        told,
        referred,
    )  # fmt: skip


def _opens(ground: Ground, final: int) -> str:
    """Spell the next verb behind word `final`, and what it modifies: «7 Ekim'den bu yana yaşanan çatışmalarda»."""
    view = ground.view
    verb = view.next_verb[final + 1]
    if verb >= len(view.parts):
        return "none"
    behind = view.forms[verb + 1] if verb + 1 < len(view.parts) else "end"
    mine = "own" if verb == ground.governor else "far" if verb - final > 5 else "near"
    return f"{view.parts[verb].tag}:{behind}:{mine}"


def nothing(ground: Ground, frame: Frame) -> tuple[Group, ...]:
    """Return the features of the answer "none"."""
    quantity = ground.seat.quantity
    own, last = min(frame.own, 3), frame.carried is not None
    return (
        (spelt.none, (quantity.kind, own, frame.before, last, ground.seat.sentence.index == 0)),
        (spelt.none_ending, (quantity.case,)),
        (spelt.none_governed, (ground.governor_lemma,)),
        (spelt.none_mood, (ground.role, ground.status, ground.marker)),
        (spelt.none_told, (frame.told, last, own)),
        (spelt.none_opener, (frame.opener,)),
        (spelt.none_referred, (frame.refers, last, own)),
    )
