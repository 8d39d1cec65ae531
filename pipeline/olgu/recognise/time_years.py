"""Grammar of years, decades and centuries, and of clock times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.numeral_roman import roman_value
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import YEARS, is_counted, is_year, year_fits
from olgu.recognise.time_digits import suffix
from olgu.recognise.time_select import select

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_RANGE = re.compile(r"[ ]?[-–—/][ ]?(\d{4}|\d{2})(?!\d)(?![.,:/-]\d)")
_CHAIN = re.compile(r"(?:[-–/][12]\d{3}){2,9}(?!\d)(?![.,:/-]\d)")
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"(?:([01]?\d|2[0-3])[.:]([0-5]\d)|24[.:]00)(?!\d)(?![.,:]\d)")
_MIDNIGHT = "24:00"
_HOUR = re.compile(r"([01]?\d|2[0-4])(?!\d)(?![.,:]\d)")
_OF_YEAR = ("month", "season", "ordinal", "first", "last", "unit", "part", "holiday", "year_part", "half")
_REPORT = re.compile(r"(1?[0-9])([ça])(20[0-9][0-9]|[0-3][0-9])(?!\w)")
_TO = re.compile(r"[ ]?[-–—][ ]?|[ ](?:ile|ila|ve)[ ]")


def year(ctx: Context, token: Token) -> Base | None:
    """Read what starts with a year: «2019'da», «2024 yılı», «2019-2023», «1990'larda», «2018/2019 sezonu»."""
    spans = ((token.start, token.core),)
    following = ctx.token(token.end)
    unit = following.entry if following.entry.kind == "unit" else None
    if not 1000 <= token.value < 2200:
        return None
    if token.case == "decade" or (token.case == "adjective" and unit and unit.plural):
        return _decade(ctx, token, token.value, spans)
    if both := _years(ctx, token):
        return both
    if unit and unit.value == "year" and not unit.plural:
        return Base(_single(token.value), following.end, following.case, "year", spans)
    if not is_year(token) and token.case not in ("loc", "abl", "ki"):
        return None
    return _cased_year(ctx, token, following, spans) if token.case else _bare_year(ctx, token, following, spans)


def _single(value: int) -> Period:
    return cal.single(Stamp(value), "year")


def _cased_year(ctx: Context, token: Token, following: Token, spans: tuple[tuple[int, int], ...]) -> Base | None:
    """Accept a year with a case ending, but not what is counted: «2000'i aşkın», «2000'den fazla»."""
    if following.text in ctx.lexicon.data["counted"]["after_case"] or token.case == "adjective":
        return None
    return Base(_single(token.value), token.end, token.case, "year", spans)


def _bare_year(ctx: Context, token: Token, following: Token, spans: tuple[tuple[int, int], ...]) -> Base | None:
    """Accept a bare year before a mark, a name, a month, a part of the year or a noun that is not counted."""
    if not year_fits(ctx, token) or _before(ctx, token):
        return None
    base = Base(_single(token.value), token.end, "", "year-bare", spans)
    if following.kind == "number":
        return base if select(ctx, base, following) else None
    if following.kind in ("end", "mark"):
        quoted = following.text in ("'", "’", "‘") and ctx.low[following.end : following.end + 1].isalpha()
        return None if following.text in ("%", "°", "/") or quoted else base
    if (ctx.longest(following) or following).entry.kind in _OF_YEAR:
        return base
    name = ctx.text[following.start].isupper() and not ctx.text[following.start : following.end].isupper()
    return base if (name or token.value % 50) and not is_counted(ctx, following) else None


def _before(ctx: Context, token: Token) -> bool:
    """Tell whether the word before makes the digits a plain number («yüzde», «no»)."""
    words = ctx.low[max(0, token.start - 14) : token.start].rstrip(" .:").rsplit(" ", 1)
    return words[-1] in ctx.lexicon.data["counted"]["before"]


def _years(ctx: Context, token: Token) -> Base | None:
    """Read «2019-2023», «2020-24», «2018/2019», «2019 ile 2023 (arasında)»."""
    match = _RANGE.match(ctx.low, token.end)
    if match is None or token.case:
        return _chain(ctx, token) if not token.case else None
    last = int(match[1])
    if last < 100:
        last += token.value // 100 * 100
    if not token.value < last < 2200 or last - token.value > 500:
        return None
    end, case = suffix(ctx, match.end())
    following = ctx.token(end)
    short = len(match[1]) == 2
    if "/" in match[0] and last != token.value + 1 and following.entry.kind != "unit":
        return None
    if not case and (is_counted(ctx, following) or (short and following.kind != "word")):
        return None
    spans = ((token.start, token.core), (match.start(1), match.end(1)))
    return Base(Period(Stamp(token.value), Stamp(last), "year"), end, case, "years", spans)


def _chain(ctx: Context, token: Token) -> Base | None:
    """Read «2011-2012-2013 yıllarında»: years one after the other."""
    match = _CHAIN.match(ctx.low, token.end)
    years = list(_YEAR.finditer(match[0])) if match else []
    if match is None or any(int(m[0]) != token.value + 1 + i for i, m in enumerate(years)):
        return None
    spans = ((token.start, token.core), *((token.end + m.start(), token.end + m.end()) for m in years))
    end, case = suffix(ctx, match.end())
    return Base(Period(Stamp(token.value), Stamp(int(years[-1][0])), "year"), end, case, "years", spans)


def report(ctx: Context, start: int) -> Base | None:
    """Read the periods of financial reports: «1Ç2020», «4Ç11'de», «9A2019»."""
    match = _REPORT.match(ctx.low, start)
    if match is None:
        return None
    number, year = int(match[1]), int(match[3])
    year += 2000 if year < 100 else 0
    end, case = suffix(ctx, match.end()) if ctx.low[match.end() : match.end() + 1] != " " else (match.end(), "")
    if match[2] == "ç":
        period = cal.months(year, 3 * number - 2, 3 * number, "quarter") if number <= 4 else None
    else:
        period = cal.months(year, 1, number, "quarter") if number in (3, 6, 9, 12) else None
    return Base(period, end, case, "report", ((start, match.end()),)) if period else None


