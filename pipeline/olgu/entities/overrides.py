"""What the user knows better: names that are one, names that are not, and ids of other knowledge bases."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

from olgu.entities import keys
from olgu.entities.keys import Key

_TYPES = ("PERSON", "ORG", "LOC")


class OverrideError(Exception):
    """A file of the user that cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Groups of names by type: `same` are one entity, `different` are entities of their own."""

    same: tuple[tuple[str, tuple[str, ...]], ...] = ()
    different: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read(path: Path | None) -> Overrides:
    """Read aliases.toml: tables `[same]` and `[different]` with lists of groups of names under PERSON, ORG, LOC."""
    if path is None:
        return Overrides()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OverrideError(f"{path}: {error}; see docs/entities.md") from error
    if unknown := sorted(set(given) - {"same", "different"}):
        raise OverrideError(f"{path}: unknown table [{unknown[0]}]; known are [same] and [different]")
    return Overrides(_groups(path, given, "same"), _groups(path, given, "different"))


def _groups(path: Path, given: dict[str, object], table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    listed = given.get(table, {})
    groups = []
    if not isinstance(listed, dict):
        raise OverrideError(f"{path}: [{table}] must be a table")
    for kind, rows in listed.items():
        if kind not in _TYPES:
            raise OverrideError(f"{path}: [{table}] has {kind!r}; known are {', '.join(_TYPES)}")
        if not isinstance(rows, list) or not all(_is_group(row) for row in rows):
            raise OverrideError(f"{path}: {table}.{kind} must be a list of lists of two names or more")
        groups += [(kind, tuple(row)) for row in rows]
    return tuple(groups)


def _is_group(row: object) -> bool:
    return isinstance(row, list) and len(row) > 1 and all(isinstance(name, str) and name.strip() for name in row)


def read_wikidata(path: Path | None) -> dict[Key, str]:
    """Read a CSV with the columns type, name, wikidata and maybe country into key → id."""
    if path is None:
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if missing := sorted({"type", "name", "wikidata"} - set(reader.fieldnames or ())):
                raise OverrideError(f"{path}: no column {', '.join(missing)}; it needs type, name and wikidata")
            return {
                keys.key(row["type"], row["name"], row.get("country") or None): row["wikidata"]
                for row in reader
                if row["wikidata"] and row["name"] and row["type"] in _TYPES
            }
    except (OSError, ValueError, csv.Error) as error:
        raise OverrideError(f"{path}: {error}") from error
