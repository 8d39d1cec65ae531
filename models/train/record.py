"""What `meta.json` of a model folder says of a file that is made apart from the weights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path


def record(folder: Path, name: str, data: Mapping[str, str]) -> None:
    """Write size and checksum of the file `name`, and the licences of the data it is made of, into `meta.json`."""
    path, content = folder / "meta.json", (folder / name).read_bytes()
    meta = json.loads(path.read_text("utf-8"))
    meta["data"] |= data
    meta["bytes"][name] = len(content)
    meta["sha256"][name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")
