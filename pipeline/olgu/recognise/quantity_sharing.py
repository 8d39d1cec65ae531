"""Units that a coordination shares: «3, 5 ve 7 milyon dolar», «yüzde 15'ten 19'a», «35-50 milyon»."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_numbers import product
from olgu.recognise.quantity_phrases import BLANK, GAP, follows
from olgu.recognise.quantity_units import PERCENT

if TYPE_CHECKING:
    from olgu.article import Number
    from olgu.recognise.quantity_draft import Draft, View

_GAP = re.compile(rf"{BLANK}{{1,2}}")
_COORDINATION = re.compile(
    rf"{BLANK}?,{GAP}(?:(?:ve|veya){GAP})?|{GAP}(?:ve|veya|ya da|yahut|ile){GAP}|{BLANK}?/{BLANK}?"
)
_MORE = re.compile(rf"(?:(?:{BLANK}?,{GAP}|{GAP}(?:ve|veya|ya da){GAP})[0-9]{{1,3}}(?:,[0-9]{{1,3}})?(?![\w'’]))*")
"""The other numbers of a list: « ve 7» behind «yüzde 3, 5»."""
_LINKED = re.compile(rf"{GAP}(?:ve|veya|ya da){GAP}")
_COMMA = re.compile(rf"{BLANK}?,{GAP}")
_LONGEST_JOINT = 12
"""Characters."""
_AGE, _SHARED_AGE = "duration.age", "duration.age.shared"
_SEPARATED = re.compile(rf",{BLANK}(?:[^\W\d_]{{1,20}}{BLANK}){{1,3}}")


def with_shared_scale(left: Draft, right: Draft, view: View) -> Number:
    """Return the value of `left`: 35 million in «35-50 milyon», its own in «2 bin-7 bin»."""
    scale = right.scale(view) if right.shared_scale == 1 else right.shared_scale
    if (
        scale == 1
        or left.value >= 1000
        or left.scale(view) != 1
        or Fraction(left.value) * Fraction(scale) > Fraction(right.value) * 10
    ):
        return left.value
    left.shared_scale = scale
    return product(left.value, scale)


def share_backwards(left: Draft, right: Draft, view: View) -> None:
    """«3, 5 ve 7 milyon dolar», «1.2 ve 1.4 litrelik»: the unit of the last serves all."""
    unit = right.unit
    if unit is None and _counted(left, right, view):
        left.value = with_shared_scale(left, right, view)
    if unit is None or not left.bare or left.form != "cardinal" or right.kind in ("count", "ratio"):
        return
    if right.start != right.digits_start or right.start - left.end > 40:
        return
    gap = view.low[left.end : right.start]
    if not (_moved(left, right, gap) or _listed(left, right, gap, view)):
        return
    left.value = with_shared_scale(left, right, view)
    left.measure(unit, right.kind, right.code, "shared")
    left.per = right.per
    if unit.minor:
        left.value = product(left.value, Fraction(1, 100))


def _joint(left: Draft, right: Draft, view: View) -> str:
    """Return what stands between two neighbours, "-" where it is too long to join them."""
    return view.low[left.end : right.start] if right.start - left.end < _LONGEST_JOINT else "-"


def _counted(left: Draft, right: Draft, view: View) -> bool:
    """«10, 20 ve 30 bin kişi»: bare numbers that rise, whose last one has a scale word behind «ve» or «veya»."""
    if not (left.bare and right.bare and left.form == right.form == "cardinal") or left.suffixed or left.words:
        return False
    gap = _joint(left, right, view)
    linked = _LINKED.fullmatch(gap) is not None or (right.shared_scale != 1 and _COMMA.fullmatch(gap) is not None)
    scale = right.scale(view) if right.shared_scale == 1 else right.shared_scale
    return linked and scale != 1 and Fraction(left.value) * Fraction(scale) < Fraction(right.value)


def share_ages(drafts: list[Draft], view: View) -> None:
    """«3, 5 ve 7 yaşındaki çocuklar»: each number is an age, though only the last one says so."""
    for right, left in pairwise(reversed(drafts)):
        if right.kind != "duration" or left.kind != "count" or left.unit is not None or left.suffixed:
            continue
        gap = _joint(left, right, view)
        between = {_AGE: _LINKED, _SHARED_AGE: _COMMA}.get(right.rule)
        if between is not None and between.fullmatch(gap):
            left.measure(right.unit, right.kind, right.code, _SHARED_AGE)


def _moved(left: Draft, right: Draft, gap: str) -> bool:
    """«2,5'ten 3,1 liraya»."""
    return left.ending.case == "abl" and right.ending.case in ("dat", "acc", "loc") and _GAP.fullmatch(gap) is not None


def _listed(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if right.kind == "money" and _SEPARATED.fullmatch(gap):
        return left.scale(view) != 1 and right.scale(view) != 1
    return _COORDINATION.fullmatch(gap) is not None and (not left.suffixed or left.ending.case == right.ending.case)


def share_forwards(left: Draft, right: Draft, view: View) -> None:
    """«yüzde 15'ten 19'a», «2,78 liradan 3,1'e»."""
    if left.unit is None or not right.bare or right.form != "cardinal" or left.kind in ("count", "ratio"):
        return
    gap = _joint(left, right, view)
    listed = left.unit is PERCENT and _COORDINATION.fullmatch(gap) and "/" not in gap and _ends_share(view, left, right)
    if _moved(left, right, gap) or listed:
        right.measure(left.unit, left.kind, left.code, "shared")
        right.per = left.per


def _ends_share(view: View, left: Draft, right: Draft) -> bool:
    """No counted noun follows: «yüzde 3, 5 ve 7 arttı», «yüzde 3 ve 5 oranında», not «yüzde 30 ve 12 kişi»."""
    more = _MORE.match(view.low, right.end)
    end = more.end() if more is not None else right.end
    following = view.after(end, 24)
    if following and (following[0].startswith("oran") or following[0] in (".", ";", "olarak")):
        return True
    # without «ve» it may be a decimal with a blank too many: «yüzde 12, 7 arttı»
    return _LINKED.search(view.low, left.end, end) is not None and _changes().match(view.low, end) is not None


@cache
def _changes() -> re.Pattern[str]:
    return follows(read_toml("kinds.toml")["percent"]["shared_before"])
