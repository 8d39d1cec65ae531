"""Files that are not on this disk: "s3://bucket/haber/*.jsonl", through fsspec."""

from __future__ import annotations

import re
from io import BufferedReader
from typing import Any, cast

from olgu.read.errors import ReadError

_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")


def is_remote(path: str) -> bool:
    """Return whether `path` is a URL."""
    return _SCHEME.match(path) is not None


def names(url: str) -> list[str]:
    """Return the URLs of the files that `url` stands for: a file, a folder with all below it, or a glob; sorted.

    Raises `ReadError` with code "unsupported" where fsspec cannot read such URLs here, "unreadable" where the other
    side refuses, "not-found" where there is nothing.
    """
    system, path = _system(url)
    try:
        found = system.glob(path) if "*" in path else system.find(path)
    except Exception as error:  # whatever the library of the other side raises
        raise ReadError("unreadable", f"{url}: cannot be read: {type(error).__name__}: {error}") from None
    if not found:
        raise ReadError("not-found", f"{url}: no such file or folder")
    return sorted(system.unstrip_protocol(name) for name in found if system.isfile(name))


def open_url(url: str) -> BufferedReader:
    """Open one file; raises `OSError` where that cannot be done."""
    system, path = _system(url)
    return BufferedReader(cast(Any, system.open(path, "rb")))


def _system(url: str) -> tuple[Any, str]:
    try:
        import fsspec.core  # noqa: PLC0415 - an extra

        return cast(tuple[Any, str], fsspec.core.url_to_fs(url))
    except (ImportError, ValueError) as error:
        advice = "install olgu[remote] and what fsspec needs for such URLs"
        raise ReadError("unsupported", f"{url}: {error}; {advice}") from None
