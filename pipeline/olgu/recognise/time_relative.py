"""Grammar of relative expressions: «geçen yıl», «son 24 saatte», «iki yıl önce», «bu cuma», «aynı dönemde»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_dates import cardinal, days_of_month
from olgu.recognise.time_lexicon import NOTHING

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token

_NEAR = 600
"""Characters within which «o dönem», «bu dönem» point back."""


def modified(ctx: Context, start: int, end: int, offset: int) -> Base | None:
    """Read what follows «bu», «geçen», «gelecek» …: a unit, a month, a day, a weekday, a season or a number of units."""
    word = ctx.low[start:end]
    token = ctx.token(end)
    kind = token.entry.kind
    if kind == "unit":
        return _unit(ctx, token, offset, word)
    if token.entry.plural:
        return None
    if kind == "weekday":
        return _weekday(ctx, token, offset, word)
    if kind == "month":
        return _month(ctx, token, offset)
    if kind == "season":
        return season(ctx, token, offset)
    return _numbered(ctx, token, offset, word)


def _numbered(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
    """Read «geçen | 19 Şubat'ta», «bir önceki | üç aylık dönem», «geçen | 5 yılda»."""
    if word.endswith("önceki") and token.entry.kind == "numeral":
        return _before_length(ctx, token.start)
    date = days_of_month(ctx, token) if token.kind == "number" else None
    if date is not None:
        return date._replace(period=_beside(ctx, date.period, offset))
    if token.entry.kind in ("numeral", "") and word in ctx.lexicon.data["rolling"]:
        return rolling(ctx, token.start, ctx.lexicon.data["rolling"][word])
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
    name, end, case = _length_unit(ctx, ctx.token(end))
    return Base(cal.unknown(name), end, case, "relative-back", (), True) if value and name else None


