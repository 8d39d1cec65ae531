"""Find the phrases that date something and resolve them against the article's date.

Policy for what the phrase leaves open:

* «geçen», «bu», «gelecek» + year, month, week: the calendar unit before, of, after the article's date (weeks start on Monday).
* «N yıl/ay önce» is as exact as its unit (a year, a month); weeks and days give a day.
* «son N», «önümüzdeki N»: years up to or from the year of the date ("2014/2024"); months, weeks and days whole days
  beside the date, without it; hours the days they touch.
* A weekday, month or day without a year: by the tense of its clause the last or the next one; without a verb the next
  weekday, the nearest month or day (the past one of two).
* «yılın …», «ilk çeyrek»: the year of the date; the last one where the clause is past and the months lie ahead.
* An article without a date: relative words have no value; months, days and quarters take the year that the text names
  most, else "XXXX".
* «aynı dönemde», «söz konusu dönemde»: the period named last; «geçen yılın aynı dönemi»: that period of last year.
"""

from __future__ import annotations

import datetime as dt

from olgu.analyse import casing
from olgu.article import Time
from olgu.recognise import time_calendar as cal
from olgu.recognise import time_dates, time_holidays, time_lexicon, time_relative, time_scan, time_years
from olgu.recognise.time_context import Base, Context, year_of
from olgu.recognise.time_extend import extend, select
from olgu.recognise.time_lexicon import Token
from olgu.recognise.time_ranges import close

_LINE = 400
_BESIDE = 12
"""Characters between a day and a clock time that belongs to it: «günü saat »."""


def find(text: str, date: dt.date | None = None) -> list[Time]:
    """Return the time phrases of `text`, sorted, never overlapping; `date` is that of the article.

    Offsets are code points of `text`. `value` is ISO 8601/EDTF, None where it needs a date the article lacks. `rule`
    names the grammar rule that made it, `calendar` the numbers in it that are calendar points.
    """
    low = casing.lower(text)
    ctx = Context(text, low, date, year=None if date else year_of(low))
    found = []
    starts = time_scan.starts()
    match = starts.search(low)
    while match is not None:
        position = match.start() + 1
        if not low[position - 1].isdecimal() or _is_free(low, position - 1):
            time = _time(ctx, position - 1)
            if time is not None:
                found.append(time)
                position = time.end
        match = starts.search(low, position)
    return found


def _is_free(low: str, start: int) -> bool:
    """Tell whether the digits are no part of a longer number, a code or a name."""
    before = low[start - 1 : start]
    if before and (before.isalnum() or before in "%$€£₺_"):
        return False
    if before == "-" and start > 4 and low[start - 5 : start - 1].isalpha() and low[start : start + 4].isdecimal():
        return True
    return not (before and before in ".,:/-–+'’" and low[start - 2 : start - 1].isalnum())


def _time(ctx: Context, start: int) -> Time | None:
    base = read(ctx, start)
    if base is None:
        return None
    if base.rule != "vague":
        base = close(ctx, base, read)
    if not base.rule.startswith(("same-period", "back", "now")):
        ctx.remember(base.period)
        ctx.last_end = base.end
    if base.rule == "year-bare" and ctx.low[base.end : base.end + 1] == ":" and base.period.first:
        line = ctx.low.find("\n", base.end, base.end + _LINE)
        ctx.heading, ctx.heading_end = base.period.first.year, line if line > 0 else base.end + _LINE
    return Time(start, base.end, base.period.edtf(), base.rule, base.calendar, base.open_end)


def read(ctx: Context, start: int) -> Base | None:
    """Read a phrase at `start` without open sides and ranges."""
    token = ctx.token(start)
    base = _number(ctx, token) if token.kind == "number" else _word(ctx, token)
    if base is None or base.rule in ("vague", "now", "now-until"):
        return base
    whole = extend(ctx, base)
    return None if whole.rule == "unit" and whole.case == "gen" else whole


