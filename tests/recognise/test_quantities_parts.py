"""Quantities by the part of the grammar that reads them: seldom ways of writing, and what is no quantity."""

from __future__ import annotations

import pytest

from olgu.recognise import quantities, times

Read = tuple[str, str, str, str | None, str | None]
"""Quote, kind, value («2–3» where there are two), unit, what it is per."""


def found(text: str) -> list[Read]:
    return [
        (
            text[q.start : q.end],
            q.kind,
            str(q.value) if q.value_to is None else f"{q.value}–{q.value_to}",
            q.unit,
            q.per,
        )
        for q in quantities.find(text, times.find(text, None))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sıcaklık sıfırın altında 2 derece oldu.",
            [("sıfırın altında 2 derece", "measure", "-2", "deg", None)],
        ),
        ("Sıcaklık 2 derece sıfırın altında.", [("2 derece sıfırın altında", "measure", "-2", "deg", None)]),
        ("−5,5 derece ölçüldü.", [("−5,5 derece", "measure", "-5.5", "deg", None)]),
        ("Ev 5 milyona satıldı.", [("5 milyona", "money", "5000000", None, None)]),
        ("Ev 5'e satıldı.", [("5'e", "count", "5", None, None)]),
        ("Hisse 2,76 seviyesinde.", [("2,76", "money", "2.76", None, None)]),
        ("Faiz 2,76 seviyesinde.", [("2,76", "number", "2.76", None, None)]),
        ("Gelir 7 milyon civarında.", [("7 milyon", "count", "7000000", None, None)]),
        ("5 ve 10 kuruş", [("5", "money", "0.05", "TRY", None), ("10 kuruş", "money", "0.1", "TRY", None)]),
        (
            "3 milyon ve 5 milyon dolar",
            [("3 milyon", "money", "3000000", "USD", None), ("5 milyon dolar", "money", "5000000", "USD", None)],
        ),
        ("5 dolar 50 sent", [("5 dolar 50 sent", "money", "5.5", "USD", None)]),
        (
            "1 milyon 250 bin 300 lira 50 kuruş",
            [("1 milyon 250 bin 300 lira 50 kuruş", "money", "1250300.5", "TRY", None)],
        ),
        ("10'ar dolar verdi.", [("10'ar dolar", "money", "10", "USD", None)]),
        ("5 Kanada doları", [("5 Kanada doları", "money", "5", "CAD", None)]),
        ("Fiyatı 5 CAD oldu.", [("5 CAD", "money", "5", "CAD", None)]),
        ("1500 CAD'ye satıldı.", [("1500 CAD'ye", "money", "1500", "CAD", None)]),
        ("Fiyatı 5 CAD. Bu çok.", [("5 CAD", "money", "5", "CAD", None)]),
        ("A$ 5 ödedi.", [("A$ 5", "money", "5", "AUD", None)]),
        ("C$5 ödedi.", [("C$5", "money", "5", "CAD", None)]),
        ("5 C$ ödedi.", [("5 C$", "money", "5", "CAD", None)]),
        ("HK$ 5 ödedi.", [("HK$ 5", "money", "5", "HKD", None)]),
        ("fiyatı$ 5", [("$ 5", "money", "5", "USD", None)]),
        ("Sıcaklık 5 C oldu.", [("5 C", "measure", "5", "Cel", None)]),
        ("Sıcaklık 5 C° oldu.", [("5 C°", "measure", "5", "Cel", None)]),
    ],
)
def test_money_and_degrees(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Metrekaresi 3 bin dolar.", "m2"),
        ("Metre karesi 3 bin dolar.", "m2"),
        ("Metreküpü 50 lira.", "m3"),
        ("Kilogramı 16 lira.", "kg"),
        ("Dekarda 80 kilogram ürün alındı.", "dekar"),
        ("1,5 milyar dolar yıllık ciro", "a"),
        ("1,5 milyar dolarlık yıllık ciro", "a"),
        ("1,5 milyar dolar toplam ciro", None),
        ("Varil başına 80 dolar.", "varil"),
        ("Varili 80 dolar.", "bbl"),
        ("Tonu 500 dolar.", "t"),
        ("Kilogram bazında 5 dolar", "kg"),
        ("Tutar bazında 5 milyon dolar.", None),
        ("Dolar bazında 5 milyar lira.", None),
        ("m3 başına 5 dolar", "m3"),
        ("M² başına 5 dolar", "m2"),
        ("Metreküp başına 5 dolar", "m3"),
        ("Metre küp başına 5 dolar", "m3"),
        ("Santimetre kare başına 5 kilogram", "cm2"),
        ("kWh başına 2 lira", "kWh"),
        ("kg başına 2 lira", "kg"),
        ("Litre başına 2 lira", "L"),
        ("Küp başına 2 lira", "küp"),
        ("Tek başına 5 dolar verdi.", None),
        ("kişi başı 500 dolar", "kişi"),
        ("aylık 20 bin lira", "mo"),
        ("günde 3 milyon varil", "d"),
        ("saatte 120 kilometre", "h"),
        ("120 km/saat", "h"),
        ("5 dolar/m3", "m3"),
        ("metrekareye 50 kilogram", "m2"),
    ],
)
def test_what_a_quantity_is_per(text: str, per: str | None) -> None:
    assert [each[-1] for each in found(text)] == [per]


