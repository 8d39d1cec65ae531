"""Names from the scores of BIO labels over units: runs of letters or digits and single marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name: units `first` to `last` (included), its type, and the mean probability of its labels."""

    first: int
    last: int
    kind: str
    confidence: float


def find(scores: Floats, labels: tuple[str, ...]) -> list[FoundName]:
    """Return the names of a sentence from `scores` [units, labels], unnormalised."""
    path = scores.argmax(axis=1)
    if not path.any():
        return []
    allowed = _transitions(labels)
    if allowed[0, path[0]] < 0 or (allowed[path[:-1], path[1:]] < 0).any():
        path = _viterbi(scores, allowed)
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    sure = exps[np.arange(len(path)), path] / exps.sum(axis=1)
    return list(_spans([labels[i] for i in path.tolist()], sure))


def _spans(path: list[str], sure: Floats) -> Iterator[FoundName]:
    first = None
    for index, label in enumerate([*path, "O"]):
        if first is not None and not label.startswith("I-"):
            yield FoundName(first, index - 1, path[first][2:], float(sure[first:index].mean()))
            first = None
        if label.startswith("B-"):
            first = index


@cache
def _transitions(labels: tuple[str, ...]) -> Floats:
    """Return 0 where a label may follow another and a large negative number where not: I-X only after B-X or I-X."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate(labels):
                if before[2:] != label[2:]:
                    table[row, column] = -1e6
    return table


def _viterbi(scores: Floats, allowed: Floats) -> NDArray[np.int64]:
    best = scores[0] + allowed[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for index in range(1, len(scores)):
        step = best[:, None] + allowed
        back[index] = step.argmax(axis=0)
        best = step.max(axis=0) + scores[index]
    path = np.empty(len(scores), dtype=np.int64)
    path[-1] = best.argmax()
    for index in range(len(scores) - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path
