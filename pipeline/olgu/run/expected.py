"""How many articles a run will read, told beforehand without reading them: an estimate for the progress line."""

from __future__ import annotations

import lzma
import os
import zlib
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path
from typing import BinaryIO, cast

_MARKS = {".jsonl": b"\n", ".ndjson": b"\n", ".csv": b"\n", ".json": b'"text"'}
"""What there is about once for each article in a format that may have several."""
_BLOCK = 1 << 20


def expected(paths: Sequence[Path | str]) -> int | None:
    """Return about how many articles there are in `paths`, None where that cannot be told: stdin and URLs.

    Texts and pages count as one, JSON Lines and CSV by their lines, JSON by its keys "text", Parquet by its rows; what
    cannot be read is one failure. Compressed files are read through.
    """
    total = 0
    for path in _files(paths):
        if path is None:
            return None
        total += _articles(path)
    return total


def _files(paths: Sequence[Path | str]) -> Iterator[str | None]:
    from olgu.read import files, remote  # noqa: PLC0415 - loads decoders

    for path in map(str, paths):
        if path == files.STDIN or remote.is_remote(path):
            yield None
        elif os.path.isdir(path):
            yield from files.paths_in(path)
        elif not os.path.lexists(path):
            yield from _files(sorted(glob(path, recursive=True)))
        else:
            yield path


def _articles(path: str) -> int:
    from olgu.read.formats import COMPRESSED, split_suffix  # noqa: PLC0415 - loads decoders

    _, suffix, compression = split_suffix(Path(path).name)
    try:
        if suffix == ".parquet" and not compression:
            from pyarrow import parquet  # noqa: PLC0415 - slow to import

            return int(parquet.read_metadata(path).num_rows)
        if suffix in _MARKS:
            with cast(BinaryIO, COMPRESSED[compression](path) if compression else open(path, "rb")) as file:
                return max(1, _count(file, _MARKS[suffix]) - (suffix == ".csv"))
    except (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error):
        pass  # a failure is an input, too
    return 1


def _count(file: BinaryIO, mark: bytes) -> int:
    count = 0
    while block := file.read(_BLOCK):
        count += block.count(mark)
    return count
