"""`olgu export`: facts into the formats of annotation tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import Code, UsageError

FORMS = ("label-studio", "web-annotation")


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Tables of a run, or gold.", show_default=False)],
    form: Annotated[str, typer.Option("--to", metavar="FORM", help=f"One of {', '.join(FORMS)}.", show_default=False)],
    to: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.", show_default=False)],
    sources: Annotated[
        list[Path] | None,
        typer.Option("--articles", metavar="PATH", help="Where the articles are, if they have moved since the run."),
    ] = None,
) -> None:
    """Write the articles with their facts for people to correct; `olgu import` reads the corrections.

    label-studio writes tasks with predictions, and the labelling configuration beside them (FILE with .xml);
    web-annotation writes W3C Web Annotations in JSON-LD.
    """
    if form not in FORMS:
        raise UsageError(f"--to {form!r}: known are {', '.join(FORMS)}")
    for path in (out, *(sources or ())):
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    from olgu.check.annotations import write_annotations
    from olgu.check.gold import GoldError
    from olgu.check.label_studio_view import configuration
    from olgu.check.stored_records import records
    from olgu.write.stored import StoredError

    try:
        made, problems = records(out, sources or ())
        written, misplaced = write_annotations(made, form, to)
        view = to.with_suffix(".xml")
        if form == "label-studio":
            view.write_text(configuration(), encoding="utf-8", newline="\n")
    except (StoredError, GoldError) as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{to}: {error.strerror or error}") from error
    problems += misplaced
    for problem in problems:
        print(f"olgu: error: {out}: {problem}", file=sys.stderr)
    more = f", labelling configuration in {view}" if form == "label-studio" else ""
    print(f"{to}: {written} articles{more}", file=sys.stderr)
    if problems:
        raise typer.Exit(Code.FAILED)
