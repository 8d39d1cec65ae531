"""Which grammar reads a phrase, by its first word or number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise import (
    time_dates,
    time_digits,
    time_holidays,
    time_lengths,
    time_lexicon,
    time_relative,
    time_weekdays,
    time_years,
)
from olgu.recognise.time_calendar import Period
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_extend import extend
from olgu.recognise.time_select import select

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_BESIDE = 12
"""Characters between a day and a clock time that belongs to it: «günü saat »."""


def read(ctx: Context, start: int) -> Base | None:
    """Read a phrase at `start` without open sides and ranges."""
    token = ctx.token(start)
    base = _number(ctx, token) if token.text[:1].isdecimal() else _word(ctx, token)
    if base is None or base.rule in ("vague", "now", "now-until"):
        return base
    whole = extend(ctx, base)
    return None if whole.rule == "unit" and whole.case == "gen" else whole


def _number(ctx: Context, token: Token) -> Base | None:
    digits = len(token.text)
    if token.kind == "word" or ctx.low[token.core : token.core + 1] == "a":
        return time_years.report(ctx, token.start)
    if digits == 4:
        return time_digits.numeric(ctx, token) or time_years.year(ctx, token) or time_lengths.distance(ctx, token)
    if digits > 4:
        return None
    mark = ctx.low[token.core : token.core + 1]
    if mark in "./-:" and mark and ctx.low[token.core + 1 : token.core + 2].isalnum():
        found = time_digits.slash_range(ctx, token.start) or time_digits.numeric(ctx, token) or _bare_clock(ctx, token)
        if found:
            return found
    if digits < 3:
        found = (
            time_dates.days_of_month(ctx, token)
            or time_dates.shared_month(ctx, token)
            or time_weekdays.week_of_number(ctx, token)
        )
        if found:
            return found
    return (
        time_lengths.distance(ctx, token)
        or time_years.century(ctx, token)
        or time_years.short_decade(ctx, token)
        or select(ctx, None, token)
    )


def _bare_clock(ctx: Context, token: Token) -> Base | None:
    """Read «10.30'da», «11.15 itibarıyla», «10:30» without the word saat."""
    found = time_years.clock_range(ctx, token.start, False)
    if found is None:
        return None
    times, end, case, spans = found
    colon = ":" in ctx.low[slice(*spans[0])]
    after_day = 0 <= token.start - ctx.last_end < _BESIDE and case in ("loc", "ki")
    if not (colon or after_day or ctx.phrase(end, "about") > 0):
        return None
    return _at(ctx, times, end, case, spans)


def _at(ctx: Context, times: tuple[str, str], end: int, case: str, spans: tuple[tuple[int, int], ...]) -> Base:
    near = ctx.last if ctx.last and ctx.last.unit == "day" and 0 <= spans[0][0] - ctx.last_end < _BESIDE else None
    day = near or (cal.day(ctx.date) if ctx.date else None)
    period = time_years.at_clock(day, times) if day else cal.unknown("hour")
    return Base(period, end, case, "clock", spans)


def _word(ctx: Context, token: Token) -> Base | None:
    token = ctx.longest(token) or token
    if not token.entry.kind and ctx.low[token.end : token.end + 1] == ".":
        return time_years.roman_century(ctx, token)
    reader = _READERS.get(token.entry.kind, time_years.short_decade)
    return reader(ctx, token)


def _first(ctx: Context, token: Token) -> Base | None:
    """Read «ilk 8 ayda», «üçüncü çeyrekte», «yirminci yüzyılda»."""
    return select(ctx, None, token) or (time_years.century(ctx, token) if token.entry.kind == "ordinal" else None)


def _last(ctx: Context, token: Token) -> Base | None:
    """Read «son çeyrekte», «son 24 saatte»."""
    return select(ctx, None, token) or time_lengths.rolling(ctx, token.end, -1)


def _modifier(ctx: Context, token: Token) -> Base | None:
    return time_relative.modified(ctx, token.start, token.end, token.entry.value)


def _unit(ctx: Context, token: Token) -> Base | None:
    if token.entry.value == "hour":
        return _saat(ctx, token)
    return time_relative.weekend(ctx, token) if token.entry.value == "weekend" else time_relative.unit_first(ctx, token)


def _back(ctx: Context, token: Token) -> Base | None:
    return time_relative.back(ctx, ctx.token(token.end), near=token.text == "o")


def _vague(ctx: Context, token: Token) -> Base | None:
    return Base(cal.unknown(), token.end, token.case, "vague", (), True)


def _during(ctx: Context, token: Token) -> Base | None:
    return Base(ctx.days or cal.unknown(), token.end, "", "during")


def _two_back(ctx: Context, token: Token) -> Base | None:
    return Base(ctx.unit("day", -2), token.end, "", "days")


def _days(ctx: Context, token: Token) -> Base | None:
    return Base(ctx.unit("day", token.entry.value), token.end, token.case, token.entry.kind)


def _now_until(ctx: Context, token: Token) -> Base | None:
    period = Period(None, cal.day(ctx.date).last) if ctx.date else cal.unknown()
    return Base(period, token.end, "", "now-until")


def _holiday(ctx: Context, token: Token) -> Base | None:
    year = ctx.token(token.end)
    if not token.case and time_dates.is_year(year) and time_dates.year_fits(ctx, year):
        period = time_holidays.in_year(token.entry.value, year.value)
        return Base(period, year.end, year.case, "holiday", ((year.start, year.core),))
    return Base(time_holidays.read(ctx, token), token.end, token.case, "holiday")


def _next_week(ctx: Context, token: Token) -> Base | None:
    """Read «haftaya salı»."""
    return time_weekdays.weekday_of_week(ctx, token, 1)


