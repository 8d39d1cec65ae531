import hashlib
import json
import random
from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from tokenizers import Tokenizer, models, pre_tokenizers

from olgu.analyse import language, model_files
from olgu.analyse.model import Analyser
from olgu.analyse.model_files import PARTS, Model, ModelError, ModelLabels, check
from olgu.analyse.model_lexicon import Lexicon
from olgu.analyse.model_readings import Readings
from olgu.analyse.words import NAMES_KEY

LABELS = ModelLabels(
    names=("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC"),
    upos=("NOUN", "VERB"),
    feats=(("Case", ("", "Nom", "Loc")),),
    lemmas=("l|9|", "l|2|", "l|0|", "s|'|"),
    rels=("root", "nsubj", "obl"),
    bundles=("NOUN|Case=Nom", "NOUN|Case=Loc", "VERB|_"),
)
TEXTS = [
    "Tokayev dün Kore’den geldi. Ankara'da konuştu.",
    "Ankara",
    "\n\nHava\n\nsoğuk.  ",
    "",
    "Bir sabah " + "çok uzun bir yolda " * 60 + "yürüdü. Sonra durdu.",
    "2024. Bunun yanında 3. kez geldi.",
]


class HashSession:
    """Stands for the network: what it says of a piece or word depends on the piece, and nothing on the batch."""

    calls: list[tuple[int, ...]]

    def __init__(self) -> None:
        self.calls = []

    def get_outputs(self):
        names = ("names", "starts", "bundles", "lemmas", "edits", "arcs", "rels", "readings")
        return [SimpleNamespace(name=name) for name in names]

    def run(self, names, feed):
        ids, first, last = feed["ids"], feed["first"], feed["last"]
        self.calls.append(ids.shape)
        pieces = np.sin(ids[..., None] * (1.0 + np.arange(len(LABELS.names))))
        one, two = np.take_along_axis(ids, first, 1), np.take_along_axis(ids, last, 1)
        head = np.concatenate([ids[:, :1], one], axis=1)
        arcs = np.cos(one[:, :, None] * 3.0 + head[:, None, :] * 7.0)
        rels = (one[:, :, None] + one[:, None, :]) % 2 + 1
        lemmas = np.stack([(one + k) % len(LABELS.lemmas) for k in range(4)], axis=-1)
        edits = -np.cumsum(np.abs(np.sin(lemmas + 1.0)), axis=-1)
        bundles = np.stack([(one + two + k) % len(LABELS.bundles) for k in range(3)], axis=-1)
        readings = -np.cumsum(np.abs(np.sin(bundles + one[..., None])), axis=-1)
        values = pieces, pieces[..., 0], bundles, lemmas, edits, arcs, rels, readings
        return [np.asarray(v, dtype=np.float32 if v.dtype.kind == "f" else np.int64) for v in values]


@pytest.fixture(scope="module")
def tokenizer():
    letters = sorted({c for text in TEXTS for c in text if not c.isspace()} | {"▁"})
    vocab = [(s, 0.0) for s in ("<s>", "<pad>", "</s>", "<unk>")] + [(c, -3.0) for c in letters]
    made = Tokenizer(models.Unigram(vocab, unk_id=3))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


@pytest.fixture
def session():
    return HashSession()


@pytest.fixture
def analyser(tokenizer, session):
    return Analyser(Model(session, tokenizer, LABELS, {}), batch_size=3)


@pytest.fixture(scope="module")
def nlp():
    return language.rules()


