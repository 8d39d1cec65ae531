"""Grammar of relative expressions: «geçen yıl», «bu yaz», «yılın ilk …», «aynı dönemde»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import cardinal, days_of_month
from olgu.recognise.time_lengths import length_unit, rolling
from olgu.recognise.time_lexicon import NOTHING
from olgu.recognise.time_weekdays import modified_weekday, weekday_of_week

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_CALENDAR_UNITS = ("year", "month", "week", "quarter", "day", "weekend")
_NEAR = 600
"""Characters within which «o dönem», «bu dönem» point back."""


def modified(ctx: Context, start: int, end: int, offset: int) -> Base | None:
    """Read what follows «bu», «geçen», «gelecek» …: a unit, month, day, weekday, season or number of units."""
    word = ctx.low[start:end]
    token = ctx.token(end)
    kind = token.entry.kind
    if kind == "unit":
        return _unit(ctx, token, offset, word)
    if token.entry.plural:
        return None
    if kind == "weekday":
        return modified_weekday(ctx, token, offset, word)
    if kind == "month":
        return None if word == "bu" and _is_common(ctx, token) else _month(ctx, token, offset)
    if kind == "season":
        return season(ctx, token, offset)
    return _numbered(ctx, token, offset, word)


def _is_common(ctx: Context, token: Token) -> bool:
    """Tell whether the name of a month is a common word here: «bu aralıkta»."""
    common = ctx.lexicon.stems[token.entry.value] in ctx.lexicon.data["blocked"]["lower"]
    return common and not ctx.text[token.start].isupper() and ctx.token(token.end).entry.kind != "unit"


def _numbered(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
    """Read «geçen | 19 Şubat'ta», «bir önceki | üç aylık dönem», «geçen | 5 yılda»."""
    if word == "bir önceki" and token.entry.kind == "numeral":
        return _before_length(ctx, token.start)
    date = days_of_month(ctx, token) if token.kind == "number" else None
    if date is not None:
        return date._replace(period=_beside(ctx, date.period, offset))
    if token.entry.kind in ("numeral", "") and word in ctx.lexicon.data["rolling"]:
        loose = word in ("önceki", "sonraki")
        return rolling(ctx, token.start, ctx.lexicon.data["rolling"][word], loose)
    return None


def _beside(ctx: Context, period: Period, offset: int) -> Period:
    """Put a chosen year before (`offset` < 0) or after the date of the article."""
    day = cal.first_day(period.first) if period.guessed and period.first else None
    if day is None or ctx.date is None:
        return period
    if offset < 0 and day > ctx.date:
        return cal.with_year(period, day.year - 1)
    return cal.with_year(period, day.year + 1) if offset > 0 and day < ctx.date else period


def _before_length(ctx: Context, position: int) -> Base | None:
    """Read «bir önceki | üç aylık dönem»: it has no value."""
    value, _, end = cardinal(ctx, position)
    name, end, case = length_unit(ctx, ctx.token(end))
    return Base(cal.unknown(name), end, case, "relative-back", (), True) if value and name else None


