"""What the date of the article, or its own words where it has none, decide.

A phrase is written with its value, "?" where it has none; «…» marks a length, brackets the numbers that it takes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Told = Callable[[str, dt.date | None], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 Mart'ta açılacak.", ["3 Mart'ta = 2024-03-03 (3)"]),
        ("Aralık'ta arttı.", ["Aralık'ta = 2023-12"]),
        ("Aralık ayı verileri", ["Aralık ayı = 2023-12"]),
        ("Mart ayı verileri", ["Mart ayı = 2024-03"]),
        ("Temmuz ayı verileri", ["Temmuz ayı = 2024-07"]),
        ("30 Aralık'ta geldi.", ["30 Aralık'ta = 2023-12-30 (30)"]),
        ("30 Aralık verileri", ["30 Aralık = 2023-12-30 (30)"]),
        ("1 Ocak verileri", ["1 Ocak = 2024-01-01 (1)"]),
        ("Cuma günü arttı.", ["Cuma günü = 2023-12-29"]),
        ("geçen ay arttı.", ["geçen ay = 2023-12"]),
        ("geçen çeyrekte arttı.", ["geçen çeyrekte = 2023-10/2023-12"]),
        ("gelecek ay", ["gelecek ay = 2024-02"]),
        ("geçen kış", ["geçen kış = 2022-12/2023-02"]),
        ("kış aylarında arttı.", ["kış aylarında = 2023-12/2024-02"]),
        ("son çeyrekte arttı.", ["son çeyrekte = 2023-10/2023-12"]),
        ("son 3 ayda arttı.", ["son 3 ayda … = 2023-10-03/2024-01-02"]),
        ("iki ay önce geldi.", ["iki ay önce … = 2023-11"]),
    ],
)
def test_articles(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 1, 3)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 Ocak'ta açılacak.", ["2 Ocak'ta = 2025-01-02 (2)"]),
        ("Ocak verileri", ["Ocak = 2025-01"]),
        ("Ocak'ta arttı.", ["Ocak'ta = 2024-01"]),
        ("gelecek ay", ["gelecek ay = 2025-01"]),
        ("gelecek çeyrekte", ["gelecek çeyrekte = 2025-01/2025-03"]),
        ("haftaya salı", ["haftaya salı = 2024-12-31"]),
        ("iki ay sonra", ["iki ay sonra … = 2025-02"]),
        ("son 2 yılda", ["son 2 yılda … = 2022/2024"]),
        ("10 gün sonra gelecek.", ["10 gün sonra … = 2025-01-07"]),
    ],
)
def test_articles_on_2024_12_28(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 12, 28)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geçen yıl", ["geçen yıl = 2023"]),
        ("bir yıl önce", ["bir yıl önce … = 2023"]),
        ("bir ay önce", ["bir ay önce … = 2024-01"]),
        ("son bir ayda arttı.", ["son bir ayda … = 2024-01-29/2024-02-28"]),
        ("önümüzdeki bir ayda artacak.", ["önümüzdeki bir ayda … = 2024-03-01/2024-03-29"]),
    ],
)
def test_articles_on_2024_02_29(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 2, 29)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("son bir ayda arttı.", ["son bir ayda … = 2024-02-29/2024-03-30"]),
    ],
)
def test_articles_on_2024_03_31(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 3, 31)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023'ün ilk çeyreğinde arttı. Mart'ta azaldı. Yılın ikinci yarısında artacak. 5 Nisan'da",
            [
                "2023'ün ilk çeyreğinde = 2023-01/2023-03 (2023)",
                "Mart'ta = 2023-03",
                "Yılın ikinci yarısında = 2023-07/2023-12",
                "5 Nisan'da = 2023-04-05 (5)",
            ],
        ),
        (
            "2022 yılının aynı dönemine göre 2023'ün ilk çeyreğinde arttı. Mart'ta azaldı.",
            [
                "2022 yılının aynı dönemine = ? (2022)",
                "2023'ün ilk çeyreğinde = 2023-01/2023-03 (2023)",
                "Mart'ta = 2023-03",
            ],
        ),
        (
            "2010 yılının aynı döneminde arttı. Mart'ta azaldı.",
            ["2010 yılının aynı döneminde = ? (2010)", "Mart'ta = 2011-03"],
        ),
        (
            "2021'de 3, 2022'de 5, 2023'te 7 kişi. Mart'ta azaldı.",
            ["2021'de = 2021 (2021)", "2022'de = 2022 (2022)", "2023'te = 2023 (2023)", "Mart'ta = XXXX-03"],
        ),
        (
            "Mart 2021, Nisan 2021 ve Mayıs 2022. Temmuz'da azaldı.",
            [
                "Mart 2021 = 2021-03 (2021)",
                "Nisan 2021 = 2021-04 (2021)",
                "Mayıs 2022 = 2022-05 (2022)",
                "Temmuz'da = 2022-07",
            ],
        ),
        (
            "Mart 2021, Nisan 2021, Haziran 2021 ve Mayıs 2022. Temmuz'da azaldı.",
            [
                "Mart 2021 = 2021-03 (2021)",
                "Nisan 2021 = 2021-04 (2021)",
                "Haziran 2021 = 2021-06 (2021)",
                "Mayıs 2022 = 2022-05 (2022)",
                "Temmuz'da = 2022-07",
            ],
        ),
        (
            "03.05.2021 tarihinde arttı. Temmuz'da azaldı.",
            ["03.05.2021 tarihinde = 2021-05-03 (03.05.2021)", "Temmuz'da = 2021-07"],
        ),
        (
            "2021'in ilk yarısı arttı. Yıl sonunda azaldı. Yılbaşında 5 kişi geldi. Anneler Günü'nde 3 kişi",
            [
                "2021'in ilk yarısı = 2021-01/2021-06 (2021)",
                "Yıl sonunda = 2021-12",
                "Yılbaşında = 2021-01-01",
                "Anneler Günü'nde = 2021-05-09",
            ],
        ),
        (
            "2021'in ilk yarısı arttı. Geçen yıl 5, yıl boyunca 3 kişi. Geçen yılın ilk çeyreği. Yılsonunda.",
            [
                "2021'in ilk yarısı = 2021-01/2021-06 (2021)",
                "Geçen yıl = ?",
                "yıl boyunca = 2021",
                "Geçen yılın ilk çeyreği = 2020-01/2020-03",
                "Yılsonunda = 2021-12",
            ],
        ),
        (
            "2021'in ilk yarısı arttı, 2022 hedefi büyüdü. Temmuz'da azaldı.",
            ["2021'in ilk yarısı = 2021-01/2021-06 (2021)", "2022 = 2022 (2022)", "Temmuz'da = 2022-07"],
        ),
        (
            "2021'in ilk 9 ayında arttı. Mayıs'ta azaldı. 12 Mayıs'ta 3 kişi geldi.",
            ["2021'in ilk 9 ayında … = 2021-01/2021-09 (2021)", "Mayıs'ta = 2021-05", "12 Mayıs'ta = 2021-05-12 (12)"],
        ),
        (
            "2021 yılı 6 aylık dönemde arttı. Mayıs'ta azaldı.",
            ["2021 yılı 6 aylık dönemde … = 2021-01/2021-06 (2021)", "Mayıs'ta = 2021-05"],
        ),
        (
            "2004: 26 Aralık'ta deprem oldu. 3 Mart'ta 5 kişi",
            ["2004 = 2004 (2004)", "26 Aralık'ta = 2004-12-26 (26)", "3 Mart'ta = 2004-03-03 (3)"],
        ),
        (
            "2004: 26 Aralık'ta deprem oldu. 3 Mart'ta 5 kişi. 28 Aralık'tan 5 Ocak'a kadar sürdü.",
            [
                "2004 = 2004 (2004)",
                "26 Aralık'ta = 2004-12-26 (26)",
                "3 Mart'ta = 2004-03-03 (3)",
                "28 Aralık'tan 5 Ocak'a kadar = 2004-12-28/2005-01-05 (28, 5)",
            ],
        ),
    ],
)
def test_articles_without_a_date(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rezerv 2018'de 256,9 milyar varil olurken geçen yıl arttı. 2019 yılı bilançosu çıktı, bu yıl da artacak.",
            ["2018'de = 2018 (2018)", "geçen yıl = 2019", "2019 yılı = 2019 (2019)", "bu yıl = 2020"],
        ),
        (
            "2013 yılında 178 bin ton olan ihracat, bu yıl 251 bin tona çıktı. 2014 iyi geçti.",
            ["2013 yılında = 2013 (2013)", "bu yıl = 2014", "2014 = 2014 (2014)"],
        ),
        # the text does not name the year after
        (
            "2013 yılında 178 bin ton olan ihracat, bu yıl 251 bin tona çıktı.",
            ["2013 yılında = 2013 (2013)", "bu yıl = ?"],
        ),
        # a base of comparison, another sentence, no contrast
        (
            "2013 yılında 178 bin ton olan ihracat geçen yıla göre arttı. 2014 iyi geçti.",
            ["2013 yılında = 2013 (2013)", "geçen yıla = ?", "2014 = 2014 (2014)"],
        ),
        (
            "2013 yılında 178 bin ton olan ihracat arttı. Geçen yıl azaldı. 2014 iyi geçti.",
            ["2013 yılında = 2013 (2013)", "Geçen yıl = ?", "2014 = 2014 (2014)"],
        ),
        (
            "2013 yılında 178 bin ton satıldı, geçen yıl azaldı. 2014 iyi geçti.",
            ["2013 yılında = 2013 (2013)", "geçen yıl = ?", "2014 = 2014 (2014)"],
        ),
        # two contrasts that do not agree
        (
            "2013'te 5 olan sayı bu yıl 6. 2015'te 7 olan sayı bu yıl 8. 2014 ve 2016 iyi.",
            [
                "2013'te = 2013 (2013)",
                "bu yıl = ?",
                "2015'te = 2015 (2015)",
                "bu yıl = ?",
                "2014 = 2014 (2014)",
                "2016 = 2016 (2016)",
            ],
        ),
    ],
)
def test_a_contrast_tells_the_year_of_an_article_without_a_date(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, None) == expected


def test_a_contrast_says_nothing_where_the_article_has_a_date(told: Told) -> None:
    text = "2013'te 178 bin ton olan ihracat bu yıl 251 bin tona çıktı. 2014 iyi geçti."
    assert "bu yıl = 2020" in told(text, dt.date(2020, 5, 4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fuar 22-25 Kasım'da açılacak. Fuar süresince 37 kişi çalışacak.",
            ["22-25 Kasım'da = XXXX-11-22/XXXX-11-25 (22, 25)", "Fuar süresince = XXXX-11-22/XXXX-11-25"],
        ),
        (
            "3-5 Mayıs 2024 tarihlerinde yapıldı. 2023'te yoktu. Kongresi boyunca 5 kişi konuştu.",
            [
                "3-5 Mayıs 2024 tarihlerinde = 2024-05-03/2024-05-05 (3, 5, 2024)",
                "2023'te = 2023 (2023)",
                "Kongresi boyunca = 2024-05-03/2024-05-05",
            ],
        ),
        ("Kampanya süresince fiyatlar düşecek.", ["Kampanya süresince = ?"]),
        ("22 Kasım'da açıldı. Fuar boyunca", ["22 Kasım'da = XXXX-11-22 (22)", "Fuar boyunca = ?"]),
        # no event, no stretch of time
        ("Yol boyunca 5 kişi durdu. Fuar için 3 kişi geldi.", []),
        ("Kafuar süresince", []),
    ],
)
def test_an_event_gives_its_days(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, None) == expected
