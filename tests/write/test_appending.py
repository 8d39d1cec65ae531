"""Tables put together of parts that others rendered, in a folder apart, and read back by column."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from olgu.article import Document, Failure
from olgu.write import sinks
from olgu.write.rows import item_rows
from olgu.write.schema import ARTICLES, ENTITIES, FACTS, MENTIONS
from olgu.write.sinks import FORMATS
from olgu.write.stored import StoredError, stored_columns, stored_path, stored_rows
from olgu.write.tables import TableWriter, render


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("group", [1, 4, 100])
def test_parts_give_the_same_bytes_as_articles(
    tmp_path: Path, rich: Document, bare: Document, failure: Failure, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sinks, "ROW_GROUP", group)
    items = [rich, failure, bare, replace(rich, article=replace(rich.article, id="r2"))]
    with TableWriter(tmp_path / "added", FORMATS) as writer:
        for item in items:
            writer.add(item)
        added = dict(writer.rows)
    with TableWriter(tmp_path / "appended", FORMATS) as writer:
        for item in items:
            rows = item_rows(item)
            writer.append(render(rows, FORMATS), {name: len(made) for name, made in rows.items()})
        assert dict(writer.rows) == added
    assert contents(tmp_path / "appended") == contents(tmp_path / "added")


def test_parts_are_named_as_the_files(rich: Document, bare: Document, failure: Failure) -> None:
    assert set(render(item_rows(rich), ("csv", "jsonl"))) == {
        f"{table.name}.{form}" for table in (FACTS, MENTIONS, ENTITIES, ARTICLES) for form in ("csv", "jsonl")
    }
    assert set(render(item_rows(bare), ("csv",))) == {"articles.csv"}
    parts = render(item_rows(failure), ("jsonl",))
    assert set(parts) == {"articles.jsonl", "errors.jsonl"}
    assert json.loads(parts["errors.jsonl"])["code"] == "bad-json"


def test_the_unfinished_files_lie_apart(tmp_path: Path, rich: Document) -> None:
    out, apart = tmp_path / "out", tmp_path / "apart"
    out.mkdir()
    apart.mkdir()
    with TableWriter(out, ("jsonl",), apart=apart) as writer:
        writer.add(rich)
        assert list(out.iterdir()) == []
        (folder,) = apart.iterdir()
        assert {path.name for path in folder.iterdir()} >= {"facts.jsonl", "errors.jsonl"}
    assert list(apart.iterdir()) == []
    assert (out / "facts.jsonl").exists()


def test_the_run_says_what_it_is_told(tmp_path: Path, rich: Document) -> None:
    with TableWriter(tmp_path / "out", ("jsonl", "jsonl")) as writer:
        writer.run = {"version": "1", "seconds": 2}
        writer.add(rich)
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (run["version"], run["seconds"]) == ("1", 2)
    assert run["rows"] == {"facts": 3, "mentions": 3, "entities": 3, "articles": 1, "errors": 0}


def test_columns_of_older_files_are_fewer(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text('{"fact_id": "a#0-1", "start": 0, "old": 1}\n', encoding="utf-8")
    assert stored_columns(tmp_path, FACTS) == {"fact_id", "start"}
    assert stored_columns(tmp_path, MENTIONS) == set(MENTIONS.names)
    (tmp_path / "facts.jsonl").write_text("", encoding="utf-8")
    assert stored_columns(tmp_path, FACTS) == set(FACTS.names)


def test_the_quickest_file_to_read_is_taken(tmp_path: Path, rich: Document) -> None:
    with TableWriter(tmp_path, FORMATS) as writer:
        writer.add(rich)
    assert stored_path(tmp_path, FACTS) == tmp_path / "facts.jsonl"
    (tmp_path / "facts.jsonl").unlink()
    assert stored_path(tmp_path, FACTS) == tmp_path / "facts.csv"
    (tmp_path / "facts.csv").unlink()
    assert stored_path(tmp_path, FACTS) == tmp_path / "facts.parquet"
    (tmp_path / "mentions.jsonl").unlink()
    (tmp_path / "mentions.csv").unlink()
    (tmp_path / "mentions.parquet").unlink()
    assert stored_path(tmp_path, MENTIONS) is None
    assert stored_rows(tmp_path, MENTIONS) == []


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('{"fact_id": "a", "start": "3", "confidence": "0.5", "unit": ""}', ("a", 3, 0.5, None)),
        ('{"fact_id": "a", "start": 3, "confidence": 1, "unit": null}', ("a", 3, 1.0, None)),
        ('\n{"fact_id": "a", "unit": "USD"}\n\n', ("a", None, None, "USD")),
    ],
)
def test_cells_take_the_types_of_the_schema(tmp_path: Path, line: str, cells: tuple[object, ...]) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    (row,) = stored_rows(path, FACTS)
    assert tuple(row[name] for name in ("fact_id", "start", "confidence", "unit")) == cells
    assert list(row) == list(FACTS.names)


def test_what_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text('{"start": "x"}\n', encoding="utf-8")
    with pytest.raises(StoredError, match=r"facts.jsonl: cannot be read as the table facts: .*; extract it anew"):
        stored_rows(path, FACTS)
