"""A worker in this process: what it answers to each task, and that no article of a shard costs another one anything."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from spacy.language import Language

from olgu.article import Article, Document, Failure
from olgu.run import worker
from olgu.run.shard_file import unpack
from olgu.run.shards import Item, Shard
from olgu.run.store import Store
from olgu.run.worker import NOWHERE, Done, Ready, Settings, Task
from olgu.write.staging import OutputError

SETTINGS = Settings(memory=0, timeout=20, flow=f"{__name__}:flow")
FAILED = Failure("b", "b.json", "read", "bad-json", "b.json: no JSON")
seen: list[str] = []


def flow(article: Article, _nlp: Language) -> Document:
    seen.append(article.id)
    match article.text:
        case "BOZ":
            raise LookupError("yok")
        case "ÇIK":
            sys.exit(7)
        case "YUT":
            raise MemoryError
        case "BEKLE":
            time.sleep(30)
        case "TAŞ":
            return Document(replace(article, text="\ud800"))
    return Document(article)


class Channel:
    """Both ends of a pipe whose other side closes it when all tasks are done."""

    def __init__(self, *tasks: Task) -> None:
        self.tasks, self.said = list(tasks), list[Any]()

    def send(self, answer: object) -> None:
        self.said.append(answer)

    def recv(self) -> Task:
        if not self.tasks:
            raise EOFError
        return self.tasks.pop(0)


class Place:
    """Remembers each place that it was given."""

    def __init__(self) -> None:
        self.been = list[int]()

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "value":
            self.been.append(value)
        else:
            super().__setattr__(name, value)


@pytest.fixture
def dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file for tracebacks of crashes; this process keeps its own handler of faults."""
    monkeypatch.setattr(worker, "faulthandler", SimpleNamespace(enable=lambda _file: None))
    for name in worker._THREADS:
        monkeypatch.setenv(name, "2")
    seen.clear()
    return tmp_path / "dump"


def served(dump: Path, settings: Settings, *tasks: Task, place: Place | None = None) -> list[Any]:
    channel = Channel(*tasks)
    worker.serve(cast(Any, channel), settings, str(dump), cast(Any, place or Place()))
    assert not dump.exists(), "the dump of a killed run would stay"
    assert {os.environ[name] for name in worker._THREADS} == {"1"}
    assert isinstance(channel.said[0], Ready)
    assert channel.said[0].model == "rules"
    return channel.said[1:]


def shard(*texts: str, index: int = 0) -> Shard:
    return Shard(index, tuple(Article(f"a{n}", text) for n, text in enumerate(texts)))


def statuses(done: Done) -> list[tuple[str, str]]:
    assert done.rows is not None
    return [(str(row["article_id"]), str(row["status"])) for row in done.rows["articles"]]


def test_each_task_is_answered_by_what_is_done_and_its_items_are_shown(dump: Path) -> None:
    place = Place()
    tasks = Task(shard("bir", "iki")), Task(shard("üç", index=4))
    first, second = served(dump, SETTINGS, *tasks, place=place)
    assert place.been == [0, 1, NOWHERE, 0, NOWHERE]
    assert statuses(first) == [("a0", "ok"), ("a1", "ok")]
    assert (second.index, statuses(second)) == (4, [("a0", "ok")])
    assert (first.summary.articles, first.summary.model) == (2, "rules")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("BOZ", "internal", "LookupError: yok; this is a fault of olgu"),
        ("ÇIK", "internal", "SystemExit: 7"),
        ("YUT", "memory", "MemoryError; give its worker more with --memory"),
    ],
)
def test_what_an_article_raises_costs_its_own_row(dump: Path, text: str, code: str, said: str) -> None:
    (done,) = served(dump, SETTINGS, Task(shard("bir", text, "üç")))
    assert statuses(done) == [("a0", "ok"), ("a1", "failed"), ("a2", "ok")]
    (failure,) = done.summary.failures
    assert (failure.id, failure.stage, failure.code) == ("a1", "analyse", code)
    assert said in failure.message


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_article_that_takes_too_long_costs_its_own_row(dump: Path) -> None:
    (done,) = served(dump, replace(SETTINGS, timeout=0.2), Task(shard("BEKLE", "iki")))
    assert statuses(done) == [("a0", "failed"), ("a1", "ok")]
    assert (done.summary.failures[0].code, done.summary.failures[0].message[:24]) == (
        "timeout",
        "took longer than 0.2 s; ",
    )


def test_suspects_are_tried_first_and_the_condemned_not_at_all(dump: Path) -> None:
    condemned = Failure("a1", None, "analyse", "killed", "died twice at it")
    items: tuple[Item, ...] = (*shard("bir", "iki", "üç").items, FAILED)
    place = Place()
    task = Task(Shard(0, items), suspects=(2,), condemned={1: condemned})
    (done,) = served(dump, SETTINGS, task, place=place)
    assert place.been == [2, 0, 1, 3, NOWHERE]
    assert seen == ["a2", "a0"]
    assert statuses(done) == [("a0", "ok"), ("a1", "failed"), ("a2", "ok"), ("b", "failed")]
    assert done.summary.failures == [condemned, FAILED]


def test_a_shard_goes_into_the_store_and_an_article_that_no_file_can_hold_costs_its_own_row(
    dump: Path, tmp_path: Path
) -> None:
    store = Store(tmp_path / "shards")
    store.open()
    made = shard("bir", "TAŞ", "üç")
    (done,) = served(dump, replace(SETTINGS, store=store), Task(made))
    packed = unpack(store.read(0))
    assert packed is not None
    assert (packed.digest, packed.rows["articles"], done.rows) == (made.digest(), 3, None)
    assert [(each.id, each.stage) for each in done.summary.failures] == [("a1", "write")]
    assert packed.summary.failed == 1
    assert packed.parts["articles.csv"].count(b"\n") == 3


def test_a_store_that_cannot_be_written_is_told_and_ends_no_worker(dump: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "gone")
    first, second = served(dump, replace(SETTINGS, store=store), Task(shard("bir")), Task(shard("iki", index=1)))
    assert isinstance(first, OutputError)
    assert "cannot write" in str(second)
