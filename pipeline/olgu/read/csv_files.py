"""CSV → Article: a header with a column `text`, and comma, semicolon or tab between the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader

from olgu.article import Article, Failure
from olgu.read import records
from olgu.read.decode import Decoded, decode_lines
from olgu.read.errors import ReadError

_DELIMITERS = ",;\t"
_FIELD_LIMIT = 2**31 - 1
"""Characters; the largest that a C long holds on every platform."""


def read_csv(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read one article a row, lazily; the row that begins in line n has the path "file.csv:n"."""
    csv.field_size_limit(max(csv.field_size_limit(), _FIELD_LIMIT))
    lines = enumerate(decode_lines(stream, path), 1)
    number, header = next(((n, line.text) for n, line in lines if line.text.strip()), (0, ""))
    if not header:
        raise ReadError("empty", f"{path}: the file is empty or only white space")
    try:
        delimiter, columns = _columns(header)
    except csv.Error as error:
        raise ReadError("bad-csv", f"{path}: the header: {error}; end every line with a line feed") from None
    if "text" not in columns:
        raise ReadError("missing-text", f'{path}: no column "text"; the columns are: {records.listed(columns)}')
    notes: dict[str, None] = {}
    # Strict: a quotation mark that is never closed would otherwise swallow the rest of the file as one article.
    rows = csv.reader(_noting(lines, notes), delimiter=delimiter, strict=True)
    while True:
        notes.clear()
        where = f"{path}:{number + rows.line_num + 1}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            reason = f"{error}; write a quotation mark inside quotes twice"
            yield records.failure(where, where, "bad-csv", reason)
            continue
        if row is None:
            return
        if row:
            yield records.article(dict(zip(columns, row, strict=False)), stem, where, tuple(notes))


def _columns(header: str) -> tuple[str, list[str]]:
    """Return the delimiter that gives a column `text`, else the one that gives most columns, and the column names."""
    readings = [(d, [name.strip().casefold() for name in next(csv.reader([header], delimiter=d))]) for d in _DELIMITERS]
    return max(readings, key=lambda reading: ("text" in reading[1], len(reading[1])))


def _noting(lines: Iterator[tuple[int, Decoded]], notes: dict[str, None]) -> Iterator[str]:
    """Pass on the text of the lines, and put what was said about them into `notes`."""
    for _, line in lines:
        notes.update(dict.fromkeys(line.notes))
        yield line.text
