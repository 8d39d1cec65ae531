"""Roman ordinals: «II. Dünya Savaşı», «XX. yüzyıl», «IV. Murat»."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from olgu.recognise.numeral_lexicon import APOSTROPHES, LETTERS, lexicon

_ROMAN = re.compile(
    r"(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?:\. ?(?P<next>[^\W\d_]{2,24}+)"
    rf"|[{APOSTROPHES}](?P<suffix>[ıiuü]?nc[ıiuü][{LETTERS}]{{0,8}})(?!\w))"
)
_VALUES = {"I": 1, "V": 5, "X": 10}


def read_roman(text: str, low: str, start: int, end: int) -> tuple[Decimal, int] | None:
    """Return the value and the end of the Roman ordinal whose digits are at `start:end`, None where it is none."""
    m = _ROMAN.match(text, start)
    if m is None or m.end("roman") != end or (start and text[start - 1] in f".{APOSTROPHES}"):
        return None
    value = Decimal(roman_value(m["roman"]))
    if m["suffix"]:
        return value, m.end()
    following = low[m.start("next") : m.end("next")]
    table = lexicon().table["ordinal"]
    if m["next"][0].islower() or following in table["nouns"] or following in table["rulers"]:
        return value, end + 1
    return None


@lru_cache(maxsize=64)
def roman_value(roman: str) -> int:
    """Return the value of a Roman number of I, V and X."""
    digits = [_VALUES[c] for c in roman]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
