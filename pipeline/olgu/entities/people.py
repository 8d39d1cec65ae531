"""People whose name is written with other spaces, in a short form or without a maiden name."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.corpus import Corpus, pairs
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.parts import join_one
from olgu.entities.sets import Sets
from olgu.relate import identity_names as names

_LETTERS = 9
"""Letters of the shortest name that is compared without its spaces."""
_BLOCK = 40
"""People of one surname that are compared with each other: keeps the work linear."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join such names."""
    _by_spaces(lexicon, sets)
    of_surname: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("PERSON"):
        if len(lexicon.words[index]) > 1:
            of_surname[lexicon.words[index][-1]].append(index)
    for block in of_surname.values():
        for short in block[:_BLOCK]:
            words = lexicon.words[short]
            longer = [i for i in block[:_BLOCK] if _is_fuller(words, lexicon.words[i])]
            join_one(lexicon, sets, short, longer, "no other person of the name")


def join_beside(corpus: Corpus, sets: Sets[int]) -> None:
    """«Murat Şeker» and «Mustafa Murat Şeker» beside the same telling name: a given name or a maiden name less."""
    of_surname: dict[str, list[tuple[int, Words]]] = defaultdict(list)
    for index, node in enumerate(corpus.nodes):
        words = keys.words("PERSON", node.name) if node.key.type == "PERSON" else ()
        if len(words) > 1 and node.contexts:
            of_surname[words[-1]].append((index, words))
    for block in of_surname.values():
        for (a, x), (b, y) in pairs(block, _BLOCK) if len(block) > 1 else ():
            short, longer = (x, y) if len(x) < len(y) else (y, x)
            if sets.find(a) != sets.find(b) and _leaves_out(short, longer):
                shared = corpus.rare(corpus.nodes[a].contexts & corpus.nodes[b].contexts)
                if shared:
                    evidence = f"both beside {min(corpus.nodes[i].name for i in shared)}"
                    sets.join(a, b, "context", round(len(short) / len(longer), 3), evidence)


def _leaves_out(short: Words, longer: Words) -> bool:
    """Tell whether a name is another's without one word: a given name or a maiden name."""
    if len(longer) != len(short) + 1:
        return False
    first = longer[0] == short[0] or longer[0] in lexicons.given_sounds()
    return first and keys.in_order(short, longer)


def _by_spaces(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Fahr El Nisa Zeid» and «Fahrel Nisa Zeid», «Teodo-ridis» and «Teodoridis»."""
    first: dict[str, int] = {}
    for index in lexicon.of_type("PERSON"):
        low = names.sounds(keys.plain(variants.unglued(lexicon.nodes[index].name)))
        if " " in low and len(low) >= _LETTERS:
            other = first.setdefault(low.replace(" ", ""), index)
            if other != index:
                sets.join(other, index, "sound", 1.0, "the same letters without spaces")


def _is_fuller(short: Words, longer: Words) -> bool:
    noble = short[0] in variants.listed("names", "particles") and longer[1:] == short  # «Van Rompuy»
    return noble or _is_short_form(short, longer) or _leaves_maiden_name_out(short, longer)


def _is_short_form(short: Words, longer: Words) -> bool:
    """«Dan Dombay» of «Daniel Dombay»."""
    return len(short) == len(longer) == 2 and longer[0] in _shortened().get(short[0], ())


@cache
def _shortened() -> dict[str, frozenset[str]]:
    groups = variants.rules()["names"]["shortened"]
    return {names.sounds(first): frozenset(map(names.sounds, rest)) for first, *rest in groups}


def _leaves_maiden_name_out(short: Words, longer: Words) -> bool:
    """«Sedef Özkan» of «Sedef Tavukçu Özkan»: a surname between a rare given name and the last surname."""
    given = lexicons.given_sounds()
    if len(short) != 2 or len(longer) != len(short) + 1 or (longer[0], longer[-1]) != short:
        return False
    return short[0] in given and not lexicons.is_common_given(short[0]) and longer[1] not in given
