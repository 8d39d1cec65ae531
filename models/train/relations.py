"""Learn the weights of the rankers that choose what a quantity measures, and its time and place.

Usage: python models/train/relations.py --gold train.jsonl [--more annotations.jsonl --news news.jsonl.xz]
    [--dev dev.jsonl] [--folds 4] [--out weights.json]

GOLD is the annotated articles of `docs/facts.md`, one a line; MORE are annotations of NEWS without their texts
(`annotations.py`), which train but never measure. The features are those of the flow itself: every article
is analysed and recognised as in a run, quantities are matched to gold facts by overlap, and a conditional logit is
fitted over the candidates of each (L2, scipy's L-BFGS-B; deterministic). The weights of `confidence` are fitted to the
facts of articles that the rankers of their fold had not seen. Prints cross-validated and dev accuracy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from annotations import read_annotations
from relation_data import SLOTS, Instance, Prepared, instances, judged, prepare, rankers
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from spacy.language import Language

from olgu.analyse import language
from olgu.relate.ranker import SCALE, Ranker, spell

STRENGTH = {"what": 3.0, "reach": 3.0, "time": 30.0, "place": 60.0, "confidence": 10.0}
"""L2 by slot, chosen by cross-validation."""
PRUDENCE = 800
"""Thousandths of log-odds that confidence is held low by: new text is harder than that of the training articles."""
LEAST_WEIGHT = 20
"""Thousandths of log-odds: smaller weights are not written, which halves the file and changes no score."""
LEAST_COUNT = 3
"""A feature seen in fewer instances gets no weight."""


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


def fold_of(article: str, number: int) -> int:
    """Return the fold of an article, the same on every machine."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % number


def folds(rows: Sequence[Instance], number: int) -> Iterable[tuple[list[Instance], list[Instance]]]:
    """Split by article: (training rows, held-out rows) for each fold."""
    for k in range(number):
        yield (
            [r for r in rows if fold_of(r.article, number) != k],
            [r for r in rows if fold_of(r.article, number) == k],
        )


def learn(rows: dict[str, list[Instance]]) -> dict[str, dict[str, int]]:
    """Fit the rankers of all slots."""
    return {slot: dict(sorted(fit(rows[slot], STRENGTH[slot]).items())) for slot in SLOTS}


def certainty(
    articles: Sequence[Prepared], rows: dict[str, list[Instance]], number: int, more: dict[str, list[Instance]]
) -> list[Instance]:
    """Make the choices "right" (0) or "wrong" (1) from facts of articles that the rankers of a fold had not seen."""
    result = []
    for k in range(number):
        seen = {slot: [r for r in rows[slot] if fold_of(r.article, number) != k] for slot in SLOTS}
        weights = learn({slot: [*seen[slot], *more[slot]] for slot in SLOTS})
        for article in articles:
            name = article.gold["id"]
            if fold_of(name, number) == k:
                result += [
                    Instance(name, (spell(groups), ()), frozenset({0 if right["fact"] else 1}))
                    for groups, right, _ in judged(article, rankers(weights))
                ]
    return result


def read(path: Path, nlp: Language) -> tuple[list[Prepared], dict[str, list[Instance]]]:
    """Return the articles of a gold file, and their choices by slot."""
    with path.open(encoding="utf-8") as file:
        return made([prepare(json.loads(line), nlp) for line in file])


def made(articles: list[Prepared]) -> tuple[list[Prepared], dict[str, list[Instance]]]:
    """Return the articles and their choices by slot."""
    choices = [instances(article) for article in articles]
    return articles, {slot: [row for by_slot in choices for row in by_slot[slot]] for slot in SLOTS}


def crossed(rows: Sequence[Instance], more: Sequence[Instance], slot: str, number: int) -> float:
    """Return the cross-validated accuracy over `rows`; `more` is always trained on."""
    right = [accuracy(b, fit([*a, *more], STRENGTH[slot])) * len(b) for a, b in folds(rows, number)]
    return sum(right) / max(len(rows), 1)


def main() -> None:
    """Train, print the scores, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--more", type=Path, help="annotations of articles of --news")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--out", type=Path, help="by default weights.json or weights_trees.json of the package")
    parser.add_argument("--model", default="rules", help="learn beside the trees of this model, or without any")
    args = parser.parse_args()
    nlp = language.load(args.model)
    articles, rows = read(args.gold, nlp)
    annotated = read_annotations(args.more, args.news) if args.more else ()
    more = made([prepare(article, nlp) for article in annotated])[1]
    held = read(args.dev, nlp)[1] if args.dev else {}
    weights = learn({slot: [*rows[slot], *more[slot]] for slot in SLOTS})
    for slot in SLOTS:
        print(
            f"{slot:6} {len(rows[slot]):5} choices  {len(more[slot]):5} more",
            f" cross-validated {crossed(rows[slot], more[slot], slot, args.folds):.3f}",
            f" dev {accuracy(held[slot], weights[slot]):.3f} ({len(held[slot])})" if held else "",
            f" {len(weights[slot])} weights",
        )
    sure = certainty(articles, rows, args.folds, more)
    weights["confidence"] = dict(sorted(fit(sure, STRENGTH["confidence"]).items()))
    weights["confidence"]["fact"] = weights["confidence"].get("fact", 0) - PRUDENCE
    digest = hashlib.sha256(args.gold.read_bytes()).hexdigest()
    slots = {slot: {f: w for f, w in known.items() if abs(w) >= LEAST_WEIGHT} for slot, known in weights.items()}
    saved = {"gold_sha256": digest, "strength": STRENGTH, "slots": slots}
    if args.more:
        saved["more_sha256"] = hashlib.sha256(args.more.read_bytes()).hexdigest()
    name = "weights.json" if args.model == "rules" else "weights_trees.json"
    out = args.out or Path("pipeline/olgu/relate", name)
    out.write_text(json.dumps(saved, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
