"""The entities and mentions of a run, article by article, one article in memory at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from olgu.write.schema import ENTITIES, MENTIONS, Table
from olgu.write.stored import SUFFIXES, StoredError

Cells = dict[str, Any]
_LINES = 256
"""Lines that are parsed at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity of one article with every spelling of it and how often it is used."""

    id: str
    type: str
    name: str
    country: str | None
    spellings: dict[str, int]


def articles(out: Path) -> Iterator[list[Found]]:
    """Yield the entities of each article of a run that has any.

    Raises `StoredError` where `out` has no table of entities or of mentions, or one that cannot be read.
    """
    mentions = _by_article(out, MENTIONS)
    held = next(mentions, None)
    for article, rows in _by_article(out, ENTITIES):
        spelled: dict[str, dict[str, int]] = {}
        if held is not None and held[0] == article:
            for row in held[1]:
                spellings = spelled.setdefault(row["entity_id"], {})
                spellings[row["quote"]] = spellings.get(row["quote"], 0) + 1
            held = next(mentions, None)
        yield [_found(row, spelled.get(row["entity_id"], {})) for row in rows]


def file_of(out: Path, table: Table) -> Path | None:
    """Return the file of a table of a run, of the fastest form to read that is there."""
    paths = (out / f"{table.name}{suffix}" for suffix in SUFFIXES)
    return next((path for path in paths if path.is_file()), None)


def rows(path: Path) -> Iterator[Cells]:
    """Yield the rows of a written table, cells as they are in its form; raises `StoredError` where it is broken."""
    try:
        yield from _READERS[path.suffix](path)
    except (OSError, ValueError, csv.Error) as error:
        raise StoredError(f"{path}: cannot be read: {error}; extract it anew") from error


def _found(row: Cells, spellings: dict[str, int]) -> Found:
    name = row["name"]
    return Found(row["entity_id"], row["type"], name, row["country"] or None, spellings or {name: 1})


def _by_article(out: Path, table: Table) -> Iterator[tuple[str, list[Cells]]]:
    """Yield the rows of each article; the tables stand in the order of the articles."""
    path = file_of(out, table)
    if path is None:
        raise StoredError(f"{out}: no table of {table.name} there; make it with 'olgu extract'")
    named = (row for row in rows(path) if row["entity_id"])
    for article, group in groupby(named, key=lambda row: str(row["entity_id"]).rpartition(":")[0]):
        yield article, list(group)


def _json_rows(path: Path) -> Iterator[Cells]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        while batch := list(islice(lines, _LINES)):
            yield from json.loads(f"[{','.join(batch)}]")


def _csv_rows(path: Path) -> Iterator[Cells]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _parquet_rows(path: Path) -> Iterator[Cells]:
    from pyarrow import parquet  # noqa: PLC0415 - slow to import

    for batch in parquet.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


_READERS = {".jsonl": _json_rows, ".csv": _csv_rows, ".parquet": _parquet_rows}
