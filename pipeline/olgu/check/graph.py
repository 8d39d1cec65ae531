"""A gold record as spans and the links between them, the form in which annotation tools show and correct facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from olgu.article import Bound, Direction, EntityType, Kind, Role, Status
from olgu.check.offsets import Quoted, misplaced, stands
from olgu.check.resolve import Json, nearest_find
from olgu.write.schema import NUMBER_PATTERN

KINDS: tuple[str, ...] = get_args(Kind)
NAMES: tuple[str, ...] = get_args(EntityType)
SLOTS = ("what", "time", "place", "speaker")
"""The labels of the spans that fill a slot, and of the links from a quantity to them."""
LABELS = (*KINDS, *SLOTS, *NAMES)
FILLERS = {"what": ("what",), "time": ("time",), "place": ("place", *NAMES), "speaker": ("speaker", *NAMES)}
"""Link → the labels of the spans that it may lead to."""
Fields = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is said of a span beside its label."""

    name: str
    on: tuple[str, ...]
    """The labels of the spans that have it."""
    hint: str
    allowed: tuple[str, ...] = ()
    """The only values; empty for free text."""
    default: str | None = None
    many: bool = False


FIELDS = (
    Field("value", KINDS, "the number, scale words multiplied out; two for a range", many=True),
    Field("unit", KINDS, "ISO 4217, UCUM, %, x …"),
    Field("per", KINDS, "what a rate is divided by"),
    Field("bound", KINDS, "how the number bounds the amount", get_args(Bound), "exact"),
    Field("predicate", KINDS, "the governing verb, as an infinitive"),
    Field("role", KINDS, "level, change, from or share", get_args(Role), "level"),
    Field("direction", KINDS, "rise or fall", get_args(Direction)),
    Field("status", KINDS, "what the text claims of it", get_args(Status), "actual"),
    Field("speaker", KINDS, "name of a speaker that no span names"),
    Field("optional", KINDS, "neither rewarded nor punished", ("optional",)),
    Field("date", ("time",), "ISO 8601 or EDTF; empty where that needs a date the article lacks"),
    Field("name", NAMES, "the fullest good spelling of who or what is named"),
)


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled span of the text, half-open code points."""

    id: str
    label: str
    start: int
    end: int
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A slot of a quantity: from the region of the quantity to the region that fills the slot."""

    source: str
    target: str
    label: str | None
    """None where the tool was not told; the label of the target then says it."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One article with its regions and links."""

    id: str
    text: str
    title: str | None
    date: str | None
    regions: tuple[Region, ...]
    links: tuple[Link, ...]


class GraphError(Exception):
    """Annotations that make no facts; `problems` say what, where, and what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


def graph(record: Json) -> Graph:
    """Return a gold record with offsets (`olgu.check.gold.gold_records`) as regions and links.

    Raises `GraphError` where a quote does not stand at its offsets.
    """
    if wrong := [misplaced(record["text"], span) for span in _quotes(record) if not stands(record["text"], span)]:
        raise GraphError([f"{problem}; correct the offsets" for problem in wrong])
    made = _Maker(record["text"])
    mentions: defaultdict[str, list[Region]] = defaultdict(list)
    for entity in record.get("entities", ()):
        for start, end, _ in entity["mentions"]:
            mentions[entity["name"]].append(made.region(entity["type"], start, end, name=entity["name"]))
    for fact in record["facts"]:
        made.fact(fact, mentions)
    return Graph(
        record["id"], record["text"], record.get("title"), record.get("date"), tuple(made.regions), tuple(made.links)
    )


def record(given: Graph) -> Json:
    """Return the gold record of the regions and links; raises `GraphError` for what makes no facts."""
    problems = [*_misused(given)]
    regions = {region.id: region for region in given.regions}
    slots = _slots(given, regions, problems)
    facts = [
        _fact(region, slots.get(region.id, {}), given.text, problems)
        for region in given.regions
        if region.label in KINDS
    ]
    if problems:
        raise GraphError(problems)
    facts.sort(key=lambda fact: (fact["start"], fact["end"]))
    head = {"id": given.id, "date": given.date, "title": given.title, "text": given.text}
    return {**head, "entities": _entities(given), "facts": facts}


def shown(region: Region) -> str:
    """Return how messages name a region."""
    return f"region {region.id!r} ({region.label} at {region.start}-{region.end})"


def _quotes(record: Json) -> Iterator[Quoted]:
    for entity in record.get("entities", ()):
        yield from (tuple(mention) for mention in entity["mentions"])
    for fact in record["facts"]:
        yield fact["start"], fact["end"], fact["quote"]
        yield from (tuple(fact[slot]) for slot in ("what", "place") if fact.get(slot))
        if (time := fact.get("time")) and "start" in time:
            yield time["start"], time["end"], time["quote"]


class _Maker:
    """Collects regions and links; a span that several facts share becomes one region."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.regions: list[Region] = []
        self.links: list[Link] = []
        self._shared: dict[tuple[object, ...], Region] = {}

    def region(self, label: str, start: int, end: int, **fields: object) -> Region:
        said = {name: _texts(value) for name, value in fields.items() if value not in (None, "", ())}
        made = Region(f"r{len(self.regions) + 1}", label, start, end, said)
        self.regions.append(made)
        return made

    def fact(self, fact: Json, mentions: dict[str, list[Region]]) -> None:
        start, end, speaker = fact["start"], fact["end"], fact.get("speaker")
        said = {
            one.name: fact.get(one.name)
            for one in FIELDS
            if one.on is KINDS and one.name not in ("speaker", "optional")
        }
        named = min(mentions.get(str(speaker), ()), key=lambda region: abs(region.start - start), default=None)
        source = self.region(
            fact["kind"],
            start,
            end,
            **said,
            speaker=None if named else speaker,
            optional="optional" if fact.get("optional") else None,
        )
        self._link(source, "speaker", named)
        for slot in ("what", "place"):
            if span := fact.get(slot):
                self._link(source, slot, self._filler(slot, span[0], span[1], None, mentions))
        if time := fact.get("time"):
            span = (time["start"], time["end"]) if "start" in time else nearest_find(self.text, time["quote"], start)
            if span:
                self._link(source, "time", self._filler("time", span[0], span[1], time.get("value"), mentions))

    def _filler(self, slot: str, start: int, end: int, value: object, mentions: dict[str, list[Region]]) -> Region:
        if slot == "place":
            for region in (region for regions in mentions.values() for region in regions):
                if (region.start, region.end) == (start, end):
                    return region
        key = (slot, start, end, value)
        if key not in self._shared:
            self._shared[key] = self.region(slot, start, end, date=value)
        return self._shared[key]

    def _link(self, source: Region, slot: str, target: Region | None) -> None:
        if target is not None:
            self.links.append(Link(source.id, target.id, slot))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def _misused(given: Graph) -> Iterator[str]:
    """Yield what is wrong with single regions: labels, places, fields."""
    known = {one.name: one for one in FIELDS}
    for region in given.regions:
        if region.label not in LABELS:
            yield f"{shown(region)}: unknown label; known are {', '.join(LABELS)}"
        elif not 0 <= region.start < region.end <= len(given.text):
            yield f"{shown(region)}: lies outside the text of {len(given.text)} characters"
        for name, values in region.fields.items():
            rule = known.get(name)
            if rule and rule.allowed and (wrong := [value for value in values if value not in rule.allowed]):
                yield f"{shown(region)}: {name} {wrong[0]!r} is unknown; known are {', '.join(rule.allowed)}"
            elif rule and not rule.many and len(values) > 1:
                yield f"{shown(region)}: {name} has {len(values)} values; leave one"


