"""The shipped Turkish model as a spaCy component: parts of speech, features, lemmas, trees and names in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from olgu.analyse.model_decode import Scores, analysis, empty, part, place, starts
from olgu.analyse.model_doc import SentenceWords, cut, fill, in_parts, sentences_of
from olgu.analyse.model_files import Model, identity, open_model
from olgu.analyse.model_pieces import Pieces, encode
from olgu.analyse.model_windows import Window, arrays, shape, windows
from olgu.analyse.spellings import recased, restored
from olgu.analyse.words import LINKS_KEY, TEXT_KEY, text_of

SPLIT = 0.9
"""The probability from which on a beginning that the model sees behind a full stop, and the rules do not, is taken."""


@Language.factory("olgu_model", default_config={"threads": 1, "batch_size": 4, "split": SPLIT})
def make_analyser(nlp: Language, name: str, path: str, threads: int, batch_size: int, split: float | None) -> Analyser:
    """Make the component from the model folder `path`."""
    return Analyser(open_model(Path(path), threads), batch_size, split, identity(Path(path)))


@dataclass(slots=True)
class _Work:
    """A Doc on its way through the model."""

    doc: Doc
    sentences: list[SentenceWords]
    pieces: list[Pieces]
    scores: list[Scores]


class Analyser:
    """Fills `pos_`, `morph`, `lemma_`, `head`, `dep_` and `ents` of Docs whose sentence starts are set.

    With `split`, a sentence that the rules have made is cut where a mark that may end one stands inside it and the
    model sees a beginning behind that with at least this probability: «… aldı. otomobil …».
    """

    def __init__(self, model: Model, batch_size: int = 4, split: float | None = None, identity: str = "") -> None:
        self.model, self.batch_size, self.split, self.identity = model, batch_size, split, identity

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one Doc."""
        self._analyse([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Analyse Docs, `batch_size` of them at once; the result of each is the same as alone."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._analyse(batch)
            yield from batch

    def _analyse(self, docs: Sequence[Doc]) -> None:
        work = [self._prepared(doc) for doc in docs]
        groups: dict[tuple[int, int], list[tuple[_Work, Window]]] = defaultdict(list)
        for item in work:
            for window in windows(item.pieces, self.model.joined):
                groups[shape(window, item.pieces)].append((item, window))
        for size, members in groups.items():
            for at in range(0, len(members), self.batch_size):
                self._run(size, members[at : at + self.batch_size])
        for item in work:
            if self.split is not None and TEXT_KEY in item.doc.user_data:
                _split(item, self.split)
            rows = zip(item.sentences, item.scores, strict=True)
            model = self.model
            found = [analysis(s.words, scores, model.labels, model.lexicon, model.readings) for s, scores in rows]
            fill(item.doc, item.sentences, item.pieces, found)
            if item.scores and self.model.labels.links:
                links = np.concatenate([scores.links for scores in item.scores]).astype(np.float16)
                item.doc.user_data[LINKS_KEY] = (self.model.labels.links, links)

    def _prepared(self, doc: Doc) -> _Work:
        text = recased(restored(text_of(doc)))
        sentences = [part for sentence in sentences_of(doc, text) for part in in_parts(sentence)]
        pieces = encode(self.model.tokenizer, [(s.words, s.spaces) for s in sentences])
        return _Work(doc, sentences, pieces, [empty(p, self.model.labels) for p in pieces])

    def _run(self, size: tuple[int, int], members: Sequence[tuple[_Work, Window]]) -> None:
        out = self.model.run(*arrays([(window, item.pieces) for item, window in members], size))
        for row, (item, window) in enumerate(members):
            place(item.scores, window, item.pieces, out, row)


def _split(item: _Work, threshold: float) -> None:
    """Put parts in the place of the sentences in which the model sees others begin."""
    sentences, pieces, scores = item.sentences, item.pieces, item.scores
    item.sentences, item.pieces, item.scores = [], [], []
    for sentence, own, score in zip(sentences, pieces, scores, strict=True):
        at = starts(sentence.words, score, threshold)
        if len(at) == 1:
            item.sentences.append(sentence)
            item.pieces.append(own)
            item.scores.append(score)
            continue
        for index, (words, units, span) in enumerate(cut(sentence, own, at)):
            until = at[index + 1] if index + 1 < len(at) else len(sentence.words)
            item.sentences.append(words)
            item.pieces.append(units)
            item.scores.append(part(score, (at[index], until), span))
