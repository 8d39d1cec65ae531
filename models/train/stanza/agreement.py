"""Fit how sure two readings make a fact: `python -m models.train.stanza.agreement --gold DEV.jsonl [--model both@DIR]`.

Prints the share of right facts by agreement and by differing slot, and the weights for `olgu/relate/agreement.toml`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

import olgu
from olgu.analyse.apostrophes import mended
from olgu.analyse.words import SECOND_KEY
from olgu.article import Article, Document
from olgu.check.gold import GoldArticle, read_gold
from olgu.check.match import judge
from olgu.check.score import reached
from olgu.flow import read_doc
from olgu.relate.agreement import SUPPORT, log_odds, mark
from olgu.write.rows import fact_rows

STRENGTH = 1.0
"""Of the pull towards taking the mean of both log-odds."""


@dataclass(frozen=True)
class Case:
    """A fact of the first reading: the confidence of both, the slots that differ, whether it is right."""

    own: float
    other: float
    differing: tuple[str, ...]
    right: bool


def readings(article: GoldArticle, nlp: Language) -> tuple[Document, Document]:
    """Read an article with both analyses."""
    plain = Article(article.id, article.text, date=article.date)
    shadow = mended(article.text)
    doc = nlp(shadow.text)
    return read_doc(doc, plain, shadow), read_doc(doc.user_data[SECOND_KEY], plain, shadow)


def cases(article: GoldArticle, nlp: Language) -> Iterator[Case]:
    """Yield the facts that gold does not call optional."""
    first, second = readings(article, nlp)
    own, other = ({(f.start, f.end): f.confidence for f in document.facts} for document in (first, second))
    marked = mark(first, second)
    rows = {row["fact_id"]: fact for row, fact in zip(fact_rows(marked), marked.facts, strict=True)}
    for one in judge(article, list(fact_rows(marked))):
        if one.row is not None and not (one.gold and one.gold.optional):
            fact = rows[one.row["fact_id"]]
            span = (fact.start, fact.end)
            yield Case(own.get(span, 0.01), other.get(span, 0.01), fact.differing, reached(one, "fact"))


def fitted(rows: Sequence[Case]) -> dict[str, float]:
    """Return the weights by Newton's method."""
    x = np.array([[1.0, log_odds(row.own), log_odds(row.other)] for row in rows])
    y = np.array([row.right for row in rows], dtype=float)
    start = np.array([0.0, 0.5, 0.5])
    w = start.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - STRENGTH * (w - start)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + STRENGTH * np.eye(3)
        w = w + np.linalg.solve(hessian, gradient)
    return dict(zip(("bias", "own", "other"), w.round(2).tolist(), strict=True))


def sure(case: Case, weights: dict[str, float]) -> float:
    """Return what `olgu.relate.agreement` makes of a fact with such weights."""
    score = weights["bias"] + weights["own"] * log_odds(case.own) + weights["other"] * log_odds(case.other)
    return round(1 / (1 + np.exp(-score)), 2)


def share(rows: Sequence[Case]) -> str:
    """Say how many of the facts are right."""
    return f"{len(rows):4} facts, {100 * sum(row.right for row in rows) / max(len(rows), 1):5.1f} % right"


def main() -> None:
    """Print shares and weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--model", default="both")
    options = parser.parse_args()
    nlp = olgu.load(options.model)
    found = [case for article in read_gold(options.gold) for case in cases(article, nlp)]
    same = [case for case in found if not case.differing or case.differing == (SUPPORT,)]
    print("all          ", share(found))
    weights = fitted(same)
    print("same         ", share(same), weights)
    for least in (0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97):
        print(f"  ≥ {least:4}     ", share([case for case in same if sure(case, weights) >= least]))
    disputed = [case for case in found if case.differing and case.differing != (SUPPORT,)]
    print("disputed     ", share(disputed), fitted(disputed))
    by_slot: defaultdict[str, list[Case]] = defaultdict(list)
    for case in disputed:
        for name in case.differing:
            by_slot[name].append(case)
    for name, rows in sorted(by_slot.items(), key=lambda item: -len(item[1])):
        print(f"  {name:11}", share(rows))


if __name__ == "__main__":
    main()
