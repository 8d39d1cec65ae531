"""What stands in the tables and beside them, cell by cell."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from olgu.article import Article, Document, Duplicate, Entity, Failure, Mention, Slot
from olgu.write.evidence import evidence_span, sentence_start
from olgu.write.forms import arrow_schema, json_schema, pandas_dtypes, table_schema
from olgu.write.rows import document_rows, duplicate_rows, failure_rows, item_rows
from olgu.write.schema import EVIDENCE, Column, Row, Table
from olgu.write.staging import OutputError, Staging, writing
from olgu.write.tables import TableWriter

TEXT = "Vali Ali Kaya, Adana'da en az 5 milyon dolar harcadı. Ankara sustu."


@pytest.fixture
def full(rich: Document) -> Document:
    """An article with one fact in which every slot is filled."""
    start = TEXT.index("5 milyon dolar")
    fact = replace(
        rich.facts[0],
        start=start, end=start + 14, kind="money", value=Decimal(5_000_000), value_to=Decimal(6_000_000),
        bound="at_least", unit="USD", per="mo", what=Slot(0, 4, "what-rule", None), what_lemma="vali",
        predicate="harcamak", role="level", direction="up", status="actual", time=Slot(47, 54, "time-rule", "2024-06"),
        place=Slot(15, 20, "place-rule", "Adana"), country="TR", speaker=Slot(5, 13, "speaker-rule", None),
        speaker_id="e1", rule="quantity: money.suffix", confidence=0.87, sentence=1, sentence_start=0, sentence_end=54,
        unit_assumed=True, participants=("TR", "US"), place_id="e2", agreement=None, differing=("what", "time"),
    )  # fmt: skip
    mentions = (
        Mention(54, 60, "LOC", "r", "e3"),
        Mention(5, 13, "PER", "r", "e1"),
        Mention(15, 20, "LOC", "r", "e2"),
        Mention(0, 4, "PER", "r", None),
    )
    entities = (
        Entity("e1", "PER", "Ali Kaya", None),
        Entity("e2", "LOC", "Adana", "TR"),
        Entity("e4", "ORG", "X", "DE"),
    )
    article = Article("k7", TEXT, title="Başlık", date="2024-06-12", source="NA", path="yol/k7.txt")
    return Document(article, (fact,), mentions, entities, sentences=((0, 54), (54, len(TEXT))))


def test_a_fact_is_written_cell_by_cell(full: Document) -> None:
    (row,) = document_rows(full)["facts"]
    start = TEXT.index("5 milyon dolar")
    assert row == {
        "fact_id": f"k7#{start}-{start + 14}", "article_id": "k7", "sentence": 1, "start": start, "end": start + 14,
        "quote": "5 milyon dolar", "kind": "money", "value": "5000000", "value_to": "6000000", "bound": "at_least",
        "unit": "USD", "per": "mo", "what": "Vali", "what_start": 0, "what_end": 4, "what_lemma": "vali",
        "predicate": "harcamak", "role": "level", "direction": "up", "status": "actual", "time": "2024-06",
        "time_quote": TEXT[47:54], "place": "Adana", "country": "TR", "speaker": "Ali Kaya", "speaker_id": "k7:e1",
        "rule": "quantity: money.suffix", "confidence": 0.87, "evidence": TEXT[:54], "unit_assumed": 1,
        "participants": "TR US", "place_id": "k7:e2", "agreement": None, "differing": "what time",
    }  # fmt: skip


def test_an_empty_slot_is_an_empty_cell(full: Document) -> None:
    bare = replace(
        full.facts[0],
        value_to=None, unit=None, per=None, what=None, what_lemma=None, predicate=None, direction=None, time=None,
        place=None, country=None, speaker=None, speaker_id=None, unit_assumed=False, participants=(), place_id=None,
        differing=(), sentence=0,
    )  # fmt: skip
    (row,) = document_rows(replace(full, facts=(bare,)))["facts"]
    empty = {name for name, cell in row.items() if cell is None}
    assert empty == {
        "value_to", "unit", "per", "what", "what_start", "what_end", "what_lemma", "predicate", "direction", "time",
        "time_quote", "place", "country", "speaker", "speaker_id", "participants", "place_id", "agreement", "differing",
    }  # fmt: skip
    assert (row["sentence"], row["unit_assumed"]) == (0, 0)


def test_a_speaker_is_told_by_the_name_that_is_known(full: Document) -> None:
    named = replace(full.facts[0], speaker=Slot(5, 13, "r", "Ali Veli Kaya"))
    assert document_rows(replace(full, facts=(named,)))["facts"][0]["speaker"] == "Ali Veli Kaya"


def test_mentions_and_entities_are_written_cell_by_cell(full: Document) -> None:
    rows = document_rows(full)
    assert rows["mentions"] == [
        {"article_id": "k7", "start": 0, "end": 4, "quote": "Vali", "type": "PER", "entity_id": None},
        {"article_id": "k7", "start": 5, "end": 13, "quote": "Ali Kaya", "type": "PER", "entity_id": "k7:e1"},
        {"article_id": "k7", "start": 15, "end": 20, "quote": "Adana", "type": "LOC", "entity_id": "k7:e2"},
        {"article_id": "k7", "start": 54, "end": 60, "quote": "Ankara", "type": "LOC", "entity_id": "k7:e3"},
    ]
    assert rows["entities"] == [
        {"entity_id": "k7:e1", "type": "PER", "name": "Ali Kaya", "country": None, "mentions": 1, "articles": 1},
        {"entity_id": "k7:e2", "type": "LOC", "name": "Adana", "country": "TR", "mentions": 1, "articles": 1},
        {"entity_id": "k7:e4", "type": "ORG", "name": "X", "country": "DE", "mentions": 0, "articles": 1},
    ]


def test_an_article_is_written_cell_by_cell(full: Document) -> None:
    row = {
        "article_id": "k7", "path": "yol/k7.txt", "source": "NA", "title": "Başlık", "date": "2024-06-12",
        "language": "tr", "sha256": sha256(TEXT.encode()).hexdigest(), "characters": len(TEXT), "sentences": 2,
        "facts": 1, "status": "ok", "error": None, "duplicate_of": None,
    }  # fmt: skip
    assert document_rows(full)["articles"] == item_rows(full)["articles"] == [row]
    again = Duplicate(full.article, "k1")
    changed = {"sentences": None, "facts": 0, "status": "duplicate", "duplicate_of": "k1"}
    assert duplicate_rows(again) == item_rows(again) == {"articles": [row | changed]}


def test_a_failure_is_written_cell_by_cell() -> None:
    failure = Failure("k9\udcff", "yol\udcff.json", "read", "bad-json", "yol: bozuk\udcff; onar")
    rows = failure_rows(failure)
    assert rows == item_rows(failure)
    assert rows["articles"] == [
        {
            "article_id": "k9\\udcff", "path": "yol\\udcff.json", "source": None, "title": None, "date": None,
            "language": None, "sha256": None, "characters": None, "sentences": None, "facts": 0, "status": "failed",
            "error": "yol: bozuk\\udcff; onar", "duplicate_of": None,
        }
    ]  # fmt: skip
    (error,) = rows["errors"]
    assert {"k9\\udcff", "yol\\udcff.json", "read", "bad-json", "yol: bozuk\\udcff; onar"} <= set(error.values())


@pytest.mark.parametrize(
    ("first", "last", "start", "end", "span"),
    [
        (0, 3000, 10, 20, (0, 3000)),
        (7, 3007, 10, 20, (7, 3007)),
        (0, 3001, 10, 20, (0, 3000)),
        (0, 9000, 999, 1005, (0, 3000)),
        (0, 9000, 1999, 2005, (0, 3000)),
        (0, 9000, 2000, 2005, (1000, 4000)),
        (5, 9000, 2004, 2009, (5, 3005)),
        (5, 9000, 2005, 2009, (1005, 4005)),
        (0, 9000, 8990, 8999, (7000, 9000)),
        (0, 9000, 500, 4500, (0, 4500)),
    ],
)
def test_evidence_is_the_sentence_or_a_part_around_the_fact(
    full: Document, first: int, last: int, start: int, end: int, span: tuple[int, int]
) -> None:
    assert EVIDENCE == 3000
    fact = replace(full.facts[0], sentence_start=first, sentence_end=last, start=start, end=end)
    assert evidence_span(fact) == span


@pytest.mark.parametrize(
    ("sentence", "facts", "start"),
    [
        ("Bugün 5 kişi geldi.", [(106, "5")], 100),
        ("5 kişi, 5 gün sonra geldi.", [(100, "5"), (108, "5")], 100),
        ("5 kişi, 5 gün sonra geldi.", [(108, "5")], 108),
        ("3 kişi 5 gün 5 ay", [(107, "5"), (113, "5")], 100),
        ("3 kişi 5 gün 5 ay", [(107, "5"), (120, "5")], 100),
        ("5 kişi, 5 gün sonra geldi.", [(108, "5"), (110, "gün")], 100),
        ("5 kişi, 5 gün sonra geldi.", [(108, "5"), (110, "kişi")], 108),
        ("Kimse gelmedi.", [(42, "5")], 42),
        ("Kimse gelmedi.", [(42, "")], 42),
    ],
)
def test_where_a_sentence_starts(sentence: str, facts: list[tuple[int, str]], start: int) -> None:
    rows: list[Row] = [{"start": at, "quote": quote} for at, quote in facts]
    assert sentence_start(rows, sentence) == start


TABLE = Table(
    "things",
    "Things.",
    ("id", "n"),
    (
        Column("id", "string", "The id."),
        Column("n", "integer", "A number.", nullable=True),
        Column("share", "number", "A share.", nullable=True),
        Column("sort", "string", "A sort.", allowed=("a", "b")),
        Column("way", "string", "A way.", nullable=True, allowed=("up",)),
        Column("value", "string", "A value.", pattern="^x$"),
    ),
    (("id", "others", "key"),),
)


def test_json_schema_to_the_letter() -> None:
    assert json_schema(TABLE) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "things",
        "description": "Things.",
        "type": "object",
        "properties": {
            "id": {"description": "The id.", "type": "string"},
            "n": {"description": "A number.", "type": ["integer", "null"]},
            "share": {"description": "A share.", "type": ["number", "null"]},
            "sort": {"description": "A sort.", "type": "string", "enum": ["a", "b"]},
            "way": {"description": "A way.", "type": ["string", "null"], "enum": ["up", None]},
            "value": {"description": "A value.", "type": "string", "pattern": "^x$"},
        },
        "required": ["id", "n", "share", "sort", "way", "value"],
        "additionalProperties": False,
    }


def test_table_schema_to_the_letter() -> None:
    need = {"required": True}
    assert table_schema(TABLE) == {
        "fields": [
            {"name": "id", "type": "string", "description": "The id.", "constraints": need},
            {"name": "n", "type": "integer", "description": "A number."},
            {"name": "share", "type": "number", "description": "A share."},
            {"name": "sort", "type": "string", "description": "A sort.", "constraints": need | {"enum": ["a", "b"]}},
            {"name": "way", "type": "string", "description": "A way.", "constraints": {"enum": ["up"]}},
            {"name": "value", "type": "string", "description": "A value.", "constraints": need | {"pattern": "^x$"}},
        ],
        "primaryKey": ["id", "n"],
        "missingValues": [""],
        "foreignKeys": [{"fields": ["id"], "reference": {"resource": "others", "fields": ["key"]}}],
    }
    assert "foreignKeys" not in table_schema(replace(TABLE, references=()))


def test_arrow_and_pandas_to_the_letter() -> None:
    schema = arrow_schema(TABLE)
    assert schema.metadata == {b"description": b"Things."}
    assert [field.metadata for field in schema][:2] == [{b"description": b"The id."}, {b"description": b"A number."}]
    assert [str(field.type) for field in schema] == ["string", "int64", "double", "string", "string", "string"]
    assert [field.nullable for field in schema] == [False, True, True, False, True, False]
    dtypes = pandas_dtypes(TABLE)
    assert [str(dtypes[name]) for name in ("id", "n", "share", "sort", "value")] == [
        "string", "Int64", "Float64", "category", "string",
    ]  # fmt: skip
    assert list(dtypes["sort"].categories) == ["a", "b"]


@pytest.mark.parametrize(
    ("formats", "profile"),
    [(("csv",), "tabular-data-package"), (("jsonl",), "data-package"), (("csv", "jsonl"), "data-package")],
)
def test_the_package_to_the_letter(tmp_path: Path, full: Document, formats: tuple[str, ...], profile: str) -> None:
    with TableWriter(tmp_path / "out", formats) as writer:
        writer.add(full)
    raw = (tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8")
    package = json.loads(raw)
    assert (package["name"], package["title"], package["profile"]) == (
        "olgu", "Numeric facts in Turkish news", profile,
    )  # fmt: skip
    assert raw.startswith('{\n  "name": "olgu",\n')
    assert raw.endswith("}\n")
    names = [each["name"] for each in package["resources"]]
    tables = ["facts", "mentions", "entities", "articles"]
    more = [f"{name}-jsonl" for name in tables] if len(formats) == 2 else []
    assert sorted(names) == sorted([*tables, *more, "errors"])
    assert {each["name"]: each["rows"] for each in package["resources"] if "-" not in each["name"]} == {
        "facts": 1, "mentions": 4, "entities": 3, "articles": 1, "errors": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "profile", "media", "encoding"),
    [
        ("csv", "tabular-data-resource", "text/csv", "utf-8"),
        ("jsonl", "data-resource", "application/jsonl", "utf-8"),
        ("parquet", "data-resource", "application/vnd.apache.parquet", None),
    ],
)
def test_a_resource_to_the_letter(
    tmp_path: Path, full: Document, form: str, profile: str, media: str, encoding: str | None
) -> None:
    with TableWriter(tmp_path / "out", (form,)) as writer:
        writer.add(full)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    facts = next(each for each in package["resources"] if each["name"] == "facts")
    assert facts["path"] == f"facts.{form}"
    assert (facts["profile"], facts["format"], facts["mediatype"]) == (profile, form, media)
    assert facts.get("encoding") == encoding
    assert facts["description"] == "One row for each numeric fact: a number with what it says something about."
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["files"] == sorted(path.name for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (["a"], "already holds a;"),
        (["c", "a", "b"], "already holds a, b, c;"),
        (["d", "c", "a", "b"], "already holds a, b, c and 1 more;"),
        (["e", "d", "c", "a", "b"], "already holds a, b, c and 2 more;"),
    ],
)
def test_what_is_in_the_way_is_named(tmp_path: Path, held: list[str], told: str) -> None:
    for name in held:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match=told):
        Staging(tmp_path, "abcdef")
    Staging(tmp_path, "abcdef", force=True)
    Staging(tmp_path, "xyz")


def test_staging_stands_in_the_folder_beside_it_or_apart(tmp_path: Path) -> None:
    out, apart = tmp_path / "out", tmp_path / "apart"
    assert Staging(out, "a").folder.parent == tmp_path
    assert Staging(out, "a", apart=apart).folder.parent == apart
    out.mkdir()
    assert Staging(out, "a").folder.parent == out
    assert Staging(out, "a").folder.name.startswith(".olgu-partial-")
    assert Staging(out, "a").folder != Staging(out, "a").folder


def test_an_error_of_the_disk_is_told_with_its_reason(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match=r"cannot write .*x: No space left; choose another --out"),
        writing(tmp_path / "x"),
    ):
        raise OSError(28, "No space left")
    with pytest.raises(OutputError, match=r"cannot write x: odd; choose"), writing(Path("x")):
        raise OSError("odd")
    with pytest.raises(KeyError), writing(Path("x")):
        raise KeyError("not of the disk")
