"""A folder under watch: its tables are those of a run over its files, whatever happens in which order."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import pytest
from spacy.language import Language

from olgu.article import Article, Document
from olgu.run import batch, outcome, versions, watch, worker
from olgu.run.batch import Options
from olgu.run.shards import Shard
from olgu.run.summary import Summary
from olgu.run.unfinished import NAME as UNFINISHED
from olgu.run.watched import NAME, Watched
from olgu.run.worker import Done, Settings
from olgu.write.staging import OutputError

Install = Callable[..., Language]
OPTIONS = Options(jobs=1, formats=("csv", "jsonl", "parquet"), date="2024-06-12")
SETTLE = 0.05


class Alone:
    """Does shards in this process; breaks off after some of them, as a watch does that is killed."""

    def __init__(self, *, last: int | None = None, then: Callable[[], None] | None = None) -> None:
        self.last, self.then = last, then
        self.texts: list[str] = []
        self.stopped = False

    def __call__(self, settings: Settings, jobs: int) -> Alone:
        self.settings = settings
        return self

    def feed(self, shards: Iterable[Shard]) -> Generator[Done, None, None]:
        from olgu.analyse import language

        nlp = language.load()
        for shard in shards:
            if len(self.texts) == self.last:
                assert self.then
                self.then()
            (article,) = shard.items
            assert isinstance(article, Article)
            self.texts.append(article.text.strip())
            made = outcome.with_rows(outcome.process(article, nlp))
            yield worker.finished(shard, [made], self.settings, "")

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def folder(tmp_path: Path, rooms: Install, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is really read; the flow is a stand-in, in which an article about a fault raises."""
    files = import_module("olgu.read.files")
    usual: list[Callable[[Article, Language], Document]] = []

    def process(article: Article, nlp: Language) -> Document:
        if "arıza" in article.text:
            raise LookupError("arıza")
        return usual[0](article, nlp)

    for name in ("data_digests", "code_digest"):  # half of the time of these tests
        monkeypatch.setattr(versions, name, dict)
    rooms([])
    usual.append(sys.modules["olgu.flow"].process)
    rooms([], process)
    monkeypatch.setitem(sys.modules, "olgu.read.files", files)
    monkeypatch.setattr(import_module("olgu.read"), "files", files)
    folder = tmp_path / "gelen"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def once(folder: Path, out: Path, workers: Alone | None = None, options: Options = OPTIONS, **more: Any) -> Summary:
    return watch.watch(folder, out, options, settle=SETTLE, once=True, workers=workers or Alone(), **more)


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file() and path.name != "run.json"}


def whole(folder: Path, options: Options = OPTIONS) -> dict[str, bytes]:
    """Return the tables that a run over the folder writes."""
    out = folder.parent / f"whole-{monotonic()}"
    batch.run([folder], out, replace(options, jobs=0))
    return tables(out)


FILES = {
    "b.txt": "Beş gün",
    "a.txt": "Üç kişi",
    "alt/a.txt": "Yedi kişi",
    "kopya.txt": "Beş gün",
    "bozuk.json": "{",
    "arıza.txt": "Burada bir arıza var.",
    "çok.jsonl": '{"text": "İlk haber"}\n{"text": "İkinci haber", "date": "2024-06-01"}\nolmaz\n',
    ".gizli.txt": "Sekiz",
    "resim.png": "Dokuz",
}


@pytest.mark.parametrize("changed", [{}, {"since": "2024-06-05"}, {"keep_duplicates": True}, {"formats": ("csv",)}])
def test_watch_writes_the_tables_of_a_run(folder: Path, changed: dict[str, Any]) -> None:
    options = replace(OPTIONS, **changed)
    for name, content in FILES.items():
        put(folder, name, content)
    out, workers = folder.parent / "out", Alone()
    done = once(folder, out, workers, options)
    assert tables(out) == whole(folder, options)
    assert (done.failed, workers.stopped) == (3, True)
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert run["counts"]["articles"] == done.articles
    assert run["configuration"]["paths"] == [str(folder)]


@pytest.mark.parametrize("names", [list(FILES), list(reversed(FILES)), sorted(FILES, key=len)])
def test_tables_do_not_depend_on_the_order_of_arrival(folder: Path, names: list[str]) -> None:
    out, options = folder.parent / "out", replace(OPTIONS, formats=("csv",))
    for name in names:
        put(folder, name, FILES[name])
        once(folder, out, options=options)
        if out.exists():
            assert tables(out) == whole(folder, options)
    assert out.exists()


