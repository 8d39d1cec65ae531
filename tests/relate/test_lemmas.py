"""What raw news tells of lemmas."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

import pytest

from olgu.article import Kind
from olgu.relate.lemmas import FARTHEST, UNKNOWN, lemma
from olgu.relate.parts import parts


def _rows() -> list[list[str]]:
    text = files("olgu.relate").joinpath("lemmas.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def test_every_row_of_the_table_is_whole() -> None:
    (_, _, *kinds), *rows = _rows()
    assert len(rows) > 5_000
    assert set(kinds) <= set(get_args(Kind))
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    digits = {str(number) for number in range(2 * FARTHEST + 1)}
    for name, cluster, *cells in rows:
        assert name
        assert cluster.isdecimal()
        assert len(cells) == len(kinds)
        assert all(len(cell) == 2 and set(cell) <= digits for cell in cells), name


@pytest.mark.parametrize(
    ("word", "nearer", "than"),
    [
        ("ihracatı", "money", "count"),
        ("GELİRİ", "money", "duration"),
        ("öğrencinin", "count", "money"),
        ("nüfusu", "count", "money"),
        ("enflasyonun", "percent", "money"),
        ("golü", "count", "percent"),
    ],
)
def test_a_lemma_stands_nearer_the_quantities_it_is_measured_by(word: str, nearer: str, than: str) -> None:
    from olgu.analyse import language
    from olgu.analyse.words import sentences

    (sentence,) = sentences(language.load("rules")(f"Bugün {word} arttı."))
    told = parts(sentence.words)[1].told
    assert told.beside(nearer) > told.beside(than)


@pytest.mark.parametrize("word", ["", "qwx", "ihracaat", "şşş"])
def test_of_a_lemma_that_the_news_hardly_has_nothing_is_told(word: str) -> None:
    assert lemma(word).beside("money") == (UNKNOWN, UNKNOWN, UNKNOWN)


def test_of_a_kind_that_the_table_does_not_have_no_affinity_is_told() -> None:
    assert lemma("ihracat").beside("colour") == (lemma("ihracat").cluster, UNKNOWN, UNKNOWN)


def test_lemmas_used_alike_share_a_cluster() -> None:
    assert lemma("ihracat").cluster == lemma("gelir").cluster != lemma("gol").cluster
