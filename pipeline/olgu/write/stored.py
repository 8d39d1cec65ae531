"""Tables that a run has written, read back as rows with the types of the schema."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import NoneType

from olgu.write.schema import FACTS, Column, Row, Table

SUFFIXES = (".jsonl", ".csv", ".parquet")
"""From the fastest to read to the slowest."""


class StoredError(Exception):
    """Tables that cannot be read; the message says what, where, and what to do."""


def stored_rows(out: Path, table: Table) -> list[Row]:
    """Return the rows of `table` in the folder `out`; no rows where the folder has no such table.

    `out` may also be one file, which then is the table of facts and nothing else. Columns that a file lacks are None.
    Raises `StoredError` where there is no table of facts, or a file that cannot be read.
    """
    path = stored_path(out, table)
    if path is None:
        return []
    try:
        names = table.names
        numbers = [(column.name, _NUMBERS[column.type]) for column in table.columns if column.type in _NUMBERS]
        return [_typed(row, table, names, numbers) for row in _READERS[path.suffix](path)]
    except (OSError, ValueError, csv.Error) as error:
        raise StoredError(f"{path}: cannot be read as the table {table.name}: {error}; extract it anew") from error


def stored_columns(out: Path, table: Table) -> frozenset[str]:
    """Return the columns of `table` that the files in `out` have: fewer where an older version wrote them."""
    path = stored_path(out, table)
    first = next(iter(_READERS[path.suffix](path)), None) if path else None
    return frozenset(table.names) & frozenset(table.names if first is None else first)


def stored_path(out: Path, table: Table) -> Path | None:
    """Return the file of `table` that is read; None for a table other than the facts that is not there.

    Raises `StoredError` where there are no facts.
    """
    if out.is_file() and out.suffix in SUFFIXES:
        return out if table is FACTS else None
    for suffix in SUFFIXES:
        if (path := out / f"{table.name}{suffix}").is_file():
            return path
    if table is not FACTS:
        return None
    raise StoredError(f"{out}: no facts.jsonl, facts.csv or facts.parquet there; make them with 'olgu extract'")


_CHUNK = 1000
"""Lines parsed in one go: the parser then makes each key once, which takes a third off the time."""


def _json_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        while chunk := list(islice(lines, _CHUNK)):
            yield from json.loads(f"[{','.join(line for line in chunk if line.strip())}]")


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _parquet_rows(path: Path) -> Iterator[Row]:
    from pyarrow import parquet  # noqa: PLC0415 - slow to import

    for batch in parquet.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


_NUMBERS: dict[str, tuple[type, ...]] = {"integer": (int, NoneType), "number": (float, int, NoneType)}
_READERS = {".jsonl": _json_rows, ".csv": _csv_rows, ".parquet": _parquet_rows}


def _typed(row: Row, table: Table, names: tuple[str, ...], numbers: list[tuple[str, tuple[type, ...]]]) -> Row:
    """Return the row with the columns and types of `table`; quick for rows that have them, as olgu writes them."""
    if not isinstance(row, dict):
        raise ValueError(f"a row must be an object, not {type(row).__name__}")
    if tuple(row) != names:
        row = {name: row.get(name) for name in names}
    if all(type(row[name]) in types for name, types in numbers) and "" not in row.values():
        return row
    return {column.name: _cell(row[column.name], column) for column in table.columns}


def _cell(value: object, column: Column) -> str | int | float | None:
    if value is None or value == "":
        return None
    if column.type == "integer":
        return value if isinstance(value, int) else int(str(value))
    if column.type == "number":
        return float(str(value))
    return str(value)
