"""`olgu diff`: exit codes, forms and what cannot be compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from olgu.cli import app
from olgu.run import batch
from olgu.write.schema import FACTS


def diff(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["diff", *map(str, arguments)])


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    for name, value in (("old", "5"), ("new", "6")):
        row = dict.fromkeys(FACTS.names) | {"article_id": "a", "start": 0, "end": 1, "quote": "5", "value": value}
        (tmp_path / name).mkdir()
        (tmp_path / name / "facts.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path / "old", tmp_path / "new"


def test_diff_exits_with_findings(tables: tuple[Path, Path]) -> None:
    done = diff(*tables)
    assert done.exit_code == 1
    assert done.stdout == "a\n  ~ 0-1 «5»  value 5 → 6\n0 added, 0 removed, 1 changed, 0 unchanged facts\n"
    assert diff(tables[0], tables[0]).exit_code == 0
    assert diff(*tables, "--ignore", "value").exit_code == 0
    assert json.loads(diff(*tables, "-f", "json").stdout)["changed"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xml"], "known are text, json, markdown, github, junit"),
        (["--ignore", "fakt"], "--ignore fakt"),
    ],
)
def test_diff_says_what_is_wrong(tables: tuple[Path, Path], arguments: list[str], said: str) -> None:
    done = diff(*tables, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "make them with 'olgu extract'" in diff(tables[0], tables[0].parent).stderr


def test_diff_extracts_the_articles_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Geçen yıl 11 belge imzalandı.", encoding="utf-8")
    batch.run(["articles"], tmp_path / "facts", batch.Options(date="2024-06-12", jobs=0))
    assert diff("facts", "--extract", "articles", "--date", "2024-06-12").exit_code == 0
    assert "time 2023 → –" in diff("facts", "--extract", "articles").stdout
    (articles / "a.txt").write_bytes(b"")
    emptied = diff("facts", "--extract", "articles")
    assert emptied.exit_code == 1
    assert "olgu: error: articles/a.txt: " in emptied.stderr
    for wrong in (["facts"], ["facts", "facts", "--extract", "articles"]):
        assert "give either NEW" in diff(*wrong).stderr
    assert "no such file or folder" in diff("facts", "--extract", "yok").stderr
