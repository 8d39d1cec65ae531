"""Whole sentences through `numerals.find`: what is a numeral, what it is worth, and what is none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from olgu.recognise.numerals import find


def read(text: str) -> list[tuple[str, str]]:
    """Return (quote, value) of the numerals; fractions as "1/3"."""
    return [(text[n.start : n.end], str(n.value)) for n in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiyat 1.250,50 liraya çıktı.", [("1.250,50", "1250.50")]),
        ("Borç 1,250.50 dolar.", [("1,250.50", "1250.50")]),
        ("Nüfus 1.358.000 oldu.", [("1.358.000", "1358000")]),
        ("Nüfus 1,358,000 oldu.", [("1,358,000", "1358000")]),
        ("2.5 milyon ton üretildi.", [("2.5 milyon", "2500000")]),
        ("Ölü sayısı 1.000'i aştı.", [("1.000'i", "1000")]),
        ("Büyüme yüzde 4.0 oldu.", [("4.0", "4.0")]),
        ("Günlük 500.000 varil petrol", [("500.000", "500000")]),
        ("Sapma ,08 puan", [(",08", "0.08")]),
        ("Sonuç 01,10 çıktı", [("01,10", "1.10")]),
        ("Toplam 1 234 567 oy", [("1 234 567", "1234567")]),
        ("Toplam 12\u00a0500 oy", [("12\u00a0500", "12500")]),
        ("Hisse 0.125 dolar", [("0.125", "0.125")]),
        ("kapasite 15,000'lik", [("15,000'lik", "15000")]),
        ("Ayşe 9,6 milyar lira ödedi", [("9,6 milyar", "9600000000")]),
        ("8.10 trilyon dolar", [("8.10 trilyon", "8100000000000")]),
        ("210 mn TL'lik satış", [("210 mn", "210000000")]),
        ("3,2 mlr dolar", [("3,2 mlr", "3200000000")]),
        ("video 100k izlendi", [("100k", "100000")]),
        ("yaklaşık 3000K izleyici", [("3000K", "3000000")]),
        ("bin 500 kişi", [("bin 500", "1500")]),
        ("2 bin 350 kişi", [("2 bin 350", "2350")]),
        ("3 milyon 250 bin lira", [("3 milyon 250 bin", "3250000")]),
        ("1 trilyon 612 milyar 377 bin lira", [("1 trilyon 612 milyar 377 bin", "1612000377000")]),
        ("26 bin 5,50 TL", [("26 bin 5,50", "26005.50")]),
        ("ülkede 10bin kişi", [("10bin", "10000")]),
        ("üretimi150 bin ton", [("150 bin", "150000")]),
        ("kârı ise22,2milyon TL, artış yüzde2,4", [("22,2milyon", "22200000"), ("2,4", "2.4")]),
        ("7,0x FD/FAVÖK, 6x6 araç", [("7,0", "7.0")]),
        ("faturası 64 milyonÜnlü model", [("64 milyon", "64000000")]),
        ("Yolun 10 1/2 mili", [("10 1/2", "10.5")]),
        ("hissenin 1/4'ü", [("1/4'ü", "1/4")]),
        ("hissenin 1 / 4 kadarı", [("1 / 4", "1/4")]),
        ("boyu ½ metre, eni 2½ metre", [("½", "1/2"), ("2½", "2.5")]),
        ("değer 1e10 oldu", [("1e10", "10000000000")]),
        ("3km, 250ml, 80kg, 5m, 10TL, 3000mAH", [(q, q) for q in ("3", "250", "80", "5", "10", "3000")]),
        ("75.000 m2 alan", [("75.000", "75000")]),
        ("Tarih 12.03.2024 idi", []),
        ("Saat 10:30 oldu", []),
        ("Sürüm 3.11.7 çıktı", []),
        ("Tarih 15/03/2024, hizmet 7/24", []),
        ("2019/2020 sezonu", []),
        ("F16 ve F-16, BIST100, G20, U19, Covid-19", []),
        ("5G, 4K, 3D, 737MAX, 1Ç20", []),
        ("haber.com/123 ve user_45 ve @kisi99", []),
        ("0 532 123 45 67", []),
    ],
)
def test_find_digits(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("onbinaltıyüz", 10600),
        ("yirmibeş", 25),
        ("ikibinbeşyüz", 2500),
        ("iki bin yüz beş", 2105),
        ("bin yüz", 1100),
        ("Yüz Bir", 101),
        ("İKİ YÜZ ELLİ", 250),
        ("YIRMI BES BIN", 25000),
        ("uc yuz", 300),
        ("yirmi bes", 25),
        ("kırkbin üçyüz kırksekiz", 40348),
        ("yedi yüz yirmibir bin on iki", 721012),
        ("iki buçuk milyon", 2500000),
        ("2 milyon buçuk", 2500000),
        ("yetmiş iki buçuk", "72.5"),
        ("bir buçuk", "1.5"),
        ("beşbuçuk", "5.5"),
        ("5 buçuk", "5.5"),
        ("yarım milyon", 500000),
        ("üç çeyrek", "0.75"),
        ("çeyrek asır", "0.25"),
        ("yarım", "0.5"),
        ("üç virgül on dört", "3.14"),
        ("on virgül sıfır beş", "10.05"),
        ("iki nokta iki milyon", 2200000),
        ("üç nokta bir dört bir beş", "3.1415"),
        ("üç virgül iki yüz elli", "3.25"),
        ("çeyrekten fazla", "0.25"),
        ("yarımdan az", "0.5"),
        ("3 virgül 14", "3.14"),
        ("eksi 5", -5),
        ("eksi bin dokuz yüz", -1900),
        ("eksi beş nokta beş", "-5.5"),
        ("eksi yüzde beş", -5),
        ("-1", -1),
        ("−3", -3),
        ("- 1 4/5", "-1.8"),
        ("bir düzine", 12),
        ("üç yüz iki düzine", 3624),
        ("bir milyar iki yüz milyon üç", 1200000003),
        ("yüz trilyonuncu", 100000000000000),
        ("on bininci", 10000),
        ("üç bin dokuz yüz altmış beşten", 3965),
        ("on beş bin lira", 15000),
    ],
)
def test_find_one_value(text: str, value: int | str) -> None:
    assert [n.value for n in find(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nüfusun üçte biri", Fraction(1, 3)),
        ("oyların üçte ikisini aldı", Fraction(2, 3)),
        ("üçte iki çoğunluk", Fraction(2, 3)),
        ("üçte ikilik çoğunluk", Fraction(2, 3)),
        ("3'te 2 çoğunluk", Fraction(2, 3)),
        ("yirmi beşte üç", Fraction(3, 25)),
        ("ÜÇTE BİRİ", Fraction(1, 3)),
        ("üyelerin beşte biri", Fraction(1, 5)),
        ("gençlerin 5'te 1'i", Fraction(1, 5)),
        ("2000’de biri", Fraction(1, 2000)),
        ("hissenin binde 3 kadarı", Fraction(3, 1000)),
        ("yüz binde 4", Fraction(4, 100000)),
        ("milyonda bir görülür", Fraction(1, 1000000)),
        ("paranın onda bir kadarı", Fraction(1, 10)),
        ("şirketin yarısını aldı", Fraction(1, 2)),
        ("yarıdan fazlası geldi", Fraction(1, 2)),
        ("bir bölü sekiz", Fraction(1, 8)),
        ("20000 bölü 1998'e", Fraction(20000, 1998)),
        ("3/4", Fraction(3, 4)),
        ("⅔", Fraction(2, 3)),
    ],
)
def test_find_fractions(text: str, value: Fraction) -> None:
    assert [(n.value, n.form) for n in find(text)] == [(value, "fraction")]


@pytest.mark.parametrize(
    "text",
    [
        "gece yarısı geldi",
        "yılın ilk yarısında arttı",
        "yarın yarışacak",
        "yarınki maç",
        "ikide bir söylenir",
        "onda bir şeyler var mı, onda",
        "saat 10'da geldi, 5/2 sayılı madde",
        "saat beşte iki kişi",
        "ilk beşte iki takım var",
        "15'te 3 kişi",
    ],
)
def test_find_no_fractions(text: str) -> None:
    assert not [n for n in find(text) if n.form == "fraction"]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("ligde 3. sırada", "3.", 3),
        ("29. haftada oynandı", "29.", 29),
        ("1. Lig başladı", "1.", 1),
        ("9. ve 10. maddeler", "9.", 9),
        ("1. 2. 3. maddeler", "1.", 1),
        ("bu yıl 61. Altın Portakal Film Festivali", "61.", 61),
        ("Bugün 3'üncü oldu", "3'üncü", 3),
        ("13’ncü kez", "13’ncü", 13),
        ("7’ incisi düzenlendi", "7’ incisi", 7),
        ("4üncü oldu", "4üncü", 4),
        ("4.", "4.", 4),
        ("Anayasa'nın 59.ncu maddesi", "59.ncu", 59),
        ("başlıklı 8.maddesi", "8.", 8),
        ("üçüncü çocuk", "üçüncü", 3),
        ("DÖRDÜNCÜ KEZ", "DÖRDÜNCÜ", 4),
        ("yirmi beşinci yıl", "yirmi beşinci", 25),
        ("onbeşinci gün", "onbeşinci", 15),
        ("ikincisi daha iyi", "ikincisi", 2),
        ("birinciliği aldı", "birinciliği", 1),
        ("II. Dünya Savaşı", "II.", 2),
        ("XX. yüzyıl", "XX.", 20),
        ("IV. Murat dönemi", "IV.", 4),
        ("III'üncü Selim", "III'üncü", 3),
    ],
)
def test_find_ordinals(text: str, quote: str, value: int) -> None:
    found = [n for n in find(text) if n.form == "ordinal"]
    assert (text[found[0].start : found[0].end], found[0].value) == (quote, value)


@pytest.mark.parametrize(
    "text",
    [
        "Sayı 5. Bugün yağmur var.",
        "Toplam 12.",
        "ikincil ürün, birincil hedef",
        "sonuncu kişi",
        "V. Putin geldi",
        "ilk maç",
    ],
)
def test_find_no_ordinals(text: str) -> None:
    assert not [n for n in find(text) if n.form == "ordinal"]


@pytest.mark.parametrize(
    ("text", "quote", "value", "form"),
    [
        ("çocuklara ikişer elma", "ikişer", 2, "distributive"),
        ("takımlara 12'şer puan", "12'şer", 12, "distributive"),
        ("83 bin 300’er lira", "83 bin 300’er", 83300, "distributive"),
        ("5'er bin lira", "5'er bin", 5000, "distributive"),
        ("beşer yüz lira", "beşer yüz", 500, "distributive"),
        ("birer gol attı", "birer", 1, "distributive"),
        ("üçer üçer", "üçer", 3, "distributive"),
        ("binlerce kişi", "binlerce", 1000, "vague"),
        ("yüz binlerce kişi", "yüz binlerce", 100000, "vague"),
        ("ONLARCA EV", "ONLARCA", 10, "vague"),
        ("milyonlarca dolar", "milyonlarca", 1000000, "vague"),
        ("birkaç milyon lira", "birkaç milyon", 1000000, "vague"),
    ],
)
def test_find_forms(text: str, quote: str, value: int, form: str) -> None:
    first = find(text)[0]
    assert (text[first.start : first.end], first.value, first.form) == (quote, value, form)


@pytest.mark.parametrize(
    "text",
    ["Beşar Esad", "milyoner iş adamı", "milyarder", "kaç milyon lira", "birkaç kişi", "onarım", "biner binmez"],
)
def test_find_no_forms(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "core", "case"),
    [
        ("şirketin 700'den fazla işçisi", "700'den", "700", "den"),
        ("şirketin 700’den fazla işçisi", "700’den", "700", "den"),
        ("fiyat 375’ i aştı", "375’ i", "375", "i"),
        ("3000'i geçti", "3000'i", "3000", "i"),
        ("391 milyona yükseldi", "391 milyona", "391 milyon", "a"),
        ("beş bine yakın", "beş bine", "beş bin", "e"),
        ("bin 200'ü aşkın", "bin 200'ü", "bin 200", "ü"),
        ("% 22’Sİ KADIN", "22’Sİ", "22", "si"),
        ("ikisi ağır", "ikisi", "iki", "si"),
        ("üçü kadın", "üçü", "üç", "ü"),
        ("dördünü aldı", "dördünü", "dörd", "ünü"),
        ("altıya bölündü", "altıya", "altı", "ya"),
        ("yediye çıktı", "yediye", "yedi", "ye"),
        ("üçüncüsü yapıldı", "üçüncüsü", "üçüncü", "sü"),
        ("90'lı yıllar", "90'lı", "90", "lı"),
        ("yüzden fazla kişi", "yüzden", "yüz", "den"),
        ("bini aşkın kişi", "bini", "bin", "i"),
        ("sayı bine ulaşacak", "bine", "bin", "e"),
        ("fiyat 50 Ali'nin", "50", "50", ""),
    ],
)
def test_find_case(text: str, quote: str, core: str, case: str) -> None:
    n = find(text)[0]
    assert (text[n.start : n.end], text[n.start : n.core_end], n.case) == (quote, core, case)


NOTHING = """
bu yüzden geldi|bu yüzden fazla kalmadı|ona söyledim|onun evi|onu aldım|onlar geldi|ondan korktu
ağacın altında|altının fiyatı|altına baktı|altından geçti|ata bindi|bine bindi
yüzünden düştü|yüzü güldü
yüzme havuzu|yüzük taktı|yüz ifadesi|yüz yüze görüştü|tüm yüz için|ellerinde kaldı|kırık kol|onur duydu
altı çizildi|deniz altı kablo|yaş altı grup|gol yedi.|gol yedi Ankara|gücü yetmiş.
masanın altı.|deste deste|yemek yedi ve gitti|birlik oldu|birçok kişi
birinin evi|birbirini sevdi|sıfırdan başladı|binbir gece|bin bir gecede|dört gözle bekledi|yedi iklim dört bucaktan
iş yarımda kaldı|yarım kaldı|yarıma yakın|yarımada|ilk çeyrekte arttı
çeyrek finale çıktı|geçen çeyrekten yüksek|II. çeyrek
Muhammed bin Selman|Usame Bin Ladin|tek çift ilk son|yüzbaşı geldi|beşik ve beşiktaş|uçtan uca|ucu ucuna
ön sıra|besledi|ikiyüzlü adam|E.ON şirketi|online on-line|trial is on November
"""


@pytest.mark.parametrize("text", NOTHING.strip().replace("\n", "|").split("|"))
def test_find_nothing(text: str) -> None:
    assert [n for n in find(text) if n.form != "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("iki üç kişi", [2, 3]),
        ("beş altı bin kişi", [5, 6000]),
        ("on on beş gün", [10, 15]),
        ("bin iki bin lira", [1000, 2000]),
        ("yüz iki yüz kişi", [100, 200]),
        ("300-400 kişi", [300, 400]),
        ("5 -10 arası", [5, 10]),
        ("2 bin-7 bin TL", [2000, 7000]),
        ("5 ila 10 gün", [5, 10]),
        ("yüzde yirmi beş", [25]),
        ("yüzde 5 bir önceki", [5, 1]),
        ("yüzde onunun", [10]),
        ("yüzde yüz", [100]),
        ("5 milyon 2024 yılında", [5000000, 2024]),
        ("3'ü ağır 12 yaralı", [3, 12]),
        ("40.000 ile 40000 aynıdır", [40000, 40000]),
        ("üç yüz ve eksi bir iki", [300, -1, 2]),
        ("hava -5 derece", [-5]),
        ("yüzde -2,3 ve %-2,3", [Decimal("-2.3")] * 2),
        ("-5,5 milyon", [-5500000]),
        ("-17 milyar dolarlık yatırım", [17000000000]),
        ("bin milyon", [1000000000]),
        ("ilk üç çeyrekte", [3]),
        ("- 5 kişi yaralandı", [5]),
        ("dedi. -2017'de açıldı", [2017]),
        ("boy -160-180 cm", [160, 180]),
        ("yedi kişi altı ev", [7, 6]),
        ("Bin 500 kişi ve bin TL", [1500, 1000]),
    ],
)
def test_find_neighbours(text: str, values: list[int | Decimal]) -> None:
    assert [n.value for n in find(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("iki bin yüz beş", [2105]),
        ("on bininci", [10000]),
        ("1.000'i aşkın", [1000]),
        ("eksi bin dokuz yüz", [-1900]),
        ("en az 300", [300]),
        ("2.5 milyon", [2500000]),
        ("500.000 varil", [500000]),
        ("450 bin dolarlık", [450000]),
        ("bu yüzden ona bine altında", []),
    ],
)
def test_find_avoids_known_bugs_of_peers(text: str, values: list[int]) -> None:
    assert [n.value for n in find(text)] == values


def test_find_decides_an_open_separator_by_the_text() -> None:
    assert [n.value for n in find("Oran 2.5, toplam 1,250 kişi.")] == [Decimal("2.5"), 1250]
    assert [n.value for n in find("Oran 2,5, kur 1,250 lira.")] == [Decimal("2.5"), Decimal("1.250")]
    assert [n.value for n in find("Oran 2.5, yüzde 4.125 arttı.")] == [Decimal("2.5"), Decimal("4.125")]
    assert [n.value for n in find("Oran 2,5, yüzde 4.125 arttı.")] == [Decimal("2.5"), 4125]


def test_find_says_whether_digits_are_in_it() -> None:
    found = find("iki kişi, 2 kişi, 2 bin kişi, üçte biri, II. Dünya Savaşı")
    assert [n.words for n in found] == [True, False, False, True, True]
