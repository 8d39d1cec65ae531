"""The options of the commands that choose what analyses the text."""

from __future__ import annotations

from pathlib import Path

import typer

from olgu.cli.ending import UsageError

BACKEND = typer.Option(
    "--backend",
    metavar="NAME",
    help="What analyses the text: olgu, stanza, or both, which marks the facts that the two dispute.",
)
STANZA_DIR = typer.Option(
    "--stanza-dir", metavar="DIR", help="Stanza's models; else $STANZA_RESOURCES_DIR, else small ones that ship."
)
STANZA_PACKAGE = typer.Option("--stanza-package", metavar="NAME", help="Which of them, e.g. boun.")


def chosen_model(model: str | None, backend: str, directory: Path | None, package: str | None) -> str | None:
    """Return the name of the model that the options stand for; refuse one that is not there."""
    from olgu.analyse import choices, model_files, stanza_files

    try:
        name = stanza_files.model_name(backend, model, directory, package)
        choices.check(name)
    except model_files.ModelError as error:
        option = "--model" if backend == "olgu" and not (directory or package) else f"--backend {backend}"
        raise UsageError(f"{option}: {error}") from None
    return name


def check_model(name: str | None) -> None:
    """Refuse a model that is not there."""
    chosen_model(name, "olgu", None, None)
