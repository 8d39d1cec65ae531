"""What follows a base phrase: its parts («ilk çeyreği», «sonunda»), its noun («tarihinde»), a clock time."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise import time_holidays
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import cardinal

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_NOUNS = {
    "day": ("day", "date", "period"),
    "week": ("period",),
    "month": ("month", "period"),
    "quarter": ("month", "period", "date"),
    "season": ("month", "period"),
    "year": ("year", "period", "season"),
    "decade": ("period",),
}


def extend(ctx: Context, base: Base) -> Base:
    """Read everything to the right that belongs to the phrase, without open sides and ranges."""
    for _ in range(4):
        longer = _inside(ctx, base) or _rest(ctx, base)
        if longer is None:
            break
        base = longer
    return _daytime(ctx, _noun(ctx, base))


def _rest(ctx: Context, base: Base) -> Base | None:
    """Read «bu ay | daha sonra», «yılın | geri kalanında»: from the date of the article to the end of the unit."""
    end = ctx.phrase(base.end, "rest") if base.rule in ("relative-unit", "unit") else -1
    if end < 0:
        return None
    last = cal.last_day(base.period.last) if base.period.known and base.period.last else None
    first = cal.first_day(base.period.first) if base.period.known and base.period.first else None
    if last is None or first is None or ctx.date is None or not first <= ctx.date <= last:
        return Base(cal.unknown(), end, "", "rest", base.calendar)
    return Base(cal.days(ctx.date, last), end, "", "rest", base.calendar)


def _inside(ctx: Context, base: Base) -> Base | None:
    if base.case == "loc" and base.period.unit == "month":
        return _ending(ctx, base)
    if base.case not in ("", "gen"):
        return None
    token = ctx.token(base.end)
    if token.text == "ise":
        token = ctx.token(token.end)
    if token.text == "hemen":
        token = ctx.token(token.end)
    if token.text == "aynı" and base.period.unit == "year":
        return _same(ctx, base, token)
    token = ctx.longest(token) or token if base.period.unit == "year" else token
    if base.period.unit == "day" and base.rule.startswith("date") and (feast := ctx.longest(token)):
        return base._replace(end=feast.end, case=feast.case) if feast.entry.kind == "holiday" else None
    kind = token.entry.kind
    if kind == "holiday" and base.period.unit == "year":
        return Base(time_holidays.of_year(base, token), token.end, token.case, "holiday", base.calendar)
    if kind == "month" and base.period.unit == "year":
        return _month(ctx, base, token)
    if kind == "season" and base.period.unit == "year" and _one_year(base) is not False:
        return _season(ctx, base, token)
    if kind == "part" and token.entry.owned or base.rule == "unit" and kind == "part":
        return _part(ctx, base, token)
    if (
        kind == "unit"
        and token.entry.value == "month"
        and base.period.unit == "month"
        and base.rule in ("month", "month-year")
    ):
        return base._replace(end=token.end, case=token.case)
    if kind == "whole" and token.entry.owned and token.case in ("loc", "abl", "dat", "ki"):
        return base._replace(end=token.end, case="loc")
    if base.case == "gen" and token.kind == "number":
        return _day_of_month(ctx, base, token) or select(ctx, base, token)
    return select(ctx, base, token)


def _ending(ctx: Context, base: Base) -> Base | None:
    """Read «eylül sonunda | sona eren üç aylık dönemde», «Eylül'de biten 3 ayda»: the months up to that one."""
    end = ctx.phrase(base.end, "ending")
    if end < 0:
        return None
    value, number, end = cardinal(ctx, end)
    unit = ctx.token(end)
    if (
        value is None
        or number is None
        or not 1 <= value <= 12
        or not (unit.text == "aylık" or unit.entry.value == "month")
    ):
        return None
    following = ctx.token(unit.end)
    last = following if unit.text == "aylık" and following.entry.value == "period" else unit
    stamp = base.period.last
    if not base.period.known or stamp is None or stamp.month is None:
        return Base(cal.unknown("quarter"), last.end, last.case, "ending", base.calendar, True)
    first = stamp.month - value
    year = stamp.year if first >= 0 or stamp.year is None else stamp.year - 1
    period = Period(Stamp(year, first % 12 + 1), stamp, "quarter", base.period.guessed)
    return Base(period, last.end, last.case, "ending", base.calendar, True)


