"""`olgu extract` over batches and streams."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from olgu.article import Article, Failure
from olgu.cli import app
from olgu.run.unfinished import NAME

Install = Callable[..., Language]
OLGU = [sys.executable, "-m", "olgu", "extract"]
SLOW = pytest.mark.slow  # processes of their own load spaCy and every lexicon
GOOD = Article("a", "Üç kişi geldi.", date="2024-06-12", path="a.txt")


def extract(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_extract_streams_to_standard_output(rooms: Install) -> None:
    rooms([GOOD, Failure("b", "b.json", "read", "bad-json", "b.json: no JSON")])
    done = extract("-", "--out", "-", "--jobs", "0")
    assert done.exit_code == 3
    assert [json.loads(line)["article"]["status"] for line in done.stdout.splitlines()] == ["ok", "failed"]
    assert "articles  1 in" in done.stderr
    assert "tables" not in done.stderr


def test_extract_says_which_articles_are_copies(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD, Article("b", GOOD.text, date=GOOD.date)])
    done = extract("-", "--out", tmp_path / "out", "--jobs", "0")
    assert "copies    1 of an earlier article" in done.stderr
    assert [(row["status"], row["duplicate_of"]) for row in rows(tmp_path / "out", "articles")] == [
        ("ok", ""),
        ("duplicate", "a"),
    ]
    assert len(rows(tmp_path / "out", "facts")) == 1
    extract("-", "--out", tmp_path / "each", "--jobs", "0", "--keep-duplicates")
    assert len(rows(tmp_path / "each", "facts")) == 2


def test_extract_takes_globs_and_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rooms: Install) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x", encoding="utf-8")
    rooms([GOOD, Article("b", "Beş gün", date="2024-06-11")])
    assert extract("*.txt", "-o", "out", "-j", "0", "--since", "2024-06-12").exit_code == 0
    assert [row["article_id"] for row in rows(Path("out"), "articles")] == ["a"]
    assert "no such file" in extract("*.md", "-o", "out2").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "dün"], "--since 'dün': expected a day"),
        (["--jobs", "-1"], "--jobs"),
        (["--timeout", "0"], "--timeout"),
        (["--shard-size", "0"], "--shard-size"),
        (["--engine", "spark"], "known are local, ray"),
        (["--engine", "ray", "--out", "-"], "--out - streams in one process"),
    ],
)
def test_extract_ends_with_2_on_wrong_options(tmp_path: Path, rooms: Install, arguments: list[str], said: str) -> None:
    rooms([GOOD])
    done = extract("-", "-o", tmp_path / "out", *arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_extract_says_what_ray_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    done = extract("-", "-o", tmp_path / "out", "--engine", "ray")
    assert (done.exit_code, done.stderr) == (2, "olgu: error: --engine ray needs Ray: pip install 'olgu[ray]'\n")


@SLOW
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_extract_interrupted_goes_on_where_it_was(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    texts = [f"Törende {number} belge imzalandı." for number in range(400)]
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    command = [*OLGU, source, "-o", out, "--shard-size", "3", "-j", "2"]
    with subprocess.Popen(  # a shell that runs tests in the background ignores SIGINT, and so would its children
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        deadline = time.monotonic() + 120
        while len(list(out.glob(f"{NAME}/shards/*.shard"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the workers, too
        said = running.communicate(timeout=60)[1]
    assert running.returncode == 130, said
    assert said.splitlines()[-2:] == [
        f"olgu: what is finished is kept in {out / NAME}; the same command goes on there",
        "olgu: error: interrupted; nothing half-written is left",
    ]
    assert [path.name for path in out.iterdir()] == [NAME]
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert "resumed   " in again.stderr
    assert [row["value"] for row in rows(out, "facts")] == [str(number) for number in range(400)]
    assert not (out / NAME).exists()
