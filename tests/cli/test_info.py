"""`olgu info`, `olgu --version`, `olgu --help`, and how fast and how light they start."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from olgu.cli import app

Install = Callable[..., Language]
HEAVY = {"spacy", "pandas", "numpy", "pyarrow", "trafilatura", "rich", "babel"}


def olgu(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "olgu", *arguments], capture_output=True, text=True, check=False)


def test_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"olgu {version('olgu')}\n"


def test_info_json_is_one_object(rooms: Install) -> None:
    rooms([])
    done = CliRunner().invoke(app, ["info", "--json"])
    told = json.loads(done.stdout)
    assert (set(told), told["model"]) == ({"versions", "model", "data"}, "rules")


def test_info_is_plain_lines(rooms: Install) -> None:
    rooms([])
    lines = CliRunner().invoke(app, ["info"]).stdout.splitlines()
    assert "model: rules" in lines
    assert any(line.split() == ["olgu", version("olgu")] for line in lines)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_the_commands(arguments: list[str]) -> None:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0
    assert all(f"\n  {command} " in done.stdout for command in ("extract", "show", "info"))


def test_module_reports_errors_and_exit_code() -> None:
    done = olgu("extract", "yok.txt", "--out", "yok")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "olgu: error: yok.txt: no such file or folder\n")


def test_command_line_imports_nothing_heavy() -> None:
    code = "import sys, olgu.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_help_takes_less_than_six_tenths_of_a_second() -> None:
    def spent() -> float:
        """CPU time of the processes run so far: the wall clock tells what else the machine is doing."""
        return os.times().children_user + os.times().children_system

    seconds = []
    for _ in range(3):
        before = spent()
        assert olgu("--help").returncode == 0
        seconds.append(spent() - before)
    assert 0 < statistics.median(seconds) < 0.6
