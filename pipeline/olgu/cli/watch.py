"""`olgu watch`: articles into tables as they arrive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.backend import check_model
from olgu.cli.ending import Code, UsageError
from olgu.cli.extract import (
    DATE,
    FORMAT,
    KEEP_DUPLICATES,
    LOG_FORMAT,
    MAX_FAILURES,
    MEMORY,
    MODEL,
    QUIET,
    SINCE,
    TIMEOUT,
    check_paths,
    parse_date,
    parse_formats,
)  # fmt: skip
from olgu.cli.telling import teller


def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the articles arrive.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the tables.", show_default=False)],
    formats: Annotated[str, FORMAT] = "csv,jsonl",
    date: Annotated[str | None, DATE] = None,
    since: Annotated[str | None, SINCE] = None,
    keep_duplicates: Annotated[bool, KEEP_DUPLICATES] = False,
    settle: Annotated[
        float, typer.Option("--settle", metavar="SECONDS", min=0.01, help="How long a file must rest to be read.")
    ] = 1.0,
    once: Annotated[bool, typer.Option("--once", help="End when everything that is there is in the tables.")] = False,
    model: Annotated[str | None, MODEL] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Worker processes.")] = 1,
    timeout: Annotated[float, TIMEOUT] = 120.0,
    memory: Annotated[int, MEMORY] = 4096,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on with a former watch into DIR, or start over.")
    ] = True,
    max_failures: Annotated[int, MAX_FAILURES] = 0,
    force: Annotated[bool, typer.Option("--force", help="Replace tables in DIR that no watch has made.")] = False,
    quiet: Annotated[bool, QUIET] = False,
    log_format: Annotated[str, LOG_FORMAT] = "text",
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every error.")] = False,
) -> None:
    """Extract the articles of a folder and those that arrive there, until Ctrl-C.

    The tables are at any moment whole, and those that 'olgu extract FOLDER' would write. The same command goes on where
    it was.
    """
    chosen, day, first = parse_formats(formats), parse_date(date), parse_date(since, "--since")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    check_paths([folder], out)
    check_model(model)
    from olgu.run import batch
    from olgu.run import watch as following
    from olgu.run.watched import NAME

    told = teller(log_format, out, NAME, quiet=quiet)
    options = batch.Options(
        formats=chosen, date=day, since=first, keep_duplicates=keep_duplicates, force=force, debug=debug, jobs=jobs,
        resume=resume, timeout=timeout, memory=memory, model=model,
    )  # fmt: skip
    with told.running([folder], counted=False, jobs=jobs, formats=chosen) as (progress, part):
        try:
            summary = following.watch(
                folder, out, options, settle=settle, once=once, progress=progress, part=part, updated=told.updated
            )
        except following.WatchError as error:
            raise UsageError(str(error)) from None
    told.finished(summary)
    if summary.failed > max_failures:
        raise typer.Exit(Code.FAILED)
