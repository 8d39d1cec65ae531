"""Names with a slip of one letter: «Türk Standardları Enstitüsü», «Tefken Holding», «Bülen Arınç»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA, Levenshtein

from olgu.analyse.casing import ascii_fold, lower
from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.corpus import Corpus, pairs
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues

_BLOCK = 24
"""Nodes of a block that each one is compared with."""
_TYPO_WORD = 7
"""Letters of a word that may have a slip of one letter."""
_LONG_SURNAME = 9
"""Letters of a surname of which two may be wrong."""
_DROPPED = 2
"""Letters that such a surname may lack."""
_MIXED = 4
"""Letters out of place in a word from which on it is another word."""
_SHORT_WORD = 4
"""Letters of such a word where everything around it tells a name already, or where the other word is a known name."""
_LONGEST_SUFFIX = 4
"""Letters of the longest of them: no slip makes words differ by more."""
_FEW = 2
"""Articles of a name with a slip."""
_SHORT = 3
"""Letters of a word with a slip inside a name of three words that many articles use."""
_COUNTRY = 5
"""Letters of a country, of which a slip may have one less."""
_SOME = 4
"""Articles that name a body so often that a slip in its trade is one."""
_OFTEN = 20
"""Articles that name a body so often that two letters may be wrong in a name of one article."""


def join(corpus: Corpus, lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join names that are equal but for one letter of one word: bodies and places; people where it is told or rare."""
    _join_places(corpus, lexicon, sets)
    blocks: dict[tuple[str, Words], list[tuple[int, Words, str]]] = defaultdict(list)
    for index in lexicon.words:
        kind = corpus.nodes[index].key.type
        for words in lexicon.spellings(index):
            for rest, word in _blocks(kind, words):
                blocks[kind, rest].append((index, words, word))
    for (kind, _), block in blocks.items():
        for (a, x, one), (b, y, other) in pairs(block, _BLOCK) if len(block) > 1 else ():
            alike = one[0] == other[0] and abs(len(one) - len(other)) <= _LONGEST_SUFFIX and one != other
            if alike and a != b and _one_country(corpus, a, b):
                _join_two(corpus, sets, kind, (a, x), (b, y))


def _blocks(kind: str, words: Words) -> Iterator[tuple[Words, str]]:
    """Yield what a name shares with those that a slip makes of it, and the word with the slip."""
    word = words[0]
    if len(words) > 1:  # equal but for one word
        yield from (((*words[:at], "*", *words[at + 1 :]), word) for at, word in enumerate(words))
    elif kind == "ORG" and len(word) == _TYPO_WORD - 1:  # equal but for their order
        yield ("", "".join(sorted(word))), word
    elif kind == "ORG" and len(word) >= _TYPO_WORD:  # equal but for one letter, or with one less
        yield ("", word), word
        yield from ((("", word[:at] + "*" + word[at + 1 :]), word) for at in range(1, len(word)))
        yield from ((("", word[:at] + word[at + 1 :]), word) for at in range(1, len(word)))


