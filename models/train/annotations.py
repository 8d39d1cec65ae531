"""Annotations that stand beside their texts: offsets into news articles that are not distributed with them.

One article a line: `id`, `date`, `sha256` of the text, and `facts`, each with `at`, `what`, `time` (with its value),
`place` and `speaker` as [start, end], and `optional`. The text is the title, a blank line and the body (the body alone
where it begins with its title), as `news` holds them.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = 200
"""A body that has its title within so many characters is the whole text."""


def text_of(row: dict[str, Any]) -> str:
    """Return the text that the offsets point into."""
    title, body = (row.get("title") or "").strip(), row["text"].strip()
    return f"{title}\n\n{body}" if title and title not in row["text"][:HEAD] else body


def read_annotations(path: Path, news: Path) -> Iterator[dict[str, Any]]:
    """Yield annotated articles in the shape of the gold files, without entities and without what a quantity says.

    `news` is JSON Lines of articles, packed with xz. Raises ValueError where an article is missing or differs.
    """
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {row["id"] for row in rows}
    with lzma.open(news, "rt", encoding="utf-8") as file:
        texts = {a["id"]: text_of(a) for a in map(json.loads, file) if a["id"] in wanted}
    for row in rows:
        text = texts.get(row["id"])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{path}: article {row['id']} is {'missing' if text is None else 'another'} in {news}")
        yield {"id": row["id"], "date": row["date"], "text": text, "facts": [_fact(f, text) for f in row["facts"]]}


def _fact(row: dict[str, Any], text: str) -> dict[str, Any]:
    start, end = row["at"]
    time, speaker = row["time"], row["speaker"]
    return {
        "start": start,
        "end": end,
        "what": row["what"],
        "time": time and {"start": time[0], "end": time[1], "value": time[2]},
        "place": row["place"] and [*row["place"], text[slice(*row["place"])]],
        "speaker": speaker and text[slice(*speaker)],
        "optional": row["optional"],
    }
