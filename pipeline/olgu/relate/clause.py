"""The verb form that governs a quantity: the first to its right that can take it, by rules of Turkish word order."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from olgu.analyse.morphology import VerbForm, copular, noun, verb
from olgu.analyse.words import Word
from olgu.relate.bounds import bracket_end, following, quotation
from olgu.relate.seat import Seat

_FINAL = frozenset((".", "!", "?", "…", "..", "..."))
_PARTICLES = frozenset(("de", "da", "bile", "mi", "mı", "mu", "mü"))
_CONJUNCTIONS = frozenset(
    (
        "ve",
        "veya",
        "ya",
        "ama",
        "ancak",
        "fakat",
        "diye",
        "ki",
        "çünkü",
        "ile",
        "için",
        "üzere",
        "gibi",
        "kadar",
        "göre",
    )
)
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


@cache
def lexicon(section: str, name: str) -> frozenset[str]:
    """Return a word list of predicates.toml."""
    return frozenset(_data()[section][name].split())


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "predicates.toml").read_text(encoding="utf-8"))


def find(seat: Seat, neighbours: Sequence[Seat]) -> Head:
    """Return the governing word of `seat`; in a list without verbs of its own, that of the last member."""
    words = seat.words
    end = quotation(words, seat.first)
    bracket = bracket_end(words, seat.first)
    start = seat.outer_last + 1
    if bracket >= 0:
        head = _scan(seat, start, bracket)
        if head is not None:
            return head
        if _aside(seat, bracket):
            return Head(None, -1, None, "bracket", seat)
        start = bracket + 1
    elif copular(words[seat.last]):
        return Head("olmak", seat.last, None, "copula", seat)
    else:
        seat = _last_of_list(seat, neighbours, end)
        start = seat.outer_last + 1
    return _scan(seat, start, end) or _nominal(seat, end)


def _aside(seat: Seat, bracket: int) -> bool:
    """True for a number alone in brackets, «E.T. (35)»: it has no verb."""
    quantity = seat.quantity
    return quantity.kind == "duration" or (bracket == seat.last + 1 and quantity.kind in ("count", "number"))


def _last_of_list(seat: Seat, neighbours: Sequence[Seat], end: int) -> Seat:
    """Follow a list of like quantities to the member that stands beside the verb."""
    here = next((i for i, other in enumerate(neighbours) if other.first == seat.first), len(neighbours))
    for other in neighbours[here + 1 : here + 1 + _LIST_LIMIT]:
        if other.first >= end or not _alike(seat, other):
            continue
        if not _listed(seat, other):
            break
        seat = other
    return seat


def _alike(one: Seat, other: Seat) -> bool:
    a, b = one.quantity, other.quantity
    return a.kind == b.kind and a.unit == b.unit and a.case == b.case


def _listed(one: Seat, other: Seat) -> bool:
    """True where a comma or «ve» follows within four words, and only participles stand between the two."""
    words = one.words
    between = range(one.outer_last + 1, other.first)
    joint = next((i for i in between if words[i].text == "," or words[i].lower == "ve"), -1)
    if joint < 0 or joint > one.outer_last + 4:
        return False
    for i in between:
        form = verb(words[i].lower)
        if form is not None and words[i].lower != "ise":
            if i < joint or not (form.form == "participle" and form.marker in ("an", "dık")) or _joined(words, i):
                return False
    return True


def _joined(words: tuple[Word, ...], index: int) -> bool:
    """True where a conjunction or comma follows."""
    return index + 1 < len(words) and words[index + 1].text in (",", ";", "ve")


def _scan(seat: Seat, start: int, end: int) -> Head | None:
    words = seat.words
    topic = False
    for i in following(words, start, end):
        word = words[i]
        low = word.lower
        if low == "ise":
            topic = topic or i <= seat.outer_last + 3
            continue
        form = verb(low)
        if form is not None:
            if _governs(seat, i, form, topic):
                return _head(seat, i, form)
        elif low in lexicon("verbs", "adjectives") and i > seat.outer_last + 1:
            after = words[i + 1].lower if i + 1 < len(words) else ""
            if verb(after) is None and noun(words[i - 1].lower).case == "dat":
                return Head(f"{low} olmak", i, None, "adjective", seat)
        elif copular(word):
            return Head("olmak", i, None, "copula", seat)
    return None


def _governs(seat: Seat, index: int, form: VerbForm, topic: bool) -> bool:
    """Say whether the verb form at `index` can govern the quantity."""
    if form.marker == "ış":
        return False
    words = seat.words
    between = index - seat.outer_last - 1
    if form.marker == "ma" and not form.case and not form.possessed:
        return form.lemma in ("olmak", "etmek")
    if form.form == "finite" and form.tense == "aorist" and _before_noun(words, index):
        return not form.able
    if not attributive(words, index, form):
        return True
    if topic and form.marker in ("an", "dık"):
        return False
    return not (form.marker == "an" and form.passive and between > 1 and _bare(seat))


def _before_noun(words: tuple[Word, ...], index: int) -> bool:
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    return after.text[0].isalpha() and after.text.islower() and after.lower not in _CONJUNCTIONS | _PARTICLES


def attributive(words: tuple[Word, ...], index: int, form: VerbForm) -> bool:
    """True where a participle, or a form in -mış or -acak, modifies the noun after it instead of ending a clause."""
    if form.form == "participle":
        return True
    low = words[index].lower
    if form.form != "finite" or not low.endswith(("ş", "k")) or form.tense not in ("evidential", "future"):
        return False
    return _before_noun(words, index) and verb(words[index + 1].lower) is None


def _bare(seat: Seat) -> bool:
    """True where the counted noun after the quantity carries no case."""
    i = seat.outer_last + 1
    return seat.quantity.kind == "count" and i < len(seat.words) and noun(seat.words[i].lower).case == "nom"


def _head(seat: Seat, index: int, form: VerbForm) -> Head:
    words = seat.words
    after = verb(words[index + 1].lower) if index + 1 < len(words) else None
    if after is not None and after.lemma == "olmak" and form.marker in ("mış", "acak") and form.form == "finite":
        after = replace(after, lemma=form.lemma)
        return Head(_compound(words, index, form.lemma), index, after, form.marker, seat)
    return Head(_compound(words, index, form.lemma), index, form, form.marker, seat)


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
    for i in range(last, seat.last, -1):
        if words[i].lower in lexicon("verbs", "adjectives"):
            return Head(f"{words[i].lower} olmak", i, None, "adjective", seat)
    if end < len(words) or words[-1].text in _FINAL:
        return Head("olmak", last, None, "nominal", seat)
    return Head(None, -1, None, "fragment", seat)
