"""The choices of the relation rankers in annotated articles: candidates, their features, and which are right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from spacy.language import Language

from olgu.analyse.words import Sentence, sentences
from olgu.article import Entity, Mention, Quantity, Slot
from olgu.flow import calendar_day
from olgu.recognise import names, quantities, speech, times
from olgu.relate import anchors, framing, identity, measured
from olgu.relate.confidence import signals
from olgu.relate.facts import Case, Findings, Rankers, Story, cases, settle
from olgu.relate.phrase import limit, reach_groups
from olgu.relate.ranker import Group, Ranker, spell
from olgu.relate.view import Ground

SLOTS = ("what", "reach", "time", "place")
JUDGED = ("fact", "what", "time", "place")


@dataclass(frozen=True, slots=True)
class Prepared:
    """An annotated article, analysed and recognised as in a run."""

    gold: dict[str, Any]
    view: Sequence[Sentence]
    findings: Findings


@dataclass(frozen=True, slots=True)
class Instance:
    """One choice: the features of every candidate, and the right ones (empty where none of them is right)."""

    article: str
    candidates: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def prepare(gold: dict[str, Any], nlp: Language) -> Prepared:
    """Analyse one annotated article; its names are those of the rules, since a model may have learned them."""
    text = gold["text"]
    doc = nlp(text)
    view = sentences(doc)
    dates = times.find(text, calendar_day(gold["date"]))
    mentions, entities = identity.resolve(text, names.ruled(doc, view))
    found = quantities.find(text, dates)
    if "entities" not in gold:  # annotated without names: those that the rules find
        gold = gold | {"entities": _entities(text, mentions, entities)}
    return Prepared(gold, view, Findings(found, dates, mentions, entities, speech.find(doc, mentions, view)))


def _entities(text: str, mentions: Sequence[Mention], entities: Sequence[Entity]) -> list[dict[str, Any]]:
    return [
        {"name": e.name, "mentions": [[m.start, m.end, text[m.start : m.end]] for m in mentions if m.entity == e.id]}
        for e in entities
    ]


def mated(article: Prepared) -> Iterator[tuple[Case, dict[str, Any] | None]]:
    """Return the cases of an article, in order, with the gold fact of each."""
    for case in cases(article.gold["text"], article.view, article.findings):
        yield case, mate(article.gold["facts"], case.ground)


def mate(facts: Sequence[dict[str, Any]], ground: Ground) -> dict[str, Any] | None:
    """Return the gold fact that the quantity overlaps most."""
    q = ground.seat.quantity
    best = max(facts, key=lambda f: min(f["end"], q.end) - max(f["start"], q.start), default=None)
    return best if best is not None and min(best["end"], q.end) > max(best["start"], q.start) else None


def instances(article: Prepared, history: Rankers | None = None) -> dict[str, list[Instance]]:
    """Make the choices of one article; the facts before are those of gold, or as `history` would choose them."""
    result: dict[str, list[Instance]] = {slot: [] for slot in SLOTS}
    story = Story()
    text, name = article.gold["text"], article.gold["id"]
    key = {m[2]: e["name"] for e in article.gold["entities"] for m in e["mentions"]}
    for case, fact in mated(article):
        ground = case.ground
        told = settle(case, story, history) if history is not None else None
        if fact is None:
            if told is not None:
                story.add(ground, told.measured.slot, told.time, told.place)
            continue
        what = Slot(fact["what"][0], fact["what"][1], "gold") if fact["what"] else None
        if what is not None and not fact["optional"]:
            heads = measured.heads(ground, story.whats)
            right = frozenset(i for i, head in enumerate(heads) if is_right(head, ground, what))
            result["what"].append(Instance(name, tuple(spell(h.groups) for h in heads), right))
            result["reach"] += reach(name, ground, what)
        chosen: list[Slot | None] = []
        for slot, offered, last in (
            ("time", case.times, story.last("time")),
            ("place", case.places, story.last("place")),
        ):
            seen = told.measured.slot if told is not None else what
            rows = framing.offers(ground, offered, seen, last)
            if not rows:
                chosen.append(None)
                continue
            right = right_anchors([a for a, _ in rows], fact, slot, text, key)
            if not fact["optional"]:
                result[slot].append(Instance(name, tuple(spell(g) for _, g in rows), frozenset(right)))
            anchor = rows[min(right, default=len(rows) - 1)][0]
            chosen.append(None if anchor is None else Slot(anchor.start, anchor.end, slot, anchor.value))
        if told is not None:
            story.add(ground, told.measured.slot, told.time, told.place)
        else:
            story.add(ground, what, *chosen)
    return result


def is_right(head: measured.Head, ground: Ground, what: Slot) -> bool:
    """Say whether a candidate ends where the gold phrase ends."""
    if head.carried is not None:
        return (head.carried.start, head.carried.end) == (what.start, what.end)
    word = ground.seat.words[head.index]
    return word.start < what.end <= word.end


def reach(article: str, ground: Ground, what: Slot) -> list[Instance]:
    """Make the choices "go on" (0) or "stop" (1) along a gold phrase, from its last word to the left."""
    words = ground.seat.words
    inside = [i for i, word in enumerate(words) if what.start < word.end and word.start < what.end]
    if not inside:
        return []
    head, first = inside[-1], inside[0]
    low = max(limit(ground, head), first - 1)
    return [
        Instance(article, (spell(reach_groups(ground, j, head)), ()), frozenset({0 if j >= first else 1}))
        for j in range(head - 1, low - 1, -1)
    ]


def right_anchors(
    near: Sequence[anchors.Anchor | None], fact: dict[str, Any], slot: str, text: str, key: dict[str, str]
) -> set[int]:
    """Return the candidates that say what gold says; None among them stands for "none"."""
    nothing = {i for i, a in enumerate(near) if a is None}
    some = [(i, a) for i, a in enumerate(near) if a is not None]
    gold = fact[slot]
    if gold is None:
        return nothing
    if slot == "time":
        overlap = {i for i, a in some if a.start < gold["end"] and gold["start"] < a.end}
        return overlap or {i for i, a in some if gold["value"] is not None and a.value == gold["value"]}
    start, end, quote = gold
    name = key.get(quote, quote)
    overlap = {i for i, a in some if a.start < end and start < a.end}
    return overlap | {i for i, a in some if key.get(text[a.start : a.end]) == name}


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact as a run would make it, beside gold."""

    signals: tuple[Group, ...]
    """What speaks for it."""
    right: dict[str, bool]
    """Of "fact" (quantity and what), "what", "time" and "place": whether it is as in gold."""
    given: frozenset[str]
    """The slots that gold fills."""


