import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from olgu.analyse.model_pieces import encode

PIECES = ["▁var", "▁vardı", "dı", "▁", "▁Kore", "’", "den", ".", "▁geldi", "▁AB", "-", "▁Türkiye", "AB"]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    letters = sorted({c for piece in PIECES for c in piece})
    vocab = [(s, 0.0) for s in ("<s>", "<pad>", "</s>", "<unk>")] + [(p, -1.0) for p in PIECES]
    vocab += [(c, -9.0) for c in letters if c not in PIECES]
    made = Tokenizer(models.Unigram(vocab, unk_id=3))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


def spelled(tokenizer, pieces):
    return [[tokenizer.id_to_token(i) for i in pieces.ids[a : b + 1]] for a, b in zip(pieces.first, pieces.last)]  # noqa: B905


@pytest.mark.parametrize(
    ("words", "spaces", "pieces"),
    [
        (["Kore’den", "geldi", "."], [1, 0, 0], [["▁Kore", "’", "den"], ["▁geldi"], ["."]]),
        (["vardı", "."], [0, 0], [["▁vardı"], ["."]]),
        (["var", "dı", "."], [0, 0, 0], [["▁var"], ["dı"], ["."]]),
    ],
)
def test_pieces_never_cross_words(tokenizer, words, spaces, pieces):
    (made,) = encode(tokenizer, [(words, [bool(s) for s in spaces])])
    assert spelled(tokenizer, made) == pieces


@pytest.mark.parametrize(
    ("words", "spaces", "units"),
    [
        (["Kore’den", "geldi", "."], [1, 0, 0], ["Kore", "’", "den", "geldi", "."]),
        (["Türkiye-AB"], [0], ["Türkiye", "-", "AB"]),
        (["var", "dı", "."], [0, 0, 0], ["var", "dı", "."]),
    ],
)
def test_units_part_names_from_suffixes(tokenizer, words, spaces, units):
    (made,) = encode(tokenizer, [(words, [bool(s) for s in spaces])])
    text = "".join(w + " " * s for w, s in zip(words, spaces, strict=True))
    assert [text[start:end] for start, end in made.units] == units


def test_a_sentence_is_encoded_alike_alone_and_among_others(tokenizer):
    sentences = [(["var", "dı"], [False, False]), (["Kore’den", "geldi"], [True, False])]
    assert encode(tokenizer, sentences) == [encode(tokenizer, [s])[0] for s in sentences]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("KORE’DEN TÜRKİYE AB .", "Kore’den Türkiye AB ."),
        ("KORE 5 VAR AB", "Kore 5 var AB"),
        ("KORE AB", "KORE AB"),
        ("K A B", "K A B"),
        ("KORE VARDI AB geldi", "KORE VARDI AB geldi"),
        ("AB Kore’den geldi", "AB Kore’den geldi"),
    ],
)
def test_a_sentence_in_capitals_is_read_as_running_text(tokenizer, text, read_as):
    made, wanted = (encode(tokenizer, [(t.split(), [True] * len(t.split()))])[0] for t in (text, read_as))
    assert made == wanted
