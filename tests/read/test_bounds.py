"""Inputs that would fill the memory or never end become one clear failure; what was read before them stays."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from olgu.article import Article, Failure
from olgu.read import bounds, files

MIB = 1 << 20
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".bz2": bz2.compress,
    ".zst": lambda data: bytes(pa.Codec("zstd").compress(data, asbytes=True)),
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lower the limits, so that a test need not fill the memory to show that nothing does."""
    import olgu.read.html
    import olgu.read.parquet_files

    monkeypatch.setattr(bounds, "TEXT", 4 * MIB)
    monkeypatch.setattr(bounds.read_whole, "__defaults__", (4 * MIB,))
    monkeypatch.setattr(bounds, "EXPANDED", 2 * MIB)
    monkeypatch.setattr(bounds, "BLANK", 1000)
    monkeypatch.setattr(bounds, "PARTS", 10_000)
    monkeypatch.setattr(olgu.read.html, "PAGE", MIB)
    monkeypatch.setattr(olgu.read.parquet_files, "TEXT", MIB)
    return


def read(path: Path) -> list[Article | Failure]:
    return list(files.articles([path]))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("compression", COMPRESS)
@pytest.mark.parametrize(("suffix", "byte"), [(".txt", b"\0"), (".jsonl", b" "), (".csv", b"a"), (".json", b"[")])
def test_a_bomb_of_ten_gigabytes_is_one_failure(tmp_path: Path, compression: str, suffix: str, byte: bytes) -> None:
    """Compressed files may be strung together: the same piece again and again makes ten gigabytes at once."""
    path = tmp_path / f"a{suffix}{compression}"
    path.write_bytes(COMPRESS[compression](byte * (8 * MIB)) * 1280)
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert (failure.id, failure.code, failure.stage) == ("a", "too-large", "read")
    assert "MiB" in failure.message


def test_a_bomb_of_zeros_ends_at_the_real_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.xz"
    path.write_bytes(lzma.compress(bytes(8 * MIB)) * 9)
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert "expands to more than 64 MiB and 200 times its size" in failure.message


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.txt", b"Bes " * MIB + b".....", "more than 4 MiB; split it"),
        ("a.html", b"<p>Be</p>" * (MIB // 8), "more than 1 MiB"),
        ("a.json", b"[" + b"{}," * 10_000 + b"{}]", "more than 10,000 brackets and commas"),
        ("a.jsonl", b'{"text": [' + b"1," * 10_000 + b"1]}", "more than 10,000 brackets and commas"),
        ("a.jsonl", b'{"text": "' + b"a" * (4 * MIB) + b'"}', "a line has more than 4 MiB"),
        ("a.jsonl", b"\n" * 2000, "more than 1,000 empty lines"),
        ("a.csv", b"text\n" + b"\r\n" * 2000, "more than 1,000 empty lines"),
    ],
)
def test_what_is_too_large_says_so(tmp_path: Path, name: str, content: bytes, part: str) -> None:
    (tmp_path / name).write_bytes(content)
    (failure,) = read(tmp_path / name)
    assert isinstance(failure, Failure)
    assert failure.code == "too-large"
    assert part in failure.message


@pytest.mark.usefixtures("small")
def test_articles_before_the_end_stay(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Bir."}\n\n{"text": "Iki."}\n' + b"\n" * 2000 + b'{"text": "Uc."}')
    assert [getattr(each, "text", None) for each in read(tmp_path / "a.jsonl")] == ["Bir.", "Iki.", None]


@pytest.mark.usefixtures("small")
def test_rows_of_parquet_that_fill_the_memory(tmp_path: Path) -> None:
    """A dictionary holds the text once; 200 rows of it are 20 MiB."""
    pq.write_table(pa.table({"text": ["a" * 100_000] * 200}), tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").stat().st_size < MIB
    (failure,) = read(tmp_path / "a.parquet")
    assert isinstance(failure, Failure)
    assert (failure.code, "200 rows together" in failure.message) == ("too-large", True)


def test_parquet_with_text_that_is_no_utf8(tmp_path: Path) -> None:
    values = pa.array([b"Be\xff"]).view(pa.string())
    pq.write_table(pa.table({"text": values}), tmp_path / "a.parquet")
    (failure,) = read(tmp_path / "a.parquet")
    assert isinstance(failure, Failure)
    assert failure.code == "bad-parquet"


@pytest.mark.parametrize("compression", COMPRESS)
def test_what_expands_as_text_does_is_read(tmp_path: Path, compression: str) -> None:
    text = "Beş kişi geldi, altı kişi gitti. " * 40_000
    (tmp_path / f"a.txt{compression}").write_bytes(COMPRESS[compression](text.encode()))
    (article,) = read(tmp_path / f"a.txt{compression}")
    assert isinstance(article, Article)
    assert article.text == text


def test_expanding_counts_what_is_read() -> None:
    stream = io.BufferedReader(bounds.Expanding(io.BytesIO(b"abc"), 3, "a"))
    assert (stream.readable(), stream.read(), stream.read()) == (True, b"abc", b"")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b",".join(str(n).encode() for n in range(1000)) + b"\nx\n"),
        ("a.json", b"{" + b",".join(b'"%d": 1' % n for n in range(1000)) + b"}"),
        ("a.json", b'{"' + b"k" * 5000 + b'": 1}'),
    ],
)
def test_messages_name_no_more_columns_than_a_reader_wants_to_see(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (failure,) = read(tmp_path / name)
    assert isinstance(failure, Failure)
    assert failure.code == "missing-text"
    assert len(failure.message) < 400 + len(str(tmp_path))
    assert ("980 more" in failure.message) == (b"kkk" not in content)


def test_a_broken_page_prints_nothing(tmp_path: Path) -> None:
    code = "from olgu.read import files; print([each.code for each in files.articles(['a.html'])])"
    (tmp_path / "a.html").write_bytes(b"<p " + b"a=1 " * 50_000 + b">Bes")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("['no-text']\n", "")


def test_no_memory_for_a_file_is_a_failure_of_its_own_and_the_next_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(stream: io.BufferedReader, where: str, most: int = 0) -> bytes:
        if where.endswith("a.txt"):
            raise MemoryError
        return stream.read()

    monkeypatch.setattr("olgu.read.plain.read_whole", exhausted)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Beş kişi geldi.", encoding="utf-8")
    failure, article = read(tmp_path)
    assert isinstance(failure, Failure)
    assert (failure.id, failure.code) == ("a", "memory")
    assert isinstance(article, Article)
