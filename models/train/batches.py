"""Sentences into windows of pieces, windows into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from olgu.analyse.model_lemma import script_of
from olgu.analyse.model_pieces import BOS, EOS, PAD, Pieces, encode

from .augment import augmented, spaced
from .corpus import SLOTS, Sentence
from .labels import Labels, pairs

NONE = -100
"""The label of what no loss looks at."""
LONGEST = 160
MOST_PIECES = 128


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its pieces."""

    sentence: Sentence
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the training data: how often it is seen in a round, and how its sentences are changed and joined.

    `variants` holds the same sentences in other tokenisations, one of which is drawn for each sentence.
    """

    variants: tuple[tuple[Example, ...], ...]
    share: float
    augment: float
    spaced: float
    joined: float
    in_order: bool


Window = tuple[Example, ...]


def examples(tokenizer: Tokenizer, sentences: Sequence[Sentence]) -> tuple[Example, ...]:
    """Encode sentences."""
    return tuple(map(Example, sentences, encode(tokenizer, [(s.words, s.spaces) for s in sentences])))


def round_of(sources: Sequence[Source], tokenizer: Tokenizer, dice: random.Random) -> list[Window]:
    """Return the windows of a round through the data, in the order of the sources."""
    return [w for source in sources for w in _windows(source, tokenizer, dice)]


def _windows(source: Source, tokenizer: Tokenizer, dice: random.Random) -> Iterator[Window]:
    drawn = _drawn(source, tokenizer, dice)
    at = 0
    while at < len(drawn):
        limit = dice.randint(24, MOST_PIECES) if dice.random() < source.joined else 0
        window = [drawn[at]]
        size = len(drawn[at].pieces.ids)
        at += 1
        while at < len(drawn) and size + len(drawn[at].pieces.ids) <= limit:
            if source.in_order and drawn[at].sentence.document != window[0].sentence.document:
                break
            window.append(drawn[at])
            size += len(drawn[at].pieces.ids)
            at += 1
        # without a teacher, a window without quantities teaches no links
        if any(example.sentence.links != () or example.sentence.asked for example in window):
            yield tuple(window)


def _drawn(source: Source, tokenizer: Tokenizer, dice: random.Random) -> list[Example]:
    """Draw the sentences of a round, whole copies and a part, and change some of them."""
    count = len(source.variants[0])
    order: list[int] = []
    whole, part = divmod(source.share, 1.0)
    for _ in range(int(whole)):
        order.extend(range(count))
    if part and source.in_order:
        start = dice.randrange(count)
        order.extend((start + i) % count for i in range(int(part * count)))
    elif part:
        order.extend(dice.sample(range(count), int(part * count)))
    if not source.in_order:
        dice.shuffle(order)
    drawn = [dice.choice(source.variants)[i] for i in order]
    changed: dict[int, Sentence] = {}
    for index, example in enumerate(drawn):
        sentence = augmented(example.sentence, dice, source.augment)
        if dice.random() < source.spaced:
            sentence = spaced(sentence)
        if sentence is not example.sentence:
            changed[index] = sentence
    for index, example in zip(changed, examples(tokenizer, list(changed.values())), strict=True):
        drawn[index] = example
    return [e for e in drawn if len(e.pieces.ids) <= LONGEST or not _words(e)]


def batched(windows: list[Window], pieces: int, dice: random.Random) -> list[list[Window]]:
    """Group windows of about the same length into batches of at most `pieces` pieces, padding included; shuffled."""
    dice.shuffle(windows)
    ordered = sorted(windows, key=_size)
    batches: list[list[Window]] = [[]]
    for window in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * min(_size(window), LONGEST + 2) > pieces:
            batches.append([])
        batches[-1].append(window)
    dice.shuffle(batches)
    return batches


def _size(window: Window) -> int:
    return 2 + sum(len(e.pieces.ids) for e in window)


class Collator:
    """Makes the tensors of a batch."""

    def __init__(self, labels: Labels) -> None:
        self.names = {n: i for i, n in enumerate(labels.names)}
        self.upos = {n: i for i, n in enumerate(labels.upos)}
        self.rels = {n: i for i, n in enumerate(labels.rels)}
        self.lemmas = {n: i for i, n in enumerate(labels.lemmas)}
        self.feats = [(name, {v: i for i, v in enumerate(values)}) for name, values in labels.feats.items()]

    def __call__(self, windows: Sequence[Window]) -> dict[str, Tensor]:
        """Return ids, first, last and the labels by name; `sentence` numbers the sentence of each word."""
        length = min(max(map(_size, windows)), LONGEST + 2)
        count = max([1, *(sum(map(_words, w)) for w in windows)])
        ties = max([1, *(sum(len(_quantities(e)) for e in w) for w in windows)])
        b = len(windows)
        arrays = {
            "ids": np.full((b, length), PAD), "names": np.full((b, length), NONE), "starts": np.full((b, length), NONE),
            "first": np.zeros((b, count), int), "last": np.zeros((b, count), int),
            "sentence": np.full((b, count), -1),
            **{k: np.full((b, count), NONE) for k in ("upos", "lemmas", "heads", "rels")},
            "feats": np.full((b, count, len(self.feats)), NONE),
            "quantities": np.zeros((b, ties), int), "links": np.full((b, ties, len(SLOTS)), NONE),
            "units": np.zeros((b, length), int), "ties": np.zeros((b, 1), int),
        }  # fmt: skip
        for row, window in enumerate(windows):
            self._fill(arrays, row, window, length)
        return {key: torch.from_numpy(array.astype(np.int64)) for key, array in arrays.items()}

    def _fill(self, arrays: dict[str, np.ndarray], row: int, window: Window, length: int) -> None:
        ids = [BOS]
        words, tie = 0, 0
        laid = _laid(window)
        for number, example in enumerate(window):
            base = len(ids)
            ids.extend(example.pieces.ids)
            units = np.asarray(example.pieces.unit_first, int) + base
            arrays["units"][row, units[units < length - 1]] = 1
            if example.sentence.names is not None:
                self._names(arrays["names"][row], example, base, length - 1)
            if example.sentence.bounds or (example.sentence.syntax and len(window) > 1):
                _starts(arrays["starts"][row], example, base, length - 1)
            if _words(example):
                self._words(arrays, row, example, base, words, number)
            for index, link in enumerate(example.sentence.links or (), tie):
                arrays["links"][row, index] = [laid.get(at, -1) + 1 if at else 0 for at in link.slots]
            for word in _quantities(example):
                arrays["quantities"][row, tie] = words + word
                tie += 1
            if example.sentence.syntax:
                self._syntax(arrays, row, example, words)
            words += _words(example)
        arrays["ties"][row] = tie
        ids = [*ids[: length - 1], EOS]
        arrays["ids"][row, : len(ids)] = ids

    def _names(self, labels: np.ndarray, example: Example, base: int, limit: int) -> None:
        for piece, label in zip(example.pieces.unit_first, unit_labels(example), strict=True):
            if base + piece < limit and labels[base + piece] == NONE:
                labels[base + piece] = self.names[label]

    def _words(
        self, arrays: dict[str, np.ndarray], row: int, example: Example, base: int, at: int, number: int
    ) -> None:
        here = slice(at, at + len(example.pieces.first))
        top = arrays["ids"].shape[1] - 2
        arrays["first"][row, here] = np.minimum(np.asarray(example.pieces.first) + base, top)
        arrays["last"][row, here] = np.minimum(np.asarray(example.pieces.last) + base, top)
        arrays["sentence"][row, here] = number

    def _syntax(self, arrays: dict[str, np.ndarray], row: int, example: Example, at: int) -> None:
        sentence = example.sentence
        for index, (form, word) in enumerate(zip(sentence.words, sentence.syntax or (), strict=True)):
            where = (row, at + index)
            arrays["upos"][where] = self.upos.get(word.upos, NONE)
            arrays["lemmas"][where] = self.lemmas.get(script_of(form, word.lemma), NONE)
            arrays["heads"][where] = 0 if word.head < 0 else at + word.head + 1
            arrays["rels"][where] = self.rels.get(word.rel, NONE)
            bundle = pairs(word.feats)
            for f, (name, values) in enumerate(self.feats):
                arrays["feats"][(*where, f)] = values.get(bundle.get(name, ""), NONE)


def _words(example: Example) -> int:
    """Return the words of a sentence that the network is asked about."""
    sentence = example.sentence
    return len(sentence.words) if sentence.syntax or sentence.links is not None or sentence.asked else 0


def _quantities(example: Example) -> list[int]:
    """Return the words that are asked for their links: those with digits, where a teacher is asked and nobody said."""
    sentence = example.sentence
    if sentence.links is not None:
        return [link.word for link in sentence.links]
    return [i for i, word in enumerate(sentence.words) if any(map(str.isdigit, word))] if sentence.asked else []


def _laid(window: Window) -> dict[tuple[int, int], int]:
    """Return where the words of a window stand in it, by sentence and word of their document."""
    at, result = 0, {}
    for example in window:
        for index in range(_words(example)):
            result[example.sentence.number, index] = at + index
        at += _words(example)
    return result


def unit_labels(example: Example) -> list[str]:
    """Return the BIO label of every name unit."""
    labels = ["O"] * len(example.pieces.units)
    for start, end, kind in example.sentence.names or ():
        inside = "B-"
        for index, (s, e) in enumerate(example.pieces.units):
            if s >= start and e <= end:
                labels[index] = inside + kind
                inside = "I-"
    return labels


def _starts(labels: np.ndarray, example: Example, base: int, limit: int) -> None:
    for index, piece in enumerate(example.pieces.first):
        if 1 < base + piece < limit:
            labels[base + piece] = 1 if index == 0 else max(0, labels[base + piece])
