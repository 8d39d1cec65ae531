"""The parts of the number grammar by themselves: chunks of digits, endings, Roman numbers, sums."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from olgu.article import Number
from olgu.recognise import numeral_chunk, numeral_suffix
from olgu.recognise.numeral_compose import compose
from olgu.recognise.numeral_context import verdict
from olgu.recognise.numeral_lexicon import lexicon
from olgu.recognise.numeral_roman import roman_value
from olgu.recognise.numeral_tokens import read_word


@pytest.mark.parametrize(
    ("chunk", "value"),
    [
        ("7", 7),
        ("0532", 532),
        ("1.250", 1250),
        ("1,250", Decimal("1.250")),
        ("15,000", 15000),
        ("123,456", Decimal("123.456")),
        ("012.345.678", None),
        ("0,125", Decimal("0.125")),
        ("0.125", Decimal("0.125")),
        ("1.250,50", Decimal("1250.50")),
        ("1,250.50", Decimal("1250.50")),
        ("1.000.00", 1000),
        ("12.345.678", 12345678),
        ("3,14159", Decimal("3.14159")),
        ("3/4", Fraction(3, 4)),
        ("12.03.2024", None),
        ("10:30", None),
        ("3.11.7", None),
        ("1.25.000", None),
        ("2,3,4", None),
        ("2023,2024", None),
        ("5/2", None),
        ("24/7", None),
        ("2019/2020", None),
        ("3/0", None),
        ("1/2/3", None),
        ("1" * 40, None),
    ],
)
def test_value_of_chunk(chunk: str, value: Number | None) -> None:
    assert numeral_chunk.value(chunk) == value


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("2,5 ve 1.250", "turkish"),
        ("2.5 ve 1,250", "foreign"),
        ("2.5 ve 2,5", "turkish"),
        ("1.250 ve 12.03.2024", "turkish"),
        ("saat 10:30.5", "turkish"),
        ("", "turkish"),
    ],
)
def test_style_of_text(text: str, style: str) -> None:
    assert numeral_chunk.style(text) == style


@pytest.mark.parametrize(
    ("letters", "kind", "core", "case"),
    [
        ("", "", 0, ""),
        ("den", "ablative", 0, "den"),
        ("i", "accusative", 0, "i"),
        ("ye", "dative", 0, "ye"),
        ("nin", "genitive", 0, "nin"),
        ("te", "locative", 0, "te"),
        ("le", "instrumental", 0, "le"),
        ("sinden", "possessive", 0, "sinden"),
        ("teki", "relative", 0, "teki"),
        ("inci", "ordinal", 4, ""),
        ("incisi", "ordinal", 4, "si"),
        ("üncülüğe", "ordinal", 4, "lüğe"),
        ("şer", "distributive", 3, ""),
        ("lerce", "vague", 5, ""),
        ("lik", "noun", 0, "lik"),
        ("li", "adjective", 0, "li"),
        ("lere", "plural", 0, "lere"),
        ("dir", "copula", 0, "dir"),
    ],
)
def test_read_suffix(letters: str, kind: str, core: int, case: str) -> None:
    suffix = numeral_suffix.read(letters)
    assert suffix is not None
    assert (suffix.kind, suffix.core, suffix.case) == (kind, core, case)


@pytest.mark.parametrize("letters", ["incil", "ur", "gen", "z", "m", "başı", "yıl", "kilo", "kaç", "baş", "çok"])
def test_read_suffix_refuses_other_letters(letters: str) -> None:
    assert numeral_suffix.read(letters) is None


@pytest.mark.parametrize(
    ("stem", "letters", "harmonises"),
    [
        ("beş", "er", True),
        ("beş", "ar", False),
        ("altı", "şar", True),
        ("yüz", "ü", True),
        ("on", "den", False),
        ("bin", "", True),
    ],
)
def test_harmonises(stem: str, letters: str, harmonises: bool) -> None:
    assert numeral_suffix.harmonises(stem, letters) is harmonises


@pytest.mark.parametrize(("roman", "value"), [("I", 1), ("IV", 4), ("VIII", 8), ("IX", 9), ("XIX", 19), ("XXXIV", 34)])
def test_roman_value(roman: str, value: int) -> None:
    assert roman_value(roman) == value


@pytest.mark.parametrize(
    ("stem", "rest", "value"),
    [
        ("onbinaltıyüz", "", 10600),
        ("beşyüz", "üncü", 500),
        ("uc", "", 3),
        ("ikibin", "e", 2000),
        ("ön", "", None),
        ("uç", "", None),
        ("üç", "gen", None),
        ("bir", "çok", None),
        ("beş", "ar", None),
    ],
)
def test_read_word(stem: str, rest: str, value: int | None) -> None:
    word = read_word(stem, rest)
    total = compose(word.pieces, 0, len(word.pieces)) if word else None
    assert (total.value if total else None) == value


@pytest.mark.parametrize(
    ("stem", "rest", "value"),
    [
        ("iki", "", 2),
        ("iki", "nci", 2),
        ("üç", "ü", 3),
        ("on", "lar", None),
        ("bir", "inin", None),
        ("birbir", "i", None),
    ],
)
def test_verdict_without_context(stem: str, rest: str, value: int | None) -> None:
    word = read_word(stem, rest)
    assert word is not None
    sure = verdict(word)
    assert sure is not None
    assert sure.value == value


@pytest.mark.parametrize(
    ("stem", "rest"), [("yüz", ""), ("yedi", ""), ("altı", ""), ("yüz", "den"), ("bin", "e"), ("uc", "")]
)
def test_verdict_waits_for_context(stem: str, rest: str) -> None:
    word = read_word(stem, rest)
    assert word is not None
    assert verdict(word) is None


def test_lexicon_names_only_words_that_exist() -> None:
    lex = lexicon()
    words = {word for group in lex.table["atoms"].values() for word in group}
    assert set(lex.table["alone"]) <= words
    assert set(lex.table["bounds"]) - {"never_after"} <= words
    assert set(lex.table["folded"]["short"]) <= words
    classes = set(lex.table["suffixes"]) | {""}
    assert {kind for kinds in lex.table["alone"].values() for kind in kinds} <= classes
