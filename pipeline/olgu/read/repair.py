"""Repair of damaged characters in a shadow of the text, with a map back to the text as it was read.

Recognisers see the shadow; whatever is written points into the original through `Shadow.original`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from olgu.read import characters as ch


class Edit(NamedTuple):
    """Put `new` in the place of `text[start:end]`."""

    start: int
    end: int
    new: str
    label: str


Step = Callable[[str], Iterable[Edit]]
"""Finds in a text what is to be edited, in order and apart."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """The runs that one step replaced: where they stand before (`old_*`) and after (`new_*`) it, ascending."""

    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]
    old_starts: tuple[int, ...]
    old_ends: tuple[int, ...]

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span after the step to the span before it; a replaced run is covered as a whole."""
        first = bisect_right(self.new_starts, start) - 1
        last = bisect_right(self.new_starts, end - 1) - 1
        old_start, old_end = start, end
        if first >= 0:
            inside = start < self.new_ends[first]
            old_start = self.old_starts[first] if inside else self.old_ends[first] + start - self.new_ends[first]
        if last >= 0:
            old_end = self.old_ends[last] + max(0, end - self.new_ends[last])
        return old_start, old_end


@dataclass(frozen=True, slots=True)
class Shadow:
    """A repaired copy of a text: what recognisers read. Equal to the text where nothing had to be repaired."""

    text: str
    changes: tuple[str, ...] = ()
    """What was repaired, for people: "2 mixed-script letters"."""
    layers: tuple[_Layer, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map the half-open span [start, end) of the shadow to the span of the original text.

        A span that touches a replaced run gets the whole run; removed characters at its edges stay outside.
        Raises `IndexError` unless 0 <= start < end <= len(self.text).
        """
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"span {start}-{end} is empty or outside the shadow text of {len(self.text)} characters")
        for layer in reversed(self.layers):
            start, end = layer.before(start, end)
        return start, end


def repair(text: str, more: Sequence[Step] = ()) -> Shadow:
    """Return the shadow of `text`; cheap (one scan) where nothing is odd. Repairing a shadow text changes nothing.

    `more` are steps of those who know more of the text than its letters.
    """
    if not more and not is_suspect(text):
        return Shadow(text)
    layers: list[_Layer] = []
    counts: Counter[str] = Counter()
    changed = True
    while changed:  # one repair can make another one possible: "alısÂ¸veriş" → "alıs¸veriş" → "alışveriş"
        changed = False
        for step in (*_STEPS, *more):
            edits = [edit for edit in step(text) if text[edit.start : edit.end] != edit.new]
            if edits:
                changed = True
                counts.update(edit.label for edit in edits)
                text, layer = _apply(text, edits)
                layers.append(layer)
    changes = tuple(f"{n} {label}{'s' if n > 1 else ''}" for label, n in sorted(counts.items()))
    return Shadow(text, changes, tuple(layers))


def is_suspect(text: str) -> bool:
    """Tell whether any step could find work in `text` (it may still find none)."""
    if _SUSPECT.search(text) is not None or any(pair in text for pair in _SUSPECT_PAIRS):
        return True
    return "&" in text and _REFERENCE.search(text) is not None


def _apply(text: str, edits: list[Edit]) -> tuple[str, _Layer]:
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    position = length = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.new)
        length += edit.start - position
        new_starts.append(length)
        length += len(edit.new)
        new_ends.append(length)
        position = edit.end
    pieces.append(text[position:])
    old_starts, old_ends = tuple(e.start for e in edits), tuple(e.end for e in edits)
    return "".join(pieces), _Layer(tuple(new_starts), tuple(new_ends), old_starts, old_ends)


def _references(text: str) -> Iterator[Edit]:
    """«Kul&uuml;plere», «yap&#305;ld&#305;»: what a page of HTML has left in the text."""
    for m in _REFERENCE.finditer(text):
        new = html.unescape(m[0])
        yield Edit(m.start(), m.end(), m[0] if new in _UNREADABLE else new, "character reference")


def _mojibake(text: str) -> Iterator[Edit]:
    table = ch.mojibake()
    for m in _MOJIBAKE.finditer(text):
        seen = m[0]
        after_capital = m.start() > 0 and text[m.start() - 1].isupper()
        if seen[0] == "Â" and after_capital:  # «İMÂ» is a word and a quotation mark
            continue
        # The closing quotation mark is often cut: its last byte has no character in Windows-1252.
        new = table.get(seen, "”" if seen in ("â€", "â\x80") else seen)
        yield Edit(m.start(), m.end(), new, "mojibake sequence")


def _single_characters(text: str) -> Iterator[Edit]:
    table = ch.single_characters()
    for m in _SINGLE.finditer(text):
        new, label = table[m[0]]
        if (
            m[0] == "\xad"
            and text[max(m.start() - 1, 0) : m.start()].isdigit()
            and text[m.end() : m.end() + 1].isdigit()
        ):
            new, label = "-", "odd hyphen"  # PDF files write the hyphen of "1990-1995" so
        yield Edit(m.start(), m.end(), new, label)


def _accents(text: str) -> Iterator[Edit]:
    for m in _MARKS.finditer(text):
        start = m.start() - 1
        if start >= 0 and (m[0][0] not in ch.SPACING_ACCENTS or text[start : start + 2] in ch.SPACED_LETTERS):
            yield Edit(start, m.end(), _compose(text[start : m.end()]), "separate accent")


@lru_cache(maxsize=1024)
def _compose(run: str) -> str:
    """Compose a letter and its marks; a mark that stands twice counts once, and "i" keeps its own dot only."""
    base, *marks = list(unicodedata.normalize("NFD", run))
    marks = [ch.SPACING_ACCENTS.get(mark, mark) for mark in dict.fromkeys(marks)]
    if base in "iı" and "\u0307" in marks:
        base, marks = "i", [mark for mark in marks if mark != "\u0307"]
    return unicodedata.normalize("NFC", base + "".join(marks))


def _mixed_scripts(text: str) -> Iterator[Edit]:
    position = 0
    while m := _CYRILLIC_OR_GREEK.search(text, position):
        start = m.start()
        while start > position and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, m.start())
        position = word.end() if word else m.end()
        odd = [i for i in range(start, position) if _CYRILLIC_OR_GREEK.match(text[i])]
        if len(odd) < position - start and all(text[i] in ch.LATIN_LOOKALIKES for i in odd):
            for i in odd:
                yield Edit(i, i + 1, ch.LATIN_LOOKALIKES[text[i]], "mixed-script letter")


