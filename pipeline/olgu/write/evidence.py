"""Where a sentence stands, worked out from the facts in it: the tables hold its text but not its offset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from olgu.write.schema import Row


def sentence_start(rows: Sequence[Row], sentence: str) -> int:
    """Return the offset in the article at which `sentence` starts; `rows` are its facts.

    It is the first offset that puts every quote where it stands in `sentence`.
    """
    start = _start(rows[0])
    candidates = [start - at for at in _finds(sentence, str(rows[0]["quote"]))]
    for candidate in candidates:
        if all(sentence.startswith(str(row["quote"]), _start(row) - candidate) for row in rows):
            return candidate
    return candidates[0] if candidates else start


def _start(row: Row) -> int:
    return int(str(row["start"]))


def _finds(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while quote and at >= 0:
        yield at
        at = text.find(quote, at + 1)
