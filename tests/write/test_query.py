"""Questions in SQL read the tables of a run, whatever their format, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from olgu.article import Document
from olgu.write import query
from olgu.write.query import QueryError
from olgu.write.rows import document_rows
from olgu.write.schema import ERRORS, FACTS, TABLES
from olgu.write.tables import TableWriter

pytest.importorskip("duckdb", reason="DuckDB is an extra")
FORMATS = ("csv", "jsonl", "parquet")
DUCK = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}


def written(out: Path, *documents: Document, form: str = "parquet") -> Path:
    with TableWriter(out, [form]) as writer:
        for document in documents:
            writer.add(document)
    return out


def ask(out: Path, sql: str) -> list[tuple[Any, ...]]:
    with query.connection(query.views(out, (*TABLES, ERRORS))) as database, query.answer(database, sql) as (_, rows):
        return list(rows)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("packaged", [True, False])
def test_views_have_the_rows_and_types_of_the_tables(tmp_path: Path, rich: Document, form: str, packaged: bool) -> None:
    out = written(tmp_path / "out", rich, form=form)
    if not packaged:
        (out / "datapackage.json").unlink()
    rows = document_rows(rich)
    for table in TABLES:
        types = {name: kind for name, kind, *_ in ask(out, f"describe {table.name}")}
        assert types == {
            column.name: "DECIMAL(38,9)" if column.name in ("value", "value_to") else DUCK[column.type]
            for column in table.columns
        }
        assert len(ask(out, f"from {table.name}")) == len(rows[table.name])
    columns = [name for name in FACTS.names if name not in ("value", "value_to")]
    asked = ", ".join(f'"{name}"' for name in columns)
    assert ask(out, f"select {asked} from facts") == [tuple(row[name] for name in columns) for row in rows["facts"]]
    assert ask(out, "from errors") == []


@pytest.mark.parametrize("form", FORMATS)
def test_values_are_numbers(tmp_path: Path, rich: Document, form: str) -> None:
    fact = rich.facts[0]
    values = [Decimal("6000000000"), Decimal("9.6"), Fraction(1, 3), Decimal("-40"), Decimal(10) ** 40]
    facts = tuple(replace(fact, value=value, value_to=None) for value in values)
    out = written(tmp_path / "out", replace(rich, facts=facts), form=form)
    told = [Decimal("6000000000"), Decimal("9.6"), Decimal("0.333333333"), Decimal("-40"), None]
    assert [value for (value,) in ask(out, "select value from facts")] == told
    assert ask(out, "select max(value), sum(value) from facts") == [(told[0], sum(value for value in told if value))]


def test_cells_with_every_mark_come_back(tmp_path: Path, rich: Document) -> None:
    title = "Say: \"11, 12\"\r\n'x'; select\n"
    document = replace(rich, article=replace(rich.article, title=title))
    for form in FORMATS:
        out = written(tmp_path / form, document, form=form)
        assert ask(out, "select title from articles") == [(title,)]


@pytest.mark.parametrize("name", ["a b", "a'b", "a[1]", "a*", "ılık", "a?b"])
def test_any_folder_can_be_asked(tmp_path: Path, rich: Document, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for form in FORMATS:
        written(tmp_path / form / name, rich, form=form)
        assert ask(tmp_path / form / name, "select count(*) from articles") == [(1,)]
    monkeypatch.chdir(tmp_path)
    assert ask(Path("parquet", name), "select count(*) from articles") == [(1,)]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("", "ask one question"),
        ("-- nothing", "ask one question"),
        ("select 1; select 2", "ask one question"),
        ("copy facts to '{out}/facts.parquet'", "ask one question"),
        ("copy facts to '{out}/facts.parquet' (use_tmp_file false)", "ask one question"),
        ("explain analyze copy facts to '{out}/facts.parquet' (use_tmp_file false)", "ask one question"),
        ("create table a as select 1", "ask one question"),
        ("drop view facts", "ask one question"),
        ("set enable_external_access = true", "ask one question"),
        ("attach '{out}/x.db'", "ask one question"),
        ("install httpfs", "ask one question"),
        ("pragma enable_profiling", "ask one question"),
        ("from '{out}/run.json'", "Permission Error"),
        ("from read_text('{out}/run.json')", "Permission Error"),
        ("from read_csv('/etc/passwd')", "Permission Error"),
        ("from glob('/*')", "Permission Error"),
        ("from query('copy facts to ''x.csv''')", "single SELECT"),
        ("selec 1", 'syntax error at or near "selec"'),
        ("select nope from facts", '"nope" not found'),
        ("from nosuch", "nosuch does not exist"),
        ("from sql", "sql does not exist"),
        ("select sum(quote) from facts", "sum(VARCHAR)"),
        ("select kind::int from facts", "Conversion Error"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(tmp_path: Path, rich: Document, sql: str, said: str) -> None:
    out = written(tmp_path / "out", rich)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(QueryError) as error:
        ask(out, sql.format(out=out))
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize(
    "sql",
    ["select 1", "from facts", "values (1)", "with a as (from facts) from a", "describe facts", "summarize facts",
     "show tables", "pivot facts on kind using count(*) group by article_id", "select 1;"],
)  # fmt: skip
def test_every_form_of_question_is_answered(tmp_path: Path, rich: Document, sql: str) -> None:
    assert ask(written(tmp_path / "out", rich), sql)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("facts.parquet", b"PAR1", "facts.parquet: cannot be read"),
        ("facts.jsonl", b"{", "Malformed JSON"),
        ("datapackage.json", b"{", "datapackage.json: cannot be read"),
        ("datapackage.json", b'{"resources": [{}]}', "datapackage.json: cannot be read"),
        ("datapackage.json", b"[]", "datapackage.json: cannot be read"),
    ],
)
def test_a_damaged_output_is_said(tmp_path: Path, rich: Document, name: str, content: bytes, said: str) -> None:
    out = written(tmp_path / "out", rich, form=name.partition(".")[2] if name.startswith("facts") else "parquet")
    (out / name).write_bytes(content)
    with pytest.raises(QueryError, match=said):
        ask(out, "from facts")


def test_a_folder_without_tables_is_said(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no tables there; make them with olgu extract"):
        query.views(tmp_path, TABLES)
    (tmp_path / ".olgu-unfinished").mkdir()
    with pytest.raises(QueryError, match="unfinished run: finish it"):
        query.views(tmp_path, TABLES)


@pytest.mark.parametrize("form", FORMATS)
def test_the_two_lines_ask_the_same(tmp_path: Path, rich: Document, form: str) -> None:
    out = written(tmp_path / "out", rich, form=form)
    sql = 'select "kind" || \' """x""" \\\' k, sum(value) total from facts group by all'
    lines = query.python_lines(query.views(out, TABLES), sql)
    assert [line.partition("(")[0] for line in lines.splitlines()] == ["import duckdb", "duckdb.sql"]
    code = lines.removesuffix(".show()").replace("duckdb.sql", "told = duckdb.sql", 1) + ".fetchall()"
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json; print(json.dumps(told, default=str))"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert json.loads(told) == [[kind, str(total)] for kind, total in ask(out, sql)]


def test_the_two_lines_name_what_is_asked_and_no_more(tmp_path: Path, rich: Document) -> None:
    found = query.views(written(tmp_path / "out", rich), TABLES)
    path = tmp_path / "out" / "facts.parquet"
    assert query.python_lines(found, " select kind from facts; ").splitlines()[1] == (
        f'duckdb.sql(r"""create or replace view facts as from \'{path}\'; select kind from facts""").show()'
    )
    assert "value_to" not in query.python_lines(found, "select value from facts")
    assert "view" not in query.python_lines(found, "select 1 as factsheet")
