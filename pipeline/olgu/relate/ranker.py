"""A linear ranker: every candidate of a slot has features, the candidate with the greatest sum of weights wins.

Features come in groups: a function that spells the features of a few categories, and the categories themselves. The sum
of a group's weights is remembered, so that in a run most groups cost one look-up and no feature is ever spelled twice.

Weights are whole numbers (thousandths), so sums are exact and the same on every machine. They are learned by
`models/train/relations.py`; the card is in `models/README.md`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

SCALE = 1000
"""Weights are stored as thousandths of log-odds."""
_REMEMBERED = 1 << 12
"""Sums that are kept for each feature function."""

Group = tuple[Callable[..., tuple[str, ...]], tuple[Any, ...]]
"""A feature function and its arguments, which are hashable."""


def spell(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the features of all groups by name."""
    return tuple(feature for function, key in groups for feature in function(*key))


@dataclass(frozen=True, slots=True)
class Choice:
    """The winner's index (the earliest of equals) and its share of the softmax over all candidates, 0..1."""

    index: int
    probability: float


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature name; an unknown feature weighs nothing."""

    weights: Mapping[str, int]
    _sums: defaultdict[Callable[..., tuple[str, ...]], dict[tuple[Any, ...], int]] = field(
        default_factory=lambda: defaultdict(dict), repr=False, compare=False
    )

    def score(self, groups: Sequence[Group]) -> int:
        """Return the sum of weights in thousandths."""
        total = 0
        sums = self._sums
        for function, key in groups:
            known = sums[function].get(key)
            total += self._sum(function, key) if known is None else known
        return total

    def _sum(self, function: Callable[..., tuple[str, ...]], key: tuple[Any, ...]) -> int:
        known = self._sums[function]
        if len(known) >= _REMEMBERED:
            known.clear()
        get = self.weights.get
        total = known[key] = sum([get(feature, 0) for feature in function(*key)])
        return total

    def choose(
        self, candidates: Sequence[Sequence[Group]], keys: Sequence[Any] = (), handicaps: Sequence[int] = ()
    ) -> Choice:
        """Choose among `candidates`, each a sequence of groups; at least one is needed.

        Candidates with equal `keys` say the same: their shares are added, and the best of the greatest sum wins.
        `handicaps` are thousandths that each candidate has already.
        """
        scores = [self.score(groups) for groups in candidates]
        if handicaps:
            scores = [score + known for score, known in zip(scores, handicaps, strict=True)]
        best = max(scores)
        shares = [math.exp((score - best) / SCALE) for score in scores]
        winner = scores.index(best)
        share = 1.0
        if keys:
            sums: dict[Any, float] = {}
            for key, value in zip(keys, shares, strict=True):
                sums[key] = sums.get(key, 0.0) + value
            said = max(sums, key=lambda key: (round(sums[key], 9), key == keys[winner]))
            share = sums[said]
            winner = max((i for i, key in enumerate(keys) if key == said), key=lambda i: scores[i])
        return Choice(winner, round(share / sum(shares), 4))


@cache
def load(slot: str, weights: str = "weights") -> Ranker:
    """Return the ranker of `slot` ("what", "reach", "time", "place", "confidence") from the shipped `weights`.

    They are "weights", which know no trees, and "weights_trees", learned beside those of the shipped model.
    """
    with files("olgu.relate").joinpath(f"{weights}.json").open(encoding="utf-8") as file:
        return Ranker(json.load(file)["slots"].get(slot, {}))
