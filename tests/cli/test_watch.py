"""`olgu watch`: exit codes, what it says, and a real watch that is interrupted."""

from __future__ import annotations

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
from typer.testing import CliRunner

from olgu.cli import app
from olgu.run import batch

pytest.importorskip("watchfiles", reason="watchfiles is an extra")


def watch(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["watch", *map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["yok", "-o", "out"], "yok: no such folder"),
        (["in", "-o", "in/out"], "lies in the input folder"),
        (["in", "-o", "out", "--format", "xlsx"], "unknown xlsx"),
        (["in", "-o", "out", "--date", "dün"], "--date 'dün'"),
        (["in", "-o", "out", "--since", "dün"], "--since 'dün'"),
        (["in", "-o", "out", "--settle", "0"], "--settle"),
        (["in", "-o", "out", "--jobs", "0"], "--jobs"),
        (["in", "-o", "out", "--log-format", "xml"], "known are text, json"),
        (["in"], "Missing option '--out'"),
    ],
)
def test_watch_ends_with_2_on_wrong_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    done = watch(*arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]


def test_watch_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = watch(tmp_path / "in", "-o", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (
        2, "olgu: error: watching a folder needs watchfiles: pip install 'olgu[watch]'\n",
    )  # fmt: skip
    assert watch(tmp_path / "in", "-o", tmp_path / "out", "--once").exit_code == 0, "one look needs no watching"


def test_watch_once_tells_of_broken_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bozuk.json").write_text("{", encoding="utf-8")
    arguments = [tmp_path / "in", "-o", tmp_path / "out", "--once", "--settle", "0.01"]
    done = watch(*arguments, "--log-format", "json")
    told = [json.loads(line)["event"] for line in done.stderr.splitlines()]
    assert (done.exit_code, told) == (3, ["started", "article_failed", "updated", "finished"])
    assert watch(*arguments, "--max-failures", 1, "-q").exit_code == 0
    assert len((tmp_path / "out" / "errors.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.slow  # a process of its own and its worker load spaCy and every lexicon
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_watch_follows_a_folder_until_it_is_stopped(tmp_path: Path, number: signal.Signals) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "b.txt").write_text("Törende 11 belge imzalandı.", encoding="utf-8")
    command = [sys.executable, "-m", "olgu", "watch", folder, "-o", out, "--settle", "0.1"]
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}  # a shell's background ignores it
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **heard) as running:  # type: ignore[call-overload]
        until((out / "run.json").exists)
        (folder / "a.txt").write_text("Enflasyon yüzde 5,2 arttı.", encoding="utf-8")
        until(lambda: (out / "facts.csv").exists() and "yüzde 5,2" in (out / "facts.csv").read_text(encoding="utf-8"))
        until((out / "run.json").exists)
        told = next(line for line in running.stderr or () if "2 articles" in line)
        running.send_signal(number)
        said = told + running.communicate(timeout=30)[1]
    assert running.returncode == 130, said
    assert said.splitlines()[-2:] == [
        f"olgu: what is finished is kept in {out / '.olgu-watch'}; the same command goes on there",
        "olgu: error: interrupted; nothing half-written is left",
    ]
    assert "2 articles, 2 facts, 0 copies, 0 failed" in said
    batch.run([folder], tmp_path / "whole")
    for path in (tmp_path / "whole").iterdir():
        assert path.name == "run.json" or path.read_bytes() == (out / path.name).read_bytes()
