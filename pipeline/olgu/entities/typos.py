"""Names with a slip of one letter: «Türk Standardları Enstitüsü», «Tefken Holding», «Bülen Arınç»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

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
_SUFFIXES = ("lar", "ler", "ları", "leri", "si", "sı", "i", "ı", "u", "ü", "s")
_OFTEN = 20
"""Articles that name a body so often that two letters may be wrong in a name of one article."""


def join(corpus: Corpus, lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join names that are equal but for one letter of one word: bodies and places; people where it is told or rare."""
    blocks: dict[tuple[str, Words], list[tuple[int, Words]]] = defaultdict(list)
    for index in lexicon.words:
        node = corpus.nodes[index]
        for words in lexicon.spellings(index):
            for missing in range(len(words)) if len(words) > 1 else ():  # equal but for one word
                rest = (*words[:missing], "*", *words[missing + 1 :])
                blocks[node.key.type, rest].append((index, words))
            if len(words) == 1 and len(words[0]) == _TYPO_WORD - 1 and node.key.type == "ORG":
                blocks["ORG", ("", "".join(sorted(words[0])))].append((index, words))  # equal but for their order
            if len(words) == 1 and len(words[0]) >= _TYPO_WORD and node.key.type == "ORG":
                for at in range(1, len(words[0])):  # equal but for one letter
                    blocks["ORG", ("", words[0][:at] + "*" + words[0][at + 1 :])].append((index, words))
    for (kind, _), block in blocks.items():
        for (a, x), (b, y) in pairs(block, _BLOCK):
            if a != b and _one_country(corpus, a, b):
                _join_two(corpus, sets, kind, (a, x), (b, y))


def _one_country(corpus: Corpus, a: int, b: int) -> bool:
    first, second = corpus.nodes[a].key.country, corpus.nodes[b].key.country
    return first == second or not first or not second


def _join_two(corpus: Corpus, sets: Sets[int], kind: str, one: tuple[int, Words], other: tuple[int, Words]) -> None:
    (a, x), (b, y) = one, other
    rare, often = sorted((corpus.nodes[a].articles, corpus.nodes[b].articles))
    if kind == "ORG" and rare == 1 and often >= _OFTEN and is_slip(x, y, 2):
        sets.join(a, b, "typo", 0.9, f"a slip in a name of {often} articles")
    elif (is_slip(x, y) and kind != "PERSON") or (kind == "PERSON" and is_slip_of_person(x, y)):
        score = Levenshtein.normalized_similarity(" ".join(x), " ".join(y))
        sets.join(a, b, "typo", round(score, 3), "one letter in a long word")
    elif kind == "PERSON" and is_slip(x, y):
        join_beside(corpus, sets, a, b, "typo")


def join_beside(corpus: Corpus, sets: Sets[int], a: int, b: int, reason: str) -> None:
    """Join two nodes that are alike and share a telling name beside them."""
    shared = corpus.nodes[a].contexts & corpus.nodes[b].contexts
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
    return x[0] == y[0] and known < (1 if len(a) == 1 and not swapped else 2)


def _is_suffixed(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether one word has a plural or possessive ending more: «Tıbbi Cihaz(lar) Kurumu»."""
    different = [sorted((x, y), key=len) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return False
    short, long = different[0]
    return len(short) >= _SHORT_WORD and long.startswith(short) and long[len(short) :] in _SUFFIXES


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
    return len(a) > 2 or min(len(x), len(y)) >= _TYPO_WORD


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
