"""What a quantity measures or counts."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import olgu

Read = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        # counted: the noun phrase behind the number
        ("Belediye parka 40 ağaç dikti.", ["ağaç"]),
        ("Kazada 5 kişi yaralandı.", ["kişi"]),
        ("Tarlada 20 işçi ve 5 mühendis çalışıyor.", ["işçi", "mühendis"]),
        ("Kazakistan'da faaliyet gösteren 700'den fazla Kore sermayeli şirket bulunuyor.", ["Kore sermayeli şirket"]),
        ("Müdür, depoda 40 koli olduğunu söyledi.", ["koli"]),
        ("200 yataklı hastane açıldı.", ["yataklı hastane"]),
        ("Depoda 350 ton buğday bulundu.", ["buğday"]),
        ("Kurum 3 milyar dolarlık yatırım yapacak.", ["yatırım"]),
        # the noun of a light verb is none
        ("Yangında 12 ev kül oldu.", ["ev"]),
        # measured: the phrase before it, with its possessors
        ("Şirketin cirosu 4 milyar liraya ulaştı.", ["Şirketin cirosu"]),
        ("Derneğin üye sayısı 12 bini geçti.", ["Derneğin üye sayısı"]),
        ("Türkiye'nin nüfusu 85 milyona yaklaştı.", ["Türkiye'nin nüfusu"]),
        ("Köprünün uzunluğu 1.200 metredir.", ["Köprünün uzunluğu"]),
        ("Gölün derinliği 30 metre.", ["Gölün derinliği"]),
        # an owner is none where the phrase goes on to what is owned, but it is the whole of a share
        ("İkili ticaret cirosunun hacmi 6 milyar dolara ulaştı.", ["İkili ticaret cirosunun hacmi"]),
        ("Derneğin üyelerinin sayısı 12 bini geçti.", ["Derneğin üyelerinin sayısı"]),
        ("Bütçenin yarısı eğitime ayrıldı.", ["Bütçenin"]),
        # a change is said of what changes
        ("Fındık ihracatı geçen yıl yüzde 8 arttı.", ["Fındık ihracatı"]),
        ("Konut fiyatları mayısta yüzde 2 düştü.", ["Konut fiyatları"]),
        # a share is said of the whole
        ("Nüfusun yüzde 40'ı köylerde yaşıyor.", ["Nüfusun"]),
        ("Öğrencilerin üçte biri sınavı geçti.", ["Öğrencilerin"]),
        ("35 yaşındaki sürücü gözaltına alındı.", ["yaşındaki"]),
        # old and new value of one phrase
        ("2023'te 15 olan okul sayısı bu yıl 18'e çıktı.", ["okul sayısı", "okul sayısı"]),
        # what ends a period with a number is measured, not the period; one that is counted is
        ("Borsa günü yüzde 2 kayıpla kapattı.", ["Borsa"]),
        ("Endeks ilk seansı 982 puan düşüşle tamamladı.", ["Endeks"]),
        ("Hisse ikinci günü yükselişle tamamladı.", ["günü"]),
        # a clause of time ends before the phrase
        ("Almanya’ya incir gönderdiğiniz zaman iyi bir incirin kilosu 9 dolar.", ["iyi bir incirin kilosu"]),
        ("Kredi aldığımız zaman borcumuz 16 milyon liraydı.", ["borcumuz"]),
        # no quantity, no fact
        ("Belediye parka ağaç dikti.", []),
        ("Toplantı 12 Mayıs 2024'te yapıldı.", []),
    ],
)
def test_what(rows: Read, text: str, whats: list[str]) -> None:
    assert [row[1] for row in rows(text)] == whats


@pytest.mark.xfail(strict=True, reason="the rankers learned rows such as «Ebe: 9» and take the label of every row")
def test_what_is_carried_over_into_rows_of_a_list(rows: Read) -> None:
    found = rows("Geçen yıl iş kazalarında ölen işçilerin illere dağılımı şöyle:\nBursa: 11\nMersin: 23")
    assert [row[0] for row in found] == ["11", "23"]
    assert found[0][1] == found[1][1]


def test_nothing_to_measure_gives_no_phrase(rows: Read) -> None:
    for row in rows("40."):
        assert row[1] == ""


PIECES = "şirketin cirosu|5 milyar dolara|ulaştı|,|ve|yüzde 12|arttı|40|kişi|Ankara'da|geçen yıl|;|Ali|(|)|3'ü|:"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES.split("|")), min_size=1, max_size=30))
def test_slots_lie_in_the_text_and_never_on_the_quantity(words: list[str]) -> None:
    text = " ".join(words)
    for fact in olgu.extract(text).facts:
        for slot in (fact.what, fact.time, fact.place, fact.speaker):
            if slot is not None:
                assert 0 <= slot.start < slot.end <= len(text)
                assert not text[slot.start : slot.end].startswith(" ")
        assert 0 <= fact.confidence <= 1
        what = fact.what
        if what is not None and fact.kind not in ("ratio", "number"):
            assert what.end <= fact.start or what.start >= fact.end or "carried" in what.rule
