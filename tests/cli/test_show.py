"""`olgu show`: spans marked, facts listed, nothing of the article steers the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from olgu.article import Article, Document, Failure, Mention
from olgu.cli import app
from olgu.cli.marking import harmless, plain, spans

Install = Callable[..., Language]
TWO = [Article("a", "Üç kişi Bursa'da."), Article("b", "Beş gün sürdü.", title="Süre", date="2024-06-12")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "haber.jsonl"
    path.write_text("stand-in", encoding="utf-8")
    return path


def show(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["show", *map(str, arguments)])


def test_show_prints_every_article_with_its_facts(file: Path, rooms: Install) -> None:
    rooms(TWO)
    done = show(file)
    assert done.exit_code == 0
    assert "[Üç] kişi Bursa'da." in done.stdout
    assert "# b · 2024-06-12 · Süre" in done.stdout
    assert "Beş\tcount\t3\t" in done.stdout
    assert "\x1b" not in done.stdout


def test_show_id_prints_one_article(file: Path, rooms: Install) -> None:
    rooms(TWO)
    done = show(file, "--id", "b")
    assert "# b" in done.stdout
    assert "# a" not in done.stdout


def test_show_ends_with_2_without_such_an_article(file: Path, rooms: Install) -> None:
    rooms(TWO)
    done = show(file, "--id", "c")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no article with id 'c'" in done.stderr


def test_show_ends_with_3_after_a_failure(file: Path, rooms: Install) -> None:
    rooms([Failure("x", "x.txt", "read", "empty", "x.txt is empty; leave it out"), TWO[0]])
    done = show(file)
    assert done.exit_code == 3
    assert "x.txt is empty" in done.stderr
    assert "[Üç]" in done.stdout


def names(*found: tuple[int, int]) -> tuple[Mention, ...]:
    return tuple(Mention(start, end, "LOC", "test") for start, end in found)


@pytest.mark.parametrize(
    ("mentions", "kept"),
    [
        ([(8, 13)], [(0, 2, "fact"), (8, 13, "LOC")]),
        ([(0, 7)], [(0, 2, "fact")]),
        ([(1, 7)], [(0, 2, "fact")]),
        ([(2, 7)], [(0, 2, "fact"), (2, 7, "LOC")]),
        ([(3, 7), (3, 13)], [(0, 2, "fact"), (3, 13, "LOC")]),
        ([], [(0, 2, "fact")]),
    ],
)
def test_spans_never_overlap(rooms: Install, mentions: list[tuple[int, int]], kept: list[tuple[int, int, str]]) -> None:
    nlp = rooms([])
    from olgu.flow import process

    assert spans(replace(process(TWO[0], nlp), mentions=names(*mentions))) == kept


def test_plain_marks_names_and_keeps_the_text() -> None:
    article = Article("a", "Bursa'da [sic] yağmur.")
    shown = plain(Document(article, mentions=names((0, 5))))
    assert "{Bursa}'da [sic] yağmur." in shown


def test_harmless_masks_control_characters_and_keeps_length() -> None:
    text = "a\x1b[31mb\x07\r\n\tc\x9b"
    assert harmless(text) == "a\ufffd[31mb\ufffd\ufffd\n\tc\ufffd"
    assert len(harmless(text)) == len(text)
