"""Times whose neighbours decide what they are, and words that only look like one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Told = Callable[[str, dt.date | None], list[str]]
NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("3/13/2024 tarihinde", NEWS, []),
        (
            "10-11 Ocak 2013 tarihlerinde düzenlendi. Aynı gün bitti.",
            NEWS,
            ["10-11 Ocak 2013 tarihlerinde = 2013-01-10/2013-01-11 (10, 11, 2013)", "Aynı gün = 2013-01-10/2013-01-11"],
        ),
        ("3 Mart 2023 (Cuma) günü geldi.", NEWS, ["3 Mart 2023 (Cuma) günü = 2023-03-03 (3, 2023)"]),
        ("3 Mart 2023, cuma günü geldi.", NEWS, ["3 Mart 2023, cuma günü = 2023-03-03 (3, 2023)"]),
        (
            "3 Mart 2023 günü saat 10.30'da başladı. O gün bitti.",
            NEWS,
            [
                "3 Mart 2023 günü = 2023-03-03 (3, 2023)",
                "saat 10.30'da = 2023-03-03T10:30 (10.30)",
                "O gün = 2023-03-03",
            ],
        ),
        ("Şubat 2023'ün 27'sinden 29'una kadar", NEWS, ["Şubat 2023'ün = 2023-02 (2023)"]),
        (
            "Şubat 2024'ün 27'sinden 29'una kadar",
            NEWS,
            ["Şubat 2024'ün 27'sinden 29'una kadar = 2024-02-27/2024-02-29 (2024, 27, 29)"],
        ),
        ("29 Ekim haftasına kadar sürer.", NEWS, ["29 Ekim haftasına kadar = ../2024-11-03 (29)"]),
        ("13'ü haftasına bıraktı.", NEWS, ["13'ü haftasına = 2024-05-13/2024-05-19 (13)"]),
        ("Mart'ın üçüne kadar sürdü.", NEWS, ["Mart'ın üçüne kadar = ../2024-03-03 (üçüne)"]),
        ("Cuma temmuz 19 2024", NEWS, ["Cuma temmuz 19 2024 = 2024-07-19 (19, 2024)"]),
        ("Önümüzdeki 19 Şubat", dt.date(2024, 3, 12), ["Önümüzdeki 19 Şubat = 2025-02-19 (19)"]),
        ("Geçen 19 Nisan", dt.date(2024, 3, 12), ["Geçen 19 Nisan = 2023-04-19 (19)"]),
        ("Geçen ayın son cumasında toplandı.", NEWS, ["Geçen ayın son cumasında = 2024-05-31"]),
        ("Mart 2024'ün son salısında toplandı.", NEWS, ["Mart 2024'ün son salısında = 2024-03-26 (2024)"]),
        ("Cuma günü kendi evinde yemek verecek.", NEWS, ["Cuma günü = 2024-06-14"]),
        ("Cuma günü cumhuriyeti anlatacak.", NEWS, ["Cuma günü = 2024-06-14"]),
        ("Ramazan ayında başladı.", dt.date(2024, 3, 20), ["Ramazan ayında = 2024-03-11/2024-04-09"]),
        ("Ramazan ayında başlayacak.", dt.date(2024, 3, 20), ["Ramazan ayında = 2025-03-01/2025-03-29"]),
        ("Cuma 16 Haziran", NEWS, ["Cuma 16 Haziran = 2023-06-16 (16)"]),
        ("Martın üçü geldi.", NEWS, ["Martın üçü = 2024-03-03 (üçü)"]),
        (
            "Ekim'in 29'undan 31'ine kadar sürdü.",
            NEWS,
            ["Ekim'in 29'undan 31'ine kadar = 2023-10-29/2023-10-31 (29, 31)"],
        ),
        (
            "Ekim'in 29'uyla 31'i arasında sürdü.",
            NEWS,
            ["Ekim'in 29'uyla 31'i arasında = 2023-10-29/2023-10-31 (29, 31)"],
        ),
        ("Geçen haftanın cumasına kadar sürdü.", NEWS, ["Geçen haftanın cumasına kadar = ../2024-06-07"]),
        ("Haftanın başında akşam yağdı.", NEWS, ["Haftanın başında akşam = 2024-06-10"]),
        ("Kurban Bayramı'nda", dt.date(1920, 6, 12), ["Kurban Bayramı'nda = ?"]),
        ("Kurban Bayramı'nda", dt.date(2090, 6, 12), ["Kurban Bayramı'nda = ?"]),
        ("Bu 19 Şubat'ta konuştu.", NEWS, ["Bu 19 Şubat'ta = 2024-02-19 (19)"]),
        ("3/3/2024 te geldi.", NEWS, ["3/3/2024 = 2024-03-03 (3/3/2024)"]),
        ("2023 yılının aynı gününde", NEWS, ["2023 yılının aynı gününde = ? (2023)"]),
        ("Cuma günü 16 Haziran 2023'te", NEWS, ["Cuma günü 16 Haziran 2023'te = 2023-06-16 (16, 2023)"]),
        (
            "3 Mart 2023'te açıldı. Aynı yılın sonunda kapandı.",
            NEWS,
            ["3 Mart 2023'te = 2023-03-03 (3, 2023)", "Aynı yılın sonunda = 2023-12"],
        ),
        ("Geçen hafta başında toplandı.", NEWS, ["Geçen hafta başında = 2024-06-03"]),
        ("Geçen hafta sonu akşam yağdı.", None, ["Geçen hafta sonu akşam = ?"]),
    ],
)
def test_days_and_weekdays(told: Told, text: str, date: dt.date | None, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Çiftçiler ekime başladı.", NEWS, []),
        ("Çiftçiler ekime kadar bekledi.", NEWS, ["ekime kadar = ../2023-10"]),
        ("Köyde 35 ocak var.", NEWS, []),
        ("İnsan Hakları Ofisi'nin Kasım 2023 raporu", NEWS, ["Kasım 2023 = 2023-11 (2023)"]),
        ("İnsan Hakları Ofisi'nin Kasım 2023 kişilik raporu", NEWS, []),
        ("Bitti. Sektörün Ekim verileri açıklandı.", NEWS, ["Ekim = 2023-10"]),
        ("Toplumsal Tarih Ekim sayısı çıktı.", NEWS, []),
        ("Bu ayın geri kalanında artacak.", NEWS, ["Bu ayın geri kalanında = 2024-06-12/2024-06-30"]),
        ("Ayın geri kalanında artacak.", dt.date(2024, 6, 30), ["Ayın geri kalanında = 2024-06-30"]),
        ("2023 yılının aynı saatinde", NEWS, ["2023 yılının = 2023 (2023)"]),
        ("2023 yılının aynı ayında", NEWS, ["2023 yılının aynı ayında = ? (2023)"]),
        (
            "Üçüncü çeyrekte 2 milyon, son çeyrek sonunda 3 milyon sattı.",
            NEWS,
            ["Üçüncü çeyrekte = 2023-07/2023-09", "son çeyrek sonunda = 2023-12"],
        ),
        (
            "Üçüncü çeyrekte 2 milyon, son çeyreğin başında 3 milyon sattı.",
            NEWS,
            ["Üçüncü çeyrekte = 2023-07/2023-09", "son çeyreğin başında = 2023-10"],
        ),
        ("2011'in ilk aylarında arttı.", NEWS, ["2011'in ilk aylarında = 2011-01 (2011)"]),
        ("İlk 2 yılı ödemesiz kredi", NEWS, []),
        (
            "İlk altı ay sonunda arttı. Geçen yılın aynı dönemine göre düştü.",
            NEWS,
            ["İlk altı ay sonunda … = 2024-06", "Geçen yılın aynı dönemine = 2023-06"],
        ),
        ("2023'ün son gününe kadar sürdü.", NEWS, ["2023'ün son gününe kadar = ../2023-12-31 (2023)"]),
        ("Daha önce dördüncü çeyrekte arttı.", NEWS, ["Daha önce … = ?", "dördüncü çeyrekte = 2023-10/2023-12"]),
        ("Köylüler ekime gitti.", NEWS, []),
        ("Köylüler ekim'e girdi.", NEWS, ["ekim'e = 2023-10"]),
        ("Geçen yıl mart çok soğuktu.", NEWS, ["Geçen yıl = 2023", "mart = 2024-03"]),
        ("Geçen yıl mart ayı çok soğuktu.", NEWS, ["Geçen yıl mart ayı = 2023-03"]),
        ("Ayın geri kalanında artacak.", dt.date(2024, 6, 1), ["Ayın geri kalanında = 2024-06-01/2024-06-30"]),
        ("Dün Başkan Nisan sonunda gelecek.", NEWS, ["Dün = 2024-06-11", "Nisan sonunda = 2025-04"]),
        ("Dün açıklanan Eylül rakamı", NEWS, ["Dün = 2024-06-11", "Eylül = 2024-09"]),
        ("Geçen mart ayının sonunda arttı.", NEWS, ["Geçen mart ayının sonunda = 2024-03"]),
        ("Gelecek mart ayının sonunda artacak.", NEWS, ["Gelecek mart ayının sonunda = 2025-03"]),
        ("Mart 2024% arttı.", NEWS, ["Mart = 2024-03"]),
        ("Eylül'de biten 3 aya kadar arttı.", NEWS, ["Eylül'de biten 3 aya kadar … = ../2023-09"]),
        ("Seçim mayısa kaldı.", NEWS, ["mayısa = 2024-05"]),
        ("Bu Yaz'ı bekliyor.", NEWS, []),
        ("Eylül'de biten bir aylık dönemde arttı.", NEWS, ["Eylül'de biten bir aylık dönemde … = 2023-09"]),
        (
            "Mart ayında arttı. Yılın aynı döneminde azaldı.",
            None,
            ["Mart ayında = XXXX-03", "Yılın aynı döneminde = XXXX-03"],
        ),
        ("Mart'tan sonraki ay arttı.", None, ["Mart'tan sonraki ay = ?"]),
    ],
)
def test_months_and_parts(told: Told, text: str, date: dt.date | None, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        (
            "Sergi 15 Ağustos - 1 Temmuz arasında açık.",
            dt.date(2026, 6, 12),
            ["15 Ağustos - 1 Temmuz arasında = 2025-08-15/2026-07-01 (15, 1)"],
        ),
        ("3 Mart - 5 Nisan arası kapalı.", NEWS, ["3 Mart - 5 Nisan arası = 2024-03-03/2024-04-05 (3, 5)"]),
        ("2019 ile 2023 arası kapalı.", NEWS, ["2019 ile 2023 arası = 2019/2023 (2019, 2023)"]),
        ("Yarın - 26 Kasım festivali", NEWS, ["Yarın = 2024-06-13", "26 Kasım = 2024-11-26 (26)"]),
        (
            "2023'ün ilk çeyreği ile ikinci çeyreği arasında arttı.",
            NEWS,
            ["2023'ün ilk çeyreği ile ikinci çeyreği arasında = 2023-01/2023-06 (2023)"],
        ),
        ("3 Mart'la 5 Nisan arasında kapalıydı.", NEWS, ["3 Mart'la 5 Nisan arasında = 2024-03-03/2024-04-05 (3, 5)"]),
        ("İlk çeyreğe kadar tamamlanacak.", NEWS, ["İlk çeyreğe kadar = ../2025-03"]),
        ("İlk çeyreğe kadar tamamlandı.", NEWS, ["İlk çeyreğe kadar = ../2024-03"]),
        ("Son 25 saatte arttı.", NEWS, ["Son 25 saatte … = 2024-06-10/2024-06-12"]),
        ("Son 48 saatte arttı.", NEWS, ["Son 48 saatte … = 2024-06-10/2024-06-12"]),
        ("Son üç gün akşam yağdı.", NEWS, ["Son üç gün … = 2024-06-09/2024-06-11"]),
        (
            "30-31 Aralık’a kadar olan 2 aylık dönemdeki uçuş",
            NEWS,
            ["30-31 Aralık’a kadar = ../2024-12-31 (30, 31)", "2 aylık dönemdeki … = ?"],
        ),
        ("İki haftada bitti.", NEWS, ["İki haftada … = ?"]),
        ("12345 yıl önce", NEWS, []),
        ("İlk 8 sene içinde büyüdü.", NEWS, ["8 sene içinde … = ?"]),
        ("Geçen hafta arttı. 1 ayda azaldı.", NEWS, ["Geçen hafta = 2024-06-03/2024-06-09"]),
    ],
)
def test_ranges_and_lengths(told: Told, text: str, date: dt.date | None, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Endeks 2024,5 puana çıktı.", NEWS, []),
        ("Nüfus 2024.5 oldu, 2024% arttı.", NEWS, []),
        ("Şirket yılın başında 2019 yıllık kârını açıkladı.", NEWS, ["yılın başında = 2024-01"]),
        ("2019 milyar, 2019 öğrenci, 2019 dolar, 2019 kişilik", NEWS, []),
        ("Dün O'Hara geldi.", NEWS, ["Dün = 2024-06-11"]),
        ("Yarışı iki saat 10.25'te bitirdi.", NEWS, []),
        ("Yarışı 2 saat 10.25'te bitirdi.", NEWS, []),
        ("Sabah 9'daki toplantı", NEWS, ["Sabah 9'daki = 2024-06-12T09:00 (9)"]),
        ("Akşam 9'daki toplantı", NEWS, ["Akşam 9'daki = 2024-06-12T21:00 (9)"]),
        ("Saat 9 da geldi.", NEWS, []),
        ("İnşaatın 2. yılın sonunda bitti.", NEWS, []),
        ("İnşaatın ikinci yılın sonunda bitti.", NEWS, []),
        ("Satış 5. Yılın sonunda arttı.", NEWS, ["Yılın sonunda = 2024-12"]),
        ("Geçen tarihlerde yapıldı.", NEWS, []),
        ("Seneler içinde büyüdü.", NEWS, []),
        ("Uzun yıllar boyunca sürdü.", NEWS, []),
        ("Geçen yıl son haftalarda oynadı.", NEWS, ["Geçen yıl = 2023", "son haftalarda … = ?"]),
        ("Alternatif pazar arayışı sürüyor.", NEWS, []),
        ("Bu sezon sonunda gidecek.", NEWS, ["Bu sezon … = ?"]),
        ("Bugün sonrası için plan", NEWS, ["Bugün = 2024-06-12"]),
        ("Sabah 9'a kadar sürdü.", NEWS, ["Sabah 9'a kadar = ../2024-06-12T09:00 (9)"]),
        ("Sabah 9'dan sonra açıldı.", NEWS, ["Sabah 9'dan sonra = 2024-06-12T09:00/.. (9)"]),
        ("Saat 10.30'dan itibaren", NEWS, ["Saat 10.30'dan itibaren = 2024-06-12T10:30/.. (10.30)"]),
        ("Aynı yüzyılda yaşadı.", NEWS, []),
        ("Saat 10.00-12.00'ye kadar açık.", NEWS, ["Saat 10.00-12.00'ye kadar = ../2024-06-12T12:00 (10.00, 12.00)"]),
        ("5 dakikada bitti.", NEWS, []),
        ("Yıl sonlarında arttı.", NEWS, []),
        ("Haftasonuna kadar sürecek.", NEWS, ["Haftasonuna kadar = ../2024-06-16"]),
        ("Bir önceki iki başkan geldi.", NEWS, []),
    ],
)
def test_clocks_and_what_only_looks_like_a_time(
    told: Told, text: str, date: dt.date | None, expected: list[str]
) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Rapor 2024", NEWS, ["2024 = 2024 (2024)"]),
        ("Kuruluşu: 1950\nBaşkanı: Ali", NEWS, ["1950 = 1950 (1950)"]),
        ("Ödül 1950'nin üzerinde", NEWS, []),
        ("Altın 2009'unkinden yüksek.", NEWS, []),
        ("Şampiyon: 2007-08, 2009-10", NEWS, ["2007 = 2007 (2007)", "2009 = 2009 (2009)"]),
        ("1850'den beri açık.", NEWS, ["1850'den beri = 1850/.. (1850)"]),
        ("1453'te alındı.", NEWS, ["1453'te = 1453 (1453)"]),
        ("1850'yi geçti.", NEWS, []),
        ("2199'da bitecek, 2200'de bitecek.", NEWS, ["2199'da = 2199 (2199)"]),
        ("Tarihçe\n2004: 26 Aralık'ta deprem oldu.", NEWS, ["2004 = 2004 (2004)", "26 Aralık'ta = 2004-12-26 (26)"]),
        (
            "2004: Deprem oldu.\nOkul 26 Aralık'ta açıldı.",
            NEWS,
            ["2004 = 2004 (2004)", "26 Aralık'ta = 2023-12-26 (26)"],
        ),
        ("Dosya 2018/2021 karar", NEWS, []),
        ("2018/2021 sezonları", NEWS, ["2018/2021 sezonları = 2018/2021 (2018, 2021)"]),
        ("Dosya haber/2024 adında", NEWS, []),
        (
            "2004 faciası anıldı, 26 Aralık'ta okul açıldı.",
            NEWS,
            ["2004 = 2004 (2004)", "26 Aralık'ta = 2023-12-26 (26)"],
        ),
    ],
)
def test_years(told: Told, text: str, date: dt.date | None, expected: list[str]) -> None:
    assert told(text, date) == expected
