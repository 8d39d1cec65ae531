"""The data that flows from room to room: frozen dataclasses and tuples, no behaviour beyond reading themselves.

Offsets are half-open code points. Findings (`Mention`, `Quantity`, `Time`, `Turn`) point into the text that the
recogniser was given, which is the *shadow* text (see `olgu.read.repair`); a `Fact` and everything in a `Document`
points into the article's text as it was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["count", "money", "percent", "measure", "duration", "ratio", "ordinal", "number"]
Bound = Literal["exact", "approx", "more_than", "at_least", "less_than", "at_most", "range"]
Role = Literal["level", "change", "from", "share"]
Direction = Literal["up", "down"]
Status = Literal["actual", "planned", "expected", "possible", "negated"]
Agreement = Literal["agreed", "disputed"]
EntityType = Literal["PERSON", "ORG", "LOC"]
Number = Decimal | Fraction
"""Exact: `Decimal` for everything that has a finite decimal form, `Fraction` for "üçte biri" → 1/3."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` is never edited; `title`, `date` (ISO 8601) and the rest are metadata."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    path: str | None = None
    notes: tuple[str, ...] = ()
    """What was said about the input when it was read: a guessed encoding, a date that could not be read."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A proper name in the text, without title and without a suffix after an apostrophe (gold guide, section 2)."""

    start: int
    end: int
    type: EntityType
    rule: str
    entity: str | None = None
    """Entity id, e.g. "e3"; set by `olgu.relate.identity`."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world person, organisation or place of an article, with every mention of it."""

    id: str
    type: EntityType
    name: str
    country: str | None = None
    """ISO 3166-1 alpha-2, for countries and places whose country is certain."""


class Numeral(NamedTuple):
    """A written number without its unit: «9,6 milyar», «iki bin yüz beş», «3'üncü», «üçte biri», «700'den».

    `end` includes the case suffix glued to it («700'den»), `core_end` does not («700»).
    """

    start: int
    end: int
    core_end: int
    value: Number
    form: Literal["cardinal", "ordinal", "fraction", "distributive", "vague"] = "cardinal"
    case: str = ""
    """The suffix as written, apostrophe left out, lower case: "den", "i", "e", "" …"""
    words: bool = False
    """True when no digit is in it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and its bound: the span of the gold guide's `quote`, the values normalised."""

    start: int
    end: int
    kind: Kind
    value: Number
    value_to: Number | None = None
    unit: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    rule: str = ""
    context_start: int = -1
    """Start of the span with its bound words («yaklaşık 5 bin» starts at "yaklaşık"); `start` where there are none."""
    context_end: int = -1
    """End of the span with its bound words («700'den fazla» ends after "fazla"); `end` where there are none."""
    case: str = ""
    """Case of the whole expression by its last suffix: acc, dat, loc, abl, gen, ins, "lik" (dolarlık) or ""."""


@dataclass(frozen=True, slots=True)
class Time:
    """A phrase that dates something. `value` is ISO 8601/EDTF or None where it needs a date the article lacks."""

    start: int
    end: int
    value: str | None
    rule: str
    calendar: tuple[tuple[int, int], ...] = ()
    """Spans of numbers in it that are calendar points (day, year, clock time) and therefore no quantities."""
    open_end: bool = False
    """True for a bare duration or vague adverb («son 24 saatte», «Bugünlerde»): its number stays a quantity."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of text and who says it: speech turn, quotation, reported clause, "-e göre"."""

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A quoted span of the article that fills a slot of a fact."""

    start: int
    end: int
    rule: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One numeric fact: a row of the `facts` table before its article's columns are joined on."""

    start: int
    end: int
    kind: Kind
    value: Number
    value_to: Number | None
    bound: Bound
    unit: str | None
    per: str | None
    what: Slot | None
    what_lemma: str | None
    predicate: str | None
    role: Role
    direction: Direction | None
    status: Status
    time: Slot | None
    place: Slot | None
    country: str | None
    speaker: Slot | None
    """`value` holds the entity's name."""
    speaker_id: str | None
    rule: str
    confidence: float
    sentence: int
    """0-based index of the sentence."""
    sentence_start: int
    sentence_end: int
    unit_assumed: bool = False
    """True where the text leaves open which country's money it is («dolar») and `unit` is what its frame suggests."""
    participants: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of the countries of the fact's sentence and frame, sorted."""
    place_id: str | None = None
    """The place's entity."""
    agreement: Agreement | None = None
    """Whether a second analysis of the text finds the same; None where there was none."""
    differing: tuple[str, ...] = ()
    """The slots in which the two analyses differ; "fact" where only one of them has it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article with everything that was found in it; all offsets point into `article.text`."""

    article: Article
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What was said about the input: a guessed encoding, repaired characters."""

    def to_frame(self) -> pd.DataFrame:
        """Return the facts as a DataFrame with the columns and dtypes of the `facts` table."""
        from olgu.write.frame import facts_frame  # noqa: PLC0415 - pandas is slow to import

        return facts_frame([self])

    def _repr_html_(self) -> str:
        """Show the article with its facts and names marked, and the table of its facts, in a notebook."""
        from olgu.write.inline import document_html  # noqa: PLC0415 - only notebooks need it

        return document_html(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not become an article, or an article that a stage failed on; a row of `errors.jsonl`."""

    id: str
    path: str | None
    stage: str
    """One of "read", "analyse", "recognise", "relate", "write"."""
    code: str
    """Stable and short, e.g. "empty", "binary", "bad-json", "missing-text", "unreadable", "no-articles", "internal"."""
    message: str
    """What, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article whose text and date an earlier one of the same run has; it is not extracted again."""

    article: Article
    of: str
    """Id of the earlier article."""
