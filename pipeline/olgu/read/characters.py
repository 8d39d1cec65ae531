"""What repair puts in the place of single odd characters, and the character classes of its patterns."""

from __future__ import annotations

from functools import cache
from itertools import product

COMBINING = "\u0300-\u036f"
CYRILLIC_OR_GREEK = "\u0370-\u052f"

# Unicode confusables (UTS #39) whose shape is that of a Latin letter in common fonts. Small в, м, н, т are left out:
# they look like small capitals and stand for other letters.
LATIN_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЁЇаесорухіјѕһԁкёїΑΒΕΖΗΙΚΜΝΟΡΤΥΧορ",
        "ABESIJKMHOPCTYXËÏaecopyxijshdkëïABEZHIKMNOPTYXop",
        strict=True,
    )
)

# Letters of ISO 8859-9 (Turkish) that show as these when they are read as ISO 8859-1.
LATIN1_FOR_TURKISH = dict(zip("ðýþÐÝÞ", "ğışĞİŞ", strict=True))
# Letters of Turkish fonts with an encoding of their own, as they come out of PDF files.
FONT_FOR_TURKISH = dict(zip("ĢġĠ", "şŞİ", strict=True))

SPACING_ACCENTS = {"\xa8": "\u0308", "\xb8": "\u0327", "\u02d8": "\u0306", "\u02d9": "\u0307"}
SPACED_LETTERS = frozenset(
    letter + accent
    for accent, letters in zip(SPACING_ACCENTS, ("uUoOaA", "sScC", "gG", "iIı"), strict=True)
    for letter in letters
)
"""Letters with an accent typed after them, as PDF files give them: «göru¨şu¨», «kardes¸»."""
APOSTROPHES = "`´ʼʹˈʻ‛′‟"
QUOTES = "„‟❝❞″"
DOUBLED_QUOTES = ("''", "’’", "‘‘", "‘’", "’‘", "´´", "``")
"""Quotation marks typed as two apostrophes."""

_INVISIBLE = [0xAD, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
_SPACES = [0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_CP1252_PUNCTUATION = (0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0x99)


@cache
def single_characters() -> dict[str, tuple[str, str]]:
    """Return {odd character: (what replaces it, what to call the change)}; cached, not to be changed."""
    table = {chr(c): ("", "invisible character") for c in _INVISIBLE}
    table |= {chr(c): (" ", "odd space") for c in _SPACES}
    table |= {chr(c): (chr(c - 0xFEE0), "full-width character") for c in range(0xFF01, 0xFF5F)}
    table |= {c: (new, "ligature") for c, new in _LIGATURES.items()}
    table |= dict.fromkeys("‐‑", ("-", "odd hyphen"))
    table |= {chr(c): (bytes([c]).decode("cp1252"), "control character") for c in _CP1252_PUNCTUATION}
    # Romanian comma letters; Turkish ş has a cedilla.
    return table | {"\u0219": ("ş", "mixed-script letter"), "\u0218": ("Ş", "mixed-script letter")}


def _readings(byte: int) -> set[str]:
    """How a byte from 0x80 on shows in the code pages that UTF-8 is commonly misread in."""
    return {bytes([byte]).decode(page, "ignore") or chr(byte) for page in ("latin-1", "cp1252", "cp1254")}


def continuation_characters() -> str:
    """Return every character that a UTF-8 continuation byte (0x80-0xBF) is misread as."""
    return "".join(sorted(set().union(*map(_readings, range(0x80, 0xC0)))))


@cache
def mojibake() -> dict[str, str]:
    """Return {UTF-8 misread as Latin-1, Windows-1252 or Windows-1254: the character that was meant}.

    Latin letters, Latin-1 signs and general punctuation only, and no sequence that right text could hold, such as
    "Å" before a quotation mark.
    """
    dashes_and_quotes = set("’‘“”…–—‚„")
    letters = "".join(map(chr, range(0xC0, 0x100)))
    extended = "ğĞıİşŞćĆčČđĐžŽšŠœŒłŁńőű"
    signs = "".join(map(chr, range(0xA0, 0xC0)))
    punctuation = "".join(map(chr, range(0x2010, 0x2040))) + "€™\ufeff"
    table = {}
    for meant in letters + extended + signs + punctuation:
        for seen in map("".join, product(*map(_readings, meant.encode()))):
            if meant not in extended or not dashes_and_quotes & set(seen):
                table[seen] = meant
    return table
