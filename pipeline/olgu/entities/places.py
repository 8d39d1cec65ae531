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
    _by_plant(lexicon, sets)
    _by_kind(lexicon, sets)
    for short, found_in in longer.items():
        join_one(lexicon, sets, short, found_in, "no other place of the name")


def _without_head(lexicon: Lexicon, sets: Sets[int], index: int) -> None:
    """«Divan» of «Divan Oteli», «Tataristan» of «Tataristan Cumhuriyeti»: where no gazetteer tells them apart."""
    *rest, head = lexicon.words[index]
    short = lexicon.find("LOC", tuple(rest))
    region = len(rest) > 1 and rest[0] in name_cues.load().directions
    if short is not None and head == variants.word("region") and region:  # «Doğu Avrupa Bölgesi»
        sets.join(index, short, "part", 0.9, "the region of the name")
    known = gazetteer.lookup(" ".join(rest)) is not None and (
        head == variants.word("hotel") or _is_country(" ".join(rest))
    )
    if short is not None and not known and (head == variants.word("hotel") or head in keys.listed("places", "states")):
        sets.join(index, short, "part", 0.9, f"the only {head} of the name")


def _by_kind(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Samandıra» of «Samandıra Mahallesi», «Nusayrat» of «Nusayrat Mülteci Kampı»: places of no gazetteer."""
    kinds = [tuple(kind.split()) for kind in sorted(variants.listed("local", "after_own"))]
    longer: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(lexicon.nodes):
        words = keys.words("LOC", node.name) if node.key.type == "LOC" and " " in node.name else ()
        kind = next((kind for kind in kinds if len(words) > len(kind) and words[-len(kind) :] == kind), None)
        if kind is not None and _is_proper(words[0]) and gazetteer.lookup(" ".join(words[: -len(kind)])) is None:
            found = lexicon.find("LOC", words[: -len(kind)], node.key.country)
            if found is not None and not keys.needs_context("LOC", lexicon.nodes[found].name):
                longer[found].append(index)
    for short, found_in in longer.items():
        join_one(lexicon, sets, short, found_in, "no other place of the name")


def _by_plant(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Akkuyu Santrali» of «Akkuyu Nükleer Santrali»: the one plant of a name that is no town's."""
    plants: dict[tuple[str, str], list[int]] = defaultdict(list)
    heads, kinds = variants.listed("local", "plants"), variants.listed("local", "kinds_of_plant")
    alone = variants.listed("local", "alone")
    for index in lexicon.of_type("LOC"):
        first, between, head = lexicon.words[index][0], lexicon.words[index][1:-1], lexicon.words[index][-1]
        plant = bool(between) and head in heads and all(word in kinds for word in between)
        if plant and (not is_town(first) or not alone.isdisjoint(between)):
            plants[first, head].append(index)
    for name, longer in plants.items():
        short = lexicon.find("LOC", name)
        if short is not None and name[0] not in kinds:
            join_one(lexicon, sets, short, longer, "no other plant of the name")


def _is_country(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.is_country


def _is_proper(word: str) -> bool:
    cues = name_cues.load()
    plain = word in cues.loc_heads or word in cues.directions or word in variants.listed("town", "generic")
    entry = gazetteer.lookup(word)
    resort = entry is not None and entry.country == bodies.HOME and not gazetteer.provinces_of(word)
    return len(word) >= _SHORTEST and not plain and (entry is None or resort)
