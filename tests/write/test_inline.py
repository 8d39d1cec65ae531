"""What a notebook shows of documents and tables: everything marked, nothing of an article runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from olgu.article import Document
from olgu.write.inline import document_html, read_tables
from olgu.write.tables import TableWriter


def text_of(html: str) -> str:
    inner = re.search(r'<div class="olgu-text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert inner
    return unescape(re.sub("<[^>]*>", "", inner[1]))


def test_document_shows_its_text_facts_and_table(rich: Document) -> None:
    html = rich._repr_html_()
    assert text_of(html) == rich.article.text
    assert re.findall('<mark class="(\\w+)', html) == ["money", "ratio", "duration"]
    assert 'title="kind: money\nvalue: 6000000000\nunit: USD' in html
    assert "confidence: 0.90" in html
    assert '<span class="n LOC" title="LOC">Iğdır</span>' in html
    assert html.count("<tr>") == 4


def test_document_shows_overlapping_spans(rich: Document) -> None:
    """A fact within a name, and a fact that crosses another."""
    crossing = replace(rich.facts[1], start=rich.facts[1].start + 2, end=rich.facts[1].end + 5)
    around = replace(rich.mentions[0], start=rich.facts[1].start - 3, end=rich.facts[1].end + 3)
    html = document_html(replace(rich, facts=(*rich.facts, crossing), mentions=(around,)))
    assert text_of(html) == rich.article.text
    assert 'data-f="0 1"' in html
    assert 'class="money n ORG"' in html


def test_document_with_hostile_text_is_harmless(rich: Document) -> None:
    text = "<script>x</script>\u202e <img onerror=x> 5 elma"
    fact = replace(rich.facts[0], start=len(text) - 6, end=len(text), what=None, time=None, speaker=None, place=None)
    fact = replace(fact, sentence_start=0, sentence_end=len(text), rule='"><script>')
    html = document_html(Document(replace(rich.article, text=text, title=text), (fact,), sentences=((0, len(text)),)))
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html


def test_document_without_facts(bare: Document) -> None:
    html = bare._repr_html_()
    assert text_of(html) == bare.article.text
    assert "0 facts" in html


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_read_tables(tmp_path: Path, rich: Document, form: str) -> None:
    with TableWriter(tmp_path / "out", [form]) as writer:
        writer.add(rich)
    tables = read_tables(tmp_path / "out")
    assert (len(tables.facts), len(tables.mentions), len(tables.entities), len(tables.articles)) == (3, 3, 3, 1)
    assert tables.facts.equals(rich.to_frame())
    html = tables._repr_html_()
    assert "3 facts, 3 mentions, 3 entities, 1 articles" in html
    assert html.count("<tr>") == 4


def test_read_tables_says_where_there_are_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run 'olgu extract'"):
        read_tables(tmp_path)
