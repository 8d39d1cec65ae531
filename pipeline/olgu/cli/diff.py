"""`olgu diff`: facts added, removed and changed between two runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from olgu.cli.ending import Code, UsageError
from olgu.cli.extract import check_paths, parse_date

if TYPE_CHECKING:
    from olgu.check.diff import Run

FORMS = ("text", "json", "markdown", "github", "junit")


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Tables of the former run.", show_default=False)],
    new: Annotated[
        Path | None, typer.Argument(metavar="[NEW]", help="Tables of the run now; or else --extract.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=f"One of {', '.join(FORMS)}.")] = "text",
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="COLUMN", help="A column whose changes do not count.")
    ] = None,
    machinery: Annotated[bool, typer.Option("--rules", help="Changes of rule and confidence count too.")] = False,
    articles: Annotated[
        list[str] | None,
        typer.Option("--extract", metavar="PATH", help="Instead of NEW: extract these articles now; may be repeated."),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="With --extract: date of what has none.")
    ] = None,
) -> None:
    """Compare two runs fact by fact; code 1 when they differ.

    OLD and NEW are folders of tables or files of facts. Facts are matched by article and place, also where the text
    around them was edited.
    """
    if form not in FORMS:
        raise UsageError(f"--format {form!r}: known are {', '.join(FORMS)}")
    if (new is None) == (not articles):
        raise UsageError("give either NEW, the tables of a run, or the articles to --extract now")
    from olgu.check import diff as diffs
    from olgu.check.diff_forms import FORMS as WRITERS
    from olgu.write.stored import StoredError

    columns = (*diffs.SLOTS, *(diffs.MACHINERY if machinery else ()))
    if unknown := set(ignore or ()) - {*columns}:
        raise UsageError(f"--ignore {', '.join(sorted(unknown))}: known are {', '.join(columns)}")
    try:
        before = diffs.read_run(old)
        after = diffs.read_run(new) if new else extracted(articles or (), parse_date(date))
    except StoredError as error:
        raise UsageError(str(error)) from error
    found = diffs.diff(before, after, [column for column in columns if column not in (ignore or ())])
    print(WRITERS[form](found))
    if found.changes:
        raise typer.Exit(Code.FINDINGS)


def extracted(paths: Sequence[str], date: str | None) -> Run:
    """Extract the articles as `olgu extract` does, say what failed, and return the tables."""
    check_paths(paths)
    from olgu.check.diff import read_run
    from olgu.run import batch

    with TemporaryDirectory() as folder:
        batch.run(paths, Path(folder, "tables"), batch.Options(formats=("jsonl",), date=date, jobs=0))
        made = read_run(Path(folder, "tables"))
    for row in made.articles.values():
        if row["status"] == "failed":
            print(f"olgu: error: {row['path'] or row['article_id']}: {row['error']}", file=sys.stderr)
    return made