def test_per_is_shared_in_a_sentence() -> None:
    text = "Hisse başına brüt 0,05 TL, net 0,04 TL ödenecek."
    assert [each[-1] for each in found(text)] == ["hisse", "hisse"]
    assert [each[-1] for each in found("Varil başına 80 dolar. 90 dolar ödendi.")] == ["varil", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bir ev satıldı.", []),
        ("Bir.", []),
        ("bir", [("bir", "count", "1", None, None)]),
        ("En az bir kişi öldü.", [("bir", "count", "1", None, None)]),
        ("Bir yıl sürdü.", [("Bir yıl", "duration", "1", "a", None)]),
        ("Bir dolar arttı.", [("Bir dolar", "money", "1", "USD", None)]),
        ("Yüzde bir arttı.", [("Yüzde bir", "percent", "1", "%", None)]),
        ("Biri geldi.", []),
        ("10 öğrenciden biri geldi.", [("10 öğrenciden biri", "ratio", "0.1", None, None)]),
        ("5 kişiden 2'si geldi.", [("5 kişiden 2'si", "ratio", "0.4", None, None)]),
        ("10 yıldan 3'ü", [("10 yıldan 3'ü", "ratio", "0.3", None, None)]),
        ("2 kişiden 5'i geldi.", [("2", "count", "2", None, None), ("5'i", "count", "5", None, None)]),
    ],
)
def test_one_and_shares(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2-3 kişi", [("2-3", "count", "2–3", None, None)]),
        ("2 ile 3 kilometre arasında", [("2 ile 3 kilometre", "measure", "2–3", "km", None)]),
        (
            "2 kilometre ile 3 dolar arasında",
            [("2 kilometre", "measure", "2", "km", None), ("3 dolar", "money", "3", "USD", None)],
        ),
        ("yüzde 3-5 arttı.", [("yüzde 3-5", "percent", "3–5", "%", None)]),
        (
            "yüzde 3 ve 5 oranında arttı.",
            [("yüzde 3", "percent", "3", "%", None), ("5", "percent", "5", "%", None)],
        ),
        ("%3 ve 5 olarak açıklandı.", [("%3", "percent", "3", "%", None), ("5", "percent", "5", "%", None)]),
        ("yüzde 30 ve 12 kişi", [("yüzde 30", "percent", "30", "%", None), ("12", "count", "12", None, None)]),
        ("5‰", [("5‰", "percent", "5", "‰", None)]),
        ("‰5 tuz", [("‰5", "percent", "5", "‰", None)]),
        ("Faiz 50 baz puan arttı.", [("50 baz puan", "percent", "50", "bp", None)]),
        (
            "Enflasyon 2,5 puan, işsizlik 1 yüzde puan arttı.",
            [("2,5 puan", "percent", "2.5", "pp", None), ("1 yüzde puan", "percent", "1", "pp", None)],
        ),
        ("Endeks 100 puan arttı.", [("100 puan", "number", "100", "point", None)]),
    ],
)
def test_ranges_lists_and_points(text: str, expected: list[Read]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["CO2 salımı", "F-16 uçağı", "U19 takımı", "4x4 araç", "5G şebekesi", "x_5 değişkeni", "III. Selim"]
)
def test_names_with_digits_are_no_quantities(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 1/2 kilo", [("10 1/2 kilo", "measure", "10.5", "kg", None)]),
        ("2½ kilo", [("2½ kilo", "measure", "2.5", "kg", None)]),
        ("1/2 kilo", [("1/2 kilo", "measure", "1/2", "kg", None)]),
        ("1536 x 2048 çözünürlük", [("1536", "number", "1536", None, None), ("2048", "number", "2048", None, None)]),
        ("bir bölü sekiz", [("bir bölü sekiz", "ratio", "1/8", None, None)]),
        ("5 bölü 0", [("5", "count", "5", None, None), ("0", "count", "0", None, None)]),
        ("sıfır virgül beş", [("sıfır virgül beş", "number", "0.5", None, None)]),
        ("üç virgül", [("üç", "count", "3", None, None)]),
        ("milyonda 5", [("milyonda 5", "ratio", "1/200000", None, None)]),
        ("çeyrek altın", []),
        ("bir çeyrek", []),
        ("Yüzü güldü.", []),
        ("yüz yüze görüştü", []),
        ("yüzü aşkın kişi", [("yüzü", "count", "100", None, None)]),
        ("2 yüz kişi", [("2 yüz", "count", "200", None, None)]),
        ("1.000'lerce kişi", []),
        ("yüzlerce kişi", []),
        ("5'er kişi", [("5'er", "count", "5", None, None)]),
        ("5 m2'lik", [("5 m2'lik", "measure", "5", "m2", None)]),
    ],
)
def test_numerals_within_quantities(text: str, expected: list[Read]) -> None:
    assert found(text) == expected
