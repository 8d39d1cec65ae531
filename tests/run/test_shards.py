"""Cutting, filtering, copies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.article import Article, Duplicate, Failure
from olgu.run import shards
from olgu.run.shards import Shard, cut, name_duplicates, since

A = Article("a", "Üç kişi", date="2024-06-12")
BAD = Failure("b", "b.json", "read", "bad-json", "b.json: no JSON")


@given(st.integers(0, 40), st.integers(1, 12))
def test_cut_keeps_every_item_in_order(count: int, size: int) -> None:
    items = [replace(A, id=str(number)) for number in range(count)]
    made = list(cut(items, size))
    assert [item for shard in made for item in shard.items] == items
    assert [shard.index for shard in made] == list(range(len(made)))
    assert all(len(shard.items) == size for shard in made[:-1])


def test_cut_ends_a_shard_after_so_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_CHARACTERS", 10)
    assert [len(shard.items) for shard in cut([A, A, BAD, A, replace(A, text="x" * 50), A], 99)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("day", "date", "kept"),
    [
        (None, "2024-01-01", True),
        ("2024-06-12", "2024-06-12", True),
        ("2024-06-12", "2024-06-13", True),
        ("2024-06-12", "2024-06-11", False),
        ("2024-06-12", "2023-12-31", False),
        ("2024-06-12", "2024-06-12T08:00", True),
        ("2024-06-12", "2024-06", True),
        ("2024-06-12", "2024-05", False),
        ("2024-06-12", None, True),
    ],
)
def test_since_leaves_out_what_is_surely_older(day: str | None, date: str | None, kept: bool) -> None:
    article = replace(A, date=date)
    assert list(since([article, BAD], day)) == ([article, BAD] if kept else [BAD])


def test_copies_are_articles_with_the_same_text_and_date() -> None:
    copy, other_day, other_text = (
        replace(A, id="c", title="x"),
        replace(A, id="d", date=None),
        replace(A, id="e", text="x"),
    )
    made = list(name_duplicates([A, BAD, copy, other_day, other_text, BAD]))
    assert made == [A, BAD, Duplicate(copy, "a"), other_day, other_text, BAD]


@pytest.mark.parametrize("changed", [{"id": "z"}, {"text": "z"}, {"title": "z"}, {"date": None}, {"path": "z"}])
def test_digest_changes_with_everything_that_rows_depend_on(changed: dict[str, str | None]) -> None:
    assert Shard(0, (A, BAD)).digest() == Shard(3, (A, BAD)).digest()
    assert Shard(0, (A, BAD)).digest() != Shard(0, (replace(A, **changed), BAD)).digest()  # type: ignore[arg-type]
    assert Shard(0, (A,)).digest() != Shard(0, (Duplicate(A, "x"),)).digest()
