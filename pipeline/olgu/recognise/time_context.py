"""What the grammar of times knows beside the phrase: the article's date, its year, and the period named last."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from olgu.recognise import time_calendar as cal
from olgu.recognise import time_lexicon
from olgu.recognise.time_calendar import Period, Stamp, Tense

if TYPE_CHECKING:
    import datetime as dt

    from olgu.recognise.time_lexicon import Lexicon, Token

_CLAUSE = 240
"""Characters in which the verb of a phrase is looked for."""


class Base(NamedTuple):
    """A phrase as far as it is read."""

    period: Period
    end: int
    case: str
    rule: str
    calendar: tuple[tuple[int, int], ...] = ()
    open_end: bool = False


@dataclass(slots=True)
class Context:
    """One text and what is known while it is read from left to right."""

    text: str
    low: str
    date: dt.date | None
    lexicon: Lexicon = field(default_factory=time_lexicon.load)
    year: int | None = None
    """The year of an article without a date, where its text tells it plainly."""
    last: Period | None = None
    """The period named last, for «o yıl»."""
    last_end: int = -1
    """Where its phrase ends."""
    stretch: Period | None = None
    """The period named last that is longer than a day, for «aynı dönemde»."""
    part: Period | None = None
    """The part of a year named last, for «geçen yılın aynı dönemi»."""

    def token(self, position: int) -> Token:
        """Read the token at `position`."""
        return time_lexicon.token(self.low, position, self.lexicon)

    def phrase(self, position: int, options: tuple[str, ...]) -> int:
        """Return the end of the first of `options` (longest first) that stands at `position`, else -1."""
        start = position
        while start < len(self.low) and start < position + 3 and self.low[start] in " \t\xa0":
            start += 1
        if start == position and position and self.low[position - 1].isalnum():
            return -1
        for option in options:
            end = start + len(option)
            if self.low.startswith(option, start) and not self.low[end : end + 1].isalnum():
                return end
        return -1

    def longest(self, token: Token) -> Token | None:
        """Return the longest phrase of several words that starts with `token`, with the suffix after an apostrophe."""
        for words in self.lexicon.phrases.get(token.text, ()):
            core = self.phrase(token.start, (" ".join(words),))
            if core > 0:
                entry = self.lexicon.meaning[words]
                end, case = time_lexicon.suffix(self.low, core, self.lexicon)
                text = self.low[token.start : core]
                return token._replace(entry=entry, core=core, end=end, case=case or entry.case, text=text)
        return None

    def tense(self, position: int) -> Tense:
        """Return the time of the first verb after `position` in the sentence."""
        for match in _verbs().finditer(self.low, position, position + _CLAUSE):
            if match[1]:
                return ""
            if match[2]:
                return "future"
            if match[0] not in _no_verbs():
                return "past"
        return ""

    def unit(self, unit: str, offset: int) -> Period:
        """Return the calendar unit `offset` away from the article's date."""
        if self.date:
            return cal.unit_at(self.date, unit, offset)
        return cal.unknown(unit)

    def in_year(self, month: int, last_month: int, day: int | None, position: int) -> int | None:
        """Choose the year of a month or day without one."""
        if self.date:
            return cal.nearest_year(self.date, month, last_month, day, self.tense(position))
        return self.year

    def month(self, month: int, year: int | None, position: int) -> Period:
        """Return a month; the year is chosen where it is None."""
        if year is not None:
            return cal.single(Stamp(year, month), "month")
        return cal.single(Stamp(self.in_year(month, month, None, position), month), "month", guessed=True)

    def months(self, first: int, last: int, year: int | None, position: int) -> Period:
        """Return months of a year; the year is chosen where it is None."""
        if year is not None:
            return cal.months(year, first, last, "quarter")
        return cal.months(self.in_year(first, last, None, position), first, last, "quarter", guessed=True)

    def day(self, day: int, month: int, year: int | None, position: int) -> Period:
        """Return a day; the year is chosen where it is None."""
        if year is not None:
            return cal.single(Stamp(year, month, day), "day")
        return cal.single(Stamp(self.in_year(month, month, day, position), month, day), "day", guessed=True)

    def remember(self, period: Period) -> None:
        """Keep the period for phrases that point back."""
        if not period.known or (period.first or period.last) is None or period.unit in ("hour", "decade", "century"):
            return
        self.last = period
        if period.unit != "day":
            self.stretch = period
        if period.unit not in ("day", "year") and period.first and period.last:
            self.part = period

    def same_in(self, year: Period) -> Period:
        """Return the period named last, in the year of `year`: «geçen yılın aynı dönemi»."""
        stamp = year.first
        if self.part is None or not year.known or stamp is None:
            return cal.unknown("quarter")
        return replace(cal.with_year(self.part, stamp.year), guessed=False)


@cache
def _verbs() -> re.Pattern[str]:
    """Group 1: the end of the sentence; group 2: a future form; neither: a past form."""
    tense = time_lexicon.load().data["tense"]
    past = f"(?:{'|'.join(tense['past'])})(?:{'|'.join(sorted(tense['past_persons'], key=len, reverse=True))})"
    future = "|".join(sorted(tense["future"], key=len, reverse=True))
    return re.compile(rf"([.!?\n](?=\s|$))|[^\W\d_]{{0,30}}?(?:({future})|{past})(?![^\W\d_])")


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(time_lexicon.load().data["tense"]["no_verbs"])


@cache
def _dated_year() -> re.Pattern[str]:
    """A year beside a month, a quarter, a half or a date in digits."""
    data = time_lexicon.load().data
    months = "|".join(name[:4] for name, number in data["months"].items() if isinstance(number, int))
    beside = "|".join([*data["dated_year"]["words"], months])
    year = "((?:19|20)[0-9]{2})(?![0-9])"
    return re.compile(
        rf"(?:{months})[^\W\d_]{{0,6}}['’]?[ ]?{year}|{year}(?=[^.\n]{{0,25}}?\b(?:{beside}))|[0-9]{{1,2}}[./][0-9]{{1,2}}[./]{year}"
    )


def year_of(low: str) -> int | None:
    """Return the year an undated article is about.

    It is the latest that its first 20,000 characters name with a month or a quarter, among those named so at least
    half as often as any other; or the year after it, where the text names that one too.
    """
    counts = Counter(int(match[1] or match[2] or match[3]) for match in _dated_year().finditer(low, 0, 20000))
    if not counts:
        return None
    most = max(counts.values())
    year = max(year for year, count in counts.items() if 2 * count >= most)
    return year + 1 if re.search(rf"(?<![0-9.,]){year + 1}(?![0-9])", low[:20000]) else year
