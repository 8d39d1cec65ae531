"""Phrases of the TOML lexicons as regular expressions: a space is any blank, "*" any ending."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = r"[ \t\u00a0\u2009\u202f]"
GAP = rf"{BLANK}{{1,3}}"
"""What parts two words; without a limit a line of blanks would cost its length at every place."""
BLANKS = frozenset(" \t\u00a0\u2009\u202f")


def phrase(words: str) -> str:
    """Return a pattern for one phrase; it ends at a word's end."""
    return re.escape(words).replace(r"\ ", GAP).replace(r"\*", r"\w{0,20}") + r"(?!\w)"


def choice(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "(?:" + "|".join(phrase(p) for p in sorted(phrases, key=len, reverse=True)) + ")"


def follows(phrases: Iterable[str], before: str = "") -> re.Pattern[str]:
    """Return a pattern for a phrase right after a blank, with `before` in between."""
    return re.compile(rf"{BLANK}{{1,2}}{before}{choice(phrases)}")


def somewhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a phrase anywhere, at a word's start."""
    return re.compile(rf"(?<!\w){choice(phrases)}")


def initials(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first letters of the phrases: a quick no for a pattern made of them."""
    return frozenset(p[0] for p in phrases)


def first_letter(low: str, position: int) -> str:
    """Return the character behind the blanks at `position`, at most three of them; "" at the end of the text."""
    for at in range(position, position + 4):
        if low[at : at + 1] not in BLANKS:
            return low[at : at + 1]
    return ""
