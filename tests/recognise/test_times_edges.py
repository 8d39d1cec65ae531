"""Ends of calendars, far references and blanks where a phrase could go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Told = Callable[[str, dt.date | None], list[str]]
NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""
SATURDAY = dt.date(2024, 6, 15)
FILLER = "Toplantıda konuşuldu ve karar alındı, "


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("1924 Kurban Bayramı", NEWS, ["1924 Kurban Bayramı = ? (1924)"]),
        ("1925 Kurban Bayramı", NEWS, ["1925 Kurban Bayramı = 1925-07-02 (1925)"]),
        ("2077 Ramazan Bayramı", NEWS, ["2077 Ramazan Bayramı = 2077-08-19 (2077)"]),
        ("2080 Ramazan Bayramı", NEWS, ["2080 Ramazan Bayramı = ? (2080)"]),
        ("9A2019 da arttı.", NEWS, ["9A2019 = 2019-01/2019-09 (9A2019)"]),
        ("1Ç2020 de arttı.", NEWS, ["1Ç2020 = 2020-01/2020-03 (1Ç2020)"]),
        ("Saat 10.30 da geldi.", NEWS, ["Saat 10.30 = 2024-06-12T10:30 (10.30)"]),
        ("Dünden önce geldi.", NEWS, ["Dünden = 2024-06-11"]),
        ("Bugünden önce geldi.", NEWS, ["Bugünden = 2024-06-12"]),
        ("Hafta sonu geldi.", NEWS, ["Hafta sonu = 2024-06-08/2024-06-09"]),
        ("Hafta sonu gelecek.", NEWS, ["Hafta sonu = 2024-06-15/2024-06-16"]),
        ("Haftasonu geldi.", NEWS, ["Haftasonu = 2024-06-08/2024-06-09"]),
        ("Hafta sonu geldi.", SATURDAY, ["Hafta sonu = 2024-06-15/2024-06-16"]),
        ("Geçen hafta sonu geldi.", SATURDAY, ["Geçen hafta sonu = 2024-06-08/2024-06-09"]),
        ("Haftason çalıştı.", NEWS, []),
        ("12.03.1000'de kuruldu.", NEWS, ["12.03.1000'de = 1000-03-12 (12.03.1000)"]),
        ("12.03.999'da kuruldu.", NEWS, []),
        ("1. yüzyıl sonunda kuruldu.", NEWS, ["1. yüzyıl sonunda … = 0001/0100"]),
        ("2020 5. çeyrekte arttı.", NEWS, []),
        ("2020 3. çeyrekte arttı.", NEWS, ["2020 3. çeyrekte = 2020-07/2020-09 (2020)"]),
        ("Türkiye 80 yıllık tarihinde büyüdü.", NEWS, []),
        ("Bir önceki üç aylık dönemde arttı.", NEWS, ["Bir önceki üç aylık dönemde … = ?"]),
        ("3, 015 ve 20 Mart'ta toplanacak.", NEWS, ["20 Mart'ta = 2025-03-20 (20)"]),
        ("Pazartesi 1'inde toplanacak.", NEWS, ["Pazartesi 1'inde = 2024-07-01 (1)"]),
        (
            "1, 2 ve 9 Aralık'ta sahnelenecek.",
            NEWS,
            ["1 = 2024-12-01 (1)", "2 = 2024-12-02 (2)", "9 Aralık'ta = 2024-12-09 (9)"],
        ),
        (
            "8 - 14 Haziran 2020 haftasında çalışacak.",
            NEWS,
            ["8 - 14 Haziran 2020 = 2020-06-08/2020-06-14 (8, 14, 2020)"],
        ),
        (
            "09:45'te Fransa Ekim ayı sanayi üretimi açıklanacak.",
            NEWS,
            ["09:45'te = 2024-06-12T09:45 (09:45)", "Ekim ayı = 2024-10"],
        ),
        (
            "2018 yılında kâr, bir önceki yılın aynı dönemine kıyasla yüzde 40 arttı.",
            None,
            ["2018 yılında = 2018 (2018)", "bir önceki yılın aynı dönemine = ?"],
        ),
        (
            "2018 yılının 9 ayında kâr, bir önceki yılın aynı dönemine göre yüzde 40 arttı.",
            None,
            ["2018 yılının 9 ayında … = 2018-01/2018-09 (2018)", "bir önceki yılın aynı dönemine = 2017-01/2017-09"],
        ),
    ],
)
def test_edges(told: Told, text: str, date: dt.date | None, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yaz sonunda artacak.", ["Yaz sonunda = 2024-08"]),
        ("Fiyatlar yaz sonuna kadar artacak.", ["yaz sonuna kadar = ../2024-08"]),
        ("Fiyatlar kış başında artacak.", ["kış başında = 2024-12"]),
        ("Fiyatlar bahar sonuna kadar artacak.", ["bahar sonuna kadar = ../2025-05"]),
        ("Otel yaz boyunca açık kalacak.", ["yaz boyunca = 2024-06/2024-08"]),
        ("Bahar sonunda geldi.", []),
        ("Yaz sonuçları açıklandı.", []),
        ("Yazı sonunda bitirdi.", []),
        ("Yaz, sonunda geldi.", []),
        ("Bize yaz!", []),
    ],
)
def test_parts_of_seasons(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected


@pytest.mark.parametrize(
    ("sentences", "words", "value"),
    [(12, "o dönemde", "2023"), (18, "o dönemde", "?"), (18, "aynı dönemde", "2023"), (18, "bu dönemde", "?")],
)
def test_what_is_far_away_is_pointed_at_by_plain_words_only(told: Told, sentences: int, words: str, value: str) -> None:
    text = f"2023 yılında arttı; {FILLER * sentences}{words} azaldı."
    assert told(text, NEWS) == ["2023 yılında = 2023 (2023)", f"{words} = {value}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "3 Haziran 2018'de Ali Koç'un başkan seçilmesinden bu yana",
            ["3 Haziran 2018'de Ali Koç'un başkan seçilmesinden bu yana = 2018-06-03/.. (3, 2018)"],
        ),
        ("1979'da başlamasından itibaren", ["1979'da başlamasından itibaren = 1979/.. (1979)"]),
        ("2002'de iktidara geldiğinden beri", ["2002'de iktidara geldiğinden beri = 2002/.. (2002)"]),
        ("2002'de iktidara geldi. Kuruluşundan beri", ["2002'de = 2002 (2002)"]),
        ("2002'de iktidara gelmesinden sonra", ["2002'de = 2002 (2002)"]),
        ("Mayıs 2009 ‘da meclise geldi.", ["Mayıs 2009 ‘da = 2009-05 (2009)"]),
        ("2012 ’den itibaren arttı.", ["2012 ’den itibaren = 2012/.. (2012)"]),
    ],
)
def test_what_an_event_begins_and_endings_that_stand_off(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, NEWS) == expected
