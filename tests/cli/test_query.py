"""`olgu query`: what it prints, where, and its exit codes."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from spacy.language import Language
from typer.testing import CliRunner

from olgu.article import Article
from olgu.cli import answers, app
from olgu.run import batch

pytest.importorskip("duckdb", reason="DuckDB is an extra")
Install = Callable[..., Language]


@pytest.fixture
def out(tmp_path: Path, rooms: Install) -> Path:
    rooms([Article("a", "Üç kişi geldi.", date="2024-06-12"), Article("b", "Yedi gün")])
    batch.run(["-"], tmp_path / "out", batch.Options(formats=("parquet",)))
    return tmp_path / "out"


def query(*arguments: object, stdin: str | None = None) -> Any:
    return CliRunner().invoke(app, ["query", *map(str, arguments)], input=stdin)


def test_query_gives_csv_in_a_pipe(out: Path) -> None:
    done = query(out, "select article_id, sum(value) as total from facts group by all order by 1")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "article_id,total\na,2\nb,4\n", "")


def test_query_gives_json(out: Path) -> None:
    done = query(out, "select article_id, date from articles order by 1", "--format", "json")
    assert json.loads(done.stdout) == [{"article_id": "a", "date": "2024-06-12"}, {"article_id": "b", "date": None}]
    assert query(out, "from errors", "-f", "json").stdout == "[]\n"


def test_query_gives_a_table(out: Path) -> None:
    done = query(out, "select article_id, value from facts", "-f", "table")
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["article_id", "value"], ["a", "2"], ["b", "4"], ["2", "rows"],
    ]  # fmt: skip


def test_query_reads_the_question_from_standard_input(out: Path) -> None:
    assert query(out, "-", stdin="select count(*) as n from articles\n").stdout == "n\n2\n"


def test_query_python_prints_two_lines_and_asks_nothing(out: Path) -> None:
    done = query(out, "select nope from facts", "--python")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "import duckdb"
    assert done.stdout.splitlines()[1].endswith('select nope from facts""").show()')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["yok", "select 1"], "yok: no such folder"),
        (["OUT", "select nope from facts"], '"nope" not found'),
        (["OUT", "drop view facts"], "ask one question"),
        (["OUT", "select 1", "--format", "xml"], "known are table, csv, json"),
        (["OUT"], "Missing argument 'SQL'"),
    ],
)
def test_query_ends_with_2_and_one_line(out: Path, arguments: list[str], said: str) -> None:
    done = query(*(out if argument == "OUT" else argument for argument in arguments))
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_query_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    done = query(tmp_path, "select 1")
    assert (done.exit_code, done.stderr) == (
        2, f"olgu: error: {tmp_path}: no tables there; make them with olgu extract\n",
    )  # fmt: skip


def test_query_says_what_it_needs(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = query(out, "select 1")
    assert (done.exit_code, done.stderr) == (
        2, "olgu: error: questions in SQL need DuckDB: pip install 'olgu[query]'\n",
    )  # fmt: skip


@pytest.mark.slow  # a process of its own
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_query_is_interrupted_at_once(out: Path) -> None:
    endless = "select count(*) from range(100000000) a, range(100000) b where a.range * b.range % 7 = 3"
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    command = [sys.executable, "-m", "olgu", "query", str(out), endless]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **heard) as running:  # type: ignore[call-overload]
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=30)[1]
    assert (running.returncode, said) == (130, "olgu: error: interrupted; nothing half-written is left\n")


@pytest.mark.parametrize(
    ("value", "text", "plain"),
    [
        (None, "", None),
        (True, "true", True),
        (Decimal("600.000000000"), "600", 600),
        (Decimal("9.600000000"), "9.6", 9.6),
        (Decimal("12345678901234567.123456789"), "12345678901234567.123456789", "12345678901234567.123456789"),
        (float("nan"), "nan", None),
        (0.5, "0.5", 0.5),
        ("Üç", "Üç", "Üç"),
        ([1, None, Decimal("1.50")], "[1, null, 1.5]", [1, None, 1.5]),
        ({"a": "ı"}, '{"a": "ı"}', {"a": "ı"}),
    ],
)
def test_values_as_text_and_json(value: object, text: str, plain: object) -> None:
    assert (answers.cell(value), answers.plain(value)) == (text, plain)
    assert list(csv.reader(StringIO("".join(answers.csv_text(["x"], [[value]])))))[1:] == ([[text]] if text else [[""]])
    assert json.loads("".join(answers.json_text(["x"], [[value]]))) == [{"x": plain}]


def drawn(width: int, names: list[str], rows: list[list[Any]]) -> list[str]:
    screen = StringIO()
    answers.print_table(Console(file=screen, width=width, highlight=False, markup=False), names, rows)
    return [line.strip() for line in screen.getvalue().splitlines()]


def test_a_screen_that_is_too_narrow_gets_blocks() -> None:
    assert drawn(10, ["a", "bb"], [["x", 1], [None, "[red]"]]) == [
        "a   x", "bb  1", "", "a", "bb  [red]", "", "2 rows",
    ]  # fmt: skip
    assert drawn(16, ["a", "bb"], [["x", 1]]) == ["a  bb", "x   1", "1 row"]


def test_a_table_has_an_end_and_steers_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "SHOWN", 2)
    assert drawn(80, ["a"], [["\x1b[2J"], ["\n"], ["c"]])[1:] == [
        "\ufffd[2J", "", "2 rows of more; --format csv gives all, limit 2 fewer",
    ]  # fmt: skip
