"""docs/annotate.md names what there is, and its commands work one after the other."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from olgu.check.graph import FIELDS
from olgu.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "annotate.md").read_text(encoding="utf-8")


def test_every_field_is_described_with_what_has_it() -> None:
    described = {}
    for row in re.findall(r"^\| (`.*?) \| (.*?) \|", PAGE, re.MULTILINE):
        for name in re.findall(r"`(\w+)`", row[0]):
            described[name] = row[1]
    assert described.keys() == {field.name for field in FIELDS}
    for field in FIELDS:
        expected = ", ".join(f"`{label}`" for label in field.on) if len(field.on) < 8 else "quantity"
        assert described[field.name] == expected


def test_defaults_are_those_of_the_page() -> None:
    assert [f"`{field.default}`" for field in FIELDS if field.default] == ["`exact`", "`level`", "`actual`"]
    assert "`exact`, `level` and `actual` where empty" in PAGE


def test_commands_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "haberler").mkdir()
    (tmp_path / "haberler" / "a.txt").write_text("Kore ile 11 belge imzalandı.", encoding="utf-8")
    first, second = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for block in (first, second):
        for line in block.splitlines():
            _, *arguments = shlex.split(line)
            quick = ["--jobs", "0"] if arguments[0] == "extract" else []
            done = CliRunner().invoke(app, [*arguments, *quick])
            assert done.exit_code == 0, done.stderr
        if block is first:  # somebody submits the predictions as they are, and exports the project
            tasks = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
            submitted = [{**task, "annotations": task.pop("predictions")} for task in tasks]
            (tmp_path / "project-1.json").write_text(json.dumps(submitted), encoding="utf-8")
    assert "fact" in done.stdout
