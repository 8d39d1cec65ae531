"""What a quantity measures or counts: candidate heads of noun phrases and the features that rank them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from olgu.article import Slot
from olgu.relate import head_features as spelt
from olgu.relate.confidence import Measured
from olgu.relate.phrase import phrase
from olgu.relate.ranker import Group, Ranker
from olgu.relate.tree import head_groups
from olgu.relate.view import VERBAL, Ground, bucket

_HEADS = frozenset({"noun", "name", "adj", "pron", "vn", "part"})
_REACH_LEFT, _REACH_RIGHT = 40, 16
_SUFFIX_TOKENS = frozenset("%'’")
_CLOSED = frozenset({"post", "conj", "punct"})
_SELF = frozenset({"ratio", "number"})
"""Kinds of quantity whose last word may be what is counted: «beş çocuktan biri»."""
_MARGIN = 2500
"""A word that lies this much (in thousandths) behind the best by its place alone has lost."""
_FRAGMENT = 5
"""Words of a sentence that is no more than a row of a list: «Elazığ: 11»."""

Earlier = Sequence[tuple[int, Slot, str]]
"""The phrases of the facts before, latest last: sentence index, phrase, and kind and unit ("money.USD")."""


Places = tuple[Group, ...]
"""The groups of features that only tell where a word stands."""


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate: the index of the phrase's last word, or a phrase carried over from an earlier fact (index -1)."""

    index: int
    groups: tuple[Group, ...]
    carried: Slot | None = None
    placed: int = 0
    """What its place in the sentence weighs, where `groups` leave that out."""


def choose(ground: Ground, earlier: Earlier, ranker: Ranker, reach: Ranker) -> Measured:
    """Return the phrase that the quantity measures or counts, and how sure the rankers are of it."""
    candidates = heads(ground, earlier, ranker)
    if not candidates:
        return Measured(None)
    choice = ranker.choose([head.groups for head in candidates], handicaps=[head.placed for head in candidates])
    head = candidates[choice.index]
    if head.carried is not None:
        return Measured(Slot(head.carried.start, head.carried.end, "what.carried"), choice.probability)
    first, last, margin = phrase(ground, head.index, reach)
    words = ground.view.words
    side = "after" if head.index > ground.seat.last else "before" if head.index < ground.seat.first else "inside"
    return Measured(Slot(words[first].start, words[last].end, f"what.{side}"), choice.probability, margin)


def heads(ground: Ground, earlier: Earlier, prune: Ranker | None = None) -> list[Head]:
    """Return the candidates of a quantity, the nearest of each side first.

    With `prune`, only those that its weights for the place of a word in the sentence leave in the running; their
    `groups` leave the place out, whose weight is `placed`.
    """
    seat = ground.seat
    ends = {slot.end for at, slot, _ in earlier if at == seat.sentence.index}
    scene = _scene(ground)
    words = _words(ground, scene)
    if prune is None:
        result = [Head(i, (*places, *_groups(ground, i, side, scene, near, ends))) for i, side, near, places in words]
    else:
        scores = [prune.score(word[3]) for word in words]
        floor = max(scores, default=0) - _MARGIN
        result = [
            Head(i, _groups(ground, i, side, scene, near, ends), None, score)
            for (i, side, near, _), score in zip(words, scores, strict=True)
            if score >= floor
        ]
    return result + _carried(ground, earlier, scene)


def _words(ground: Ground, scene: _Scene) -> list[tuple[int, str, int, Places]]:
    """Return every word that may be a head: its index, its side, how many plain words lie between, and its place."""
    seat, view = ground.seat, ground.view
    parts, forms, owner, plain, words = view.parts, view.forms, view.owner, view.plain, view.words
    kind, case, opening, role = seat.quantity.kind, seat.quantity.case, scene.opening, ground.role
    result: list[tuple[int, str, int, Places]] = []
    before = range(seat.first - 1, max(-1, seat.first - 1 - _REACH_LEFT), -1)
    inside = range(seat.last, seat.last + 1) if kind in _SELF else range(0)
    after = range(seat.last + 1, min(len(parts), seat.last + 1 + _REACH_RIGHT))
    for side, indexes in (("before", before), ("in", inside), ("after", after)):
        ranks: dict[str, int] = {}
        for i in indexes:
            if parts[i].tag not in _HEADS or (owner[i] >= 0 and side != "in") or words[i].text[0] in _SUFFIX_TOKENS:
                continue
            if view.bound[i] and kind != "duration":  # «35 yaşındaki» alone is named by its bound
                continue
            if view.lexical[i] == "light" and i + 1 < len(parts) and parts[i + 1].tag in VERBAL:
                continue
            form = forms[i]
            rank = ranks.get(form, 0)
            ranks[form] = rank + 1
            gap = plain[seat.outer_first] - plain[i + 1] if side == "before" else plain[i] - plain[seat.outer_last + 1]
            near = bucket(max(gap, 0))
            behind = _behind(ground, i)
            rank = min(rank, 2)
            places = (
                (spelt.near, (side, near, kind, case, opening)),
                (spelt.formed, (side, form, kind, near)),
                (spelt.cased, (side, form, case, near, i == 0)),
                (spelt.next_word, (side, form, kind, behind)),
                (spelt.after, (side, rank, behind)),
                (spelt.ranked, (side, form, kind, rank)),
                (spelt.part_of, (side, form, rank, role)),
                (spelt.opened, (side, form, opening)),
            )
            result.append((i, side, near, places))
    return result


