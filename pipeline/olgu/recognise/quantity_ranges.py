"""Numerals that make one quantity together: ranges, scores, parts of a whole, several units, shared units."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from olgu.recognise.quantity_suffixes import ending
from olgu.recognise.quantity_units import PERCENT

if TYPE_CHECKING:
    from olgu.article import Number
    from olgu.recognise.quantity_draft import Draft, View

_B = r"[ \t\u00a0]"
_HYPHEN = re.compile(rf"{_B}{{0,2}}[-–—−]{_B}{{0,2}}")
_ILA = re.compile(rf"{_B}+(?:ila|ilâ|il[aâ]){_B}+")
_ILE = re.compile(rf"{_B}+ile{_B}+")
_BETWEEN = re.compile(rf"{_B}*(?:(?:[^\W\d_]{{1,20}}){_B}+)?(?:aras[ıi]|aral[ıi]ğ[ıi]|civar|bandında)\w{{0,12}}")
_BLANK = re.compile(rf"{_B}{{1,2}}")
_VERSUS = re.compile(rf"{_B}+karşı{_B}+")
_OUT_OF = re.compile(rf"{_B}+üzerinden{_B}+")
_COORDINATION = re.compile(
    rf"{_B}?,{_B}+|{_B}+(?:ve|veya|ya da|yahut|ile){_B}+|{_B}?/{_B}?|{_B}?,{_B}+(?:ve|veya){_B}+"
)
_PART = re.compile(rf"{_B}+(?:[^\W\d_]{{1,24}}{_B}+){{0,3}}?[^\W\d_]{{1,24}}?(?:(?P<abl>[dt][ae]n)|[ıiuü]n){_B}+")
_SCALE = re.compile(r"(?:^|[\d\s])(bin|milyon|milyar|trilyon|mn|mln|mlr)$")
_SCALES = {"bin": 3, "milyon": 6, "mn": 6, "mln": 6, "milyar": 9, "mlr": 9, "trilyon": 12}
_LIMIT = re.compile(rf"{_B}+(?:kadar|dek|varan|arası\w{{0,8}})\b")
_SPORT = re.compile(
    r"\b(?:skor|set[iı]?\b|seti|maç|gol|galip|galibiyet|mağlup|mağlubiyet|yen(?:di|en|ip|erek|miş|ilgi|ik|ildi)|kazan|berabere|öne geç|önde|üstün|"
    r"deplasman|eledi|turla|devre|hezimet|yenil|averaj|play-off|final|ligi?\b)"
)


def join(drafts: list[Draft], view: View) -> list[Draft]:
    """Join neighbours that are one quantity, then let units pass along coordinations."""
    joined: list[Draft] = []
    for draft in drafts:
        while joined and _merge(joined[-1], draft, view):
            draft = joined.pop()
        joined.append(draft)
    _hundredths(joined)
    one_of(joined, view)
    for left, right in zip(reversed(joined[:-1]), reversed(joined[1:]), strict=True):
        _share_backwards(left, right, view)
    for left, right in zip(joined, joined[1:], strict=False):
        _share_forwards(left, right, view)
    return joined


def _merge(left: Draft, right: Draft, view: View) -> bool:
    """Join `right` into `left` where they are one quantity; `left` is changed then."""
    length = right.start - left.end
    if not 0 < length <= 90 or left.form == "vague" or right.form == "vague":
        return False
    gap = view.low[left.end : right.start]
    if length > 12:
        return _part_of(left, right, gap)
    return (
        _range(left, right, gap, view)
        or _compound(left, right, gap)
        or _out_of(left, right, gap)
        or _part_of(left, right, gap)
    )


def _range(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if "ordinal" in (left.form, right.form) or left.end != left.core_end and not _from_to(left, right, gap, view):
        return _versus(left, right, gap)
    hyphen = _HYPHEN.fullmatch(gap) is not None or gap == "&"
    if hyphen:
        if _is_score(left, right, gap, view):
            return _score(left, right)
    elif not (
        _ILA.fullmatch(gap)
        or (_ILE.fullmatch(gap) and _BETWEEN.match(view.low, right.end))
        or (_ILE.fullmatch(gap) and left.kind == "percent" and right.kind == "percent")
        or _from_to(left, right, gap, view)
        or _words_in_row(left, right, gap)
    ):
        return False
    return _span(left, right, view)


def _from_to(left: Draft, right: Draft, gap: str, view: View) -> bool:
    """«18 aydan 3 yıla kadar», «3,5 metreden 1 metreye kadar değişen»; no «5 liradan 7 liraya çıktı»."""
    return (
        left.ending.case == "abl"
        and right.ending.case == "dat"
        and _BLANK.fullmatch(gap) is not None
        and left.unit is not None
        and _LIMIT.match(view.low, right.end) is not None
        and not _moves(view, right.end)
    )


def _moves(view: View, position: int) -> bool:
    found = re.compile(
        rf"{_B}+(?:kadar|dek){_B}+(?:çık|yüksel|art|düş|gerile|tırman|ulaş|in(?:di|en|iyor|ecek))"
    ).match(view.low, position)
    return found is not None


def _words_in_row(left: Draft, right: Draft, gap: str) -> bool:
    """«iki üç kişi», «beş altı bin»."""
    return (
        (left.form == "distributive" or (left.words and right.words and left.value < 10))
        and left.bare
        and left.form == right.form
        and left.form in ("cardinal", "distributive")
        and _BLANK.fullmatch(gap) is not None
        and 0 < left.value < right.value
    )


def _span(left: Draft, right: Draft, view: View) -> bool:
    if left.unit is not None and right.unit is not None and not _same_family(left, right):
        return False
    if left.unit is not None and right.unit is None and left.kind != "percent":
        return False
    low, high = _with_shared_scale(left, right, view), right.value
    if left.unit is not None and right.unit is not None and left.unit.minor != right.unit.minor:
        low, left.unit = (low / 100, right.unit) if left.unit.minor else (low * 100, right.unit)
    elif left.unit is not None and right.unit is not None and left.code != right.code:
        low, high = _to_smaller(left, right)
    left.value, left.value_to, left.bound = low, high, "range"
    if left.unit is None or (right.unit is not None and right.unit.factor < left.unit.factor):
        left.unit, left.kind, left.code = right.unit, right.kind, right.code
    left.per = left.per or right.per
    left.rule = right.rule or left.rule or "range"
    left.end, left.core_end, left.ending, left.digits_end = right.end, right.core_end, right.ending, right.digits_end
    return True


def _same_family(left: Draft, right: Draft) -> bool:
    if left.code == right.code and left.kind == right.kind:
        return True
    return bool(left.unit and right.unit and left.unit.base and left.unit.base == right.unit.base)


def _to_smaller(left: Draft, right: Draft) -> tuple[Number, Number]:
    assert left.unit is not None
    assert right.unit is not None
    smaller = min(left.unit.factor, right.unit.factor)
    return left.value * left.unit.factor / smaller, right.value * right.unit.factor / smaller


def scale_of(draft: Draft, view: View) -> Decimal:
    """Return the scale word of the numeral («50 milyon» → 10^6), 1 where it has none."""
    found = _SCALE.search(view.low, draft.digits_start, draft.digits_end)
    return Decimal(10) ** _SCALES[found[1]] if found else Decimal(1)


def _with_shared_scale(left: Draft, right: Draft, view: View) -> Number:
    """«35-50 milyon» → 35 million; «2 bin-7 bin» keeps its own."""
    scale = scale_of(right, view)
    if scale == 1 or left.value >= 1000 or scale_of(left, view) != 1 or left.value * scale > right.value * 10:
        return left.value
    return left.value * scale


def _is_score(left: Draft, right: Draft, gap: str, view: View) -> bool:
    if left.code == "score" or gap == "&":
        return True
    if left.unit is not None or right.unit is not None or left.words or right.words:
        return False
    if not all(v == int(v) and 0 <= v < 200 for v in (left.value, right.value)) or _HYPHEN.fullmatch(gap) is None:
        return False
    if left.value >= right.value:
        return True
    around = view.low[max(0, left.start - 60) : right.end + 60]
    return _SPORT.search(around) is not None and gap == "-" and right.value < 200


def _score(left: Draft, right: Draft) -> bool:
    if left.code != "score":
        left.value_to = right.value
    left.kind, left.code, left.rule, left.unit, left.bound = "number", "score", "number.score", None, "exact"
    left.end, left.core_end, left.ending, left.digits_end = right.end, right.core_end, right.ending, right.digits_end
    return True


def _versus(left: Draft, right: Draft, gap: str) -> bool:
    """«10,5'e karşı 16,5»."""
    return (
        left.bare
        and right.bare
        and left.ending.case == "dat"
        and _VERSUS.fullmatch(gap) is not None
        and _score(left, right)
    )


