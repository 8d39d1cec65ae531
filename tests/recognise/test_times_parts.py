"""Times by the part of the grammar that reads them: seldom ways of writing, no date, and what is no time."""

from __future__ import annotations

import datetime as dt

import pytest

from olgu.recognise import times

NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""


def found(text: str, date: dt.date | None) -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.value) for t in times.find(text, date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karar 15.06.98 tarihinde alındı.", [("15.06.98 tarihinde", "1998-06-15")]),
        ("Sözleşme 3/5/07'de imzalandı.", [("3/5/07'de", "2007-05-03")]),
        ("15 Haziran'dan 3 Temmuz'a kadar sürecek.", [("15 Haziran'dan 3 Temmuz'a kadar", "2024-06-15/2024-07-03")]),
        ("28 Aralık'tan 5 Ocak'a kadar kapalı.", [("28 Aralık'tan 5 Ocak'a kadar", "2023-12-28/2024-01-05")]),
        (
            "28 Aralık 2023 ile 5 Ocak arasında kapalı kaldı.",
            [("28 Aralık 2023 ile 5 Ocak arasında", "2023-12-28/2024-01-05")],
        ),
        (
            "28 Aralık 2023'ten 5 Ocak'a kadar kapalı kaldı.",
            [("28 Aralık 2023'ten 5 Ocak'a kadar", "2023-12-28/2024-01-05")],
        ),
        ("30 Şubat 2023'te yapıldı.", [("Şubat 2023'te", "2023-02")]),
        ("15-19 Haziran'da açık.", [("15-19 Haziran'da", "2024-06-15/2024-06-19")]),
        ("25-31 Haziran'da açık.", [("Haziran'da", "2024-06")]),
        ("3, 4 ve 35 Mart 2023", [("Mart 2023", "2023-03")]),
        ("Eyl verileri", []),
        ("03.06-07.06 oranları", []),
        ("Martın 15'inde toplandı.", [("Martın 15'inde", "2024-03-15")]),
        ("Martın 35'inde toplandı.", [("Martın", "2024-03")]),
        ("Kasım'ın 27 ve 29'unda toplandı.", [("Kasım'ın", "2023-11")]),
        ("Ayın 15'inde ödendi.", [("Ayın 15'inde", "2024-06-15")]),
        ("Her ayın 15'inde ödendi.", []),
        ("Kasım-Şubat döneminde arttı.", [("Kasım-Şubat döneminde", "2023-11/2024-02")]),
    ],
)
def test_days_and_months(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023 yazında arttı.", [("2023 yazında", "2023-06/2023-08")]),
        ("2023'ün sonbaharında arttı.", [("2023'ün sonbaharında", "2023-09/2023-11")]),
        ("2023 yazının sonunda arttı.", [("2023 yazının sonunda", "2023-08")]),
        ("Yılın geri kalanında artacak.", [("Yılın geri kalanında", "2024-06-12/2024-12-31")]),
        ("2022'nin geri kalanında arttı.", [("2022'nin", "2022")]),
        ("2023'ün tamamında arttı.", [("2023'ün tamamında", "2023")]),
        ("2023 yılının bütününde arttı.", [("2023 yılının bütününde", "2023")]),
        ("2023 ilk çeyreğinin sonunda arttı.", [("2023 ilk çeyreğinin sonunda", "2023-03")]),
        ("2023'ün ilk çeyreğinin ortasında arttı.", [("2023'ün ilk çeyreğinin ortasında", "2023-01/2023-03")]),
        ("Haftanın başında arttı.", [("Haftanın başında", "2024-06-10")]),
        ("15 Mart 2023'ün sonunda", [("15 Mart 2023'ün", "2023-03-15")]),
        ("Geçen ayın başında toplandı.", [("Geçen ayın başında", "2024-05")]),
        ("Mart 2023'ün ilk yarısında arttı.", [("Mart 2023'ün ilk yarısında", "2023-03-01/2023-03-15")]),
        ("Mart 2023'ün ikinci yarısında arttı.", [("Mart 2023'ün ikinci yarısında", "2023-03-16/2023-03-31")]),
        ("Şubat 2023'ün ikinci yarısında arttı.", [("Şubat 2023'ün ikinci yarısında", "2023-02-16/2023-02-28")]),
        ("İkinci yarıda gol attı.", []),
        ("1990'ların ilk yarısında arttı.", [("1990'ların ilk yarısında", None)]),
        ("2023'ün 5. çeyreği", [("2023'ün", "2023")]),
        ("Dördüncü çeyrekte 3-2 öne geçti.", []),
        ("Maçın son çeyreğinde 80-75 kazandı.", []),
        ("İkinci çeyrekte arttı.", [("İkinci çeyrekte", "2024-04/2024-06")]),
        ("Üçüncü çeyreğin ilk haftasında", [("Üçüncü çeyreğin ilk haftasında", "2024-07-01/2024-07-07")]),
        ("2023'ün son gününde arttı.", [("2023'ün son gününde", "2023-12-31")]),
        ("2023'ün 400. gününde arttı.", [("2023'ün 400. gününde", None)]),
        ("2023'ün 60. haftasında arttı.", [("2023'ün 60. haftasında", None)]),
        ("Yılın ilk iş gününde açıldı.", [("Yılın ilk iş gününde", "2024-01-01")]),
        ("Ocak ayının son işlem gününde yükseldi.", [("Ocak ayının son işlem gününde", "2024-01-31")]),
        ("Yılın 12. ayında artacak.", [("Yılın 12. ayında", "2024-12")]),
        ("2023 yılının ilk ayında arttı.", [("2023 yılının ilk ayında", "2023-01")]),
        ("Son ayda arttı.", []),
        ("Yılsonunda artacak.", [("Yılsonunda", "2024-12")]),
        ("Yıl boyunca arttı.", [("Yıl boyunca", "2024")]),
        ("Yıl genelinde arttı.", [("Yıl genelinde", "2024")]),
    ],
)
def test_parts_of_periods(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Son 5 iş gününde arttı.", [("Son 5 iş gününde", "2024-06-07/2024-06-11")]),
        ("3 iş günü içinde ödenecek.", []),
        ("Yaklaşık iki yıldan bu yana sürüyor.", [("iki yıldan bu yana", None)]),
        ("İlk altı ay verileri", [("İlk altı ay", "2024-01/2024-06")]),
        (
            "2023'ün ilk 6 ayında arttı. 6 ayda 5 kişi geldi.",
            [("2023'ün ilk 6 ayında", "2023-01/2023-06"), ("6 ayda", "2023-01/2023-06")],
        ),
        ("2 yıl 3 ay sonra gelecek.", [("3 ay sonra", "2024-09")]),
        ("Mart ayına kadar tamamlanacak.", [("Mart ayına kadar", "../2025-03")]),
        ("Mart ayına kadar sürdü.", [("Mart ayına kadar", "../2024-03")]),
        ("Mart'tan bugüne dek arttı.", [("Mart'tan bugüne", "2024-03/..")]),
        ("Haziran öncesinde arttı.", [("Haziran öncesinde", "../2024-06")]),
        ("2023 öncesi dönemde", [("2023 öncesi", "../2023")]),
        ("15 Mart'tan önce geldi.", [("15 Mart'tan önce", "../2024-03-15")]),
        ("2023 ile 2024 arasında arttı.", [("2023 ile 2024 arasında", "2023/2024")]),
        ("2023 ile 2024'te arttı.", [("2023", "2023"), ("2024'te", "2024")]),
        ("Üç aylık dönemde arttı.", [("Üç aylık dönemde", "2024-01/2024-03")]),
    ],
)
def test_lengths_and_ranges(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geçtiğimiz 19 Şubat'ta toplandı.", [("Geçtiğimiz 19 Şubat'ta", "2024-02-19")]),
        ("Önümüzdeki 19 Şubat'ta toplanacak.", [("Önümüzdeki 19 Şubat'ta", "2025-02-19")]),
        ("Geçen 5 Eylül'de toplandı.", [("Geçen 5 Eylül'de", "2023-09-05")]),
        ("Bir önceki üç aylık dönemde arttı.", [("Bir önceki üç aylık dönemde", None)]),
        ("Geçen gün geldi.", [("Geçen gün", None)]),
        ("Gelecek günlerde artacak.", [("Gelecek günlerde", None)]),
        ("Gelecek yüzyılda", []),
        ("Gelecek Eylül ayında artacak.", [("Gelecek Eylül ayında", "2024-09")]),
        ("Önümüzdeki Mart ayında artacak.", [("Önümüzdeki Mart ayında", "2025-03")]),
        ("Geçen Mart'ta arttı.", [("Geçen Mart'ta", "2024-03")]),
        ("Bu yazı çok güzel.", []),
        ("Yaz geldi.", []),
        ("Bu yaz arttı.", [("Bu yaz", "2024-06/2024-08")]),
        ("Geçen kış arttı.", [("Geçen kış", "2023-12/2024-02")]),
        ("Gelecek kış artacak.", [("Gelecek kış", "2024-12/2025-02")]),
        ("Önümüzdeki yaz artacak.", [("Önümüzdeki yaz", "2025-06/2025-08")]),
        ("Kış mevsiminde azaldı.", [("Kış mevsiminde", "2023-12/2024-02")]),
        ("Geçen hafta sonunda geldi.", [("Geçen hafta sonunda", "2024-06-08/2024-06-09")]),
        ("Hafta sonu gelecek.", [("Hafta sonu", "2024-06-15/2024-06-16")]),
        ("3 Mart 2023'te geldi. Aynı gün gitti.", [("3 Mart 2023'te", "2023-03-03"), ("Aynı gün", "2023-03-03")]),
        ("3 Mart 2023'te geldi. Aynı ay gitti.", [("3 Mart 2023'te", "2023-03-03"), ("Aynı ay", "2023-03")]),
        ("Mart 2023'te geldi. Aynı ay gitti.", [("Mart 2023'te", "2023-03"), ("Aynı ay", "2023-03")]),
        ("2023 verileri. Aynı gün açıklandı.", [("2023", "2023"), ("Aynı gün", None)]),
        ("Söz konusu ayda arttı.", [("Söz konusu ayda", None)]),
        ("Önceki yılın aynı haftasında arttı.", [("Önceki yılın aynı haftasında", None)]),
    ],
)
def test_relative_times(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geçen cuma geldi.", [("Geçen cuma", "2024-06-07")]),
        ("Gelecek cuma gelecek.", [("Gelecek cuma", "2024-06-14")]),
        ("Geçen çarşamba geldi.", [("Geçen çarşamba", "2024-06-05")]),
        ("Gelecek çarşamba gelecek.", [("Gelecek çarşamba", "2024-06-19")]),
        ("Önceki cuma geldi.", [("Önceki cuma", "2024-06-07")]),
        ("Geçen pazar günü geldi.", [("Geçen pazar günü", "2024-06-09")]),
        ("Geçen pazarda satıldı.", []),
        ("Bu pazarı kaybetti.", []),
        ("Pazar payı arttı.", []),
        ("Cuma günü geldi.", [("Cuma günü", "2024-06-07")]),
        ("Cuma gelecek.", [("Cuma", "2024-06-14")]),
        ("Cuma namazı kılındı.", []),
        ("Kara Cuma indirimleri", []),
        ("Cumartesi Anneleri toplandı.", []),
        ("Pazartesileri kapalı.", []),
        ("Pazartesi günleri kapalı.", []),
        ("Pazartesi 17'sinde toplanacak.", [("Pazartesi 17'sinde", "2024-06-17")]),
        ("Salı 11'inde toplandı.", [("Salı 11'inde", "2024-06-11")]),
        ("Gelecek hafta çarşamba günü toplanacak.", [("Gelecek hafta çarşamba günü", "2024-06-19")]),
    ],
)
def test_weekdays(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010 Ramazan Bayramı'nda tatil oldu.", [("2010 Ramazan Bayramı'nda", "2010-09-10")]),
        ("2023'te Ramazan Bayramı arifesinde", [("2023'te", "2023"), ("Ramazan Bayramı arifesinde", "2025-03-29")]),
        ("Ramazan'da oruç tutuldu.", []),
        ("1995'li yıllarda", []),
        ("1990'lı yılların sonunda", [("1990'lı yılların sonunda", "199X")]),
        ("90'lardan bu yana", [("90'lardan bu yana", "1990/..")]),
        ("2150'li yıllar", []),
        ("1998 kişi geldi.", []),
        ("1998-99 sezonunda oynadı.", [("1998-99 sezonunda", "1998/1999")]),
        ("1998-2999 arası", [("1998", "1998")]),
        ("0850 numara", []),
        ("2500'de", []),
        ("Saat 10.30-12.00 arasında", [("Saat 10.30-12.00 arasında", "2024-06-12T10:30/2024-06-12T12:00")]),
        ("Saat 25.00'te", []),
        ("Saati 10'a kurdu.", []),
    ],
)
def test_holidays_years_and_hours(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, NEWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karar 15.06.98 tarihinde alındı.", [("15.06.98 tarihinde", "1998-06-15")]),
        ("Ayın 15'inde ödendi.", [("Ayın 15'inde", None)]),
        ("Geçen yılın mart ayında toplandı.", [("Geçen yılın mart ayında", None)]),
        ("Kurban Bayramı'nda tatil oldu.", [("Kurban Bayramı'nda", None)]),
        ("2023 yılı Anneler Günü'nde satış arttı.", [("2023 yılı Anneler Günü'nde", "2023-05-14")]),
        ("Yılbaşında kar yağdı.", [("Yılbaşında", "XXXX-01-01")]),
        ("Cumhuriyet Bayramı'nda kutlandı.", [("Cumhuriyet Bayramı'nda", "XXXX-10-29")]),
        ("Bir önceki yılda arttı.", [("Bir önceki yılda", None)]),
        ("2023 yılında arttı. Bir önceki yıl azaldı.", [("2023 yılında", "2023"), ("Bir önceki yıl", "2022")]),
        ("Mart 2023'te arttı. Bir önceki ay azaldı.", [("Mart 2023'te", "2023-03"), ("Bir önceki ay", "2023-02")]),
        ("Geçen Eylül ayında arttı.", [("Geçen Eylül ayında", None)]),
        ("Geçen yaz arttı.", [("Geçen yaz", None)]),
        ("Hafta sonunda geldi.", [("Hafta sonunda", None)]),
        ("Yıl boyunca arttı.", [("Yıl boyunca", None)]),
        ("Geçen cuma geldi.", [("Geçen cuma", None)]),
        ("Şimdiye kadar 5 kişi geldi.", [("Şimdiye kadar", None)]),
        ("Bugüne kadar 5 kişi geldi.", [("Bugüne kadar", None)]),
        ("İlk 3 ayda arttı.", [("İlk 3 ayda", "XXXX-01/XXXX-03")]),
        ("Yaz geldi.", []),
    ],
)
def test_without_the_date_of_the_article(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, None) == expected


