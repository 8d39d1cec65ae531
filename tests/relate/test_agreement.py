from dataclasses import replace
from decimal import Decimal

import pytest

from olgu.article import Article, Document, Fact, Slot
from olgu.relate.agreement import confidence, mark

TEXT = "Şirketin ihracatı geçen yıl 5 milyon dolar oldu. Çalışan sayısı 40 arttı."
SENTENCES = ((0, 48), (49, 73))


def fact(quote: str = "5 milyon dolar", **changes: object) -> Fact:
    start = TEXT.index(quote)
    made = Fact(
        start=start, end=start + len(quote), kind="money", value=Decimal(5_000_000), value_to=None, bound="exact",
        unit="USD", per=None, what=Slot(0, 17, "what.before"), what_lemma="ihracat", predicate="olmak", role="level",
        direction=None, status="actual", time=Slot(18, 27, "time.same", "2023"), place=None, country=None,
        speaker=None, speaker_id=None, rule="test", confidence=0.98, sentence=0, sentence_start=0, sentence_end=48,
    )  # fmt: skip
    return replace(made, **changes)


def document(*facts: Fact) -> Document:
    return Document(Article("a", TEXT), facts, sentences=SENTENCES)


@pytest.mark.parametrize(
    ("changes", "differing"),
    [
        ({}, ()),
        ({"what": Slot(9, 17, "what.near")}, ()),
        ({"rule": "other", "confidence": 0.97, "sentence": 1}, ()),
        ({"what": Slot(0, 8, "what.before")}, ("what",)),
        ({"what": None}, ("what",)),
        ({"time": Slot(0, 8, "time.near", "2023")}, ()),
        ({"time": None, "status": "planned"}, ("status", "time")),
        ({"place": Slot(0, 8, "place.near")}, ("place",)),
        ({"unit": "EUR", "role": "change", "direction": "up"}, ("unit", "role", "direction")),
        ({"value": Decimal(5)}, ("fact",)),
        ({"kind": "count"}, ("fact",)),
    ],
)
def test_fact_is_agreed_where_no_slot_differs(changes: dict[str, object], differing: tuple[str, ...]) -> None:
    marked = mark(document(fact()), document(fact(**changes))).facts[0]
    assert marked.differing == differing
    assert marked.agreement == ("disputed" if differing else "agreed")
    assert replace(marked, agreement=None, differing=(), confidence=0.98) == fact()


def test_what_both_read_alike_and_neither_is_sure_of_is_disputed() -> None:
    marked = mark(document(fact(confidence=0.5)), document(fact(confidence=0.6))).facts[0]
    assert (marked.agreement, marked.differing) == ("disputed", ("confidence",))
    assert marked.confidence > 0.5


def test_fact_of_one_analysis_alone_is_disputed_and_seated_in_the_sentences_of_the_first() -> None:
    other = fact("40", kind="count", value=Decimal(40), sentence=7, sentence_start=40, speaker_id="e9", place_id="e3")
    marked = mark(document(fact()), document(other)).facts
    assert [(f.agreement, f.differing) for f in marked] == [("disputed", ("fact",))] * 2
    assert (marked[1].sentence, marked[1].sentence_start, marked[1].sentence_end) == (1, 49, 73)
    assert (marked[1].speaker_id, marked[1].place_id) == (None, None)


def test_two_facts_of_one_quantity_are_compared_one_by_one() -> None:
    both = (fact(), fact(what=None))
    assert [f.agreement for f in mark(document(*both), document(*both)).facts] == ["agreed", "agreed"]
    assert [f.agreement for f in mark(document(*both), document(fact())).facts] == ["agreed", "disputed"]


def test_all_else_of_the_first_document_stays() -> None:
    first = document(fact())
    assert replace(mark(first, document()), facts=()) == replace(first, facts=())


@pytest.mark.parametrize("own", [0.0, 0.3, 0.6, 0.8, 0.9])
def test_agreement_makes_a_fact_surer_than_dispute_and_more_so_where_the_other_is_sure(own: float) -> None:
    assert confidence(own, 0.8, agreed=True) > confidence(own, 0.8, agreed=False)
    assert confidence(own, 0.9, agreed=True) >= confidence(own, 0.3, agreed=True)
    assert 0 <= confidence(own, 0.5, agreed=False) <= 1
