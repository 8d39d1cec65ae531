"""One table into one file: CSV, JSON Lines, Parquet; no more than a row group is held in memory."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from olgu.write.forms import arrow_schema
from olgu.write.schema import Cell, Row, Table

ROW_GROUP = 10_000
"""Rows of a Parquet row group: what is held in memory at once."""

_SPECIAL = re.compile('[",\n\r]')


class Sink(Protocol):
    """Takes the rows of one table."""

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""

    def close(self) -> None:
        """Finish the file."""


class CsvSink:
    """RFC 4180 with `\\n` as line end; null is an empty cell. Rows have the keys of the schema in its order."""

    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(csv_lines([table.names]))

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self._file.write(csv_lines([list(row.values()) for row in rows]))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def csv_lines(records: Sequence[Sequence[Cell]]) -> str:
    """Return the records as lines, cells quoted where RFC 4180 asks for it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(records)
    written = buffer.getvalue()
    # Some versions of the csv module leave a lone CR unquoted, which most readers take for a line end.
    return "".join(map(_csv_line, records)) if "\r" in written else written


def _csv_line(cells: Sequence[Cell]) -> str:
    return ",".join(map(_csv_cell, cells)) + "\n"


def _csv_cell(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


class JsonlSink:
    """One object a line, letters as they are. Rows have the keys of the schema in its order."""

    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self._file.write("".join([self._encode(row) + "\n" for row in rows]))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class ParquetSink:
    """Parquet in row groups of `ROW_GROUP` rows, compressed by Zstandard."""

    def __init__(self, path: Path, table: Table) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

        self._schema = arrow_schema(table)
        self._writer: Any = pq.ParquetWriter(path, self._schema, compression="zstd", version="2.6")
        self._rows: list[Row] = []

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self._rows += rows
        while len(self._rows) >= ROW_GROUP:
            self._flush(self._rows[:ROW_GROUP])
            self._rows = self._rows[ROW_GROUP:]

    def close(self) -> None:
        """Finish the file."""
        if self._rows:
            self._flush(self._rows)
            self._rows = []
        self._writer.close()

    def _flush(self, rows: Sequence[Row]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - slow to import

        columns = [pa.array([row[field.name] for row in rows], field.type) for field in self._schema]
        self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema), row_group_size=ROW_GROUP)


SINKS: dict[str, type[CsvSink] | type[JsonlSink] | type[ParquetSink]] = {
    "csv": CsvSink,
    "jsonl": JsonlSink,
    "parquet": ParquetSink,
}
FORMATS = tuple(SINKS)
