"""Verb forms of Turkish: a stem of the lexicon and the suffixes after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from olgu.analyse.morphology_lexicon import VOWELS, Stem, beginnings, harmony, infinitive, is_noun, stems
from olgu.analyse.morphology_suffix import OPENING, Form, Suffix, Tense, suffixes

if TYPE_CHECKING:
    from olgu.analyse.words import Word

__all__ = ["VerbForm", "copular", "infinitive", "verb"]

_BACK = frozenset("aıouâû")
_VOICELESS = frozenset("fstkçşhp")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A verb form. `lemma` is the infinitive in active voice; `marker` names the suffix: "dı", "yor", "an", "arak" …"""

    lemma: str
    form: Form
    tense: Tense = ""
    marker: str = ""
    negative: bool = False
    passive: bool = False
    able: bool = False
    """True with -(y)Abil-."""
    case: str = ""
    """Case of a participle or verbal noun: "acc", "dat", "loc", "abl", "gen", "ins" or ""."""
    possessed: bool = False
    known: bool = True
    """False where the stem is not in the lexicon and the lemma is a guess."""

    @property
    def evidential(self) -> bool:
        """True for -mIş as a finite form."""
        return self.form == "finite" and self.tense == "evidential"


_COPULAR = re.compile(
    r"(?P<base>var|yok|değil)(?:[dt][ıiuü]r?|m[ıiuü]ş|s[ae]|ken|l[ae]r)*|(?P<aux>i)(?:d[ıi]|m[ıi]ş|s[e]|ken)(?:l[ae]r)?"
)


_COPULAR_STARTS = ("i", "var", "yok", "değil")


def _copula(word: str) -> VerbForm | None:
    if not word.startswith(_COPULAR_STARTS):
        return None
    match = _COPULAR.fullmatch(word)
    if match is None:
        return None
    marker = match["base"] or word
    form: Form = "converb" if word.endswith("ken") else "copula"
    return VerbForm(
        "olmak",
        form,
        "past" if word.endswith(("dı", "di", "du", "tu", "ti")) else "",
        marker,
        marker in ("yok", "değil"),
    )


def _read(stem: str, rest: str, entry: Stem) -> VerbForm | None:
    """Read the suffixes `rest` after a stem."""
    if entry.before == "vowel" and rest[0] not in VOWELS and rest[0] != "y":
        return None
    if not _joins(stem, rest):
        return None
    for suffix in suffixes(rest):
        if entry.before == "yor" and (suffix.marker != "yor" or rest[0] not in "ıiuü"):
            continue
        if suffix.marker == "ar" and not _aorist(stem, rest, entry):
            continue
        # a verbal noun in the plural is a noun: «aramalar», «yapılanmaları»
        return None if suffix.marker == "ma" and suffix.plural else _form(entry, suffix)
    return None


def _form(entry: Stem, suffix: Suffix) -> VerbForm:
    return VerbForm(
        entry.lemma,
        suffix.form,
        suffix.tense,
        suffix.marker,
        suffix.negative,
        entry.passive,
        suffix.able,
        suffix.case,
        suffix.possessed,
    )


_HIGH_AORIST = frozenset(("al", "bil", "bul", "dur", "gel", "gör", "kal", "ol", "öl", "san", "var", "ver", "vur"))


def _aorist(stem: str, rest: str, entry: Stem) -> bool:
    """Hold the vowel of the aorist: -Ar after most stems of one syllable, -Ir after thirteen others and longer ones."""
    if rest[0] not in VOWELS or rest.startswith(("abil", "ebil")):
        return True
    high = rest[0] in "ıiuü"
    if entry.before == "vowel" or entry.passive or sum(c in VOWELS for c in stem) > 1:
        return high or entry.before == "vowel"
    return high == (stem in _HIGH_AORIST)


