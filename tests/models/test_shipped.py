"""The model that ships: its files, what it fills, and that an analysis depends on nothing but the sentence."""

import json
import shutil
from pathlib import Path

import pytest
from spacy.tokens import Doc

import olgu
from olgu.analyse import language
from olgu.analyse.casing import ascii_fold, upper
from olgu.analyse.model_files import PARTS, TIERS, ModelError, shipped
from olgu.analyse.words import LINKS_KEY, NAMES_KEY
from olgu.analyse.words import sentences as seen

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
FOLDER = shipped("accurate")
LARGEST = {"accurate": 45_000_000, "fast": 30_000_000}
MANY = 2_000
LONG = "Bakan, " + "Ankara'da yapılan toplantıda alınan kararların ardından, " * 30 + "Japonya'ya gitti."


@pytest.fixture(scope="module", params=TIERS)
def tier(request):
    return request.param


@pytest.fixture(scope="module")
def nlp(tier):
    return olgu.load(tier)


def sentences() -> list[str]:
    """Return sentences of the corpus, as they are, in capitals, in ASCII, and the words before and after a place."""
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    plain = language.rules()
    found = [sent.text.strip() for text in texts for sent in plain(text).sents if sent.text.strip()]
    changes = (str, upper, ascii_fold, *(part(at) for at in (-3, 3, 5, -7)))
    return list(dict.fromkeys(text for change in changes for each in found if (text := change(each))))


def part(at: int):
    """Return a function that leaves the first `at` words out, or so many of the last."""
    return lambda text: " ".join(text.split()[at:] if at > 0 else text.split()[:at])


def rows(doc: Doc):
    tokens = [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    slots, links = doc.user_data[LINKS_KEY]
    assert len(links) == sum(not token.is_space for token in doc)
    return tokens, doc.user_data[NAMES_KEY], slots, links.astype(float).round(2).tolist()


def test_a_doc_survives_bytes(nlp):
    text = "Şirketin geliri 5 milyar lira oldu. Kârı açıklanmadı."
    doc = nlp(text)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    one, other = (seen(d) for d in (doc, again))
    assert [(s.words, s.tree) for s in one] == [(s.words, s.tree) for s in other]
    assert [s.links.rows.tolist() for s in one] == [s.links.rows.tolist() for s in other]


def test_folder_holds_what_meta_json_says_and_nothing_that_runs(tier):
    folder = shipped(tier)
    assert folder is not None
    assert {path.name for path in folder.iterdir()} == {*PARTS, "meta.json"}
    assert sum(path.stat().st_size for path in folder.iterdir()) <= LARGEST[tier]
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    assert meta["licence"] == "CC BY-SA 4.0"
    assert meta["scores"], "a model ships with its scores"


@pytest.mark.parametrize("part", PARTS)
def test_altered_file_is_refused(tmp_path, part):
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    with (folder / part).open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match=f"{part}: not the file"):
        language.load(str(folder))


@pytest.mark.parametrize(
    ("text", "lemmas", "tags", "names"),
    [
        (
            "Cumhurbaşkanı Recep Tayyip Erdoğan Ankara'ya geldi.",
            {"geldi": "gel"},
            {"geldi": "VERB", ".": "PUNCT"},
            {("Recep Tayyip Erdoğan", "PERSON"), ("Ankara", "LOC")},
        ),
        (
            "Sağlık Bakanlığı’nın açıklamasına göre 12 kişi öldü.",
            {"öldü": "öl"},
            {"12": "NUM", "kişi": "NOUN"},
            {("Sağlık Bakanlığı", "ORG")},
        ),
        ("Hava çok güzel.", {"güzel": "güzel"}, {"çok": "ADV"}, set()),
    ],
)
def test_model_reads_lemmas_tags_and_names(nlp, text, lemmas, tags, names):
    doc = nlp(text)
    assert {t.text: t.lemma_ for t in doc if t.text in lemmas} == lemmas
    assert {t.text: t.pos_ for t in doc if t.text in tags} == tags
    assert {(text[start:end], kind) for start, end, kind, _ in doc.user_data[NAMES_KEY]} == names
    for sent in doc.sents:
        assert [t.dep_ for t in sent].count("ROOT") == 1


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Evin kapısına bir not bırakmış.", {"kapısına": "kapı", "Evin": "ev"}),
        ("Dün deniz suyunun sıcaklığı arttı.", {"suyunun": "su", "Dün": "dün"}),
        ("Faturayı herkes öder.", {"öder": "öde", "herkes": "herkes"}),
        ("Partinin toplantısını izledik.", {"toplantısını": "toplantı", "izledik": "izle"}),
        pytest.param(
            "Partinin kongresini izledik.",
            {"kongresini": "kongre"},
            marks=pytest.mark.xfail(strict=True, reason="the treebanks lack «kongre», and the model guesses «kongres»"),
        ),
        ("Güneşin altında uzun süre bekledi.", {"bekledi": "bekle", "altında": "alt"}),
        ("Zamlar mayıs ayında üzerine eklendi.", {"üzerine": "üzer"}),
    ],
)
def test_lemmas_are_words(nlp, text, lemmas):
    assert {t.text: t.lemma_ for t in nlp(text) if t.text in lemmas} == lemmas