def rows(doc):
    return [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc], doc.user_data[
        NAMES_KEY
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_gets_one_root_and_every_token_an_analysis(nlp, analyser, text):
    plain, doc = nlp(text), analyser(nlp(text))
    assert [t.text for t in doc] == [t.text for t in plain]
    for token in doc:
        assert token.pos_
        assert token.dep_
        assert token.lemma_
    for sent in plain.sents:
        inside = {t.i for t in sent}
        heads = [doc[i].head.i for i in inside if doc[i].pos_ != "SPACE"]
        assert all(head in inside for head in heads)
        own = [i for i in inside if doc[i].head.i == i and doc[i].pos_ != "SPACE"]
        assert len(own) == (1 if any(not t.is_space for t in sent) else 0)


def test_the_result_is_the_same_in_any_batch_and_order(nlp, analyser):
    alone = {text: rows(analyser(nlp(text))) for text in TEXTS}
    order = TEXTS * 3
    random.Random(5).shuffle(order)
    for size in (1, 4, 100):
        for text, doc in zip(order, analyser.pipe(map(nlp, order), batch_size=size), strict=True):
            assert rows(doc) == alone[text]


def test_windows_of_one_batch_have_the_same_shape_as_alone(nlp, analyser, session):
    for text in TEXTS:
        analyser(nlp(text))
    shapes = {shape[1] for shape in session.calls}
    session.calls.clear()
    list(analyser.pipe(map(nlp, TEXTS)))
    assert {shape[1] for shape in session.calls} == shapes
    assert max(shape[0] for shape in session.calls) <= 3


def test_names_point_into_the_text_and_entities_cover_them(nlp, analyser):
    for text in TEXTS:
        doc = analyser(nlp(text))
        for start, end, kind, confidence in doc.user_data[NAMES_KEY]:
            assert text[start:end].strip() == text[start:end] != ""
            assert kind in {"PERSON", "ORG", "LOC"}
            assert 0 < confidence <= 1
            assert any(e.start_char <= start and end <= e.end_char for e in doc.ents)


def test_a_doc_that_is_tokenised_already_is_analysed_as_it_is(analyser):
    words = ["Ankara", "'da", "konuştu", "."]
    doc = analyser(Doc(spacy.blank("tr").vocab, words=words, spaces=[False, True, False, False]))
    assert [t.text for t in doc] == words
    assert len(list(doc.sents)) == 1
    assert all(t.pos_ in {"NOUN", "VERB"} for t in doc)


class SureSession(HashSession):
    """A network that sees a sentence begin at every piece, with the probability 0.94, or more."""

    def __init__(self, odds: float = 2.8) -> None:
        super().__init__()
        self.odds = odds

    def run(self, names, feed):
        values = super().run(names, feed)
        values[1] = np.full_like(values[1], self.odds)
        return values


@pytest.mark.parametrize(
    ("text", "split", "parts"),
    [
        ("Kore’den geldi. tarlaya gitti", 0.9, ["Kore’den geldi.", "tarlaya gitti"]),
        ("Kore’den geldi.” tarlaya gitti", 0.9, ["Kore’den geldi.”", "tarlaya gitti"]),
        ("Kore’den geldi. tarlaya gitti", None, None),
        ("Kore’den geldi. tarlaya gitti", 0.99, None),
        ("Kore’den geldi, tarlaya gitti", 0.9, None),
        ("Kore’den Doç. dr. geldi", 0.9, None),
        ("Kore’den geldi. 3. kez", 0.9, ["Kore’den geldi.", "3. kez"]),
        ("Kore’den 2024 . kez", 0.9, None),
    ],
)
def test_a_sentence_is_cut_behind_a_full_stop_where_the_model_is_sure(nlp, tokenizer, text, split, parts):
    doc = Analyser(Model(SureSession(), tokenizer, LABELS, {}), split=split)(nlp(text))
    found = [sent.text.strip() for sent in doc.sents]
    assert found == (parts or [sent.text.strip() for sent in nlp(text).sents])
    assert all(sum(t.head.i == t.i for t in sent) == 1 for sent in doc.sents)
    for start, end, _, _ in doc.user_data[NAMES_KEY]:
        assert text[start:end].strip() == text[start:end] != ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kore’den geldi ve gitti", ["Kore’den", "geldi", "ve", "gitti"]),
        ("geldi 3 kez, gitti", ["geldi 3 kez, gitti"]),
        ("geldi) ve - gitti", ["geldi) ve - gitti"]),
    ],
)
def test_between_two_words_it_must_be_surer(nlp, tokenizer, text, parts):
    for odds, expected in ((2.8, [text]), (3.2, parts)):
        doc = Analyser(Model(SureSession(odds), tokenizer, LABELS, {}), split=0.9)(nlp(text))
        assert [sent.text.strip() for sent in doc.sents] == expected


