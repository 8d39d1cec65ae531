"""The measures, against figures that the reference scorer of the gold gave for the same rows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from olgu.check.gold import GoldArticle
from olgu.check.match import judge, normal, pair
from olgu.check.score import Rate, measures, score
from olgu.check.score_forms import as_json, as_text, example_line, wrong_examples
from olgu.write.schema import FACTS, Row


def damaged(rows: list[Row]) -> list[Row]:
    """One mistake of every sort in the first article: see the figures below."""
    made = [dict(row) for row in rows]
    made[0]["what"], made[0]["what_start"], made[0]["what_end"] = "Artvin'de", 0, 9
    made[5]["kind"] = "measure"
    made[16]["speaker"] = "Dedeler"  # a mention of the same entity: right
    made[11]["status"] = "planned"
    made[12]["what_start"] = 694  # «bahçesi» of «çay bahçesi»: two thirds of the words and the head
    made[13]["value"] = "40000"
    made[14]["end"] = 811
    made[15]["place"] = None
    made[17]["value"] = "0.66666"  # within the tolerance of one in ten thousand
    spurious = dict.fromkeys(FACTS.names) | {"article_id": "artvinde-sel", "start": 100, "end": 104, "kind": "count"}
    del made[3]
    return [*made, spurious | {"value": "7", "bound": "exact", "role": "level", "status": "actual"}]


def test_score_of_perfect_rows(gold: list[GoldArticle], rows: list[Row], mentions: list[Row]) -> None:
    found = measures(score(gold, rows, mentions))
    assert set(found.values()) == {1.0}
    assert {"fact.f1", "kinds.money.full_row.recall", "slots.time_set", "mentions.PERSON.f1"} <= set(found)


def test_score_of_damaged_rows(gold: list[GoldArticle], rows: list[Row]) -> None:
    result = score(gold, damaged(rows))
    assert result.rates == {
        "detected": Rate(28, 29, 29),
        "quantity": Rate(26, 29, 29),
        "fact": Rate(25, 29, 29),
        "full_row": Rate(23, 29, 29),
    }


def test_slots_of_damaged_rows(gold: list[GoldArticle], rows: list[Row]) -> None:
    found = measures(score(gold, damaged(rows)))
    wrong = {name: value for name, value in found.items() if name.startswith("slots.") and value != 1.0}
    assert wrong == {
        "slots.kind": 0.9642857142857143,
        "slots.place": 0.9642857142857143,
        "slots.place_set": 0.8333333333333334,
        "slots.span": 0.9642857142857143,
        "slots.status": 0.9642857142857143,
        "slots.status_set": 0.9642857142857143,
        "slots.value": 0.9642857142857143,
        "slots.what_f1": 0.9523809523809523,
        "slots.what_head": 0.9642857142857143,
    }
    assert found["fact.f1"] == 0.8620689655172413


def test_kinds_count_a_fact_under_the_kind_it_was_given(gold: list[GoldArticle], rows: list[Row]) -> None:
    kinds = score(gold, damaged(rows)).kinds
    assert kinds["count"]["detected"] == Rate(14, 15, 15)  # the one taken for a measure is missed, one is spurious
    assert kinds["measure"]["detected"] == Rate(6, 7, 7)
    assert kinds["money"]["quantity"] == Rate(2, 3, 3)


def test_score_of_mentions(gold: list[GoldArticle], mentions: list[Row]) -> None:
    mentions[0]["type"] = "ORG"
    rates = score(gold, [], mentions[:-2]).mentions
    assert rates == {
        "PERSON": Rate(12, 12, 12),
        "ORG": Rate(10, 11, 11),
        "LOC": Rate(27, 27, 29),
        "all": Rate(49, 50, 52),
    }


def test_score_of_nothing(gold: list[GoldArticle]) -> None:
    result = score(gold, [])
    assert result.rates["fact"] == Rate(0, 0, 29)
    assert result.slots == {}
    assert as_text(result)


@pytest.mark.parametrize(
    ("left", "right", "mates"),
    [
        ([(0, 5)], [(0, 5)], {0: 0}),
        ([(0, 5)], [(5, 9)], {}),
        ([(0, 10)], [(0, 3), (3, 10)], {0: 1}),  # the larger overlap wins
        ([(0, 4), (4, 10)], [(0, 10)], {1: 0}),  # one to one
        ([(8, 9)], [(0, 10), (3, 4)], {0: 0}),  # a long span that starts far before
        ([], [(0, 1)], {}),
    ],
)
def test_pair(left: list[tuple[int, int]], right: list[tuple[int, int]], mates: dict[int, int]) -> None:
    assert pair(left, right) == mates


@pytest.mark.parametrize(
    ("text", "expected"), [("IĞDIR  Ili", "ığdır ıli"), ("İstanbul\n", "istanbul"), ("", None), (None, None)]
)
def test_normal(text: str | None, expected: str | None) -> None:
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("have", "right"), [("40000000", True), ("40003999", True), ("40004001", False), ("x", False), (None, False)]
)
def test_value_tolerance(gold: list[GoldArticle], rows: list[Row], have: str | None, right: bool) -> None:
    money = next(row for row in rows if row["quote"] == "40 milyon lirayı")
    judged = judge(gold[0], [money | {"value": have}])
    assert next(one for one in judged if one.row).right["value"] is right
    assert Fraction("40003999") < Fraction("40000000") * (1 + Fraction(1, 10000)) < Fraction("40004001")


def test_wrong_examples(gold: list[GoldArticle], rows: list[Row]) -> None:
    result = score(gold, damaged(rows))
    lines = [example_line(one) for one in wrong_examples(result.judged)]
    assert len(lines) == 5
    assert "what Artvin'de, gold kişi" in lines[0]
    assert any("missed" in line and "[142 kilogram]" in line for line in lines)
    assert any("value 40000, gold 40000000" in line for line in lines)
    assert any("spurious" in line for line in lines)
    money = list(wrong_examples(result.judged, "quantity", "money"))
    assert [one.gold.quote for one in money if one.gold] == ["40 milyon lirayı"]


def test_json_of_score(gold: list[GoldArticle], rows: list[Row]) -> None:
    result = score(gold, damaged(rows))
    made = as_json(result, wrong_examples(result.judged, "quantity", "money"))
    assert made["fact"] == {
        "p": 0.8620689655172413, "r": 0.8620689655172413, "f1": 0.8620689655172413,
        "n_gold": 29, "n_pred": 29, "tp": 25, "fp": 4, "fn": 4,
    }  # fmt: skip
    assert made["slots_n"]["speaker_set"] == 10
    assert made["examples"] == [
        {
            "article_id": "artvinde-sel", "start": 740, "end": 756, "quote": "40 milyon lirayı", "error": "wrong",
            "slots": {"value": {"extracted": "40000", "gold": "40000000"}},
        }
    ]  # fmt: skip
