"""Case, possessive and number of nouns, guessed from the last suffixes; the lexicon holds only bare nouns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_VOWELS = frozenset("aeıioöuüâîû")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")


@dataclass(frozen=True, slots=True)
class NounForm:
    """A guess at a noun form. `lemma` is the bare noun, lower case."""

    lemma: str
    case: str
    """"nom", "acc", "dat", "loc", "abl", "gen", "ins", or "acc|poss" where a final -ı may be either."""
    possessed: bool = False
    """True with a possessive of the third person, -(s)I or -lArI."""
    plural: bool = False
    relative: bool = False
    """True with -ki: "altındaki"."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "nouns.toml").read_text(encoding="utf-8"))


@cache
def _bare() -> frozenset[str]:
    return frozenset(_data()["bare"].split())


@cache
def _openings() -> frozenset[str]:
    """The first four letters of the nouns that `_known` looks for."""
    return frozenset(word[:4] for word in _bare())


# Outermost suffix first. Each: case, what it can end in, pattern of the ending; what is before it is read on.
_CASES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("loc", ("da", "de", "ta", "te"), re.compile(r"[dt][ae]$")),
    ("abl", ("dan", "den", "tan", "ten"), re.compile(r"[dt][ae]n$")),
    ("ins", ("la", "le"), re.compile(r"(?<=[aeıioöuü])yl[ae]$|(?<=[bcçdfgğhjklmnprsştvyz])l[ae]$")),
    ("gen", ("ın", "in", "un", "ün"), re.compile(r"(?<=[aeıioöuü])n[ıiuü]n$|(?<=[bcçdfgğhjklmnprsştvyz])[ıiuü]n$")),
    ("dat", ("a", "e"), re.compile(r"(?<=[aeıioöuü])y[ae]$|(?<=[bcçdfgğhjklmnprsştvyz])[ae]$|(?<=[ıiuü])n[ae]$")),
    ("acc", ("ı", "i", "u", "ü"), re.compile(r"(?<=[aeıioöuü])y[ıiuü]$|(?<=[ıiuü])n[ıiuü]$")),
)
_KI = re.compile(r"(?<=[dt][ae])ki(?:ler)?$")
_FINAL_I = re.compile(r"(?<=[bcçdfgğhjklmnprsştvyz])[ıiuü]$")
_SI = re.compile(r"(?<=[aeıioöuü])s[ıiuü]$")
_PLURAL_POSS = ("ları", "leri", "lari", "lerı")


_CONSONANTS = re.compile(r"[^aeıioöuüâîû]+")


def _vowels(text: str) -> int:
    return len(_CONSONANTS.sub("", text))


def _harmonic(stem: str, suffix: str) -> bool:
    """True where the first vowel of `suffix` agrees with the last of `stem` in backness (loans may not)."""
    last = next((c for c in reversed(stem) if c in _VOWELS), "")
    first = next((c for c in suffix if c in _VOWELS), "")
    return not last or not first or (last in "aıouâû") == (first in "aıou")


def _harden(stem: str) -> str:
    """Undo softening and a dropped vowel: "kitab" → "kitap", "artığ" → "artık", "hacm" → "hacim"."""
    full: str | None = _data()["dropped"].get(stem)
    if full is not None:
        return full
    if _vowels(stem) > 1 and stem[-1:] in ("b", "c", "d", "ğ") and len(stem) > 3:
        return stem[:-1] + {"b": "p", "c": "ç", "d": "t", "ğ": "k"}[stem[-1]]
    return stem


def _number(stem: str) -> tuple[str, bool]:
    if len(stem) > 4 and stem.endswith(("lar", "ler")) and stem not in _bare():
        return stem[:-3], True
    return stem, False


def _inner(stem: str, case: str) -> NounForm:
    """Read possessive and plural of what is left of a case suffix; `stem` ends in pronominal n where it had one."""
    if case in ("loc", "abl") and stem.endswith("n") and len(stem) > 2 and stem[-2] in "ıiuü" and stem not in _bare():
        stem = stem[:-1]
        return _possessed(stem, case)
    if stem[-1:] in "ıiuü" and stem not in _bare() and case in ("acc!", "dat!", "gen!", "ins!"):
        return _possessed(stem, case[:-1])
    lemma, plural = _number(stem)
    return NounForm(_harden(lemma), case.rstrip("!"), False, plural)


