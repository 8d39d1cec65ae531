"""A worker process: loads the language once, takes shards through the flow, and shows which article it is at."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from ctypes import c_longlong
from dataclasses import dataclass, field
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from olgu.article import Article, Document, Failure
from olgu.run.outcome import FLOW, failure, load_flow, stage_of
from olgu.run.shard_file import pack
from olgu.run.shards import Item, Shard
from olgu.run.store import RemoteStore, Store
from olgu.run.summary import Outcome, Summary
from olgu.write.rows import Rows, item_rows
from olgu.write.staging import OutputError
from olgu.write.tables import render

if TYPE_CHECKING:
    from spacy.language import Language

NOWHERE = -1
"""The place of a worker that no article is to blame for."""
ZONE = 256
"""Articles between two clearings of spaCy's store of words: fewer cost time, more cost memory."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PR_SET_PDEATHSIG = 1
"""Number of the option of prctl(2) in linux/prctl.h."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker is started with."""

    formats: tuple[str, ...] = ("csv", "jsonl")
    store: Store | RemoteStore | None = None
    """Where shards are written; None sends the rows back instead."""
    timeout: float = 120.0
    """Seconds for an article."""
    memory: int = 4096
    """MiB that a worker may take beyond what it has after loading; 0 is without limit. Linux only."""
    debug: bool = False
    model: str | None = None
    """See `olgu.load`."""
    flow: str = FLOW
    """Import path of what takes an article and the language to a document."""


@dataclass(frozen=True, slots=True)
class Task:
    """A shard, and what earlier attempts at it have taught."""

    shard: Shard
    suspects: tuple[int, ...] = ()
    """Indices of items at which a worker died: they are tried first, by a worker that has done nothing else."""
    condemned: dict[int, Failure] = field(default_factory=dict)
    """Items that are not tried again, by their index."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has loaded everything."""

    model: str


@dataclass(frozen=True, slots=True)
class Done:
    """A shard is finished."""

    index: int
    summary: Summary
    rows: Rows | None = None
    """The rows, where there is no store."""


class TimedOut(BaseException):
    """An article took too long; no `Exception`, so that nothing in the flow takes it for its own."""


def serve(channel: Connection, settings: Settings, dump: str, place: c_longlong) -> None:
    """Answer each `Task` from `channel` with `Done`; end when it is closed.

    `dump` is the file for tracebacks of crashes, which the supervisor has open. `place` is shared with it and holds the
    index of the item that is taken through the flow, else `NOWHERE`.
    """
    _end_with_parent()
    # Workers share the cores; and the last bit of a sum must not depend on how many threads made it.
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    with open(dump, "w", encoding="utf-8") as file:
        with suppress(OSError):
            os.unlink(dump)  # so that nothing of a killed run is left; where that is refused, the supervisor does it
        faulthandler.enable(file)
        if hasattr(faulthandler, "register"):
            faulthandler.register(signal.SIGUSR1, file)
        worker = _Worker(settings, place)
        channel.send(Ready(worker.model))
        while True:
            try:
                task = channel.recv()
            except EOFError:
                return
            try:
                channel.send(worker.run(task))
            except OutputError as error:
                channel.send(error)


class _Worker:
    def __init__(self, settings: Settings, place: c_longlong) -> None:
        import pyarrow as pa  # noqa: F401, PLC0415 - here, since its arenas must not count as an article's memory

        from olgu.analyse import language  # noqa: PLC0415 - loads spaCy
        from olgu.run.versions import model_name  # noqa: PLC0415

        self._process = load_flow(settings.flow)
        self._settings, self._place = settings, place
        self._zones = Zones(language.load(settings.model))
        self.model = model_name(self._zones.nlp)
        if settings.memory:
            _limit_memory(settings.memory)

    def run(self, task: Task) -> Done:
        """Take a shard through the flow; the order of its rows is that of its items."""
        items, made = task.shard.items, dict[int, tuple[Outcome, Rows]]()
        for index in sorted(range(len(items)), key=lambda index: (index not in task.suspects, index)):
            self._place.value = index
            made[index] = self._outcome(task.condemned.get(index, items[index]))
        self._place.value = NOWHERE
        outcomes = [made[index] for index in range(len(items))]
        return finished(task.shard, outcomes, self._settings, self.model)

    def _outcome(self, item: Item) -> tuple[Outcome, Rows]:
        if not isinstance(item, Article):
            return item, item_rows(item)
        try:
            with _alarm(self._settings.timeout):
                document = self._process(item, self._zones.enter())
                return document, item_rows(document)
        except TimedOut as error:
            failed = timed_out(item, self._settings.timeout, stage_of(error))
        except BaseException as error:  # also SystemExit: an article ends no worker that still works
            failed = failure(item, error, debug=self._settings.debug)
        return failed, item_rows(failed)


def finished(shard: Shard, outcomes: Sequence[tuple[Outcome, Rows]], settings: Settings, model: str) -> Done:
    """Pack what became of the items of a shard, in their order, and write it where `settings` have a store."""
    summary, rows = Summary(Path(), model=model), Rows()
    for outcome, added in outcomes:
        summary.count(outcome)
        for table, more in added.items():
            rows.setdefault(table, []).extend(more)
    store, formats = settings.store, settings.formats
    if store is None:
        return Done(shard.index, summary, rows)
    try:
        content = pack(shard, summary, rows, formats)
    except Exception:  # rows that no file can hold: the other articles of the shard have nothing to do with it
        safe = [_renderable(*made, settings) for made in outcomes]
        if safe == outcomes:
            raise
        return finished(shard, safe, settings, model)
    store.write(shard.index, content)
    return Done(shard.index, summary)


def _renderable(outcome: Outcome, rows: Rows, settings: Settings) -> tuple[Outcome, Rows]:
    try:
        render(rows, settings.formats)
    except Exception as error:
        if not isinstance(outcome, Document):
            raise
        outcome = failure(outcome.article, error, stage="write", debug=settings.debug)
        rows = item_rows(outcome)
    return outcome, rows


_COLLECT = (50_000, 20, 100)
"""Articles make millions of small tuples and no cycles: collecting at Python's own pace takes a quarter of the time."""


KEPT = 40_000
"""Words that are kept beyond a zone: the frequent ones are among the first, and inside it spaCy remembers no chunk."""
RENEWED = 200_000
"""Words, cleared ones among them, after which the store itself is new: spaCy keeps the places of cleared ones."""


class Zones:
    """A language whose store of words is cleared after every `ZONE` articles, so that memory stays flat.

    The first `KEPT` different words stay, until after `RENEWED` all are forgotten.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._zone = ExitStack()
        self._left = 0
        gc.set_threshold(*_COLLECT)

    def enter(self) -> Language:
        """Return the language for one article more."""
        if len(self.nlp.vocab) < KEPT:
            return self.nlp
        if not self._left:
            self._zone.close()
            if len(self.nlp.vocab) >= RENEWED:
                from olgu.analyse import language  # noqa: PLC0415 - loads spaCy

                language.renew(self.nlp)
                return self.nlp
            self._zone.enter_context(self.nlp.memory_zone())
            self._left = ZONE
        self._left -= 1
        return self.nlp

    def close(self) -> None:
        """Clear the store."""
        self._zone.close()
        self._left = 0


def timed_out(article: Article, seconds: float, stage: str) -> Failure:
    """Return the failure of an article that took too long."""
    message = f"took longer than {seconds:g} s; give it more with --timeout, or shorten the text"
    return Failure(article.id, article.path, stage, "timeout", message)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `TimedOut` inside after `seconds`; what hangs outside Python's own loop is left to the supervisor."""

    def ring(_signal: int, _frame: object) -> NoReturn:
        raise TimedOut

    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit_memory(mebibytes: int) -> None:
    """Let allocations fail with `MemoryError` once the process has taken `mebibytes` more than it has now."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - POSIX only

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + (mebibytes << 20)
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))


def _end_with_parent() -> None:
    """End this process when its parent is gone, so that a killed run leaves no orphans, and not by Ctrl-C before.

    A terminal sends that to every process; an article that it met here would count as failed.
    """
    parent = parent_process()
    if parent is None:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - Linux only

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    sentinel = parent.sentinel

    def watch() -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
