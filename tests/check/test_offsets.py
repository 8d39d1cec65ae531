"""Where annotations stand, in code points and in UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.check.offsets import Utf16, in_code_points, misplaced

TEXT = "💩 11 belge 🇹🇷 imzalandı"


@given(st.text(alphabet="aİ💩🇹\n\u0301"))
def test_utf16_offsets_agree_with_the_codec(text: str) -> None:
    units = Utf16.of(text)
    for at in range(len(text) + 1):
        assert units.code_point(len(text[:at].encode("utf-16-le")) // 2) == at


@pytest.mark.parametrize(
    ("spans", "found", "wrong"),
    [
        ([(2, 4, "11")], [(2, 4, "11")], []),
        ([(3, 5, "11")], [(2, 4, "11")], []),
        ([(3, 5, "11"), (17, 26, "imzalandı")], [(2, 4, "11"), (14, 23, "imzalandı")], []),
        ([(2, 4, "11"), (17, 26, "imzalandı")], [(2, 4, "11"), (17, 26, "imzalandı")], [1]),
        ([(4, 6, "11")], [(4, 6, "11")], [0]),
        ([(-2, 0, "11")], [(-2, 0, "11")], [0]),
        ([(2, 2, "")], [(2, 2, "")], [0]),
        ([(90, 92, "11")], [(90, 92, "11")], [0]),
        ([], [], []),
    ],
)
def test_units_are_told_by_the_quotes(
    spans: list[tuple[int, int, str]], found: list[tuple[int, int, str]], wrong: list[int]
) -> None:
    assert in_code_points(TEXT, spans) == (found, wrong)


def test_unit_of_label_studio_is_the_code_point() -> None:
    """The case that its own tests hold: the offsets 21 and 25 for this word, where UTF-16 would have 22 and 26."""
    text = "🐱 Warning: This is a test text"
    assert in_code_points(text, [(21, 25, "test")]) == in_code_points(text, [(22, 26, "test")])


def test_escaped_line_breaks_are_understood() -> None:
    assert in_code_points("a\nb", [(0, 3, "a\\nb")])[1] == []
    assert in_code_points("a\\nb", [(0, 4, "a\\nb")])[1] == []


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((0, 2, "11"), "the text at 0-2 is «💩 », the annotation says «11», which stands at 2-4"),
        ((0, 2, "12"), "«12», which stands nowhere in the text"),
        ((0, 0, ""), "which stands nowhere in the text"),
    ],
)
def test_misplaced_says_where_the_quote_stands(span: tuple[int, int, str], said: str) -> None:
    assert said in misplaced(TEXT, span)
