"""What must hold whatever comes in: nothing raises, hangs or breaks an invariant; a bad file is a clear failure."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pyarrow as pa
import pyarrow.parquet as pq

import olgu
from olgu.article import Article, Document, Failure
from olgu.check.invariants import check
from olgu.read import files
from olgu.read.records import clean
from olgu.write.rows import item_rows
from olgu.write.tables import render

SECONDS, PER_CHARACTER = 4.0, 4e-4
"""CPU time that a text may take: about ten times what a bad one takes."""
DATE = "2025-06-01"


class TooSlowError(Exception):
    """Something took more than its share of CPU time."""


@contextmanager
def bounded(characters: int, seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlowError` inside when more CPU time is spent than so many characters may take."""
    allowed = seconds + characters * PER_CHARACTER

    def ring(_signal: int, _frame: object) -> NoReturn:
        raise TooSlowError(f"more than {allowed:.1f} s of CPU for {characters} characters")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def extracted(text: str, date: str | None = DATE) -> Document:
    """Extract a text and check it."""
    with bounded(len(text)):
        document = olgu.extract(Article("a", clean(text), date=date))
    check(document)
    return document


def found_alone(text: str) -> None:
    """The recognisers alone: spans lie in the text and do not overlap."""
    text = clean(text)
    with bounded(len(text)):
        quantities, times = olgu.find_all(text, DATE)
    for found in (quantities, times):
        last = 0
        for each in found:
            assert last <= each.start < each.end <= len(text)
            last = each.end


def read(name: str, data: bytes, *, extract: int = 3000) -> list[Article | Failure]:
    """Read a file with such a name and content; the first article of at most `extract` characters is extracted."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        with bounded(len(data) * 4):
            found = list(files.articles([path]))
    for each in found:
        if isinstance(each, Failure):
            assert each.code != "internal", each
            assert each.message.count("\n") <= 1, each
            assert len(each.message) < 2000, len(each.message)
            render(item_rows(each), ("csv", "jsonl", "parquet"))
    short = (each for each in found if isinstance(each, Article) and len(each.text) <= extract)
    if (first := next(short, None)) is not None:
        with bounded(len(first.text)):
            document = olgu.extract(first)
        check(document)
        render(item_rows(document), ("csv", "jsonl", "parquet"))
    return found


def _csv(text: str) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([["id", "date", "text"], ["a", DATE, text], ["b", "", text[:50]]])
    return buffer.getvalue().encode("utf-8", "replace")


def _parquet(text: str) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [clean(text), clean(text)[:40]]}), buffer)
    return buffer.getvalue()


def _html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in text.split("\n"))
    head = f"<head><title>Haber</title><meta name=date content={DATE}></head>"
    return f"<html>{head}<body><article>{paragraphs}</article></body></html>".encode("utf-8", "replace")


def _json(text: str) -> bytes:
    return json.dumps([{"id": "a", "text": text, "date": DATE}, {"text": text[:30]}]).encode()


def _json_lines(text: str) -> bytes:
    lines = [json.dumps({"id": str(n), "text": text[n * 9 :]}, ensure_ascii=n % 2 == 0) for n in range(3)]
    return "\n".join(lines).encode("utf-8", "replace")


def _markdown(text: str) -> bytes:
    return f"---\ntitle: Haber\ndate: {DATE}\n---\n\n# Haber\n\n{text}".encode("utf-8", "replace")


WRITERS: dict[str, Callable[[str], bytes]] = {
    ".txt": lambda text: text.encode("utf-8", "replace"),
    ".md": _markdown,
    ".html": _html,
    ".json": _json,
    ".jsonl": _json_lines,
    ".csv": _csv,
    ".parquet": _parquet,
    "": lambda text: text.encode("utf-16", "replace"),
}
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": lambda data: gzip.compress(data, 1, mtime=0),
    ".xz": lambda data: lzma.compress(data, preset=0),
    ".bz2": bz2.compress,
    ".zst": lambda data: bytes(pa.Codec("zstd").compress(data, asbytes=True)),
}


def damaged(data: bytes, damages: list[tuple[int, float, bytes]]) -> bytes:
    """Return `data` with bytes cut, flipped, put in, taken out or doubled."""
    for sort, place, piece in damages:
        at = int(len(data) * place)
        end = at + len(piece)
        flipped = bytes(a ^ b for a, b in zip(data[at:end], piece, strict=False))
        data = (
            data[:at],
            data[:at] + flipped + data[end:],
            data[:at] + piece + data[at:],
            data[:at] + data[end:],
            data[:at] + data[at : at + 64] * (1 + len(piece)) + data[at:],
            data[:at] + data[at:].replace(b"\xc4", piece[:1] or b"\0"),
        )[sort % 6]
    return data
