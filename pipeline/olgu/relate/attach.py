"""Whether a verb form may govern a quantity to its left: rules of Turkish word order, no lexicon of verbs."""

from __future__ import annotations

from typing import Literal

from olgu.analyse.morphology import VerbForm, noun, verb
from olgu.analyse.words import Word
from olgu.relate.cues import lexicon
from olgu.relate.seat import Seat

Closed = Literal["", "joined", "topic"]
"""How the phrase of a quantity was closed off: by «ve» or «birlikte», or by a comma or «ise» as a subject or topic."""

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
_TOPIC_REACH = 5
_JOINT_REACH = 3


def closing(words: tuple[Word, ...], index: int, distance: int) -> Closed:
    """Say how the comma, «ise», «ve» or «birlikte» at `index` closes the phrase of a quantity `distance` words back."""
    low, before = words[index].lower, words[index - 1]
    if low in ("ve", "birlikte"):
        return "joined" if distance <= _JOINT_REACH else ""
    if distance > _TOPIC_REACH:
        return ""
    case = "nom" if before.text[0].isupper() and not before.suffix else noun(before.lower).case
    return "topic" if case in ("nom", "acc|poss") or (low == "ise" and case != "gen") else ""


def verbal(words: tuple[Word, ...], index: int) -> VerbForm | None:
    """Read a word as a verb form; a name in the middle of a sentence and an idiom («önde gelen») are none."""
    word = words[index]
    form = verb(word.lower)
    if form is None or form.marker == "ış":  # a noun like any other: «satış», «açılışı»
        return None
    if index == 0:
        return form
    before = words[index - 1]
    if form.marker == "an" and before.lower in lexicon("verbs", "idioms"):
        return None
    if word.lower == "alan" and (before.text[-1].isdigit() or before.lower in lexicon("verbs", "area")):
        return None
    if not word.text[0].isupper() or word.text.isupper() or form.form == "finite":
        return form
    mark = before.text
    return form if mark[0].isupper() or not (mark[0].isalnum() or mark == ",") else None


def closes_clause(words: tuple[Word, ...], index: int) -> bool:
    """True where a clause may end after the word."""
    if index + 1 >= len(words):
        return True
    after = words[index + 1]
    return not after.text[0].isalnum() or after.lower in _CONJUNCTIONS or words[index].lower.endswith("ken")


def stands_alone(words: tuple[Word, ...], index: int) -> bool:
    """True for «… kapasitesine sahip salon»: an adjective with a complement in the dative and no verb after it."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return verb(after) is None and noun(words[index - 1].lower).case == "dat"


def governs(seat: Seat, index: int, form: VerbForm, closed: Closed) -> bool:
    """Say whether the verb form at `index` can govern the quantity; `closed`: its phrase was closed before the verb."""
    words = seat.words
    if attributive(words, index, form):
        return _modifies(seat, index, form, closed)
    if form.marker in ("arak", "ıp"):
        return not (_in_subject(seat) and index - seat.outer_last > 3)
    if form.form == "verbal_noun" and not form.case and not form.possessed:
        return _governs_bare(seat, index, form, closed)
    if form.tense == "aorist" and form.form == "finite":
        return not _before_noun(words, index)
    return not (closed == "topic" and form.case == "acc" and form.possessed and _own_subject(seat, index))


def _governs_bare(seat: Seat, index: int, form: VerbForm, closed: Closed) -> bool:
    """Judge an infinitive without ending: -mA mostly makes a compound noun, -mAk takes no subject of its own."""
    if form.marker == "ma":
        return form.lemma in ("olmak", "etmek") or _before_content(seat.words, index)
    return form.marker == "mak" and closed != "topic" and not _genitive(seat)


def _modifies(seat: Seat, index: int, form: VerbForm, closed: Closed) -> bool:
    """Say whether the quantity belongs to the clause of a participle that modifies the noun after it.

    The gap of -An is its subject: a bare noun that is not right before it cannot belong to it when it is passive.
    """
    if form.marker not in ("an", "dık"):
        return True
    between, kind = index - seat.outer_last - 1, seat.quantity.kind
    if closed == "topic" or (closed and form.marker == "an"):
        return False
    if form.marker == "dık":
        return True
    if between == 0 and form.lemma == "çalışmak" and kind == "count":
        return False
    return not (form.passive and between > 1 and kind in ("count", "ordinal") and _bare(seat))


def _own_subject(seat: Seat, index: int) -> bool:
    """True where a complement clause has a subject of its own, in the genitive: «…, fiyatların arttığını söyledi»."""
    words = seat.words
    comma = next((i for i in range(seat.outer_last + 1, index) if words[i].text == ","), index)
    return any(noun(words[i].lower).case == "gen" for i in range(comma + 1, index))


def _genitive(seat: Seat) -> bool:
    i = seat.outer_last + 1
    return i < len(seat.words) and noun(seat.words[i].lower).case == "gen"


def _before_content(words: tuple[Word, ...], index: int) -> bool:
    return index + 1 < len(words) and noun(words[index + 1].lower).lemma in lexicon("nouns", "content")


def _before_noun(words: tuple[Word, ...], index: int) -> bool:
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    return after.text[0].isalpha() and after.text.islower() and after.lower not in _CONJUNCTIONS | _PARTICLES


def attributive(words: tuple[Word, ...], index: int, form: VerbForm) -> bool:
    """True where a participle, or a form in -mış or -acak, modifies the noun after it instead of ending a clause."""
    if form.marker == "an":
        return True
    if form.form == "participle":
        after = words[index + 1] if index + 1 < len(words) else None
        return not form.case and after is not None and after.text[0].isalnum() and verb(after.lower) is None
    low = words[index].lower
    if form.form != "finite" or not low.endswith(("ş", "k")) or form.tense not in ("evidential", "future"):
        return False
    return _before_noun(words, index) and verb(words[index + 1].lower) is None


def _in_subject(seat: Seat) -> bool:
    """True where the quantity modifies a noun without case, which then is the subject of the main verb."""
    if seat.quantity.kind in ("percent", "money", "measure", "ratio") and seat.quantity.case != "lik":
        return False
    return seat.quantity.case in ("", "lik") and _bare(seat)


def _bare(seat: Seat) -> bool:
    """True where the noun after the quantity carries no case and no postposition."""
    words, i = seat.words, seat.outer_last + 1
    if i >= len(words):
        return False
    after = words[i + 1].lower if i + 1 < len(words) else ""
    posts = lexicon("nouns", "postpositions")
    if after in posts or after.endswith(("li", "lı", "lu", "lü")):
        return False
    return noun(words[i].lower).case == "nom" and words[i].lower not in posts
