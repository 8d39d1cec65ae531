"""The extracted tables that are held against gold: a run's output, or an extraction made on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from olgu.article import Article
from olgu.check.gold import GoldArticle
from olgu.write.rows import document_rows
from olgu.write.schema import ARTICLES, FACTS, MENTIONS, Row
from olgu.write.stored import StoredError, stored_rows


@dataclass(frozen=True, slots=True)
class Extracted:
    """Rows of facts and mentions; `mentions` is None where the output has no such table."""

    facts: list[Row]
    mentions: list[Row] | None


def extract(gold: list[GoldArticle], model: str | None = None) -> Extracted:
    """Extract facts and mentions of the articles of gold, with the dates that it gives; `model` as in `olgu.load`."""
    from olgu import flow  # noqa: PLC0415 - loads every recogniser
    from olgu.analyse import language  # noqa: PLC0415 - loads spaCy

    facts: list[Row] = []
    mentions: list[Row] = []
    nlp = language.load(model)
    for article in gold:
        rows = document_rows(flow.process(Article(article.id, article.text, article.title, article.date), nlp))
        facts += rows[FACTS.name]
        mentions += rows[MENTIONS.name]
    return Extracted(facts, mentions)


def read_extracted(out: Path, gold: list[GoldArticle]) -> Extracted:
    """Read the tables in `out`, a folder or a file of facts.

    Raises `StoredError` where there are none, where an article of the gold was extracted from another text, with
    another date or not at all: its figures would say nothing about the rules.
    """
    if not out.exists():
        raise StoredError(f"{out}: no such file or folder; make it with 'olgu extract'")
    facts = stored_rows(out, FACTS)
    if out.is_file():
        return Extracted(facts, None)
    _check_articles(out, {row["article_id"]: row for row in stored_rows(out, ARTICLES)}, gold)
    return Extracted(facts, stored_rows(out, MENTIONS) or None)


def _check_articles(out: Path, articles: dict[object, Row], gold: list[GoldArticle]) -> None:
    if not articles:
        return
    for article in gold:
        row = articles.get(article.id)
        if row is None:
            problem = "is in the gold but not in these tables"
        elif row["sha256"] not in (None, article.sha256):
            problem = "was extracted from another text than the gold's"
        elif row["date"] != article.date:
            problem = f"was extracted with the date {row['date'] or 'unknown'}, the gold has {article.date or 'none'}"
        else:
            continue
        raise StoredError(f"{out}: article {article.id!r} {problem}; leave OUT away to extract the gold's own articles")
