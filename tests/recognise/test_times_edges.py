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
    ],
)
def test_edges(told: Told, text: str, date: dt.date, expected: list[str]) -> None:
    assert told(text, date) == expected


@pytest.mark.parametrize(
    ("sentences", "words", "value"),
    [(12, "o dönemde", "2023"), (18, "o dönemde", "?"), (18, "aynı dönemde", "2023"), (18, "bu dönemde", "?")],
)
def test_what_is_far_away_is_pointed_at_by_plain_words_only(told: Told, sentences: int, words: str, value: str) -> None:
    text = f"2023 yılında arttı; {FILLER * sentences}{words} azaldı."
    assert told(text, NEWS) == ["2023 yılında = 2023 (2023)", f"{words} = {value}"]
