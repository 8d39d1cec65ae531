"""Grammar of calendar dates: days, months and years that words tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_weekdays import is_week_of

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)(?![.,:]\d)")
_JOIN = re.compile(r"[ ]?[-–—/][ ]?|[ ](?:ile|ila|ilâ)[ ]")
YEARS = range(1900, 2100)


def is_year(token: Token) -> bool:
    """Tell whether the number may be a year of our time."""
    return token.kind == "number" and len(token.text) == 4 and token.value in YEARS


def _after_month(ctx: Context, month: Token) -> tuple[int | None, int, str, tuple[tuple[int, int], ...]]:
    """Read the year after a month: year, end, case, spans."""
    if month.case and month.case != "gen":
        return None, month.end, month.case, ()
    following = ctx.token(month_end(ctx, month))
    if (
        following.kind == "number"
        and len(following.text) == 4
        and 1000 <= following.value < 2200
        and year_fits(ctx, following)
    ):
        return following.value, following.end, following.case, ((following.start, following.core),)
    return None, month.end, month.case, ()


def month_end(ctx: Context, month: Token) -> int:
    """Return the end of a month with the full stop of its abbreviation: «Eyl.»."""
    short = month.text in ctx.lexicon.data["months"]["abbreviations"]
    return month.end + 1 if short and ctx.low[month.end : month.end + 1] == "." else month.end


def year_fits(ctx: Context, token: Token) -> bool:
    """Tell whether nothing after the four digits makes them another number («2000 kişi», «2024,5»)."""
    tail = ctx.low[token.core : token.core + 2]
    if (tail[:1] in ".,:" and tail[1:].isdecimal()) or tail[:1] == "%":
        return False
    following = ctx.token(token.end)
    return not is_counted(ctx, following) or bool(token.case) or _is_clock(ctx, following) or is_week_of(following)


def _is_clock(ctx: Context, token: Token) -> bool:
    """Tell whether the word is that of a clock time: «2023 | saat 10.30'da», no «2023 | saat çalıştı»."""
    if token.text not in ctx.lexicon.data["clock"]["words"]:
        return False
    hour = ctx.token(token.end)
    return hour.kind == "number" and (hour.case in ("loc", "ki") or _CLOCK.match(ctx.low, hour.start) is not None)


def is_counted(ctx: Context, token: Token) -> bool:
    """Tell whether the word is a unit or a counted noun, in any form."""
    if token.kind != "word":
        return False
    return ctx.lexicon.lists["counted"].match(token.text) is not None


def day_month(ctx: Context, day: int, spans: tuple[tuple[int, int], ...], position: int) -> Base | None:
    """Read a month (and year) after a day: «3 | Mart 2024»."""
    month = ctx.token(position)
    if (
        month.kind != "word"
        or month.entry.kind not in ("month", "abbreviation")
        or month.entry.plural
        or month.entry.owned
    ):
        return None
    year, end, case, more = _after_month(ctx, month)
    end = max(end, month_end(ctx, month))
    if not cal.valid(year, month.entry.value, day):
        return None
    if year is None and not case:
        year = _event_year(ctx, day, month)
    period = ctx.day(day, month.entry.value, year, end)
    return weekday_after(ctx, Base(period, end, case, "date", (*spans, *more)))


def _event_year(ctx: Context, day: int, month: Token) -> int | None:
    """Return the year of «15 Temmuz | darbe girişimi», «6 Şubat | depremleri»."""
    following = ctx.token(month.end)
    for event in ctx.lexicon.data["events"]:
        if event["day"] == [day, month.entry.value] and following.text.startswith(tuple(event["words"])):
            return int(event["year"])
    return None


def weekday_after(ctx: Context, base: Base) -> Base:
    """Read a weekday after a date: it may choose the year."""
    mark = ctx.token(base.end)
    token = ctx.token(mark.end) if mark.text in (",", "(") else mark
    if base.case or token.kind != "word" or token.entry.kind != "weekday" or token.entry.plural:
        return base
    end = token.end + (mark.text == "(" and ctx.low.startswith(")", token.end))
    return Base(on_weekday(ctx, base.period, token.entry.value), end, token.case, "date-weekday", base.calendar)


def on_weekday(ctx: Context, period: Period, weekday: int) -> Period:
    """Choose the year of a day so that it falls on the weekday."""
    stamp = period.first
    if not period.guessed or stamp is None or stamp.month is None or stamp.day is None or stamp.year is None:
        return period
    if ctx.date is None:
        return period
    year = cal.weekday_year(ctx.date, stamp.month, stamp.day, weekday)
    return cal.single(Stamp(year, stamp.month, stamp.day), "day") if year else period


