"""Turkish casing keeps lengths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse import casing


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("IĞDIR", "ığdır"), ("İSTANBUL", "istanbul"), ("BİN", "bin"), ("Kırk", "kırk"), ("iyi", "iyi"), ("ÇAĞ", "çağ"),
        ("5 MİLYAR TL", "5 milyar tl"),
    ],
)  # fmt: skip
def test_lower_follows_turkish(text: str, lowered: str) -> None:
    assert casing.lower(text) == lowered


@pytest.mark.parametrize(
    ("text", "raised"), [("ığdır", "IĞDIR"), ("istanbul", "İSTANBUL"), ("straße", "STRAßE"), ("", "")]
)
def test_upper_follows_turkish(text: str, raised: str) -> None:
    assert casing.upper(text) == raised


@pytest.mark.parametrize(("word", "titled"), [("istanbul", "İstanbul"), ("IŞIK", "Işık"), ("", ""), ("x", "X")])
def test_title_follows_turkish(word: str, titled: str) -> None:
    assert casing.title(word) == titled


@given(st.text())
def test_casing_keeps_length(text: str) -> None:
    changed = (casing.lower(text), casing.upper(text), casing.ascii_fold(text), casing.title(text))
    assert {len(other) for other in changed} == {len(text)}


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz ", max_size=30))
def test_lower_undoes_upper(text: str) -> None:
    assert casing.lower(casing.upper(text)) == text
