"""Verb forms of Turkish: a lexicon of stems and one pattern for each suffix that ends a verb form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from olgu.analyse.words import Word

Form = Literal["finite", "participle", "converb", "verbal_noun", "copula"]
Tense = Literal[
    "past", "evidential", "present", "aorist", "future", "necessity", "conditional", "optative", "imperative", ""
]

_VOWELS = frozenset("aeıioöuüâîû")
_VOICELESS = frozenset("fstkçşhp")
_BACK = frozenset("aıouâû")
_CASE = r"y[ıiuü]|n?[ıiuü]n|n[ıiuü]|y[ae]|n[ae]|n?[dt][ae]n?|n?[dt][ae]ki(?:ler)?|y?l[ae]|nc[ae]|[ae]|[ıiuü]|"
_POSS = r"[ıiuü]m[ıiuü]z|[ıiuü]n[ıiuü]z|m[ıiuü]z|n[ıiuü]z|l[ae]r[ıi]|s[ıiuü]|[ıiuü]m|[ıiuü]n|[ıiuü]|m|n|"
_COPULA = r"[dt][ıiuü]r(?:l[ae]r)?|y?[dt][ıiuü]|ym[ıiuü]ş|ys[ae]|"
_NOMINAL_TAIL = rf"(?P<plural>l[ae]r)?(?P<poss>{_POSS})(?P<case>{_CASE})"
_TAIL = rf"{_NOMINAL_TAIL}(?P<cop>{_COPULA})"
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
_COMPILED = tuple((form, tense, marker, re.compile(pattern)) for form, tense, marker, pattern in _PATTERNS)


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


@dataclass(frozen=True, slots=True)
class _Stem:
    lemma: str
    passive: bool = False
    before: str = ""
    """ "vowel": only before a vowel suffix; "yor": only before -Iyor; "" anywhere."""


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "verbs.toml").read_text(encoding="utf-8"))


def _harmony(stem: str) -> str:
    """The high vowel that follows the last vowel of `stem`."""
    for c in reversed(stem):
        if c in _VOWELS:
            return {"a": "ı", "ı": "ı", "â": "ı", "e": "i", "i": "i", "î": "i", "o": "u", "u": "u", "û": "u"}.get(
                c, "ü"
            )
    return "i"


def infinitive(stem: str) -> str:
    """Return the infinitive of a stem: "artır" → "artırmak"."""
    return stem + ("mak" if _harmony(stem) in "ıu" else "mek")


def _passive(stem: str) -> list[str]:
    high = _harmony(stem)
    if stem[-1] in _VOWELS:
        return [stem + "n"]
    return [f"{stem}{high}n"] if stem[-1] == "l" else [f"{stem}{high}l"]


def _surfaces(lemma: str, soften: dict[str, str], compounds: frozenset[str]) -> Iterator[tuple[str, _Stem]]:
    """Yield the active stems of a lemma: as written, softened, narrowed."""
    stem = lemma[:-3]
    yield stem, _Stem(lemma)
    if stem in soften or lemma in compounds:
        yield soften.get(stem, f"{stem[:-1]}d"), _Stem(lemma, before="vowel")
    if stem in ("de", "ye"):
        yield f"{stem[0]}i", _Stem(lemma, before="vowel")
    if stem[-1] in _VOWELS:
        yield stem[:-1], _Stem(lemma, before="yor")


@cache
def _stems() -> dict[str, tuple[_Stem, ...]]:
    """All surface stems → readings; lemmas of the lexicon before derived passives."""
    data = _lexicon()
    soften, compounds, aliases = data["soften"], frozenset(data["compounds"].split()), data["aliases"]
    lemmas = [*dict.fromkeys(data["lemmas"].split()), *(infinitive(stem) for stem in aliases)]
    table: dict[str, list[_Stem]] = {}
    passives: dict[str, str] = dict(data["passives"])
    for lemma in lemmas:
        for surface, entry in _surfaces(lemma, soften, compounds):
            table.setdefault(surface, []).append(replace(entry, lemma=aliases.get(lemma[:-3], lemma)))
        soft = f"{lemma[:-4]}d" if lemma in compounds else soften.get(lemma[:-3], lemma[:-3])
        for form in _passive(soft):
            passives.setdefault(form, aliases.get(lemma[:-3], lemma))
    known = frozenset(lemmas)
    for form, lemma in passives.items():
        if infinitive(form) not in known:
            table.setdefault(form, []).append(_Stem(lemma, passive=True))
    return {surface: tuple(entries) for surface, entries in table.items()}


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    words = _lexicon()["words"]
    return frozenset(words["nouns"].split()), frozenset(words["never"].split() + words["nominal"].split())


_NOMINAL = re.compile(rf"(?:l[ıiuü]k|l[ıiuü]ğ|l[ıiuü]|s[ıiuü]z|c[ıiuü])?{_NOMINAL_TAIL}")


def _is_noun(word: str) -> bool:
    """True where `word` is a listed noun with nominal suffixes, or a listed word that only looks like a verb."""
    nouns, never = _nouns()
    if word in never or word in nouns:
        return True
    for cut in range(len(word) - 1, 2, -1):
        head = word[:cut]
        hard = head[:-1] + "k" if head[-1] == "ğ" else head
        # «süren», «oranım»: a bare n or m is more often a verb's
        if (head in nouns or hard in nouns) and word[cut:] not in ("n", "m") and _NOMINAL.fullmatch(word, cut):
            return True
    return False


_COPULAS = {
    "var": False, "yok": True, "değil": True, "idi": False, "imiş": False, "ise": False, "iken": False,
}  # fmt: skip
_COPULAR = re.compile(
    r"(?P<base>var|yok|değil)(?:[dt][ıiuü]r?|m[ıiuü]ş|s[ae]|ken|l[ae]r)*|(?P<aux>i)(?:d[ıi]|m[ıi]ş|s[e]|ken)(?:l[ae]r)?"
)


def _copula(word: str) -> VerbForm | None:
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


_CASES = (("abl", r"n?[dt][ae]n"), ("loc", r"n?[dt][ae](?:ki(?:ler)?)?"), ("ins", r"y?l[ae]"), ("equ", r"nc[ae]"),
          ("gen", r"n?[ıiuü]n"), ("dat", r"[yn]?[ae]"), ("acc", r"[yn]?[ıiuü]"))  # fmt: skip
_CASE_NAMES = tuple((name, re.compile(pattern)) for name, pattern in _CASES)


def _case(suffix: str | None) -> str:
    if not suffix:
        return ""
    return next((name for name, pattern in _CASE_NAMES if pattern.fullmatch(suffix)), "")


def _read(stem: str, rest: str, entry: _Stem) -> VerbForm | None:
    """Read the suffixes `rest` after a stem."""
    if entry.before == "vowel" and rest[:1] not in _VOWELS and not rest.startswith("y"):
        return None
    for form, tense, marker, pattern in _COMPILED:
        if (entry.before == "yor") != (marker == "yor" and rest[:1] in "ıiuü" and entry.before == "yor"):
            continue
        match = pattern.fullmatch(rest)
        if match is None or not _joins(stem, rest) or (marker == "ar" and not _aorist(stem, rest, entry)):
            continue
        groups = match.groupdict()
        if marker == "ma" and groups["plural"]:
            return None
        negative = any(groups.get(name) for name in ("neg", "neg2", "negn", "negz"))
        able = any(groups.get(name) for name in ("able", "ablen", "nego"))
        return VerbForm(
            entry.lemma,
            form,
            tense,
            marker,
            negative,
            entry.passive,
            able,
            _case(groups.get("case")),
            bool(groups.get("poss")),
        )
    return None


_HIGH_AORIST = frozenset(("al", "bil", "bul", "dur", "gel", "gör", "kal", "ol", "öl", "san", "var", "ver", "vur"))


def _aorist(stem: str, rest: str, entry: _Stem) -> bool:
    """Hold the vowel of the aorist: -Ar after most stems of one syllable, -Ir after the thirteen others and longer ones."""
    if rest[0] not in _VOWELS or rest.startswith(("abil", "ebil")):
        return True
    high = rest[0] in "ıiuü"
    if entry.before == "vowel" or entry.passive or sum(c in _VOWELS for c in stem) > 1:
        return high or entry.before == "vowel"
    return high == (stem in _HIGH_AORIST)


def _joins(stem: str, rest: str) -> bool:
    """False where vowel meets vowel, buffer y a consonant, or harmony and assimilation are broken."""
    first = rest[0]
    if stem[-1] in _VOWELS:
        if first in _VOWELS:
            return False
    elif first == "y" and rest[1:2] in _VOWELS:
        return False
    if first in "dt" and (stem[-1] in _VOICELESS) != (first == "t"):
        return False
    vowel = next((c for c in rest if c in _VOWELS), "")
    return not vowel or (vowel in _BACK) == (_harmony(stem) in "ıu")


@lru_cache(maxsize=65536)
def verb(word: str) -> VerbForm | None:
    """Return the reading of a lower-case word as a verb form, or None where it is none."""
    if len(word) < 3:
        return None
    copula = _copula(word)
    if copula is not None:
        return copula
    if _is_noun(word):
        return None
    stems = _stems()
    for cut in range(len(word) - 1, 0, -1):
        for entry in stems.get(word[:cut], ()):
            reading = _read(word[:cut], word[cut:], entry)
            if reading is not None:
                return reading
    return None


_DURATIVE = frozenset(("yıldır", "aydır", "gündür", "haftadır", "saattir", "dakikadır", "senedir", "zamandır"))
_UNITS = frozenset(("dolar", "milyar", "milyon", "trilyon", "ton", "kuruş", "euro", "metre"))
_COPULAR_TAIL = re.compile(r"(?:y?[dt][ıiuü]|[dt][ıiuü]r(?:l[ae]r)?|y?ken)$")


@lru_cache(maxsize=65536)
def _ends_in_copula(text: str) -> bool:
    match = _COPULAR_TAIL.search(text)
    if match is None or text in _DURATIVE:
        return False
    stem, rest = text[: match.start()], match.group()
    if len(stem) < 4:
        return False
    if rest[0] == "y":
        return stem[-1] in _VOWELS
    if rest == "ken":
        return stem in _UNITS
    if rest[-1] in "ıiuü" and not stem.endswith(("milyar", "milyon", "lar", "ler")):
        return False
    return _joins(stem, rest)


def copular(word: Word) -> bool:
    """True where a noun or number carries a copula: «kişidir», «milyardı», «yüzde 2,7'ydi»; false for «üç yıldır»."""
    if word.suffix:
        return _COPULAR_TAIL.fullmatch(word.suffix) is not None
    return _ends_in_copula(word.lower) and not _is_noun(word.lower)
