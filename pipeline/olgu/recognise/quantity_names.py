"""Bare numbers that belong to a name or are no numerals at all: «Boeing 737», «No 5», «yer altı», «bin bir gece»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from olgu.analyse.casing import ascii_fold
from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_numbers import is_whole
from olgu.recognise.quantity_phrases import BLANK

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_PARTING = frozenset(" \u00a0-–:.")
_INNER = frozenset("_&'’")
_LONGEST_NAME = 31
_OPENING, _CLOSING = '"“«‘', frozenset('"”»’')
_LONGEST_TITLE = 48
_PLUS_AFTER = re.compile(r"\+\d")
_PLUS_BEFORE = re.compile(r"\d\+\Z")
_LETTER_AFTER = re.compile(rf"{BLANK}[^\W\d_]")
_COMPARED = re.compile(rf"{BLANK}(?:daha{BLANK})?(?:yüksek|büyük|fazla|az|küçük|düşük|aşağı)")
_AGAIN = re.compile(rf"{BLANK}(?!(?:ise|de|da|ile|ve){BLANK})[^\W\d_]{{1,20}}(?<![dt][ae]n){BLANK}daha(?!\w)")
"""Not «Phone 2 ise daha kolay», «Phone 2 modelinden daha kolay»."""
_GENITIVE = ("ının", "inin", "unun", "ünün", "nın", "nin", "nun", "nün")
_FOREIGN = re.compile(r"[qwx]")
_INSIDE = re.compile(r"[^\s.!?:;\"“”][ \u00a0]\Z")
_ADJECTIVAL = frozenset({"lı", "li", "lu", "lü"})


@dataclass(frozen=True, slots=True)
class _Rules:
    before: frozenset[str]
    abbreviated: frozenset[str]
    under: frozenset[str]


@cache
def _rules() -> _Rules:
    data = read_toml("exclusions.toml")
    return _Rules(
        frozenset(ascii_fold(word) for word in data["before"]["words"]),
        frozenset(data["before"]["abbreviated"]),
        frozenset(data["under"]["nouns"]),
    )


def word_before(text: str, position: int) -> tuple[int, int]:
    """Return the span of the word that at most two blanks or marks part from `position`, empty where there is none.

    It begins with a letter and may hold digits, "&" and apostrophes; a pattern that is anchored at its end would try
    every place before.
    """
    end = position
    while position - end < 2 and end and text[end - 1] in _PARTING:
        end -= 1
    start, floor = end, max(0, end - _LONGEST_NAME)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in _INNER):
        start -= 1
    while start < end and (text[start] in _INNER or text[start].isdecimal()):
        start += 1
    return start, end


def _after_plain_word(text: str, start: int) -> bool:
    """Tell at once that a word in small letters and one blank stand before, the commonest case."""
    if text[start - 1 : start] != " ":
        return False
    blank = text.rfind(" ", max(0, start - _LONGEST_NAME), start - 1)
    if blank < 0:
        return False
    word = text[blank + 1 : start - 1]
    return word.isalpha() and word.islower()


def named(draft: Draft, view: View) -> bool:
    """Return whether a number without a unit is part of a name or no numeral: «Boeing 737», «3+1», «247sports»."""
    if not draft.bare:
        return False
    if draft.words:
        return _no_number_word(draft, view)
    text = view.text
    if not draft.suffixed and text[draft.end - 1].isdigit() and text[draft.end : draft.end + 1].isalpha():
        return True
    if _numbered(draft, text):
        return True
    if _PLUS_AFTER.match(text, draft.end) or _PLUS_BEFORE.search(text, max(0, draft.start - 4), draft.start):
        return True
    return _after_a_name(draft, view)


def _numbered(draft: Draft, text: str) -> bool:
    """File numbers: «0002945»."""
    digits = text[draft.digits_start : draft.digits_end]
    return len(digits) > 3 and digits[0] == "0" and digits.isdigit() and draft.value != 0


def _after_a_name(draft: Draft, view: View) -> bool:
    text = view.text
    if _after_plain_word(text, draft.start):
        return False
    start, end = word_before(text, draft.start)
    if start == end or text[start:end].islower():
        return False
    word, rules = view.low[start:end], _rules()
    if "." in text[end : draft.start]:
        return word in rules.abbreviated
    if draft.end == draft.core_end and text[draft.end : draft.end + 1] in _CLOSING and text[start].isupper():
        return _in_title(text, start, draft)
    # Letters that Turkish spelling lacks: a foreign name, and small numbers after it count its versions.
    foreign = _FOREIGN.search(word) is not None and draft.value < 1000 and is_whole(draft.value)
    # The thousands of a number that is a name are not set off: «Boeing 737», but «Endeks 9.800'e çıktı».
    grouped = draft.value >= 1000 and "." in text[draft.digits_start : draft.digits_end]
    return foreign or (not grouped and ascii_fold(word) in rules.before)


def _in_title(text: str, start: int, draft: Draft) -> bool:
    """«“Taken 2” gibi filmler»: a number ends a name in quotation marks all of whose words are capitalised."""
    opening = max(text.rfind(mark, max(0, start - _LONGEST_TITLE), start) for mark in _OPENING)
    words = text[opening + 1 : draft.start].split() if opening >= 0 else []
    return bool(words) and draft.value < 100 and all(word[0].isupper() or word[0].isdecimal() for word in words)


def _no_number_word(draft: Draft, view: View) -> bool:
    """«bin bir gece», «ikili», «dörtlü final», «birer», «yer altı», «çeyrek altın»."""
    low = view.low
    word, ending = low[draft.digits_start : draft.digits_end], low[draft.digits_end : draft.end]
    if draft.form == "distributive":
        # «birer birer»; a surname: «Tamer Beşer, …»
        return draft.value == 1 or _LETTER_AFTER.match(low, draft.end) is None
    verdicts = (
        ending in _ADJECTIVAL,
        word == "bin bir" and _LETTER_AFTER.match(low, draft.end) is not None,
        word == "altı" and not draft.suffixed and _is_postposition(draft, view),
        word == "çeyrek" and _COMPARED.match(low, draft.end) is None,  # «çeyrekten yüksek» is a number
        word == "bir çeyrek",
    )
    return any(verdicts)


def _is_postposition(draft: Draft, view: View) -> bool:
    """«yer altı», «ücretinin altı»."""
    start, end = word_before(view.low, draft.start)
    word = view.low[start:end]
    return word in _rules().under or word.endswith(_GENITIVE)


def repeated_names(drafts: list[Draft], view: View) -> set[int]:
    """Return the starts of numbers that an article uses as the end of a name, twice or more: «Vodafone Smart 6».

    What is counted again is no name: «Sonra Ali 3 gol daha attı».
    """
    text = view.text
    seen: dict[tuple[str, object], list[tuple[int, bool]]] = {}
    counted: set[tuple[str, object]] = set()
    for draft in drafts:
        if draft.words or not draft.bare or draft.value >= 10000 or _after_plain_word(text, draft.start):
            continue
        start, end = word_before(text, draft.start)
        if start == end or not text[start].isupper() or end == draft.start or text[start:end].isupper():
            continue
        inside = _INSIDE.search(text, max(0, start - 3), start) is not None
        seen.setdefault((text[start:end], draft.value), []).append((draft.start, inside))
        if _AGAIN.match(view.low, draft.end):
            counted.add((text[start:end], draft.value))
    names = [
        places
        for key, places in seen.items()
        if len(places) > 1 and any(inside for _, inside in places) and key not in counted
    ]
    return {start for places in names for start, _ in places}
