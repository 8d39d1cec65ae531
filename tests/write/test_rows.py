"""Rows: canonical numbers, spans, ids."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.article import Document, Failure
from olgu.write.rows import cut, document_rows, fact_rows, failure_rows, number_text, printable
from olgu.write.schema import ARTICLES, ENTITIES, ERRORS, FACTS, MENTIONS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("6E+9"), "6000000000"),
        (Decimal("9.60"), "9.6"),
        (Decimal("100"), "100"),
        (Decimal("1.0E+2"), "100"),
        (Decimal("0.00"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("-2.50"), "-2.5"),
        (Decimal("1E-7"), "0.0000001"),
        (Fraction(1, 3), "1/3"),
        (Fraction(4, 2), "2"),
        (Decimal("12345678901234567890123456789012.5"), "12345678901234567890123456789012.5"),
    ],
)
def test_number_text_is_canonical(value: Decimal | Fraction, text: str) -> None:
    assert number_text(value) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_number_text_loses_nothing(value: Decimal) -> None:
    text = number_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not ("." in text and text.endswith("0"))


def test_document_rows_have_the_columns_of_the_schema_in_order(rich: Document) -> None:
    rows = document_rows(rich)
    for table in (FACTS, MENTIONS, ENTITIES, ARTICLES):
        assert [tuple(row) for row in rows[table.name]] == [table.names] * len(rows[table.name])
    assert [len(rows[table.name]) for table in (FACTS, MENTIONS, ENTITIES, ARTICLES)] == [3, 3, 3, 1]


def test_fact_rows_quote_the_text_by_offset(rich: Document) -> None:
    rows = list(fact_rows(rich))
    assert [row["quote"] for row in rows] == ["6 milyar dolara", "Üçte biri", "5 ila 10 gün"]
    assert [rich.article.text[row["start"] : row["end"]] for row in rows] == [row["quote"] for row in rows]  # type: ignore[misc]
    first = rows[0]
    assert (first["value"], first["what"], first["time"], first["time_quote"]) == (
        "6000000000", "cirosu", "../2023", "ulaştı",
    )  # fmt: skip
    assert (first["speaker"], first["speaker_id"]) == ("=1+1 derneği", "a,1:e3")
    assert first["fact_id"] == f"a,1#{first['start']}-{first['end']}"


def test_fact_rows_keep_ids_apart_for_two_facts_of_one_span(rich: Document) -> None:
    twice = replace(rich, facts=(rich.facts[0], rich.facts[0]))
    ids = [row["fact_id"] for row in fact_rows(twice)]
    assert ids[1] == f"{ids[0]}.2"


def test_document_rows_count_mentions_of_an_entity(rich: Document) -> None:
    twice = replace(rich, mentions=(*rich.mentions, rich.mentions[1]))
    assert [row["mentions"] for row in document_rows(twice)["entities"]] == [1, 2, 1]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6), (5, 6)])
def test_cut_refuses_spans_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="does not lie"):
        cut("Adana", start, end)


def test_cut_takes_the_whole_text() -> None:
    assert cut("Adana", 0, 5) == "Adana"


def test_document_rows_refuse_a_lone_surrogate(bare: Document) -> None:
    with pytest.raises(ValueError, match="surrogate"):
        document_rows(replace(bare, article=replace(bare.article, text="a\ud800")))


def test_printable_escapes_only_what_utf8_cannot_carry() -> None:
    assert printable("ş\udcff😀") == "ş\\udcff😀"
    assert printable(None) is None


def test_failure_rows_stand_in_both_tables(failure: Failure) -> None:
    rows = failure_rows(failure)
    assert set(rows) == {"articles", "errors"}
    assert tuple(rows["articles"][0]) == ARTICLES.names
    assert rows["articles"][0]["status"] == "failed"
    assert tuple(rows["errors"][0]) == ERRORS.names
    assert rows["errors"][0]["code"] == "bad-json"
