"""Two articles of the own corpus as gold, and rows made from that gold with known mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from olgu.check.gold import GoldArticle, read_gold
from olgu.write.schema import FACTS, Row

GOLD = Path(__file__).parents[2] / "corpus" / "gold"


def perfect(article: GoldArticle) -> list[Row]:
    """The rows of a system that makes no mistake, optional facts included."""
    rows: list[Row] = []
    for fact in article.facts:
        row: Row = dict.fromkeys(FACTS.names)
        row |= {name: getattr(fact, name) for name in FACTS.names if hasattr(fact, name) and name != "what"}
        row |= {"article_id": article.id, "fact_id": f"{article.id}#{fact.start}-{fact.end}", "rule": "test"}
        row |= {"sentence": 0, "confidence": 1.0, "evidence": article.text[max(0, fact.start - 30) : fact.end + 30]}
        if fact.what:
            start, end = fact.what
            row |= {"what": article.text[start:end], "what_start": start, "what_end": end}
        rows.append(row)
    return rows


def names(article: GoldArticle) -> list[Row]:
    return [
        {"article_id": article.id, "start": start, "end": end, "quote": quote, "type": entity.type, "entity_id": None}
        for entity in article.entities
        for start, end, quote in entity.mentions
    ]


@pytest.fixture(scope="session")
def gold() -> list[GoldArticle]:
    chosen = {"artvinde-sel", "kazakistan-kore-11-belge"}
    return [article for article in read_gold(GOLD) if article.id in chosen]


@pytest.fixture
def rows(gold: list[GoldArticle]) -> list[Row]:
    return [row for article in gold for row in perfect(article)]


@pytest.fixture
def mentions(gold: list[GoldArticle]) -> list[Row]:
    return [row for article in gold for row in names(article)]
