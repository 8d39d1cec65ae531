"""Between spaCy's `Doc` and the model: sentences as words, and analyses back into the tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Span
from spacy.util import filter_spans

from olgu.analyse.model_decode import Analysis
from olgu.analyse.model_pieces import Pieces
from olgu.analyse.words import NAMES_KEY, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ATTRS = ["POS", "MORPH", "LEMMA", "HEAD", "DEP"]
MOST_WORDS = 300
"""Words of the longest sentence that is analysed as one: tables and hostile texts have longer ones, and what scores of
arcs take grows with the square."""
_PAUSES = frozenset(",;:")
_NEAR = 60
"""Words before that end within which a pause is looked for."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The tokens of a sentence that are no white space: index in the Doc, text, whether a space follows, offset."""

    indexes: tuple[int, ...]
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    starts: tuple[int, ...]


def sentences_of(doc: Doc, text: str | None = None) -> list[SentenceWords]:
    """Return the sentences of `doc`; where no sentence starts are set, the whole Doc is one.

    `text` is that of the Doc as it is to be read, where that is another: of the same length, with other letters.
    """
    result: list[SentenceWords] = []
    current: list[tuple[int, str, bool, int]] = []
    at, text = 0, text or text_of(doc)
    for index, token in enumerate(doc):
        length = len(token.text_with_ws)
        if token.is_sent_start and current:
            result.append(_sentence(current))
            current = []
        word = text[at : at + len(token)]
        if not word.isspace():
            current.append((index, word, length > len(word), at))
        elif current:
            current[-1] = (*current[-1][:2], True, current[-1][3])
        at += length
    if current:
        result.append(_sentence(current))
    return result


def in_parts(sentence: SentenceWords) -> Iterator[SentenceWords]:
    """Yield a sentence in parts of at most `MOST_WORDS`, cut behind a pause where there is one, not beside a number."""
    start = 0
    while (rest := len(sentence.words) - start) > MOST_WORDS:
        near = range(start + MOST_WORDS, start + MOST_WORDS - _NEAR, -1)
        quiet = [at for at in near if not any(word[0].isdecimal() for word in sentence.words[at - 1 : at + 1])]
        at = next((at for at in quiet if sentence.words[at - 1] in _PAUSES), quiet[0] if quiet else near[0])
        yield _slice(sentence, start, at)
        start = at
    yield _slice(sentence, start, start + rest) if start else sentence


def _slice(sentence: SentenceWords, a: int, b: int) -> SentenceWords:
    spaces = (*sentence.spaces[a : b - 1], False)
    return SentenceWords(sentence.indexes[a:b], sentence.words[a:b], spaces, sentence.starts[a:b])


def cut(
    sentence: SentenceWords, pieces: Pieces, at: Sequence[int]
) -> list[tuple[SentenceWords, Pieces, tuple[int, int]]]:
    """Cut a sentence before the words `at`, which begin with 0; each part comes with the range of its units.

    The pieces of a part keep what the names need: the units.
    """
    laid = np.cumsum([0, *(len(w) + s for w, s in zip(sentence.words, sentence.spaces, strict=True))])
    bounds = [*at, len(sentence.words)]
    unit_starts = [start for start, _ in pieces.units]
    result = []
    for a, b in pairwise(bounds):
        own = _slice(sentence, a, b)
        first, last = bisect_left(unit_starts, laid[a]), bisect_left(unit_starts, laid[b])
        units = tuple((int(s - laid[a]), int(e - laid[a])) for s, e in pieces.units[first:last])
        result.append((own, Pieces((), (), (), units, ()), (first, last)))
    return result


def _sentence(rows: list[tuple[int, str, bool, int]]) -> SentenceWords:
    indexes, words, spaces, starts = zip(*rows, strict=True)
    return SentenceWords(indexes, words, (*spaces[:-1], False), starts)


def fill(doc: Doc, sentences: Sequence[SentenceWords], pieces: Sequence[Pieces], found: Sequence[Analysis]) -> None:
    """Write the analyses into the tokens of `doc`, the names into its `ents` and `user_data`."""
    table = _white_space(doc, sentences)
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    for sentence, result in zip(sentences, found, strict=True):
        rows = zip(sentence.indexes, result.upos, result.feats, result.lemmas, result.heads, result.rels, strict=True)
        for index, upos, feats, lemma, head, rel in rows:
            distance = sentence.indexes[head] - index if head >= 0 else 0
            dep = "ROOT" if head < 0 else rel
            table[index] = (
                strings.add(upos),
                morphology.add(feats),
                strings.add(lemma),
                _unsigned(distance),
                strings.add(dep),
            )
    if len(doc):
        doc.from_array(_ATTRS, table)  # type: ignore[arg-type]
    names = [name for s, p, r in zip(sentences, pieces, found, strict=True) for name in _names(s, p, r)]
    doc.user_data[NAMES_KEY] = tuple(names)
    spans = [doc.char_span(start, end, kind, alignment_mode="expand") for start, end, kind, _ in names]
    doc.ents = filter_spans([span for span in spans if isinstance(span, Span)])


def _unsigned(distance: int) -> int:
    return distance & 0xFFFFFFFFFFFFFFFF


def _white_space(doc: Doc, sentences: Sequence[SentenceWords]) -> np.ndarray[tuple[int, int], np.dtype[np.uint64]]:
    """Return the table of the attributes with white space filled in: it hangs on the word before, at first after it."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    table = np.zeros((len(doc), len(_ATTRS)), dtype=np.uint64)
    words = {index for sentence in sentences for index in sentence.indexes}
    first = min(words, default=0)
    before = first
    for index in range(len(doc)):
        if index in words:
            before = index
            continue
        lemma, dep = strings.add(doc[index].text), strings.add("dep" if words else "ROOT")
        distance = before - index if words else 0
        table[index] = strings.add("SPACE"), morphology.add(""), lemma, _unsigned(distance), dep
    return table


def _names(sentence: SentenceWords, pieces: Pieces, result: Analysis) -> list[tuple[int, int, str, float]]:
    """Return the names of a sentence with offsets in the text of the Doc."""
    # Units are counted in the words as they were laid out for the encoder, where white space is one space.
    laid = np.cumsum([0, *(len(w) + s for w, s in zip(sentence.words, sentence.spaces, strict=True))])
    shift = np.asarray(sentence.starts) - laid[:-1]

    def moved(offset: int) -> int:
        return int(offset + shift[np.searchsorted(laid, offset, side="right") - 1])

    return [
        (moved(pieces.units[n.first][0]), moved(pieces.units[n.last][1] - 1) + 1, n.kind, round(n.confidence, 4))
        for n in result.names
    ]
