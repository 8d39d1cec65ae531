"""A linear ranker: every candidate of a slot has features, the candidate with the greatest sum of weights wins.

Features come in groups: a function that spells the features of a few categories, and the categories themselves. The sum
of a group's weights is remembered, so that in a run most groups cost one look-up and no feature is ever spelled twice.
Categories that all candidates of a choice share are the context of a function: the sums of one function in one context
lie together, so that what is looked up for each candidate is short.

Weights are whole numbers (thousandths), so sums are exact and the same on every machine. They are learned by
`models/train/relations.py`; the card is in `models/README.md`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from operator import getitem
from typing import Any

SCALE = 1000
"""Weights are stored as thousandths of log-odds."""
UNNAMED = "\0"
"""Stands for all words that no weight names."""
_KEPT = {"what": 1 << 16}
_KEPT_ELSE = 1 << 13
"""Sums that the ranker of a slot keeps at least, and twice as many at most: as many as a thousand articles of news ask
for, so that memory does not grow in a long run."""

Speller = Callable[..., tuple[str, ...]]
"""A feature function: it spells the features of its arguments."""
Group = tuple[Speller, tuple[Any, ...]]
"""A feature function and its arguments, which are hashable."""
Frame = tuple[Group, ...]
"""Feature functions with their first arguments, which all candidates share; the others are a key for each function."""


def spell(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the features of all groups by name."""
    return tuple(feature for function, key in groups for feature in function(*key))


def grouped(frame: Frame, keys: Sequence[tuple[Any, ...]]) -> tuple[Group, ...]:
    """Return the groups of a candidate: each function of `frame` with all its arguments."""
    return tuple((function, (*context, *key)) for (function, context), key in zip(frame, keys, strict=True))


@dataclass(frozen=True, slots=True)
class Choice:
    """The winner's index (the earliest of equals) and its share of the softmax over all candidates, 0..1."""

    index: int
    probability: float


class Sums(dict[tuple[Any, ...], int]):
    """The sum of weights of one feature function in one context, by its other arguments; worked out when asked for.

    `old` are sums that nobody has asked since the memory was full.
    """

    __slots__ = ("_context", "_function", "_memory", "old")

    def __init__(self, memory: Memory, function: Speller, context: tuple[Any, ...]) -> None:
        super().__init__()
        self._memory, self._function, self._context = memory, function, context
        self.old: Mapping[tuple[Any, ...], int] = {}

    def __missing__(self, key: tuple[Any, ...]) -> int:
        memory = self._memory
        if memory.kept >= memory.bound:
            memory.age()
        memory.kept += 1
        total = self.old.get(key)
        if total is None:
            get = memory.weights.get
            total = sum([get(feature, 0) for feature in self._function(*self._context, *key)])
        self[key] = total
        return total

    def age(self) -> bool:
        """Forget what is old; all else is old now. Tell whether there is anything."""
        self.old = dict(self)
        self.clear()
        return bool(self.old)


class Memory(dict[Group, Sums]):
    """The sums of a ranker by function and context: the `bound` asked last at least, and twice as many at most."""

    __slots__ = ("bound", "kept", "weights")

    def __init__(self, weights: Mapping[str, int], bound: int) -> None:
        super().__init__()
        self.weights, self.kept, self.bound = weights, 0, bound

    def __missing__(self, group: Group) -> Sums:
        sums = self[group] = Sums(self, *group)
        return sums

    def age(self) -> None:
        """Forget all sums that nobody has asked since the memory was full last time."""
        for group in [group for group, sums in self.items() if not sums.age()]:
            del self[group]
        self.kept = 0


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature name; an unknown feature weighs nothing."""

    weights: Mapping[str, int]
    kept: int = _KEPT_ELSE
    """Sums that are remembered at least; twice as many at most."""
    _memory: Memory = field(init=False, repr=False, compare=False)
    _names: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_memory", Memory(self.weights, self.kept))
        object.__setattr__(self, "_names", frozenset(":".join(self.weights).split(":")))

    def named(self, word: str) -> str:
        """Return `word`, or UNNAMED where no feature that has it between its colons has a weight."""
        return word if word in self._names or ":" in word else UNNAMED

    def score(self, groups: Sequence[Group]) -> int:
        """Return the sum of weights in thousandths."""
        memory = self._memory
        total = 0
        for function, key in groups:
            total += memory[function, ()][key]
        return total

    def choose(self, candidates: Sequence[Sequence[Group]], keys: Sequence[Any] = ()) -> Choice:
        """Choose among `candidates`, each a sequence of groups; at least one is needed; `keys` as in `decide`."""
        return decide([self.score(groups) for groups in candidates], keys)

    def sums(self, frame: Frame) -> list[Sums]:
        """Return the sums of the functions of `frame` in their contexts, for `total`."""
        memory = self._memory
        return [memory[group] for group in frame]


def total(sums: Sequence[Sums], keys: Sequence[tuple[Any, ...]]) -> int:
    """Return the sum of weights in thousandths of a candidate with a key for each function of a frame."""
    return sum(map(getitem, sums, keys))


def decide(scores: Sequence[int], keys: Sequence[Any] = ()) -> Choice:
    """Choose the candidate with the greatest of `scores`, in thousandths; at least one is needed.

    Candidates with equal `keys` say the same: their shares are added, and the best of the greatest sum wins.
    """
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

    They are "weights", which know no trees, "weights_trees", learned beside those of the shipped model, and
    "weights_stanza", learned beside those of the small Stanza models.
    """
    return Ranker(_slots(weights).get(slot, {}), _KEPT.get(slot, _KEPT_ELSE))


@cache
def _slots(weights: str) -> dict[str, dict[str, int]]:
    with files("olgu.relate").joinpath(f"{weights}.json").open(encoding="utf-8") as file:
        slots: dict[str, dict[str, int]] = json.load(file)["slots"]
        return slots
