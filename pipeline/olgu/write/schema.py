"""The one schema of the tables: every other description of them is made from this one.

`olgu.write.forms` turns it into a JSON Schema, a Frictionless Table Schema, pandas dtypes and a pyarrow schema,
`olgu.write.markdown` into `docs/tables.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from olgu.article import Agreement, Bound, Direction, EntityType, Kind, Role, Status

ColumnType = Literal["string", "integer", "number"]
Cell = str | int | float | None
Row = dict[str, Cell]

NUMBER_PATTERN = r"^-?\d+(\.\d+)?$|^-?\d+/\d+$"
"""Canonical number text: no exponent, no sign but a leading minus, no trailing zeros; fractions as "1/3"."""
VERSION = "1.0.0"
"""Of the tables, as `docs/releases.md` counts it: a column more is a minor one, one less a major one."""
EVIDENCE = 3000
"""Code points of a sentence that are shown with each of its facts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType
    description: str
    nullable: bool = False
    allowed: tuple[str, ...] = ()
    """The only values it may have; empty for an open column."""
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `key` names the columns that tell its rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[tuple[str, str, str], ...] = ()
    """(column here, table there, column there)"""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


FACTS = Table(
    "facts",
    "One row for each numeric fact: a number with what it says something about.",
    ("fact_id",),
    (
        Column("fact_id", "string", "The article's id and the span: `<article_id>#<start>-<end>`."),
        Column("article_id", "string", "The article in `articles`."),
        Column("sentence", "integer", "Index of the sentence in the article, from 0."),
        Column("start", "integer", "First code point of `quote` in the article's text, from 0."),
        Column("end", "integer", "Code point after the last one of `quote`."),
        Column("quote", "string", "The quantity as written: number, unit and the case ending glued to it."),
        Column("kind", "string", "What kind of quantity it is.", allowed=get_args(Kind)),
        Column(
            "value",
            "string",
            "The number, scale words multiplied out: exact decimal text (`6000000000`, `9.6`) or a fraction (`1/3`); "
            "the lower end of a range, the first number of a score.",
            pattern=NUMBER_PATTERN,
        ),
        Column(
            "value_to",
            "string",
            "The upper end of a range, the second number of a score.",
            nullable=True,
            pattern=NUMBER_PATTERN,
        ),
        Column("bound", "string", "How the number bounds the amount.", allowed=get_args(Bound)),
        Column(
            "unit",
            "string",
            "ISO 4217 code of a currency, `%` or `pp`, UCUM-like symbol of a measure or duration, `x` for multiples.",
            nullable=True,
        ),
        Column(
            "per",
            "string",
            "What a rate is divided by: a unit or a lemma, or a round number of them (`1000 m3`).",
            nullable=True,
        ),
        Column("what", "string", "The noun phrase that is measured or counted, as written.", nullable=True),
        Column("what_start", "integer", "First code point of `what`.", nullable=True),
        Column("what_end", "integer", "Code point after the last one of `what`.", nullable=True),
        Column("what_lemma", "string", "Dictionary form of the head of `what`.", nullable=True),
        Column("predicate", "string", "The governing verb, as an infinitive.", nullable=True),
        Column(
            "role",
            "string",
            "The value itself, the amount of a change, the old value, or a part of a whole.",
            allowed=get_args(Role),
        ),
        Column("direction", "string", "Rise or fall.", nullable=True, allowed=get_args(Direction)),
        Column("status", "string", "What the text claims of it.", allowed=get_args(Status)),
        Column("time", "string", "When it holds: ISO 8601 / EDTF.", nullable=True),
        Column("time_quote", "string", "The phrase that dates it, as written.", nullable=True),
        Column("place", "string", "Name of the place where it holds or that it is about, as written.", nullable=True),
        Column("country", "string", "ISO 3166-1 alpha-2 code of the place's country.", nullable=True),
        Column("speaker", "string", "Name of whom the text attributes the statement to.", nullable=True),
        Column("speaker_id", "string", "The speaker in `entities`.", nullable=True),
        Column(
            "rule",
            "string",
            "Who decided each slot, as `slot: rule` parted by `; `, in the order quantity, what, time, place, speaker, "
            "predicate; slots that are empty are left out.",
        ),
        Column(
            "confidence",
            "number",
            "From 0 to 1: the share of such facts that are right in quantity and `what`, as measured on annotated "
            "articles (see relations.md).",
        ),
        Column(
            "evidence",
            "string",
            f"The sentence, as written; of one longer than {EVIDENCE:,} code points the part around the fact.",
        ),
        Column(
            "unit_assumed",
            "integer",
            "1 where the text leaves open which country's money it is (`dolar`) and `unit` is what its frame suggests, "
            "else 0.",
        ),
        Column(
            "participants",
            "string",
            "ISO 3166-1 alpha-2 codes of the countries of the sentence, its people, the speaker and the place, sorted, "
            "parted by spaces.",
            nullable=True,
            pattern=r"^[A-Z]{2}( [A-Z]{2})*$",
        ),
        Column("place_id", "string", "The place in `entities`.", nullable=True),
        Column(
            "agreement",
            "string",
            "With `--backend both`, whether the two analyses agree on the fact.",
            nullable=True,
            allowed=get_args(Agreement),
        ),
        Column(
            "differing",
            "string",
            "The slots in which they differ, parted by spaces; `fact` where only one of them has it.",
            nullable=True,
        ),
    ),
    (
        ("article_id", "articles", "article_id"),
        ("speaker_id", "entities", "entity_id"),
        ("place_id", "entities", "entity_id"),
    ),
)

