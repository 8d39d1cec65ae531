"""The tables that a run has written, read back by column: Arrow parses a table several times faster than Python.

What it cannot parse is read by `olgu.write.stored`, which knows more forms of a cell and says what is wrong with a
file.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from olgu.write.forms import arrow_schema
from olgu.write.schema import FACTS, Row, Table
from olgu.write.sinks import arrow_table
from olgu.write.stored import StoredError, stored_path, stored_rows

if TYPE_CHECKING:
    import pyarrow as pa


def stored_facts(out: Path) -> pa.Table:
    """Return the table of facts in `out`, see `stored_table`."""
    return stored_table(out, FACTS)


def stored_table(out: Path, table: Table, names: Collection[str] = ()) -> pa.Table:
    """Return a table in `out`, a folder or one file of facts, with the columns and types of the schema, or only some.

    Empty cells and columns that the file lacks are null. Raises `StoredError` as `stored_rows` does.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    path = stored_path(out, table)
    fields = [field for field in arrow_schema(table) if not names or field.name in names]
    plain = pa.schema([pa.field(field.name, field.type) for field in fields])
    try:
        content = _READERS[path.suffix](path, plain) if path else pa.Table.from_batches([], plain)
        content.validate(full=True)  # Arrow takes bytes that are no UTF-8 for text
        return content.combine_chunks()  # rows are found much faster in one chunk than in many
    except (OSError, pa.ArrowException):
        rows = stored_rows(out, table)
    try:
        return arrow_table(rows, table).select(plain.names)
    except (ValueError, OverflowError) as error:
        raise StoredError(f"{path}: cannot be read as the table {table.name}: {error}; extract it anew") from error


def rows_at(content: pa.Table, indices: Iterable[int], names: Iterable[str] = FACTS.names) -> dict[int, Row]:
    """Return rows by their index, with the columns `names`."""
    wanted = sorted(set(indices))
    rows = content.select(list(names)).take(integers(wanted)).to_pylist()
    return dict(zip(wanted, cast(list[Row], rows), strict=True))


def integers(numbers: Iterable[int]) -> pa.Int64Array:
    """Return numbers as an array of Arrow; `pyarrow.array` would import pandas, which takes longer than the rest."""
    import pyarrow as pa  # noqa: PLC0415

    held = array("q", numbers)
    return pa.Array.from_buffers(pa.int64(), len(held), [None, pa.py_buffer(held)])


def _json(path: Path, schema: pa.Schema) -> pa.Table:
    from pyarrow import json  # noqa: PLC0415

    options = json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore")
    return _without_empty(json.read_json(path, parse_options=options).select(schema.names), schema)


def _csv(path: Path, schema: pa.Schema) -> pa.Table:
    from pyarrow import csv  # noqa: PLC0415

    options = csv.ConvertOptions(
        column_types=schema, include_columns=schema.names, include_missing_columns=True, null_values=[""],
        strings_can_be_null=True,
    )  # fmt: skip
    return csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=options)


def _parquet(path: Path, schema: pa.Schema) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    content = parquet.ParquetFile(path).read(schema.names)
    for field in schema:
        if field.name not in content.column_names:
            content = content.append_column(field, pa.nulls(len(content), field.type))
    content = content.select(schema.names)
    if content.schema.types != schema.types:
        raise pa.ArrowInvalid("columns of other types")
    return _without_empty(content, schema)


_READERS: dict[str, Any] = {".jsonl": _json, ".csv": _csv, ".parquet": _parquet}


def _without_empty(content: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the table with nulls for empty texts, as CSV has them."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import compute  # noqa: PLC0415

    for number, field in enumerate(schema):
        column = content.column(number)
        if field.type == pa.string() and compute.min(compute.binary_length(column)).as_py() == 0:
            content = content.set_column(number, field, compute.if_else(compute.equal(column, ""), None, column))
    return content
