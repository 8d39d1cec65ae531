"""One table into one file: CSV, JSON Lines, Parquet; no more than a row group is held in memory."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from olgu.write.forms import arrow_schema
from olgu.write.schema import NUMBER_PATTERN, Cell, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 10_000
"""Rows of a Parquet row group: what is held in memory at once."""

EXCEL = "excel.csv"
"""The format of tables that are for spreadsheets only."""
_SPECIAL = re.compile('[",\n\r]')
_FORMULA = re.compile("[=+@\t\r\n＝＋－＠-]")
"""What a cell begins with that a spreadsheet takes for a formula (OWASP, CSV Injection)."""
_NUMBER = re.compile(NUMBER_PATTERN)


class Sink(Protocol):
    """Takes the rows of one table."""

    @staticmethod
    def part(rows: Sequence[Row], table: Table) -> bytes:
        """Return rows of `table` in the form that `append` takes; they may be made in another process."""

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""

    def append(self, part: bytes) -> None:
        """Append a part; the file is the same however its rows are cut into parts."""

    def close(self) -> None:
        """Finish the file."""


class CsvSink:
    """RFC 4180 with `\\n` as line end; null is an empty cell. Rows have the keys of the schema in its order."""

    _encoding = "utf-8"

    def __init__(self, path: Path, table: Table) -> None:
        self._table = table
        self._file = path.open("wb")
        self._file.write(csv_lines([table.names]).encode(self._encoding))

    @staticmethod
    def part(rows: Sequence[Row], table: Table) -> bytes:
        """Return `rows` as lines without the header."""
        return csv_lines([row.values() for row in rows]).encode("utf-8")

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self.append(self.part(rows, self._table))

    def append(self, part: bytes) -> None:
        """Append lines."""
        self._file.write(part)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class ExcelSink(CsvSink):
    """CSV for spreadsheets: a byte order mark, and no cell that is taken for a formula."""

    _encoding = "utf-8-sig"

    @staticmethod
    def part(rows: Sequence[Row], table: Table) -> bytes:
        """Return `rows` as lines without the header."""
        return csv_lines([[harmless(cell) for cell in row.values()] for row in rows]).encode("utf-8")


def harmless(cell: Cell) -> Cell:
    """Return the cell, with an apostrophe before it where a spreadsheet would take it for a formula."""
    if not isinstance(cell, str) or not _FORMULA.match(cell) or _NUMBER.search(cell):
        return cell
    return f"'{cell}"


def csv_lines(records: Collection[Collection[Cell]]) -> str:
    """Return the records as lines, cells quoted where RFC 4180 asks for it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(records)
    written = buffer.getvalue()
    # Some versions of the csv module leave a lone CR unquoted, which most readers take for a line end.
    return "".join(map(_csv_line, records)) if "\r" in written else written


def _csv_line(cells: Iterable[Cell]) -> str:
    return ",".join(map(_csv_cell, cells)) + "\n"


def _csv_cell(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


class JsonlSink:
    """One object a line, letters as they are. Rows have the keys of the schema in its order."""

    def __init__(self, path: Path, table: Table) -> None:
        self._table = table
        self._file = path.open("wb")

    @staticmethod
    def part(rows: Sequence[Row], table: Table) -> bytes:
        """Return `rows` as lines."""
        return msgspec.json.Encoder().encode_lines(rows)

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self.append(self.part(rows, self._table))

    def append(self, part: bytes) -> None:
        """Append lines."""
        self._file.write(part)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class ParquetSink:
    """Parquet in row groups of `ROW_GROUP` rows, compressed by Zstandard; a part is a stream of Arrow IPC."""

    def __init__(self, path: Path, table: Table) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

        self._table = table
        self._schema = arrow_schema(table)
        self._writer: Any = pq.ParquetWriter(path, self._schema, compression="zstd", version="2.6")
        self._rows: list[Row] = []
        self._held: list[Any] = []

    @staticmethod
    def part(rows: Sequence[Row], table: Table) -> bytes:
        """Return `rows` as a stream of Arrow IPC."""
        import pyarrow as pa  # noqa: PLC0415 - slow to import

        content = arrow_table(rows, table)
        buffer = pa.BufferOutputStream()
        with pa.ipc.new_stream(buffer, content.schema) as stream:
            stream.write_table(content)
        return bytes(buffer.getvalue())

    def write(self, rows: Sequence[Row]) -> None:
        """Append `rows`."""
        self._rows += rows
        if len(self._rows) >= ROW_GROUP:
            self._hold_rows()

    def append(self, part: bytes) -> None:
        """Append a stream of Arrow IPC."""
        import pyarrow as pa  # noqa: PLC0415 - slow to import

        self._hold_rows()
        with pa.ipc.open_stream(part) as stream:
            self._hold(stream.read_all())

    def close(self) -> None:
        """Finish the file."""
        self._hold_rows()
        self._flush(1)
        self._writer.close()

    def _hold_rows(self) -> None:
        if self._rows:
            rows, self._rows = self._rows, []
            self._hold(arrow_table(rows, self._table))

    def _hold(self, content: pa.Table) -> None:
        self._held.append(content)
        if sum(len(held) for held in self._held) >= ROW_GROUP:
            self._flush(ROW_GROUP)

    def _flush(self, least: int) -> None:
        """Write row groups until fewer than `least` rows are held."""
        import pyarrow as pa  # noqa: PLC0415 - slow to import

        # One chunk a column, since the bytes of a page depend on where chunks end.
        content = pa.concat_tables(self._held).combine_chunks() if self._held else self._schema.empty_table()
        while len(content) >= least:
            self._writer.write_table(content.slice(0, ROW_GROUP).combine_chunks(), row_group_size=ROW_GROUP)
            content = content.slice(ROW_GROUP)
        self._held = [content] if len(content) else []


def arrow_table(rows: Sequence[Row], table: Table) -> pa.Table:
    """Return `rows` as a pyarrow table."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    schema = arrow_schema(table)
    columns = [pa.array([row[field.name] for row in rows], field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


SINKS: dict[str, type[CsvSink] | type[JsonlSink] | type[ParquetSink]] = {
    "csv": CsvSink,
    "jsonl": JsonlSink,
    "parquet": ParquetSink,
    EXCEL: ExcelSink,
}
FORMATS = tuple(SINKS)
