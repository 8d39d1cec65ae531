"""Names that leave a part of a fuller one out, where the run knows one such fuller name only; and words in other order.

A given name, the trade of a firm, the town of a facility; the surname alone of whom everybody knows; a name that has a
country in some articles only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_COPULA = re.compile(r"(?<=\w{3}[fstkçşhp])t[ıiuü]r$|(?<=\w{3}[^\Wfstkçşhp\d])d[ıiuü]r$")
"""«Erhan Topaçtır»"""
_BLOCK = 40
"""People of one surname that are compared with each other: keeps the work linear."""
_LONGEST = 4
"""Words of the longest name of a person."""
_LONG_SURNAME = 6
"""Letters of a surname that tells a person by a frequent given name."""
_LONGER_SURNAME = 11
"""The same by one of the few given names that are the most frequent."""
_SURE = 0.8
"""Share of the articles of a surname that must be about one person."""
_INFLECTED = 7
"""Letters of the shortest word that may have a case ending without an apostrophe."""
_SUFFIX = 2
"""Letters of the shortest such ending."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join names with what they are a part of."""
    _by_country(lexicon, sets)
    _by_order(lexicon, sets)
    _by_case(lexicon, sets)
    _by_given(lexicon, sets)
    _by_surname(lexicon, sets)


def join_one(lexicon: Lexicon, sets: Sets[int], short: int, longer: Iterable[int], what: str) -> None:
    """Join a short name to its fuller ones, `longer`, if they are one entity; `what` is the evidence."""
    found = sorted(longer)
    roots = {sets.find(index) for index in found} - {sets.find(short)}
    if len(roots) == 1:
        other = next(index for index in found if sets.find(index) in roots)
        score = len(lexicon.words[short]) / len(keys.words(lexicon.nodes[other].key.type, lexicon.nodes[other].name))
        sets.join(other, short, "part", round(min(1.0, score), 3), what)


def _by_country(lexicon: Lexicon, sets: Sets[int]) -> None:
    """One name with a country and without one; of bodies that every state has, that of Türkiye."""
    named: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for index in lexicon.words:
        key = lexicon.nodes[index].key
        if key.type != "PERSON":
            named[key.type, key.name].setdefault(key.country, index)
    for nodes in named.values():
        known = sorted(nodes.keys() - {""})
        if "" not in nodes or len(known) != 1:
            continue
        if known[0] == bodies.HOME or not bodies.is_body(keys.plain(lexicon.nodes[nodes[""]].name)):
            sets.join(nodes[known[0]], nodes[""], "country", 1.0, f"no other country than {known[0]}")


def _by_order(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Bursa SSK Hastanesi» and «SSK Bursa Hastanesi»; people have the first given name or the surname the same."""
    first: dict[tuple[str, Words], int] = {}
    for index in lexicon.words:
        key = lexicon.nodes[index].key
        for words in lexicon.spellings(index):
            for bag in _orders(key, words) if len(words) > 2 or variants.word("bank") in words else ():
                other = first.setdefault((key.type, bag), index)
                if other != index:
                    sets.join(other, index, "order", 1.0, "the same words")


def _orders(key: keys.Key, words: Words) -> Iterator[Words]:
    if key.type == "PERSON":
        yield ("first", words[0], *sorted(words[1:]))
        yield ("last", words[-1], *sorted(words[:-1]))
    else:
        yield (key.country, *sorted(words))


def _by_case(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Miktar Azaltımının» is «Miktar Azaltımı»: a case ending without an apostrophe."""
    for index in lexicon.words:
        node = lexicon.nodes[index]
        low = keys.plain(node.name)
        for base in names.bases(low) if " " in low and len(low.rsplit(maxsplit=1)[-1]) >= _INFLECTED else ():
            if len(low) - len(base) < _SUFFIX:
                continue
            found = lexicon.find(node.key.type, keys.words(node.key.type, base), node.key.country)
            if found is not None and found != index:
                sets.join(found, index, "form", 1.0, "the same word with a case ending")
                break
        if node.key.type == "PERSON":
            _by_copula(lexicon, sets, index, low)


def _by_copula(lexicon: Lexicon, sets: Sets[int], index: int, low: str) -> None:
    """«Erhan Topaçtır» is Erhan Topaç; not «Timur Bayındır»."""
    _, blank, last = low.rpartition(" ")
    bare = _COPULA.sub("", low)
    if not blank or bare == low or gazetteer.lookup(last) is not None:
        return
    found = lexicon.find("PERSON", keys.words("PERSON", bare))
    if found is not None and lexicon.nodes[found].articles >= lexicon.nodes[index].articles:
        sets.join(found, index, "form", 1.0, "the same name with «-dır»")


def _by_given(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Mesut İlter» of «Mustafa Mesut İlter», «Mustafa Balbay» of «Mustafa Ali Balbay»; rare surnames only."""
    of_surname: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("PERSON"):
        words = lexicon.words[index]
        if len(words) > 1 and _is_rare_surname(words[-1]):
            of_surname[words[-1]].append(index)
    for block in of_surname.values():
        for short in block[:_BLOCK]:
            longer = [
                i
                for i in block[:_BLOCK]
                if _leaves_given_out(lexicon.words[short], lexicon.words[i])
                and "-" not in lexicon.nodes[i].name.split()[0]  # «Şebnem-Celal Çapa» are two
            ]
            join_one(lexicon, sets, short, longer, "no other person of the name")


def _is_rare_surname(word: str) -> bool:
    title = word in map(names.sounds, variants.listed("names", "after"))
    return (
        not title
        and not lexicons.is_town(word)
        and not lexicons.is_common_surname(word)
        and not lexicons.is_common_given(word)
    )


def _leaves_given_out(short: Words, longer: Words) -> bool:
    """Tell whether a person's name is another's without a middle name, or without the first of two given names."""
    if len(short) >= len(longer) or len(longer) > _LONGEST:
        return False
    if not keys.in_order(short, longer):
        return False
    if short[0] == longer[0]:
        longest = _LONGER_SURNAME if lexicons.is_most_given(short[0]) else _LONG_SURNAME
        telling = len(short[-1]) >= longest and short[-1] not in lexicons.given_sounds()
        return telling or not lexicons.is_common_given(short[0])
    left_out = len(longer) == len(short) + 1 and longer[1:] == short and longer[0] in lexicons.given_sounds()
    if lexicons.is_common_surname(short[0]):  # «Sümeyye Erdoğan Bayraktar»
        return False
    return left_out and not lexicons.is_most_given(short[0])


def _by_surname(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Netanyahu», whom olgu's list of known people has, is who bears the name in the run."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("PERSON"):
        if len(lexicon.words[index]) > 1:
            bearers[lexicon.words[index][-1]].append(index)
    for index in lexicon.of_type("PERSON"):
        if len(lexicon.words[index]) != 1 or lexicon.words[index][0] in lexicons.given_sounds():
            continue
        counts: Counter[int] = Counter()
        for other in bearers.get(lexicon.words[index][0], ()):
            counts[sets.find(other)] += lexicon.nodes[other].articles
        if counts:
            root, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
            if most >= _SURE * counts.total():
                what = f"{most} of {counts.total()} articles with the surname"
                sets.join(root, index, "part", round(most / counts.total(), 3), what)
