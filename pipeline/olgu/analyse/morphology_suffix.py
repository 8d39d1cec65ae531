"""The suffixes that end a verb form, one pattern for each; what they say of tense, negation, ability and case.

Patterns are written with the archiphonemes of vowel harmony: A stands for a and e, I for ı, i, u and ü. Words are
folded to them before they are matched; whether a word keeps the harmony is for `morphology_verb` to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Form = Literal["finite", "participle", "converb", "verbal_noun", "copula"]
Tense = Literal[
    "past", "evidential", "present", "aorist", "future", "necessity", "conditional", "optative", "imperative", ""
]

_ARCHIPHONEMES = str.maketrans("aeıiuü", "AAIIII")

OPENING = frozenset("adeimrstuyüı")
"""The letters that what follows a verb stem begins with; others need not be read."""
_CASE = r"yI|n?In|nI|yA|nA|n?[dt]An?|n?[dt]AkI(?:lAr)?|y?lA|ncA|A|I|"
_POSS = r"lArI|sI|I||ImIz|InIz|mIz|nIz|Im|In|m|n"
_COPULA = r"[dt]Ir(?:lAr)?|y?[dt]I|ymIş|ysA|"
NOMINAL_TAIL = rf"(?P<plural>lAr)?(?P<poss>{_POSS})(?P<case>{_CASE})"
_TAIL = rf"{NOMINAL_TAIL}(?P<cop>{_COPULA})"
_PERSON = r"(?:Im|Iz|sIn(?:Iz)?|lAr|[mnk]|nIz|yI[mz])?"
_AUX = r"(?:(?:y?IvAr|y?AdIr|y?AgAl|y?AkAl)(?=.))?"
_MOOD = rf"(?P<neg>mA(?!k)|y?AmA(?!k))?(?P<able>y?AbIl)?(?P<neg2>mA(?!k))?{_AUX}"
_THEN = r"(?:IzdIr)?(?:y?(?:dI|tI|mIş|sA))?(?:lAr)?(?:[dt]Ir)?"

_PATTERNS: tuple[tuple[Form, Tense, str, str], ...] = (
    ("finite", "present", "yor", rf"(?P<negn>m|y?Am)?(?P<ablen>y?AbIl)?Iyor(?!kAn){_THEN}{_PERSON}"),
    ("converb", "", "ken", r"(?P<negn>m|y?Am)?(?P<ablen>y?AbIl)?IyorkAn"),
    ("finite", "past", "dı", rf"{_MOOD}[dt]I(?:y[dt]I|ysA)?{_PERSON}"),
    ("finite", "evidential", "mış", rf"{_MOOD}mIş(?!kAn){_THEN}{_PERSON}"),
    ("finite", "present", "makta", rf"{_MOOD}mAktA(?!n$|ns){_THEN}{_PERSON}"),
    ("finite", "necessity", "malı", rf"{_MOOD}mAlI(?!k){_THEN}{_PERSON}"),
    ("finite", "aorist", "maz", rf"(?P<nego>y?A)?(?P<negz>mAz)(?!kAn|lIk){_THEN}{_PERSON}"),
    ("finite", "future", "acak", rf"{_MOOD}y?AcA(?:k{_THEN}(?:sIn(?:Iz)?)?|ğI[mz])"),
    ("finite", "aorist", "ar", rf"(?P<able>y?AbIl)?{_AUX}[AI]?r(?!kAn|Ak){_THEN}{_PERSON}"),
    ("finite", "conditional", "sa", rf"{_MOOD}sA(?:y[dt]I)?(?:[mnk]|nIz|lAr)?"),
    ("finite", "imperative", "sın", rf"{_MOOD}(?:sIn(?:lAr)?|y?InIz)"),
    ("finite", "optative", "a", rf"{_MOOD}y?A(?:lIm|yIm)"),
    ("participle", "", "an", rf"{_MOOD}y?An{_TAIL}"),
    ("participle", "", "dık", rf"{_MOOD}[dt]I(?:ğ|k(?!ç|tAn$)){_TAIL}"),
    ("participle", "future", "acak", rf"{_MOOD}y?AcA[kğ]{_TAIL}"),
    ("participle", "evidential", "mış", rf"{_MOOD}mIş{_TAIL}"),
    ("converb", "", "arak", rf"{_MOOD}y?ArAk(?:tAn)?"),
    ("converb", "", "ıp", rf"{_MOOD}y?Ip"),
    (
        "converb",
        "",
        "ken",
        r"(?:(?P<able>y?AbIl)?[AI]?r|(?P<neg>y?A?mA)z|mIş|mAktAy|AcAk)kAn",
    ),
    ("converb", "", "ınca", rf"{_MOOD}y?IncA(?:yA)?"),
    ("converb", "", "madan", r"y?(?P<neg>mA)dAn"),
    ("converb", "", "dıkça", rf"{_MOOD}[dt]IkçA|[dt]IktAn"),
    ("converb", "", "maksızın", r"(?P<neg>mA)ksIzIn"),
    ("converb", "", "rcasına", r"A?I?rcAsInA"),
    ("verbal_noun", "", "mak", rf"{_MOOD}mAk(?:tAn|lA|sA|{_COPULA})"),
    ("verbal_noun", "", "ma", rf"{_MOOD}mA(?!k){_TAIL}"),
    ("verbal_noun", "", "ış", rf"{_MOOD}y?Iş{_TAIL}"),
)

_CASES = (("abl", r"n?[dt]An"), ("loc", r"n?[dt]A(?:kI(?:lAr)?)?"), ("ins", r"y?lA"), ("equ", r"ncA"),
          ("gen", r"n?In"), ("dat", r"[yn]?A"), ("acc", r"[yn]?I"))  # fmt: skip
_CASE_NAMES = tuple((name, re.compile(pattern)) for name, pattern in _CASES)


@dataclass(frozen=True, slots=True)
class Suffix:
    """A reading of all that follows a verb stem."""

    form: Form
    tense: Tense
    marker: str
    negative: bool
    able: bool
    case: str
    possessed: bool
    plural: bool


def _case(suffix: str | None) -> str:
    if not suffix:
        return ""
    return next((name for name, pattern in _CASE_NAMES if pattern.fullmatch(suffix)), "")


@cache
def _compiled() -> tuple[tuple[Form, Tense, str, re.Pattern[str]], ...]:
    """Compile on first use: it takes a tenth of a second."""
    return tuple((form, tense, marker, re.compile(pattern)) for form, tense, marker, pattern in _PATTERNS)


def folded(rest: str) -> str:
    """Return `rest`, lower case, in archiphonemes: "larından" → "lArIndAn"."""
    return rest.translate(_ARCHIPHONEMES)


def suffixes(rest: str) -> tuple[Suffix, ...]:
    """Return the readings of `rest`, finite forms first; empty where it is no chain of verb suffixes."""
    return _suffixes(folded(rest))


@lru_cache(maxsize=2048)
def _suffixes(rest: str) -> tuple[Suffix, ...]:
    result: list[Suffix] = []
    for form, tense, marker, pattern in _compiled():
        match = pattern.fullmatch(rest)
        if match is not None:
            groups = match.groupdict()
            negative = any(groups.get(name) for name in ("neg", "neg2", "negn", "negz"))
            able = any(groups.get(name) for name in ("able", "ablen", "nego"))
            case, possessed = _case(groups.get("case")), bool(groups.get("poss"))
            result.append(Suffix(form, tense, marker, negative, able, case, possessed, bool(groups.get("plural"))))
    return tuple(result)
