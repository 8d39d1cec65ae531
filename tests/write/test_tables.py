"""The writer: what is in the folder after a run that ended well, badly, or twice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import olgu
from olgu.article import Article, Document, Failure
from olgu.write import sinks
from olgu.write.forms import arrow_schema, table_schema
from olgu.write.schema import ERRORS, FACTS, TABLES, Cell
from olgu.write.sinks import FORMATS, csv_lines, harmless
from olgu.write.staging import OutputError
from olgu.write.tables import OWNED, TableWriter


def write(
    out: Path,
    *items: Document | Failure,
    stream: Iterable[Document] = (),
    formats: tuple[str, ...] = FORMATS,
    force: bool = False,
) -> Path:
    with TableWriter(out, formats, force=force) as writer:
        for item in chain(items, stream):
            writer.add(item)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["a", None, 3, 0.5], "a,,3,0.5\n"),
        (["a,b", 'c"d'], '"a,b","c""d"\n'),
        (["a\nb", "c\rd", "e\r\nf"], '"a\nb","c\rd","e\r\nf"\n'),
        (["=1+1", "-5", "@x", " a ", "😀", "a;b"], "=1+1,-5,@x, a ,😀,a;b\n"),
    ],
)
def test_csv_lines_quotes_as_rfc_4180(cells: list[str | int | float | None], line: str) -> None:
    assert csv_lines([cells]) == line


_cells = st.lists(st.text(st.sampled_from('ab"\r\n,; é')) | st.integers() | st.none(), min_size=2, max_size=4)


@given(st.lists(_cells, max_size=4))
def test_csv_lines_are_read_back_the_same_with_and_without_a_cr(records: list[list[str | int | None]]) -> None:
    marked = csv_lines([*records, ["\r", "x"]]).removesuffix('"\r",x\n')
    assert marked == csv_lines(records)
    read = list(csv.reader(io.StringIO(csv_lines(records), newline="")))
    assert read == [["" if cell is None else str(cell) for cell in record] for record in records]


def test_table_writer_writes_every_table_in_every_format(tmp_path: Path, rich: Document, failure: Failure) -> None:
    out = write(tmp_path / "deep" / "out", rich, failure)
    assert set(contents(out)) == OWNED
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


def test_table_writer_csv_is_read_back_by_the_csv_module(tmp_path: Path, rich: Document) -> None:
    out = write(tmp_path / "out", rich)
    raw = (out / "facts.csv").read_bytes()
    assert raw.startswith(b"fact_id,article_id,sentence,")
    with (out / "facts.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == FACTS.names
    assert [row[header.index("evidence")] for row in rows] == [rich.article.text] * 3
    assert rows[0][header.index("speaker")] == "=1+1 derneği"


def test_table_writer_jsonl_keeps_letters_and_order(tmp_path: Path, rich: Document) -> None:
    lines = (write(tmp_path / "out", rich) / "facts.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert len(lines) == 3
    assert "ulaşmak" in lines[0]
    assert tuple(json.loads(lines[0])) == FACTS.names
    assert json.loads(lines[1])["what"] is None
    assert json.loads(lines[1])["value"] == "1/3"


def test_table_writer_parquet_has_the_schema(tmp_path: Path, rich: Document, bare: Document) -> None:
    for name, document in (("full", rich), ("empty", bare)):
        out = write(tmp_path / name, document)
        for table in TABLES:
            assert pq.read_schema(out / f"{table.name}.parquet").equals(arrow_schema(table), check_metadata=False)


def test_table_writer_parquet_flushes_row_groups(
    tmp_path: Path, rich: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sinks, "ROW_GROUP", 4)
    out = write(tmp_path / "out", *[rich] * 3, formats=("parquet",))
    file = pq.ParquetFile(out / "facts.parquet")
    groups = [file.metadata.row_group(n).num_rows for n in range(file.metadata.num_row_groups)]
    assert groups == [4, 4, 1]


def test_table_writer_gives_the_same_bytes_twice(tmp_path: Path, rich: Document, failure: Failure) -> None:
    one = contents(write(tmp_path / "one", rich, failure))
    assert one == contents(write(tmp_path / "two", rich, failure))


def test_table_writer_records_failures_beside_the_others(
    tmp_path: Path, rich: Document, bare: Document, failure: Failure
) -> None:
    out = write(tmp_path / "out", rich, failure, bare)
    errors = [json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [tuple(error) for error in errors] == [ERRORS.names]
    assert [(row["article_id"], row["status"]) for row in articles] == [
        ("a,1", "ok"),
        ("bozuk", "failed"),
        ("a2", "ok"),
    ]
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["rows"] == {
        "facts": 3, "mentions": 3, "entities": 3, "articles": 3, "errors": 1,
    }  # fmt: skip


def test_table_writer_package_describes_every_file(tmp_path: Path, rich: Document) -> None:
    out = write(tmp_path / "out", rich)
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {table.name: table_schema(table) for table in (*TABLES, ERRORS)}
    paths = {resource["path"] for resource in package["resources"]}
    assert paths == OWNED - {"datapackage.json", "run.json"}
    assert len({resource["name"] for resource in package["resources"]}) == len(paths)
    for resource in package["resources"]:
        raw = (out / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{sha256(raw).hexdigest()}"
        assert resource["schema"] == schemas[resource["path"].partition(".")[0]]


def test_table_writer_writes_nothing_of_an_article_with_a_bad_span(
    tmp_path: Path, rich: Document, bare: Document
) -> None:
    broken = replace(rich, mentions=(replace(rich.mentions[0], end=10_000),))
    with TableWriter(tmp_path / "out", ("jsonl",)) as writer:
        with pytest.raises(ValueError, match="does not lie"):
            writer.add(broken)
        writer.add(bare)
    assert (tmp_path / "out" / "facts.jsonl").read_bytes() == b""
    assert len((tmp_path / "out" / "articles.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
@pytest.mark.parametrize("existing", [False, True])
def test_table_writer_leaves_nothing_half_written(
    tmp_path: Path, rich: Document, bare: Document, error: type[BaseException], existing: bool
) -> None:
    out = tmp_path / "out"
    before = contents(write(out, bare)) if existing else None

    def stopped() -> Iterator[Document]:
        yield rich
        raise error

    with pytest.raises(error):
        write(out, stream=stopped(), force=True)
    assert (contents(out) if existing else None) == before
    assert [path.name for path in tmp_path.iterdir()] == (["out"] if existing else [])


def test_table_writer_replaces_only_with_force(tmp_path: Path, rich: Document, bare: Document) -> None:
    out = write(tmp_path / "out", bare)
    before = contents(out)
    with pytest.raises(OutputError, match=r"already holds .*--force"):
        write(out, rich)
    assert contents(out) == before
    write(out, rich, force=True)
    assert contents(out) == contents(write(tmp_path / "fresh", rich))


def test_table_writer_force_drops_former_tables_and_keeps_strangers(tmp_path: Path, rich: Document) -> None:
    out = write(tmp_path / "out", rich, formats=("csv", "parquet"))
    (out / "notlar.txt").write_text("benim", encoding="utf-8")
    write(out, rich, formats=("jsonl",), force=True)
    assert set(contents(out)) == {
        *(f"{table.name}.jsonl" for table in TABLES), "errors.jsonl", "datapackage.json", "run.json", "notlar.txt",
    }  # fmt: skip


def test_table_writer_force_deletes_no_path_that_a_forged_run_json_names(tmp_path: Path, rich: Document) -> None:
    stranger = tmp_path / "precious.txt"
    stranger.write_text("x", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("x", encoding="utf-8")
    (out / "run.json").write_text(
        json.dumps({"files": ["../precious.txt", str(stranger), "mine.txt", 3]}), encoding="utf-8"
    )
    write(out, rich, force=True)
    assert stranger.exists()
    assert (out / "mine.txt").exists()


def test_table_writer_joins_a_folder_without_tables(tmp_path: Path, rich: Document) -> None:
    (tmp_path / "notlar.txt").write_text("benim", encoding="utf-8")
    write(tmp_path, rich, formats=("csv",))
    assert {"facts.csv", "notlar.txt"} <= set(contents(tmp_path))


def test_table_writer_refuses_a_file_as_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="not a folder"):
        write(tmp_path / "out")
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path / "out" / "below")


@pytest.mark.parametrize("formats", [(), ("xlsx",), ("csv", "xml")])
def test_table_writer_refuses_unknown_formats(tmp_path: Path, formats: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="known are csv, jsonl, parquet"):
        write(tmp_path / "out", formats=formats)
    assert not (tmp_path / "out").exists()


def test_table_writer_leaves_nothing_when_it_is_stopped_while_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(path: Path, table: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sinks.SINKS, "jsonl", stopped)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "out", formats=("csv", "jsonl"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+90 212", "'+90 212"),
        ("-5 derece", "'-5 derece"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("-9.6", "-9.6"),
        ("-1/3", "-1/3"),
        ("yüzde 5,2", "yüzde 5,2"),
        ("'=1", "'=1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, None),
        (-5, -5),
    ],
)
def test_harmless_cells(cell: Cell, expected: Cell) -> None:
    assert harmless(cell) == expected


def test_excel_tables_hold_no_formula_and_plain_ones_what_was_written(tmp_path: Path) -> None:
    text = '=HYPERLINK("http://x") 5 kişi'
    document = olgu.extract(Article("=a", text, title="+title", source="@source"))
    with TableWriter(tmp_path / "out", ("csv", "excel.csv")) as writer:
        writer.add(document)
    plain, excel = ((tmp_path / "out" / name).read_bytes() for name in ("articles.csv", "articles.excel.csv"))
    assert b"\n=a," in plain
    assert excel.startswith(b"\xef\xbb\xbfarticle_id,")
    assert b"\n'=a,," in excel
    assert b"'@source,'+title" in excel
    for path in (tmp_path / "out").glob("*.excel.csv"):
        cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")]
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    resource = next(each for each in package["resources"] if each["path"] == "facts.excel.csv")
    assert (resource["name"], resource["format"], resource["mediatype"]) == ("facts-excel.csv", "csv", "text/csv")
