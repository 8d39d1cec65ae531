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
    from olgu.entities.corpus import Corpus, Node

_LEVELLED = 2
"""Words of the longest name that its level belongs to («İl Başkanlığı»)."""
_TELLING = 3
"""Words of a name that an acronym before it does not change («TVF …»)."""
_ACRONYM = 5
"""Letters of such an acronym."""
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
    full = {index for _, index, words in rows if words[0] not in variants.listed("organisations", "levels")}
    for found, index, words in rows:
        named[found.type, words] = index
        if words[0] in variants.listed("organisations", "levels") and len(words) > _LEVELLED:
            named.setdefault((found.type, words[1:]), index)  # «İl Sağlık Müdürlüğü» of «İstanbul Sağlık Müdürlüğü»
        heads[found.type, words[-1]] += 1
    for found, index, words in rows:
        for cut in range(1, len(words) - 1):
            short = named.get((found.type, words[cut:]))
            levelled = words[0] in variants.listed("organisations", "levels")  # not «İlçe Seçim Kurulu» of «İl …»
            levelled = levelled and named.get((found.type, words[cut:])) not in full
            if short is not None and short != index and not levelled and not _is_listing(found.name, words[cut]):
                fuller[short].add((index, _is_told(words[:cut], words[cut:], heads[found.type, words[-1]])))
    for found, index, words in rows:
        for _, other, whole in rows if words[-1] in variants.listed("within", "middle") else ():
            if other != index and _leaves_middle_out(words, whole) and not _is_listing(found.name, words[-1]):
                fuller[index].add((other, True))
    for short, longer in _full_names(rows):
        fuller[short].add((longer, True))
    for short, found_in in fuller.items():
        if len(found_in) == 1 and next(iter(found_in))[1]:
            yield short, next(iter(found_in))[0]


def _full_names(rows: Sequence[tuple[Found, int, Words]]) -> Iterator[Pair]:
    """Yield firms with what the article calls them in full: «Logo Teknoloji ve Yatırım A.Ş. (“Logo Teknoloji”)»."""
    full = [(index, words) for found, index, words in rows if found.type == "ORG" and _is_in_full(found)]
    for found, short, words in rows if full else ():
        if found.type == "ORG" and not _is_in_full(found) and words[-1] not in variants.listed("within", "parted"):
            alike = {_body(other) for of, _, other in rows if of.type == "ORG" and other[0] == words[0]}
            longer = {_body(whole): index for index, whole in full if index != short and _is_short_of(words, whole)}
            if len(longer) == 1 and alike == {_body(words), *longer}:  # not «Doğuş Elektronik» beside others of Doğuş
                yield short, min(longer.values())


def _body(words: Words) -> str:
    return variants.body(" ".join(words))


def _is_in_full(found: Found) -> bool:
    """Tell whether a firm is named with its legal form."""
    return any(
        keys.plain(name).replace(".", "").endswith(variants.endings("within", "in_full")) for name in found.spellings
    )


def _is_short_of(short: Words, whole: Words) -> bool:
    """Tell whether a name of two words and more leaves some of a firm's out, not the first."""
    return len(short) < len(whole) and short[0] == whole[0] and keys.in_order(short, whole)


def _leaves_middle_out(short: Words, whole: Words) -> bool:
    """Tell whether a name has the first and the last words of another and nothing else that this one has not."""
    ends = len(short) < len(whole) and short[0] == whole[0] and short[-1] == whole[-1]
    office = short[-2:] == variants.phrase("head_office")  # «Teknosa Genel Müdürlüğü», «Teknosa Finans Genel Müdürlüğü»
    return ends and not office and not keys.is_trade(short[0]) and keys.in_order(short, whole)


def join(corpus: Corpus, sets: Sets[int]) -> None:
    """Join short names with what at least half of their articles call fuller."""
    for short, counts in corpus.endings.items():
        roots: Counter[int] = Counter()
        for index, articles in counts.items():
            roots[sets.find(index)] += articles
        _, most = roots.most_common(1)[0]
        node = corpus.nodes[short]
        if len(roots) == 1 and 2 * most >= node.articles and _may_stand_alone(node, most):
            full = min(counts, key=lambda index: (-counts[index], index))
            sets.join(full, short, "beside", round(most / node.articles, 3), f"beside {corpus.nodes[full].name}")


def _may_stand_alone(node: Node, most: int) -> bool:
    """Tell whether a short name can be one body's: no organ, no kind of plant, no embassy unless all `most` agree."""
    words = keys.plain(node.name).split()
    if keys.is_inner(node.key.type, node.name) or " ".join(words) in keys.listed("places", "plain"):
        return False
    return words[-1] not in variants.listed("within", "posts") or most == node.articles


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
    levels = variants.listed("organisations", "levels")
    proper = any(
        _is_place(word) or word in levels or word in cues.org_heads or variants.is_inflected(word) for word in before
    )
    owned = len(before) == 1 and len(before[0]) <= _ACRONYM and len(rest) >= _TELLING and not keys.is_trade(before[0])
    return proper or owned or (same_head == 2 and rest[-1] != variants.word("university"))


def _are_two(before: Words, rest: Words) -> bool:
    """Tell whether two names stand in one: «Nurol Gayrimenkul Hürriyet Medya»."""
    trade = before[-1] in variants.listed("truncated", "trades") and before[-1] not in ("idaresi", "kulübü")
    return len(before) > 1 and trade and not keys.is_trade(rest[0])


def _is_place(word: str) -> bool:
    entry = gazetteer.lookup(word)
    return entry is not None and entry.type == "LOC"
