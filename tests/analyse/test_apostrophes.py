"""Apostrophes that a source has turned into blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.mending import mended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Türkiye nin kararı, İsveç in NATO ya katılımı, Gazze deki durum, Ali yi",
            "Türkiye’nin kararı, İsveç’in NATO’ya katılımı, Gazze’deki durum, Ali’yi",
        ),
        ("8 Haziran dan bu yana Avrupa Ligi nde Aysal ın", "8 Haziran’dan bu yana Avrupa Ligi’nde Aysal’ın"),
        (
            "Türkiye nin kararı, Ali'nin kararı, İsveç in NATO ya",
            "Türkiye’nin kararı, Ali'nin kararı, İsveç in NATO ya",
        ),
        ("TMSF nin ve Kılıçdaroğlu nun kararı", "TMSF’nin ve Kılıçdaroğlu’nun kararı"),
        ("Kul&uuml;b&uuml; Türkiye nin", "Kulübü Türkiye’nin"),
    ],
)
def test_lost_apostrophes_come_back(text: str, expected: str) -> None:
    assert mended(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Alice in Wonderland, Jan den Uyl ve Van den Berg; Ali de geldi, Rusya da",
        "Ali ya da Veli, Kaya ya da Can; bir yi, ev den, yüzde 5 den",
        "Ankara den, İzmir dan, Kaya in",
    ],
)
def test_words_of_their_own_are_no_endings(text: str) -> None:
    shadow = mended(text)
    assert shadow.text is text
    assert shadow.layers == ()


PIECES = ["Türkiye", "Ali", "NATO", " nin", " yi", " de", " den", " in", " ya", "'nin", "’", "&uuml;", "Ã¼", " ", "."]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_mending_again_changes_nothing(text: str) -> None:
    once = mended(text).text
    assert mended(once).text == once
