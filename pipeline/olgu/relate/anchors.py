"""When and where: candidates for the time and the place of a fact, and their features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from olgu.article import Mention, Slot, Time
from olgu.relate.measured import Ground
from olgu.relate.ranker import Ranker

_BACK = 3
"""How many sentences back a phrase may still hold."""
_VERBAL = frozenset({"fin", "part", "conv", "vn"})
_CASES = (
    ("loc", ("da", "de", "ta", "te", "nda", "nde")),
    ("abl", ("dan", "den", "tan", "ten", "ndan", "nden")),
    ("gen", ("ın", "in", "un", "ün", "nın", "nin", "nun", "nün")),
    ("dat", ("a", "e", "ya", "ye", "na", "ne")),
    ("acc", ("ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü")),
    ("ki", ("daki", "deki", "taki", "teki", "ndaki", "ndeki")),
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A candidate phrase for a slot: where it stands and in which sentence."""

    start: int
    end: int
    sentence: int
    value: str | None
    label: str
    """What it is: the time's rule, the name's type."""


def time_anchors(times: Sequence[Time], sentence_of: Sequence[int]) -> list[Anchor]:
    """Make anchors of the times of an article; `sentence_of` gives the sentence of each."""
    return [
        Anchor(time.start, time.end, at, time.value, f"{time.rule}{'~' if time.open_end else ''}")
        for time, at in zip(times, sentence_of, strict=True)
    ]


def place_anchors(names: Sequence[Mention], sentence_of: Sequence[int]) -> list[Anchor]:
    """Make anchors of the places among the names of an article."""
    return [
        Anchor(name.start, name.end, at, None, name.type)
        for name, at in zip(names, sentence_of, strict=True)
        if name.type == "LOC"
    ]


def near(anchors: Sequence[Anchor], sentence: int) -> list[Anchor]:
    """Return the anchors of `sentence`, and of the nearest earlier one in reach that has any."""
    here = [anchor for anchor in anchors if anchor.sentence == sentence]
    before = [anchor for anchor in anchors if sentence - _BACK <= anchor.sentence < sentence]
    if before:
        nearest = before[-1].sentence
        here = [anchor for anchor in before if anchor.sentence == nearest][-3:] + here
    return here


def _span(ground: Ground, anchor: Anchor) -> tuple[int, int]:
    """Return the first and last word of `anchor` in its sentence."""
    words = ground.seat.words
    covered = [i for i, word in enumerate(words) if word.start < anchor.end and anchor.start < word.end]
    return (covered[0], covered[-1]) if covered else (0, 0)


def _case(ground: Ground, last: int) -> str:
    suffix = ground.seat.words[last].suffix
    for name, endings in _CASES:
        if suffix in endings:
            return name
    return ground.parts[last].case or "nom"


def _bucket(distance: int) -> str:
    for limit in (0, 1, 2, 4, 7, 12):
        if distance <= limit:
            return str(limit)
    return "far"


def features(ground: Ground, anchor: Anchor, what: Slot | None, last: Slot | None, count: int) -> tuple[str, ...]:
    """Return the features of `anchor` for the quantity of `ground`; `last` is the slot of the fact before."""
    seat, kind = ground.seat, ground.seat.quantity.kind
    carry = last is not None and (last.start, last.end) == (anchor.start, anchor.end)
    label = anchor.label
    back = seat.sentence.index - anchor.sentence
    if back:
        own = min(count, 2)
        return (
            f"back:{back}", f"back:{back}:{label}", f"back:carry{carry}", f"back:{back}:own{own}", f"back:{kind}",
            f"back:carry{carry}:own{own}:{back}", f"back:null{anchor.value is None}:{label}",
        )  # fmt: skip
    first, final = _span(ground, anchor)
    side = "before" if final < seat.first else "after" if first > seat.last else "in"
    low, high = (final + 1, seat.outer_first) if side == "before" else (seat.outer_last + 1, first)
    gap = range(low, high)
    verbs = min(sum(ground.parts[j].tag in _VERBAL for j in gap), 2)
    finite = min(sum(ground.parts[j].tag in {"fin", "conv"} for j in gap), 2)
    numbers = min(len({ground.owner[j] for j in gap if ground.owner[j] >= 0}), 2)
    case = _case(ground, final)
    following = seat.words[final + 1].lower if final + 1 < len(seat.words) else "end"
    tag = ground.parts[final + 1].tag if final + 1 < len(seat.words) else "end"
    in_what = what is not None and what.start <= anchor.start < what.end
    past = 0 <= ground.governor < first
    return (
        f"side:{side}", f"side:{side}:{label}", f"side:{side}:{kind}", f"near:{side}:{_bucket(len(gap))}",
        f"near:{side}:{_bucket(len(gap))}:{count}", f"verbs:{side}:{verbs}:{finite}", f"numbers:{side}:{numbers}",
        f"numbers:{side}:{numbers}:carry{carry}", f"case:{side}:{case}", f"case:{side}:{case}:{label}", f"next:{side}:{tag}",
        f"word:{following}", f"word:{following}:{case}", f"open:{first == 0}:{side}", f"open:{first <= 1}:{case}",
        f"carry:{carry}:{side}", f"what:{in_what}", f"what:{in_what}:{case}:{kind}", f"past:{past}:{side}:{case}",
        f"only:{count == 1}:{side}", f"only:{count == 1}:{case}", f"gov:{ground.governor_lemma}:{case}:{side}",
        f"null:{anchor.value is None}:{label}", f"last:{side}:{verbs}:{numbers}:{case}",
    )  # fmt: skip


def nothing(ground: Ground, anchors: Sequence[Anchor], last: Slot | None, first_of_article: bool) -> tuple[str, ...]:
    """Return the features of the answer "none"."""
    kind = ground.seat.quantity.kind
    own = min(sum(anchor.sentence == ground.seat.sentence.index for anchor in anchors), 3)
    return (
        "none", f"none:{kind}", f"none:own{own}", f"none:own{own}:{kind}", f"none:before{len(anchors) > own}:own{own}",
        f"none:last{last is not None}", f"none:last{last is not None}:own{own}", f"none:first{first_of_article}",
        f"none:gov:{ground.governor_lemma}", f"none:case:{ground.seat.quantity.case}", f"none:headline{ground.seat.sentence.index == 0}",
    )  # fmt: skip


def choose(
    ground: Ground, anchors: Sequence[Anchor], what: Slot | None, last: Slot | None, ranker: Ranker, rule: str
) -> Slot | None:
    """Return the anchor that dates or places the fact, or None."""
    offered = near(anchors, ground.seat.sentence.index)
    if not offered:
        return None
    count = sum(anchor.sentence == ground.seat.sentence.index for anchor in offered)
    candidates = [features(ground, anchor, what, last, count) for anchor in offered]
    candidates.append(nothing(ground, offered, last, ground.seat.sentence.index == 0))
    index = ranker.choose(candidates).index
    if index == len(offered):
        return None
    anchor = offered[index]
    place = "same" if anchor.sentence == ground.seat.sentence.index else "earlier"
    return Slot(anchor.start, anchor.end, f"{rule}.{place}", anchor.value)
