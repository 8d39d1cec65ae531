"""Each time and each quantity names the rule of grammar that found it, with and without the date of the article."""

from __future__ import annotations

import datetime as dt

import pytest

from olgu.recognise import quantities, times

NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""


@pytest.mark.parametrize("date", [NEWS, None])
@pytest.mark.parametrize(
    ("rule", "phrases"),
    [
        ("back", "Söz konusu yılda; Aynı tarihte; o dönemde; bu tarihte; söz konusu ayda"),
        ("century", "21. yüzyılda; 18'inci yüzyıl; İkinci yüzyılda; XVI. asırda"),
        ("clock", "saat 9'da; saat 10.30-12.00; 10.30 itibarıyla; 10:30; sabah 9'da; akşam saat 20.30'da"),
        ("clock-since", "10:30'dan sonra"),
        ("date", "3 Mart 2023'te; 3 Mart; yirmi üç Nisan'da; 15 Oca'da"),
        ("date-before", "15 Mart öncesinde; 3 Mart 2023'ten önce"),
        ("date-digits", "03.03.2024; 3/3/2024 tarihinde; 2024-03-03; 5-Mar-2024 günü; 2020/Eyl/23"),
        ("date-range", "28/2-1/3 tarihleri; 1 ile 5 Mart arasında; 1-5 Mart 2023"),
        ("date-since", "15 Aralık'tan bu yana; 15 Aralık'tan itibaren"),
        ("date-until", "1 Mayıs'a kadar; 1 Eylül 2024'e dek"),
        ("date-weekday", "3 Mart 2023 Cuma günü; temmuz 18 cuma; Cuma 3 Mart 2023; Salı 03.03.2020"),
        ("day-of", "Haftanın son gününde; 2024'ün 100. gününde; Kurban Bayramı'nın ilk gününde"),
        ("day-of-month", "Mart 2023'ün 15'inde; ayın 21'i; martın üçünde; Mart'ın 5 ve 6'sında"),
        ("days", "dün; yarın; önceki gün; evvelsi gün; dünkü; öbür gün"),
        ("days-since", "Bugünden itibaren; Dünden beri"),
        ("days-until", "Yarına kadar"),
        ("decade", "1990'larda; 90'lı yıllar; doksanlı yıllar"),
        ("decade-since", "1990'lardan beri"),
        ("decade-until", "1990'lara kadar; 1990'lı yıllara kadar"),
        ("distance", "iki hafta önce; 3 gün sonra; bir buçuk yıl önce; 5 yıl önce"),
        ("ending", "Mart sonunda sona eren üç aylık dönemde; Eylül'de biten 3 ayda"),
        ("first-months", "ilk 8 ayda; 2023'ün son üç ayında; 9 aylık dönemde; 2023'ün 9 ayında"),
        ("from-to", "2019'dan 2023'e kadar; Mart 2023'ten Nisan 2024'e; 3 Mart'tan 5 Nisan'a dek"),
        ("half", "Yılın ikinci yarısında; ikinci yarıyılda; Mart 2023'ün ilk yarısında"),
        ("holiday", "Yılbaşında; Zafer Bayramı 2020; 2023 Ramazan Bayramı; Anneler Günü'nde"),
        ("length", "50 yılda; 3 yıldır; iki gün içinde; 3 yıl boyunca; 7 aylık dönemde"),
        ("month", "Mart'ta; kasım ayında; Mart"),
        ("month-before", "Kasım öncesinde"),
        ("month-day", "Mart 8; mart üç 2015"),
        ("month-in-year", "2023 Mart'ta; 2023 yılı mart-haziran döneminde; geçen yıl mart ayında"),
        ("month-of", "2023 yılının üçüncü ayında"),
        ("month-since", "Kasım sonrasında; Mart ayından beri"),
        ("month-until", "Mart ayına kadar"),
        ("month-year", "Mart 2023'te; Oca 2023; Eyl. 2020"),
        ("months", "Ocak-Mart 2023; ocak-mart döneminde; Ocak ile Mart arasında"),
        ("now", "şu anda; halen; bu akşam"),
        ("now-until", "şimdiye kadar"),
        ("part", "yıl sonunda; 2023 başında; yılsonunda; 1990'ların sonunda; ayın ortasında"),
        ("part-since", "2023 yılı başından bu yana"),
        ("part-until", "ay sonuna kadar; yılsonuna kadar"),
        ("quarter", "üçüncü çeyrekte; 2023'ün son çeyreği; son çeyrekte; üçüncü çeyrek 2018; 4. çeyrekte"),
        ("range", "3 Mart - 5 Nisan 2023; 2019 ile 2023 arasında; 12.12.2012-14.12.2012"),
        ("relative-month", "geçen mart; bu eylül; önümüzdeki kasım ayında"),
        ("relative-unit", "geçen yıl; bu ay; gelecek hafta; bu çeyrekte"),
        ("relative-unit-before", "Geçen yıl öncesinde"),
        ("report", "1Ç2020; 4Ç11'de; 9A2019"),
        ("rest", "yılın geri kalanında; bu ay daha sonra"),
        ("rolling", "son 24 saatte; önümüzdeki 5 yılda; geçen iki ayda; son 6 aylık dönemde"),
        ("same-period", "geçen yılın aynı dönemi; 2022'nin aynı ayında; 2022'nin aynı tarihinde"),
        ("season", "bu yaz; kış aylarında; geçen kış"),
        ("season-of-year", "2023 yazında; 2023'ün sonbaharında"),
        ("shifted", "2019'dan sonraki yıl; gelecek haftadan sonraki hafta"),
        ("unit", "yıl boyunca"),
        ("vague", "geçtiğimiz günlerde; önümüzdeki saatlerde; son dönemde"),
        ("week-of", "2024'ün 10. haftasında; ayın ilk haftasında"),
        ("week-of-day", "29 Ekim haftasında; 18'i haftasına"),
        ("weekday", "cuma günü; geçen salı; bu perşembe; Pazartesi"),
        ("weekday-of", "Mart 2024'ün ikinci salısı; geçen ayın son pazartesisi"),
        ("weekday-of-week", "geçen hafta salı; haftaya pazartesi; geçen haftanın cuması"),
        ("weekday-since", "Salıdan sonra"),
        ("weekend", "hafta sonu; haftasonunda; bu hafta sonunda; haftanın sonunda"),
        ("year", "2019'da; 2024 yılında; 2000'den"),
        ("year-bare", "2024; 2019"),
        ("year-bare-before", "2018 öncesi"),
        ("year-bare-since", "2018 sonrasında"),
        ("year-before", "2019'dan önce"),
        ("year-since", "2019'dan beri; 2019'dan itibaren; 2019'dan sonra"),
        ("years", "2019-2023 arasında; 2019/20 sezonu; 2011-2012-2013"),
    ],
)  # fmt: skip
def test_a_time_names_its_rule(rule: str, phrases: str, date: dt.date | None) -> None:
    for phrase in phrases.split("; "):
        (time,) = times.find(phrase, date)
        assert (phrase[time.start : time.end], time.rule) == (phrase, rule)


