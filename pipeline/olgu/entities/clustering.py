"""Which nodes are one entity: by the user, by shared context, by what articles say, by spelling; each with a reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from olgu.entities import firms, frames, keys, owners, parts, people, places, shortened, typos, variants, within
from olgu.entities.corpus import Corpus, Node, pairs
from olgu.entities.keys import Key
from olgu.entities.lexicon import Lexicon, given_sounds, is_common_given, is_most_given
from olgu.entities.overrides import Overrides
from olgu.entities.sets import Sets
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_AGREE = 0.8
"""Share of the articles that must give a spelling the same full name."""
_PUBLIC = 3
"""Articles from which on a name is taken to be known to readers."""
_LONG_NAME = 10
"""Letters of a body's name that tells enough."""
_MANY = 20
"""Articles that name a body for each one that gives it a fuller name: too many to be another's short name."""
_OTHERS = 4
"""The same of acronyms that several bodies have."""
_SHORT_ACRONYM = 3
"""Letters of such an acronym."""
_BLOCK = 24
"""Nodes of a block that each one is compared with."""


def cluster(corpus: Corpus, overrides: Overrides) -> Sets[int]:
    """Return the sets of nodes; every join is in `joins`, in the order in which they were made."""
    sets: Sets[int] = Sets()
    for index in range(len(corpus.nodes)):
        sets.find(index)
    _by_user(corpus, overrides, sets)
    _by_context(corpus, sets)
    _by_articles(corpus, sets)
    _by_spelling(corpus, sets)
    lexicon = Lexicon(corpus)
    typos.join(corpus, lexicon, sets)
    frames.join(lexicon, sets)
    parts.join(lexicon, sets)
    firms.join(lexicon, sets)
    shortened.join(lexicon, sets)
    people.join(lexicon, sets)
    people.join_beside(corpus, sets)
    places.join(lexicon, sets)
    owners.by_facility(lexicon, sets)
    within.join(corpus, sets)
    owners.by_town(corpus, lexicon, sets)
    owners.by_owner(lexicon, sets)
    return sets


def _by_user(corpus: Corpus, overrides: Overrides, sets: Sets[int]) -> None:
    nodes = _named(corpus, overrides)
    for kind, different in overrides.different:
        groups = [nodes[kind, name] for name in different]
        for position, group in enumerate(groups):
            for other in groups[:position]:
                for a in group:
                    for b in other:
                        sets.keep_apart(a, b)
    for kind, same in overrides.same:
        found = [index for name in same for index in nodes[kind, name]]
        for index in found[1:]:
            sets.join(found[0], index, "user", 1.0, "aliases.toml")


def _named(corpus: Corpus, overrides: Overrides) -> dict[tuple[str, str], list[int]]:
    """Return the nodes of each name of the user's file, whatever their country."""
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, listed in (*overrides.same, *overrides.different):
        for name in listed:
            wanted[kind, keys.key(kind, name).name].add(name)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, node in enumerate(corpus.nodes):
        for name in wanted.get((node.key.type, node.key.name), ()):
            found[node.key.type, name].append(index)
    return found


def _by_context(corpus: Corpus, sets: Sets[int]) -> None:
    """A name that many bear («Mehmet Yılmaz», «Emniyet Müdürlüğü») is one where articles share a telling name."""
    for key, alike in corpus.shared.items():
        whole = corpus.by_key.get(key)
        indices = alike if whole is None else [*alike, whole]  # «Mustafa V. Koç»
        first: dict[int, int] = {}
        for index in indices:
            for beside in sorted(corpus.nodes[index].contexts):
                other = first.setdefault(beside, index)
                if other != index:
                    sets.join(other, index, "context", 0.9, corpus.nodes[beside].name)
        if key.type == "PERSON" and " " in key.name:
            _by_majority(indices, sets)


def _by_majority(indices: Sequence[int], sets: Sets[int]) -> None:
    """Who most articles of a name are about is whom the others name: the news writes of few people of one name."""
    counts = Counter(sets.find(index) for index in indices)
    root, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if most >= _PUBLIC and 2 * most > len(indices):
        for index in indices:
            sets.join(root, index, "majority", round(most / len(indices), 3), f"{most} of {len(indices)} articles")


def _by_articles(corpus: Corpus, sets: Sets[int]) -> None:
    """«THY» is what most articles call «Türk Hava Yolları», «Putin» is «Vladimir Putin»."""
    for short, counts in corpus.also.items():
        full, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
        other, total = corpus.by_key.get(full), sum(counts.values())
        if other is None or most < _AGREE * total or not _is_evident(corpus, short, full, most):
            continue
        for index in _bearers(corpus, short, most):
            sets.join(other, index, "articles", round(most / total, 3), f"{most} of {total} articles")


