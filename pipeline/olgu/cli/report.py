"""`olgu report`: the facts as a page to look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import UsageError


def report(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Tables of a run.", show_default=False)],
    to: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
    sources: Annotated[
        list[Path] | None,
        typer.Option("--articles", metavar="PATH", help="Where the articles are, if they have moved since the run."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Heading; default: name of OUT.")] = None,
    per_page: Annotated[
        int, typer.Option("--per-page", metavar="N", min=1, help="With more articles, write a folder of pages.")
    ] = 200,
) -> None:
    """Write a page with the articles, their facts marked, filters, charts and a table; it needs no network.

    Articles are read again from where the run found them; where that fails, the sentences of their facts are shown.
    """
    for path in (out, *(sources or ())):
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    from olgu.write.report import write_report
    from olgu.write.stored import StoredError

    heading = title if title is not None else out.resolve().name
    try:
        written = write_report(out, to, sources=sources or (), title=heading, per_page=per_page)
    except StoredError as error:
        raise UsageError(str(error)) from error
    size = sum(path.stat().st_size for path in written)
    more = f" and {len(written) - 1} pages beside it" if len(written) > 1 else ""
    print(f"{to}{more}, {size / 1e6:.1f} MB", file=sys.stderr)
