"""The words of `times.toml` in every inflected form, and the tokens that the grammar of times reads."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from olgu.analyse.casing import ascii_fold
from olgu.recognise import time_inflect


class Entry(NamedTuple):
    """What a written word is: its kind, its value and its case."""

    kind: str
    value: Any
    case: str = ""
    """"", acc, dat, loc, abl, gen, ins or ki («yıldaki»)."""
    owned: bool = False
    """True with a possessive ending («yılı», «ayında»)."""
    plural: bool = False


class Token(NamedTuple):
    """A word, a number or a mark; `text` is lower case and has no suffix after an apostrophe."""

    kind: str
    """"word", "number", "mark" or "end"."""
    text: str
    start: int
    core: int
    """End without what stands after an apostrophe."""
    end: int
    value: int
    """Of a number in digits; -1 otherwise."""
    entry: Entry
    case: str


class Lexicon(NamedTuple):
    """The words of `times.toml`, ready for look-up."""

    forms: dict[str, Entry]
    meaning: dict[tuple[str, ...], Entry]
    suffixes: dict[str, str]
    data: dict[str, Any]
    stems: dict[int, str]
    """Number of the month → its name."""
    lists: dict[str, re.Pattern[str]]
    """Word lists of the grammar, each as one pattern that starts with blanks."""
    phrases: dict[str, tuple[str, ...]]
    """First word → its phrases of several words, for `any_of`."""


NOTHING = Entry("", None)


@cache
def load() -> Lexicon:
    """Read `times.toml` and inflect its words."""
    data = tomllib.loads(resources.files(__package__).joinpath("times.toml").read_text(encoding="utf-8"))
    forms: dict[str, Entry] = {}
    for kind, words in _nouns(data):
        for stem, value in words.items():
            for form in time_inflect.noun(stem):
                forms.setdefault(form.text, Entry(kind, value, form.case, form.owned, form.plural))
    for word, value in data["months"]["abbreviations"].items():
        forms.setdefault(word, Entry("abbreviation", value))
    for text, entry in _plain_months(data):
        forms.setdefault(text, entry)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    meaning: dict[tuple[str, ...], Entry] = {}
    for text, entry in [*_numbers(data), *_fixed(data)]:
        parts = tuple(text.split())
        if len(parts) == 1:
            forms[text] = entry
        else:
            meaning.setdefault(parts, entry)
            phrases.setdefault(parts[0], []).append(parts)
    suffixes = {form: case for case, group in data["suffixes"].items() for form in group}
    stems = {number: name for name, number in data["months"].items() if isinstance(number, int)}
    lists = {name: any_of(tuple(words)) for name, words in _lists(data).items()}
    lists["counted"] = _counted(data["counted"]["stems"])
    spelled = {first: tuple(" ".join(parts) for parts in options) for first, options in phrases.items()}
    return Lexicon(forms, meaning, suffixes, data, stems, lists, spelled)


def _lists(data: dict[str, Any]) -> dict[str, list[str]]:
    tails = data["tails"]
    between = [
        "arası",
        "arasında",
        "arasındaki",
        *(f"{noun} {tail}" for noun in tails["between"] for tail in ("arasında", "arasındaki")),
    ]
    return {
        "tails": tails["words"],
        "since": tails["since"],
        "begun": tails["begun"],
        "event": tails["event"],
        "until": tails["until"],
        "after": tails["after"],
        "before": tails["before"],
        "between": between,
        "lengths": data["lengths"]["words"],
        "ending": data["ending"]["words"],
        "rest": data["rest"],
        "daytimes": data["daytimes"]["words"],
        "about": data["clock"]["about"],
    }


def _counted(stems: list[str]) -> re.Pattern[str]:
    """Counted nouns and units as they stand; those of five letters and more in any form."""
    short = "|".join(re.escape(stem) for stem in stems if len(stem) < 5)
    long = "|".join(re.escape(stem) for stem in stems if len(stem) >= 5)
    return re.compile(rf"(?:{short})(?!\w)|(?:{long})")


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of blanks and the longest of `words` that stands there; made on first use, one for each."""
    options = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"[ \t\xa0]{{0,3}}(?:{options})(?!\w)")


