"""Units, money, percents and degrees as they are written, and numbers that are no quantities.

A quantity is written with its value, unit, what it is per, kind and bound; «…» holds the words of its bound too.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boeing 737 düştü.", []),
        ("Airbus A320 uçağı", []),
        ("No 5", []),
        ("No: 5", []),
        ("yer altı", []),
        ("bin bir gece", []),
        ("3+1 daire", []),
        ("247sports sitesi", []),
        ("0002945 sayılı", []),
        ("6284 sayılı Kanun", []),
        ("12. madde", []),
        ("4. Levent", []),
        ("2. Çocuk Ağır Ceza Mahkemesi", []),
        ("5 CAD ödedi.", ["5 CAD = 5 CAD (money)"]),
        ("NO: 5 CAD. SK.", []),
        ("7. Kocaeli Kitap Fuarı", []),
        ("CO2 salımı", []),
        ("F-16 uçağı", []),
        ("U19 takımı", []),
        ("4x4 araç", []),
        ("5G teknolojisi", []),
        ("16 GB bellek", ["16 GB = 16 GB (measure)"]),
        ("Formula 1 yarışı", []),
        ("Vodafone Smart 6 çıktı. Yeni Vodafone Smart 6 satışta.", []),
        ("iPhone 6 satışı", []),
        ("IPhone 15 Pro", []),
        ("A4 kağıt", []),
        ("E-5 yolu", []),
        ("100. Yıl Mahallesi", []),
        ("15 Temmuz Şehitler Köprüsü", []),
        ("1. Lig", []),
        ("Süper Lig'in 5. haftasında", ["5. = 5 (ordinal)"]),
        ("3. kez", ["3. = 3 (ordinal)"]),
        ("üçüncü kez", ["üçüncü = 3 (ordinal)"]),
        ("3'üncü sırada", ["3'üncü = 3 (ordinal)"]),
        ("5. oldu.", ["5. = 5 (ordinal)"]),
        ("birinci sırada", ["birinci = 1 (ordinal)"]),
        ("100'üncü yıl", ["100'üncü = 100 (ordinal)"]),
        ("1, 3 ve 5. maddeleri", []),
        ("5237 sayılı TCK'nın 53. maddesi", []),
        ("0212 444 20 24", []),
        ("444 0 555", []),
        ("34 ABC 123 plakalı", []),
        ("www.5haber.com", []),
        ("a5@b.com", []),
        ("1) Giriş", []),
        ("1. Giriş", []),
        ("(5) kişi", []),
    ],
)
def test_names_and_codes(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#5", []),
        ("@5", []),
        ("$5", ["$5 = 5 USD (money)"]),
        ("$ 5 milyon", ["$ 5 milyon = 5000000 USD (money)"]),
        ("5$", ["5$ = 5 USD (money)"]),
        ("€5", ["€5 = 5 EUR (money)"]),
        ("5 €", ["5 € = 5 EUR (money)"]),
        ("₺5", ["₺5 = 5 TRY (money)"]),
        ("5₺", ["5₺ = 5 TRY (money)"]),
        ("£5 bin", ["£5 bin = 5000 GBP (money)"]),
        ("¥500", ["¥500 = 500 JPY (money)"]),
        ("5 avro", ["5 avro = 5 EUR (money)"]),
        ("5 euro", ["5 euro = 5 EUR (money)"]),
        ("5 sterlin", ["5 sterlin = 5 GBP (money)"]),
        ("5 İngiliz sterlini", ["5 İngiliz sterlini = 5 GBP (money)"]),
        ("5 Türk lirası", ["5 Türk lirası = 5 TRY (money)"]),
        ("5 TL", ["5 TL = 5 TRY (money)"]),
        ("5TL", ["5TL = 5 TRY (money)"]),
        ("5 TRY", ["5 TRY = 5 TRY (money)"]),
        ("5 USD", ["5 USD = 5 USD (money)"]),
        ("USD 5", ["USD 5 = 5 USD (money)"]),
        ("5 ruble", ["5 ruble = 5 RUB (money)"]),
        ("5 yen", ["5 yen = 5 JPY (money)"]),
        ("5 Japon yeni", ["5 Japon yeni = 5 JPY (money)"]),
        ("5 kuruş", ["5 kuruş = 0.05 TRY (money)"]),
        ("5 sent", ["5 sent = 0.05 USD (money)"]),
        ("5 cent", ["5 cent = 0.05 USD (money)"]),
        ("5 lira 50 kuruş", ["5 lira 50 kuruş = 5.5 TRY (money)"]),
        ("5 milyon 250 bin lira", ["5 milyon 250 bin lira = 5250000 TRY (money)"]),
    ],
)
def test_money_signs_and_names(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 bin 250", ["5 bin 250 = 5250 (count)"]),
        ("100 bin", ["100 bin = 100000 (count)"]),
        ("bin kişi", ["bin = 1000 (count)"]),
        ("yüz kişi", ["yüz = 100 (count)"]),
        ("yüzlerce kişi", []),
        ("binlerce kişi", []),
        ("5 bin kişilik", ["5 bin = 5000 (count)"]),
        ("5'er lira", ["5'er lira = 5 TRY (money)"]),
        ("beşer lira", ["beşer lira = 5 TRY (money)"]),
        ("birer lira", ["birer lira = 1 TRY (money)"]),
        ("5 katı", ["5 katı = 5 x (ratio)"]),
        ("5 katına çıktı.", ["5 katına = 5 x (ratio)"]),
        ("iki katına çıktı.", ["iki katına = 2 x (ratio)"]),
        ("iki misli", ["iki misli = 2 x (ratio)"]),
        ("yarısı", ["yarısı = 1/2 (ratio)"]),
        ("yüzde 50'si", ["yüzde 50'si = 50 % (percent)"]),
        ("üçte biri", ["üçte biri = 1/3 (ratio)"]),
        ("üçte ikisi", ["üçte ikisi = 2/3 (ratio)"]),
        ("dörtte üçü", ["dörtte üçü = 3/4 (ratio)"]),
        ("5'te 1'i", ["5'te 1'i = 1/5 (ratio)"]),
        ("binde 3", ["binde 3 = 3/1000 (ratio)"]),
    ],
)
def test_numbers_and_ratios(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‰5", ["‰5 = 5 ‰ (percent)"]),
        ("%5", ["%5 = 5 % (percent)"]),
        ("% 5", ["% 5 = 5 % (percent)"]),
        ("yüzde 5", ["yüzde 5 = 5 % (percent)"]),
        ("5%", ["5% = 5 % (percent)"]),
        ("%5'lik", ["%5'lik = 5 % (percent)"]),
        ("%5,5", ["%5,5 = 5.5 % (percent)"]),
        ("yüzde -5", ["yüzde -5 = -5 % (percent)"]),
        ("-%5", ["-%5 = -5 % (percent)"]),
        ("eksi yüzde 5", ["eksi yüzde 5 = -5 % (percent)"]),
        ("eksi 5 derece", ["eksi 5 derece = -5 deg (measure)"]),
        ("-5 derece", ["-5 derece = -5 deg (measure)"]),
        ("-5°C", ["-5°C = -5 Cel (measure)"]),
        ("5°C", ["5°C = 5 Cel (measure)"]),
        ("5 °C", ["5 °C = 5 Cel (measure)"]),
        ("5 derece", ["5 derece = 5 deg (measure)"]),
        ("5 santigrat derece", ["5 santigrat derece = 5 Cel (measure)"]),
        ("37 ° santigrat", ["37 ° santigrat = 37 Cel (measure)"]),
        ("5 derece C", ["5 derece C = 5 Cel (measure)"]),
        ("5 puan", ["5 puan = 5 point (number)"]),
        ("5 puanlık", ["5 puanlık = 5 point (number)"]),
        ("5 baz puan", ["5 baz puan = 5 bp (percent)"]),
        ("250 baz puanlık", ["250 baz puanlık = 250 bp (percent)"]),
        ("2 yüzde puan", ["2 yüzde puan = 2 pp (percent)"]),
    ],
)
def test_percents_and_degrees(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 gol", ["5 = 5 (count)"]),
        ("5 maç", ["5 = 5 (count)"]),
        ("5 oy", ["5 = 5 (count)"]),
        ("5 saat", ["5 saat = 5 h (duration)"]),
        ("5 saatlik", ["5 saatlik = 5 h (duration)"]),
        ("2 saat 30 dakika", ["2 saat 30 dakika = 2.5 h (duration)"]),
        ("2 saat 30 dakikalık", ["2 saat 30 dakikalık = 2.5 h (duration)"]),
        ("5 gün", ["5 gün = 5 d (duration)"]),
        ("5 günlük", ["5 günlük = 5 d (duration)"]),
        ("5 hafta", ["5 hafta = 5 wk (duration)"]),
        ("5 ay", ["5 ay = 5 mo (duration)"]),
        ("5 yıl", ["5 yıl = 5 a (duration)"]),
        ("5 yıllık", ["5 yıllık = 5 a (duration)"]),
        ("5 yaşında", ["5 = 5 a (duration) in «5 yaşında»"]),
        ("5 yaşındaki", ["5 = 5 a (duration) in «5 yaşındaki»"]),
        ("18 yaş", ["18 = 18 a (duration) in «18 yaş»"]),
        ("5 dakika 30 saniye", ["5 dakika 30 saniye = 5.5 min (duration)"]),
        ("5 km", ["5 km = 5 km (measure)"]),
        ("5 km'lik", ["5 km'lik = 5 km (measure)"]),
        ("5 kilometre", ["5 kilometre = 5 km (measure)"]),
        ("5 km.", ["5 km = 5 km (measure)"]),
        ("5 m", ["5 m = 5 m (measure)"]),
        ("5 metre", ["5 metre = 5 m (measure)"]),
        ("5 metrekare", ["5 metrekare = 5 m2 (measure)"]),
        ("5 m2", ["5 m2 = 5 m2 (measure)"]),
        ("5 m²", ["5 m² = 5 m2 (measure)"]),
        ("5 m3", ["5 m3 = 5 m3 (measure)"]),
        ("5 metreküp", ["5 metreküp = 5 m3 (measure)"]),
        ("5 metre küp", ["5 metre küp = 5 m3 (measure)"]),
        ("5 metre kare", ["5 metre kare = 5 m2 (measure)"]),
        ("5 hektar", ["5 hektar = 5 ha (measure)"]),
        ("5 dekar", ["5 dekar = 5 dekar (measure)"]),
        ("5 dönüm", ["5 dönüm = 5 dönüm (measure)"]),
        ("5 kg", ["5 kg = 5 kg (measure)"]),
        ("5 kilo", ["5 kilo = 5 kg (measure)"]),
        ("5 kilogram", ["5 kilogram = 5 kg (measure)"]),
        ("5 gram", ["5 gram = 5 g (measure)"]),
        ("5 gr", ["5 gr = 5 g (measure)"]),
        ("5 ton", ["5 ton = 5 t (measure)"]),
        ("5 litre", ["5 litre = 5 L (measure)"]),
        ("5 lt", ["5 lt = 5 L (measure)"]),
        ("5 varil", ["5 varil = 5 bbl (measure)"]),
        ("5 MW", ["5 MW = 5 MW (measure)"]),
        ("5 megavat", ["5 megavat = 5 MW (measure)"]),
        ("5 kWh", ["5 kWh = 5 kWh (measure)"]),
        ("5 kilovatsaat", ["5 kilovatsaat = 5 kWh (measure)"]),
        ("5 GB", ["5 GB = 5 GB (measure)"]),
        ("5 Mbps", ["5 Mbps = 5 Mbps (measure)"]),
        ("5 hertz", ["5 hertz = 5 Hz (measure)"]),
        ("5 beygir", ["5 beygir = 5 hp (measure)"]),
        ("5 beygir gücünde", ["5 beygir gücünde = 5 hp (measure)"]),
        ("5 büyüklüğünde deprem", ["5 = 5 (number)"]),
        ("5,2 büyüklüğünde", ["5,2 = 5.2 (number)"]),
        ("5 şiddetinde", ["5 = 5 (number)"]),
        ("5 sayfa", ["5 = 5 (count)"]),
        ("5 adet", ["5 adet = 5 (count)"]),
        ("5 tane", ["5 tane = 5 (count)"]),
        ("5 çift", ["5 = 5 (count)"]),
        ("5 düzine", ["5 düzine = 60 (count)"]),
        ("5 parça", ["5 parça = 5 (count)"]),
        ("5 baş", ["5 baş = 5 (count)"]),
        ("20 baş altı hayvan", ["20 baş = 20 (count less_than) in «20 baş altı»"]),
    ],
)
def test_durations_and_measures(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 (altı) iş günü", ["6 (altı) iş günü = 6 d (duration)"]),
        ("66.000.000,00 (altmışaltımilyon) TL", ["66.000.000,00 (altmışaltımilyon) TL = 66000000.00 TRY (money)"]),
        ("140.000.-TL", ["140.000.-TL = 140000 TRY (money)"]),
        ("9.720.000, - Euro", ["9.720.000, - Euro = 9720000 EUR (money)"]),
        ("1 metre 10 santim", ["1 metre 10 santim = 1.1 m (measure)"]),
        ("6 fut 6 inç", ["6 fut 6 inç = 6.5 ft (measure)"]),
        ("1.80 metre", ["1.80 metre = 1.80 m (measure)"]),
        ("5 kilometre karelik", ["5 kilometre karelik = 5 km2 (measure)"]),
        ("5 kilometrekarelik", ["5 kilometrekarelik = 5 km2 (measure)"]),
        ("100 Jersey sterlini", ["100 Jersey sterlini = 100 (money)"]),
        ("5 Kuzey Kıbrıs lirası", ["5 Kuzey Kıbrıs lirası = 5 (money)"]),
        ("5 milyon Kanada doları", ["5 milyon Kanada doları = 5000000 CAD (money)"]),
        ("5 bin ABD doları", ["5 bin ABD doları = 5000 USD (money)"]),
        ("5 Hong Kong doları", ["5 Hong Kong doları = 5 HKD (money)"]),
        ("HK$5", ["HK$5 = 5 HKD (money)"]),
        ("A$5", ["A$5 = 5 AUD (money)"]),
        ("5 A$", ["5 A$ = 5 AUD (money)"]),
        ("5 ABD $", ["5 ABD $ = 5 USD (money)"]),
        ("5'e satıldı.", ["5'e = 5 (count)"]),
        ("5 milyona satıldı.", ["5 milyona = 5000000 (money)"]),
        ("Ev 5 milyona satıldı.", ["5 milyona = 5000000 (money)"]),
        ("Hisse 2,76 seviyesinde.", ["2,76 = 2.76 (money)"]),
        ("Dolar 32,5'e çıktı.", ["32,5'e = 32.5 (number)"]),
        ("Dolar 32,5 TL'ye çıktı.", ["32,5 TL'ye = 32.5 TRY (money)"]),
        (
            "Endeks yüzde 1,2 artışla 9.800 puana çıktı.",
            ["yüzde 1,2 = 1.2 % (percent)", "9.800 puana = 9800 point (number)"],
        ),
        ("Enflasyon 5,2'ye geriledi.", ["5,2'ye = 5.2 (number)"]),
    ],
)
def test_rare_writings(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected
