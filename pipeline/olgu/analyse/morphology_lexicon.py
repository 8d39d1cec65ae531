"""The lexicon of verb stems and of the nouns that look like verb forms, read from verbs.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from olgu.analyse.morphology_suffix import NOMINAL_TAIL, folded

VOWELS = frozenset("aeıioöuüâîû")


@dataclass(frozen=True, slots=True)
class Stem:
    """A surface stem's reading: its lemma in active voice."""

    lemma: str
    passive: bool = False
    before: str = ""
    """ "vowel": only before a vowel suffix; "yor": only before -Iyor; "" anywhere."""


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "verbs.toml").read_text(encoding="utf-8"))


_HIGH = {"a": "ı", "ı": "ı", "â": "ı", "e": "i", "i": "i", "î": "i", "o": "u", "u": "u", "û": "u", "ö": "ü", "ü": "ü"}


@lru_cache(maxsize=4096)
def harmony(stem: str) -> str:
    """The high vowel that follows the last vowel of `stem`."""
    for c in reversed(stem):
        if c in VOWELS:
            return _HIGH[c]
    return "i"


def infinitive(stem: str) -> str:
    """Return the infinitive of a stem: "artır" → "artırmak"."""
    return stem + ("mak" if harmony(stem) in "ıu" else "mek")


def _passive(stem: str) -> list[str]:
    high = harmony(stem)
    if stem[-1] in VOWELS:
        return [stem + "n"]
    return [f"{stem}{high}n"] if stem[-1] == "l" else [f"{stem}{high}l"]


def _surfaces(lemma: str, soften: dict[str, str], compounds: frozenset[str]) -> Iterator[tuple[str, Stem]]:
    """Yield the active stems of a lemma: as written, softened, narrowed."""
    stem = lemma[:-3]
    yield stem, Stem(lemma)
    if stem in soften or lemma in compounds:
        yield soften.get(stem, f"{stem[:-1]}d"), Stem(lemma, before="vowel")
    if stem in ("de", "ye"):
        yield f"{stem[0]}i", Stem(lemma, before="vowel")
    if stem[-1] in VOWELS:
        yield stem[:-1], Stem(lemma, before="yor")


@cache
def stems() -> dict[str, tuple[Stem, ...]]:
    """All surface stems → readings; lemmas of the lexicon before derived passives."""
    data = _lexicon()
    soften, compounds, aliases = data["soften"], frozenset(data["compounds"].split()), data["aliases"]
    lemmas = [*dict.fromkeys(data["lemmas"].split()), *(infinitive(stem) for stem in aliases)]
    table: dict[str, list[Stem]] = {}
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
            table.setdefault(form, []).append(Stem(lemma, passive=True))
    return {surface: tuple(entries) for surface, entries in table.items()}


@cache
def beginnings() -> frozenset[str]:
    """What stems begin with, the whole stems among it: a word is no longer than that before its stem is known."""
    return frozenset(stem[:end] for stem in stems() for end in range(1, len(stem) + 1))


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    words = _lexicon()["words"]
    return frozenset(words["nouns"].split()), frozenset(words["never"].split() + words["nominal"].split())


@cache
def _openings() -> frozenset[str]:
    """The first three letters of the nouns of the lexicon in any form."""
    nouns = _nouns()[0]
    return frozenset([noun[:3] for noun in nouns] + [f"{noun[:2]}ğ" for noun in nouns if len(noun) == 3])


_NOMINAL = re.compile(rf"(?:lIk|lIğ|lI|sIz|cI)?{NOMINAL_TAIL}")


@lru_cache(maxsize=1024)
def _nominal(rest: str) -> bool:
    """Tell whether `rest`, in archiphonemes, is a chain of nominal suffixes."""
    return _NOMINAL.fullmatch(rest) is not None


def is_noun(word: str) -> bool:
    """True where `word` is a listed noun with nominal suffixes, or a listed word that only looks like a verb."""
    nouns, never = _nouns()
    if word in never or word in nouns:
        return True
    if word[:3] not in _openings():
        return False
    for cut in range(len(word) - 1, 2, -1):
        head = word[:cut]
        hard = head[:-1] + "k" if head[-1] == "ğ" else head
        # «süren», «oranım»: a bare n or m is more often a verb's
        if (head in nouns or hard in nouns) and word[cut:] not in ("n", "m") and _nominal(folded(word[cut:])):
            return True
    return False
