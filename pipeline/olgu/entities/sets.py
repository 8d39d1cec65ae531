"""Disjoint sets whose joins are remembered with their reason, and which keep what must stay apart in two sets."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Join(NamedTuple, Generic[Item]):
    """Why two items are one: a short stable reason, a score from 0 to 1, what was seen."""

    a: Item
    b: Item
    reason: str
    score: float
    evidence: str


class Sets(Generic[Item]):
    """Disjoint sets of items that are made as they are named."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}
        self._size: dict[Item, int] = {}
        self._apart: dict[Item, set[Item]] = {}
        self.joins: list[Join[Item]] = []

    def find(self, item: Item) -> Item:
        """Return what stands for the set of `item`."""
        parent = self._parent
        root = parent.setdefault(item, item)
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def keep_apart(self, a: Item, b: Item) -> None:
        """Refuse every later join that would put `a` and `b` into one set."""
        a, b = self.find(a), self.find(b)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, a: Item, b: Item, reason: str, score: float = 1.0, evidence: str = "") -> bool:
        """Make one set of two and remember why; return False where they are one already or must stay apart."""
        first, second = self.find(a), self.find(b)
        if first == second or second in self._apart.get(first, ()):
            return False
        if self._size.get(first, 1) < self._size.get(second, 1):
            first, second = second, first
        self._parent[second] = first
        self._size[first] = self._size.get(first, 1) + self._size.pop(second, 1)
        for other in self._apart.pop(second, ()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart.setdefault(first, set()).add(other)
        self.joins.append(Join(a, b, reason, score, evidence))
        return True