def _compound(left: Draft, right: Draft, gap: str) -> bool:
    """«17 bin 2 lira 12 kuruş», «1 metre 10 santim», «22 yıl 6 ay»: one value where they convert exactly."""
    one, two = left.unit, right.unit
    if (
        one is None
        or two is None
        or left.end != left.core_end
        or _BLANK.fullmatch(gap) is None
        or left.value_to is not None
    ):
        return False
    if one.kind == "money" and two.minor and not one.minor:
        left.value += right.value / 100  # type: ignore[operator]
    elif (
        one.base is not None
        and one.base == two.base
        and two.factor < one.factor
        and right.value < one.factor / two.factor
    ):
        _add_converted(left, right)
    else:
        return False
    left.end, left.core_end, left.ending = right.end, right.core_end, right.ending
    return True


def _add_converted(left: Draft, right: Draft) -> None:
    assert left.unit is not None
    assert right.unit is not None
    total = Fraction(left.value) + Fraction(right.value) * Fraction(right.unit.factor) / Fraction(left.unit.factor)
    denominator = total.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        total *= Fraction(left.unit.factor) / Fraction(right.unit.factor)
        left.unit, left.code = right.unit, right.code
    left.value = Decimal(total.numerator) / Decimal(total.denominator)


def _out_of(left: Draft, right: Draft, gap: str) -> bool:
    """«10 üzerinden 9»."""
    if _OUT_OF.fullmatch(gap) is None or not (left.bare and right.bare):
        return False
    left.kind, left.value, left.rule = "number", right.value, "number.out_of"
    left.end, left.core_end, left.ending = right.end, right.core_end, right.ending
    return True


