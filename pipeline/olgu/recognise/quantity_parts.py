"""Parts of a whole: «5 kişiden 2'si», «29 maçının 19'unu», «dört oyuncudan biri», «10 üzerinden 9»."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from olgu.recognise.quantity_numbers import exact, is_whole
from olgu.recognise.quantity_phrases import BLANK, GAP
from olgu.recognise.quantity_suffixes import ending

if TYPE_CHECKING:
    from olgu.article import Number
    from olgu.recognise.quantity_draft import Draft, View

_WORD = r"[^\W\d_]{1,24}"
_GAP = re.compile(rf"{BLANK}{{1,2}}")
_OUT_OF = re.compile(rf"{GAP}üzerinden{GAP}")
_WHOLE = re.compile(
    rf"{GAP}(?:{_WORD}{GAP}){{0,3}}?(?!(?:bun|on)(?:lar)?(?:dan|ın|un){GAP}){_WORD}?(?:(?P<abl>[dt][ae]n)|[ıiuü]n){GAP}"
)
"""Not «5 belirtisi olduğunu bunlardan 3'ünün …»: a pronoun begins anew."""
_ONE_OF = re.compile(
    rf"{GAP}(?:{_WORD}{GAP})?{_WORD}?[dt][ae]n{GAP}bir"
    r"(?P<ending>i|ini|inin|inde|inden|ine|isi|iydi|idir|iyle)(?!\w)"
)
_ONE_REACH = 120
_GENITIVE_WHOLE = 100
"""Above this, «1,4 milyon hastanın 430 bini» is two counts rather than one ratio."""


def out_of(left: Draft, right: Draft, gap: str) -> bool:
    """«10 üzerinden 9»: one number, 9; `left` is changed then."""
    if not (left.bare and right.bare) or _OUT_OF.fullmatch(gap) is None:
        return False
    left.measure(None, "number", None, "number.out_of")
    left.value = right.value
    left.extend(right)
    return True


def part_of(left: Draft, right: Draft, gap: str) -> bool:
    """«5 kişiden 2'si» → 2/5; `left` is changed then."""
    if not right.bare or not right.ending.possessive or right.form != "cardinal" or left.form != "cardinal":
        return False
    if left.kind == "duration" and left.ending.case in ("gen", "abl"):
        return _GAP.fullmatch(gap) is not None and _ratio(left, right.value, right)
    if not left.bare or left.suffixed:
        return False
    found = _WHOLE.fullmatch(gap)
    if found is None or (found["abl"] is None and (left.value > _GENITIVE_WHOLE or right.words)):
        return False
    return _ratio(left, right.value, right)


def _ratio(left: Draft, part: Number, right: Draft) -> bool:
    if not 0 < part <= left.value:
        return False
    left.value = exact(Fraction(part) / Fraction(left.value))
    left.measure(None, "ratio", None, "ratio.part_of")
    left.extend(right)
    return True


def one_of(drafts: list[Draft], view: View) -> None:
    """«dört oyuncudan biri», «8 çalışmasından biriydi»: "biri" is no numeral by itself."""
    for i, draft in enumerate(drafts):
        if not draft.bare or draft.suffixed or draft.form != "cardinal" or draft.value < 2 or not is_whole(draft.value):
            continue
        if view.low.find("bir", draft.end, draft.end + _ONE_REACH) < 0:
            continue
        found = _ONE_OF.match(view.low, draft.end)
        following = drafts[i + 1].start if i + 1 < len(drafts) else len(view.low)
        if found is None or found.end() > following or _is_rank(view.before(draft.start)):
            continue
        draft.value = exact(Fraction(1) / Fraction(draft.value))
        draft.measure(None, "ratio", None, "ratio.part_of")
        draft.end, draft.core_end = found.end(), found.start("ending")
        draft.ending = ending(found["ending"]) or draft.ending


def _is_rank(before: list[str]) -> bool:
    """«dünyanın en büyük 10 şirketinden biri» is a rank."""
    return before[:1] == ["ilk"] or before[1:2] == ["en"]
