"""What follows a base phrase: its parts («kasım ayı», «sonunda»), its noun («tarihinde»), the time of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise import time_holidays
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import AND, cardinal
from olgu.recognise.time_select import one_year, select
from olgu.recognise.time_weekdays import is_week_of

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
_JOIN = re.compile(r"[ ]?[-–—/][ ]?")
_BETWEEN_DAYS = re.compile(r"[ ]ile[ ](?=[0-9]{1,2}['’][a-zçğıöşü]{1,4}[ ]aras)")


def extend(ctx: Context, base: Base) -> Base:
    """Read everything to the right that belongs to the phrase, without open sides and ranges."""
    for _ in range(4):
        longer = _inside(ctx, base)
        if longer is None:
            break
        base = longer
    return _daytime(ctx, _noun(ctx, base))


def _inside(ctx: Context, base: Base) -> Base | None:
    """Read one more part: of a year, of a month, or of anything."""
    if base.case == "loc" and base.period.unit == "month":
        return _ending(ctx, base)
    token = ctx.token(base.end)
    if base.period.unit == "day" and base.case in ("", "acc") and is_week_of(token):
        return _week(base, token)
    if base.case not in ("", "gen"):
        return None
    if token.text in ("ise", "hemen"):
        token = ctx.token(token.end)
    found = None
    if base.period.unit == "year":
        found = _of_year(ctx, base, token)
    elif base.period.unit == "month":
        found = _of_month(ctx, base, token)
    elif base.period.unit == "day" and base.rule.startswith("date"):
        found = _feast(ctx, base, token)
    return found or _of_any(ctx, base, token)


def _of_year(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «aynı dönemi», «kasım ayı», «yazı», «Ramazan Bayramı» of a year."""
    token = ctx.longest(token) or token
    kind = token.entry.kind
    if token.text == "aynı":
        return _same(ctx, base, token)
    if kind == "holiday":
        return Base(time_holidays.of_year(base, token), token.end, token.case, "holiday", base.calendar)
    if kind == "month":
        return _month(ctx, base, token)
    stamp = one_year(base) if kind == "season" else None
    if stamp is None:
        return None
    first, last = token.entry.value
    return Base(cal.months(stamp.year, first, last, "season"), token.end, token.case, "season-of-year", base.calendar)


