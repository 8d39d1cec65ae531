"""What is glued to a number: case, possessive, ordinal, distributive and other endings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from olgu.recognise.numeral_lexicon import APOSTROPHES, LETTERS, lexicon

APOSTROPHE = re.compile(rf"[{APOSTROPHES}] ?([{LETTERS}]{{1,16}}+)(?!\w)")
"""An ending behind an apostrophe, and the stray blank that some writers leave there: «375’ i»."""

_DERIVED = ("ordinal", "distributive", "vague", "plural", "noun", "adjective")
_FORMS = {"ordinal", "distributive", "vague"}


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending: its class in `[suffixes]`, how many letters of it belong to the number's core, and the rest."""

    kind: str
    core: int
    case: str


_VOWELS = "aeıioöuü"
_FRONT = "eiöü"
NONE = Suffix("", 0, "")


def harmonises(stem: str, letters: str) -> bool:
    """True where the first vowel of an ending suits the last one of its stem: «beşer», not «beşar»."""
    last = next((c for c in reversed(stem) if c in _VOWELS), "")
    first = next((c for c in letters if c in _VOWELS), "")
    return not first or (last in _FRONT) == (first in _FRONT)


@lru_cache(maxsize=1024)
def read(letters: str) -> Suffix | None:
    """Return what the lower-case `letters` behind a number are, None where they are no ending of numbers."""
    if not letters:
        return NONE
    m = lexicon().suffix.fullmatch(letters)
    if not m:
        return None
    for kind in _DERIVED:
        if m[kind]:
            core = len(m[kind]) if kind in _FORMS else 0
            return Suffix(kind, core, letters[core:])
    kind = next(k for k, v in m.groupdict().items() if v and k not in {"tail", "step"})
    return Suffix(kind, 0, letters)
