"""A folder that gets its files all at once: they are written in a folder apart and moved when everything is there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

PARTIAL = ".olgu-partial-"
"""Prefix of the folder apart."""
MARKER = "run.json"
"""Moved last and removed first: where it stands, the tables beside it are whole."""


class OutputError(Exception):
    """The tables cannot be written where they should be; the message says where, why and what to do."""


@contextmanager
def writing(where: Path) -> Iterator[None]:
    """Turn every `OSError` inside into an `OutputError` that names `where`."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {where}: {error.strerror or error}; choose another --out") from error


class Staging:
    """The folder `out`, and `folder`, where its files are written until `commit`.

    `owned` are the names that a run may write. Raises `OutputError` when `out` holds one of them and `force` is false,
    when `out` is a file, and when it cannot be read. Nothing else in `out` is touched, ever. `folder` is made in
    `apart` where that is given, which must be on the same disk.
    """

    def __init__(self, out: Path, owned: Collection[str], *, force: bool = False, apart: Path | None = None) -> None:
        if (out.exists() or out.is_symlink()) and not out.is_dir():
            raise OutputError(f"cannot write {out}: it is not a folder; choose another --out")
        self.out, self._owned = out, frozenset(owned)
        with writing(out):
            held = sorted(name for name in owned if (out / name).exists())
            if held and not force:
                raise OutputError(
                    f"{out} already holds {_listed(held)}; choose another --out, or replace it with --force"
                )
            beside = apart or (out if out.exists() else out.absolute().parent)
            self.folder = beside / (PARTIAL + token_hex(4))

    def open(self) -> None:
        """Make `folder`; raises `OutputError` where that cannot be done."""
        with writing(self.out):
            self.folder.mkdir(parents=True)

    def commit(self) -> None:
        """Move the files to `out`; a former run's tables that this run did not write go away."""
        with writing(self.out):
            if not self.out.exists():
                self.folder.rename(self.out)
                return
            stale = self._written_before()
            (self.out / MARKER).unlink(missing_ok=True)
            for path in sorted(self.folder.iterdir(), key=lambda path: (path.name == MARKER, path.name)):
                path.replace(self.out / path.name)
                stale.discard(path.name)
            for name in stale:
                (self.out / name).unlink(missing_ok=True)
            self.folder.rmdir()

    def discard(self) -> None:
        """Drop what was written."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _written_before(self) -> set[str]:
        try:
            names = map(str, json.loads((self.out / MARKER).read_text(encoding="utf-8"))["files"])
        except (OSError, ValueError, KeyError, TypeError):
            return set()
        return {name for name in names if name in self._owned}


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
