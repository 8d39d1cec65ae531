"""Parts of weeks, months and years, at other dates of the article and without one.

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
        ("Bu haftanın başında arttı.", ["Bu haftanın başında = 2024-06-10"]),
        ("Geçen haftanın cuması kapandı.", ["Geçen haftanın cuması = 2024-06-07"]),
        ("Bu haftanın pazarı oynanacak.", ["Bu haftanın pazarı = 2024-06-16"]),
        ("Haftanın sonunda artacak.", ["Haftanın sonunda = 2024-06-15/2024-06-16"]),
        ("Haftanın son gününde düştü.", ["Haftanın son gününde = 2024-06-16"]),
        ("Haftanın ilk gününde düştü.", ["Haftanın ilk gününde = 2024-06-10"]),
        ("Haftanın üçüncü gününde düştü.", ["Haftanın üçüncü gününde = 2024-06-12"]),
        ("Ayın sonunda artacak.", ["Ayın sonunda = 2024-06"]),
        ("Ayın ortasında arttı.", ["Ayın ortasında = 2024-06"]),
        ("Ay sonuna kadar artacak.", ["Ay sonuna kadar = ../2024-06"]),
        ("Ayın ilk haftasında arttı.", ["Ayın ilk haftasında = 2024-05-27/2024-06-02"]),
        ("Ayın son haftasında artacak.", ["Ayın son haftasında = 2024-06-24/2024-06-30"]),
        ("Ayın ikinci yarısında artacak.", ["Ayın ikinci yarısında = 2024-06-16/2024-06-30"]),
        ("Geçen ayın son pazartesisi düştü.", ["Geçen ayın son pazartesisi = 2024-05-27"]),
        ("Mart 2024'ün ikinci salısı toplandı.", ["Mart 2024'ün ikinci salısı = 2024-03-12 (2024)"]),
        ("Mart 2024'ün beşinci salısı toplandı.", ["Mart 2024'ün beşinci salısı = ? (2024)"]),
    ],
)
def test_weeks_and_months(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023'ün ilk pazartesisi açıldı.", ["2023'ün ilk pazartesisi = 2023-01-02 (2023)"]),
        ("2024'ün ikinci haftasında arttı.", ["2024'ün ikinci haftasında = 2024-01-08/2024-01-14 (2024)"]),
        ("2024'ün 10. haftasında arttı.", ["2024'ün 10. haftasında = 2024-03-04/2024-03-10 (2024)"]),
        ("2024'ün 53. haftasında arttı.", ["2024'ün 53. haftasında = 2024-12-30/2025-01-05 (2024)"]),
        ("2024'ün 54. haftasında arttı.", ["2024'ün 54. haftasında = ? (2024)"]),
        ("2024'ün 100. gününde arttı.", ["2024'ün 100. gününde = 2024-04-09 (2024)"]),
        ("2024'ün 366. gününde arttı.", ["2024'ün 366. gününde = 2024-12-31 (2024)"]),
        ("2024'ün 367. gününde arttı.", ["2024'ün 367. gününde = ? (2024)"]),
        ("2023 yılının üçüncü ayında arttı.", ["2023 yılının üçüncü ayında = 2023-03 (2023)"]),
        ("2023 yılının son ayında arttı.", ["2023 yılının son ayında = 2023-12 (2023)"]),
        ("2023 yılının 13. ayında arttı.", ["2023 yılının = 2023 (2023)"]),
        ("2023'ün son çeyreği", ["2023'ün son çeyreği = 2023-10/2023-12 (2023)"]),
        ("2023'ün son üç ayında arttı.", ["2023'ün son üç ayında … = 2023-10/2023-12 (2023)"]),
        ("2023'ün son 3 çeyreğinde arttı.", ["2023'ün son 3 çeyreğinde … = 2023-04/2023-12 (2023)"]),
        ("2023'ün ilk iki çeyreğinde arttı.", ["2023'ün ilk iki çeyreğinde … = 2023-01/2023-06 (2023)"]),
        ("2023'ün ilk 12 ayında arttı.", ["2023'ün ilk 12 ayında … = 2023-01/2023-12 (2023)"]),
        ("2023'ün dokuz ayında arttı.", ["2023'ün dokuz ayında … = 2023-01/2023-09 (2023)"]),
        ("2023'ün 9 aylık döneminde arttı.", ["2023'ün 9 aylık döneminde … = 2023-01/2023-09 (2023)"]),
        ("2023 yılı 6 aylık kârı", ["2023 yılı 6 aylık … = 2023-01/2023-06 (2023)"]),
        ("2023'ün ilk altı aylık bölümünde arttı.", ["2023'ün ilk altı aylık … = 2023-01/2023-06 (2023)"]),
        ("Yılın ilk yarısında arttı.", ["Yılın ilk yarısında = 2024-01/2024-06"]),
        ("Yılın ikinci yarısında artacak.", ["Yılın ikinci yarısında = 2024-07/2024-12"]),
        ("Yılın ikinci yarısında arttı.", ["Yılın ikinci yarısında = 2023-07/2023-12"]),
        ("Yılın son çeyreğinde arttı.", ["Yılın son çeyreğinde = 2023-10/2023-12"]),
        ("Yılın son çeyreğinde artacak.", ["Yılın son çeyreğinde = 2024-10/2024-12"]),
        ("İkinci yarıyılda arttı.", ["İkinci yarıyılda = 2023-07/2023-12"]),
        ("Birinci yarıyılda arttı.", ["Birinci yarıyılda = 2024-01/2024-06"]),
        ("Son çeyrekte arttı.", ["Son çeyrekte = 2024-01/2024-03"]),
        ("Son çeyrek 2023 kârı arttı.", ["Son çeyrek 2023 = 2023-10/2023-12 (2023)"]),
        ("Dördüncü çeyrek 2023'te arttı.", ["Dördüncü çeyrek 2023'te = 2023-10/2023-12 (2023)"]),
        ("4. çeyrekte artacak.", ["4. çeyrekte = 2024-10/2024-12"]),
        ("5. çeyrekte artacak.", []),
        ("1'inci çeyrekte arttı.", ["1'inci çeyrekte = 2024-01/2024-03"]),
        ("İkinci çeyrek yıl sonuçları arttı.", ["İkinci çeyrek yıl = 2024-04/2024-06"]),
        ("Bu çeyrekte arttı.", ["Bu çeyrekte = 2024-04/2024-06"]),
        ("Geçen çeyrekte arttı.", ["Geçen çeyrekte = 2024-01/2024-03"]),
        ("Gelecek çeyrek yıl için beklenti", ["Gelecek çeyrek yıl = 2024-07/2024-09"]),
        ("2023 yılı boyunca arttı.", ["2023 yılı boyunca = 2023 (2023)"]),
        ("2023 yılı içinde arttı.", ["2023 yılı içinde = 2023 (2023)"]),
        ("2023 yılı genelinde arttı.", ["2023 yılı genelinde = 2023 (2023)"]),
        ("2023 yılının tamamında arttı.", ["2023 yılının tamamında = 2023 (2023)"]),
        ("2023 başında arttı.", ["2023 başında = 2023-01 (2023)"]),
        ("2023 ortasında arttı.", ["2023 ortasında = 2023-06 (2023)"]),
        ("2023 yılının ortalarında arttı.", ["2023 yılının ortalarında = 2023-06 (2023)"]),
        ("2023 sonlarında arttı.", ["2023 sonlarında = 2023-12 (2023)"]),
        ("2023 yılı başından bu yana arttı.", ["2023 yılı başından bu yana = 2023-01/.. (2023)"]),
        ("Yılın başından beri arttı.", ["Yılın başından beri = 2024-01/.."]),
        ("Yıl başında arttı.", ["Yıl başında = 2024-01"]),
        ("Yıl ortasında arttı.", ["Yıl ortasında = 2024-06"]),
        ("Birkaç yıl boyunca arttı.", []),
        ("İkinci yılın sonunda bitecek.", []),
        ("15-20 yıl boyunca arttı.", []),
        ("Yılın ilk gününde açıldı.", ["Yılın ilk gününde = 2024-01-01"]),
        ("Bu yılın geri kalanında artacak.", ["Bu yılın geri kalanında = 2024-06-12/2024-12-31"]),
        ("Bu ay daha sonra açılacak.", ["Bu ay daha sonra = 2024-06-12/2024-06-30"]),
        ("Geçen ayın geri kalanında arttı.", ["Geçen ayın geri kalanında = ?"]),
        ("Yılın üçüncü çeyreğinde arttı.", ["Yılın üçüncü çeyreğinde = 2023-07/2023-09"]),
        (
            "Mart sonunda sona eren üç aylık dönemde arttı.",
            ["Mart sonunda sona eren üç aylık dönemde … = 2024-01/2024-03"],
        ),
        (
            "Haziran 2023'te sona eren 12 aylık dönemde arttı.",
            ["Haziran 2023'te sona eren 12 aylık dönemde … = 2022-07/2023-06 (2023)"],
        ),
        ("Ocak ayında sona eren 3 aylık dönemde arttı.", ["Ocak ayında sona eren 3 aylık dönemde … = 2023-11/2024-01"]),
        ("Eylül ayında biten altı aylık dönemde arttı.", ["Eylül ayında biten altı aylık dönemde … = 2023-04/2023-09"]),
    ],
)
def test_parts_of_years(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023 Mart'ta arttı.", ["2023 Mart'ta = 2023-03 (2023)"]),
        ("Geçen yıl mart ayında arttı.", ["Geçen yıl mart ayında = 2023-03"]),
        ("Geçen yıl mart-nisan döneminde", ["Geçen yıl mart-nisan döneminde = 2023-03/2023-04"]),
        ("Geçen yılın martında", ["Geçen yılın martında = 2023-03"]),
        ("2023 yılı mart-haziran döneminde arttı.", ["2023 yılı mart-haziran döneminde = 2023-03/2023-06 (2023)"]),
        ("2023 yılı kasım-ocak döneminde arttı.", ["2023 yılı kasım-ocak döneminde = 2023-11/2024-01 (2023)"]),
        ("2023 Mart-Nisan", ["2023 Mart-Nisan = 2023-03/2023-04 (2023)"]),
        ("2023 yılı ise Mart ayında", ["2023 yılı ise Mart ayında = 2023-03 (2023)"]),
        ("2023 yılının hemen sonunda", ["2023 yılının hemen sonunda = 2023-12 (2023)"]),
        ("29 Ekim Cumhuriyet Bayramı'nda", ["29 Ekim Cumhuriyet Bayramı'nda = 2024-10-29 (29)"]),
        ("2023'ün haftası", ["2023'ün = 2023 (2023)"]),
        ("Mart 2023'ün 15'inde", ["Mart 2023'ün 15'inde = 2023-03-15 (2023, 15)"]),
        ("Mart 2023'ün 15'i", ["Mart 2023'ün 15'i = 2023-03-15 (2023, 15)"]),
        ("Mart 2023'ün 15", ["Mart 2023'ün = 2023-03 (2023)"]),
        ("Mart 2023'ün 32'sinde", ["Mart 2023'ün = 2023-03 (2023)"]),
        ("Şubat 2023'ün 29'unda", ["Şubat 2023'ün = 2023-02 (2023)"]),
        ("Mart'ın 15. günü", ["Mart'ın 15. günü = 2024-03-15"]),
        ("Mart'ın 15 gününde", ["Mart'ın 15 gününde = 2024-03-15 (15)"]),
        ("Mart'ın üçünde", ["Mart'ın üçünde = 2024-03-03 (üçünde)"]),
        ("Mart'ın onunda", ["Mart'ın onunda = 2024-03-10 (onunda)"]),
        ("Mart'ın 5'inden 10'una", ["Mart'ın 5'inden 10'una = 2024-03-05/2024-03-10 (5, 10)"]),
        ("Mart'ın 5'inden 3'üne", ["Mart'ın 5'inden = 2024-03-05 (5)"]),
        ("Mart'ın 5'iyle 10'u arası", ["Mart'ın 5'iyle 10'u arası = 2024-03-05/2024-03-10 (5, 10)"]),
        ("Mart'ın 5 ve 6'sında", ["Mart'ın 5 ve 6'sında = 2024-03-05/2024-03-06 (5, 6)"]),
        ("Mart'ın 5 ve 7'sinde", ["Mart'ın = 2024-03"]),
        ("Ayın 5'inden 35'ine kadar", ["Ayın 5'inden = 2024-06-05 (5)"]),
        ("Ayın 20'sinde gelecek.", ["Ayın 20'sinde = 2024-06-20 (20)"]),
        ("Ayın onunda geldi.", ["Ayın onunda = 2024-06-10 (onunda)"]),
        ("Haftanın 3'ünde", []),
        ("Yılın 15'inde", []),
        ("15 Mart 2023 tarihi", ["15 Mart 2023 tarihi = 2023-03-15 (15, 2023)"]),
        ("15 Mart 2023 tarihli", ["15 Mart 2023 = 2023-03-15 (15, 2023)"]),
        ("15 Mart 2023 dönemi", ["15 Mart 2023 dönemi = 2023-03-15 (15, 2023)"]),
        ("15 Mart 2023 yılı", ["15 Mart 2023 = 2023-03-15 (15, 2023)"]),
        ("Mart 2023 yılı", ["Mart 2023 = 2023-03 (2023)"]),
        ("2023 ayı", ["2023 = 2023 (2023)"]),
        ("2023 sezonu", ["2023 sezonu = 2023 (2023)"]),
        ("2023 döneminde", ["2023 döneminde = 2023 (2023)"]),
        ("90'lı yıllar döneminde", ["90'lı yıllar döneminde = 1990/1999 (90)"]),
        ("Mart dönemi ayında", ["Mart dönemi ayında = 2024-03"]),
        ("Mart ayı dönemi", ["Mart ayı dönemi = 2024-03"]),
    ],
)
def test_what_follows_a_period(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected
