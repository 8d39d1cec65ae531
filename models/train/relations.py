"""Learn the weights of the rankers that choose what a quantity measures, and its time and place.

Usage: python models/train/relations.py --gold train.jsonl [--dev dev.jsonl] [--folds 6] [--out weights.json]

GOLD is the annotated articles of `docs/facts.md`, one a line. The features are those of the flow itself: every article
is analysed and recognised as in a run, quantities are matched to gold facts by overlap, and a conditional logit is
fitted over the candidates of each (L2, scipy's L-BFGS-B; deterministic). Prints cross-validated and dev accuracy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import olgu
from olgu.analyse.words import sentences
from olgu.article import Slot
from olgu.flow import calendar_day
from olgu.recognise import names, quantities, times
from olgu.relate import anchors, identity, measured
from olgu.relate.facts import _sentences_of, grounds
from olgu.relate.phrase import limit, reach_groups
from olgu.relate.ranker import SCALE, Ranker, spell
from olgu.relate.seat import seats
from olgu.relate.view import Ground

SLOTS = ("what", "reach", "time", "place")
LEAST_COUNT = 3
"""A feature seen in fewer instances gets no weight."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One choice: the features of every candidate, and the right ones (empty where none of them is right)."""

    article: str
    candidates: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def instances(gold: dict[str, Any]) -> dict[str, list[Instance]]:
    """Make the choices of one gold article."""
    text = gold["text"]
    doc = olgu.load()(text)
    view = sentences(doc)
    dates = times.find(text, calendar_day(gold["date"]))
    mentions, _ = identity.resolve(text, names.find(doc))
    found = quantities.find(text, dates)
    starts = [sentence.start for sentence in view]
    when = anchors.time_anchors(dates, _sentences_of(dates, starts))
    where = anchors.place_anchors(mentions, _sentences_of(mentions, starts))
    key = {m[2]: e["name"] for e in gold["entities"] for m in e["mentions"]}
    result: dict[str, list[Instance]] = {slot: [] for slot in SLOTS}
    earlier: list[tuple[int, Slot, str]] = []
    last: dict[str, Slot | None] = {"time": None, "place": None}
    for sentence, row in zip(view, seats(found, view), strict=True):
        for ground, _ in grounds(sentence, row, dates):
            fact = mate(gold["facts"], ground)
            if fact is None:
                continue
            what = Slot(fact["what"][0], fact["what"][1], "gold") if fact["what"] else None
            if what is not None and not fact["optional"]:
                heads = measured.heads(ground, earlier)
                right = frozenset(i for i, head in enumerate(heads) if is_right(head, ground, what))
                result["what"].append(Instance(gold["id"], tuple(spell(h.groups) for h in heads), right))
                result["reach"] += reach(gold["id"], ground, what)
            chosen = {}
            for slot, offered in (("time", when), ("place", where)):
                chosen[slot] = add(result[slot], gold["id"], ground, offered, what, last[slot], fact, slot, text, key)
            last.update(chosen)
            if what is not None:
                earlier.append((sentence.index, what, f"{fact['kind']}.{fact['unit']}"))
                del earlier[:-8]
    return result


def mate(facts: Sequence[dict[str, Any]], ground: Ground) -> dict[str, Any] | None:
    """Return the gold fact that the quantity overlaps most."""
    q = ground.seat.quantity
    best = max(facts, key=lambda f: min(f["end"], q.end) - max(f["start"], q.start), default=None)
    return best if best is not None and min(best["end"], q.end) > max(best["start"], q.start) else None


def is_right(head: measured.Head, ground: Ground, what: Slot) -> bool:
    """Say whether a candidate ends where the gold phrase ends."""
    if head.carried is not None:
        return (head.carried.start, head.carried.end) == (what.start, what.end)
    word = ground.seat.words[head.index]
    return word.start < what.end <= word.end


def reach(article: str, ground: Ground, what: Slot) -> list[Instance]:
    """Make the choices "go on" (0) or "stop" (1) along a gold phrase, from its last word to the left."""
    words = ground.seat.words
    inside = [i for i, word in enumerate(words) if what.start < word.end and word.start < what.end]
    if not inside:
        return []
    head, first = inside[-1], inside[0]
    low = max(limit(ground, head), first - 1)
    return [
        Instance(article, (spell(reach_groups(ground, j, head)), ()), frozenset({0 if j >= first else 1}))
        for j in range(head - 1, low - 1, -1)
    ]


