"""What a quantity measures or counts: candidate heads of noun phrases and the features that rank them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from olgu.article import Slot
from olgu.relate import head_features as spelt
from olgu.relate.confidence import Measured
from olgu.relate.forms import is_recipient, joined, owner
from olgu.relate.links import Linked, linked, weighed
from olgu.relate.parts import CLOSED
from olgu.relate.phrase import phrase
from olgu.relate.ranker import Frame, Group, Ranker, decide, grouped, total
from olgu.relate.tree import head_groups
from olgu.relate.view import VERBAL, Ground, bucket

_SIDES = ("before", "in", "after")
_REACH_LEFT, _REACH_RIGHT = 40, 16
_SELF = frozenset({"ratio", "number"})
"""Kinds of quantity whose last word may be what is counted: «beş çocuktan biri»."""
_MARGIN = 2500
"""A word that lies this much (in thousandths) behind the best by its place alone has lost."""
_POSSESSORS = frozenset({"noun.gen", "noun.gen.p"})
"""Forms of an owner, and right behind it of what is owned, which ends the phrase: «cirosunun hacmi»."""
_OWNED = frozenset({"noun.nom.p", "noun.acc|poss"})
_FRAGMENT = 5
"""Words of a sentence that is no more than a row of a list: «Elazığ: 11»."""

Earlier = Sequence[tuple[int, Slot, str]]
"""The phrases of the facts before, latest last: sentence index, phrase, and kind and unit ("money.USD")."""


Naming = Callable[[str], str]
"""Puts one word for all that no weight names: `Ranker.named`, or `str` to leave them as they are."""
Keys = tuple[tuple[Any, ...], ...]
"""The arguments of the functions of a frame that differ from candidate to candidate."""


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate: the index of the phrase's last word, or a phrase carried over from an earlier fact (index -1)."""

    index: int
    groups: tuple[Group, ...]
    carried: Slot | None = None


def choose(ground: Ground, earlier: Earlier, ranker: Ranker, reach: Ranker) -> Measured:
    """Return the phrase that the quantity measures or counts, and how sure the rankers are of it."""
    scene = _scene(ground, earlier, ranker.named)
    tie = linked(ground.article, ground.seat.sentence.index, ground.seat.last, "what")
    scored = _scored(ground, scene, ranker, tie)
    carried = _carried(ground, earlier, scene)
    if not scored and not carried:
        return Measured(None)
    scores = [ranker.score(head.groups) + _tied(ranker, tie, head, earlier) for head in carried]
    choice = decide([score for score, _ in scored] + scores)
    owned = owner(ground)
    if choice.index >= len(scored) and owned < 0:
        slot = carried[choice.index - len(scored)].carried
        return Measured(Slot(slot.start, slot.end, "what.carried") if slot else None, choice.probability)
    head = owned if owned >= 0 else scored[choice.index][1]
    if is_recipient(ground, head):
        return Measured(None, choice.probability)
    first, last, margin = phrase(ground, head, reach)
    words, last = ground.view.words, joined(ground, last)
    side = "after" if head > ground.seat.last else "before" if head < ground.seat.first else "inside"
    return Measured(Slot(words[first].start, words[last].end, f"what.{side}"), choice.probability, margin)


def heads(ground: Ground, earlier: Earlier) -> list[Head]:
    """Return the candidates of a quantity with all their features, the nearest of each side first."""
    scene = _scene(ground, earlier, str)
    result = []
    for side in _SIDES:
        places, traits = _places(ground, scene, side), _traits(ground, scene, side)
        for i, near, placed in _words(ground, side):
            keys, more = _told(ground, i, side, scene, near)
            result.append(Head(i, (*grouped(places, placed), *grouped(traits, keys), *more)))
    return result + _carried(ground, earlier, scene)


def _tied(ranker: Ranker, tie: Linked | None, head: Head, earlier: Earlier) -> int:
    """Return what links say of a phrase carried over: that the quantity belongs to it, or to no word near it."""
    if tie is None or head.carried is None:
        return 0
    at = next(at for at, slot, _ in earlier if slot is head.carried)
    return weighed(ranker, max(tie.nothing, tie.ending(at, head.carried.end)))


