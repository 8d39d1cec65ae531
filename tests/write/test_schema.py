"""The schema agrees with every form that is made from it, and with the dataclasses and docs."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pandas as pd
import pyarrow as pa
import pytest

from olgu.article import Document, Failure
from olgu.write.forms import arrow_schema, json_schema, pandas_dtypes, table_schema
from olgu.write.markdown import markdown
from olgu.write.rows import document_rows, failure_rows
from olgu.write.schema import ERRORS, FACTS, TABLES, Table

ALL = pytest.mark.parametrize("table", [*TABLES, ERRORS], ids=lambda table: table.name)


def test_docs_tables_md_is_made_from_the_schema() -> None:
    docs = Path(__file__).parents[2] / "docs" / "tables.md"
    assert docs.read_text(encoding="utf-8") == markdown(), "run: python -m olgu.write.markdown > docs/tables.md"


def test_facts_has_the_columns_of_the_design() -> None:
    expected = (
        "fact_id article_id sentence start end quote kind value value_to bound unit per what what_start "
        "what_end what_lemma predicate role direction status time time_quote place country speaker speaker_id rule "
        "confidence evidence unit_assumed participants place_id agreement differing"
    )
    assert " ".join(FACTS.names) == expected


@ALL
def test_forms_name_the_same_columns(table: Table) -> None:
    names = list(table.names)
    assert arrow_schema(table).names == names
    assert list(pandas_dtypes(table)) == names
    assert json_schema(table)["required"] == list(json_schema(table)["properties"]) == names
    assert [field["name"] for field in table_schema(table)["fields"]] == names
    assert set(table.key) <= set(names)


@ALL
def test_forms_agree_on_null_and_values(table: Table) -> None:
    arrow, rows, fields = arrow_schema(table), json_schema(table)["properties"], table_schema(table)["fields"]
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    for column, field in zip(table.columns, fields, strict=True):
        assert arrow.field(column.name).nullable == column.nullable == ("null" in rows[column.name]["type"])
        assert field.get("constraints", {}).get("required", False) is not column.nullable
        assert arrow.field(column.name).type == types[column.type]
        assert tuple(v for v in rows[column.name].get("enum", ()) if v is not None) == column.allowed


@ALL
def test_references_point_to_keys(table: Table) -> None:
    keys = {t.name: t.key for t in TABLES}
    for here, there, column in table.references:
        assert here in table.names
        assert keys[there] == (column,)


def test_rows_are_valid_by_the_json_schema(rich: Document, bare: Document, failure: Failure) -> None:
    schemas = {table.name: json_schema(table) for table in (*TABLES, ERRORS)}
    for rows in (document_rows(rich), document_rows(bare), failure_rows(failure)):
        for name, made in rows.items():
            for row in made:
                jsonschema.validate(row, schemas[name], cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "sum"),
        ("kind", None),
        ("value", "1e9"),
        ("value", "1,5"),
        ("value", 5),
        ("start", "3"),
        ("direction", "sideways"),
    ],
)
def test_json_schema_refuses_wrong_cells(rich: Document, column: str, value: object) -> None:
    row = {**document_rows(rich)["facts"][0], column: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, json_schema(FACTS), cls=jsonschema.Draft202012Validator)


def test_pandas_dtypes_are_nullable_and_exact() -> None:
    dtypes = pandas_dtypes(FACTS)
    assert (dtypes["value"], dtypes["start"], dtypes["confidence"]) == ("string", "Int64", "Float64")
    assert isinstance(dtypes["kind"], pd.CategoricalDtype)
