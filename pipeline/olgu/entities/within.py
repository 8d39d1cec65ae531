"""Short names beside a fuller one of the same article: «Takdir Komisyonu», «SSK Hastanesi», «Piyade Okulu»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from olgu.entities import keys, variants
from olgu.entities.keys import Words
from olgu.entities.reading import Found
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues

if TYPE_CHECKING:
    from olgu.entities.corpus import Corpus

_LONGEST = 12
"""Words of the longest name whose ends are looked up."""
Pair = tuple[int, int]


def endings(article: Sequence[Found], at: Sequence[int]) -> Iterator[Pair]:
    """Yield (short, fuller) nodes of an article: the one name of it that ends with all words of a shorter one."""
    named: dict[tuple[str, Words], int] = {}
    heads: Counter[tuple[str, str]] = Counter()
    fuller: dict[int, set[tuple[int, bool]]] = defaultdict(set)
    rows = [(found, index, keys.words(found.type, found.name)) for found, index in zip(article, at, strict=True)]
    rows = [row for row in rows if row[0].type != "PERSON" and 1 < len(row[2]) <= _LONGEST]
    for found, index, words in rows:
        named[found.type, words] = index
        heads[found.type, words[-1]] += 1
    for found, index, words in rows:
        for cut in range(1, len(words) - 1):
            short = named.get((found.type, words[cut:]))
            if short is not None and short != index and not _is_listing(found.name, words[cut]):
                fuller[short].add((index, _is_told(words[:cut], words[cut:], heads[found.type, words[-1]])))
    for short, found_in in fuller.items():
        if len(found_in) == 1 and next(iter(found_in))[1]:
            yield short, next(iter(found_in))[0]


def join(corpus: Corpus, sets: Sets[int]) -> None:
    """Join short names with what at least half of their articles call fuller."""
    for short, counts in corpus.endings.items():
        roots: Counter[int] = Counter()
        for index, articles in counts.items():
            roots[sets.find(index)] += articles
        _, most = roots.most_common(1)[0]
        node = corpus.nodes[short]
        if len(roots) == 1 and 2 * most >= node.articles and not keys.is_inner(node.key.type, node.name):
            full = min(counts, key=lambda index: (-counts[index], index))
            sets.join(full, short, "beside", round(most / node.articles, 3), f"beside {corpus.nodes[full].name}")


def _is_listing(name: str, first: str) -> bool:
    """Tell whether a name may be that of two bodies, the second of which begins with the word `first`."""
    before = keys.plain(name).rpartition(first)[0]
    return any(joiner in before for joiner in variants.joiners()) or "-" in before


def _is_told(before: Words, rest: Words, same_head: int) -> bool:
    """Tell whether the words before the short name are its place or its owner, or nothing else has its head.

    Units of one body («Kargo Satış Başkanlığı», «Satış Başkanlığı») are told by what only stands before them.
    """
    cues = name_cues.load()
    if rest[-1] in variants.listed("within", "parted") or any(word in cues.directions for word in before):
        return False
    if any(word in variants.listed("within", "others") for word in before) or _are_two(before, rest):
        return False
    proper = any(_is_place(word) or word in cues.org_heads or variants.is_inflected(word) for word in before)
    return proper or (same_head == 2 and rest[-1] != variants.word("university"))


def _are_two(before: Words, rest: Words) -> bool:
    """Tell whether two names stand in one: «Nurol Gayrimenkul Hürriyet Medya»."""
    trade = before[-1] in variants.listed("truncated", "trades") and before[-1] not in ("idaresi", "kulübü")
    return len(before) > 1 and trade and not keys.is_trade(rest[0])


def _is_place(word: str) -> bool:
    entry = gazetteer.lookup(word)
    return entry is not None and entry.type == "LOC"
