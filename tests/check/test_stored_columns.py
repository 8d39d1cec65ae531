"""Arrow reads the same facts as Python does, and leaves to Python what it cannot read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from olgu.check.stored_columns import rows_at, stored_facts
from olgu.write.schema import FACTS, Row
from olgu.write.sinks import SINKS
from olgu.write.stored import StoredError, stored_rows


def rows() -> list[Row]:
    base: Row = dict.fromkeys(FACTS.names)
    base |= {"article_id": "İğdır", "sentence": 0, "start": 3, "end": 4, "quote": "3", "kind": "count", "value": "3"}
    base |= {"confidence": 0.5, "evidence": 'Bir "iki",\r\n\tüç 😀\u2028 =1+1', "rule": "r", "unit_assumed": 0}
    texts = {c.name: "x" for c in FACTS.columns if c.type == "string" and base[c.name] is None and not c.nullable}
    base |= texts
    return [base, base | {"what": "NaN", "unit": "null", "value": "1/3", "start": 9, "end": 12, "what_start": 1}]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_arrow_reads_what_python_reads(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"facts.{form}"
    sink = SINKS[form](path, FACTS)
    sink.write(rows())
    sink.close()
    assert stored_facts(path).to_pylist() == stored_facts(tmp_path).to_pylist() == stored_rows(path, FACTS) == rows()


LINE = {"article_id": "a", "start": 0, "end": 1, "quote": "3", "value": "3"}


LINES = [
    "", "\n\n",
    json.dumps(LINE) + "\n",  # columns that are missing
    json.dumps(LINE | {"later": [1]}) + "\n",  # columns of another version
    json.dumps(LINE | {"start": "0", "value": 3, "what": ""}) + "\n",  # other types
    json.dumps(LINE | {"what": ""}) + "\n\n" + json.dumps(dict(reversed(LINE.items()))),
]  # fmt: skip
CELLS = [
    "", "article_id,start,end,quote,value\n", "value,article_id,start,end,later\n3,a,0,1,x\n",
    "article_id,start,end\na,0\n", 'article_id,start,end,what\n"a\nb",0,1,""\n\n',
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"), [*(("facts.jsonl", text) for text in LINES), *(("facts.csv", text) for text in CELLS)]
)
def test_tables_of_other_makers(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert stored_facts(path).to_pylist() == stored_rows(path, FACTS)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("facts.jsonl", b"[]\n"), ("facts.jsonl", b'{"start": "x"}\n'), ("facts.jsonl", b'{"what": "\xff"}\n'),
        ("facts.jsonl", b'{"what": "x"'), ("facts.jsonl", b'{"start": 99999999999999999999}\n'),
        ("facts.jsonl", b'{"what": "\\ud800"}\n'), ("facts.csv", b"start\nx\n"), ("facts.parquet", b"PAR1"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StoredError, match=f"{name}: cannot be read as the table facts: .*extract it anew"):
        stored_facts(tmp_path)


def test_rows_at() -> None:
    from olgu.write.sinks import arrow_table

    table = arrow_table(rows(), FACTS)
    assert rows_at(table, [1, 1]) == {1: rows()[1]}
    assert rows_at(table, [], ["start"]) == {}


def test_reading_does_not_import_pandas(tmp_path: Path) -> None:
    """Its import takes longer than the comparison."""
    (tmp_path / "facts.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from olgu.check import diff\n"
        f"run = diff.read_run(Path({str(tmp_path)!r})); diff.diff(run, run); assert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