def _scored(ground: Ground, scene: _Scene, ranker: Ranker, tie: Linked | None) -> list[tuple[int, int]]:
    """Return score and index of the words that their place in the sentence leaves in the running."""
    placed = []
    for side in _SIDES:
        words = _words(ground, side)
        if words:
            sums = ranker.sums(_places(ground, scene, side))
            placed += [(total(sums, keys), i, side, near) for i, near, keys in words]
    if tie is not None:
        placed = [(score + weighed(ranker, tie.words[i]), i, side, near) for score, i, side, near in placed]
    floor = max(placed)[0] - _MARGIN if placed else 0
    result, last = [], ""
    for score, i, side, near in placed:
        if score >= floor:
            if side != last:
                sums, last = ranker.sums(_traits(ground, scene, side)), side
            keys, more = _told(ground, i, side, scene, near)
            result.append((score + total(sums, keys) + (ranker.score(more) if more else 0), i))
    return result


def _words(ground: Ground, side: str) -> list[tuple[int, int, Keys]]:
    """Return every word on a side that may be a head: its index, plain words between, keys of its place."""
    seat, view = ground.seat, ground.view
    forms, owner, plain, behind = view.forms, view.owner, view.plain, view.behind
    span, inside = range(seat.outer_first, seat.outer_last + 1), side == "in"
    bounds = seat.quantity.kind != "duration"  # «35 yaşındaki» alone is named by its bound
    ranks: dict[str, int] = {}
    result: list[tuple[int, int, Keys]] = []
    for i in _indexes(ground, side):
        if (owner[i] >= 0 and not inside) or (bounds and view.bound[i]):
            continue
        form = forms[i]
        rank = ranks.get(form, 0)
        ranks[form] = rank + 1
        gap = plain[seat.outer_first] - plain[i + 1] if side == "before" else plain[i] - plain[seat.outer_last + 1]
        near = bucket(gap) if gap > 0 else 0
        after = "end" if i + 1 == len(behind) else "quantity" if i + 1 in span else behind[i + 1]
        if side == "before" and form in _POSSESSORS and forms[i + 1] in _OWNED and owner[i + 1] < 0:
            continue
        rank = min(rank, 2)
        result.append((i, near, ((form, near, i == 0), (form, after, rank), (form, rank))))
    return result


def _indexes(ground: Ground, side: str) -> Sequence[int]:
    """Return the indexes of possible heads on a side, the nearest first."""
    seat, possible = ground.seat, ground.view.heads
    if side == "before":
        end = bisect_left(possible, seat.first)
        return possible[bisect_left(possible, seat.first - _REACH_LEFT) : end][::-1]
    if side == "in":
        return (seat.last,) if seat.quantity.kind in _SELF and seat.last in possible else ()
    start = bisect_right(possible, seat.last)
    return possible[start : bisect_right(possible, seat.last + _REACH_RIGHT)]


def _places(ground: Ground, scene: _Scene, side: str) -> Frame:
    """Return what tells where a word stands."""
    quantity = ground.seat.quantity
    return (
        (spelt.placed, (side, quantity.kind, quantity.case, scene.opening)),
        (spelt.next_word, (side, quantity.kind)),
        (spelt.ranked, (side, quantity.kind, ground.role)),
    )


def _traits(ground: Ground, scene: _Scene, side: str) -> Frame:
    """Return what tells all else."""
    quantity, role = ground.seat.quantity, ground.role
    kind = quantity.kind
    traits: Frame = (
        (spelt.lexical_class, (side, kind, quantity.case, scene.opening, quantity.unit)),
        (spelt.lemma, (side, kind, role)),
        (spelt.told, (side, kind, quantity.unit)),
        (spelt.gap, (side, kind)),
        (spelt.governed, (side,)),
        (spelt.beside_verb, (side, role)),
        (spelt.previous, (side,)),
        (spelt.played, (side, role)),
        (spelt.led, (side,)),
    )
    return (*traits, (spelt.run_shape, (kind,)), *_RUN) if side == "after" else traits


@dataclass(frozen=True, slots=True)
class _Scene:
    """What stands around the quantity: the same for all its candidates."""

    opening: str
    """What stands right behind the quantity and its bound words."""
    lead: str
    """What stands right before them."""
    ends: frozenset[int]
    """Where the phrases of earlier facts of the sentence end."""
    governor: str
    named: Naming


def _scene(ground: Ground, earlier: Earlier, named: Naming) -> _Scene:
    view, seat, governor = ground.view, ground.seat, named(ground.governor_lemma)
    ends = frozenset([slot.end for at, slot, _ in earlier if at == seat.sentence.index])
    i, j = seat.outer_last + 1, seat.outer_first - 1
    opening = f"{view.parts[i].tag}.{view.lexical[i]}" if i < len(view.parts) else "end"
    if j < 0:
        return _Scene(opening, "start", ends, governor, named)
    part = view.parts[j]
    lead = "number" if view.owner[j] >= 0 else "time" if view.timed[j] else view.forms[j]
    lead = f"{part.tag}.{part.lemma}" if part.tag in CLOSED else lead
    return _Scene(opening, named(lead), ends, governor, named)


