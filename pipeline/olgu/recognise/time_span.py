"""Two dates as the ends of one period: «3 Mart - 5 Nisan», «28 Aralık'tan 5 Ocak'a»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp

if TYPE_CHECKING:
    from olgu.recognise.time_context import Context


def span(ctx: Context, left: Period, right: Period, position: int) -> Period:
    """Join two periods to one from the start of the first to the end of the second; a chosen year gives way.

    `position` is where the phrase ends; the verb of its clause helps to choose a year where neither has one.
    """
    if not (left.known and right.known and left.first and right.last):
        return cal.unknown()
    crosses = _after(left.first, right.last)
    chosen = left.guessed and right.guessed and bool(left.first.month and right.last.month)
    if chosen and ctx.date and not ctx.headed(position):
        year = cal.stretch_year(ctx.date, left.first, right.last, crosses, ctx.tense(position))
        first, last = cal.in_year(left.first, year), cal.in_year(right.last, year + crosses)
        return Period(first, last, right.unit, True)
    if left.guessed and right.last.year is not None:
        left = cal.with_year(left, right.last.year - (crosses and not right.guessed))
    begins = left.first.year if left.first else None
    if right.guessed and begins is not None:
        right = cal.with_year(right, begins + crosses)
    return Period(left.first, right.last, right.unit, left.guessed and right.guessed)


def _after(first: Stamp, last: Stamp) -> bool:
    """Tell whether `first` comes later in the year than `last`."""
    return (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
