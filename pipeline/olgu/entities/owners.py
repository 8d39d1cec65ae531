"""Names with and without what owns them or where they are: organs of bodies, bodies of towns, airports."""

from __future__ import annotations

from collections import defaultdict

from olgu.entities import keys, variants
from olgu.entities.corpus import Corpus
from olgu.entities.lexicon import Lexicon, Words, is_town
from olgu.entities.parts import join_one
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues

_OPENING = 3
"""Words of the longest owner or place before a facility's name."""


def by_town(corpus: Corpus, lexicon: Lexicon, sets: Sets[int]) -> None:
    """«İl Özel İdaresi» in an article about Aydın is «Aydın İl Özel İdaresi»."""
    for key, indices in corpus.shared.items():
        for index in indices if key.type == "ORG" else ():
            node = corpus.nodes[index]
            words = keys.words("ORG", node.name)
            levels = variants.listed("organisations", "levels") | {"büyükşehir"}
            words = words[1:] if words[0] in levels and len(words) > 1 else words
            towns = [corpus.nodes[town] for town in node.contexts]
            if words[-1] not in variants.listed("within", "of_town") or len(towns) != 1:
                continue
            if keys.plain(node.name).startswith("büyükşehir ") and _is_district(towns[0].name):
                continue
            found = lexicon.find("ORG", (*keys.words("LOC", towns[0].name), *words))
            if found is not None:
                sets.join(found, index, "context", 0.9, towns[0].name)


def _is_district(town: str) -> bool:
    provinces = {gazetteer.key(province) for province in gazetteer.provinces_of(town)}
    return bool(provinces) and gazetteer.key(town) not in provinces


def by_owner(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«TAV Yönetim Kurulu» of «TAV Havalimanları Holding Yönetim Kurulu»: the same organ of one body."""
    organs = [tuple(organ.split()) for organ in variants.rules()["organs"]["of_bodies"]]
    first: dict[tuple[int, Words], int] = {}
    for index in lexicon.of_type("ORG"):
        words = lexicon.words[index]
        organ = next((organ for organ in organs if len(words) > len(organ) and words[-len(organ) :] == organ), None)
        owner = lexicon.find("ORG", _owner(words[: -len(organ)])) if organ else None
        if organ is not None and owner is not None:
            other = first.setdefault((sets.find(owner), organ), index)
            if other != index:
                sets.join(other, index, "part", 0.9, f"organ of {lexicon.nodes[owner].name}")


def _owner(words: Words) -> Words:
    """«galatasaray kulübü» → galatasaray"""
    return tuple(variants.body(" ".join(words)).split())


def by_facility(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Şakirpaşa Havalimanı» of «Adana Şakirpaşa Havalimanı», «Bilgi Üniversitesi» of «İstanbul Bilgi Üniversitesi»."""
    longer: dict[int, list[int]] = defaultdict(list)
    for kind in ("LOC", "ORG"):
        for index in lexicon.of_type(kind):
            for rest in _without_owner(kind, lexicon.words[index]):
                found = lexicon.find(kind, rest)
                if found is not None and _is_told(kind, rest):
                    longer[found].append(index)
                    break
    for short, owned in longer.items():
        join_one(lexicon, sets, short, owned, "no other one of the name")
        if lexicon.words[short][-1] == variants.word("airport") and len(_towns(lexicon, short, owned)) < 2:
            for index in owned:
                sets.join(short, index, "part", 0.9, "no other airport of the name")
        elif _is_whole(lexicon.words[short]):
            for index in owned:
                sets.join(short, index, "part", 0.9, "the facility of the name")


def _is_whole(words: Words) -> bool:
    """«Şükrü Saracoğlu Stadı»: a name of its own of two words tells a facility whatever stands before it."""
    own = [word for word in words[:-1] if word not in variants.listed("town", "generic") and not is_town(word)]
    return words[-1] in variants.listed("local", "told_whole") and len(own) > 1


def _towns(lexicon: Lexicon, short: int, longer: list[int]) -> set[str]:
    """Return the towns before the short name in the fuller ones."""
    rest = len(lexicon.words[short])
    return {word for index in longer for word in lexicon.words[index][:-rest] if is_town(word)}


def _without_owner(kind: str, words: Words) -> list[Words]:
    """Return the names without the town before them; of a place without any words before them."""
    if kind == "ORG":
        return [words[1:]] if len(words) > 2 and is_town(words[0]) else []
    if any(
        word in name_cues.load().directions or word in variants.listed("local", "told_apart") for word in words[:-2]
    ):
        return []
    return [words[count:] for count in range(1, min(_OPENING, len(words) - 2) + 1)]


def _is_told(kind: str, words: Words) -> bool:
    """Tell whether a facility's name tells it without its town."""
    if kind == "ORG":
        two = len(words) < 3  # «Yıldırım Beyazıt Üniversitesi» is of no district
        if words[-1] != variants.word("university") or (two and gazetteer.country_of(words[0]) is not None):
            return False
    elif (
        not {words[-1], " ".join(words[-2:])} & name_cues.load().loc_heads
        or words[-1] == variants.phrase("republic")[-1]
    ):
        return False
    if words[-1] == variants.word("hotel") and len(words) < 3:
        return False
    airport = words[-1] == variants.word("airport") and words[0] != variants.word("new")
    return airport or words[0] not in variants.listed("town", "generic")
