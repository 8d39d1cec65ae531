"""What a fact owes to the frame it stands in: the countries that take part, the place as an entity, shared money."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from olgu.analyse.casing import lower
from olgu.article import Entity, Fact, Mention
from olgu.relate import countries, currency


def frame(text: str, names: Sequence[Mention], entities: Sequence[Entity], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts with `participants`, `place_id` and, for money of a shared name, `unit` and `unit_assumed`."""
    if not facts:
        return []
    scene = countries.survey(text, names, entities)
    starts = [name.start for name in names]
    framed, span, sentence = [], (-1, -1), frozenset[str]()
    for fact in facts:
        if span != (fact.sentence_start, fact.sentence_end):
            span = (fact.sentence_start, fact.sentence_end)
            sentence = countries.in_sentence(lower(text[slice(*span)]), scene, *span)
        taking_part = countries.participants(sentence, scene, fact)
        framed.append(replace(fact, participants=taking_part, place_id=_place_id(fact, names, starts)))
    return currency.settle(text, framed, scene)


def _place_id(fact: Fact, names: Sequence[Mention], starts: Sequence[int]) -> str | None:
    if fact.place is None:
        return None
    at = bisect_right(starts, fact.place.start) - 1
    return names[at].entity if at >= 0 and names[at].end > fact.place.start else None
