import gzip
import io
import json
import lzma
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from olgu.article import Article, Failure
from olgu.read.files import articles, supported_suffixes

PAGE = """<html><head><title>Enflasyon arttı</title>
<meta property="article:published_time" content="2024-03-12T10:00:00+03:00">
<meta property="og:site_name" content="Örnek Haber"></head>
<body><nav><a href="/">Ana sayfa</a></nav><article><h1>Enflasyon arttı</h1>
<p>Türkiye İstatistik Kurumu, yıllık enflasyonun şubatta yüzde 67,07 olduğunu açıkladı.</p>
<p>Aylık artış yüzde 4,53 oldu; en çok artan gruplar eğitim ile gıda ve alkolsüz içecekler olarak sıralandı.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def read_one(name: str, content: str | bytes) -> Article | Failure:
    (found,) = articles([write(name, content)])
    return found


def outcome(found: Article | Failure) -> tuple[str | None, str]:
    """Path and text of an article, path and code of a failure."""
    return found.path, found.text if isinstance(found, Article) else found.code


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "Başlık\n\nGövde.\r\n", Article("a", "Başlık\n\nGövde.\r\n", "Başlık", path="a.txt")),
        ("a.b.TXT", "Tek satır", Article("a.b", "Tek satır", path="a.b.TXT")),
        ("a.txt", "İki\nsatır\n\nvar", Article("a", "İki\nsatır\n\nvar", path="a.txt")),
        ("a.txt", "x" * 201 + "\n\nGövde", Article("a", "x" * 201 + "\n\nGövde", path="a.txt")),
        ("a.md", "# Baş\n\nGövde *5*", Article("a", "# Baş\n\nGövde *5*", "Baş", path="a.md")),
        (
            "a.md",
            '---\ntitle: "Ad"\ndate: 12 Mart 2024\ntags: [x]\nsource: AA\nurl: https://a.b\n---\n\n# Baş\n\nGövde',
            Article("a", "# Baş\n\nGövde", "Ad", "2024-03-12", "AA", "https://a.b", "a.md"),
        ),
        ("a.md", "---\n\nGövde\n\n---\n\nSon", Article("a", "---\n\nGövde\n\n---\n\nSon", "---", path="a.md")),
        (
            "a.json",
            '{"id": 7, "text": "Gövde", "title": "T", "date": "2024-03-12T10:00", "source": "AA", "extra": []}',
            Article("7", "Gövde", "T", "2024-03-12", "AA", path="a.json"),
        ),
        (
            "a.json",
            '{"text": "Gövde", "date": "dün", "title": 5}',
            Article("a", "Gövde", "5", path="a.json", notes=("date not understood: 'dün'",)),
        ),
        ("a.json", '{"text": "5 \\ud800 lira"}', Article("a", "5 \ufffd lira", path="a.json")),
        (
            "a.txt",
            "5 kişi öldü, ağır".encode("cp1254"),
            Article("a", "5 kişi öldü, ağır", path="a.txt", notes=("not UTF-8: read as Windows-1254",)),
        ),
        ("notlar", "5 lira", Article("notlar", "5 lira", path="notlar")),
        ("a.log", '{"text": "5 lira"}', Article("a", "5 lira", path="a.log:1")),
        ("a.jsonl.gz", gzip.compress(b'{"text": "5 lira"}'), Article("a", "5 lira", path="a.jsonl.gz:1")),
        ("a.jsonl.xz", lzma.compress(b'{"text": "5 lira"}'), Article("a", "5 lira", path="a.jsonl.xz:1")),
    ],
)
def test_articles_reads(name: str, content: str | bytes, expected: Article) -> None:
    assert read_one(name, content) == expected


@pytest.mark.parametrize(
    ("name", "content", "code", "part"),
    [
        ("a.txt", "", "empty", "a.txt: the file is empty"),
        ("a.jsonl", "\n \n", "empty", "only white space"),
        ("a.csv", "", "empty", "only white space"),
        ("a.json", '{"articles": []}', "empty", "list of articles is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "binary", "PNG"),
        ("a.jsonl", b"\0\1\2", "binary", "binary"),
        ("a.docx", b"PK\x03\x04", "unsupported", ".jsonl"),
        ("a.json", '{"text": "x"', "bad-json", "a.json:1:13: not valid JSON"),
        ("a.json", "[" * 100_000, "bad-json", "nested too deep"),
        ("a.json", "5", "bad-json", "not int"),
        ("a.json", '{"title": "x", "body": "y"}', "missing-text", "fields here: body, title"),
        ("a.json", '{"text": " "}', "missing-text", "is empty"),
        ("a.json", '{"text": ["x"]}', "missing-text", "not list"),
        ("a.csv", "id;body\n1;x\n", "missing-text", "the columns are: id, body"),
        ("a.html", "<html><body></body></html>", "no-text", "no article text"),
        ("a.jsonl.xz", lzma.compress(b'{"text": "5 lira"}' * 99)[:-30], "unreadable", "damaged compressed file"),
        ("a.jsonl.gz", b"{}", "unreadable", "cannot be read"),
    ],
)
def test_articles_gives_failures(name: str, content: str | bytes, code: str, part: str) -> None:
    found = read_one(name, content)
    assert isinstance(found, Failure)
    assert (found.stage, found.code) == ("read", code)
    assert found.message.startswith(name)
    assert part in found.message


def test_articles_goes_on_after_a_bad_json_line() -> None:
    lines = [
        '{"text": "bir"}',
        '{"text": "iki", "id": "x"}',
        '{"text": "üç",, }',
        '{"text": "dört"}',
        '{"text": "beş"}',
    ]
    found = list(articles([write("n.jsonl", "\r\n".join(lines))]))
    assert [outcome(f) for f in found] == [
        ("n.jsonl:1", "bir"),
        ("n.jsonl:2", "iki"),
        ("n.jsonl:3", "bad-json"),
        ("n.jsonl:4", "dört"),
        ("n.jsonl:5", "beş"),
    ]
    assert [f.id for f in found] == ["n", "x", "n.jsonl:3", "n-2", "n-3"]
    assert isinstance(found[2], Failure)
    assert found[2].message.startswith("n.jsonl:3: column 15: not valid JSON")


def test_articles_reads_lists_of_objects() -> None:
    write("a.json", json.dumps([{"text": "bir"}, {"title": "x"}, 3]))
    assert list(map(outcome, articles(["a.json"]))) == [
        ("a.json#1", "bir"),
        ("a.json#2", "missing-text"),
        ("a.json#3", "bad-json"),
    ]


def test_articles_reads_csv_with_quotes_and_newlines() -> None:
    content = '\ufeffId;Text;Date\n1;"bir; ""iki""\nüç";12.03.2024\n2;;x\n3;"dört"beş;\n4;altı\n5;"açık\n'
    found = list(articles([write("a.csv", content)]))
    assert list(map(outcome, found)) == [
        ("a.csv:2", 'bir; "iki"\nüç'),
        ("a.csv:4", "missing-text"),
        ("a.csv:5", "bad-csv"),
        ("a.csv:6", "altı"),
        ("a.csv:7", "bad-csv"),
    ]
    assert isinstance(found[0], Article)
    assert (found[0].id, found[0].date) == ("1", "2024-03-12")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_articles_finds_the_csv_delimiter(delimiter: str) -> None:
    content = f"id{delimiter}text\na{delimiter}bir\n"
    assert read_one("a.csv", content) == Article("a", "bir", path="a.csv:2")


def test_articles_reads_a_csv_of_texts_alone() -> None:
    assert read_one("a.csv", 'text\n"5,2 lira; artı"\n') == Article("a", "5,2 lira; artı", path="a.csv:2")


def test_articles_reads_csv_fields_over_the_standard_limit() -> None:
    found = read_one("a.csv", "text\n" + "x" * 200_000 + "\n")
    assert isinstance(found, Article)
    assert len(found.text) == 200_000


def test_articles_reads_a_page() -> None:
    found = read_one("a.html", PAGE)
    assert isinstance(found, Article)
    assert (found.title, found.date, found.source) == ("Enflasyon arttı", "2024-03-12", "Örnek Haber")
    assert "yüzde 67,07 olduğunu" in found.text
    assert "Ana sayfa" not in found.text


def test_articles_reads_a_long_single_line() -> None:
    text = "5 milyon ton çelik " * 270_000
    found = read_one("a.txt", text)
    assert isinstance(found, Article)
    assert (found.text, found.title) == (text, None)


def test_articles_walks_folders_in_order() -> None:
    for name in ["f/b.txt", "f/a/z.md", "f/.gizli.txt", "f/.git/x.txt", "f/a.txt", "f/resim.png", "f/c.jsonl.gz"]:
        write(name, gzip.compress(b'{"text": "x"}') if name.endswith("gz") else "metin")
    os.symlink("yok", "f/kopuk.txt")
    os.symlink(".", "f/dongu")
    os.mkfifo("f/boru.txt")
    assert [(f.path, f.id) for f in articles(["f"])] == [
        ("f/a.txt", "a"),
        ("f/a/z.md", "z"),
        ("f/b.txt", "b"),
        ("f/c.jsonl.gz:1", "c"),
        ("f/kopuk.txt", "kopuk"),
    ]


def test_articles_names_the_suffixes_for_a_folder_without_articles() -> None:
    write("f/resim.png", b"\x89PNG")
    (found,) = articles(["f"])
    assert isinstance(found, Failure)
    assert found.code == "no-articles"
    assert all(suffix in found.message for suffix in supported_suffixes())


@pytest.mark.parametrize("path", ["yok.txt", "yok/", "", "a\0b.txt", "kopuk.txt"])
def test_articles_reports_missing_paths(path: str) -> None:
    os.symlink("yok", "kopuk.txt")
    (found,) = articles([path])
    assert isinstance(found, Failure)
    assert found.code == "not-found"


def test_articles_reports_unreadable_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    write("a.txt", "x")
    monkeypatch.setattr("olgu.read.files._open", refuse)
    (found,) = articles(["a.txt"])
    assert isinstance(found, Failure)
    assert (found.code, found.message) == ("unreadable", "a.txt: cannot be read: Permission denied")


def test_articles_keeps_what_was_read_before_an_error() -> None:
    lines = b"".join(json.dumps({"text": os.urandom(500).hex()}).encode() + b"\n" for _ in range(400))
    found = list(articles([write("a.jsonl.xz", lzma.compress(lines)[:-2000])]))
    assert isinstance(found[0], Article)
    assert outcome(found[-1]) == ("a.jsonl.xz", "unreadable")


def test_articles_makes_ids_unique() -> None:
    write("a.jsonl", "".join(f'{{"text": "x", "id": "{id_}"}}\n' for id_ in ["a", "a", "a-2", "b", "a"]))
    assert [f.id for f in articles(["a.jsonl", "a.jsonl"])] == [
        *["a", "a-2", "a-2-2", "b", "a-3"],
        *["a-4", "a-5", "a-2-3", "b-2", "a-6"],
    ]


def test_articles_fills_in_the_date() -> None:
    write("a.jsonl", '{"text": "x"}\n{"text": "x", "date": "2020"}\n')
    assert [f.date for f in articles(["a.jsonl"], date="12 Mart 2024") if isinstance(f, Article)] == [
        "2024-03-12",
        "2020",
    ]
    with pytest.raises(ValueError, match="date not understood"):
        articles(["a.jsonl"], date="dün")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Metin 5 lira", [Article("stdin", "Metin 5 lira", path="-")]),
        (b'\n{"text": "x"}\n{"text": "y"}', [Article("stdin", "x", path="-:2"), Article("stdin-2", "y", path="-:3")]),
        (b'{\n "text": "x"\n}', [Article("stdin", "x", path="-")]),
        (b"", [Failure("stdin", "-", "read", "empty", "-: the file is empty or only white space")]),
    ],
)
def test_articles_reads_stdin(data: bytes, expected: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data))))
    assert list(articles(["-"])) == expected


def test_articles_is_lazy() -> None:
    found: Iterator[Article | Failure] = articles([write("a.txt", "bir"), "b.txt"])
    assert next(found) == Article("a", "bir", path="a.txt")
    write("b.txt", "iki")
    assert next(found) == Article("b", "iki", path="b.txt")
