"""The verb form that governs a quantity: the first to its right that can take it, by rules of Turkish word order."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from olgu.analyse.morphology import VerbForm, copular, noun, verb
from olgu.analyse.words import Word
from olgu.relate.bounds import REACH, bracket_end, capitals_end, following, quotation
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
    end: int
    """Where its clause ends at the latest: the end of the quotation or sentence it stands in."""


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
    end = min(quotation(words, seat.first), capitals_end(words, seat.first, seat.outer_last))
    bracket = bracket_end(words, seat.first)
    start = seat.outer_last + 1
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
        start = seat.outer_last + 1
    return _scan(seat, start, end) or _nominal(seat, end)


def _aside(seat: Seat, bracket: int) -> bool:
    """True for a number alone in brackets, «E.T. (35)»: it has no verb."""
    quantity = seat.quantity
    return quantity.kind == "duration" or (bracket == seat.last + 1 and quantity.kind in ("count", "number"))


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
    topic = False
    for n, i in enumerate(following(words, start, end)):
        word = words[i]
        low = word.lower
        if low in ("ise", ","):
            topic = topic or (n <= 5 and _is_topic(words[i - 1], low))
        elif low == "ve":
            topic = topic or n <= 3
        elif (form := _verbal(words, i)) is not None:
            if _governs(seat, i, form, topic):
                return _head(seat, i, form, end)
        elif low in lexicon("verbs", "adjectives"):
            if i > seat.outer_last + 1 and not topic and _stands_alone(words, i):
                return Head(f"{low} olmak", i, None, "adjective", seat, end)
        elif copular(word) and _closes(words, i):
            return Head("olmak", i, None, "copula", seat, end)
    return None


def _is_topic(word: Word, mark: str) -> bool:
    """True where the phrase before a comma or «ise» is a subject or topic of the main clause, by its bare case."""
    case = noun(word.lower).case
    return case in ("nom", "acc|poss") or (mark == "ise" and case != "gen")


def _verbal(words: tuple[Word, ...], index: int) -> VerbForm | None:
    """Read a word as a verb form; a name in the middle of a sentence is none."""
    word = words[index]
    form = verb(word.lower)
    if form is None or not word.text[0].isupper() or word.text.isupper() or form.form == "finite" or index == 0:
        return form
    before = words[index - 1].text
    return form if before[0].isupper() or not (before[0].isalnum() or before == ",") else None


def _closes(words: tuple[Word, ...], index: int) -> bool:
    """True where a clause may end after the word."""
    if index + 1 >= len(words):
        return True
    after = words[index + 1]
    return not after.text[0].isalnum() or after.lower in _CONJUNCTIONS or words[index].lower.endswith("ken")


def _stands_alone(words: tuple[Word, ...], index: int) -> bool:
    """True for «… kapasitesine sahip salon»: an adjective with a complement in the dative and no verb after it."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return verb(after) is None and noun(words[index - 1].lower).case == "dat"


def _governs(seat: Seat, index: int, form: VerbForm, topic: bool) -> bool:
    """Say whether the verb form at `index` can govern the quantity; `topic`: its phrase was closed before the verb."""
    if form.marker == "ış":
        return False
    words = seat.words
    if form.marker == "ma" and not form.case and not form.possessed:
        return form.lemma in ("olmak", "etmek") or _before_content(words, index)
    if form.form == "finite" and form.tense == "aorist" and _before_noun(words, index):
        return False
    if form.marker in ("arak", "ıp"):
        return not (_in_subject(seat) and index - seat.outer_last > 3)
    return not attributive(words, index, form) or _modifies(seat, index, form, topic)


def _modifies(seat: Seat, index: int, form: VerbForm, topic: bool) -> bool:
    """Say whether the quantity belongs to the clause of a participle that modifies the noun after it.

    The gap of -An is its subject: a bare noun that is not right before it cannot belong to it when it is passive.
    """
    between = index - seat.outer_last - 1
    if between == 0 and form.lemma == "çalışmak":
        return False
    if topic and (form.marker == "an" or (form.marker == "dık" and not form.case)):
        return False
    return not (form.marker == "an" and form.passive and between > 1 and _bare(seat))


def _before_content(words: tuple[Word, ...], index: int) -> bool:
    return index + 1 < len(words) and noun(words[index + 1].lower).lemma in lexicon("nouns", "content")


def _in_subject(seat: Seat) -> bool:
    """True where the quantity modifies a noun without case, which then is the subject of the main verb."""
    if seat.quantity.kind in ("percent", "money", "measure", "ratio") and seat.quantity.case != "lik":
        return False
    return seat.quantity.case in ("", "lik") and _bare(seat)


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
    """True where the noun after the quantity carries no case and no postposition."""
    words, i = seat.words, seat.outer_last + 1
    if seat.quantity.kind not in ("count", "ordinal", "duration", "number", "money", "measure") or i >= len(words):
        return False
    after = words[i + 1].lower if i + 1 < len(words) else ""
    posts = lexicon("nouns", "postpositions")
    return noun(words[i].lower).case == "nom" and words[i].lower not in posts and after not in posts


def _head(seat: Seat, index: int, form: VerbForm, end: int) -> Head:
    words = seat.words
    after = verb(words[index + 1].lower) if index + 1 < len(words) else None
    if after is not None and after.lemma == "olmak" and form.marker in ("mış", "acak", "yor") and form.form == "finite":
        after = replace(after, lemma=form.lemma)
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
