"""Sentences that other recognisers of Turkish are known to misread: every one of them is read right here."""

from __future__ import annotations

import pytest

import olgu

QUANTITIES = [
    ("iki bin yüz beş", [("iki bin yüz beş", "2105", None, "exact")]),  # 2005
    ("bin yüz", [("bin yüz", "1100", None, "exact")]),  # 1000
    ("on bininci müşteri", [("on bininci", "10000", None, "exact")]),  # 1000th
    ("yetmiş iki buçuk", [("yetmiş iki buçuk", "72.5", None, "exact")]),  # 36
    ("1.000'i aşkın kişi geldi.", [("1.000'i", "1000", None, "more_than")]),  # 1
    ("Bu yüzden ona bakıldı.", []),
    ("yüzden, ona, bine, altında", []),
    ("eksi bin dokuz yüz", [("eksi bin dokuz yüz", "-1900", None, "exact")]),  # -100900
    ("eksi beş nokta beş", [("eksi beş nokta beş", "-5.5", None, "exact")]),  # -4.5
    ("700'den fazla şirket var.", [("700'den", "700", None, "more_than")]),  # 700 minutes
    ("En az 300 kişi öldü.", [("300", "300", None, "at_least")]),  # 3
    ("Nüfus 2.5 milyon.", [("2.5 milyon", "2500000", None, "exact")]),  # 2 May
    ("5-10 kişi", [("5-10", "5", "10", "range")]),
    ("yüzde yirmi beş", [("yüzde yirmi beş", "25", None, "exact")]),  # 5.2
    ("Günde 500.000 varil üretiliyor.", [("500.000 varil", "500000", None, "exact")]),  # 500
    ("9,6 milyar dolar", [("9,6 milyar dolar", "9600000000", None, "exact")]),  # 9.6
    ("210'un yüzdesi", [("210'un", "210", None, "exact")]),  # 210 %
    ("3 dakika sonra geldi.", [("3 dakika", "3", None, "exact")]),  # a range
    ("üçte biri", [("üçte biri", "1/3", None, "exact")]),
    ("450 bin dolarlık yatırım", [("450 bin dolarlık", "450000", None, "exact")]),
]
UNITS = [
    ("700'den fazla şirket var.", [None]),
    ("yüzde yirmi beş", ["%"]),
    ("500.000 varil", ["bbl"]),
    ("9,6 milyar dolar", ["USD"]),
    ("450 bin dolarlık yatırım", ["USD"]),
    ("210'un yüzdesi", [None]),
    ("3 dakika sonra", ["min"]),
]
TIMES = [
    ("20 Mart'ta açıldı.", [("20 Mart'ta", "2024-03-20")]),  # None
    ("20 Mart 2001", [("20 Mart 2001", "2001-03-20")]),  # a time zone
    ("Nüfus 2.5 milyon.", []),
    ("700'den fazla şirket var.", []),
    ("5-10 kişi", []),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantity_that_a_peer_misreads(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    found = olgu.find_quantities(text)
    ends = [None if q.value_to is None else str(q.value_to) for q in found]
    assert [(text[q.start : q.end], str(q.value), e, q.bound) for q, e in zip(found, ends, strict=True)] == expected


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_unit_that_a_peer_misreads(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in olgu.find_quantities(text)] == units


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_time_that_a_peer_misreads(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[t.start : t.end], t.value) for t in olgu.find_times(text, "2024-06-12")] == expected
