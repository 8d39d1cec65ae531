"""Quotations and brackets in a sentence: how far the clause of a quantity may reach."""

from __future__ import annotations

from collections.abc import Iterator

from olgu.analyse.words import Word

_OPENING = frozenset("“«„‹‘")
_CLOSING = frozenset("”»›")
_STRAIGHT = frozenset(('"', "''", "``"))
_MARKS = _OPENING | _CLOSING | _STRAIGHT | {"(", ")"}
_QUOTES = (_OPENING | _CLOSING | _STRAIGHT) - {"‘"}
REACH = 120
"""Words that a rule looks back or ahead at most, so that its cost does not grow with the sentence."""
_BRACKET_REACH = 12


def quotation(words: tuple[Word, ...], first: int) -> int:
    """Return the index of the mark that closes a quotation around `first`, or of the last word within reach + 1."""
    inside = False
    for word in words[max(0, first - REACH) : first]:
        mark = word.text
        if mark in _QUOTES:
            inside = mark in _OPENING or (mark in _STRAIGHT and not inside)
    end = min(len(words), first + REACH)
    for i in range(first, end):
        mark = words[i].text
        if mark in _QUOTES:
            closes = mark in _CLOSING or (mark in _STRAIGHT and inside)
            return i if closes else end
    return end


def bracket_end(words: tuple[Word, ...], first: int) -> int:
    """Return the index of the bracket that closes around `first`, or -1 where it stands in none."""
    for i in range(first - 1, max(-1, first - _BRACKET_REACH), -1):
        if words[i].text == ")":
            return -1
        if words[i].text == "(":
            return next((j for j in range(first, min(len(words), first + REACH)) if words[j].text == ")"), -1)
    return -1


def following(words: tuple[Word, ...], start: int, end: int) -> Iterator[int]:
    """Yield the indexes of the words from `start`, without what stands in brackets or in a quotation of its own."""
    bracket = quote = False
    for i in range(start, end):
        text = words[i].text
        if text in _MARKS:
            if text == "(":
                bracket = True
            elif text == ")":
                bracket = False
            elif text in _OPENING:
                quote = True
            elif text in _STRAIGHT:
                quote = not quote
            else:
                quote = False
        elif not bracket and not quote:
            yield i


def capitals_end(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return where a headline in capitals around `first`..`last` ends, or the number of words where there is none.

    «GELİRİNİN YÜZDE 22'Sİ AR-GE'YE Şirketin …»: a headline that runs into the sentence after it.
    """
    i = last + 1
    while i < min(len(words), last + REACH) and _is_capital(words[i].text):
        i += 1
    shout = i > last + 1 or (first > 0 and _is_capital(words[first - 1].text) and len(words[first - 1].text) > 3)
    if not shout or i == len(words) or not words[i].text[0].isalpha() or not _has_capital(words, first, i):
        return len(words)
    return i


def _is_capital(text: str) -> bool:
    return len(text) > 1 and text[0].isalpha() and text.isupper()


def _has_capital(words: tuple[Word, ...], first: int, end: int) -> bool:
    """True where at least two words of four letters are in capitals before `end` and no other word is near."""
    near = [word.text for word in words[max(0, first - 2) : end] if word.text[0].isalpha()]
    return sum(_is_capital(text) and len(text) > 3 for text in near) > 1 and all(text.isupper() for text in near)
