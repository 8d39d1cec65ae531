"""`olgu score`: figures as text and JSON, and what cannot be scored is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import olgu
from olgu.cli import app
from olgu.write.tables import TableWriter

CORPUS = Path(__file__).parents[2] / "corpus"
SLUG = "kazakistan-kore-11-belge"


def written(texts: Path, out: Path, date: str | None = None) -> None:
    """What `olgu extract` writes."""
    with TableWriter(out, ["csv"]) as writer:
        for path in texts.iterdir():
            writer.add(olgu.extract(olgu.Article(path.stem, path.read_text(encoding="utf-8"), date=date)))


def score(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["score", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The gold of one article whose date is not known, so that `olgu extract` needs none."""
    for folder, suffix in (("gold", "json"), ("articles", "txt")):
        (tmp_path / folder).mkdir()
        shutil.copy(CORPUS / folder / f"{SLUG}.{suffix}", tmp_path / folder)
    return tmp_path / "gold"


def test_score_extracts_or_reads_the_same(gold: Path, tmp_path: Path) -> None:
    written(tmp_path / "articles", tmp_path / "out")
    read, made = score(gold, tmp_path / "out", "--json"), score(gold, "--json")
    assert read.exit_code == made.exit_code == 0
    assert json.loads(read.stdout) == json.loads(made.stdout)
    assert json.loads(read.stdout)["detected"]["n_gold"] == 6


def test_score_text(gold: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text("", encoding="utf-8")
    done = score(gold, facts, "--wrong", 2)
    assert "fact              0.0000  0.0000  0.0000      0      0      6" in done.stdout
    assert done.stdout.count("missed") == 2


def test_score_of_other_tables_is_refused(gold: Path, tmp_path: Path) -> None:
    written(tmp_path / "articles", tmp_path / "dated", "2024-06-12")
    (tmp_path / "articles" / f"{SLUG}.txt").write_text("Başka bir metin.", encoding="utf-8")
    written(tmp_path / "articles", tmp_path / "other")
    for out, said in (("dated", "with the date 2024-06-12, the gold has none"), ("other", "another text")):
        article = json.loads((gold / f"{SLUG}.json").read_text(encoding="utf-8"))
        text = (CORPUS / "articles" / f"{SLUG}.txt").read_text(encoding="utf-8")
        (gold / f"{SLUG}.json").write_text(json.dumps(article | {"text": text}), encoding="utf-8")
        done = score(gold, tmp_path / out)
        assert done.exit_code == 2
        assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none"], "no such file"),
        (["GOLD", "none"], "make it with 'olgu extract'"),
        (["GOLD", "--level", "fakt"], "known are detected, quantity, fact, full_row"),
    ],
)
def test_score_says_what_is_wrong(gold: Path, arguments: list[str], said: str) -> None:
    done = score(*(str(gold) if argument == "GOLD" else argument for argument in arguments))
    assert done.exit_code == 2
    assert said in done.stderr