def _slots(given: Graph, regions: dict[str, Region], problems: list[str]) -> dict[str, dict[str, Region]]:
    """Return quantity → slot → the region that fills it; links drawn backwards are turned."""
    found: defaultdict[str, dict[str, Region]] = defaultdict(dict)
    for link in given.links:
        ends = regions.get(link.source), regions.get(link.target)
        source, target = ends if ends[0] and ends[0].label in KINDS else ends[::-1]
        if source is None or target is None:
            problems.append(f"a relation leads from {link.source!r} to {link.target!r}, and one of them is no region")
            continue
        slot = link.label or (target.label if target.label in SLOTS else None)
        if source.label not in KINDS or slot is None or target.label not in FILLERS.get(slot, ()):
            told = f"relation {slot or 'without a label'} from {shown(source)} to {shown(target)}"
            problems.append(
                f"{told}: expected what, time, place or speaker, from a quantity to a span that can fill it"
            )
        elif found[source.id].setdefault(slot, target) is not target:
            problems.append(f"{shown(source)}: two relations {slot}; leave one")
    return found


def _fact(region: Region, slots: dict[str, Region], text: str, problems: list[str]) -> Json:
    values = region.fields.get("value", ())
    if not 1 <= len(values) <= 2 or not all(re.fullmatch(NUMBER_PATTERN, value) for value in values):
        told = f"has the value {' and '.join(map(repr, values))}" if values else "has no value"
        problems.append(f"{shown(region)} {told}; write one number such as 9600000000, 5.2 or 1/3, or two for a range")

    def said(name: str) -> str | None:
        default = next(one.default for one in FIELDS if one.name == name)
        return region.fields.get(name, (default,))[0]

    def filler(slot: str, make: Callable[[Region, str], object]) -> object:
        return make(slots[slot], text[slots[slot].start : slots[slot].end]) if slot in slots else None

    made: Json = {"start": region.start, "end": region.end, "quote": text[region.start : region.end]}
    made |= {"kind": region.label, "value": values[0] if len(values) == 1 else list(values)}
    made |= {name: said(name) for name in ("unit", "per", "bound")}
    made |= {"what": filler("what", _span)}
    made |= {name: said(name) for name in ("predicate", "role", "direction", "status")}
    made |= {"time": filler("time", _time), "place": filler("place", _span)}
    made |= {"speaker": filler("speaker", _name) or said("speaker")}
    return made | ({"optional": True} if said("optional") else {})


def _span(region: Region, quote: str) -> list[object]:
    return [region.start, region.end, quote]


def _time(region: Region, quote: str) -> Json:
    return {"start": region.start, "end": region.end, "quote": quote, "value": region.fields.get("date", (None,))[0]}


def _name(region: Region, quote: str) -> str:
    return region.fields.get("name", (quote,))[0]


def _entities(given: Graph) -> list[Json]:
    """Mentions of the same type and name are one entity, in the order in which they are first named."""
    found: defaultdict[tuple[str, str], list[list[object]]] = defaultdict(list)
    for region in given.regions:
        if region.label in NAMES:
            quote = given.text[region.start : region.end]
            found[region.label, _name(region, quote)].append(_span(region, quote))
    return [
        {"type": label, "name": name, "mentions": sorted(spans, key=_start)} for (label, name), spans in found.items()
    ]


def _start(span: list[object]) -> int:
    return int(str(span[0]))
