"""The verb form that governs a quantity: the first to its right that can take it, by rules of Turkish word order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from olgu.analyse.morphology import VerbForm, copular, verb
from olgu.analyse.words import Word
from olgu.relate.attach import Closed, closes_clause, closing, governs, stands_alone, verbal
from olgu.relate.bounds import REACH, bracket_end, capitals_end, following, quotation
from olgu.relate.cues import lexicon
from olgu.relate.seat import Seat

_FINAL = frozenset((".", "!", "?", "…", "..", "..."))
_PARTICLES = frozenset(("de", "da", "bile", "mi", "mı", "mu", "mü"))
_CLOSERS = frozenset((",", "ise", "ve", "birlikte"))
_LIST_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The governing word: `form` is None for a nominal predicate or none at all; `index` -1 for none.

    `seat` is the member of a list that the verb stands beside: «yüzde 5, gıda yüzde 7 arttı» gives the second for both.
    """

    lemma: str | None
    index: int
    form: VerbForm | None
    rule: str
    seat: Seat
    end: int
    """Where its clause ends at the latest: the end of the quotation or sentence it stands in."""


def find(seat: Seat, neighbours: Sequence[Seat]) -> Head:
    """Return the governing word of `seat`; in a list without verbs of its own, that of the last member."""
    words = seat.words
    end = min(quotation(words, seat.first), capitals_end(words, seat.first, seat.outer_last))
    bracket = bracket_end(words, seat.first)
    start = seat.last + 1  # a bound may hold the verb: «5 milyarı aştı»
    if bracket >= 0:
        head = _scan(seat, start, bracket)
        if head is not None:
            return head
        if _aside(seat, bracket):
            return Head(None, -1, None, "bracket", seat, bracket)
        start = bracket + 1
    elif copular(words[seat.last]):
        return Head("olmak", seat.last, None, "copula", seat, end)
    else:
        seat = _last_of_list(seat, neighbours, end)
        start = seat.last + 1
    head = _scan(seat, start, end)
    if head is None and _in_table(seat, neighbours):
        return Head(None, -1, None, "table", seat, end)
    return head or _nominal(seat, end)


def _aside(seat: Seat, bracket: int) -> bool:
    """True for a number alone in brackets, «E.T. (35)»: it has no verb."""
    quantity = seat.quantity
    return quantity.kind == "duration" or (bracket == seat.last + 1 and quantity.kind in ("count", "number"))


def _in_table(seat: Seat, neighbours: Sequence[Seat]) -> bool:
    """True where bare numbers stand side by side: «Fenerbahçe 39,00 4,84 Galatasaray 32,30 82,80»."""
    here = bisect_left(neighbours, seat.first, key=lambda other: other.first)
    beside = (*neighbours[max(0, here - 1) : here], *neighbours[here + 1 : here + 2])
    return any(other.first == seat.last + 1 or other.last == seat.first - 1 for other in beside)


def _last_of_list(seat: Seat, neighbours: Sequence[Seat], end: int) -> Seat:
    """Follow a list of like quantities to the member that stands beside the verb."""
    here = bisect_left(neighbours, seat.first, key=lambda other: other.first)
    for other in neighbours[here + 1 : here + 1 + _LIST_LIMIT]:
        if other.first >= end or not _alike(seat, other):
            continue
        if not _listed(seat, other):
            break
        seat = other
    return seat


def _alike(one: Seat, other: Seat) -> bool:
    a, b = one.quantity, other.quantity
    return a.kind == b.kind and a.unit == b.unit and (a.case == b.case or (a.case == "" and b.case == "lik"))


def _listed(one: Seat, other: Seat) -> bool:
    """True where a comma or «ve» follows within four words, and only participles stand between the two."""
    words = one.words
    between = list(following(words, one.outer_last + 1, other.first))
    joint = next((n for n, i in enumerate(between[:5]) if words[i].text == "," or words[i].lower == "ve"), -1)
    if joint < 0:
        return False
    forms = ((n, i, verb(words[i].lower)) for n, i in enumerate(between) if words[i].lower != "ise")
    return all(
        form is None or (n > joint and form.marker in ("an", "dık") and not _joined(words, i)) for n, i, form in forms
    )


def _joined(words: tuple[Word, ...], index: int) -> bool:
    """True where a conjunction or comma follows."""
    return index + 1 < len(words) and words[index + 1].text in (",", ";", "ve")


def _scan(seat: Seat, start: int, end: int) -> Head | None:
    words = seat.words
    closed: Closed = ""
    for n, i in enumerate(following(words, start, end)):
        word = words[i]
        low = word.lower
        if low in _CLOSERS:
            closed = closed or closing(words, i, n)
        elif (form := verbal(words, i)) is not None:
            if governs(seat, i, form, closed):
                return _head(seat, i, form, end)
        elif low in lexicon("verbs", "adjectives"):
            if i > seat.outer_last + 1 and not closed and stands_alone(words, i):
                return Head(f"{low} olmak", i, None, "adjective", seat, end)
        elif copular(word) and closes_clause(words, i):
            return Head("olmak", i, None, "copula", seat, end)
    return None


def _head(seat: Seat, index: int, form: VerbForm, end: int) -> Head:
    words = seat.words
    after = verb(words[index + 1].lower) if index + 1 < len(words) else None
    if after is not None and after.lemma == "olmak" and form.marker in ("mış", "acak", "yor") and form.form == "finite":
        tense = "future" if form.marker == "acak" else after.tense  # «yükselecek olan» has yet to rise
        after = replace(after, lemma=form.lemma, tense=tense, passive=form.passive or after.passive)
        return Head(_compound(words, index, form.lemma), index, after, form.marker, seat, end)
    return Head(_compound(words, index, form.lemma), index, form, form.marker, seat, end)


def _compound(words: tuple[Word, ...], index: int, lemma: str) -> str:
    """Join etmek, and olmak with the words that make a compound with it, to the word before."""
    before = index - 1
    while before > 0 and words[before].lower in _PARTICLES:
        before -= 1
    if before < 0 or not words[before].is_word:
        return lemma
    word = words[before].lower
    if lemma in lexicon("verbs", "light"):
        return f"{word} {lemma}"
    if lemma != "olmak" or word not in lexicon("verbs", "with_be"):
        return lemma
    if word == "sahibi":
        return f"ev {word} {lemma}" if before > 0 and words[before - 1].lower == "ev" else f"{word} {lemma}"
    return f"{word} {lemma}"


def _nominal(seat: Seat, end: int) -> Head:
    """Read a clause without a verb: a nominal predicate where it ends like a sentence, else a headline."""
    words = seat.words
    last = min(end, len(words)) - 1
    for i in range(last, max(seat.last, last - REACH), -1):
        if words[i].lower in lexicon("verbs", "adjectives"):
            return Head(f"{words[i].lower} olmak", i, None, "adjective", seat, end)
    if end < len(words) and words[end].text[0].isalnum():
        return Head(None, -1, None, "fragment", seat, end)
    if end < len(words) or words[-1].text in _FINAL:
        return Head("olmak", last, None, "nominal", seat, end)
    return Head(None, -1, None, "fragment", seat, end)
