"""Articles through the flow into the tables; what fails is recorded and nothing else stops."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from olgu.article import Article, Document
from olgu.run import crew, outcome, shards
from olgu.run.shards import Item, Shard
from olgu.run.store import RemoteStore, Store
from olgu.run.summary import Outcome, Summary
from olgu.run.unfinished import Unfinished
from olgu.run.worker import Done, Settings, Zones
from olgu.write.staging import OutputError, Staging
from olgu.write.tables import OWNED, TableWriter

Progress = Callable[[Summary], None]
Part = Callable[[int | None, Summary], None]
"""Told of each finished part of a run: the shard's index, or None where an article is a part, and what it did."""
Engine = Callable[[Iterable[Shard], Settings, int], Generator[Done, None, None]]
"""Runs shards on so many workers and yields each when it is finished, in any order; see `olgu.run.crew.run`."""

SETTINGS = Settings()
"""What workers are started with unless `Options` say otherwise."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is done; see the options of `olgu extract`."""

    formats: tuple[str, ...] = ("csv", "jsonl")
    date: str | None = None
    """Date of articles that have none, ISO 8601."""
    since: str | None = None
    """Articles dated before this day are left out, ISO 8601."""
    keep_duplicates: bool = False
    """Extract an article whose text and date an earlier one has again."""
    force: bool = False
    """Replace the tables that are there."""
    debug: bool = False
    """Print the traceback of every failure to standard error."""
    jobs: int = 0
    """Worker processes; 0 does everything in this process, where an article that hangs or dies ends the run."""
    shard_size: int | None = None
    resume: bool = True
    """Go on with an unfinished run in the same folder."""
    store: str | None = None
    """URL for finished shards, where the workers do not see the output folder."""
    model: str | None = None
    """See `olgu.load`."""
    timeout: float = SETTINGS.timeout
    memory: int = SETTINGS.memory
    """See `Settings`."""
    flow: str | None = None
    """See `Settings`; None is the one of `SETTINGS`."""


def run(
    paths: Sequence[Path | str],
    out: Path,
    options: Options = Options(),
    *,
    progress: Progress | None = None,
    part: Part | None = None,
    engine: Engine = crew.run,
) -> Summary:
    """Read the articles in `paths`, extract their facts and write the tables into the folder `out`.

    `progress` is called with the counts so far after each article, or after each shard where there are workers, and
    before it `part` with what that article or shard did; what a run before this one has finished is no part. The
    same bytes come out for every number of jobs, every size of shards and after any number of interruptions. Raises
    `OutputError` where `out` cannot be written, holds tables and `options.force` is false, or holds an unfinished run
    that this one cannot go on with; `ValueError` for an unknown format.
    """
    if options.jobs:
        return _sharded(paths, out, options, (progress, part), engine)
    return _in_process(paths, out, options, (progress, part))


def read_items(paths: Sequence[Path | str], options: Options) -> Iterator[Item]:
    """Yield the inputs of a run, lazily."""
    from olgu.read import files  # noqa: PLC0415 - loads decoders

    found = shards.since(files.articles(paths, date=options.date), options.since)
    return iter(found) if options.keep_duplicates else shards.name_duplicates(found)


_Listeners = tuple[Progress | None, Part | None]


def tell(listeners: _Listeners, index: int | None, done: Summary, so_far: Summary) -> None:
    """Tell of a finished part those who want to know."""
    progress, part = listeners
    if part:
        part(index, done)
    if progress:
        progress(so_far)


def _in_process(paths: Sequence[Path | str], out: Path, options: Options, listeners: _Listeners) -> Summary:
    from olgu.analyse import language  # noqa: PLC0415 - loads spaCy
    from olgu.run import versions  # noqa: PLC0415

    with TableWriter(out, options.formats, force=options.force) as writer:
        zones = Zones(language.load(options.model))
        summary = Summary(out, model=versions.model_name(zones.nlp))
        began = perf_counter()
        for item in read_items(paths, options):
            done = extracted(item, zones, options)
            one = Summary(out)
            one.count(_add(writer, done, options.debug))
            summary.add(one)
            tell(listeners, None, one, summary)
        zones.close()
        summary.seconds = perf_counter() - began
        writer.run = description(summary, paths, options)
    return summary


def extracted(item: Item, zones: Zones, options: Options) -> Outcome:
    """Take an article through the flow in this process; a failure or a duplicate is one already."""
    if not isinstance(item, Article):
        return item
    return outcome.process(item, zones.enter(), debug=options.debug, flow=options.flow or SETTINGS.flow)


def _add(writer: TableWriter, done: Outcome, debug: bool) -> Outcome:
    try:
        writer.add(done)
    except OutputError:
        raise
    except Exception as error:
        if not isinstance(done, Document):
            raise
        done = outcome.failure(done.article, error, stage="write", debug=debug)
        writer.add(done)
    return done


def _sharded(
    paths: Sequence[Path | str], out: Path, options: Options, listeners: _Listeners, engine: Engine
) -> Summary:
    began = perf_counter()
    TableWriter(out, options.formats)  # refuses unknown formats
    work = Unfinished(
        out, configuration(options), resume=options.resume, shard_size=options.shard_size, store=options.store
    )
    if not work.begun():
        Staging(out, OWNED, force=options.force)  # refuses what must not be replaced before anything is done
    with work:
        missing = work.missing(read_items(paths, options))
        with closing(engine(missing, settings(options, work.store), options.jobs)) as finished:
            for done in finished:
                work.finish(done.index, done.summary)
                tell(listeners, done.index, done.summary, work.so_far)
        summary = _total(work)
        with TableWriter(out, options.formats, force=True, apart=work.tables) as writer:
            for packed in work.packed():
                writer.append(packed.parts, packed.rows)
            summary.seconds = perf_counter() - began
            writer.run = description(summary, paths, options)
    return summary


def settings(options: Options, store: Store | RemoteStore) -> Settings:
    """Return what the workers of a run are started with."""
    made = replace(SETTINGS, formats=options.formats, store=store, debug=options.debug)
    made = replace(made, flow=options.flow or SETTINGS.flow)
    return replace(made, timeout=options.timeout, memory=options.memory, model=options.model)


def _total(work: Unfinished) -> Summary:
    total = Summary(work.out)
    for index in range(len(work.summaries)):
        total.add(work.summaries[index])
    total.resumed = work.resumed
    return total


def configuration(options: Options) -> dict[str, Any]:
    """Return the options that decide what the tables hold."""
    from olgu.run import versions  # noqa: PLC0415

    return {
        "model": versions.model_identity(options.model),
        "formats": [*options.formats],
        "date": options.date,
        "since": options.since,
        "keep_duplicates": options.keep_duplicates,
    }


def description(summary: Summary, paths: Sequence[Path | str], options: Options) -> dict[str, object]:
    """Return what `run.json` says beside the rows and files."""
    from olgu.run import versions  # noqa: PLC0415

    return {
        "versions": versions.versions(),
        "model": summary.model,
        "data": versions.data_digests(),
        "configuration": {"paths": [str(path) for path in paths], **configuration(options), "jobs": options.jobs},
        "counts": summary.counts(),
        "seconds": round(summary.seconds, 3),
    }
