"""The Stanza backend with the small models that ship; needs `olgu[stanza]`."""

from __future__ import annotations

import csv
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from spacy.language import Language

import olgu
from olgu.analyse import language, stanza_files
from olgu.analyse.words import NAMES_KEY, SECOND_KEY, sentences
from olgu.run import versions

MODELS = Path(__file__).parents[2] / "models" / "stanza"
pytestmark = [
    pytest.mark.stanza,
    pytest.mark.skipif(find_spec("stanza") is None, reason="Stanza is an extra: pip install 'olgu[stanza]'"),
]
TEXT = (
    "Bugünlerde ikili ticaret cirosunun hacmi 6 milyar dolara ulaştı.\n\n"
    "Ankara'da konuşan Bakan Ali Veli, enflasyonun yüzde 5,2'ye  çıktığını söyledi. Hava güzeldi."
)
TEXTS = [
    TEXT,
    "",
    " \n\n ",
    "Ankara",
    "✈ ✈",
    "\n\n  Hava\n\nsoğuk.  \t",
    "İSTANBUL'DA FİYATLAR ARTTI\nIğdır’ın ihracatı 2024’te yüzde 12 düştü.",
    "x" * 3000,
    "Bir sabah " + "çok uzun bir yolda " * 300 + "yürüdü. Sonra durdu.",
    "a\u200bb \xa0 c\u2028d",
    "?!.. (%5) [3] “«»” -- 1.234.567,89 TL'lik",
]


@pytest.fixture(scope="module")
def nlp() -> Iterator[Language]:
    """The backend, loaded where nothing can be fetched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(stanza_files.DIRECTORY, raising=False)

        def refused(*_: object) -> None:
            raise AssertionError("the network was asked")

        patch.setattr(socket.socket, "connect", refused)
        yield language.load("stanza")


@pytest.fixture(scope="module")
def both() -> Language:
    return olgu.load(backend="both", stanza_dir=MODELS)


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays_and_every_sentence_is_a_tree(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert [t.text for t in doc if not t.is_space] == [part for t in doc for part in t.text.split()]
    for sentence in sentences(doc):
        assert [node.head for node in sentence.tree].count(-1) == 1
        assert all(text[word.start : word.end] == word.text for word in sentence.words)
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)


def test_words_are_analysed(nlp: Language) -> None:
    """Not every word, since the models are small, but what is plain."""
    words = {token.text: token for token in nlp(TEXT)}
    assert (words["ulaştı"].pos_, words["ulaştı"].lemma_, words["ulaştı"].dep_) == ("VERB", "ulaş", "ROOT")
    assert (words["hacmi"].pos_, words["söyledi"].pos_, words["Hava"].pos_) == ("NOUN", "VERB", "NOUN")
    assert words["ticaret"].morph.get("Number") == ["Sing"]
    assert words["yüzde"].lemma_ == "yüz"


def test_paragraphs_end_sentences(nlp: Language) -> None:
    starts = [sentence.start for sentence in sentences(nlp(TEXT))]
    assert TEXT.index("Ankara") in starts


def test_flow_goes_on_from_it_as_from_the_shipped_model(nlp: Language) -> None:
    facts = olgu.extract(TEXT, model="stanza").facts
    told = [
        (fact.kind, str(fact.value), fact.unit, fact.what and TEXT[fact.what.start : fact.what.end]) for fact in facts
    ]
    assert told[0][:3] == ("money", "6000000000", "USD")
    assert told[0][3] is not None
    assert told[0][3].endswith("ticaret cirosunun hacmi")
    assert [fact[:3] for fact in told[1:]] == [("percent", "5.2", "%")]
    assert {fact.agreement for fact in facts} == {None}


def test_docs_in_a_batch_are_those_of_one_by_one(nlp: Language) -> None:
    alone = [[(t.text, t.pos_, t.head.i) for t in nlp(text)] for text in TEXTS]
    assert [[(t.text, t.pos_, t.head.i) for t in doc] for doc in nlp.pipe(TEXTS)] == alone


def test_directory_without_a_tokenizer_keeps_the_tokens_of_olgu(tmp_path: Path) -> None:
    shutil.copytree(MODELS, tmp_path / "s")
    index = json.loads((tmp_path / "s" / "resources.json").read_text("utf-8"))
    for of in (index["tr"], index["tr"]["packages"]["default"]):
        del of["tokenize"], of["mwt"]
    (tmp_path / "s" / "resources.json").write_text(json.dumps(index), encoding="utf-8")
    given = language.load(f"stanza@{tmp_path / 's'}")
    for text in TEXTS:
        doc, plain = given(text), language.load("rules")(text)
        assert doc.text == text
        assert [(t.idx, t.text) for t in doc if not t.is_space] == [(t.idx, t.text) for t in plain if not t.is_space]
        if len(plain) < 100:
            assert [s.start for s in sentences(doc)] == [s.start for s in sentences(plain)]


def test_both_marks_facts_and_leaves_all_else(both: Language) -> None:
    document = olgu.flow.process(olgu.Article("a", TEXT), both)
    assert {fact.agreement for fact in document.facts} <= {"agreed", "disputed"}
    assert all(bool(fact.differing) == (fact.agreement == "disputed") for fact in document.facts)
    second = both(TEXT).user_data[SECOND_KEY]
    assert second.text == TEXT
    assert [t.pos_ for t in second] == [t.pos_ for t in language.load("stanza")(TEXT)]


def test_weights_are_read_as_data_alone() -> None:
    import torch

    files = sorted(MODELS.rglob("*.pt"))
    assert {file.parent.name for file in files} >= {"tokenize", "mwt", "lemma", "pos", "depparse", "pretrain"}
    for file in files:
        assert torch.load(file, map_location="cpu", weights_only=True)
    assert sum(file.stat().st_size for file in files) <= 25_000_000


def test_names_come_with_a_confidence(nlp: Language) -> None:
    names = nlp(TEXT).user_data[NAMES_KEY]
    assert all(kind in ("PERSON", "ORG", "LOC") and 0 < sure <= 1 for _, _, kind, sure in names)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "olgu", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_command_line_gives_the_same_tables_in_workers_and_names_the_models(tmp_path: Path) -> None:
    for index in range(3):
        (tmp_path / f"{index}.txt").write_text(TEXT.replace("6", str(index + 3)), encoding="utf-8")
    inputs = [tmp_path / f"{index}.txt" for index in range(3)]
    for jobs in (0, 2):
        done = run("extract", *inputs, "-o", tmp_path / f"out{jobs}", "--backend", "both", "--jobs", jobs, "--quiet")
        assert (done.returncode, done.stderr) == (0, "")
    first, second = ((tmp_path / f"out{jobs}" / "facts.csv").read_bytes() for jobs in (0, 2))
    assert first == second
    rows = list(csv.DictReader(first.decode("utf-8").splitlines()))
    assert {row["agreement"] for row in rows} <= {"agreed", "disputed"}
    told = json.loads((tmp_path / "out2" / "run.json").read_text("utf-8"))
    assert told["model"] == told["configuration"]["model"] == versions.model_identity("both")
    assert run("info", "--backend", "both").stdout.splitlines().count(f"model: {told['model']}") == 1
