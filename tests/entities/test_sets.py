from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olgu.entities.sets import Sets

small = st.integers(0, 7)


def test_join_remembers_why() -> None:
    sets: Sets[str] = Sets()
    assert sets.join("a", "b", "sound", 0.9, "x")
    assert not sets.join("b", "a", "sound")
    assert sets.find("a") == sets.find("b") != sets.find("c")
    assert [(j.a, j.b, j.reason, j.score, j.evidence) for j in sets.joins] == [("a", "b", "sound", 0.9, "x")]


def test_keep_apart_holds_through_other_joins() -> None:
    sets: Sets[str] = Sets()
    sets.keep_apart("a", "b")
    assert sets.join("a", "c", "r")
    assert sets.join("b", "d", "r")
    assert not sets.join("c", "d", "r")
    assert not sets.join("a", "b", "r")


@given(st.lists(st.tuples(small, small)), st.lists(st.tuples(small, small)))
def test_sets_are_the_components_of_their_joins(apart: list[tuple[int, int]], wanted: list[tuple[int, int]]) -> None:
    sets: Sets[int] = Sets()
    for a, b in apart:
        sets.keep_apart(a, b)
    for a, b in wanted:
        sets.join(a, b, "r")
    assert all(sets.find(a) != sets.find(b) for a, b in apart if a != b)
    groups = {i: {i} for i in range(8)}
    for join in sets.joins:
        merged = groups[join.a] | groups[join.b]
        groups.update(dict.fromkeys(merged, merged))
    assert all((sets.find(a) == sets.find(b)) is (b in groups[a]) for a in range(8) for b in range(8))
