"""From the scores of the network to the analysis of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from olgu.analyse import model_names, model_tree
from olgu.analyse.model_files import ModelLabels
from olgu.analyse.model_lexicon import Lexicon
from olgu.analyse.model_pieces import Pieces
from olgu.analyse.model_readings import FARTHEST, Readings
from olgu.analyse.model_windows import Chunk, Window, piece_span

Floats = NDArray[np.float32]
LEMMAS = 8
"""Edit scripts that the network names for a word, fewer where it knows fewer."""
READINGS = 12
"""Readings, that is parts of speech with features, that it names for a word."""
BARE = 0.95
"""The probability from which on a sentence may begin without a mark before it."""
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset({'"', "”", "’", "»", "'", ")", "]"})
_NEVER = np.float32(-1e9)


@dataclass(slots=True)
class Scores:
    """What the network says of a sentence of n words and u units, put together from its windows."""

    bundles: NDArray[np.int64]
    """[n, r], the indexes of the best readings, the best one first."""
    readings: Floats
    """[n, r], their log-odds."""
    lemmas: NDArray[np.int64]
    """[n, k], the best edit scripts."""
    edits: Floats
    """[n, k], their scores: log-odds against each other."""
    arcs: Floats
    """[n, 1+n]; column 0 is the root."""
    rels: NDArray[np.int64]
    """[n, n], the relation of a word to each head."""
    starts: Floats
    """[n], above 0 where a sentence begins."""
    names: Floats
    """[u, labels]."""
    links: Floats
    """[n, d], what is said of links (`olgu.analyse.words.Links`); d is 0 where the network says nothing."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence as analysed; `heads` are indexes of words, -1 for the root."""

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    rels: list[str]
    names: list[model_names.FoundName]


def empty(pieces: Pieces, labels: ModelLabels) -> Scores:
    """Return scores to be filled by `place`."""
    n, u = len(pieces.first), len(pieces.units)
    return Scores(
        np.zeros((n, READINGS), np.int64), np.full((n, READINGS), _NEVER),
        np.zeros((n, LEMMAS), np.int64), np.full((n, LEMMAS), _NEVER),
        np.full((n, n + 1), _NEVER), np.zeros((n, n), np.int64), np.zeros(n, np.float32),
        np.zeros((u, len(labels.names)), np.float32), np.zeros((n, 0), np.float32),
    )  # fmt: skip


def place(scores: Sequence[Scores], window: Window, sentences: Sequence[Pieces], out: dict[str, Any], row: int) -> None:
    """Copy what a window says of the words that count in it to the scores of their sentences."""
    at, word = 1, 0
    for chunk in window:
        pieces = sentences[chunk.sentence]
        start, end = piece_span(pieces, chunk)
        if chunk.keep_start < chunk.keep_end:
            _place_words(scores[chunk.sentence], chunk, out, row, word)
            _place_pieces(scores[chunk.sentence], pieces, chunk, out, row, at)
        at += end - start
        word += chunk.end - chunk.start


def _place_pieces(scores: Scores, pieces: Pieces, chunk: Chunk, out: dict[str, Any], row: int, at: int) -> None:
    """Copy what is said of pieces; `at` is the place of the first piece of the chunk in its window."""
    start, end = piece_span(pieces, chunk)
    first = np.asarray(pieces.first[chunk.keep_start : chunk.keep_end], dtype=np.int64)
    scores.starts[chunk.keep_start : chunk.keep_end] = out["starts"][row][np.minimum(first, end - 1) - start + at]
    unit = np.asarray(pieces.unit_first, dtype=np.int64)
    until = pieces.first[chunk.keep_end] if chunk.keep_end < len(pieces.first) else len(pieces.ids)
    mine = np.flatnonzero((unit >= (first[0] if chunk.keep_start else 0)) & (unit < until))
    scores.names[mine] = out["names"][row][np.clip(unit[mine], start, end - 1) - start + at]


