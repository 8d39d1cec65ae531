"""The kind of what no unit decides: ordinals, fractions, ages, multiples, counts and bare numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import Unit, read_toml
from olgu.recognise.quantity_money import is_money
from olgu.recognise.quantity_numbers import is_whole
from olgu.recognise.quantity_phrases import BLANK, follows
from olgu.recognise.quantity_suffixes import PLAIN, ending

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

YEAR = Unit("duration", "a")
TIMES = Unit("ratio", "x")
POINT = Unit("number", "point")
_AGE = re.compile(rf"{BLANK}{{1,2}}yaş(?!adı|a[mnty])([^\W\d_]*)")
_FOLD = re.compile(rf"{BLANK}{{1,2}}kat([^\W\d_]*)")
_FOLD_CASES = frozenset({"", "ı", "ına", "ından", "ını", "ıyla", "ındaki", "ının", "ıdır", "ıydı"})
_BY = re.compile(r"\s?[x×X]\s?\d")
_BY_BEFORE = re.compile(r"\d\s?[x×X][ \u00a0]?\Z")
_DECIMALS = re.compile(r",\d+$")
_NAME_PARENTHESIS = re.compile(r"[A-ZÇĞİÖŞÜ][^\W\d_]{0,20}\.?(?:['’][^\W\d_]{1,6})? \(\Z")
_YOUNGEST, _OLDEST = 4, 120
"""Ages in parentheses; below, «Trezeguet (2)» counts goals."""


@dataclass(frozen=True, slots=True)
class _Rules:
    fold_before: re.Pattern[str]
    folding: re.Pattern[str]
    magnitude: re.Pattern[str]
    level: re.Pattern[str]
    numbered: re.Pattern[str]
    leads: frozenset[tuple[str, ...]]
    no_superlative: frozenset[str]


@cache
def _rules() -> _Rules:
    data = read_toml("kinds.toml")
    return _Rules(
        follows(data["ratio"]["fold_before"]),
        follows(data["ratio"]["folding"]),
        follows(data["number"]["magnitude"]),
        follows(data["number"]["level"]),
        follows(data["ordinal"]["numbered"]),
        frozenset(tuple(lead.split()) for lead in data["points"]["leads"]),
        frozenset(data["ordinal"]["no_superlative"]),
    )


def classify(draft: Draft, view: View, previous: Draft | None) -> int:
    """Set kind, code and rule of `draft`; return where the words after the quantity begin."""
    if draft.kind is not None:
        return draft.end
    if draft.form == "ordinal":
        draft.measure(None, "ordinal", None, "ordinal")
        return draft.end
    if draft.form == "fraction":
        draft.measure(None, "ratio", None, "ratio.fraction")
        return draft.end
    return _age(draft, view) or _multiple(draft, view) or _rest(draft, view, previous)


def _age(draft: Draft, view: View) -> int:
    """«35 yaşındaki», «18 yaşından küçük»: the quote is the number, the word carries the case; 0 where it is no age."""
    near = view.low.find("yaş", draft.end, draft.end + 5) > 0
    found = _AGE.match(view.low, draft.end) if near else None
    read = ending(found[1]) if found else None
    if found is None or read is None:
        return 0
    draft.measure(YEAR, "duration", "a", "duration.age")
    draft.ending, draft.context_end = read, found.end()
    return found.end()


def _multiple(draft: Draft, view: View) -> int:
    """«2 kat arttı», «iki katına çıktı», «ikiye katlandı»; "kat" is a storey elsewhere. 0 where it is no multiple."""
    rules, low = _rules(), view.low
    if draft.ending.case == "dat" and rules.folding.match(low, draft.end):
        draft.measure(TIMES, "ratio", "x", "ratio.katla")
        return draft.end
    near = not draft.suffixed and low.find("kat", draft.end, draft.end + 5) > 0
    fold = _FOLD.match(low, draft.end) if near else None
    if fold is None or fold[1] not in _FOLD_CASES or (not fold[1] and not rules.fold_before.match(low, fold.end())):
        return 0
    draft.measure(TIMES, "ratio", "x", "ratio.kat")
    draft.core_end, draft.end = fold.start(1), fold.end()
    draft.ending = ending(fold[1]) or PLAIN
    return draft.end


def _rest(draft: Draft, view: View, previous: Draft | None) -> int:
    rules, low, before = _rules(), view.low, view.before(draft.start)
    if rules.magnitude.match(low, draft.end):
        draft.measure(None, "number", None, "number.magnitude")
    elif _limits_a_rank(before):
        draft.measure(None, "ordinal", None, "ordinal.first")
        draft.bound = "at_most" if draft.bound == "exact" else draft.bound
    elif _is_age(draft, view, before):
        draft.measure(YEAR, "duration", "a", "duration.age")
    elif _is_lead(draft, before):
        draft.measure(POINT, "number", "point", "number.points")
    elif rules.numbered.match(low, draft.end):
        draft.measure(None, "ordinal", None, "ordinal.numbered")
    elif is_money(draft, view, previous):
        draft.measure(None, "money", None, "money.context")
    elif _is_plain_number(draft, view) or (draft.form == "cardinal" and rules.level.match(low, draft.end)):
        draft.measure(None, "number", None, "number")
    else:
        draft.measure(None, "count", None, "count")
    return draft.end


def _is_plain_number(draft: Draft, view: View) -> bool:
    """A written decimal or fraction, or one side of «1536 x 2048»."""
    if isinstance(draft.value, Fraction) or not is_whole(draft.value):
        return True
    if _BY.match(view.text, draft.end) or _BY_BEFORE.search(view.text, max(0, draft.start - 5), draft.start):
        return True
    return _DECIMALS.search(view.text, draft.digits_start, draft.digits_end) is not None


def _limits_a_rank(before: list[str]) -> bool:
    """«ilk 10 ülke», «en büyük beş yatırımcı»."""
    if before[:1] == ["ilk"]:
        return True
    return before[1:2] == ["en"] and before[0] not in _rules().no_superlative


def _is_lead(draft: Draft, before: list[str]) -> bool:
    """«puan farkını 6'ya indirdi», not «puan farkını 3 maçta kapattı»: the points stand in the word for the lead."""
    return draft.ending.case != "" and draft.form == "cardinal" and tuple(before[1::-1]) in _rules().leads


def _is_age(draft: Draft, view: View, before: list[str]) -> bool:
    """«seçilme yaşının 18'e», «Nadur Gaseliyye (27)»."""
    if draft.words or not _YOUNGEST <= draft.value < _OLDEST or (draft.value_to or 0) > _OLDEST:
        return False
    if before and before[0].startswith("yaşı") and before[0][4:] in ("", "n", "nın", "nı"):
        return True
    closed = view.text[draft.end : draft.end + 1] == ")"
    return closed and _NAME_PARENTHESIS.search(view.text, max(0, draft.start - 26), draft.start) is not None