def _join_places(corpus: Corpus, lexicon: Lexicon, sets: Sets[int]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("LOC"):
        _note_place(lexicon, index, places)
    for block in places.values():
        for a, b in pairs(block, _BLOCK):
            if is_slip_of_place(corpus.nodes[a].name, corpus.nodes[b].name) and _one_country(corpus, a, b):
                sets.join(a, b, "typo", 0.9, "one letter in the name of a known place")


def _note_place(lexicon: Lexicon, index: int, places: dict[str, list[int]]) -> None:
    """Note a place of one word by all of its letters but one."""
    word = ascii_fold(lower(lexicon.nodes[index].name))
    if " " not in word and len(word) >= _COUNTRY:
        for at in range(1, len(word)):
            places[word[:at] + word[at + 1 :]].append(index)
        places[word].append(index)


def is_slip_of_place(a: str, b: str) -> bool:
    """Tell whether one place of one word is known and the other is not, but for a letter: «Veneuzela», «İsral»."""
    x, y = gazetteer.lookup(a), gazetteer.lookup(b)
    if (x is None) == (y is None) or gazetteer.provinces_of(b if x else a) or lower(a)[0] != lower(b)[0]:
        return False
    known, other = (a, b) if x else (b, a)
    entry = x or y
    country = entry is not None and entry.is_country and len(known) > _COUNTRY
    cut = country and len(known) > _TYPO_WORD and known.startswith(other)  # «İngilter’ye»
    inside = cut or lower(known)[-1] == lower(other)[-1] or len(known) == len(other)
    near = OSA.distance(lower(a), lower(b)) == 1 or sorted(lower(a)) == sorted(lower(b))
    return near and inside and (country or len(known) >= _TYPO_WORD + 2)


def _one_country(corpus: Corpus, a: int, b: int) -> bool:
    first, second = corpus.nodes[a].key.country, corpus.nodes[b].key.country
    return first == second or not first or not second


def _join_two(corpus: Corpus, sets: Sets[int], kind: str, one: tuple[int, Words], other: tuple[int, Words]) -> None:
    (a, x), (b, y) = one, other
    rare, often = sorted((corpus.nodes[a].articles, corpus.nodes[b].articles))
    known = rare <= _FEW and often >= _OFTEN * rare and (is_slip(x, y, 2) or is_slip_of_known(x, y))
    if kind == "ORG" and (known or (rare == 1 and often >= _SOME and _is_slip_of_trade(x, y))):
        sets.join(a, b, "typo", 0.9, f"a slip in a name of {often} articles")
    elif (is_slip(x, y) and kind != "PERSON") or (kind == "PERSON" and is_slip_of_person(x, y)):
        score = Levenshtein.normalized_similarity(" ".join(x), " ".join(y))
        sets.join(a, b, "typo", round(score, 3), "one letter in a long word")
    elif kind == "PERSON" and (is_slip(x, y) or _is_far_slip(x, y)):
        join_beside(corpus, sets, a, b, "typo")


def join_beside(corpus: Corpus, sets: Sets[int], a: int, b: int, reason: str) -> None:
    """Join two nodes that are alike and share a telling name beside them."""
    shared = corpus.rare(corpus.nodes[a].contexts & corpus.nodes[b].contexts)
    if shared:
        x, y = corpus.nodes[a].key.name, corpus.nodes[b].key.name
        evidence = min(corpus.nodes[index].name for index in shared)
        sets.join(a, b, reason, round(Levenshtein.normalized_similarity(x, y), 3), f"both beside {evidence}")


def is_slip(a: Sequence[str], b: Sequence[str], letters: int = 1) -> bool:
    """Tell whether two names are equal but for a letter or two of one long word that is no known name in both."""
    if len(a) > 2 and _is_suffixed(a, b):
        return True
    different = _difference(a, b, letters if len(a) > 2 else 1)
    if different is None:
        return False
    _, x, y = different
    swapped = min(len(x), len(y)) == _TYPO_WORD - 1 and Levenshtein.distance(x, y) == 2
    if min(len(x), len(y)) < _TYPO_WORD and not swapped:
        return False
    known = _is_known(x) + _is_known(y)
    if len(a) == 1 and (x[-1] != y[-1] and len(x) != len(y)):  # «General», «Generali»
        return False
    alone = len(a) == 1 and not swapped and min(len(x), len(y)) < _LONG_SURNAME
    return x[0] == y[0] and known < (1 if alone else 2)


def _is_slip_of_trade(a: Sequence[str], b: Sequence[str]) -> bool:
    """«İhlas Yaytın Holding»: a letter wrong in what the firm does, in a name of three words."""
    different = _difference(a, b) if len(a) > 2 else None
    if different is None or different[0] == 0:
        return False
    trades = variants.listed("truncated", "trades")
    known = [keys.is_trade(word) or word in trades or _is_known(word) for word in different[1:]]
    return known.count(True) == 1 and min(map(len, different[1:])) > _SHORT_WORD


def is_slip_of_known(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether a name that many articles use differs by one letter inside one word: «Cumhuriyet Hak Partisi»."""
    different = _difference(a, b)
    if different is None:
        return False
    _, x, y = different
    shortest = _SHORT if len(a) > 2 else _TYPO_WORD
    inside = x[0] == y[0] and x[-1] == y[-1] and not _is_suffixed(a, b)
    if len(a) == 1 and len(x) == len(y) and sorted(x) != sorted(y):  # «Turkcell», «Turktell»
        return False
    return inside and min(len(x), len(y)) >= shortest and (len(a) == 1 or _is_known(x) + _is_known(y) < 2)


def _is_suffixed(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether one word has a plural or possessive ending more: «Tıbbi Cihaz(lar) Kurumu»."""
    different = [sorted((x, y), key=len) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return False
    short, long = different[0]
    return (
        len(short) >= _SHORT_WORD
        and long.startswith(short)
        and long[len(short) :] in variants.listed("endings", "slips")
    )


def is_slip_of_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names of people differ by a slip that the rest of the name makes sure of.

    In the given name before a rare surname, where one of the two is no given name; in the surname where two given
    names, or a rare one and a long surname, are the same.
    """
    different = _difference(a, b, 2 if min(len(a[-1]), len(b[-1])) >= _LONG_SURNAME else 1)
    if different is None:
        return False
    at, x, y = different
    if OSA.distance(x, y) > 1 and sorted(x) != sorted(y) and not _drops_two(at, x, y):
        return False
    if min(len(x), len(y)) < _SHORT_WORD or lexicons.is_common_surname(a[-1]) or lexicons.is_common_surname(b[-1]):
        return False
    given = lexicons.given_sounds()
    if at == 0:
        return (x in given) != (y in given) and x[0] == y[0] and len(a[-1]) > _SHORT_WORD
    if x in given or y in given or x[0] != y[0] or all(lexicons.is_common_given(word) for word in a[:-1]):
        return False
    foreign = min(len(x), len(y)) == _TYPO_WORD - 1 and a[0] not in given  # «Naomi Campel»
    return len(a) > 2 or foreign or min(len(x), len(y)) >= _TYPO_WORD


def _is_far_slip(a: Sequence[str], b: Sequence[str]) -> bool:
    """«Orhan Uğurluoğlu», «Orhan Uğuroğlu»: two letters less in a long surname, which the names beside must confirm."""
    different = _difference(a, b, 2) if min(len(a[-1]), len(b[-1])) >= _LONG_SURNAME else None
    return different is not None and _drops_two(*different)


def _drops_two(at: int, x: str, y: str) -> bool:
    """Tell whether a long surname has two letters less: «Uğuroğlu» for «Uğurluoğlu»."""
    return at > 0 and abs(len(x) - len(y)) == _DROPPED and x[-3:] == y[-3:]


def _difference(a: Sequence[str], b: Sequence[str], letters: int = 1) -> tuple[int, str, str] | None:
    """Return the place and the two words where names differ by one word that is one letter apart."""
    different = [(at, x, y) for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) != 1:
        return None
    at, x, y = different[0]
    mixed = min(len(x), len(y)) >= _TYPO_WORD and sorted(x) == sorted(y)  # «Pazaloğlu», «Palazoğlu»
    far = OSA.distance(x, y, score_cutoff=letters) > letters and not (mixed and OSA.distance(x, y) < _MIXED)
    return None if far or any(c.isdigit() for c in x + y) else (at, x, y)


def _is_known(word: str) -> bool:
    return gazetteer.lookup(word) is not None or word in name_cues.load().first_names
