"""A sentence as the rankers see it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.words import Word
from olgu.relate.parts import Part
from olgu.relate.view import bucket, view


def words(text: str) -> tuple[Word, ...]:
    """Make words of a text whose tokens are parted by spaces."""
    result, at = [], 0
    for token in text.split(" "):
        result.append(Word(token, token, token, "", at, at + len(token)))
        at += len(token) + 1
    return tuple(result)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(0, 0), (1, 1), (2, 2), (3, 4), (4, 4), (5, 7), (7, 7), (8, 12), (12, 12), (13, 99), (500, 99)],
)
def test_bucket(distance: int, expected: int) -> None:
    assert bucket(distance) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part("noun", "gen", True, "hacim"), "noun.gen.p"),
        (Part("noun", "nom", False, "ağaç"), "noun.nom"),
        (Part("punct", "", False, ","), "punct."),
    ],
)
def test_form(part: Part, expected: str) -> None:
    assert part.form == expected


def test_view_counts_what_lies_between() -> None:
    seen = view(words("ihracat , geçen yıl arttı ve düştü"), [], frozenset({2, 3}))
    assert seen.commas == [0, 0, 1, 1, 1, 1, 1, 1]
    assert seen.verbs[-1] == 2
    assert seen.conjunctions[-1] == 1
    assert seen.timed == [False, False, True, True, False, False, False]
    assert seen.next_verb == [4, 4, 4, 4, 4, 6, 6, 7]
    assert seen.numbers == [0] * 8


@given(st.lists(st.sampled_from(["ihracat", ",", "arttı", "ve", "için", "yeni", "5"]), min_size=1, max_size=20))
def test_counts_never_fall_and_next_verbs_are_verbs(tokens: list[str]) -> None:
    seen = view(words(" ".join(tokens)), [], frozenset())
    for counts in (seen.plain, seen.commas, seen.verbs, seen.closed, seen.conjunctions, seen.postpositions):
        assert len(counts) == len(tokens) + 1
        assert all(b - a in (0, 1) for a, b in itertools.pairwise(counts))
    for i, nearest in enumerate(seen.next_verb):
        assert nearest >= i or nearest == len(tokens)
        assert nearest == len(tokens) or tokens[nearest] == "arttı"
