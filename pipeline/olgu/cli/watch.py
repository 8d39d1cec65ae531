"""`olgu watch`: articles into tables as they arrive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import Code, UsageError
from olgu.cli.extract import MODEL, check_model, check_paths, parse_date, parse_formats
from olgu.cli.telling import teller


def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the articles arrive.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the tables.", show_default=False)],
    formats: Annotated[
        str, typer.Option("--format", "-f", metavar="LIST", help="Any of csv, jsonl, parquet, parted by commas.")
    ] = "csv,jsonl",
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the articles that have none.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="Leave out articles dated before this day.")
    ] = None,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Extract articles with the same text and date again.")
    ] = False,
    settle: Annotated[
        float, typer.Option("--settle", metavar="SECONDS", min=0.01, help="How long a file must rest to be read.")
    ] = 1.0,
    once: Annotated[bool, typer.Option("--once", help="End when everything that is there is in the tables.")] = False,
    model: Annotated[str | None, MODEL] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Worker processes.")] = 1,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.01, help="What an article may take.")
    ] = 120.0,
    memory: Annotated[
        int,
        typer.Option("--memory", metavar="MIB", min=0, help="What the articles of a worker may take; 0 has no limit."),
    ] = 4096,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on with a former watch into DIR, or start over.")
    ] = True,
    max_failures: Annotated[
        int, typer.Option("--max-failures", metavar="N", min=0, help="Failed articles that still end with code 0.")
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Replace tables in DIR that no watch has made.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    log_format: Annotated[
        str,
        typer.Option("--log-format", metavar="NAME", help="What standard error gets: text, or json, an event a line."),
    ] = "text",
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