@dataclass(frozen=True, slots=True)
class _Scene:
    """What stands around the quantity: the same for all its candidates."""

    opening: str
    """What stands right behind the quantity and its bound words."""
    lead: str
    """What stands right before them."""


def _scene(ground: Ground) -> _Scene:
    view, seat = ground.view, ground.seat
    i, j = seat.outer_last + 1, seat.outer_first - 1
    opening = f"{view.parts[i].tag}.{view.lexical[i]}" if i < len(view.parts) else "end"
    if j < 0:
        return _Scene(opening, "start")
    part = view.parts[j]
    lead = "number" if view.owner[j] >= 0 else "time" if view.timed[j] else view.forms[j]
    return _Scene(opening, f"{part.tag}.{part.lemma}" if part.tag in _CLOSED else lead)


def _groups(ground: Ground, i: int, side: str, scene: _Scene, near: int, ends: set[int]) -> tuple[Group, ...]:
    seat, view = ground.seat, ground.view
    kind, case, opening = seat.quantity.kind, seat.quantity.case, scene.opening
    part, form, lexical = view.parts[i], view.forms[i], view.lexical[i]
    low, high = (i + 1, seat.outer_first) if side == "before" else (seat.outer_last + 1, i)
    low = min(low, high)
    comma = view.commas[high] > view.commas[low]
    verbs = min(view.verbs[high] - view.verbs[low], 2)
    numbers = min(view.numbers[high] - view.numbers[low], 2)
    stops = (view.conjunctions[high] > view.conjunctions[low]) + 2 * (
        view.postpositions[high] > view.postpositions[low]
    )
    verb_side = "" if ground.governor < 0 else "pre" if i < ground.governor else "post"
    previous = view.forms[i - 1] if i else "start"
    carry = view.words[i].end in ends
    groups: list[Group] = [
        (spelt.lexical_class, (side, lexical, kind, case, opening, seat.quantity.unit)),
        (spelt.lemma, (side, part.lemma, kind, ground.role)),
        (spelt.gap, (side, comma, verbs, numbers, kind, stops, near)),
        (spelt.governed, (ground.governor_lemma, side, form)),
        (spelt.beside_verb, (side, form, verb_side, ground.role)),
        (spelt.previous, (side, previous, form)),
        (spelt.played, (ground.role, side, lexical, near)),
        (spelt.led, (side, form, scene.lead)),
    ]
    if carry or view.timed[i]:
        groups.append((spelt.flags, (side, view.timed[i], carry, kind, case)))
    if view.tree:
        groups += head_groups(view.tree, ground.above, i, (kind, case, side))
    if side == "after":
        groups += _run(ground, i, form)
        if numbers:
            groups.append(_listed(ground, i, form, case, kind))
    return tuple(groups)


def _listed(ground: Ground, i: int, form: str, case: str, kind: str) -> Group:
    """A candidate behind another number: whether that one is alike, and how far behind it the candidate is."""
    view, quantity = ground.view, ground.seat.quantity
    last = next((k for k in range(i - 1, ground.seat.last, -1) if view.owner[k] >= 0), i)
    other = view.row[view.owner[last]].quantity
    alike = (other.kind == kind) + (other.kind == kind and other.unit == quantity.unit)
    return (spelt.in_list, (alike, min(i - last, 4), form, case, other.case, kind))


def _run(ground: Ground, i: int, form: str) -> list[Group]:
    """A candidate after the number: what the run of words from the number to it, and the word behind it, look like."""
    view, start = ground.view, ground.seat.outer_last + 1
    first = min(start, len(view.parts) - 1)  # «7 yaş» may be all there is: the word is in the quantity
    opening = view.parts[first]
    behind = view.parts[i + 1] if i + 1 < len(view.parts) else None
    verb = behind.lemma if behind and behind.tag in VERBAL else ""
    owner = view.owner[i - 1]
    direct = owner >= 0 and not ground.seat.first <= i - 1 <= ground.seat.last
    known = "counted" in view.lexical[start:i]
    length, kind = i - start, ground.seat.quantity.kind
    return [
        (spelt.run_shape, (min(length, 5), form, kind, known, direct)),
        (spelt.run_over, (view.forms[first], min(length, 3), form)),
        (spelt.run_opening, (opening.lemma, min(length, 2))),
        (spelt.run_verb, (verb, view.parts[i].lemma)),
        (spelt.run_end, (view.forms[i + 1] if behind else "end", form, known)),
    ]


def _behind(ground: Ground, i: int) -> str:
    """Say what stands behind word `i`: "quantity" for this number, "number" for another, "time", "end", or its form."""
    view, seat, j = ground.view, ground.seat, i + 1
    if j >= len(view.parts):
        return "end"
    if seat.outer_first <= j <= seat.outer_last:
        return "quantity"
    if view.owner[j] >= 0:
        return "number"
    if view.timed[j]:
        return "time"
    part = view.parts[j]
    if part.tag in {"post", "conj", "punct"}:
        return f"{part.tag}.{part.lemma}"
    return f"{part.tag}.p" if part.possessive else part.tag


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
                key = (name, far, mine == theirs, quantity.kind, quantity.case, left, ground.governor_lemma)
                more = (scene.lead, scene.opening, mine == theirs, short, ground.role, quantity.kind)
                result.append(Head(-1, ((spelt.far, key), (spelt.apart, more)), slot))
    return result
