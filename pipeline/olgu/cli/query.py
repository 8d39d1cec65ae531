"""`olgu query`: questions in SQL to the tables of a run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from olgu.cli.ending import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olgu.cli.answers import Records

PRINTED = ("table", "csv", "json")


def query(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder with the tables of a run.", show_default=False)],
    sql: Annotated[
        str,
        typer.Argument(metavar="SQL", help="The question in DuckDB's SQL; - reads it from stdin.", show_default=False),
    ],
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help="table, csv or json; else a table on a terminal, or csv."),
    ] = None,
    python: Annotated[
        bool, typer.Option("--python", help="Print the two lines of Python that ask the same, and do nothing.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every error.")] = False,
) -> None:
    """Ask the tables of a run: facts, mentions, entities, articles, errors; also clusters, links, merges if there are.

    Values are numbers here: 1/3 is 0.333333333. The question can read these tables and no other file, and writes
    nothing. In Python the same is two lines, which --python prints for your question:

        import duckdb

        duckdb.sql("select kind, count(*) from 'OUT/facts.parquet' group by kind").show()
    """
    if form not in (None, *PRINTED):
        raise UsageError(f"--format {form!r}: unknown; known are {', '.join(PRINTED)}")
    if not out.is_dir():
        raise UsageError(f"{out}: no such folder")
    from olgu.entities import tables
    from olgu.write import query, schema

    asked = sys.stdin.read() if sql == "-" else sql
    known = (*schema.TABLES, schema.ERRORS, tables.CLUSTERS, tables.LINKS, tables.MERGES)
    try:
        found = query.views(out, known)
        lines = query.python_lines(found, asked)
        if python:
            print(lines)
            return
        with query.connection(found) as database, query.answer(database, asked) as (names, rows):
            _print(form or ("table" if sys.stdout.isatty() else "csv"), names, rows, lines)
    except query.QueryError as error:
        raise UsageError(str(error)) from error


def _print(form: str, names: Sequence[str], rows: Records, lines: str) -> None:
    from olgu.cli import answers

    if form != "table":
        made = answers.csv_text(names, rows) if form == "csv" else answers.json_text(names, rows)
        for text in made:
            sys.stdout.write(text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False)
    answers.print_table(console, names, rows)
    if console.is_terminal:
        console.print(Text(lines, style="dim"))
