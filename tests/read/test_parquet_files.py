"""Parquet files, Zstandard, globs."""

from __future__ import annotations

import datetime as dt
import resource
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from olgu.article import Article, Failure
from olgu.read.files import articles


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def codes(*paths: str) -> list[str]:
    return [found.code if isinstance(found, Failure) else found.id for found in articles(paths)]


def test_parquet_gives_one_article_a_row_across_row_groups() -> None:
    table = pa.table(
        {
            "id": [7, 8, None],
            "text": ["Yedi kişi", "Sekiz kişi", "  "],
            "date": [dt.date(2024, 6, 12), None, None],
            "embedding": [[0.1], [0.2], [0.3]],
        }
    )
    pq.write_table(table, "haber.parquet", row_group_size=1)
    first, second, third = articles(["haber.parquet"])
    assert first == Article("7", "Yedi kişi", date="2024-06-12", path="haber.parquet#1")
    assert second == Article("8", "Sekiz kişi", path="haber.parquet#2")
    assert isinstance(third, Failure)
    assert (third.id, third.path, third.code) == ("haber", "haber.parquet#3", "missing-text")


def test_parquet_reads_timestamps_as_dates() -> None:
    pq.write_table(pa.table({"text": ["a"], "date": [dt.datetime(2024, 6, 12, 10, 30)]}), "a.parquet")
    (found,) = articles(["a.parquet"])
    assert isinstance(found, Article)
    assert found.date is not None
    assert found.date.startswith("2024-06-12")


def test_parquet_is_found_in_folders_and_holds_few_rows_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from olgu.read import parquet_files

    monkeypatch.setattr(parquet_files, "_ROWS", 2)
    Path("klasör").mkdir()
    pq.write_table(pa.table({"id": list("abcde"), "text": ["x"] * 5}), "klasör/a.parquet")
    assert codes("klasör") == list("abcde")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.write_bytes(b"PAR1 and nothing else"), "bad-parquet"),
        (lambda path: path.write_bytes(b""), "bad-parquet"),
        (lambda path: pq.write_table(pa.table({"body": ["a"]}), path), "missing-text"),
        (lambda path: pq.write_table(pa.table({"text": pa.array([], pa.string())}), path), "empty"),
    ],
)
def test_parquet_that_cannot_be_read_is_one_failure(make: object, code: str) -> None:
    make(Path("a.parquet"))  # type: ignore[operator]
    assert codes("a.parquet") == [code]


def test_zstandard_is_read_over_frames_and_a_cut_one_is_said() -> None:
    lines = b"".join(b'{"id": "a%d", "text": "x%d"}\n' % (n, n) for n in range(5000))
    frame = pa.Codec("zstd").compress(lines, asbytes=True)
    Path("iki.jsonl.zst").write_bytes(frame + pa.Codec("zstd").compress(b'{"id": "son", "text": "x"}', asbytes=True))
    assert codes("iki.jsonl.zst") == [*(f"a{n}" for n in range(5000)), "son"]
    Path("yarım.jsonl.zst").write_bytes(frame[: len(frame) // 2])
    assert codes("yarım.jsonl.zst")[-1] == "unreadable"
    Path("değil.jsonl.zst").write_bytes(b"{}")
    assert codes("değil.jsonl.zst") == ["unreadable"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells how much memory is taken there")
def test_damaged_zstandard_leaves_no_memory_behind() -> None:
    def taken_mib() -> float:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize() / 2**20

    frame = pa.Codec("zstd").compress(b'{"text": "Ali 5 elma ald\xc4\xb1."}' * 50, asbytes=True)
    Path("bozuk.json.zst").write_bytes(frame[:9] + b"\xff\x15\x06\x1a" + frame[13:])
    assert codes("bozuk.json.zst") == ["unreadable"]
    before = taken_mib()
    for _ in range(20):
        assert codes("bozuk.json.zst") == ["unreadable"]
    assert taken_mib() < before + 300


def test_globs_stand_for_what_they_match_in_order() -> None:
    for name in ("2024/b.txt", "2024/a.txt", "2025/derin/c.txt", "2025/d.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Metin", encoding="utf-8")
    assert codes("2024/*.txt") == ["a", "b"]
    assert codes("202?/**/*.txt") == ["a", "b", "c"]
    assert codes("2025/*.txt") == ["not-found"]
    Path("[1].txt").write_text("Metin", encoding="utf-8")
    assert codes("[1].txt") == ["[1]"], "a file of that very name comes first"


def test_urls_are_read_through_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is an extra")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/kova/a.txt": b"Metin", "/kova/derin/b.jsonl": b'{"id": "b", "text": "x"}', "/kova/c.bin": b"x"})
    memory.pipe("/kova/d.jsonl.zst", pa.Codec("zstd").compress(b'{"id": "d", "text": "x"}', asbytes=True))
    assert codes("memory://kova") == ["a", "d", "b"]
    assert codes("memory://kova/*.txt") == ["a"]
    (found,) = articles(["memory://kova/derin/b.jsonl"])
    assert found.path == "memory:///kova/derin/b.jsonl:1"
    assert codes("memory://yok") == ["not-found"]
    assert codes("no-such-thing://kova") == ["unsupported"]


def test_a_reader_that_fails_costs_its_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from olgu.read import formats

    def read(*_: object) -> Iterator[Article]:
        yield Article("önce", "Metin")
        raise LookupError("yok")

    Path("a.txt").write_text("x", encoding="utf-8")
    Path("b.md").write_text("x", encoding="utf-8")
    monkeypatch.setitem(formats.READERS, ".txt", read)
    assert codes("a.txt", "b.md") == ["önce", "internal", "b"]
