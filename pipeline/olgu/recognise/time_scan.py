"""Where a time phrase may start: one pattern over the whole text, so that the grammar runs only there.

The words stand in the pattern as a trie, and words that are common in other uses («bir», «bu», «son», a bare number)
only together with the beginning of the word that makes them a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from olgu.recognise import time_inflect, time_lexicon

_ALONE = (
    "month", "weekday", "year_part", "vague", "now", "now_until", "two_back", "days", "holiday", "next_week", "during",
)  # fmt: skip
_BEFORE_TIME = ("numeral", "ordinal", "first", "last", "modifier", "back")
_APOSTROPHE = "['’‘ʼ`´]"


_ENDING = (
    r"(?:l[ae]r)?(?:(?:(?<=[aeıioöuü])s)?[ıiuü](?:n(?=[ıiuüaed])|(?=y))?)?"
    r"(?:[dt][ae](?:n|k[ıi])?|k[ıiü]|(?:(?<=[aeıioöuü])[ny])?(?:[ae]|[ıiuü]n?)|(?:(?<=[ıiuüae])y)?l[ae])?"
)
"""Plural, possessive of the third person and case, as `time_inflect` writes them, without their vowel harmony."""
_LONGEST = 12
"""Letters of an ending that is looked for; a longer one only makes the pattern longer."""

_OPENING = 400
"""Characters at the start of a text that are enough to tell whether a phrase begins it."""


def opens(low: str) -> bool:
    """Tell whether a phrase may start with the very first character of `low`, lower-case text."""
    return starts().match("\n" + low[:_OPENING]) is not None


@cache
def starts() -> re.Pattern[str]:
    """Return the pattern of the places where the grammar has to look, made once of the words of `times.toml`.

    It is for lower-case text and matches from the character before the phrase on.
    """
    lexicon = time_lexicon.load()
    singles = [word for word, entry in lexicon.forms.items() if entry.kind in _ALONE]
    singles += [word for word, e in lexicon.forms.items() if e.kind == "unit" and e.value == "weekend"]
    singles = [word for word in singles if not word.startswith("pazar") or word.startswith("pazartesi")]
    phrases = [" ".join(words) for words, entry in lexicon.meaning.items() if entry.kind in _ALONE]
    alone = _inflected([*singles, *phrases, *lexicon.data["decades"]])
    short_months = [word for word, entry in lexicon.forms.items() if entry.kind == "abbreviation"]
    short = _inflected(short_months)
    months = _beginnings([*_stems(lexicon.data, ("months",)), *short_months])
    named = _stems(lexicon.data, ("months", "weekdays", "units", "seasons", "long_units"))
    timelike = _beginnings([*named, "yarı", "iş"])
    words = {kind: _words(lexicon, (kind,)) for kind in _BEFORE_TIME}
    numbers = trie([*words["numeral"], "buçuk"])
    before = trie([word for group in words.values() for word in group])
    parts = _beginnings([*lexicon.data["unit_followers"], *words["numeral"], *words["ordinal"]])
    days = trie(list(lexicon.data["clock"]["daytimes"]))
    season_words = [word for word, entry in lexicon.forms.items() if entry.kind == "season"]
    seasons = _inflected(season_words)
    of_seasons = "|".join(word for group in ("words", "parts", "whole") for word in lexicon.data["seasons_of"][group])
    units, clock = _unit_words(lexicon), lexicon.data["clock"]
    blank = r"[ \t\xa0]{1,3}"
    grammar = (
        rf"(?:{alone}(?!\w)"
        rf"|pazar(?!\w)(?=[ ]?$|{blank}(?:gün|sabah|akşam|gece|öğle|[0-9]|{months}))"
        rf"|{before}{blank}(?=[0-9]|{numbers}{blank}|{timelike})"
        rf"|{trie(units)}{blank}(?={parts}|[0-9])"
        rf"|{seasons}{blank}(?={of_seasons})"
        rf"|{days}{blank}(?:saat )?(?=[0-9])"
        rf"|{short}\.?[ ](?=[0-9])"
        rf"|[ıivx]{{1,5}}\.[ ](?:yüzyıl|as[ıi]?r)"
        rf"|{_digits(lexicon, months, timelike, short)})"
    )
    heads = _heads(
        [singles, ["pazar"], phrases, units, season_words, *words.values()],
        [lexicon.data["decades"], clock["daytimes"], short_months],
    )
    # It begins with one class of characters, which the engine looks for at full speed, and looks at the first letters
    # of a word before it tries the grammar.
    inside = rf"[^a-zçğıöşüâîû0-9_](?=[0-9]|[ıivx]{{1,5}}\.|{heads})(?<=\W){grammar}"
    return re.compile(inside)


def _heads(*groups: list[Iterable[str]]) -> str:
    """Return a pattern of the first four letters of all words."""
    return _beginnings(sorted({w[:4] for lists in groups for words in lists for w in words if not w[0].isdecimal()}))


def _unit_words(lexicon: time_lexicon.Lexicon) -> list[str]:
    units = ("year", "month", "week", "hour")
    entries = [(word, entry) for word, entry in lexicon.forms.items() if entry.kind == "unit" and entry.value in units]
    return [*(w for w, e in entries if not e.owned and e.case in ("", "gen")), *lexicon.data["clock"]["words"]]


def _digits(lexicon: time_lexicon.Lexicon, months: str, timelike: str, short: str) -> str:
    """A year, or one or two digits (up to four before a unit) with what makes them a time."""
    suffixes = trie([s for case in ("ordinal", "adjective", "decade") for s in lexicon.data["suffixes"][case]])
    about = _beginnings(lexicon.data["clock"]["about"])
    options = [
        rf"[./-](?:[0-9]{{1,2}}[./-]|{months})",
        r"/[0-9]{1,2}(?![0-9])",
        r":[0-5][0-9](?![0-9])",
        rf"\.[0-5][0-9](?:{_APOSTROPHE}[dt]|[ ](?:{about})|[ ]?[-–]|[ ]il[ae][ ])",
        rf"[ ]?[-–—/][ ]?[0-9]{{1,2}}[ ]{{1,2}}{months}",
        rf"[ ](?:ile|ila)[ ][0-9]{{1,2}}[ ]{months}",
        r"(?:,[ ]|[ ]ve[ ]|[ ]veya[ ]|[ ]ya da[ ])[0-9]{1,2}[ ,]",
        rf"\.?[ \xa0]{{0,3}}(?:{timelike}|buçuk|{short}(?!\w))",
        rf"{_APOSTROPHE}?{suffixes}[ .,]",
        rf"{_APOSTROPHE}s?[ıiuü][ ]haftas",
        r"[ça](?:20[0-9][0-9]|[0-3][0-9])(?![0-9])",
    ]
    return rf"(?:1[0-9]|2[01])[0-9][0-9](?![0-9])|[0-9]{{1,4}}(?![0-9])(?={'|'.join(options)})"


def _words(lexicon: time_lexicon.Lexicon, kinds: tuple[str, ...]) -> list[str]:
    single = [word for word, entry in lexicon.forms.items() if entry.kind in kinds]
    return [*single, *(" ".join(words) for words, entry in lexicon.meaning.items() if entry.kind in kinds)]


def _stems(data: dict[str, Any], tables: tuple[str, ...]) -> list[str]:
    """Stems without a last consonant that a suffix would soften (çeyrek, çeyreği)."""
    names = [name for table in tables for name, value in data[table].items() if not isinstance(value, dict)]
    soft = [name[:-1] if name[-1] == "k" and len(name) > 4 else name for name in names]
    return [*soft, *(time_inflect.DROPPED[name] for name in names if name in time_inflect.DROPPED)]


def trie(words: Iterable[str]) -> str:
    """Return a pattern of the words that shares their beginnings; blanks match any blank."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_pattern(root)})"


def _beginnings(words: Iterable[str]) -> str:
    """Return a pattern of the words for the end of a look-ahead: of two of which one begins the other, the shorter."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return trie(kept)


def _inflected(words: Iterable[str]) -> str:
    """Return a pattern of the words in which each ending stands once and not after every word that may take it.

    It matches some words more («marttaki», but «nisantaki» too), which the grammar does not know.
    """
    bare, ending = set[str](), re.compile(_ENDING)
    for word in sorted(words, key=len):
        cuts = range(max(1, len(word) - _LONGEST), len(word))
        if not any(word[:n] in bare and ending.fullmatch(word, n) for n in cuts):
            bare.add(word)
    return trie(bare) + _ENDING


def _pattern(node: dict[str, Any]) -> str:
    options = [_letter(c) + _pattern(rest) for c, rest in sorted(node.items()) if c]
    if not options:
        return ""
    if len(options) == 1 and "" not in node:
        return options[0]  # a group less: most of the time that compiling takes goes to groups
    joined = f"(?:{'|'.join(options)})"
    return joined + "?" if "" in node else joined


def _letter(letter: str) -> str:
    return r"[ \xa0]" if letter == " " else re.escape(letter)
