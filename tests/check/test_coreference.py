"""B³ and CEAF-e: figures that were computed by hand, and by scorch 0.2.0, a published scorer."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.check.coreference import agreements, best_assignment
from olgu.check.gold import GoldArticle
from olgu.check.score import measures, score
from olgu.write.schema import Row


@pytest.mark.parametrize(
    ("gold", "extracted", "b_cubed", "ceaf_e"),
    [
        # clusters as words of mentions: precision, recall of each measure
        ("abc de", "abc de", (1, 1), (1, 1)),
        ("abc de", "ab c de", (1, 11 / 15), (0.6, 0.9)),
        ("abc de", "abcde", (13 / 25, 1), (0.75, 0.375)),
        ("abc de", "", (0, 0), (0, 0)),
        ("", "ab", (0, 0), (0, 0)),
        ("ab", "cd", (0, 0), (0, 0)),
        # a mention that is missed, one that is too many; by scorch
        ("abc de", "ab dex", (2 / 3, 2 / 3), (0.8, 0.8)),
    ],
)
def test_agreements(gold: str, extracted: str, b_cubed: tuple[float, float], ceaf_e: tuple[float, float]) -> None:
    sides = [{m: n for n, word in enumerate(text.split()) for m in word} for text in (gold, extracted)]
    found = agreements([(sides[0], sides[1])])
    assert (found["b_cubed"].precision, found["b_cubed"].recall) == pytest.approx(b_cubed)
    assert (found["ceaf_e"].precision, found["ceaf_e"].recall) == pytest.approx(ceaf_e)


def test_agreements_sum_over_articles_before_they_divide() -> None:
    found = agreements([({"a": 1}, {"a": 1}), ({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "c": 3})])
    assert (found["b_cubed"].precision, found["b_cubed"].recall) == pytest.approx((1, 0.5))


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), max_size=5)))
def test_best_assignment_is_the_best_of_all(likeness: list[list[float]]) -> None:
    width = len(likeness[0]) if likeness else 0
    padded = [row + [0.0] * max(0, len(likeness) - width) for row in likeness]
    columns = range(len(padded[0]) if padded else 0)
    best = max(
        (sum(row[c] for row, c in zip(padded, order, strict=False)) for order in permutations(columns, len(padded))),
        default=0.0,
    )
    assert best_assignment(likeness) == pytest.approx(best)


def test_score_has_entities_where_mentions_have(gold: list[GoldArticle], mentions: list[Row]) -> None:
    assert score(gold, [], mentions).entities == {}
    owner = {
        (article.id, m[0], m[1]): f"{article.id}:e{n}"
        for article in gold
        for n, entity in enumerate(article.entities)
        for m in entity.mentions
    }
    told = [{**row, "entity_id": owner[row["article_id"], row["start"], row["end"]]} for row in mentions]  # type: ignore[index]
    found = measures(score(gold, [], told))
    assert (found["entities.b_cubed.f1"], found["entities.ceaf_e.f1"]) == (1.0, 1.0)
    alone = [{**row, "entity_id": str(n)} for n, row in enumerate(mentions)]
    found = measures(score(gold, [], alone))
    assert found["entities.b_cubed.precision"] == 1.0
    assert found["entities.b_cubed.recall"] < 1.0
