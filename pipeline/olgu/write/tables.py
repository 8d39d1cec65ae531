"""All tables of a run: takes documents and failures one by one, in the order in which they were read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from olgu.article import Document, Duplicate, Failure
from olgu.write.forms import Json
from olgu.write.package import ERRORS_FILE, PACKAGE, write_package, write_run
from olgu.write.rows import Rows, item_rows
from olgu.write.schema import ERRORS, TABLES
from olgu.write.sinks import FORMATS, SINKS, JsonlSink, Sink
from olgu.write.staging import MARKER, OutputError, Staging, writing

OWNED = frozenset(
    {*(f"{table.name}.{form}" for table in TABLES for form in FORMATS), ERRORS_FILE, PACKAGE, MARKER},
)
"""Every name that a run may write into its folder."""


def render(rows: Rows, formats: Sequence[str]) -> dict[str, bytes]:
    """Return the rows of some articles as parts of the files of a run, by name ("facts.csv"), for `append`."""
    made = {
        f"{table.name}.{form}": SINKS[form].part(rows[table.name], table)
        for table in TABLES
        for form in formats
        if rows.get(table.name)
    }
    return made | ({ERRORS_FILE: JsonlSink.part(rows[ERRORS.name], ERRORS)} if rows.get(ERRORS.name) else {})


class TableWriter:
    """Writes every table in every one of `formats` ("csv", "jsonl", "parquet") into the folder `out`.

    Use it in a `with` block: the tables appear in `out` when the block ends well, and not at all when it raises.
    Raises `ValueError` for an unknown format and `OutputError` where `out` cannot be written or already holds tables
    and `force` is false. `apart` is an existing folder on the same disk for the unfinished files, else they are in
    `out` or beside it.
    """

    def __init__(
        self, out: Path, formats: Sequence[str] = ("csv", "jsonl"), *, force: bool = False, apart: Path | None = None
    ) -> None:
        unknown = [form for form in formats if form not in FORMATS]
        if unknown or not formats:
            raise ValueError(f"unknown format {', '.join(unknown) or '(none)'}; known are {', '.join(FORMATS)}")
        self.run: Json = {}
        """What `run.json` shall say beside the counts; set it before the block ends."""
        self.rows: Counter[str] = Counter()
        """Rows written so far, by the name of the table."""
        self._formats = tuple(dict.fromkeys(formats))
        self._out, self._force, self._apart = out, force, apart
        self._sinks: list[tuple[str, str, Sink]] = []
        """Table, form, sink."""

    def __enter__(self) -> Self:
        """Open the files apart from `out`."""
        self._staging = Staging(self._out, OWNED, force=self._force, apart=self._apart)
        try:
            self._open()
        except BaseException:  # an interrupt here would else leave the folder behind, since no block has begun
            self.__exit__(*sys.exc_info())
            raise
        return self

    def _open(self) -> None:
        self._staging.open()
        folder = self._staging.folder
        with writing(self._out):
            for table in TABLES:
                for form in self._formats:
                    self._sinks.append((table.name, form, SINKS[form](folder / f"{table.name}.{form}", table)))
            self._sinks.append((ERRORS.name, "jsonl", JsonlSink(folder / ERRORS_FILE, ERRORS)))

    def add(self, item: Document | Failure | Duplicate) -> None:
        """Append the rows of one article.

        Raises what `item_rows` raises, and then nothing of the article has been written; raises `OutputError` when
        the disk does not take it.
        """
        rows = item_rows(item)
        with writing(self._out):
            for name, _, sink in self._sinks:
                if rows.get(name):
                    sink.write(rows[name])
        self.rows.update({name: len(made) for name, made in rows.items()})

    def append(self, parts: Mapping[str, bytes], rows: Mapping[str, int]) -> None:
        """Append what `render` made of some articles, and the counts of their rows by table."""
        with writing(self._out):
            for name, form, sink in self._sinks:
                part = parts.get(f"{name}.{form}")
                if part:
                    sink.append(part)
        self.rows.update(rows)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the tables in place, or drop them when the block raised."""
        try:
            with writing(self._out):
                for *_, sink in self._sinks:
                    sink.close()
            if error is None:
                self._finish()
        except OutputError:
            if error is None:
                raise
        finally:
            self._staging.discard()

    def _finish(self) -> None:
        folder = self._staging.folder
        with writing(self._out):
            write_package(folder, self._formats, self.rows)
            rows = {table.name: self.rows[table.name] for table in (*TABLES, ERRORS)}
            write_run(folder, {**self.run, "rows": rows})
        self._staging.commit()
