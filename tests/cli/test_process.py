"""The command as a process of its own, with every room behind it."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

OLGU = [sys.executable, "-m", "olgu"]
SLOW = pytest.mark.slow  # a process of its own loads spaCy and every lexicon
TEXT = "Bugünlerde ikili ticaret cirosunun hacmi 6 milyar dolara ulaştı. Törende 11 belge imzalandı.\n"


@SLOW
def test_extract_and_show_agree_on_a_real_article(tmp_path: Path) -> None:
    article = tmp_path / "haber.txt"
    article.write_text(TEXT, encoding="utf-8")
    ran = subprocess.run(
        [*OLGU, "extract", article, "-o", tmp_path / "out"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    with (tmp_path / "out" / "facts.csv").open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file))
    assert [(fact["quote"], fact["value"]) for fact in facts] == [("6 milyar dolara", "6000000000"), ("11", "11")]
    assert [TEXT[int(fact["start"]) : int(fact["end"])] for fact in facts] == ["6 milyar dolara", "11"]
    shown = subprocess.run([*OLGU, "show", article], capture_output=True, text=True, check=True).stdout
    assert "hacmi [6 milyar dolara] ulaştı" in shown
    assert "\n11\tcount\t11\t" in shown


@SLOW
def test_extract_reads_standard_input_and_records_what_is_no_article(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps({"id": "iyi", "text": TEXT}), '{"id": "kötü"', ""])
    ran = subprocess.run(
        [*OLGU, "extract", "-", "-o", tmp_path / "out", "-q"],
        input=lines,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (3, "")
    articles = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["status"] for line in articles] == ["ok", "failed"]


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_info_to_a_closed_pipe_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        ran = subprocess.run([*OLGU, "info", "--json"], stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@SLOW
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_extract_stopped_by_a_signal_ends_with_130_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    arguments = [*OLGU, "extract", "-", "-o", tmp_path / "out"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}  # a shell's background ignores it
    with subprocess.Popen(arguments, text=True, **pipes, **heard) as running:  # type: ignore[call-overload]
        for _ in range(1000):
            if any(tmp_path.rglob("plan.json")):
                break
            time.sleep(0.01)
        assert any(tmp_path.rglob("plan.json")), "nothing was begun"
        running.send_signal(number)
        said = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    assert list(tmp_path.rglob("*")) == []
    assert said == "olgu: error: interrupted; nothing half-written is left\n"


COMMANDS = """
import os, signal, time, typer
from olgu.cli.ending import Commands

app = typer.Typer(cls=Commands)


@app.command()
def importing(number: int):
    try:
        os.kill(os.getpid(), number)
        time.sleep(5)
    except KeyboardInterrupt:
        raise ImportError("half imported")


@app.command()
def executing(number: int):
    exec("os.kill(os.getpid(), number); time.sleep(5)")


app()
"""


@SLOW
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("where", ["importing", "executing"])
def test_a_signal_ends_with_130_wherever_it_falls(tmp_path: Path, where: str, number: signal.Signals) -> None:
    (tmp_path / "commands.py").write_text(COMMANDS, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "commands", where, str(int(number))],  # as a module: CPython looks at the way out
        capture_output=True, text=True, check=False, cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (130, "olgu: error: interrupted; nothing half-written is left\n")
