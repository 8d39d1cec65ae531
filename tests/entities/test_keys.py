"""Keys depend on a name alone: tables of names that share one and of names that do not."""

from __future__ import annotations

import pytest

from olgu.entities import keys


@pytest.mark.parametrize(
    ("kind", "a", "b", "same"),
    [
        ("LOC", "Kore", "Güney Kore", True),
        ("LOC", "Kore", "Kuzey Kore", False),
        ("LOC", "Kazakistan", "Kazakistan Cumhuriyeti", True),
        ("LOC", "İngiltere", "Birleşik Krallık", True),
        ("LOC", "Orta Doğu", "Ortadoğu", True),
        ("LOC", "Sofya", "Sofia", True),
        ("LOC", "İzmir", "İzmit", False),
        ("LOC", "Van", "Can", False),
        ("PERSON", "Şavkat Mirziyoyev", "Shavkat Mirziyoyev", True),
        ("PERSON", "Kasym-Сomart Tokayev", "Kasım-Comart Tokayev", True),
        ("PERSON", "Emin Erdoğan", "Emine Erdoğan", False),
        ("PERSON", "Ali Koç", "Ali Kaç", False),
        ("PERSON", "Mustafa V. Koç", "Mustafa Koç", True),
        ("PERSON", "M. İlker Aycı", "İlker Aycı", True),
        ("PERSON", "M. Aycı", "Aycı", False),
        ("ORG", "NTHOL Net Holding", "Net Holding", True),
        ("ORG", "UEFA Avrupa Ligi", "Avrupa Ligi", False),
        ("ORG", "AB", "Avrupa Birliği", True),
        ("ORG", "THY", "Türk Hava Yolları", True),
        ("ORG", "Türk Hava Yolları", "Türk Havayolları", True),
        ("ORG", "Koç Holding", "Koç Holding A.Ş.", True),
        ("ORG", "Sağlık Bakanlığı", "Sağlık Bakanlığının", True),
        ("ORG", "CHP", "MHP", False),
        ("ORG", "HALKB Halk Bankası", "Halk Bankası", True),
        ("ORG", "BIST Bankası", "Bankası", False),
        ("ORG", "Trakya Cam Sanayii A.Ş.", "Trakya Cam", True),
        ("ORG", "Hürriyet Gazetesi", "Hürriyet", True),
        ("ORG", "Rusya Merkez Bankası", "Merkez Bankası", False),
        ("ORG", "TCMB", "Merkez Bankası", True),
        ("ORG", "DEVA", "Deva Holding", False),
        ("ORG", "Kardemir A.Ş.", "Karabük Demir ve Çelik Fabrikaları", True),
        ("ORG", "Danıştay 8. Dairesi", "Danıştay 8’inci Dairesi", True),
        ("ORG", "Danıştay 8. Dairesi", "Danıştay 18. Dairesi", False),
        ("ORG", "AT & T Inc.", "AT&T", True),
        ("ORG", "AT & T", "At", False),
        ("ORG", "H & M", "H&M", True),
        ("ORG", "Gözde Girişim", "Gözde Girişim Sermayesi Yatırım Ortaklığı A.Ş.", True),
        ("ORG", "Gözde Girişim", "Gözde Gıda", False),
        ("ORG", "AP", "Avrupa Parlamentosu", False),
        ("PERSON", "Mickhaïl Fridman", "Mikhail Fridman", True),
        ("PERSON", "Michael Fridman", "Mikhail Fridman", False),
    ],
)
def test_key(kind: str, a: str, b: str, same: bool) -> None:
    assert (keys.key(kind, a) == keys.key(kind, b)) is same


def test_key_parts_ministries_by_country_and_types_from_each_other() -> None:
    assert keys.key("ORG", "Sağlık Bakanlığı") == keys.key("ORG", "Sağlık Bakanlığı", "TR")
    assert keys.key("ORG", "Sağlık Bakanlığı") != keys.key("ORG", "Sağlık Bakanlığı", "KZ")
    assert keys.key("ORG", "Konya") != keys.key("LOC", "Konya")


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("PERSON", "Mehmet Yılmaz", True),
        ("PERSON", "Ahmet", True),
        ("PERSON", "Vehbi Koç", False),
        ("LOC", "Boğaziçi Köprüsü", False),
        ("PERSON", "Yılmaz", True),
        ("PERSON", "Putin", False),
        ("PERSON", "Mehmet Ali Yılmaz", False),
        ("PERSON", "Vladimir Putin", False),
        ("ORG", "İl Emniyet Müdürlüğü", True),
        ("ORG", "Ağır Ceza Mahkemesi", True),
        ("ORG", "Yönetim Kurulu", True),
        ("ORG", "Şirketimiz Yönetim Kurulu", True),
        ("ORG", "Koç Holding Yönetim Kurulu", False),
        ("ORG", "Orman Genel Müdürlüğü", False),
        ("ORG", "Enerji A.Ş.", True),
        ("ORG", "Ankara Emniyet Müdürlüğü", False),
        ("ORG", "Sağlık Bakanlığı", False),
        ("ORG", "TBMM", False),
        ("ORG", "Samsung", False),
        ("LOC", "Cumhuriyet Mahallesi", True),
        ("LOC", "Atatürk Caddesi", True),
        ("LOC", "Ankara", False),
        ("LOC", "Kazakistan", False),
    ],
)
def test_needs_context(kind: str, name: str, expected: bool) -> None:
    assert keys.needs_context(kind, name) is expected


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("ORG", "Doosan Makine", True),
        ("PERSON", "Rauf Denktaş", True),
        ("LOC", "Kuyucuk Gölü", True),
        ("ORG", "Hürriyet", False),
        ("ORG", "KAP", False),
        ("ORG", "Borsagundem.com", False),
        ("PERSON", "Recep Tayyip Erdoğan", False),
        ("PERSON", "Mehmet Yılmaz", False),
        ("LOC", "İstanbul", False),
    ],
)
def test_is_telling(kind: str, name: str, expected: bool) -> None:
    assert keys.is_telling(kind, name) is expected


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [("ORG", "Ortak Girişimi", True), ("ORG", "Doosan Ortak Girişimi", False),
     ("ORG", "Yönetim Kurulu", True), ("ORG", "Asliye Ceza Mahkemesi", True), ("PERSON", "M.B.", True),
     ("PERSON", "A. Ş.", True), ("ORG", "Emniyet Müdürlüğü", False), ("PERSON", "Mehmet Yılmaz", False)],
)  # fmt: skip
def test_is_inner(kind: str, name: str, expected: bool) -> None:
    assert keys.is_inner(kind, name) is expected
