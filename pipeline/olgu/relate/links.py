"""How strongly a model links a quantity to the words of its article, as scores beside those of the rankers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from olgu.analyse.words import Sentence
from olgu.relate.ranker import Ranker

FEATURE = "link"
"""Name of the weight of links in a ranker: thousandths for each unit of log-odds."""
_LEAST = -8.0
"""Log-odds below which all words are equally far off."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of one quantity for one slot, in log-odds: of the words of its sentence, and of no word of it."""

    sentence: int
    words: Sequence[float]
    nothing: float
    asked: NDArray[np.float64]
    total: float
    slot: int
    article: Sequence[Sentence]

    def word(self, sentence: int, index: int) -> float:
        """Return the log-odds of a word of any sentence of the article."""
        if sentence == self.sentence:
            return self.words[index]
        links = self.article[sentence].links
        if links is None:
            return _LEAST
        width = len(self.asked)
        at = self.slot * (2 * width + 1) + width
        return _bounded(
            float(self.asked @ links.rows[index, at : at + width].astype(np.float64)) * width**-0.5 - self.total
        )

    def ending(self, sentence: int, end: int) -> float:
        """Return the log-odds of the word in which a phrase of a sentence ends."""
        words = self.article[sentence].words
        at = bisect_left(words, end, key=lambda word: word.end)
        return self.word(sentence, min(at, len(words) - 1))


def linked(article: Sequence[Sentence], sentence: int, word: int, slot: str) -> Linked | None:
    """Return the links of the quantity whose last word is `word` of a sentence; None where no model tells them."""
    links = article[sentence].links
    if links is None or slot not in links.slots:
        return None
    number = links.slots.index(slot)
    size = links.rows.shape[1] // len(links.slots)
    width = size // 2
    part = links.rows[:, number * size : (number + 1) * size].astype(np.float64)
    asked = part[word, :width]
    scores = part[:, width : 2 * width] @ asked * width**-0.5
    nothing = float(part[word, -1])
    total = float(np.logaddexp.reduce(np.append(scores, part[word, -1])))
    words = [_bounded(score - total) for score in scores.tolist()]
    return Linked(sentence, words, _bounded(nothing - total), asked, total, number, article)


def weighed(ranker: Ranker, score: float) -> int:
    """Return log-odds of a link as the ranker weighs them, in thousandths."""
    return round(ranker.weights.get(FEATURE, 0) * score)


def _bounded(score: float) -> float:
    # Rounded before it decides, since the last bits of floats differ between processors.
    return round(max(score, _LEAST), 3)
