"""What fuzzing has found, each with the smallest example; nothing of it may come back."""

from __future__ import annotations

import pytest
from fuzz_targets import extracted


@pytest.mark.parametrize(
    "text",
    [
        "7 yaş",  # a quantity whose unit is what it measures, at the end of the text: no word behind it
        "Enkazdan 14 saat sonra çıkarılan 7 yaş",
        "35 yaşında",
        "Kü\u00adçük kız 12 Mart 2024'te doğdu.",  # calendar points of a time pointed into the repaired text
        "BAKAN\nİKİ\nMİLYON\nKİŞİ\nDEDİ",  # a number went over a line break at which a sentence begins
        "2,5\nMilyar dolar verildi.",
        "ÜÇTE\nBİRİ geldi.",
        "$\n5 ödendi.",
        "Zarar milyarİKİ ŞİRKET BATTI.",  # a number of a word and of a heading glued to it
    ],
)
def test_what_was_found_once(text: str) -> None:
    extracted(text)
