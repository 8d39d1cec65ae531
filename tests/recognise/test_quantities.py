"""Tables of sentences and the quantities in them; a row without quantities is a negative."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.article import Quantity, Time
from olgu.recognise import quantities


def rows(text: str) -> list[tuple[str, str, str, str | None]]:
    """(quote, kind, value, unit) of every quantity; a range is written "a..b"."""
    return [(text[q.start : q.end], q.kind, value(q), q.unit) for q in quantities.find(text)]


def value(q: Quantity) -> str:
    def plain(number: Decimal | Fraction) -> str:
        return str(number) if isinstance(number, Fraction) else f"{number.normalize():f}"

    return plain(q.value) + (f"..{plain(q.value_to)}" if q.value_to is not None else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ticaret hacmi 6 milyar dolara ulaştı.", [("6 milyar dolara", "money", "6000000000", "USD")]),
        ("450 bin dolarlık yatırım", [("450 bin dolarlık", "money", "450000", "USD")]),
        ("Sermayesini 124.095.000 TL'ye çıkardı.", [("124.095.000 TL'ye", "money", "124095000", "TRY")]),
        ("41.365.000 Türk Liralık sermaye", [("41.365.000 Türk Liralık", "money", "41365000", "TRY")]),
        ("Pide 1 lira 80 kuruştan satılacak.", [("1 lira 80 kuruştan", "money", "1.8", "TRY")]),
        ("Maaşı 17 bin 2 lira 12 kuruş oldu.", [("17 bin 2 lira 12 kuruş", "money", "17002.12", "TRY")]),
        ("Birim fiyatı 52 kuruştan verildi.", [("52 kuruştan", "money", "0.52", "TRY")]),
        ("Cezası 140.000.-TL oldu.", [("140.000.-TL", "money", "140000", "TRY")]),
        ("bedeli 9.720.000, - Euro", [("9.720.000, - Euro", "money", "9720000", "EUR")]),
        ("66.000,00 (altmışaltıbin) TL", [("66.000,00 (altmışaltıbin) TL", "money", "66000", "TRY")]),
        ("5 kişi (beş asker)", [("5", "count", "5", None), ("beş", "count", "5", None)]),
        ("$5 ve € 3 harcadı", [("$5", "money", "5", "USD"), ("€ 3", "money", "3", "EUR")]),
        ("USD 5 milyon kredi", [("USD 5 milyon", "money", "5000000", "USD")]),
        ("10,5 milyar hk $'a geriledi", [("10,5 milyar hk $'a", "money", "10500000000", "HKD")]),
        ("350-400 milyon USD bekleniyor", [("350-400 milyon USD", "money", "350000000..400000000", "USD")]),
        ("Yeni Zelanda dolarında 20 Yeni Zelanda doları kaldı", [("20 Yeni Zelanda doları", "money", "20", "NZD")]),
        ("10 milyon Kazakistan tengesine mal oldu", [("10 milyon Kazakistan tengesine", "money", "10000000", "KZT")]),
        ("Toplam satış 375 milyona ulaştı.", [("375 milyona", "count", "375000000", None)]),
        ("Tablo 2 milyon dolardı, satış 375 milyona ulaştı.",
         [("2 milyon dolardı", "money", "2000000", "USD"), ("375 milyona", "money", "375000000", None)]),
        ("5 Kuzey Kıbrıs lirasına", [("5 Kuzey Kıbrıs lirasına", "money", "5", None)]),
        ("5 Ali geldi", [("5", "count", "5", None)]),
        ("5 yeni uçak", [("5", "count", "5", None)]),
        ("Dolar güçlendi, lira değer kaybetti.", []),
    ],
)  # fmt: skip
def test_quantities_money(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enflasyon yüzde 5,2 oldu.", [("yüzde 5,2", "percent", "5.2", "%")]),
        ("%12,5’lik pay", [("%12,5’lik", "percent", "12.5", "%")]),
        ("% 32,99 oranında", [("% 32,99", "percent", "32.99", "%")]),
        ("100 % oranında", [("100 %", "percent", "100", "%")]),
        ("yüzde yirmi beş", [("yüzde yirmi beş", "percent", "25", "%")]),
        ("hastaların %50'si", [("%50'si", "percent", "50", "%")]),
        ("yüzde 10-15 arttı", [("yüzde 10-15", "percent", "10..15", "%")]),
        ("erkeklerin %70 ile %90'ının", [("%70 ile %90'ının", "percent", "70..90", "%")]),
        ("eksi yüzde beş büyüme", [("eksi yüzde beş", "percent", "-5", "%")]),
        ("yüzde eksi 2 büyüme", [("yüzde eksi 2", "percent", "-2", "%")]),
        ("oran 2 yüzde puan arttı", [("2 yüzde puan", "percent", "2", "pp")]),
        ("İki yüzde puan arttı", [("İki yüzde puan", "percent", "2", "pp")]),
        ("0,5 yüzde puanlık indirim", [("0,5 yüzde puanlık", "percent", "0.5", "pp")]),
        ("3 yüzdelik puan geriledi", [("3 yüzdelik puan", "percent", "3", "pp")]),
        ("iki yüz puan aldı", [("iki yüz puan", "number", "200", "point")]),
        ("yüzde 2 puanlı", [("yüzde 2", "percent", "2", "%")]),
        ("Payı yüzde 15’ten 19’a çıktı.", [("yüzde 15’ten", "percent", "15", "%"), ("19’a", "percent", "19", "%")]),
        ("Payı 4 puan artışla yüzde 39'a yükseldi.",
         [("4 puan", "percent", "4", "pp"), ("yüzde 39'a", "percent", "39", "%")]),
        ("Merkez Bankası 250 baz puanlık indirim yaptı.", [("250 baz puanlık", "percent", "250", "bp")]),
        ("Endeks yüzde 1,2 artışla 9.800 puana çıktı.",
         [("yüzde 1,2", "percent", "1.2", "%"), ("9.800 puana", "number", "9800", "point")]),
        ("210'un yüzdesi", [("210'un", "count", "210", None)]),
        ("bu yüzden geldi", []),
        ("yüzü güldü", []),
    ],
)  # fmt: skip
def test_quantities_percent(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,71 milyon ton gübre", [("2,71 milyon ton", "measure", "2710000", "t")]),
        ("100 metrekarelik daire", [("100 metrekarelik", "measure", "100", "m2")]),
        ("4 bin 420 metre kare alan", [("4 bin 420 metre kare", "measure", "4420", "m2")]),
        ("130 bin m2 arsa, 5 m²'lik oda",
         [("130 bin m2", "measure", "130000", "m2"), ("5 m²'lik", "measure", "5", "m2")]),
        ("45 milyar 269 milyon metreküp gaz", [("45 milyar 269 milyon metreküp", "measure", "45269000000", "m3")]),
        ("1 metre 10 santim boyunda", [("1 metre 10 santim", "measure", "1.1", "m")]),
        ("6 fut 6 inç boyunda", [("6 fut 6 inç", "measure", "6.5", "ft")]),
        ("gücü 746 MW'a çıktı", [("746 MW'a", "measure", "746", "MW")]),
        ("3 bin kilovatsaat elektrik", [("3 bin kilovatsaat", "measure", "3000", "kWh")]),
        ("98,6 derece f", [("98,6 derece f", "measure", "98.6", "degF")]),
        ("sıfırın altında 2 derece", [("sıfırın altında 2 derece", "measure", "-2", "deg")]),
        ("1.2 ve 1.4 litrelik motor", [("1.2", "measure", "1.2", "L"), ("1.4 litrelik", "measure", "1.4", "L")]),
        ("metrobüse 1 km. uzakta", [("1 km.", "measure", "1", "km")]),
        ("20 milli takım", [("20", "count", "20", None)]),
        ("Yer altı otoparkı ve gece yarısına dek açık ton balığı", []),
    ],
)  # fmt: skip
def test_quantities_measure(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = [row for row in rows(text) if row[0] != "yarısına"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22 yıl 6 ay hapis", [("22 yıl 6 ay", "duration", "22.5", "a")]),
        ("34 yıl 8 ay hapis", [("34 yıl 8 ay", "duration", "416", "mo")]),
        ("4 yıl 167 gün yattı", [("4 yıl", "duration", "4", "a"), ("167 gün", "duration", "167", "d")]),
        ("1 saat 30 dakika sürdü", [("1 saat 30 dakika", "duration", "1.5", "h")]),
        ("6 aydan 3 yıla kadar hapis", [("6 aydan 3 yıla", "duration", "6..36", "mo")]),
        ("35 yaşındaki öğretmen", [("35", "duration", "35", "a")]),
        ("İşletmeci E.T. (35) ve usta K.Y. (36)", [("35", "duration", "35", "a"), ("36", "duration", "36", "a")]),
        ("Görme engelli Halid Gaseliyye'nin (27) evi", [("27", "duration", "27", "a")]),
        ("15-17 yaş grubunda", [("15-17", "duration", "15..17", "a")]),
        ("seçilme yaşının 18’e indirilmesi", [("18’e", "duration", "18", "a")]),
        ("üç haftalık bebek", [("üç haftalık", "duration", "3", "wk")]),
        ("bir yıl önce", [("bir yıl", "duration", "1", "a")]),
        ("Zor bir yıl oldu, güzel bir gün", []),
        ("bir hafta sonu", []),
    ],
)
def test_quantities_duration(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 bin 350 kişi", [("2 bin 350", "count", "2350", None)]),
        ("100 bin adetlik üretim", [("100 bin adetlik", "count", "100000", None)]),
        ("3'ü ağır 12 yaralı", [("3'ü", "count", "3", None), ("12", "count", "12", None)]),
        ("iki üç kişi geldi", [("iki üç", "count", "2..3", None)]),
        ("yirmi otuz kişi", [("yirmi otuz", "count", "20..30", None)]),
        ("yüz iki yüz kişi", [("yüz", "count", "100", None), ("iki yüz", "count", "200", None)]),
        ("bir kişi öldü", [("bir", "count", "1", None)]),
        ("biri ağır 3 yaralı var", [("3", "count", "3", None)]),
        ("33 katlı kule", [("33", "count", "33", None)]),
        ("30 kattan oluşan bina", [("30", "count", "30", None)]),
        ("2 kat arttı", [("2 kat", "ratio", "2", "x")]),
        ("iki katına çıktı", [("iki katına", "ratio", "2", "x")]),
        ("fiyatlar ikiye katlandı", [("ikiye", "ratio", "2", "x")]),
        ("halkın üçte biri", [("üçte biri", "ratio", "1/3", None)]),
        ("5 kişiden 2'si", [("5 kişiden 2'si", "ratio", "0.4", None)]),
        ("29 maçının 19'unu kaybetti", [("29 maçının 19'unu", "ratio", "19/29", None)]),
        ("dört oyuncudan biri oldu", [("dört oyuncudan biri", "ratio", "0.25", None)]),
        ("1,4 milyon hastanın 430 bini",
         [("1,4 milyon", "count", "1400000", None), ("430 bini", "count", "430000", None)]),
        ("dünyanın en büyük 10 şirketinden biri", [("10", "ordinal", "10", None)]),
        ("3. sırada, altıncı oldu", [("3.", "ordinal", "3", None), ("altıncı", "ordinal", "6", None)]),
        ("ilk beş ülke", [("beş", "ordinal", "5", None)]),
        ("dünyanın 7 numarası Ferrer", [("7", "ordinal", "7", None)]),
        ("Beşiktaş 3-1 yendi", [("3-1", "number", "3..1", "score")]),
        ("6 - 7, 7 - 6 setlerle kazandı", [("6 - 7", "number", "6..7", "score"), ("7 - 6", "number", "7..6", "score")]),
        ("İlk set 6-7 bitti", [("6-7", "number", "6..7", "score")]),
        ("5-10 maç oynadı", [("5-10", "count", "5..10", None)]),
        ("10,5'e karşı 16,5 ile", [("10,5'e karşı 16,5", "number", "10.5..16.5", "score")]),
        ("10 üzerinden 9 aldı", [("10 üzerinden 9", "number", "9", None)]),
        ("7,5 şiddetindeki deprem", [("7,5", "number", "7.5", None)]),
        ("bir şirket, bir kez daha, bir dizi ve tek", []),
        ("ikili ilişkiler, dörtlü final, birer birer", []),
    ],
)  # fmt: skip
def test_quantities_counts_ratios_ranks(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("varil başına 80 dolar", "varil"),
        ("kişi başı 12 bin dolar", "kişi"),
        ("hisse başına net 0,05 TL", "hisse"),
        ("aylık 300 lira ödeniyor", "mo"),
        ("Aylık ücreti 309 TL", "mo"),
        ("saatte 90 kilometre hızla", "h"),
        ("günde 10 bin kişi", "d"),
        ("her yıl 100 bin kişi", "a"),
        ("metrekaresi 3 bin dolar", "m2"),
        ("kirazın kilogramı 16 lira", "kg"),
        ("dekarda 80 kilogram ürün", "dekar"),
        ("ham petrolün varil fiyatı 60 dolar", "varil"),
        ("dakikası 4,11 TL/dk", "min"),
        ("Hisse başına kazanç, beklenen 1,34 dolar", "hisse"),
        ("hisse başına brüt 0,05 TL, net 0,04 TL", "hisse"),
        ("hisse başına 2 TL, toplam 500 milyon TL", None),
        ("30 m/s rüzgar", "s"),
        ("180 km/s hız", "h"),
        ("günde 18 saat çalışıyor", "d"),
        ("4 bin metre kare alanda 584 kişi", None),
        ("İlk 6 ayda 5 milyon dolar", None),
        ("tek başına 5 milyon dolar", None),
        ("bu yıl 5 milyon dolar", None),
    ],
)
def test_quantities_per(text: str, per: str | None) -> None:
    assert quantities.find(text)[-1].per == per


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("5 dolara", "dat"),
        ("5 doları", "acc"),
        ("5 dolarda", "loc"),
        ("5 dolardan", "abl"),
        ("5 doların", "gen"),
        ("5 dolarla", "ins"),
        ("5 dolarlık", "lik"),
        ("5 dolar", ""),
        ("TL cinsinden 5 TL'den", "abl"),
        ("%50'si", ""),
        ("700'den fazla", "abl"),
        ("18 yaşından küçük", "abl"),
    ],
)
def test_quantities_case(text: str, case: str) -> None:
    assert quantities.find(text)[-1].case == case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iki bin yüz beş", ["2105"]),
        ("bin yüz", ["1100"]),
        ("on bininci", ["10000"]),
        ("yetmiş iki buçuk", ["72.5"]),
        ("1.000'i aşkın", ["1000"]),
        ("bu yüzden ona bine masanın altında", []),
        ("eksi bin dokuz yüz", ["-1900"]),
        ("eksi beş nokta beş", ["-5.5"]),
        ("700'den fazla", ["700"]),
        ("en az 300", ["300"]),
        ("2.5 milyon", ["2500000"]),
        ("5-10 kişi", ["5..10"]),
        ("yüzde yirmi beş", ["25"]),
        ("500.000 varil", ["500000"]),
        ("9,6 milyar", ["9600000000"]),
        ("3 dakika sonra", ["3"]),
        ("üçte biri", ["1/3"]),
        ("450 bin dolarlık", ["450000"]),
    ],
)
def test_quantities_bugs_of_peers(text: str, expected: list[str]) -> None:
    assert [value(q) for q in quantities.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "calendar", "expected"),
    [
        ("20 Mart 2001'de 5 kişi", ((0, 2), (8, 12)), ["5"]),
        ("2011'de 70'i, 2012'de 40'ı", ((0, 4), (14, 18)), ["70", "40"]),
        ("2011 5 bin kişi", ((0, 4),), ["5000"]),
        ("12.03.2024 5", ((0, 2), (3, 5), (6, 10)), ["5"]),
        ("20 Mart 2001'de 5 kişi", (), ["20", "2001", "5"]),
        ("saat 14.30'da", ((5, 10),), []),
    ],
)
def test_quantities_leave_calendar_points(
    text: str, calendar: tuple[tuple[int, int], ...], expected: list[str]
) -> None:
    times = [Time(0, len(text), None, "test", calendar)]
    assert [value(q) for q in quantities.find(text, times)] == expected


ALPHABET = st.text("0123456789.,%-–'’()$€ \n+@/&xG:;aeıiklmnrtyzş", max_size=60)
# fmt: off
VOCABULARY = [
    "yüzde", "bin", "milyon", "3", "5,5", "1/3", "lira", "kuruş", "dolar", "TL", "m2", "yıl", "ay", "biri", "kişiden",
    "2'si", "en", "az", "fazla", "kadar", "üzerinde", "'den", "ila", "ile", "arasında", "-", ",", ".", "10.", "ilk",
    "kat", "yaşında", "altı", "sıfırın", "altında", "derece", "(35)", "Ali",
]
# fmt: on
WORDS = st.lists(
    st.sampled_from(VOCABULARY),
    max_size=12,
).map(" ".join)


@given(st.one_of(ALPHABET, WORDS))
def test_quantities_spans_are_sorted_and_apart(text: str) -> None:
    found = quantities.find(text)
    assert all(0 <= q.context_start <= q.start < q.end <= q.context_end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(isinstance(q.value, Decimal | Fraction) and q.rule for q in found)


@given(WORDS)
def test_quantities_move_with_the_text(text: str) -> None:
    before = [(q.start, q.end, q.value) for q in quantities.find("z\n" + text)]
    after = [(q.start - 6, q.end - 6, q.value) for q in quantities.find("z\nz\nz\nz\n" + text)]
    assert after == before


@pytest.mark.parametrize(
    "unit",
    [
        "5 ",
        "a",
        "yüzde ",
        "5'",
        "a@",
        "www.",
        "bir ",
        "3-",
        "1.",
        "(5) ",
        "en az 5 kişiden ",
        "bin ",
        "5 kişiden 2'si ",
        "A ",
    ],
)
def test_quantities_cost_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        began = time.process_time()
        quantities.find(text)
        return time.process_time() - began

    seconds(1_000)
    short, long = min(seconds(1_000) for _ in range(3)), seconds(8_000)
    assert long < 24 * short + 0.1
