"""Which reader reads which suffix."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from io import BufferedIOBase, BufferedReader

from olgu.article import Article, Failure
from olgu.read.csv_files import read_csv
from olgu.read.html import read_html
from olgu.read.json_files import read_json, read_json_lines
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
    ".html": read_html,
    ".htm": read_html,
}
COMPRESSED: dict[str, Callable[[str], BufferedIOBase]] = {
    ".gz": gzip.GzipFile,
    ".xz": lzma.LZMAFile,
    ".bz2": bz2.BZ2File,
}


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
