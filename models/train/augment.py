"""Copies of sentences as headlines, telegrams and careless typists write them; offsets of names follow."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from olgu.analyse.casing import ascii_fold, lower, upper

from .corpus import Sentence

_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")


def recased(sentence: Sentence, case: Callable[[str], str]) -> Sentence:
    """Apply a same-length change of letters to every word."""
    return replace(sentence, words=tuple(map(case, sentence.words)))


def without_apostrophes(sentence: Sentence) -> Sentence:
    """Drop the apostrophes inside words; a suffix that no apostrophe parts from its name belongs to the name."""
    text = sentence.text
    dropped = [m.start() for m in _APOSTROPHE.finditer(text)]
    if not dropped or sentence.names is None:
        return sentence
    moved = []
    for start, end, kind in sentence.names:
        last = _word_end(text, end, dropped) if end in dropped else end
        moved.append((_moved(start, dropped), _moved(last, dropped), kind))
    words = tuple(_APOSTROPHE.sub("", word) for word in sentence.words)
    return replace(sentence, words=words, names=tuple(moved))


def _word_end(text: str, at: int, dropped: list[int]) -> int:
    while at < len(text) and (text[at].isalpha() or at in dropped):
        at += 1
    return at


def _moved(offset: int, dropped: list[int]) -> int:
    return offset - sum(1 for at in dropped if at < offset)


def augmented(sentence: Sentence, dice: random.Random, share: float) -> Sentence:
    """Change `share` of the sentences in one of four ways, the other ones not at all."""
    roll = dice.random()
    if roll >= share:
        return sentence
    part = roll / share
    if part < 0.45:
        return recased(sentence, upper)
    if part < 0.72:
        return recased(sentence, ascii_fold)
    if part < 0.85:
        return recased(sentence, lower)
    return without_apostrophes(sentence)


def spaced(sentence: Sentence) -> Sentence:
    """Put a space after every word, as in a list of words of unknown spacing."""
    return replace(sentence, spaces=(*[True] * (len(sentence.words) - 1), False))
