"""Which time and place hold for a fact: the features that rank the anchors of its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from olgu.article import Slot
from olgu.relate.anchors import PLACE_LABELS, Anchor, Anchors
from olgu.relate.ranker import Group, Ranker
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
    choice = ranker.choose([groups for _, groups in rows], keys)
    anchor = rows[choice.index][0]
    if anchor is None:
        return None, choice.probability
    place = "same" if anchor.sentence == ground.seat.sentence.index else "earlier"
    return Slot(anchor.start, anchor.end, f"{rule}.{place}", anchor.value), choice.probability


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
    fame = (_fame, (anchor.label, anchor.weight, anchor.titled, carry, min(own, 2), bool(back)))
    told = (_told_features, (carry, frame.told, bool(back), min(own, 2)))
    referred = (_referred, (frame.refers, carry, min(back, 2), anchor.label))
    if back:
        across = min(paragraphs[seat.sentence.index] - paragraphs[anchor.sentence], 2) if back > 0 else -1
        return (
            (_earlier, (max(min(back, 5), -1), anchor.label, carry, min(own, 2), kind, null)),
            (_across, (across, min(back, 3), carry, anchor.opening)),
            (_opener, (frame.opener, carry)),
            (_earlier_mood, (ground.marker, carry, ground.status, ground.role)),
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
        (_place, (side, anchor.label, kind, bucket(high - low), min(own, 4))),
        (_between, (side, verbs, closed, numbers, carry)),
        (_cased, (side, case, anchor.label, in_what, kind)),
        (_standing, (side, case, 0 <= ground.governor < first, own == 1, min(first, 2))),
        (_null, (null, anchor.label)),
        (_last, (side, verbs, numbers, case)),
        (_next, (side, tag, case)),
        (_behind, (following, case)),
        (_second, (following, second)),
        (_governed, (ground.governor_lemma, case, side, ground.role)),
        (_clause, (_opens(ground, final), side, verbs, closed)),
        (_mood, (side, case, ground.marker, ground.status, first == 0)),
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


def _fame(label: str, weight: int, titled: bool, carry: bool, own: int, earlier: bool) -> tuple[str, ...]:
    return (
        f"fame:{weight}:{earlier}", f"fame:{label}:{weight}", f"fame:titled{titled}:{earlier}:{own}",
        f"fame:{weight}:carry{carry}:{own}",
        f"fame:{label}:{earlier}:{own}",
    )  # fmt: skip


def _clause(opens: str, side: str, verbs: int, closed: int) -> tuple[str, ...]:
    return (f"clause:{opens}:{side}", f"clause:{opens}:{verbs}:{closed}")


def _earlier(back: int, label: str, carry: bool, own: int, kind: str, null: bool) -> tuple[str, ...]:
    return (
        f"back:{back}", f"back:{back}:{label}", f"back:carry{carry}", f"back:own{back}:{own}", f"back:{kind}",
        f"back:carry{carry}:own{own}:{back}", f"back:null{null}:{label}",
    )  # fmt: skip


def _place(side: str, label: str, kind: str, near: int, count: int) -> tuple[str, ...]:
    return (
        f"side:{side}", f"side:{side}:{label}", f"side:{side}:{kind}", f"near:{side}:{near}",
        f"near:{side}:{near}:{count}",
    )  # fmt: skip


def _between(side: str, verbs: int, closed: int, numbers: int, carry: bool) -> tuple[str, ...]:
    return (
        f"verbs:{side}:{verbs}:{closed}", f"numbers:{side}:{numbers}", f"numbers:{side}:{numbers}:carry{carry}",
        f"carry:{carry}:{side}",
    )  # fmt: skip


def _cased(side: str, case: str, label: str, in_what: bool, kind: str) -> tuple[str, ...]:
    return (f"case:{side}:{case}", f"case:{side}:{case}:{label}", f"what:{in_what}", f"what:{in_what}:{case}:{kind}")


def _standing(side: str, case: str, past: bool, only: bool, first: int) -> tuple[str, ...]:
    return (
        f"past:{past}:{side}:{case}", f"only:{only}:{side}", f"only:{only}:{case}:c", f"open:{first == 0}:{side}",
        f"open:{first <= 1}:{case}:c",
    )  # fmt: skip


def _null(null: bool, label: str) -> tuple[str, ...]:
    return (f"null:{null}:{label}",)


def _last(side: str, verbs: int, numbers: int, case: str) -> tuple[str, ...]:
    return (f"last:{side}:{verbs}:{numbers}:{case}",)


def _next(side: str, tag: str, case: str) -> tuple[str, ...]:
    return (f"next:{side}:{tag}", f"next:{case}:{tag}:c")


def _behind(following: str, case: str) -> tuple[str, ...]:
    return (f"word:{following}", f"word:{following}:{case}")


def _second(following: str, second: str) -> tuple[str, ...]:
    return (f"second:{following}:{second}", f"second:{second}")


def _governed(governor: str, case: str, side: str, role: str) -> tuple[str, ...]:
    return (f"gov:{governor}:{case}:{side}", f"role:{role}:{case}:{side}")


def _across(across: int, back: int, carry: bool, opening: bool) -> tuple[str, ...]:
    return (
        f"across:{across}", f"across:{across}:{back}", f"across:{across}:carry{carry}",
        f"across:{across}:open{opening}",
        f"across:open{opening}:carry{carry}:{back}",
    )  # fmt: skip


def _referred(refers: str, carry: bool, back: int, label: str) -> tuple[str, ...]:
    if not refers:
        return ()
    return (f"refers:carry{carry}:{bool(back)}", f"refers:{refers}:carry{carry}:{bool(back)}", f"refers:{back}:{label}")


def _opener(opener: str, carry: bool) -> tuple[str, ...]:
    return (f"opener:{opener}", f"opener:{opener}:carry{carry}")


def _earlier_mood(marker: str, carry: bool, status: str, role: str) -> tuple[str, ...]:
    return (f"back:marker:{marker}", f"back:marker:{marker}:carry{carry}", f"back:status:{status}", f"back:role:{role}")


def _told_features(carry: bool, told: str, earlier: bool, own: int) -> tuple[str, ...]:
    return (f"told:{told}:carry{carry}:{earlier}", f"told:{told}:carry{carry}:{earlier}:{own}")


def _mood(side: str, case: str, marker: str, status: str, opening: bool) -> tuple[str, ...]:
    return (
        f"marker:{side}:{marker}",
        f"marker:{case}:{marker}:c",
        f"status:{side}:{status}",
        f"status:{opening}:{status}:o",
    )


def nothing(ground: Ground, frame: Frame) -> tuple[Group, ...]:
    """Return the features of the answer "none"."""
    quantity = ground.seat.quantity
    own, last = min(frame.own, 3), frame.carried is not None
    return (
        (_none, (quantity.kind, own, frame.before, last, ground.seat.sentence.index == 0)),
        (_none_ending, (quantity.case,)),
        (_none_governed, (ground.governor_lemma,)),
        (_none_mood, (ground.role, ground.status, ground.marker)),
        (_none_told, (frame.told, last, own)),
        (_none_opener, (frame.opener,)),
        (_none_referred, (frame.refers, last, own)),
    )


def _none(kind: str, own: int, before: bool, last: bool, headline: bool) -> tuple[str, ...]:
    return (
        "none", f"none:{kind}", f"none:own{own}", f"none:own{own}:{kind}", f"none:before{before}:own{own}",
        f"none:last{last}",
        f"none:last{last}:own{own}", f"none:headline{headline}",
    )  # fmt: skip


def _none_ending(case: str) -> tuple[str, ...]:
    return (f"none:case:{case}",)


def _none_governed(governor: str) -> tuple[str, ...]:
    return (f"none:gov:{governor}",)


def _none_mood(role: str, status: str, marker: str) -> tuple[str, ...]:
    return (f"none:role:{role}", f"none:status:{status}", f"none:marker:{marker}")


def _none_told(told: str, last: bool, own: int) -> tuple[str, ...]:
    return (f"none:told:{told}:last{last}", f"none:told:{told}:last{last}:own{own}")


def _none_opener(opener: str) -> tuple[str, ...]:
    return (f"none:opener:{opener}",)


def _none_referred(refers: str, last: bool, own: int) -> tuple[str, ...]:
    return (f"none:refers:{refers}", f"none:refers:last{last}:own{own}") if refers else ()
