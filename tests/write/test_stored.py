"""What a run has written is read back as the same rows, whatever the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from olgu.article import Document
from olgu.write.rows import document_rows
from olgu.write.schema import ENTITIES, FACTS, MENTIONS
from olgu.write.stored import StoredError, stored_rows
from olgu.write.tables import TableWriter


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_stored_rows_are_the_written_ones(tmp_path: Path, rich: Document, form: str) -> None:
    with TableWriter(tmp_path / "out", [form]) as writer:
        writer.add(rich)
    rows = document_rows(rich)
    for table in (FACTS, MENTIONS, ENTITIES):
        assert stored_rows(tmp_path / "out", table) == rows[table.name]


def test_one_file_is_a_table_of_facts(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"article_id": "a", "start": "3", "end": 4}\n', encoding="utf-8")
    (row,) = stored_rows(path, FACTS)
    assert (row["start"], row["end"], row["value"]) == (3, 4, None)
    assert stored_rows(path, MENTIONS) == []


def test_stored_rows_say_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(StoredError, match="make them with 'olgu extract'"):
        stored_rows(tmp_path, FACTS)
    (tmp_path / "facts.jsonl").write_text("[]\n", encoding="utf-8")
    with pytest.raises(StoredError, match="a row must be an object"):
        stored_rows(tmp_path, FACTS)