def test_a_place_in_the_week_needs_the_date() -> None:
    assert [t.rule for t in times.find("Pazartesi 17'sinde", NEWS)] == ["weekday-day"]
    assert [t.rule for t in times.find("Bir önceki ay", None)] == ["relative-back"]
    assert [t.rule for t in times.find("Şubat 2023'te arttı. 1 ayda azaldı.", NEWS)] == ["month-year", "back-length"]
    assert [t.rule for t in times.find("3 ve 4 Mart 2023'te", NEWS)] == ["date-shared-month", "date"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("count", "5 kişi; bin kişi"),
        ("count.suffix", "5 adet; 3 tane"),
        ("duration.age", "5 yaşında; 18 yaşından küçük; Ali Kaya (27)"),
        ("duration.suffix", "3 yıla; 5 ila 10 gün"),
        ("measure.below_zero", "Sıfırın altında 2 derece.; 2 derece sıfırın altında"),
        ("measure.suffix", "10 ton; 30 metre; 5°C"),
        ("money.context", "Ev 5 milyona satıldı.; Hisse 2,76 seviyesinde."),
        ("money.prefix", "$5; € 3; USD 5; A$5"),
        ("money.suffix", "5 dolar; 5 TL'ye; 5₺"),
        ("number", "Dolar 32,5'e çıktı.; Kur 3 bandında"),
        ("number.magnitude", "5,2 büyüklüğünde"),
        ("number.out_of", "10 üzerinden 9 aldı."),
        ("number.score", "3-2 kazandı.; 10'a karşı 5 oyla"),
        ("number.suffix", "5 puan"),
        ("ordinal", "üçüncü kez; 3. kez"),
        ("ordinal.first", "ilk 10 şirketten"),
        ("ordinal.numbered", "Dünyanın 7 numarası."),
        ("percent.points", "Faiz oranı 2 puan arttı."),
        ("percent.sign", "%5; ‰5"),
        ("percent.suffix", "5%; 5 baz puan"),
        ("percent.yüzde", "yüzde 5; eksi yüzde 5"),
        ("ratio.fraction", "yarısı; üçte biri"),
        ("ratio.kat", "5 katı; iki katına"),
        ("ratio.katla", "Fiyatlar ikiye katladı."),
        ("ratio.part_of", "5 kişiden 2'si; dört oyuncudan biri"),
        ("ratio.suffix", "iki misli"),
    ],
)
def test_a_quantity_names_its_rule(rule: str, text: str) -> None:
    for each in text.split("; "):
        assert [q.rule for q in quantities.find(each)] == [rule], each


def test_a_shared_unit_names_the_rule_of_sharing() -> None:
    assert [q.rule for q in quantities.find("1,2 ve 1,4 litrelik")] == ["shared", "measure.suffix"]
    assert [q.rule for q in quantities.find("yüzde 15'ten 19'a çıktı.")] == ["percent.yüzde", "shared"]