def _number(ctx: Context, token: Token) -> Base | None:
    digits = len(token.text)
    if digits == 4:
        return time_dates.numeric(ctx, token) or time_years.year(ctx, token) or time_relative.distance(ctx, token)
    if digits > 4:
        return None
    mark = ctx.low[token.core : token.core + 1]
    if mark in "./-:" and mark and ctx.low[token.core + 1 : token.core + 2].isalnum():
        found = time_dates.slash_range(ctx, token.start) or time_dates.numeric(ctx, token) or _bare_clock(ctx, token)
        if found:
            return found
    if digits < 3:
        found = time_dates.days_of_month(ctx, token) or time_dates.shared_month(ctx, token)
        if found:
            return found
    return (
        time_relative.distance(ctx, token)
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
    phrase = ctx.longest(token)
    if phrase is not None:
        token = phrase
    kind = token.entry.kind
    if kind == "numeral":
        return _numeral(ctx, token)
    if kind in ("month", "abbreviation"):
        return time_dates.month(ctx, token) if _is_month(ctx, token) else None
    if kind == "weekday":
        return _weekday(ctx, token)
    if kind == "modifier":
        return time_relative.modified(ctx, token.start, token.end, token.entry.value)
    if kind in ("first", "last", "ordinal"):
        return (
            select(ctx, None, token)
            or (time_years.century(ctx, token) if kind == "ordinal" else None)
            or (time_relative.rolling(ctx, token.end, -1) if kind == "last" else None)
        )
    if kind == "clock":
        return _saat(ctx, token)
    if kind == "unit":
        return _saat(ctx, token) if token.entry.value == "hour" else time_relative.unit_first(ctx, token)
    return _adverb(ctx, token)


def _adverb(ctx: Context, token: Token) -> Base | None:
    kind = token.entry.kind
    if kind == "back":
        return time_relative.back(ctx, ctx.token(token.end), near=token.text == "o")
    if kind == "season":
        return time_relative.season(ctx, token, None)
    if kind == "vague":
        return Base(cal.unknown(), token.end, token.case, "vague", (), True)
    if kind == "two_back":
        return Base(ctx.unit("day", -2), token.end, "", "days")
    if kind in ("now", "days"):
        return Base(ctx.unit("day", token.entry.value), token.end, token.case, kind)
    if kind == "now_until":
        return Base(cal.unknown(), token.end, "", "now-until")
    if kind == "daytime":
        return _daytime(ctx, token)
    if kind == "year_part":
        return time_relative.year_part(ctx, token)
    if kind == "holiday":
        return Base(time_holidays.read(ctx, token), token.end, token.case, "holiday")
    return time_years.short_decade(ctx, token)


def _numeral(ctx: Context, token: Token) -> Base | None:
    value, number, end = time_dates.cardinal(ctx, token.start)
    if value is None or number is None:
        return None
    if not number.case:
        found = time_dates.day_month(ctx, value, ((token.start, end),), end)
        if found:
            return found
    return time_relative.distance(ctx, token)


def _is_month(ctx: Context, token: Token) -> bool:
    """Tell whether the word is the month and not a mine, a sowing, a gap or a name."""
    if token.entry.plural or token.entry.owned:
        return False
    blocked, stem = ctx.lexicon.data["blocked"], ctx.lexicon.stems[token.entry.value]
    before = ctx.low[max(0, token.start - 16) : token.start]
    following = ctx.token(token.end)
    if before.split()[-1:] and before.split()[-1] in blocked.get(f"{stem}_before", ()):
        return False
    if any(following.text.startswith(word) for word in blocked.get(f"{stem}_after", ())):
        return False
    lower = stem in blocked["lower"] and not ctx.text[token.start].isupper()
    if lower and token.case == "dat" and token.core == token.end and ctx.phrase(token.end, "until") < 0:
        return False
    if lower and before[-2:-1].isdecimal():
        return False
    return not (token.entry.value in blocked["names"] and not token.case and _in_name(ctx, token, following))


def _in_name(ctx: Context, token: Token, following: Token) -> bool:
    """Tell whether a capitalised word beside a capitalised month makes it a person's name: «Nisan Yılmaz», «Ali Ekim»."""
    text = ctx.text[token.start : token.core]
    if not text[0].isupper() or text.isupper() or following.entry.kind in ("unit", "month", "part"):
        return False
    if following.kind == "word" and ctx.text[following.start].isupper():
        return True
    before = ctx.text[max(0, token.start - 24) : token.start]
    words = before.split()
    inside = before[-1:] == " " and before[-2:-1].isalpha() and len(words) > 1
    return inside and words[-1][0].isupper() and not words[-2].endswith((".", ":", "!", "?", "\n"))


def _weekday(ctx: Context, token: Token) -> Base | None:
    """Read «cuma temmuz 18», «Cuma günü 15 Haziran», else a weekday alone."""
    following = ctx.token(token.end)
    if following.entry.kind == "unit" and following.entry.value == "day" and following.case == "" and not token.case:
        following = ctx.token(following.end)
    if not token.case and not token.entry.owned:
        dated = None
        if following.kind == "number":
            dated = time_dates.days_of_month(ctx, following) or time_dates.numeric(ctx, following)
        elif following.entry.kind == "month":
            dated = time_dates.month(ctx, following)
        if dated and dated.period.unit == "day":
            return dated._replace(
                period=time_dates.on_weekday(ctx, dated.period, token.entry.value), rule="date-weekday"
            )
    return time_relative.weekday(ctx, token)


def _saat(ctx: Context, token: Token) -> Base | None:
    """Read «saat 10.30'da», «saat 15.00-17.00», «saat 9'da»; «2 saat 30 dakika» is a duration."""
    if token.text not in ctx.lexicon.data["clock"]["words"] or ctx.low[token.end : token.end + 1] not in (" ", "\xa0"):
        return None
    before = ctx.low[max(0, token.start - 10) : token.start].split()
    if (
        token.text == "saat"
        and before
        and (
            (before[-1].isdecimal() and len(before[-1]) < 4)
            or ctx.lexicon.forms.get(before[-1], time_lexicon.NOTHING).kind == "numeral"
        )
    ):
        return None
    found = time_years.clock_range(ctx, token.end + 1, True)
    if found is None or not (found[2] or len(ctx.low[slice(*found[3][0])]) > 2 or ctx.phrase(found[1], "about") > 0):
        return None
    return _at(ctx, *found)


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
