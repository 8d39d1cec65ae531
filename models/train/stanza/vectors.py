"""Small word vectors: singular vectors of how much more often than by chance two words stand near each other.

Levy, Goldberg & Dagan 2015: positive pointwise mutual information, contexts smoothed by 0.75, singular values to the
power of one half. A minute on one core, the same on every run, and nothing but numpy and scipy.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

DIMENSIONS = 64
KEPT = 26_000
CONTEXTS = 12_000
"""Contexts are the most frequent words."""
WINDOW = 4
LEAST = 2
"""How often two words must have met."""
LENGTH = 3.0
"""Length of a vector, about that of the vectors that Stanza is used with."""
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def train(texts: Iterable[Path], treebank: Path, work: Path) -> Path:
    """Make vectors from `texts` and the words of `treebank` (a .conllu file) and return a text file of them.

    `texts` are plain text, JSON Lines with a `text` (also .xz) or BIO files. Words are folded by `str.lower`, which is
    what Stanza looks them up with, not by Turkish casing.
    """
    lines = [line.split() for line in _lines([*texts, treebank])]
    counts = Counter(word for line in lines for word in line)
    words = _chosen(counts, treebank)
    met = _met(lines, {word: index for index, word in enumerate(words)})
    return _written(_vectors(_information(met)), words, work / "words.vec")


def _chosen(counts: Counter[str], treebank: Path) -> list[str]:
    """Return the words that get a vector by falling frequency: those of the treebank that occur twice, and others."""
    own = Counter(word for line in _lines([treebank]) for word in line.split())
    chosen = {word for word, count in own.items() if count > 1}
    for word, _count in counts.most_common():
        if len(chosen) >= KEPT:
            break
        chosen.add(word)
    return sorted(chosen, key=lambda word: (-counts[word], word))


def _met(lines: Iterable[list[str]], places: dict[str, int]) -> csr_matrix:
    """Return how often each word (row) stood near each context (column), nearer ones counting more."""
    ends = [-1] * WINDOW
    ids = np.array([at for line in lines for at in [*(places.get(word, -1) for word in line), *ends]], dtype=np.int32)
    total = csr_matrix((len(places), CONTEXTS), dtype=np.float32)
    for step in range(1, WINDOW + 1):
        for one, two in ((ids[:-step], ids[step:]), (ids[step:], ids[:-step])):
            known = (one >= 0) & (two >= 0) & (two < CONTEXTS)
            weights = np.full(int(known.sum()), (WINDOW + 1 - step) / WINDOW, dtype=np.float32)
            total = total + csr_matrix((weights, (one[known], two[known])), shape=total.shape)
    return total


def _information(met: csr_matrix) -> csr_matrix:
    """Return the positive pointwise mutual information of words and contexts."""
    pairs = met.tocoo()
    often = pairs.data >= LEAST
    row, column, data = pairs.row[often], pairs.col[often], pairs.data[often]
    words = np.bincount(row, data, met.shape[0])
    contexts = np.bincount(column, data, met.shape[1]) ** 0.75
    value = np.log(data * contexts.sum() / (words[row] * contexts[column]))
    kept = value > 0
    return csr_matrix((value[kept], (row[kept], column[kept])), shape=met.shape)


def _vectors(information: csr_matrix) -> NDArray[np.float64]:
    """Return a vector of `LENGTH` for each row; its sign is set so that each run gives the same."""
    start = np.ones(min(information.shape))
    left, values, _ = svds(information.astype(np.float64), k=DIMENSIONS, v0=start)
    left = left * np.sign(left[np.abs(left).argmax(axis=0), np.arange(DIMENSIONS)])
    rows = left * np.sqrt(values)
    return LENGTH * rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def _written(vectors: NDArray[np.float64], words: list[str], path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        out.write(f"{len(words)} {DIMENSIONS}\n")
        for word, vector in zip(words, vectors.tolist(), strict=True):
            out.write(f"{word} {' '.join(f'{value:.4f}' for value in vector)}\n")
    return path


def _lines(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for line in _read(path):
            yield " ".join(_TOKEN.findall(line)).lower()


def _read(path: Path) -> Iterator[str]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8-sig") as lines:
        if ".jsonl" in path.suffixes:
            for line in lines:
                yield from json.loads(line)["text"].splitlines()
        elif path.suffix == ".conllu":
            yield from (line[len("# text = ") :] for line in lines if line.startswith("# text = "))
        elif path.suffix == ".bio":
            yield from _sentences(lines)
        else:
            yield from lines


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    words: list[str] = []
    for line in [*lines, "\n"]:
        if line.strip():
            words.append(line.split()[0])
        elif words:
            yield " ".join(words)
            words = []
