"""How many articles there will be, told without reading them."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest

from olgu.read import files
from olgu.run.expected import expected

LINES = b'{"text": "a"}\n{"text": "b"}\n'


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.txt", b"a\nb\n", 1),
        ("a.txt", b"", 1),
        ("a.html", b"<p>a\n<p>b\n", 1),
        ("a.json", b'{"text": "a"}', 1),
        ("a.json", b'[{"text": "a"}, {"text": "b"}]', 2),
        ("a.json", b"{", 1),
        ("a.jsonl", LINES, 2),
        ("a.jsonl.gz", gzip.compress(LINES), 2),
        ("a.ndjson.xz", lzma.compress(LINES), 2),
        ("a.csv", b"id,text\n1,a\n2,b\n3,c\n", 3),
        ("a.csv.xz", b"damaged", 1),
        ("a.jsonl.gz", gzip.compress(LINES)[:-9], 1),
        ("a.parquet", b"damaged", 1),
    ],
)
def test_expected_is_what_is_read(tmp_path: Path, name: str, content: bytes, count: int) -> None:
    (tmp_path / name).write_bytes(content)
    assert expected([tmp_path / name]) == expected([tmp_path]) == expected([f"{tmp_path}/a*"]) == count
    if b"<" not in content and b"damaged" not in content and not name.endswith(".jsonl.gz"):
        assert len(list(files.articles([tmp_path]))) == count


def test_expected_counts_rows_of_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": ["a", "b", "c"]}), tmp_path / "a.parquet")
    (tmp_path / "b.png").write_bytes(b"no article")
    (tmp_path / "c.txt").write_text("c")
    assert expected([tmp_path]) == 4


@pytest.mark.parametrize("path", ["-", "s3://kova/haber", "memory://a.jsonl"])
def test_expected_knows_nothing_of_streams_and_urls(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert expected([tmp_path, path]) is None
