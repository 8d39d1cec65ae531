"""The pieces of a report: filters, counts, packed columns, what an article's head says, which marks it has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from olgu.article import Article, Document
from olgu.write import report, report_data, report_texts
from olgu.write.inline import Tables, document_html, read_tables
from olgu.write.report_data import ArticleView, article_view, countries, fact_cells, kinds, marks, packed, selects, when
from olgu.write.report_markup import Mark, marked, plain, visible
from olgu.write.report_texts import GAP, Shown, find_texts, shown
from olgu.write.rows import document_rows, failure_rows
from olgu.write.schema import FACTS, Row
from olgu.write.tables import TableWriter


@pytest.fixture
def facts(rich: Document) -> list[Row]:
    return document_rows(rich)["facts"]


def test_filters_list_what_there_is_the_commonest_first(facts: list[Row]) -> None:
    rows = [
        facts[0] | {"unit": "USD", "country": "TR", "speaker": "Zeki", "status": "actual"},
        facts[0] | {"unit": "EUR", "country": "DE", "speaker": "Ali\x07", "status": "actual"},
        facts[0] | {"unit": "EUR", "country": None, "speaker": None, "status": "expected"},
        facts[0] | {"unit": None, "country": "TR", "speaker": None, "status": "expected"},
    ]
    assert selects(rows) == [
        ("status", "Status", [("actual", "actual (2)"), ("expected", "expected (2)")]),
        ("unit", "Unit", [("EUR", "EUR (2)"), ("USD", "USD (1)")]),
        ("country", "Country", [("TR", "Türkiye (2)"), ("DE", "Germany (1)")]),
        ("speaker", "Speaker", [("Ali\x07", "Ali\ufffd (1)"), ("Zeki", "Zeki (1)")]),
    ]
    assert [choices for *_, choices in selects([])] == [[], [], [], []]


def test_countries_are_named_in_english() -> None:
    assert countries(["TR", "DE", None, "ZZZ"]) == {"TR": "Türkiye", "DE": "Germany", "ZZZ": "ZZZ"}


def test_kinds_are_counted_in_their_order(facts: list[Row]) -> None:
    rows = [facts[0] | {"kind": kind} for kind in ("money", "count", "money", "ratio")]
    assert kinds(rows) == [("count", 1), ("money", 2), ("ratio", 1)]


def test_columns_that_repeat_are_packed() -> None:
    width = len(report_data.COLUMNS)
    rows = [[number % 2, number, *([None] * (width - 2))] for number in range(5)]
    found = packed(rows)
    assert found[0] == {"values": [0, 1], "at": [0, 1, 0, 1, 0]}
    assert found[1] == [0, 1, 2, 3, 4]
    assert found[2] == {"values": [None], "at": [0, 0, 0, 0, 0]}
    assert packed(rows[:4])[0] == [0, 1, 0, 1]
    assert packed([]) == [[] for _ in range(width)]


@pytest.mark.parametrize(
    ("time", "year"),
    [
        ("2024-12-30", 2024.9973), ("2024-12", 2024.9583), ("1999", 1999.5), ("2024-02-01", 2024.086),
        ("2024-06-12T10:30", 2024.4489), ("199X", None),
    ],
)  # fmt: skip
def test_when_on_an_axis(time: str, year: float | None) -> None:
    assert when(time) == year


def test_a_row_for_the_script(facts: list[Row]) -> None:
    cells = fact_cells(facts[0] | {"time": None}, 7, "2024")
    assert cells[:3] == [7, 2024.5, facts[0]["fact_id"]]
    assert fact_cells(facts[0] | {"time": "1990"}, 7, "2024")[1] == 1990.5
    assert fact_cells(facts[0] | {"time": None}, 7, None)[1] is None
    assert len(cells) == len(FACTS.names) + 1
    told = facts[0] | {"time": None}
    assert cells[3:] == [told[name] for name in FACTS.names[2:]]


def test_an_article_has_a_title_what_is_known_of_it_and_a_note(rich: Document, facts: list[Row]) -> None:
    (article,) = document_rows(rich)["articles"]
    whole = Shown(rich.article.text, facts, [], whole=True)
    view = article_view(article, whole, 0)
    assert (view.title, view.meta, view.note) == (
        'Başlık; "iki"\nsatır', "a,1 · 2024-06-12 · NA · a.txt · 3 facts", "",
    )  # fmt: skip
    assert view.markup == marked(rich.article.text, marks(whole, 0))
    one = article_view(article | {"title": None, "source": None}, replace(whole, facts=facts[:1], whole=False), 5)
    assert (one.title, one.meta, one.note) == (
        "a,1", "a,1 · 2024-06-12 · a.txt · 1 fact", "The text was not found: only sentences with facts.",
    )  # fmt: skip
    assert 'id="f5"' in one.markup
    assert isinstance(one, ArticleView)


def test_a_failed_article_says_why(failure: object) -> None:
    (row,) = failure_rows(failure)["articles"]  # type: ignore[arg-type]
    view = article_view(row | {"error": "bozuk\x07"}, Shown("", [], [], whole=False), 0)
    assert (view.title, view.meta, view.note) == ("bozuk", "bozuk · bozuk.json · 0 facts", "Failed: bozuk\ufffd")


def test_marks_of_an_article(rich: Document) -> None:
    rows = document_rows(rich)
    made = marks(Shown(rich.article.text, rows["facts"], rows["mentions"], whole=True), 4)
    at = [(row["start"], row["end"]) for row in rows["facts"]]
    what = (rows["facts"][0]["what_start"], rows["facts"][0]["what_end"])
    assert made[:4] == [
        Mark(*at[0], "fact", "money", 4), Mark(*at[1], "fact", "ratio", 5), Mark(*at[2], "fact", "duration", 6),
        Mark(*what, "what", "w", 4),
    ]  # type: ignore[arg-type]  # fmt: skip
    assert [(mark.sort, mark.label, mark.number, mark.title) for mark in made[4:]] == [
        ("name", "ORG", -1, ""), ("name", "LOC", -1, ""), ("name", "ORG", -1, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("marks_", "prefix", "html"),
    [
        ([], "f", "abcd"),
        ([Mark(0, 4, "what", "w", 2)], "f", '<span class="w" data-w="2">abcd</span>'),
        ([Mark(1, 3, "name", "PER")], "f", 'a<span class="n PER" title="PER">bc</span>d'),
        ([Mark(0, 2, "fact", "money", 1, "x<y")], "", '<mark class="money" data-f="1" title="x&lt;y">ab</mark>cd'),
        (
            [Mark(0, 2, "fact", "money", 1, "t")],
            "g",
            '<mark class="money" data-f="1" title="t" id="g1" tabindex="0" role="button">ab</mark>cd',
        ),
        ([Mark(2, 2, "fact", "money", 1), Mark(3, 9, "fact", "money", 1), Mark(-1, 2, "what", "w", 1)], "f", "abcd"),
        (
            [Mark(0, 4, "what", "w", 3), Mark(0, 4, "what", "w", 1), Mark(0, 4, "name", "LOC")],
            "f",
            '<span class="n LOC w" title="LOC" data-w="1 3">abcd</span>',
        ),
    ],
)
def test_marked(marks_: list[Mark], prefix: str, html: str) -> None:
    assert marked("abcd", marks_, prefix) == html


@pytest.mark.parametrize("letter", ["\x00", "\x1f", "\x7f", "\x9f", "\u061c", "\u200e", "\u202a", "\u2069", "\ufeff"])
def test_what_is_not_seen_is_shown(letter: str) -> None:
    assert plain(f"a{letter}b") == "a\ufffdb"
    assert visible(f"a{letter}b") == f'a<span class="cc" data-u="U+{ord(letter):04X}"></span>b'


@pytest.mark.parametrize("letter", ["\t", "\n", "\r", "\u00a0", "\u200d", "😀"])
def test_what_is_seen_stays(letter: str) -> None:
    assert plain(letter) == visible(letter) == letter


def test_sentences_stand_for_a_lost_text(facts: list[Row]) -> None:
    base = {"what_start": None, "what_end": None}
    rows = [
        facts[0] | base | {"sentence": 0, "evidence": "Ali 5 elma aldı.", "start": 104, "end": 105, "quote": "5"},
        facts[0] | {"sentence": 3, "evidence": "7 kişi sustu.", "start": 900, "end": 901, "quote": "7"}
        | {"what_start": 902, "what_end": 906},
        facts[0] | base | {"sentence": 0, "evidence": "Ali 5 elma aldı.", "start": 104, "end": 110, "quote": "5 elma"},
        facts[0] | base | {"sentence": 5, "evidence": None, "start": 950, "end": 951, "quote": "9"},
    ]  # fmt: skip
    made = shown(None, rows, [rows[0]])
    assert made.text == f"Ali 5 elma aldı.{GAP}7 kişi sustu.{GAP}9{GAP}"
    assert [made.text[row["start"] : row["end"]] for row in made.facts] == ["5", "5 elma", "7", "9"]  # type: ignore[misc]
    assert made.text[made.facts[2]["what_start"] : made.facts[2]["what_end"]] == "kişi"  # type: ignore[misc]
    assert (made.mentions, made.whole) == ([], False)
    assert shown("metin", rows, [rows[1]]) == Shown("metin", rows, [rows[1]], whole=True)
    assert shown(None, [], []).text == ""


def test_texts_are_found_by_path_and_in_what_is_given(tmp_path: Path) -> None:
    texts = ["Birinci haber.", "İkinci haber.", "Üçüncü haber."]
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    articles = [
        document_rows(Document(Article(str(n), text, path=f"{path}:1" if n == 1 else str(path))))["articles"][0]
        for n, (path, text) in enumerate(zip(paths, texts, strict=True))
    ]
    assert sorted(find_texts(articles).values()) == sorted(texts)
    moved = [row | {"path": str(tmp_path / "away.txt")} for row in articles]
    assert find_texts(moved) == {}
    assert sorted(find_texts(moved, [tmp_path]).values()) == sorted(texts)
    assert list(find_texts([articles[1] | {"path": None}], [paths[1]]).values()) == [texts[1]]
    assert find_texts([row | {"sha256": None} for row in articles]) == {}
    assert find_texts([row | {"path": report_texts.files.STDIN} for row in articles]) == {}


@pytest.mark.parametrize(
    ("articles", "facts_", "told"),
    [(0, 0, "0 articles, 0 facts"), (1, 1, "1 article, 1 fact"), (2, 1500, "2 articles, 1,500 facts")],
)
def test_a_report_counts(articles: int, facts_: int, told: str) -> None:
    assert report._counted(articles, facts_) == told


def test_a_notebook_shows_the_first_rows(tmp_path: Path, rich: Document) -> None:
    with TableWriter(tmp_path / "out", ["jsonl"]) as writer:
        for number in range(5):
            writer.add(replace(rich, article=replace(rich.article, id=f"r{number}")))
    tables = read_tables(tmp_path / "out")
    html = tables._repr_html_()
    assert "15 facts, 15 mentions, 15 entities, 5 articles" in html
    assert html.count("<tr>") == 11
    assert html.endswith("</tbody></table><p>…</p></div>")
    assert "None" not in html and "nan" not in html.lower()  # noqa: PT018
    few = Tables(tables.facts.head(10), tables.mentions, tables.entities, tables.articles)
    assert "<p>…</p>" not in few._repr_html_()


def test_a_document_in_a_notebook(rich: Document) -> None:
    html = document_html(rich)
    head = "<p><strong>Başlık; &#34;iki&#34;\nsatır · a,1 · 2024-06-12</strong></p>"
    assert head in html or head.replace("&#34;", "&quot;") in html
    assert '<div class="olgu-text" lang="tr" dir="auto">' in html
    assert '<details open><summary>3 facts</summary><table><thead><tr><th scope="col">quote</th>' in html
    assert "rule: test\nconfidence: 0.90" in html
    assert "id=" not in html.partition("</style>")[2].partition("<details")[0]
    many = replace(rich, facts=rich.facts[:1] * 120)
    assert document_html(many).count("<tr>") == 101
