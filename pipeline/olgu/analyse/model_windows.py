"""Sentences into windows of pieces: short ones share a window, long ones are spread over overlapping windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from olgu.analyse.model_pieces import BOS, EOS, PAD, Pieces

MOST = 126
"""Pieces in a window, without the marks of beginning and end; what the training saw."""
OVERLAP = 40
STEP = 8
"""Windows are padded to a multiple of this, by their own length alone, so that a result never depends on the batch."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words `start` to `end` of a sentence in a window; the results of `keep_start` to `keep_end` count."""

    sentence: int
    start: int
    end: int
    keep_start: int
    keep_end: int


Window = tuple[Chunk, ...]


def windows(sentences: Sequence[Pieces], joined: int = MOST) -> Iterator[Window]:
    """Yield the windows of consecutive sentences; sentences without words have none.

    Sentences share a window of at most `joined` pieces; one by itself may have up to `MOST`.
    """
    current: list[Chunk] = []
    size = 0
    for index, pieces in enumerate(sentences):
        if not pieces.first:
            continue
        count = len(pieces.ids)
        if size and size + count > joined:
            yield tuple(current)
            current, size = [], 0
        if count > MOST:
            yield from ((chunk,) for chunk in _spread(index, pieces))
        else:
            current.append(Chunk(index, 0, len(pieces.first), 0, len(pieces.first)))
            size += count
    if current:
        yield tuple(current)


def _spread(index: int, pieces: Pieces) -> Iterator[Chunk]:
    """Cut a long sentence into chunks that overlap; each word counts where it stands farther from the edge."""
    ranges = list(_ranges(pieces))
    middles = [(b[0] + a[1]) // 2 for a, b in pairwise(ranges)]
    keeps = [0, *middles, len(pieces.first)]
    for (start, end), keep_start, keep_end in zip(ranges, keeps, keeps[1:], strict=False):
        yield Chunk(index, start, end, max(start, keep_start), min(end, keep_end))


def _ranges(pieces: Pieces) -> Iterator[tuple[int, int]]:
    words, start = len(pieces.first), 0
    while True:
        end = start + 1
        while end < words and pieces.last[end] - pieces.first[start] < MOST:
            end += 1
        yield start, end
        if end == words:
            return
        following = end
        while following > start + 1 and pieces.last[end - 1] - pieces.first[following - 1] < OVERLAP:
            following -= 1
        start = following


def piece_span(pieces: Pieces, chunk: Chunk) -> tuple[int, int]:
    """Return where the pieces of a chunk begin and end; of a word that is longer than a window, the beginning."""
    start = pieces.first[chunk.start]
    return start, min(pieces.last[chunk.end - 1] + 1, start + MOST)


def shape(window: Window, sentences: Sequence[Pieces]) -> tuple[int, int]:
    """Return the padded numbers of pieces and words of a window."""
    spans = [piece_span(sentences[c.sentence], c) for c in window]
    count = 2 + sum(end - start for start, end in spans)
    words = sum(c.end - c.start for c in window)
    return -(-count // STEP) * STEP, -(-words // STEP) * STEP


def arrays(batch: Sequence[tuple[Window, Sequence[Pieces]]], size: tuple[int, int]) -> tuple[Ints, Ints, Ints]:
    """Return ids [B,T], first and last [B,W] of windows of the same padded shape, each with its sentences."""
    ids = np.full((len(batch), size[0]), PAD, dtype=np.int64)
    first = np.zeros((len(batch), size[1]), dtype=np.int64)
    last = np.zeros((len(batch), size[1]), dtype=np.int64)
    for row, (window, sentences) in enumerate(batch):
        ids[row, 0] = BOS
        at, word = 1, 0
        for chunk in window:
            pieces = sentences[chunk.sentence]
            start, end = piece_span(pieces, chunk)
            ids[row, at : at + end - start] = pieces.ids[start:end]
            words = slice(word, word + chunk.end - chunk.start)
            first[row, words] = np.minimum(pieces.first[chunk.start : chunk.end], end - 1) - start + at
            last[row, words] = np.minimum(pieces.last[chunk.start : chunk.end], end - 1) - start + at
            at += end - start
            word = words.stop
        ids[row, at] = EOS
    return ids, first, last
