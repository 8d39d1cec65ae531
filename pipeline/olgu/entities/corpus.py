"""What the articles of a run say about names: one node for each key, one for each article of a name that many bear."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from olgu.entities import keys, within
from olgu.entities.keys import Key
from olgu.entities.reading import Found

Item = TypeVar("Item")
_CONTEXTS = 48
"""Names beside a name that are remembered: keeps the memory linear in the names."""
_FEW = 60
"""Articles of a name that tells who stands beside it: a party, which more name, does not."""


@dataclass(slots=True)
class Node:
    """A name of a type, or, where many entities bear it, such a name in one article."""

    key: Key
    entity: str | None = None
    """The entity of the one article, for names that many bear."""
    names: Counter[str] = field(default_factory=Counter)
    """The names of its entities → articles."""
    mentions: int = 0
    articles: int = 0
    contexts: set[int] = field(default_factory=set)
    """Nodes that stand in the same articles and are telling; for names that many bear and for people."""

    @property
    def name(self) -> str:
        """The most frequent name, the longer and then the first by alphabet among equals."""
        if len(self.names) == 1:
            return next(iter(self.names))
        return min(self.names, key=lambda name: (-self.names[name], -len(name), name))


@dataclass(slots=True)
class Corpus:
    """All nodes of a run, the node of each entity, and what the articles say about pairs of names."""

    nodes: list[Node] = field(default_factory=list)
    entities: list[tuple[str, int]] = field(default_factory=list)
    """(id of the entity of an article, its node), in the order of the tables."""
    by_key: dict[Key, int] = field(default_factory=dict)
    shared: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The nodes of each name that many entities bear."""
    also: dict[Key, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    """Short or other spelling → full names of the entities that articles give it, with how many do."""
    endings: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Node of a short name → nodes of fuller ones that end with it in the same article, with how many articles do."""

    def rare(self, indices: Iterable[int]) -> list[int]:
        """Return those of the nodes that few articles name, so that they stand beside few people."""
        return [index for index in indices if self.nodes[index].articles <= _FEW]


def collect(articles: Iterable[Sequence[Found]]) -> Corpus:
    """Read every article once."""
    corpus = Corpus()
    for article in articles:
        at = [_node(corpus, found) for found in article]
        _note_contexts(corpus, article, at)
        for found in article:
            _note_spellings(corpus, found)
        for short, full in within.endings(article, at):
            corpus.endings[short][full] += 1
    return corpus


def _node(corpus: Corpus, found: Found) -> int:
    key = keys.key(found.type, found.name, found.country)
    shared = keys.needs_context(found.type, found.name)
    index = None if shared else corpus.by_key.get(key)
    if index is None:
        index = len(corpus.nodes)
        corpus.nodes.append(Node(key, found.id if shared else None))
        if shared:
            corpus.shared[key].append(index)
        else:
            corpus.by_key[key] = index
    node = corpus.nodes[index]
    node.names[found.name] += 1
    node.mentions += sum(found.spellings.values())
    node.articles += 1
    corpus.entities.append((found.id, index))
    return index


def _note_contexts(corpus: Corpus, article: Sequence[Found], at: Sequence[int]) -> None:
    """People are known by telling names beside them, local bodies and places by the town that is named most."""
    telling = [i for found, i in zip(article, at, strict=True) if keys.is_telling(found.type, found.name)]
    towns = [
        (sum(f.spellings.values()), -i, i) for f, i in zip(article, at, strict=True) if keys.is_town(f.type, f.name)
    ]
    town = [max(towns)[2]] if towns else []
    people = [i for i in telling if corpus.nodes[i].key.type == "PERSON"]
    for found, index in zip(article, at, strict=True):
        node = corpus.nodes[index]
        if (node.entity is None and found.type != "PERSON") or keys.is_inner(found.type, found.name):
            continue
        if len(node.contexts) < _CONTEXTS:
            beside = (telling if " " in found.name else people) if found.type == "PERSON" else town
            node.contexts.update(i for i in beside[:_CONTEXTS] if i != index)


def _note_spellings(corpus: Corpus, found: Found) -> None:
    if len(found.spellings) < 2:
        return
    full = keys.key(found.type, found.name, found.country)
    for other in {keys.key(found.type, quote, found.country) for quote in found.spellings}:
        if other != full:
            corpus.also[other][full] += 1


def pairs(indices: Sequence[Item], most: int) -> Iterator[tuple[Item, Item]]:
    """Yield each index with the `most` before it: linear, and all pairs of a small block."""
    for position, index in enumerate(indices):
        for other in indices[max(0, position - most) : position]:
            yield other, index
