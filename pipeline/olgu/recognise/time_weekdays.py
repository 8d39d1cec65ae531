"""Grammar of weekdays: «pazartesi günü», «geçen salı», «gelecek hafta cuma», «Pazartesi 21'inde»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period
from olgu.recognise.time_context import Base, Context

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token


def weekday_of_week(ctx: Context, token: Token, offset: int) -> Base:
    """Read a weekday of the week `offset` weeks away: «gelecek hafta | salı»."""
    week = ctx.unit("week", offset)
    monday = cal.first_day(week.first) if week.first else None
    period = cal.day(cal.add_days(monday, token.entry.value)) if monday else cal.unknown()
    return Base(period, token.end, token.case, "weekday-of-week")


def modified_weekday(ctx: Context, token: Token, offset: int, word: str) -> Base | None:
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
    numbered = _weekday_day(ctx, token, ctx.token(end)) if not case else None
    return numbered or Base(_by_tense(ctx, token.entry.value, end), end, case, "weekday")


def _by_tense(ctx: Context, weekday: int, position: int) -> Period:
    if ctx.date is None:
        return cal.unknown()
    ahead = (weekday - ctx.date.weekday() - 1) % 7 + 1
    if ctx.tense(position) == "past":
        ahead -= 7
    return cal.day(cal.add_days(ctx.date, ahead))


def is_week_of(token: Token) -> bool:
    """Tell whether the word is a week that something owns: «haftası», «haftasında», «haftasının»."""
    return token.entry.kind == "unit" and token.entry.value == "week" and token.entry.owned and not token.entry.plural


def week_of_number(ctx: Context, number: Token) -> Base | None:
    """Read «18'i haftasına»: the week of the last, next or nearest day of this number."""
    if number.case != "acc" or not 1 <= number.value <= 31:
        return None
    week = ctx.token(number.end)
    if not is_week_of(week):
        return None
    sides = {"past": range(-62, 1), "future": range(63)}.get(ctx.tense(week.end), range(-62, 63))
    dates = [cal.add_days(ctx.date, n) for n in sorted(sides, key=abs)] if ctx.date else []
    date = next((date for date in dates if date.day == number.value), None)
    period = cal.unit_at(date, "week", 0) if date else cal.unknown("week")
    return Base(period, week.end, week.case, "week-of-day", ((number.start, number.core),))


def _weekday_day(ctx: Context, token: Token, number: Token) -> Base | None:
    """Read «Pazartesi 21'inde»: the nearest 21st that is a Monday."""
    if ctx.date is None or number.kind != "number" or not number.case or not 1 <= number.value <= 31:
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
    if following.text.startswith(tuple(blocked.get(f"{stem}_after", ()))):
        return True
    if before and before[-1] in blocked.get(f"{stem}_before", ()):
        return True
    if token.entry.value != 6:
        return token.case in ("gen", "ins", "acc") and stem != "cumartesi"
    alone = token.start < 3 and token.end > len(ctx.low) - 3
    return not (alone or following.text in ctx.lexicon.data["daytimes"]["words"])
