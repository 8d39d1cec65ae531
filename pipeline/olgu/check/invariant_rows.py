"""What holds for the rows of every article: the schema, the order, the keys, and that they say what the facts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from olgu.article import Document, Number
from olgu.write.rows import Rows, document_rows
from olgu.write.schema import FACTS, MENTIONS, TABLES, Column, Row, Table

_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float)}


def broken_rows(document: Document) -> Iterator[str]:
    """Yield what is wrong with the rows of `document`; nothing else is looked at where it has none."""
    try:
        rows = document_rows(document)
    except ValueError as error:
        yield f"no rows: {error}"
        return
    for table in TABLES:
        for row in rows[table.name]:
            yield from (f"{_named(table, row)}: {message}" for message in _schema(table, row))
        keys = [tuple(row[name] for name in table.key) for row in rows[table.name]]
        if len(set(keys)) != len(keys):
            yield f"{table.name}: a key stands twice"
    yield from _references(rows)
    yield from _quotes(document, rows)
    yield from _numbers(document, rows)


def _schema(table: Table, row: Row) -> Iterator[str]:
    if tuple(row) != table.names:
        yield "its columns are not those of the schema"
        return
    for column in table.columns:
        value = row[column.name]
        if value is None:
            if not column.nullable:
                yield f"{column.name} is null"
        elif isinstance(value, bool) or not isinstance(value, _TYPES[column.type]):
            yield f"{column.name} {value!r} is no {column.type}"
        elif not _allowed(column, value):
            yield f"{column.name} {value!r} is not allowed"


def _allowed(column: Column, value: str | int | float) -> bool:
    if column.type == "string" and value == "":  # which CSV cannot tell from null
        return False
    if column.pattern and not _pattern(column.pattern).search(str(value)):
        return False
    return not column.allowed or value in column.allowed


def _references(rows: Rows) -> Iterator[str]:
    for table in TABLES:
        for here, there, column in table.references:
            known = {row[column] for row in rows[there]}
            for row in rows[table.name]:
                if row[here] is not None and row[here] not in known:
                    yield f"{_named(table, row)}: {here} {row[here]!r} is not in {there}"


def _quotes(document: Document, rows: Rows) -> Iterator[str]:
    text = document.article.text
    for table in (FACTS, MENTIONS):
        starts = [(int(str(row["start"])), int(str(row["end"]))) for row in rows[table.name]]
        if starts != sorted(starts):
            yield f"{table.name}: not sorted by offset"
        for (start, end), row in zip(starts, rows[table.name], strict=True):
            if text[start:end] != row["quote"]:
                yield f"{_named(table, row)}: the quote {row['quote']!r} does not stand at {start}-{end}"
    for row in rows[FACTS.name]:
        if str(row["quote"]) not in str(row["evidence"]):
            yield f"{_named(FACTS, row)}: the evidence does not hold the quote"
        start, end = (int(str(row[name] or 0)) for name in ("what_start", "what_end"))
        if text[start:end] != (row["what"] or ""):
            yield f"{_named(FACTS, row)}: what {row['what']!r} does not stand where it says"


def _numbers(document: Document, rows: Rows) -> Iterator[str]:
    facts = sorted(document.facts, key=lambda fact: (fact.start, fact.end))
    for fact, row in zip(facts, rows[FACTS.name], strict=True):
        for value, text in ((fact.value, row["value"]), (fact.value_to, row["value_to"])):
            if value is not None and not _same(value, str(text)):
                yield f"{_named(FACTS, row)}: {str(text)[:40]!r} is not the value"


def _same(value: Number, text: str) -> bool:
    return value == (Decimal(text) if isinstance(value, Decimal) else Fraction(text))


def _named(table: Table, row: Row) -> str:
    return f"row {table.name} {'/'.join(str(row.get(name)) for name in table.key)}"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
