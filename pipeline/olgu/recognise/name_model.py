"""Names of the model and names of the rules, put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import cast

from olgu.article import EntityType, Mention

Read = tuple[int, int, str, float]
"""A name as the model reads it: start, end, type, confidence (0..1)."""

SURE = 0.9
"""The confidence from which on a name of the model counts, also where the rules see other names on the same words."""


def combine(ruled: Sequence[Mention], read: Sequence[Read]) -> list[Mention]:
    """Return the names of both, sorted, never overlapping; `ruled` and `read` are so too.

    Where both see the same name, it is the rules'. Of names that overlap, the model's stays where it is `SURE`, else
    those of the rules.
    """
    starts, ends = [name.start for name in ruled], [name.end for name in ruled]
    dropped: set[int] = set()
    added: list[Mention] = []
    for start, end, kind, confidence in read:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        met = ruled[first:last]
        if [(name.start, name.end, name.type) for name in met] == [(start, end, kind)]:
            continue
        if confidence >= SURE:
            dropped.update(range(first, last))
            added.append(Mention(start, end, cast(EntityType, kind), "model"))
    kept = [name for index, name in enumerate(ruled) if index not in dropped]
    return sorted([*kept, *added], key=lambda name: name.start)