def _joins(stem: str, rest: str) -> bool:
    """False where vowel meets vowel, buffer y a consonant, or harmony and assimilation are broken."""
    first = rest[0]
    if stem[-1] in VOWELS:
        if first in VOWELS:
            return False
    elif first == "y" and rest[1:2] in VOWELS:
        return False
    if first in "dt" and (stem[-1] in _VOICELESS) != (first == "t"):
        return False
    for c in rest:
        if c in VOWELS:
            return (c in _BACK) == (harmony(stem) in "ıu")
    return True


@lru_cache(maxsize=16384)
def verb(word: str) -> VerbForm | None:
    """Return the reading of a lower-case word as a verb form, or None where it is none."""
    if len(word) < 3:
        return None
    copula = _copula(word)
    if copula is not None:
        return copula
    if is_noun(word):
        return None
    table, known = stems(), beginnings()
    end = 1
    while end < len(word) and word[:end] in known:
        end += 1
    for cut in range(end - 1, 0, -1):
        stem = word[:cut]
        if word[cut] in OPENING and stem in table:
            for entry in table[stem]:
                reading = _read(stem, word[cut:], entry)
                if reading is not None:
                    return reading
    return _guess(word) if word.find("la", 3) > 0 or word.find("le", 3) > 0 else None


# Only suffixes that no noun ends in, after a stem that only a verb can have.
_UNKNOWN = re.compile(
    r"(?P<base>\w{3,}?(?:l[ae]ş|l[ae]n|l[ae]))(?P<cause>t[ıiuü]r|d[ıiuü]r|t)?(?P<passive>[ıiuü]l|(?<=[ae])n)?"
    r"(?P<rest>(?:m[ae])?(?:[dt][ıiuü](?:ğ|kl[ae]r)\w+|y?[ae]c[ae](?:k|ğ)\w*|m[ıiuü]şt[ıiuü]r?|m[ae]kt[ae]\w*|y?[ae]r[ae]k)"
    r"|[dt][ıiuü]|m?[ıiuü]yor\w*)"
)


def _guess(word: str) -> VerbForm | None:
    """Read a verb derived with -lA, -lAş or -lAn that the lexicon lacks: «dijitalleştirilecek»."""
    match = _UNKNOWN.fullmatch(word)
    if match is None or not any(c in VOWELS for c in match["base"][:-2]):
        return None
    base, passive = match["base"] + (match["cause"] or ""), bool(match["passive"])
    stem = match["base"] + (match["cause"] or "") + (match["passive"] or "")
    if not match["cause"] and not passive and base.endswith(("lan", "len")):
        base, passive = base[:-1], True
    readings = suffixes(match["rest"])
    if not readings or not _joins(stem, match["rest"]):
        return None
    return replace(_form(Stem(infinitive(base), passive), readings[0]), known=False)


_DURATIVE = frozenset(("yıldır", "aydır", "gündür", "haftadır", "saattir", "dakikadır", "senedir", "zamandır"))
_UNITS = frozenset(("dolar", "milyar", "milyon", "trilyon", "ton", "kuruş", "euro", "metre"))
_COPULAR_TAIL = re.compile(r"(?:y?[dt][ıiuü]|[dt][ıiuü]r(?:l[ae]r)?|y?ken)$")


@lru_cache(maxsize=4096)
def _ends_in_copula(text: str) -> bool:
    match = _COPULAR_TAIL.search(text)
    if match is None or text in _DURATIVE:
        return False
    stem, rest = text[: match.start()], match.group()
    if len(stem) < 4:
        return False
    if rest[0] == "y":
        return stem[-1] in VOWELS
    if rest == "ken":
        return stem in _UNITS
    if rest[-1] in "ıiuü" and not stem.endswith(("milyar", "milyon", "lar", "ler")):
        return False
    return _joins(stem, rest)


def copular(word: Word) -> bool:
    """True where a noun or number carries a copula: «kişidir», «milyardı», «yüzde 2,7'ydi»; false for «üç yıldır»."""
    if word.suffix:
        return _COPULAR_TAIL.fullmatch(word.suffix) is not None
    return _ends_in_copula(word.lower) and not is_noun(word.lower)
