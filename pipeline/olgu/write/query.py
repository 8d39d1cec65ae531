"""The tables of a run as views of DuckDB, for questions in SQL that can read them and nothing else."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from olgu.write.package import PACKAGE
from olgu.write.schema import NUMBER_PATTERN, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMATS = ("parquet", "jsonl", "csv")
"""From the fastest to read to the slowest."""
NUMBER = "decimal(38, 9)"
"""Type of number texts (`value`) in the views: exact sums, and 1/3 to nine places."""
_TYPES = {"string": "varchar", "integer": "bigint", "number": "double"}


class QueryError(Exception):
    """The question cannot be asked or answered; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class View:
    """One table of a run as DuckDB reads it."""

    name: str
    path: Path
    source: str
    """SQL that gives its rows as they are stored."""
    numbers: tuple[str, ...]
    """Columns whose texts are numbers."""

    def create(self, numbers: Sequence[str] | None = None) -> str:
        """Return the SQL that makes the view, with these columns as numbers, or with all that are."""
        made = ", ".join(map(_number, self.numbers if numbers is None else numbers))
        chosen = f"select * replace ({made}) from" if made else "from"
        return f"create or replace view {self.name} as {chosen} {self.source}"


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    type: str
    number_text: bool


def views(out: Path, tables: Sequence[Table]) -> list[View]:
    """Return a view for each of `tables` that the folder `out` holds, by the columns that its data package declares.

    Raises `QueryError` where there is none of them.
    """
    fields = _packaged(out)
    found = [_view(path, table, fields.get(path.name)) for table in tables if (path := _path(out, table.name))]
    if not found:
        begun = " but an unfinished run: finish it with the same command" if _begun(out) else ""
        raise QueryError(f"{out}: no tables there{begun or '; make them with olgu extract'}")
    return found


@contextmanager
def connection(found: Sequence[View]) -> Iterator[DuckDBPyConnection]:
    """Give a database that has `found` as views, can read their files and no other one, and writes nothing.

    Raises `QueryError` where DuckDB is not installed or cannot read a file.
    """
    duckdb = _duckdb()
    safe = dict.fromkeys(
        ("autoinstall_known_extensions", "autoload_known_extensions", "python_enable_replacements"), False
    )
    with TemporaryDirectory(prefix="olgu-query-") as spill, duckdb.connect(config=safe) as database:
        database.execute(f"set temp_directory = {_text(spill)}")
        for view in found:
            try:
                database.execute(view.create())
            except duckdb.Error as error:
                raise QueryError(f"{view.path}: cannot be read: {_plain(error)}") from None
        paths = {path for view in found for path in (str(view.path), _literal(view.path))}
        database.execute(f"set allowed_paths = [{', '.join(_text(path) for path in sorted(paths))}]")
        database.execute("set enable_external_access = false")
        database.execute("set lock_configuration = true")
        yield database


@contextmanager
def answer(database: DuckDBPyConnection, sql: str) -> Iterator[tuple[list[str], Iterator[tuple[Any, ...]]]]:
    """Give the names of the columns and the rows, lazily; raises `QueryError` also while they are read."""
    duckdb = _duckdb()
    try:
        statements = database.extract_statements(sql)
        kinds = {statement.type.name for statement in statements}
        if len(statements) != 1 or not kinds <= {"SELECT", "MULTI"}:  # MULTI is what PIVOT becomes
            raise QueryError("ask one question: a single select, from, with, pivot, describe, summarize or show tables")
        _interruptibly(database, lambda: database.execute(statements[0]))
        yield [column[0] for column in database.description or ()], _rows(database)
    except duckdb.Error as error:
        raise QueryError(_plain(error)) from None


def python_lines(found: Sequence[View], sql: str) -> str:
    """Return the two lines of Python that ask the same; they make only the views and numbers that `sql` may name."""
    words = set(re.findall(r"\w+", sql.lower()))
    used = [view for view in found if view.name in words]
    made = [view.create([name for name in view.numbers if name in words]) for view in used]
    text = "; ".join([*made, sql.strip().rstrip(";")])
    quoted = f'r"""{text}"""' if '"""' not in text and not text.endswith(('"', "\\")) else repr(text)
    return f"import duckdb\nduckdb.sql({quoted}).show()"


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        raise QueryError("questions in SQL need DuckDB: pip install 'olgu[query]'") from None
    return duckdb


def _interruptibly(database: DuckDBPyConnection, work: Callable[[], object]) -> None:
    """Do `work` in a thread, since DuckDB hears no signal; Ctrl-C then ends it."""
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        try:
            done.result()
        except KeyboardInterrupt:
            database.interrupt()
            raise


def _rows(database: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := database.fetchmany(1000):
        yield from rows


def _path(out: Path, name: str) -> Path | None:
    return next((path for form in FORMATS if (path := out / f"{name}.{form}").is_file()), None)


def _begun(out: Path) -> bool:
    return any(out.glob(".olgu-*"))


def _packaged(out: Path) -> dict[str, list[_Field]]:
    """Return the fields of each file that `datapackage.json` describes; nothing where there is none."""
    try:
        package = json.loads((out / PACKAGE).read_text(encoding="utf-8"))
        return {
            str(resource["path"]): [
                _Field(field["name"], field["type"], field.get("constraints", {}).get("pattern") == NUMBER_PATTERN)
                for field in resource["schema"]["fields"]
            ]
            for resource in package["resources"]
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise QueryError(f"{out / PACKAGE}: cannot be read: {error!r}; remove it, or extract anew") from None


def _view(path: Path, table: Table, fields: list[_Field] | None) -> View:
    if fields is None:
        known = {
            column.name: _Field(column.name, column.type, column.pattern == NUMBER_PATTERN) for column in table.columns
        }
        fields = [known.get(name, _Field(name, "string", False)) for name in _names(path, table)]
    return View(table.name, path, _source(path, fields), tuple(field.name for field in fields if field.number_text))


def _names(path: Path, table: Table) -> Sequence[str]:
    """Return the columns of a file that no data package describes."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file), table.names)
    if path.suffix == ".parquet":
        from pyarrow import parquet  # noqa: PLC0415 - slow to import

        try:
            return list(parquet.read_schema(path).names)
        except (OSError, ValueError) as error:
            raise QueryError(f"{path}: cannot be read: {error}") from None
    return table.names


def _source(path: Path, fields: Sequence[_Field]) -> str:
    name = _text(_literal(path))
    if path.suffix == ".parquet":
        return name
    columns = ", ".join(f"{_text(field.name)}: {_text(_TYPES.get(field.type, 'varchar'))}" for field in fields)
    if path.suffix == ".csv":
        return (
            f"read_csv({name}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
            f"columns = {{{columns}}})"
        )
    return f"read_json({name}, format = 'newline_delimited', columns = {{{columns}}})"


def _literal(path: Path) -> str:
    """Return the path so that none of its characters stands for others."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))


def _number(name: str) -> str:
    whole, part = f"try_cast({name} as {NUMBER})", "try_cast(split_part({}, '/', {}) as double)"
    fraction = f"{part.format(name, 1)} / {part.format(name, 2)}"
    return f"coalesce({whole}, cast({fraction} as {NUMBER})) as {name}"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _plain(error: Exception) -> str:
    """Return DuckDB's message on one line, without its drawing of the place."""
    said = str(error).partition("\n\nLINE ")[0].partition("\n\tCandidate functions:")[0]
    return " ".join(said.split())
