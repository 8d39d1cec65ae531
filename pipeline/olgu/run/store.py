"""Where finished shards are kept: a place that every worker sees, on a disk or behind a URL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from olgu.write.staging import OutputError, writing

_SUFFIX = ".shard"


@dataclass(frozen=True, slots=True)
class Store:
    """Files of finished shards in `folder`, by the index of the shard; every method may raise `OutputError`."""

    folder: Path

    def open(self) -> None:
        """Make the folder, and drop what killed workers have left."""
        with writing(self.folder):
            self.folder.mkdir(exist_ok=True)
            for partial in self.folder.glob("*.partial-*"):
                partial.unlink(missing_ok=True)

    def indices(self) -> set[int]:
        """Return the indices of the shards that are here."""
        with writing(self.folder):
            return {int(path.stem) for path in self.folder.glob(f"*{_SUFFIX}")}

    def read(self, index: int) -> bytes:
        """Return the file of one shard."""
        with writing(self.folder):
            return self._path(index).read_bytes()

    def write(self, index: int, content: bytes) -> None:
        """Put a file in place all at once."""
        path = self._path(index)
        apart = path.with_suffix(f".partial-{os.getpid()}")
        with writing(self.folder):
            try:
                apart.write_bytes(content)
                apart.replace(path)
            except BaseException:
                apart.unlink(missing_ok=True)
                raise

    def remove(self, index: int) -> None:
        """Drop the file of one shard."""
        with writing(self.folder):
            self._path(index).unlink(missing_ok=True)

    def clear(self) -> None:
        """Drop everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, index: int) -> Path:
        return self.folder / f"{index:07d}{_SUFFIX}"


@dataclass(frozen=True, slots=True)
class RemoteStore:
    """The same behind a URL that fsspec knows ("s3://bucket/run"); an object must appear all at once, as in S3."""

    url: str

    def open(self) -> None:
        """See that the place can be written."""
        with self._system() as (system, path):
            system.makedirs(path, exist_ok=True)

    def indices(self) -> set[int]:
        """Return the indices of the shards that are here."""
        with self._system() as (system, path):
            return {int(Path(name).stem) for name in system.glob(f"{path}/*{_SUFFIX}")}

    def read(self, index: int) -> bytes:
        """Return the file of one shard."""
        with self._system() as (system, path):
            return bytes(system.cat_file(f"{path}/{index:07d}{_SUFFIX}"))

    def write(self, index: int, content: bytes) -> None:
        """Put a file in place."""
        with self._system() as (system, path):
            system.pipe_file(f"{path}/{index:07d}{_SUFFIX}", content)

    def remove(self, index: int) -> None:
        """Drop the file of one shard."""
        with self._system() as (system, path):
            name = f"{path}/{index:07d}{_SUFFIX}"
            if system.exists(name):
                system.rm_file(name)

    def clear(self) -> None:
        """Drop every shard; nothing else in that place is touched."""
        for index in self.indices():
            self.remove(index)

    @contextmanager
    def _system(self) -> Iterator[tuple[Any, str]]:
        try:
            import fsspec.core  # noqa: PLC0415 - an extra

            system, path = fsspec.core.url_to_fs(self.url)
            system.invalidate_cache()  # it holds listings from before the workers wrote
            yield system, path.rstrip("/")
        except Exception as error:  # whatever the library of the other side raises
            message = f"cannot use {self.url}: {type(error).__name__}: {error}; it needs olgu[remote] and access"
            raise OutputError(message) from error
