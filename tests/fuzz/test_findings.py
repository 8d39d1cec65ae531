"""What fuzzing has found, each with the smallest example; nothing of it may come back."""

from __future__ import annotations

import pytest
from fuzz_targets import extracted
from test_properties import found, without_the_end


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
        "Ocak-e. Sonra geldi.",  # a letter taken for a Roman numeral
        "Yolun 304 kilomETRELİK KESİMİ BİTTİ.",
        "Sürücülerden yüz ellisiNIN EHLIYETI ALINDI.",
        "Zarar milyarİKİ ŞİRKET BATTI.",  # a number of a word and of a heading glued to it
    ],
)
def test_what_was_found_once(text: str) -> None:
    extracted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fiyat 738’e çıktı.\ndedi.\nBunun 640 doları geldi.\nsonra yine geldi.",  # lines were taken for wrapped
        "2. 2. 2. 2.",  # a number was the first of two ordinals if a blank followed
        "Diğer iki sanık 7 yıl hapisle cezalandırıldı .B",  # the last letter began a sentence if a blank followed
    ],
)
@pytest.mark.parametrize("blank", ["\n", " ", "\u00a0"])
def test_white_space_at_the_end_of_what_was_found(text: str, blank: str) -> None:
    one, other = found(text), without_the_end(found(text + blank), len(text))
    assert one.facts == other.facts