def test_until_now_with_a_date() -> None:
    assert found("Şimdiye kadar 5 kişi geldi.", NEWS) == [("Şimdiye kadar", "../2024-06-12")]


@pytest.mark.parametrize(
    ("date", "text", "value"),
    [
        ("2026-01-03", "Okullar 28 Aralık - 5 Ocak arasında tatil.", "2025-12-28/2026-01-05"),
        ("2025-12-30", "Okullar 28 Aralık - 5 Ocak arasında tatil.", "2025-12-28/2026-01-05"),
        ("2025-12-20", "Okullar 28 Aralık - 5 Ocak arasında tatil olacak.", "2025-12-28/2026-01-05"),
        ("2026-01-20", "Okullar 28 Aralık ile 5 Ocak arasında kapandı.", "2025-12-28/2026-01-05"),
        ("2026-01-20", "Okullar 28 Aralık ile 5 Ocak arasında kapanacak.", "2026-12-28/2027-01-05"),
        ("2026-06-03", "28 Aralık'tan 5 Ocak'a kadar yağdı.", "2025-12-28/2026-01-05"),
        ("2026-06-03", "28 Aralık'tan 5 Ocak'a kadar yağacak.", "2026-12-28/2027-01-05"),
        ("2026-06-03", "28 Aralık'tan 5 Ocak'a kadar kapalı.", "2025-12-28/2026-01-05"),
        ("2026-09-03", "28 Aralık'tan 5 Ocak'a kadar kapalı.", "2026-12-28/2027-01-05"),
        ("2026-09-03", "30/12'den 5/1'e", "2026-12-30/2027-01-05"),
        ("2024-10-03", "15 Ekim'den 29 Şubat'a kadar sürecek.", "2024-10-15/XXXX-02-29"),
        ("2023-10-03", "15 Ekim'den 29 Şubat'a kadar sürecek.", "2023-10-15/2024-02-29"),
        ("2026-01-03", "5 Ocak - 28 Aralık arasında", "2026-01-05/2026-12-28"),
        ("2026-06-12", "3 Haziran - 20 Haziran arasında sergilendi.", "2026-06-03/2026-06-20"),
        ("2026-06-12", "14 Haziran - 20 Temmuz arasında sergilendi.", "2025-06-14/2025-07-20"),
        ("2026-01-03", "28 Aralık - 5 Ocak 2025 arasında", "2024-12-28/2025-01-05"),
        (None, "28 Aralık - 5 Ocak arasında", "XXXX-12-28/XXXX-01-05"),
    ],
)
def test_a_stretch_over_the_new_year(date: str | None, text: str, value: str) -> None:
    """It holds the article's date if it can; a day that is past is never put into the future."""
    assert [t.value for t in times.find(text, dt.date.fromisoformat(date) if date else None)] == [value]


