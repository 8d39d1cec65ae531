"""The public functions: offsets in the text as it was given, dates, the spaCy component, and showing an article."""

from __future__ import annotations

import datetime as dt
import io
import sys
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

import olgu
from olgu.article import Article, Document

TEXT = "Enflasyon yüzde 5,2 arttı. İhracat 2023'te 6 milyar dolara ulaştı."
DAMAGED = "Ya\u00adtırım TÃ¼rkiye'de 12 Mart'ta yüzde\u00a05,2 a\u00adrttı."


@pytest.mark.parametrize("date", ["2024-06-12", dt.date(2024, 6, 12)])
def test_what_is_found_points_into_the_text_as_it_was_given(date: str | dt.date) -> None:
    quantities, times = olgu.find_all(DAMAGED, date)
    assert [DAMAGED[each.start : each.end] for each in quantities] == ["yüzde\u00a05,2"]
    assert [DAMAGED[each.context_start : each.context_end] for each in quantities] == ["yüzde\u00a05,2"]
    assert [(DAMAGED[each.start : each.end], each.value) for each in times] == [("12 Mart'ta", "2024-03-12")]
    assert [[DAMAGED[slice(*span)] for span in each.calendar] for each in times] == [["12"]]


@pytest.mark.parametrize("date", ["12.06.2024", "2024-13-01", "dün", ""])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    for call in (olgu.find_quantities, olgu.find_times, olgu.extract):
        with pytest.raises(ValueError, match=r".+"):
            call(TEXT, date)


def test_the_date_of_the_article_wins() -> None:
    text = "Geçen yıl 5 kişi geldi."
    own = olgu.extract(Article("a", text, date="2010-01-05"), "2024-06-12").facts[0].time
    given = olgu.extract(text, dt.date(2024, 6, 12)).facts[0].time
    assert own is not None
    assert given is not None
    assert (own.value, given.value) == ("2009", "2023")


def test_the_component_gives_the_facts_of_the_flow() -> None:
    nlp = spacy.blank("tr")
    nlp.add_pipe("olgu", config={"date": "2024-06-12"})
    doc = nlp(TEXT)
    assert doc._.facts == doc._.olgu.facts
    assert [(doc.text[fact.start : fact.end], fact.unit) for fact in doc._.facts] == [
        ("yüzde 5,2", "%"),
        ("6 milyar dolara", "USD"),
    ]
    assert len(list(doc.sents)) == 2
    assert nlp("Kedi uyudu.")._.facts == ()


def test_the_component_takes_sentences_as_they_are() -> None:
    nlp = spacy.blank("tr")
    nlp.add_pipe("sentencizer", config={"punct_chars": ["!"]})
    nlp.add_pipe("olgu")
    doc = nlp(TEXT)
    assert {fact.sentence for fact in doc._.facts} == {0}
    assert len(list(doc.sents)) == 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_show_prints_plain_text_into_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    olgu.show("Enflasyon yüzde 5,2 arttı, benzin litre başına 2-3 lira pahalandı.")
    said = capsys.readouterr().out
    assert "Enflasyon [yüzde 5,2] arttı" in said
    assert "\t2–3\tTRY/L\t" in said
    assert "\x1b" not in said


def test_show_prints_in_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    olgu.show(Article("a\x1b[31m", TEXT, title="[bold]Başlık"))
    said = screen.getvalue()
    assert "\x1b[" in said
    assert "[bold]Başlık" in said
    assert "\x1b[31m ·" not in said


def test_show_gives_html_in_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    display = SimpleNamespace(HTML=lambda html: ("html", html), display=shown.append)
    kernel = SimpleNamespace(get_ipython=lambda: SimpleNamespace(kernel=object()), display=display)
    monkeypatch.setitem(sys.modules, "IPython", kernel)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    olgu.show(TEXT)
    ((kind, html),) = shown
    assert kind == "html"
    assert "yüzde 5,2" in html


def test_a_document_without_facts_is_shown_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    olgu.show(Document(Article("a", "Kedi uyudu.")))
    assert "Kedi uyudu." in capsys.readouterr().out
