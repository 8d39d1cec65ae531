"""The options of `olgu extract` and `olgu info` that choose what analyses the text, without Stanza."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from olgu.analyse import stanza_files
from olgu.cli import app


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(stanza_files.DIRECTORY, raising=False)
    (tmp_path / "a.txt").write_text("Enflasyon yüzde 5,2 arttı.", encoding="utf-8")
    return tmp_path / "a.txt"


def olgu(*arguments: object) -> Any:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--backend", "spacy"], "--backend spacy: no backend 'spacy'; there are: olgu, stanza, both"),
        (["--backend", "stanza", "--model", "rules"], "--backend stanza: the backend stanza has its own models"),
        (["--stanza-dir", "d"], "a directory or package of Stanza models goes with the backends stanza and both"),
        (["--stanza-package", "boun"], "a directory or package of Stanza models goes with"),
        (["--model", "no-such-model"], "--model: no model 'no-such-model'"),
    ],
)
def test_options_that_do_not_go_together_are_refused(article: Path, arguments: list[str], message: str) -> None:
    out = article.parent / "out"
    for command in (["extract", article, "--out", out], ["info"]):
        done = olgu(*command, *arguments)
        assert done.exit_code == 2
        assert done.stderr.startswith("olgu: error: ")
        assert message in done.stderr
    assert not out.exists()


@pytest.mark.parametrize("backend", ["stanza", "both"])
def test_missing_models_name_command_directory_and_file(
    article: Path, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stanza_files, "version", lambda name: "1")
    done = olgu("extract", article, "-o", article.parent / "out", "--backend", backend, "--stanza-dir", article.parent)
    assert done.exit_code == 2
    assert done.stderr == (
        f"olgu: error: --backend {backend}: {article.parent}: no Stanza models here (resources.json is missing); get "
        f"them with: olgu models fetch-stanza --stanza-dir {article.parent}\n"
    )


def test_without_stanza_the_extra_is_named(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(stanza_files, "version", version)
    done = olgu("extract", article, "-o", article.parent / "out", "--backend", "stanza")
    assert (done.exit_code, done.stderr) == (
        2, "olgu: error: --backend stanza: Stanza is not installed: pip install 'olgu[stanza]'\n"
    )  # fmt: skip
