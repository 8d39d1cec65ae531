"""docs/testing.md, followed to the letter in a scratch folder: files are written, commands run, outputs compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "testing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
PLUGIN = "olgu.check.plugin"
INSTALLED = any(point.value == PLUGIN for point in entry_points(group="pytest11"))


def run(line: str, folder: Path) -> str:
    """Run one line of the page and hold its exit code against its comment; return what it prints."""
    env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    env["PYTEST_ADDOPTS"] = "-p no:cacheprovider" + ("" if INSTALLED else f" -p {PLUGIN}")
    if not INSTALLED:
        env["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    done = subprocess.run(["bash", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False)
    expected = re.search(r"# exit code (\d+)$", line)
    assert done.returncode == (int(expected[1]) if expected else 0), done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow  # every command starts olgu anew, as it does for users
def test_page_works_when_followed_to_the_letter(tmp_path: Path) -> None:
    printed = ""
    for language, title, body in BLOCKS:
        path = tmp_path / title
        if language == "sh":
            printed = [run(line, tmp_path) for line in body.splitlines()][-1]
        elif title == "output":
            assert body in printed
        elif path.exists():
            assert path.read_text(encoding="utf-8") == body
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body.removesuffix("\n") if title.endswith(".txt") else body, encoding="utf-8")


def test_page_has_what_the_test_follows() -> None:
    assert len(BLOCKS) == PAGE.count("```") // 2
    assert sum(language == "sh" for language, _, _ in BLOCKS) >= 5


def test_hook_and_action_of_the_page_exist() -> None:
    files = {title: yaml.safe_load(body) for language, title, body in BLOCKS if language == "yaml"}
    (hook,) = files[".pre-commit-config.yaml"]["repos"][0]["hooks"]
    offered = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] in {one["id"] for one in offered}
    *_, step = files[".github/workflows/facts.yml"]["jobs"]["facts"]["steps"]
    action = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
    assert step["with"].keys() <= action["inputs"].keys()
