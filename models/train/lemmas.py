"""Make `relate/lemmas.tsv`: what raw news tells of lemmas, so that rankers know words that no annotated fact holds.

Usage: python -m models.train.lemmas NEWS.jsonl.xz [--out lemmas.tsv]

Two things are read off the news by rules, without any annotation. The *cluster* of a lemma: lemmas that stand in like
places (beside like lemmas, forms and quantities) share one; singular vectors of positive pointwise mutual information
(Levy, Goldberg & Dagan 2015), then spherical k-means. And its *affinity* to each kind of quantity, as rounded base-2
logarithms: how much more often than any word it stands near one ("near"), and how much more often than near others
("share").
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from olgu.analyse import language
from olgu.analyse.words import sentences
from olgu.recognise import quantities, times
from olgu.relate.lemmas import FARTHEST
from olgu.relate.parts import Part, parts
from olgu.relate.seat import Seat, seats

from .corpus import read_texts

CLUSTERS = 200
DIMENSIONS = 80
ROUNDS = 12
"""Of k-means."""
LEAST = 14
"""A lemma is told of from this many occurrences on."""
LEAST_CONTEXT = 35
"""A context counts from this many lemmas on."""
WINDOW = (-2, -1, 1, 2)
NEAR = 3
"""Words from a quantity within which a lemma counts as near it."""
FAR = 12
"""Words from a quantity within which it is a context of a lemma."""
FARTHEST_CONTEXT = 4
"""Greater distances are one in the name of a context."""
WEIGHT = {"quantity": 3.0, "form": 2.0}
"""What contexts that are no lemmas count, for they are few."""


@dataclass(slots=True)
class Counts:
    """What was seen beside each lemma."""

    lemmas: Counter[str] = field(default_factory=Counter)
    contexts: defaultdict[str, Counter[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(Counter))
    near: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Kinds of the nearest quantity, where that is near."""


def count(texts: Iterable[str]) -> Counts:
    """Read all texts by rules."""
    nlp, counts = language.load("rules"), Counts()
    for text in texts:
        found = sentences(nlp(text))
        for sentence, row in zip(found, seats(quantities.find(text, times.find(text)), found), strict=True):
            _add(counts, parts(sentence.words), row)
    return counts


def _add(counts: Counts, tagged: Sequence[Part], row: Sequence[Seat]) -> None:
    owner = {i: seat for seat in row for i in range(seat.first, min(seat.last + 1, len(tagged)))}
    names = [f"#{owner[i].quantity.kind}" if i in owner else part.lemma for i, part in enumerate(tagged)]
    for i, part in enumerate(tagged):
        if i in owner or part.tag == "punct" or not part.lemma:
            continue
        counts.lemmas[part.lemma] += 1
        seen = counts.contexts[part.lemma]
        seen.update(("word", str(d), names[i + d]) for d in WINDOW if 0 <= i + d < len(names))
        seen["form", part.form] += 1
        if row:
            _add_quantity(counts, part.lemma, i, row)


def _add_quantity(counts: Counts, lemma: str, i: int, row: Sequence[Seat]) -> None:
    """Count the nearest quantity of the sentence."""
    away, seat = min(((s.first - i if i < s.first else i - s.last, s) for s in row), key=lambda pair: pair[0])
    if away > FAR:
        return
    kind, unit, side = seat.quantity.kind, seat.quantity.unit, "before" if i < seat.first else "after"
    counts.contexts[lemma]["quantity", side, str(min(away, FARTHEST_CONTEXT)), kind] += 1
    if unit:
        counts.contexts[lemma]["quantity", unit] += 1
    if away <= NEAR:
        counts.near[lemma][kind] += 1


def clusters(counts: Counts, lemmas: Sequence[str]) -> list[int]:
    """Return the cluster of each of `lemmas`, which come by falling frequency."""
    return _k_means(_vectors(_information(counts, lemmas)))


def _information(counts: Counts, lemmas: Sequence[str]) -> csr_matrix:
    """Return the positive pointwise mutual information of lemmas (rows) and contexts, weighted."""
    totals: Counter[tuple[str, ...]] = Counter()
    for lemma in lemmas:
        totals.update(counts.contexts[lemma])
    kept = {context: i for i, context in enumerate(sorted(c for c, n in totals.items() if n >= LEAST_CONTEXT))}
    cells = [
        (row, kept[context], number)
        for row, lemma in enumerate(lemmas)
        for context, number in sorted(counts.contexts[lemma].items())
        if context in kept
    ]
    rows, columns, numbers = (np.array(values) for values in zip(*cells, strict=True))
    of_rows = np.bincount(rows, numbers)
    smooth = np.bincount(columns, numbers) ** 0.75
    values = np.log(numbers / of_rows[rows] / (smooth / smooth.sum())[columns])
    weights = np.array([WEIGHT.get(context[0], 1.0) for context in kept])
    positive = values > 0
    shape = (len(lemmas), len(kept))
    return csr_matrix(((values * weights[columns])[positive], (rows[positive], columns[positive])), shape=shape)


def _vectors(information: csr_matrix) -> NDArray[np.float64]:
    """Return a vector of length 1 for each row."""
    left, values, _ = svds(information, k=DIMENSIONS, random_state=0)
    vectors: NDArray[np.float64] = left * np.sqrt(values)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _k_means(vectors: NDArray[np.float64]) -> list[int]:
    """Return the number of the centre nearest to each vector; the first centres are drawn from the frequent lemmas."""
    drawn = np.random.default_rng(0).choice(min(len(vectors), 4 * CLUSTERS), CLUSTERS, replace=False)
    centres = vectors[drawn]
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / (lengths + 1e-9), centres)
    return [int(number) for number in (vectors @ centres.T).argmax(axis=1)]


def affinities(counts: Counts, lemmas: Sequence[str], kinds: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield for each of `lemmas` "near" and "share" by kind."""
    totals: Counter[str] = Counter()
    for lemma in lemmas:
        totals.update(counts.near[lemma])
    words, stood = sum(counts.lemmas[lemma] for lemma in lemmas), sum(totals.values())
    for lemma in lemmas:
        near, number = counts.near[lemma], counts.lemmas[lemma]
        own = sum(near.values())
        yield [
            (_log(near[k], number * totals[k] / words, FARTHEST), _log(near[k], own * totals[k] / stood, FARTHEST - 1))
            for k in kinds
        ]


def _log(seen: int, expected: float, limit: int) -> int:
    """Return the logarithm of seen by expected, as if both were two more; at most `limit` either way."""
    return max(-limit, min(limit, round(math.log2((seen + 2) / (expected + 2)))))


def main() -> None:
    """Count, cluster, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--out", type=Path, default=Path("pipeline/olgu/relate/lemmas.tsv"))
    args = parser.parse_args()
    counts = count(read_texts(args.news))
    lemmas = [w for w, n in sorted(counts.lemmas.items(), key=lambda pair: (-pair[1], pair[0])) if n >= LEAST]
    kinds = sorted({kind for near in counts.near.values() for kind in near})
    told = zip(lemmas, clusters(counts, lemmas), affinities(counts, lemmas, kinds), strict=True)
    rows = ["\t".join(("lemma", "cluster", *kinds))]
    for lemma, cluster, by_kind in sorted(told):
        rows.append(
            "\t".join((lemma, str(cluster), *(f"{near + FARTHEST}{share + FARTHEST}" for near, share in by_kind)))
        )
    args.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(lemmas)} lemmas, {len(kinds)} kinds of quantities")


if __name__ == "__main__":
    main()
