"""The words of the names of a run, and which names have which words: what rules over parts of names look up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from olgu.entities import keys
from olgu.entities.corpus import Corpus
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_names as names

Words = keys.Words
_NAMES = 24
"""Names of a node that are looked up."""
_LONGEST = 10
"""Words of the longest name whose parts are looked up."""


class Lexicon:
    """Words of every node that stands for one entity wherever it is named, and the nodes of words."""

    def __init__(self, corpus: Corpus) -> None:
        self.nodes = corpus.nodes
        self.words: dict[int, Words] = {}
        """Node → words of its most frequent name, in the form of `variants`; of people in sounds."""
        self._spellings: dict[int, list[Words]] = {}
        self._of_type: dict[str, list[int]] = defaultdict(list)
        self._nodes: dict[tuple[str, Words], list[int]] = defaultdict(list)
        for index, node in enumerate(corpus.nodes):
            if node.entity is None and not keys.is_inner(node.key.type, node.name):
                found = keys.words(node.key.type, node.name)
                if len(found) <= _LONGEST:
                    self.words[index] = found
                    self._of_type[node.key.type].append(index)
                    for words in self.spellings(index):
                        self._nodes[node.key.type, words].append(index)

    def spellings(self, index: int) -> list[Words]:
        """Return the words of the most frequent names of a node, each once."""
        if index not in self._spellings:
            node = self.nodes[index]
            often = sorted(node.names, key=lambda name: (-node.names[name], name))[:_NAMES]
            self._spellings[index] = list(dict.fromkeys(keys.words(node.key.type, name) for name in often))
        return self._spellings[index]

    def of_type(self, kind: str) -> list[int]:
        """Return the nodes of a type."""
        return self._of_type.get(kind, [])

    def find(self, kind: str, words: Words, country: str = "") -> int | None:
        """Return the node of these words that most articles name, of this country or of none if one is given."""
        found = [
            index
            for index in self._nodes.get((kind, words), ())
            if not country or self.nodes[index].key.country in ("", country)
        ]
        return max(found, key=lambda index: (self.nodes[index].articles, -index), default=None)


@cache
def given_sounds() -> frozenset[str]:
    """Return the given names that olgu knows, by their sounds."""
    return frozenset(map(names.sounds, name_cues.load().first_names))


@cache
def sure_given() -> frozenset[str]:
    """Return those of them that are no other words, by their sounds."""
    return frozenset(map(names.sounds, name_cues.load().first_names - name_cues.load().ambiguous))


@cache
def _common(room: str) -> frozenset[str]:
    return frozenset(map(names.sounds, keys.listed("persons", room)))


def is_common_given(sound: str) -> bool:
    """Tell whether a sound is that of one of the most frequent given names."""
    return sound in _common("common_given")


def is_most_given(sound: str) -> bool:
    """Tell whether a sound is that of one of the few given names that are the most frequent."""
    return sound in _common("most_given")


def is_common_surname(sound: str) -> bool:
    """Tell whether a sound is that of one of the most frequent surnames."""
    return sound in _common("common_surnames")


def is_town(word: str) -> bool:
    """Tell whether a word is the name of a town or another place below a country."""
    entry = gazetteer.lookup(word)
    return entry is not None and entry.type == "LOC" and not entry.is_country