def test_watch_does_nothing_twice(folder: Path) -> None:
    out = folder.parent / "out"
    put(folder, "b.txt", "Beş gün")
    put(folder, "arıza.txt", "Burada bir arıza var.")
    for new in ([FILES["b.txt"], FILES["arıza.txt"]], [], ["Altı ay"], []):
        if "Altı ay" in new:
            put(folder, "a.txt", "Altı ay")
        workers = Alone()
        once(folder, out, workers)
        assert sorted(workers.texts) == sorted(new)
        assert tables(out) == whole(folder)


def test_a_changed_file_replaces_its_rows_and_a_removed_one_takes_them_away(folder: Path) -> None:
    out = folder.parent / "out"
    for name, content in FILES.items():
        put(folder, name, content)
    once(folder, out)
    put(folder, "a.txt", "Dört kişi")
    (folder / "b.txt").unlink()
    workers = Alone()
    once(folder, out, workers)
    assert sorted(workers.texts) == ["Beş gün", "Dört kişi"], "the copy is now the only one"
    assert tables(out) == whole(folder)
    assert len(list((out / NAME / "shards").iterdir())) == 6, "files of what is gone stay"


def test_a_folder_without_files_leaves_everything_as_it_is(folder: Path) -> None:
    out = folder.parent / "out"
    assert once(folder, out).inputs == 0
    assert not out.exists()
    put(folder, "a.txt", "Üç kişi")
    once(folder, out)
    before = tables(out)
    (folder / "a.txt").unlink()
    once(folder, out)
    assert tables(out) == before