def _place_words(scores: Scores, chunk: Chunk, out: dict[str, Any], row: int, word: int) -> None:
    keep = slice(chunk.keep_start, chunk.keep_end)
    mine = slice(word + chunk.keep_start - chunk.start, word + chunk.keep_end - chunk.start)
    all_words = slice(word, word + chunk.end - chunk.start)
    if "readings" in out:
        bundles = out["bundles"][row][mine]
        scores.bundles[keep, : bundles.shape[1]] = bundles
        scores.readings[keep, : bundles.shape[1]] = out["readings"][row][mine]
    else:  # a network that names the best reading alone
        scores.bundles[keep, 0] = out["bundles"][row][mine]
        scores.readings[keep, 0] = 0.0
    lemmas = out["lemmas"][row][mine]
    scores.lemmas[keep, : lemmas.shape[1]] = lemmas
    # A network that was exported without scores of edit scripts names them in their order.
    edits = out["edits"][row][mine] if "edits" in out else -np.arange(lemmas.shape[1], dtype=np.float32)
    scores.edits[keep, : lemmas.shape[1]] = edits
    scores.arcs[keep, 0] = out["arcs"][row][mine, 0]
    scores.arcs[keep, 1 + chunk.start : 1 + chunk.end] = out["arcs"][row][
        mine, 1 + all_words.start : 1 + all_words.stop
    ]
    scores.rels[keep, chunk.start : chunk.end] = out["rels"][row][mine, all_words]
    if "links" in out:
        if not scores.links.shape[1]:
            scores.links = np.zeros((len(scores.bundles), out["links"].shape[2]), np.float32)
        scores.links[keep] = out["links"][row][mine]


def starts(words: Sequence[str], scores: Scores, threshold: float) -> list[int]:
    """Return the words, the first one always, at which a sentence begins with more than the probability `threshold`.

    That is before a word behind a mark that may end a sentence, not behind a number; between two words, as where a
    headline runs into its text, it takes at least `BARE`.
    """
    least, bare = _odds(threshold), _odds(max(threshold, BARE))
    likely = (np.flatnonzero(scores.starts[1:] > least) + 1).tolist()
    return [0, *(at for at in likely if _may_begin(words, at, scores.starts[at] > bare))]


def _odds(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def _may_begin(words: Sequence[str], at: int, sure: bool) -> bool:
    if not words[at][:1].isalpha():
        return False
    if words[at - 1][-1:].isalpha():
        return sure
    end = at - 1
    while end > 0 and words[end] in _CLOSERS:
        end -= 1
    return set(words[end]) <= _ENDS and not words[max(end - 1, 0)][-1:].isdecimal()


def part(scores: Scores, words: tuple[int, int], units: tuple[int, int]) -> Scores:
    """Return the scores of a part of a sentence, from the first of `words` and `units` to before the second."""
    a, b = words
    arcs = np.concatenate([scores.arcs[a:b, :1], scores.arcs[a:b, 1 + a : 1 + b]], axis=1)
    names = scores.names[units[0] : units[1]]
    edits, rels, links = scores.edits[a:b], scores.rels[a:b, a:b], scores.links[a:b]
    return Scores(
        scores.bundles[a:b],
        scores.readings[a:b],
        scores.lemmas[a:b],
        edits,
        arcs,
        rels,
        scores.starts[a:b],
        names,
        links,
    )


def analysis(
    words: Sequence[str], scores: Scores, labels: ModelLabels, lexicon: Lexicon, readings: Readings
) -> Analysis:
    """Decode the scores of a sentence."""
    upos, feats = [], []
    inventory = labels.bundles.__getitem__
    sure = (scores.readings[:, 0] - scores.readings[:, 1] > FARTHEST).tolist()
    rows = zip(words, scores.bundles.tolist(), scores.readings.tolist(), sure, strict=True)
    for word, indexes, odds, alone in rows:
        named = zip(map(inventory, indexes), odds, strict=True)
        reading = inventory(indexes[0]) if alone else readings.best(word, named)
        tag, _, bundle = reading.partition("|")
        upos.append(tag)
        feats.append("" if bundle == "_" else bundle)
    tree = model_tree.heads(scores.arcs)
    rels = ["root" if head < 0 else labels.rels[int(scores.rels[word, head])] for word, head in enumerate(tree)]
    lemmas = _lemmas(words, upos, scores, labels, lexicon)
    names = model_names.find(scores.names, labels.names) if len(scores.names) else []
    return Analysis(upos, feats, lemmas, tree, rels, names)


def _lemmas(
    words: Sequence[str], upos: Sequence[str], scores: Scores, labels: ModelLabels, lexicon: Lexicon
) -> list[str]:
    rows = zip(words, upos, scores.lemmas.tolist(), scores.edits.tolist(), strict=True)
    inventory = labels.lemmas.__getitem__
    return [
        lexicon.lemma(word, tag, zip(map(inventory, indexes), edits, strict=True)) for word, tag, indexes, edits in rows
    ]
