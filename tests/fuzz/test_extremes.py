"""Inputs beyond all reason: each ends in time, breaks no invariant, or is a failure that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from fuzz_mutation import articles
from fuzz_targets import COMPRESSORS, WRITERS, extracted, read

from olgu.article import Article, Failure
from olgu.write.rows import document_rows
from olgu.write.schema import EVIDENCE

N = 10_000
ARTICLE = articles()[0]
SENTENCE = "Enflasyon yüzde 5,2 arttı."
TEXTS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: f"Sayı {'9' * (100 * n)} oldu. {SENTENCE}",
    "grouped digits": lambda n: "1" + ".000" * (25 * n),
    "decimals": lambda n: f"yüzde 0,{'3' * (100 * n)} arttı",
    "words of numbers": lambda n: "yüz elli milyar " * (n // 5),
    "exponents": lambda n: "1e" + "9" * n + " kişi",
    "fractions": lambda n: "1/" * n,
    "quotation marks": lambda n: "“" * (10 * n),
    "nested quotations": lambda n: "“" * n + SENTENCE + "”" * n,
    "quotations": lambda n: "\"5 kişi\" dedi. " * (n // 4),
    "apostrophes": lambda n: "5'" * n,
    "brackets": lambda n: "(" * n + SENTENCE + ")" * n,
    "dots": lambda n: "1." * n,
    "dashes": lambda n: "5-" * n,
    "percents": lambda n: "%" * (10 * n),
    "commas": lambda n: "1,5, " * n,
    "spaces": lambda n: " " * (100 * n) + SENTENCE,
    "lines": lambda n: "\n" * (100 * n) + SENTENCE,
    "one line": lambda n: "bin lira ve kedi " * (2 * n),
    "one word": lambda n: "a" * (100 * n),
    "zero width": lambda n: "\u200b".join("5 kişi" * n),
    "right to left": lambda n: "\u202e5\u202c kişi \u200f" * n,
    "marks": lambda n: "a" + "\u0301" * (10 * n) + " 5 kişi",
    "emoji": lambda n: "👨‍👩‍👧5 " * n,
    "mojibake": lambda n: "Ã¼Â" * n,
    "names": lambda n: "Ali Veli, " * n,
    "sentences": lambda n: "A. " * n,
    "times": lambda n: "geçen yılın " * (n // 4),
    "scripts": lambda n: "аb" * n,
    "tags": lambda n: "<p>" * n,
    "controls": lambda n: "\x1b[31m5 kişi\x07" * (n // 4),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_extreme_texts(name: str) -> None:
    extracted(TEXTS[name](N // 20))


@pytest.mark.parametrize("name", ["digits", "nested quotations", "right to left", "emoji", "zero width", "mojibake"])
def test_extreme_pieces_inside_a_real_article(name: str) -> None:
    """What stands before them is read as ever."""
    before = ARTICLE[: ARTICLE.rindex("\n\n") + 2]
    alone, spoilt = extracted(before), extracted(before + TEXTS[name](N // 20) + ARTICLE[len(before) :])
    assert [fact.value for fact in spoilt.facts][: len(alone.facts)] == [fact.value for fact in alone.facts]


TEN_MEGABYTES = 10_000_000


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", " ", "7"])
def test_a_line_of_ten_megabytes(piece: str) -> None:
    """Every rule looks at the whole of it once; news of that length is measured by `bench/flatness.py`."""
    assert extracted(piece * TEN_MEGABYTES + f" {SENTENCE}").facts


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".csv"])
def test_a_line_of_ten_megabytes_of_news_is_read(suffix: str) -> None:
    line = (SENTENCE + " ") * (TEN_MEGABYTES // len(SENTENCE))
    (found, *_) = read(f"a{suffix}", WRITERS[suffix](line))
    assert isinstance(found, Article)
    assert len(found.text) > TEN_MEGABYTES - 100


@pytest.mark.slow
@pytest.mark.parametrize("name", ["digits", "quotation marks", "one word", "spaces", "marks"])
def test_extreme_texts_of_a_million(name: str) -> None:
    """A million digits, a hundred thousand quotation marks: what is cheap at that size is tried at that size."""
    extracted(TEXTS[name](N))


DEEP = 100_000
FILES: dict[str, tuple[str, bytes, str]] = {
    "columns": ("a.csv", ",".join(["text", *map(str, range(N))]).encode() + b"\n" + b"Bes kisi," * N + b"x\n", ""),
    "columns without text": ("a.csv", ",".join(map(str, range(N))).encode() + b"\n1\n", "missing-text"),
    "quotation mark left open": ("a.csv", b'text\n"' + b"kedi\n" * N, "bad-csv"),
    "lines of carriage returns": ("a.csv", b"id,text\rb,Bes kisi\r\nc,Alti kisi\n", "bad-csv"),
    "nul in csv": ("a.csv", b"text\nkedi" + b" " * 9000 + b"\0kedi\n", ""),
    "deep lists": ("a.json", b"[" * DEEP + b"]" * DEEP, "bad-json"),
    "deep objects": ("a.json", b'{"text":' * DEEP + b"1" + b"}" * DEEP, "bad-json"),
    "deep line": ("a.jsonl", b"[" * DEEP, "bad-json"),
    "digits in json": ("a.json", b'{"text": "Bes kisi", "id": ' + b"9" * DEEP + b"}", "bad-json"),
    "keys": ("a.json", json.dumps({str(n): n for n in range(DEEP)}).encode(), "missing-text"),
    "a key again": ("a.json", b'{"text": "Bir.", "text": "Bes kisi."}', ""),
    "no number": ("a.json", b'{"text": "Bes kisi", "date": NaN, "id": Infinity}', ""),
    "surrogates": ("a.json", b'{"text": "Bes \\ud800 kisi \\udc00\\ud83d", "id": "\\ud800"}', ""),
    "text of another type": ("a.json", b'{"text": {"text": "Bes"}}', "missing-text"),
    "long id": ("a.json", b'{"text": "Bes kisi", "id": "' + b"a" * DEEP + b'"}', ""),
    "deep page": ("a.html", b"<div>" * 20_000 + b"Bes kisi" + b"</div>" * 20_000, "no-text"),
    "attributes": ("a.html", b"<p " + b"a=1 " * DEEP + b">Bes kisi geldi ve gitti.</p>", "no-text"),
    "open tags": ("a.html", b"<p>Bes kisi " * N, ""),
    "front matter left open": ("a.md", b"---\n" + b"a: 1\n" * DEEP, ""),
    "rules": ("a.md", b"---\n" * DEEP, ""),
    "blank title": ("a.txt", b"a" + b"\r\n \t" * DEEP + b"b", ""),
}


@pytest.mark.parametrize("name", FILES)
def test_extreme_files(name: str) -> None:
    file, content, code = FILES[name]
    found = read(file, content)
    assert {each.code if isinstance(each, Failure) else "" for each in found} == {code}


@pytest.mark.parametrize("compression", [each for each in COMPRESSORS if each])
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".parquet"])
def test_cut_compressed_files_are_one_failure(suffix: str, compression: str) -> None:
    whole = COMPRESSORS[compression](WRITERS[suffix](SENTENCE * 50))
    for cut in (0, 1, 5, len(whole) // 2, len(whole) - 1):
        found = read(f"a{suffix}{compression}", whole[:cut])
        assert isinstance(found[-1], Failure), (cut, found)
        assert found[-1].code in {"unreadable", "empty", "bad-parquet", "bad-json"}


@pytest.mark.parametrize("part", [0, 4, 100, -8, -1])
def test_cut_parquet_is_one_failure(part: int) -> None:
    (failure,) = read("a.parquet", WRITERS[".parquet"](SENTENCE)[:part])
    assert isinstance(failure, Failure)
    assert failure.code in {"bad-parquet", "empty"}


def test_evidence_of_an_endless_sentence_stays_small() -> None:
    """Every fact has its sentence beside it: a text of one sentence would be written once for each of its facts."""
    text = "bin lira ve kedi " * 1000
    rows = document_rows(extracted(text))["facts"]
    assert len(rows) == 1000
    assert sum(len(str(row["evidence"])) for row in rows) <= EVIDENCE * len(rows)
    assert all(str(row["quote"]) in str(row["evidence"]) for row in rows)


def test_entities_of_xml_are_not_expanded_and_files_not_opened() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "haha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<html><body><article><p>{SENTENCE} &l11; &f; {SENTENCE}</p></article></body></html>"
    )
    (found,) = read("a.html", page.encode())
    assert isinstance(found, Article)
    assert len(found.text) < 2000
    assert "root:" not in found.text
