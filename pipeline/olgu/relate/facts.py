"""Findings → Facts: the one place where quantities, times, names and speech meet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile

from olgu.analyse import morphology
from olgu.analyse.casing import lower
from olgu.analyse.words import Sentence
from olgu.article import Entity, Fact, Mention, Quantity, Slot, Time, Turn
from olgu.recognise import gazetteer
from olgu.relate import anchors, forms, frame_forms, framing, ranker
from olgu.relate import measured as what
from olgu.relate.anchors import Anchors
from olgu.relate.confidence import Measured, confidence
from olgu.relate.framing import Last
from olgu.relate.phrase import SURE
from olgu.relate.predicate import Governor, govern
from olgu.relate.ranker import Ranker
from olgu.relate.role import told_by as role_told_by
from olgu.relate.seat import Seat, seats
from olgu.relate.status import told_by as status_told_by
from olgu.relate.tree import chain, top
from olgu.relate.view import Ground, view

_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything recognised in one article; all offsets point into the same text."""

    quantities: Sequence[Quantity]
    times: Sequence[Time]
    names: Sequence[Mention]
    entities: Sequence[Entity]
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Rankers:
    """What chooses the slots."""

    what: Ranker
    reach: Ranker
    time: Ranker
    place: Ranker
    confidence: Ranker = field(default_factory=lambda: Ranker({}))


@dataclass(frozen=True, slots=True)
class Told:
    """The slots chosen for a case."""

    measured: Measured
    time: Slot | None
    place: Slot | None


@dataclass(frozen=True, slots=True)
class Case:
    """A quantity with all that its slots are chosen from."""

    ground: Ground
    governor: Governor
    times: Anchors
    places: Anchors


@dataclass(slots=True)
class Story:
    """What the facts so far leave behind for the next one."""

    whats: list[tuple[int, Slot, str]] = field(default_factory=list)
    time: Slot | None = None
    place: Slot | None = None
    told: Ground | None = None

    def last(self, slot: str) -> Last | None:
        """Return the fact before, with its time or place."""
        return Last(self.told, self.time if slot == "time" else self.place) if self.told is not None else None

    def add(self, ground: Ground, what: Slot | None, time: Slot | None, place: Slot | None) -> None:
        """Remember the slots of a fact."""
        self.time, self.place, self.told = time, place, ground
        if what is not None:
            quantity = ground.seat.quantity
            self.whats.append((ground.seat.sentence.index, what, f"{quantity.kind}.{quantity.unit}"))
            del self.whats[:-_REMEMBERED]


def relate(text: str, sentences: Sequence[Sentence], findings: Findings, rankers: Rankers | None = None) -> list[Fact]:
    """Make a fact of every quantity; a slot that cannot be told is None. `rankers` are the shipped ones by default."""
    chosen = rankers or shipped(any(sentence.tree for sentence in sentences))
    story = Story()
    said = _Speakers(findings)
    result = []
    for case in cases(text, sentences, findings):
        told = settle(case, story, chosen)
        story.add(case.ground, told.measured.slot, told.time, told.place)
        result.append(_fact(text, case, told, said, chosen.confidence))
    return result


def shipped(trees: bool = False, weights: str | None = None) -> Rankers:
    """Return the rankers that olgu ships, with `trees` those that were learned beside the model's trees.

    `weights` names others, as `ranker.load` knows them.
    """
    name = weights or ("weights_trees" if trees else "weights")
    return Rankers(*(ranker.load(slot, name) for slot in ("what", "reach", "time", "place", "confidence")))


def cases(text: str, sentences: Sequence[Sentence], findings: Findings) -> Iterator[Case]:
    """Return a case for every quantity, in order."""
    starts = [sentence.start for sentence in sentences]
    paragraphs = _paragraphs(text, starts)
    times = anchors.time_anchors(text, findings.times, starts, paragraphs)
    names = _outside_money(findings.names, findings.quantities)
    places = anchors.place_anchors(text, names, findings.entities, starts, paragraphs)
    ends = [time.end for time in findings.times]
    for sentence, row in zip(sentences, seats(findings.quantities, sentences), strict=True):
        if row:
            timed = _timed(sentence, findings.times, ends)
            for ground, governor in grounds(sentence, row, timed, sentences):
                yield Case(ground, governor, times, places)


def _outside_money(names: Sequence[Mention], quantities: Sequence[Quantity]) -> list[Mention]:
    """Leave out the country of a currency: «5 milyon ABD doları» says nothing of a place."""
    money = [quantity for quantity in quantities if quantity.kind == "money"]
    starts = [quantity.start for quantity in money]
    at = [bisect_right(starts, name.start) - 1 for name in names]
    return [name for name, i in zip(names, at, strict=True) if i < 0 or money[i].end <= name.start]


def _paragraphs(text: str, starts: Sequence[int]) -> list[int]:
    breaks = (text.count("\n", before, start) > 0 for before, start in pairwise((0, *starts)))
    return list(accumulate(breaks))


