"""Details that a reader of the tables and the report sees: whole pages, titles, numbers of facts, messages."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from importlib.resources import files
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from olgu.article import Document, Failure
from olgu.write.evidence import evidence_span
from olgu.write.frame import read_table
from olgu.write.inline import COLUMNS, document_html, read_tables
from olgu.write.package import write_json
from olgu.write.query import QueryError, _names
from olgu.write.report import write_report
from olgu.write.rows import document_rows
from olgu.write.schema import ARTICLES, EVIDENCE, FACTS, MENTIONS
from olgu.write.staging import OutputError, Staging
from olgu.write.stored import StoredError, stored_rows
from olgu.write.tables import TableWriter


def tables_of(folder: Path, *documents: Document | Failure, forms: tuple[str, ...] = ("jsonl",)) -> Path:
    with TableWriter(folder, forms) as writer:
        for document in documents:
            writer.add(document)
    return folder


def numbered(document: Document, count: int) -> list[Document]:
    return [replace(document, article=replace(document.article, id=f"r{n}", title=f"Haber {n}")) for n in range(count)]


def test_a_document_in_a_notebook_lists_its_facts_cell_by_cell(rich: Document) -> None:
    html = document_html(rich)
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    wanted = ["" if row[name] is None else str(row[name]) for row in document_rows(rich)["facts"] for name in COLUMNS]
    assert [cell.replace("&#34;", '"') for cell in cells] == [escape(text, quote=False) for text in wanted]
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    assert f"<table><thead><tr>{head}</tr></thead><tbody><tr><td>" in html
    assert "</td></tr><tr><td>" in html
    assert '</style><div class="olgu"><p><strong>' in html
    assert html.endswith("</td></tr></tbody></table></details></div>")


def test_a_notebook_shows_few_rows_to_their_end(tmp_path: Path, rich: Document) -> None:
    html = read_tables(tables_of(tmp_path / "out", rich))._repr_html_()
    assert html.endswith("</td></tr></tbody></table></div>")


def test_a_table_that_is_not_there_is_read_as_an_empty_one(tmp_path: Path, rich: Document) -> None:
    out = tables_of(tmp_path / "out", rich)
    (out / "mentions.jsonl").unlink()
    tables = read_tables(out)
    assert (len(tables.facts), len(tables.mentions)) == (3, 0)
    assert list(tables.mentions.columns) == list(MENTIONS.names)


def test_json_beside_the_tables_is_indented_utf_8(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"ad": "Şık", "sayı": [1]})
    assert (tmp_path / "a.json").read_bytes() == '{\n  "ad": "Şık",\n  "sayı": [\n    1\n  ]\n}\n'.encode()


@pytest.mark.parametrize(
    ("start", "end", "fact", "span"),
    [
        (5000, 5100, 5050, (5000, 5100)),
        (5000, 5000 + EVIDENCE, 7000, (5000, 5000 + EVIDENCE)),
        (5000, 5001 + EVIDENCE, 5010, (5000, 5000 + EVIDENCE)),
    ],
)
def test_evidence_far_into_a_text(rich: Document, start: int, end: int, fact: int, span: tuple[int, int]) -> None:
    made = replace(rich.facts[0], start=fact, end=fact + 5, sentence_start=start, sentence_end=end)
    assert evidence_span(made) == span


def test_messages_name_what_is_known(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(f"{tmp_path / 'x.csv'}: expected a table named ")) as refused:
        read_table(tmp_path / "x.csv")
    assert "named facts, mentions, entities, articles with .csv, .jsonl or .parquet" in str(refused.value)
    with pytest.raises(ValueError, match=r"^unknown format \(none\); known are csv, jsonl, parquet, "):
        TableWriter(tmp_path / "out", [])
    with pytest.raises(ValueError, match=r"^unknown format xml, toml; known are csv, "):
        TableWriter(tmp_path / "out", ["xml", "csv", "toml"])


def test_a_broken_parquet_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    path.write_bytes(b"PAR1 no table")
    with pytest.raises(QueryError, match="^" + re.escape(f"{path}: cannot be read: ")):
        _names(path, FACTS)


def test_parquet_is_compressed(tmp_path: Path, rich: Document) -> None:
    out = tables_of(tmp_path / "out", rich, forms=("parquet",))
    group = pq.read_metadata(out / "facts.parquet").row_group(0)
    assert {group.column(n).compression for n in range(group.num_columns)} == {"ZSTD"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, rich: Document) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    out = tables_of(tmp_path / "out", rich)
    with pytest.raises(OutputError, match="^" + re.escape(f"cannot write {tmp_path / 'file' / 'report.html'}: ")):
        write_report(out, tmp_path / "file" / "report.html")
    with pytest.raises(OutputError, match="^" + re.escape(f"cannot write {tmp_path / 'file' / 'report-pages'}: ")):
        write_report(tables_of(tmp_path / "many", *numbered(rich, 3)), tmp_path / "file" / "report.html", per_page=2)


def test_a_folder_that_goes_away_is_named(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "out", ["facts.csv"])
    with pytest.raises(OutputError, match="^" + re.escape(f"cannot write {tmp_path / 'out'}: ")):
        staging.commit()


def test_a_report_of_many_articles_tells_its_pages(tmp_path: Path, rich: Document) -> None:
    out, to = tables_of(tmp_path / "out", *numbered(rich, 5)), tmp_path / "report.html"
    for _ in range(2):
        written = write_report(out, to, per_page=3)
    assert written == [to, *(tmp_path / "report-pages" / name for name in ("0001.html", "0002.html"))]
    titles = [re.findall("<title>(.*?)</title>", path.read_text(encoding="utf-8")) for path in written]
    assert titles == [["Facts · olgu"], ["Facts, page 1 of 2 · olgu"], ["Facts, page 2 of 2 · olgu"]]
    page = written[1].read_text(encoding="utf-8")
    assert re.findall(r'id="f(\d+)"', page) == [str(n) for n in range(9)]
    assets = files("olgu.write") / "report_assets"
    scripts = [(assets / name).read_text(encoding="utf-8") for name in ("charts.js", "explorer.js", "page.js")]
    assert "\n".join(scripts) in page


def test_a_report_makes_the_folders_it_needs(tmp_path: Path, rich: Document) -> None:
    out, to = tables_of(tmp_path / "out", *numbered(rich, 3)), tmp_path / "yeni" / "rapor" / "report.html"
    assert [path.is_file() for path in write_report(out, to, per_page=2)] == [True, True, True]


@pytest.mark.parametrize(("line", "kind"), [("[1]", "list"), ("5", "int"), ('"a"', "str")])
def test_a_row_that_is_no_object_is_refused(tmp_path: Path, line: str, kind: str) -> None:
    (tmp_path / "facts.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(StoredError, match=f"a row must be an object, not {kind}; extract it anew$"):
        stored_rows(tmp_path, FACTS)


def test_a_report_names_the_countries_of_its_rows(tmp_path: Path, rich: Document) -> None:
    write_report(tables_of(tmp_path / "out", rich), tmp_path / "report.html")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    found = re.search(r"<script[^>]*application/json[^>]*>(.*?)</script>", html, re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert data["countries"] == {"TR": "Türkiye"}
    assert '": ' not in found[1], "JSON without blanks"


def test_a_report_of_facts_without_a_table_of_articles(tmp_path: Path, rich: Document) -> None:
    out = tables_of(tmp_path / "out", *numbered(rich, 2))
    (out / "articles.jsonl").unlink()
    write_report(out, tmp_path / "report.html")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 dir="auto">(.*?)</h2>', html) == ["r0", "r1"]
    assert "2 articles, 6 facts" in html
    assert set(ARTICLES.names) >= {"title", "date"}


def test_a_report_writes_half_a_letter_as_its_number(tmp_path: Path, rich: Document) -> None:
    out = tables_of(tmp_path / "out", rich)
    articles = out / "articles.jsonl"
    row = json.loads(articles.read_text(encoding="utf-8")) | {"title": "Ali \ud800"}
    articles.write_text(json.dumps(row) + "\n", encoding="utf-8")
    write_report(out, tmp_path / "report.html")
    assert '<h2 dir="auto">Ali \\ud800</h2>' in (tmp_path / "report.html").read_text(encoding="utf-8")