def _bearers(corpus: Corpus, short: Key, most: int) -> list[int]:
    """Return the nodes of a short name; those of one that many bear only where several articles agree."""
    index = corpus.by_key.get(short)
    if index is not None:
        return [index]
    return corpus.shared.get(short, []) if most >= _PUBLIC and " " in short.name else []


def _is_evident(corpus: Corpus, short: Key, full: Key, most: int) -> bool:
    """Tell whether so many articles are enough to say that one name stands for another everywhere."""
    if short.type == "PERSON":
        return most >= _PUBLIC or (
            _is_part_of_person(corpus, short, full) and (most > 1 or not _may_be_two(short, full))
        )
    written = keys.plain(corpus.nodes[corpus.by_key[full]].name)
    index = corpus.by_key.get(short)
    own = "" if index is None else keys.plain(corpus.nodes[index].name)
    if short.name in _known_bodies() or (own and _is_another(own, written)):
        return False
    if index is not None and _is_too_rare(corpus.nodes[index], written, most):
        return False
    if index is not None and written.startswith(keys.plain(corpus.nodes[index].name) + " ve "):
        return False  # «Goldman Sachs ve Norges Bank»
    if most > 1 or names.is_acronym_of(short.name, names.sounds(written)):
        return True
    return index is not None and _is_opening(keys.plain(corpus.nodes[index].name), written)


def _is_another(name: str, full: str) -> bool:
    """Tell whether a short name has a bearer of its own: a newspaper, «Star», a group, «Sinpaş Grubu» of a trust."""
    return keys.is_medium(name) or bodies.is_known(name) or (names.is_group(name) and not names.is_group(full))


def _is_too_rare(node: Node, written: str, most: int) -> bool:
    """Tell whether few articles call a unit or a shop by the name of a body that many others name («Fenerbahçe»)."""
    if (
        node.key.type != "ORG"
        or written.endswith(variants.endings("bearers", "clubs"))
        or written.replace("-", "") == node.key.name
    ):
        return False  # «G-20»
    unit = written.endswith(variants.endings("bearers", "units")) and not names.is_group(keys.plain(node.name))
    short_acronym = len(node.key.name) <= _SHORT_ACRONYM and node.articles > _OTHERS * most  # «TEB»
    return short_acronym or node.articles > _MANY * most or (unit and written.startswith(keys.plain(node.name) + " "))


def _is_part_of_person(corpus: Corpus, short: Key, full: Key) -> bool:
    """«Sani Şener» of «M. Sani Şener», «Cameron» whom the news knows; not «Mehmet Ali» of «Mehmet Ali Erbil»."""
    few, many = short.name.split(), full.name.split()
    if len(few) == 1:
        return short in corpus.by_key and many[-1] == few[0]
    two_given = few[-1] in given_sounds() and many[: len(few)] == few
    return len(many) == len(few) + 1 and not two_given and set(few) < set(many)


def _may_be_two(short: Key, full: Key) -> bool:
    """«Mahmut L. Ünlü» is no «Ahmet Mahmut Ünlü», although an article calls him «Mahmut Ünlü»."""
    few, many = short.name.split(), full.name.split()
    return few[0] != many[0] and is_common_given(few[0]) and is_most_given(many[0])


def _is_opening(short: str, full: str) -> bool:
    """Tell whether a body's name opens its full name and tells enough: two words of a firm, or a long word."""
    if not full.startswith(short + " ") or set(full.split()) & variants.listed("truncated", "sisters"):
        return False
    return len(short) >= _LONG_NAME or (" " in short and names.core(full) != full)


@cache
def _known_bodies() -> frozenset[str]:
    """Return the names of bodies that are no short form of another: those of the list of aliases."""
    return frozenset(keys.key(kind, full).name for (kind, _), full in names.aliases().items())


def _by_spelling(corpus: Corpus, sets: Sets[int]) -> None:
    """Names of people that are a vowel or two apart («Yeon Sok Yeol») and share a telling name."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, node in _people(corpus):
        blocks[names.consonants(node.key.name)].append(index)
    for block in blocks.values():
        for a, b in pairs(block, _BLOCK):
            x, y = corpus.nodes[a].key.name, corpus.nodes[b].key.name
            if not _both_known(x, y) and Levenshtein.distance(x, y, score_cutoff=2) <= 2:
                typos.join_beside(corpus, sets, a, b, "spelling")


def _people(corpus: Corpus) -> Iterator[tuple[int, Node]]:
    for index, node in enumerate(corpus.nodes):
        if node.key.type == "PERSON" and node.entity is None and " " in node.key.name:
            yield index, node


def _both_known(a: str, b: str) -> bool:
    """Tell whether two names open with different given names that are both known («Emin …», «Emine …»)."""
    known = given_sounds()
    x, y = a.partition(" ")[0], b.partition(" ")[0]
    return x != y and x in known and y in known