def test_the_year_that_heads_a_line_begins_the_stretch() -> None:
    text = "2004: 28 Aralık'tan 5 Ocak'a kadar sürdü."
    assert [t.value for t in times.find(text, NEWS)] == ["2004", "2004-12-28/2005-01-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toplantı 3 Mart 2021 saat 10.30'da başladı.", ["2021-03-03", "2021-03-03T10:30"]),
        ("Toplantı 3 Mart 2021 saat 9'da başladı.", ["2021-03-03", "2021-03-03T09:00"]),
        ("3 Mart 2021 saat 14:00", ["2021-03-03", "2021-03-03T14:00"]),
        ("Mayıs'ta 2021 saat 10 kişi", ["2024-05"]),
        ("Toplam 2021 saat çalıştı.", []),
        ("Toplam 2021 saat 10 dakika sürdü.", []),
        ("23 Eyl. 2020'de yapıldı.", ["2020-09-23"]),
        ("12 Ara. 2019 günü yapıldı.", ["2019-12-12"]),
        ("5 Mar. 2021 tarihli karar", ["2021-03-05"]),
        ("Eyl. 2020'de yapıldı.", ["2020-09"]),
        ("5 Ağu. - 10 Ağu. 2023 arasında", ["2023-08-05/2023-08-10"]),
        ("Ara. Sonra geldi.", []),
        ("5 Eylül. 2020 kişi geldi.", ["2024-09-05"]),
        ("29 Ekim haftasında kutlandı.", ["2023-10-23/2023-10-29"]),
        ("15 Mayıs 2023 haftasında açıldı.", ["2023-05-15/2023-05-21"]),
        ("Ayın 18'i haftasında yapılacak.", ["2024-06-17/2024-06-23"]),
        ("18'i haftasına bıraktı.", ["2024-05-13/2024-05-19"]),
        ("18'i haftasına bırakacak.", ["2024-06-17/2024-06-23"]),
        ("18'i haftada bir gelir.", []),
        ("18'i haftalık dergidir.", []),
        ("48'i haftasında", [None]),
    ],
)
def test_clock_short_months_and_weeks_of_days(text: str, expected: list[str]) -> None:
    assert [t.value for t in times.find(text, NEWS)] == expected
