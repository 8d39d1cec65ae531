"""`olgu extract`: exit codes, plain errors, the summary."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from olgu.article import Article, Document, Failure
from olgu.cli import app

Install = Callable[..., Language]
GOOD = Article("a", "Üç kişi geldi.", path="a.txt")
BAD = Failure("b", "b.json", "read", "bad-json", "b.json: line 1 is no JSON; repair it")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "haber"
    folder.mkdir()
    return folder


def extract(*arguments: object) -> Any:
    """Run without workers, which would not see the stand-ins."""
    return CliRunner().invoke(app, ["extract", "--jobs", "0", *map(str, arguments)])


def test_extract_writes_tables_and_a_summary_on_standard_error(tmp_path: Path, source: Path, rooms: Install) -> None:
    rooms([GOOD])
    done = extract(source, "--out", tmp_path / "out")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "articles  1 in" in done.stderr
    assert "facts     1 (1 count)" in done.stderr
    assert str(tmp_path / "out") in done.stderr
    assert "\x1b" not in done.stderr
    assert (tmp_path / "out" / "facts.csv").exists()
    assert (tmp_path / "out" / "facts.jsonl").exists()
    assert not (tmp_path / "out" / "facts.parquet").exists()


def test_extract_quiet_prints_nothing(tmp_path: Path, source: Path, rooms: Install) -> None:
    rooms([GOOD])
    done = extract(source, "-o", tmp_path / "out", "-q", "-f", "parquet")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "out" / "facts.parquet").exists()


@pytest.mark.parametrize(("allowed", "code"), [(None, 3), (0, 3), (1, 3), (2, 0), (3, 0)])
def test_extract_ends_with_3_when_more_failed_than_allowed(
    tmp_path: Path, source: Path, rooms: Install, allowed: int | None, code: int
) -> None:
    rooms([BAD, GOOD, BAD])
    done = extract(source, "-o", tmp_path / "out", *([] if allowed is None else ["--max-failures", allowed]))
    assert done.exit_code == code
    assert "failed    2" in done.stderr
    assert "b.json: line 1 is no JSON; repair it" in done.stderr
    assert len((tmp_path / "out" / "facts.jsonl").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xlsx"], "unknown xlsx; known are csv, jsonl, parquet"),
        (["--format", ","], "known are csv, jsonl, parquet"),
        (["--date", "12.06.2024"], "expected a day of the calendar as YYYY-MM-DD"),
        (["--date", "2024-02-30"], "expected a day of the calendar"),
        (["--date", "20240612"], "expected a day of the calendar"),
        (["--max-failures", "-1"], "--max-failures"),
        (["--no-such"], "No such option"),
    ],
)
def test_extract_ends_with_2_on_wrong_options(
    tmp_path: Path, source: Path, rooms: Install, arguments: list[str], said: str
) -> None:
    rooms([GOOD])
    done = extract(source, "-o", tmp_path / "out", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.startswith("olgu: error: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_extract_ends_with_2_on_an_input_that_is_not_there(tmp_path: Path) -> None:
    done = extract(tmp_path / "yok.txt", "-o", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (2, f"olgu: error: {tmp_path / 'yok.txt'}: no such file or folder\n")


@pytest.mark.parametrize("below", [".", "out", "deep/out"])
def test_extract_refuses_an_output_inside_the_input(source: Path, rooms: Install, below: str) -> None:
    rooms([GOOD])
    done = extract(source, "-o", source / below)
    assert done.exit_code == 2
    assert "lies in the input folder" in done.stderr


def test_extract_overwrites_only_with_force(tmp_path: Path, source: Path, rooms: Install) -> None:
    rooms([GOOD])
    out = tmp_path / "out"
    assert [extract(source, "-o", out, *force).exit_code for force in ([], [], ["--force"])] == [0, 2, 0]
    assert "--force" in extract(source, "-o", out).stderr


def test_extract_ends_with_2_on_an_output_that_cannot_be_written(tmp_path: Path, source: Path, rooms: Install) -> None:
    rooms([GOOD])
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        done = extract(source, "-o", out)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"olgu: error: cannot write {out}: ")


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (SystemError, 4)])
def test_extract_leaves_nothing_when_it_is_stopped(
    tmp_path: Path, source: Path, rooms: Install, error: type[BaseException], code: int
) -> None:
    class Broken(list[Article]):
        def __iter__(self) -> Any:
            yield GOOD
            raise error

    rooms(Broken())
    done = extract(source, "-o", tmp_path / "out")
    assert done.exit_code == code
    assert {130: "interrupted", 4: "--debug"}[code] in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["haber"]


def test_extract_records_an_article_that_raises(tmp_path: Path, source: Path, rooms: Install) -> None:
    def process(article: Article, nlp: Language) -> Document:
        raise RecursionError("too deep")

    rooms([GOOD], process)
    done = extract(source, "-o", tmp_path / "out")
    assert done.exit_code == 3
    assert "Traceback" not in done.stderr
    (line,) = (tmp_path / "out" / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["code"] == "internal"
