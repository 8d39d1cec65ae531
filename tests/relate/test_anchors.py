"""The phrases that may date or place a fact."""

import pytest

from olgu.article import Entity, Mention, Slot, Time
from olgu.relate.anchors import place_anchors, time_anchors

STARTS = [0, 100, 200, 300, 400, 500, 600, 700]
PARAGRAPHS = [0, 0, 0, 1, 1, 1, 2, 2]


def time(start: int, value: str | None = None) -> Time:
    """Make a time of eight characters."""
    return Time(start, start + 8, value, "year")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("geçen yıl yüzde 8", 1),
        ("geçen yıl, yüzde 8", 1),
        ("geçen yıl", 1),
        ("geçen yıl göreve başladı", 1),
        # bases of comparison
        ("geçen yıla göre yüzde 8", 0),
        ("geçen yıla oranla, yüzde 8", 0),
        ("GEÇEN YILA GÖRE", 0),
    ],
)
def test_time_anchors_leave_out_bases_of_comparison(text: str, kept: int) -> None:
    end = len("geçen yıla") if text[9:10] in ("a", "A") else len("geçen yıl")
    assert len(time_anchors(text, [Time(0, end, None, "relative")], [0], [0]).rows) == kept


@pytest.mark.parametrize(
    ("sentence", "last", "expected"),
    [
        (0, None, [10]),
        # the nearest earlier sentence in reach comes first
        (1, None, [10]),
        (2, None, [10, 210, 230]),
        (3, None, [210, 230]),
        (5, None, [210, 230]),
        # out of reach
        (6, None, []),
        # but the last fact's slot is offered from anywhere
        (6, Slot(210, 218, "time"), [210]),
        (3, Slot(10, 18, "time"), [10, 210, 230]),
        (3, Slot(210, 218, "time"), [210, 230]),
    ],
)
def test_near_offers_own_earlier_and_carried_anchors(sentence: int, last: Slot | None, expected: list[int]) -> None:
    anchors = time_anchors("", [time(10, "2020"), time(210, "2021"), time(230, "2022")], STARTS, PARAGRAPHS)
    assert [anchor.start for anchor in anchors.near(sentence, last)] == expected


def test_near_is_bounded_in_sentences_without_end() -> None:
    anchors = time_anchors("", [time(10 * i, str(i)) for i in range(5000)], [0], [0])
    assert len(anchors.near(0, None)) <= 12


def test_place_anchors_know_entity_share_title_and_kind() -> None:
    names = [
        Mention(10, 17, "LOC", "r", "e1"), Mention(20, 25, "PERSON", "r", "e2"), Mention(120, 127, "LOC", "r", "e1"),
        Mention(220, 226, "LOC", "r", "e3"),
    ]  # fmt: skip
    entities = [Entity("e1", "LOC", "Türkiye", "TR"), Entity("e2", "PERSON", "Ali"), Entity("e3", "LOC", "Konya")]
    anchors = place_anchors(" " * 300, names, entities, STARTS, PARAGRAPHS)
    assert [(row.start, row.label, row.key, row.titled) for row in anchors.rows] == [
        (10, "country", "e1", True), (120, "country", "e1", True), (220, "city", "e3", False),
    ]  # fmt: skip
    assert anchors.rows[0].weight > anchors.rows[2].weight
    # what most of the article speaks of is offered everywhere
    assert [row.key for row in anchors.near(7, None)] == ["e1"]


def test_no_names_no_places() -> None:
    assert place_anchors("", [], [], STARTS, PARAGRAPHS).near(3, None) == []


@pytest.mark.parametrize(
    ("name", "behind", "offered"),
    [
        ("Süveyş", "’e göre 2 bin kilometre kısa.", False),
        ("Rusya", "’ya göre 5 kişi öldü.", False),
        ("Marmara Bölgesi", "’ne kıyasla yüzde 5 arttı.", False),
        ("Almanya", "'ya oranla 3 kat fazla.", False),
        ("Süveyş", "’e 2 gemi geldi.", True),
        ("Rusya", "’da göreve başlayan 5 kişi.", True),
        ("Konya", "’da 3 okul var.", True),
        ("Konya", "", True),
    ],
)
def test_what_is_compared_with_places_nothing(name: str, behind: str, offered: bool) -> None:
    names = [Mention(0, len(name), "LOC", "r", "e1")]
    assert bool(place_anchors(name + behind, names, [Entity("e1", "LOC", name)], [0], [0]).rows) is offered
