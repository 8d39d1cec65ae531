"""What an input may take at most, so that no file, however small on the disk, fills the memory or never ends."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase, BufferedReader, RawIOBase
from typing import Any, cast

from olgu.read.errors import ReadError

TEXT = 256 << 20
"""Bytes of a file that is read as a whole, of a line of JSON Lines or CSV, of the rows that are decoded at once."""
PAGE = 20 << 20
"""Bytes of a web page: trees of pages take many times as much memory."""
BLANK = 100_000
"""Empty lines that may follow one another."""
PARTS = 16_000_000
"""Brackets and commas of a JSON file: what is between them may take fifty times its size."""
EXPANDED, RATIO = 64 << 20, 200
"""A compressed file may expand to so many bytes, or to so many times its size; text shrinks to a tenth or so."""


def read_whole(stream: BufferedReader, where: str, most: int = TEXT) -> bytes:
    """Return the content of `stream`; raises `ReadError` with code "too-large" when it is longer than `most` bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise too_large(where, f"it has more than {most >> 20} MiB; split it, or write JSON Lines")
    return data


def lines(stream: BufferedReader, where: str) -> Iterator[bytes]:
    """Yield the lines of `stream`; raises `ReadError` like `read_whole` at a line too long or blanks without end."""
    blank = 0
    while line := stream.readline(TEXT + 1):
        if len(line) > TEXT:
            raise too_large(where, f"a line has more than {TEXT >> 20} MiB; give each article a line of its own")
        blank = 0 if len(line) > 2 or line.strip() else blank + 1
        if blank > BLANK:
            raise too_large(where, f"more than {BLANK:,} empty lines follow one another; remove them")
        yield line


def check_parts(text: str, where: str) -> None:
    """Raise `ReadError` with code "too-large" for JSON of more than `PARTS` parts."""
    if len(text) > PARTS and sum(map(text.count, "[{,")) > PARTS:
        raise too_large(where, f"it has more than {PARTS:,} brackets and commas; write JSON Lines")


def too_large(where: str, reason: str) -> ReadError:
    """Return the error of an input that takes more than it may."""
    return ReadError("too-large", f"{where}: {reason}")


class Expanding(RawIOBase):
    """The content of a compressed file of `size` bytes; reading raises `ReadError` where it expands beyond all text."""

    def __init__(self, content: BufferedIOBase, size: int, where: str) -> None:
        self._content, self._where = content, where
        self._left = max(EXPANDED, RATIO * size)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into `buffer`; return how many bytes."""
        # Not `read`: pyarrow's never gives back what it has taken for as much as asked where the content is damaged.
        count = self._content.readinto(buffer)
        self._left -= count
        if self._left < 0:
            reason = f"it expands to more than {EXPANDED >> 20} MiB and {RATIO} times its size; decompress it first"
            raise too_large(self._where, reason)
        return count

    def close(self) -> None:
        """Close the file."""
        self._content.close()
        super().close()


def size_of(stream: object) -> int:
    """Return how many bytes an open remote file has, 0 where nobody knows."""
    return int(cast(Any, getattr(stream, "size", 0)) or 0)
