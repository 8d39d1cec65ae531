"""Find the phrases that date something and resolve them against the article's date.

Policy for what the phrase leaves open (with its reasons in docs/times.md):

* «geçen», «bu», «gelecek» + year, month, week: the calendar unit before, of, after the article's date; weeks start on
  Monday.
* «N yıl/ay önce» is as exact as its unit (a year, a month); weeks and days give a day.
* «son N», «önümüzdeki N»: years up to or from the year of the date ("2014/2024"); months, weeks and days whole days
  beside the date, without it; hours the days they touch.
* A weekday, month or day without a year: by the tense of its clause the last or the next one; without a verb the next
  weekday, the nearest month or day (another year than the article's must be nearer by 60 days), the next holiday (for
  30 days still the last). «-den bu yana» moves a chosen year back.
* Days from one to another without a year are chosen as a whole: those that hold the date, else as above.
* «yılın …», «ilk çeyrek»: the year of the date; the last one where the clause is past and the months lie ahead.
* An article without a date: relative words have no value; months, days and quarters take the year that the text names
  with months or quarters (`year_of`), else "XXXX". A clock time without a day has none either.
* «aynı dönemde», «söz konusu dönemde»: the period named last; «geçen yılın aynı dönemi»: that period of last year.
"""

from __future__ import annotations

import datetime as dt

from olgu.analyse import casing
from olgu.article import Time
from olgu.recognise import time_scan
from olgu.recognise.time_context import Context
from olgu.recognise.time_ranges import close
from olgu.recognise.time_read import read

_LINE = 400
"""Characters of a line of a chronicle that its year heads."""


def find(text: str, date: dt.date | None = None, low: str | None = None) -> list[Time]:
    """Return the time phrases of `text`, sorted, never overlapping; `date` is that of the article.

    Offsets are code points of `text`. `value` is ISO 8601/EDTF, None where it needs a date the article lacks. `rule`
    names the grammar rule that made it, `calendar` the numbers in it that are calendar points. `low` is `text` in
    lower case, for a caller that has it already.
    """
    low = casing.lower(text) if low is None else low
    ctx = Context(text, low, date)
    found: list[Time] = []
    search = time_scan.starts().search
    start, position = (0 if time_scan.opens(low) else -1), 0
    while True:
        if start < 0:
            match = search(low, position)
            if match is None:
                return found
            start = match.start() + 1
        time = _time(ctx, start) if not low[start].isdecimal() or _is_free(low, start) else None
        if time is not None:
            found.append(time)
        position = start if time is None else time.end - 1
        start = -1


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
