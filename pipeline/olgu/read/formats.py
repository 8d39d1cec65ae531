"""Which reader reads which suffix."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from io import BufferedIOBase, BufferedReader
from typing import Any, BinaryIO, cast

from olgu.article import Article, Failure
from olgu.read.csv_files import read_csv
from olgu.read.html import read_html
from olgu.read.json_files import read_json, read_json_lines
from olgu.read.parquet_files import read_parquet
from olgu.read.plain import read_markdown, read_text

Reader = Callable[[BufferedReader, str, str], Iterator[Article | Failure]]
"""(open file, id for articles that have none, path to name it by) → articles; raises `ReadError` and `OSError`."""

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".html": read_html,
    ".htm": read_html,
}


def _open_zstd(file: str | BinaryIO) -> BufferedIOBase:
    import pyarrow as pa  # noqa: PLC0415 - slow to import; Python itself reads Zstandard from 3.14 on

    source = pa.OSFile(file) if isinstance(file, str) else pa.PythonFile(file, "r")
    return cast(BufferedIOBase, pa.CompressedInputStream(source, "zstd"))


COMPRESSED: dict[str, Callable[[Any], BufferedIOBase]] = {
    ".gz": lambda file: gzip.GzipFile(file) if isinstance(file, str) else gzip.GzipFile(fileobj=file),
    ".xz": lzma.LZMAFile,
    ".bz2": bz2.BZ2File,
    ".zst": _open_zstd,
}
"""Path or open file → the content."""


def split_suffix(name: str) -> tuple[str, str, str]:
    """Split a file name into stem, suffix and suffix of compression: "a.JSONL.xz" → ("a", ".jsonl", ".xz")."""
    compression = next((end for end in COMPRESSED if name.lower().endswith(end)), "")
    name = name[: len(name) - len(compression)]
    dot = name.rfind(".")
    return (name[:dot], name[dot:].lower(), compression) if dot > 0 else (name, "", compression)


def read_unknown(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read what has no telling name, such as stdin: JSON if the first character is "{", else plain text."""
    start = stream.peek(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"{"):
        return read_text(stream, stem, path)
    indented = start[1:].lstrip(b" \t").startswith((b"\n", b"\r"))
    return (read_json if indented else read_json_lines)(stream, stem, path)
