"""Roman ordinals: «II. Dünya Savaşı», «XX. yüzyıl», «IV. Murat»."""

from __future__ import annotations

import re
from decimal import Decimal

from olgu.article import Numeral
from olgu.recognise.numeral_lexicon import APOSTROPHES, lexicon

_ROMAN = re.compile(
    r"(?<![\w.'’])(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?:(?P<dot>\. ?(?=(?P<next>[^\W\d_]{2,24})))"
    rf"|[{APOSTROPHES}](?P<suffix>(?:[ıiuü]?nc[ıiuü])[a-zçğıöşü]{{0,8}})\b)"
)
_VALUES = {"I": 1, "V": 5, "X": 10}


def find_roman(text: str, low: str) -> list[Numeral]:
    """Return the Roman ordinals of `text`."""
    found = []
    for m in _ROMAN.finditer(text):
        if not m["roman"]:
            continue
        if m["suffix"] or _is_ordinal(m, low):
            end = m.end() if m["suffix"] else m.end("roman") + 1
            found.append(Numeral(m.start(), end, end, Decimal(roman_value(m["roman"])), "ordinal"))
    return found


def roman_value(roman: str) -> int:
    """Return the value of a Roman number of I, V and X."""
    digits = [_VALUES[c] for c in roman]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))


def _is_ordinal(m: re.Match[str], low: str) -> bool:
    following = m["next"]
    if following[0].islower():
        return True
    table = lexicon().table["ordinal"]
    word = low[m.start("next") : m.end("next")]
    return word in table["nouns"] or word in table["rulers"]
