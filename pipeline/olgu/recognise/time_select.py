"""Parts of a year or a month that are counted: «ilk çeyreği», «ikinci yarısı», «ilk 8 ayı», «son haftası»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import cardinal, is_year, year_fits

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_SCORE = re.compile(r"(?<![0-9.,])[0-9]{1,3}-[0-9]{1,3}(?![0-9.,-])")
"""A game is told by its score: its quarters are none of the year."""
_SCORE_NEAR = 80
_SENTENCE = 150


def one_year(base: Base) -> Stamp | None:
    """Return the year of a period of one year (its number None where it is not known), None for anything else."""
    period = base.period
    if period.unit == "year" and not period.known and period.hint is not None:
        return Stamp(period.hint)
    if period.unit != "year" or period.first is None or period.first != period.last or not period.known:
        return None
    return period.first


def select(ctx: Context, base: Base | None, token: Token) -> Base | None:
    """Read «ilk çeyreği», «ikinci yarısı», «ilk 8 ayı», «son haftası», «3. çeyrek» of `base`, or of the year."""
    index, end = _index(ctx, token)
    if index:
        found = _indexed(ctx, base, index, ctx.token(end))
        if found:
            return found._replace(calendar=base.calendar if base else found.calendar)
    return _months(ctx, base, token, index)


def _index(ctx: Context, token: Token) -> tuple[int, int]:
    """Which one: 1 for «ilk», -1 for «son», 3 for «üçüncü», «3.», «3'üncü», 0 for anything else; and its end."""
    kind = token.entry.kind
    if kind in ("first", "last", "ordinal"):
        return token.entry.value, token.end
    if token.kind == "number" and token.case == "ordinal":
        return token.value, token.end
    if token.kind == "number" and ctx.low[token.core : token.core + 1] == "." and not token.case:
        return token.value, token.core + 1
    return 0, token.end


def _indexed(ctx: Context, base: Base | None, index: int, unit: Token) -> Base | None:
    if unit.entry.plural and not unit.entry.owned:
        return None
    kind = unit.entry.value if unit.entry.kind == "unit" else unit.entry.kind
    if kind == "quarter":
        return _quarter(ctx, base, index, unit)
    if kind == "half" and index in (1, 2) and (base is not None or unit.text.startswith("yarıyıl")):
        return Base(_half(ctx, base, 1 if index == 1 else 7, unit.end), unit.end, unit.case, "half")
    return _small(ctx, base, index, unit) if base is not None else None


def _quarter(ctx: Context, base: Base | None, index: int, unit: Token) -> Base | None:
    if base is None and _SCORE.search(ctx.low, max(0, unit.start - _SCORE_NEAR), unit.end + _SCORE_NEAR):
        return None
    following = ctx.token(unit.end)
    end = following.end if following.text == "yıl" and not unit.case else unit.end
    if base is None and not unit.case and is_year(following) and year_fits(ctx, following):
        return _quarter(ctx, _written(following), index, unit._replace(end=following.end, case=following.case))
    if index == -1 and base is None:
        period = _after_third(ctx, unit) or (
            cal.unit_at(ctx.date, "quarter", -1) if ctx.date else cal.unknown("quarter")
        )
        return Base(period, end, unit.case, "quarter")
    number = 4 if index == -1 else index
    if number > 4:
        return None
    spans = base.calendar if base else ()
    return Base(_of_year(ctx, base, 3 * number - 2, 3 * number, end), end, unit.case, "quarter", spans)


def _written(token: Token) -> Base:
    year = cal.single(Stamp(token.value), "year")
    return Base(year, token.end, token.case, "year", ((token.start, token.core),))


def _after_third(ctx: Context, unit: Token) -> Period | None:
    """Return the fourth quarter where the third was named just before: «üçüncü çeyrekte 2, son çeyrekte 3»."""
    part = ctx.part
    if part is None or part.first is None or unit.start - ctx.last_end > _SENTENCE:
        return None
    if part.first.month != 7 or cal.length_in_months(part) != 3:
        return None
    return cal.months(part.first.year, 10, 12, "quarter")


