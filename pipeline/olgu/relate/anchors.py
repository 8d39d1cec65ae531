"""When and where: candidates for the time and the place of a fact, and their features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from olgu.article import Mention, Slot, Time
from olgu.relate.ranker import Group, Ranker
from olgu.relate.view import Ground, bucket

_BACK = 3
"""How many sentences back a phrase may still hold."""
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


def groups(ground: Ground, anchor: Anchor, what: Slot | None, last: Slot | None, count: int) -> tuple[Group, ...]:
    """Return the features of `anchor` for the quantity of `ground`; `last` is the slot of the fact before.

    `count` is the number of anchors in the quantity's own sentence.
    """
    seat, view, kind = ground.seat, ground.view, ground.seat.quantity.kind
    carry = last is not None and (last.start, last.end) == (anchor.start, anchor.end)
    back = seat.sentence.index - anchor.sentence
    null = anchor.value is None
    if back:
        return ((_earlier, (back, anchor.label, carry, min(count, 2), kind, null)),)
    first, final = _span(ground, anchor)
    side = "before" if final < seat.first else "after" if first > seat.last else "in"
    low, high = (final + 1, seat.outer_first) if side == "before" else (seat.outer_last + 1, first)
    low = min(low, high)
    verbs, closed = min(view.verbs[high] - view.verbs[low], 2), min(view.closed[high] - view.closed[low], 2)
    numbers = min(view.numbers[high] - view.numbers[low], 2)
    case = _case(ground, final)
    following, tag = ("end", "end")
    if final + 1 < len(view.words):
        following, tag = view.words[final + 1].lower, view.parts[final + 1].tag
    in_what = what is not None and what.start <= anchor.start < what.end
    return (
        (_place, (side, anchor.label, kind, bucket(high - low), min(count, 4), verbs, closed, numbers, carry)),
        (_cased, (side, case, anchor.label, kind, in_what, 0 <= ground.governor < first, count == 1, first, verbs, numbers, null)),
        (_behind, (side, tag, following, case)),
        (_governed, (ground.governor_lemma, case, side)),
    )  # fmt: skip


def _earlier(back: int, label: str, carry: bool, own: int, kind: str, null: bool) -> tuple[str, ...]:
    return (
        f"back:{back}", f"back:{back}:{label}", f"back:carry{carry}", f"back:own{back}:{own}", f"back:{kind}",
        f"back:carry{carry}:own{own}:{back}", f"back:null{null}:{label}",
    )  # fmt: skip


def _place(
    side: str, label: str, kind: str, near: int, count: int, verbs: int, closed: int, numbers: int, carry: bool
) -> tuple[str, ...]:
    return (
        f"side:{side}", f"side:{side}:{label}", f"side:{side}:{kind}", f"near:{side}:{near}", f"near:{side}:{near}:{count}",
        f"verbs:{side}:{verbs}:{closed}", f"numbers:{side}:{numbers}", f"numbers:{side}:{numbers}:carry{carry}", f"carry:{carry}:{side}",
    )  # fmt: skip


def _cased(
    side: str, case: str, label: str, kind: str, in_what: bool, past: bool, only: bool, first: int, verbs: int, numbers: int, null: bool
) -> tuple[str, ...]:  # fmt: skip
    return (
        f"case:{side}:{case}", f"case:{side}:{case}:{label}", f"what:{in_what}", f"what:{in_what}:{case}:{kind}",
        f"past:{past}:{side}:{case}", f"only:{only}:{side}", f"only:{only}:{case}:c", f"open:{first == 0}:{side}",
        f"open:{first <= 1}:{case}:c", f"null:{null}:{label}", f"last:{side}:{verbs}:{numbers}:{case}",
    )  # fmt: skip


def _behind(side: str, tag: str, following: str, case: str) -> tuple[str, ...]:
    return (f"next:{side}:{tag}", f"word:{following}", f"word:{following}:{case}")


def _governed(governor: str, case: str, side: str) -> tuple[str, ...]:
    return (f"gov:{governor}:{case}:{side}",)


def nothing(ground: Ground, anchors: Sequence[Anchor], last: Slot | None) -> tuple[Group, ...]:
    """Return the features of the answer "none"."""
    quantity, at = ground.seat.quantity, ground.seat.sentence.index
    own = sum(anchor.sentence == at for anchor in anchors)
    before = len(anchors) > own
    return (
        (_none, (quantity.kind, quantity.case, min(own, 3), before, last is not None, at == 0, ground.governor_lemma)),
    )


def _none(kind: str, case: str, own: int, before: bool, last: bool, headline: bool, governor: str) -> tuple[str, ...]:
    return (
        "none", f"none:{kind}", f"none:own{own}", f"none:own{own}:{kind}", f"none:before{before}:own{own}", f"none:last{last}",
        f"none:last{last}:own{own}", f"none:gov:{governor}", f"none:case:{case}", f"none:headline{headline}",
    )  # fmt: skip


def choose(
    ground: Ground, anchors: Sequence[Anchor], what: Slot | None, last: Slot | None, ranker: Ranker, rule: str
) -> Slot | None:
    """Return the anchor that dates or places the fact, or None."""
    offered = near(anchors, ground.seat.sentence.index)
    if not offered:
        return None
    count = sum(anchor.sentence == ground.seat.sentence.index for anchor in offered)
    candidates = [groups(ground, anchor, what, last, count) for anchor in offered]
    candidates.append(nothing(ground, offered, last))
    index = ranker.choose(candidates).index
    if index == len(offered):
        return None
    anchor = offered[index]
    place = "same" if anchor.sentence == ground.seat.sentence.index else "earlier"
    return Slot(anchor.start, anchor.end, f"{rule}.{place}", anchor.value)
