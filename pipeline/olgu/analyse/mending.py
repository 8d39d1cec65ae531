"""The shadow of a text that the stages read: repaired, and with what its source has lost of letters and marks.

It stands here since `read` knows neither words nor endings.
"""

from __future__ import annotations

from collections.abc import Iterator

from olgu.analyse import apostrophes, spellings
from olgu.read.repair import Edit, Shadow, is_suspect, repair


def mended(text: str) -> Shadow:
    """Return the shadow of `text`: «Turkiye nin ihracati artti» is read as «Türkiye’nin ihracatı arttı».

    Cheap where nothing is odd.
    """
    odd = is_suspect(text) or apostrophes.may_be_lost(text) or spellings.may_lack(text) or spellings.has_one_case(text)
    return repair(text, (_letters, _capitals, _apostrophes)) if odd else Shadow(text)


def _letters(text: str) -> Iterator[Edit]:
    return _changed(text, spellings.restored(text), "lost Turkish letter")


def _capitals(text: str) -> Iterator[Edit]:
    return _changed(text, spellings.recased(text), "letter of another case")


def _changed(text: str, new: str, label: str) -> Iterator[Edit]:
    if new is not text:
        yield from (Edit(at, at + 1, b, label) for at, (a, b) in enumerate(zip(text, new, strict=True)) if a != b)


def _apostrophes(text: str) -> Iterator[Edit]:
    for at in apostrophes.lost(text):
        yield Edit(at, at + 1, "’", "lost apostrophe")
