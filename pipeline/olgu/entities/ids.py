"""Ids of clusters: made from what they are, kept from the run before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from olgu.entities.corpus import Node

_PREFIXES = {"PERSON": "per", "ORG": "org", "LOC": "loc"}


def assign(
    clusters: Mapping[int, Sequence[int]], nodes: Sequence[Node], members: Mapping[int, Sequence[str]],
    before: Mapping[str, str],
) -> dict[int, str]:  # fmt: skip
    """Return the id of each cluster (root → nodes), given the entities of each root.

    `before` is entity → id of an earlier run. A cluster keeps the id that most of its entities had; where two want one
    id, the one with more of them keeps it. Every other id is a hash of the fullest name, never of an order.
    """
    kept = _kept(members, before)
    taken = set(kept.values())
    ids = dict(kept)
    for text, root in sorted((_canonical(clusters[root], nodes), root) for root in clusters.keys() - kept.keys()):
        made, salt = _hashed(text), 0
        while made in taken:
            salt += 1
            made = _hashed(f"{text}|{salt}")
        ids[root] = made
        taken.add(made)
    return ids


def _kept(members: Mapping[int, Sequence[str]], before: Mapping[str, str]) -> dict[int, str]:
    if not before:
        return {}
    claims: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for root, entities in members.items():
        for old, number in Counter(before[e] for e in entities if e in before).items():
            claims[old].append((number, root))
    wanted = sorted((-number, old, root) for old, rows in claims.items() for number, root in rows)
    kept: dict[int, str] = {}
    used: set[str] = set()
    for _, old, root in wanted:
        if root not in kept and old not in used:
            kept[root] = old
            used.add(old)
    return kept


def _canonical(cluster: Sequence[int], nodes: Sequence[Node]) -> str:
    """Return what the id is made from: the key of the fullest name, and the first entity where many bear the name."""
    keys = [(nodes[i].key, nodes[i].entity or "") for i in cluster]
    key, entity = min(keys, key=lambda item: (bool(item[1]), -item[0].name.count(" "), -len(item[0].name), item))
    return "|".join((*key, entity))


def _hashed(text: str) -> str:
    return f"{_PREFIXES[text.split('|', 1)[0]]}-{sha256(text.encode('utf-8')).hexdigest()[:12]}"