def _nouns(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    months = {name: number for name, number in data["months"].items() if isinstance(number, int)}
    parts = {stem: name for stem, name in data["parts"].items() if isinstance(name, str)}
    halves = dict.fromkeys(data["parts"]["half"]["words"], "half")
    whole = dict.fromkeys(data["parts"]["whole"]["words"], "whole")
    return [
        ("month", months),
        ("weekday", data["weekdays"]),
        ("unit", data["units"]),
        ("season", data["seasons"]),
        ("half", halves),
        ("part", {k: v for k, v in parts.items() if k != "son"}),
        ("part", {"son": "end"}),
        ("whole", whole),
        ("year_part", data["year_parts"]),
    ]


def _plain_months(data: dict[str, Any]) -> list[tuple[str, Entry]]:
    """Names of months with ASCII letters («agustos», «ekım» for EKIM), read only beside a day or a year."""
    found: list[tuple[str, Entry]] = []
    for stem, number in data["months"].items():
        for form in time_inflect.noun(stem) if isinstance(number, int) else ():
            plain = ascii_fold(form.text)
            spellings = {plain, plain.replace("i", "ı")} - {form.text}
            found += [(s, Entry("abbreviation", number, form.case, form.owned, form.plural)) for s in spellings]
    return found


def _numbers(data: dict[str, Any]) -> list[tuple[str, Entry]]:
    """Number words up to 99, spaced as they come; «yirmidokuz» joined; ordinals."""
    numbers, ordinals = data["numbers"], data["ordinals"]
    found = [(word, Entry("numeral", value)) for word, value in numbers.items()]
    found += [(word, Entry("ordinal", value)) for word, value in ordinals.items()]
    tens = {w: v for w, v in numbers.items() if v >= 10}
    for ten, high in tens.items():
        found += [(ten + one, Entry("numeral", high + low)) for one, low in numbers.items() if low < 10]
        found += [(ten + one, Entry("ordinal", high + low)) for one, low in ordinals.items() if low < 10]
        found += [(f"{ten} {one}", Entry("ordinal", high + low)) for one, low in ordinals.items() if low < 10]
    return found


def _fixed(data: dict[str, Any]) -> list[tuple[str, Entry]]:
    """Adverbs and modifiers."""
    found: list[tuple[str, Entry]] = []
    found += [(w, Entry("vague", None)) for w in data["vague"]["words"]]
    found += [(w, Entry("two_back", None)) for w in data["modifiers"]["two_back"]["words"]]
    found += [(w, Entry("now", 0)) for w in data["now"]["words"]]
    found += [(w, Entry("now_until", 0)) for w in data["now"]["until"]]
    for word, offset in data["days"].items():
        found += _adverb(word, offset)
    found += [(w, Entry("modifier", n)) for w, n in data["modifiers"].items() if isinstance(n, int)]
    found += [(w, Entry("back", None)) for w in data["back"]["words"]]
    found += [(w, Entry("daytime", half)) for w, half in data["clock"]["daytimes"].items()]
    found += [(w, Entry("clock", None)) for w in data["clock"]["words"] if w not in ("saat", "saatler")]
    found += [(f"haftaya {name}", Entry("next_week", number)) for name, number in data["weekdays"].items()]
    found += _holidays(data)
    found += _during(data["during"])
    for word, number in data["numbers"].items():
        found += [(f.text, Entry("day_number", number, f.case, True)) for f in time_inflect.owned(_third(word))]
    found += [("ilk", Entry("first", 1)), ("son", Entry("last", -1))]
    return found


def _third(word: str) -> str:
    """«üçü», «ikisi», «dördü»: the number with the possessive of the third person."""
    return next(f.text for f in time_inflect.noun(word[:-1] + "d" if word == "dört" else word) if f.owned)


def _holidays(data: dict[str, Any]) -> list[tuple[str, Entry]]:
    """Names of holidays in every case; a name that ends in a high vowel has a possessive («bayramı», «günü»)."""
    found: list[tuple[str, Entry]] = []
    for group, names in data["holidays"].items():
        for name, value in names.items():
            forms = time_inflect.owned(name) if name[-1] in "ıiuü" else time_inflect.noun(name)
            meaning = {"group": group, "value": value}
            possessive = name[-1] in "ıiuü"
            found += [
                (f.text, Entry("holiday", meaning, f.case)) for f in forms if f.owned == possessive and not f.plural
            ]
    return found


def _during(data: dict[str, Any]) -> list[tuple[str, Entry]]:
    """«fuar süresince», «festivali boyunca»."""
    forms = (form for stem in data["events"] for form in time_inflect.noun(stem))
    events = [form.text for form in forms if not form.case and not form.plural]
    return [(f"{event} {word}", Entry("during", None)) for event in events for word in data["words"]]


def _adverb(word: str, offset: int) -> list[tuple[str, Entry]]:
    """«dün», «dünkü», «dünden», «bugüne» …"""
    forms = [form for form in time_inflect.noun(word) if not form.owned and not form.plural]
    return [(form.text, Entry("days", offset, form.case)) for form in forms]


_TOKEN = re.compile(
    r"[ \t\xa0]{0,3}(?:(\d{1,20})(?:(?:[ ](?=.[^\W\d_]{1,12}(?![\w'’‘])))?(['’‘ʼ`´])[ ]?([^\W\d_]{1,12}))?"
    r"|([^\W\d_]{1,40})(?:['’‘ʼ`´][ ]?([^\W\d_]{1,12}))?|([^\w\s]))"
)
END = Token("end", "", 0, 0, 0, -1, NOTHING, "")


def token(low: str, position: int, lexicon: Lexicon) -> Token:
    """Read the token at `position` (after up to three blanks); a token of kind "end" at a line end."""
    match = _TOKEN.match(low, position)
    if match is None:
        return END
    kind = match.lastindex
    if kind == 4:
        start, core = match.span(4)
        text = match[4]
        entry = lexicon.forms.get(text, NOTHING)
        return Token("word", text, start, core, core, -1, entry, entry.case)
    if kind == 5:
        return _word(match, lexicon)
    if kind == 6:
        return Token("mark", match[6], match.start(6), match.end(), match.end(), -1, NOTHING, "")
    return _number(low, match, lexicon)


def _number(low: str, match: re.Match[str], lexicon: Lexicon) -> Token:
    digits, suffix = match[1], match[3]
    core = match.end(1)
    if suffix is None:
        glued = _GLUED.match(low, core)
        suffix, end = (glued[0], glued.end()) if glued else ("", core)
        case = lexicon.suffixes.get(suffix, "") if suffix else ""
        if suffix and not case:
            return Token("word", digits + suffix, match.start(1), end, end, -1, NOTHING, "")
        return Token("number", digits, match.start(1), core, end, int(digits), NOTHING, case)
    case = lexicon.suffixes.get(suffix, "")
    end = match.end(3) if case else core
    return Token("number", digits, match.start(1), core, end, int(digits), NOTHING, case)


_APOSTROPHE = re.compile(r"['’‘ʼ`´][ ]?([^\W\d_]{1,12})(?![^\W\d_])")


def suffix(low: str, end: int, lexicon: Lexicon) -> tuple[int, str]:
    """Read a case ending after an apostrophe: its end and case; `end` and "" where there is none."""
    match = _APOSTROPHE.match(low, end)
    case = lexicon.suffixes.get(match[1], "") if match else ""
    return (match.end(), case) if match and case else (end, "")


_GLUED = re.compile(r"[^\W\d_]{1,12}")


def _word(match: re.Match[str], lexicon: Lexicon) -> Token:
    """A word with an apostrophe; what follows it is left out where it is no ending."""
    text, (start, core) = match[4], match.span(4)
    entry = lexicon.forms.get(text, NOTHING)
    case = lexicon.suffixes.get(match[5], "")
    if not case:
        return Token("word", text, start, core, core, -1, entry, entry.case)
    return Token("word", text, start, core, match.end(5), -1, entry, case)