def judged(article: Prepared, rankers: Rankers) -> Iterator[Judged]:
    """Read an article as a run does, and judge its facts; those that gold calls optional are left out."""
    story = Story()
    text = article.gold["text"]
    key = {m[2]: e["name"] for e in article.gold["entities"] for m in e["mentions"]}
    for case, fact in mated(article):
        told = settle(case, story, rankers)
        story.add(case.ground, told.measured.slot, told.time, told.place)
        if fact is not None and fact["optional"]:
            continue
        quantity = case.ground.seat.quantity
        right = dict.fromkeys(JUDGED, False)
        given = frozenset[str]()
        if fact is not None:
            time = (fact["time"] or {}).get("value")
            place = fact["place"] and key.get(fact["place"][2], fact["place"][2])
            right["what"] = same_phrase(text, fact["what"], told.measured.slot)
            right["fact"] = right["what"] and same_quantity(fact, quantity)
            right["time"] = (told.time and told.time.value) == time
            mine = text[told.place.start : told.place.end] if told.place else None
            right["place"] = key.get(mine or "", mine) == place
            slots = {"fact": fact, "what": fact["what"], "time": time, "place": place}
            given = frozenset(slot for slot, value in slots.items() if value is not None)
        yield Judged(signals(quantity, told.measured, case.governor.role), right, given)


def same_quantity(fact: dict[str, Any], quantity: Quantity) -> bool:
    """Say whether kind, value, unit and bound are those of gold."""
    values = fact["value"] if isinstance(fact["value"], list) else [fact["value"], None]
    same = (quantity.kind, quantity.unit, quantity.bound) == (fact["kind"], fact["unit"], fact["bound"])
    return same and all(
        (a is None and b is None) or (a is not None and b is not None and Fraction(a) == Fraction(b))
        for a, b in zip(values[:2], (quantity.value, quantity.value_to), strict=True)
    )


def same_phrase(text: str, gold: Sequence[Any] | None, slot: Slot | None) -> bool:
    """Say whether two phrases end in the same word and share most of their words (token F1 of a half and more)."""
    if gold is None or slot is None:
        return gold is None and slot is None
    a, b = ({m.start() for m in re.compile(r"\w+").finditer(text, x, y)} for x, y in (gold[:2], (slot.start, slot.end)))
    return bool(a and b) and max(a) == max(b) and 2 * len(a & b) >= (len(a) + len(b)) / 2


def rankers(weights: dict[str, dict[str, int]]) -> Rankers:
    """Make the rankers of `weights` by slot."""
    return Rankers(*(Ranker(weights[slot]) for slot in SLOTS), Ranker(weights.get("confidence", {})))
