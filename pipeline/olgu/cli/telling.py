"""What a run says on standard error: lines for people, or one JSON object for each event."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from olgu.cli.ending import ToldError, UsageError, verdict

if TYPE_CHECKING:
    from olgu.run.batch import Part, Progress
    from olgu.run.summary import Summary

LOGS = ("text", "json")

Listeners = tuple["Progress | None", "Part | None"]


class Text:
    """Says it in lines; a progress line where standard error is a terminal."""

    def __init__(self, out: Path, kept: str, *, quiet: bool) -> None:
        self._out, self._kept, self._quiet = out, kept, quiet

    @contextmanager
    def running(self, paths: Sequence[Path | str], *, counted: bool = True, **_: Any) -> Iterator[Listeners]:
        """Show the progress, and say how to go on when the run is interrupted."""
        try:
            if self._quiet or not sys.stderr.isatty():
                yield None, None
            else:
                from rich.console import Console

                from olgu.cli.progress import progress_line

                with progress_line(Console(stderr=True), paths if counted else None) as progress:
                    yield progress, None
        except KeyboardInterrupt:
            if (self._out / self._kept).is_dir():
                self._say(f"olgu: what is finished is kept in {self._out / self._kept}; the same command goes on there")
            raise

    def updated(self, summary: Summary) -> None:
        """Say that the tables have been replaced."""
        self._say(
            f"{datetime.now():%H:%M:%S}  {summary.articles} articles, {summary.facts} facts, "
            f"{summary.duplicates} copies, {summary.failed} failed"
        )

    def finished(self, summary: Summary, *, tables: bool = True) -> None:
        """Say what the run did."""
        self._say(report(summary, tables=tables))

    def _say(self, text: str) -> None:
        if not self._quiet:
            print(text, file=sys.stderr)


class Json:
    """Says it in JSON Lines, each with "event" and "time"; `quiet` leaves errors."""

    def __init__(self, out: Path, kept: str, *, quiet: bool) -> None:
        self._out, self._kept, self._quiet = out, kept, quiet
        self._inputs, self._began = 0, 0.0

    @contextmanager
    def running(self, paths: Sequence[Path | str], *, counted: bool = True, **settings: Any) -> Iterator[Listeners]:
        """Tell of the start, of each shard and failure, and of the error that ends the run, with its exit code."""
        self._began = monotonic()
        where = {"paths": [str(path) for path in paths], "out": str(self._out)}
        self._say("started", {"version": version("olgu"), **where, **settings})
        try:
            yield None, self._part
        except BrokenPipeError:
            raise
        except (KeyboardInterrupt, Exception) as error:
            code, message = verdict(error)
            kept = self._out / self._kept
            self._write("error", {"code": int(code), "message": message, "kept": str(kept) if kept.is_dir() else None})
            raise ToldError(code) from None

    def updated(self, summary: Summary) -> None:
        """Tell that the tables have been replaced."""
        self._say("updated", _counts(summary))

    def finished(self, summary: Summary, *, tables: bool = True) -> None:
        """Tell what the run did."""
        kinds = {"kinds": dict(summary.kinds.most_common()), "statuses": dict(summary.statuses.most_common())}
        more = {"resumed": summary.resumed, "seconds": round(summary.seconds, 3)}
        self._say("finished", {**_counts(summary), **kinds, **more, "tables": str(self._out) if tables else None})

    def _part(self, index: int | None, done: Summary) -> None:
        for failure in done.failures:
            self._say("article_failed", asdict(failure))
        self._inputs += done.inputs
        if index is not None:
            so_far = {"so_far": self._inputs, "seconds": round(monotonic() - self._began, 3)}
            self._say("shard_finished", {"shard": index, **_counts(done), **so_far})

    def _say(self, event: str, fields: dict[str, Any]) -> None:
        if not self._quiet:
            self._write(event, fields)

    def _write(self, event: str, fields: dict[str, Any]) -> None:
        told = {"event": event, "time": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields}
        print(json.dumps(told), file=sys.stderr, flush=True)


Teller = Text | Json


def teller(form: str, out: Path, kept: str, *, quiet: bool) -> Teller:
    """Return what tells of a run into `out`, which keeps unfinished work in its folder `kept`."""
    if form not in LOGS:
        raise UsageError(f"--log-format {form!r}: unknown; known are {', '.join(LOGS)}")
    return (Text if form == "text" else Json)(out, kept, quiet=quiet)


def _counts(summary: Summary) -> dict[str, int]:
    names = ("articles", "failed", "duplicates", "facts", "mentions", "entities")
    return {name: getattr(summary, name) for name in names}


def report(summary: Summary, *, tables: bool) -> str:
    """Return the closing lines: articles, facts by kind and status, failures, where the tables are."""
    fresh = summary.inputs - summary.resumed
    pace = fresh / summary.seconds if summary.seconds > 0 else 0.0
    kinds = ", ".join(f"{number} {kind}" for kind, number in summary.kinds.most_common())
    statuses = ", ".join(f"{number} {status}" for status, number in summary.statuses.most_common())
    lines = [
        f"articles  {summary.articles} in {summary.seconds:.1f} s ({pace:.{0 if pace >= 10 else 1}f}/s)",
        f"facts     {summary.facts}" + (f" ({kinds})" if kinds else ""),
        *([f"status    {statuses}"] if statuses else []),
        f"names     {summary.mentions} of {summary.entities} persons, organisations and places",
    ]
    if summary.duplicates:
        lines.append(f"copies    {summary.duplicates} of an earlier article, not extracted again")
    if summary.resumed:
        lines.append(f"resumed   {summary.resumed} inputs were finished by an earlier run")
    return "\n".join([*lines, *_failures(summary, tables), *([f"tables    {summary.out}"] if tables else [])])


def _failures(summary: Summary, tables: bool) -> list[str]:
    if not summary.failed:
        return []
    places = [(failure.path or failure.id, failure.message) for failure in summary.failures]
    more = summary.failed - len(summary.failures)
    return [
        f"failed    {summary.failed}",
        *(f"  {said if said.startswith(place) else f'{place}: {said}'}" for place, said in places),
        *([f"  and {more} more"] if more else []),
        *([f"          all are in {summary.out / 'errors.jsonl'}"] if tables else []),
    ]
