"""Which files of a folder are whole: those that have rested for a while."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, time

PATIENCE = 30
"""How many times longer the tables wait for a file that they have rows of and that is written to without a pause; then
it is read as it stands."""

_Mark = tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds at a moment."""

    files: tuple[tuple[str, _Mark], ...]
    """Paths of the files that are whole, in the order of reading, with what tells whether one has changed."""
    pending: bool
    """There are files that are still written to."""
    held: bool
    """One of them was read before: what is in the tables of it shall stay until it is whole again."""

    @property
    def paths(self) -> list[str]:
        """The paths of the whole files, in the order of reading."""
        return [path for path, _ in self.files]


class Settling:
    """Looks at `folder` again and again; a file that has not changed for `seconds` is whole."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._folder, self._seconds = folder, seconds
        self._seen: dict[str, tuple[_Mark, float, float]] = {}
        """Path: what it was when it changed last, when that was seen, and when it was last whole."""

    def look(self, read: Collection[str] = ()) -> Listing:
        """Return what is there now; `read` are the paths whose rows are in the tables."""
        from olgu.read import files  # noqa: PLC0415 - loads decoders

        now, wall = monotonic(), time()
        seen, whole, pending, held = {}, [], False, False
        for path in files.paths_in(str(self._folder)):
            mark, touched = _mark(path)
            former = self._seen.get(path, (None, now, now))
            since = former[1] if path in self._seen and former[0] == mark else now
            rests = mark is None or now - since >= self._seconds or wall - touched >= self._seconds
            last_whole = now if rests or path not in self._seen else former[2]
            if rests or (path in read and now - last_whole > PATIENCE * self._seconds):
                whole.append((path, mark))
                last_whole = now
            else:
                pending, held = True, held or path in read
            seen[path] = mark, since, last_whole
        self._seen = seen
        return Listing(tuple(whole), pending, held)


def _mark(path: str) -> tuple[_Mark, float]:
    """Return what changes when the file does, and when it was last touched; None for what cannot be read anyway."""
    try:
        found = os.stat(path)
    except OSError:
        return None, 0.0
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns), max(found.st_mtime, found.st_ctime)
