"""Nouns that stand for a place named before."""

from __future__ import annotations

import pytest

from olgu.analyse import language
from olgu.analyse.words import sentences
from olgu.relate.parts import parts
from olgu.relate.reference import place_reference


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Kentte 250 gram ekmeğin fiyatı arttı.", "loc"),
        ("Bu ilçede 4 ev yandı.", "loc"),
        ("İlde 12 okul tatil edildi.", "loc"),
        ("İlçenin nüfusu 30 bine çıktı.", "gen"),
        ("Bölgeye gönderilen konteyner sayısı 48 bin oldu.", "dat"),
        ("Sonra köyden 300 kişi ayrıldı.", "abl"),
        ("Kent 5 kilometre uzakta.", ""),
        ("Antalya kentinde 5 kişi öldü.", ""),
        ("Üç kentte 5 okul açıldı.", ""),
        ("İlk 5 ilçede fiyatlar arttı.", ""),
        ("Türk kentlerinde 5 ev yıkıldı.", ""),
        ("Evde 3 kişi vardı.", ""),
    ],
)
def test_place_reference(text: str, case: str) -> None:
    words = sentences(language.load("rules")(text))[0].words
    assert place_reference(parts(words)) == case
