"""What a chunk of digits and separators is worth: «1.250,50», «1,250.50», «2.5», «500.000», «3/4»."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from olgu.article import Number

Style = Literal["turkish", "foreign"]
"""Which separator parts the decimals: the comma (Turkish) or the dot."""

_MAX_DIGITS = 18
_OPEN = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_PLAIN = re.compile(r"[0-9]{1,18}")
_DOTTED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMAED = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
_SLIPPED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+)\.([0-9]{1,2})|([0-9]{1,3}(?:,[0-9]{3})+),([0-9]{1,2})")
_POINT = re.compile(r"([0-9]{1,15})[.,]([0-9]{1,12})")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_COMMA_DECIMAL = re.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{1,2}(?![0-9]|[.,][0-9])")
_DOT_DECIMAL = re.compile(r"(?<![0-9.,:])[0-9]{1,3}\.[0-9](?![0-9:]|[.,][0-9])")


def style(text: str) -> Style:
    """Return the decimal separator's style of `text`: foreign only where dots part decimals and commas never do."""
    if _DOT_DECIMAL.search(text) and not _COMMA_DECIMAL.search(text):
        return "foreign"
    return "turkish"


def is_ambiguous(chunk: str) -> bool:
    """True where one separator and three digits leave thousands and decimals open: «1,250», «4.125»."""
    return len(chunk) <= 7 and _OPEN.fullmatch(chunk) is not None


@lru_cache(maxsize=1024)
def value(chunk: str, separator: Style = "turkish", percent: bool = False) -> Number | None:
    """Return what `chunk` is worth, None where it is no well-formed number («12.03.2024», «10:30», «3.11.7»).

    `percent` says that the number counts hundredths: thousands are then unlikely.
    """
    if _PLAIN.fullmatch(chunk):
        return Decimal(chunk)
    if len(chunk) > _MAX_DIGITS + 8 or ":" in chunk:
        return None
    if "/" in chunk:
        return _fraction(chunk)
    return _ambiguous(chunk, separator, percent) if is_ambiguous(chunk) else _separated(chunk)


def _separated(chunk: str) -> Decimal | None:
    for pattern in (_DOTTED, _COMMAED):
        if (m := pattern.fullmatch(chunk)) and m[1][0] != "0":
            return _join(m[1], m[2])
    if m := _SLIPPED.fullmatch(chunk):
        return _join(m[1] or m[3], m[2] or m[4])
    if (m := _POINT.fullmatch(chunk)) and not (len(m[1]) == 4 == len(m[2])):
        return Decimal(f"{m[1]}.{m[2]}")
    return None


def _join(whole: str, decimals: str | None) -> Decimal:
    digits = whole.replace(".", "").replace(",", "")
    return Decimal(f"{digits}.{decimals}" if decimals else digits)


def _ambiguous(chunk: str, separator: Style, percent: bool) -> Decimal:
    whole, mark, last = chunk[:-4], chunk[-4], chunk[-3:]
    foreign = separator == "foreign"
    thousands = (last == "000" or foreign) if mark == "," else not (foreign and percent)
    if whole[0] == "0" or not thousands:
        return Decimal(f"{whole}.{last}")
    return Decimal(whole + last)


def _fraction(chunk: str) -> Fraction | None:
    m = _FRACTION.fullmatch(chunk)
    if not m or m[2].startswith("0") or m[1].startswith("0"):
        return None
    over, under = int(m[1]), int(m[2])
    return Fraction(over, under) if over < under <= 100 else None
