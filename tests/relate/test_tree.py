"""What the dependency tree of a sentence says to the rankers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.words import Node
from olgu.relate.ranker import spell
from olgu.relate.tree import anchor_groups, chain, head_groups, reach_group, relation, top

# Geçen yıl Kore’ye yapılan ihracat 5 milyar dolara ulaştı .
TREE = tuple(
    Node(upos, case, lemma, rel, head)
    for upos, case, lemma, rel, head in [
        ("ADJ", "", "geçen", "amod", 1), ("NOUN", "Nom", "yıl", "obl", 8), ("PROPN", "Dat", "Kore", "obl", 3),
        ("VERB", "", "yap", "acl", 4), ("NOUN", "Nom", "ihracat", "nsubj", 8), ("NUM", "", "5", "nummod", 6),
        ("NUM", "", "milyar", "nummod", 7), ("NOUN", "Dat", "dolar", "obl", 8), ("VERB", "", "ulaş", "root", -1),
        ("PUNCT", "", ".", "punct", 8),
    ]
)  # fmt: skip
ABOVE = chain(TREE, 7)


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(5, 7, 7), (5, 6, 6), (0, 1, 1), (8, 8, 8), (8, 9, 8), (0, 0, 0), (2, 4, 4)]
)
def test_top_hangs_on_a_word_outside(first: int, last: int, expected: int) -> None:
    assert top(TREE, first, last) == expected


@pytest.mark.parametrize(("word", "expected"), [(7, (7, 8)), (5, (5, 6, 7, 8)), (8, (8,)), (2, (2, 3, 4, 8))])
def test_chain_climbs_to_the_root(word: int, expected: tuple[int, ...]) -> None:
    assert chain(TREE, word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [(7, "up0"), (8, "up1"), (6, "down0"), (5, "deep0"), (4, "down1"), (3, "deep1"), (2, "far"), (1, "down1")],
)
def test_relation(word: int, expected: str) -> None:
    assert relation(TREE, ABOVE, word) == expected


@given(st.lists(st.integers(-1, 5), min_size=6, max_size=6), st.integers(0, 5), st.integers(0, 5))
def test_cycles_and_forests_end(heads: list[int], word: int, other: int) -> None:
    tree = tuple(Node("X", "", "x", "dep", head) for head in heads)
    assert len(chain(tree, word)) <= 6
    assert relation(tree, chain(tree, word), other)
    if other < 5:
        assert spell([reach_group(tree, other, 5)])


def test_subject_of_the_verb_above_is_told_from_a_word_far_away() -> None:
    near, far = (set(spell(head_groups(TREE, ABOVE, i, ("money", "dat", "before")))) for i in (4, 2))
    assert "tree:down1:nsubj:obl" in near
    assert "tree:far:obl:obl" in far
    assert not {feature for feature in near if feature.startswith("tree:")} & far


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (3, "tree:1:acl"),
        (2, "tree:2:obl"),
        (1, "tree:-1:obl"),
        (0, "tree:-1:amod"),
    ],
)
def test_reach_goes_over_the_words_below_the_head(word: int, expected: str) -> None:
    assert expected in spell([reach_group(TREE, word, 4)])


def test_anchor_of_the_same_verb() -> None:
    features = spell(anchor_groups(TREE, ABOVE, (0, 1), 8, "money"))
    assert {"tree:down1:obl", "tree:verb:obl:Nom"} <= set(features)
    assert "tree:other:obl" in spell(anchor_groups(TREE, ABOVE, (2, 2), 8, "money"))
