"""DataFrames of facts, from documents and from files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from olgu.article import Document, Failure
from olgu.write.forms import pandas_dtypes
from olgu.write.frame import facts_frame, read_table
from olgu.write.schema import FACTS, TABLES
from olgu.write.sinks import EXCEL, FORMATS
from olgu.write.tables import TableWriter


def test_facts_frame_has_columns_and_dtypes_of_the_schema(rich: Document, bare: Document) -> None:
    frame = facts_frame([rich, bare])
    empty = facts_frame([bare])
    assert list(frame.columns) == list(empty.columns) == list(FACTS.names)
    assert (len(frame), len(empty)) == (3, 0)
    for made in (frame, empty):
        pd.testing.assert_series_equal(made.dtypes, frame.astype(pandas_dtypes(FACTS)).dtypes)
    assert frame["value"].tolist() == ["6000000000", "1/3", "5"]
    assert frame["what_start"].isna().tolist() == [False, True, True]
    assert frame["kind"].cat.categories.tolist()[:2] == ["count", "money"]


def test_document_to_frame_is_facts_frame(rich: Document) -> None:
    pd.testing.assert_frame_equal(rich.to_frame(), facts_frame([rich]))


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_read_table_gives_the_same_from_every_format(
    tmp_path: Path, rich: Document, bare: Document, failure: Failure, table: str
) -> None:
    with TableWriter(tmp_path / "out", FORMATS) as writer:
        for item in (rich, failure, bare):
            writer.add(item)
    frames = [read_table(tmp_path / "out" / f"{table}.{form}") for form in FORMATS if form != EXCEL]
    for frame in frames[1:]:
        pd.testing.assert_frame_equal(frame, frames[0])
    if table == "facts":
        pd.testing.assert_frame_equal(frames[0], facts_frame([rich]))


@pytest.mark.parametrize("name", ["facts.txt", "fakten.csv", "facts", "facts.excel.csv"])
def test_read_table_refuses_other_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="expected a table named"):
        read_table(tmp_path / name)
