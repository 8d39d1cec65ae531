"""How well mentions are grouped into entities: B³ (Bagga & Baldwin 1998) and CEAF-e (Luo 2005) over many articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Grouping = Mapping[Hashable, Hashable]
"""Mention → its entity, in one article."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two sums with what they are divided by: mentions for B³, entities for CEAF-e."""

    right_extracted: float
    extracted: int
    right_expected: float
    expected: int

    @property
    def precision(self) -> float:
        """Share of the extracted grouping that is in the gold."""
        return self.right_extracted / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold grouping that was extracted."""
        return self.right_expected / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def agreements(pairs: Iterable[tuple[Grouping, Grouping]]) -> dict[str, Agreement]:
    """Return "b_cubed" and "ceaf_e" over (gold, extracted) of each article, summed before they are divided.

    Mentions that only one side has count against it.
    """
    measured = [(_b_cubed(gold, given), _ceaf_e(gold, given)) for gold, given in pairs]
    return {name: _sum([one[at] for one in measured]) for at, name in enumerate(("b_cubed", "ceaf_e"))}


def _sum(parts: Sequence[Agreement]) -> Agreement:
    return Agreement(
        sum(part.right_extracted for part in parts), sum(part.extracted for part in parts),
        sum(part.right_expected for part in parts), sum(part.expected for part in parts),
    )  # fmt: skip


def _shared(gold: Grouping, given: Grouping) -> dict[tuple[Hashable, Hashable], int]:
    """Return how many mentions each pair of a gold and an extracted entity shares."""
    counts: defaultdict[tuple[Hashable, Hashable], int] = defaultdict(int)
    for mention in gold.keys() & given.keys():
        counts[gold[mention], given[mention]] += 1
    return counts


def _sizes(grouping: Grouping) -> dict[Hashable, int]:
    counts: defaultdict[Hashable, int] = defaultdict(int)
    for entity in grouping.values():
        counts[entity] += 1
    return counts


def _b_cubed(gold: Grouping, given: Grouping) -> Agreement:
    asked, made = _sizes(gold), _sizes(given)
    shared = sorted(_shared(gold, given).items(), key=str)
    precision = sum(n * n / made[entity] for (_, entity), n in shared)
    recall = sum(n * n / asked[entity] for (entity, _), n in shared)
    return Agreement(precision, len(given), recall, len(gold))


def _ceaf_e(gold: Grouping, given: Grouping) -> Agreement:
    asked, made = _sizes(gold), _sizes(given)
    rows, columns = list(asked), list(made)
    likeness = [[0.0] * len(columns) for _ in rows]
    row_of, column_of = {e: i for i, e in enumerate(rows)}, {e: i for i, e in enumerate(columns)}
    for (a, b), n in _shared(gold, given).items():
        likeness[row_of[a]][column_of[b]] = 2 * n / (asked[a] + made[b])
    best = best_assignment(likeness)
    return Agreement(best, len(columns), best, len(rows))


def best_assignment(likeness: Sequence[Sequence[float]]) -> float:
    """Return the largest sum of cells, no two of one row or column (the Hungarian method, by shortest paths)."""
    if not likeness or not likeness[0]:
        return 0.0
    if len(likeness) > len(likeness[0]):
        likeness = [list(column) for column in zip(*likeness, strict=True)]
    height, width = len(likeness), len(likeness[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)  # the row of each column, from 1; 0 is none
    for row in range(1, height + 1):
        _augment(likeness, row, taken, of_row, of_column)
    return sum(likeness[taken[column] - 1][column - 1] for column in range(1, width + 1) if taken[column])


def _augment(
    likeness: Sequence[Sequence[float]], row: int, taken: list[int], of_row: list[float], of_column: list[float]
) -> None:
    """Give `row` a column, along the cheapest path of changes; costs are the negated cells."""
    width = len(taken) - 1
    taken[0], column = row, 0
    cost, before, seen = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    while taken[column]:
        seen[column] = True
        here, step, following = taken[column], float("inf"), 0
        for j in range(1, width + 1):
            if seen[j]:
                continue
            reduced = -likeness[here - 1][j - 1] - of_row[here] - of_column[j]
            if reduced < cost[j]:
                cost[j], before[j] = reduced, column
            if cost[j] < step:
                step, following = cost[j], j
        for j in range(width + 1):
            if seen[j]:
                of_row[taken[j]] += step
                of_column[j] -= step
            else:
                cost[j] -= step
        column = following
    while column:
        taken[column] = taken[before[column]]
        column = before[column]
