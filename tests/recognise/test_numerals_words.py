"""Numerals in words: endings, words that only look like numbers, halves, fractions, scales.

A numeral is written with its value, its form if it is no cardinal, its ending and, in «…», what it is without it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("beş'er", ["beş'er = 5 distributive in words"]),
        ("beşer", ["beşer = 5 distributive in words"]),
        ("altışar", ["altışar = 6 distributive in words"]),
        ("ikişer", ["ikişer = 2 distributive in words"]),
        ("yarımşar", ["yarımşar = 0.5 distributive in words"]),
        ("birinci", ["birinci = 1 ordinal in words"]),
        ("ikinci", ["ikinci = 2 ordinal in words"]),
        ("üçüncü", ["üçüncü = 3 ordinal in words"]),
        ("dördüncü", ["dördüncü = 4 ordinal in words"]),
        ("onuncu", ["onuncu = 10 ordinal in words"]),
        ("yirminci", ["yirminci = 20 ordinal in words"]),
        ("yüzüncü", ["yüzüncü = 100 ordinal in words"]),
        ("bininci", ["bininci = 1000 ordinal in words"]),
        ("milyonuncu", ["milyonuncu = 1000000 ordinal in words"]),
        ("yirmi birinci", ["yirmi birinci = 21 ordinal in words"]),
        ("on beşinci", ["on beşinci = 15 ordinal in words"]),
        ("Beşinci", ["Beşinci = 5 ordinal in words"]),
        ("BEŞİNCİ", ["BEŞİNCİ = 5 ordinal in words"]),
    ],
)
def test_endings(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uc kisi", []),
        ("uç kişi", []),
        ("dort yuz", ["dort yuz = 400 in words"]),
        ("yuz kisi", []),
        ("altmıs kişi", []),
        ("sekız kişi", []),
        ("YIRMI kişi", ["YIRMI = 20 in words"]),
        ("yüz kişi", ["yüz = 100 in words"]),
        ("yüzü güldü", []),
        ("yüzünden", []),
        ("yüzde", []),
        ("yüzden fazla", ["yüzden = 100 den «yüz» in words"]),
        ("yüzü aşkın", ["yüzü = 100 ü «yüz» in words"]),
        ("iki yüzü", []),
        ("iki yüzü aşkın", ["iki yüzü = 200 ü «iki yüz» in words"]),
        ("madalyonun iki yüzü", []),
        ("altı kişi", ["altı = 6 in words"]),
        ("altı çizildi", []),
        ("altında", []),
        ("masanın altı", []),
        ("yedi kişi", ["yedi = 7 in words"]),
        ("yemek yedi", []),
        ("gol yedi", []),
        ("on kişi", ["on = 10 in words"]),
        ("onlar", []),
        ("ona", []),
        ("onu", []),
        ("onda bir", ["onda bir = 1/10 fraction in words"]),
        ("on da bir", ["on = 10 in words", "bir = 1 in words"]),
        ("kırk kişi", ["kırk = 40 in words"]),
        ("kırkı çıktı", ["kırkı = 40 ı «kırk» in words"]),
        ("kırık", []),
        ("bin kişi", ["bin = 1000 in words"]),
        ("bine yakın", ["bine = 1000 e «bin» in words"]),
        ("bini aşkın", ["bini = 1000 i «bin» in words"]),
        ("bindi", []),
        ("binde bir", ["binde bir = 1/1000 fraction in words"]),
        ("binde", []),
    ],
)
def test_words_that_may_be_no_number(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("milyon", ["milyon = 1000000 in words"]),
        ("milyonlarca", ["milyonlarca = 1000000 vague in words"]),
        ("milyonda üç", ["milyonda üç = 3/1000000 fraction in words"]),
        ("birkaç", []),
        ("birkaç bin", ["birkaç bin = 1000 vague in words"]),
        ("birkaç milyon dolar", ["birkaç milyon = 1000000 vague in words"]),
        ("kaç bin", []),
        ("birkaç kişi", []),
        ("birkaç yüz", ["birkaç yüz = 100 vague in words"]),
        ("birkaç on", ["birkaç on = 10 vague in words"]),
        ("birkaç beş", ["beş = 5 in words"]),
        ("yüzlerce", ["yüzlerce = 100 vague in words"]),
        ("binlerce kişi", ["binlerce = 1000 vague in words"]),
        ("onlarca", ["onlarca = 10 vague in words"]),
        ("yarım", ["yarım = 0.5 in words"]),
        ("yarısı", ["yarısı = 1/2 fraction sı «yarı» in words"]),
        ("yarısına", ["yarısına = 1/2 fraction sına «yarı» in words"]),
        ("yarısından fazla", ["yarısından = 1/2 fraction sından «yarı» in words"]),
        ("yarısından çıktı", ["yarısından = 1/2 fraction sından «yarı» in words"]),
        ("gece yarısı", []),
        ("ilk yarısı", []),
        ("buçuk", []),
        ("bir buçuk", ["bir buçuk = 1.5 in words"]),
        ("iki buçuk milyon", ["iki buçuk milyon = 2500000 in words"]),
        ("5 buçuk", ["5 buçuk = 5.5"]),
        ("5 buçuk bin", ["5 buçuk bin = 5500"]),
        ("yarım milyon", ["yarım milyon = 500000 in words"]),
        ("çeyrek", ["çeyrek = 0.25 in words"]),
        ("çeyrek milyon", ["çeyrek milyon = 250000 in words"]),
        ("üç çeyrek", ["üç çeyrek = 0.75 in words"]),
        ("ilk üç çeyrek", ["üç = 3 in words"]),
        ("düzine", []),
        ("iki düzine", ["iki düzine = 24 in words"]),
        ("yarım düzine", ["yarım düzine = 6 in words"]),
        ("5 düzine", ["5 düzine = 60"]),
    ],
)
def test_vague_numbers_and_halves(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bir bölü sekiz", ["bir bölü sekiz = 1/8 fraction in words"]),
        ("20000 bölü 1998'e", ["20000 bölü 1998'e = 10000/999 fraction e «20000 bölü 1998»"]),
        ("beş bölü", ["beş = 5 in words"]),
        ("beş virgül iki", ["beş virgül iki = 5.2 in words"]),
        ("beş virgül iki milyon", ["beş virgül iki milyon = 5200000 in words"]),
        ("beş virgül sıfır iki", ["beş virgül sıfır iki = 5.02 in words"]),
        ("sıfır virgül yirmi beş", ["sıfır virgül yirmi beş = 0.25 in words"]),
        ("beş virgül bir dört", ["beş virgül bir dört = 5.14 in words"]),
        ("beş virgül bir dört yüz", ["beş virgül bir = 5.1 in words", "dört yüz = 400 in words"]),
        ("5 virgül 2", ["5 virgül 2 = 5.2"]),
        ("5 virgül 02", ["5 virgül 02 = 5.02"]),
        ("5,2 virgül 3", ["5,2 = 5.2", "3 = 3"]),
        ("eksi beş", ["eksi beş = -5 in words"]),
        ("eksi yüzde beş", ["beş = -5 in words"]),
        ("eksi kişi", []),
        ("eksi yüzde", []),
        ("sıfır", ["sıfır = 0 in words"]),
        ("sıfırın altında", ["sıfırın = 0 ın «sıfır» in words"]),
        ("sıfır beş", ["sıfır = 0 in words", "beş = 5 in words"]),
        ("üçte bir", ["üçte bir = 1/3 fraction in words"]),
        ("üçte biri", ["üçte biri = 1/3 fraction i «üçte bir» in words"]),
        ("üçte ikisi", ["üçte ikisi = 2/3 fraction si «üçte iki» in words"]),
        ("üçte dördü", ["üçte = 3 te «üç» in words", "dördü = 4 ü «dörd» in words"]),
        ("beşte iki kişi", ["beşte iki = 2/5 fraction in words"]),
        ("5'te 1'i", ["5'te 1'i = 1/5 fraction i «5'te 1»"]),
        ("5'te 2'si", ["5'te 2'si = 2/5 fraction si «5'te 2»"]),
        ("5'te 1", ["5'te 1 = 1/5 fraction"]),
        ("5'te 2", ["5'te = 5 te «5»", "2 = 2"]),
        ("5'te 2 oranında", ["5'te 2 = 2/5 fraction"]),
        ("5'te 2 şey", ["5'te = 5 te «5»", "2 = 2"]),
        ("150'de 1", ["150'de = 150 de «150»", "1 = 1"]),
        ("onda üçü", ["onda üçü = 3/10 fraction ü «onda üç» in words"]),
        ("ikide bir", []),
        ("üçte bir şey", ["üçte = 3 te «üç» in words", "bir = 1 in words"]),
        ("yirmide üç buçuğu", ["yirmide üç buçuğu = 7/40 fraction u «yirmide üç buçuğ» in words"]),
    ],
)
def test_decimals_and_fractions(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bin dokuz yüz doksan dokuz", ["bin dokuz yüz doksan dokuz = 1999 in words"]),
        ("iki bin yirmi dört", ["iki bin yirmi dört = 2024 in words"]),
        ("ikibinyirmidört", ["ikibinyirmidört = 2024 in words"]),
        ("iki yüz elli bin", ["iki yüz elli bin = 250000 in words"]),
        ("dört yüz milyon", ["dört yüz milyon = 400000000 in words"]),
        ("bir milyon iki yüz bin", ["bir milyon iki yüz bin = 1200000 in words"]),
        ("bir milyar bir", ["bir milyar bir = 1000000001 in words"]),
        ("on bir bin", ["on bir bin = 11000 in words"]),
        ("yüz bir bin", ["yüz bir bin = 101000 in words"]),
        ("bin bin", ["bin = 1000 in words", "bin = 1000 in words"]),
        ("beş yüz yirmi bin", ["beş yüz yirmi bin = 520000 in words"]),
        ("5 yüz", ["5 yüz = 500"]),
        ("5 bin yüz", ["5 bin yüz = 5100"]),
        ("15 yüz", ["15 = 15"]),
        ("5 bin 5 yüz", ["5 bin 5 yüz = 5500"]),
        ("5 bin 250,5", ["5 bin 250,5 = 5250.5"]),
        ("5 bin 2500", ["5 bin = 5000", "2500 = 2500"]),
        ("5 bin bir", ["5 bin = 5000", "bir = 1 in words"]),
        ("5 milyon 250 bin 300", ["5 milyon 250 bin 300 = 5250300"]),
        ("5 milyon 6 milyar", ["5 milyon = 5000000", "6 milyar = 6000000000"]),
    ],
)
def test_scales(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected
