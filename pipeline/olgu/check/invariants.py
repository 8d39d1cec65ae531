"""What holds for every extracted article, whatever its text: checked under `--debug` and by the property tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, get_args

from olgu.article import (
    Article,
    Bound,
    Direction,
    Document,
    EntityType,
    Fact,
    Kind,
    Role,
    Slot,
    Status,
)
from olgu.check.again import broken_again
from olgu.check.invariant_rows import broken_rows
from olgu.run.outcome import BrokenInvariantError

if TYPE_CHECKING:
    from spacy.language import Language

SHOWN = 3
"""So many broken invariants of an article are told."""
_CHOICES = {"kind": Kind, "bound": Bound, "role": Role, "direction": Direction, "status": Status}
_UNITS = {"percent": ("%", "‰", "pp", "bp"), "ratio": ("x", None), "number": ("point", "score", None)}
"""The units of the kinds that have few."""
_NO_COUNTRY = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""Two letters that CLDR uses for other territories, or that ISO 3166-1 only reserves."""
_STAMP = r"-?[0-9X]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?)?)?)?"
_EDTF = re.compile(rf"{_STAMP}|(?:{_STAMP}|\.\.)/(?:{_STAMP}|\.\.)")


class Broken(NamedTuple):
    """An invariant that does not hold: the room that has to hold it, and what is wrong."""

    stage: str
    message: str


def process(article: Article, nlp: Language) -> Document:
    """Take one article through the flow and check it; raises `BrokenInvariantError` with the first room at fault.

    The article is read four times: `olgu.check.again` says why.
    """
    from olgu import flow  # noqa: PLC0415 - loads every recogniser

    document = flow.process(article, nlp)
    check(document)
    for message in broken_again(document, lambda other: flow.process(other, nlp)):
        raise BrokenInvariantError("relate", message)
    return document


def check(document: Document) -> None:
    """Raise `BrokenInvariantError` where an invariant does not hold."""
    found = list(broken(document))
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise BrokenInvariantError(found[0].stage, "; ".join(each.message for each in found[:SHOWN]) + more)


def broken(document: Document) -> Iterator[Broken]:
    """Yield every invariant that does not hold, in the order of the rooms."""
    for stage, look in _LOOKS:
        for message in look(document):
            yield Broken(stage, message)


def _sentences(document: Document) -> Iterator[str]:
    yield from _spans("sentence", document.sentences, document.article.text)


def _mentions(document: Document) -> Iterator[str]:
    known = {entity.id for entity in document.entities}
    yield from _spans("mention", [(each.start, each.end) for each in document.mentions], document.article.text)
    for mention in document.mentions:
        if mention.type not in get_args(EntityType):
            yield f"mention {mention.start}-{mention.end}: type {mention.type!r} is unknown"
        if mention.entity is not None and mention.entity not in known:
            yield f"mention {mention.start}-{mention.end}: no entity {mention.entity!r}"


def _times(document: Document) -> Iterator[str]:
    yield from _spans("time", [(each.start, each.end) for each in document.times], document.article.text)
    for time in document.times:
        where = f"time {time.start}-{time.end}"
        if not _is_edtf(time.value):
            yield f"{where}: {time.value!r} is no EDTF"
        yield from (
            f"{where}: calendar point {span} is outside"
            for span in time.calendar
            if not time.start <= span[0] < span[1] <= time.end
        )


def _entities(document: Document) -> Iterator[str]:
    ids = [entity.id for entity in document.entities]
    if len(set(ids)) != len(ids):
        yield f"entities: an id stands twice in {ids}"
    for entity in document.entities:
        if entity.type not in get_args(EntityType) or not entity.name.strip():
            yield f"entity {entity.id}: type {entity.type!r}, name {entity.name!r}"
        if entity.country is not None and entity.country not in countries():
            yield f"entity {entity.id}: {entity.country!r} is no country of ISO 3166-1"


def _facts(document: Document) -> Iterator[str]:
    yield from _spans("fact", [(fact.start, fact.end) for fact in document.facts], document.article.text)
    known = {entity.id for entity in document.entities}
    for fact in document.facts:
        for look in (_in_its_sentence, _slots):
            yield from (f"{_named(fact)}: {message}" for message in look(fact, document))
        for local in (fact.speaker_id, fact.place_id):
            if local is not None and local not in known:
                yield f"{_named(fact)}: no entity {local!r}"
        yield from (f"{_named(fact)}: {message}" for message in (*_codes(fact), *_values(fact)))


def _in_its_sentence(fact: Fact, document: Document) -> Iterator[str]:
    sentence = (fact.sentence_start, fact.sentence_end)
    if not 0 <= fact.sentence < len(document.sentences) or document.sentences[fact.sentence] != sentence:
        yield f"sentence {fact.sentence} does not stand at {sentence[0]}-{sentence[1]}"
    if not sentence[0] <= fact.start < fact.end <= sentence[1]:
        yield f"outside its sentence {sentence[0]}-{sentence[1]}"


def _slots(fact: Fact, document: Document) -> Iterator[str]:
    length = len(document.article.text)
    for name in ("what", "time", "place", "speaker"):
        slot: Slot | None = getattr(fact, name)
        if slot is not None and not 0 <= slot.start < slot.end <= length:
            yield f"{name} {slot.start}-{slot.end} is outside a text of {length} characters"
    if fact.time is not None and not _is_edtf(fact.time.value):
        yield f"time {fact.time.value!r} is no EDTF"
    if (fact.what is None) != (fact.what_lemma is None):
        yield f"what and its lemma {fact.what_lemma!r} do not go together"


def _codes(fact: Fact) -> Iterator[str]:
    for name, choices in _CHOICES.items():
        value = getattr(fact, name)
        if value not in get_args(choices) and not (name == "direction" and value is None):
            yield f"{name} {value!r} is unknown"
    if fact.unit not in _units(fact.kind):
        yield f"unit {fact.unit!r} is none of {fact.kind}"
    codes = (*fact.participants, *([] if fact.country is None else [fact.country]))
    yield from (f"{code!r} is no country of ISO 3166-1" for code in codes if code not in countries())
    if list(fact.participants) != sorted(set(fact.participants)):
        yield f"participants {fact.participants} are not sorted, or one stands twice"
    if not 0 <= fact.confidence <= 1:
        yield f"confidence {fact.confidence} is not between 0 and 1"


def _values(fact: Fact) -> Iterator[str]:
    values = (fact.value, *([] if fact.value_to is None else [fact.value_to]))
    for value in values:
        if not isinstance(value, Decimal | Fraction) or (isinstance(value, Decimal) and not value.is_finite()):
            yield f"value {value!r} is not exact"
    if fact.bound == "range" and fact.value_to is None:
        yield "a range without its upper end"


def _spans(name: str, spans: Sequence[tuple[int, int]], text: str) -> Iterator[str]:
    """Every span lies in the text, is not empty, begins after the one before ends."""
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            yield f"{name} {start}-{end} is empty or outside a text of {len(text)} characters"
    for before, after in pairwise(spans):
        if after[0] < before[1]:
            yield f"{name} {after[0]}-{after[1]} begins before {name} {before[0]}-{before[1]} ends"


def _named(fact: Fact) -> str:
    return f"fact {fact.start}-{fact.end}"


def _is_edtf(value: str | None) -> bool:
    return value is None or _EDTF.fullmatch(value) is not None


@cache
def countries() -> frozenset[str]:
    """Return the alpha-2 codes of ISO 3166-1, and XK, which everybody uses for Kosovo."""
    from babel import Locale  # noqa: PLC0415 - slow to import

    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NO_COUNTRY


@cache
def _units(kind: str) -> frozenset[str | None]:
    from babel.numbers import list_currencies  # noqa: PLC0415 - slow to import

    from olgu.recognise.quantity_lexicon import lexicon  # noqa: PLC0415

    if kind == "money":
        return frozenset([*list_currencies(), None])
    if kind in ("measure", "duration"):
        return frozenset(lexicon().ucum)
    return frozenset(_UNITS.get(kind, (None,)))


_LOOKS: tuple[tuple[str, Callable[[Document], Iterator[str]]], ...] = (
    ("analyse", _sentences),
    ("recognise", _mentions),
    ("recognise", _times),
    ("relate", _entities),
    ("relate", _facts),
    ("write", broken_rows),
)
