"""Parquet → Article: a column `text` and what else of an article's fields there is; a batch of rows in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BufferedReader

from olgu.article import Article, Failure
from olgu.read import records
from olgu.read.bounds import TEXT, too_large
from olgu.read.errors import ReadError

_FIELDS = ("text", "id", "title", "date", "source", "url")
_ROWS = 256
"""Rows that are decoded at once."""


def read_parquet(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read one article a row, lazily; the n-th row, from 1, has the path "file.parquet#n".

    Columns of the type date or timestamp are read as ISO 8601. Raises `ReadError` with code "bad-parquet" for what is
    no whole Parquet file, "too-large" for rows that fill the memory, "missing-text" without a column `text`, "empty"
    without a row.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    number = 0
    try:
        file = pq.ParquetFile(stream)
        names = file.schema_arrow.names
        if "text" not in names:
            raise ReadError("missing-text", f'{path}: no column "text"; the columns are: {records.listed(names)}')
        for batch in file.iter_batches(_ROWS, columns=[name for name in _FIELDS if name in names]):
            if batch.nbytes > TEXT:
                raise too_large(path, f"{batch.num_rows} rows together have more than {TEXT >> 20} MiB")
            for record in batch.to_pylist():
                number += 1
                fields = {name: _plain(value) for name, value in record.items() if value is not None}
                yield records.article(fields, stem, f"{path}#{number}")
    except (
        pa.ArrowException,
        OSError,
        ValueError,
        OverflowError,
    ) as error:  # also text that is no UTF-8, years too far
        reason = " ".join(str(error).split())
        raise ReadError("bad-parquet", f"{path}: damaged after row {number}, or no Parquet file: {reason}") from None
    if not number:
        raise ReadError("empty", f"{path}: there are no rows")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
