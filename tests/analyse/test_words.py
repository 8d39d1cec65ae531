import pytest
from spacy.tokens import Doc

from olgu.analyse import language, words

LANGUAGE = language.load()


@pytest.mark.parametrize(
    ("token", "stem", "suffix"),
    [
        ("Kore’den", "kore", "den"),
        ("IĞDIR'ın", "ığdır", "ın"),
        ("700'den", "700", "den"),
        ("Kore", "kore", ""),
        ("TL’", "tl’", ""),
        ("'", "'", ""),
    ],
)
def test_words_part_stem_and_suffix(token: str, stem: str, suffix: str) -> None:
    doc = Doc(LANGUAGE.vocab, words=[token], spaces=[False], sent_starts=[True])
    word = words.sentences(doc)[0].words[0]
    assert (word.stem, word.suffix) == (stem, suffix)


def test_words_point_into_the_text() -> None:
    text = "İhracat  arttı.\n\nIğdır’da 5 kişi öldü."
    found = words.sentences(LANGUAGE(text))
    assert [sentence.index for sentence in found] == [0, 1]
    assert all(text[word.start : word.end] == word.text for sentence in found for word in sentence.words)
    assert [word.lower for word in found[1].words] == ["ığdır’da", "5", "kişi", "öldü", "."]
    assert text[found[1].start : found[1].end] == "Iğdır’da 5 kişi öldü."


@pytest.mark.parametrize("text", ["", " \n "])
def test_words_of_nothing(text: str) -> None:
    assert words.sentences(LANGUAGE(text)) == []


def test_words_know_punctuation() -> None:
    comma, word = words.sentences(LANGUAGE(", on"))[0].words
    assert (comma.is_word, word.is_word) == (False, True)


@pytest.mark.parametrize(
    ("token", "lower", "like_num", "is_punct"),
    [
        ("IĞDIR", "ığdır", False, False),
        ("İstanbul", "istanbul", False, False),
        ("buçuk", "buçuk", True, False),
        ("MİLYAR", "milyar", True, False),
        ("1.250,50", "1.250,50", True, False),
        ("700'den", "700'den", True, False),
        ("A4", "a4", False, False),
        (",", ",", False, True),
    ],
)
def test_lexemes_know_turkish(token: str, lower: str, like_num: bool, is_punct: bool) -> None:
    lexeme = LANGUAGE.vocab[token]
    assert (lexeme.lower_, lexeme.like_num, lexeme.is_punct) == (lower, like_num, is_punct)


def test_words_have_no_tree_without_a_model() -> None:
    assert words.sentences(LANGUAGE("Hava soğuk."))[0].tree == ()


def test_words_carry_the_tree_of_a_model_without_white_space() -> None:
    doc = Doc(
        LANGUAGE.vocab,
        words=["Hava", "\n", "soğuktu", ".", "Ankara’ya", "gitti"],
        spaces=[False, False, False, True, True, False],
        sent_starts=[True, False, False, False, True, False],
        pos=["NOUN", "SPACE", "ADJ", "PUNCT", "PROPN", "VERB"],
        morphs=["Case=Nom", "", "", "", "Case=Dat|Number=Sing", ""],
        lemmas=["hava", "\n", "soğuk", ".", "Ankara", "git"],
        heads=[2, 0, 2, 2, 5, 5],
        deps=["nsubj", "dep", "ROOT", "punct", "obl", "ROOT"],
    )
    first, second = words.sentences(doc)
    assert first.tree == (
        words.Node("NOUN", "Nom", "hava", "nsubj", 1),
        words.Node("ADJ", "", "soğuk", "ROOT", -1),
        words.Node("PUNCT", "", ".", "punct", 1),
    )
    assert second.tree == (
        words.Node("PROPN", "Dat", "Ankara", "obl", 1),
        words.Node("VERB", "", "git", "ROOT", -1),
    )
