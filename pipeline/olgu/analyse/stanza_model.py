"""Stanza as spaCy components: its analysis in the place of the shipped model's, or beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from olgu.analyse.model_doc import sentences_of
from olgu.analyse.stanza_doc import Row, document, rows
from olgu.analyse.stanza_files import (
    LANGUAGE,
    StanzaChoice,
    StanzaModels,
    directory_of,
    find,
    identity,
    installed,
    shipped,
)
from olgu.analyse.tokenizer import token_starts
from olgu.analyse.words import NAMES_KEY, SECOND_KEY, WEIGHTS_KEY, text_of

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_LONGEST = 200
"""Tokens after which a stretch of text is cut where olgu sees a sentence begin, and twice as many anywhere: Stanza's
parser takes memory by the square of a sentence's length."""
_TYPES = {"PERSON": "PERSON", "PER": "PERSON", "ORGANIZATION": "ORG", "ORG": "ORG", "LOCATION": "LOC", "LOC": "LOC",
          "GPE": "LOC"}  # fmt: skip
_SURE = 0.9
"""The confidence of Stanza's names, which come without one: it lets them count before names by rule."""

_SMALL = "weights_stanza"
"""The weights for the small models that ship, learned beside their trees."""
Read = tuple[int, int, str, float]
"""A name: start, end, type, confidence."""


@Language.factory("olgu_stanza", default_config={"directory": None, "package": "default", "threads": 1})
def make_analyser(nlp: Language, name: str, directory: str | None, package: str, threads: int) -> StanzaAnalyser:
    """Make the component from the models in `directory`."""
    chosen = StanzaChoice(Path(directory) if directory else None, package)
    small = directory_of(chosen) == shipped()
    return StanzaAnalyser(open_pipeline(chosen, threads), identity(chosen), _SMALL if small else None)


@Language.factory("olgu_second", default_config={"directory": None, "package": "default", "threads": 1})
def make_second(nlp: Language, name: str, directory: str | None, package: str, threads: int) -> SecondReader:
    """Make the component that reads a Doc with Stanza too."""
    return SecondReader(make_analyser(nlp, name, directory, package, threads))


@cache
def open_pipeline(chosen: StanzaChoice, threads: int) -> Any:
    """Load the models of a choice as a Stanza pipeline; nothing is downloaded. Raises `ModelError`."""
    installed()
    models = find(chosen)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import stanza  # noqa: PLC0415 - an extra, and importing torch takes seconds
    import torch  # noqa: PLC0415

    torch.set_num_threads(threads)
    own = "tokenize" in models.processors
    return stanza.Pipeline(
        LANGUAGE,
        dir=str(models.directory),
        package=None,
        processors=_processors(models),
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
        tokenize_pretokenized=not own,
        pos_batch_size=1000,
    )


def _processors(models: StanzaModels) -> dict[str, str]:
    """Return the processors that are loaded: Stanza names `tokenize` also where tokens are given, and then no `mwt`."""
    if "tokenize" in models.processors:
        return dict(models.processors)
    return {"tokenize": "default", **{name: model for name, model in models.processors.items() if name != "mwt"}}


