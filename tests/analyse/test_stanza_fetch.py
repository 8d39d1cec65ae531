"""Fetching without a network: a module stands for Stanza, which writes the files that it is asked for."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from olgu.analyse import stanza_files
from olgu.cli import app

INDEX = {
    "tr": {
        "pos": {"boun_charlm": {"dependencies": [{"model": "pretrain", "package": "conll17"}]}},
        "lemma": {"boun_nocharlm": {}},
        "depparse": {"boun_charlm": {}},
        "pretrain": {"conll17": {}},
        "packages": {"default": {"pos": "boun_charlm", "lemma": "boun_nocharlm", "depparse": "boun_charlm"}},
    }
}


class Hub:
    """What is asked of Stanza, and how it answers."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.error: Exception | None = None
        self.files = ("pos/boun_charlm", "lemma/boun_nocharlm", "depparse/boun_charlm", "pretrain/conll17")

    def index(self, directory: str) -> None:
        if self.error:
            raise self.error
        Path(directory).mkdir(parents=True, exist_ok=True)
        (Path(directory) / "resources.json").write_text(json.dumps(INDEX), encoding="utf-8")

    def download(self, language: str, model_dir: str, **asked: Any) -> None:
        self.asked.append({"language": language, **asked})
        for name in self.files:
            file = Path(model_dir) / language / f"{name}.pt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"weights")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    made = Hub()
    stanza, resources, common = (ModuleType(name) for name in ("stanza", "stanza.resources", "stanza.resources.common"))
    vars(stanza).update(download=made.download, resources=resources)
    vars(common).update(download_resources_json=made.index, DEFAULT_MODEL_DIR=str(tmp_path / "home"))
    for module in (stanza, resources, common):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(stanza_files, "version", lambda name: "1")
    return made


def fetch(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["models", "fetch-stanza", *map(str, arguments)])


def test_models_of_a_package_are_fetched_and_named(hub: Hub, tmp_path: Path) -> None:
    done = fetch("--stanza-dir", tmp_path / "s", "--stanza-package", "boun")
    models = {"pos": "boun_charlm", "lemma": "boun_nocharlm", "depparse": "boun_charlm"}
    assert hub.asked == [{"language": "tr", "package": None, "processors": models, "download_json": False}]
    told = "pos=boun_charlm lemma=boun_nocharlm depparse=boun_charlm"
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 's'}: {told}\n")


def test_without_a_directory_they_go_where_stanza_keeps_its_own(hub: Hub, tmp_path: Path) -> None:
    assert fetch().stdout.startswith(f"{tmp_path / 'home'}: pos=")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            SimpleNamespace(error=ConnectionError("no route")),
            "could not be fetched into .*ConnectionError: no route.*copy",
        ),
        (SimpleNamespace(files=("pos/boun_charlm",)), "lemma/boun_nocharlm.pt.* missing"),
    ],
)
def test_what_cannot_be_fetched_is_one_plain_error(
    hub: Hub, tmp_path: Path, change: SimpleNamespace, message: str
) -> None:
    vars(hub).update(vars(change))
    done = fetch("--stanza-dir", tmp_path / "s")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert re.search(message, done.stderr)


def test_unknown_package_is_named(hub: Hub, tmp_path: Path) -> None:
    done = fetch("--stanza-dir", tmp_path / "s", "--stanza-package", "kenet")
    assert done.exit_code == 2
    assert "in the package 'kenet'; its packages are: boun, default" in done.stderr
    assert not hub.asked
