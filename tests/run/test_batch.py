"""A run: nothing that one article does stops the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from olgu.article import Article, Document, Failure
from olgu.run import batch, outcome, summary, worker
from olgu.run.batch import Options
from olgu.write.rows import cut
from olgu.write.staging import OutputError

Install = Callable[..., Language]
FAILURE = Failure("b", "b.json", "read", "bad-json", "b.json: line 1 is no JSON; repair it")


def lines(out: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def number(count: int) -> list[Article | Failure]:
    return [Article(f"a{n}", f"kelime{n} geldi") for n in range(count)]


def test_run_writes_articles_and_failures_in_order(tmp_path: Path, rooms: Install) -> None:
    rooms([Article("a", "Üç kişi"), FAILURE, Article("c", "Beş gün", path="c.txt")])
    done = batch.run([tmp_path], tmp_path / "out")
    assert (done.articles, done.failed, done.facts, done.failures) == (2, 1, 2, [FAILURE])
    assert [row["article_id"] for row in lines(done.out, "articles")] == ["a", "b", "c"]
    assert [row["quote"] for row in lines(done.out, "facts")] == ["Üç", "Beş"]
    assert [row["id"] for row in lines(done.out, "errors")] == ["b"]


def test_run_goes_on_after_an_article_that_raises(
    tmp_path: Path, rooms: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    def process(article: Article, nlp: Language) -> Document:
        return Document(article, sentences=((0, len(article.text) // (article.id != "a1")),))

    rooms(number(3), process)
    done = batch.run([tmp_path], tmp_path / "out")
    assert (done.articles, done.failed) == (2, 1)
    (error,) = lines(done.out, "errors")
    assert (error["id"], error["code"]) == ("a1", "internal")
    assert error["message"].startswith("ZeroDivisionError: ")
    assert capsys.readouterr().err == ""


def test_run_debug_shows_the_traceback(tmp_path: Path, rooms: Install, capsys: pytest.CaptureFixture[str]) -> None:
    def process(article: Article, nlp: Language) -> Document:
        raise LookupError("yok")

    rooms(number(1), process)
    batch.run([tmp_path], tmp_path / "out", Options(debug=True))
    assert "Traceback" in capsys.readouterr().err


def test_run_records_a_document_that_cannot_be_written(tmp_path: Path, rooms: Install) -> None:
    def process(article: Article, nlp: Language) -> Document:
        return Document(replace(article, text="\ud800") if article.id == "a0" else article)

    rooms(number(2), process)
    done = batch.run([tmp_path], tmp_path / "out")
    (error,) = lines(done.out, "errors")
    assert (error["id"], error["stage"], done.articles) == ("a0", "write", 1)


def test_run_stops_when_interrupted_and_leaves_nothing(tmp_path: Path, rooms: Install) -> None:
    def process(article: Article, nlp: Language) -> Document:
        raise KeyboardInterrupt

    rooms(number(2), process)
    with pytest.raises(KeyboardInterrupt):
        batch.run([tmp_path], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_run_does_not_load_anything_when_the_output_is_refused(tmp_path: Path, rooms: Install) -> None:
    rooms(number(1))
    batch.run([tmp_path], tmp_path / "out")
    with pytest.raises(OutputError, match="--force"):
        batch.run([tmp_path], tmp_path / "out", progress=lambda _: pytest.fail("an article was read"))
    assert batch.run([tmp_path], tmp_path / "out", Options(force=True)).articles == 1


@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_run_takes_every_article_across_zones(
    tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(worker, "ZONE", 3)
    monkeypatch.setattr(worker, "KEPT", 0)
    nlp = rooms(number(count))
    before = len(nlp.vocab.strings)
    seen: list[int] = []
    batch.run(
        [tmp_path],
        tmp_path / "out",
        Options(formats=("jsonl",)),
        progress=lambda so_far: seen.append(so_far.articles),
    )
    assert seen == [*range(1, count + 1)]
    assert [row["quote"] for row in lines(tmp_path / "out", "facts")] == [f"kelime{n}" for n in range(count)]
    assert len(nlp.vocab.strings) == before, "the words of the articles stay in memory"


def test_run_gives_the_same_bytes_but_for_run_json(tmp_path: Path, rooms: Install) -> None:
    rooms([*number(3), FAILURE])
    folders = [
        batch.run([tmp_path], tmp_path / name, Options(formats=("csv", "jsonl", "parquet"))).out for name in "xy"
    ]
    one, two = ({p.name: p.read_bytes() for p in folder.iterdir() if p.name != "run.json"} for folder in folders)
    assert len(one) == 14
    assert one == two


def test_run_json_says_what_was_run(tmp_path: Path, rooms: Install) -> None:
    rooms([*number(2), FAILURE])
    batch.run([Path("haber")], tmp_path / "out", Options(formats=("csv",), date="2024-06-12"))
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["configuration"] == {
        "paths": ["haber"], "model": "rules", "formats": ["csv"], "date": "2024-06-12", "since": None,
        "keep_duplicates": False, "jobs": 0,
    }  # fmt: skip
    assert (run["counts"]["articles"], run["counts"]["failed"], run["counts"]["facts"]) == (2, 1, {"count": 2})
    assert {"olgu", "python", "spacy"} <= set(run["versions"])
    assert run["model"] == "rules"
    assert run["files"] == sorted(path.name for path in (tmp_path / "out").iterdir())


def test_stage_of_names_the_last_room_on_the_traceback() -> None:
    room: dict[str, Any] = {"__name__": "olgu.recognise.times"}
    exec("def find(call): return call()", room)
    for call, stage in ((lambda: cut("a", 5, 6), "write"), (lambda: 1 // 0, "recognise")):
        with pytest.raises((ValueError, ZeroDivisionError)) as caught:
            room["find"](call)
        assert outcome.stage_of(caught.value) == stage
    assert outcome.stage_of(ValueError("nowhere")) == "analyse"


def test_summary_keeps_only_the_first_failures() -> None:
    part, done = summary.Summary(Path("out")), summary.Summary(Path("out"))
    for _ in range(summary.SHOWN + 5):
        part.count(FAILURE)
    done.add(part)
    assert (part.failed, len(part.failures)) == (summary.SHOWN + 5, summary.SHOWN + 5)
    assert (done.failed, len(done.failures)) == (summary.SHOWN + 5, summary.SHOWN)
