"""The schema in other people's forms: JSON Schema, Frictionless Table Schema, pandas dtypes, pyarrow schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from olgu.write.schema import Column, Table

if TYPE_CHECKING:
    import pyarrow as pa

Json = dict[str, Any]


def json_schema(table: Table) -> Json:
    """Return the JSON Schema (draft 2020-12) of one row of `table` as a JSON object."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": table.description,
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns},
        "required": list(table.names),
        "additionalProperties": False,
    }


def _property(column: Column) -> Json:
    made: Json = {"description": column.description, "type": column.type}
    if column.nullable:
        made["type"] = [column.type, "null"]
    if column.allowed:
        made["enum"] = [*column.allowed, *([None] if column.nullable else [])]
    if column.pattern:
        made["pattern"] = column.pattern
    return made


def table_schema(table: Table) -> Json:
    """Return the Frictionless Table Schema of `table`."""
    made: Json = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.references:
        made["foreignKeys"] = [
            {"fields": [here], "reference": {"resource": there, "fields": [column]}}
            for here, there, column in table.references
        ]
    return made


def _field(column: Column) -> Json:
    constraints: Json = {}
    if not column.nullable:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if column.pattern:
        constraints["pattern"] = column.pattern
    field: Json = {"name": column.name, "type": column.type, "description": column.description}
    return {**field, "constraints": constraints} if constraints else field


def pandas_dtypes(table: Table) -> dict[str, Any]:
    """Return the pandas dtype of each column: string, Int64, Float64, or a category of the allowed values."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    plain = {"string": "string", "integer": "Int64", "number": "Float64"}
    return {
        column.name: pd.CategoricalDtype(pd.Index(column.allowed, dtype=object))
        if column.allowed
        else plain[column.type]
        for column in table.columns
    }


def arrow_schema(table: Table) -> pa.Schema:
    """Return the pyarrow schema, with the descriptions as metadata of the fields."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    return pa.schema(
        [
            pa.field(c.name, types[c.type], nullable=c.nullable, metadata={"description": c.description})
            for c in table.columns
        ],
        metadata={"description": table.description},
    )