def _one_year(base: Base) -> int | None | bool:
    """The year of a period of one year (None where it is not known), False for anything else."""
    period = base.period
    if period.unit == "year" and not period.known and period.hint is not None:
        return period.hint
    if period.unit != "year" or period.first is None or period.first != period.last or not period.known:
        return False
    return period.first.year


def _same(ctx: Context, base: Base, token: Token) -> Base | None:
    unit = ctx.token(token.end)
    if unit.entry.kind != "unit" or unit.entry.value not in ("period", "month", "quarter", "week", "day", "date"):
        return None
    return Base(ctx.same_in(base.period), unit.end, unit.case, "same-period", base.calendar)


def _month(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «2024 Mart», «2019 yılının kasım ayı», «2025 Ocak-Ekim», «geçen yıl mart ayında»."""
    year = _one_year(base)
    first = last = token.entry.value
    end, case = token.end, token.case
    join = _JOIN.match(ctx.low, end) if not case else None
    second = ctx.token(join.end()) if join else None
    if second and second.entry.kind == "month":
        last, end, case = second.entry.value, second.end, second.case
    if (
        base.rule in ("relative-unit", "unit")
        and base.case == ""
        and not (second or case or ctx.token(end).entry.value == "month")
    ):
        return None
    if year is False and base.period.known:
        return None
    if year is False:
        return Base(cal.unknown("month"), end, case, "month-in-year", base.calendar)
    stamp = Stamp(year if isinstance(year, int) else None, first)
    period = cal.single(stamp, "month") if first == last else cal.months(stamp.year, first, last, "quarter")
    return _noun(ctx, Base(period, end, case, "month-in-year", base.calendar))


_SCORE = re.compile(r"(?<![\d.,])\d{1,3}-\d{1,3}(?![\d.,-])")
"""A game is told by its score: its quarters are none of the year."""
_JOIN = re.compile(r"[ ]?[-–—/][ ]?")


def _season(ctx: Context, base: Base, token: Token) -> Base:
    year = _one_year(base)
    first, last = token.entry.value
    return Base(
        cal.months(year if isinstance(year, int) else None, first, last, "season"),
        token.end,
        token.case,
        "season-of-year",
        base.calendar,
    )


def _part(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «başı», «ortası», «sonu»: of a year its first, sixth and last month; of a month the month."""
    part = token.entry.value
    period = base.period
    if not period.known or period.first is None or period.last is None:
        return base._replace(end=token.end, case=token.case, rule="part")
    if period.unit == "year" and period.last.month is None:
        stamp = period.last if part == "end" else period.first
        if stamp.year is None:
            return Base(cal.unknown("month"), token.end, token.case, "part", base.calendar)
        month = {"begin": 1, "middle": 6, "end": 12}[part]
        return Base(cal.single(Stamp(stamp.year, month), "month"), token.end, token.case, "part", base.calendar)
    if period.unit in ("quarter", "season") and period.last.day is None:
        stamp = period.last if part == "end" else period.first
        return Base(
            cal.single(stamp, "month") if part != "middle" else period, token.end, token.case, "part", base.calendar
        )
    if period.unit == "week" and part == "begin":
        return Base(cal.single(period.first, "day"), token.end, token.case, "part", base.calendar)
    if period.unit == "day":
        return None
    if period.unit == "decade" and period.first.year is not None:
        period = replace(period, mask=f"{period.first.year // 10}X")
    return base._replace(period=period, end=token.end, case=token.case, rule="part")


def _day_of_month(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «ayın 21'i», «Eylül'ün 3'ünde», «Eylül'ün 3'üyle 12'si arası»."""
    stamp = base.period.first
    if base.period.unit != "month" or not (token.case or ctx.token(token.end).entry.value == "day"):
        return None
    spans = (*base.calendar, (token.start, token.core))
    end, case, last = token.end, token.case, token.value
    if token.case == "ins":
        second = ctx.token(end)
        if second.kind == "number" and token.value < second.value <= 31:
            end, case, last = second.end, second.case, second.value
            spans = (*spans, (second.start, second.core))
    if not base.period.known or stamp is None:
        return Base(cal.unknown(), end, case, "day-of-month", spans)
    if stamp.month is None or not (
        cal.valid(stamp.year, stamp.month, token.value) and cal.valid(stamp.year, stamp.month, last)
    ):
        return None
    first = Stamp(stamp.year, stamp.month, token.value)
    return Base(Period(first, Stamp(stamp.year, stamp.month, last), "day"), end, case, "day-of-month", spans)


def select(ctx: Context, base: Base | None, token: Token) -> Base | None:
    """Read «ilk çeyreği», «ikinci yarısı», «ilk 8 ayı», «son haftası», «9 ayında», «3. çeyrek» of `base` or of the year."""
    kind, index, end = token.entry.kind, 0, token.end
    spans = base.calendar if base else ()
    if kind == "first":
        index = 1
    elif kind == "last":
        index = -1
    elif kind == "ordinal":
        index = token.entry.value
    elif token.kind == "number" and token.case == "ordinal":
        index = token.value
    elif token.kind == "number" and ctx.low[token.core : token.core + 1] == "." and not token.case:
        index, end = token.value, token.core + 1
    if index:
        unit = ctx.token(end)
        found = _indexed(ctx, base, index, unit)
        if found:
            return found._replace(calendar=spans)
    return _months(ctx, base, token, index)


def _indexed(ctx: Context, base: Base | None, index: int, unit: Token) -> Base | None:
    if unit.entry.plural and not unit.entry.owned:
        return None
    kind = unit.entry.value if unit.entry.kind == "unit" else unit.entry.kind
    end = unit.end
    if kind == "quarter":
        if base is None and _SCORE.search(ctx.low, max(0, unit.start - 80), unit.end + 80):
            return None
        if ctx.token(end).text == "yıl" and not unit.case:
            end = ctx.token(end).end
        if index == -1 and base is None:
            return Base(
                cal.unit_at(ctx.date, "quarter", -1) if ctx.date else cal.unknown(),
                end,
                unit.case,
                "quarter",
                (),
                False,
            )
        number = 4 if index == -1 else index
        return (
            Base(_of_year(ctx, base, 3 * number - 2, 3 * number, end), end, unit.case, "quarter")
            if number <= 4
            else None
        )
    if kind == "half":
        if index not in (1, 2) or (base is None and not unit.text.startswith("yarıyıl")):
            return None
        first = 1 if index == 1 else 7
        return Base(_half(ctx, base, first, unit.end), end, unit.case, "half")
    if base is None:
        return None
    if kind == "week":
        return Base(_week_of(base.period, index), end, unit.case, "week-of")
    if unit.text in ("işlem", "iş"):
        unit = ctx.token(unit.end)
        kind, end = unit.entry.value if unit.entry.kind == "unit" else "", unit.end
    if kind == "day" and (base.period.unit != "day" or base.rule == "holiday" and base.case == "gen"):
        return Base(_day_of(base.period, index), end, unit.case, "day-of")
    if kind == "month" and base.period.unit == "year":
        month = 12 if index == -1 else index
        return Base(_of_year(ctx, base, month, month, end), end, unit.case, "month-of") if month <= 12 else None
    return None


def _of_year(ctx: Context, base: Base | None, first: int, last: int, position: int) -> Period:
    """Months of the year of `base`; without one of this year, or of the last where the clause is past and they lie ahead."""
    guessed = base is None or base.period.guessed
    if base is not None:
        year = _one_year(base)
        if year is False:
            return cal.unknown("quarter")
    else:
        year = ctx.date.year if ctx.date else ctx.year
    if guessed and ctx.date and year == ctx.date.year and first > ctx.date.month and ctx.tense(position) == "past":
        year -= 1
    number = year if isinstance(year, int) else None
    if first == last:
        return cal.single(Stamp(number, first), "month", guessed)
    return cal.months(number, first, last, "quarter", guessed)


def _half(ctx: Context, base: Base | None, first: int, position: int) -> Period:
    """Half of a year, or of a month (its days)."""
    if base is not None and base.period.unit == "month":
        stamp = base.period.first
        if not base.period.known or stamp is None or stamp.month is None:
            return cal.unknown()
        ends = (1, 15) if first == 1 else (16, cal.days_in(stamp.year, stamp.month))
        return Period(*(Stamp(stamp.year, stamp.month, day) for day in ends), "day")
    return _of_year(ctx, base, first, first + 5, position)


def _week_of(period: Period, index: int) -> Period:
    """Return the n-th calendar week of a month or year; the first and last are those that hold its first and last day."""
    if not period.known or period.first is None or period.last is None:
        return cal.unknown()
    start, end = cal.first_day(period.first), cal.last_day(period.last)
    if start is None or end is None or index > 53:
        return cal.unknown()
    return cal.unit_at(end, "week", 0) if index == -1 else cal.unit_at(start, "week", index - 1)


def _day_of(period: Period, index: int) -> Period:
    if not period.known or period.first is None or period.last is None:
        return cal.unknown()
    start, end = cal.first_day(period.first), cal.last_day(period.last)
    if start is None or end is None or index > 366 or period.unit == "day" and index < 0:
        return cal.unknown()
    return cal.day(end if index == -1 else cal.add_days(start, index - 1))


def _months(ctx: Context, base: Base | None, token: Token, index: int) -> Base | None:
    """Read «ilk 8 ayında», «ilk altı aylık dönemde», «son 3 ayı», «9 ayında», «üç çeyreği»."""
    start = token.end if token.entry.kind in ("first", "last") else token.start
    if index == -1 and base is None or index == 0 and base is None or start == token.start and index:
        return None
    value, number, end = cardinal(ctx, start)
    if value is None or number is None or number.case:
        return None
    unit = ctx.token(end)
    step = 3 if unit.entry.value == "quarter" else 1
    if unit.entry.kind == "unit" and unit.entry.value in ("month", "quarter") and not unit.entry.plural:
        end, case = unit.end, unit.case
    elif unit.text == "aylık":
        following = ctx.token(unit.end)
        period = following.entry.kind == "unit" and following.entry.value == "period"
        end, case = (following.end, following.case) if period else (unit.end, "")
    else:
        return None
    count = value * step
    if not 1 <= count <= 12 or base is not None and base.period.unit != "year":
        return None
    first, last = (13 - count, 12) if index == -1 else (1, count)
    calendar = base.calendar if base else ()
    return Base(_of_year(ctx, base, first, last, end), end, case, "first-months", calendar, True)


def _noun(ctx: Context, base: Base) -> Base:
    """Read the noun that governs the phrase: «günü», «tarihinde», «döneminde», «ayında»."""
    for _ in range(2):
        token = ctx.token(base.end)
        if (
            base.case not in ("", "gen")
            or token.entry.kind != "unit"
            or token.entry.value not in _NOUNS.get(base.period.unit, ())
        ):
            break
        base = base._replace(end=token.end, case=token.case or base.case)
        if token.case:
            break
    return base


def _daytime(ctx: Context, base: Base) -> Base:
    """Read the time of the day after a day: «akşam», «sabah saatlerinde»."""
    if base.period.unit != "day" or base.rule in ("distance", "rolling", "length"):
        return base
    words = ctx.lexicon.data["daytimes"]["words"]
    token = ctx.token(base.end)
    while token.kind == "word" and token.text in words:
        base = base._replace(end=token.end, case="loc")
        token = ctx.token(base.end)
    return base
