"""`olgu extract`: articles into tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date as calendar_date
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from olgu.cli.backend import BACKEND, STANZA_DIR, STANZA_PACKAGE, chosen_model
from olgu.cli.ending import Code, UsageError
from olgu.cli.telling import teller

if TYPE_CHECKING:
    from olgu.run.batch import Engine

FORMATS = ("csv", "jsonl", "parquet")
EXCEL = "excel.csv"
STDOUT = "-"
CHECKED = "olgu.check.invariants:process"
"""The flow of `--debug`: every article is checked."""
# Options that several commands have.
FORMAT = typer.Option("--format", "-f", metavar="LIST", help="Any of csv, jsonl, parquet, parted by commas.")
DATE = typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the articles that have none.")
SINCE = typer.Option("--since", metavar="YYYY-MM-DD", help="Leave out articles dated before this day.")
KEEP_DUPLICATES = typer.Option("--keep-duplicates", help="Extract articles with the same text and date again.")
TIMEOUT = typer.Option("--timeout", metavar="SECONDS", min=0.01, help="What an article may take.")
MEMORY = typer.Option("--memory", metavar="MIB", min=0, help="What the articles of a worker may take; 0 has no limit.")
MAX_FAILURES = typer.Option("--max-failures", metavar="N", min=0, help="Failed articles that still end with code 0.")
QUIET = typer.Option("--quiet", "-q", help="Print nothing but errors.")
LOG_FORMAT = typer.Option(
    "--log-format", metavar="NAME", help="What standard error gets: text, or json (an event a line)."
)
MODEL = typer.Option(
    "--model",
    metavar="NAME",
    help="accurate, or fast: a smaller model, twice as fast; rules: none, ten times; or a folder.",
)


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders and globs with articles: txt, md, html, json, jsonl, csv, parquet; - is stdin.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="DIR", help="Folder for the tables; - streams JSON Lines.", show_default=False
        ),
    ],
    formats: Annotated[str, FORMAT] = "csv,jsonl",
    excel: Annotated[
        bool, typer.Option("--excel", help="Also write *.excel.csv for spreadsheets, in which no cell is a formula.")
    ] = False,
    date: Annotated[str | None, DATE] = None,
    since: Annotated[str | None, SINCE] = None,
    keep_duplicates: Annotated[bool, KEEP_DUPLICATES] = False,
    model: Annotated[str | None, MODEL] = None,
    backend: Annotated[str, BACKEND] = "olgu",
    stanza_dir: Annotated[Path | None, STANZA_DIR] = None,
    stanza_package: Annotated[str | None, STANZA_PACKAGE] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Worker processes; 0 is none: nothing is isolated.")
    ] = 1,
    timeout: Annotated[float, TIMEOUT] = 120.0,
    memory: Annotated[int, MEMORY] = 4096,
    shard_size: Annotated[
        int | None, typer.Option("--shard-size", metavar="N", min=1, help="Articles that are finished together.")
    ] = None,
    engine: Annotated[str, typer.Option("--engine", metavar="NAME", help="Where workers are: local, ray.")] = "local",
    address: Annotated[
        str | None, typer.Option("--address", metavar="ADDRESS", help="The Ray cluster; without it one here.")
    ] = None,
    store: Annotated[
        str | None, typer.Option("--store", metavar="URL", help="Place for shards that all workers see; else DIR.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on with an interrupted run into DIR, or start over.")
    ] = True,
    max_failures: Annotated[int, MAX_FAILURES] = 0,
    force: Annotated[bool, typer.Option("--force", help="Replace the tables that DIR holds.")] = False,
    quiet: Annotated[bool, QUIET] = False,
    log_format: Annotated[str, LOG_FORMAT] = "text",
    debug: Annotated[
        bool, typer.Option("--debug", help="Check each result for what must hold; print the traceback of every error.")
    ] = False,
) -> None:
    """Read the articles and write the tables of their facts."""
    streaming = str(out) == STDOUT
    chosen, day, first = parse_formats(formats), parse_date(date), parse_date(since, "--since")
    check_paths(paths, None if streaming else out)
    model = chosen_model(model, backend, stanza_dir, stanza_package)
    if streaming and (engine, store) != ("local", None):
        raise UsageError("--out - streams in one process; --engine and --store are for runs into a folder")
    from olgu.run import batch, stream
    from olgu.run.unfinished import NAME

    told = teller(log_format, out, NAME, quiet=quiet)
    runner = _engine(engine, address)
    options = batch.Options(
        formats=chosen, date=day, since=first, keep_duplicates=keep_duplicates, force=force, debug=debug, jobs=jobs,
        shard_size=shard_size, resume=resume, store=store, timeout=timeout, memory=memory,
        model=model,
    )  # fmt: skip
    if debug:
        options = replace(options, flow=CHECKED)
    if excel:
        options = replace(options, formats=(*chosen, EXCEL))
    with told.running(paths, counted=since is None, jobs=jobs, formats=chosen) as (progress, part):
        if streaming:
            summary = stream.run(paths, sys.stdout.buffer, options, progress=progress, part=part)
        else:
            summary = batch.run(paths, out, options, progress=progress, part=part, engine=runner)
    told.finished(summary, tables=not streaming)
    if summary.failed > max_failures:
        raise typer.Exit(Code.FAILED)


def _engine(name: str, address: str | None) -> Engine:
    from olgu.run import cluster, crew

    if name not in ("local", "ray"):
        raise UsageError(f"--engine {name!r}: unknown; known are local, ray")
    if name == "local":
        return crew.run
    try:
        cluster.connect(address)
    except cluster.ClusterError as error:
        raise UsageError(str(error)) from None
    return cluster.run


def parse_formats(text: str) -> tuple[str, ...]:
    """Return the formats in a list parted by commas."""
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in chosen if part not in FORMATS]
    if unknown or not chosen:
        raise UsageError(f"--format {text!r}: unknown {', '.join(unknown) or 'format'}; known are {', '.join(FORMATS)}")
    return chosen


def parse_date(text: str | None, option: str = "--date") -> str | None:
    """Check a date of the form YYYY-MM-DD."""
    if text is None:
        return None
    with suppress(ValueError):
        if calendar_date.fromisoformat(text).isoformat() == text:
            return text
    raise UsageError(f"{option} {text!r}: expected a day of the calendar as YYYY-MM-DD")


def check_paths(paths: Sequence[Path | str], out: Path | None = None) -> None:
    """Refuse inputs that are not there, and an output folder that would be read as input."""
    for path in map(str, paths):
        if path != "-" and not os.path.exists(path) and not glob(path, recursive=True):
            raise UsageError(f"{path}: no such file or folder")
        if out and os.path.isdir(path) and out.resolve().is_relative_to(Path(path).resolve()):
            raise UsageError(f"--out {out} lies in the input folder {path}, where it would be read as input; move it")