def _small(ctx: Context, base: Base, index: int, unit: Token) -> Base | None:
    """Read a week, a (working) day or a month of `base`."""
    if unit.text in ("işlem", "iş"):
        unit = ctx.token(unit.end)
    kind = unit.entry.value if unit.entry.kind == "unit" else ""
    if unit.entry.kind == "weekday" and unit.entry.owned and base.period.unit in ("month", "year"):
        return Base(cal.weekday_in(base.period, unit.entry.value, index), unit.end, unit.case, "weekday-of")
    if kind == "week":
        return Base(_week_of(base.period, index), unit.end, unit.case, "week-of")
    if kind == "day" and (base.period.unit != "day" or (base.rule == "holiday" and base.case == "gen")):
        return Base(_day_of(base.period, index), unit.end, unit.case, "day-of")
    month = 12 if index == -1 else index
    if kind == "month" and base.period.unit == "year" and month <= 12:
        return Base(_of_year(ctx, base, month, month, unit.end), unit.end, unit.case, "month-of")
    return None


def _of_year(ctx: Context, base: Base | None, first: int, last: int, position: int) -> Period:
    """Return months of the year of `base`, or of this year.

    A year that is not written is the last one where the clause is past and the months lie ahead.
    """
    stamp = one_year(base) if base is not None else Stamp(ctx.date.year if ctx.date else ctx.year)
    if stamp is None:
        return cal.unknown("quarter")
    year, guessed = stamp.year, base is None or base.period.guessed
    ahead = ctx.date is not None and year == ctx.date.year and first > ctx.date.month
    if guessed and ahead and year is not None and ctx.tense(position) == "past":
        year -= 1
    if first == last:
        return cal.single(Stamp(year, first), "month", guessed)
    return cal.months(year, first, last, "quarter", guessed)


def _half(ctx: Context, base: Base | None, first: int, position: int) -> Period:
    """Return half of a year, or of a month (its days)."""
    if base is None or base.period.unit != "month":
        return _of_year(ctx, base, first, first + 5, position)
    stamp = base.period.first
    if not base.period.known or stamp is None or stamp.month is None:
        return cal.unknown()
    start, end = (1, 15) if first == 1 else (16, cal.days_in(stamp.year, stamp.month))
    return Period(Stamp(stamp.year, stamp.month, start), Stamp(stamp.year, stamp.month, end), "day")


def _week_of(period: Period, index: int) -> Period:
    """Return the n-th calendar week; the first and the last are those that hold the first and the last day."""
    ends = cal.bounds(period)
    if ends is None or index > 53:
        return cal.unknown("week")
    return cal.unit_at(ends[1], "week", 0) if index == -1 else cal.unit_at(ends[0], "week", index - 1)


def _day_of(period: Period, index: int) -> Period:
    ends = cal.bounds(period)
    if ends is None or index > 366 or (period.unit == "day" and index < 0):
        return cal.unknown()
    return cal.day(ends[1] if index == -1 else cal.add_days(ends[0], index - 1))


def _months(ctx: Context, base: Base | None, token: Token, index: int) -> Base | None:
    """Read «ilk 8 ayında», «ilk altı aylık dönemde», «son 3 ayı», «9 ayında», «üç çeyreği»."""
    named = token.entry.kind in ("first", "last")
    if (base is None and index != 1) or (index and not named):
        return None
    value, number, end = cardinal(ctx, token.end if named else token.start)
    if value is None or number is None or number.case:
        return None
    step, end, case = _month_unit(ctx, ctx.token(end))
    count = value * step
    if not 1 <= count <= 12 or (base is not None and base.period.unit != "year"):
        return None
    first, last = (13 - count, 12) if index == -1 else (1, count)
    period = _of_year(ctx, base, first, last, end)
    return Base(period, end, case, "first-months", base.calendar if base else (), True)


def _month_unit(ctx: Context, unit: Token) -> tuple[int, int, str]:
    """Read «ayında», «çeyreği», «aylık dönemde»: how many months it has (0 for anything else), its end, its case."""
    if unit.entry.kind == "unit" and unit.entry.value in ("month", "quarter") and not unit.entry.plural:
        return 3 if unit.entry.value == "quarter" else 1, unit.end, unit.case
    if unit.text != "aylık":
        return 0, unit.end, ""
    following = ctx.token(unit.end)
    if following.entry.kind == "unit" and following.entry.value == "period":
        return 1, following.end, following.case
    return 1, unit.end, ""
