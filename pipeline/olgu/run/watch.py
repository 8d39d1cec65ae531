"""A folder under watch: its tables follow its files, and are always those of a run over them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Protocol

from olgu.article import Failure
from olgu.run import batch
from olgu.run.batch import Options, Part, Progress
from olgu.run.crew import Crew
from olgu.run.settling import PATIENCE, Settling
from olgu.run.shard_file import Packed
from olgu.run.shards import Shard
from olgu.run.summary import Summary
from olgu.run.watched import Entry, Watched
from olgu.run.worker import Done, Settings
from olgu.write.tables import TableWriter

SETTLE = 1.0
"""Seconds for which a file must rest before it is read."""
AGAIN = 30.0
"""Seconds after which the folder is looked at again although nothing was reported, as on shared disks."""


class Workers(Protocol):
    """Workers that stay; see `olgu.run.crew.Crew`."""

    def feed(self, shards: Iterable[Shard]) -> Generator[Done, None, None]:
        """Run `shards` and yield each when it is finished."""

    def stop(self) -> None:
        """End the workers."""


class WatchError(Exception):
    """The folder cannot be watched; the message says what to do."""


def watch(
    folder: Path,
    out: Path,
    options: Options,
    *,
    settle: float = SETTLE,
    once: bool = False,
    stop: Event | None = None,
    progress: Progress | None = None,
    part: Part | None = None,
    updated: Callable[[Summary], None] | None = None,
    workers: Callable[[Settings, int], Workers] = Crew,
) -> Summary:
    """Extract what is in `folder` and what arrives there until `stop` is set, or until all is done with `once`.

    After each change the tables in `out` are replaced, each at once, by those that `batch.run([folder], …)` would
    write; then `updated` is called with their counts. Returns the last ones. A file is read when it has not changed for
    `settle` seconds; one that went away takes its rows with it; a folder without files leaves the tables as they are.
    `part` is told of each article that is extracted and of each other failure, `progress` gets their counts;
    `options.jobs` must not be 0. Raises `WatchError` where watchfiles is not installed, `OutputError` where `out`
    cannot be written or holds what no such watch has made.
    """
    ended = stop or Event()
    TableWriter(out, options.formats)  # refuses unknown formats
    wakes = iter([]) if once else _wakes(folder, ended, settle)
    configuration = batch.configuration(options)
    with Watched(out, configuration, options.formats, resume=options.resume, force=options.force) as state:
        crew = workers(batch.settings(options, state.store), options.jobs)
        try:
            follower = _Follower(folder, state, options, crew, ended, (progress, part))
            return follower.run(settle, once, wakes, updated)
        finally:
            crew.stop()


class _Follower:
    def __init__(
        self,
        folder: Path,
        state: Watched,
        options: Options,
        crew: Workers,
        ended: Event,
        listeners: tuple[Progress | None, Part | None],
    ) -> None:
        self._folder, self._state, self._options = folder, state, options
        self._crew, self._ended, self._listeners = crew, ended, listeners
        self._so_far = Summary(state.out)
        self._told = set[Failure]()
        self._began = monotonic()
        self._total = Summary(state.out)
        self._paths: list[str] = []

    def run(
        self, settle: float, once: bool, wakes: Iterator[bool], updated: Callable[[Summary], None] | None
    ) -> Summary:
        settling, done = Settling(self._folder, settle), None
        changed, pending, looked, rest = True, False, 0.0, 0.0
        if not once:
            next(wakes, None)  # from here on nothing that arrives is missed
        while not self._ended.is_set():
            now = monotonic()
            if (changed or pending or now - looked >= AGAIN) and now >= rest and self._folder.is_dir():
                listing = settling.look(frozenset(self._paths))
                changed, pending, looked, rest = False, listing.pending, now, now + settle / 4
                # A former watch may have read what is now written to: first wait until all of it rests.
                early = done is None and pending and now - self._began < PATIENCE * settle
                if listing.files and listing.files != done and not listing.held and not early:
                    spent = self._update(listing.paths)
                    if spent is None:
                        break
                    done, changed, rest = listing.files, True, monotonic() + spent
                    if updated:
                        updated(self._total)
                elif once and not pending:
                    break
            if once:
                self._ended.wait(settle / 4)
            else:
                changed = next(wakes, False) or changed
        return self._total

    def _update(self, paths: list[str]) -> float | None:
        """Bring the tables up to date; return the seconds that joining them took, None when stopped."""
        entries = list[Entry]()
        items = batch.read_items(paths, self._options)
        with closing(self._crew.feed(self._until_stopped(self._state.unknown(items, entries)))) as finished:
            for done in finished:
                self._tell(done.summary)
        if self._ended.is_set():
            return None
        began = monotonic()
        self._total = self._state.join(entries, self._description)
        self._paths = paths
        self._tell_failures(entries)
        return monotonic() - began

    def _until_stopped(self, shards: Iterator[Shard]) -> Iterator[Shard]:
        for shard in shards:
            if self._ended.is_set():
                return
            yield shard

    def _tell(self, done: Summary) -> None:
        self._so_far.add(done)
        batch.tell(self._listeners, None, done, self._so_far)

    def _tell_failures(self, entries: list[Entry]) -> None:
        """Tell of the failures that come from reading, each once."""
        failed = {
            failure: entry.summary
            for entry in entries
            if isinstance(entry, Packed)
            for failure in entry.summary.failures
        }
        for failure, summary in failed.items():
            if failure not in self._told:
                self._tell(summary)
        self._told = set(failed)

    def _description(self, summary: Summary) -> dict[str, object]:
        summary.seconds = monotonic() - self._began
        return batch.description(summary, [self._folder], self._options)


def _wakes(folder: Path, ended: Event, settle: float) -> Iterator[bool]:
    """Yield whether something was reported to have changed, at least four times in the time that a file must rest."""
    try:
        from watchfiles import watch as changes  # noqa: PLC0415 - an extra
    except ImportError:
        raise WatchError("watching a folder needs watchfiles: pip install 'olgu[watch]'") from None
    wait = max(20, round(settle * 250))
    reported = changes(
        folder, watch_filter=None, debounce=wait, step=min(wait, 50), stop_event=ended, rust_timeout=wait,
        yield_on_timeout=True, ignore_permission_denied=True,
    )  # fmt: skip
    return (bool(found) for found in reported)
