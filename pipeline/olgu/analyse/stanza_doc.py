"""Between Stanza's sentences and spaCy's `Doc`: the same text, a token for each of Stanza's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from olgu.analyse.model_decode import Analysis
from olgu.analyse.model_doc import fill, sentences_of
from olgu.analyse.model_pieces import Pieces
from olgu.analyse.words import TEXT_KEY

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_NO_PIECES = Pieces((), (), (), (), ())
REST = "dep"
"""The relation of characters that Stanza made no token of, and of what follows white space inside one of its tokens."""


@dataclass(frozen=True, slots=True)
class Row:
    """A token: its span in the text and its analysis; `head` is the index of a row of the sentence, -1 at the root."""

    start: int
    end: int
    upos: str
    feats: str
    lemma: str
    head: int
    rel: str


def rows(sentence: Any, text: str, spans: Sequence[tuple[int, int]]) -> list[Row]:
    """Return the tokens of a Stanza sentence, whose tokens lie at `spans` of `text`.

    A multi-word token («evdeydi»: evde + ydi) is one row: lemma and part of speech of its first word, the features of
    all, and the arc of the word that hangs highest in the tree.
    """
    depths = _depths(sentence.words)
    token_of = {word.id: index for index, token in enumerate(sentence.tokens) for word in token.words}
    found = []
    for token, (start, end) in zip(sentence.tokens, spans, strict=True):
        first, top = token.words[0], min(token.words, key=lambda word: depths[word.id])
        head = token_of[top.head] if top.head else -1
        quote = text[start:end]
        found.append(
            Row(start, end, first.upos or "X", _feats(token.words), first.lemma or quote, head, top.deprel or REST)
        )
    return found


def _depths(words: Sequence[Any]) -> dict[int, int]:
    """Return how many arcs lie between each word and the root; a word without a head is a root."""
    heads = {word.id: word.head or 0 for word in words}
    depths = {0: -1}
    for word in words:
        path, at = [], word.id
        while at not in depths:
            path.append(at)
            at = heads[at]
        for step, below in enumerate(reversed(path), start=1):
            depths[below] = depths[at] + step
    return depths


def _feats(words: Sequence[Any]) -> str:
    """Return the features of all words; where two differ, the first counts."""
    pairs: dict[str, str] = {}
    for word in words:
        for pair in (word.feats or "").split("|"):
            name, _, value = pair.partition("=")
            if value:
                pairs.setdefault(name, value)
    return "|".join(f"{name}={value}" for name, value in sorted(pairs.items()))


def document(vocab: Vocab, text: str, sentences: Iterable[Sequence[Row]]) -> Doc:
    """Return `text` as a Doc whose tokens are the rows of `sentences`; what they leave out becomes tokens too."""
    whole = list(_whole(text, [list(sentence) for sentence in sentences]))
    words, spaces, starts = _laid(text, whole)
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=starts, user_data={TEXT_KEY: text})
    if doc.text != text:
        raise AssertionError("the tokens do not make up the text")
    _annotate(doc, whole)
    return doc


def _annotate(doc: Doc, sentences: Sequence[Sequence[Row]]) -> None:
    """Write the rows into the tokens of `doc` that are no white space; each sentence is one of `doc`'s."""
    found = [
        Analysis(
            [row.upos for row in sentence],
            [row.feats for row in sentence],
            [row.lemma for row in sentence],
            [row.head for row in sentence],
            [row.rel for row in sentence],
            [],
        )
        for sentence in sentences
    ]
    fill(doc, sentences_of(doc), [_NO_PIECES] * len(found), found)


def _whole(text: str, sentences: list[list[Row]]) -> Iterator[list[Row]]:
    """Yield the sentences with a row for every stretch without white space; none of them is empty."""
    at = 0
    for index, sentence in enumerate(sentences):
        following = sentences[index + 1][0].start if index + 1 < len(sentences) else len(text)
        parts = _parted(text, sentence, at, following)
        at = max(parts[-1].end, at)
        yield parts
    if not sentences and (rest := _stretches(text, 0, len(text))):
        yield [_rest(text, span, 0 if index else -1) for index, span in enumerate(rest)]


def _parted(text: str, sentence: list[Row], at: int, until: int) -> list[Row]:
    """Return the rows of a sentence, those with white space inside parted, and rows for what lies between them."""
    made: list[Row] = []
    place: dict[int, int] = {}
    for index, row in enumerate(sentence):
        gap = _stretches(text, at, row.start)
        made += [_rest(text, span, -2) for span in gap]
        first, *more = _stretches(text, max(at, row.start), row.end) or [(row.start, row.end)]
        place[index] = len(made)
        made.append(replace(row, start=first[0], end=first[1]))
        made += [_rest(text, span, -2) for span in more]
        at = row.end
    made += [_rest(text, span, -2) for span in _stretches(text, at, until)]
    return [_hung(made, index, row, place) for index, row in enumerate(made)]


def _hung(made: Sequence[Row], index: int, row: Row, place: dict[int, int]) -> Row:
    if row.head == -2:
        return replace(row, head=index - 1 if index else place[0])
    return replace(row, head=place[row.head]) if row.head >= 0 else row


def _rest(text: str, span: tuple[int, int], head: int) -> Row:
    return Row(*span, "X", "", text[slice(*span)], head, REST if head != -1 else "root")


def _stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of `text[start:end]` without white space."""
    found, at = [], start
    for part in text[start:end].split():
        at = text.index(part, at)
        found.append((at, at + len(part)))
        at += len(part)
    return found


def _laid(text: str, sentences: Sequence[Sequence[Row]]) -> tuple[list[str], list[bool], list[bool | int | None]]:
    """Return the words of a Doc, whether a space follows each, and whether it begins a sentence.

    As in spaCy, a single space belongs to the word before, and other white space is a word of its own.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []

    def white(start: int, end: int) -> None:
        if start < end and words and text[start] == " ":
            spaces[-1] = True
            start += 1
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
            starts.append(len(words) == 1)

    at = 0
    for sentence in sentences:
        for index, row in enumerate(sentence):
            white(at, row.start)
            words.append(text[row.start : row.end])
            spaces.append(False)
            starts.append(index == 0)
            at = row.end
    white(at, len(text))
    return words, spaces, starts
