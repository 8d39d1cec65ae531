"""Numerals that make one quantity together; here: ranges, scores, and two bounds that close a range."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from olgu.recognise.quantity_compounds import below_zero, compound, hundredths
from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_numbers import is_whole, product
from olgu.recognise.quantity_parts import one_of, out_of, part_of
from olgu.recognise.quantity_phrases import BLANK, GAP, choice, somewhere
from olgu.recognise.quantity_sharing import share_backwards, share_forwards, with_shared_scale

if TYPE_CHECKING:
    from olgu.article import Number
    from olgu.recognise.quantity_draft import Draft, View
    from olgu.recognise.quantity_lexicon import Unit

_HYPHEN = re.compile(rf"{BLANK}{{0,2}}[-–—−]{BLANK}{{0,2}}|&")
_ILA = re.compile(rf"{GAP}il[aâ]{GAP}")
_ILE = re.compile(rf"{GAP}ile{GAP}")
_BETWEEN = re.compile(rf"{BLANK}{{0,3}}(?:[^\W\d_]{{1,20}}{GAP})?(?:aras[ıi]|aral[ıi]ğ[ıi]|civar|bandında)\w{{0,12}}")
_ONE_BLANK = re.compile(rf"{BLANK}{{1,2}}")
_VERSUS = re.compile(rf"{GAP}karşı{GAP}")
_LIMIT = re.compile(rf"{GAP}(?:kadar|dek|varan|arası\w{{0,8}})(?!\w)")
_BOUND_JOINER = re.compile(rf"{GAP}(?:ve|ancak|ama|fakat|,){GAP}")
_LOWER = frozenset({"more_than", "at_least"})
_UPPER = frozenset({"less_than", "at_most"})
_COUNTED = re.compile(rf"{BLANK}(?:maç|gol|puan|sayı)(?!lı|lu)")
_JOINERS = frozenset({"", "-", "–", "—", "−", "&", "ila", "ilâ", "ile", "karşı", "üzerinden", "altında"})
_LONG_GAP = 14


def join(drafts: list[Draft], view: View) -> list[Draft]:
    """Join neighbours that are one quantity, then let units pass along coordinations."""
    joined: list[Draft] = []
    for draft in drafts:
        last = draft
        while joined and _merge(joined[-1], last, view):
            last = joined.pop()
        joined.append(last)
    hundredths(joined)
    one_of(joined, view)
    for right, left in pairwise(reversed(joined)):
        share_backwards(left, right, view)
    for left, right in pairwise(joined):
        share_forwards(left, right, view)
    return joined


def _merge(left: Draft, right: Draft, view: View) -> bool:
    """Join `right` into `left` where they are one quantity; `left` is changed then."""
    length = right.start - left.end
    if not 0 < length <= 90:
        return False
    gap = view.low[left.end : right.start]
    if length > _LONG_GAP or gap.strip() not in _JOINERS:
        return part_of(left, right, gap)
    return (
        _range(left, right, gap, view)
        or compound(left, right, gap)
        or below_zero(left, right, gap, view)
        or out_of(left, right, gap)
        or part_of(left, right, gap)
    )


def _range(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if "ordinal" in (left.form, right.form):
        return False
    if left.suffixed and not _from_to(left, right, gap, view):
        return _versus(left, right, gap)
    if _HYPHEN.fullmatch(gap):
        return _score(left, right) if _is_score(left, right, gap, view) else _span(left, right, view)
    return _range_words(left, right, gap, view) and _span(left, right, view)


def _range_words(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if _ILE.fullmatch(gap):
        both = left.kind == "percent" and right.kind == "percent"
        return both or _BETWEEN.match(view.low, right.end) is not None
    return _ILA.fullmatch(gap) is not None or _from_to(left, right, gap, view) or _in_a_row(left, right, gap)


def _from_to(left: Draft, right: Draft, gap: str, view: View) -> bool:
    """«18 aydan 3 yıla kadar», «3,5 metreden 1 metreye kadar değişen»; no «5 liradan 7 liraya kadar çıktı»."""
    return (
        left.ending.case == "abl"
        and right.ending.case == "dat"
        and (left.unit is not None or (right.bare and left.form == right.form and left.value < right.value))
        and _ONE_BLANK.fullmatch(gap) is not None
        and _LIMIT.match(view.low, right.end) is not None
        and _movement().match(view.low, right.end) is None
    )


@cache
def _movement() -> re.Pattern[str]:
    verbs = [v for v in read_toml("bounds.toml")["movement"]["verbs"] if not v.startswith("değiş")]
    return re.compile(rf"{GAP}(?:kadar|dek){GAP}{choice(verbs)}")


@cache
def _sport() -> re.Pattern[str]:
    return somewhere(read_toml("kinds.toml")["number"]["sport"])


def _in_a_row(left: Draft, right: Draft, gap: str) -> bool:
    """«iki üç kişi», «beş altı bin», «12'şer 15'er yıl»."""
    return (
        (left.form == "distributive" or (left.words and right.words and _close(left.value, right.value)))
        and left.bare
        and left.form == right.form
        and left.form in ("cardinal", "distributive")
        and _ONE_BLANK.fullmatch(gap) is not None
        and 0 < left.value < right.value
    )


def _close(low: Number, high: Number) -> bool:
    """«iki üç», «beş on», «on on beş», «yirmi otuz»."""
    return low < 10 or (low % 5 == 0 and Fraction(high) - Fraction(low) in (5, 10))


def _span(left: Draft, right: Draft, view: View) -> bool:
    one, two = left.unit, right.unit
    if one is not None and ((two is None and left.kind != "percent") or (two is not None and not _alike(left, right))):
        return False
    low, high = with_shared_scale(left, right, view), right.value
    if one is not None and two is not None:
        low, high = _in_one_unit(one, two, low, high)
    left.value, left.value_to, left.bound = low, high, "range"
    if one is None or (two is not None and (two.factor < one.factor or one.minor != two.minor)):
        left.measure(two, right.kind, right.code, right.rule)
    left.per = left.per or right.per
    left.rule = right.rule or left.rule
    left.extend(right)
    return True


def _alike(left: Draft, right: Draft) -> bool:
    if left.code == right.code and left.kind == right.kind:
        return True
    return bool(left.unit and right.unit and left.unit.base and left.unit.base == right.unit.base)


def _in_one_unit(one: Unit, two: Unit, low: Number, high: Number) -> tuple[Number, Number]:
    """«6 aydan 3 yıla» in months, «80 kuruş ile 1 lira» in liras."""
    if one.minor != two.minor:
        return product(low, 100 if two.minor else Fraction(1, 100)), high
    smaller = min(one.factor, two.factor)
    return product(low, one.factor / smaller), product(high, two.factor / smaller)


def _is_score(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if left.code == "score" or gap == "&":
        return True
    if left.unit is not None or right.unit is not None or left.words or right.words:
        return False
    if not all(is_whole(v) and 0 <= v < 200 for v in (left.value, right.value)):
        return False
    if left.value >= right.value:
        return True
    if _COUNTED.match(view.low, right.end):
        return False
    return _sport().search(view.low, max(0, left.start - 60), right.end + 60) is not None


def _score(left: Draft, right: Draft) -> bool:
    if left.code != "score":
        left.value_to = right.value
    left.measure(None, "number", "score", "number.score")
    left.bound = "exact"
    left.extend(right)
    return True


def _versus(left: Draft, right: Draft, gap: str) -> bool:
    """«10,5'e karşı 16,5»."""
    found = left.bare and right.bare and left.ending.case == "dat" and _VERSUS.fullmatch(gap) is not None
    return found and _score(left, right)


def join_bounds(drafts: list[Draft], view: View) -> list[Draft]:
    """«100'den büyük ve 300'den küçük»: two bounds of one quantity are a range."""
    joined: list[Draft] = []
    for draft in drafts:
        left = joined[-1] if joined else None
        if left is None or not _two_bounds(left, draft, view):
            joined.append(draft)
            continue
        left.value, left.value_to = sorted((left.value, draft.value))
        left.bound = "range"
        left.end, left.context_end, left.ending = draft.end, max(draft.context_end, draft.end), draft.ending
    return joined


def _two_bounds(left: Draft, right: Draft, view: View) -> bool:
    if (left.kind, left.code) != (right.kind, right.code) or left.context_end <= left.end:
        return False
    bounds = (left.bound, right.bound)
    if not any(bounds[i] in _LOWER and bounds[1 - i] in _UPPER for i in (0, 1)) or right.context_end <= right.end:
        return False
    return _BOUND_JOINER.fullmatch(view.low, left.context_end, right.start) is not None
