"""The two descriptions beside the tables: `datapackage.json` (the same on every run) and `run.json` (this run)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from olgu.write.forms import Json, table_schema
from olgu.write.schema import ERRORS, TABLES, Table
from olgu.write.staging import MARKER

PACKAGE = "datapackage.json"
ERRORS_FILE = f"{ERRORS.name}.jsonl"
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


def write_package(folder: Path, formats: Sequence[str], rows: Mapping[str, int]) -> None:
    """Write `datapackage.json` for the tables in `folder`; `rows` are counts by the name of the table."""
    resources = [
        _resource(folder, table, form, first=form == formats[0], rows=rows[table.name])
        for form in formats
        for table in TABLES
    ]
    resources.append(_resource(folder, ERRORS, "jsonl", first=True, rows=rows[ERRORS.name]))
    package: Json = {
        "name": "olgu",
        "title": "Numeric facts in Turkish news",
        "profile": "tabular-data-package" if tuple(formats) == ("csv",) else "data-package",
        "resources": resources,
    }
    write_json(folder / PACKAGE, package)


def write_run(folder: Path, run: Json) -> None:
    """Write `run.json` with the names of the files of this run."""
    files = sorted({*(path.name for path in folder.iterdir()), MARKER})
    write_json(folder / MARKER, {**run, "files": files})


def write_json(path: Path, content: Json) -> None:
    """Write one JSON object, indented, UTF-8."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _resource(folder: Path, table: Table, form: str, *, first: bool, rows: int) -> Json:
    path, kind = folder / f"{table.name}.{form}", form.rpartition(".")[2]
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {
        "name": table.name if first else f"{table.name}-{form}",
        "path": path.name,
        "profile": "tabular-data-resource" if kind == "csv" else "data-resource",
        "description": table.description,
        "format": kind,
        "mediatype": _MEDIA[kind],
        **({} if form == "parquet" else {"encoding": "utf-8"}),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": rows,
        "schema": table_schema(table),
    }
