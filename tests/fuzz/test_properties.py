"""What an extraction may not depend on: a second time, neighbours, white space at the end, Unicode form, the file."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fuzz_mutation import articles, worse_articles
from fuzz_targets import DATE
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import olgu
from olgu.article import Article, Document
from olgu.check.again import is_composed, same_decomposed
from olgu.flow import process
from olgu.read.records import clean
from olgu.run import batch
from olgu.run.batch import Options

short = settings(max_examples=8, derandomize=True, database=None, deadline=None)
texts = worse_articles(400, 3).map(clean)


def found(text: str, name: str = "a") -> Document:
    return replace(process(Article(name, text, date=DATE), olgu.load()), article=Article("a", ""), notes=())


@short
@given(texts)
def test_the_second_time_gives_the_same(text: str) -> None:
    assert found(text) == found(text)


@short
@given(st.lists(worse_articles(200, 2).map(clean), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_neighbours_and_their_order_change_nothing(lot: list[str], chance: Any) -> None:
    alone = {text: found(text) for text in lot}
    chance.shuffle(lot)
    assert {text: found(text) for text in lot} == alone


@short
@given(texts, st.text(" \n\t\r\u00a0", min_size=1, max_size=5))
def test_white_space_at_the_end_changes_nothing(text: str, blank: str) -> None:
    text = text.rstrip()
    assume(text)
    one, other = found(text), found(text + blank)
    assert replace(one, sentences=()) == replace(without_the_end(other, len(text)), sentences=())


def without_the_end(document: Document, length: int) -> Document:
    """The last sentence may or may not have the white space."""
    facts = tuple(replace(fact, sentence_end=min(fact.sentence_end, length)) for fact in document.facts)
    return replace(document, facts=facts)


@short
@given(texts)
@example("Küçük ölçekli İşletmelere 5 milyar ₺, ığdır’da üçte biri dağıtıldı. Şişli'de dünkü maç 3-1 bitti.")
def test_unicode_form_changes_nothing_but_offsets(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assume(is_composed(text))
    one, other = found(text), found(unicodedata.normalize("NFD", text))
    assert same_decomposed(replace(one, article=Article("a", text)), other)


@pytest.mark.parametrize("jobs", [0])
def test_splitting_a_file_changes_no_row_of_facts(tmp_path: Path, jobs: int) -> None:
    records = [{"id": f"a{n}", "text": text[:600], "date": DATE} for n, text in enumerate(articles()[:9])]
    lines = [json.dumps(record) + "\n" for record in records]
    (tmp_path / "one.jsonl").write_text("".join(lines), encoding="utf-8")
    for n in range(3):
        (tmp_path / f"part{n}.jsonl").write_text("".join(lines[3 * n : 3 * n + 3]), encoding="utf-8")
    whole = batch.run([tmp_path / "one.jsonl"], tmp_path / "whole", Options(jobs=jobs)).out
    parts = batch.run([tmp_path / f"part{n}.jsonl" for n in range(3)], tmp_path / "parts", Options(jobs=jobs)).out
    for table in ("facts", "mentions", "entities"):
        assert (whole / f"{table}.csv").read_bytes() == (parts / f"{table}.csv").read_bytes()
    assert (whole / "facts.csv").stat().st_size > 1000