def _unit(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
    unit = token.entry.value
    if unit not in ("year", "month", "week", "quarter", "day", "weekend") or token.entry.plural:
        if word in ctx.lexicon.data["back"]["unit_words"] and unit in ("period", "date") and not token.entry.plural:
            return back(ctx, token, near=True)
        return _vague(token, offset)
    if unit == "day":
        return _vague(token, offset) if offset < 0 and word != "bir önceki" else None
    following = ctx.token(token.end)
    if unit == "week" and following.entry.kind == "weekday" and not token.case:
        return weekday_of_week(ctx, following, offset)
    end, case = token.end, token.case
    if unit == "week" and following.text in ("sonu", "sonunda", "sonuna", "sonundan"):
        return Base(ctx.unit("weekend", offset), following.end, following.case, "weekend")
    if unit == "quarter" and following.text == "yıl":
        end = following.end
    if word == "bir önceki" and ctx.date is None:
        return Base(_before_last(ctx, unit), end, case, "relative-back")
    return Base(ctx.unit(unit, offset), end, case, "relative-unit")


def _vague(token: Token, offset: int) -> Base | None:
    """Read «önümüzdeki dönemde», «geçen yıllarda», «geçen gün»: they have no value."""
    if offset == 0 or token.entry.value in ("date", "century", "minute", "second"):
        return None
    return Base(cal.unknown(), token.end, token.case, "vague", (), True)


def _before_last(ctx: Context, unit: str) -> Period:
    """Return the unit before the one of the period named last."""
    first = cal.first_day(ctx.last.first) if ctx.last and ctx.last.first else None
    return cal.unit_at(first, unit, -1) if first else cal.unknown()


def weekday_of_week(ctx: Context, token: Token, offset: int) -> Base:
    week = ctx.unit("week", offset)
    monday = cal.first_day(week.first) if week.first else None
    period = cal.day(cal.add_days(monday, token.entry.value)) if monday else cal.unknown()
    return Base(period, token.end, token.case, "weekday-of-week")


def _weekday(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
    """«bu»/«gelecek»: the next one; «geçen»: the last one; «önceki»: that of the week before."""
    if token.entry.owned or (token.entry.value == 6 and token.case and token.core == token.end):
        return None
    if ctx.date is None:
        return Base(cal.unknown(), token.end, token.case, "weekday")
    if word == "önceki":
        return weekday_of_week(ctx, token, -1)
    ahead = (token.entry.value - ctx.date.weekday() - 1) % 7 + 1
    date = cal.add_days(ctx.date, ahead if offset >= 0 else (ahead - 7 if ahead < 7 else -7))
    return Base(cal.day(date), token.end, token.case, "weekday")


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
    """Read «bu yaz», «geçen kış», «yaz aylarında», «kış mevsiminde»; «bu yazı» is a text."""
    if token.case == "acc" or token.entry.owned:
        return None
    first, last = ctx.lexicon.data["seasons"][_season_name(ctx, token)]
    following = ctx.token(token.end)
    end, case, named = token.end, token.case, False
    if (
        (following.entry.kind == "unit"
        and following.entry.value in ("month", "season", "period"))
        or following.text.startswith("mevsim")
    ):
        end, case, named = following.end, following.case, True
    if offset is None and not named:
        return None
    if ctx.date is None or offset is None:
        period = ctx.months(first, last, None, end) if offset is None else cal.unknown()
        return Base(period, end, case, "season")
    year = ctx.date.year
    if offset < 0:
        year -= (last if last >= first else 12) >= ctx.date.month
    elif offset > 0:
        year += first <= ctx.date.month
    return Base(cal.months(year, first, last, "season"), end, case, "season")


def _season_name(ctx: Context, token: Token) -> str:
    return next(name for name, months in ctx.lexicon.data["seasons"].items() if months == token.entry.value)


def rolling(ctx: Context, position: int, direction: int) -> Base | None:
    """Read the rest of «son 24 saatte», «önümüzdeki 5 yıl içinde», «geçen iki ayda», «son 6 aylık dönemde»."""
    value, number, end = cardinal(ctx, position)
    if value is None or number is None or number.case or not 0 < value < 10000:
        return None
    unit = ctx.token(end)
    if unit.text == "iş" and ctx.token(unit.end).entry.value == "day":
        unit = ctx.token(unit.end)
    name, end, case = _length_unit(ctx, unit)
    if not name:
        return None
    period = cal.rolling(ctx.date, name, direction * value) if ctx.date else cal.unknown()
    return Base(period, end, case, "rolling", (), True)


def _length_unit(ctx: Context, unit: Token) -> tuple[str, int, str]:
    """Read «saatte», «yıl», «yıllık dönemde»: the unit, end, case."""
    if (
        unit.entry.kind == "unit"
        and not unit.entry.plural
        and unit.entry.value in ("hour", "day", "week", "month", "quarter", "year", "minute", "second")
    ):
        return unit.entry.value, unit.end, unit.case
    name = ctx.lexicon.data["long_units"].get(unit.text, "")
    if not name:
        return "", unit.end, ""
    following = ctx.token(unit.end)
    if following.entry.kind == "unit" and following.entry.value == "period":
        return name, following.end, following.case
    return name, unit.end, ""


def distance(ctx: Context, token: Token) -> Base | None:
    """Read «iki yıl önce», «3 gün sonra», «bir hafta içinde», «50 yılda», «3 yıldır», «9 aylık dönemde»."""
    value, _, end = cardinal(ctx, token.start)
    if value is None:
        return None
    whole = True
    half = ctx.token(end)
    if half.text == "buçuk":
        end, whole = half.end, False
    unit = ctx.token(end)
    if unit.text in ctx.lexicon.data["since_units"]:
        return Base(cal.unknown(), unit.end, "", "length", (), True)
    name, end, case = _length_unit(ctx, unit)
    if not name:
        return None
    following = ctx.token(end)
    sign = ctx.lexicon.data["distance"].get(following.text, 0)
    if sign and not case:
        told = ctx.date and whole and value < 10000 and not _from_event(ctx, token.start, sign, following.end)
        period = cal.distance(ctx.date, name, sign * value) if ctx.date and told else cal.unknown()
        return Base(period, following.end, "", "distance", (), True)
    if unit.entry.kind != "unit" and value in (3, 6, 9) and end > unit.end:
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


def weekday(ctx: Context, token: Token) -> Base | None:
    """Read a weekday: by the tense of its clause the last or the next one, the next where there is no verb."""
    if token.entry.plural or token.entry.owned:
        return None
    following = ctx.token(token.end)
    end, case = token.end, token.case
    if following.entry.kind == "unit" and following.entry.value == "day" and not token.case:
        if following.entry.plural:
            return None
        end, case = following.end, following.case
    elif _other_sense(ctx, token, following):
        return None
    number = ctx.token(end)
    if number.kind == "number" and number.case and 1 <= number.value <= 31 and not case:
        found = _weekday_day(ctx, token, number)
        if found:
            return found
    if ctx.date is None:
        return Base(cal.unknown(), end, case, "weekday")
    ahead = (token.entry.value - ctx.date.weekday() - 1) % 7 + 1
    if ctx.tense(end) == "past":
        ahead -= 7
    return Base(cal.day(cal.add_days(ctx.date, ahead)), end, case, "weekday")


def _weekday_day(ctx: Context, token: Token, number: Token) -> Base | None:
    """Read «Pazartesi 21'inde»: the nearest 21st that is a Monday."""
    if ctx.date is None:
        return None
    for offset in sorted(range(-70, 71), key=lambda n: (abs(n), n)):
        date = cal.add_days(ctx.date, offset)
        if date.day == number.value and date.weekday() == token.entry.value:
            return Base(cal.day(date), number.end, number.case, "weekday-day", ((number.start, number.core),))
    return None


def _other_sense(ctx: Context, token: Token, following: Token) -> bool:
    """Tell whether the word is no weekday: a market, a place, a name."""
    blocked = ctx.lexicon.data["blocked"]
    stem = next(name for name, n in ctx.lexicon.data["weekdays"].items() if n == token.entry.value)
    before = ctx.low[max(0, token.start - 16) : token.start].split()
    if any(following.text.startswith(word) for word in blocked.get(f"{stem}_after", ())):
        return True
    if before and before[-1] in blocked.get(f"{stem}_before", ()):
        return True
    if token.entry.value != 6:
        return token.case in ("gen", "ins", "acc") and stem != "cumartesi"
    alone = not ctx.low[: token.start].strip() and not ctx.low[token.end :].strip(" .!?")
    return not (alone or following.text in ctx.lexicon.data["daytimes"]["words"])


def unit_first(ctx: Context, token: Token) -> Base | None:
    """Read «yılın | ilk yarısı», «ayın | 21'i», «yıl | sonunda», «hafta sonunda», «yıl boyunca»."""
    unit = token.entry.value
    if (
        unit not in ("year", "month", "week")
        or token.entry.plural
        or token.entry.owned
        or token.case not in ("", "gen")
    ):
        return None
    following = ctx.token(token.end)
    if (
        (token.case == ""
        and unit == "week"
        and following.entry == ctx.lexicon.forms["sonu"])
        or (following.text in ("sonunda", "sonuna", "sonundan", "sonundaki")
        and unit == "week")
    ):
        return Base(_weekend(ctx, following.end), following.end, following.case, "weekend")
    if unit == "year" and token.case == "" and following.text in ctx.lexicon.data["whole_year"]:
        year = ctx.date.year if ctx.date else ctx.year
        whole = cal.single(Stamp(year), "year") if year is not None else cal.unknown("year")
        return Base(whole, following.end, "", "unit")
    if token.case == "" and not (following.entry.kind in ("part", "whole") and following.entry.owned):
        return None
    if ctx.date is None and unit != "year":
        return Base(cal.unknown(), token.end, token.case, "unit")
    if unit == "year":
        return Base(
            cal.single(Stamp(ctx.date.year if ctx.date else ctx.year), "year", guessed=True),
            token.end,
            token.case,
            "unit",
        )
    return Base(ctx.unit(unit, 0), token.end, token.case, "unit")


def _counted_before(ctx: Context, start: int) -> bool:
    """Tell whether a number, «birkaç» or «her» stands before: «15-20 yıl boyunca», «ikinci yılın»."""
    words = ctx.low[max(0, start - 16) : start].split()
    if not words:
        return False
    known = ctx.lexicon.forms.get(words[-1].rstrip("."), NOTHING)
    return (
        words[-1][-1].isdecimal() or known.kind in ("numeral", "ordinal") or words[-1] in ctx.lexicon.data["counting"]
    )


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
