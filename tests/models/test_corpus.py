import json

import pytest
from models.train.augment import recased, without_apostrophes
from models.train.corpus import Link, Sentence, guess_spaces, plain, read_bio, read_gold, read_links, read_treebank

from olgu.analyse.casing import upper

CONLLU = """# text = Hava soğuktu.
1\tHava\thava\tNOUN\t_\tCase=Nom|Number=Sing\t2\tnsubj\t_\t_
2-3\tsoğuktu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tsoğuk\tsoğuk\tADJ\t_\tNumber=Sing\t0\troot\t_\t_
3\ttu\ty\tAUX\t_\tNumber=Plur|Tense=Past\t2\tcop\t_\t_
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def spans(sentence: Sentence):
    return [(sentence.text[start:end], kind) for start, end, kind in sentence.names or ()]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["Kore'den B-LOC", "geldi O"], [("Kore", "LOC")]),
        (["Sağlık B-ORG", "Bakanlığı'nın I-ORG", "2024 B-DATE"], [("Sağlık Bakanlığı", "ORG")]),
        (["Ankara B-GPE", "Kalesi B-FAC"], [("Ankara", "LOC"), ("Kalesi", "LOC")]),
        (["O'Neill B-PERSON", "( O", "AB B-ORG", ") O"], [("O'Neill", "PERSON"), ("AB", "ORG")]),
        (["Türk B-NORP", "doktor B-TITLE"], []),
    ],
)
def test_read_bio_gives_names_without_suffix(tmp_path, rows, names):
    path = tmp_path / "x.bio"
    path.write_text("\n".join(r.replace(" ", "\t") for r in rows) + "\n\n", "utf-8")
    (sentence,) = read_bio(path)
    assert spans(sentence) == names


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("Geldi", ",", "gördü", "."), "Geldi, gördü."),
        (("(", "AB", ")", "dedi"), "(AB) dedi"),
        (("O", '"', "evet", '"', "dedi"), 'O "evet" dedi'),
    ],
)
def test_guess_spaces_puts_marks_where_they_belong(words, text):
    assert Sentence(words, guess_spaces(words)).text == text


def test_read_treebank_merges_or_splits_words(tmp_path):
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU + "\n", "utf-8")
    (whole,), (split,) = read_treebank(path, merged=True), read_treebank(path, merged=False)
    assert whole.text == split.text == "Hava soğuktu."
    assert whole.words == ("Hava", "soğuktu", ".")
    assert [w.head for w in whole.syntax] == [1, -1, 1]
    assert whole.syntax[1].feats == "Number=Plur,Sing|Tense=Past"
    assert (whole.syntax[1].lemma, whole.syntax[1].upos) == ("soğuk", "ADJ")
    assert split.words == ("Hava", "soğuk", "tu", ".")
    assert [w.head for w in split.syntax] == [1, -1, 1, 1]


def test_read_gold_cuts_articles_into_sentences(tmp_path):
    text = "Ali Veli geldi.\n\nKore’den çıktı."
    article = {"id": "a", "text": text, "entities": [{"type": "PERSON", "mentions": [[0, 8, "Ali Veli"]]},
                                                     {"type": "LOC", "mentions": [[17, 21, "Kore"]]}]}  # fmt: skip
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(article) + "\n", "utf-8")
    assert [spans(s) for s in read_gold(path)] == [[("Ali Veli", "PERSON")], [("Kore", "LOC")]]


@pytest.mark.parametrize(
    ("text", "span", "after"),
    [
        ("Bugün Kore'den döndü", (6, 10), "Koreden"),
        ("Dün AB'nin kararı", (4, 6), "ABnin"),
        ("Ankara'da Kore geçti", (10, 14), "Kore"),
        ("Kore geçti", (0, 4), "Kore"),
    ],
)
def test_a_suffix_without_apostrophe_belongs_to_the_name(text, span, after):
    changed = without_apostrophes(plain(text, ((*span, "LOC"),)))
    assert spans(changed) == [(after, "LOC")]


def test_recased_keeps_the_offsets_of_names():
    sentence = plain("Şili ile İran", ((0, 4, "LOC"), (9, 13, "LOC")))
    assert spans(recased(sentence, upper)) == [("ŞİLİ", "LOC"), ("İRAN", "LOC")]


def test_links_are_last_words_by_sentence():
    text = "Geçen yıl Kore'ye ihracat 6 milyar dolara çıktı. Firma sayısı ise 700'ü aştı."

    def span(quote: str) -> list[int]:
        return [text.index(quote), text.index(quote) + len(quote)]

    def fact(quote: str, what: str | None, time: str | None, place: str | None):
        start, end = span(quote)
        when = time and {"start": span(time)[0], "end": span(time)[1], "value": "2024"}
        return {"start": start, "end": end, "what": what and span(what), "time": when,
                "place": place and [*span(place), place]}  # fmt: skip

    facts = [fact("6 milyar dolara", "ihracat", "Geçen yıl", "Kore"), fact("700'ü", "Firma sayısı", "Geçen yıl", None)]
    first, second = read_links([{"id": "a", "text": text, "facts": facts}])
    assert first.links == (Link(6, ((0, 3), (0, 1), (0, 2))),)
    assert second.links == (Link(3, ((1, 1), (0, 1), None)),)
    assert (first.text, second.number, second.document) == (text[:48], 1, "a")
    assert second.text == text[49:]