def _unit(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
    unit = token.entry.value
    if unit not in _CALENDAR_UNITS or token.entry.plural:
        pointing = word in ctx.lexicon.data["back"]["unit_words"] and unit in ("period", "date")
        return back(ctx, token, near=True) if pointing and not token.entry.plural else _vague(token, offset)
    if unit == "day":
        return _vague(token, offset) if offset < 0 and word != "bir önceki" else None
    following = ctx.token(token.end)
    if unit == "week" and not token.case:
        found = _in_week(ctx, following, offset)
        if found:
            return found
    if word == "bir önceki" and ctx.date is None:
        return Base(_before_last(ctx, unit), token.end, token.case, "relative-back")
    quarter_year = unit == "quarter" and following.text == "yıl"
    return Base(ctx.unit(unit, offset), following.end if quarter_year else token.end, token.case, "relative-unit")


def _in_week(ctx: Context, token: Token, offset: int) -> Base | None:
    """Read «geçen hafta | salı», «gelecek hafta | sonunda»."""
    if token.entry.kind == "weekday":
        return weekday_of_week(ctx, token, offset)
    if token.entry.kind == "part" and token.entry.value == "end" and token.entry.owned and not token.entry.plural:
        return Base(ctx.unit("weekend", offset), token.end, token.case, "weekend")
    return None


def _vague(token: Token, offset: int) -> Base | None:
    """Read «önümüzdeki dönemde», «geçen yıllarda», «geçen gün»: they have no value."""
    if offset == 0 or token.entry.value in ("date", "century", "minute", "second"):
        return None
    return Base(cal.unknown(), token.end, token.case, "vague", (), True)


def _before_last(ctx: Context, unit: str) -> Period:
    """Return the unit before the one of the period named last."""
    first = cal.first_day(ctx.last.first) if ctx.last and ctx.last.first else None
    return cal.unit_at(first, unit, -1) if first else cal.unknown()


def _month(ctx: Context, token: Token, offset: int) -> Base:
    """«geçen mart»: the last one that is over; «bu eylül»: of this year; «önümüzdeki mart»: the next."""
    month = token.entry.value
    following = ctx.token(token.end)
    end, case = (
        (following.end, following.case)
        if following.entry.kind == "unit" and following.entry.value == "month"
        else (token.end, token.case)
    )
    if ctx.date is None:
        return Base(cal.unknown("month"), end, case, "relative-month")
    year = ctx.date.year
    if offset < 0:
        year -= month >= ctx.date.month
    elif offset > 0:
        year += month <= ctx.date.month
    return Base(cal.single(Stamp(year, month), "month"), end, case, "relative-month")


def season(ctx: Context, token: Token, offset: int | None) -> Base | None:
    """Read «bu yaz», «geçen kış», «yaz aylarında», «kış mevsiminde», «yaz sonunda»; «bu yazı» is a text."""
    if token.case == "acc" or token.entry.owned:
        return None
    first, last = token.entry.value
    following = ctx.token(token.end)
    end, case, named = token.end, token.case, False
    if (
        following.entry.kind == "unit" and following.entry.value in ("month", "season", "period")
    ) or following.text.startswith("mevsim"):
        end, case, named = following.end, following.case, True
    if offset is None and not named and not _parted(ctx, token, following):
        return None
    if ctx.date is None or offset is None:
        period = ctx.months(first, last, None, end) if offset is None else cal.unknown()
        return Base(period, end, case, "season")
    year, month, over = ctx.date.year, ctx.date.month, last
    if last < first:  # January and February are the last months of a winter that began the year before
        over = last + 12
        if month <= last:
            year, month = year - 1, month + 12
    if offset < 0:
        year -= over >= month
    elif offset > 0:
        year += first <= month
    elif last < first and month < first and ctx.tense(end) == "past":
        year -= 1
    return Base(cal.months(year, first, last, "season"), end, case, "season")


def _parted(ctx: Context, season: Token, following: Token) -> bool:
    """Tell whether a bare season is followed by a part of it; «Bahar sonunda geldi» speaks of a person."""
    words = ctx.lexicon.data["seasons_of"]
    part = following.text in words["whole"] or (following.entry.kind == "part" and following.entry.owned)
    return part and (season.text not in words["given_names"] or ctx.low[season.start] == ctx.text[season.start])


def back(ctx: Context, unit: Token, near: bool = False) -> Base | None:
    """Read «aynı dönemde», «söz konusu yılda», «o tarihte»: the period named last."""
    name = unit.entry.value
    if unit.entry.kind != "unit" or unit.entry.plural or name in ("hour", "minute", "second", "century"):
        return None
    named = ctx.stretch if name == "period" else ctx.last
    if near and unit.start - ctx.last_end > _NEAR:
        named = None
    period = _widened(named, name) if named is not None else cal.unknown()
    return Base(period, unit.end, unit.case, "back")


def _widened(last: Period, unit: str) -> Period:
    """Return the period named last, or the year or month that holds it."""
    stamp = last.first
    if unit in ("period", "season", "date", "quarter", "week"):
        return last
    if stamp is None:
        return cal.unknown()
    if unit == "year":
        return cal.single(Stamp(stamp.year), "year") if stamp.year is not None else cal.unknown()
    if unit == "month" and stamp.month is not None and last.unit in ("day", "month"):
        return cal.single(Stamp(stamp.year, stamp.month), "month")
    return last if unit == "day" and last.unit == "day" else cal.unknown()


def unit_first(ctx: Context, token: Token) -> Base | None:
    """Read «yılın | ilk yarısı», «ayın | 21'i», «yıl | sonunda», «hafta sonunda», «yıl boyunca»."""
    unit, entry = token.entry.value, token.entry
    bare = not (entry.plural or entry.owned) and entry.case in ("", "gen")
    if unit not in ("year", "month", "week") or not bare or _counted_before(ctx, token.start):
        return None
    following = ctx.token(token.end)
    part = following.entry.kind in ("part", "whole") and following.entry.owned and not following.entry.plural
    if unit == "week" and part and following.entry.value == "end":
        return Base(_weekend(ctx, following.end), following.end, following.case, "weekend")
    if unit == "year" and token.case == "" and following.text in ctx.lexicon.data["whole_year"]:
        year = ctx.date.year if ctx.date else ctx.year
        whole = cal.single(Stamp(year), "year") if year is not None else cal.unknown("year")
        return Base(whole, following.end, "", "unit")
    if token.case == "" and not part:
        return None
    if unit != "year":
        return Base(ctx.unit(unit, 0), token.end, token.case, "unit")
    year = ctx.date.year if ctx.date else ctx.year
    return Base(cal.single(Stamp(year), "year", guessed=True), token.end, token.case, "unit")


def _counted_before(ctx: Context, start: int) -> bool:
    """Tell whether a number or «birkaç», «her» stands before: «15-20 yıl boyunca», «ikinci yılın»."""
    words = ctx.low[max(0, start - 16) : start].split()
    if not words or not ctx.low[start - 1].isspace():
        return False
    word = words[-1].rstrip(".")
    if word != words[-1] and ctx.text[start].isupper():
        return False  # a sentence ends before
    kind = ctx.lexicon.forms.get(word, NOTHING).kind
    return word[-1:].isdecimal() or kind in ("numeral", "ordinal") or word in ctx.lexicon.data["counting"]


def weekend(ctx: Context, token: Token) -> Base | None:
    """Read «haftasonu» written as one word."""
    return Base(_weekend(ctx, token.end), token.end, token.case, "weekend") if token.entry.owned else None


def _weekend(ctx: Context, position: int) -> Period:
    if ctx.date is None:
        return cal.unknown()
    past = ctx.tense(position) == "past" and ctx.date.weekday() < 5
    return cal.unit_at(ctx.date, "weekend", -1 if past else 0)


def year_part(ctx: Context, token: Token) -> Base | None:
    """Read «yılsonunda»: the last month of the year."""
    if not token.entry.owned:
        return None
    year = ctx.date.year if ctx.date else ctx.year
    if year is None:
        return Base(cal.unknown("month"), token.end, token.case, "part")
    return Base(cal.single(Stamp(year, 12), "month"), token.end, token.case, "part")
