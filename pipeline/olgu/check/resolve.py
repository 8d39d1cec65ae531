"""Annotations that point by quotes («6 milyar dolara», 2nd time) → annotations that point by offsets."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
Span = tuple[int, int]


def resolve(annotation: Json, text: str) -> tuple[Json, list[str]]:
    """Return `facts` and `entities` of `annotation` with offsets, and what is wrong with it.

    `nth` counts overlapping finds from 1; `what`, `time` and `place` without an `nth` are the find nearest to the
    quantity.
    """
    problems: list[str] = []
    entities = [_entity(entity, text, problems) for entity in annotation.get("entities", ())]
    facts = [_fact(fact, text, problems) for fact in annotation.get("facts", ())]
    facts.sort(key=lambda fact: (fact["start"], fact["end"]))
    return {"facts": facts, "entities": entities}, problems


def nth_find(text: str, quote: str, nth: int) -> Span | None:
    """Return the span of the `nth` find of `quote`."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at, at + len(quote)


def nearest_find(text: str, quote: str, to: int) -> Span | None:
    """Return the span of the find of `quote` whose start is nearest to `to`; the earlier of two."""
    before, after = text.rfind(quote, 0, to + len(quote)), text.find(quote, to)
    starts = [at for at in (before, after) if at >= 0]
    if not quote or not starts:
        return None
    start = min(starts, key=lambda at: abs(at - to))
    return start, start + len(quote)


def _entity(entity: Json, text: str, problems: list[str]) -> Json:
    spans = []
    for mention in entity.get("mentions", ()):
        quote, nth = (mention, 1) if isinstance(mention, str) else (mention[0], mention[1] if len(mention) > 1 else 1)
        if span := nth_find(text, quote, nth):
            spans.append([*span, quote])
        else:
            problems.append(f"mention {quote!r} no. {nth} does not stand in the text")
    return {"type": entity.get("type"), "name": entity.get("name"), "mentions": sorted(spans)}


def _fact(fact: Json, text: str, problems: list[str]) -> Json:
    span = nth_find(text, fact["quote"], fact.get("nth") or 1)
    if span is None:
        problems.append(f"fact {fact['quote']!r} no. {fact.get('nth') or 1} does not stand in the text")
        span = (0, 0)
    made = {**fact, "start": span[0], "end": span[1], "what": None, "time": None, "place": None}
    for slot in ("what", "place"):
        if quote := fact.get(slot):
            nth = fact.get(f"{slot}_nth")
            found = nth_find(text, quote, nth) if nth else nearest_find(text, quote, span[0])
            made[slot] = [*(found or (0, 0)), quote]
            problems += [] if found else [f"{slot} {quote!r} of {fact['quote']!r} does not stand in the text"]
    if fact.get("time"):
        made["time"] = {"quote": fact["time"].get("quote"), "value": fact["time"].get("value")}
    return made
