"""Which row of an old table of facts is which row of a new one, article by article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from olgu.check.align import COLUMNS, align_edited_text, align_same_text
from olgu.check.stored_columns import rows_at
from olgu.write.schema import Row

if TYPE_CHECKING:
    import pyarrow as pa

Groups = Mapping[str, Sequence[int]]
"""Article → the indices of its rows."""
_PLACE = ("start", "end", "sentence", "evidence", "quote")


def fact_pairs(
    old: pa.Table, new: pa.Table, before: Groups, after: Groups, same_text: Collection[str]
) -> dict[int, int]:
    """Return index in `new` → index in `old`; `same_text` are the articles that are known to have the same text."""
    pairs = _by_offsets(old, new, before, after, same_text)
    edited = [article for article in after if article not in same_text and before.get(article)]
    return pairs | _by_sentences(old, new, before, after, edited)


def _by_offsets(
    old: pa.Table, new: pa.Table, before: Groups, after: Groups, articles: Collection[str]
) -> dict[int, int]:
    pairs: dict[int, int] = {}
    spans_old, spans_new = (
        list(zip(content["start"].to_pylist(), content["end"].to_pylist(), strict=True)) for content in (old, new)
    )
    for article in articles:
        there, here = before[article], after[article]
        was, is_now = [spans_old[i] for i in there], [spans_new[j] for j in here]
        if was == is_now:
            pairs.update(zip(here, there, strict=True))
        else:
            pairs.update((here[j], there[i]) for i, j in align_same_text(was, is_now).items())
    return pairs


def _by_sentences(
    old: pa.Table, new: pa.Table, before: Groups, after: Groups, articles: Collection[str]
) -> dict[int, int]:
    pairs: dict[int, int] = {}
    rows_old, rows_new = (
        rows_at(content, (index for article in articles for index in groups[article]), COLUMNS)
        for content, groups in ((old, before), (new, after))
    )
    for article in articles:
        there, here = before[article], after[article]
        was, is_now = [rows_old[i] for i in there], [rows_new[j] for j in here]
        if _places(was) == _places(is_now):
            pairs.update(zip(here, there, strict=True))
        else:
            pairs.update((here[j], there[i]) for i, j in align_edited_text(was, is_now).items())
    return pairs


def _places(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    """Rows with the same places pair in their order, whatever they say: nothing was edited around them."""
    return [tuple(row[name] for name in _PLACE) for row in rows]
