"""Money without its currency, by what stands around it: «2,76 bandında» beside liras, «375 milyona ulaştı»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_phrases import follows, somewhere

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_NEAR = 160
_MILLIONS = re.compile(r"(?:milyon|milyar|trilyon|katrilyon)$")


@dataclass(frozen=True, slots=True)
class _Rules:
    level: re.Pattern[str]
    rate: re.Pattern[str]
    share: re.Pattern[str]
    sold: re.Pattern[str]
    near: re.Pattern[str]
    reached: re.Pattern[str]
    followed: re.Pattern[str]
    people: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = read_toml("kinds.toml")
    money = data["money"]
    return _Rules(
        level=follows(data["number"]["level"]),
        rate=somewhere(money["rate"]),
        share=somewhere(money["share"]),
        sold=follows(money["sold"]),
        near=follows(money["near"]),
        reached=follows(money["reached"]),
        followed=follows(money["followed"]),
        people=somewhere(money["people"]),
    )


def is_money(draft: Draft, view: View, previous: Draft | None) -> bool:
    """Return whether a number without a unit is plainly money; `previous` is the quantity before it."""
    if draft.form != "cardinal":
        return False
    rules, low = _rules(), view.low
    near = previous is not None and previous.kind == "money" and draft.start - previous.end < _NEAR
    if draft.ending.case == "dat" and draft.value >= 1000 and rules.sold.match(low, draft.end):
        return True
    if _MILLIONS.search(low, draft.digits_start, draft.digits_end):
        adjectival = draft.ending.case == "lik"
        return (
            not rules.people.search(low, draft.end, draft.end + 40)
            if adjectival
            else near and _stands_alone(draft, view)
        )
    return rules.level.match(low, draft.end) is not None and _is_price(draft, view, near)


def _is_price(draft: Draft, view: View, near: bool) -> bool:
    """«2,76 seviyesinde»: near other money or where shares and prices are spoken of, no rate or index."""
    rules, begin = _rules(), max(0, draft.start - 200)
    if rules.rate.search(view.low, begin, draft.start):
        return False
    return near or rules.share.search(view.low, begin, draft.start) is not None


def _stands_alone(draft: Draft, view: View) -> bool:
    """No counted noun follows: «375 milyona ulaştı», «2 trilyonu bulması», «7 milyon civarına»."""
    rules, case = _rules(), draft.ending.case
    if case in ("dat", "loc", "abl"):
        return rules.followed.match(view.low, draft.end) is None
    return (rules.reached if case == "acc" else rules.near).match(view.low, draft.end) is not None