def add(
    rows: list[Instance],
    article: str,
    ground: Ground,
    offered: Sequence[anchors.Anchor],
    what: Slot | None,
    last: Slot | None,
    fact: dict[str, Any],
    slot: str,
    text: str,
    key: dict[str, str],
) -> Slot | None:
    """Add the choice of a time or place, and return the right candidate for the next fact to lean on."""
    near = anchors.near(offered, ground.seat.sentence.index)
    if not near:
        return None
    count = sum(anchor.sentence == ground.seat.sentence.index for anchor in near)
    candidates = [spell(anchors.groups(ground, anchor, what, last, count)) for anchor in near]
    candidates.append(spell(anchors.nothing(ground, near, last)))
    right = right_anchors(near, fact, slot, text, key)
    if not fact["optional"]:
        rows.append(Instance(article, tuple(candidates), frozenset(right)))
    first = min(right, default=len(near))
    return None if first == len(near) else Slot(near[first].start, near[first].end, slot)


def right_anchors(
    near: Sequence[anchors.Anchor], fact: dict[str, Any], slot: str, text: str, key: dict[str, str]
) -> set[int]:
    """Return the candidates that say what gold says; len(near) stands for "none"."""
    if slot == "time":
        gold = fact["time"]
        if gold is None:
            return {len(near)}
        overlap = {i for i, a in enumerate(near) if a.start < gold["end"] and gold["start"] < a.end}
        return overlap or {i for i, a in enumerate(near) if gold["value"] is not None and a.value == gold["value"]}
    if fact["place"] is None:
        return {len(near)}
    start, end, quote = fact["place"]
    overlap = {i for i, a in enumerate(near) if a.start < end and start < a.end}
    name = key.get(quote, quote)
    return overlap or {i for i, a in enumerate(near) if key.get(text[a.start : a.end]) == name}


def fit(rows: Sequence[Instance], strength: float) -> dict[str, int]:
    """Fit a conditional logit with L2 `strength` and return its whole-number weights."""
    rows = [row for row in rows if row.right and len(row.candidates) > 1]
    counts = Counter(f for row in rows for f in {f for c in row.candidates for f in c})
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST_COUNT))}
    flat = [candidate for row in rows for candidate in row.candidates]
    pointers, columns = [0], []
    for candidate in flat:
        columns += [index[f] for f in candidate if f in index]
        pointers.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(flat), len(index)))
    group = np.repeat(np.arange(len(rows)), [len(row.candidates) for row in rows])
    right = np.array([i in row.right for row in rows for i in range(len(row.candidates))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        high = np.full(len(rows), -np.inf)
        np.maximum.at(high, group, scores)
        mass = np.exp(scores - high[group])
        total = np.bincount(group, mass)
        good = np.bincount(group, mass * right)
        p, r = mass / total[group], mass * right / good[group]
        value = -np.log(good / total).sum() + strength / 2 * weights @ weights
        return value, matrix.T @ (p - r) + strength * weights

    weights = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {f: w for f, i in index.items() if (w := round(float(weights[i]) * SCALE))}


def accuracy(rows: Sequence[Instance], weights: dict[str, int]) -> float:
    """Return the share of choices whose winner is right; a choice without a right candidate counts as wrong."""
    ranker = Ranker(weights)
    chosen = (ranker.choose([[(as_they_are, c)] for c in row.candidates]).index in row.right for row in rows)
    return sum(chosen) / max(len(rows), 1)


def as_they_are(*features: str) -> tuple[str, ...]:
    """Let spelled features pass for a group."""
    return features


def folds(rows: Sequence[Instance], number: int) -> Iterable[tuple[list[Instance], list[Instance]]]:
    """Split by article: (training rows, held-out rows) for each fold."""
    part = lambda row: int(hashlib.sha256(row.article.encode()).hexdigest(), 16) % number  # noqa: E731
    for k in range(number):
        yield [r for r in rows if part(r) != k], [r for r in rows if part(r) == k]


def main() -> None:
    """Train, print the scores, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--out", type=Path, default=Path("pipeline/olgu/relate/weights.json"))
    args = parser.parse_args()
    read = lambda path: [instances(json.loads(line)) for line in path.open(encoding="utf-8")]  # noqa: E731
    train, dev = read(args.gold), read(args.dev) if args.dev else []
    weights = {}
    for slot in SLOTS:
        rows = [row for article in train for row in article[slot]]
        held = [row for article in dev for row in article[slot]]
        crossed = [accuracy(b, fit(a, args.strength)) * len(b) for a, b in folds(rows, args.folds)]
        weights[slot] = dict(sorted(fit(rows, args.strength).items()))
        reach = sum(bool(row.right) for row in rows) / len(rows)
        line = f"{slot:6} {len(rows):5} choices  right one offered {reach:.3f}  cross-validated {sum(crossed) / len(rows):.3f}"
        print(
            line + (f"  dev {accuracy(held, weights[slot]):.3f} ({len(held)})" if held else ""),
            f" {len(weights[slot])} weights",
        )
    digest = hashlib.sha256(args.gold.read_bytes()).hexdigest()
    args.out.write_text(
        json.dumps({"gold_sha256": digest, "strength": args.strength, "slots": weights}, ensure_ascii=False, indent=0)
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
