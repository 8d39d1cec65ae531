"""Paths → articles, one at a time: files, folders and stdin."""

from __future__ import annotations

import lzma
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from glob import glob
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

from olgu.article import Article, Failure
from olgu.read import bounds, records, remote
from olgu.read.errors import ReadError
from olgu.read.formats import COMPRESSED, READERS, Reader, read_unknown, split_suffix
from olgu.read.remote import is_remote

STDIN = "-"


def articles(paths: Sequence[str | Path], *, date: str | None = None) -> Iterator[Article | Failure]:
    """Yield every article of the files and folders, lazily and in a fixed order, and a Failure for what cannot be read.

    "-" is stdin; a glob ("2024-*/*.jsonl.gz", with ** for any depth) stands for what it matches where there is no such
    file; a URL is read through fsspec. `date` is the publication date of articles that have none. Ids are made unique:
    the second "a" becomes "a-2". Bad input never raises; an unreadable `date` does, with `ValueError`.
    """
    default, wrong = records.read_date(date)
    if wrong:
        raise ValueError(f"{wrong[0]}; write it as YYYY-MM-DD")
    return _finish(paths, default)


def supported_suffixes() -> tuple[str, ...]:
    """Return the suffixes that folders are searched for; each may be followed by one of .gz, .xz, .bz2 and .zst."""
    return tuple(READERS)


def paths_in(folder: str) -> list[str]:
    """Return what `articles` reads in a folder and below, in its order: folders that cannot be searched, then files."""
    problems: list[OSError] = []
    names = sorted(_walk(folder, problems))
    return [*(Path(str(error.filename)).as_posix() for error in problems), *names]


def _finish(paths: Sequence[str | Path], date: str | None) -> Iterator[Article | Failure]:
    used: dict[str, int] = {}
    for path in paths:
        for found in _read_path(str(path)):
            if isinstance(found, Failure):
                yield replace(found, id=_unique(found.id, used))
            else:
                yield replace(found, id=_unique(found.id, used), date=found.date or date)


def _unique(id_: str, used: dict[str, int]) -> str:
    """Return `id_`, or with the first free number from 2 on where it is taken; `used` holds the last number tried."""
    name = id_
    while name in used:
        used[id_] += 1
        name = f"{id_}-{used[id_]}"
    used[name] = 1
    return name


def _read_path(path: str) -> Iterator[Article | Failure]:
    if path == STDIN:
        stream = cast(BufferedReader, sys.stdin.buffer)
        yield from _guarded(read_unknown, stream, "stdin", STDIN)
    elif is_remote(path):
        yield from _read_remote(path)
    elif not os.path.lexists(path) and (found := sorted(glob(path, recursive=True))):
        for name in found:
            yield from _read_path(name)
    elif os.path.isdir(path):
        yield from _read_folder(path)
    else:
        yield from _read_file(path)


def _read_folder(folder: str) -> Iterator[Article | Failure]:
    problems: list[OSError] = []
    names = sorted(_walk(folder, problems))
    for error in problems:
        yield _unreadable(Path(str(error.filename)).as_posix(), error)
    for name in names:
        yield from _read_file(name)
    if not names and not problems:
        looked_for = " ".join(supported_suffixes())
        path = Path(folder).as_posix()
        yield records.failure(path, path, "no-articles", f"no articles in this folder; looked for {looked_for}")


def _read_remote(url: str) -> Iterator[Article | Failure]:
    try:
        names = remote.names(url)
    except ReadError as error:
        yield Failure(records.clean(url), records.clean(url), "read", error.code, records.clean(error.message))
        return
    for name in names:
        stem, suffix, compression = split_suffix(name.rpartition("/")[2])
        if name != url and suffix not in READERS:
            continue
        try:
            stream = remote.open_url(name)
            size = bounds.size_of(stream)
            raw = BufferedReader(_raw(stream, compression, size, name)) if compression else stream
            whole = cast(BufferedReader, raw)
        except OSError as error:
            yield _unreadable(name, error)
            continue
        with stream, whole:
            yield from _read_stream(whole, stem, suffix, name)


def _walk(folder: str, problems: list[OSError]) -> Iterator[str]:
    """Yield the files to read in a folder and below as POSIX paths; hidden ones and other suffixes are left out."""
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            special = path.exists() and not path.is_file()  # a pipe would wait for a writer for ever
            if split_suffix(name)[1] in READERS and not name.startswith(".") and not special:
                yield path.as_posix()


def _read_file(path: str) -> Iterator[Article | Failure]:
    shown = Path(path).as_posix()
    stem, suffix, compression = split_suffix(Path(path).name)
    if not os.path.lexists(path):
        yield records.failure(stem, shown, "not-found", "no such file or folder")
        return
    if not os.path.exists(path):
        yield records.failure(stem, shown, "not-found", f"a link to {os.readlink(path)}, which does not exist")
        return
    try:
        stream = _open(path, compression)
    except OSError as error:
        yield _unreadable(shown, error)
        return
    with stream:
        yield from _read_stream(stream, stem, suffix, shown)


def _read_stream(stream: BufferedReader, stem: str, suffix: str, shown: str) -> Iterator[Article | Failure]:
    if suffix in READERS:
        yield from _guarded(READERS[suffix], stream, stem, shown)
    else:
        yield from map(_unsupported, _guarded(read_unknown, stream, stem, shown))


def _open(path: str, compression: str) -> BufferedReader:
    if compression:
        return BufferedReader(_raw(path, compression, os.path.getsize(path), path))
    return open(path, "rb")


def _raw(file: str | BufferedReader, compression: str, size: int, shown: str) -> RawIOBase:
    return bounds.Expanding(COMPRESSED[compression](file), size, shown)


def _guarded(reader: Reader, stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Turn what a reader raises into a Failure; what it gave before stays."""
    try:
        yield from reader(stream, stem, path)
    except ReadError as error:
        yield Failure(records.clean(stem), records.clean(path), "read", error.code, records.clean(error.message))
    except OSError as error:
        yield _unreadable(path, error)
    except (EOFError, lzma.LZMAError, zlib.error) as error:
        yield records.failure(stem, path, "unreadable", f"damaged compressed file: {error}")
    except MemoryError:
        reason = "reading it took more memory than there is; split it, or free some"
        yield records.failure(stem, path, "memory", reason)
    except Exception as error:  # of a reader's library: the other files have nothing to do with it
        reason = f"{type(error).__name__}: {error}; this is a fault of olgu: report it"
        yield records.failure(stem, path, "internal", reason)


def _unsupported(found: Article | Failure) -> Article | Failure:
    if isinstance(found, Article) or found.code != "binary":
        return found
    message = f"{found.message} (read are {' '.join(supported_suffixes())} and plain text)"
    return replace(found, code="unsupported", message=message)


def _unreadable(path: str, error: OSError) -> Failure:
    reason = error.strerror or str(error)
    return records.failure(split_suffix(Path(path).name)[0], path, "unreadable", f"cannot be read: {reason}")
