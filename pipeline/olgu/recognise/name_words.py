"""The words of a text as name rules see them: without suffixes after an apostrophe, with the shape of their capitals.

Words are cut by a pattern of their own, since a name is more than a token ("Kasım-Cömert", "L’Oreal", "A.Ş.").
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from olgu.analyse.casing import lower
from olgu.recognise import name_cues
from olgu.recognise.gazetteer import data, load

_APOSTROPHES = "'’‘ʼ`´"
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:{_LETTER}{{1,2}}\.){{1,3}}{_LETTER}{{1,2}}(?!{_LETTER})\.?(?:[{_APOSTROPHES}]{_LETTER}+)?"
    rf"|\d+(?:[.,]\d+){{0,6}}\.?(?:[{_APOSTROPHES}]{_LETTER}+)?(?![^\W_])"
    r"|\d+(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2})"  # «42Türk»: a rank glued to a name
    rf"|[^\W_]+(?:(?:[-‑&+{_APOSTROPHES}]|\.(?=(?:com|net|org|gov|tv|tr|info)\b|(?:COM|NET|ORG|GOV|TV|TR)\b))[^\W_]+)*"
)
_SUFFIX = re.compile(rf"[{_APOSTROPHES}]([^\W\d_]*)\Z")
_SHORT = 4
"""Letters of a word before a hyphen that may be an article («el-Ali»)."""
_VOWEL = re.compile(r"[aeıioöuüâîû]")
_BREAK = re.compile(r"[:“”\"\n–—•*?!«»;/-]")

LOWER, CAPITAL, UPPER, NUMBER = range(4)


class NameWord(NamedTuple):
    """A word; a named tuple, since one is made for every word of an article."""

    low: str
    """Lower case, without the suffix and a full stop at the end."""
    suffix: str
    """What stands after an apostrophe, lower case."""
    shape: int
    start: int
    end: int
    """Without the suffix."""
    weak: bool
    """The capital is no evidence: start of a sentence or of a quotation."""
    joined: bool
    """Only spaces part it from the word before, in the same sentence, and that word has no suffix."""
    gap: str
    """What stands between it and the word before, white space stripped."""


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations inside names whose full stop ends no sentence."""
    return frozenset(data("names.toml")["abbreviations"]) | {"ınc"}  # «Inc» has a dotless capital


@lru_cache(maxsize=32768)
def analyse(text: str) -> tuple[int, str, str, int, int]:
    """Return (length without suffix, lower case without suffix, suffix, shape, hyphen to cut at or 0) of a word."""
    if text.isalpha() and text.islower():
        return len(text), text, "", LOWER, 0
    length, suffix = len(text), ""
    match = _SUFFIX.search(text)
    if match and match.start():
        rest = lower(match[1])
        if (match[1].islower() or text.isupper()) and _VOWEL.search(rest):
            length, suffix = match.start(), rest
    stem = text[:length]
    shape = _shape(stem)
    low = lower(stem).replace("’", "'")
    return length, low if shape == NUMBER else low.rstrip("."), suffix, shape, _hyphen(low)


def _hyphen(low: str) -> int:
    """Return where the hyphen stands that joins two known names («Erdoğan-Putin»), 0 where there is none."""
    left, hyphen, right = low.partition("-")
    if not hyphen or not left or not right:
        return 0
    names, cues = load().names, name_cues.load()
    person = len(left) > _SHORT and right in cues.sure_names and left not in cues.first_names  # «Karamehmet-Mehmet»
    known = (left,) in names and (right,) in names
    return len(left) if (low,) not in names and (known or person) else 0


def _shape(stem: str) -> int:
    if stem[0].isdigit():
        return UPPER if any(c.isalpha() and c.isupper() for c in stem) else NUMBER
    letters = [c for c in stem if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return UPPER
    if letters and (letters[0].isupper() or any(c.isupper() for c in letters[1:])):
        return CAPITAL
    return LOWER


def words(text: str, starts: Set[int]) -> list[NameWord]:
    """Return the words of `text` in order; at `starts` its sentences begin, also inside «yaralıSağlık»."""
    result: list[NameWord] = []
    append, new = result.append, tuple.__new__  # half the time of NameWord(…)
    last_end, last_suffix, first, mark = 0, "", True, ""
    glued = sorted(start for start in starts if 0 < start < len(text) and text[start - 1].isalnum())
    pieces = pairwise([0, *glued, len(text)])
    for match in chain.from_iterable(_WORD.finditer(text, start, end) for start, end in pieces):
        start, end = match.span()
        length, low, suffix, shape, cut = analyse(match[0])
        if start - last_end == 1 and text[last_end] == " " and result:  # by far the most frequent case
            first, mark = start in starts, ""
            joined = not (first or last_suffix)
        else:
            first, joined, mark = _part(text[last_end:start], start in starts, result[-1] if result else None)
        if cut:
            append(new(NameWord, (low[:cut], "", shape, start, start + cut, first, joined, mark)))
            start, length, low, first, joined, mark = (
                start + cut + 1,
                length - cut - 1,
                low[cut + 1 :],
                True,
                False,
                "-",
            )
        append(new(NameWord, (low, suffix, shape, start, start + length, first, joined, mark)))
        last_end, last_suffix = end, "" if shape == NUMBER else suffix
    return result


def _part(gap: str, starts: bool, before: NameWord | None) -> tuple[bool, bool, str]:
    """Return weak, joined and mark of a word by what stands between it and the word before it."""
    mark = gap.strip()
    if before is None:
        return True, False, mark
    initial = len(before.low) == 1 and before.shape in (CAPITAL, UPPER)
    dotted = mark == "." and (before.low in abbreviations() or initial)
    first = not dotted and (starts or (len(gap) > 1 and _BREAK.search(gap) is not None))
    suffixed = before.suffix and before.shape != NUMBER
    joined = (not mark or dotted or gap == " & ") and gap != ""  # «Ernst & Young»
    return first, joined and not first and not suffixed, mark
