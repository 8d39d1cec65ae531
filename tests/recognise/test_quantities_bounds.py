"""Bounds, ranges, scores, shared units, rates and parts of a whole.

A quantity is written with its value, unit, what it is per, kind and bound; «…» holds the words of its bound too.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en az 5 kişi öldü.", ["5 = 5 (count at_least) in «en az 5»"]),
        ("En az bir kişi öldü.", ["bir = 1 (count at_least) in «En az bir»"]),
        ("en çok 5 kişi", ["5 = 5 (count at_most) in «en çok 5»"]),
        ("en fazla 5 milyon dolar", ["5 milyon dolar = 5000000 USD (money at_most) in «en fazla 5 milyon dolar»"]),
        ("yaklaşık 10 ton buğday", ["10 ton = 10 t (measure approx) in «yaklaşık 10 ton»"]),
        ("yaklaşık olarak 10 ton buğday", ["10 ton = 10 t (measure approx) in «yaklaşık olarak 10 ton»"]),
        ("100'den fazla kişi", ["100'den = 100 (count more_than) in «100'den fazla»"]),
        ("100 kişiden fazla", ["100 = 100 (count more_than) in «100 kişiden fazla»"]),
        ("40'ı aşkın ülke", ["40'ı = 40 (count more_than) in «40'ı aşkın»"]),
        ("3 yıla kadar hapis", ["3 yıla = 3 a (duration at_most) in «3 yıla kadar»"]),
        ("18 yaşından küçük çocuklar", ["18 = 18 a (duration less_than) in «18 yaşından küçük»"]),
        ("18 yaş ve üstü", ["18 = 18 a (duration at_least) in «18 yaş ve üstü»"]),
        ("20 bin liranın üzerinde", ["20 bin liranın = 20000 TRY (money more_than) in «20 bin liranın üzerinde»"]),
        ("20 bin liranın altında", ["20 bin liranın = 20000 TRY (money less_than) in «20 bin liranın altında»"]),
        ("yüzde 50'nin üzerinde", ["yüzde 50'nin = 50 % (percent more_than) in «yüzde 50'nin üzerinde»"]),
        ("yüzde 50'den az", ["yüzde 50'den = 50 % (percent less_than) in «yüzde 50'den az»"]),
        ("5 milyon dolara yakın", ["5 milyon dolara = 5000000 USD (money approx) in «5 milyon dolara yakın»"]),
        ("5 milyon doları aşan", ["5 milyon doları = 5000000 USD (money more_than) in «5 milyon doları aşan»"]),
        ("5 milyon dolara kadar çıktı.", ["5 milyon dolara = 5000000 USD (money)"]),
        ("tam 5 kişi", ["5 = 5 (count)"]),
        ("sadece 5 kişi", ["5 = 5 (count)"]),
        ("asgari 5 lira", ["5 lira = 5 TRY (money at_least) in «asgari 5 lira»"]),
        ("azami 5 lira", ["5 lira = 5 TRY (money at_most) in «azami 5 lira»"]),
        ("neredeyse 5 kişi", ["5 = 5 (count approx) in «neredeyse 5»"]),
        ("5 kişi civarında", ["5 = 5 (count approx) in «5 kişi civarında»"]),
        ("5 milyon dolar civarında", ["5 milyon dolar = 5000000 USD (money approx) in «5 milyon dolar civarında»"]),
        ("5 milyon dolarlık", ["5 milyon dolarlık = 5000000 USD (money)"]),
        (
            "yaklaşık yüzde 2,3 ve yüzde 4,2 arttı.",
            ["yüzde 2,3 = 2.3 % (percent approx) in «yaklaşık yüzde 2,3»", "yüzde 4,2 = 4.2 % (percent approx)"],
        ),
        (
            "yaklaşık 30 metre (100 fut)",
            ["30 metre = 30 m (measure approx) in «yaklaşık 30 metre»", "100 fut = 100 ft (measure approx)"],
        ),
        (
            "100'den büyük ve 300'den küçük sayılar",
            ["100'den büyük ve 300'den = 100..300 (count range) in «100'den büyük ve 300'den küçük»"],
        ),
        (
            "yüzde 3'ten fazla ve yüzde 5'ten az arttı.",
            ["yüzde 3'ten fazla ve yüzde 5'ten = 3..5 % (percent range) in «yüzde 3'ten fazla ve yüzde 5'ten az»"],
        ),
    ],
)
def test_bounds(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-10 kişi", ["5-10 = 5..10 (count range)"]),
        ("5 - 10 milyon dolar", ["5 - 10 milyon dolar = 5000000..10000000 USD (money range)"]),
        ("5 ila 10 gün", ["5 ila 10 gün = 5..10 d (duration range)"]),
        ("5 ilâ 10 gün", ["5 ilâ 10 gün = 5..10 d (duration range)"]),
        ("5 ile 10 kişi arasında", ["5 ile 10 = 5..10 (count range)"]),
        ("5 ile 10 kişi geldi.", ["5 = 5 (count)", "10 = 10 (count)"]),
        ("18 aydan 3 yıla kadar hapis", ["18 aydan 3 yıla = 18..36 mo (duration range) in «18 aydan 3 yıla kadar»"]),
        ("5 liradan 7 liraya kadar çıktı.", ["5 liradan = 5 TRY (money)", "7 liraya = 7 TRY (money)"]),
        ("3,5 metreden 1 metreye kadar değişen", ["3,5 metreden 1 metreye = 3.5..1 m (measure range)"]),
        ("80 kuruş ile 1 lira arasında", ["80 kuruş ile 1 lira = 0.8..1 TRY (money range)"]),
        ("500 gram ile 2 kilogram arasında", ["500 gram ile 2 kilogram = 500..2000 g (measure range)"]),
        ("iki üç kişi", ["iki üç = 2..3 (count range)"]),
        ("beş altı bin kişi", ["beş altı bin = 5000..6000 (count range)"]),
        ("üç beş kişi", ["üç beş = 3..5 (count range)"]),
        ("on on beş kişi", ["on on beş = 10..15 (count range)"]),
        ("yirmi otuz kişi", ["yirmi otuz = 20..30 (count range)"]),
        ("on yirmi kişi", ["on yirmi = 10..20 (count range)"]),
        ("12'şer 15'er yıl", ["12'şer 15'er yıl = 12..15 a (duration range)"]),
        ("3-2 kazandı.", ["3-2 = 3..2 score (number)"]),
        ("Takım maçı 2-3 kaybetti.", ["2-3 = 2..3 score (number)"]),
        ("Komisyonda 2-3 kişi", ["2-3 = 2..3 (count range)"]),
        ("3-2 maç", ["3-2 = 3..2 score (number)"]),
        ("10'a karşı 5 oyla kabul edildi.", ["10'a karşı 5 = 10..5 score (number)"]),
    ],
)
def test_ranges_and_scores(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2 ve 1.4 litrelik", ["1.2 = 1.2 L (measure)", "1.4 litrelik = 1.4 L (measure)"]),
        ("2,5'ten 3,1 liraya çıktı.", ["2,5'ten = 2.5 TRY (money)", "3,1 liraya = 3.1 TRY (money)"]),
        ("yüzde 15'ten 19'a çıktı.", ["yüzde 15'ten = 15 % (percent)", "19'a = 19 % (percent)"]),
        ("2,78 liradan 3,1'e çıktı.", ["2,78 liradan = 2.78 TRY (money)", "3,1'e = 3.1 TRY (money)"]),
        ("35-50 milyon", ["35-50 milyon = 35000000..50000000 (count range)"]),
        ("2 bin-7 bin kişi", ["2 bin-7 bin = 2000..7000 (count range)"]),
        ("2-7 bin kişi", ["2-7 bin = 2000..7000 (count range)"]),
        ("yüzde 3 ve 5 oranında", ["yüzde 3 = 3 % (percent)", "5 = 5 % (percent)"]),
        (
            "3, 5 ve 7 milyon dolar",
            ["3 = 3000000 USD (money)", "5 = 5000000 USD (money)", "7 milyon dolar = 7000000 USD (money)"],
        ),
        (
            "800 bin, 2 ve 7 milyon dolar",
            ["800 bin = 800000 USD (money)", "2 = 2000000 USD (money)", "7 milyon dolar = 7000000 USD (money)"],
        ),
        ("yüzde 30 ve 12 kişi", ["yüzde 30 = 30 % (percent)", "12 = 12 (count)"]),
        # a list of percents
        ("yüzde 3, 5 ve 7 arttı.", ["yüzde 3 = 3 % (percent)", "5 = 5 % (percent)", "7 = 7 % (percent)"]),
        ("%3,5, 5 ve 7 oranında", ["%3,5 = 3.5 % (percent)", "5 = 5 % (percent)", "7 = 7 % (percent)"]),
        ("sırasıyla yüzde 12 ve 8,5 geriledi", ["yüzde 12 = 12 % (percent)", "8,5 = 8.5 % (percent)"]),
        ("yüzde 4 ve 6 zamlandı", ["yüzde 4 = 4 % (percent)", "6 = 6 % (percent)"]),
        ("yüzde 4 ve 6 değer kazandı", ["yüzde 4 = 4 % (percent)", "6 = 6 % (percent)"]),
        ("yüzde 4 ve 6 zaman dilimi", ["yüzde 4 = 4 % (percent)", "6 = 6 (count)"]),
        ("yüzde 3, 5 ve 7 kişi", ["yüzde 3 = 3 % (percent)", "5 = 5 (count)", "7 = 7 (count)"]),
        ("yüzde 12, 7 arttı", ["yüzde 12 = 12 % (percent)", "7 = 7 (count)"]),
        ("yüzde 3, 5 gol attı", ["yüzde 3 = 3 % (percent)", "5 = 5 (count)"]),
    ],
)
def test_shared_units(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varil başına 80 dolar", ["80 dolar = 80 USD per varil (money)"]),
        ("varil fiyatı 80 dolar", ["80 dolar = 80 USD per varil (money)"]),
        ("varilinin 80 dolar olduğu", ["80 dolar = 80 USD per bbl (money)"]),
        ("kişi başı 500 dolar", ["500 dolar = 500 USD per kişi (money)"]),
        ("kişi başına düşen milli gelir 10 bin dolar", ["10 bin dolar = 10000 USD per kişi (money)"]),
        ("hisse başına kazanç, beklenen 1,34 dolar", ["1,34 dolar = 1.34 USD per hisse (money)"]),
        ("aylık 300 lira", ["300 lira = 300 TRY per mo (money)"]),
        ("ayda 300 lira", ["300 lira = 300 TRY per mo (money)"]),
        ("yılda 5 milyon ton", ["5 milyon ton = 5000000 t per a (measure)"]),
        ("yıllık yüzde 5", ["yüzde 5 = 5 % per a (percent)"]),
        ("günde 5 kez", ["5 = 5 per d (count)"]),
        ("günlük 5 bin varil", ["5 bin varil = 5000 bbl per d (measure)"]),
        ("haftada üç gün", ["üç gün = 3 d per wk (duration)"]),
        ("saatte 90 km hızla", ["90 km = 90 km per h (measure)"]),
        ("saniyede 5 metre", ["5 metre = 5 m per s (measure)"]),
        ("dakikada 5 vuruş", ["5 = 5 per min (count)"]),
        ("her ay 500 lira", ["500 lira = 500 TRY per mo (money)"]),
        ("her yıl 5 bin kişi", ["5 bin = 5000 per a (count)"]),
        ("metrekaresi 3 bin lira", ["3 bin lira = 3000 TRY per m2 (money)"]),
        ("metrekare başına 3 bin lira", ["3 bin lira = 3000 TRY per m2 (money)"]),
        ("metrekare fiyatı 3 bin lira", ["3 bin lira = 3000 TRY per m2 (money)"]),
        ("birim fiyatı 3 bin lira", ["3 bin lira = 3000 TRY per birim (money)"]),
        ("dekara 500 kilogram", ["500 kilogram = 500 kg per dekar (measure)"]),
        (
            "bin metreküp başına 300 dolar",
            ["bin metreküp = 1000 m3 (measure)", "300 dolar = 300 USD per 1000 m3 (money)"],
        ),
        ("100 kilometre başına 5 litre", ["100 kilometre = 100 km (measure)", "5 litre = 5 L per 100 km (measure)"]),
        ("2024 kişi başına 5 dolar", ["2024 = 2024 (count)", "5 dolar = 5 USD per kişi (money)"]),
        ("bir varil başına 80 dolar", ["bir varil = 1 bbl (measure)", "80 dolar = 80 USD per varil (money)"]),
        ("3,5 kilogram olan kişi başı tüketim", ["3,5 kilogram = 3.5 kg per kişi (measure)"]),
        ("3,5 kilogramlık kişi başı tüketim", ["3,5 kilogramlık = 3.5 kg per kişi (measure)"]),
        ("3 kilogram olan bebek başını kaldırdı.", ["3 kilogram = 3 kg (measure)"]),
        ("3 kilogram olan tek başına", ["3 kilogram = 3 kg (measure)"]),
        ("ton başına 500 dolar", ["500 dolar = 500 USD per t (money)"]),
        ("tonu 500 dolara", ["500 dolara = 500 USD per t (money)"]),
        ("kilosu 20 liradan", ["20 liradan = 20 TRY per kg (money)"]),
        ("kilogramı 20 lira", ["20 lira = 20 TRY per kg (money)"]),
        ("litresi 45 lira", ["45 lira = 45 TRY per L (money)"]),
        ("litre fiyatı 45 lira", ["45 lira = 45 TRY per L (money)"]),
        ("kilovatsaat başına 2 lira", ["2 lira = 2 TRY per kWh (money)"]),
        ("tek başına 5 dolar", ["5 dolar = 5 USD (money)"]),
        ("dolar bazında 5 milyar", ["5 milyar = 5000000000 (count)"]),
        ("kilogram bazında 5 milyar", ["5 milyar = 5000000000 per kg (count)"]),
        ("kişi bazında 5 milyar", ["5 milyar = 5000000000 per kişi (count)"]),
        ("309 TL'den 799 TL'ye", ["309 TL'den = 309 TRY (money)", "799 TL'ye = 799 TRY (money)"]),
        ("aylık 309 TL'den 799 TL'ye", ["309 TL'den = 309 TRY per mo (money)", "799 TL'ye = 799 TRY per mo (money)"]),
        ("5 TL/kg", ["5 TL/kg = 5 TRY per kg (money)"]),
        ("120 km/s hız", ["120 km/s = 120 km per h (measure)"]),
        ("100 dolar/varil", ["100 dolar/varil = 100 USD per varil (money)"]),
    ],
)
def test_rates(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 kişiden 2'si", ["5 kişiden 2'si = 0.4 (ratio)"]),
        ("5 kişinin 2'si", ["5 kişinin 2'si = 0.4 (ratio)"]),
        ("29 maçının 19'unu kazandı.", ["29 maçının 19'unu = 19/29 (ratio)"]),
        ("1,4 milyon hastanın 430 bini", ["1,4 milyon = 1400000 (count)", "430 bini = 430000 (count)"]),
        ("dört oyuncudan biri", ["dört oyuncudan biri = 0.25 (ratio)"]),
        ("8 çalışmasından biriydi.", ["8 çalışmasından biriydi = 0.125 (ratio)"]),
        ("en büyük 10 şirketinden biri", ["10 = 10 (ordinal at_most)"]),
        ("ilk 10 şirketten biri", ["10 = 10 (ordinal at_most)"]),
        ("10 üzerinden 9 aldı.", ["10 üzerinden 9 = 9 (number)"]),
        ("bir yıl önce", ["bir yıl = 1 a (duration)"]),
        ("güzel bir gün", []),
        ("bir hafta sonu", []),
        ("son bir haftada", ["bir haftada = 1 wk (duration)"]),
        ("bir saatten fazla", ["bir saatten = 1 h (duration more_than) in «bir saatten fazla»"]),
        ("bir kilo elma", ["bir kilo = 1 kg (measure)"]),
        ("bir lira", ["bir lira = 1 TRY (money)"]),
        ("bir ev", []),
        ("bir kişi", ["bir = 1 (count)"]),
        ("biri ağır 3 yaralı", ["3 = 3 (count)"]),
        ("yüzde bir", ["yüzde bir = 1 % (percent)"]),
        ("en fazla bir kez", ["bir = 1 (count at_most) in «en fazla bir»"]),
        ("ikisi ağır 5 kişi yaralandı.", ["ikisi = 2 (count)", "5 = 5 (count)"]),
    ],
)
def test_parts_of_a_whole_and_one(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("İhbar hattı 0212 444 20 24 oldu.", []),
        ("Aracın plakası 34 ABC 123 idi.", []),
        ("Yeni sürüm 3.11.7 çıktı.", []),
        ("Başvuru 0 850 222 33 44 numaralı hatta.", []),
        ("1500-200 bin kişi", ["1500-200 bin = 1500..200000 (count range)"]),
        ("900-2 bin kişi", ["900-2 bin = 900..2000 (count range)"]),
        ("Ali Kaya (27) konuştu.", ["27 = 27 a (duration)"]),
        ("Ali Kaya (27 konuştu.", ["27 = 27 (count)"]),
        ("Toplantıda karar (27) alındı.", ["27 = 27 (count)"]),
        ("Faiz 3 puanlık düşüşle yüzde 15'e indi.", ["3 puanlık = 3 pp (percent)", "yüzde 15'e = 15 % (percent)"]),
        (
            "Faiz 2 puanlık çok sert bir artışla yüzde 40'a çıktı.",
            ["2 puanlık = 2 point (number)", "yüzde 40'a = 40 % (percent)"],
        ),
        (
            "Faiz 2 puanlık sert bir artışla yüzde 40'a çıktı.",
            ["2 puanlık = 2 pp (percent)", "yüzde 40'a = 40 % (percent)"],
        ),
        (
            "Faiz 2 puan sert bir artışla yüzde 40'a çıktı.",
            ["2 puan = 2 point (number)", "yüzde 40'a = 40 % (percent)"],
        ),
        ("Takım 3 puanlık galibiyetle lider oldu.", ["3 puanlık = 3 point (number)"]),
        ("500 liralık ürünün üzerinde", ["500 liralık = 500 TRY (money)"]),
    ],
)
def test_codes_ages_and_points(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected
