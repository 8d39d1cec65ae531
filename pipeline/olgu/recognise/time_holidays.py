"""Holidays: fixed days, n-th weekdays of a month and days of the Islamic calendar (by `hijridate`, Umm al-Qura).

Turkey's own calendar may differ from Umm al-Qura by a day. A holiday of several days has the value of its first.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp

if TYPE_CHECKING:
    from olgu.recognise.time_context import Base, Context
    from olgu.recognise.time_lexicon import Token

_STILL = 30
_FIRST_HIJRI, _LAST_HIJRI = 1343, 1500
"""The years that `hijridate` knows, 1924 to 2077."""


def in_year(holiday: dict[str, Any], year: int) -> Period:
    """Return the holiday in a year of the Gregorian calendar; unknown where the calendar does not reach."""
    value = holiday["value"]
    if holiday["group"] == "fixed":
        month, day = (int(part) for part in value.split("-"))
        return cal.single(Stamp(year, month, day), "day")
    if holiday["group"] == "weekday":
        month, weekday, which = value
        first = dt.date(year, month, 1)
        return cal.day(cal.add_days(first, (weekday - first.weekday()) % 7 + 7 * (which - 1)))
    if holiday["group"] == "hijri":
        return _hijri(year, value[0], value[1], value[1])
    return _hijri(year, value, 1, 0)


def _hijri(year: int, month: int, first: int, last: int) -> Period:
    """Return days of the Islamic month that begin in `year`; day 0 is the last of the month."""
    from hijridate import Hijri  # noqa: PLC0415 - needed by few articles

    guess = int((year - 622) * 33 / 32)
    for hijri_year in range(guess - 1, guess + 3):
        if not _FIRST_HIJRI <= hijri_year <= _LAST_HIJRI:
            continue
        length = Hijri(hijri_year, month, 1).month_length()
        dates = [Hijri(hijri_year, month, day or length).to_gregorian() for day in (first, last)]
        if dates[0].year == year:
            return cal.days(dt.date(*dates[0].datetuple()), dt.date(*dates[1].datetuple()))
    return cal.unknown()


def read(ctx: Context, token: Token) -> Period:
    """Return the holiday by tense, the last or the next one; without a verb the next, for a month after it the last."""
    holiday = token.entry.value
    if ctx.date is None:
        if ctx.year is not None:
            return in_year(holiday, ctx.year)
        if holiday["group"] != "fixed":
            return cal.unknown()
        month, day = (int(part) for part in holiday["value"].split("-"))
        return cal.single(Stamp(None, month, day), "day", guessed=True)
    tense = ctx.tense(token.end)
    years = [year for year in range(ctx.date.year - 1, ctx.date.year + 2) if 1 <= year <= 9999]
    found = [(ends[0], period) for period in (in_year(holiday, year) for year in years) if (ends := cal.bounds(period))]
    unknown = (dt.date.min, cal.unknown())
    last = max((pair for pair in found if pair[0] <= ctx.date), default=unknown)
    if tense == "past" or (not tense and (ctx.date - last[0]).days <= _STILL):
        return last[1]
    return min((pair for pair in found if pair[0] >= ctx.date), default=unknown)[1]


def of_year(base: Base, token: Token) -> Period:
    """Return the holiday of the year that stands before it: «2013 Ramazan Bayramı»."""
    stamp = base.period.first
    if not base.period.known or stamp is None or stamp.year is None:
        return cal.unknown()
    return in_year(token.entry.value, stamp.year)
