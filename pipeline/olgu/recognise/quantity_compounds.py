"""Quantities of several units: «17 bin 2 lira 12 kuruş», «1 metre 10 santim», «22 yıl 6 ay»."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from olgu.recognise.quantity_numbers import exact, is_finite_decimal, negative, product
from olgu.recognise.quantity_phrases import BLANK

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View
    from olgu.recognise.quantity_lexicon import Unit

_DEGREES = frozenset({"deg", "Cel", "degF"})
_BELOW = re.compile(rf"{BLANK}altında(?!\w){BLANK}?")
_GAP = re.compile(rf"{BLANK}{{1,2}}")


def compound(left: Draft, right: Draft, gap: str) -> bool:
    """Add `right` to `left` where their units convert exactly; `left` is changed then."""
    one, two = left.unit, right.unit
    if one is None or two is None or left.suffixed or left.value_to is not None or _GAP.fullmatch(gap) is None:
        return False
    if one.kind == "money" and two.minor and not one.minor:
        left.value = exact(Fraction(left.value) + Fraction(right.value) / 100)
    elif one.base is not None and one.base == two.base and right.value < one.factor / two.factor:
        _add(left, right, one, two)
    else:
        return False
    left.extend(right)
    return True


def _add(left: Draft, right: Draft, one: Unit, two: Unit) -> None:
    """«22 yıl 6 ay» → 22.5 a; «34 yıl 8 ay» → 416 mo, as years would have no finite decimal form."""
    ratio = Fraction(one.factor) / Fraction(two.factor)
    total = Fraction(left.value) + Fraction(right.value) / ratio
    if not is_finite_decimal(total):
        total *= ratio
        left.unit, left.code = two, right.code
    left.value = exact(total)


def below_zero(left: Draft, right: Draft, gap: str, view: View) -> bool:
    """«sıfırın (2 derece) altında», «sıfırın altında 2 derece», «2 derece sıfırın altında» → −2 in `left`."""
    if left.bare and left.value == 0 and left.ending.case == "gen" and right.code in _DEGREES:
        behind = _BELOW.match(view.low, right.end) if _GAP.fullmatch(gap) else None
        if _BELOW.fullmatch(gap) is None and behind is None:
            return False
        left.value = negative(right.value)
        left.measure(right.unit, right.kind, right.code, "measure.below_zero")
        left.extend(right)
        if behind is not None:
            left.end = left.core_end = _end(view, behind)
        return True
    if left.code not in _DEGREES or not right.bare or right.value != 0 or right.ending.case != "gen":
        return False
    found = _BELOW.match(view.low, right.end)
    if found is None or _GAP.fullmatch(gap) is None:
        return False
    left.value, left.rule = negative(left.value), "measure.below_zero"
    left.end = left.core_end = _end(view, found)
    return True


def _end(view: View, below: re.Match[str]) -> int:
    """Return where the word of a match of `_BELOW` ends."""
    return below.end() - view.low[below.end() - 1].isspace()


def hundredths(drafts: list[Draft]) -> None:
    """«50 kuruş» → 0.5 TRY."""
    for draft in drafts:
        if draft.unit is not None and draft.unit.minor:
            draft.value = product(draft.value, Fraction(1, 100))
            draft.value_to = product(draft.value_to, Fraction(1, 100)) if draft.value_to is not None else None
