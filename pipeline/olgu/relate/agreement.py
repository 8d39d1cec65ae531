"""Two readings of the same text: which facts they agree on, and in which slots the others differ."""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from olgu.article import Document, Fact, Slot

FACT = "fact"
"""What differs where only one reading has the fact."""
SUPPORT = "confidence"
"""What differs where both read the same and are not sure enough of it."""
_LEAST, _MOST = 0.01, 0.99


def mark(document: Document, other: Document) -> Document:
    """Return `document` with its facts `agreed` or `disputed` against those of `other`, and those that only that has.

    Facts are the same where kind, value and span of the quantity are. A fact is agreed where all its slots are the same
    too and the readings together are sure enough to support them. Both documents are of the same article.
    """
    waiting: dict[tuple[object, ...], list[Fact]] = {}
    for fact in other.facts:
        waiting.setdefault(_key(fact), []).append(fact)
    marked = []
    for fact in document.facts:
        same = waiting.get(_key(fact))
        marked.append(_marked(fact, same.pop(0)) if same else _alone(fact))
    marked += [_alone(_moved(fact, document.sentences)) for left in waiting.values() for fact in left]
    return replace(document, facts=tuple(sorted(marked, key=lambda fact: (fact.start, fact.end))))


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.start, fact.end, fact.kind, fact.value, fact.value_to


def _marked(fact: Fact, other: Fact) -> Fact:
    differing = tuple(name for name, of in _SLOTS if of(fact) != of(other))
    sure = confidence(fact.confidence, other.confidence, agreed=not differing)
    if not differing and sure < _weights()["support"]:
        differing = (SUPPORT,)
    return replace(fact, agreement="disputed" if differing else "agreed", differing=differing, confidence=sure)


def _alone(fact: Fact) -> Fact:
    return replace(fact, agreement="disputed", differing=(FACT,))


def confidence(own: float, other: float, *, agreed: bool) -> float:
    """Return the share of such facts that are right, 0..1, in hundredths, from what the two readings say of it."""
    weights = _weights()["agreed" if agreed else "disputed"]
    score = weights["bias"] + weights["own"] * log_odds(own) + weights["other"] * log_odds(other)
    return round(1 / (1 + math.exp(-score)), 2)


def log_odds(share: float) -> float:
    """Return the logarithm of the odds of a share, kept away from 0 and 1."""
    share = min(max(share, _LEAST), _MOST)
    return math.log(share / (1 - share))


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads((files("olgu.relate") / "agreement.toml").read_text("utf-8"))


def _moved(fact: Fact, sentences: Sequence[tuple[int, int]]) -> Fact:
    """Seat a fact in the sentences of the document that it is added to, whose entities it does not know."""
    index = max(bisect_right(sentences, (fact.start, fact.end)) - 1, 0)
    start, end = sentences[index]
    return replace(
        fact, sentence=index, sentence_start=start, sentence_end=max(end, fact.end), speaker_id=None, place_id=None
    )


def _value(slot: str) -> Callable[[Fact], object]:
    return lambda fact: getattr(fact, slot)


def _of(slot: str, part: str) -> Callable[[Fact], object]:
    def of(fact: Fact) -> object:
        found: Slot | None = getattr(fact, slot)
        return None if found is None else getattr(found, part)

    return of


_SLOTS: tuple[tuple[str, Callable[[Fact], object]], ...] = (
    ("unit", _value("unit")), ("per", _value("per")), ("bound", _value("bound")), ("what", _of("what", "end")),
    ("predicate", _value("predicate")), ("role", _value("role")), ("direction", _value("direction")),
    ("status", _value("status")), ("time", _of("time", "value")), ("place", _of("place", "start")),
    ("speaker", _of("speaker", "value")),
)  # fmt: skip
"""The slots of a fact and how each is compared: of what is measured its head, which ends it in Turkish."""