MENTIONS = Table(
    "mentions",
    "One row for each place where an article names a person, an organisation or a place.",
    ("article_id", "start", "end"),
    (
        Column("article_id", "string", "The article in `articles`."),
        Column("start", "integer", "First code point of `quote` in the article's text, from 0."),
        Column("end", "integer", "Code point after the last one of `quote`."),
        Column("quote", "string", "The name as written, without title and without a suffix after an apostrophe."),
        Column("type", "string", "What it names.", allowed=get_args(EntityType)),
        Column("entity_id", "string", "The named in `entities`.", nullable=True),
    ),
    (("article_id", "articles", "article_id"), ("entity_id", "entities", "entity_id")),
)

ENTITIES = Table(
    "entities",
    "One row for each person, organisation or place of an article; the same name in two articles is two rows.",
    ("entity_id",),
    (
        Column("entity_id", "string", "The article's id and the entity's number in it: `<article_id>:e3`."),
        Column("type", "string", "What it is.", allowed=get_args(EntityType)),
        Column("name", "string", "The fullest good spelling in the text."),
        Column(
            "country",
            "string",
            "ISO 3166-1 alpha-2 code, for countries, places and bodies that the text ties to one.",
            nullable=True,
        ),
        Column("mentions", "integer", "How many rows of `mentions` name it."),
        Column("articles", "integer", "How many articles name it: 1, since ids hold within an article."),
    ),
)

ARTICLES = Table(
    "articles",
    "One row for each input, in the order in which they were read, failed ones included.",
    ("article_id",),
    (
        Column("article_id", "string", "Id of the article, unique in a run."),
        Column("path", "string", "The file it was read from.", nullable=True),
        Column("source", "string", "Who published it, as the input says.", nullable=True),
        Column("title", "string", "Its title, as the input says.", nullable=True),
        Column("date", "string", "Date of publication, ISO 8601.", nullable=True),
        Column("language", "string", "ISO 639-1 code of the language it was read as.", nullable=True, allowed=("tr",)),
        Column("sha256", "string", "SHA-256 of the text in UTF-8, in hexadecimal digits.", nullable=True),
        Column("characters", "integer", "Code points of the text.", nullable=True),
        Column("sentences", "integer", "How many sentences it has.", nullable=True),
        Column("facts", "integer", "How many rows of `facts` it has."),
        Column("status", "string", "Whether it went through.", allowed=("ok", "failed", "duplicate")),
        Column("error", "string", "Why it failed.", nullable=True),
        Column(
            "duplicate_of",
            "string",
            "The earlier article of the run with the same text and date, whose facts are this one's too.",
            nullable=True,
        ),
    ),
)

ERRORS = Table(
    "errors",
    "One object for each input that failed; always JSON Lines.",
    ("id",),
    (
        Column("id", "string", "The article's id, as in `articles`."),
        Column("path", "string", "The file it was read from.", nullable=True),
        Column("stage", "string", "Where it failed.", allowed=("read", "analyse", "recognise", "relate", "write")),
        Column("code", "string", "Short stable code of the reason."),
        Column("message", "string", "What went wrong, where, and what to do."),
    ),
)

TABLES = (FACTS, MENTIONS, ENTITIES, ARTICLES)
"""What every format writes; `ERRORS` is written once, as JSON Lines."""
