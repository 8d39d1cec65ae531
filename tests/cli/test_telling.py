"""What `olgu extract` says on standard error, for people and for programs."""

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
BAD = Failure("b", "b.json", "read", "bad-json", "b.json: «no» JSON")


def extract(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["extract", "-", "--jobs", "0", *map(str, arguments)])


def events(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_the_summary_is_by_kind_and_status(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD, BAD, Article("c", GOOD.text)])
    lines = extract("-o", tmp_path / "out").stderr.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["articles", "1"], ["facts", "1"], ["status", "1"], ["names", "0"], ["copies", "1"], ["failed", "1"],
        ["b.json:", "«no»"], ["all", "are"], ["tables", str(tmp_path / "out")],
    ]  # fmt: skip
    assert lines[1:3] == ["facts     1 (1 count)", "status    1 actual"]


def test_without_facts_there_is_no_status(tmp_path: Path, rooms: Install) -> None:
    rooms([BAD])
    assert "status" not in extract("-o", tmp_path / "out").stderr


def test_json_is_an_object_an_event(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD, BAD])
    done = extract("-o", tmp_path / "out", "--log-format", "json")
    assert (done.exit_code, done.stdout) == (3, "")
    started, failed, finished = events(done)
    assert {name: started[name] for name in ("event", "paths", "out", "jobs", "formats")} == {
        "event": "started", "paths": ["-"], "out": str(tmp_path / "out"), "jobs": 0, "formats": ["csv", "jsonl"],
    }  # fmt: skip
    assert failed.pop("time") >= started["time"]
    assert failed == {"event": "article_failed", "id": "b", "path": "b.json", "stage": "read", "code": "bad-json",
                      "message": "b.json: «no» JSON"}  # fmt: skip
    assert (finished["event"], finished["articles"], finished["failed"]) == ("finished", 1, 1)
    assert (finished["kinds"], finished["statuses"]) == ({"count": 1}, {"actual": 1})
    assert finished["tables"] == str(tmp_path / "out")


def test_json_tells_of_every_failure(tmp_path: Path, rooms: Install) -> None:
    rooms([Failure(f"b{n}", None, "read", "empty", "empty") for n in range(50)])
    told = events(extract("-o", tmp_path / "out", "--log-format", "json"))
    assert [event["id"] for event in told if event["event"] == "article_failed"] == [f"b{n}" for n in range(50)]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt, 130, "interrupted; nothing half-written is left"),
        (SystemError, 4, "SystemError: ; this is a fault of olgu: run again with --debug and report it"),
    ],
)
@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_json_tells_of_the_error_that_ends_a_run(
    tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int, said: str,
    quiet: tuple[str, ...],
) -> None:  # fmt: skip
    def process(article: Article, nlp: Language) -> Document:
        raise KeyboardInterrupt

    rooms([GOOD], process)
    if error is SystemError:
        monkeypatch.setattr("olgu.run.outcome.process", lambda *_, **__: (_ for _ in ()).throw(SystemError))
    done = extract("-o", tmp_path / "out", "--log-format", "json", *quiet)
    told = events(done)
    assert done.exit_code == code
    assert [event["event"] for event in told] == (["error"] if quiet else ["started", "error"])
    assert (told[-1]["code"], told[-1]["message"], told[-1]["kept"]) == (code, said, None)


def test_json_tells_of_an_output_that_cannot_be_written(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD])
    extract("-o", tmp_path / "out")
    done = extract("-o", tmp_path / "out", "--log-format", "json")
    assert (done.exit_code, events(done)[-1]["code"]) == (2, 2)
    assert "--force" in events(done)[-1]["message"]


def test_json_of_a_stream_goes_to_standard_error(rooms: Install) -> None:
    rooms([GOOD, BAD])
    done = extract("-o", "-", "--log-format", "json")
    assert [json.loads(line)["article"]["status"] for line in done.stdout.splitlines()] == ["ok", "failed"]
    assert [event["event"] for event in events(done)] == ["started", "article_failed", "finished"]
    assert events(done)[-1]["tables"] is None


def test_quiet_json_says_nothing_where_there_is_no_error(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD])
    done = extract("-o", tmp_path / "out", "--log-format", "json", "-q")
    assert (done.exit_code, done.output) == (0, "")


def test_another_log_format_is_refused(tmp_path: Path, rooms: Install) -> None:
    rooms([GOOD])
    done = extract("-o", tmp_path / "out", "--log-format", "yaml")
    assert (done.exit_code, done.stderr) == (2, "olgu: error: --log-format 'yaml': unknown; known are text, json\n")
