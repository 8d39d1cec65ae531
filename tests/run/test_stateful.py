"""Any order of articles, faults, kills, damage and new runs: each article is accounted for once, by the same bytes.

Hypothesis makes up what happens to one folder of tables. `OLGU_EXAMPLES=500 pytest tests/run/test_stateful.py` tries
more of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import spacy
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from spacy.language import Language

from olgu.article import Article
from olgu.run import batch, outcome, versions, worker
from olgu.run.batch import Options
from olgu.run.shards import Shard
from olgu.run.summary import Summary
from olgu.run.unfinished import NAME
from olgu.run.worker import Done, Settings
from olgu.write.staging import OutputError

FAULT = "BOZ"
OPTIONS = Options(jobs=1, formats=("csv", "jsonl"), force=True, flow="faulty_flow:process")
KINDS = st.sampled_from(["ok", "ok", "none", "fault", "copy", "bad"])
Made = tuple[str, str, str, str]
"""An input and what must become of it: its line, its id (empty where it has none), its status, the id it copies."""


@cache
def blank() -> Language:
    return spacy.blank("tr")


class Engine:
    """Does shards here, out of order, and stops after some of them as asked: by an interrupt, or as a kill leaves it.

    Nobody cleans up after a kill: what lies in `out` at that moment is put by and put back by `revive`.
    """

    def __init__(self, out: Path, last: int | None = None, *, kill: bool = False) -> None:
        self.out, self.last, self.kill = out, last, kill
        self.done: list[int] = []
        self._put_by: Path | None = None

    def __call__(self, shards: Iterable[Shard], settings: Settings, _jobs: int) -> Generator[Done, None, None]:
        for shard in in_turned_pairs(shards):
            self._stop_after(len(self.done))
            yield self._do(shard, settings)
        self._stop_after(10**9)

    def _do(self, shard: Shard, settings: Settings) -> Done:
        became = [outcome.process(i, blank(), flow=settings.flow) if isinstance(i, Article) else i for i in shard.items]
        self.done.append(shard.index)
        return worker.finished(shard, list(map(outcome.with_rows, became)), settings, "")

    def _stop_after(self, count: int) -> None:
        if self.last is None or count < self.last:
            return
        if self.kill:
            self._put_by = Path(tempfile.mkdtemp(dir=self.out.parent)) / "killed"
            shutil.copytree(self.out, self._put_by)
            (self._put_by / NAME / "shards" / "0000000.partial-1").write_bytes(b"half of a sha")
        raise KeyboardInterrupt

    def revive(self) -> None:
        """Leave what a kill leaves."""
        if self._put_by is not None:
            shutil.rmtree(self.out, ignore_errors=True)
            self._put_by.rename(self.out)


def in_turned_pairs(shards: Iterable[Shard]) -> Iterator[Shard]:
    """Yield the second before the first, as two workers may be done with them."""
    held: list[Shard] = []
    for shard in shards:
        held.append(shard)
        if len(held) == 2:
            yield from reversed(held)
            held = []
    yield from held


class Runs(RuleBasedStateMachine):
    """One input that grows and changes, and one folder of tables that is made of it again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="olgu-stateful-"))
        self.source, self.out = self.folder / "in.jsonl", self.folder / "out"
        self.inputs: list[tuple[str, str, str]] = []
        """Line, id and text; both empty where the line cannot be read."""
        self.finished: dict[int, tuple[Made, ...]] = {}
        """What each shard that is kept and whole was made of."""
        self.damaged: set[int] = set()
        """Shards that are kept and not whole: nothing of them is used, but their size is still that of the run."""
        self.size = 0
        """Of the shards that are kept."""
        self.tables: dict[str, bytes] = {}
        self.olgu = patch.multiple(versions, code_digest=lambda: "1", data_digests=lambda: {"a": "1"})
        self.olgu.start()  # reading all of olgu for each run takes longer than the runs

    def teardown(self) -> None:
        self.olgu.stop()
        shutil.rmtree(self.folder)

    def _expected(self) -> list[Made]:
        """Return what must become of each input."""
        first: dict[str, str] = {}
        made: list[Made] = []
        for line, name, text in self.inputs:
            copied = first.setdefault(text, name) if name else name
            status = "failed" if not name or text.startswith(FAULT) else "ok"
            made.append((line, name, "duplicate", copied) if copied != name else (line, name, status, ""))
        return made

    def _shards(self, size: int) -> dict[int, tuple[Made, ...]]:
        made = self._expected()
        return {at // size: tuple(made[at : at + size]) for at in range(0, len(made), size)}

    def _write(self) -> None:
        self.source.write_text("".join(line + "\n" for line, _, _ in self.inputs), encoding="utf-8")

    def _line(self, name: str, kind: str) -> tuple[str, str, str]:
        if kind == "bad":
            return f'{{"id": "{name}", "text": ', "", ""
        number = name.removeprefix("a")
        text = {"ok": f"{number} kuş ve 3 kedi görüldü", "fault": f"{FAULT} {number}", "none": f"Kuş{number} yok"}
        return self._record(name, text.get(kind) or (self.inputs[0][2] if self.inputs else "tek"))

    def _record(self, name: str, text: str) -> tuple[str, str, str]:
        text = text or "boş değil"
        return json.dumps({"id": name, "text": text}, ensure_ascii=False), name, text

    @initialize(kinds=st.lists(KINDS, min_size=1, max_size=8))
    def begin(self, kinds: list[str]) -> None:
        self.add(kinds)

    @rule(kinds=st.lists(KINDS, min_size=1, max_size=4))
    def add(self, kinds: list[str]) -> None:
        for kind in kinds:
            self.inputs.append(self._line(f"a{len(self.inputs)}", kind))
        self._write()

    @rule(place=st.floats(0, 0.999), kind=st.sampled_from(["ok", "fault"]))
    def change(self, place: float, kind: str) -> None:
        at = int(len(self.inputs) * place)
        line, name, text = self._line(f"a{at}", kind)
        self.inputs[at] = (line.replace("görüldü", "uçtu"), name, text.replace("görüldü", "uçtu"))
        self._write()

    @rule(place=st.floats(0, 0.999), part=st.floats(0, 0.999))
    @precondition(lambda self: self.finished)
    def damage(self, place: float, part: float) -> None:
        index = sorted(self.finished)[int(len(self.finished) * place)]
        path = self.out / NAME / "shards" / f"{index:07d}.shard"
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * part)])
        del self.finished[index]
        self.damaged.add(index)

    @rule(last=st.integers(0, 4), size=st.integers(1, 4), kill=st.booleans(), resume=st.booleans())
    def run_and_stop(self, last: int, size: int, *, kill: bool, resume: bool) -> None:
        self._run(Engine(self.out, last, kill=kill), size, resume=resume)

    @rule(size=st.integers(1, 4), resume=st.booleans())
    def run(self, size: int, *, resume: bool) -> None:
        self._run(Engine(self.out), size, resume=resume)

    @rule(changed=st.sampled_from([{"formats": ("csv",)}, {"keep_duplicates": True}, {"date": "2024-06-12"}]))
    @precondition(lambda self: self.finished or self.damaged)
    def run_with_other_settings(self, changed: dict[str, Any]) -> None:
        before = contents(self.out)
        with pytest.raises(OutputError, match="other settings"):
            batch.run([self.source], self.out, replace(OPTIONS, **changed), engine=Engine(self.out))
        assert contents(self.out) == before

    def _run(self, engine: Engine, size: int, *, resume: bool) -> None:
        if not resume or not (self.finished or self.damaged):
            self.finished, self.damaged, self.size = {}, set(), size
        shards = self._shards(self.size)
        changed = [index for index, made in self.finished.items() if shards.get(index) != made]
        options = replace(OPTIONS, shard_size=size, resume=resume)
        refused = ""
        try:
            done = batch.run([self.source], self.out, options, engine=engine)
        except KeyboardInterrupt:
            engine.revive()
            self._keep(engine, shards)
        except OutputError as error:
            refused = str(error)
            self._keep(engine, shards)
        else:
            assert not changed, "rows of what was there before"
            assert sorted([*self.finished, *engine.done]) == sorted(shards), "a shard is lost, or done twice"
            assert done.resumed == sum(map(len, self.finished.values()))
            self._check(done)
        assert not refused or (changed and "inputs have changed" in refused), refused

    def _keep(self, engine: Engine, shards: dict[int, tuple[Made, ...]]) -> None:
        assert not set(engine.done) & set(self.finished), "what is finished is done again"
        self.finished |= {index: shards[index] for index in engine.done}
        self.damaged -= set(engine.done)
        if not self.finished and not self.damaged:
            assert engine.kill or not (self.out / NAME).exists(), "a folder without use is left"

    def _check(self, done: Summary) -> None:
        """Each input has its row, in its place, and nothing else has one."""
        expected = self._expected()
        rows = [json.loads(line) for line in read_lines(self.out / "articles.jsonl")]
        assert [row["status"] for row in rows] == [status for _, _, status, _ in expected]
        assert [row["duplicate_of"] or "" for row in rows] == [copied for *_, copied in expected]
        assert [row["article_id"] for row, made in zip(rows, expected, strict=True) if made[1]] == [
            name for _, name, *_ in expected if name
        ]
        statuses = [status for _, _, status, _ in expected]
        counts = (done.articles, done.failed, done.duplicates)
        assert counts == tuple(map(statuses.count, ("ok", "failed", "duplicate")))
        assert len(read_lines(self.out / "errors.jsonl")) == done.failed
        facts = [json.loads(line) for line in read_lines(self.out / "facts.jsonl")]
        texts = {name: text for _, name, text in self.inputs}
        numbers = [(name, n) for _, name, status, _ in expected if status == "ok" for n in numbers_in(texts[name])]
        assert [(fact["article_id"], fact["value"]) for fact in facts] == numbers
        self._compare_with_an_undisturbed_run()
        self.finished, self.damaged, self.tables = {}, set(), contents(self.out)

    def _compare_with_an_undisturbed_run(self) -> None:
        whole = self.folder / "whole"
        batch.run([self.source], whole, replace(OPTIONS, shard_size=100), engine=Engine(whole))
        one, two = contents(self.out), contents(whole)
        del one["run.json"], two["run.json"]
        assert one == two

    @invariant()
    def tables_are_those_of_the_last_run_that_ended(self) -> None:
        assert {name: content for name, content in contents(self.out).items() if not name.startswith(NAME)} == (
            self.tables
        )


def numbers_in(text: str) -> list[str]:
    return re.findall("[0-9]+", text)


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


TestRuns = Runs.TestCase
TestRuns.settings = settings(
    max_examples=int(os.environ.get("OLGU_EXAMPLES", "10")),
    phases=[Phase.generate],  # what fails is short enough, and shrinking it takes minutes
    stateful_step_count=12,
    derandomize="OLGU_EXAMPLES" not in os.environ,
    database=None,
    deadline=None,
)
