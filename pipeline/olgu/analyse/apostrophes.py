"""Apostrophes of names that a source has turned into blanks: «Türkiye nin», «Yunanistan dan», «Gazze deki»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from olgu.analyse.casing import lower
from olgu.analyse.morphology_lexicon import VOWELS, harmony
from olgu.read.repair import Edit, Shadow, is_suspect, repair

_UPPER, _LOWER = "A-ZÇĞİÖŞÜÂÎÛ", "a-zçğıöşüâîû"
_NAME = rf"(?<![\w'’-])(?P<name>[{_UPPER}][{_UPPER}{_LOWER}]+) (?P<ending>"
_SURE = r"n[ıiuü]n|y[ıiuü]|d[ae]n|d[ae]ki|nd[ae]n?|nd[ae]ki"
_PERHAPS = r"[ıiuü]n?|[ae]|y[ae](?! d[ae]\b)"
_SURELY = re.compile(rf"{_NAME}{_SURE})(?!\w)")
_ANY = re.compile(rf"{_NAME}{_SURE}|{_PERHAPS})(?!\w)")
_LIKELY = re.compile(rf"[{_UPPER}{_LOWER}] (?:{_SURE})(?!\w)")
_APOSTROPHES = re.compile("['’‘ʼ´`′‟]")


def mended(text: str) -> Shadow:
    """Return the shadow of `text` that the stages read: repaired, and with the apostrophes that its source has lost.

    Cheap where nothing is odd. It stands here since `read` knows no endings.
    """
    return repair(text, (_edits,)) if is_suspect(text) or _LIKELY.search(text) else Shadow(text)


def _edits(text: str) -> Iterator[Edit]:
    for at in lost(text):
        yield Edit(at, at + 1, "’", "lost apostrophe")


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
