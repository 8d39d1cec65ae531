"""The SQL that makes the views, and what is said where there is nothing to ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from olgu.article import Document
from olgu.write import query
from olgu.write.query import QueryError, View
from olgu.write.schema import FACTS, TABLES, Column, Table
from olgu.write.tables import TableWriter

THINGS = Table(
    "things",
    "Things.",
    ("id",),
    (
        Column("id", "string", "i"),
        Column("n", "integer", "n"),
        Column("v", "string", "v", pattern=query.NUMBER_PATTERN),
    ),
)
V = (
    "coalesce(try_cast(v as decimal(38, 9)), cast(try_cast(split_part(v, '/', 1) as double) / "
    "try_cast(split_part(v, '/', 2) as double) as decimal(38, 9))) as v"
)


@pytest.mark.parametrize(
    ("numbers", "asked", "sql"),
    [
        ((), None, "create or replace view x as from 'y'"),
        (("v",), None, f"create or replace view x as select * replace ({V}) from 'y'"),
        (("v",), [], "create or replace view x as from 'y'"),
        ((), ["v"], f"create or replace view x as select * replace ({V}) from 'y'"),
    ],
)
def test_a_view_makes_numbers_of_texts(numbers: tuple[str, ...], asked: list[str] | None, sql: str) -> None:
    assert View("x", Path("x"), "'y'", numbers).create(asked) == sql


def test_sources_of_every_format(tmp_path: Path) -> None:
    (tmp_path / "things.csv").write_text("id,n,other\n", encoding="utf-8")
    (csv_view,) = query.views(tmp_path, [THINGS])
    assert csv_view.source == (
        f"read_csv('{tmp_path}/things.csv', header = true, auto_detect = false, delim = ',', quote = '\"', "
        "escape = '\"', columns = {'id': 'varchar', 'n': 'bigint', 'other': 'varchar'})"
    )
    assert csv_view.numbers == ()
    (tmp_path / "things.jsonl").write_text("", encoding="utf-8")
    (json_view,) = query.views(tmp_path, [THINGS])
    assert json_view == View(
        "things",
        tmp_path / "things.jsonl",
        f"read_json('{tmp_path}/things.jsonl', format = 'newline_delimited', "
        "columns = {'id': 'varchar', 'n': 'bigint', 'v': 'varchar'})",
        ("v",),
    )
    (tmp_path / "things.csv").write_text("", encoding="utf-8")
    (tmp_path / "things.jsonl").unlink()
    assert query.views(tmp_path, [THINGS])[0].numbers == ("v",)


def test_the_package_tells_columns_types_and_numbers(tmp_path: Path) -> None:
    fields = [
        {"name": "a", "type": "number"},
        {"name": "b", "type": "string", "constraints": {"pattern": query.NUMBER_PATTERN}},
        {"name": "c", "type": "string", "constraints": {"pattern": "x"}},
        {"name": "d", "type": "odd"},
    ]
    package = {"resources": [{"path": "things.jsonl", "schema": {"fields": fields}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "things.jsonl").write_text("", encoding="utf-8")
    (view,) = query.views(tmp_path, [THINGS])
    assert view.source.endswith("columns = {'a': 'double', 'b': 'varchar', 'c': 'varchar', 'd': 'varchar'})")
    assert view.numbers == ("b",)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"resources": [{}]}', '{"resources": 3}', "null"])
def test_a_broken_package_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(QueryError, match=r"datapackage.json: cannot be read: .*; remove it, or extract anew"):
        query.views(tmp_path, [THINGS])


def test_the_quickest_format_is_read(tmp_path: Path, rich: Document) -> None:
    with TableWriter(tmp_path, ("csv", "jsonl", "parquet")) as writer:
        writer.add(rich)
    found = query.views(tmp_path, TABLES)
    assert [view.name for view in found] == [table.name for table in TABLES]
    assert {view.path.suffix for view in found} == {".parquet"}
    assert found[0].source == f"'{tmp_path}/facts.parquet'"
    assert found[0].numbers == ("value", "value_to")
    (tmp_path / "facts.parquet").unlink()
    assert query.views(tmp_path, [FACTS])[0].path.name == "facts.jsonl"


def test_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(QueryError) as none:
        query.views(tmp_path, TABLES)
    assert str(none.value) == f"{tmp_path}: no tables there; make them with olgu extract"
    (tmp_path / ".olgu-unfinished").mkdir()
    with pytest.raises(QueryError) as begun:
        query.views(tmp_path, TABLES)
    assert str(begun.value) == (f"{tmp_path}: no tables there but an unfinished run: finish it with the same command")


@pytest.mark.parametrize(
    ("sql", "lines"),
    [
        ("select 1", 'import duckdb\nduckdb.sql(r"""select 1""").show()'),
        ("  select 1 ; ", 'import duckdb\nduckdb.sql(r"""select 1 """).show()'),
        ('select "a"', "import duckdb\nduckdb.sql('select \"a\"').show()"),
        ('select """', 'import duckdb\nduckdb.sql(\'select """\').show()'),
        ("select '\\", 'import duckdb\nduckdb.sql("select \'\\\\").show()'),
        (
            "FROM things",
            'import duckdb\nduckdb.sql(r"""create or replace view things as from \'y\'; FROM things""").show()',
        ),
    ],
)
def test_the_two_lines(sql: str, lines: str) -> None:
    found = [View("things", Path("x"), "'y'", ("v",)), View("others", Path("x"), "'z'", ())]
    assert query.python_lines(found, sql) == lines


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Parser Error: x\n\nLINE 1: select\n   ^", "Parser Error: x"),
        ("Binder Error: f(VARCHAR)\n\tCandidate functions:\n\tf(INT)", "Binder Error: f(VARCHAR)"),
        ("a\n  b\tc", "a b c"),
    ],
)
def test_an_error_is_one_line(said: str, told: str) -> None:
    assert query._plain(ValueError(said)) == told


@pytest.mark.parametrize(("name", "literal"), [("a*b?[c]", "a[*]b[?][[]c]"), ("a'b", "a'b")])
def test_no_letter_of_a_path_stands_for_others(name: str, literal: str) -> None:
    assert query._literal(Path(name)) == literal
