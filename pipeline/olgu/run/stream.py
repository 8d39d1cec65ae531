"""Articles in, one JSON object an article out, as they come: nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

import msgspec

from olgu.run import batch, outcome
from olgu.run.batch import Options, Part, Progress
from olgu.run.shards import Item, Shard, since
from olgu.run.summary import Summary
from olgu.run.supervisor import Supervised
from olgu.run.worker import Done, Zones
from olgu.write.rows import Rows
from olgu.write.schema import ARTICLES, ENTITIES, ERRORS, FACTS, MENTIONS

Extract = Callable[[Item], Done]


def run(
    paths: Sequence[Path | str],
    target: BinaryIO,
    options: Options,
    *,
    progress: Progress | None = None,
    part: Part | None = None,
) -> Summary:
    """Read the articles in `paths` and write a line for each into `target` before the next one is read.

    A line has the row of `articles` as `article`, its rows of `facts`, `mentions` and `entities`, and `error`: null, or
    the row of `errors`. Copies of an article are not looked for, since that would keep something of every article.
    There is one worker, or none where `options.jobs` is 0.
    """
    from olgu.read import files  # noqa: PLC0415 - loads decoders

    summary, began = Summary(Path("-")), perf_counter()
    with _isolated(options) if options.jobs else _in_process(options) as extract:
        for item in since(files.articles(paths, date=options.date), options.since):
            done = extract(item)
            target.write(line(done.rows or {}))
            target.flush()
            summary.add(done.summary)
            batch.tell((progress, part), None, done.summary, summary)
    summary.seconds = perf_counter() - began
    return summary


def line(rows: Rows) -> bytes:
    """Return the rows of one article as a line of JSON."""
    (article,) = rows[ARTICLES.name]
    tables = {table.name: rows.get(table.name, []) for table in (FACTS, MENTIONS, ENTITIES)}
    error = next(iter(rows.get(ERRORS.name, [])), None)
    whole = {"article": article, **tables, "error": error}
    return msgspec.json.encode(whole) + b"\n"


@contextmanager
def _isolated(options: Options) -> Iterator[Extract]:
    settings = replace(
        batch.SETTINGS, debug=options.debug, timeout=options.timeout, memory=options.memory, model=options.model
    )
    worker = Supervised(replace(settings, flow=options.flow or batch.SETTINGS.flow))
    try:
        yield lambda item: worker.run(Shard(0, (item,)))
    finally:
        worker.close()


@contextmanager
def _in_process(options: Options) -> Iterator[Extract]:
    from olgu.analyse import language  # noqa: PLC0415 - loads spaCy

    zones = Zones(language.load(options.model))

    def extract(item: Item) -> Done:
        done, rows = outcome.with_rows(batch.extracted(item, zones, options), debug=options.debug)
        summary = Summary(Path("-"))
        summary.count(done)
        return Done(0, summary, rows)

    try:
        yield extract
    finally:
        zones.close()