def days_of_month(ctx: Context, first: Token) -> Base | None:
    """Read «3 Mart», «1-5 Mart», «25 ile 29 Kasım»; the days share the month."""
    if not 1 <= first.value <= 31 or len(first.text) > 2:
        return None
    spans = ((first.start, first.core),)
    join = _JOIN.match(ctx.low, first.end)
    if join:
        second = ctx.token(join.end())
        if second.kind == "number" and first.value < second.value <= 31 and len(second.text) <= 2:
            right = day_month(ctx, second.value, (*spans, (second.start, second.core)), second.end)
            stamp = right.period.first if right else None
            if right and stamp and stamp.month:
                left = cal.single(Stamp(stamp.year, stamp.month, first.value), "day")
                return right._replace(
                    period=Period(left.first, right.period.last, "day", right.period.guessed), rule="date-range"
                )
        return None
    return day_month(ctx, first.value, spans, first.end)


def shared_month(ctx: Context, first: Token) -> Base | None:
    """Read the first day of «3 ve 4 Mart», «3, 4 ve 5 Mart»: it takes the month of the last."""
    token = first
    for _ in range(6):
        if not 1 <= token.value <= 31 or len(token.text) > 2:
            return None
        join = AND.match(ctx.low, token.end)
        if join is None:
            return None
        token = ctx.token(join.end())
        if token.kind != "number":
            return None
        last = day_month(ctx, token.value, (), token.end) if 1 <= token.value <= 31 else None
        if last:
            stamp = last.period.first
            if stamp is None or stamp.month is None or not cal.valid(stamp.year, stamp.month, first.value):
                return None
            period = cal.single(Stamp(stamp.year, stamp.month, first.value), "day", last.period.guessed)
            return Base(period, first.end, "", "date-shared-month", ((first.start, first.core),))
    return None


AND = re.compile(r",[ ]|[ ]ve[ ]|[ ]veya[ ]|[ ]ya da[ ]")


def month(ctx: Context, token: Token) -> Base | None:
    """Read a month: «Mart», «mart ayında», «Mart 2024», «Ocak-Ekim 2025», «Ağu 8», «mart üç 2015»."""
    both = _month_range(ctx, token, None)
    if both:
        return both
    first_day = _month_day(ctx, token)
    if first_day:
        return first_day
    year, end, case, spans = _after_month(ctx, token)
    if token.entry.kind == "abbreviation":
        return None if year is None else Base(ctx.month(token.entry.value, year, end), end, case, "month-year", spans)
    return Base(ctx.month(token.entry.value, year, end), end, case, "month-year" if year else "month", spans)


def _month_day(ctx: Context, token: Token) -> Base | None:
    """Read «Ağustos 8», «mart üç 2015», «temmuz 18 cuma»."""
    if token.case:
        return None
    value, number, end = cardinal(ctx, token.end)
    if value is None or number is None or not cal.valid(None, token.entry.value, value) or number.case:
        return None
    following = ctx.token(end)
    spans: tuple[tuple[int, int], ...] = ((number.start, end),)
    year = None
    if following.kind == "number" and len(following.text) == 4 and 1000 <= following.value < 2200:
        year, spans = following.value, (*spans, (following.start, following.core))
        end, case = following.end, following.case
    elif (
        following.kind == "end"
        or following.entry.kind == "weekday"
        or (following.text in ("!", "?", ")", ";") and end == following.start)
    ):
        case = ""
    else:
        return None
    return weekday_after(ctx, Base(ctx.day(value, token.entry.value, year, end), end, case, "month-day", spans))


def cardinal(ctx: Context, position: int) -> tuple[int | None, Token | None, int]:
    """Read a whole number below 100 in words, or any in digits: value, its first token, its end."""
    first = ctx.token(position)
    if first.kind == "number":
        return first.value, first, first.end
    if first.entry.kind != "numeral":
        return None, None, position
    if first.entry.value >= 10 and first.entry.value % 10 == 0:
        second = ctx.token(first.end)
        if second.entry.kind == "numeral" and second.entry.value < 10:
            return first.entry.value + second.entry.value, first._replace(case=second.case), second.end
    return first.entry.value, first, first.end


def _month_range(ctx: Context, token: Token, year: int | None) -> Base | None:
    """Read «ocak-ekim», «Ocak - Ekim 2025», «ocak ile mart arasında», «ocak-mart dönemi»."""
    join = _JOIN.match(ctx.low, token.end) if not token.case else None
    if join is None:
        return None
    last = ctx.token(join.end())
    if last.kind != "word" or last.entry.kind not in ("month", "abbreviation"):
        return None
    found, end, case, spans = _after_month(ctx, last)
    year = found if found is not None else year
    period = ctx.months(token.entry.value, last.entry.value, year, end)
    return Base(period, end, case, "months", spans)
