"""Numerals: written numbers without their units, in digits, in words and in mixtures of both.

A character grammar: a scan finds number tokens, tokens that stand side by side make a run, and every run is read
from left to right into the longest numbers it holds.
"""

from __future__ import annotations

from collections.abc import Container

from olgu.analyse.casing import lower
from olgu.article import Numeral
from olgu.recognise.numeral_context import verdict
from olgu.recognise.numeral_run import Run, pair, single
from olgu.recognise.numeral_token import SPACES, Token
from olgu.recognise.numeral_tokens import tokens

_LONGEST_RUN = 64
"""Tokens; no number has more words, and the cost of a run grows with the square of its length."""


def find(text: str, low: str | None = None, skipped: Container[int] = ()) -> list[Numeral]:
    """Return the numerals of `text`, sorted and without overlaps; offsets are code points of `text`.

    `low` is `text` in lower case, for a caller that has it already. Digits that begin at a place of `skipped` are
    passed over.
    """
    low = lower(text) if low is None else low
    found: list[Numeral] = []
    run: list[Token] = []
    end = -9
    for token in tokens(text, low, skipped):
        gap = token.start - end
        if gap > 2 or len(run) == _LONGEST_RUN or (gap and not _is_blank(text, end, token.start)):
            if run:
                _read(text, low, run, found)
            run = [token]
        else:
            run.append(token)
        end = token.end
    if run:
        _read(text, low, run, found)
    return found


def _read(text: str, low: str, run: list[Token], found: list[Numeral]) -> None:
    """Append the numerals of a run; most runs are one plain token."""
    if len(run) == 1:
        token = run[0]
        if token.kind == "digits":
            found.append(single(token))
            return
        sure = verdict(token.word) if token.word is not None else None
        if sure is not None:
            if sure.value is not None:
                case = token.suffix.case
                found.append(Numeral(token.start, token.end, token.core_end, sure.value, sure.form, case, True))
            return
    elif len(run) == 2 and (numeral := pair(*run)) is not None:
        found.append(numeral)
        return
    found.extend(Run(text, low, run).numerals())


def _is_blank(text: str, end: int, start: int) -> bool:
    """True where only blanks part two tokens, or one line break behind which a sentence can go on: in lower case."""
    if start - end == 1:
        return text[end] in SPACES or (text[end] == "\n" and text[start].islower())
    return all(c in SPACES for c in text[end:start])
