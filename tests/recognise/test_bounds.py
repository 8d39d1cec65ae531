"""Bound words on both sides of a quantity, and sentences whose words are no bounds."""

from __future__ import annotations

import pytest

from olgu.recognise import quantities
from olgu.recognise.quantity_lexicon import read_toml


def first(text: str) -> tuple[str, str, str]:
    """(quote, bound, quote with its bound words) of the first quantity."""
    q = quantities.find(text)[0]
    return text[q.start : q.end], q.bound, text[q.context_start : q.context_end]


@pytest.mark.parametrize(
    ("text", "quote", "bound", "context"),
    [
        ("yaklaşık 5 bin kişi", "5 bin", "approx", "yaklaşık 5 bin"),
        ("yaklaşık olarak 7,6 milyar liralık", "7,6 milyar liralık", "approx", "yaklaşık olarak 7,6 milyar liralık"),
        ("neredeyse üç katı", "üç katı", "approx", "neredeyse üç katı"),
        ("650 milyon dolar civarında", "650 milyon dolar", "approx", "650 milyon dolar civarında"),
        ("yüzde 190 dolayında", "yüzde 190", "approx", "yüzde 190 dolayında"),
        ("299.200 kadar nüfus", "299.200", "approx", "299.200 kadar"),
        ("5 seneye yakın süre", "5 seneye", "approx", "5 seneye yakın"),
        ("1000 kişiye yakın", "1000", "approx", "1000 kişiye yakın"),
        ("15 milyar dolara yaklaşan pazar", "15 milyar dolara", "approx", "15 milyar dolara yaklaşan"),
        ("2 milyar TL'ye dayandı", "2 milyar TL'ye", "approx", "2 milyar TL'ye dayandı"),
        ("700'den fazla şirket", "700'den", "more_than", "700'den fazla"),
        ("3 metreden uzun", "3 metreden", "more_than", "3 metreden uzun"),
        ("yarıdan fazlası", "yarıdan", "more_than", "yarıdan fazlası"),
        ("200'ü aşkın yan sektör", "200'ü", "more_than", "200'ü aşkın"),
        ("yüzde 160’ı aşan zam", "yüzde 160’ı", "more_than", "yüzde 160’ı aşan"),
        ("860 milyar doları geçti", "860 milyar doları", "more_than", "860 milyar doları geçti"),
        ("bir milyon doların üzerinde", "bir milyon doların", "more_than", "bir milyon doların üzerinde"),
        ("100 ülkeden fazla", "100", "more_than", "100 ülkeden fazla"),
        ("300 km'den (180 mil) fazla", "300 km'den", "more_than", "300 km'den (180 mil) fazla"),
        ("10'dan az", "10'dan", "less_than", "10'dan az"),
        ("30 aydan daha kısa", "30 aydan", "less_than", "30 aydan daha kısa"),
        ("5.000 doların altında", "5.000 doların", "less_than", "5.000 doların altında"),
        ("18 yaşından küçük iki çocuk", "18", "less_than", "18 yaşından küçük"),
        ("15 yaş altında", "15", "less_than", "15 yaş altında"),
        ("20 baş altı hayvan", "20 baş", "less_than", "20 baş altı"),
        ("en az 300 kişi", "300", "at_least", "en az 300"),
        ("asgari 2 yıl", "2 yıl", "at_least", "asgari 2 yıl"),
        ("minimum yüzde 5", "yüzde 5", "at_least", "minimum yüzde 5"),
        ("en az yaklaşık 5 ton", "5 ton", "approx", "yaklaşık 5 ton"),
        ("65 yaş ve üzeri", "65", "at_least", "65 yaş ve üzeri"),
        ("399 Euro’dan başlayan", "399 Euro’dan", "at_least", "399 Euro’dan başlayan"),
        ("en fazla yüzde 32", "yüzde 32", "at_most", "en fazla yüzde 32"),
        ("en çok 400 TL’lik", "400 TL’lik", "at_most", "en çok 400 TL’lik"),
        ("azami 3 kişi", "3", "at_most", "azami 3"),
        ("3 yıla kadar hapis", "3 yıla", "at_most", "3 yıla kadar"),
        ("yüzde 130’a varan zam", "yüzde 130’a", "at_most", "yüzde 130’a varan"),
        ("yarısını aşamayacak", "yarısını", "at_most", "yarısını aşamayacak"),
        ("yüzde 32 ile sınırlı", "yüzde 32", "at_most", "yüzde 32 ile sınırlı"),
        ("> 30 ise", "30", "more_than", "> 30"),
        ("<= -30 ise", "-30", "at_most", "<= -30"),
        ("50'den fazla değil", "50'den", "at_most", "50'den fazla değil"),
        ("otuzdan az değil", "otuzdan", "at_least", "otuzdan az değil"),
        ("5-10 kişi", "5-10", "range", "5-10"),
        ("5 ila 10 gün", "5 ila 10 gün", "range", "5 ila 10 gün"),
        ("5 ile 10 arasında", "5 ile 10", "range", "5 ile 10"),
        ("2 bin-7 bin TL", "2 bin-7 bin TL", "range", "2 bin-7 bin TL"),
        ("35- 50 milyon dolara", "35- 50 milyon dolara", "range", "35- 50 milyon dolara"),
        ("80 kuruş ile 1 lira arasında", "80 kuruş ile 1 lira", "range", "80 kuruş ile 1 lira"),
        ("100'den büyük ve 300'den küçük", "100'den büyük ve 300'den", "range", "100'den büyük ve 300'den küçük"),
        ("1 yıldan 5 yıla kadar hapis", "1 yıldan 5 yıla", "range", "1 yıldan 5 yıla kadar"),
        ("20'den 30'a kadar olan", "20'den 30'a", "range", "20'den 30'a kadar"),
        ("yaklaşık 30 metre uzakta", "30 metre", "approx", "yaklaşık 30 metre"),
        # negatives: words that bound nothing here
        ("5 kişi fazla bekledi", "5", "exact", "5"),
        ("2,78 liraya kadar geriledi", "2,78 liraya", "exact", "2,78 liraya"),
        ("3.26 milyar lira seviyesinde", "3.26 milyar lira", "exact", "3.26 milyar lira"),
        ("ortalamanın yüzde 14 altında", "yüzde 14", "exact", "yüzde 14"),
        ("yüzde 40 daha hızlı", "yüzde 40", "exact", "yüzde 40"),
        ("en çok kazanan 5 ülke", "5", "exact", "5"),
        ("günde ortalama 318 bin ziyaretçi", "318 bin", "exact", "318 bin"),
        ("2 liradan 5 liraya çıktı", "2 liradan", "exact", "2 liradan"),
        ("maçı 3'ten kalan 5 oyuncu", "3'ten", "exact", "3'ten"),
    ],
)  # fmt: skip
def test_bounds(text: str, quote: str, bound: str, context: str) -> None:
    assert first(text) == (quote, bound, context)


def test_bounds_values_of_ranges() -> None:
    found = [
        quantities.find(t)[0] for t in ("35-50 milyon dolar", "2-3 bin kişi", "6 aydan 3 yıla kadar", "iki üç kişi")
    ]
    assert [(str(q.value), str(q.value_to)) for q in found] == [
        ("35000000", "50000000"), ("2000", "3000"), ("6", "36"), ("2", "3")
    ]  # fmt: skip


def test_bounds_a_verb_of_change_makes_two_quantities() -> None:
    found = quantities.find("Fiyat 5 liradan 7 liraya kadar çıktı.")
    assert [(str(q.value), q.bound) for q in found] == [("5", "exact"), ("7", "exact")]


def test_bounds_a_parenthesis_shares_the_bound() -> None:
    assert [q.bound for q in quantities.find("yaklaşık 30 metre (100 fut) derinlikte")] == ["approx", "approx"]


@pytest.mark.parametrize("bound", ["approx", "at_least", "at_most"])
def test_bounds_every_word_before_is_read(bound: str) -> None:
    for word in read_toml("bounds.toml")["before"][bound]:
        assert quantities.find(f"{word} 5 lira")[0].bound == bound, word
