"""The schema as Markdown: `python -m olgu.write.markdown > docs/tables.md`."""

from __future__ import annotations

from olgu.write.schema import ERRORS, TABLES, Table

_HEAD = """\
# The tables

<!-- Made by `python -m olgu.write.markdown > docs/tables.md` from pipeline/olgu/write/schema.py; a test holds it. -->

A run writes each table once in each format that was asked for: `facts.csv`, `facts.jsonl`, `facts.parquet` and so on;
beside them `errors.jsonl`, `datapackage.json` (Frictionless: this schema, sizes and hashes) and `run.json` (versions,
configuration, counts, seconds).

* Rows stand in the order in which the articles were read, and within an article by offset.
* Offsets are half-open and count Unicode code points of the article's text as it was read: in Python,
  `text[start:end] == quote`.
* `value` and `value_to` are text in every format, so that no digit is lost;
  `pandas.to_numeric(facts["value"], errors="coerce")` makes floats of all but fractions.
* CSV follows RFC 4180 with `\\n` as line end, UTF-8 without a byte order mark, a header, and an empty cell for null.
  Cells are written as they are: one that begins with `=`, `+`, `-` or `@` is not altered, so import tables made from
  sources that you do not trust into a spreadsheet as text, not as formulas, or run with `--excel`: it also writes
  `facts.excel.csv` and so on, with a byte order mark, in which such cells have an apostrophe before them; nothing
  reads those files back.
* JSON Lines has one object a line, every key in the order below, `null` for null.
* Parquet has the same columns in the types below, compressed by Zstandard.
* The same input and version give the same bytes, `run.json` excepted.
* A table appears under its name only when its run has finished. A run that was killed may leave a folder whose name
  begins with `.olgu-partial-`; it may be deleted.
"""


def markdown() -> str:
    """Return the text of `docs/tables.md`."""
    return _HEAD + "".join(_section(table) for table in (*TABLES, ERRORS))


def _section(table: Table) -> str:
    lines = [f"\n## {table.name}\n", table.description, "", "| column | type | null | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        allowed = " One of " + ", ".join(f"`{value}`" for value in column.allowed) + "." if column.allowed else ""
        null = "yes" if column.nullable else ""
        lines.append(f"| `{column.name}` | {column.type} | {null} | {column.description}{allowed} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(markdown(), end="")
