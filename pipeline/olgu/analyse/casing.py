"""Turkish casing: the only module that changes the case of article text.

Every function keeps the length of its input, so that offsets stay valid.
"""

from __future__ import annotations

UPPER = "A-ZÀ-ÖØ-ÞĀĂĆČĎĐĒĖĘĚĞĠĢĪİĶĹĽŁŃŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽƏА-ЯΑ-Ω"
LOWER = "a-zà-öø-ÿāăćčďđēėęěğġģīıķĺľłńňōőœŕřśşšţťūůűųŵŷźżžəа-яα-ω"
"""Letters in capitals and in lower case, for the classes of patterns."""
_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_ASCII = str.maketrans("çğıöşüâîûÇĞİIÖŞÜÂÎÛ", "cgiosuaiuCGIIOSUAIU")


def lower(text: str) -> str:
    """Lower-case by Turkish rules (I→ı, İ→i); the result has as many code points as `text`."""
    return text if text.islower() else text.replace("İ", "i").replace("I", "ı").lower()


def upper(text: str) -> str:
    """Upper-case by Turkish rules (i→İ, ı→I); letters whose capital has two code points (ß) stay."""
    return "".join(c if len(u := c.upper()) > 1 else u for c in text.translate(_UPPER))


def title(word: str) -> str:
    """First letter upper, the rest lower, by Turkish rules."""
    return upper(word[:1]) + lower(word[1:])


def ascii_fold(text: str) -> str:
    """Replace ç ğ ı ö ş ü (and â î û) by their ASCII letters; same length."""
    return text.translate(_ASCII)
