"""Apostrophes of names that a source has turned into blanks: «Türkiye nin», «Yunanistan dan», «Gazze deki»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from olgu.analyse.casing import lower
from olgu.analyse.morphology_lexicon import VOWELS, harmony

_UPPER, _LOWER = "A-ZÇĞİÖŞÜÂÎÛ", "a-zçğıöşüâîû"
_NAME = rf"(?<![\w'’-])(?P<name>[{_UPPER}][{_UPPER}{_LOWER}]+) (?P<ending>"
_SURE = r"n[ıiuü]n|y[ıiuü]|d[ae]n|d[ae]ki|nd[ae]n?|nd[ae]ki"
_PERHAPS = r"[ıiuü]n?|[ae]|y[ae](?! d[ae]\b)"
_SURELY = re.compile(rf"{_NAME}{_SURE})(?!\w)")
_ANY = re.compile(rf"{_NAME}{_SURE}|{_PERHAPS})(?!\w)")
_LIKELY = re.compile(rf"[{_UPPER}{_LOWER}] (?:{_SURE})(?!\w)")
_APOSTROPHES = re.compile("['’‘ʼ´`′‟]")


def may_be_lost(text: str) -> bool:
    """Tell, cheaply, whether `lost` may find anything."""
    return _LIKELY.search(text) is not None


def lost(text: str) -> Iterator[int]:
    """Yield the offsets of the blanks that were apostrophes, in order.

    An ending that is no word of its own is enough, «Türkiye nin», if it fits the name as an ending does; where a text
    has no apostrophe at all but such an ending, those that may be words are taken too: «İsveç in», «Fenerbahçe ye».
    """
    sure = [match for match in _SURELY.finditer(text) if _fits(match["name"], match["ending"])]
    if not sure:
        return
    found = sure if _APOSTROPHES.search(text) else _ANY.finditer(text)
    for match in found:
        if _fits(match["name"], match["ending"]):
            yield match.end("name")


def _fits(name: str, ending: str) -> bool:
    """Tell whether an ending follows a name by the harmony of vowels and as its last letter asks; letters take any."""
    if name.isupper():
        return True
    low = lower(name)
    if VOWELS.isdisjoint(low):
        return False
    high, own = harmony(low), next(letter for letter in ending if letter in VOWELS)
    harmonic = own == high if own in "ıiuü" else (own == "e") == (high in "iü")
    open_end = low[-1] in VOWELS
    return harmonic and (open_end if ending[0] in "ny" else ending[0] == "d" or not open_end)
