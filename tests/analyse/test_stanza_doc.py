"""Docs out of Stanza's sentences, without Stanza: `Sentence`, `Token` and `Word` stand for its own."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from olgu.analyse.stanza_doc import Row, document, rows
from olgu.analyse.words import sentences

VOCAB = spacy.blank("tr").vocab


@dataclass
class Word:
    id: int
    head: int
    upos: str | None = "NOUN"
    feats: str | None = None
    lemma: str | None = None
    deprel: str | None = "nmod"


@dataclass
class Token:
    words: list[Word]


@dataclass
class Sentence:
    tokens: list[Token]
    words: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.words = [word for token in self.tokens for word in token.words]


def spans_of(text: str, tokens: list[str]) -> list[tuple[int, int]]:
    found, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        found.append((at, at + len(token)))
        at += len(token)
    return found


def read(text: str, tokens: list[str], sentence: Sentence) -> Doc:
    return document(VOCAB, text, [rows(sentence, text, spans_of(text, tokens))])


def test_multi_word_token_is_one_token() -> None:
    """«kenardaki» is kenarda + ki: its lemma is the first word's, its arc that of the word that hangs highest."""
    sentence = Sentence([
        Token([Word(1, 2, "NOUN", "Case=Loc|Number=Sing", "kenar"), Word(2, 3, "ADP", "Person=3", "ki", "amod")]),
        Token([Word(3, 4, "NOUN", "Case=Nom", "ev", "nsubj")]),
        Token([Word(4, 0, "ADJ", None, "güzel", "root"), Word(5, 4, "AUX", "Tense=Past", "i", "cop")]),
    ])  # fmt: skip
    doc = read("Kenardaki  ev\ngüzeldi", ["Kenardaki", "ev", "güzeldi"], sentence)
    words = [token for token in doc if not token.is_space]
    assert [(t.text, t.pos_, t.lemma_, t.dep_, t.head.text) for t in words] == [
        ("Kenardaki", "NOUN", "kenar", "amod", "ev"),
        ("ev", "NOUN", "ev", "nsubj", "güzeldi"),
        ("güzeldi", "ADJ", "güzel", "ROOT", "güzeldi"),
    ]
    assert str(words[0].morph) == "Case=Loc|Number=Sing|Person=3"
    assert words[2].morph.get("Tense") == ["Past"]
    assert doc.text == "Kenardaki  ev\ngüzeldi"
    assert [node.rel for node in sentences(doc)[0].tree] == ["amod", "nsubj", "ROOT"]


def test_what_stanza_leaves_out_stays_in_the_text() -> None:
    sentence = Sentence([Token([Word(1, 2, lemma="hava")]), Token([Word(2, 0, "VERB", lemma="soğu")])])
    doc = read("\n ✈ Hava ✈✈  soğudu .\n", ["Hava", "soğudu"], sentence)
    assert doc.text == "\n ✈ Hava ✈✈  soğudu .\n"
    assert [t.text for t in doc if not t.is_space] == ["✈", "Hava", "✈✈", "soğudu", "."]
    assert [t.head.text for t in doc if not t.is_space] == ["Hava", "soğudu", "Hava", "soğudu", "soğudu"]
    assert len(list(doc.sents)) == 1


def test_token_with_white_space_inside_is_parted() -> None:
    sentence = Sentence([Token([Word(1, 2, "NUM", lemma="10000")]), Token([Word(2, 0, lemma="kişi")])])
    doc = document(VOCAB, "10 000 kişi", [rows(sentence, "10 000 kişi", [(0, 6), (7, 11)])])
    assert [(t.text, t.head.text, t.pos_) for t in doc] == [
        ("10", "kişi", "NUM"), ("000", "10", "X"), ("kişi", "kişi", "NOUN"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", "\n\n", "✈", " ✈ ✈\n"])
def test_text_of_which_stanza_makes_nothing(text: str) -> None:
    doc = document(VOCAB, text, [])
    assert doc.text == text
    assert [t.text for t in doc if not t.is_space] == text.split()
    assert len(sentences(doc)) == bool(text.split())


def test_tokens_that_are_not_in_the_text_are_refused() -> None:
    with pytest.raises(AssertionError):
        document(
            VOCAB,
            "Hava soğuk",
            [[Row(0, 7, "NOUN", "", "hava", -1, "root"), Row(5, 10, "ADJ", "", "x", 0, "dep")] * 2],
        )


@st.composite
def analysed(draw: st.DrawFn) -> tuple[str, list[list[Row]]]:
    """Any text with tokens anywhere in it, in sentences with any tree."""
    text = draw(st.text(alphabet="ağI 'ş1.\n\t✈", max_size=40))
    cuts = draw(st.sets(st.integers(0, len(text))).map(sorted))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if text[a:b].strip()]
    ends = draw(st.lists(st.booleans(), min_size=len(spans), max_size=len(spans)))
    found: list[list[Row]] = []
    for index, (span, new) in enumerate(zip(spans, ends, strict=True)):
        if new or not index:
            found.append([])
        size = len(found[-1])
        head = draw(st.integers(0, size - 1)) if size else -1
        found[-1].append(Row(*span, "NOUN", "Case=Nom", "x", head, "dep"))
    return text, found


@given(analysed())
def test_text_and_sentences_stay_whatever_the_tokens_are(case: tuple[str, list[list[Row]]]) -> None:
    text, found = case
    doc = document(VOCAB, text, found)
    assert doc.text == text
    assert "".join(t.text for t in doc if not t.is_space) == "".join(text.split())
    if found:
        assert [sentence.start for sentence in sentences(doc)][1:] == [
            own[0].start + len(text[slice(*own_span(own[0]))]) - len(text[slice(*own_span(own[0]))].lstrip())
            for own in found[1:]
        ]
    for token in doc:
        assert token.sent.start <= token.head.i < token.sent.end


def own_span(row: Row) -> tuple[int, int]:
    return row.start, row.end