def _decade(ctx: Context, token: Token, first: int, spans: tuple[tuple[int, int], ...]) -> Base | None:
    """Read «1990'larda», «1990'lı yıllar», «90’lı yılların sonunda»."""
    if first % 10 or first >= 2100:
        return None
    end, case = token.end, _plural_case(ctx.low[token.core : token.end])
    following = ctx.token(end)
    if following.entry.kind == "unit" and following.entry.value == "year" and following.entry.plural:
        end, case = following.end, following.case
    elif token.case == "adjective":
        return None
    return Base(
        Period(Stamp(first), Stamp(first + (99 if first % 100 == 0 and first < 1900 else 9)), "decade"),
        end,
        case,
        "decade",
        spans,
    )


def _plural_case(suffix_: str) -> str:
    """Case of «’ların», «'larda», «’lara»."""
    endings = {"n": "gen", "a": "dat", "e": "dat"}
    if suffix_.endswith(("dan", "den")):
        return "abl"
    return "loc" if suffix_.endswith(("da", "de", "ki")) else endings.get(suffix_[-1:], "")


def short_decade(ctx: Context, token: Token) -> Base | None:
    """Read «90'lı yıllar», «doksanlı yıllar», «80'lerde»."""
    value = token.value if token.kind == "number" else ctx.lexicon.data["decades"].get(token.text, -1)
    if not 10 <= value <= 90 or value % 10:
        return None
    if token.kind == "number" and token.case not in ("adjective", "decade"):
        return None
    first = (1900 if value >= 30 else 2000) + value
    return _decade(
        ctx, token if token.case == "decade" else token._replace(case="adjective"), first, ((token.start, token.core),)
    )


