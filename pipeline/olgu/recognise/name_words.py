"""The words of a Doc as name rules see them: without suffixes after an apostrophe, with the shape of their capitals.

Words are cut by a pattern of their own, since a name is more than a token ("Kasım-Cömert", "L’Oreal", "A.Ş.").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from olgu.analyse.casing import lower
from olgu.recognise.gazetteer import data

if TYPE_CHECKING:
    from spacy.tokens import Doc

_APOSTROPHES = "'’‘ʼ`´"
_WORD = re.compile(
    rf"(?:[^\W\d_]{{1,2}}\.){{2,4}}(?:[{_APOSTROPHES}][^\W\d_]+)?"
    rf"|\d+(?:[.,]\d+)*\.?(?:[{_APOSTROPHES}][^\W\d_]+)?(?![^\W\d_])"
    rf"|[^\W_]+(?:(?:[-‑&+{_APOSTROPHES}]|\.(?=[^\W\d_]{{3}}))[^\W_]+)*"
)
_SUFFIX = re.compile(rf"[{_APOSTROPHES}]([^\W\d_]*)\Z")
_VOWEL = re.compile(r"[aeıioöuüâîû]")

LOWER, CAPITAL, UPPER, NUMBER = range(4)


@dataclass(frozen=True, slots=True)
class NameWord:
    """`end` and `low` are without the suffix; `weak`: the capital is no evidence (start of a sentence, of a quotation)."""

    low: str
    suffix: str
    shape: int
    start: int
    end: int
    weak: bool
    joined: bool
    """Only spaces part it from the word before, in the same sentence, and that word has no suffix."""
    gap: str
    """What stands between it and the word before, white space stripped."""


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations inside names whose full stop ends no sentence."""
    return frozenset(data("names.toml")["abbreviations"])


@lru_cache(maxsize=65536)
def analyse(text: str) -> tuple[int, str, str, int]:
    """Return (length without suffix, lower case without suffix, suffix, shape) of a word."""
    length, suffix = len(text), ""
    match = _SUFFIX.search(text)
    if match and match.start():
        rest = lower(match[1])
        if (match[1].islower() or text.isupper()) and _VOWEL.search(rest):
            length, suffix = match.start(), rest
    stem = text[:length]
    return length, lower(stem).replace("’", "'"), suffix, _shape(stem)


def _shape(stem: str) -> int:
    if stem[0].isdigit():
        return UPPER if any(c.isalpha() and c.isupper() for c in stem) else NUMBER
    letters = [c for c in stem if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return UPPER
    if letters and (letters[0].isupper() or (len(letters) > 2 and any(c.isupper() for c in letters[1:3]))):
        return CAPITAL
    return LOWER


def words(doc: Doc) -> list[NameWord]:
    """Return the words of `doc` in order."""
    text = doc.text
    starts = {token.idx for token in doc if token.is_sent_start}
    result: list[NameWord] = []
    last_end, last_suffix, last_low, ends = 0, "", "", True
    for match in _WORD.finditer(text):
        start = match.start()
        length, low, suffix, shape = analyse(match[0])
        gap = text[last_end:start]
        mark = gap.strip()
        abbreviated = mark == "." and last_low in abbreviations()
        ends = not abbreviated and (start in starts or any(token in gap for token in ':“”"\n-–—•*?!«'))
        joined = (not mark or abbreviated) and not ends and not last_suffix
        result.append(NameWord(low, suffix, shape, start, start + length, ends or not result, joined, mark))
        last_end, last_low = match.end(), low
        last_suffix = "" if shape == NUMBER else suffix
    return result
