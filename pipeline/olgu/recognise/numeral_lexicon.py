"""The number words of Turkish and the patterns made of them, read once from `numerals.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from olgu.analyse.casing import ascii_fold

LETTERS = "a-zçğıöşüâîû"
FRACTION_SIGNS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
APOSTROPHES = "'’‘ʼ`´"
APOSTROPHE_MARKS = frozenset(APOSTROPHES)
"""The same for a look at one character, which may be none at the end of a text."""
_TWINS = {"ç": "[çc]", "ğ": "[ğg]", "ı": "[ıi]", "i": "[iı]", "ö": "[öo]", "ş": "[şs]", "ü": "[üu]"}


@dataclass(frozen=True, slots=True)
class Atom:
    """One number word: its class (a table of `[atoms]`), value and spelling."""

    kind: str
    value: Decimal
    word: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The parsed `numerals.toml`; patterns expect lower-case text."""

    table: dict[str, Any]
    atoms: dict[str, Atom]
    """Keyed by the ASCII-folded word."""
    marks: dict[str, str]
    """Class of the connecting words («virgül» → "point"), keyed by the ASCII-folded word."""
    scan: re.Pattern[str]
    """Finds every token a numeral is made of, with the character before a word; its groups end with the one that
    names the token: more (digits), rest (number word), half, mark, roman, sign."""
    opening: re.Pattern[str]
    """The same for a word at the very start of the text."""
    atom: re.Pattern[str]
    suffix: re.Pattern[str]
    """Full match of what follows the stem; the named groups are the classes of `[suffixes]`."""
    scale: re.Pattern[str]
    """A scale word or abbreviation behind digits."""
    scale_initials: frozenset[str]
    """The letters that it may begin with."""
    point_units: tuple[str, ...]
    """Beginnings of the words before which «yüzde» names a unit."""
    point_ends: frozenset[str]
    """What follows «yüz» in it."""


@cache
def lexicon() -> Lexicon:
    """Read the number grammar's word lists."""
    table = tomllib.loads(files("olgu.recognise").joinpath("numerals.toml").read_text(encoding="utf-8"))
    atoms = {
        ascii_fold(word): Atom(kind, Decimal(value), word)
        for kind, words in table["atoms"].items()
        for word, value in words.items()
    }
    atoms |= {word: Atom("scale", Decimal(value), word) for word, value in table["abbreviations"].items()}
    words = [word for group in table["atoms"].values() for word in group]
    marks = [word for group in table["marks"].values() for word in group]
    return Lexicon(
        table=table,
        atoms=atoms,
        marks={ascii_fold(word): kind for kind, group in table["marks"].items() for word in group},
        scan=re.compile(_scan(words, marks)),
        opening=re.compile(_token(words, marks)),
        atom=re.compile(_either([*words, *table["abbreviations"]])),
        suffix=_suffix(table["suffixes"]),
        scale=_scale(table),
        scale_initials=frozenset("".join(twins(word[0]) for word in _scales(table))),
        point_units=tuple(table["percent"]["unit"]),
        point_ends=frozenset(table["percent"]["ends"]),
    )


def twins(word: str) -> str:
    """Return a pattern that matches `word` with or without its Turkish letters."""
    return "".join(_TWINS.get(c, c) for c in word)


def _either(words: list[str]) -> str:
    """Return a pattern of `words` that shares their beginnings, so that a wrong letter is refused once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(_TWINS.get(letter, letter), {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    branches = [letter + _branches(below) for letter, below in node.items() if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in node else joined


def _scan(words: list[str], marks: list[str]) -> str:
    # It begins with one class of characters, which the engine looks for at full speed; every repeat is possessive or
    # bounded, so the scan is linear on any text.
    return (
        rf"[^{LETTERS}](?:(?<=[0-9])(?P<more>[0-9]*+(?:[.,:/][0-9]++)*+)"
        rf"|(?={_initials(words + marks)})(?<=\W){_token(words, marks)}"
        rf"|(?<=[{FRACTION_SIGNS}])(?P<sign>))"
    )


def _initials(words: list[str]) -> str:
    return "[" + "".join(sorted({c for word in words for c in twins(word[0]) if c not in "[]"} | set("ıivx"))) + "]"


def _token(words: list[str], marks: list[str]) -> str:
    return (
        rf"(?:(?P<mark>{_either(marks)})(?!\w)"
        rf"|(?P<word>(?>{_either(words)}{{1,40}}+))(?P<rest>[{LETTERS}]{{0,16}}+)(?!\w)"
        rf"|yarı(?P<half>[{LETTERS}]{{1,12}}+)(?!\w)"
        rf"|(?P<roman>[ıivx]{{1,7}}+)(?=[.{APOSTROPHES}]))"
    )


def _suffix(classes: dict[str, str]) -> re.Pattern[str]:
    def group(*names: str) -> str:
        return "|".join(f"(?P<{name}>{classes[name]})" for name in names)

    cases = group("accusative", "dative", "locative", "ablative", "genitive", "instrumental", "possessive", "relative")
    plain = "|".join(classes[n] for n in ("accusative", "dative", "locative", "ablative", "genitive", "instrumental"))
    tail = rf"(?P<tail>(?:{plain}|{classes['possessive']}|{classes['relative']})?(?:{classes['copula']})?)"
    derived = group("ordinal", "distributive", "vague", "plural", "noun", "adjective")
    step = f"(?P<step>{classes['noun']}|{classes['plural']})?"
    return re.compile(rf"(?:(?:{derived}){step}{tail}|(?:{cases})(?:{classes['copula']})?|{group('copula')})")


def _scale(table: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(rf"(?P<scale>{_either(_scales(table))})(?P<rest>[{LETTERS}]{{0,24}}+)(?!\w)")


def _scales(table: dict[str, Any]) -> list[str]:
    return [*table["abbreviations"], *table["atoms"]["scale"]]
