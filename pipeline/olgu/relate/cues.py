"""The word lists of predicates.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def lexicon(section: str, name: str) -> frozenset[str]:
    """Return a word list of predicates.toml."""
    return frozenset(_data()[section][name].split())


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "predicates.toml").read_text(encoding="utf-8"))
