"""Proper names known by heart: countries (CLDR), cities (GeoNames, CC BY 4.0), places and organisations (gazetteer.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from olgu.analyse.casing import lower
from olgu.article import EntityType

_BIG_CITY = 300_000
_CLEARLY_LARGER = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: its words in lower case, its type, its country (ISO 3166-1 alpha-2) where that is certain."""

    words: tuple[str, ...]
    type: EntityType
    country: str | None = None
    is_country: bool = False
    big: bool = True
    """False for a town so small that its name at the start of a sentence is no evidence."""
    suffixed: bool = False
    """True for plain words that are names only with a suffix after an apostrophe («Ay’a»)."""


def data(name: str) -> dict[str, Any]:
    """Read a TOML file of this package."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


def key(name: str) -> tuple[str, ...]:
    """Return the lower-case words of a name."""
    return tuple(lower(name).replace("’", "'").split())


def _countries(spellings: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    from babel import Locale  # noqa: PLC0415 - loads CLDR data

    for code, name in Locale("tr").territories.items():
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
            yield code, name.split(" (")[0]
    for code, names in spellings.items():
        for name in names:
            yield code, name


def _cities() -> Iterator[tuple[str, str, int]]:
    for line in (files(__package__) / "cities.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, country, population = line.split("\t")
            yield name, country, int(population)


def _city_entries(skip: frozenset[str]) -> Iterator[Entry]:
    """One entry a name; its country only where one bearer of the name is far larger than those elsewhere."""
    largest: dict[tuple[str, ...], dict[str, int]] = {}
    for name, country, population in _cities():
        by_country = largest.setdefault(key(name), {})
        by_country[country] = max(population, by_country.get(country, 0))
    for words, by_country in largest.items():
        if " ".join(words) in skip:
            continue
        ranked = sorted(by_country.items(), key=lambda item: (-item[1], item[0]))
        certain = len(ranked) == 1 or ranked[0][1] >= _CLEARLY_LARGER * ranked[1][1]
        yield Entry(words, "LOC", ranked[0][0] if certain else None, False, ranked[0][1] >= _BIG_CITY)


def _listed(lists: dict[str, Any]) -> Iterator[Entry]:
    for name in lists["places"]["regions"]:
        yield Entry(key(name), "LOC")
    for group in ("provinces", "districts"):
        for name in lists["places"][group]:
            yield Entry(key(name), "LOC", "TR", False, group == "provinces")
    for line in lists["places"]["cities"]:
        name, _, country = line.rpartition(" ")
        yield Entry(key(name), "LOC", country)
    for name in lists["places"]["with_suffix"]:
        yield Entry(key(name), "LOC", suffixed=True)
    for name in lists["persons"]["surnames"]:
        yield Entry(key(name), "PERSON")
    plain = frozenset(lists["organisations"]["plain_words"])
    for group, names in lists["organisations"].items():
        for name in names:
            if group != "plain_words":
                yield Entry(key(name), "ORG", big=name not in plain)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` maps the words of a name to its entry, `longest` a first word to the length of the longest name it opens."""

    names: dict[tuple[str, ...], Entry]
    longest: dict[str, int]

    def match(self, words: Sequence[str], at: int) -> Entry | None:
        """Return the longest entry whose words stand in `words` from index `at` on."""
        for length in range(min(self.longest.get(words[at], 0), len(words) - at), 0, -1):
            entry = self.names.get(tuple(words[at : at + length]))
            if entry is not None:
                return entry
        return None


@cache
def load() -> Gazetteer:
    """Load every list once. Countries win over cities, listed names over GeoNames."""
    lists = data("gazetteer.toml")
    names: dict[tuple[str, ...], Entry] = {}
    for entry in _city_entries(frozenset(lists["no_city"])):
        names[entry.words] = entry
    for entry in _listed(lists):
        names[entry.words] = entry
    for code, name in _countries(lists["countries"]):
        names[key(name)] = Entry(key(name), "LOC", code, True)
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Gazetteer(names, longest)


@lru_cache(maxsize=4096)
def lookup(name: str) -> Entry | None:
    """Return the entry of a whole name in base form ("Kore", "Birleşik Krallık"), any case."""
    return load().names.get(key(name))


def country_of(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a Turkish country name, or of a city whose country is certain."""
    entry = lookup(name)
    return entry.country if entry is not None else None
