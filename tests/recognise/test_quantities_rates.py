"""Rates, money and names: numbers whose neighbours decide what they are of, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ödülü yılda 3. kez aldı.", ["3. = 3 (ordinal)"]),
        ("Yılda toplam en az yaklaşık 5 lira ödedi.", ["5 lira = 5 TRY per a (money approx) in «yaklaşık 5 lira»"]),
        ("Başına 5 dolar ödül kondu.", ["5 dolar = 5 USD (money)"]),
        ("Bin küp başına 5 dolar ödendi.", ["Bin = 1000 (count)", "5 dolar = 5 USD per 1000 küp (money)"]),
        ("Yıllık bazda %21’lik büyüme sağlandı.", ["%21’lik = 21 % (percent)"]),
        ("Yıllık toplam %21 büyüme sağlandı.", ["%21 = 21 % per a (percent)"]),
        (
            "Lot başına 76 dolardan 17 milyon adet sattı.",
            ["76 dolardan = 76 USD per lot (money)", "17 milyon adet = 17000000 (count)"],
        ),
        ("Verim dekarda yüzde 5 arttı.", ["yüzde 5 = 5 % (percent)"]),
        ("Birim fiyatı artınca ödenen 5 lira", ["5 lira = 5 TRY (money)"]),
        ("Birim fiyatı 5 lira oldu.", ["5 lira = 5 TRY per birim (money)"]),
        ("Suyun metre küpü 50 lira.", ["50 lira = 50 TRY per m3 (money)"]),
        ("Suyun metre küpüne 50 lira ödendi.", ["50 lira = 50 TRY per m3 (money)"]),
        ("Arsanın metre karesine 50 lira ödendi.", ["50 lira = 50 TRY per m2 (money)"]),
        ("Yol 5 metre karşıda 3 bin dolar tuttu.", ["5 metre = 5 m (measure)", "3 bin dolar = 3000 USD (money)"]),
        ("Saat başı 5 dolar aldı.", ["5 dolar = 5 USD per h (money)"]),
        ("Gün başına 5 dolar aldı.", ["5 dolar = 5 USD per d (money)"]),
        (
            "Haftada 4 gün giydi, yüzde 85'i memnun kaldı.",
            ["4 gün = 4 d per wk (duration)", "yüzde 85'i = 85 % (percent)"],
        ),
        ("Günde yaklaşık 1 saat çalıştı.", ["1 saat = 1 h per d (duration approx) in «yaklaşık 1 saat»"]),
        ("Son yılda 5 gün çalıştı.", ["5 gün = 5 d (duration)"]),
        ("Bir yılda 37 bin iş günü kaybedildi.", ["Bir yılda = 1 a (duration)", "37 bin iş günü = 37000 d (duration)"]),
        ("Yılda 37 bin iş günü kaybedildi.", ["37 bin iş günü = 37000 d per a (duration)"]),
        ("Tonunu köylüler 500 dolardan sattı.", ["500 dolardan = 500 USD per t (money)"]),
        (
            "Varil başına 80 dolar ödendi. Dün 90 dolar ödendi.",
            ["80 dolar = 80 USD per varil (money)", "90 dolar = 90 USD (money)"],
        ),
        ("1 kilo başına 5 lira ödendi.", ["1 kilo = 1 kg (measure)", "5 lira = 5 TRY per kg (money)"]),
        ("Odanın küpü 50 lira.", ["50 lira = 50 TRY (money)"]),
        (
            "Hisse başına 2 TL, brüt 3 TL, net 39 TL",
            ["2 TL = 2 TRY per hisse (money)", "3 TL = 3 TRY per hisse (money)", "39 TL = 39 TRY per hisse (money)"],
        ),
        (
            "Hisse başına 2 TL, brüt 3 TL, net 60 TL",
            ["2 TL = 2 TRY per hisse (money)", "3 TL = 3 TRY per hisse (money)", "60 TL = 60 TRY (money)"],
        ),
        ("Hisse başına 2 TL\nbrüt 3 TL", ["2 TL = 2 TRY per hisse (money)", "3 TL = 3 TRY (money)"]),
        ("Aylık 2 TL, brüt 3 TL", ["2 TL = 2 TRY per mo (money)", "3 TL = 3 TRY (money)"]),
        (
            "Kilometrede 5 ton, kilometreye 5 ton, tonu 5 kilo",
            ["5 ton = 5 t per km (measure)", "5 ton = 5 t per km (measure)", "5 kilo = 5 kg (measure)"],
        ),
        (
            "5 milyon dolar olan kişi başı gelir, 5 kilo aylık tüketim",
            ["5 milyon dolar = 5000000 USD per kişi (money)", "5 kilo = 5 kg (measure)"],
        ),
        (
            "Her gün 5 lira, her iki yılda 5 lira",
            ["5 lira = 5 TRY per d (money)", "iki yılda = 2 a (duration)", "5 lira = 5 TRY (money)"],
        ),
        (
            "Haftalık satış 5 bin adet, haftalık satış 5 bin lira",
            ["5 bin adet = 5000 (count)", "5 bin lira = 5000 TRY per wk (money)"],
        ),
        ("Hisse başına brüt 5 TL, net 0 TL", ["5 TL = 5 TRY per hisse (money)", "0 TL = 0 TRY (money)"]),
        ("Bu dekarda 80 kilogram ürün alındı.", ["80 kilogram = 80 kg (measure)"]),
    ],
)
def test_rates_and_what_is_none(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 ve 5 misli büyüdü.", ["3 = 3 (count)", "5 misli = 5 x (ratio)"]),
        ("3 ve 5 TL/kg fiyatla", ["3 = 3 TRY per kg (money)", "5 TL/kg = 5 TRY per kg (money)"]),
        ("3'ten fazla kişi 5 lira verdi.", ["3'ten = 3 (count more_than) in «3'ten fazla»", "5 lira = 5 TRY (money)"]),
        (
            "Ciro 33 milyona, kâr ise 7 milyon dolara çıktı.",
            ["33 milyona = 33000000 USD (money)", "7 milyon dolara = 7000000 USD (money)"],
        ),
        ("Ciro 33 milyona, pay ise 7 dolara çıktı.", ["33 milyona = 33000000 (count)", "7 dolara = 7 USD (money)"]),
        (
            "İki yılda 5 milyon ve 7 milyon dolar",
            ["İki yılda = 2 a (duration)", "5 milyon = 5000000 USD (money)", "7 milyon dolar = 7000000 USD (money)"],
        ),
    ],
)
def test_units_that_a_list_shares(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eşine açtığı 100 milyarlık tazminat davası düştü.", ["100 milyarlık = 100000000000 (money)"]),
        ("16 milyonluk kent büyüdü.", ["16 milyonluk = 16000000 (count)"]),
        ("16 milyonluk büyük ve çok kalabalık kent büyüdü.", ["16 milyonluk = 16000000 (count)"]),
        ("Ev 1.000'e satıldı.", ["1.000'e = 1000 (money)"]),
        ("Ev 999'a satıldı.", ["999'a = 999 (count)"]),
        (
            "Borç 5 milyon lira, ciro 7 milyonda kaldı.",
            ["5 milyon lira = 5000000 TRY (money)", "7 milyonda = 7000000 (money)"],
        ),
        (
            "Borç 5 milyon lira, ciro 7 milyonu buldu.",
            ["5 milyon lira = 5000000 TRY (money)", "7 milyonu = 7000000 (money)"],
        ),
        (
            "Borç 5 milyon lira, salon 12 milyon kişiyi ağırladı.",
            ["5 milyon lira = 5000000 TRY (money)", "12 milyon = 12000000 (count)"],
        ),
        (
            "Borç 5 milyon lira, üye sayısı 9 milyondan fazla.",
            ["5 milyon lira = 5000000 TRY (money)", "9 milyondan = 9000000 (count more_than) in «9 milyondan fazla»"],
        ),
        (
            "Bir asır sürdü, yarım asırlık tecrübe birikti.",
            ["Bir asır = 100 a (duration)", "yarım asırlık = 50 a (duration)"],
        ),
        ("5 (beş) iş günü, 6 (altı) ay süre", ["5 (beş) iş günü = 5 d (duration)", "6 (altı) ay = 6 mo (duration)"]),
        ("32-bit işlemci, 3.200.000.-adet pay, 5.- kilo", ["3.200.000 = 3200000 (count)", "5 = 5 (count)"]),
        ("6,45 gr/cm3 yoğunluk ölçüldü.", ["6,45 gr = 6.45 g (measure)"]),
        ("'Finansman 1,6 milyar dolar' dedi.", ["1,6 milyar dolar = 1600000000 USD (money)"]),
        ("Gelirimiz '5 milyon lira' de bana.", ["5 milyon lira = 5000000 TRY (money)"]),
        ("Fiyatı 199 Euro ’dan düştü.", ["199 Euro ’dan = 199 EUR (money)"]),
        ("Fiyatı 5 lira 'nın altında.", ["5 lira 'nın = 5 TRY (money less_than) in «5 lira 'nın altında»"]),
        ("Fiyatı 5 lira 'yerine' geçti.", ["5 lira = 5 TRY (money)"]),
        ("5Gb veri indirdi.", ["5Gb = 5 GB (measure)"]),
        ("Bedeli 66.000(altmışaltıbin) TL oldu.", ["66.000(altmışaltıbin) TL = 66000 TRY (money)"]),
        ("Kasaya 5 (beş TL) ödedi.", ["5 = 5 (count)", "beş TL = 5 TRY (money)"]),
        (
            "Borç 5 milyon lira, ciro 7 milyon civarında.",
            ["5 milyon lira = 5000000 TRY (money)", "7 milyon = 7000000 (money approx) in «7 milyon civarında»"],
        ),
        (
            "Uzun süredir konuşulan ve kimsenin anlaşamadığı bu konuda borcu 5 milyon lira, cirosu 7 milyonu buldu.",
            ["5 milyon lira = 5000000 TRY (money)", "7 milyonu = 7000000 (money)"],
        ),
        ("5 MMBTU gaz aktı.", ["5 MMBTU = 5 BTU (measure)"]),
        ("Fiyatı 5 TL/kg'ye çıktı.", ["5 TL/kg'ye = 5 TRY per kg (money)"]),
        ("Kur 5'te lira değer kaybetti.", ["5'te = 5 (count)"]),
    ],
)
def test_units_beside_other_marks(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dosyanın numarası 0403 oldu.", []),
        ("DirectX 9 sürümü çıktı.", []),
        ("Xerox 1.200 adet sattı.", ["1.200 adet = 1200 (count)"]),
        ("Her biri birer tarih şehri.", []),
        ("Üyelere beşer kitap verildi.", ["beşer = 5 (count)"]),
        ("Yarım kollu gömlek giydi.", ["Yarım = 0.5 (number)"]),
        ("Sayfanın yarım kalan bölümü", []),
        ("Yarıma kadar bekledi.", []),
        ('"Örümcek Adam 100" yazısı', ["100 = 100 (count)"]),
        ('"Örümcek Adam 99" yazısı', []),
        ("Eski Ford 4 ile yeni Ford 4 yan yana.", []),
        ("Eski Ford 10000 ile yeni Ford 10000 yan yana.", ["10000 = 10000 (count)", "10000 = 10000 (count)"]),
        ("Eski Ford dört ile yeni Ford dört yan yana.", ["dört = 4 (count)", "dört = 4 (count)"]),
        ("Eski CIA 4 ile yeni CIA 4 yan yana.", ["4 = 4 (count)", "4 = 4 (count)"]),
        ("Ekranı 2560×1440 piksel.", ["1440 piksel = 1440 px (measure)"]),
        ("Kâr yüzde7 arttı, faiz yüzde1,5 oldu.", ["yüzde7 = 7 % (percent)", "yüzde1,5 = 1.5 % (percent)"]),
        ("Kadıköy7 otobüsü", []),
        ("İhracatçılar Meclisi 22. Genel Kurulu’na katıldı.", []),
        ("Uçağı Tu–22 idi.", []),
        (
            "Kanun seçilme yaşını 18'e, emeklilik yaşının 65'e, evlenme yaşın 17 olmasını öngörüyor.",
            ["18'e = 18 a (duration)", "65'e = 65 a (duration)", "17 = 17 a (duration)"],
        ),
        ("Ayrıntı Bkz. 5 içinde.", []),
        ("Toplantıya gelen Ali. 5 kişi.", ["5 = 5 (count)"]),
        ("Rafta bin bir kitap var.", []),
        ("Kitap sayısı bin bir.", ["bin bir = 1001 (count)"]),
        ("5 yolcu eski Ford 4 ile yeni Ford 4 arasında kaldı.", ["5 = 5 (count)"]),
        ("Beş yolcu eski Ford 4 ile yeni Ford 4 arasında kaldı.", ["Beş = 5 (count)"]),
        ("'Renault 5 yandı.", []),
        ("Not ortalaması 5,0 oldu.", ["5,0 = 5.0 (number)"]),
        ("Golü Trezeguet (2) attı.", ["2 = 2 (count)"]),
        ("Ali Kaya (150) konuştu.", ["150 = 150 (count)"]),
        ("Dil altı ilaç verildi.", []),
        ("Asgari ücretinin altı maaş alıyor.", []),
        ("Kayıp çeyrek milyonu geçti.", ["çeyrek milyonu = 250000 (count more_than) in «çeyrek milyonu geçti»"]),
        ("Bir çeyrek altın aldı.", []),
        ("Oran çeyrekten yüksek.", ["çeyrekten = 0.25 (number more_than) in «çeyrekten yüksek»"]),
        ("Oran çeyrekten düşük.", ["çeyrekten = 0.25 (number less_than) in «çeyrekten düşük»"]),
        ("Bir önceki çeyrekten beri", []),
    ],
)
def test_names_and_glued_numbers(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://ornek.com/?a=5&b=on adresi", []),
        ("Adresi www.ornek.com/GB_22-03-10.pdf oldu.", []),
        ("http://ornek.com/a_5-on ve http://ornek.com/b_6-on ile 9 kişi", ["9 = 9 (count)"]),
        ("Adresi bilgi.55@ornek.com oldu.", []),
        ("Adresi on@ornek-5.com, 7 kişi", ["7 = 7 (count)"]),
        ("Yediden yetmişe 5 kişi", ["5 = 5 (count)"]),
        ("7'den 70'e 5 kişi", ["5 = 5 (count)"]),
        ("Şartlar:        5) Ali gelir.", []),
        ("Şartlar: 5. Ali gelir.", []),
        ("Şartlar: 5. ali gelir.", ["5. = 5 (ordinal)"]),
        ("Şartlar; 100) Ali", ["100 = 100 (count)"]),
        ("Şartlar; 99) Ali", []),
        ("Toplantı bitti. 3) Ali", []),
        ("Toplantı bitti. 3- Ali", ["3 = 3 (count)"]),
        ("www.ornek.com/a-on adresi 7'den 70'e açık.", []),
        ("Aramak için (0212) 444 20 24 yeterli.", []),
    ],
)
def test_addresses_and_bullets(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected
