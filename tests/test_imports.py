"""The rooms lie one above the other; imports run downwards only, and starting up stays cheap."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import olgu

SOURCE = Path(olgu.__file__).parent
ROOMS = (
    "article", "read", "analyse", "recognise", "relate", "write", "entities", "flow", "component", "run", "check",
    "cli", "notebook",
)  # fmt: skip
"""From the first to the last; a module may import its own room and the ones before it."""
LATE = {("__init__", "flow"), ("article", "write")}
"""Imports inside a function that turn back on purpose: the public API calls the flow, a Document shows itself."""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "olgu" else [node.module]
            yield from names
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def turning_back(source: Path) -> list[str]:
    found = []
    for path in sorted(source.rglob("*.py")):
        own = path.relative_to(source).parts[0].removesuffix(".py")
        for module in imports(path):
            if not module.startswith("olgu.") or own in {"__init__", "__main__"}:
                continue
            other = room(module)
            if other in ROOMS and own in ROOMS and ROOMS.index(other) > ROOMS.index(own) and (own, other) not in LATE:
                found.append(f"{path.relative_to(source)} imports {module}")
    return found


def test_imports_run_downwards() -> None:
    assert turning_back(SOURCE) == []


def test_imports_upward_are_seen(tmp_path: Path) -> None:
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "files.py").write_text("from olgu.relate import facts\nfrom olgu.article import Article\n")
    assert turning_back(tmp_path) == ["read/files.py imports olgu.relate"]


def test_every_module_is_in_a_known_room() -> None:
    rooms = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in SOURCE.rglob("*.py")}
    assert rooms <= {*ROOMS, "__init__", "__main__"}


@pytest.mark.parametrize("room", ["write", "read"])
def test_rooms_without_spacy(room: str) -> None:
    """`write` knows no spaCy and `read` no linguistics."""
    named = {module.split(".")[0] for path in (SOURCE / room).rglob("*.py") for module in imports(path)}
    assert "spacy" not in named


def test_importing_olgu_loads_nothing_heavy() -> None:
    code = "import sys, olgu; print([m for m in ('spacy', 'pandas', 'pyarrow', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
