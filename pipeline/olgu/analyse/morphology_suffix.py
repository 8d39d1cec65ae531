"""The suffixes that end a verb form, one pattern for each; what they say of tense, negation, ability and case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Form = Literal["finite", "participle", "converb", "verbal_noun", "copula"]
Tense = Literal[
    "past", "evidential", "present", "aorist", "future", "necessity", "conditional", "optative", "imperative", ""
]

OPENING = frozenset("adeimrstuyüı")
"""The letters that what follows a verb stem begins with; others need not be read."""
_CASE = r"y[ıiuü]|n?[ıiuü]n|n[ıiuü]|y[ae]|n[ae]|n?[dt][ae]n?|n?[dt][ae]ki(?:ler)?|y?l[ae]|nc[ae]|[ae]|[ıiuü]|"
_POSS = r"l[ae]r[ıi]|s[ıiuü]|[ıiuü]||[ıiuü]m[ıiuü]z|[ıiuü]n[ıiuü]z|m[ıiuü]z|n[ıiuü]z|[ıiuü]m|[ıiuü]n|m|n"
_COPULA = r"[dt][ıiuü]r(?:l[ae]r)?|y?[dt][ıiuü]|ym[ıiuü]ş|ys[ae]|"
NOMINAL_TAIL = rf"(?P<plural>l[ae]r)?(?P<poss>{_POSS})(?P<case>{_CASE})"
_TAIL = rf"{NOMINAL_TAIL}(?P<cop>{_COPULA})"
_PERSON = r"(?:[ıiuü]m|[ıiuü]z|s[ıiuü]n(?:[ıiuü]z)?|l[ae]r|[mnk]|n[ıiuü]z|y[ıiuü][mz])?"
_AUX = r"(?:(?:y?[ıiuü]ver|y?[ae]dur|y?[ae]gel|y?[ae]kal)(?=.))?"
_MOOD = rf"(?P<neg>m[ae](?!k)|y?[ae]m[ae](?!k))?(?P<able>y?[ae]bil)?(?P<neg2>m[ae](?!k))?{_AUX}"
_THEN = r"(?:[ıiuü]zd[ıiuü]r)?(?:y?(?:d[ıiuü]|t[ıiuü]|m[ıiuü]ş|s[ae]))?(?:l[ae]r)?(?:[dt][ıiuü]r)?"

_PATTERNS: tuple[tuple[Form, Tense, str, str], ...] = (
    ("finite", "present", "yor", rf"(?P<negn>m|y?[ae]m)?(?P<ablen>y?[ae]bil)?[ıiuü]yor(?!ken){_THEN}{_PERSON}"),
    ("converb", "", "ken", r"(?P<negn>m|y?[ae]m)?(?P<ablen>y?[ae]bil)?[ıiuü]yorken"),
    ("finite", "past", "dı", rf"{_MOOD}[dt][ıiuü](?:y[dt][ıiuü]|ys[ae])?{_PERSON}"),
    ("finite", "evidential", "mış", rf"{_MOOD}m[ıiuü]ş(?!ken){_THEN}{_PERSON}"),
    ("finite", "present", "makta", rf"{_MOOD}m[ae]kt[ae](?!n$|ns){_THEN}{_PERSON}"),
    ("finite", "necessity", "malı", rf"{_MOOD}m[ae]l[ıi](?!k){_THEN}{_PERSON}"),
    ("finite", "aorist", "maz", rf"(?P<nego>y?[ae])?(?P<negz>m[ae]z)(?!ken|l[ıi]k){_THEN}{_PERSON}"),
    ("finite", "future", "acak", rf"{_MOOD}y?[ae]c[ae](?:k{_THEN}(?:s[ıiuü]n(?:[ıiuü]z)?)?|ğ[ıi][mz])"),
    ("finite", "aorist", "ar", rf"(?P<able>y?[ae]bil)?{_AUX}(?:[ae]|[ıiuü])?r(?!ken|ak|ek){_THEN}{_PERSON}"),
    ("finite", "conditional", "sa", rf"{_MOOD}s[ae](?:y[dt][ıiuü])?(?:[mnk]|n[ıiuü]z|l[ae]r)?"),
    ("finite", "imperative", "sın", rf"{_MOOD}(?:s[ıiuü]n(?:l[ae]r)?|y?[ıiuü]n[ıiuü]z)"),
    ("finite", "optative", "a", rf"{_MOOD}y?[ae](?:l[ıi]m|y[ıi]m)"),
    ("participle", "", "an", rf"{_MOOD}y?[ae]n{_TAIL}"),
    ("participle", "", "dık", rf"{_MOOD}[dt][ıiuü](?:ğ|k(?!ç|t[ae]n$)){_TAIL}"),
    ("participle", "future", "acak", rf"{_MOOD}y?[ae]c[ae][kğ]{_TAIL}"),
    ("participle", "evidential", "mış", rf"{_MOOD}m[ıiuü]ş{_TAIL}"),
    ("converb", "", "arak", rf"{_MOOD}y?[ae]r[ae]k(?:t[ae]n)?"),
    ("converb", "", "ıp", rf"{_MOOD}y?[ıiuü]p"),
    (
        "converb",
        "",
        "ken",
        r"(?:(?P<able>y?[ae]bil)?(?:[ae]|[ıiuü])?r|(?P<neg>y?[ae]?m[ae])z|m[ıiuü]ş|m[ae]kt[ae]y|[ae]c[ae]k)ken",
    ),
    ("converb", "", "ınca", rf"{_MOOD}y?[ıiuü]nc[ae](?:y[ae])?"),
    ("converb", "", "madan", r"y?(?P<neg>m[ae])d[ae]n"),
    ("converb", "", "dıkça", rf"{_MOOD}[dt][ıiuü]kç[ae]|[dt][ıiuü]kt[ae]n"),
    ("converb", "", "maksızın", r"(?P<neg>m[ae])ks[ıi]z[ıi]n"),
    ("converb", "", "rcasına", r"[ae]?[ıiuü]?rc[ae]s[ıi]n[ae]"),
    ("verbal_noun", "", "mak", rf"{_MOOD}m[ae]k(?:t[ae]n|l[ae]|s[ae]|{_COPULA})"),
    ("verbal_noun", "", "ma", rf"{_MOOD}m[ae](?!k){_TAIL}"),
    ("verbal_noun", "", "ış", rf"{_MOOD}y?[ıiuü]ş{_TAIL}"),
)

_CASES = (("abl", r"n?[dt][ae]n"), ("loc", r"n?[dt][ae](?:ki(?:ler)?)?"), ("ins", r"y?l[ae]"), ("equ", r"nc[ae]"),
          ("gen", r"n?[ıiuü]n"), ("dat", r"[yn]?[ae]"), ("acc", r"[yn]?[ıiuü]"))  # fmt: skip
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


@lru_cache(maxsize=2048)
def suffixes(rest: str) -> tuple[Suffix, ...]:
    """Return the readings of `rest`, finite forms first; empty where it is no chain of verb suffixes."""
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
