"""«bir»: the numeral one or the indefinite article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_units import is_unit_word

if TYPE_CHECKING:
    from olgu.article import Numeral
    from olgu.recognise.quantity_draft import Draft, View

_NEXT_WORD = re.compile(r"[ \t\u00a0]{1,2}([^\W\d_]+)")
_LEADING = frozenset({"", "yüzde", "%"})
_LAST = ("üzde", "az", "fazla", "zından", "%")
_BOUNDS = frozenset({"az", "fazla", "azından"})


def may_count(numeral: Numeral, following: Numeral | None, view: View) -> bool:
    """Return False for a «bir» that no unit, counted noun, bound or second number can make a quantity."""
    low = view.low
    if low[numeral.start : numeral.end] != "bir":
        return True
    if following is not None and following.start - numeral.end <= 5:
        return True
    before = low[max(0, numeral.start - 6) : numeral.start]
    if before[:-1].endswith(_LAST) or before.strip() in _LEADING:
        return True
    word = _NEXT_WORD.match(low, numeral.end)
    return word is None or _countable(word[1])


@lru_cache(maxsize=1024)
def _countable(word: str) -> bool:
    return is_unit_word(word) or word in _words().nouns


def counts(draft: Draft, view: View) -> bool:
    """Return whether `draft` is a quantity; only a bare «bir» may be none."""
    if view.low[draft.digits_start : draft.digits_end] != "bir":
        return True
    if draft.value != 1 or draft.form != "cardinal" or draft.value_to is not None:
        return True
    if draft.kind == "duration":
        return _lasts(draft, view)
    if draft.unit is not None:
        return draft.kind in ("money", "measure", "percent", "number")
    return _counted(draft, view)


def _lasts(draft: Draft, view: View) -> bool:
    """«bir yıl önce», «son bir haftada», «bir saatten fazla»; no «güzel bir gün», «bir hafta sonu»."""
    words = _words()
    following = view.after(draft.end, 24)[:1]
    before = view.before(draft.start)[:1]
    if not before and not following:
        return True
    if words.time_after.intersection(following) or words.time_before.intersection(before):
        return True
    return draft.ending.case in ("loc", "abl", "dat")


def _counted(draft: Draft, view: View) -> bool:
    """«bir kişi», «en az bir dönem»; «biri ağır 3 yaralı» holds no numeral «bir»."""
    following, before = view.after(draft.end), view.before(draft.start)
    if not following and not before:
        return True
    if len(before) > 1 and before[0] in _BOUNDS and before[1] == "en":
        return True
    return draft.end == draft.core_end and bool(following) and following[0] in _words().nouns


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: frozenset[str]
    time_after: frozenset[str]
    time_before: frozenset[str]


@cache
def _words() -> _Words:
    data = read_toml("kinds.toml")["one"]
    return _Words(*(frozenset(data[key]) for key in ("nouns", "time_after", "time_before")))
