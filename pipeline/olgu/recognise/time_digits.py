"""Grammar of dates in digits: 03.03.2024, 2024-03-03, 23/Eyl/2020, «28/2-1/3»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_span import span

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)(?!\2\d)(?![.,/]\d)")
_YMD = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)(?![.,/-]\d)")
_DNY = re.compile(r"(\d{1,2})([./-])([^\W\d_]{3,9})\2(\d{4})(?!\d)")
_YND = re.compile(r"(\d{4})([./-])([^\W\d_]{3,9})\2(\d{1,2})(?!\d)")
_DAY_FIRST = ((_DMY, (4, 3, 1)), (_DNY, (4, 3, 1)))
_YEAR_FIRST = ((_YMD, (1, 3, 4)), (_YND, (1, 3, 4)))
_DM = re.compile(r"(\d{1,2})/(\d{1,2})(?!\d)(?![.,/]\d)")
_DASH = re.compile(r"[ ]?[-–—][ ]?")


def suffix(ctx: Context, end: int) -> tuple[int, str]:
    """Read a case ending after digits («03.03.2024'te», «10.30'da»): its end and case."""
    match = _SUFFIX.match(ctx.low, end)
    case = ctx.lexicon.suffixes.get(match[1], "") if match else ""
    return (match.end(), case) if match and case else (end, "")


_SUFFIX = re.compile(r"['’‘ʼ`´]?[ ]?(?<=['’‘ʼ`´ \d])([^\W\d_]{1,12})(?![^\W\d_])")


def numeric(ctx: Context, token: Token) -> Base | None:
    """Read a date in digits: 03.03.2024, 3/3/2024, 2024-03-03, 23/Eyl/2020."""
    start = token.start
    for pattern, order in _YEAR_FIRST if len(token.text) == 4 else _DAY_FIRST:
        match = pattern.match(ctx.low, start)
        if match is None:
            continue
        name = match[order[1]]
        month = int(name) if name.isdecimal() else _month_value(ctx, name)
        year, day = int(match[order[0]]), int(match[order[2]])
        if year < 100 and match[2] == "-":
            continue
        if year < 100:
            year += 2000 if year < 70 else 1900
        if year >= 1000 and cal.valid(year, month, day):
            end, case = _glued(ctx, match.end())
            return Base(cal.single(Stamp(year, month, day), "day"), end, case, "date-digits", ((start, match.end()),))
    return None


def _glued(ctx: Context, end: int) -> tuple[int, str]:
    """Read a suffix only where nothing but an apostrophe parts it from the digits."""
    if ctx.low[end : end + 1] == " ":
        return end, ""
    return suffix(ctx, end)


def _month_value(ctx: Context, name: str) -> int:
    entry = ctx.lexicon.forms.get(name)
    return int(entry.value) if entry and entry.kind in ("month", "abbreviation") else 0


def slash_range(ctx: Context, start: int) -> Base | None:
    """Read «28/2-1/3» and «25/10'dan 25/01'e»: two days, not both proper fractions."""
    first = _DM.match(ctx.low, start)
    if first is None:
        return None
    end, case = _glued(ctx, first.end())
    dash = _DASH.match(ctx.low, end) if case != "abl" else None
    position = dash.end() if dash else end + 1
    second = _DM.match(ctx.low, position) if dash or case == "abl" else None
    if second is None:
        return None
    pairs = [(int(m[1]), int(m[2])) for m in (first, second)]
    last_end, last_case = _glued(ctx, second.end())
    fractions = all(day < month for day, month in pairs) and case != "abl"
    if fractions or not all(cal.valid(None, m, d) for d, m in pairs) or (case == "abl" and last_case != "dat"):
        return None
    if case == "abl":
        last_end, last_case = max(last_end, ctx.phrase(last_end, "until")), ""
    left, right = (ctx.day(*pair, None, last_end) for pair in pairs)
    spans = ((start, first.end()), (second.start(), second.end()))
    return Base(span(ctx, left, right, last_end), last_end, last_case, "date-range", spans)
