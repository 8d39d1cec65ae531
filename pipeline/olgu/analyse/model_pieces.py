"""From words to the sub-word pieces of the encoder, with the place of every word and every name unit among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olgu.analyse import spellings
from olgu.analyse.casing import upper

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

BOS, PAD, EOS, UNK = 0, 1, 2, 3
_UNIT = re.compile(r"[^\W_]+|\S")
_CAPITALS_WORDS = 3
"""Words of two capitals or more that make a sentence without small letters a headline, not an acronym or two."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as pieces, without the marks of beginning and end.

    `first` and `last` hold the piece where each word begins and ends; `units` the character spans, relative to the
    sentence, of runs of letters or digits and of single marks, and `unit_first` the piece where each begins.
    """

    ids: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    units: tuple[tuple[int, int], ...]
    unit_first: tuple[int, ...]


def encode(tokenizer: Tokenizer, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> list[Pieces]:
    """Encode sentences, each given as its words and whether a space follows each of them.

    A piece never holds parts of two words: where it would («var» + «dı» in «vardı»), a space is put between them.
    A sentence in capitals is read as running text has it: the vocabulary hardly knows words in capitals.
    """
    sentences = [(_readable(words), spaces) for words, spaces in sentences]
    laid = [_lay(words, spaces) for words, spaces in sentences]
    encodings = tokenizer.encode_batch([text for text, _ in laid], add_special_tokens=False)
    result = []
    for (words, spaces), (text, starts), encoding in zip(sentences, laid, encodings, strict=True):
        broken = _broken(encoding, starts)
        result.append(_respaced(tokenizer, words, spaces, broken) if broken else _pieces(text, words, starts, encoding))
    return result


def _readable(words: Sequence[str]) -> Sequence[str]:
    capitals = 0
    for word in words:
        if word.isupper():
            capitals += len(word) > 1
        elif upper(word) != word:
            return words
    return spellings.cased(words) if capitals >= _CAPITALS_WORDS else words


def _lay(words: Sequence[str], spaces: Sequence[bool]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for word, space in zip(words, spaces, strict=True):
        starts.append(at)
        parts.append(word)
        at += len(word)
        if space:
            parts.append(" ")
            at += 1
    return "".join(parts), starts


def _broken(encoding: Encoding, starts: list[int]) -> set[int]:
    """Return the indexes of the words that begin inside a piece."""
    offsets, found, piece = encoding.offsets, set(), 0
    for word, start in enumerate(starts):
        while piece < len(offsets) and offsets[piece][1] <= start:
            piece += 1
        if piece < len(offsets) and offsets[piece][0] < start - 1:
            found.add(word)
    return found


def _respaced(tokenizer: Tokenizer, words: Sequence[str], spaces: Sequence[bool], broken: set[int]) -> Pieces:
    wider = [space or (index + 1) in broken for index, space in enumerate(spaces)]
    text, starts = _lay(words, wider)
    pieces = _pieces(text, words, starts, tokenizer.encode(text, add_special_tokens=False))
    if not broken:
        return pieces
    added = sorted(starts[word] for word in broken if not spaces[word - 1])
    return Pieces(
        pieces.ids, pieces.first, pieces.last, tuple(_back(u, added) for u in pieces.units), pieces.unit_first
    )


def _back(unit: tuple[int, int], added: list[int]) -> tuple[int, int]:
    shift = sum(1 for start in added if start <= unit[0])
    return unit[0] - shift, unit[1] - shift


def _pieces(text: str, words: Sequence[str], starts: list[int], encoding: Encoding) -> Pieces:
    offsets = encoding.offsets
    ends = [end for _, end in offsets]
    count = len(offsets)
    first, last, piece = [], [], 0
    for start, word in zip(starts, words, strict=True):
        while piece < count - 1 and ends[piece] <= start:
            piece += 1
        first.append(piece)
        end = start + len(word)
        stop = piece
        while stop < count - 1 and ends[stop] < end:
            stop += 1
        last.append(stop)
    units, unit_first, piece = [], [], 0
    for match in _UNIT.finditer(text):
        while piece < count - 1 and ends[piece] <= match.start():
            piece += 1
        units.append(match.span())
        unit_first.append(piece)
    ids = tuple(encoding.ids) or (UNK,)
    return Pieces(ids, tuple(first), tuple(last), tuple(units), tuple(unit_first))
