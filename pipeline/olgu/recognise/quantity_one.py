"""«bir»: the numeral one or the indefinite article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_BOUNDS = frozenset({"az", "fazla", "azından"})


def counts(draft: Draft, view: View) -> bool:
    """Return whether `draft` is a quantity; only a bare «bir» may be none."""
    if not draft.words or draft.value != 1 or draft.form != "cardinal" or draft.value_to is not None:
        return True
    if view.low[draft.digits_start : draft.digits_end] != "bir":
        return True
    if draft.kind == "duration":
        return _lasts(draft, view)
    if draft.unit is not None:
        return draft.kind in ("money", "measure", "percent", "number")
    return _counted(draft, view)


def _lasts(draft: Draft, view: View) -> bool:
    """«bir yıl önce», «son bir haftada», «bir saatten fazla»; no «güzel bir gün», «bir hafta sonu»."""
    words = _words()
    following = [t.text for t in view.after(draft.end, 24)[:1]]
    before = [t.text for t in view.before(draft.start, 24)[:1]]
    if not before and not following:
        return True
    if words.time_after.intersection(following) or words.time_before.intersection(before):
        return True
    return draft.ending.case in ("loc", "abl", "dat")


def _counted(draft: Draft, view: View) -> bool:
    """«bir kişi», «en az bir dönem», «biri ağır 3 yaralı»."""
    words = _words()
    following = view.after(draft.end, 40)
    before = view.before(draft.start, 24)
    if not following and not before:
        return True
    if draft.ending.possessive:
        return (
            bool(following) and following[0].text in words.persons and any(t.text[0].isdigit() for t in following[1:4])
        )
    if len(before) > 1 and before[0].text in _BOUNDS and before[1].text == "en":
        return True
    return draft.end == draft.core_end and bool(following) and following[0].text in words.nouns


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: frozenset[str]
    persons: frozenset[str]
    time_after: frozenset[str]
    time_before: frozenset[str]


@cache
def _words() -> _Words:
    data = read_toml("exclusions.toml")["one"]
    return _Words(*(frozenset(data[key]) for key in ("nouns", "persons", "time_after", "time_before")))
