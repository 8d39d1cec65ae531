"""What the grammar of times knows beside the phrase: the article's date, its year, and the period named last."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from olgu.recognise import time_calendar as cal
from olgu.recognise import time_lexicon
from olgu.recognise.time_calendar import Period, Stamp, Tense

if TYPE_CHECKING:
    import datetime as dt

    from olgu.recognise.time_lexicon import Lexicon, Token

_KEPT = 200
_UNREAD = -1
"""The year of an article that nobody has asked for yet."""
_CLAUSE = 240
"""Characters in which the verb of a phrase is looked for."""
_READ = 20000
"""Characters of a text in which it is looked for the article's year."""


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
    last: Period | None = None
    """The period named last, for «o yıl»."""
    last_end: int = -1
    heading: int | None = None
    """The year that heads a line of a chronicle, «2004: 26 Aralık'ta …»."""
    heading_end: int = 0
    """Where its phrase ends."""
    stretch: Period | None = None
    """The period named last that is longer than a day, for «aynı dönemde»."""
    days: Period | None = None
    """The days from one to another named last, for «fuar süresince»."""
    _tokens: dict[int, Token] = field(default_factory=dict)
    part: Period | None = None
    """The part of a year named last, for «geçen yılın aynı dönemi»."""
    _year: int | None = _UNREAD
    _told: int | None = _UNREAD

    @property
    def told_year(self) -> int | None:
        """The year in which an article without a date was written, where a contrast in its text tells it."""
        if self._told == _UNREAD:
            self._told = None if self.date else contrasted_year(self.low)
        return self._told

    @property
    def year(self) -> int | None:
        """The year of an article without a date, where its text tells it plainly."""
        if self._year == _UNREAD:
            self._year = None if self.date else year_of(self.low)
        return self._year

    def token(self, position: int) -> Token:
        """Read the token at `position`; the last ones are kept."""
        tokens = self._tokens
        if position in tokens:
            return tokens[position]
        if len(tokens) > _KEPT:
            tokens.clear()
        found = tokens[position] = time_lexicon.token(self.low, position, self.lexicon)
        return found

    def phrase(self, position: int, name: str) -> int:
        """Return the end of the longest phrase of the list `name` at `position`, else -1."""
        match = self.lexicon.lists[name].match(self.low, position)
        if match is None or (self.low[position].isalnum() and position and self.low[position - 1].isalnum()):
            return -1
        return match.end()

    def longest(self, token: Token) -> Token | None:
        """Return the longest phrase of several words that starts with `token`, with the suffix after an apostrophe."""
        phrases = self.lexicon.phrases.get(token.text)
        match = time_lexicon.any_of(phrases).match(self.low, token.start) if phrases else None
        if match is None:
            return None
        entry, core = self.lexicon.meaning[tuple(match[0].split())], match.end()
        end, case = time_lexicon.suffix(self.low, core, self.lexicon)
        return token._replace(entry=entry, core=core, end=end, case=case or entry.case, text=match[0])

    def tense(self, position: int) -> Tense:
        """Return the time of the first verb after `position` in the sentence."""
        for match in _verbs().finditer(self.low, position, position + _CLAUSE):
            if match[1]:
                return ""
            if match[2]:
                return "future"
            if not match[0].isspace() and _word_at(self.low, match.start(), match.end()) not in _no_verbs():
                return "past"
        return ""

    def unit(self, unit: str, offset: int) -> Period:
        """Return the calendar unit `offset` away from the article's date."""
        if self.date:
            return cal.unit_at(self.date, unit, offset)
        if unit == "year" and self.told_year is not None:
            return cal.single(Stamp(self.told_year + offset), "year")
        hint = self.year + offset if unit == "year" and self.year is not None else None
        return cal.unknown(unit)._replace(hint=hint)

    def headed(self, position: int) -> bool:
        """Tell whether a year heads the line of the phrase that ends at `position`."""
        return position < self.heading_end and self.heading is not None

    def in_year(self, month: int, last_month: int, day: int | None, position: int) -> int | None:
        """Choose the year of a month or day without one."""
        if self.headed(position):
            return self.heading
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
        if period.first and period.last and period.first.day and period.last.day and period.first != period.last:
            self.days = period
        if period.unit not in ("day", "year") and period.first and period.last:
            self.part = period

    def same_in(self, year: Period) -> Period:
        """Return the period named last, in the year of `year`: «geçen yılın aynı dönemi»."""
        number = year.first.year if year.known and year.first else year.hint
        if self.part is None or (number is None and not year.known):
            return cal.unknown("quarter")
        return cal.with_year(self.part, number)._replace(guessed=False)


