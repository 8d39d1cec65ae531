"""Articles in, lines out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from olgu.article import Article, Document, Failure
from olgu.run import stream
from olgu.run.batch import Options

Install = Callable[..., Language]
GOOD = Article("a", "Üç kişi", date="2024-06-12")
BAD = Failure("b", "b.json", "read", "bad-json", "b.json: no JSON")


def lines(target: io.BytesIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in target.getvalue().decode("utf-8").splitlines()]


def test_stream_writes_a_line_for_every_input(rooms: Install) -> None:
    rooms([GOOD, BAD, replace(GOOD, id="c")])
    target = io.BytesIO()
    done = stream.run([Path("-")], target, Options())
    first, failed, copy = lines(target)
    assert (done.articles, done.failed, done.facts) == (2, 1, 2)
    assert list(first) == ["article", "facts", "mentions", "entities", "error"]
    assert (first["article"]["article_id"], first["facts"][0]["quote"], first["error"]) == ("a", "Üç", None)
    assert (failed["article"]["status"], failed["facts"], failed["error"]["code"]) == ("failed", [], "bad-json")
    assert copy["facts"], "copies are not looked for"
    assert "Üç".encode() in target.getvalue()


def test_stream_writes_each_line_before_the_next_article_is_read(rooms: Install) -> None:
    target = io.BytesIO()

    class Watched(list[Article]):
        def __iter__(self) -> Any:
            for count in range(3):
                assert target.getvalue().count(b"\n") == count
                yield replace(GOOD, id=f"a{count}")

    rooms(Watched())
    assert stream.run([Path("-")], target, Options()).articles == 3


def test_stream_leaves_out_what_is_older(rooms: Install) -> None:
    rooms([GOOD, replace(GOOD, id="c", date="2024-06-13")])
    target = io.BytesIO()
    stream.run([Path("-")], target, Options(since="2024-06-13"))
    assert [line["article"]["article_id"] for line in lines(target)] == ["c"]


def test_stream_goes_on_after_an_article_that_raises_or_cannot_be_written(rooms: Install) -> None:
    def process(article: Article, nlp: Language) -> Document:
        if article.id == "x":
            raise LookupError("yok")
        return Document(replace(article, text="\ud800") if article.id == "y" else article)

    rooms([replace(GOOD, id="x"), replace(GOOD, id="y"), GOOD], process)
    target = io.BytesIO()
    assert stream.run([Path("-")], target, Options()).failed == 2
    assert [line["error"] and line["error"]["stage"] for line in lines(target)] == ["analyse", "write", None]


def test_stream_forgets_all_words_after_many(rooms: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("olgu.run.worker.ZONE", 3)
    monkeypatch.setattr("olgu.run.worker.KEPT", 0)
    nlp = rooms([Article(f"a{n}", f"kelime{n} geldi") for n in range(11)])
    first = nlp.vocab
    monkeypatch.setattr("olgu.run.worker.RENEWED", len(first) + 5)
    target = io.BytesIO()
    stream.run([Path("-")], target, Options())
    assert nlp.vocab is not first
    assert nlp.tokenizer.vocab is nlp.vocab
    assert "kelime0" not in nlp.vocab.strings
    assert [line["error"] for line in lines(target)] == [None] * 11


def test_stream_clears_the_store_of_words(rooms: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("olgu.run.worker.ZONE", 3)
    monkeypatch.setattr("olgu.run.worker.KEPT", 0)
    nlp = rooms([Article(f"a{n}", f"kelime{n} geldi") for n in range(8)])
    before = len(nlp.vocab.strings)
    stream.run([Path("-")], io.BytesIO(), Options())
    assert len(nlp.vocab.strings) == before