def century(ctx: Context, token: Token) -> Base | None:
    """Read «21. yüzyıl», «15'inci yüzyılda», «yirminci asrın»; the number stays an optional fact."""
    end = token.end
    value = token.entry.value if token.entry.kind == "ordinal" else token.value
    if token.kind == "number" and token.case != "ordinal":
        if ctx.low[end : end + 1] != ".":
            return None
        end += 1
    unit = ctx.token(end)
    if unit.entry.kind != "unit" or unit.entry.value != "century" or not 1 <= value <= 21:
        return None
    return Base(
        Period(Stamp(value * 100 - 99), Stamp(value * 100), "century"), unit.end, unit.case, "century", (), True
    )


def roman_century(ctx: Context, token: Token) -> Base | None:
    """Read «XX. yüzyılda», «XIX. asrın sonu»."""
    digits = token.text.translate(_ROMAN)
    if digits.strip("IVX") or ctx.text[token.start : token.end] != digits:
        return None
    return century(ctx, token._replace(kind="number", value=roman_value(digits)))


_ROMAN = str.maketrans("ıivx", "IIVX")


def clock(ctx: Context, start: int, after_saat: bool) -> tuple[str, int, str, tuple[int, int]] | None:
    """Read a clock time: "HH:MM", its end, its case, the span of its digits."""
    match = _CLOCK.match(ctx.low, start)
    if match:
        end, case = suffix(ctx, match.end()) if ctx.low[match.end() : match.end() + 1] != " " else (match.end(), "")
        time = f"{int(match[1]):02d}:{match[2]}" if match[1] else _MIDNIGHT
        return time, end, case, (match.start(), match.end())
    hour = _HOUR.match(ctx.low, start) if after_saat else None
    if hour:
        end, case = suffix(ctx, hour.end()) if ctx.low[hour.end() : hour.end() + 1] != " " else (hour.end(), "")
        return f"{int(hour[1]):02d}:00", end, case, (hour.start(), hour.end())
    return None


def clock_range(
    ctx: Context, start: int, after_saat: bool
) -> tuple[tuple[str, str], int, str, tuple[tuple[int, int], ...]] | None:
    """Read «15.00-17.00», «10.00 ile 12.00», «10'dan 12'ye kadar», «10.30»: both clock times, end, case, spans."""
    first = clock(ctx, start, after_saat)
    if first is None:
        return None
    if after_saat and first[2] == "abl" and ctx.low[first[1] : first[1] + 1] == " ":
        last = clock(ctx, first[1] + 1, after_saat)
        if last is not None and last[2] == "dat":
            return (first[0], last[0]), max(last[1], ctx.phrase(last[1], "until")), "", (first[3], last[3])
    join = _TO.match(ctx.low, first[1])
    last = clock(ctx, join.end(), after_saat) if join else None
    if last is None or (":" not in ctx.low[slice(*last[3])] and "." not in ctx.low[slice(*last[3])] and not last[2]):
        return (first[0], first[0]), first[1], first[2], (first[3],)
    return (first[0], last[0]), last[1], last[2], (first[3], last[3])


def at_clock(period: Period, times: tuple[str, str]) -> Period:
    """Put a clock time on a day."""
    stamp = period.first
    if not period.known or stamp is None or stamp.day is None or period.last != stamp:
        return cal.unknown()
    first, last = (_at(stamp, time) for time in times)
    return Period(first, last, "hour", period.guessed) if first and last else cal.unknown()


def _at(stamp: Stamp, time: str) -> Stamp | None:
    """Return the stamp with a clock time; the midnight that ends a day begins the next one (ISO 8601)."""
    if time != _MIDNIGHT:
        return Stamp(stamp.year, stamp.month, stamp.day, time)
    day = cal.first_day(stamp)
    following = cal.add_days(day, 1) if day else None
    return Stamp(following.year, following.month, following.day, "00:00") if following else None


__all__ = ["YEARS", "at_clock", "century", "clock_range", "short_decade", "year"]
