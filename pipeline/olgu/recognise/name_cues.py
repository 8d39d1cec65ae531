"""The cue words of names.toml and first_names.toml, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from olgu.recognise.gazetteer import data

# Case endings after a third-person possessive (Bakanlığı-na, -ndan, -nın …) and after a bare noun; longest first.
_AFTER_POSSESSIVE = re.compile(r"(?<=[ıiuü])(?:n[dt][ae]ki|n[dt][ae]n?|n[ıiuü]n|n[ae]|n[ıiuü]|yl[ae]|nc[ae])\Z")
_AFTER_NOUN = re.compile(
    r"(?:[dt][ae]ki|[dt][ae]n?|[ıiuü]n|n[ıiuü]n|y?[ae]|y?[ıiuü]|y?l[ae]|(?<=s)[ıiuü]|c[ae])\Z",
)
_BACK, _FRONT = re.compile(r"[aıou]"), re.compile(r"[eiöü]")

_OURS = re.compile(r"(?<=l[ıiuü]ğ[ıiuü])m[ıiuü]z(?:[ıiuü]n|d[ae]n?|[aeıiuü])?\Z")
"""«Bakanlığımız», «Müdürlüğümüze»"""
_OTHER = ("titles", "web_endings", "surname_endings")
Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists in lower case. `titles` maps a first word to whole phrases, longest first; heads are single words."""

    org_heads: frozenset[str]
    loc_heads: frozenset[str]
    no_name_heads: frozenset[str]
    weak_heads: frozenset[str]
    dotted_heads: frozenset[str]
    titles: Phrases
    portfolio_heads: frozenset[str]
    org_after: frozenset[str]
    org_before: frozenset[str]
    loc_after: frozenset[str]
    person_after: frozenset[str]
    person_verbs: frozenset[str]
    no_names: frozenset[str]
    surnames: frozenset[str]
    surname_endings: tuple[str, ...]
    first_names: frozenset[str]
    ambiguous: frozenset[str]
    directions: frozenset[str]
    company_parts: frozenset[str]
    web_endings: tuple[str, ...]
    person_participles: frozenset[str]
    employer_titles: frozenset[str]
    loose_titles: frozenset[str]
    product_nouns: frozenset[str]
    title_words: frozenset[str]
    plain_words: frozenset[str]
    """Words that open no person's name: `no_names` that are neither given names nor family names."""
    sentence_words: frozenset[str]
    """Words that open no compound: `no_names` without `openers`."""
    sure_names: frozenset[str]
    """Given names that are no plain words."""
    paired: frozenset[str]
    """Last words of heads of two words («hava yolları»)."""
    openers: frozenset[str]
    group_heads: frozenset[str]
    group_kinds: frozenset[str]
    firm_kinds: frozenset[str]
    unit_heads: frozenset[str]
    legal_forms: frozenset[str]
    firm_rests: frozenset[str]
    schools: frozenset[str]
    events: frozenset[str]
    paths: frozenset[str]
    """Words of the path to a page, before its headline («Haberler Gündem Haberleri»)."""


def _phrases(listed: Sequence[str]) -> Phrases:
    result: dict[str, list[tuple[str, ...]]] = {}
    for phrase in dict.fromkeys(listed):
        words = tuple(word.rstrip(".") for word in phrase.split())
        result.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(group, key=len, reverse=True)) for word, group in result.items()}


def _set(listed: Sequence[str]) -> frozenset[str]:
    words = frozenset(word.rstrip(".") for word in listed)
    return words | frozenset("ı" + word[1:] for word in words if word[0] == "i")  # «Inc», «Ian» have a dotless capital


@cache
def load() -> Cues:
    """Read the lists once."""
    names, given = data("names.toml"), data("first_names.toml")
    plain = [name for name in Cues.__slots__ if name in names and name not in _OTHER]
    given_names = _set(given["plain"] + given["ambiguous"])
    return Cues(
        titles=_phrases(names["titles"]),
        weak_heads=_set(names["org_weak_heads"] + names["loc_weak_heads"]),
        first_names=given_names,
        sure_names=given_names - frozenset(given["ambiguous"]),
        plain_words=_set(names["no_names"]) - _set(names["surnames"]) - given_names,
        sentence_words=_set(names["no_names"]) - _set(names["openers"]),
        ambiguous=frozenset(given["ambiguous"]),
        web_endings=tuple(names["web_endings"]),
        surname_endings=tuple(names["surname_endings"]),
        title_words=frozenset(word for title in names["titles"] for word in _set(title.split())),
        paired=frozenset(
            head.split()[-1] for kind in ("org_heads", "loc_heads") for head in names[kind] if " " in head
        ),
        **{name: _set(names[name]) for name in plain},
    )


def _harmonic(stem: str, suffix: str) -> bool:
    """Tell whether the vowels of `suffix` follow the last vowel of `stem`."""
    last = next((c for c in reversed(stem) if c in "aıoueiöü"), "")
    if last in "aıou":
        return not _FRONT.search(suffix)
    return not _BACK.search(suffix)


@lru_cache(maxsize=8192)
def stems(low: str) -> tuple[str, ...]:
    """Return `low` and the base forms it may be a case form of, without apostrophe («korede» → korede, kore)."""
    found = [low]
    for pattern in (_AFTER_POSSESSIVE, _AFTER_NOUN):
        match = pattern.search(low)
        if match and match.start() >= 3 and _harmonic(low[: match.start()], match[0]):
            found.append(low[: match.start()])
    return tuple(dict.fromkeys([*found, *_shorter(low)]))


def _shorter(low: str) -> Iterator[str]:
    """Readings with a shorter suffix than the longest («çinin» → çini, çin)."""
    for length in (1, 2, 3):
        if len(low) - length >= 3:
            match = _AFTER_NOUN.fullmatch(low, len(low) - length)
            if match and _harmonic(low[:-length], low[-length:]):
                yield low[:-length]


@lru_cache(maxsize=4096)
def head(low: str) -> str | None:
    """Return the head of a compound name that `low` is, in whatever case («bakanlığından» → bakanlığı), or None."""
    cues = load()
    low = _OURS.sub("", low)
    for stem in stems(low):
        if stem in cues.org_heads or stem in cues.loc_heads or stem in cues.no_name_heads or stem in cues.paired:
            return stem
    return None
