"""`olgu show`: one article with its facts and names marked, and the table of its facts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.backend import check_model
from olgu.cli.ending import Code, UsageError
from olgu.cli.extract import DATE, MODEL, check_paths, parse_date


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file with one or more articles.", show_default=False)],
    article_id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Only the article with this id.")] = None,
    date: Annotated[str | None, DATE] = None,
    model: Annotated[str | None, MODEL] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every error.")] = False,
) -> None:
    """Print articles with facts and names marked, and their facts as a table.

    On a terminal in colour; in a pipe facts stand in [brackets], names in {braces}, and the table is parted by tabs.
    """
    day = parse_date(date)
    check_paths([file])
    check_model(model)
    from olgu.analyse import language
    from olgu.article import Failure
    from olgu.cli.marking import printed
    from olgu.read import files
    from olgu.run.outcome import process

    nlp, shown, failed = language.load(model), 0, 0
    for item in files.articles([file], date=day):
        if article_id is not None and item.id != article_id:
            continue
        outcome = item if isinstance(item, Failure) else process(item, nlp, debug=debug)
        shown += 1
        if isinstance(outcome, Failure):
            failed += 1
            print(f"olgu: error: {outcome.path or outcome.id}: {outcome.message}", file=sys.stderr)
        else:
            printed(outcome)
    if not shown:
        raise UsageError(f"{file}: no article" + (f" with id {article_id!r}" if article_id is not None else ""))
    if failed:
        raise typer.Exit(Code.FAILED)
