"""`olgu info` and `olgu --version`: what is installed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.backend import BACKEND, STANZA_DIR, STANZA_PACKAGE, chosen_model
from olgu.cli.extract import MODEL


def print_version(wanted: bool) -> None:
    """Print the version and exit."""
    if wanted:
        print(f"olgu {version('olgu')}")
        raise typer.Exit


def info(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False,
    model: Annotated[str | None, MODEL] = None,
    backend: Annotated[str, BACKEND] = "olgu",
    stanza_dir: Annotated[Path | None, STANZA_DIR] = None,
    stanza_package: Annotated[str | None, STANZA_PACKAGE] = None,
) -> None:
    """Print versions, the model and the data files of the rules."""
    model = chosen_model(model, backend, stanza_dir, stanza_package)
    from olgu.analyse import language
    from olgu.run import versions

    told = {
        "versions": versions.versions(),
        "model": versions.model_name(language.load(model)),
        "data": versions.data_digests(),
    }
    print(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _plain(told))


def _plain(told: Mapping[str, object]) -> str:
    lines = []
    for key, value in told.items():
        lines.append(f"{key}: {value}" if isinstance(value, str) else f"{key}:")
        if isinstance(value, dict):
            lines += [f"  {name:<28} {text[:12] if key == 'data' else text}" for name, text in value.items()]
    return "\n".join(lines)
