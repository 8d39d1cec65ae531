"""Where the clause of a quantity ends, and which verb form in it governs the quantity."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from olgu.analyse.morphology import VerbForm, noun, verb
from olgu.analyse.words import Word
from olgu.relate.seat import Seat

_OPENING = frozenset("“«„‹")
_CLOSING = frozenset("”»›")
_STRAIGHT = frozenset({'"', "''", "``"})
_FINAL = frozenset({".", "!", "?", "…", "..", "..."})
_BREAKS = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Head:
    """The governing word: `form` is None for a nominal predicate or none at all; `index` -1 for none."""

    lemma: str | None
    index: int
    form: VerbForm | None
    rule: str


@cache
def lexicon(section: str, name: str) -> frozenset[str]:
    """Return a word list of predicates.toml."""
    data = tomllib.loads((files(__package__) / "predicates.toml").read_text(encoding="utf-8"))
    return frozenset(data[section][name].split())


def _quoted(words: tuple[Word, ...], first: int) -> tuple[bool, int]:
    """Say whether `first` stands inside a quotation, and where that ends (the index of its last mark or the end)."""
    depth = 0
    for word in words[:first]:
        mark = word.text
        if mark in _OPENING:
            depth = 1
        elif mark in _CLOSING:
            depth = 0
        elif mark in _STRAIGHT:
            depth = 1 - depth
    for i in range(first, len(words)):
        mark = words[i].text
        if mark in _CLOSING or (mark in _STRAIGHT and depth):
            return True, i
        if mark in _OPENING or mark in _STRAIGHT:
            return False, len(words)
    return bool(depth), len(words)


def _bracketed(words: tuple[Word, ...], first: int) -> int:
    """Return the index of the bracket that closes around `first`, or -1."""
    opened = False
    for i in range(first - 1, max(-1, first - 12), -1):
        if words[i].text == ")":
            return -1
        if words[i].text == "(":
            opened = True
            break
    if not opened:
        return -1
    return next((i for i in range(first, len(words)) if words[i].text == ")"), -1)


def following(words: tuple[Word, ...], start: int, end: int) -> Iterator[int]:
    """Yield the indexes of words from `start`, leaving out what stands in brackets or in a quotation of its own."""
    bracket = quote = False
    for i in range(start, end):
        text = words[i].text
        if text == "(":
            bracket = True
        elif text == ")":
            bracket = False
        elif text in _OPENING:
            quote = True
        elif text in _CLOSING:
            quote = False
        elif text in _STRAIGHT:
            quote = not quote
        elif not bracket and not quote:
            yield i


def attributive(words: tuple[Word, ...], index: int, form: VerbForm) -> bool:
    """True where a form in -mış, -acak, -ar or -maz modifies the noun after it instead of ending a clause."""
    if form.form == "participle":
        return True
    if form.form != "finite" or form.tense not in ("evidential", "future", "aorist") or index + 1 >= len(words):
        return False
    if form.marker == "mış" and not words[index].lower.endswith("ş"):
        return False
    if form.marker == "acak" and not words[index].lower.endswith("k"):
        return False
    if form.marker in ("ar", "maz"):
        return False
    after = words[index + 1]
    return (
        after.text[0].isalpha()
        and verb(after.lower) is None
        and after.lower not in ("ve", "ama", "ancak", "diye", "da", "de", "mi", "mı", "ki")
    )


def _bare(seat: Seat) -> bool:
    """True where the noun after the quantity (or the quantity itself) carries no case."""
    words = seat.words
    i = seat.outer_last + 1
    return i < len(words) and noun(words[i].lower).case == "nom" and seat.quantity.kind == "count"


def _governs(seat: Seat, index: int, form: VerbForm) -> bool:
    """Say whether the verb form at `index` can govern the quantity (a rule of Turkish word order)."""
    words = seat.words
    if form.marker == "ış" or words[index].lower == "ise":
        return False
    between = index - seat.outer_last - 1
    if (
        attributive(words, index, form)
        and form.passive
        and form.form == "participle"
        and form.marker == "an"
        and between > 1
        and _bare(seat)
    ):
        return False
    return True


def _compound(words: tuple[Word, ...], index: int, lemma: str) -> str:
    """Join etmek, and olmak with the words that make a compound with it, to the word before."""
    before = index - 1
    while before > 0 and words[before].lower in ("de", "da", "bile", "mi", "mı"):
        before -= 1
    if before < 0 or not words[before].is_word:
        return lemma
    word = words[before].lower
    if lemma in lexicon("verbs", "light"):
        return f"{word} {lemma}"
    if lemma == "olmak" and word in lexicon("verbs", "with_be"):
        if word == "sahibi" and before > 0 and words[before - 1].lower == "ev":
            return f"ev {word} {lemma}"
        return f"{word} {lemma}"
    return lemma


def _copular(word: Word) -> bool:
    """True where a noun or number carries a copula: «kişidir», «milyardı», «yüzde 2,7'ydi»."""
    text = word.suffix or word.lower
    if not word.suffix and (
        len(text) < 5 or text in ("yıldır", "aydır", "gündür", "haftadır", "saattir", "şimdi", "kendi")
    ):
        return False
    return text.endswith(("dır", "dir", "dur", "dür", "tır", "tir", "tur", "tür", "ydı", "ydi", "ydu", "ydü")) or (
        text.endswith(("rdı", "rdi", "ndı", "ndi"))
        and not word.suffix
        and verb(text) is None
        and text.endswith(("larda", "yardı", "lardı", "lerdi"))
    )


def find(seat: Seat) -> Head:
    """Return the governing word of `seat`: the first verb form to the right that can take it."""
    words = seat.words
    inside, end = _quoted(words, seat.first)
    bracket = _bracketed(words, seat.first)
    start = seat.outer_last + 1
    if bracket >= 0:
        head = _scan(seat, start, bracket)
        if head is not None:
            return head
        if seat.quantity.kind == "duration" or bracket == seat.last + 1 and seat.quantity.kind in ("count", "number"):
            return Head(None, -1, None, "bracket")
        start = bracket + 1
    if _copular(words[seat.last]):
        return Head("olmak", seat.last, None, "copula")
    head = _scan(seat, start, end)
    return head or _nominal(seat, end)


def _scan(seat: Seat, start: int, end: int) -> Head | None:
    words = seat.words
    for i in following(words, start, end):
        word = words[i]
        form = verb(word.lower)
        if form is not None:
            if _governs(seat, i, form):
                return Head(_compound(words, i, form.lemma), i, form, form.marker)
        elif _copular(word):
            return Head("olmak", i, None, "copula")
    return None


def _nominal(seat: Seat, end: int) -> Head:
    """Read a sentence without a verb: nominal predicate where it ends like a sentence, else a headline."""
    words = seat.words
    for i in range(min(end, len(words)) - 1, seat.last, -1):
        if words[i].lower in lexicon("verbs", "adjectives"):
            return Head(f"{words[i].lower} olmak", i, None, "adjective")
    last = words[-1].text
    if last in _FINAL or end < len(words):
        return Head("olmak", min(end, len(words)) - 1, None, "nominal")
    return Head(None, -1, None, "fragment")
