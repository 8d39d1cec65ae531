"""The words of attribution: forms of verbs of speech, nouns that carry a source."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

Form = Literal[
    "finite",
    "participle",
    "converb",
    "passive",
    "passive_participle",
    "introducing",
    "announcing",
    "citing",
    "according",
    "publishing",
]
Case = Literal["dative", "locative", "accusative"]

_DATIVE = r"(?:l[ae]r)?(?:[ıiuü]|s[ıi]|s[uü])?(?:[yn])?[ae]"
_ACCUSATIVE = r"(?:l[ae]r)?(?:[ıiuü]|s[ıi]|s[uü])n[ıiuü]"
_LOCATIVE = r"(?:l[ae]r)?(?:[ıiuü]|s[ıi]|s[uü])?n?[dt][ae](?:ki)?"
_SILENT: dict[Form, Form] = {
    "participle": "introducing",
    "finite": "announcing",
    "converb": "announcing",
    "passive": "citing",
    "passive_participle": "citing",
}
"""What a form becomes where it only tells that somebody speaks: «açıklama yapan», «bilgi verdi», «bilgi verildi»."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled `speech.toml`."""

    verb: re.Pattern[str]
    alone: frozenset[str]
    after: dict[str, frozenset[str]]
    clausal: frozenset[str]
    clausal_before: re.Pattern[str]
    two_before: dict[str, re.Pattern[str]]
    silent: frozenset[str]
    silent_participle: frozenset[str]
    source: re.Pattern[str]
    bases: frozenset[str]
    platforms: frozenset[str]
    media: frozenset[str]
    organs: frozenset[str]
    persons: re.Pattern[str]
    organisations: re.Pattern[str]
    kinds: frozenset[str]
    strangers: frozenset[str]
    resuming: tuple[str, ...]
    reports: tuple[str, ...]
    stated: tuple[str, ...]
    following: frozenset[str]
    unsourced: frozenset[str]
    publishing: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """Load the words of attribution."""
    data: dict[str, Any] = tomllib.loads((files("olgu.recognise") / "speech.toml").read_text("utf-8"))
    after = {stem: frozenset(words) for stem, words in data["verbs"]["after"].items()}
    alone = set(data["verbs"]["alone"])
    alone |= {stem[:-1] for stem in alone if stem[-1] in "ae" and len(stem) > 2}  # söyl-üyor
    clausal = frozenset(data["verbs"]["clausal"]["stems"])
    stems = "|".join(sorted(alone | clausal | set(after), key=len, reverse=True))
    ends = data["endings"]
    verb = (
        rf"(?P<stem>{stems})(?:(?P<finite>{ends['finite']})|(?P<participle>{ends['participle']})"
        rf"|(?P<converb>{ends['converb']})|{ends['passive']}(?:(?P<passive>{ends['finite']}|{ends['converb']})"
        rf"|(?P<passive_participle>{ends['participle']})))"
    )
    nouns = "|".join(sorted(data["sources"]["nouns"], key=len, reverse=True))
    return Grammar(
        re.compile(verb),
        frozenset(alone),
        after,
        clausal,
        re.compile(data["verbs"]["clausal"]["before"]),
        {word: re.compile(before) for word, before in data["verbs"]["two_before"].items()},
        frozenset(data["verbs"]["silent"]["before"]),
        frozenset(data["verbs"]["silent"]["participle_before"]),
        re.compile(rf"(?:{nouns})(?:(?P<dative>{_DATIVE})|(?P<accusative>{_ACCUSATIVE})|(?P<locative>{_LOCATIVE}))"),
        frozenset(data["sources"]["bases"]),
        frozenset(data["sources"]["platforms"]),
        frozenset(data["sources"]["media"]),
        frozenset(data["sources"]["organs"]),
        _bare_or_genitive(data["subjects"]["person"]),
        _bare_or_genitive(data["subjects"]["organisation"]),
        frozenset(data["subjects"]["kind"]),
        frozenset(data["subjects"]["stranger"]),
        tuple(data["sources"]["resuming"]),
        tuple(data["sources"]["reports"]),
        tuple(data["sources"]["stated"]),
        frozenset(data["sources"]["following"]),
        frozenset(data["sources"]["unsourced"]),
        re.compile(rf"(?:{'|'.join(data['verbs']['publishing']['stems'])}){ends['finite']}"),
    )


def _bare_or_genitive(nouns: list[str]) -> re.Pattern[str]:
    """Match «bakanlık», «bakanlığın»."""
    stems = "|".join(f"{noun}|{noun[:-1]}ğ" if noun.endswith("k") else noun for noun in nouns)
    return re.compile(rf"(?:{stems})(?:n?[ıiuü]n)?")


def _verb(word: str) -> tuple[str, Form] | None:
    match = grammar().verb.fullmatch(word)
    if match is None:
        return None
    return match["stem"], match.lastgroup  # type: ignore[return-value]


def verb_form(word: str, before: str, two_before: str) -> Form | None:
    """Return the form of `word` where it, after `two_before` and `before`, is a verb of speech; all lower case."""
    found = _verb(word)
    if found is None:
        return None
    stem, form = found
    words = grammar()
    if stem in words.clausal:
        return form if words.clausal_before.fullmatch(before) else None
    if stem in words.alone:
        return form
    if before not in words.after[stem]:
        return None
    needed = words.two_before.get(before)
    if needed is not None and not needed.fullmatch(two_before):
        return None
    silent = before in words.silent or (form == "participle" and before in words.silent_participle)
    return _SILENT[form] if silent else form


@lru_cache(maxsize=4096)
def source_case(word: str) -> Case | None:
    """Return the case of `word`, lower case, where it is a noun that carries a source: «verilerine», «raporunda»."""
    word = word.replace("’", "").replace("'", "")
    match = grammar().source.fullmatch(word)
    if match is None:
        return None
    return match.lastgroup  # type: ignore[return-value]


@lru_cache(maxsize=16384)
def may_attribute(word: str) -> bool:
    """Tell whether `word`, lower case, may be a verb of speech or of publishing, or «göre»: few words are."""
    return word == "göre" or _verb(word) is not None or publishes(word)


def publishes(word: str) -> bool:
    """Tell whether `word`, lower case, is a finite verb of publishing: «yayınladı»."""
    return grammar().publishing.fullmatch(word) is not None