def _possessed(stem: str, case: str) -> NounForm:
    """Read `stem` as a noun with -(s)I."""
    if len(stem) > 5 and stem.endswith(_PLURAL_POSS):
        return NounForm(stem[:-4], case, True, True)
    if _SI.search(stem):
        return NounForm(stem[:-2], case, True)
    return NounForm(_harden(stem[:-1]), case, True)


def _suffixed(word: str) -> NounForm | None:
    for case, endings, pattern in _CASES:
        match = pattern.search(word, len(word) - 5 if len(word) > 5 else 0) if word.endswith(endings) else None
        if match is None:
            continue
        stem, suffix = word[: match.start()], match.group()
        if _vowels(stem) == 0 or len(stem) < (3 if stem[-1] in _VOWELS else 2) or not _harmonic(stem, suffix):
            continue
        pronominal = suffix[0] == "n" or (suffix[0] == "y" and case == "ins") or (case == "gen" and suffix[0] == "n")
        marked = f"{case}!" if pronominal and case in ("acc", "dat", "gen", "ins") else case
        return _inner(stem, marked)
    return None


@lru_cache(maxsize=16384)
def noun(word: str) -> NounForm:
    """Return the likeliest reading of a lower-case word, an apostrophe allowed, as a noun form."""
    if not word.isalpha() or "ʼ" in word:  # a letter to Unicode
        parts = _APOSTROPHE.split(word, maxsplit=1)
        if len(parts) == 2 and parts[0] and parts[1]:
            return _after_apostrophe(parts[0], parts[1])
    if word in _bare() or _vowels(word) < 2:
        return NounForm(word, "nom")
    known = _known(word)
    if known is not None:
        return known
    relative = _KI.search(word) if word.endswith(("ki", "kiler")) else None
    if relative:
        form = _suffixed(word[: relative.start()])
        return NounForm(form.lemma if form else word, "nom", form.possessed if form else False, False, True)
    form = _suffixed(word)
    if form is not None:
        return form
    return _uninflected(word)


def _known(word: str) -> NounForm | None:
    """Read a listed noun with suffixes: «tahmini» is tahmin-i, not tahmi-ni."""
    if word[:4] not in _openings():
        return None
    bare = _bare()
    for cut in range(len(word) - 1, max(3, len(word) - 9), -1):
        head = word[:cut]
        if head in bare:
            form = _after_apostrophe(head, word[cut:])
            if form.case != "nom" or form.plural or form.possessed:
                return form
    return None


def _uninflected(word: str) -> NounForm:
    """Read a word without a certain case suffix: possessive, plural, a final -ı that may be either, or bare."""
    if len(word) > 5 and word.endswith(_PLURAL_POSS):
        return NounForm(word[:-4], "acc|poss", False, True)
    if _SI.search(word) and (_vowels(word) > 2 or (word[-3] in "aeou" and len(word) > 4)):
        return NounForm(word[:-2], "nom", True)
    if _FINAL_I.search(word) and len(word) > 3:
        return NounForm(_harden(word[:-1]), "acc|poss")
    lemma, plural = _number(word)
    return NounForm(lemma, "nom", False, plural)


def _after_apostrophe(stem: str, suffix: str) -> NounForm:
    """Read the suffix after an apostrophe, where the stem is certain."""
    plural = suffix.startswith(("lar", "ler"))
    relative = suffix.endswith("ki")
    rest = suffix[3:] if plural else suffix
    rest = rest[:-2] if relative else rest
    possessed = bool(re.match(r"s[ıiuü]|[ıiuü]n(?=[dıiuü]?.)", rest)) and len(rest) > 1 and rest not in _GENITIVES
    for case, pattern in _AFTER:
        if pattern.fullmatch(rest):
            return NounForm(stem, case, possessed, plural, relative)
    return NounForm(stem, "nom", possessed, plural, relative)


_GENITIVES = frozenset({"ın", "in", "un", "ün", "nın", "nin", "nun", "nün"})
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("loc", re.compile(r"(?:s?[ıiuü]n)?[dt][ae]")),
    ("abl", re.compile(r"(?:s?[ıiuü]n)?[dt][ae]n")),
    ("ins", re.compile(r"(?:s?[ıiuü])?y?l[ae]")),
    ("gen", re.compile(r"(?:s?[ıiuü])?n?[ıiuü]n")),
    ("dat", re.compile(r"(?:s?[ıiuü]n)?y?[ae]")),
    ("acc|poss", re.compile(r"[ıiuü]")),
    ("acc", re.compile(r"y[ıiuü]|s?[ıiuü]n[ıiuü]")),
)
