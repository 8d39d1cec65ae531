import json
from math import log

import pytest

from olgu.analyse import model_readings
from olgu.analyse.model_readings import FARTHEST, Readings

NOM, LOC, VERB = "NOUN|Case=Nom", "NOUN|Case=Loc", "VERB|Tense=Past"
OWN = {
    "evde": {LOC: 4},
    "okulda": {LOC: 2},
    "sözde": {LOC: 1, "ADJ|_": 3},
    "geldi": {VERB: 5},
    "kaldı": {VERB: 2},
    "Ankara'da": {LOC: 1},
    "sıfat": {NOM: 3},
}
ELSEWHERE = {"evde": {"N-loc": 2}, "bağda": {"N-loc": 1}, "geldi": {"V-past": 3}}


@pytest.fixture(scope="module")
def readings():
    return Readings(OWN, ELSEWHERE)


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        # a known form: what it is in the treebank, though the network thinks otherwise
        ("evde", [(NOM, -0.7), (LOC, -0.9)], LOC),
        ("Evde", [(NOM, -0.7), (LOC, -0.9)], LOC),
        ("sözde", [(LOC, -0.7), ("ADJ|_", -0.8)], "ADJ|_"),
        # an unknown form: what others with its ending are
        ("parkta", [(NOM, -0.7), (LOC, -0.9)], NOM),
        ("parkda", [(NOM, -0.7), (LOC, -0.9)], LOC),
        ("yoldaydı", [(NOM, -0.7), (VERB, -0.8)], VERB),
        # one that another treebank knows
        ("bağda", [(NOM, -0.5), (LOC, -2.0)], LOC),
        # the network is sure, or nothing is known
        ("evde", [(NOM, -0.0), (LOC, -FARTHEST - 0.1)], NOM),
        ("x", [(NOM, -0.6), (LOC, -0.7)], NOM),
        # no form tells whether it is a proper noun
        ("evde", [("PROPN|Case=Nom", -0.5), (LOC, -0.9), ("PROPN|Case=Loc", -1.4)], "PROPN|Case=Loc"),
        ("evde", [(NOM, -0.5), ("PROPN|Case=Loc", -0.6)], NOM),
        ("evde", [(NOM, -0.5)], NOM),
    ],
)
def test_the_form_weighs_the_readings_of_the_network(readings, word, candidates, expected):
    assert readings.best(word, candidates) == expected


def test_without_a_table_the_network_decides():
    assert Readings().best("evde", [(NOM, -0.7), (LOC, -0.8)]) == NOM


@pytest.mark.parametrize("word", [*OWN, "Evde", "parkda", "yok", "ı", ""])
def test_what_a_form_says_only_lowers_what_the_network_says(readings, word):
    """The search of the best reading ends by that."""
    known = readings._known(word)
    assert all(known.odds(reading) <= 0 for reading in (NOM, LOC, VERB, "X|_"))
    assert all(known.odds(reading) >= 3 * log(model_readings.LEAST) for reading in (NOM, LOC, VERB, "X|_"))


def test_a_table_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "readings.json"
    table = {"own": {LOC: {"2": "evde okulda"}, NOM: {"1": "evde"}}, "elsewhere": {"N-loc": {"1": "evde"}}}
    path.write_text(json.dumps(table), "utf-8")
    made = model_readings.read(path)
    assert made.own == {"evde": {LOC: 2, NOM: 1}, "okulda": {LOC: 2}}
    assert made.elsewhere == {"evde": {"N-loc": 1}}