def test_an_interrupted_watch_goes_on_and_a_reader_sees_no_half_table(folder: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    out = folder.parent / "out"
    put(folder, "a.txt", "Üç kişi")
    once(folder, out)
    before = tables(out)
    for number in range(4):
        put(folder, f"b{number}.txt", f"Haber {number}")
    broken = Alone(last=2, then=interrupt)
    with pytest.raises(KeyboardInterrupt):
        once(folder, out, broken)
    assert broken.stopped
    assert tables(out) == before
    workers = Alone()
    once(folder, out, workers)
    assert workers.texts == ["Haber 2", "Haber 3"]
    assert tables(out) == whole(folder)


def test_a_watch_that_dies_while_it_moves_the_tables_makes_them_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, moved, replace_file = folder.parent / "out", [0], Path.replace
    put(folder, "a.txt", "Üç kişi")
    once(folder, out)
    put(folder, "b.txt", "Beş gün")

    def dying(path: Path, target: Path) -> Path:
        if target.parent == out:
            moved[0] += 1
            if moved[0] == 5:
                raise KeyboardInterrupt
        return replace_file(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        with pytest.raises(KeyboardInterrupt):
            once(folder, out)
    assert not (out / "run.json").exists(), "a reader cannot tell that tables are of two moments"
    workers = Alone()
    once(folder, out, workers)
    assert (workers.texts, tables(out)) == ([], whole(folder))
    assert (out / "run.json").exists()


def test_a_watch_that_is_stopped_ends_after_the_article(folder: Path) -> None:
    stop, out = Event(), folder.parent / "out"
    for number in range(4):
        put(folder, f"b{number}.txt", f"Haber {number}")
    workers = Alone(last=2, then=stop.set)
    assert once(folder, out, workers, stop=stop).inputs == 0
    assert (len(workers.texts), list(out.glob("*.csv"))) == (3, [])


def test_damaged_work_is_done_again(folder: Path) -> None:
    out = folder.parent / "out"
    put(folder, "a.txt", "Üç kişi")
    put(folder, "b.txt", "Beş gün")
    once(folder, out)
    shard = min((out / NAME / "shards").iterdir())
    shard.write_bytes(shard.read_bytes()[:-30])
    workers = Alone()
    once(folder, out, workers)
    assert workers.texts == ["Üç kişi"]
    assert tables(out) == whole(folder)


def test_what_would_mix_two_runs_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder.parent / "out"
    put(folder, "a.txt", "Üç kişi")
    once(folder, out)
    for changed in ({"formats": ("csv",)}, {"date": None}, {"since": "2024-06-12"}, {"keep_duplicates": True}):
        with pytest.raises(OutputError, match=rf"holds a watch .* other settings \({next(iter(changed))}\)"):
            once(folder, out, options=replace(OPTIONS, **changed))  # type: ignore[arg-type]
    with (
        Watched(out, {}, ("csv",), resume=False, force=False),
        pytest.raises(OutputError, match="another run is at work"),
    ):
        once(folder, out)
    monkeypatch.setattr(versions, "code_digest", lambda: "9")
    with pytest.raises(OutputError, match="other settings"):
        once(folder, out)
    workers = Alone()
    once(folder, out, workers, replace(OPTIONS, resume=False, formats=("csv",)))
    assert workers.texts == ["Üç kişi"]
    assert set(tables(out)) == {f"{name}.csv" for name in ("facts", "mentions", "entities", "articles")} | {
        "errors.jsonl", "datapackage.json",
    }  # fmt: skip


def test_tables_of_others_are_kept(folder: Path) -> None:
    out = folder.parent / "out"
    put(folder, "a.txt", "Üç kişi")
    batch.run([folder], out, replace(OPTIONS, jobs=0))
    with pytest.raises(OutputError, match="--force"):
        once(folder, out)
    once(folder, out, options=replace(OPTIONS, force=True))
    (folder.parent / "begun" / UNFINISHED).mkdir(parents=True)
    with pytest.raises(OutputError, match="unfinished run"):
        once(folder, folder.parent / "begun")


def test_part_is_told_of_each_article_and_each_failure_once(folder: Path) -> None:
    told: list[tuple[int, list[str]]] = []
    for name in ("a.txt", "bozuk.json", "arıza.txt"):
        put(folder, name, FILES[name])
    once(
        folder, folder.parent / "out", part=lambda _, done: told.append((done.articles, [f.id for f in done.failures]))
    )
    assert sorted(told) == [(0, ["arıza"]), (0, ["bozuk"]), (1, [])]


def test_watching_says_what_it_needs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(watch.WatchError, match=r"pip install 'olgu\[watch\]'"):
        watch.watch(folder, folder.parent / "out", OPTIONS)
    assert not (folder.parent / "out").exists()


class Running:
    """A watch in a thread, and a reader that looks at its tables all the while."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out, self.workers = folder, folder.parent / "out", Alone()
        self.updates: Queue[Summary] = Queue()
        self.stop = Event()
        self.torn: list[str] = []
        self._threads = [Thread(target=self._watch), Thread(target=self._read)]

    def __enter__(self) -> Running:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        for thread in self._threads:
            thread.join(10)

    def articles(self, count: int) -> None:
        """Wait until the tables have so many."""
        while self.updates.get(timeout=5).articles != count:
            pass

    def _watch(self) -> None:
        watch.watch(
            self.folder, self.out, OPTIONS, settle=0.4, stop=self.stop, updated=self.updates.put, workers=self.workers
        )

    def _read(self) -> None:
        path = self.out / "articles.jsonl"
        while not self.stop.is_set():
            if path.exists():
                content = path.read_text(encoding="utf-8")
                lines = content.splitlines()
                if not content.endswith("\n") or not all(line.endswith("}") for line in lines):
                    self.torn.append(content)
            sleep(0.001)


def test_articles_are_extracted_as_they_arrive(folder: Path) -> None:
    pytest.importorskip("watchfiles", reason="watchfiles is an extra")
    put(folder, "önce.txt", "Üç kişi")
    with Running(folder) as running:
        running.articles(1)
        put(folder, "a.txt", "Beş gün")
        put(folder, "yeni/alt/b.txt", "Altı ay")
        running.articles(3)
        assert tables(running.out) == whole(folder)

        with (folder / "uzun.txt").open("w", encoding="utf-8") as copied:  # slower than a file must rest in all
            for _ in range(12):
                copied.write("parça ")
                copied.flush()
                sleep(0.05)
        running.articles(4)
        put(folder, ".yarım.txt", "Gizli")
        sleep(0.05)
        (folder / ".yarım.txt").rename(folder / "tam.txt")
        running.articles(5)
        os.remove(folder / "a.txt")
        running.articles(4)
        assert tables(running.out) == whole(folder)
    assert running.workers.texts == ["Üç kişi", "Beş gün", "Altı ay", " ".join(["parça"] * 12), "Gizli"]
    assert running.torn == []
