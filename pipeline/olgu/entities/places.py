"""Places with the province or the country that they lie in before them: «İzmir Çeşme», «ABD New York»."""

from __future__ import annotations

from collections import defaultdict

from olgu.entities import keys, variants
from olgu.entities.lexicon import Lexicon, is_town
from olgu.entities.parts import join_one
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_bodies as bodies

_SHORTEST = 4
"""Letters of the shortest place that is looked up without its province."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join «Antalya Belek» with «Belek», which no gazetteer has, where the run knows one such place."""
    longer: dict[int, list[int]] = defaultdict(list)
    for index in lexicon.of_type("LOC"):
        words = lexicon.words[index]
        if len(words) > 1:
            _without_head(lexicon, sets, index)
        if len(words) != 2 or not is_town(words[0]) or not _is_proper(words[1]):
            continue
        found = lexicon.find("LOC", words[1:], lexicon.nodes[index].key.country or bodies.HOME)
        if found is not None and not lexicon.nodes[found].key.name.startswith("="):
            longer[found].append(index)
    for short, found_in in longer.items():
        join_one(lexicon, sets, short, found_in, "no other place of the name")


def _without_head(lexicon: Lexicon, sets: Sets[int], index: int) -> None:
    """«Divan» of «Divan Oteli», «Tataristan» of «Tataristan Cumhuriyeti»: where no gazetteer tells them apart."""
    *rest, head = lexicon.words[index]
    short = lexicon.find("LOC", tuple(rest))
    known = gazetteer.lookup(" ".join(rest)) is not None and (head == "oteli" or _is_country(" ".join(rest)))
    if short is not None and not known and (head == "oteli" or head in keys.listed("places", "states")):
        sets.join(index, short, "part", 0.9, f"the only {head} of the name")


def _is_country(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.is_country


def _is_proper(word: str) -> bool:
    cues = name_cues.load()
    plain = word in cues.loc_heads or word in cues.directions or word in variants.listed("town", "generic")
    entry = gazetteer.lookup(word)
    resort = entry is not None and entry.country == bodies.HOME and not gazetteer.provinces_of(word)
    return len(word) >= _SHORTEST and not plain and (entry is None or resort)
