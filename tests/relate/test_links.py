"""What a model says of the links between a quantity and the words of its article."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from olgu.analyse import language
from olgu.analyse.words import Links, Sentence, sentences
from olgu.article import Slot
from olgu.recognise import quantities, times
from olgu.relate import framing, measured
from olgu.relate.facts import Case, Findings, cases
from olgu.relate.links import FEATURE, linked, weighed
from olgu.relate.ranker import Ranker

NLP = language.load("rules")
WIDTH = 2
TEXT = "Şirketin cirosu arttı. Bu yıl ihracat 5 milyar dolara, ithalat ise 7 milyar dolara çıktı. Kâr açıklanmadı."


def article(quantity: tuple[int, str], pulls: dict[str, float], nothing: float = 0.0, slot: int = 0) -> list[Sentence]:
    """Read `TEXT` with links in which the quantity's word is pulled to words, by text, so strongly for a slot."""
    at = slot * (2 * WIDTH + 1)
    result = []
    for sentence in sentences(NLP(TEXT)):
        rows = np.zeros((len(sentence.words), 2 * (2 * WIDTH + 1)), np.float16)
        for index, word in enumerate(sentence.words):
            if (sentence.index, word.text) == quantity:
                rows[index, at], rows[index, at + 2 * WIDTH] = math.sqrt(WIDTH), nothing
            rows[index, at + WIDTH] = pulls.get(word.text, 0.0)
        result.append(replace(sentence, links=Links(("what", "time"), rows)))
    return result


def at(view: list[Sentence], sentence: int, text: str) -> int:
    return [word.text for word in view[sentence].words].index(text)


@pytest.mark.parametrize(
    ("pulls", "nothing", "best"),
    [
        ({"ihracat": 4.0}, 0.0, "ihracat"),
        ({"ihracat": 4.0, "ithalat": 6.0}, 0.0, "ithalat"),
        ({"yıl": 3.0, "ihracat": 2.0}, 0.0, "yıl"),
        ({"ihracat": 4.0}, 9.0, ""),
        ({"cirosu": 4.0}, 1.0, ""),  # in another sentence
    ],
)
def test_the_likeliest_word_of_the_sentence_or_none(pulls: dict[str, float], nothing: float, best: str) -> None:
    view = article((1, "7"), pulls, nothing)
    tie = linked(view, 1, at(view, 1, "7"), "what")
    assert tie is not None
    scores = {word.text: score for word, score in zip(view[1].words, tie.words, strict=True)}
    assert max({**scores, "": tie.nothing}.items(), key=lambda item: item[1])[0] == best
    assert sum(map(math.exp, [*tie.words, tie.nothing])) == pytest.approx(1, abs=0.02)


def test_words_of_other_sentences_are_measured_by_the_same_rule() -> None:
    view = article((1, "5"), {"cirosu": 4.0, "ihracat": 4.0, "Kâr": 1.0})
    tie = linked(view, 1, at(view, 1, "5"), "what")
    assert tie is not None
    assert tie.ending(0, view[0].words[1].end) == tie.ending(1, view[1].words[2].end) == tie.words[2]
    assert tie.word(2, 0) == pytest.approx(tie.words[2] - 3.0, abs=0.002)


def test_a_phrase_may_end_inside_a_word_or_behind_all() -> None:
    view = article((1, "5"), {"cirosu": 4.0, ".": 2.0})
    tie = linked(view, 1, at(view, 1, "5"), "what")
    assert tie is not None
    assert tie.ending(0, view[0].words[1].end - 1) == tie.word(0, 1)
    assert tie.ending(0, view[0].end + 5) == tie.word(0, len(view[0].words) - 1)


def test_another_slot_has_its_own_links() -> None:
    view = article((1, "5"), {"ihracat": 9.0})
    what, time = (linked(view, 1, at(view, 1, "5"), slot) for slot in ("what", "time"))
    assert what is not None
    assert time is not None
    assert max(what.words) > max(time.words)
    assert len({round(score, 3) for score in time.words}) == 1


@pytest.mark.parametrize("slot", ["place", "speaker", ""])
def test_a_slot_that_the_model_does_not_know_has_no_links(slot: str) -> None:
    view = article((1, "5"), {"ihracat": 9.0})
    assert linked(view, 1, at(view, 1, "5"), slot) is None


def test_without_a_model_there_are_no_links() -> None:
    view = sentences(NLP(TEXT))
    assert linked(view, 1, 3, "what") is None


def test_what_is_unlikely_is_bounded() -> None:
    view = article((1, "5"), {"ihracat": 90.0})
    tie = linked(view, 1, at(view, 1, "5"), "what")
    assert tie is not None
    assert min(tie.words) == tie.nothing == -8.0


@pytest.mark.parametrize(("weights", "score"), [({FEATURE: 500}, -1000), ({FEATURE: 0}, 0), ({}, 0), ({"near": 3}, 0)])
def test_the_ranker_says_how_much_links_weigh(weights: dict[str, int], score: int) -> None:
    assert weighed(Ranker(weights), -2.0) == score


def ground_of(view: list[Sentence], quote: str) -> Case:
    dates = times.find(TEXT, dt.date(2025, 6, 1))
    found = Findings(quantities.find(TEXT, dates), dates, [], [], [])
    starts = {case.ground.seat.quantity.start: case for case in cases(TEXT, view, found)}
    return starts[TEXT.index(quote)]


@pytest.mark.parametrize(
    ("pulls", "nothing", "what"),
    [
        ({"ihracat": 6.0}, 0.0, "ihracat"),
        ({"ithalat": 6.0, "ihracat": 4.0}, 0.0, "ithalat"),
        ({"ithalat": 2.0}, 8.0, "cirosu"),  # carried over: no word of the sentence
        ({"ithalat": 2.0, "cirosu": 8.0}, 0.0, "cirosu"),
    ],
)
def test_a_ranker_of_links_takes_the_linked_phrase(pulls: dict[str, float], nothing: float, what: str) -> None:
    ground = ground_of(article((1, "dolara"), pulls, nothing), "7 milyar").ground
    start = TEXT.index("cirosu")
    earlier = [(0, Slot(start, start + len("cirosu"), "what.before"), "money.TRY")]
    slot = measured.choose(ground, earlier, Ranker({FEATURE: 1000}), Ranker({})).slot
    assert slot is not None
    assert TEXT[slot.start : slot.end].endswith(what)


@pytest.mark.parametrize(("pulls", "nothing", "time"), [({"yıl": 6.0}, 0.0, "Bu yıl"), ({"yıl": 2.0}, 6.0, None)])
def test_a_ranker_of_links_takes_the_linked_time_or_none(
    pulls: dict[str, float], nothing: float, time: str | None
) -> None:
    case = ground_of(article((1, "dolara"), pulls, nothing, slot=1), "7 milyar")
    slot, _ = framing.choose(case.ground, case.times, None, None, Ranker({FEATURE: 1000}), "time")
    assert (slot and TEXT[slot.start : slot.end]) == time
