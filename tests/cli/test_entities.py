"""`olgu entities`: what it prints, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from olgu.cli import app


@pytest.fixture
def out(tmp_path: Path) -> Path:
    rows = [("a:e1", "LOC", "Kore", "KR"), ("b:e1", "LOC", "Güney Kore", "KR"), ("b:e2", "ORG", "Samsung", None)]
    entities = [
        {"entity_id": i, "type": t, "name": n, "country": c, "mentions": 1, "articles": 1} for i, t, n, c in rows
    ]
    mentions = [
        {"article_id": i[0], "start": 0, "end": 1, "quote": n, "type": t, "entity_id": i} for i, t, n, _ in rows
    ]
    for name, content in (("entities", entities), ("mentions", mentions)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in content), encoding="utf-8")
    return tmp_path


def test_entities_writes_tables_and_says_what_it_found(out: Path) -> None:
    done = CliRunner().invoke(app, ["entities", str(out)])
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.splitlines() == ["entities  3 in 2 clusters", "merges    1 (1 country)", f"tables    {out}"]
    assert {path.name for path in out.iterdir()} == {
        "entities.jsonl", "mentions.jsonl", "clusters.jsonl", "links.jsonl", "merges.jsonl",
    }  # fmt: skip


def test_entities_is_quiet_and_the_same_twice(out: Path) -> None:
    first = CliRunner().invoke(app, ["entities", str(out), "--quiet"])
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    second = CliRunner().invoke(app, ["entities", str(out), "-q"])
    assert (first.stderr, second.stderr) == ("", "")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--aliases", "missing.toml"], "missing.toml"),
        (["--wikidata", "missing.csv"], "missing.csv"),
        (["--fresh", "--nothing"], "--nothing"),
    ],
)
def test_entities_refuses(out: Path, arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(app, ["entities", str(out), *arguments])
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (out / "clusters.jsonl").exists()


def test_entities_refuses_a_folder_without_tables(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["entities", str(tmp_path)])
    assert done.exit_code == 2
    assert "olgu extract" in done.stderr
    assert list(tmp_path.iterdir()) == []
