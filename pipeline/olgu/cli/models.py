"""`olgu models`: the models that analyse the text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.backend import STANZA_PACKAGE
from olgu.cli.ending import UsageError

models = typer.Typer(help="Models that do not ship with olgu.", no_args_is_help=True)


@models.callback()
def _models() -> None:
    """Make `fetch-stanza` a command of its own also while it is the only one."""


@models.command("fetch-stanza")
def fetch_stanza(
    stanza_dir: Annotated[
        Path | None, typer.Option("--stanza-dir", metavar="DIR", help="Where to; else Stanza's own directory.")
    ] = None,
    stanza_package: Annotated[str | None, STANZA_PACKAGE] = None,
) -> None:
    """Download Stanza's official Turkish models; nothing else of olgu downloads anything."""
    from olgu.analyse import model_files, stanza_fetch, stanza_files

    chosen = stanza_files.StanzaChoice(stanza_dir, stanza_package or stanza_files.DEFAULT_PACKAGE)
    try:
        found = stanza_fetch.fetch(chosen)
    except model_files.ModelError as error:
        raise UsageError(str(error)) from None
    told = " ".join(f"{processor}={model}" for processor, model in found.processors.items())
    print(f"{found.directory}: {told}")
