"""Edges of numerals: the marks, blanks and words beside them that decide what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from olgu.recognise import numerals

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bütçe 3 milyon 1.250 lira.", ["3 milyon 1.250 = 3001250"]),
        ("Ciro 5 milyon 2.000 bin adet.", ["5 milyon = 5000000", "2.000 bin = 2000000"]),
        ("Sıcaklık -5.", ["-5 = -5"]),
        ("Kar 26,9 -8.1 -23.6 oldu.", ["26,9 = 26.9", "-8.1 = -8.1", "-23.6 = -23.6"]),
        ("100m2 arsa, 3m3 su", ["100 = 100", "3 = 3"]),
        (
            "10K takipçi, 9K takipçi, 5k takipçi, 3M izlenme, 3m kumaş",
            ["10K = 10000", "5k = 5000", "3M = 3000000", "3 = 3"],
        ),
        ("5.inci sırada, 3.de, 7.nci", ["5.inci = 5 ordinal", "3. = 3 ordinal", "7.nci = 7 ordinal"]),
        ("10 1/3 kilo, 10 1/2 kilo, 10 1/5 kilo", ["10 1/3 = 31/3", "10 1/2 = 10.5", "10 1/5 = 10.2"]),
        ("9 milyonuncu kişi, 5 bininci kişi", ["9 milyonuncu = 9000000 ordinal", "5 bininci = 5000 ordinal"]),
        ("Hesapta 1 234 567 890 lira var.", ["1 234 567 890 = 1234567890"]),
        ("Telefon 1 234 567 89 oldu.", []),
        ("101'de 1 kişi, 100'de 1 kişi", ["101'de = 101 de «101»", "1 = 1", "100'de 1 = 1/100 fraction"]),
        ("Elinde ½ kilo var, 2½ kilo aldı.", ["½ = 1/2 fraction", "2½ = 2.5"]),
        ("Bütçe 5  milyon lira.", ["5  milyon = 5000000"]),
        ("Bütçe 5   milyon lira.", ["5 = 5", "milyon = 1000000 in words"]),
        ("5. ", ["5. = 5 ordinal"]),
        ("Toplam 2 bin 1250 kişi.", ["2 bin = 2000", "1250 = 1250"]),
        ("Fiyat 2.5 dolar, hacim 1,250 ve yüzde 1.250", ["2.5 = 2.5", "1,250 = 1250", "1.250 = 1.250"]),
        ("- 5 kişi, -5 kişi\n- 5", ["5 = 5", "-5 = -5", "- 5 = -5"]),
        ("Takım -3 averajla, 5 -3, 5 - 3", ["-3 = -3", "5 = 5", "3 = 3", "5 = 5", "3 = 3"]),
        ("Son iki 90'lardan kaldı.", ["iki = 2 in words", "90'lardan = 90 lardan «90»"]),
    ],
)
def test_digits_and_their_marks(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("İki bin düzine kalem aldı.", ["İki bin düzine = 24000 in words"]),
        ("Üyeler geldi. Yarısı gitti.", []),
        ("Üyelerin yarısı beş kişi getirdi.", ["yarısı = 1/2 fraction sı «yarı» in words", "beş = 5 in words"]),
        ("Takım yedi gol attı.", ["yedi = 7 in words"]),
        ("Saat yedide başladı.", ["yedide = 7 de «yedi» in words"]),
        ("Binanın altı katı yandı.", ["altı = 6 in words"]),
        ("Köprünün altı.", []),
        ("Bin kişi geldi.", ["Bin = 1000 in words"]),
        ("Ankara bin kişiyi ağırladı.", ["bin = 1000 in words"]),
        ("Muhammed bin Selman 5 kişiyle geldi.", ["5 = 5"]),
        ("Hava eksi beş oldu, eksi beşe düştü.", ["eksi beş = -5 in words", "eksi beşe = -5 e «eksi beş» in words"]),
        ("Faiz eksi yüzde bire indi.", ["bire = -1 e «bir» in words"]),
        ("Sultan II. Mahmut ile IV. Murat", ["II. = 2 ordinal in words", "IV. = 4 ordinal in words"]),
        ("Oran 2 yüzde puan arttı.", ["2 = 2"]),
        ("Oran yüzde beş'te kaldı.", ["beş'te = 5 te «beş» in words"]),
        (
            "Yarım kaldı, yarım kilo, üç çeyrek, çeyrek milyon",
            ["yarım = 0.5 in words", "üç çeyrek = 0.75 in words", "çeyrek milyon = 250000 in words"],
        ),
        (
            "Onar onar, beşer yüz lira, ikişer bin",
            [
                "Onar = 10 distributive in words",
                "onar = 10 distributive in words",
                "beşer yüz = 500 distributive in words",
                "ikişer bin = 2000 distributive in words",
            ],
        ),
        ("Birkaç milyon kişi, kaç bin kişi, birkaç kişi", ["Birkaç milyon = 1000000 vague in words"]),
        ("Takım yarıdan döndü.", []),
        ("Yirmi,beş kişi geldi.", ["Yirmi = 20 in words", "beş = 5 in words"]),
        ("Yirmi\nbeş kişi geldi.", ["Yirmi\nbeş = 25 in words"]),
        ("Bir yüz lira aldı.", ["Bir = 1 in words", "yüz = 100 in words"]),
    ],
)
def test_words_and_their_neighbours(told_numerals: Told, text: str, expected: list[str]) -> None:
    assert told_numerals(text) == expected


def test_digits_that_are_passed_over() -> None:
    found = numerals.find("2011 5 kişi ve 2012 7 kişi", skipped={0, 15})
    assert [str(n.value) for n in found] == ["5", "7"]
