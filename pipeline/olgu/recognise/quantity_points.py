"""«puan»: points of a percentage where something changes by them, points of a score or an index elsewhere."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_phrases import BLANK, follows, somewhere

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_WORD = rf"[^\W\d_]{{1,12}}{BLANK}"
_MOST = 100
"""Percentage points stay below; an index has more."""


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = read_toml("kinds.toml")["points"]
    change = data["change"]
    return (
        follows(change, rf"(?:{_WORD})?"),
        follows(change, rf"(?:{_WORD}){{0,2}}"),
        somewhere(data["rates"]),
        somewhere(data["index"]),
    )


def set_points(drafts: list[Draft], view: View) -> None:
    """Make percentage points of the points that are, with all members of a list: «0,8 puan, … 0,5 puan azaldı»."""
    for draft in drafts:
        if draft.code == "point" and _of_a_percentage(draft, view):
            draft.measure(draft.unit, "percent", "pp", "percent.points")
    for right, left in pairwise(reversed(drafts)):
        if left.code == "point" and right.code == "pp" and right.start - left.end < 70 and -_MOST < left.value < _MOST:
            sentence_ends = ". " in view.low[left.end : right.start]
            if not sentence_ends:
                left.measure(left.unit, "percent", "pp", "percent.points")


def _of_a_percentage(draft: Draft, view: View) -> bool:
    close, far, rates, index = _rules()
    if not -_MOST < draft.value < _MOST or not (far if draft.ending.case == "lik" else close).match(
        view.low, draft.end
    ):
        return False
    begin, end = max(0, draft.start - 160), draft.end + 120
    spoken = "%" in view.low[begin:end] or rates.search(view.low, begin, end) is not None
    return spoken and index.search(view.low, begin, draft.start) is None
