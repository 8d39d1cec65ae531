"""The tables of `olgu entities`: clusters, the cluster of every entity, and the reason of every merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from olgu.article import EntityType
from olgu.write.schema import Column, Row, Table
from olgu.write.sinks import SINKS
from olgu.write.staging import Staging, writing

CLUSTERS = Table(
    "clusters",
    "One row for each person, organisation or place of the run.",
    ("cluster_id",),
    (
        Column("cluster_id", "string", "Made from type and name, kept from run to run."),
        Column("type", "string", "What it is.", allowed=get_args(EntityType)),
        Column("name", "string", "The name that most of its articles use in full."),
        Column("country", "string", "ISO 3166-1 alpha-2 code, where one is known.", nullable=True),
        Column("mentions", "integer", "How many mentions name it."),
        Column("articles", "integer", "How many articles name it."),
        Column("wikidata", "string", "Its id by the table of `--wikidata`.", nullable=True),
    ),
)
LINKS = Table(
    "links",
    "One row for each entity of an article: the cluster that it is of.",
    ("entity_id",),
    (
        Column("entity_id", "string", "The entity in `entities`, `mentions` and `facts`."),
        Column("cluster_id", "string", "The cluster in `clusters`."),
    ),
    (("entity_id", "entities", "entity_id"), ("cluster_id", "clusters", "cluster_id")),
)
MERGES = Table(
    "merges",
    "One row for each pair of names that were made one; pairs that differ only by article need none.",
    ("cluster_id", "a", "b"),
    (
        Column("cluster_id", "string", "The cluster in `clusters`."),
        Column("a", "string", "A name."),
        Column("b", "string", "Another name, or the same where many entities bear it."),
        Column("reason", "string", "Why they are one: a short stable word, see `docs/entities.md`."),
        Column("score", "number", "How alike they are or how many articles agree, from 0 to 1."),
        Column("evidence", "string", "What was seen.", nullable=True),
    ),
    (("cluster_id", "clusters", "cluster_id"),),
)
TABLES = (CLUSTERS, LINKS, MERGES)


def write(out: Path, rows: Sequence[Sequence[Row]], formats: Sequence[str]) -> None:
    """Write the rows of `TABLES`, in that order, into `out`, all at once; raises `OutputError` where that fails."""
    staging = Staging(out, {f"{table.name}.{form}" for table in TABLES for form in SINKS}, force=True)
    try:
        staging.open()
        with writing(out):
            for table, content in zip(TABLES, rows, strict=True):
                for form in formats:
                    sink = SINKS[form](staging.folder / f"{table.name}.{form}", table)
                    sink.write(content)
                    sink.close()
            for path in sorted(staging.folder.iterdir()):
                path.replace(out / path.name)
    finally:
        staging.discard()
