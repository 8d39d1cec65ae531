import pytest

from olgu.analyse.model_lexicon import Lexicon, class_of

LEXICON = Lexicon(
    settled={"NOUN": {"suyunun": "l|5|", "Önce": "l|0|"}, "PROPN": {"Ay": "s|0|"}, "AUX": {"ydi": "=y"}},
    mixed={"NOUN": {"adet": {"": -4.0, "adet": -0.9, "âdet": -0.5}}, "VERB": {"okunmuş": {"": -3.0, "oku": -0.1}}},
    forms={"noun": {"kârında": "l|4|", "cezaevinden": "l|4|"}, "verb": {"öder": "l|1|"}},
    lemmas={
        "noun": {"kapı": 4.0, "güneş": 3.0, "ek": 3.0, "kongre": 3.5},
        "verb": {"öde": 3.0, "oku": 4.0, "yüklen": 3.0},
    },
    form_bonus=2.0,
)


@pytest.mark.parametrize(
    ("word", "upos", "candidates", "lemma"),
    [
        # settled forms need no network; a sentence's first word is looked up in small letters, a proper noun is not
        ("suyunun", "NOUN", [("l|4|", 9.0)], "su"),
        ("Suyunun", "NOUN", [], "su"),
        ("Suyunun", "PROPN", [("s|4|", 1.0)], "Suy"),
        ("suyunun", "VERB", [("l|4|", 1.0)], "suy"),
        ("ydi", "AUX", [("l|0|", 5.0)], "y"),
        # a known lemma goes before a likelier one that is no word, but not before one that is far likelier
        ("kapısına", "NOUN", [("l|4|k", 0.0), ("l|4|", -1.5)], "kapı"),
        ("kapısına", "NOUN", [("l|4|k", 0.0), ("l|4|", -4.5)], "kapık"),
        ("öder", "VERB", [("l|2|", 0.0), ("l|1|", -1.4)], "öde"),
        ("yüklenmiş", "VERB", [("l|5|", 0.0), ("l|3|", -2.5)], "yüklen"),
        ("kongresini", "NOUN", [("l|4|s", 0.0), ("l|4|", -1.0)], "kongre"),
        ("ödek", "NOUN", [("l|0|", 0.0), ("l|1|", -0.5)], "ödek"),
        # a verb's lemma is none of a noun
        ("öder", "NOUN", [("l|0|", 0.0), ("l|1|", -1.4)], "öder"),
        # what other treebanks read is a hint
        ("cezaevinden", "NOUN", [("l|6|", 0.0), ("l|4|", -1.9)], "cezaevi"),
        ("Cezaevinden", "PROPN", [("s|6|", 0.0), ("s|4|", -1.9)], "Cezae"),
        # several lemmas: the network decides, helped by their shares
        ("adet", "NOUN", [("=âdet", 0.0), ("l|0|", -0.3)], "âdet"),
        ("adet", "NOUN", [("=âdet", 0.0), ("l|0|", -2.7)], "âdet"),
        ("adet", "NOUN", [("l|0|", 0.0), ("=âdet", -0.6)], "adet"),
        ("Okunmuş", "VERB", [("l|4|", 0.0), ("l|5|", -0.5)], "oku"),
        # small words have small lemmas, unless they are proper nouns
        ("güneşte", "NOUN", [("t|2|", 0.0), ("l|2|", -0.5)], "güneş"),
        ("Güneşte", "ADJ", [("t|2|", 0.0)], "Güneş"),
        ("güneşte", "PROPN", [("t|2|", 0.0)], "Güneş"),
        # no script fits
        ("ev", "NOUN", [("l|4|", 0.0)], "ev"),
        ("ev", "NOUN", [], "ev"),
    ],
)
def test_lemma_is_settled_or_the_best_that_exists(word, upos, candidates, lemma):
    assert LEXICON.lemma(word, upos, candidates) == lemma


def test_empty_lexicon_takes_the_first_script_that_fits():
    assert Lexicon().lemma("evi", "NOUN", [("l|4|", 0.0), ("l|1|", -1.0), ("l|0|", -2.0)]) == "ev"


@pytest.mark.parametrize(("upos", "kind"), [("VERB", "verb"), ("AUX", "verb"), ("NOUN", "noun"), ("PROPN", "noun")])
def test_class_of_parts_of_speech(upos, kind):
    assert class_of(upos) == kind
