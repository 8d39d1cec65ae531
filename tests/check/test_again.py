"""What debug mode reads again: each way of being different is seen, and real articles are the same in all of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import olgu
from olgu.article import Article, Document, Mention
from olgu.check import invariants
from olgu.check.again import broken_again, decomposed, is_composed
from olgu.flow import process
from olgu.run.outcome import BrokenInvariantError

ARTICLES = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))
TEXT = "Şişli'de 5 milyar lira dağıtıldı. Ali Veli 3 kişi gördü."


def flow(article: Article) -> Document:
    return process(article, olgu.load())


@pytest.mark.parametrize("path", ARTICLES[:6], ids=lambda path: path.stem)
def test_real_articles_are_the_same_again(path: Path) -> None:
    article = Article("a", path.read_text(encoding="utf-8"), date="2025-06-01")
    assert list(broken_again(flow(article), flow)) == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (lambda text: True, "a second extraction gives something else"),
        (lambda text: text.endswith("\n"), "white space at the end changes what is found"),
        (lambda text: not unicodedata.is_normalized("NFC", text), "the Unicode form changes what is found"),
    ],
)
@pytest.mark.parametrize("lost", ["facts", "mentions", "entities"])
def test_what_differs_is_seen(changed: Callable[[str], bool], message: str, lost: str) -> None:
    def other(article: Article) -> Document:
        document = flow(article)
        return replace(document, **{lost: ()}) if changed(article.text) else document

    assert message in list(broken_again(flow(Article("a", TEXT)), other))


def test_offsets_that_move_with_the_form_are_seen() -> None:
    def other(article: Article) -> Document:
        document = flow(article)
        if unicodedata.is_normalized("NFC", article.text):
            return document
        return replace(document, mentions=tuple(Mention(m.start, m.end + 1, m.type, m.rule) for m in document.mentions))

    assert list(broken_again(flow(Article("a", TEXT)), other)) == ["the Unicode form changes what is found"]


@pytest.mark.parametrize(("text", "expected"), [(TEXT, True), ("S\u0327is\u0327li", False), ("Kü\u00adçük", False)])
def test_only_sound_composed_texts_are_taken_apart(text: str, expected: bool) -> None:
    assert is_composed(text) is expected


def test_offsets_of_a_text_taken_apart() -> None:
    assert decomposed("aşb") == ("as\u0327b", [0, 1, 1, 2, 3])


def test_debug_mode_reads_again(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(9))
    monkeypatch.setattr("olgu.flow.process", lambda article, nlp: replace(
        process(article, nlp), entities=() if next(times) else process(article, nlp).entities, mentions=()
    ))  # fmt: skip
    monkeypatch.setattr(invariants, "check", lambda document: None)
    with pytest.raises(BrokenInvariantError, match="second extraction"):
        invariants.process(Article("a", TEXT), olgu.load())
