"""A document as rows of the tables: plain dicts, keys in the order of the schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256

from olgu.article import Article, Document, Duplicate, Fact, Failure, Number, Slot
from olgu.write.evidence import evidence_span
from olgu.write.schema import ARTICLES, ENTITIES, ERRORS, FACTS, MENTIONS, Row

Rows = dict[str, list[Row]]
"""Rows by the name of their table."""


def document_rows(document: Document) -> Rows:
    """Return the rows of every table for one article, by offset.

    Raises `ValueError` where a span lies outside the text or the text is no valid Unicode (a lone surrogate).
    """
    article = document.article
    return {
        ARTICLES.name: [_article_row(document)],
        FACTS.name: list(fact_rows(document)),
        MENTIONS.name: _mention_rows(document),
        ENTITIES.name: _entity_rows(document, article.id),
    }


def failure_rows(failure: Failure) -> Rows:
    """Return the row of `articles` and the row of `errors` for an input that failed."""
    article: Row = dict.fromkeys(ARTICLES.names)
    article |= {"article_id": printable(failure.id), "path": printable(failure.path)}
    article |= {"facts": 0, "status": "failed", "error": printable(failure.message)}
    error: Row = {name: printable(getattr(failure, name)) for name in ERRORS.names}
    return {ARTICLES.name: [article], ERRORS.name: [error]}


def duplicate_rows(duplicate: Duplicate) -> Rows:
    """Return the row of `articles` for an article that is not extracted again."""
    row = _article_row(Document(duplicate.article))
    return {ARTICLES.name: [row | {"sentences": None, "status": "duplicate", "duplicate_of": duplicate.of}]}


def item_rows(item: Document | Failure | Duplicate) -> Rows:
    """Return the rows of whatever an input became; raises what `document_rows` raises."""
    if isinstance(item, Document):
        return document_rows(item)
    return failure_rows(item) if isinstance(item, Failure) else duplicate_rows(item)


def fact_rows(document: Document) -> Iterator[Row]:
    """Yield the rows of `facts`, by offset."""
    seen: Counter[tuple[int, int]] = Counter()
    for fact in sorted(document.facts, key=lambda fact: (fact.start, fact.end)):
        seen[fact.start, fact.end] += 1
        yield _fact_row(document.article, fact, seen[fact.start, fact.end])


def number_text(value: Number) -> str:
    """Return the canonical text of a number: "6000000000", "9.6", "1/3"; no exponent, no trailing zeros."""
    if not isinstance(value, Decimal):
        return str(value)
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def cut(text: str, start: int, end: int) -> str:
    """Return `text[start:end]`; raise `ValueError` unless that span is non-empty and lies in the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}-{end} does not lie in a text of {len(text)} characters")
    return text[start:end]


def printable(text: str | None) -> str | None:
    r"""Write what UTF-8 cannot carry (bytes of a file name that are no UTF-8) as `\udc..` escapes."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fact_row(article: Article, fact: Fact, nth: int) -> Row:
    text = article.text
    what, time, place = fact.what, fact.time, fact.place
    again = f".{nth}" if nth > 1 else ""
    row: Row = {
        "fact_id": f"{article.id}#{fact.start}-{fact.end}{again}",
        "article_id": article.id,
        "sentence": fact.sentence,
        "start": fact.start,
        "end": fact.end,
        "quote": cut(text, fact.start, fact.end),
        "kind": fact.kind,
        "value": number_text(fact.value),
        "value_to": None if fact.value_to is None else number_text(fact.value_to),
        "bound": fact.bound,
        "unit": fact.unit,
        "per": fact.per,
        "what": _quote(text, what),
        "what_start": what.start if what else None,
        "what_end": what.end if what else None,
        "what_lemma": fact.what_lemma,
        "predicate": fact.predicate,
        "role": fact.role,
        "direction": fact.direction,
        "status": fact.status,
        "time": time.value if time else None,
        "time_quote": _quote(text, time),
        "place": _quote(text, place),
        "country": fact.country,
        "speaker": _speaker(text, fact.speaker),
        "speaker_id": _entity_id(article.id, fact.speaker_id),
        "rule": fact.rule,
        "confidence": fact.confidence,
        "evidence": cut(text, *evidence_span(fact)),
        "unit_assumed": int(fact.unit_assumed),
        "participants": " ".join(fact.participants) or None,
        "place_id": _entity_id(article.id, fact.place_id),
        "agreement": fact.agreement,
        "differing": " ".join(fact.differing) or None,
    }
    return row


def _quote(text: str, slot: Slot | None) -> str | None:
    return cut(text, slot.start, slot.end) if slot else None


def _speaker(text: str, slot: Slot | None) -> str | None:
    return (slot.value or cut(text, slot.start, slot.end)) if slot else None


def _entity_id(article_id: str, local: str | None) -> str | None:
    return f"{article_id}:{local}" if local else None


def _mention_rows(document: Document) -> list[Row]:
    article = document.article
    return [
        {
            "article_id": article.id,
            "start": mention.start,
            "end": mention.end,
            "quote": cut(article.text, mention.start, mention.end),
            "type": mention.type,
            "entity_id": _entity_id(article.id, mention.entity),
        }
        for mention in sorted(document.mentions, key=lambda mention: (mention.start, mention.end))
    ]


def _entity_rows(document: Document, article_id: str) -> list[Row]:
    mentions = Counter(mention.entity for mention in document.mentions)
    return [
        {
            "entity_id": _entity_id(article_id, entity.id),
            "type": entity.type,
            "name": entity.name,
            "country": entity.country,
            "mentions": mentions[entity.id],
            "articles": 1,
        }
        for entity in document.entities
    ]


def _article_row(document: Document) -> Row:
    article = document.article
    return {
        "article_id": article.id,
        "path": printable(article.path),
        "source": printable(article.source),
        "title": printable(article.title),
        "date": article.date,
        "language": "tr",
        "sha256": sha256(article.text.encode("utf-8")).hexdigest(),
        "characters": len(article.text),
        "sentences": len(document.sentences),
        "facts": len(document.facts),
        "status": "ok",
        "error": None,
        "duplicate_of": None,
    }
