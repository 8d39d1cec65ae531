"""The evidence of a fact, and where it stands: the tables hold its text, not its offset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from olgu.article import Fact
from olgu.write.schema import EVIDENCE, Row


def evidence_span(fact: Fact) -> tuple[int, int]:
    """Return the span of the fact's sentence; of one longer than `EVIDENCE`, of the part around the fact.

    Otherwise a text without full stops would stand in the table once for each of its facts. Facts near each other
    share a part.
    """
    first, last = fact.sentence_start, fact.sentence_end
    if last - first <= EVIDENCE:
        return first, last
    step = EVIDENCE // 3
    start = first + max(0, (fact.start - first) // step - 1) * step
    return start, min(last, max(start + EVIDENCE, fact.end))


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