def _part_of(left: Draft, right: Draft, gap: str) -> bool:
    """«5 kişiden 2'si», «29 maçının 19'unu», «beş çocuktan biri»."""
    if right.bare and right.ending.possessive and left.kind == "duration" and left.ending.case in ("gen", "abl"):
        return _BLANK.fullmatch(gap) is not None and 0 < right.value <= left.value and _part(left, right.value, right)
    if not (left.bare and right.bare) or not right.ending.possessive or left.end != left.core_end:
        return False
    if left.form != "cardinal" or right.form != "cardinal" or not 0 < right.value <= left.value:
        return False
    found = _PART.fullmatch(gap)
    if found is None or (found["abl"] is None and (left.value > 100 or right.words)):
        return False
    return _part(left, right.value, right)


def _part(left: Draft, part: Number, right: Draft) -> bool:
    left.kind, left.rule, left.unit, left.code = "ratio", "ratio.part_of", None, None
    left.value = Fraction(part) / Fraction(left.value)
    left.end, left.core_end, left.ending, left.digits_end = right.end, right.core_end, right.ending, right.digits_end
    return True


_ONE_OF = re.compile(
    rf"{_B}+(?:[^\W\d_]{{1,24}}{_B}+)?[^\W\d_]{{1,24}}?[dt][ae]n{_B}+bir"
    rf"(?P<ending>i|ini|inin|inde|inden|ine|isi|iydi|idir|iyle)(?!\w)"
)


def one_of(drafts: list[Draft], view: View) -> None:
    """«dört oyuncudan biri», «8 çalışmasından biriydi»: a ratio, "biri" being no numeral by itself."""
    for i, draft in enumerate(drafts):
        if draft.kind is not None or draft.form != "cardinal" or draft.end != draft.core_end:
            continue
        if draft.value < 2 or draft.value != int(draft.value):
            continue
        before = view.before(draft.start)[:2]
        if before[:1] == ["ilk"] or before[1:] == ["en"]:
            continue
        found = _ONE_OF.match(view.low, draft.end)
        following = drafts[i + 1].start if i + 1 < len(drafts) else len(view.low)
        if found is not None and found.end() <= following:
            draft.value = Fraction(1) / Fraction(draft.value)
            draft.kind, draft.rule = "ratio", "ratio.part_of"
            draft.end, draft.core_end = found.end(), found.start("ending")
            draft.ending = ending(found["ending"]) or draft.ending


