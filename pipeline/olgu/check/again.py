"""What may not change what is found: a second time, white space at the end, the Unicode form; for `--debug`, tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

from olgu.analyse.mending import mended
from olgu.article import Article, Document, Fact

BLANK = " \u00a0\n"
SPANNED = ("facts", "mentions", "times")


def broken_again(document: Document, extract: Callable[[Article], Document]) -> Iterator[str]:
    """Yield where the article, read again as it is and as it could have been written, gives something else.

    What was read between is in the memory by then, so this also finds what depends on the articles before.
    """
    article = document.article
    if replace(extract(article), article=article) != document:
        yield "a second extraction gives something else"
    text = article.text.rstrip()
    if text and not same_without_the_end(document, extract(replace(article, text=text + BLANK)), len(text)):
        yield "white space at the end changes what is found"
    if is_composed(article.text):
        apart = extract(replace(article, text=unicodedata.normalize("NFD", article.text)))
        if not same_decomposed(document, apart):
            yield "the Unicode form changes what is found"


def same_without_the_end(one: Document, other: Document, length: int) -> bool:
    """Return whether two texts that only differ in white space behind `length` have the same findings."""
    return _cut(one, length) == _cut(other, length)


def _cut(document: Document, length: int) -> tuple[Any, ...]:
    """The last sentence may or may not have the white space."""
    facts = tuple(replace(fact, sentence_end=min(fact.sentence_end, length)) for fact in document.facts)
    return facts, document.mentions, document.entities, document.times


def is_composed(text: str) -> bool:
    """Return whether a text is in NFC and can be taken apart and put together without any repair."""
    return (
        unicodedata.is_normalized("NFC", text)
        and not mended(text).changes  # damage may look like other damage when its accents stand apart
        and not any(unicodedata.combining(letter) for letter in text)  # which repair composes or drops
        and decomposed(text)[0] == unicodedata.normalize("NFD", text)
    )


def decomposed(text: str) -> tuple[str, list[int]]:
    """Return the text in NFD, and for each offset in it the one in `text`."""
    parts = [unicodedata.normalize("NFD", letter) for letter in text]
    back = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), [*back, len(text)]


def same_decomposed(one: Document, other: Document) -> bool:
    """Return whether the findings of a text in NFC and of the same in NFD, `other`, are the same at their places."""
    text = one.article.text
    lengths = list(accumulate((len(unicodedata.normalize("NFD", letter)) for letter in text), initial=0))
    back = decomposed(text)[1]
    for name in SPANNED:
        spans = [(lengths[each.start], lengths[each.end]) for each in getattr(one, name)]
        if [(each.start, each.end) for each in getattr(other, name)] != spans:
            return False
    return one.entities == other.entities and [_told(f) for f in one.facts] == [
        _told(_moved(f, back)) for f in other.facts
    ]


def _moved(fact: Fact, back: list[int]) -> Fact:
    slots: dict[str, Any] = {
        name: slot and replace(slot, start=back[slot.start], end=back[slot.end])
        for name in ("what", "time", "place", "speaker")
        for slot in [getattr(fact, name)]
    }
    return replace(fact, **slots)


def _told(fact: Fact) -> Fact:
    return replace(fact, start=0, end=0, sentence_start=0, sentence_end=0)