@pytest.mark.parametrize(
    "text",
    [
        "Üç kişi " + "ğ" * 900 + " dedi ve gitti.",  # longer than a window
        "kırmızı, mavi ve yeşil balık 5 milyon lira " * 300,  # no sentence ends
        "“" * 2_000 + "Ankara",
        "1" * 3_000,
        "ab " * 50 + "q" * 500 + " Ankara'ya " + "cd " * 50,
    ],
)
def test_hostile_texts_are_read_to_their_end(nlp, text):
    doc = nlp(text)
    assert all(t.pos_ and t.lemma_ and t.dep_ for t in doc)
    assert [sum(t.dep_ == "ROOT" for t in sent) for sent in doc.sents] == [1] * len(list(doc.sents))


def test_words_that_are_tokens_already_stay_so(nlp):
    doc = Doc(
        nlp.vocab, words=["Kore’den", "geldi", "."], spaces=[True, False, False], sent_starts=[True, False, False]
    )
    doc = nlp(doc)
    assert [t.text for t in doc] == ["Kore’den", "geldi", "."]
    assert doc[1].pos_ == "VERB"
    assert [(e.text, e.label_) for e in doc.ents] == [("Kore’den", "LOC")]


def test_long_sentence_is_read_to_its_end(nlp):
    doc = nlp(LONG)
    assert all(t.pos_ and t.lemma_ and t.dep_ for t in doc)
    assert LONG[doc.user_data[NAMES_KEY][-1][0] :].startswith("Japonya")
    assert len({t.head.i for t in doc if t.dep_ == "ROOT"}) == len(list(doc.sents))


@pytest.mark.slow
def test_analysis_is_the_same_in_any_batch_order_and_number_of_threads(nlp, tier):
    """Two thousand sentences are read four times: what depends on a batch shows in few of them."""
    texts = sentences()[:MANY]
    assert len(texts) == MANY
    alone = [rows(nlp(text)) for text in texts]
    assert [rows(doc) for doc in nlp.pipe(texts, batch_size=64)] == alone
    assert [rows(doc) for doc in nlp.pipe(texts[::-1], batch_size=7)][::-1] == alone
    two = language.rules()
    two.add_pipe("olgu_model", config={"path": str(shipped(tier)), "threads": 2, "batch_size": 16})
    assert [rows(doc) for doc in two.pipe(texts, batch_size=32)] == alone


def test_flow_with_the_model_reads_the_seed(tier):
    text = (CORPUS / "kazakistan-kore-11-belge.txt").read_text("utf-8")
    document = olgu.extract(text, model=tier)
    facts = {text[fact.start : fact.end]: fact for fact in document.facts}
    money, firms = facts["9,6 milyar dolara"], facts["700'den"]
    assert (int(money.value), money.unit) == (9_600_000_000, "USD")
    assert text[money.what.start : money.what.end] == "Kore’den gelen yatırım hacmi"
    assert (firms.bound, text[firms.what.start : firms.what.end]) == ("more_than", "Kore sermayeli şirket")
    names = {entity.id: entity.name for entity in document.entities}
    assert {names[fact.speaker_id] for fact in (money, firms)} == {"Kasym-Comart Tokayev"}
