"""Periods of the calendar: what a time phrase means before it is written as EDTF.

A `Period` is closed on both sides; its stamps are as exact as the phrase («mart 2024» has no day).
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal, NamedTuple, get_args

Unit = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]
_UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
_OTHER_YEAR = 60
"""Days by which a year other than the article's must be nearer."""
Tense = Literal["past", "future", ""]


class Stamp(NamedTuple):
    """A year, month or day; `year` is None where the phrase does not tell it («3 Mart»)."""

    year: int | None
    month: int | None = None
    day: int | None = None
    clock: str = ""
    """"10:30" or ""."""

    def edtf(self) -> str:
        """Write as ISO 8601, "XXXX" for an unknown year."""
        text = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return f"{text}T{self.clock}" if self.clock else text


class Period(NamedTuple):
    """A stretch of the calendar. A side that is None is open; `known` is False where the article lacks the date."""

    first: Stamp | None
    last: Stamp | None
    unit: Unit = "day"
    guessed: bool = False
    """True where the year is chosen by the policy, not written."""
    known: bool = True
    hint: int | None = None
    """The likely year of a period that is not known: good for its parts, too little for itself."""
    mask: str = ""
    """EDTF with unspecified digits, «1990'ların sonunda» → "199X"."""

    def edtf(self) -> str | None:
        """Write as EDTF: "2024-03", "2024-01/2024-03", "../2024", "2024/.."; None where it is not known."""
        if not self.known or (self.first is None and self.last is None):
            return None
        if self.mask:
            return self.mask
        if self.first == self.last and self.first is not None:
            return self.first.edtf()
        return f"{self.first.edtf() if self.first else '..'}/{self.last.edtf() if self.last else '..'}"


def unknown(unit: str = "day") -> Period:
    """Return a period that would need a date the article lacks."""
    return Period(None, None, _UNITS.get(unit, "day"), known=False)


def single(stamp: Stamp, unit: Unit, guessed: bool = False) -> Period:
    """Return the period of one stamp."""
    return Period(stamp, stamp, unit, guessed)


def day(date: dt.date) -> Period:
    """Return one day."""
    return single(Stamp(date.year, date.month, date.day), "day")


def days(first: dt.date, last: dt.date, unit: Unit = "day") -> Period:
    """Return the days from `first` to `last`, both included."""
    return Period(Stamp(first.year, first.month, first.day), Stamp(last.year, last.month, last.day), unit)


def months(year: int | None, first: int, last: int, unit: Unit, guessed: bool = False) -> Period:
    """Return months of one year; a last month before the first lies in the next year."""
    after = year + 1 if year is not None and last < first else year
    return Period(Stamp(year, first), Stamp(after, last), unit, guessed)


def since(period: Period) -> Period:
    """Open a period to the right."""
    return Period(period.first, None, period.unit, period.guessed, period.known and period.first is not None)


def days_in(year: int | None, month: int) -> int:
    """Return the last day of a month; that of a leap year where the year is unknown."""
    if month == 2:
        return 29 if year is None or calendar.isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def valid(year: int | None, month: int, day_: int) -> bool:
    """Tell whether the day exists."""
    return 1 <= month <= 12 and 1 <= day_ <= days_in(year, month)


def length_in_months(period: Period) -> int:
    """Return how many months a period of whole months has; 0 for any other."""
    first, last = period.first, period.last
    if first is None or last is None or first.month is None or last.month is None or first.day or last.day:
        return 0
    return ((last.year or 0) - (first.year or 0)) * 12 + last.month - first.month + 1


def first_day(stamp: Stamp) -> dt.date | None:
    """Return the first day of a stamp, None for an unknown or impossible one."""
    if stamp.year is None or not 1 <= stamp.year <= 9999:
        return None
    return dt.date(stamp.year, stamp.month or 1, stamp.day or 1)


def last_day(stamp: Stamp) -> dt.date | None:
    """Return the last day of a stamp, None for an unknown or impossible one."""
    if stamp.year is None or not 1 <= stamp.year <= 9999:
        return None
    month = stamp.month or 12
    return dt.date(stamp.year, month, stamp.day or days_in(stamp.year, month))


