"""A run that is cut into shards: it goes on where it was, and refuses what would mix two runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from olgu.article import Article, Document, Failure
from olgu.run import batch, outcome, versions, worker
from olgu.run.batch import Options
from olgu.run.shards import Shard
from olgu.run.store import RemoteStore
from olgu.run.unfinished import NAME, Unfinished
from olgu.run.worker import Done, Settings
from olgu.write.staging import OutputError

Install = Callable[..., Language]
OPTIONS = Options(jobs=1, shard_size=2, formats=("csv", "jsonl", "parquet"))
ARTICLES: list[Article | Failure] = [
    *(Article(f"a{n}", f"kelime{n} geldi") for n in range(4)),
    Failure("b", "b.json", "read", "bad-json", "b.json: no JSON"),
    Article("son", "kelime0 geldi"),
    Article("yalnız", "tek"),
]


class Engine:
    """Does shards in this process; breaks off after some of them, as a run does that is killed."""

    def __init__(self, *, last: int | None = None, error: type[BaseException] = KeyboardInterrupt) -> None:
        self.last, self.error = last, error
        self.done: list[int] = []

    def __call__(self, shards: Iterable[Shard], settings: Settings, jobs: int) -> Generator[Done, None, None]:
        from olgu.analyse import language

        nlp = language.load()
        for shard in shards:
            if len(self.done) == self.last:
                raise self.error
            became = [outcome.process(item, nlp) if isinstance(item, Article) else item for item in shard.items]
            done = worker.finished(shard, list(map(outcome.with_rows, became)), settings, "")
            self.done.append(shard.index)
            yield done


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


def interrupt(out: Path, after: int = 2, options: Options = OPTIONS) -> None:
    with pytest.raises(KeyboardInterrupt):
        batch.run([Path("in")], out, options, engine=Engine(last=after))


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_shards_of_any_size_give_the_bytes_of_a_run_in_one_piece(tmp_path: Path, rooms: Install, size: int) -> None:
    rooms(ARTICLES)
    whole = batch.run([Path("in")], tmp_path / "whole", replace(OPTIONS, jobs=0))
    cut = batch.run([Path("in")], tmp_path / "cut", replace(OPTIONS, shard_size=size), engine=Engine())
    assert tables(tmp_path / "cut") == tables(tmp_path / "whole")
    assert len(tables(tmp_path / "cut")) == 14
    assert cut.counts() == whole.counts()
    assert (cut.articles, cut.failed, cut.duplicates, cut.resumed) == (5, 1, 1, 0)
    counted = json.loads((tmp_path / "cut" / "run.json").read_text(encoding="utf-8"))
    assert counted["rows"]["articles"] == 7


def test_row_groups_do_not_depend_on_shards(tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("olgu.write.sinks.ROW_GROUP", 3)
    test_shards_of_any_size_give_the_bytes_of_a_run_in_one_piece(tmp_path, rooms, 2)


def test_an_interrupted_run_goes_on_and_does_nothing_twice(tmp_path: Path, rooms: Install) -> None:
    rooms(ARTICLES)
    batch.run([Path("in")], tmp_path / "whole", OPTIONS, engine=Engine())
    out = tmp_path / "out"
    interrupt(out)
    assert [path.name for path in out.iterdir()] == [NAME], "a reader sees a table"
    engine = Engine()
    done = batch.run([Path("in")], out, replace(OPTIONS, shard_size=5), engine=engine)
    assert (engine.done, done.resumed) == ([2, 3], 4), "the size of the interrupted run holds"
    assert tables(out) == tables(tmp_path / "whole")


def test_an_interrupted_run_that_finished_nothing_leaves_nothing(tmp_path: Path, rooms: Install) -> None:
    rooms(ARTICLES)
    interrupt(tmp_path / "out", after=0)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_between_the_parts_of_the_plan_leaves_nothing(
    tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms(ARTICLES)

    def interrupted(*_: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_shard_is_made_anew(tmp_path: Path, rooms: Install) -> None:
    rooms(ARTICLES)
    batch.run([Path("in")], tmp_path / "whole", OPTIONS, engine=Engine())
    for name, damage in (
        ("cut", lambda old: old[:-30]),
        ("changed", lambda old: old.replace(b"\x28\xb5\x2f\xfd", b"0000")),
    ):
        out = tmp_path / name
        interrupt(out)
        shard = out / NAME / "shards" / "0000001.shard"
        shard.write_bytes(damage(shard.read_bytes()))
        engine = Engine()
        batch.run([Path("in")], out, OPTIONS, engine=engine)
        assert engine.done == [1, 2, 3]
        assert tables(out) == tables(tmp_path / "whole")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"formats": ("csv",)}, "formats"),
        ({"date": "2024-06-12"}, "date"),
        ({"since": "2024-06-12"}, "since"),
        ({"keep_duplicates": True}, "keep_duplicates"),
    ],
)
def test_other_settings_are_refused(tmp_path: Path, rooms: Install, changed: dict[str, Any], said: str) -> None:
    rooms(ARTICLES)
    interrupt(tmp_path / "out")
    with pytest.raises(OutputError, match=rf"other settings \({said}\).*--no-resume"):
        batch.run([Path("in")], tmp_path / "out", replace(OPTIONS, **changed), engine=Engine())
    engine = Engine()
    batch.run([Path("in")], tmp_path / "out", replace(OPTIONS, **changed, resume=False), engine=engine)
    assert engine.done[0] == 0


@pytest.mark.parametrize("name", ["versions", "data_digests", "code_digest"])
def test_another_olgu_is_refused(tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    rooms(ARTICLES)
    interrupt(tmp_path / "out")
    monkeypatch.setattr(versions, name, lambda: {"olgu": "9"})
    with pytest.raises(OutputError, match="other settings"):
        batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine())


@pytest.mark.parametrize(
    "inputs",
    [
        [Article("a0", "başka"), *ARTICLES[1:]],
        [replace(ARTICLES[0], title="Başka"), *ARTICLES[1:]],
        ARTICLES[1:],
        ARTICLES[:1],
        [],
    ],
)
def test_other_inputs_are_refused(tmp_path: Path, rooms: Install, inputs: list[Article | Failure]) -> None:
    rooms(ARTICLES)
    interrupt(tmp_path / "out")
    rooms(inputs)
    with pytest.raises(OutputError, match="inputs have changed"):
        batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine())


def test_inputs_that_were_not_done_yet_may_change(tmp_path: Path, rooms: Install) -> None:
    rooms(ARTICLES)
    interrupt(tmp_path / "out")
    rooms([*ARTICLES, Article("yeni", "kelime9 geldi")])
    assert batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine()).inputs == len(ARTICLES) + 1


def test_tables_that_are_there_are_kept_until_the_new_ones_are_whole(tmp_path: Path, rooms: Install) -> None:
    rooms(ARTICLES)
    out = tmp_path / "out"
    batch.run([Path("in")], out, OPTIONS, engine=Engine())
    before = tables(out)
    with pytest.raises(OutputError, match="--force"):
        batch.run([Path("in")], out, OPTIONS, engine=Engine(last=0))
    rooms(ARTICLES[:4])
    interrupt(out, after=1, options=replace(OPTIONS, force=True))
    assert {name: out.joinpath(name).read_bytes() for name in before} == before
    batch.run([Path("in")], out, OPTIONS, engine=Engine())
    assert tables(out) != before
    assert not (out / NAME).exists()


def test_two_runs_into_one_folder_are_refused(tmp_path: Path, rooms: Install) -> None:
    pytest.importorskip("fcntl", reason="locks of POSIX")
    rooms(ARTICLES)
    interrupt(tmp_path / "out")
    with Unfinished(tmp_path / "out", {}, resume=False), pytest.raises(OutputError, match="another run is at work"):
        batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine())


def test_shards_behind_a_url_do_as_well(tmp_path: Path, rooms: Install) -> None:
    pytest.importorskip("fsspec", reason="fsspec is an extra")
    rooms(ARTICLES)
    batch.run([Path("in")], tmp_path / "whole", OPTIONS, engine=Engine())
    for url in ("memory://kova/olgu", f"file://{tmp_path}/shared"):
        out = tmp_path / url[:4]
        remote = replace(OPTIONS, store=url)
        interrupt(out, options=remote)
        assert RemoteStore(url).indices() == {0, 1}
        engine = Engine()
        batch.run([Path("in")], out, remote, engine=engine)
        assert engine.done == [2, 3]
        assert tables(out) == tables(tmp_path / "whole")
        assert RemoteStore(url).indices() == set()
    with pytest.raises(OutputError, match=r"cannot use no-such://x: .*olgu\[remote\]"):
        batch.run([Path("in")], tmp_path / "x", replace(OPTIONS, store="no-such://x"), engine=Engine())


def test_an_article_that_no_file_can_hold_costs_its_own_row(tmp_path: Path, rooms: Install) -> None:
    def process(article: Article, nlp: Language) -> Document:
        return Document(replace(article, text="\ud800") if article.id == "a1" else article)

    rooms(ARTICLES[:3], process)
    done = batch.run([Path("in")], tmp_path / "out", OPTIONS, engine=Engine())
    assert (done.articles, done.failed, done.failures[0].stage) == (2, 1, "write")


def test_a_run_killed_before_anything_was_finished_holds_nobody_up(tmp_path: Path, rooms: Install) -> None:
    """As a kill leaves it: a plan, and no shard that other settings or inputs could be mixed with."""
    rooms(ARTICLES)
    out = tmp_path / "out"
    interrupt(out, after=1)
    (out / NAME / "shards" / "0000000.shard").unlink()
    other = replace(OPTIONS, date="2024-06-12", shard_size=3)
    engine = Engine()
    assert batch.run([Path("in")], out, other, engine=engine).resumed == 0
    assert engine.done == [0, 1, 2]
