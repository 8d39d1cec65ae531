"""Several supervised workers on this machine: shards in, finished shards out, as they come."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from queue import SimpleQueue
from threading import Thread

from olgu.run.shards import Shard
from olgu.run.supervisor import StoppedError, Supervised
from olgu.run.worker import Done, Settings

AHEAD = 2
"""Shards a worker that are read ahead, so that no worker waits for the reader."""


def run(shards: Iterable[Shard], settings: Settings, jobs: int) -> Generator[Done, None, None]:
    """Run `shards` on `jobs` worker processes and yield each when it is finished; few are held at a time.

    When the caller stops, or anything raises, all workers are ended.
    """
    crew = Crew(settings, jobs)
    try:
        yield from crew.feed(shards)
    finally:
        crew.stop()


class Crew:
    """Workers that stay between one lot of shards and the next; `stop` ends them."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.done: SimpleQueue[Done | BaseException] = SimpleQueue()
        self._tasks: SimpleQueue[Shard | None] = SimpleQueue()
        self._settings, self._jobs = settings, jobs
        self._workers: list[Supervised] = []
        self._threads: list[Thread] = []

    def feed(self, shards: Iterable[Shard]) -> Generator[Done, None, None]:
        """Run `shards` and yield each when it is finished; few are held at a time."""
        waiting = 0
        for shard in shards:
            self.take(shard)
            waiting += 1
            while waiting >= AHEAD * self._jobs or not self.done.empty():
                yield self.next()
                waiting -= 1
        for _ in range(waiting):
            yield self.next()

    def take(self, shard: Shard) -> None:
        """Queue a shard; starts a worker while there are fewer than wanted."""
        self._tasks.put(shard)
        if len(self._workers) < self._jobs:
            worker = Supervised(self._settings)
            thread = Thread(target=self._serve, args=(worker,), daemon=True)
            self._workers.append(worker)
            self._threads.append(thread)
            thread.start()

    def next(self) -> Done:
        """Wait for the next finished shard; raises what its supervisor raised."""
        done = self.done.get()
        if isinstance(done, BaseException):
            raise done
        return done

    def stop(self) -> None:
        """End all workers and wait until they are gone."""
        for _ in self._threads:
            self._tasks.put(None)
        for worker in self._workers:
            worker.stop()
        for thread in self._threads:
            thread.join()

    def _serve(self, worker: Supervised) -> None:
        try:
            while (shard := self._tasks.get()) is not None:
                self.done.put(worker.run(shard))
        except StoppedError:
            pass
        except BaseException as error:
            self.done.put(error)
        finally:
            worker.close()
