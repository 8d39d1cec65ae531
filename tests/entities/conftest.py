"""Runs made by hand: the tables of entities and mentions of a few articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from olgu.write.schema import ENTITIES, MENTIONS, Row
from olgu.write.sinks import SINKS

KINDS = {"P": "PERSON", "O": "ORG", "L": "LOC"}
Article = Sequence[str]
"""Entities of an article: "P:Vladimir Putin/Putin" is a person with two spellings, "L:Kore@KR" a place of a country."""
Write = Callable[..., Path]


def rows(articles: dict[str, Article]) -> tuple[list[Row], list[Row]]:
    entities: list[Row] = []
    mentions: list[Row] = []
    for article, listed in articles.items():
        for number, entry in enumerate(listed, 1):
            entity = f"{article}:e{number}"
            kind, rest = entry.split(":", 1)
            rest, _, country = rest.partition("@")
            spellings = rest.split("/")
            entities.append(
                {"entity_id": entity, "type": KINDS[kind], "name": spellings[0], "country": country or None,
                 "mentions": len(spellings), "articles": 1}
            )  # fmt: skip
            mentions.extend(
                {"article_id": article, "start": at, "end": at + len(quote), "quote": quote, "type": KINDS[kind],
                 "entity_id": entity}
                for at, quote in enumerate(spellings)
            )  # fmt: skip
    return entities, mentions


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the tables of articles: `write(articles, form="jsonl", folder="out")` gives the folder."""

    def make(articles: dict[str, Article], form: str = "jsonl", folder: str = "out") -> Path:
        out = tmp_path / folder
        out.mkdir(exist_ok=True)
        for table, content in zip((ENTITIES, MENTIONS), rows(articles), strict=True):
            sink = SINKS[form](out / f"{table.name}.{form}", table)
            sink.write(content)
            sink.close()
        return out

    return make
