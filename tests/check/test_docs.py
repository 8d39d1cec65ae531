"""The commands in the pages about checking and reporting exist, with the options that they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from olgu.check.score import LEVELS
from olgu.cli import app
from olgu.cli import score as score_module

DOCS = Path(__file__).parents[2] / "docs"
LINES = [
    line
    for page in ("check.md", "report.md")
    for line in re.findall(r"(?:^|`)(olgu [a-z]+ [^`#\n]*)", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
]


def test_docs_show_every_command() -> None:
    assert {line.split()[1] for line in LINES} == {"score", "gate", "diff", "report"}


@pytest.mark.parametrize("line", LINES)
def test_documented_options_exist(line: str) -> None:
    _, name, *arguments = shlex.split(line.replace("[", "").replace("]", ""))
    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("-")} <= known


def test_levels_of_the_command_are_those_of_the_score() -> None:
    assert score_module.__globals__["LEVELS"] == LEVELS
    assert all(f"`{level}`" in (DOCS / "check.md").read_text(encoding="utf-8") for level in LEVELS)
