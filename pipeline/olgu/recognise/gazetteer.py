"""Proper names known by heart: countries (CLDR), cities (GeoNames, CC BY 4.0), places and bodies (gazetteer.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from olgu.analyse.casing import lower
from olgu.article import EntityType

_HARMONY = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_INFLECTED = re.compile(r"(\w{3,}?)(?:l[ae]r(?:[ıi]n?|[ae]|d[ae]n?|l[ae])?|['’]\w+)")
_BIG_CITY = 300
"""Thousands of people."""


class Entry(NamedTuple):
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


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each line of a table of this package."""
    for line in (files(__package__) / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _countries(spellings: dict[str, list[str]]) -> Iterator[Entry]:
    for code, name, _, _ in rows("countries.tsv"):
        yield Entry(key(name), "LOC", code, True)
    for code, names in spellings.items():
        for name in names:
            yield Entry(key(name), "LOC", code, True)


def _cities(skip: frozenset[str]) -> Iterator[Entry]:
    for name, country, thousands in rows("cities.tsv"):
        if name not in skip:
            yield Entry(tuple(name.split()), "LOC", country or None, False, int(thousands) >= _BIG_CITY)


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
    """Known names by their lower-case words."""

    names: dict[tuple[str, ...], Entry]
    longest: dict[str, int]
    """First word of names → how many words the longest of them has."""


@cache
def load() -> Gazetteer:
    """Load every list once. Countries win over listed names, those over cities of GeoNames."""
    lists = data("gazetteer.toml")
    names = {entry.words: entry for entry in _cities(frozenset(lists["no_city"]))}
    names.update((entry.words, entry) for entry in _listed(lists))
    names.update((entry.words, entry) for entry in _countries(lists["countries"]))
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Gazetteer(names, longest)


@lru_cache(maxsize=4096)
def lookup(name: str) -> Entry | None:
    """Return the entry of a whole name in base form ("Kore", "Birleşik Krallık"), any case."""
    return load().names.get(key(name))


def country_of(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country, or of a place whose country is certain: cities, districts."""
    entry = lookup(name)
    if entry is not None:
        return entry.country
    return _capitals().get(key(name)) or ("TR" if provinces_of(name) else None)


def provinces_of(name: str) -> tuple[str, ...]:
    """Return the provinces of Türkiye that a place is or may lie in: «Bodrum» → Muğla; «Edremit» → Balıkesir, Van."""
    return _provinces().get(key(name), ())


@cache
def _provinces() -> dict[tuple[str, ...], tuple[str, ...]]:
    listed = data("gazetteer_districts.toml")["provinces"]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for province, districts in listed.items():
        for district in districts.split(", "):
            found[key(district)] = (*found.get(key(district), ()), province)
    return found | {key(province): (province,) for province in listed}


@cache
def _capitals() -> dict[tuple[str, ...], str]:
    """Return capital → country; capitals are no entries, for many are words or names of Turkish («Male», «Lima»)."""
    return {key(capital): code for code, _, capital, _ in rows("countries.tsv") if capital}


@cache
def currencies() -> dict[str, tuple[str, ...]]:
    """Return the ISO 4217 codes of the money of every country (CLDR)."""
    return {code: tuple(money.split(",")) for code, _, _, money in rows("countries.tsv") if money}


@cache
def _nationalities() -> dict[str, str]:
    """Return lower-case nationality («kazak», «koreli», «amerikan») → country."""
    lists = data("gazetteer_nationalities.toml")
    found = {}
    for words, entry in load().names.items():
        if entry.is_country and len(words) == 1:
            vowel = next((c for c in reversed(words[0]) if c in "aeıioöuü"), "e")
            found[f"{words[0]}l{_HARMONY[vowel]}"] = entry.country or ""
    found.update((lower(name), code) for code, names in lists["nationalities"].items() for name in names)
    return {name: code for name, code in found.items() if name not in lists["no_nationality"]}


def nationality(word: str) -> str | None:
    """Return the country of a nationality in base form or with a plural or case ending («Kazaklar», «Japon»)."""
    low = lower(word)
    return _nationalities().get(low) or _nationality_with_ending(low)


@lru_cache(maxsize=8192)
def _nationality_with_ending(low: str) -> str | None:
    found = _INFLECTED.fullmatch(low)
    return _nationalities().get(found[1]) if found else None