def _told(ground: Ground, i: int, side: str, scene: _Scene, near: int) -> tuple[Keys, list[Group]]:
    """Return the keys of a candidate for its traits, and groups that only some candidates have."""
    seat, view = ground.seat, ground.view
    part = view.parts[i]
    form, lexical, lemma = view.forms[i], view.lexical[i], scene.named(part.lemma)
    low, high = (i + 1, seat.outer_first) if side == "before" else (seat.outer_last + 1, i)
    low = min(low, high)
    verbs = min(view.verbs[high] - view.verbs[low], 2)
    numbers = min(view.numbers[high] - view.numbers[low], 2)
    stops = (view.conjunctions[high] > view.conjunctions[low]) + 2 * (
        view.postpositions[high] > view.postpositions[low]
    )
    keys: Keys = (
        (lexical,),
        (lemma,),
        part.told.beside(seat.quantity.kind),
        (view.commas[high] > view.commas[low], verbs, numbers, stops, near),
        (scene.governor, form),
        (form, "" if ground.governor < 0 else "pre" if i < ground.governor else "post"),
        (view.forms[i - 1] if i else "start", form),
        (lexical, near),
        (scene.lead, form),
    )
    more: list[Group] = []
    carry = view.words[i].end in scene.ends
    if carry or view.timed[i]:
        more.append((spelt.flags, (side, view.timed[i], carry, seat.quantity.kind, seat.quantity.case)))
    if view.tree:
        more += head_groups(view.tree, ground.above, i, (seat.quantity.kind, seat.quantity.case, side))
    if side == "after":
        keys += _run(ground, i, form, lemma, scene.named)
        if numbers:
            more.append(_listed(ground, i, form, seat.quantity.case, seat.quantity.kind))
    return keys, more


def _listed(ground: Ground, i: int, form: str, case: str, kind: str) -> Group:
    """A candidate behind another number: whether that one is alike, and how far behind it the candidate is."""
    view, quantity = ground.view, ground.seat.quantity
    last = next((k for k in range(i - 1, ground.seat.last, -1) if view.owner[k] >= 0), i)
    other = view.row[view.owner[last]].quantity
    alike = (other.kind == kind) + (other.kind == kind and other.unit == quantity.unit)
    return (spelt.in_list, (alike, min(i - last, 4), form, case, other.case, kind))


_RUN: Frame = ((spelt.run_over, ()), (spelt.run_opening, ()), (spelt.run_verb, ()), (spelt.run_end, ()))


def _run(ground: Ground, i: int, form: str, lemma: str, named: Naming) -> Keys:
    """A candidate after the number: what the run of words from the number to it, and the word behind it, look like."""
    view, start = ground.view, ground.seat.outer_last + 1
    first = min(start, len(view.parts) - 1)  # «7 yaş» may be all there is: the word is in the quantity
    behind = view.parts[i + 1] if i + 1 < len(view.parts) else None
    verb = named(behind.lemma) if behind and behind.tag in VERBAL else ""
    direct = view.owner[i - 1] >= 0 and not ground.seat.first <= i - 1 <= ground.seat.last
    known = "counted" in view.lexical[start:i]
    length = i - start
    return (
        (min(length, 5), form, known, direct),
        (view.forms[first], min(length, 3), form),
        (named(view.parts[first].lemma), min(length, 2)),
        (verb, lemma),
        (view.forms[i + 1] if behind else "end", form, known),
    )


def _carried(ground: Ground, earlier: Earlier, scene: _Scene) -> list[Head]:
    """Offer the phrase of the last fact of an earlier sentence, and the last one of the same kind and unit."""
    seat, quantity = ground.seat, ground.seat.quantity
    before = [entry for entry in earlier if entry[0] < seat.sentence.index]
    if not before:
        return []
    mine = f"{quantity.kind}.{quantity.unit}"
    left = min(sum(part.tag in {"noun", "name"} for part in ground.parts[: seat.first]), 3)
    short = len(ground.parts) <= _FRAGMENT
    result, seen = [], set()
    for name, entries in (("last", before[-1:]), ("alike", [e for e in before if e[2] == mine][-1:])):
        for at, slot, theirs in entries:
            if slot.start not in seen:
                seen.add(slot.start)
                far = min(seat.sentence.index - at, 3)
                key = (name, far, mine == theirs, quantity.kind, quantity.case, left, scene.governor)
                more = (scene.lead, scene.opening, mine == theirs, short, ground.role, quantity.kind)
                result.append(Head(-1, ((spelt.far, key), (spelt.apart, more)), slot))
    return result
