"""Learn the weights of the rankers that choose what a quantity measures, and its time and place.

Usage: python -m models.train.relations --gold train.jsonl [--more annotations.jsonl --news news.jsonl.xz]
    [--dev dev.jsonl] [--folds 4] [--out weights.json]

GOLD is the annotated articles of `docs/facts.md`, one a line; MORE are annotations of NEWS without their texts
(`annotations.py`), which train but never measure. The features are those of the flow itself: every article
is analysed and recognised as in a run, quantities are matched to gold facts by overlap, and a conditional logit is
fitted over the candidates of each (L2, scipy's L-BFGS-B; deterministic). What a fact is about hangs on the facts
before it, which a run does not know for certain: so the rankers are learned twice, first beside the earlier facts of
gold, then also beside what the first rankers, without having seen the article, make of the earlier facts. The weights
of `confidence` are fitted to the facts of articles that the rankers of their fold had not seen. Prints the share of
right facts and slots in a run, cross-validated and on dev.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from spacy.language import Language

from olgu.analyse import language
from olgu.relate.links import FEATURE
from olgu.relate.ranker import SCALE, Ranker, load, spell

from .annotations import read_annotations
from .corpus import SLOTS as LINKED
from .relation_data import JUDGED, SLOTS, Instance, Judged, Prepared, instances, judged, prepare, rankers

STRENGTH = {"what": 9.0, "reach": 3.0, "time": 30.0, "place": 120.0, "confidence": 10.0}
"""L2 by slot, chosen by cross-validation."""
HISTORIES = {"what": ("own",), "reach": ("own",), "time": ("gold",), "place": ("gold", "own")}
"""Whose earlier facts a slot is learned beside: those of gold, those that rankers make of an article that they have not
seen ("own", as in a run), or both, chosen by cross-validation."""
PRUDENCE = 800
"""Thousandths of log-odds that confidence is held low by: new text is harder than that of the training articles."""
PRUDENCE_LINKED = 500
"""The same beside links, chosen by cross-validation: with it 96 % of the facts with 0.9 and more are right."""
TILT = {"place": 600}
"""Thousandths of log-odds by which "none" is made lighter, chosen by cross-validation on gold: the annotators of the
other articles leave more of these slots empty."""
TILT_BEFORE = {"time": 600, "place": 900}
"""The same for the first rankers, whose facts are only the earlier facts of others."""
LEAST_WEIGHT = 20
"""Thousandths of log-odds: smaller weights are not written, which halves the file and changes no score."""
WEIGHTS = {"rules": "weights.json", "stanza": "weights_stanza.json"}
"""Files of the package by model; those of any other model are `weights_trees.json`."""
MEANS = {"weights_trees.json": ("time",)}
"""Slots whose weights in a file are the mean of those learned beside trees and of `weights.json`: between the two on
gold, where the second is better, and on raw news, where the first is."""
LEAST_COUNT = 3
"""A feature seen in fewer instances gets no weight."""

LINK_WEIGHTS = (0, 100, 200, 300, 400, 500, 650, 800, 1000, 1300)
"""Thousandths for a unit of log-odds of the model's links that are tried for each slot."""

Rows = dict[str, list[Instance]]
Weights = dict[str, dict[str, int]]


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


def learn(rows: Rows, tilts: Mapping[str, int] = MappingProxyType(TILT)) -> Weights:
    """Fit the rankers of all slots."""
    weights = {slot: dict(sorted(fit(rows[slot], STRENGTH[slot]).items())) for slot in SLOTS}
    for slot, tilt in tilts.items():
        weights[slot]["none"] = weights[slot].get("none", 0) - tilt
    return weights


def learn_folds(rows: Rows, number: int, tilts: Mapping[str, int] = MappingProxyType(TILT)) -> list[Weights]:
    """Return for each fold the rankers that have not seen its articles."""
    return [
        learn({slot: [r for r in rows[slot] if fold_of(r.article, number) != k] for slot in SLOTS}, tilts)
        for k in range(number)
    ]


def choices(articles: Sequence[Prepared], number: int = 1, history: Sequence[Weights] = ()) -> Rows:
    """Make the choices by slot; the facts before are those of gold, or what `history`, by fold, makes of them."""
    known = [rankers(weights) for weights in history]
    made = [instances(a, known[fold_of(a.gold["id"], number)] if known else None) for a in articles]
    return {slot: [row for by_slot in made for row in by_slot[slot]] for slot in SLOTS}


def unseen(articles: Sequence[Prepared], by_fold: Sequence[Weights]) -> list[Judged]:
    """Judge the facts of every article as read by the rankers that had not seen it."""
    known = [rankers(weights) for weights in by_fold]
    return [fact for a in articles for fact in judged(a, known[fold_of(a.gold["id"], len(known))])]


