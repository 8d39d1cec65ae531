"""The best dependency tree of a sentence under arc scores: one root, no cycle (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]
_NEVER = -1e9
_ROOT = 1e6
"""What a root costs more than any other arc that a window has seen."""


def heads(scores: Scores) -> list[int]:
    """Return the head of every word, -1 for the root, from `scores` [n, 1+n], whose column 0 is the root."""
    greedy = scores.argmax(axis=1).tolist()
    if greedy.count(0) == 1 and not _cycle([-1, *greedy]):
        return [head - 1 for head in greedy]
    return [head - 1 for head in _single_root(scores.astype(np.float64))]


def _single_root(scores: Scores) -> list[int]:
    """Return heads (0 is the root) of the best tree with one root: where every root costs the same, one is cheapest."""
    tree = _best(_square(scores))[1:]
    roots = [word for word, head in enumerate(tree) if head == 0]
    if len(roots) == 1:
        return tree
    dear = scores.copy()
    dear[:, 0] -= _ROOT
    tree = _best(_square(dear))[1:]
    roots = [word for word, head in enumerate(tree) if head == 0]
    if len(roots) == 1:
        return tree
    # Parts that no window joins: the first of their roots is the root of all.
    only = scores.copy()
    only[:, 0] = _NEVER
    only[roots[0]] = _NEVER
    only[roots[0], 0] = 0.0
    return _best(_square(only))[1:]


def _square(scores: Scores) -> Scores:
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = np.maximum(scores, _NEVER)
    np.fill_diagonal(square, -np.inf)
    return square


def _cycle(tree: list[int]) -> list[int]:
    """Return the nodes of a cycle of `tree` (node → head, node 0 is the root), empty if there is none."""
    seen = [0] * len(tree)
    for start in range(1, len(tree)):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = tree[node]
        if node > 0 and seen[node] == start:
            return path[path.index(node) :]
    return []


def _best(scores: Scores) -> list[int]:
    """Return the head of every node of the best tree; `scores[word, head]`, row 0 without meaning."""
    tree = [-1, *scores[1:].argmax(axis=1).tolist()]
    cycle = _cycle(tree)
    if not cycle:
        return tree
    inside = set(cycle)
    outside = [node for node in range(len(tree)) if node not in inside]
    ring = np.array(cycle)
    kept = scores[ring, [tree[node] for node in cycle]]
    new = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    new[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    new[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    new[-1, :-1] = entering.max(axis=0)
    return _opened(_best(new), tree, cycle, outside, leaving, entering)


def _opened(
    small: list[int], tree: list[int], cycle: list[int], outside: list[int], leaving: Scores, entering: Scores
) -> list[int]:
    """Put the cycle back in place of the last node of `small` and break it where the arc comes in."""
    full, last = list(tree), len(outside)
    for index, node in enumerate(outside):
        if index:
            head = small[index]
            full[node] = cycle[int(leaving[index].argmax())] if head == last else outside[head]
    column = small[last]
    full[cycle[int(entering[:, column].argmax())]] = outside[column]
    return full
