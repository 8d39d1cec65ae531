"""Dates in digits and words, stretches from one date to another, and open sides.

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
        ("3.3.24 tarihinde imzalandı.", ["3.3.24 tarihinde = 2024-03-03 (3.3.24)"]),
        ("03.03.69'da doğdu.", ["03.03.69'da = 2069-03-03 (03.03.69)"]),
        ("03.03.70'te doğdu.", ["03.03.70'te = 1970-03-03 (03.03.70)"]),
        ("5-3-24 kodu", []),
        ("31.04.2024 tarihinde", []),
        ("29.02.2023'te", []),
        ("29.02.2024'te", ["29.02.2024'te = 2024-02-29 (29.02.2024)"]),
        ("2024/03/05 tarihli yazı", ["2024/03/05 = 2024-03-05 (2024/03/05)"]),
        ("2024.03.05 tarihli yazı", ["2024.03.05 = 2024-03-05 (2024.03.05)"]),
        ("5-Mar-2024 günü", ["5-Mar-2024 günü = 2024-03-05 (5-Mar-2024)"]),
        ("2020/Eyl/23 günlü belge", ["2020/Eyl/23 = 2020-09-23 (2020/Eyl/23)"]),
        ("23/Xyz/2020 günlü belge", []),
        ("03.03.2024.5 sürümü", []),
        (
            "12.12.2012-14.12.2012 arasında",
            ["12.12.2012-14.12.2012 arasında = 2012-12-12/2012-12-14 (12.12.2012, 14.12.2012)"],
        ),
        ("28/2-1/3 tarihleri", ["28/2-1/3 tarihleri = 2024-02-28/2024-03-01 (28/2, 1/3)"]),
        ("3/4-5/6 oranları", []),
        ("31/10-15/11 tarihleri", ["31/10-15/11 tarihleri = 2024-10-31/2024-11-15 (31/10, 15/11)"]),
        ("25/10'dan 35/01'e", []),
        ("23/abc/2020'de geldi.", []),
        ("25/10'dan 25/11'e kadar", ["25/10'dan 25/11'e kadar = 2024-10-25/2024-11-25 (25/10, 25/11)"]),
    ],
)
def test_dates_in_digits(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("temmuz 18 cuma", ["temmuz 18 cuma = 2025-07-18 (18)"]),
        ("mart üç 2015 pazartesi", ["mart üç 2015 pazartesi = 2015-03-03 (üç, 2015)"]),
        ("Mart 8!", ["Mart 8 = 2024-03-08 (8)"]),
        ("Mart 8 bin", ["Mart = 2024-03"]),
        ("Mart 32", ["Mart = 2024-03"]),
        ("Nisan 31'de", ["Nisan = 2024-04"]),
        ("Mart 1453'te alındı.", ["Mart 1453'te = 1453-03 (1453)"]),
        ("Mart 2250'de", ["Mart = 2024-03"]),
        ("Mart 2000 kişi", ["Mart = 2024-03"]),
        ("3 Mart 2000 kişi geldi.", ["3 Mart = 2024-03-03 (3)"]),
        ("3 Mart 2023 Cuma günü geldi.", ["3 Mart 2023 Cuma günü = 2023-03-03 (3, 2023)"]),
        ("3 Mart, Pazar günü geldi.", ["3 Mart, Pazar günü = 2024-03-03 (3)"]),
        ("5 Mart Pazar günü geldi.", ["5 Mart Pazar günü = 2023-03-05 (5)"]),
        ("29 Şubat Cumartesi günü geldi.", ["29 Şubat Cumartesi günü = 2020-02-29 (29)"]),
        ("3 Martlar", []),
        ("3 Martın kutlaması", ["3 Martın = 2024-03-03 (3)"]),
        ("3 Martta geldi.", ["3 Martta = 2024-03-03 (3)"]),
        ("31 Nisan'da geldi.", ["Nisan'da = 2024-04"]),
        ("30 Nisan'da geldi.", ["30 Nisan'da = 2024-04-30 (30)"]),
        ("0 Mart'ta geldi.", ["Mart'ta = 2024-03"]),
        ("32 Mart'ta geldi.", ["Mart'ta = 2024-03"]),
        ("1 ile 5 Mart arasında geldi.", ["1 ile 5 Mart arasında = 2024-03-01/2024-03-05 (1, 5)"]),
        ("1 ila 5 Mart 2023 arasında geldi.", ["1 ila 5 Mart 2023 arasında = 2023-03-01/2023-03-05 (1, 5, 2023)"]),
        ("3 veya 4 Mart 2023'te gelecek.", ["3 = 2023-03-03 (3)", "4 Mart 2023'te = 2023-03-04 (4, 2023)"]),
        ("3 ya da 4 Mart'ta gelecek.", ["3 = 2025-03-03 (3)", "4 Mart'ta = 2025-03-04 (4)"]),
        (
            "3, 4, 5 ve 6 Mart 2023'te geldi.",
            ["3 = 2023-03-03 (3)", "4 = 2023-03-04 (4)", "5 = 2023-03-05 (5)", "6 Mart 2023'te = 2023-03-06 (6, 2023)"],
        ),
        ("31 ve 3 Şubat 2023'te geldi.", ["3 Şubat 2023'te = 2023-02-03 (3, 2023)"]),
        ("6 Şubat depremleri sonrası", ["6 Şubat = 2023-02-06 (6)"]),
        ("6 Şubat'ta deprem oldu.", ["6 Şubat'ta = 2024-02-06 (6)"]),
        ("17 Ağustos depremi", ["17 Ağustos = 1999-08-17 (17)"]),
        ("12 Eylül darbesi", ["12 Eylül = 1980-09-12 (12)"]),
        ("28 Şubat süreci", ["28 Şubat = 1997-02-28 (28)"]),
        ("11 Eylül saldırıları", ["11 Eylül = 2001-09-11 (11)"]),
        ("Üç Mart'ta geldi.", ["Üç Mart'ta = 2024-03-03 (Üç)"]),
        ("Bir Mart tezkeresi", ["Mart = 2024-03"]),
        ("Yirmi üç Nisan'da kutlandı.", ["Yirmi üç Nisan'da = 2024-04-23 (Yirmi üç)"]),
        ("Yirmi Mart'ta geldi.", ["Yirmi Mart'ta = 2024-03-20 (Yirmi)"]),
        ("Otuz bir Aralık'ta bitecek.", ["Otuz bir Aralık'ta = 2024-12-31 (Otuz bir)"]),
        ("yirmidokuz Ekim'de", ["yirmidokuz Ekim'de = 2024-10-29 (yirmidokuz)"]),
    ],
)
def test_days_and_months(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ocak-Mart 2023", ["Ocak-Mart 2023 = 2023-01/2023-03 (2023)"]),
        ("Ocak ile Mart arasında arttı.", ["Ocak ile Mart arasında = 2024-01/2024-03"]),
        ("Ocak – Mart 2023 döneminde", ["Ocak – Mart 2023 döneminde = 2023-01/2023-03 (2023)"]),
        ("Kasım-Ocak döneminde artacak.", ["Kasım-Ocak döneminde = 2024-11/2025-01"]),
        ("Oca 2023", ["Oca 2023 = 2023-01 (2023)"]),
        ("Oca ayında", []),
        ("15 Oca'da", ["15 Oca'da = 2024-01-15 (15)"]),
        ("Mart-Nisan'da arttı.", ["Mart-Nisan'da = 2024-03/2024-04"]),
        ("Mart'ta-Nisan", ["Mart'ta = 2024-03", "Nisan = 2024-04"]),
        ("Mart 2023-Nisan 2024 arasında", ["Mart 2023-Nisan 2024 arasında = 2023-03/2024-04 (2023, 2024)"]),
        ("Mart 2023'ten Nisan 2024'e kadar", ["Mart 2023'ten Nisan 2024'e kadar = 2023-03/2024-04 (2023, 2024)"]),
        ("3 Mart - 5 Nisan 2023 arasında", ["3 Mart - 5 Nisan 2023 arasında = 2023-03-03/2023-04-05 (3, 5, 2023)"]),
        ("3 Mart 2023 - 5 Nisan 2023", ["3 Mart 2023 - 5 Nisan 2023 = 2023-03-03/2023-04-05 (3, 2023, 5, 2023)"]),
        ("3 Mart'tan 5 Nisan'a dek", ["3 Mart'tan 5 Nisan'a dek = 2024-03-03/2024-04-05 (3, 5)"]),
        ("2019'dan 2023'e kadar", ["2019'dan 2023'e kadar = 2019/2023 (2019, 2023)"]),
        ("2019'dan bugüne", ["2019'dan bugüne = 2019/.. (2019)"]),
        ("2019'dan bugüne kadar arttı.", ["2019'dan bugüne kadar = 2019/.. (2019)"]),
        ("2019'dan beri", ["2019'dan beri = 2019/.. (2019)"]),
        ("2019'dan itibaren", ["2019'dan itibaren = 2019/.. (2019)"]),
        ("2030'dan itibaren geçerli olacak.", ["2030'dan itibaren = 2030/.. (2030)"]),
        ("2019'dan önce", ["2019'dan önce = ../2019 (2019)"]),
        ("2019'dan önceki dönemde", ["2019'dan önceki = ../2019 (2019)"]),
        ("2019'dan sonra", ["2019'dan sonra = 2019/.. (2019)"]),
        ("2019'dan sonraki yıl", ["2019'dan sonraki yıl = 2020 (2019)"]),
        ("2019 yılından önceki yıl", ["2019 yılından önceki yıl = 2018 (2019)"]),
        ("Mart ayından sonraki ay", ["Mart ayından sonraki ay = 2024-04"]),
        ("Geçen haftadan önceki hafta", ["Geçen haftadan önceki hafta = 2024-05-27/2024-06-02"]),
        ("3 Mart'tan sonraki gün", ["3 Mart'tan sonraki gün = 2024-03-04 (3)"]),
        ("15 Aralık'tan bu yana yağıyor.", ["15 Aralık'tan bu yana = 2023-12-15/.. (15)"]),
        ("15 Aralık'tan itibaren yağacak.", ["15 Aralık'tan itibaren = 2024-12-15/.. (15)"]),
        ("1 Mayıs'a kadar sürecek.", ["1 Mayıs'a kadar = ../2025-05-01 (1)"]),
        ("1 Mayıs'a kadar sürdü.", ["1 Mayıs'a kadar = ../2024-05-01 (1)"]),
        ("1 Eylül'e kadar sürecek.", ["1 Eylül'e kadar = ../2024-09-01 (1)"]),
        ("Kasım öncesinde", ["Kasım öncesinde = ../2024-11"]),
        ("Kasım sonrasında", ["Kasım sonrasında = 2023-11/.."]),
        ("2018 sonrasında", ["2018 sonrasında = 2018/.. (2018)"]),
        ("2018 öncesi", ["2018 öncesi = ../2018 (2018)"]),
        ("15 Mart öncesinde geldi.", ["15 Mart öncesinde = ../2024-03-15 (15)"]),
        ("15 Mart sonrasında geldi.", ["15 Mart sonrasında = 2024-03-15/.. (15)"]),
        ("Geçen yıl öncesinde", ["Geçen yıl öncesinde = ../2023"]),
        ("2019 ile 2023", ["2019 = 2019 (2019)", "2023 = 2023 (2023)"]),
        ("2019 ile 2023 yılları arasında", ["2019 ile 2023 yılları arasında = 2019/2023 (2019, 2023)"]),
        ("Mart ile Mayıs ayları arasında", ["Mart ile Mayıs ayları arasında = 2024-03/2024-05"]),
        (
            "3 Mart ile 5 Mart tarihleri arasında",
            ["3 Mart ile 5 Mart tarihleri arasında = 2024-03-03/2024-03-05 (3, 5)"],
        ),
        ("1990'lardan 2010'lara", ["1990'lardan 2010'lara = 1990/2019 (1990, 2010)"]),
        ("90'lardan 2000'lere kadar", ["90'lardan 2000'lere kadar = 1990/2009 (90, 2000)"]),
    ],
)
def test_stretches_and_open_sides(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kömür ocağı açıldı. Ocak ayında arttı.", ["Ocak ayında = 2024-01"]),
        ("Sağlık ocak sayısı", []),
        ("Ülkü Ocakları açıkladı.", []),
        ("Taş ocak işletmesi", []),
        ("Ocak başkanı geldi.", []),
        ("Buğday ekimi başladı. ekim ayında arttı.", ["ekim ayında = 2023-10"]),
        ("ekim başladı.", []),
        ("Ekim başladı.", []),
        ("ekim hazırlığı", []),
        ("5 ekimde", ["5 ekimde = 2024-10-05 (5)"]),
        ("mısır ekim alanı", []),
        ("Bir aralık bırak", []),
        ("bir aralık kaldı", []),
        ("Aralık kapı", []),
        ("Aralık verileri", []),
        ("aralıkta arttı.", ["aralıkta = 2023-12"]),
        ("fiyat aralık", []),
        ("ocakta arttı.", ["ocakta = 2024-01"]),
        ("Ocakta arttı.", ["Ocakta = 2024-01"]),
        ("ocağa kadar sürecek.", ["ocağa kadar = ../2025-01"]),
        ("Ocağa kadar sürecek.", ["Ocağa kadar = ../2025-01"]),
        ("Eylül Demir konuştu.", []),
        ("Şirket Ekim ayında", ["Ekim ayında = 2024-10"]),
        ("Geldi. Ekim verileri", ["Ekim = 2024-10"]),
        ("Ünlü Eylül, geldi.", ["Eylül = 2023-09"]),
        ("EYLÜL VERİLERİ ARTTI", ["EYLÜL = 2023-09"]),
        ("Türkiye'de Nisan verileri", ["Nisan = 2024-04"]),
        ("Merkez Bankası Nisan Toplantısı", []),
        ("Başkan Mart geldi.", ["Mart = 2024-03"]),
        ("Nisan sonunda", ["Nisan sonunda = 2024-04"]),
        ("Kasım Mart", ["Kasım = 2024-11", "Mart = 2024-03"]),
        ("Mart", ["Mart = 2024-03"]),
        ("Mart'ın", ["Mart'ın = 2024-03"]),
        ("3 Mart", ["3 Mart = 2024-03-03 (3)"]),
    ],
)
def test_months_that_are_common_words(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected
