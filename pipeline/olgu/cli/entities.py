"""`olgu entities`: which entities of a run's articles are the same."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.ending import UsageError


def entities(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with the tables of a run.", show_default=False)],
    aliases: Annotated[
        Path | None,
        typer.Option("--aliases", metavar="FILE", help="Names that are one or not; else DIR/aliases.toml."),
    ] = None,
    wikidata: Annotated[
        Path | None, typer.Option("--wikidata", metavar="FILE", help="CSV with type, name and wikidata.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the ids of an earlier clustering in DIR.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of every error.")] = False,
) -> None:
    """Cluster the persons, organisations and places of all articles of a run.

    Writes clusters, links (which entity is of which cluster) and merges (why) beside the tables.
    """
    from olgu.entities import run
    from olgu.entities.overrides import OverrideError
    from olgu.write.stored import StoredError

    try:
        summary = run.run(out, aliases=aliases, wikidata=wikidata, fresh=fresh)
    except (StoredError, OverrideError) as error:
        raise UsageError(str(error)) from error
    if not quiet:
        reasons = ", ".join(f"{number} {reason}" for reason, number in summary.merges.most_common())
        print(
            f"entities  {summary.entities} in {summary.clusters} clusters\n"
            f"merges    {summary.merges.total()}" + (f" ({reasons})" if reasons else "") + f"\ntables    {out}",
            file=sys.stderr,
        )
