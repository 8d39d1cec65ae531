"""The report is one page that nothing in an article can get out of, and shows every fact where it stands."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.article import Article, Document, Failure
from olgu.write.report import write_report
from olgu.write.report_data import when
from olgu.write.report_markup import Mark, marked, visible
from olgu.write.report_texts import find_texts, shown
from olgu.write.rows import document_rows
from olgu.write.tables import TableWriter

HOSTILE = (
    "</script><script>window.stolen=1</script> <img src=x onerror=window.stolen=1> &lt;b&gt; \"'` {{ 7*7 }} {% raw %} "
    '<!-- ]]> javascript:alert(1) \u202eters\u202c \u2066x\u2069 \x00\x1b[31m =HYPERLINK("x") 5 elma 😀'
)


class Page(HTMLParser):
    """What a browser would make of a page: its tags, the text of each element with an id or a class."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "text": []}
        self._within: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div" and dict(attrs).get("class") == "text":
            self._within.append((tag, "text"))
            self.texts["text"].append("")
        elif tag in {"script", "style"}:
            self._within.append((tag, tag))
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1][0] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._within:
            self.texts[self._within[-1][1]][-1] += data


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the report of documents whose texts lie in a folder of text files."""

    def write(*items: Document | Failure, sources: bool = True, per_page: int = 200) -> Path:
        texts = tmp_path / "texts"
        texts.mkdir(exist_ok=True)
        with TableWriter(tmp_path / "out", ["jsonl"], force=True) as writer:
            for number, item in enumerate(items):
                writer.add(item)
                if isinstance(item, Document):
                    record = {"id": str(number), "text": item.article.text}
                    (texts / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
        to = tmp_path / "report.html"
        write_report(tmp_path / "out", to, sources=[texts] if sources else [], title="<i>Başlık</i>", per_page=per_page)
        return to

    return write


def hostile(rich: Document) -> Document:
    fact = replace(rich.facts[0], start=HOSTILE.index("5 elma"), end=HOSTILE.index("5 elma") + 6, what=None, time=None)
    fact = replace(fact, speaker=None, place=None, sentence_end=len(HOSTILE), rule="<b>x</b>")
    article = Article("<a id='x'>", HOSTILE, title=HOSTILE, source="<u>", path='"><script>window.stolen=1</script>')
    return Document(article, (fact,), sentences=((0, len(HOSTILE)),))


def test_hostile_text_stays_text(write: Write, rich: Document) -> None:
    html = write(hostile(rich)).read_text(encoding="utf-8")
    page = Page(html)
    names = [tag for tag, _ in page.tags]
    assert (names.count("script"), names.count("style"), names.count("img"), names.count("i")) == (2, 1, 0, 0)
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    seen = re.sub("[\x00\x1b\u202a-\u202e\u2066-\u2069]", "", HOSTILE)
    assert page.texts["text"] == [seen]
    assert "\u202e" not in html.replace(page.texts["script"][0], "")
    assert html.count('data-u="U+202E"') == 1
    assert not set("<>&") & set(page.texts["script"][0]), "markup inside the data could end them"
    (row,) = json.loads(page.texts["script"][0])["rows"]
    assert HOSTILE in row


def test_report_runs_nothing_but_its_own_script_and_needs_no_network(write: Write, rich: Document) -> None:
    html = write(rich).read_text(encoding="utf-8")
    page = Page(html)
    policy = next(a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv"))
    assert policy
    assert policy.startswith("default-src 'none'; ")
    for text in (page.texts["style"][0], page.texts["script"][1]):
        assert base64.b64encode(sha256(text.encode()).digest()).decode() in policy
    links = [a.get("src") or a.get("href") for _, a in page.tags if "src" in a or "href" in a]
    assert links == ["#articles"]
    assert "@import" not in html
    assert "url(" not in html


def test_report_marks_every_fact_and_tells_its_row(write: Write, rich: Document) -> None:
    page = Page(write(rich).read_bytes().decode("utf-8"))  # read_text would change the article's line ends
    marks = {a["id"]: a for tag, a in page.tags if tag == "mark" and "id" in a}
    assert {id_: a["class"] for id_, a in marks.items()} == {"f0": "money", "f1": "ratio", "f2": "duration"}
    assert all(a["tabindex"] == "0" and a["role"] == "button" for a in marks.values())
    data = json.loads(page.texts["script"][0])
    rows = [dict(zip(data["columns"], row, strict=True)) for row in data["rows"]]
    wanted = document_rows(rich)["facts"]
    assert [{name: row[name] for name in wanted[0] if name != "article_id"} for row in rows] == [
        {name: value for name, value in row.items() if name != "article_id"} for row in wanted
    ]
    assert page.texts["text"] == [rich.article.text]


def test_report_is_the_same_each_time(write: Write, rich: Document) -> None:
    assert write(rich).read_bytes() == write(rich).read_bytes()


def test_report_of_an_article_whose_text_is_lost(write: Write, rich: Document, failure: Failure) -> None:
    page = Page(write(rich, failure, sources=False).read_text(encoding="utf-8"))
    assert sum(tag == "mark" and "id" in a for tag, a in page.tags) == 3
    html = write(rich, failure, sources=False).read_text(encoding="utf-8")
    assert "The text was not found" in html
    assert "Failed: bozuk.json: line 1" in html


def test_shown_sentences_keep_the_facts_in_place(rich: Document) -> None:
    rows = document_rows(rich)["facts"]
    made = shown(None, rows, [])
    for row, moved in zip(rows, made.facts, strict=True):
        assert made.text[moved["start"] : moved["end"]] == row["quote"]
        if row["what_start"] is not None:
            assert made.text[moved["what_start"] : moved["what_end"]] == row["what"]


def test_find_texts_by_their_hash_only(tmp_path: Path, rich: Document, bare: Document) -> None:
    path = tmp_path / "a.txt"
    path.write_text(bare.article.text, encoding="utf-8")
    article = document_rows(replace(bare, article=replace(bare.article, path=f"{path}:3")))["articles"][0]
    changed = document_rows(replace(rich, article=replace(rich.article, path=str(path))))["articles"][0]
    assert list(find_texts([article, changed]).values()) == [bare.article.text]


def test_report_of_many_articles_is_a_folder_of_pages(write: Write, rich: Document, bare: Document) -> None:
    documents = [replace(rich, article=replace(rich.article, id=f"r{n}")) for n in range(4)]
    to = write(*documents, bare, per_page=2)
    pages = sorted((to.parent / "report-pages").iterdir())
    assert [page.name for page in pages] == ["0001.html", "0002.html", "0003.html"]
    index = Page(to.read_text(encoding="utf-8"))
    data = json.loads(index.texts["script"][0])
    assert (data["pages"], data["per_page"]) == ([f"report-pages/{page.name}" for page in pages], 2)
    assert [article["id"] for article in data["articles"]] == ["r0", "r1", "r2", "r3", bare.article.id]
    hrefs = {a["href"] for tag, a in index.tags if tag == "a"}
    assert hrefs == {"#articles", *(f"report-pages/{page.name}" for page in pages)}
    assert 'href="../report.html"' in pages[0].read_text(encoding="utf-8")


def test_overview_has_every_row_of_its_pages(write: Write, rich: Document) -> None:
    to = write(*(replace(rich, article=replace(rich.article, id=f"r{n}")) for n in range(4)), per_page=3)
    columns = json.loads(Page(to.read_text(encoding="utf-8")).texts["script"][0])["packed"]
    plain = [c if isinstance(c, list) else [c["values"][number] for number in c["at"]] for c in columns]
    listed: list[list[object]] = []
    for page in sorted((to.parent / "report-pages").iterdir()):
        rows = json.loads(Page(page.read_text(encoding="utf-8")).texts["script"][0])["rows"]
        listed += [[3 * (page.name == "0002.html") + row[0], *row[1:]] for row in rows]
    assert [list(row) for row in zip(*plain, strict=True)] == listed
    assert len(listed) == 12
    assert sum(isinstance(column, dict) for column in columns) > 20


def test_report_of_two_hundred_articles_is_small(write: Write, rich: Document) -> None:
    """Articles of 3,000 characters with 15 facts, more than the news has."""
    text = rich.article.text + "\n" + "Bu bir cümledir ve uzundur. " * 100
    facts = tuple(replace(fact, sentence_end=200) for fact in rich.facts * 5)
    one = replace(rich, article=replace(rich.article, text=text), facts=facts)
    to = write(*(replace(one, article=replace(one.article, id=f"a{n}", text=f"{text}{n}")) for n in range(200)))
    assert to.stat().st_size < 5_000_000


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["fact", "what", "name"])), max_size=8
)


@given(st.text(alphabet="ab <>&\"'ğ\n", max_size=30), spans)
def test_marked_keeps_the_text_whatever_overlaps(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, end, sort, "money", number) for number, (start, end, sort) in enumerate(spans)]
    page = Page(f'<div class="text">{marked(text, marks)}</div>')
    assert page.texts["text"] == [text]
    named = {int(f) for tag, a in page.tags if tag == "mark" for f in (a["data-f"] or "").split()}
    fitting = {m.number for m in marks if m.sort == "fact" and 0 <= m.start < m.end <= len(text)}
    assert named == fitting


def test_marked_overlapping_spans() -> None:
    html = marked("abcdef", [Mark(0, 4, "fact", "money", 0), Mark(2, 6, "name", "ORG"), Mark(3, 5, "what", "w", 0)])
    assert html == (
        '<mark class="money" data-f="0" id="f0" tabindex="0" role="button">ab</mark>'
        '<mark class="money n ORG" data-f="0">c</mark>'
        '<mark class="money n ORG w" data-w="0" data-f="0">d</mark>'
        '<span class="n ORG w" title="ORG" data-w="0">e</span>'
        '<span class="n ORG" title="ORG">f</span>'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\u202eb", 'a<span class="cc" data-u="U+202E"></span>b'),
        ("\x07", '<span class="cc" data-u="U+0007"></span>'),
        ("a\tb\nİ😀", "a\tb\nİ😀"),
        ("<&>", "&lt;&amp;&gt;"),
    ],
)
def test_visible(text: str, html: str) -> None:
    assert visible(text) == html


@pytest.mark.parametrize(
    ("time", "year"),
    [
        ("2024", 2024.5), ("2024-01", 2024.0417), ("2024-07-01", 2024.5027), ("../2023", 2023.5),
        ("2025-01/2025-10", 2025.0417),
        ("XXXX-10", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_when(time: str | None, year: float | None) -> None:
    assert when(time) == year
