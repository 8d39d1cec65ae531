"""Times counted from the article: lengths, distances, weekdays, and what points back or ahead.

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
        ("Son 2 haftada arttı.", ["Son 2 haftada … = 2024-05-29/2024-06-11"]),
        ("Son bir haftada arttı.", ["Son bir haftada … = 2024-06-05/2024-06-11"]),
        ("Önümüzdeki 2 haftada artacak.", ["Önümüzdeki 2 haftada … = 2024-06-13/2024-06-26"]),
        ("Önümüzdeki 3 ayda artacak.", ["Önümüzdeki 3 ayda … = 2024-06-13/2024-09-12"]),
        ("Son üç ayda arttı.", ["Son üç ayda … = 2024-03-12/2024-06-11"]),
        ("Son 2 çeyrekte arttı.", ["Son 2 çeyrekte … = 2023-12-12/2024-06-11"]),
        ("Gelecek iki çeyrekte artacak.", ["Gelecek iki çeyrekte … = 2024-06-13/2024-12-12"]),
        ("Son 36 saatte arttı.", ["Son 36 saatte … = 2024-06-10/2024-06-12"]),
        ("Önümüzdeki 48 saatte yağacak.", ["Önümüzdeki 48 saatte … = 2024-06-12/2024-06-14"]),
        ("Önümüzdeki 5 yılda artacak.", ["Önümüzdeki 5 yılda … = 2024/2029"]),
        ("Son 10 dakikada arttı.", ["Son 10 dakikada … = ?"]),
        ("Son 30 saniyede arttı.", ["Son 30 saniyede … = ?"]),
        ("Geçen iki ayda arttı.", ["Geçen iki ayda … = 2024-04-12/2024-06-11"]),
        ("Geçtiğimiz 5 yılda arttı.", ["Geçtiğimiz 5 yılda … = 2019/2024"]),
        ("Son 6 aylık dönemde arttı.", ["Son 6 aylık dönemde … = 2023-12-12/2024-06-11"]),
        ("Son 10 yıllık süreçte arttı.", ["Son 10 yıllık süreçte … = 2014/2024"]),
        ("Son 12 aylık dönemlerde arttı.", []),
        ("Son 10000 yılda arttı.", []),
        ("Son 0 yılda arttı.", []),
        ("Son 7 günlük dönemde arttı.", ["Son 7 günlük dönemde … = 2024-06-05/2024-06-11"]),
        ("Son 2 haftalık sürede arttı.", ["Son 2 haftalık … = 2024-05-29/2024-06-11"]),
        ("Sonraki 3 günde yağacak.", ["Sonraki 3 günde … = 2024-06-13/2024-06-15"]),
        ("Sonraki 3 günde yağdı.", ["Sonraki 3 günde … = ?"]),
        ("Önceki 3 günde yağdı.", ["Önceki 3 günde … = ?"]),
        ("İki hafta önce geldi.", ["İki hafta önce … = 2024-05-29"]),
        ("Üç hafta sonra gelecek.", ["Üç hafta sonra … = 2024-07-03"]),
        ("10 gün önce geldi.", ["10 gün önce … = 2024-06-02"]),
        ("10 gün sonra geldi.", ["10 gün sonra … = ?"]),
        ("İki çeyrek önce arttı.", ["İki çeyrek önce … = 2023-10/2023-12"]),
        ("Beş saat önce geldi.", ["Beş saat önce … = ?"]),
        ("5 yıl önce kuruldu.", ["5 yıl önce … = 2019"]),
        ("5 yıl sonra bitecek.", ["5 yıl sonra … = 2029"]),
        ("Toplantıdan 5 gün önce geldi.", ["5 gün önce … = ?"]),
        ("Bundan 5 yıl önce geldi.", ["5 yıl önce … = 2019"]),
        ("Seçimden yaklaşık iki ay önce geldi.", ["iki ay önce … = ?"]),
        ("Olaydan 3 gün sonra öldü.", ["3 gün sonra … = ?"]),
        ("Yaklaşık iki ay önce geldi.", ["iki ay önce … = 2024-04"]),
        ("Bir buçuk yıl önce geldi.", ["Bir buçuk yıl önce … = ?"]),
        ("İki buçuk ay sonra gelecek.", ["İki buçuk ay sonra … = ?"]),
        ("25 yıl önce kuruldu.", ["25 yıl önce … = 1999"]),
        ("Yirmi beş yıl önce kuruldu.", ["Yirmi beş yıl önce … = 1999"]),
        ("Yirmi beş gün sonra açılacak.", ["Yirmi beş gün sonra … = 2024-07-07"]),
        ("Yüz yıl önce kuruldu.", []),
        ("9 aylık dönemde arttı.", ["9 aylık dönemde … = 2024-01/2024-09"]),
        ("Altı aylık dönemde arttı.", ["Altı aylık dönemde … = 2024-01/2024-06"]),
        ("7 aylık dönemde arttı.", ["7 aylık dönemde … = ?"]),
        ("6 aylık kâr arttı.", []),
        ("3 yıldır bekliyor.", ["3 yıldır … = ?"]),
        ("Beş aydır bekliyor.", ["Beş aydır … = ?"]),
        ("3 yıl boyunca bekledi.", ["3 yıl boyunca … = ?"]),
        ("3 yıldan beri bekliyor.", ["3 yıldan beri … = ?"]),
        ("İki gün içinde gelecek.", ["İki gün içinde … = ?"]),
        ("50 yılda küçüldü.", ["50 yılda … = ?"]),
        ("1 yılda küçüldü.", []),
        ("3 saatte vardı.", []),
        ("3 günde vardı.", ["3 günde … = ?"]),
        ("3 haftada vardı.", ["3 haftada … = ?"]),
        ("12 yıl süreyle uzatıldı.", ["12 yıl süreyle … = ?"]),
        ("Şubat 2023'te arttı. 1 ayda 5 kişi geldi.", ["Şubat 2023'te = 2023-02 (2023)", "1 ayda … = 2023-02"]),
        (
            "Ocak-Mart 2023 döneminde arttı. Üç ayda 5 kişi geldi.",
            ["Ocak-Mart 2023 döneminde = 2023-01/2023-03 (2023)", "Üç ayda … = 2023-01/2023-03"],
        ),
        (
            "Ocak-Mart 2023 döneminde arttı. Dört ayda 5 kişi geldi.",
            ["Ocak-Mart 2023 döneminde = 2023-01/2023-03 (2023)", "Dört ayda … = ?"],
        ),
    ],
)
def test_lengths_and_distances(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geçen hafta salı geldi.", ["Geçen hafta salı = 2024-06-04"]),
        ("Gelecek hafta pazar günü gelecek.", ["Gelecek hafta pazar günü = 2024-06-23"]),
        ("Bu hafta pazartesi günü geldi.", ["Bu hafta pazartesi günü = 2024-06-10"]),
        ("Bu hafta sonunda gelecek.", ["Bu hafta sonunda = 2024-06-15/2024-06-16"]),
        ("Gelecek hafta sonu gelecek.", ["Gelecek hafta sonu = 2024-06-22/2024-06-23"]),
        ("Haftaya pazartesi gelecek.", ["Haftaya pazartesi = 2024-06-17"]),
        ("Haftaya cumartesi gelecek.", ["Haftaya cumartesi = 2024-06-22"]),
        ("Bu salı gelecek.", ["Bu salı = 2024-06-18"]),
        ("Gelecek salı gelecek.", ["Gelecek salı = 2024-06-18"]),
        ("Önümüzdeki perşembe gelecek.", ["Önümüzdeki perşembe = 2024-06-13"]),
        ("Geçen perşembe geldi.", ["Geçen perşembe = 2024-06-06"]),
        ("Geçen salı günü geldi.", ["Geçen salı günü = 2024-06-11"]),
        ("Salı gelecek.", ["Salı = 2024-06-18"]),
        ("Çarşamba günü geldi.", ["Çarşamba günü = 2024-06-12"]),
        ("Çarşamba günü gelecek.", ["Çarşamba günü = 2024-06-19"]),
        ("Perşembe günü geldi.", ["Perşembe günü = 2024-06-06"]),
        ("Pazar günü geldi.", ["Pazar günü = 2024-06-09"]),
        ("Pazar günü gelecek.", ["Pazar günü = 2024-06-16"]),
        ("Cumartesi geldi.", ["Cumartesi = 2024-06-08"]),
        ("Cumartesinin gelirleri arttı.", ["Cumartesinin = 2024-06-08"]),
        ("Salının gelirleri arttı.", []),
        ("Cumayla bitti.", []),
        ("Salıya kaldı.", ["Salıya = 2024-06-11"]),
        ("Salıdan sonra gelecek.", ["Salıdan sonra = 2024-06-18/.."]),
        ("Pazartesinden beri yağıyor.", []),
        ("Cumadan beri yağıyor.", ["Cumadan beri = 2024-06-07/.."]),
        ("Pazartesiden bu yana bekliyor.", ["Pazartesiden bu yana = 2024-06-10/.."]),
        ("Cumadan itibaren açılacak.", ["Cumadan itibaren = 2024-06-14/.."]),
        ("Pazartesi 32'sinde toplanacak.", ["Pazartesi = 2024-06-17"]),
        ("Cuma 1'inde toplandı.", ["Cuma = 2024-06-07"]),
        ("Pazartesi 10'unda toplandı.", ["Pazartesi 10'unda = 2024-06-10 (10)"]),
        ("Cumartesi 15'inde toplanacak.", ["Cumartesi 15'inde = 2024-06-15 (15)"]),
        ("Cumartesi 0'ında toplanacak.", ["Cumartesi = 2024-06-15"]),
        ("Salı pazarı kuruldu.", []),
        ("Çarşamba Belediyesi açıkladı.", []),
        ("Cuma mesajı yayımladı.", []),
        ("Cuma hutbesi okundu.", []),
        ("Efsane cuma başladı.", []),
        ("Pazar sabahı geldi.", ["Pazar sabahı = 2024-06-09"]),
        ("Pazar akşamı geldi.", ["Pazar akşamı = 2024-06-09"]),
        ("Pazar.", []),
        ("31'i haftasına bıraktı.", ["31'i haftasına = 2024-05-27/2024-06-02 (31)"]),
        ("32'si haftasına bıraktı.", []),
        ("1'i haftasına bıraktı.", ["1'i haftasına = 2024-05-27/2024-06-02 (1)"]),
        ("1'i haftasında yapılacak.", ["1'i haftasında = 2024-07-01/2024-07-07 (1)"]),
        ("12'si haftasına kaldı.", ["12'si haftasına = 2024-06-10/2024-06-16 (12)"]),
        ("0'ı haftasına bıraktı.", []),
    ],
)
def test_weekdays(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geçen ocakta arttı.", ["Geçen ocakta = 2024-01"]),
        ("Geçen Haziran'da arttı.", ["Geçen Haziran'da = 2023-06"]),
        ("Geçen Temmuz ayında arttı.", ["Geçen Temmuz ayında = 2023-07"]),
        ("Bu Eylül açılacak.", ["Bu Eylül = 2024-09"]),
        ("Bu Mart ayında arttı.", ["Bu Mart ayında = 2024-03"]),
        ("Gelecek Haziran'da açılacak.", ["Gelecek Haziran'da = 2025-06"]),
        ("Gelecek Temmuz'da açılacak.", ["Gelecek Temmuz'da = 2024-07"]),
        ("Önümüzdeki Aralık ayında artacak.", ["Önümüzdeki Aralık ayında = 2024-12"]),
        ("Bu aralıkta kaldı.", []),
        ("Bu Aralık ayında artacak.", ["Bu Aralık ayında = 2024-12"]),
        ("Bu kış soğuk geçecek.", ["Bu kış = 2024-12/2025-02"]),
        ("Geçen yaz arttı.", ["Geçen yaz = 2023-06/2023-08"]),
        ("Geçen ilkbaharda arttı.", ["Geçen ilkbaharda = 2024-03/2024-05"]),
        ("Geçen sonbaharda arttı.", ["Geçen sonbaharda = 2023-09/2023-11"]),
        ("Gelecek ilkbaharda artacak.", ["Gelecek ilkbaharda = 2025-03/2025-05"]),
        ("Gelecek sonbaharda artacak.", ["Gelecek sonbaharda = 2024-09/2024-11"]),
        ("Yaz aylarında artacak.", ["Yaz aylarında = 2024-06/2024-08"]),
        ("İlkbahar aylarında arttı.", ["İlkbahar aylarında = 2024-03/2024-05"]),
        ("Sonbahar döneminde arttı.", ["Sonbahar döneminde = 2023-09/2023-11"]),
        ("Kış sezonunda arttı.", ["Kış sezonunda = 2023-12/2024-02"]),
        ("2023 kışında arttı.", ["2023 kışında = 2023-12/2024-02 (2023)"]),
        ("2023 ilkbaharında arttı.", ["2023 ilkbaharında = 2023-03/2023-05 (2023)"]),
        ("Geçen yılın yazında arttı.", ["Geçen yılın yazında = 2023-06/2023-08"]),
    ],
)
def test_months_and_seasons(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Bu kış kar yağmadı.", dt.date(2024, 1, 15), ["Bu kış = 2023-12/2024-02"]),
        ("Bu kış kar yağacak.", dt.date(2024, 1, 15), ["Bu kış = 2023-12/2024-02"]),
        ("Geçen kış kar yağmadı.", dt.date(2024, 1, 15), ["Geçen kış = 2022-12/2023-02"]),
        ("Gelecek kış kar yağacak.", dt.date(2024, 1, 15), ["Gelecek kış = 2024-12/2025-02"]),
        ("Bu kış kar yağdı.", dt.date(2024, 12, 15), ["Bu kış = 2024-12/2025-02"]),
        ("Geçen kış kar yağmadı.", dt.date(2024, 12, 15), ["Geçen kış = 2023-12/2024-02"]),
        ("Bu kış kar yağmadı.", dt.date(2024, 4, 15), ["Bu kış = 2023-12/2024-02"]),
        ("Bu kış kar yağacak.", dt.date(2024, 10, 15), ["Bu kış = 2024-12/2025-02"]),
    ],
)
def test_winter_lies_in_two_years(told: Told, text: str, date: dt.date, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Önümüzdeki ay artacak.", ["Önümüzdeki ay = 2024-07"]),
        ("Önümüzdeki hafta artacak.", ["Önümüzdeki hafta = 2024-06-17/2024-06-23"]),
        ("Önceki ay arttı.", ["Önceki ay = 2024-05"]),
        ("Önceki yıl arttı.", ["Önceki yıl = 2023"]),
        ("Bir önceki çeyrekte arttı.", ["Bir önceki çeyrekte = 2024-01/2024-03"]),
        ("Bir önceki gün geldi.", ["önceki gün = 2024-06-10"]),
        ("Bir sonraki gün gelecek.", []),
        ("O gün geldi.", ["O gün = ?"]),
        ("3 Mart 2023'te geldi. O yıl gitti.", ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "O yıl = 2023"]),
        ("3 Mart 2023'te geldi. Aynı yıl gitti.", ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "Aynı yıl = 2023"]),
        ("3 Mart 2023'te geldi. O ay gitti.", ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "O ay = 2023-03"]),
        ("3 Mart 2023'te geldi. Aynı dönemde gitti.", ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "Aynı dönemde = ?"]),
        (
            "3 Mart 2023'te geldi. Aynı tarihte gitti.",
            ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "Aynı tarihte = 2023-03-03"],
        ),
        ("3 Mart 2023'te geldi. Aynı saatte gitti.", ["3 Mart 2023'te = 2023-03-03 (3, 2023)"]),
        ("2023 yazında geldi. Aynı ay gitti.", ["2023 yazında = 2023-06/2023-08 (2023)", "Aynı ay = ?"]),
        ("2023 yazında geldi. Aynı yıl gitti.", ["2023 yazında = 2023-06/2023-08 (2023)", "Aynı yıl = 2023"]),
        (
            "2023 yazında geldi. Bu dönemde gitti.",
            ["2023 yazında = 2023-06/2023-08 (2023)", "Bu dönemde = 2023-06/2023-08"],
        ),
        (
            "2023'ün ilk çeyreğinde geldi. Aynı dönemde gitti. O tarihte kaldı.",
            [
                "2023'ün ilk çeyreğinde = 2023-01/2023-03 (2023)",
                "Aynı dönemde = 2023-01/2023-03",
                "O tarihte = 2023-01/2023-03",
            ],
        ),
        (
            "2023'ün ilk çeyreğinde arttı. 2022'nin aynı döneminde azaldı.",
            ["2023'ün ilk çeyreğinde = 2023-01/2023-03 (2023)", "2022'nin aynı döneminde = 2022-01/2022-03 (2022)"],
        ),
        (
            "2023'ün ilk çeyreğinde arttı. Geçen yılın aynı çeyreğinde azaldı.",
            ["2023'ün ilk çeyreğinde = 2023-01/2023-03 (2023)", "Geçen yılın aynı çeyreğinde = 2023-01/2023-03"],
        ),
        (
            "Mart 2023'te arttı. Bir önceki yılın aynı ayında azaldı.",
            ["Mart 2023'te = 2023-03 (2023)", "Bir önceki yılın aynı ayında = 2023-03"],
        ),
        (
            "Mart 2023'te arttı. 2022 yılının aynı ayında azaldı.",
            ["Mart 2023'te = 2023-03 (2023)", "2022 yılının aynı ayında = 2022-03 (2022)"],
        ),
        (
            "Kasım 2023 - Şubat 2024 döneminde arttı. 2020'nin aynı döneminde azaldı.",
            [
                "Kasım 2023 - Şubat 2024 döneminde = 2023-11/2024-02 (2023, 2024)",
                "2020'nin aynı döneminde = 2020-11/2021-02 (2020)",
            ],
        ),
    ],
)
def test_units_that_point_back(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bugün", ["bugün = 2024-06-12"]),
        ("Bugün 5 kişi", ["Bugün = 2024-06-12"]),
        ("şu anda", ["şu anda = 2024-06-12"]),
        ("Bugünden itibaren geçerli.", ["Bugünden itibaren = 2024-06-12/.."]),
        ("Dünden beri yağıyor.", ["Dünden beri = 2024-06-11/.."]),
        ("Bugüne kadar 5 kişi geldi.", ["Bugüne kadar = ../2024-06-12"]),
        ("Bugüne dek 3 kişi geldi.", ["Bugüne dek = ../2024-06-12"]),
        ("Yarından itibaren", ["Yarından itibaren = 2024-06-13/.."]),
        ("Yarına kadar", ["Yarına kadar = ../2024-06-13"]),
        ("evvelki gün geldi.", ["evvelki gün = 2024-06-10"]),
        ("Ertesi yıl", ["Ertesi yıl = 2025"]),
        ("Geçtiğimiz günlerde", ["Geçtiğimiz günlerde … = ?"]),
        ("Geçtiğimiz haftalarda geldi.", ["Geçtiğimiz haftalarda … = ?"]),
        ("Önümüzdeki yüzyılda", []),
        ("Önümüzdeki saatlerde", ["Önümüzdeki saatlerde … = ?"]),
        ("Önümüzdeki dakikalarda", []),
        ("Geçen saatte", ["Geçen saatte … = ?"]),
        ("Bu günlerde", ["Bu günlerde … = ?"]),
        ("Bu yıllarda", []),
        ("Bu dönemde arttı.", ["Bu dönemde = ?"]),
        ("O dönemde arttı.", ["O dönemde = ?"]),
        ("Bu tarihte arttı.", ["Bu tarihte = ?"]),
        ("Bu süreçte arttı.", ["Bu süreçte = ?"]),
        ("Bu saatte", []),
        ("Önceki dönemde", ["Önceki dönemde … = ?"]),
        ("2023 verileri arttı. Bu tarihte 5 kişi geldi.", ["2023 = 2023 (2023)", "Bu tarihte = 2023"]),
        ("2023 verileri arttı. Önceki dönemde 5 kişi geldi.", ["2023 = 2023 (2023)", "Önceki dönemde … = ?"]),
    ],
)
def test_words_of_the_day(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected
