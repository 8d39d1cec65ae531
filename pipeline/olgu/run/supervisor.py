"""One worker process and what to do when it dies: an article may take its worker with it, but nothing else."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_longlong
from dataclasses import dataclass, replace
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import RawValue
from pathlib import Path
from time import monotonic, sleep
from typing import IO, cast

from olgu.article import Article, Failure
from olgu.run import worker
from olgu.run.outcome import stage_in
from olgu.run.shards import Shard
from olgu.run.worker import NOWHERE, Done, Ready, Settings, Task

GRACE = 5.0
"""Seconds that a worker has beyond the timeout to end an article by itself, before it is killed."""
LOOK = 0.5
"""Seconds after which the supervisor looks whether a silent worker has gone on."""
LOADING = 600.0
"""Seconds that a worker may take to load."""
DEATHS = 2
"""An article at which workers died so often is given up; the last time it was the first that its worker did."""
ATTEMPTS = 3
"""How often a worker may die where no article is to blame."""


class StoppedError(Exception):
    """The worker was stopped from outside."""


class WorkerError(RuntimeError):
    """Workers die before they have begun with an article."""


@dataclass(eq=False)
class _DeathError(Exception):
    """The worker is gone."""

    at: int | None
    """Index of the item that it was at."""
    reason: str
    stage: str
    hung: bool = False


class Supervised:
    """Runs shards in one worker process, and starts another one when it dies."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: SpawnProcess | None = None
        self._channel: Connection | None = None
        self._dump: IO[str] | None = None
        self._place = RawValue(c_longlong, NOWHERE)
        self._stopped = False

    def run(self, shard: Shard) -> Done:
        """Return when every article of `shard` has an outcome.

        Raises `OutputError` where the shard cannot be written, `StoppedError` after `stop`, and `WorkerError` where
        workers die without an article to blame.
        """
        task, deaths = Task(shard), Counter[int | None]()
        while True:
            try:
                return self._attempt(task)
            except _DeathError as death:
                if self._stopped:
                    raise StoppedError from None
                deaths[death.at] += 1
                task = self._judge(task, death, deaths[death.at])

    def stop(self) -> None:
        """End the worker at once; may be called from another thread."""
        self._stopped = True
        self._kill()

    def close(self) -> None:
        """Let the worker go."""
        self.stop()
        if self._process is not None:
            self._process.join(LOADING)
        if self._channel is not None:
            self._channel.close()
        self._forget_dump()

    def _judge(self, task: Task, death: _DeathError, times: int) -> Task:
        """Return what to try next."""
        if death.at is None:
            if times >= ATTEMPTS:
                raise WorkerError(f"workers cannot start or cannot finish a shard: {death.reason}")
            return task
        article = task.shard.items[death.at]
        if times < DEATHS or not isinstance(article, Article):
            return replace(task, suspects=(*task.suspects, death.at))
        return replace(task, condemned={**task.condemned, death.at: self._failure(article, death)})

    def _failure(self, article: Article, death: _DeathError) -> Failure:
        if death.hung:
            return worker.timed_out(article, self._settings.timeout, death.stage)
        message = f"its worker process died twice at it ({death.reason}); if memory is short, give --memory a limit"
        return Failure(article.id, article.path, death.stage, "killed", message)

    def _attempt(self, task: Task) -> Done:
        if self._stopped:
            raise StoppedError
        if self._process is None:
            self._start()
        channel = cast(Connection, self._channel)
        with self._dying():
            channel.send(task)
        answer = self._answer()
        if isinstance(answer, Exception):
            raise answer
        return cast(Done, answer)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._channel, theirs = context.Pipe()
        self._dump = tempfile.NamedTemporaryFile(  # noqa: SIM115 - read when the worker is dead
            "r", encoding="utf-8", errors="replace", prefix="olgu-worker-", suffix=".dump", delete=False
        )
        name = self._dump.name
        with _interrupts_held(), theirs:
            arguments = (theirs, self._settings, name, self._place)
            process = context.Process(target=worker.serve, args=arguments, daemon=True)
            process.start()
        self._process = process
        if self._stopped:
            self._kill()
        if not isinstance(self._answer(), Ready):
            raise WorkerError("a worker did not say that it is ready")

    def _answer(self) -> object:
        """Wait for the worker's next word; raises `_DeathError` where it hangs or is gone."""
        channel, process = cast(Connection, self._channel), cast(SpawnProcess, self._process)
        at, since = self._place.value, monotonic()
        while not connection.wait([channel, process.sentinel], LOOK):
            if self._place.value != at:
                at, since = self._place.value, monotonic()
            elif monotonic() - since > (LOADING if at == NOWHERE else self._settings.timeout + GRACE):
                raise self._bury(hung=True)
        with self._dying():
            return channel.recv()

    @contextmanager
    def _dying(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError):
            raise self._bury() from None

    def _bury(self, *, hung: bool = False) -> _DeathError:
        """Kill what is left of the worker and tell what can be known of its death."""
        process = cast(SpawnProcess, self._process)
        if hung and hasattr(signal, "SIGUSR1") and process.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGUSR1)  # makes it write where it is
                sleep(0.2)
        if hung:
            self._kill()
        process.join(GRACE)
        self._kill()
        process.join()
        stage = stage_in(self._dump.read() if self._dump else "")
        reason = "no answer" if hung else _reason(process.exitcode)
        at, self._place.value = self._place.value, NOWHERE
        cast(Connection, self._channel).close()
        self._process = self._channel = None
        self._forget_dump()
        return _DeathError(None if at == NOWHERE else at, reason, stage, hung)

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with contextlib.suppress(ValueError, OSError, AttributeError):
                process.kill()

    def _forget_dump(self) -> None:
        if self._dump is not None:
            self._dump.close()
            Path(self._dump.name).unlink(missing_ok=True)
            self._dump = None


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold SIGINT back; a process that is started inside never gets it: Ctrl-C is the business of its parent."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # started with the first process, it would let SIGINT through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
