"""A token of a numeral: a chunk of digits, a number word, or a word that connects them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from olgu.article import Number
from olgu.recognise.numeral_compose import Piece
from olgu.recognise.numeral_lexicon import Atom
from olgu.recognise.numeral_suffix import Suffix

SPACES = frozenset(" \u00a0\u2009\u202f\t")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A written number word, perhaps joined of several: «onbinaltıyüz», «beşinci». `read_word` makes each one once."""

    atoms: tuple[Atom, ...]
    suffix: Suffix
    folded: bool
    """Written with ASCII letters where Turkish ones belong."""
    pieces: tuple[Piece, ...]


class Token(NamedTuple):
    """One part of a numeral; offsets in the text."""

    start: int
    end: int
    core_end: int
    kind: str
    """"digits", "fraction", "roman", "words", "yarı" or a class of `[marks]`."""
    value: Number
    suffix: Suffix
    word: Word | None = None
    chunk: str = ""
    negative: bool = False
    ordinal: bool = False
