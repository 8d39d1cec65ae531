"""Nouns that stand for a place named before: «kentte», «ilçenin», «bölgeye»."""

from __future__ import annotations

from collections.abc import Sequence

from olgu.relate.cues import lexicon
from olgu.relate.parts import Part

_NAMED = frozenset({"noun", "name", "num"})
"""A noun behind one of these is named or counted by it: «Antalya kentinde», «üç kentte»."""


def place_reference(parts: Sequence[Part]) -> str:
    """Return the case of the first such noun of a sentence ("loc", "gen" …), "" where there is none.

    A possessive («kentinde») has its owner beside it, and a subject («kent») is spoken of, so neither counts.
    """
    nouns = lexicon("reference", "place")
    for i, part in enumerate(parts):
        oblique = part.lemma in nouns and part.case not in {"", "nom"} and not part.possessive
        if oblique and (i == 0 or parts[i - 1].tag not in _NAMED):
            return part.case
    return ""