def tie(articles: Sequence[Prepared], by_fold: Sequence[Weights]) -> dict[str, int]:
    """Choose the weight of the model's links for each slot, and give it to the rankers of the folds.

    The network must not have learned the links of `articles`. Prints the share of right slots with each weight.
    """
    chosen = {}
    for slot in LINKED:
        shares = {}
        for weight in LINK_WEIGHTS:
            for weights in by_fold:
                weights[slot][FEATURE] = weight
            facts = unseen(articles, by_fold)
            shares[weight] = sum(fact.right[slot] for fact in facts) / len(facts)
        chosen[slot] = max(LINK_WEIGHTS, key=lambda weight: (shares[weight], -weight))
        for weights in by_fold:
            weights[slot][FEATURE] = chosen[slot]
        print(
            f"{slot:6} by weight of links: " + "  ".join(f"{w} {share:.3f}" for w, share in shares.items()), flush=True
        )
    return chosen


def certainty(facts: Sequence[Judged], prudence: int = PRUDENCE) -> dict[str, int]:
    """Fit the weights of the confidence: the choice "right" (0) or "wrong" (1) of each fact."""
    rows = [Instance("", (spell(fact.signals), ()), frozenset({0 if fact.right["fact"] else 1})) for fact in facts]
    weights = dict(sorted(fit(rows, STRENGTH["confidence"]).items()))
    weights["fact"] = weights.get("fact", 0) - prudence
    return weights


def mean(a: Mapping[str, int], b: Mapping[str, int]) -> dict[str, int]:
    """Return the mean of two rankers, whose sums for a candidate are the mean of theirs."""
    return {feature: round((a.get(feature, 0) + b.get(feature, 0)) / 2) for feature in sorted({*a, *b})}


def told(facts: Sequence[Judged]) -> str:
    """Say what share of facts and slots is right: of all, and of those that gold fills."""
    shares = []
    for name in JUDGED:
        given = [fact.right[name] for fact in facts if name in fact.given]
        share = sum(fact.right[name] for fact in facts) / max(len(facts), 1)
        shares.append(f"{name} {share:.3f} (given {sum(given) / max(len(given), 1):.3f})")
    return f"{len(facts)} facts  {'  '.join(shares)}"


def read(path: Path, nlp: Language) -> list[Prepared]:
    """Return the articles of a gold file."""
    with path.open(encoding="utf-8") as file:
        return [prepare(json.loads(line), nlp) for line in file]


def main() -> None:
    """Train, print the scores, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--more", type=Path, help="annotations of articles of --news")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--out", type=Path, help="by default the weights of the package for such a model")
    parser.add_argument("--model", default="rules", help="learn beside this model's trees, or without any (rules)")
    args = parser.parse_args()
    nlp = language.load(args.model)
    gold = read(args.gold, nlp)
    annotated = read_annotations(args.more, args.news) if args.more else ()
    articles = [*gold, *(prepare(article, nlp) for article in annotated)]
    by_history = {"gold": choices(articles)}
    by_history["own"] = choices(articles, args.folds, learn_folds(by_history["gold"], args.folds, TILT_BEFORE))
    rows = {slot: [row for name in names for row in by_history[name][slot]] for slot, names in HISTORIES.items()}
    by_fold = learn_folds(rows, args.folds)
    weights = learn(rows)
    linked = any(sentence.links for article in gold for sentence in article.view)
    if linked:
        for slot, weight in tie(gold, by_fold).items():
            weights[slot][FEATURE] = weight
    facts = unseen(gold, by_fold)
    print(f"{len(articles)} articles; cross-validated on gold: {told(facts)}", flush=True)
    for slot in SLOTS:
        print(f"{slot:6} {len(rows[slot]):6} choices  {len(weights[slot]):6} weights")
    if args.dev:
        print("dev:", told([fact for article in read(args.dev, nlp) for fact in judged(article, rankers(weights))]))
    weights["confidence"] = certainty(facts, PRUDENCE_LINKED if linked else PRUDENCE)
    name = WEIGHTS.get(args.model, "weights_trees.json")
    for slot in MEANS.get(name, ()):
        weights[slot] = mean(load(slot).weights, weights[slot])
    digest = hashlib.sha256(args.gold.read_bytes()).hexdigest()
    slots = {slot: {f: w for f, w in known.items() if abs(w) >= LEAST_WEIGHT} for slot, known in weights.items()}
    saved: dict[str, Any] = {"gold_sha256": digest, "strength": STRENGTH, "tilt": TILT, "slots": slots}
    if args.more:
        saved["more_sha256"] = hashlib.sha256(args.more.read_bytes()).hexdigest()
    out = args.out or Path("pipeline/olgu/relate", name)
    out.write_text(json.dumps(saved, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
