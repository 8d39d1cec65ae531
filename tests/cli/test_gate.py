"""`olgu gate`: the corpus keeps its floors, and a rule that breaks makes it fail with the facts it lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from olgu import flow
from olgu.article import Article, Document
from olgu.cli import app

CORPUS = Path(__file__).parents[2] / "corpus"
SLUGS = ("kazakistan-kore-11-belge", "artvinde-sel")


def gate(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["gate", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A gate on two articles whose floors are what is measured now."""
    for folder, suffix in (("gold", "json"), ("articles", "txt")):
        (tmp_path / folder).mkdir()
        for slug in SLUGS:
            shutil.copy(CORPUS / folder / f"{slug}.{suffix}", tmp_path / folder)
    path = tmp_path / "gate.toml"
    path.write_text('gold = "gold"\nbaseline = "facts.jsonl"\n', encoding="utf-8")
    assert gate(path).exit_code == 1
    assert gate(path, "--raise").exit_code == 0
    return path


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that reads every amount of money as a plain count."""
    good = flow.process

    def process(article: Article, nlp: Any) -> Document:
        document = good(article, nlp)
        facts = (replace(f, kind="count", unit=None) if f.kind == "money" else f for f in document.facts)
        return replace(document, facts=tuple(facts))

    monkeypatch.setattr(flow, "process", process)


def test_gate_passes_unchanged_rules(file: Path) -> None:
    done = gate(file)
    assert done.exit_code == 0
    assert "BROKEN" not in done.stdout


@pytest.mark.usefixtures("file")
def test_gate_names_the_facts_a_broken_rule_lost(file: Path, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("broken_rule")
    done = gate(file)
    assert done.exit_code == 1
    assert "BROKEN  quantity.f1" in done.stdout
    assert "kazakistan-kore-11-belge:705-722  kind count, gold money; unit –, gold USD" in done.stdout
    assert "[9,6 milyar dolara]" in done.stdout
    refused = gate(file, "--raise")
    assert refused.exit_code == 2
    assert 'only --lower "reason"' in refused.stderr
    assert gate(file, "--lower", "para artık sayılıyor").exit_code == 0
    assert 'reason = "para artık sayılıyor"' in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("file")
def test_gate_as_github_annotations(file: Path, request: pytest.FixtureRequest) -> None:
    assert gate(file, "-f", "github").stdout.startswith(f"::notice file={file},title=olgu gate::every floor holds")
    request.getfixturevalue("broken_rule")
    lines = gate(file, "-f", "github").stdout.splitlines()
    floor = next(line for line in lines if "::quantity.f1 is " in line)
    assert floor.startswith(f"::error file={file},line=")
    fact = next(line for line in lines if "705-722" in line)
    article = file.parent / "articles" / "kazakistan-kore-11-belge.txt"
    assert fact.startswith(f"::error file={article},line=7,title=olgu gate%3A fact got worse::kazakistan")
    assert "olgu gate::" in lines[-1]
    assert "floors broken" in lines[-1]
    limited = gate(file, "-f", "github", "--show", 1).stdout
    assert limited.count("fact got worse") == 1
    assert "known are text, github" in gate(file, "-f", "xml").stderr


def test_gate_says_what_is_wrong(file: Path) -> None:
    for arguments, said in (
        (["--raise", "--lower", "x"], "exclude each other"),
        (["--lower", ""], "needs the reason"),
        (["none"], "no such file"),
    ):
        done = gate(file, *arguments)
        assert done.exit_code == 2
        assert said in done.stderr


def test_gate_without_a_file(tmp_path: Path) -> None:
    done = gate(tmp_path / "gate.toml")
    assert done.exit_code == 2
    assert "a gate needs a file" in done.stderr
