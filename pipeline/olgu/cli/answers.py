"""Rows of an answer as CSV, JSON, or a table on the screen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

Records = Iterable[Sequence[Any]]

SHOWN = 1000
"""Rows of a table on the screen."""
_LEAST = 8
"""Characters that a column needs; where there are fewer, each row becomes a block of lines."""


def csv_text(names: Sequence[str], rows: Records) -> Iterator[str]:
    r"""Yield the answer as CSV, line by line: RFC 4180 with `\n`; null is an empty cell."""
    from olgu.write.sinks import csv_lines

    yield csv_lines([names])
    for row in rows:
        yield csv_lines([[cell(value) for value in row]])


def json_text(names: Sequence[str], rows: Records) -> Iterator[str]:
    """Yield the answer as one JSON array with an object a line."""
    before = "["
    for row in rows:
        record = {name: plain(value) for name, value in zip(names, row, strict=True)}
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n "
    yield "[]\n" if before == "[" else "]\n"


def plain(value: Any) -> Any:
    """Return a value of DuckDB as JSON has it: NaN is null; a decimal that a double would change is a text."""
    if isinstance(value, Decimal):
        return _json_number(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _json_number(value: Decimal) -> int | float | str:
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else cell(value)


def cell(value: Any) -> str:
    """Return a value of DuckDB as text: decimals without trailing zeros, lists and structs as JSON, null as ""."""
    from olgu.write.rows import number_text

    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return number_text(value)
    return json.dumps(plain(value), ensure_ascii=False) if isinstance(value, dict | list | tuple) else str(value)


def print_table(console: Console, names: Sequence[str], rows: Records) -> None:
    """Print the first `SHOWN` rows as a table, or as blocks of lines where the screen is too narrow for one."""
    from rich.text import Text

    every = iter(rows)
    shown = list(islice(every, SHOWN))
    if len(names) * _LEAST > console.width:
        _print_blocks(console, names, shown)
    else:
        _print_grid(console, names, shown)
    more = f" of more; --format csv gives all, limit {SHOWN} fewer" if next(every, None) is not None else ""
    console.print(Text(f"{len(shown)} row{'' if len(shown) == 1 else 's'}{more}", style="dim"))


def _print_grid(console: Console, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1), header_style="bold")
    for at, name in enumerate(names):
        numbers = all(isinstance(row[at], int | float | Decimal | None) for row in rows)
        table.add_column(Text(_safe(name)), overflow="fold", justify="right" if numbers and rows else "left")
    for row in rows:
        table.add_row(*(Text(_safe(cell(value))) for value in row))
    console.print(table)


def _print_blocks(console: Console, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    from rich.text import Text

    width = max(map(len, names))
    for row in rows:
        for name, value in zip(names, row, strict=True):
            console.print(Text.assemble((f"{_safe(name):<{width}}  ", "bold"), _safe(cell(value))))
        console.print()


def _safe(text: str) -> str:
    from olgu.cli.marking import harmless

    return " ".join(harmless(text).split())
