"""Documents made by hand, with everything in them that a table format may trip over."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from olgu.article import Article, Document, Entity, Fact, Failure, Mention, Slot

TEXT = (
    "\"Kaya, Oğlu\" A.Ş.'nin cirosu\r\n6 milyar dolara ulaştı. Üçte biri Iğdır'da.\n"
    "5 ila 10 gün sürer.\r=1+1 derneği 😀 dedi."
)


def make_fact(text: str, quote: str, **changed: object) -> Fact:
    start = text.index(quote)
    slots: dict[str, object] = {
        "kind": "count", "value": Decimal(3), "value_to": None, "bound": "exact", "unit": None, "per": None,
        "what": None, "what_lemma": None, "predicate": None, "role": "level", "direction": None, "status": "actual",
        "time": None, "place": None, "country": None, "speaker": None, "speaker_id": None, "rule": "test",
        "confidence": 0.9, "sentence": 0, "sentence_start": 0, "sentence_end": len(text),
    }  # fmt: skip
    span = {"start": start, "end": start + len(quote)}
    return Fact(**(slots | span | changed))  # type: ignore[arg-type]


def slot(text: str, quote: str, value: str | None = None) -> Slot:
    start = text.index(quote)
    return Slot(start, start + len(quote), "test", value)


@pytest.fixture
def rich() -> Document:
    """A document with commas, quotation marks, line ends of three kinds, a formula and a letter beyond the BMP."""
    names = ('"Kaya, Oğlu" A.Ş.', "Iğdır", "=1+1 derneği")
    mentions = tuple(
        Mention(TEXT.index(name), TEXT.index(name) + len(name), kind, "test", f"e{n}")
        for n, (name, kind) in enumerate(zip(names, ("ORG", "LOC", "ORG"), strict=True), 1)
    )
    entities = tuple(Entity(m.entity or "", m.type, TEXT[m.start : m.end], None) for m in mentions)
    facts = (
        make_fact(
            TEXT, "5 ila 10 gün", kind="duration", value=Decimal(5), value_to=Decimal(10), bound="range", unit="d"
        ),
        make_fact(
            TEXT, "6 milyar dolara", kind="money", value=Decimal("6E+9"), unit="USD", predicate="ulaşmak",
            direction="up", what=slot(TEXT, "cirosu"), what_lemma="ciro", time=slot(TEXT, "ulaştı", "../2023"),
            speaker=slot(TEXT, "=1+1 derneği", "=1+1 derneği"), speaker_id="e3",
        ),
        make_fact(
            TEXT, "Üçte biri", kind="ratio", value=Fraction(1, 3), role="share", place=slot(TEXT, "Iğdır"), country="TR"
        ),
    )  # fmt: skip
    article = Article("a,1", TEXT, title='Başlık; "iki"\nsatır', date="2024-06-12", source="NA", path="a.txt")
    return Document(article, facts, mentions, entities, sentences=((0, 20), (20, len(TEXT))))


@pytest.fixture
def bare() -> Document:
    """An article without facts."""
    return Document(Article("a2", "Haber yok."), sentences=((0, 10),))


@pytest.fixture
def failure() -> Failure:
    return Failure(
        "bozuk", "bozuk.json", "read", "bad-json", 'bozuk.json: line 1: expected "," after a value; repair it'
    )
