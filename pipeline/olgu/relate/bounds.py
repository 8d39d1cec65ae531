"""Quotations and brackets in a sentence: how far the clause of a quantity may reach."""

from __future__ import annotations

from collections.abc import Iterator

from olgu.analyse.words import Word

_OPENING = frozenset("“«„‹‘")
_CLOSING = frozenset("”»›")
_STRAIGHT = frozenset(('"', "''", "``"))
_BRACKET_REACH = 12


def quotation(words: tuple[Word, ...], first: int) -> int:
    """Return the index of the mark that closes a quotation around `first`, or the number of words."""
    inside = False
    for word in words[:first]:
        if word.text in _OPENING and word.text != "‘":
            inside = True
        elif word.text in _CLOSING:
            inside = False
        elif word.text in _STRAIGHT:
            inside = not inside
    for i in range(first, len(words)):
        mark = words[i].text
        if mark in _CLOSING or (mark in _STRAIGHT and inside):
            return i
        if mark in _OPENING or mark in _STRAIGHT:
            break
    return len(words)


def bracket_end(words: tuple[Word, ...], first: int) -> int:
    """Return the index of the bracket that closes around `first`, or -1 where it stands in none."""
    for i in range(first - 1, max(-1, first - _BRACKET_REACH), -1):
        if words[i].text == ")":
            return -1
        if words[i].text == "(":
            return next((j for j in range(first, len(words)) if words[j].text == ")"), -1)
    return -1


def following(words: tuple[Word, ...], start: int, end: int) -> Iterator[int]:
    """Yield the indexes of the words from `start`, without what stands in brackets or in a quotation of its own."""
    bracket = quote = False
    for i in range(start, end):
        text = words[i].text
        if len(text) > 2:
            if not bracket and not quote:
                yield i
        elif text == "(":
            bracket = True
        elif text == ")":
            bracket = False
        elif text in _OPENING:
            quote = True
        elif text in _CLOSING or (quote and text == "’"):
            quote = False
        elif text in _STRAIGHT:
            quote = not quote
