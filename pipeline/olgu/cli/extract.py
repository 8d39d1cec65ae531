"""`olgu extract`: articles into tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date as calendar_date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from olgu.cli.ending import Code, UsageError

if TYPE_CHECKING:
    from olgu.run.batch import Progress, Summary

FORMATS = ("csv", "jsonl", "parquet")


def extract(  # noqa: PLR0917 - one parameter for each option of the command line
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Files and folders with articles: txt, md, html, json, jsonl, csv.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the tables.", show_default=False)],
    formats: Annotated[
        str, typer.Option("--format", "-f", metavar="LIST", help="Any of csv, jsonl, parquet, parted by commas.")
    ] = "csv,jsonl",
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the articles that have none.")
    ] = None,
    max_failures: Annotated[
        int, typer.Option("--max-failures", metavar="N", min=0, help="Failed articles that still end with code 0.")
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Replace the tables that DIR holds.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every error.")] = False,
) -> None:
    """Read the articles and write the tables of their facts."""
    chosen, day = parse_formats(formats), parse_date(date)
    check_paths(paths, out)
    from olgu.run import batch

    with _progress(quiet) as progress:
        summary = batch.run(paths, out, formats=chosen, date=day, force=force, debug=debug, progress=progress)
    if not quiet:
        print(_report(summary), file=sys.stderr)
    if summary.failed > max_failures:
        raise typer.Exit(Code.FAILED)


def parse_formats(text: str) -> tuple[str, ...]:
    """Return the formats in a list parted by commas."""
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in chosen if part not in FORMATS]
    if unknown or not chosen:
        raise UsageError(f"--format {text!r}: unknown {', '.join(unknown) or 'format'}; known are {', '.join(FORMATS)}")
    return chosen


def parse_date(text: str | None) -> str | None:
    """Check a date of the form YYYY-MM-DD."""
    if text is None:
        return None
    with suppress(ValueError):
        if calendar_date.fromisoformat(text).isoformat() == text:
            return text
    raise UsageError(f"--date {text!r}: expected a day of the calendar as YYYY-MM-DD")


def check_paths(paths: list[Path], out: Path | None = None) -> None:
    """Refuse inputs that are not there, and an output folder that would be read as input."""
    for path in paths:
        if str(path) != "-" and not path.exists():
            raise UsageError(f"{path}: no such file or folder")
        if out and path.is_dir() and out.resolve().is_relative_to(path.resolve()):
            raise UsageError(f"--out {out} lies in the input folder {path}, where it would be read as input; move it")


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress | None]:
    """Give a progress line on a terminal, and None in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, counts="")
        seen = [0, 0]

        def advance(outcome: object) -> None:
            seen[0] += 1
            seen[1] += len(getattr(outcome, "facts", ()))
            bar.update(task, counts=f"{seen[0]} articles, {seen[1]} facts")

        yield advance


def _report(summary: Summary) -> str:
    """Return the closing lines: articles, facts by kind, failures, where the tables are."""
    pace = summary.articles / summary.seconds if summary.seconds > 0 else 0.0
    kinds = ", ".join(f"{number} {kind}" for kind, number in summary.kinds.most_common())
    lines = [
        f"articles  {summary.articles} in {summary.seconds:.1f} s ({pace:.{0 if pace >= 10 else 1}f}/s)",
        f"facts     {summary.facts}" + (f" ({kinds})" if kinds else ""),
        f"names     {summary.mentions} of {summary.entities} persons, organisations and places",
    ]
    if summary.failed:
        lines.append(f"failed    {summary.failed}")
        lines += [f"  {failure.path or failure.id}: {failure.message}" for failure in summary.failures]
        more = summary.failed - len(summary.failures)
        lines += [f"  and {more} more"] if more else []
        lines.append(f"          all are in {summary.out / 'errors.jsonl'}")
    return "\n".join([*lines, f"tables    {summary.out}"])