def _hundredths(drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.unit is not None and draft.unit.minor:
            draft.value = draft.value / 100
            draft.value_to = draft.value_to / 100 if draft.value_to is not None else None


_SEPARATED = re.compile(rf",{_B}(?:[^\W\d_]{{1,20}}{_B}){{1,3}}")


def _share_backwards(left: Draft, right: Draft, view: View) -> None:
    """«3, 5 ve 7 milyon dolar», «1.2 ve 1.4 litrelik»: the unit of the last serves all."""
    if not left.bare or left.form != "cardinal" or right.unit is None or right.start != right.digits_start:
        return
    gap = view.low[left.end : right.start]
    moved = left.ending.case == "abl" and right.ending.case in ("dat", "acc") and _BLANK.fullmatch(gap)
    if right.kind == "money" and scale_of(left, view) != 1 and scale_of(right, view) != 1 and _SEPARATED.fullmatch(gap):
        moved = _SEPARATED.fullmatch(gap)
    if right.kind in ("count", "ratio") or not (moved or _COORDINATION.fullmatch(gap)):
        return
    if left.end != left.core_end and not moved and left.ending.case != right.ending.case:
        return
    if right.kind == "duration" and not moved and _COORDINATION.fullmatch(gap) and "," not in gap and "v" not in gap:
        return
    left.value = _with_shared_scale(left, right, view)
    left.unit, left.kind, left.code, left.per, left.rule = right.unit, right.kind, right.code, right.per, "shared"
    if right.unit.minor:
        left.value = left.value / 100


def _share_forwards(left: Draft, right: Draft, view: View) -> None:
    """«yüzde 15'ten 19'a», «2,78 liradan 3,1'e»."""
    if left.unit is None or not right.bare or right.form != "cardinal" or left.kind in ("count", "ratio"):
        return
    gap = view.low[left.end : right.start]
    moved = left.ending.case == "abl" and right.ending.case in ("dat", "acc", "loc") and _BLANK.fullmatch(gap)
    listed = left.unit is PERCENT and _COORDINATION.fullmatch(gap) and "/" not in gap and _ends_share(view, right)
    if moved or listed:
        right.unit, right.kind, right.code, right.per, right.rule = left.unit, left.kind, left.code, left.per, "shared"


def _ends_share(view: View, right: Draft) -> bool:
    """No counted noun follows: «yüzde 3 ve 5 oranında», not «yüzde 30 ve 12 kişi»."""
    following = view.after(right.end, 24)
    return bool(following) and (following[0].startswith("oran") or following[0] in (".", ";", "olarak"))


def join_bounds(drafts: list[Draft], view: View) -> list[Draft]:
    """«100'den büyük ve 300'den küçük»: two bounds of one quantity are a range."""
    joined: list[Draft] = []
    for draft in drafts:
        left = joined[-1] if joined else None
        if left is None or not _two_bounds(left, draft, view):
            joined.append(draft)
            continue
        low, high = sorted((left.value, draft.value))
        left.value, left.value_to, left.bound = low, high, "range"
        left.end, left.context_end, left.ending = draft.end, max(draft.context_end, draft.end), draft.ending
    return joined


_BOUND_JOINER = re.compile(rf"{_B}+(?:ve|ancak|ama|fakat|,){_B}+")
_LOWER = frozenset({"more_than", "at_least"})
_UPPER = frozenset({"less_than", "at_most"})


def _two_bounds(left: Draft, right: Draft, view: View) -> bool:
    if (
        {left.kind, left.code} != {right.kind, right.code}
        or left.context_end <= left.end
        or right.context_end <= right.end
    ):
        return False
    if not ((left.bound in _LOWER and right.bound in _UPPER) or (left.bound in _UPPER and right.bound in _LOWER)):
        return False
    return _BOUND_JOINER.fullmatch(view.low, left.context_end, right.start) is not None
