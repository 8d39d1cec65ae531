"""Findings → Facts: the one place where quantities, times, names and speech meet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from olgu.analyse import morphology
from olgu.analyse.casing import lower
from olgu.analyse.words import Sentence
from olgu.article import Entity, Fact, Mention, Quantity, Slot, Time, Turn
from olgu.recognise import gazetteer
from olgu.relate import anchors, measured, ranker
from olgu.relate.anchors import Anchor
from olgu.relate.predicate import Governor, govern
from olgu.relate.seat import Seat, seats
from olgu.relate.view import Ground, view


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything recognised in one article; all offsets point into the same text."""

    quantities: Sequence[Quantity]
    times: Sequence[Time]
    names: Sequence[Mention]
    entities: Sequence[Entity]
    turns: Sequence[Turn]


@dataclass(slots=True)
class _Story:
    """What the facts so far leave behind for the next one."""

    whats: list[tuple[int, Slot, str]]
    time: Slot | None = None
    place: Slot | None = None


def relate(text: str, sentences: Sequence[Sentence], findings: Findings) -> list[Fact]:
    """Make a fact of every quantity; a slot that cannot be told is None."""
    starts = [sentence.start for sentence in sentences]
    times = anchors.time_anchors(findings.times, _sentences_of(findings.times, starts))
    places = anchors.place_anchors(findings.names, _sentences_of(findings.names, starts))
    story = _Story([])
    result = []
    for sentence, row in zip(sentences, seats(findings.quantities, sentences), strict=True):
        if row:
            for ground, governor in grounds(sentence, row, findings.times):
                result.append(_fact(text, ground, governor, findings, times, places, story))
    return result


def _sentences_of(spans: Sequence[Time] | Sequence[Mention], starts: Sequence[int]) -> list[int]:
    return [bisect_right(starts, span.start) - 1 for span in spans]


def grounds(sentence: Sentence, row: Sequence[Seat], times: Sequence[Time]) -> list[tuple[Ground, Governor]]:
    """Return what the rules see of every quantity of a sentence, with its predicate."""
    seen = view(sentence.words, row, _timed(sentence, times))
    governors = [govern(seat, row) for seat in row]
    return [(Ground(s, seen, g.index, g.lemma or ""), g) for s, g in zip(row, governors, strict=True)]


def _timed(sentence: Sentence, times: Sequence[Time]) -> frozenset[int]:
    first = bisect_right([time.end for time in times], sentence.start)
    inside = []
    for time in times[first:]:
        if time.start >= sentence.end:
            break
        inside.append(time)
    if not inside:
        return frozenset()
    return frozenset(
        i for i, word in enumerate(sentence.words) if any(t.start < word.end and word.start < t.end for t in inside)
    )


def _fact(
    text: str,
    ground: Ground,
    governor: Governor,
    findings: Findings,
    times: Sequence[Anchor],
    places: Sequence[Anchor],
    story: _Story,
) -> Fact:
    seat, quantity = ground.seat, ground.seat.quantity
    what, sure = measured.choose(ground, story.whats, ranker.load("what"), ranker.load("reach"))
    story.time = anchors.choose(ground, times, what, story.time, ranker.load("time"), "time")
    story.place = anchors.choose(ground, places, what, story.place, ranker.load("place"), "place")
    if what is not None:
        story.whats.append((seat.sentence.index, what, f"{quantity.kind}.{quantity.unit}"))
        del story.whats[:-8]
    speaker, speaker_id = _speaker(quantity, findings)
    return Fact(
        start=quantity.start, end=quantity.end, kind=quantity.kind, value=quantity.value, value_to=quantity.value_to,
        bound=quantity.bound, unit=quantity.unit, per=quantity.per, what=what, what_lemma=_head_lemma(text, what),
        predicate=governor.lemma, role=governor.role, direction=governor.direction, status=governor.status,
        time=story.time, place=story.place, country=_country(text, story.place, findings), speaker=speaker,
        speaker_id=speaker_id, rule=quantity.rule, confidence=round(sure, 2), sentence=seat.sentence.index,
        sentence_start=seat.sentence.start, sentence_end=seat.sentence.end,
    )  # fmt: skip


def _head_lemma(text: str, what: Slot | None) -> str | None:
    if what is None:
        return None
    words = text[what.start : what.end].split()
    return morphology.noun(lower(words[-1])).lemma or None if words else None


def _country(text: str, place: Slot | None, findings: Findings) -> str | None:
    if place is None:
        return None
    entity = _entity_at(place.start, findings)
    return (entity.country if entity else None) or gazetteer.country_of(text[place.start : place.end])


def _entity_at(start: int, findings: Findings) -> Entity | None:
    at = bisect_right([name.start for name in findings.names], start) - 1
    if at < 0 or findings.names[at].end <= start:
        return None
    wanted = findings.names[at].entity
    return next((entity for entity in findings.entities if entity.id == wanted), None)


def _speaker(quantity: Quantity, findings: Findings) -> tuple[Slot | None, str | None]:
    """Return the speaker of the innermost turn around the quantity, if it is a known entity."""
    around = [turn for turn in findings.turns if turn.start <= quantity.start < turn.end]
    if not around:
        return None, None
    turn = min(around, key=lambda t: t.end - t.start)
    entity = _entity_at(turn.speaker_start, findings)
    if entity is None:
        return None, None
    return Slot(turn.speaker_start, turn.speaker_end, turn.rule, entity.name), entity.id
