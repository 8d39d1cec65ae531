"""Which countries a sentence is about: names of places, nationalities, bodies of states, people who stand for one."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from olgu.analyse.casing import lower
from olgu.article import Entity, Fact, Mention
from olgu.recognise import gazetteer

_NEAR = 70
"""Code points between a country and the person who holds an office of it."""
_CAPITALISED = re.compile(r"[A-ZÇĞİÖŞÜ]\w+(?:[’']l[ıiuü]\w*)?")
_GENITIVE = r"(?:[’']?n?[ıiuü]n)?"
_HEADS = frozenset('.!?:;\n"“”«»')


_CLOSING = frozenset({"", ":", ",", ";", ")", ".", "\n"})
"""What ends an apposition: «Tokayev, Kore Devlet Başkanı’nın …» is none."""


class Sighting(NamedTuple):
    """A place of the text that points to a country (ISO 3166-1 alpha-2)."""

    start: int
    end: int
    country: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    office: re.Pattern[str]
    """What stands between a country and the holder of its office: «’nın eski Dışişleri Bakanı »."""
    envoy: re.Pattern[str]
    sender: re.Pattern[str]
    money: re.Pattern[str]
    pair: re.Pattern[str]
    plain: frozenset[str]


@cache
def _patterns() -> _Patterns:
    rules = tomllib.loads((files(__package__) / "countries.toml").read_text(encoding="utf-8"))
    stems = "|".join(sorted(rules["offices"]["stems"], key=len, reverse=True))
    envoys = "|".join(sorted(rules["offices"]["envoys"], key=len, reverse=True))
    words = r"(?:[^\W\d_]+ ){0,4}?"
    return _Patterns(
        office=re.compile(rf"{_GENITIVE},? {words}(?:{stems})\w{{0,4}}\b"),
        envoy=re.compile(rf"{_GENITIVE} {words}(?:{envoys})\w{{0,4}}\b"),
        sender=re.compile(r"[’']?n?[ıiuü]n $"),
        money=re.compile(rf" (?:{'|'.join(rules['money']['stems'])})"),
        pair=re.compile(rf"\b(?:{'|'.join(rules['pair']['phrases'])})"),
        plain=frozenset(rules["plain"]["words"]),
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """The countries of an article; `sightings` are sorted by offset, `people` are entity ids with their country."""

    sightings: tuple[Sighting, ...]
    people: dict[str, str]
    persons: tuple[Mention, ...]
    pair: tuple[str, ...]
    """The two countries that the article is about, where there are two."""
    home: str | None
    """The country of most of the sightings, where one has more than half of them and at least two."""

    def between(self, start: int, end: int) -> Sequence[Sighting]:
        """Return the sightings between two offsets, in order."""
        return self.sightings[bisect_left(self.sightings, (start,)) : bisect_left(self.sightings, (end,))]


def survey(text: str, names: Sequence[Mention], entities: Sequence[Entity]) -> Scene:
    """Find every sighting of a country, and the people who hold an office of one."""
    countries = {entity.id: entity.country for entity in entities if entity.country}
    named = [Sighting(m.start, m.end, countries[m.entity]) for m in names if m.entity in countries]
    low = lower(text)
    sightings = tuple(sorted([*named, *_nationalities(text, low, names)]))
    persons = tuple(m for m in names if m.type == "PERSON")
    counts = Counter(sighting.country for sighting in sightings).most_common()
    home = counts[0][0] if counts and counts[0][1] >= 2 and counts[0][1] * 2 > len(sightings) else None
    return Scene(sightings, _people(low, persons, sightings), persons, _pair(counts), home)


def _pair(counts: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    clear = len(counts) >= 2 and counts[1][1] >= 2 and (len(counts) == 2 or counts[2][1] < counts[1][1])
    return (counts[0][0], counts[1][0]) if clear else ()


def _nationalities(text: str, low: str, names: Sequence[Mention]) -> Iterator[Sighting]:
    """Yield the nationalities outside of names: «Koreli şirket», «Japonların»; not «Türk lirası»."""
    starts, patterns = [name.start for name in names], _patterns()
    for word in _CAPITALISED.finditer(text):
        code = gazetteer.nationality(word[0])
        if code is None or patterns.money.match(low, word.end()):
            continue
        before = bisect_left(starts, word.end()) - 1
        if before >= 0 and names[before].end > word.start():
            continue
        head = text[: word.start()].rstrip(" ")[-1:] if word.start() < 2 else text[word.start() - 2 : word.start()]
        if lower(word[0]) in patterns.plain and (not head.strip() or head.strip()[-1] in _HEADS or "\n" in head):
            continue
        yield Sighting(word.start(), word.end(), code)


def _people(low: str, persons: Sequence[Mention], sightings: Sequence[Sighting]) -> dict[str, str]:
    """Return person → country, from the first place where the text ties them."""
    found: dict[str, str] = {}
    floor = 0
    for person in persons:
        if person.entity and person.entity not in found:
            code = _office_before(low, person, sightings, floor) or _office_after(low, person, sightings)
            if code:
                found[person.entity] = code
        floor = person.end
    return found


def _office_before(low: str, person: Mention, sightings: Sequence[Sighting], floor: int) -> str | None:
    """«Rusya Devlet Başkanı Vladimir Putin»."""
    at = bisect_left(sightings, (person.start,)) - 1
    if at < 0 or sightings[at].end < max(floor, person.start - _NEAR) or sightings[at].end > person.start:
        return None
    found = _patterns().office.match(low, sightings[at].end, person.start)
    if found is None or low[found.end() : person.start].strip(" ,"):
        return None
    return _sender(low, sightings, at)


def _office_after(low: str, person: Mention, sightings: Sequence[Sighting]) -> str | None:
    """«Kasım Cömert Tokayev, Kazakistan Devlet Başkanı:»."""
    at = bisect_left(sightings, (person.end,))
    if at == len(sightings) or low[person.end : sightings[at].start] not in (", ", " (", ","):
        return None
    found = _patterns().office.match(low, sightings[at].end)
    ends = found is not None and low[found.end() : found.end() + 1] in _CLOSING
    return _sender(low, sightings, at) if ends else None


def _sender(low: str, sightings: Sequence[Sighting], at: int) -> str:
    """Return the country that an office is of: with envoys the one before, «Türkiye'nin Kazakistan Büyükelçisi»."""
    here = sightings[at]
    if at and _patterns().envoy.match(low, here.end):
        before = sightings[at - 1]
        gap = low[before.end : here.start]
        if len(gap) <= 5 and _patterns().sender.fullmatch(gap):
            return before.country
    return here.country


def in_sentence(low_sentence: str, scene: Scene, start: int, end: int) -> frozenset[str]:
    """Return the countries of a sentence: named, of its people, and the pair behind «iki ülke»."""
    found = {sighting.country for sighting in scene.between(start, end)}
    first, last = (bisect_left(scene.persons, at, key=lambda person: person.start) for at in (start, end))
    named = (person.entity for person in scene.persons[first:last])
    found.update(scene.people[person] for person in named if person in scene.people)
    if scene.pair and _patterns().pair.search(low_sentence):
        found.update(scene.pair)
    return frozenset(found)


def participants(sentence: frozenset[str], scene: Scene, fact: Fact) -> tuple[str, ...]:
    """Return the countries of a fact, sorted: those of its `sentence`, of its speaker and of its place."""
    speaker = scene.people.get(fact.speaker_id or "")
    return tuple(sorted(sentence | {country for country in (speaker, fact.country) if country}))
