"""When and where a fact holds."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Belediye 2024 yılında 40 ağaç dikti.", ["2024 yılında"]),
        ("Enflasyon temmuzda yüzde 3,2 oldu.", ["temmuzda"]),
        ("Geçen yıl ihracat yüzde 8 arttı.", ["Geçen yıl"]),
        ("İzmir'de dün 3 ev yandı.", ["dün"]),
        ("2023'te 15 olan okul sayısı bu yıl 18'e çıktı.", ["2023'te", "bu yıl"]),
        # nothing dates it
        ("Belediye 40 ağaç dikti.", [""]),
        ("Köprünün uzunluğu 1.200 metredir.", [""]),
        # a base of comparison is no time
        ("İhracat geçen yıla göre yüzde 8 arttı.", [""]),
        ("İhracat bir önceki aya kıyasla yüzde 8 arttı.", [""]),
        ("Mayısta ihracat geçen yıla oranla yüzde 8 arttı.", ["Mayısta"]),
    ],
)
def test_time(rows: Read, text: str, times: list[str]) -> None:
    assert [row[2] for row in rows(text)] == times


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ankara'da 40 ağaç dikildi.", ["Ankara"]),
        ("Konya'da buğday üretimi 2 milyon tona ulaştı.", ["Konya"]),
        ("Türkiye'nin nüfusu 85 milyona yaklaştı.", ["Türkiye"]),
        ("Kazakistan'da faaliyet gösteren 700'den fazla Kore sermayeli şirket bulunuyor.", ["Kazakistan"]),
        # no place in the text
        ("Belediye 40 ağaç dikti.", [""]),
        ("Ahmet Yılmaz 40 ağaç dikti.", [""]),
    ],
)
def test_place(rows: Read, text: str, places: list[str]) -> None:
    assert [row[3] for row in rows(text)] == places


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ankara'da dün 40 ağaç dikildi.",
            ["quantity: count", "what: after", "time: same", "place: same", "predicate: dı"],
        ),
        ("Belediye 40 ağaç dikti.", ["quantity: count", "what: after", "predicate: dı"]),
    ],
)
def test_rule_says_who_decided_each_slot(rows: Read, text: str, parts: list[str]) -> None:
    assert rows(text)[0][4] == "; ".join(parts)
