"""Where finished shards are kept: a folder on a disk that every worker sees."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from olgu.write.staging import writing

_SUFFIX = ".shard"


@dataclass(frozen=True, slots=True)
class Store:
    """Files of finished shards in `folder`, by the index of the shard."""

    folder: Path

    def indices(self) -> set[int]:
        """Return the indices of the shards that are here."""
        with writing(self.folder):
            return {int(path.stem) for path in self.folder.glob(f"*{_SUFFIX}")}

    def read(self, index: int) -> bytes:
        """Return the file of one shard."""
        with writing(self.folder):
            return self._path(index).read_bytes()

    def write(self, index: int, content: bytes) -> None:
        """Put a file in place all at once; raises `OutputError` where the disk does not take it."""
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

    def _path(self, index: int) -> Path:
        return self.folder / f"{index:07d}{_SUFFIX}"
