import hashlib
import json

import pytest
from models.train import lexicon, record

from olgu.analyse import model_lexicon
from olgu.analyse.model_lemma import apply

OWN = """
kapısına kapı NOUN
üzerine Üzer NOUN
üzerine Üzer NOUN
üzerine üzer NOUN
adet adet NOUN
adet âdet NOUN
Güneş Güneş NOUN
Roman roman PROPN
tir i AUX
tir y AUX
tir y AUX
verdi ver VERB
s s NOUN
"""
KENET = """
cezaevinden cezaevi NOUN
cezaevinde cezaevi NOUN
Ödemeyi öde VERB
olduğunu ol NOUN
Ankara ankara PROPN
bir bir NUM
kazın kaz NOUN
kazın kazı NOUN
kazın kazın NOUN
"""


def treebank(path, rows):
    lines = [row.split() for row in rows.split("\n") if row]
    blocks = (f"1\t{form}\t{lemma}\t{upos}\t_\t_\t0\troot\t_\t_" for form, lemma, upos in lines)
    path.parent.mkdir(parents=True)
    path.write_text("\n\n".join(blocks) + "\n\n", "utf-8")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    for name, rows in (("BOUN", OWN), ("Kenet", KENET), ("Penn", KENET.replace("cezaevi", "cezaev"))):
        treebank(folder / f"ud/{name}/train.conllu", rows)
    return folder


@pytest.fixture(scope="module")
def made(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    lexicon.write(data, folder)
    return model_lexicon.read(folder / lexicon.NAME)


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("kapısına", "NOUN", "kapı"),
        ("üzerine", "NOUN", "üzer"),
        ("Güneş", "NOUN", "Güneş"),
        ("Roman", "PROPN", "roman"),
        ("tir", "AUX", "y"),
        ("verdi", "VERB", "ver"),
        ("adet", "NOUN", None),
        ("kapısına", "VERB", None),
        ("cezaevinden", "NOUN", None),
        ("Ankara", "PROPN", None),
    ],
)
def test_settled_forms_are_those_of_boun_with_one_lemma(made, form, upos, lemma):
    script = made.settled.get(upos, {}).get(form)
    assert (script and apply(script, form)) == lemma


def test_mixed_forms_have_the_shares_of_their_lemmas(made):
    assert set(made.mixed) == {"NOUN"}
    (row,) = made.mixed["NOUN"].values()
    assert row["adet"] == row["âdet"] > row[""]


@pytest.mark.parametrize(
    ("kind", "form", "lemma"),
    [
        ("verb", "ödemeyi", "öde"),
        ("noun", "olduğunu", "ol"),
        ("noun", "cezaevinden", "cezaevi"),
        ("noun", "kazın", None),  # three readings
        ("noun", "ankara", None),  # proper nouns are written small there
        ("noun", "bir", None),
    ],
)
def test_other_treebanks_are_asked_about_open_classes(made, kind, form, lemma):
    script = made.forms[kind].get(form)
    assert (script and apply(script, form)) == lemma


def test_known_lemmas_of_boun_weigh_more_than_others(made):
    nouns, verbs = made.lemmas["noun"], made.lemmas["verb"]
    assert nouns["üzer"] > nouns["kapı"] > nouns["cezaevi"] > 0
    assert "ver" in verbs
    assert "öde" in verbs
    assert "Üzer" not in nouns
    assert "s" not in nouns
    assert "ankara" not in nouns


def test_the_same_treebanks_make_the_same_file(data, tmp_path):
    texts = []
    for _ in range(2):
        lexicon.write(data, tmp_path)
        texts.append((tmp_path / lexicon.NAME).read_bytes())
    assert texts[0] == texts[1]


def test_record_writes_checksum_and_size_and_keeps_the_rest(data, tmp_path):
    lexicon.write(data, tmp_path)
    meta = {"name": "x", "data": {"A": "B"}, "bytes": {"a": 1}, "sha256": {"a": "0"}, "scores": {"s": 1}}
    (tmp_path / "meta.json").write_text(json.dumps(meta), "utf-8")
    record.record(tmp_path, lexicon.NAME, lexicon.DATA)
    content = (tmp_path / lexicon.NAME).read_bytes()
    new = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    assert new["sha256"] == {"a": "0", lexicon.NAME: hashlib.sha256(content).hexdigest()}
    assert new["bytes"] == {"a": 1, lexicon.NAME: len(content)}
    assert new["data"] == {"A": "B", **lexicon.DATA}
    assert (new["name"], new["scores"]) == ("x", {"s": 1})