def settle(case: Case, story: Story, rankers: Rankers) -> Told:
    """Choose what, time and place of a case."""
    ground = case.ground
    plain = forms.told(ground, story.whats, case.places)
    measured = Measured(plain, 1.0, SURE) if plain else what.choose(ground, story.whats, rankers.what, rankers.reach)
    slot = measured.slot
    time = frame_forms.framed(ground, case.times, "time")
    if time is None:
        time = frame_forms.pointed(ground, case.times, story.told, story.time)
    if time is None:
        time, _ = framing.choose(ground, case.times, slot, story.last("time"), rankers.time, "time")
    place = frame_forms.framed(ground, case.places, "place")
    if place is None:
        place, _ = framing.choose(ground, case.places, slot, story.last("place"), rankers.place, "place")
    return Told(measured, time, place)


def grounds(
    sentence: Sentence, row: Sequence[Seat], timed: frozenset[int], article: Sequence[Sentence]
) -> list[tuple[Ground, Governor]]:
    """Return what the rules see of every quantity of a sentence, with its predicate; `timed` are the words in times."""
    tree = sentence.tree
    seen = view(sentence.words, row, timed, tree)
    governors = [govern(seat, row) for seat in row]
    above = [chain(tree, top(tree, seat.first, seat.last)) if tree else () for seat in row]
    return [
        (Ground(s, seen, g.index, g.lemma or "", g.role, g.status, g.rule, a, article), g)
        for s, g, a in zip(row, governors, above, strict=True)
    ]


def _timed(sentence: Sentence, times: Sequence[Time], ends: Sequence[int]) -> frozenset[int]:
    first = bisect_right(ends, sentence.start)
    inside = list(takewhile(lambda time: time.start < sentence.end, times[first : first + 64]))
    if not inside:
        return frozenset()
    return frozenset(
        i for i, word in enumerate(sentence.words) if any(t.start < word.end and word.start < t.end for t in inside)
    )


def _fact(text: str, case: Case, told: Told, said: _Speakers, sure: Ranker) -> Fact:
    seat, governor, quantity = case.ground.seat, case.governor, case.ground.seat.quantity
    phrase = told.measured.slot
    speaker, speaker_id = said.of(quantity)
    words = lower(text[phrase.start : phrase.end]).split() if phrase else []
    role, direction = role_told_by(seat, words, governor.role, governor.direction)
    return Fact(
        start=quantity.start, end=quantity.end, kind=quantity.kind, value=quantity.value, value_to=quantity.value_to,
        bound=quantity.bound, unit=quantity.unit, per=quantity.per, what=phrase, what_lemma=_head_lemma(text, phrase),
        predicate=governor.lemma, role=role, direction=direction,
        status=status_told_by(quantity, words, role, governor.status),
        time=told.time, place=told.place, country=_country(text, told.place, said), speaker=speaker,
        speaker_id=speaker_id, rule=_rule(quantity, governor, told, speaker),
        confidence=confidence(quantity, told.measured, governor.role, sure), sentence=seat.sentence.index,
        sentence_start=seat.sentence.start, sentence_end=seat.sentence.end,
    )  # fmt: skip


def _rule(quantity: Quantity, governor: Governor, told: Told, speaker: Slot | None) -> str:
    """Say who decided each slot: «quantity: money; what: before; time: same; predicate: dı»; no word of empty slots."""
    slots = (("what", told.measured.slot), ("time", told.time), ("place", told.place), ("speaker", speaker))
    said = [f"{name}: {slot.rule.removeprefix(name + '.')}" for name, slot in slots if slot is not None]
    return "; ".join([f"quantity: {quantity.rule}", *said, f"predicate: {governor.rule}"])


def _head_lemma(text: str, what: Slot | None) -> str | None:
    if what is None:
        return None
    words = text[what.start : what.end].split()
    return morphology.noun(lower(words[-1])).lemma or None if words else None


def _country(text: str, place: Slot | None, said: _Speakers) -> str | None:
    if place is None:
        return None
    entity = said.entity_at(place.start)
    return (entity.country if entity else None) or gazetteer.country_of(text[place.start : place.end])


class _Speakers:
    """Whose turn a quantity stands in; asked in the order of the text, so that every turn is looked at once."""

    def __init__(self, findings: Findings) -> None:
        self._names = findings.names
        self._starts = [name.start for name in findings.names]
        self._entities = {entity.id: entity for entity in findings.entities}
        self._waiting = sorted(findings.turns, key=lambda turn: turn.start, reverse=True)
        self._open: list[Turn] = []

    def entity_at(self, start: int) -> Entity | None:
        """Return the entity whose name holds the character `start`."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._names[at].end <= start:
            return None
        return self._entities.get(self._names[at].entity or "")

    def of(self, quantity: Quantity) -> tuple[Slot | None, str | None]:
        """Return the speaker of the innermost turn around the quantity, if it is a known entity."""
        while self._waiting and self._waiting[-1].start <= quantity.start:
            self._open.append(self._waiting.pop())
        self._open = [turn for turn in self._open if turn.end > quantity.start]
        if not self._open:
            return None, None
        turn = min(self._open, key=lambda t: t.end - t.start)
        entity = self.entity_at(turn.speaker_start)
        if entity is None:
            return None, None
        return Slot(turn.speaker_start, turn.speaker_end, turn.rule, entity.name), entity.id
