"""JSON and JSON Lines → Article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader

from olgu.article import Article, Failure
from olgu.read import records
from olgu.read.bounds import check_parts, read_whole
from olgu.read.decode import decode, decode_lines
from olgu.read.errors import ReadError


def read_json(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read one object, a list of objects or {"articles": [...]}; the n-th of a list has the path "file.json#n"."""
    decoded = decode(read_whole(stream, path), path)
    check_parts(decoded.text, path)
    try:
        data = parse(decoded.text)
    except ValueError as error:
        raise ReadError("bad-json", f"{path}:{error}") from None
    if isinstance(data, dict) and "text" not in data and isinstance(data.get("articles"), list):
        data = data["articles"]
    if not isinstance(data, list):
        yield _record(data, stem, path, decoded.notes)
        return
    if not data:
        raise ReadError("empty", f"{path}: the list of articles is empty")
    for number, record in enumerate(data, 1):
        yield _record(record, stem, f"{path}#{number}", decoded.notes)


def read_json_lines(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read one object a line, lazily; the object of line n has the path "file.jsonl:n". A bad line stops nothing."""
    number, found = 0, False
    for number, line in enumerate(decode_lines(stream, path), 1):
        if not line.text.strip():
            continue
        found = True
        where = f"{path}:{number}"
        check_parts(line.text, where)
        try:
            record = parse(line.text.rstrip("\r\n"))
        except ValueError as error:
            column_and_reason = str(error).partition(":")[2]
            yield records.failure(where, where, "bad-json", f"column {column_and_reason}; the other lines are read")
            continue
        yield _record(record, stem, where, line.notes)
    if not found:
        raise ReadError("empty", f"{path}: the file is empty or only white space")


def parse(text: str) -> object:
    """Parse JSON. Raises `ValueError` with a message "LINE:COLUMN: reason"."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        raise ValueError(f"{error.lineno}:{error.colno}: not valid JSON, {reason}") from None
    except RecursionError:
        raise ValueError("1:1: JSON nested too deep") from None
    except ValueError as error:  # an integer of more digits than Python reads
        raise ValueError(f"1:1: {error}") from None


def _record(record: object, stem: str, path: str, notes: tuple[str, ...]) -> Article | Failure:
    if isinstance(record, dict):
        return records.article(record, stem, path, notes)
    return records.failure(
        stem, path, "bad-json", f'an article must be an object with a "text", not {type(record).__name__}'
    )
