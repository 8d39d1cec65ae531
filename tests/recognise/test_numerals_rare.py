"""Numerals in seldom company: where one ends, and what two of them side by side are."""

from __future__ import annotations

import pytest

from olgu.recognise import numerals

Read = tuple[str, str, str]


def found(text: str) -> list[Read]:
    return [(text[each.start : each.end], str(each.value), each.form) for each in numerals.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 1/2 kilo", [("10 1/2", "10.5", "cardinal")]),
        ("2 ½'si", [("2 ½", "2.5", "cardinal")]),
        ("5½", [("5½", "5.5", "cardinal")]),
        ("10'un 1/2'si", [("10'un", "10", "cardinal"), ("1/2'si", "1/2", "fraction")]),
        ("10'da 1/2", [("10'da", "10", "cardinal"), ("1/2", "1/2", "fraction")]),
        ("on 1/2 kilo", [("on", "10", "cardinal"), ("1/2", "1/2", "fraction")]),
        ("10,5 1/2", [("10,5", "10.5", "cardinal"), ("1/2", "1/2", "fraction")]),
        ("10 3/2", [("10", "10", "cardinal")]),
        ("½5", [("½", "1/2", "fraction")]),
        ("1/2'ler", [("1/2'ler", "1/2", "fraction")]),
        ("5/0", []),
        ("5/10/2", []),
        ("5 / 10", [("5 / 10", "1/2", "fraction")]),
        ("5 /10", [("5", "5", "cardinal"), ("10", "10", "cardinal")]),
        ("20 bölü 5'e", [("20 bölü 5'e", "4", "fraction")]),
        ("bir bölü sıfır", [("bir", "1", "cardinal"), ("sıfır", "0", "cardinal")]),
        ("bir bölü", [("bir", "1", "cardinal")]),
        ("üçte iki buçuk", [("üçte iki buçuk", "5/6", "fraction")]),
        ("5'te 1'er", [("5'te 1'er", "1/5", "fraction")]),
        ("5'te 7", [("5'te", "5", "cardinal"), ("7", "7", "cardinal")]),
        ("binde 3,5", [("binde 3,5", "7/2000", "fraction")]),
        ("milyonda bir", [("milyonda bir", "1/1000000", "fraction")]),
        ("binde", []),
    ],
)
def test_fractions_and_their_neighbours(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 yüz", [("3 yüz", "300", "cardinal")]),
        ("12 yüz", [("12", "12", "cardinal")]),
        ("2,5 yüz", [("2,5", "2.5", "cardinal")]),
        ("3 bin yüz", [("3 bin yüz", "3100", "cardinal")]),
        ("iki yüz yüz", [("iki yüz", "200", "cardinal")]),
        ("yüz bin milyon", [("yüz bin milyon", "100000000000", "cardinal")]),
        ("bin beş yüz bin", [("bin", "1000", "cardinal"), ("beş yüz bin", "500000", "cardinal")]),
        ("bin bin", [("bin", "1000", "cardinal"), ("bin", "1000", "cardinal")]),
        ("bin 5", [("bin 5", "1005", "cardinal")]),
        ("1 bin 500", [("1 bin 500", "1500", "cardinal")]),
        ("1,5 bin 500", [("1,5 bin", "1500", "cardinal"), ("500", "500", "cardinal")]),
        ("1.5 bin", [("1.5 bin", "1500", "cardinal")]),
        ("5 bin 5 milyon", [("5 bin", "5000", "cardinal"), ("5 milyon", "5000000", "cardinal")]),
        ("beş yirmi", [("beş", "5", "cardinal"), ("yirmi", "20", "cardinal")]),
        ("yirmi on", [("yirmi", "20", "cardinal"), ("on", "10", "cardinal")]),
        ("yirmi beş on", [("yirmi beş", "25", "cardinal"), ("on", "10", "cardinal")]),
        ("on buçuk on", [("on buçuk", "10.5", "cardinal"), ("on", "10", "cardinal")]),
        ("bir buçuk bin", [("bir buçuk bin", "1500", "cardinal")]),
        ("5-6 bin", [("5", "5", "cardinal"), ("6 bin", "6000", "cardinal")]),
        ("beşinci bin", [("beşinci", "5", "ordinal"), ("bin", "1000", "cardinal")]),
        ("5. bin", [("5.", "5", "ordinal"), ("bin", "1000", "cardinal")]),
        ("beşer bin", [("beşer bin", "5000", "distributive")]),
    ],
)
def test_where_one_number_ends(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("üç virgül sıfır", [("üç virgül sıfır", "3", "cardinal")]),
        ("üç virgül", [("üç", "3", "cardinal")]),
        ("üç virgül beş buçuk", [("üç", "3", "cardinal"), ("beş buçuk", "5.5", "cardinal")]),
        ("sıfır virgül sıfır beş", [("sıfır virgül sıfır beş", "0.05", "cardinal")]),
        ("üç çeyrek", [("üç çeyrek", "0.75", "cardinal")]),
        ("bir çeyrek", [("bir çeyrek", "0.25", "cardinal")]),
        ("iki çeyrek", [("iki", "2", "cardinal")]),
        ("üç buçuk çeyrek", [("üç buçuk", "3.5", "cardinal")]),
        ("çeyrek milyon", [("çeyrek milyon", "250000", "cardinal")]),
        ("çeyrek asır", [("çeyrek", "0.25", "cardinal")]),
        ("buçuk", []),
        ("yarım buçuk", [("yarım", "0.5", "cardinal")]),
        ("eksi beş", [("eksi beş", "-5", "cardinal")]),
        ("artı 5", [("5", "5", "cardinal")]),
        ("eksi", []),
    ],
)
def test_commas_quarters_halves_and_signs(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5'ler", [("5'ler", "5", "cardinal")]),
        ("5.'si", [("5.'si", "5", "ordinal")]),
        ("5.", [("5.", "5", "ordinal")]),
        ("5,", [("5", "5", "cardinal")]),
        (",5", [(",5", "0.5", "cardinal")]),
        ("5şer", [("5şer", "5", "distributive")]),
        ("yarımşar", [("yarımşar", "0.5", "distributive")]),
        ("beş'inci", [("beş'inci", "5", "ordinal")]),
        ("beş' i", [("beş", "5", "cardinal")]),
        ("'5' bir", [("5", "5", "cardinal"), ("bir", "1", "cardinal")]),
        ("ALTINCI", [("ALTINCI", "6", "ordinal")]),
        ("Yedi kişi yedi", [("Yedi", "7", "cardinal")]),
        ("ikibuçuk", [("ikibuçuk", "2.5", "cardinal")]),
        ("1e5", [("1e5", "100000", "cardinal")]),
        ("1,234.56", [("1,234.56", "1234.56", "cardinal")]),
        ("1.234,56", [("1.234,56", "1234.56", "cardinal")]),
        ("XIV. Louis", [("XIV.", "14", "ordinal")]),
        ("bın", []),
        ("bin'i", []),
        ("on'un", []),
        ("yüz'ü", []),
        ("III", []),
    ],
)
def test_endings_and_ways_of_writing(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("digit", range(2, 10))
def test_a_digit_before_hundred(digit: int) -> None:
    assert found(f"{digit} yüz kişi") == [(f"{digit} yüz", str(100 * digit), "cardinal")]


@pytest.mark.parametrize("digits", ["1", "10", "20"])
def test_no_hundreds_of_other_numbers(digits: str) -> None:
    assert found(f"{digits} yüz kişi")[0] == (digits, digits, "cardinal")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yüzde2,4 arttı", [("2,4", "2.4", "cardinal")]),
        ("Dün yüzde2,4 arttı", [("2,4", "2.4", "cardinal")]),
        ("üretimi150 bin ton", [("150 bin", "150000", "cardinal")]),
        ("ABC150 bin ton", [("bin", "1000", "cardinal")]),
        ("yüz2,4 arttı", []),
    ],
)
def test_where_a_blank_is_missing(text: str, expected: list[Read]) -> None:
    assert found(text) == expected
