"""Grammar of lengths of time: «son 24 saatte», «iki yıl önce», «bir hafta içinde», «50 yılda»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import cardinal

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")


def rolling(ctx: Context, position: int, direction: int, loose: bool = False) -> Base | None:
    """Read the rest of «son 24 saatte», «önümüzdeki 5 yıl içinde», «geçen iki ayda», «son 6 aylık dönemde».

    `loose`: «sonraki 3 gün» in a clause about the past counts from an event and has no value.
    """
    value, number, end = cardinal(ctx, position)
    if value is None or number is None or number.case or not 0 < value < 10000:
        return None
    unit = ctx.token(end)
    if unit.text == "iş" and ctx.token(unit.end).entry.value == "day":
        unit = ctx.token(unit.end)
    name, end, case = length_unit(ctx, unit)
    if not name:
        return None
    told = ctx.date is not None and not (loose and ctx.tense(end) == "past")
    period = cal.rolling(ctx.date, name, direction * value) if ctx.date and told else cal.unknown()
    return Base(period, end, case, "rolling", (), True)


def length_unit(ctx: Context, unit: Token) -> tuple[str, int, str]:
    """Read «saatte», «yıl», «yıllık dönemde»: the unit ("" for anything else), end, case."""
    if unit.entry.kind == "unit" and not unit.entry.plural and unit.entry.value in _UNITS:
        return unit.entry.value, unit.end, unit.case
    name = str(ctx.lexicon.data["long_units"].get(unit.text, ""))
    following = ctx.token(unit.end) if name else unit
    if name and following.entry.kind == "unit" and following.entry.value == "period":
        if following.entry.plural:
            return "", unit.end, ""
        return name, following.end, following.case
    return name, unit.end, ""


def distance(ctx: Context, token: Token) -> Base | None:
    """Read «iki yıl önce», «3 gün sonra», «bir hafta içinde», «50 yılda», «3 yıldır», «9 aylık dönemde»."""
    value, _, end = cardinal(ctx, token.start)
    if value is None:
        return None
    half = ctx.token(end)
    whole = half.text != "buçuk"
    unit = ctx.token(end if whole else half.end)
    if unit.text in ctx.lexicon.data["since_units"]:
        return Base(cal.unknown(), unit.end, "", "length", (), True)
    name, end, case = length_unit(ctx, unit)
    if not name:
        return None
    following = ctx.token(end)
    sign = ctx.lexicon.data["distance"].get(following.text, 0)
    if not sign or case:
        return _length(ctx, value, name, unit, end, case)
    told = ctx.date and whole and value < 10000 and not _from_event(ctx, token.start, sign, following.end)
    period = cal.distance(ctx.date, name, sign * value) if ctx.date and told else cal.unknown()
    return Base(period, following.end, "", "distance", (), True)


def _length(ctx: Context, value: int, name: str, unit: Token, end: int, case: str) -> Base | None:
    """Read a length of time without a direction: it has no value, but for months that were named before."""
    if name == "month" and unit.entry.kind != "unit" and value in (3, 6, 9) and end > unit.end:
        return Base(ctx.months(1, value, None, end), end, case, "first-months", (), True)
    tail = ctx.phrase(end, "lengths")
    if tail > 0 and case in ("", "abl"):
        return Base(cal.unknown(), tail, "", "length", (), True)
    if case == "loc" and name == "month" and ctx.part is not None and cal.length_in_months(ctx.part) == value:
        return Base(ctx.part, end, case, "back-length", (), True)
    if case in ("loc", "ki") and name not in ("hour", "minute", "second") and value > 1:
        return Base(cal.unknown(), end, case, "length", (), True)
    return None


def _from_event(ctx: Context, start: int, sign: int, end: int) -> bool:
    """Tell whether the distance is measured from an event: «toplantıdan bir gün önce», «40 gün sonra ayrıldı»."""
    words = ctx.low[max(0, start - 40) : start].split()
    if words and words[-1] in ctx.lexicon.data["approximately"]:
        words.pop()
    if words and words[-1].endswith(("dan", "den", "tan", "ten")) and words[-1] != "bundan":
        return True
    return sign > 0 and ctx.tense(end) == "past"
