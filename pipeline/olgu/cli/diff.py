"""`olgu diff`: facts added, removed and changed between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import Code, UsageError

FORMS = ("text", "json", "markdown", "github", "junit")


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Tables of the former run.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Tables of the run now.", show_default=False)],
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=f"One of {', '.join(FORMS)}.")] = "text",
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="COLUMN", help="A column whose changes do not count.")
    ] = None,
    machinery: Annotated[bool, typer.Option("--rules", help="Changes of rule and confidence count too.")] = False,
) -> None:
    """Compare two runs fact by fact; code 1 when they differ.

    OLD and NEW are folders of tables or files of facts. Facts are matched by article and place, also where the text
    around them was edited.
    """
    if form not in FORMS:
        raise UsageError(f"--format {form!r}: known are {', '.join(FORMS)}")
    from olgu.check import diff as diffs
    from olgu.check.diff_forms import FORMS as WRITERS
    from olgu.write.stored import StoredError

    columns = (*diffs.SLOTS, *(diffs.MACHINERY if machinery else ()))
    if unknown := set(ignore or ()) - {*columns}:
        raise UsageError(f"--ignore {', '.join(sorted(unknown))}: known are {', '.join(columns)}")
    try:
        before, after = diffs.read_run(old), diffs.read_run(new)
    except StoredError as error:
        raise UsageError(str(error)) from error
    found = diffs.diff(before, after, [column for column in columns if column not in (ignore or ())])
    print(WRITERS[form](found))
    if found.changes:
        raise typer.Exit(Code.FINDINGS)
