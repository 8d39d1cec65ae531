"""The folder of an unfinished run: its plan, its finished shards, and a lock, so that a later run can go on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from olgu.article import Duplicate
from olgu.run import versions
from olgu.run.shard_file import Packed, unpack
from olgu.run.shards import SHARD_SIZE, Item, Shard, cut
from olgu.run.store import RemoteStore, Store
from olgu.run.summary import Summary
from olgu.write.staging import OutputError, writing

NAME = ".olgu-unfinished"
_PLAN, _LOCK, _SHARDS, _TABLES = "plan.json", "lock", "shards", "tables"
_PLAN_PARTIAL = f"{_PLAN}.partial"


class Unfinished:
    """The folder `.olgu-unfinished` in `out`, for one run at a time; use it in a `with` block.

    Without `resume` a former run's shards are dropped. Raises `OutputError` where they were made by other settings or
    another olgu, and where another run is at work there. The folder stays when the block raises, unless nothing in it
    is worth keeping. `store` is a URL for the shards, where workers do not see `out`.
    """

    name = NAME
    held = "an unfinished run"

    def __init__(
        self,
        out: Path,
        configuration: dict[str, Any],
        *,
        resume: bool = True,
        shard_size: int | None = None,
        store: str | None = None,
    ) -> None:
        self.out, self.folder = out, out / self.name
        self.store = RemoteStore(store) if store else Store(self.folder / _SHARDS)
        self.tables = self.folder / _TABLES
        """For the tables while they are joined."""
        self.summaries: dict[int, Summary] = {}
        """Of the finished shards, by index."""
        self.so_far = Summary(out)
        """Of the finished shards, in the order in which they were finished."""
        self.resumed = 0
        """Inputs of the shards that a run before this one has finished."""
        self._plan = {"shard_size": shard_size or SHARD_SIZE, "configuration": configuration, **_makers()}
        self._resume = resume
        self._lock: IO[str] | None = None
        self._made = False
        self._ours = False

    def begun(self) -> bool:
        """Return whether there is an unfinished run in the folder."""
        return (self.folder / _PLAN).exists()

    def __enter__(self) -> Self:
        """Take the folder."""
        try:
            with writing(self.out):
                self._made = not self.out.exists()
                self.folder.mkdir(parents=True, exist_ok=True)
                self._lock = (self.folder / _LOCK).open("w", encoding="ascii")
                self._ours = _take(self._lock)
            if not self._ours:
                raise OutputError(f"another run is at work in {self.out}; wait for it, or choose another --out")
            with writing(self.out):
                self._open()
        except BaseException:  # an interrupt here would else leave the folder behind, since no block has begun
            self._leave(done=False)
            raise
        return self

    def _open(self) -> None:
        if not self._resume:
            self._clear()
        former = self._former_plan() if self._worth_keeping() else None  # a run killed at once holds nobody up
        if former is not None:
            self._check(former)
            self._plan = former
        self.store.open()
        shutil.rmtree(self.tables, ignore_errors=True)
        self.tables.mkdir()
        self._found = self.store.indices()
        if former is None:
            apart = self.folder / _PLAN_PARTIAL
            apart.write_text(json.dumps(self._plan), encoding="utf-8")
            apart.replace(self.folder / _PLAN)

    def missing(self, items: Iterable[Item]) -> Iterator[Shard]:
        """Cut `items` into shards and yield those that are not finished yet; `summaries` get the others.

        Raises `OutputError` where a finished shard was made of other inputs.
        """
        count = 0
        for shard in cut(items, self._plan["shard_size"]):
            count += 1
            summary = self._finished(shard)
            if summary is None:
                yield shard
            else:
                self.resumed += summary.inputs
                self.finish(shard.index, summary)
        if self._found and max(self._found) >= count:
            raise self._changed("there are fewer than before")

    def finish(self, index: int, summary: Summary) -> None:
        """Note that a shard is finished."""
        self.summaries[index] = summary
        self.so_far.add(summary)
        self.so_far.resumed = self.resumed

    def packed(self) -> Iterator[Packed]:
        """Yield what the finished shards hold, in order; raises `OutputError` where one is lost or damaged."""
        for index in range(len(self.summaries)):
            yield self.read(index)

    def read(self, index: int) -> Packed:
        """Return what a finished shard holds; raises `OutputError` where it is lost or damaged."""
        packed = unpack(self.store.read(index))
        if packed is None:
            self.store.remove(index)
            raise OutputError(f"a part of {self.folder} is damaged; run the same command again to make it anew")
        return packed

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop the folder when the block ends well, or when it holds no finished shard."""
        self._leave(done=error is None)

    def _leave(self, *, done: bool) -> None:
        with suppress(OSError, OutputError):
            if (self._ours or self._made) and (done or not self._worth_keeping()):
                self._clear()
                (self.folder / _LOCK).unlink(missing_ok=True)
        for folder in (self.folder, self.out) if self._made and not done else (self.folder,):
            with suppress(OSError):
                folder.rmdir()  # only where it is empty
        if self._lock is not None:
            self._lock.close()

    def _worth_keeping(self) -> bool:
        return bool(self.store.indices())

    def _finished(self, shard: Shard) -> Summary | None:
        if shard.index not in self._found:
            return None
        packed = unpack(self.store.read(shard.index))
        if packed is None:
            return None
        if packed.digest != shard.digest():
            first = shard.items[0]
            name = first.article.id if isinstance(first, Duplicate) else first.id
            raise self._changed(f"at or soon after {name!r}")
        return packed.summary

    def _changed(self, where: str) -> OutputError:
        return OutputError(
            f"{self.out} holds an unfinished run, and its inputs have changed since ({where}); start over with "
            "--no-resume, or choose another --out"
        )

    def _former_plan(self) -> dict[str, Any] | None:
        try:
            plan = json.loads((self.folder / _PLAN).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return plan if isinstance(plan, dict) else None

    def _check(self, former: dict[str, Any]) -> None:
        """Raise `OutputError` unless `former` is the plan of this run, whatever its shards' size."""
        here, there = self._plan["configuration"], former.get("configuration", {})
        changed = [name for name in here if here[name] != there.get(name)]
        changed += [name for name in _makers() if self._plan[name] != former.get(name)]
        if changed:
            raise OutputError(
                f"{self.out} holds {self.held} that was begun with other settings ({', '.join(changed)}); go on "
                "with the same ones, start over with --no-resume, or choose another --out"
            )

    def _clear(self) -> None:
        for name in (_PLAN, _PLAN_PARTIAL):
            (self.folder / name).unlink(missing_ok=True)
        self.store.clear()
        shutil.rmtree(self.tables, ignore_errors=True)


def _makers() -> dict[str, Any]:
    """Return what beside the configuration and the inputs makes the rows: versions, code, models and grammar."""
    data = json.dumps([versions.data_digests(), versions.code_digest()])
    return {"versions": versions.versions(), "model and grammar": sha256(data.encode("ascii")).hexdigest()}


def _take(lock: IO[str]) -> bool:
    """Lock the file until it is closed or this process ends; False where another process has it."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX only
    except ImportError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