def _wrong_code_page(text: str) -> Iterator[Edit]:
    table: dict[str, str] = {}
    if _count(text, "ðýþÐÝÞ") > _count(text, "ğışĞİŞ") + _count(text, "áíóúæÁÍÓÚÆ"):
        table |= ch.LATIN1_FOR_TURKISH
    if _CAPITAL_IN_WORD.search(text):
        table |= ch.FONT_FOR_TURKISH
    places = {m.start(): table[m[0]] for m in re.finditer(f"[{''.join(table)}]", text)} if table else {}
    if text.count("Đ") > text.count("İ"):
        places |= {m.start(): "İ" for m in _D_FOR_I.finditer(text)}
    for start, new in sorted(places.items()):
        yield Edit(start, start + 1, new, "wrong code page letter")


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))


def _punctuation(text: str) -> Iterator[Edit]:
    for m in _PUNCTUATION.finditer(text):
        seen = m[0]
        if len(seen) == 1 and seen in "'’‘":
            continue
        before, after = text[max(m.start() - 1, 0) : m.start()], text[m.end() : m.end() + 1]
        if seen == "¬":
            if before.islower() and after.islower():  # «yapıla¬mayacağını»
                yield Edit(m.start(), m.end(), "", "invisible character")
        elif seen in ch.APOSTROPHES and _is_apostrophe(before, seen, after):
            yield Edit(m.start(), m.end(), "’", "odd apostrophe")
        elif seen in ch.DOUBLED_QUOTES or (seen in ch.QUOTES and not (seen == "″" and before.isdigit())):  # 55″: inches
            yield Edit(m.start(), m.end(), _quote(before, seen, after), "odd quotation mark")


def _is_apostrophe(before: str, mark: str, after: str) -> bool:
    """«TOFAŞ´ta», «A.Ş.‟nin», «O´98», but not the minutes and feet of «5′30″»."""
    follows = before.isalnum() or (before != "" and before in ".)%”»")
    return follows and (after.isalpha() or (after.isdigit() and mark in "`´ʼ"))


def _quote(before: str, mark: str, after: str) -> str:
    if mark in "„❝":
        return "“"
    if mark == "❞":
        return "”"
    opens = not before or before.isspace() or before in "([{«“:/–—-" or (before in ".!?,;" and after.isupper())
    return "“" if opens else "”"


_CONTINUATION = re.escape(ch.continuation_characters())
_MOJIBAKE = re.compile(f"[ÂÃÄÅ][{_CONTINUATION}]|â[€\x80][{_CONTINUATION}]?|â[‚\x82]¬|â[„\x84]¢|ï»¿")
_SINGLE_CLASS = "".join(map(re.escape, ch.single_characters()))
_SINGLE = re.compile(f"[{_SINGLE_CLASS}]")
_MARKS = re.compile(f"[{ch.COMBINING}{''.join(ch.SPACING_ACCENTS)}][{ch.COMBINING}]*")
_CYRILLIC_OR_GREEK = re.compile(f"[{ch.CYRILLIC_OR_GREEK}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL_IN_WORD = re.compile("[a-zçğıöşü]Ģ")  # «değiĢiklik»
_D_FOR_I = re.compile("Đ(?=[a-zçğıöşü]+(?![^\\W\\d_]))")  # «Đlk», but not «Đoković»
_PUNCTUATION = re.compile(f"[¬{ch.APOSTROPHES}{ch.QUOTES}'’‘]['’‘´`]*")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});")
_UNREADABLE = frozenset(("", "\ufffd"))
"""What stands for a reference to no character."""
_SUSPECT = re.compile(
    f"[ÂÃÄÅðýþÐÝÞĢĐ¬{ch.COMBINING}{ch.CYRILLIC_OR_GREEK}{ch.APOSTROPHES}{ch.QUOTES}"
    f"{''.join(ch.SPACING_ACCENTS)}{_SINGLE_CLASS}]"
)
_SUSPECT_PAIRS = (*ch.DOUBLED_QUOTES, "â€", "â‚", "â„", "ï»¿")
# Accents first: in NFD the first letter of a mojibake sequence is two, and the second may look like another damage.
_STEPS = (
    _references,
    _accents,
    _mojibake,
    _single_characters,
    _mixed_scripts,
    _wrong_code_page,
    _punctuation,
)