def _season(ctx: Context, token: Token) -> Base | None:
    return time_relative.season(ctx, token, None)


def _month(ctx: Context, token: Token) -> Base | None:
    return time_dates.month(ctx, token) if _is_month(ctx, token) else None


def _numeral(ctx: Context, token: Token) -> Base | None:
    value, number, end = time_dates.cardinal(ctx, token.start)
    if value is None or number is None:
        return None
    found = time_dates.day_month(ctx, value, ((token.start, end),), end) if not number.case else None
    article = token.text == "bir" and found is not None and len(found.calendar) == 1
    if found and not article:
        return found
    return time_lengths.distance(ctx, token)


def _is_month(ctx: Context, token: Token) -> bool:
    """Tell whether the word is the month and not a mine, a sowing, a gap or a name."""
    if token.entry.plural or token.entry.owned:
        return False
    blocked, stem = ctx.lexicon.data["blocked"], ctx.lexicon.stems[token.entry.value]
    before = ctx.low[max(0, token.start - 16) : token.start]
    following = ctx.token(token.end)
    if before.split()[-1:] and before.split()[-1] in blocked.get(f"{stem}_before", ()):
        return False
    if following.text.startswith(tuple(blocked.get(f"{stem}_after", ()))):
        return False
    if stem in blocked["lower"] and not ctx.text[token.start].isupper():
        sown = token.case == "dat" and token.core == token.end and ctx.phrase(token.end, "until") < 0
        if sown or before[-2:-1].isdecimal():
            return False
    return not (token.entry.value in blocked["names"] and not token.case and _in_name(ctx, token, following))


def _in_name(ctx: Context, token: Token, following: Token) -> bool:
    """Tell whether a capitalised word beside a capitalised month makes it a name: «Nisan Yılmaz», «Ali Ekim»."""
    text = ctx.text[token.start : token.core]
    if not text[0].isupper() or text.isupper() or following.entry.kind in ("unit", "month", "part"):
        return False
    if time_dates.is_year(following) and time_dates.year_fits(ctx, following):
        return False
    if following.kind == "word" and ctx.text[following.start].isupper():
        return True
    before = ctx.text[max(0, token.start - 24) : token.start]
    words = before.split()
    inside = before[-1:] == " " and before[-2:-1].isalpha() and len(words) > 1
    return inside and words[-1][0].isupper() and not words[-2].endswith((".", ":", "!", "?"))


def _weekday(ctx: Context, token: Token) -> Base | None:
    """Read «cuma temmuz 18», «Cuma günü 15 Haziran», else a weekday alone."""
    following = ctx.token(token.end)
    if following.entry.kind == "unit" and following.entry.value == "day" and following.case == "" and not token.case:
        following = ctx.token(following.end)
    if following.text == "," and not token.case:
        following = ctx.token(following.end)
    if not token.case and not token.entry.owned:
        dated = None
        if following.kind == "number":
            dated = time_dates.days_of_month(ctx, following) or time_digits.numeric(ctx, following)
        elif following.entry.kind == "month":
            dated = time_dates.month(ctx, following)
        if dated and dated.period.unit == "day":
            return dated._replace(
                period=time_dates.on_weekday(ctx, dated.period, token.entry.value), rule="date-weekday"
            )
    return time_weekdays.weekday(ctx, token)


def _saat(ctx: Context, token: Token) -> Base | None:
    """Read «saat 10.30'da», «saat 15.00-17.00», «saat 9'da»; «2 saat 30 dakika» is a duration."""
    if token.text not in ctx.lexicon.data["clock"]["words"] or ctx.low[token.end : token.end + 1] not in (" ", "\xa0"):
        return None
    if token.text == "saat" and _is_duration(ctx, token.start):
        return None
    found = time_years.clock_range(ctx, token.end + 1, True)
    if found is None:
        return None
    times, end, case, spans = found
    sure = case or len(spans) > 1 or len(ctx.low[slice(*spans[0])]) > 2 or ctx.phrase(end, "about") > 0
    return _at(ctx, times, end, case, spans) if sure else None


def _is_duration(ctx: Context, start: int) -> bool:
    """Tell whether a number stands before «saat»."""
    words = ctx.low[max(0, start - 10) : start].split()
    if not words:
        return False
    digits = words[-1].isdecimal() and len(words[-1]) < 4
    return digits or ctx.lexicon.forms.get(words[-1], time_lexicon.NOTHING).kind == "numeral"


def _daytime(ctx: Context, token: Token) -> Base | None:
    """Read «sabah 9'da», «akşam saat 20.30'da»."""
    following = ctx.token(token.end)
    position = following.end if following.text == "saat" else token.end
    found = time_years.clock_range(ctx, position + 1, True) if ctx.low[position : position + 1] == " " else None
    if found is None or found[2] not in ("loc", "ki", "dat", "abl"):
        return None
    times, end, case, spans = found
    later = token.entry.value == "pm"
    return _at(ctx, (_afternoon(times[0], later), _afternoon(times[1], later)), end, case, spans)


def _afternoon(time: str, later: bool) -> str:
    return f"{int(time[:2]) + 12}{time[2:]}" if later and time < "12" else time


_READERS: dict[str, Callable[[Context, Token], Base | None]] = {
    "numeral": _numeral,
    "month": _month,
    "abbreviation": _month,
    "weekday": _weekday,
    "modifier": _modifier,
    "first": _first,
    "ordinal": _first,
    "last": _last,
    "clock": _saat,
    "unit": _unit,
    "back": _back,
    "season": _season,
    "vague": _vague,
    "during": _during,
    "two_back": _two_back,
    "now": _days,
    "days": _days,
    "now_until": _now_until,
    "daytime": _daytime,
    "year_part": time_relative.year_part,
    "holiday": _holiday,
    "next_week": _next_week,
}