def _of_month(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «ayı» or a day of a month."""
    if token.entry.kind == "unit" and token.entry.value == "month" and base.rule in ("month", "month-year"):
        return base._replace(end=token.end, case=token.case)
    if base.case != "gen":
        return None
    if token.entry.kind == "day_number":
        token = token._replace(value=token.entry.value)
    return _day_of_month(ctx, base, token) if token.value > 0 else None


def _feast(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read the name of the holiday after its day: «29 Ekim | Cumhuriyet Bayramı'nda»."""
    named = ctx.longest(token)
    return base._replace(end=named.end, case=named.case) if named and named.entry.kind == "holiday" else None


def _week(base: Base, token: Token) -> Base | None:
    """Read «29 Ekim | haftasında»: the week that holds the day."""
    ends = cal.bounds(base.period)
    if not base.rule.startswith(("date", "day-of-month", "holiday")) or (ends and ends[0] != ends[1]):
        return None
    period = cal.unit_at(ends[0], "week", 0) if ends else cal.unknown("week")
    return Base(period, token.end, token.case, "week-of-day", base.calendar)


def _of_any(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «sonunda», «genelinde», «ilk haftası», «geri kalanında»."""
    kind = token.entry.kind
    if not kind and token.kind != "number":
        return _rest(ctx, base)
    if kind == "part" and (token.entry.owned or base.rule == "unit"):
        return _part(base, token)
    if kind == "whole" and token.entry.owned and token.case in ("loc", "abl", "dat", "ki"):
        return base._replace(end=token.end, case="loc")
    if kind == "weekday" and base.period.unit == "week" and base.case == "gen" and token.entry.owned:
        return Base(cal.weekday_in(base.period, token.entry.value), token.end, token.case, "weekday-of-week")
    return select(ctx, base, token) or _rest(ctx, base)


def _rest(ctx: Context, base: Base) -> Base | None:
    """Read «bu ay | daha sonra», «yılın | geri kalanında»: from the date of the article to the end of the unit."""
    end = ctx.phrase(base.end, "rest") if base.rule in ("relative-unit", "unit") else -1
    if end < 0:
        return None
    ends = cal.bounds(base.period)
    if ends is None or ctx.date is None or not ends[0] <= ctx.date <= ends[1]:
        return Base(cal.unknown(), end, "", "rest", base.calendar)
    return Base(cal.days(ctx.date, ends[1]), end, "", "rest", base.calendar)


def _ending(ctx: Context, base: Base) -> Base | None:
    """Read «eylül sonunda | sona eren üç aylık dönemde», «Eylül'de biten 3 ayda»: the months up to that one."""
    end = ctx.phrase(base.end, "ending")
    value, _, end = cardinal(ctx, end) if end > 0 else (None, None, end)
    unit = ctx.token(end) if value is not None else None
    if value is None or unit is None or not 1 <= value <= 12:
        return None
    if unit.text == "aylık":
        following = ctx.token(unit.end)
        unit = following if following.entry.value == "period" else unit
    elif unit.entry.value != "month":
        return None
    return Base(_months_to(base.period, value), unit.end, unit.case, "ending", base.calendar, True)


def _months_to(period: Period, count: int) -> Period:
    """Return the `count` months up to the last of `period`."""
    stamp = period.last
    if not period.known or stamp is None or stamp.month is None:
        return cal.unknown("quarter")
    before = stamp.month - count
    year = stamp.year if before >= 0 or stamp.year is None else stamp.year - 1
    return Period(Stamp(year, before % 12 + 1), stamp, "quarter", period.guessed)


def _same(ctx: Context, base: Base, token: Token) -> Base | None:
    unit = ctx.token(token.end)
    if unit.entry.kind != "unit" or unit.entry.value not in ("period", "month", "quarter", "week", "day", "date"):
        return None
    return Base(ctx.same_in(base.period), unit.end, unit.case, "same-period", base.calendar)


def _month(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «2024 Mart», «2019 yılının kasım ayı», «2025 Ocak-Ekim», «geçen yıl mart ayında»."""
    first = last = token.entry.value
    end, case = token.end, token.case
    join = _JOIN.match(ctx.low, end) if not case else None
    second = ctx.token(join.end()) if join else None
    if second and second.entry.kind == "month":
        last, end, case = second.entry.value, second.end, second.case
    loose = base.rule in ("relative-unit", "unit") and base.case == ""
    if loose and not (second or case or ctx.token(end).entry.value == "month"):
        return None
    stamp = one_year(base)
    if stamp is None:
        unknown = Base(cal.unknown("month"), end, case, "month-in-year", base.calendar)
        return None if base.period.known else unknown
    if first == last:
        period = cal.single(Stamp(stamp.year, first), "month")
    else:
        period = cal.months(stamp.year, first, last, "quarter")
    return _noun(ctx, Base(period, end, case, "month-in-year", base.calendar))


def _part(base: Base, token: Token) -> Base | None:
    """Read «başı», «ortası», «sonu»."""
    if base.period.unit == "day" and base.period.known:
        return None
    period = _part_of(base.period, token.entry.value)
    return Base(period, token.end, token.case, "part", base.calendar, base.open_end)


def _part_of(period: Period, part: str) -> Period:
    """Return the first, sixth or last month of a year, the first or last of a quarter; else the period itself."""
    if not period.known or period.first is None or period.last is None:
        return cal.unknown(period.unit)
    stamp = period.last if part == "end" else period.first
    if period.unit == "year" and period.last.month is None:
        month = {"begin": 1, "middle": 6, "end": 12}[part]
        return cal.single(Stamp(stamp.year, month), "month") if stamp.year is not None else cal.unknown("month")
    if period.unit in ("quarter", "season") and period.last.day is None and part != "middle":
        return cal.single(stamp, "month")
    if period.unit == "week" and part == "begin":
        return cal.single(period.first, "day")
    if period.unit == "decade" and period.first.year is not None:
        return period._replace(mask=f"{period.first.year // 10}X")
    return period


def _day_of_month(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «ayın 21'i», «Eylül'ün 3'ünde», «Eylül'ün 3'üyle 12'si arası», «3'ü ile 12'si arasında»."""
    named = token.entry.kind == "day_number" or ctx.token(token.end).entry.value == "day"
    if not (token.case or named):
        return _two_days(ctx, base, token)
    spans, end, case, last = (*base.calendar, (token.start, token.core)), token.end, token.case, token.value
    between = _BETWEEN_DAYS.match(ctx.low, end)
    second = ctx.token(between.end() if between else end)
    to = between is not None or case == "ins" or (case == "abl" and second.case == "dat")
    if to and second.kind == "number" and token.value < second.value <= 31:
        until = ctx.phrase(second.end, "until") if case == "abl" else -1
        end, case, last = (until, "", second.value) if until > 0 else (second.end, second.case, second.value)
        spans = (*spans, (second.start, second.core))
    stamp = base.period.first
    if not base.period.known or stamp is None:
        return Base(cal.unknown(), end, case, "day-of-month", spans)
    year, month = stamp.year, stamp.month
    if month is None or not (cal.valid(year, month, token.value) and cal.valid(year, month, last)):
        return None
    period = Period(Stamp(year, month, token.value), Stamp(year, month, last), "day")
    return Base(period, end, case, "day-of-month", spans)


def _two_days(ctx: Context, base: Base, token: Token) -> Base | None:
    """Read «Kasım'ın | 27 ve 28'inde»: two days, one after the other."""
    join = AND.match(ctx.low, token.end) if token.kind == "number" else None
    second = ctx.token(join.end()) if join else None
    if second is None or second.value != token.value + 1 or not second.case:
        return None
    last = _day_of_month(ctx, base, second)
    stamp = last.period.first if last else None
    if last is None or stamp is None:
        return None
    spans = (*base.calendar, (token.start, token.core), (second.start, second.core))
    return last._replace(period=last.period._replace(first=stamp._replace(day=token.value)), calendar=spans)


def _noun(ctx: Context, base: Base) -> Base:
    """Read the noun that governs the phrase: «günü», «tarihinde», «döneminde», «ayında»."""
    for _ in range(2):
        token = ctx.token(base.end)
        if base.case not in ("", "gen") or token.entry.kind != "unit":
            break
        if token.entry.value not in _NOUNS.get(base.period.unit, ()):
            break
        base = base._replace(end=token.end, case=token.case or base.case)
        if token.case:
            break
    return base


def _daytime(ctx: Context, base: Base) -> Base:
    """Read the time of the day after a day: «akşam», «sabah saatlerinde»."""
    if base.period.unit != "day" or base.rule in ("distance", "rolling", "length"):
        return base
    while (end := ctx.phrase(base.end, "daytimes")) > 0:
        base = base._replace(end=end, case="loc")
    return base
