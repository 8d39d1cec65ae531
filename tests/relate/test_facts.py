"""Findings to facts: the story that one fact leaves for the next, and the speakers."""

import time
from collections.abc import Callable

import pytest

import olgu
from olgu.article import Article
from olgu.flow import process

Read = Callable[..., list[tuple[str, ...]]]

SEED = (
    "Kasym-Comart Tokayev, Kazakistan Cumhuriyeti Devlet Başkanı:\n\n"
    "- Geçen yıla kadar Kore’den gelen yatırım hacmi 9,6 milyar dolara ulaştı. Kazakistan'da faaliyet gösteren 700'den "
    "fazla Kore sermayeli şirket bulunmakta."
)


def test_a_speech_turn_with_two_facts(rows: Read) -> None:
    found = rows(SEED, None)
    assert [row[:4] for row in found] == [
        ("9,6 milyar dolara", "Kore’den gelen yatırım hacmi", "Geçen yıla kadar", found[0][3]),
        ("700'den", "Kore sermayeli şirket", found[1][2], "Kazakistan"),
    ]
    assert [fact.speaker.value for fact in olgu.extract(SEED).facts if fact.speaker] == ["Kasym-Comart Tokayev"] * 2
    assert all("speaker: " in row[4] for row in found)


def test_the_country_of_a_place() -> None:
    (fact,) = olgu.extract("Türkiye'nin nüfusu 85 milyona yaklaştı.").facts
    assert fact.country == "TR"
    (fact,) = olgu.extract("Belediye 40 ağaç dikti.").facts
    assert fact.country is None


def test_lemma_of_the_head() -> None:
    (fact,) = olgu.extract("Derneğin üye sayısı 12 bini geçti.").facts
    assert fact.what_lemma == "sayı"


def test_facts_are_the_same_on_every_run() -> None:
    text = "Ankara'da dün 40 ağaç dikildi. İhracat yüzde 8 arttı. " * 20
    assert olgu.extract(text).facts == olgu.extract(text).facts


def test_no_quantities_no_facts() -> None:
    assert olgu.extract("Belediye parka ağaç dikti.").facts == ()
    assert olgu.extract("").facts == ()


@pytest.mark.slow
def test_cost_is_linear_where_every_sentence_has_time_person_country_and_money() -> None:
    """Thousands of sentences: what is looked through for each of them shows in a long article alone."""
    sentence = "Kanada'da 2020'de Ali Kaya «elektroensefalografistlerinkilerden» 5 rublelik, 3 riyallik iş yaptı. "
    nlp = olgu.load("rules")

    def seconds(times: int) -> float:
        began = time.process_time()
        process(Article("a", sentence * times, date="2025-06-01"), nlp)
        return time.process_time() - began

    seconds(100)
    short, long = min(seconds(400) for _ in range(2)), seconds(3_200)
    assert long < 14 * short + 0.1
