"""Open sides and ranges: «-den bu yana», «-e kadar», «2019'dan 2023'e», «3 Mart - 5 Nisan»."""

from __future__ import annotations

import re
from collections.abc import Callable

from olgu.recognise import time_calendar as cal
from olgu.recognise.time_calendar import Period, Stamp
from olgu.recognise.time_context import Base, Context
from olgu.recognise.time_span import span

Reader = Callable[[Context, int], Base | None]
_DASH = re.compile(r"[ ]?[-–—][ ]?(?=\w)")
_WITH = re.compile(r"[ ](?:ile|ilâ|ila)[ ]")


def close(ctx: Context, base: Base, read: Reader) -> Base:
    """Read what opens or joins the phrase; `read` reads another one."""
    if base.case == "loc" and base.period.known and (begun := _since_event(ctx, base)) is not None:
        return begun
    if base.case == "abl":
        base = _from(ctx, base, read)
    elif base.case in ("dat", "decade") and (end := ctx.phrase(base.end, "until")) > 0:
        return base._replace(period=_until(ctx, base.period, end), end=end, case="", rule=base.rule + "-until")
    elif base.case in ("", "ins"):
        base = _joined(ctx, base, read) or _beside(ctx, base)
    end = ctx.phrase(base.end, "tails")
    return base._replace(end=end) if end > 0 else base


_EVENT = re.compile(
    r"(?:[ ][^\W\d_]{1,24}(?:['’][^\W\d_]{1,8})?){0,4}?[ ][^\W\d_]{1,24}"
    r"(?:m[ae]s[ıi]nd[ae]n|[dt][ıiuü]ğ[ıiuü]nd[ae]n|[ıiuü]ş[ıiuü]nd[ae]n)(?!\w)"
)
"""«3 Haziran 2018'de | Ali Koç'un başkan seçilmesinden | bu yana»."""


def _since_event(ctx: Context, base: Base) -> Base | None:
    """Read on to the end of what began then: «1979'da | başlamasından itibaren» is open to the right."""
    event = _EVENT.match(ctx.low, base.end)
    end = ctx.phrase(event.end(), "event") if event else -1
    if end < 0:
        return None
    return base._replace(period=_since(ctx, base), end=end, case="", rule=base.rule + "-since")


def _until(ctx: Context, period: Period, end: int) -> Period:
    """Open to the left; a chosen year that is over moves on, for a limit lies ahead in a clause about the future."""
    last = cal.last_day(period.last) if period.last and period.guessed else None
    if last and ctx.date and period.last and period.last.year and last < ctx.date and ctx.tense(end) == "future":
        period = cal.with_year(period, period.last.year + 1)
    return Period(None, period.last, period.unit, period.guessed, period.known and period.last is not None)


def _since(ctx: Context, base: Base) -> Period:
    """Open to the right; a chosen year that lies ahead moves back, and so does a weekday before «beri», «bu yana»."""
    period = base.period
    if base.rule == "weekday" and period.first and ctx.date:
        day = cal.first_day(period.first)
        ahead = day and day > ctx.date and ctx.phrase(base.end, "begun") > 0
        return cal.since(cal.day(cal.add_days(day, -7)) if day and ahead else period)
    first = cal.first_day(period.first) if period.first and period.guessed else None
    if first and ctx.date and period.first and period.first.year and first > ctx.date:
        period = cal.with_year(period, period.first.year - 1)
    return cal.since(period)


def _from(ctx: Context, base: Base, read: Reader) -> Base:
    """Read what follows an ablative."""
    following = ctx.token(base.end)
    if following.text in ("sonraki", "önceki"):
        shifted = _shifted(ctx, base, 1 if following.text == "sonraki" else -1, following.end)
        if shifted:
            return shifted
    second = read(ctx, following.start) if following.kind in ("word", "number") else None
    if second and second.case == "dat" and second.period.unit not in ("hour",):
        end = ctx.phrase(second.end, "until")
        period = span(ctx, base.period, second.period, second.end)
        if following.text != "bugüne":
            return Base(period, end if end > 0 else second.end, "", "from-to", (*base.calendar, *second.calendar))
    end = ctx.phrase(base.end, "since")
    if end > 0 and base.rule != "length":
        ahead = ctx.low.startswith("itibaren", end - 8)
        period = cal.since(base.period) if ahead else _since(ctx, base)
        return base._replace(period=period, end=end, case="", rule=base.rule + "-since")
    if following.text in ("önce", "öncesi", "öncesine", "önceki") and base.rule != "days":
        return base._replace(
            period=_until(ctx, base.period, following.end), end=following.end, case="", rule=base.rule + "-before"
        )
    return base


def _shifted(ctx: Context, base: Base, sign: int, position: int) -> Base | None:
    """Read «gelecek haftadan sonraki hafta», «dünden önceki gün»."""
    unit = ctx.token(position)
    stamp = base.period.first
    if unit.entry.kind != "unit" or unit.entry.value != base.period.unit or unit.entry.plural:
        return None
    start = cal.first_day(stamp) if stamp else None
    period = cal.unit_at(start, unit.entry.value, sign) if start and base.period.known else cal.unknown()
    return Base(period, unit.end, unit.case, "shifted", base.calendar)


def _joined(ctx: Context, base: Base, read: Reader) -> Base | None:
    """Read «3 Mart - 5 Nisan», «8 Ağu - 12 Ağu», «3 Mart ile 5 Nisan arasında», «2019 ile 2023 arasında»."""
    if base.period.unit not in ("day", "month", "year", "quarter") or base.rule in (
        "days",
        "relative-unit",
        "rolling",
        "distance",
        "length",
    ):
        return None
    dash = _DASH.match(ctx.low, base.end) if base.period.unit in ("day", "month") else None
    join = dash or _WITH.match(ctx.low, base.end)
    position = join.end() if join else base.end + 1 if base.case == "ins" else -1
    second = read(ctx, position) if position > 0 else None
    if second is None or second.period.unit != base.period.unit:
        return None
    between = ctx.phrase(second.end, "between")
    if not dash and between < 0 and not ctx.low[second.end - 9 : second.end].startswith(("arası", "rasında")):
        return None
    return Base(
        span(ctx, base.period, second.period, second.end),
        second.end,
        second.case,
        "range",
        (*base.calendar, *second.calendar),
    )


def _beside(ctx: Context, base: Base) -> Base:
    """Read «2018 sonrası», «2018 öncesinde»."""
    if base.period.unit not in ("year", "day", "month") or base.rule in ("days", "distance", "rolling", "length"):
        return base
    end = ctx.phrase(base.end, "after")
    if end > 0:
        return base._replace(period=_since(ctx, base), end=end, rule=base.rule + "-since")
    end = ctx.phrase(base.end, "before")
    if end > 0:
        return base._replace(period=_until(ctx, base.period, end), end=end, rule=base.rule + "-before")
    return base


__all__ = ["Stamp", "close"]