def bounds(period: Period) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a period, None where they are open or not known."""
    if not period.known or period.first is None or period.last is None:
        return None
    first, last = first_day(period.first), last_day(period.last)
    return (first, last) if first and last else None


def weekday_in(period: Period, weekday: int, index: int = 1) -> Period:
    """Return the n-th (-1: last) day of a period that is this weekday."""
    ends = bounds(period)
    if ends is None:
        return unknown()
    first = add_days(ends[0], (weekday - ends[0].weekday()) % 7 + 7 * (index - 1))
    date = add_days(ends[1], -((ends[1].weekday() - weekday) % 7)) if index == -1 else first
    return day(date) if ends[0] <= date <= ends[1] else unknown()


def add_months(date: dt.date, count: int) -> dt.date:
    """Move a date by whole months; the day is cut to the month's length. The year stays in 1..9999."""
    index = min(max(date.year * 12 + date.month - 1 + count, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(date.day, days_in(year, month + 1)))


def add_days(date: dt.date, count: int) -> dt.date:
    """Move a date by days, staying in the calendar."""
    ordinal = min(max(date.toordinal() + count, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def unit_at(date: dt.date, unit: str, offset: int) -> Period:
    """Return the unit of the calendar `offset` units away from the one that holds `date` (weeks start on Monday)."""
    if unit == "year":
        return single(Stamp(min(max(date.year + offset, 1), 9999)), "year")
    if unit in ("month", "quarter"):
        return _months_at(date, unit, offset)
    if unit in ("week", "weekend"):
        monday = add_days(date, 7 * offset - date.weekday())
        sunday = add_days(monday, 6)
        return days(monday, sunday, "week") if unit == "week" else days(add_days(monday, 5), sunday)
    return day(add_days(date, offset)) if unit == "day" else unknown(unit)


def _months_at(date: dt.date, unit: str, offset: int) -> Period:
    moved = add_months(date.replace(day=1), offset if unit == "month" else 3 * offset)
    if unit == "month":
        return single(Stamp(moved.year, moved.month), "month")
    start = (moved.month - 1) // 3 * 3 + 1
    return months(moved.year, start, start + 2, "quarter")


def distance(date: dt.date, unit: str, count: int) -> Period:
    """Return the point `count` units away, as exact as the unit: a year for years, a month for months, else a day."""
    if unit in ("year", "month", "quarter"):
        return unit_at(date, unit, count)
    step = {"week": 7, "day": 1}.get(unit)
    return day(add_days(date, step * count)) if step else unknown()


def rolling(date: dt.date, unit: str, count: int) -> Period:
    """Return the last (`count` < 0) or next `count` units beside `date`.

    Years are years up to or from the one of `date`; days, weeks and months are whole days without that of `date`;
    hours give the days they touch.
    """
    if unit == "year":
        ends = sorted((date.year, min(max(date.year + count, 1), 9999)))
        return Period(Stamp(ends[0]), Stamp(ends[1]), "year")
    if unit == "hour":
        other = add_days(date, -(-abs(count) // 24) * (1 if count > 0 else -1))
        return days(min(date, other), max(date, other))
    if unit in ("month", "quarter"):
        edge = add_months(date, count * (3 if unit == "quarter" else 1))
    elif unit in ("day", "week"):
        edge = add_days(date, count * (7 if unit == "week" else 1))
    else:
        return unknown()
    return days(edge, add_days(date, -1)) if count < 0 else days(add_days(date, 1), edge)


def with_year(period: Period, year: int | None) -> Period:
    """Put a period of months or days into another year."""
    if period.first is None or period.last is None:
        return period
    later = (period.last.year or 0) - (period.first.year or 0) if period.first.year and period.last.year else 0
    first = in_year(period.first, year)
    last = in_year(period.last, None if year is None else year + later)
    return period._replace(first=first, last=last, guessed=False)


def in_year(stamp: Stamp, year: int | None) -> Stamp:
    """Put a stamp into another year; into none where that year does not have the day, 29 February."""
    there = stamp.month is None or valid(year, stamp.month, stamp.day or 1)
    return stamp._replace(year=year if there else None)


def nearest_year(date: dt.date, month: int, last_month: int, day_: int | None, tense: Tense) -> int:
    """Choose the year of a month or day without one: by tense, else the nearest to `date`, rather its own year."""
    options = [y for y in (date.year - 1, date.year, date.year + 1) if 1 <= y <= 9999 and valid(y, month, day_ or 1)]
    if not options:
        return date.year

    def away(year: int) -> int:
        start = dt.date(year, month, day_ or 1)
        end_year = year + 1 if last_month < month and year < 9999 else year
        end = start if day_ else dt.date(end_year, last_month, days_in(end_year, last_month))
        return (start - date).days if start > date else min((end - date).days, 0)

    by_tense = [y for y in options if (away(y) <= 0 if tense == "past" else away(y) >= 0)] if tense else []
    return min(by_tense or options, key=lambda y: (abs(away(y)) + _OTHER_YEAR * (y != date.year), y))


def stretch_year(date: dt.date, first: Stamp, last: Stamp, crosses: bool, tense: Tense) -> int:
    """Choose the year in which days without one begin; they `cross` a new year where the first is later in the year.

    The days that hold `date` come first, then by tense the last or the next ones, else the nearest, rather of its year.
    """

    def away(year: int) -> int:
        start, end = _day_in(year, first, 1), _day_in(year + crosses, last, 31)
        return (start - date).days if start > date else min((end - date).days, 0)

    years = [y for y in (date.year - 1, date.year, date.year + 1) if 1 <= y <= 9999 - crosses]
    fit = [y for y in years if (away(y) <= 0 if tense == "past" else away(y) >= 0)] if tense else []
    return min(fit or years, key=lambda y: (abs(away(y)) + _OTHER_YEAR * (date.year not in (y, y + crosses)), y))


def _day_in(year: int, stamp: Stamp, day_: int) -> dt.date:
    """Return a stamp's day (`day_` where it has none) in another year, cut to the month's length."""
    month = stamp.month or 1
    return dt.date(year, month, min(stamp.day or day_, days_in(year, month)))


def weekday_year(date: dt.date, month: int, day_: int, weekday: int) -> int | None:
    """Return the year nearest to `date` in which the day falls on the weekday, None within six years."""
    for offset in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        year = date.year + offset
        if 1 <= year <= 9999 and valid(year, month, day_) and dt.date(year, month, day_).weekday() == weekday:
            return year
    return None
