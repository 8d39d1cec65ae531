"""A light view of a spaCy Doc for rules: plain words by sentence, made once per article.

Reading a spaCy token's attributes again and again from Python costs more than the rules themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from olgu.analyse.casing import lower

if TYPE_CHECKING:
    from spacy.tokens import Doc

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")


@dataclass(frozen=True, slots=True)
class Word:
    """A token: «Kore’den» has lower "kore’den", stem "kore" and suffix "den"."""

    text: str
    lower: str
    stem: str
    """Lower case, up to the apostrophe."""
    suffix: str
    """Lower case, after the apostrophe; "" where there is none."""
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True where the token holds a letter or a digit."""
        return any(c.isalnum() for c in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence; offsets in the Doc's text; `index` counts from 0."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str, str]:
    low = lower(text)
    parts = _APOSTROPHE.split(low, maxsplit=1)
    if len(parts) == 2 and parts[0] and parts[1].isalpha():
        return low, parts[0], parts[1]
    return low, low, ""


def sentences(doc: Doc) -> list[Sentence]:
    """Return the sentences of `doc` without white-space tokens; sentences of white space alone are left out."""
    result: list[Sentence] = []
    words: list[Word] = []

    def close() -> None:
        if words:
            result.append(Sentence(len(result), words[0].start, words[-1].end, tuple(words)))
            words.clear()

    for token in doc:
        if token.is_sent_start:
            close()
        text = token.text
        if not text.isspace():
            low, stem, suffix = _forms(text)
            words.append(Word(text, low, stem, suffix, token.idx, token.idx + len(text)))
    close()
    return result
