"""Years, decades, centuries, clock times and holidays.

A phrase is written with its value, "?" where it has none; «…» marks a length, brackets the numbers that it takes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Told = Callable[[str, dt.date | None], list[str]]
NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("999'da kuruldu.", []),
        ("1000'de kuruldu.", ["1000'de = 1000 (1000)"]),
        ("2199'da biter.", ["2199'da = 2199 (2199)"]),
        ("2200'de biter.", []),
        ("1899'da kuruldu.", ["1899'da = 1899 (1899)"]),
        ("1899 yılında kuruldu.", ["1899 yılında = 1899 (1899)"]),
        ("1899 nüfus", []),
        ("2024 hedefleri", ["2024 = 2024 (2024)"]),
        ("2024 bütçesi", ["2024 = 2024 (2024)"]),
        ("2000 hedefleri", []),
        ("2000 Hedefleri", ["2000 = 2000 (2000)"]),
        ("1950 model", []),
        ("Yüzde 2024 arttı.", []),
        ("No: 2024", []),
        ("2024 - sonuçlar", ["2024 = 2024 (2024)"]),
        ("2024 yılları", ["2024 yılları = 2024 (2024)"]),
        ("2024'ü aşkın", []),
        ("2024'den fazla", []),
        ("2024'e göre", ["2024'e = 2024 (2024)"]),
        ("2024'ün hedefi", ["2024'ün = 2024 (2024)"]),
        ("2024'ler", []),
        ("1994'ler", []),
        ("2020'ler", ["2020'ler = 2020/2029 (2020)"]),
        ("2000'li yıllarda", ["2000'li yıllarda = 2000/2009 (2000)"]),
        ("2000'lerde", ["2000'lerde = 2000/2009 (2000)"]),
        ("1800'lerde", ["1800'lerde = 1800/1899 (1800)"]),
        ("1800'lü yıllarda", ["1800'lü yıllarda = 1800/1899 (1800)"]),
        ("1900'lerin başında", ["1900'lerin başında = 190X (1900)"]),
        ("1900'lü yıllarda", ["1900'lü yıllarda = 1900/1909 (1900)"]),
        ("1990'larda", ["1990'larda = 1990/1999 (1990)"]),
        ("1990'lardan beri", ["1990'lardan beri = 1990/.. (1990)"]),
        ("1990'ların ortasında", ["1990'ların ortasında = 199X (1990)"]),
        ("1990'lara kadar", ["1990'lara kadar = ../1999 (1990)"]),
        ("1990'lı yıllara kadar", ["1990'lı yıllara kadar = ../1999 (1990)"]),
        ("1990'lı yıllar", ["1990'lı yıllar = 1990/1999 (1990)"]),
        ("1990'lı modeller", []),
        ("2090'lar", ["2090'lar = 2090/2099 (2090)"]),
        ("2100'ler", []),
        ("20'li yıllar", ["20'li yıllar = 2020/2029 (20)"]),
        ("30'lu yıllar", ["30'lu yıllar = 1930/1939 (30)"]),
        ("10'lu yıllarda", ["10'lu yıllarda = 2010/2019 (10)"]),
        ("15'li yıllarda", []),
        ("80'lerde", []),
        ("80'lerin sonunda", ["80'lerin sonunda = 198X (80)"]),
        ("80'li yaşlarda", []),
        ("Yetmişli yıllarda", ["Yetmişli yıllarda = 1970/1979 (Yetmişli)"]),
        ("Yirmili yıllarda", ["Yirmili yıllarda = 2020/2029 (Yirmili)"]),
        ("Ellili yaşlarda", []),
        ("2019-2023 arasında", ["2019-2023 arasında = 2019/2023 (2019, 2023)"]),
        ("2019-18 sezonu", ["2019 = 2019 (2019)"]),
        ("2019-20 sezonu", ["2019-20 sezonu = 2019/2020 (2019, 20)"]),
        ("2019/20 sezonu", ["2019/20 sezonu = 2019/2020 (2019, 20)"]),
        ("2019/21 sezonu", ["2019/21 sezonu = 2019/2021 (2019, 21)"]),
        ("2019/2023 yılları", ["2019/2023 yılları = 2019/2023 (2019, 2023)"]),
        ("2019/2023 sezonu", ["2019/2023 sezonu = 2019/2023 (2019, 2023)"]),
        ("2019-2023'te", ["2019-2023'te = 2019/2023 (2019, 2023)"]),
        ("2019-2600", ["2019 = 2019 (2019)"]),
        ("1500-1999 yılları", ["1500-1999 yılları = 1500/1999 (1500, 1999)"]),
        ("1500-2100 yılları", []),
        ("2011-2012-2013", ["2011-2012-2013 = 2011/2013 (2011, 2012, 2013)"]),
        ("2011-2012-2013'te", ["2011-2012-2013'te = 2011/2013 (2011, 2012, 2013)"]),
        ("2011-2012-2014 yılları", ["2011 = 2011 (2011)"]),
        ("2011-2012-2013-2014 yılları", ["2011-2012-2013-2014 yılları = 2011/2014 (2011, 2012, 2013, 2014)"]),
        ("1Ç2020", ["1Ç2020 = 2020-01/2020-03 (1Ç2020)"]),
        ("4Ç11'de", ["4Ç11'de = 2011-10/2011-12 (4Ç11)"]),
        ("5Ç2020", []),
        ("9A2019", ["9A2019 = 2019-01/2019-09 (9A2019)"]),
        ("6A2019'da", ["6A2019'da = 2019-01/2019-06 (6A2019)"]),
        ("7A2019", []),
        ("12A20", ["12A20 = 2020-01/2020-12 (12A20)"]),
        ("21. yüzyılda", ["21. yüzyılda … = 2001/2100"]),
        ("22. yüzyılda", []),
        ("0. yüzyılda", []),
        ("18'inci yüzyıl", ["18'inci yüzyıl … = 1701/1800"]),
        ("Yirminci asrın sonu", ["Yirminci asrın sonu … = 1901/2000"]),
        ("İkinci yüzyılda", ["İkinci yüzyılda … = 0101/0200"]),
        ("18 yüzyılda", []),
        ("V. yüzyıl", ["V. yüzyıl … = 0401/0500"]),
        ("XVI. yüzyılın ortası", ["XVI. yüzyılın ortası … = 1501/1600"]),
        ("IV. asırda", ["IV. asırda … = 0301/0400"]),
        ("XXV. yüzyılda", []),
    ],
)
def test_years_decades_and_centuries(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saat 9'da", ["saat 9'da = 2024-06-12T09:00 (9)"]),
        ("saat 9 gibi", []),
        ("saat 10.30", ["saat 10.30 = 2024-06-12T10:30 (10.30)"]),
        ("saat 25'te", []),
        ("saat 10.30-12.00", ["saat 10.30-12.00 = 2024-06-12T10:30/2024-06-12T12:00 (10.30, 12.00)"]),
        ("saat 10 ile 12 arasında", []),
        (
            "saat 10.00 ile 12.00 arasında",
            ["saat 10.00 ile 12.00 arasında = 2024-06-12T10:00/2024-06-12T12:00 (10.00, 12.00)"],
        ),
        ("saat 9 sularında", ["saat 9 = 2024-06-12T09:00 (9)"]),
        ("saat 9.5", []),
        ("saat 10.75", []),
        ("saat 10.30.15", []),
        ("10.30'da", ["10.30'da = 2024-06-12T10:30 (10.30)"]),
        ("10.30 itibarıyla", ["10.30 itibarıyla = 2024-06-12T10:30 (10.30)"]),
        ("10:30", ["10:30 = 2024-06-12T10:30 (10:30)"]),
        ("10:30-12:30", ["10:30-12:30 = 2024-06-12T10:30/2024-06-12T12:30 (10:30, 12:30)"]),
        ("10:30'dan sonra", ["10:30'dan sonra = 2024-06-12T10:30/.. (10:30)"]),
        ("10.30 oranı", []),
        (
            "Saat 10.30'dan 12.00'ye kadar kapalı.",
            ["Saat 10.30'dan 12.00'ye kadar = 2024-06-12T10:30/2024-06-12T12:00 (10.30, 12.00)"],
        ),
        ("saat 9'dan 17'ye", ["saat 9'dan 17'ye = 2024-06-12T09:00/2024-06-12T17:00 (9, 17)"]),
        ("Saat 9'dan 12 kişiye", ["Saat 9'dan = 2024-06-12T09:00 (9)"]),
        (
            "Saat 22.00'den 24.00'e kadar",
            ["Saat 22.00'den 24.00'e kadar = 2024-06-12T22:00/2024-06-13T00:00 (22.00, 24.00)"],
        ),
        ("Saat 24.00'te bitti.", ["Saat 24.00'te = 2024-06-13T00:00 (24.00)"]),
        ("Saat 24'te bitti.", ["Saat 24'te = 2024-06-13T00:00 (24)"]),
        ("saat 24.30'da", []),
        (
            "3 Mart 2023'te 10.30'da geldi.",
            ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "10.30'da = 2023-03-03T10:30 (10.30)"],
        ),
        (
            "3 Mart 2023'te saat 10.30'da geldi.",
            ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "saat 10.30'da = 2023-03-03T10:30 (10.30)"],
        ),
        ("3 saat 10 dakika", []),
        ("üç saat 10 dakika", []),
        ("TSİ 15.00'te", ["TSİ 15.00'te = 2024-06-12T15:00 (15.00)"]),
        ("Saatler 15.00'i gösterdi.", ["Saatler 15.00'i = 2024-06-12T15:00 (15.00)"]),
        ("sabah 9'da", ["sabah 9'da = 2024-06-12T09:00 (9)"]),
        ("sabah saat 9'da", ["sabah saat 9'da = 2024-06-12T09:00 (9)"]),
        ("sabah saat 09.30'da", ["sabah saat 09.30'da = 2024-06-12T09:30 (09.30)"]),
        ("akşam 8'de", ["akşam 8'de = 2024-06-12T20:00 (8)"]),
        ("akşam saat 20.30'da", ["akşam saat 20.30'da = 2024-06-12T20:30 (20.30)"]),
        ("gece 2'de", ["gece 2'de = 2024-06-12T02:00 (2)"]),
        ("gece 23.30'da", ["gece 23.30'da = 2024-06-12T23:30 (23.30)"]),
        ("öğleden sonra 3'te", ["öğleden sonra 3'te = 2024-06-12T15:00 (3)"]),
        ("öğleden sonra saat 15.00'te", ["öğleden sonra saat 15.00'te = 2024-06-12T15:00 (15.00)"]),
        ("sabaha karşı 4'te", ["sabaha karşı 4'te = 2024-06-12T04:00 (4)"]),
        ("akşam 8 kişi", []),
        ("sabah 9 gibi", []),
        ("dün sabah", ["dün sabah = 2024-06-11"]),
        ("dün gece", ["dün gece = 2024-06-11"]),
        ("bu sabah", ["bu sabah = 2024-06-12"]),
        ("yarın sabah 9'da", ["yarın sabah = 2024-06-13"]),
        ("3 Mart akşamı", ["3 Mart akşamı = 2024-03-03 (3)"]),
        ("3 Mart sabah saatlerinde", ["3 Mart sabah saatlerinde = 2024-03-03 (3)"]),
    ],
)
def test_clock_times(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yılbaşında açılacak.", ["Yılbaşında = 2025-01-01"]),
        ("Yılbaşında kapandı.", ["Yılbaşında = 2024-01-01"]),
        ("Yılbaşı gecesi kutlandı.", ["Yılbaşı gecesi = 2023-12-31"]),
        ("Noel'de kapanacak.", ["Noel'de = 2024-12-25"]),
        ("Sevgililer Günü'nde arttı.", ["Sevgililer Günü'nde = 2024-02-14"]),
        ("19 Mayıs Gençlik ve Spor Bayramı'nda açıldı.", ["19 Mayıs Gençlik ve Spor Bayramı'nda = 2024-05-19 (19)"]),
        ("30 Ağustos Zafer Bayramı'nda açıldı.", ["30 Ağustos Zafer Bayramı'nda = 2023-08-30 (30)"]),
        ("Zafer Bayramı'nda açılacak.", ["Zafer Bayramı'nda = 2024-08-30"]),
        ("Zafer Bayramı 2020 töreni", ["Zafer Bayramı 2020 = 2020-08-30 (2020)"]),
        ("Zafer Bayramı 2020 kişi", ["Zafer Bayramı = 2024-08-30"]),
        ("Babalar Günü'nde arttı.", ["Babalar Günü'nde = 2023-06-18"]),
        ("Babalar Günü geldi.", ["Babalar Günü = 2023-06-18"]),
        ("Anneler Günü için", ["Anneler Günü = 2025-05-11"]),
        ("2023 Babalar Günü'nde arttı.", ["2023 Babalar Günü'nde = 2023-06-18 (2023)"]),
        ("2022 Anneler Günü'nde arttı.", ["2022 Anneler Günü'nde = 2022-05-08 (2022)"]),
        ("Şükran Günü'nde arttı.", ["Şükran Günü'nde = 2023-11-23"]),
        ("2023 Şükran Günü'nde arttı.", ["2023 Şükran Günü'nde = 2023-11-23 (2023)"]),
        ("Ramazan Bayramı'nda arttı.", ["Ramazan Bayramı'nda = 2024-04-10"]),
        ("Ramazan Bayramı'nda artacak.", ["Ramazan Bayramı'nda = 2025-03-30"]),
        ("Kurban Bayramı'nda artacak.", ["Kurban Bayramı'nda = 2024-06-16"]),
        ("Kurban Bayramı'nda arttı.", ["Kurban Bayramı'nda = 2023-06-28"]),
        ("Kurban Bayramı arifesinde artacak.", ["Kurban Bayramı arifesinde = 2024-06-15"]),
        ("Ramazan Bayramı tatili", ["Ramazan Bayramı = 2025-03-30"]),
        ("Kurban Bayramı tatili", ["Kurban Bayramı = 2024-06-16"]),
        ("2023 Kurban Bayramı'nda arttı.", ["2023 Kurban Bayramı'nda = 2023-06-28 (2023)"]),
        ("2023 Ramazan Bayramı arifesinde", ["2023 Ramazan Bayramı arifesinde = 2023-04-20 (2023)"]),
        ("2023 Ramazan ayında arttı.", ["2023 Ramazan ayında = 2023-03-23/2023-04-20 (2023)"]),
        ("Ramazan ayında arttı.", ["Ramazan ayında = 2024-03-11/2024-04-09"]),
        ("2022 Muharrem ayı", ["2022 Muharrem ayı = 2022-07-30/2022-08-27 (2022)"]),
        ("Aşure Günü'nde dağıtıldı.", ["Aşure Günü'nde = 2023-07-28"]),
        ("1920 Kurban Bayramı", ["1920 Kurban Bayramı = ? (1920)"]),
        ("2080 Kurban Bayramı", ["2080 Kurban Bayramı = ? (2080)"]),
        ("Nevruz Bayramı haftasında", ["Nevruz Bayramı haftasında = 2025-03-17/2025-03-23"]),
        ("Kurban Bayramı'nın üçüncü gününde", ["Kurban Bayramı'nın üçüncü gününde = 2024-06-18"]),
        ("Kurban Bayramı'nın ilk gününde", ["Kurban Bayramı'nın ilk gününde = 2024-06-16"]),
        ("Kurban Bayramı'nın son gününde", ["Kurban Bayramı'nın son gününde = ?"]),
        ("Cumhuriyet Bayramı'nın kutlanması", ["Cumhuriyet Bayramı'nın = 2024-10-29"]),
    ],
)
def test_holidays(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramazan Bayramı coşkusu", ["Ramazan Bayramı = 2024-04-10"]),
        ("Ulusal Egemenlik ve Çocuk Bayramı etkinlikleri", ["Ulusal Egemenlik ve Çocuk Bayramı = 2024-04-23"]),
    ],
)
def test_holidays_on_2024_04_20(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 4, 20)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramazan Bayramı coşkusu", ["Ramazan Bayramı = 2025-03-30"]),
    ],
)
def test_holidays_on_2024_05_25(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 5, 25)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yılbaşı kutlamaları", ["Yılbaşı = 2024-01-01"]),
    ],
)
def test_holidays_on_2024_01_03(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, dt.date(2024, 1, 3)) == expected