@cache
def _verbs() -> re.Pattern[str]:
    """Group 1: the end of the sentence; group 2: a future ending; neither: a past ending."""
    tense = time_lexicon.load().data["tense"]
    past = f"(?:{'|'.join(tense['past'])})(?:{'|'.join(sorted(tense['past_persons'], key=len, reverse=True))})"
    future = "|".join(sorted(tense["future"], key=len, reverse=True))
    return re.compile(rf"([.!?\n](?=\s|$))|(?:((?:acağ|eceğ|acak|ecek)[^\W\d_]{{0,8}}|{future})|{past})(?![^\W\d_])")


def _word_at(low: str, start: int, end: int) -> str:
    """Return the word that ends at `end`; at most 24 letters of it."""
    while start > end - 24 and start > 0 and low[start - 1].isalpha():
        start -= 1
    return low[start:end]


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(time_lexicon.load().data["tense"]["no_verbs"])


_YEAR = re.compile(r"(?:19|20)[0-9][0-9](?![0-9])")


@cache
def _beside_year() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a year that is named with a month, a quarter, a half or a day.

    «2011 yılının aynı dönemi» tells that the article is about the year after.
    """
    data = time_lexicon.load().data
    months = "|".join(name[:4] for name, number in data["months"].items() if isinstance(number, int))
    beside = "|".join([*data["dated_year"]["words"], months])
    before = re.compile(rf"(?:\b(?:{months})[^\W\d_]{{0,6}}['’]?[ ]?|[0-9][./][0-9]{{1,2}}[./])\Z")
    after = re.compile(rf"[^.\n]{{0,33}}?\b(?:{beside})")
    same = re.compile(r"[^.\n]{0,20}?[ ]aynı[ ](?:dönem|ay|çeyre)")
    return before, after, same


@cache
def _contrast() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a year's clause up to what ends it, and of the year after it in the same sentence."""
    data = time_lexicon.load().data["dated_year"]
    inside = r"(?:[^.;\n]|\.(?=[0-9]))"
    ends = "|".join(data["contrast"])
    year = rf"((?:19|20)[0-9][0-9])(?:['’]?[dt][ae]|[ ](?:{'|'.join(data['in_year'])}))[ ]"
    clause = rf"{year}{inside}{{1,120}}?(?:\b|(?<=[aeıiuü]r))(?:{ends})\b"
    return re.compile(clause), re.compile(rf"{inside}{{1,120}}?\b({'|'.join(data['after'])})(?!\w)(?!['’])")


def contrasted_year(low: str) -> int | None:
    """Return the year of an article without a date that contrasts a year with the one after: «2018'de …ken, geçen yıl».

    The text has to name the year after, too, and all such contrasts have to agree.
    """
    clause, after = _contrast()
    offsets: dict[str, int] = time_lexicon.load().data["dated_year"]["after"]
    told: set[int] = set()
    for match in clause.finditer(low, 0, _READ):
        found = after.match(low, match.end(), match.end() + _CLAUSE)
        year = int(match[1]) + 1
        if found and re.search(rf"(?<![0-9]){year}(?![0-9])", low):
            told.add(year - offsets[found[1]])
    return told.pop() if len(told) == 1 else None


def year_of(low: str) -> int | None:
    """Return the year an undated article is about.

    It is the latest that its first characters name with a month or a quarter, among those named so at least
    half as often as any other; or the year after it, where the text names that one too.
    """
    before, after, same = _beside_year()
    years: Counter[int] = Counter()
    dated: Counter[int] = Counter()
    for match in _YEAR.finditer(low, 0, _READ):
        start, end = match.span()
        if low[start - 1 : start].isdecimal():
            continue
        years[int(match[0])] += 1
        if same.match(low, end, end + 40):
            dated[int(match[0]) + 1] += 1
        elif before.search(low, max(0, start - 16), start) or after.match(low, end, end + 33):
            dated[int(match[0])] += 1
    if not dated:
        return None
    most = max(dated.values())
    year = max(year for year, count in dated.items() if 2 * count >= most)
    return year + 1 if year + 1 in years else year
