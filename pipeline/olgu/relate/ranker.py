"""A linear ranker: every candidate of a slot has features, the candidate with the greatest sum of weights wins.

Weights are whole numbers (thousandths), so sums are exact and the same on every machine. They are learned by
`models/train/relations.py`; the card is in `models/README.md`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SCALE = 1000
"""Weights are stored as thousandths of log-odds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The winner's index (the earliest of equals) and its share of the softmax over all candidates, 0..1."""

    index: int
    probability: float


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature name; an unknown feature weighs nothing."""

    weights: Mapping[str, int]

    def score(self, features: Sequence[str]) -> int:
        """Return the sum of weights in thousandths."""
        get = self.weights.get
        return sum([get(feature, 0) for feature in features])

    def choose(self, candidates: Sequence[Sequence[str]]) -> Choice:
        """Choose among `candidates`, each a sequence of features; at least one is needed."""
        scores = [self.score(features) for features in candidates]
        best = max(scores)
        total = sum(math.exp((score - best) / SCALE) for score in scores)
        return Choice(scores.index(best), round(1 / total, 4))


@cache
def load(slot: str) -> Ranker:
    """Return the ranker of `slot` ("what", "time", "place") from the shipped weights."""
    with files("olgu.relate").joinpath("weights.json").open(encoding="utf-8") as file:
        return Ranker(json.load(file)["slots"].get(slot, {}))
