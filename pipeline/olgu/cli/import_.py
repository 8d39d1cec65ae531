"""`olgu import`: corrected annotations into gold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import Code, UsageError


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What the annotation tool exported.", show_default=False)
    ],
    to: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="GOLD", help="Gold to write: a file .jsonl, or a folder.", show_default=False
        ),
    ],
    gold: Annotated[
        Path | None,
        typer.Option("--gold", metavar="OLD", help="Gold to bring up to date: its other articles are kept."),
    ] = None,
    unreviewed: Annotated[
        bool, typer.Option("--unreviewed", help="Take the predictions of tasks that nobody has annotated.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the gold that is there.")] = False,
) -> None:
    """Read annotations of Label Studio (its JSON) or W3C Web Annotations as gold, for score and gate.

    Every span must stand where it says. What is wrong with an article is told and leaves out that article; code 3.
    """
    if to.exists() and not force:
        raise UsageError(f"{to}: is there already; choose another place, or say --force")
    from olgu.check.annotations import merged, read_annotations
    from olgu.check.gold import GoldError
    from olgu.check.gold_writing import write_gold

    try:
        read = read_annotations(file, unreviewed=unreviewed)
        problems = list(read.problems)
        for problem in problems:
            print(f"olgu: error: {problem}", file=sys.stderr)
        records, differing = merged(read.records, gold) if gold else (read.records, [])
        for problem in differing:
            print(f"olgu: error: {file}: {problem}", file=sys.stderr)
        if not read.records and not problems:
            raise UsageError(
                f"{file}: none of {read.unreviewed} tasks is annotated; --unreviewed takes the predictions"
            )
        if read.records:
            write_gold(records, to)
    except GoldError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{to}: {error.strerror or error}") from error
    facts = sum(len(record["facts"]) for record in read.records)
    told = f"{to}: {len(read.records)} articles with {facts} facts imported"
    print(told + (f", {read.unreviewed} tasks not annotated" if read.unreviewed else ""), file=sys.stderr)
    if problems or differing:
        raise typer.Exit(Code.FAILED)
