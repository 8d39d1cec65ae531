"""Which country a body of a state belongs to, where the text says so: «Rusya Merkez Bankası», «Tokyo Borsası»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from olgu.analyse.casing import lower
from olgu.article import Mention
from olgu.recognise import gazetteer
from olgu.relate import identity_names as names

_LONGEST = 3
"""Words of the longest name of a country or city at the head of a body's name."""
_OWNER_GAP = re.compile(r"(?:[’']?n?[ıiuü]n)? ")
HOME = "TR"
"""The country of a body that the news names without one."""


@cache
def _heads() -> tuple[str, ...]:
    return tuple(f" {head}" for head in names.rules()["bodies"]["heads"])


@cache
def _known() -> dict[str, str]:
    listed = names.rules()["bodies"]["known"]
    return {names.key(name): code for code, bodies in listed.items() for name in bodies}


def is_known(key: str) -> bool:
    """Tell whether a key is one that olgu lists with its country («wall street»)."""
    return key in _known()


def is_body(key: str) -> bool:
    """Tell whether a key names an organ of a state: a ministry, a central bank, a stock exchange, a parliament."""
    return f" {names.base(key)}".endswith(_heads())


@lru_cache(maxsize=2048)
def country_in(key: str) -> str | None:
    """Return the country that a body's own name tells («almanya merkez bankası», «tokyo borsası»)."""
    if key in names.bare():
        return None
    known = _known().get(names.aliases().get(("ORG", key), key)) or _known().get(key)
    if known or not is_body(key):
        return known
    words = key.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        entry = gazetteer.lookup(" ".join(words[:count]))
        if entry and entry.country:
            return entry.country
    return gazetteer.nationality(words[0]) if len(words) > 1 else None


def countries(text: str, mentions: Sequence[Mention], keys: Sequence[str]) -> list[str | None]:
    """Return the country of every mention that is a body of a state, by its name or by the country before it."""
    found: list[str | None] = []
    for at, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        code = country_in(key) if mention.type == "ORG" else None
        if code is None and at and mention.type == "ORG" and is_body(key):
            code = _owner(text, mentions[at - 1], mention)
        found.append(code)
    return found


def _owner(text: str, before: Mention, body: Mention) -> str | None:
    """«Kazakistan Sağlık Bakanlığı», «Kazakistan’ın eski …» only where nothing stands between them but the genitive."""
    if before.type != "LOC" or body.start - before.end > 5:
        return None
    if not _OWNER_GAP.fullmatch(lower(text[before.end : body.start])):
        return None
    entry = gazetteer.lookup(text[before.start : before.end])
    return entry.country if entry and entry.is_country else None