class StanzaAnalyser:
    """Gives Docs with Stanza's tokens, sentences, `pos_`, `morph`, `lemma_`, `head`, `dep_` and `ents`.

    The Docs that come in have sentence starts; Stanza sees a paragraph of them at a time. Where a directory has no
    tokenizer, their tokens and sentences stay.
    """

    def __init__(self, pipeline: Any, identity: str = "", weights: str | None = None) -> None:
        self.pipeline, self.identity, self._weights = pipeline, identity, weights
        self._given = bool(pipeline.config.get("tokenize_pretokenized"))

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one Doc."""
        return self._analyse([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Analyse Docs, `batch_size` of them at once."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._analyse(batch)

    def _analyse(self, docs: Sequence[Doc]) -> list[Doc]:
        """Read the stretches of all Docs in one go, so that Stanza fills its batches."""
        texts = [text_of(doc) for doc in docs]
        asked = [_given(doc) if self._given else _stretches(doc, text) for doc, text in zip(docs, texts, strict=True)]
        answers = iter(self.pipeline.bulk_process([each for own in asked for _, each in own]))
        read = []
        for doc, text, own in zip(docs, texts, asked, strict=True):
            shifts = [start for start, _ in own]
            read.append(self._read(doc.vocab, text, zip(shifts, islice(answers, len(own)), strict=True)))
        return read

    def _read(self, vocab: Vocab, text: str, answers: Iterable[tuple[int, Any]]) -> Doc:
        sentences: list[list[Row]] = []
        names: list[Read] = []
        for shift, answer in answers:
            for sentence in answer.sentences:
                places = [(shift + token.start_char, shift + token.end_char) for token in sentence.tokens]
                sentences.append(rows(sentence, text, places))
            names += _names(answer, shift)
        doc = document(vocab, text, sentences)
        doc.user_data[NAMES_KEY] = tuple(names)
        doc.user_data[WEIGHTS_KEY] = self._weights
        spans = [doc.char_span(start, end, kind, alignment_mode="expand") for start, end, kind, _ in names]
        doc.ents = filter_spans([span for span in spans if isinstance(span, Span)])
        return doc


class SecondReader:
    """Leaves what Stanza makes of a Doc in its `user_data`, as a Doc of its own, and the Doc itself as it is."""

    def __init__(self, analyser: StanzaAnalyser) -> None:
        self.analyser, self.identity = analyser, analyser.identity

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc."""
        doc.user_data[SECOND_KEY] = self.analyser(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Read Docs, `batch_size` of them at once."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, second in zip(batch, self.analyser.pipe(batch, batch_size=batch_size), strict=True):
                doc.user_data[SECOND_KEY] = second
                yield doc


def _stretches(doc: Doc, text: str) -> list[tuple[int, str]]:
    """Return the paragraphs of `doc`, the long ones in parts, each with where it begins."""
    bounds = list(_cuts(doc, text))
    return [(start, text[start:end]) for start, end in pairwise([*bounds, len(text)]) if not text[start:end].isspace()]


def _cuts(doc: Doc, text: str) -> Iterator[int]:
    """Yield the offsets where a stretch of text begins that Stanza sees as one."""
    starts = token_starts(doc).tolist()
    last = -_LONGEST * 2
    for index, (token, start) in enumerate(zip(doc, starts, strict=True)):
        size = index - last
        line = bool(token.is_sent_start) and (size >= _LONGEST or "\n" in text[starts[index - 1] : start])
        if line or size >= _LONGEST * 2:
            yield start
            last = index


def _given(doc: Doc) -> list[tuple[int, Any]]:
    """Return `doc` as a Stanza document of its own tokens, sentence by sentence; none where it has no words."""
    from stanza.models.common.doc import Document  # noqa: PLC0415 - an extra

    sentences = [
        [_entry(number, *word) for number, word in enumerate(part, start=1)]
        for sentence in sentences_of(doc)
        for part in _batched(list(zip(sentence.words, sentence.starts, strict=True)), _LONGEST * 2)
    ]
    return [(0, Document(sentences, text=text_of(doc)))] if sentences else []


def _entry(number: int, word: str, start: int) -> dict[str, Any]:
    return {"id": (number,), "text": word, "misc": f"start_char={start}|end_char={start + len(word)}"}


def _batched(words: list[tuple[str, int]], size: int) -> Iterator[list[tuple[str, int]]]:
    return (words[at : at + size] for at in range(0, len(words), size))


def _names(answer: Any, shift: int) -> list[Read]:
    """Return the names of persons, organisations and places in a Stanza document, those of other types left out."""
    return [
        (shift + name.start_char, shift + name.end_char, _TYPES[name.type], _SURE)
        for name in answer.ents
        if name.type in _TYPES
    ]
