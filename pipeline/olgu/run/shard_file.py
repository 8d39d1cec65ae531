"""A finished shard as one file: a ZIP archive of parts of the tables and a note about it.

Its being there whole is the mark that the shard is finished; the archive's checksums tell a damaged one.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from olgu.run.shards import Shard
from olgu.run.summary import Summary
from olgu.write.rows import Rows
from olgu.write.tables import render

_NOTE = "note.json"
_LEVEL = 1
"""Of Zstandard: parts shrink to about an eighth, at a hundredth of the time of the flow."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What stands in the file of a finished shard."""

    digest: str
    """Of the inputs: `Shard.digest`."""
    summary: Summary
    rows: dict[str, int]
    """How many, by table."""
    parts: dict[str, bytes]


def pack(shard: Shard, summary: Summary, rows: Rows, formats: Sequence[str]) -> bytes:
    """Return the file of a finished shard."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    codec = pa.Codec("zstd", _LEVEL)
    parts = render(rows, formats)
    counts = {name: len(made) for name, made in rows.items()}
    sizes = {name: len(part) for name, part in parts.items()}
    note = {"digest": shard.digest(), "summary": summary.as_json(), "rows": counts, "sizes": sizes}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_NOTE, json.dumps(note))
        for name, part in parts.items():
            archive.writestr(name, codec.compress(part, asbytes=True))
    return buffer.getvalue()


def unpack(content: bytes) -> Packed | None:
    """Return what `pack` was given, or None where the file is damaged."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    codec = pa.Codec("zstd", _LEVEL)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            note = json.loads(archive.read(_NOTE))
            parts = {
                name: codec.decompress(archive.read(name), size, asbytes=True) for name, size in note["sizes"].items()
            }
        return Packed(note["digest"], Summary.from_json(Path(), note["summary"]), note["rows"], parts)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError):
        return None