def test_sentences_that_are_given_stay(nlp, tokenizer):
    words = ["Kore’den", "geldi", ".", "tarlaya", "gitti"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, False, False])
    assert len(list(Analyser(Model(SureSession(), tokenizer, LABELS, {}), split=0.9)(doc).sents)) == 1


class UnscoredSession(HashSession):
    """A network that gives edit scripts in their order, without scores, and the best reading alone."""

    def get_outputs(self):
        return [output for output in super().get_outputs() if output.name not in ("edits", "readings")]

    def run(self, names, feed):
        values = super().run(names, feed)
        values[2] = values[2][..., 0]
        return [value for index, value in enumerate(values) if index not in (4, 7)]


def test_readings_are_weighed_where_the_network_scores_them(nlp, tokenizer):
    text = "Tokayev dün Kore’den geldi."
    table = {word: {"VERB|_": 9} for word in text.replace(".", " .").split()}
    made = [
        Analyser(Model(session, tokenizer, LABELS, {}, readings=Readings(table)))(nlp(text))
        for session in (HashSession(), UnscoredSession())
    ]
    weighed, plain = ([token.pos_ for token in doc] for doc in made)
    assert set(weighed) == {"VERB"}
    assert "NOUN" in plain


@pytest.mark.parametrize(
    ("lexicon", "changed"),
    [
        (Lexicon(), False),
        (Lexicon(lemmas={"noun": {"ankara": 0.5}, "verb": {"ankara": 0.5}}), False),
        (Lexicon(lemmas={"noun": {"ankara": 9.0}, "verb": {"ankara": 9.0}}), True),
    ],
)
def test_scripts_without_scores_count_by_their_order(nlp, tokenizer, lexicon, changed):
    (plain,) = Analyser(Model(UnscoredSession(), tokenizer, LABELS, {}))(nlp("Ankara"))
    (token,) = Analyser(Model(UnscoredSession(), tokenizer, LABELS, {}, lexicon))(nlp("Ankara"))
    assert (token.lemma_ == "ankara", token.lemma_ != plain.lemma_) == (changed, changed)


def folder(path, **changed):
    contents = {name: name.encode() for name in PARTS}
    for name, data in contents.items():
        (path / name).write_bytes(data)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()} | changed
    (path / "meta.json").write_text(json.dumps({"sha256": sums}), "utf-8")
    return path


def test_check_takes_a_whole_folder(tmp_path):
    assert set(check(folder(tmp_path))["sha256"]) == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_check_names_the_file_that_is_missing_or_altered(tmp_path, name):
    (folder(tmp_path) / name).write_bytes(b"other")
    with pytest.raises(ModelError, match=name):
        check(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(ModelError, match=f"{name}: missing"):
        check(tmp_path)


@pytest.mark.parametrize("name", ["huge", "tr_olgu", "/nowhere/tr_olgu", "."])
def test_load_says_which_models_there_are(name):
    with pytest.raises(ModelError, match=rf"no model '{name}'; there are: rules"):
        language.load(name)


def test_load_without_a_model_analyses_nothing(monkeypatch):
    monkeypatch.setenv(model_files.VARIABLE, "huge")
    assert language.load("rules").pipe_names == ["olgu_sentences"]
    with pytest.raises(ModelError, match="huge"):
        language.load()
    monkeypatch.setenv(model_files.VARIABLE, "rules")
    assert language.load().pipe_names == ["olgu_sentences"]
