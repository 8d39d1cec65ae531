"""Verb and noun forms: tables of inflected words with negatives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.morphology import copular, infinitive, noun, verb
from olgu.analyse.words import Word

LEMMAS = [
    ("imzalandı", "imzalamak"),
    ("açıklandı", "açıklamak"),
    ("yapıldığını", "yapmak"),
    ("kullanılan", "kullanmak"),
    ("bulunmaktadır", "bulunmak"),
    ("yaşandı", "yaşamak"),
    ("gerçekleştirildi", "gerçekleştirmek"),
    ("bekleniyor", "beklemek"),
    ("öldürüldü", "öldürmek"),
    ("artırılacak", "artırmak"),
    ("düşürülmesi", "düşürmek"),
    ("indirildi", "indirmek"),
    ("kaybetti", "kaybetmek"),
    ("kaybedenlerin", "kaybetmek"),
    ("gidiyor", "gitmek"),
    ("ediliyor", "etmek"),
    ("diyen", "demek"),
    ("yiyor", "yemek"),
    ("başlıyor", "başlamak"),
    ("söylüyor", "söylemek"),
    ("koruyor", "korumak"),
    ("ayrıldı", "ayırmak"),
    ("çağrıldı", "çağırmak"),
    ("öngörülüyor", "öngörmek"),
    ("malolacak", "mal olmak"),
    ("terketti", "terk etmek"),
    ("süren", "sürmek"),
    ("var", "olmak"),
    ("yoktu", "olmak"),
    ("değildi", "olmak"),
    ("artıyor", "artmak"),
    ("görülür", "görmek"),
    ("gelirse", "gelmek"),
]


@pytest.mark.parametrize(("word", "lemma"), LEMMAS)
def test_verb_gives_the_infinitive_in_active_voice(word: str, lemma: str) -> None:
    form = verb(word)
    assert form is not None
    assert form.lemma == lemma


@pytest.mark.parametrize(
    "word",
    ["dolar", "gelir", "gider", "değer", "yer", "yüzde", "kişi", "açıklamada", "artış", "satışı", "yatırım", "ekip",
     "şimdi", "ekonomi", "puanları", "görüşmelerde", "geçen", "geçtiğimiz", "yıldır", "kadın", "bin", "olarak", "on",
     "katar", "esir", "sermaye", "tarafından", "ile", "ve", "", "a", ",", "2024"],
)  # fmt: skip
def test_verb_leaves_nouns_alone(word: str) -> None:
    assert verb(word) is None


@pytest.mark.parametrize(
    ("word", "form", "tense", "marker"),
    [
        ("ulaştı", "finite", "past", "dı"),
        ("ulaşmış", "finite", "evidential", "mış"),
        ("ulaşıyordu", "finite", "present", "yor"),
        ("ulaşmakta", "finite", "present", "makta"),
        ("ulaşır", "finite", "aorist", "ar"),
        ("artar", "finite", "aorist", "ar"),
        ("ulaşmaz", "finite", "aorist", "maz"),
        ("ulaşacaktır", "finite", "future", "acak"),
        ("çıkacağız", "finite", "future", "acak"),
        ("ulaşmalı", "finite", "necessity", "malı"),
        ("ulaşsa", "finite", "conditional", "sa"),
        ("ulaşsın", "finite", "imperative", "sın"),
        ("belirtelim", "finite", "optative", "a"),
        ("ulaşan", "participle", "", "an"),
        ("ulaştığını", "participle", "", "dık"),
        ("ulaşacağını", "participle", "future", "acak"),
        ("ulaşarak", "converb", "", "arak"),
        ("ulaşıp", "converb", "", "ıp"),
        ("ulaşırken", "converb", "", "ken"),
        ("ulaşınca", "converb", "", "ınca"),
        ("ulaşmadan", "converb", "", "madan"),
        ("ulaştıkça", "converb", "", "dıkça"),
        ("ulaşması", "verbal_noun", "", "ma"),
        ("ulaşmak", "verbal_noun", "", "mak"),
        ("ise", "copula", "", "ise"),
        ("vardı", "copula", "past", "var"),
    ],
)
def test_verb_names_the_form(word: str, form: str, tense: str, marker: str) -> None:
    reading = verb(word)
    assert reading is not None
    assert (reading.form, reading.tense, reading.marker) == (form, tense, marker)


@pytest.mark.parametrize(
    ("word", "negative", "passive", "able"),
    [
        ("yaptı", False, False, False),
        ("yapmadı", True, False, False),
        ("yapılmadı", True, True, False),
        ("yapamadı", True, False, False),
        ("yapabilir", False, False, True),
        ("yapılabilecek", False, True, True),
        ("yapmıyor", True, False, False),
        ("yapmayacak", True, False, False),
        ("yapmaz", True, False, False),
        ("yapmayan", True, False, False),
        ("yapılan", False, True, False),
        ("değil", True, False, False),
        ("yok", True, False, False),
        ("var", False, False, False),
        ("yapma", False, False, False),
    ],
)
def test_verb_marks_polarity_voice_and_ability(word: str, negative: bool, passive: bool, able: bool) -> None:
    reading = verb(word)
    assert reading is not None
    assert (reading.negative, reading.passive, reading.able) == (negative, passive, able)


@pytest.mark.parametrize(
    ("word", "case", "possessed"),
    [("artması", "", True), ("artmasını", "acc", True), ("artmasına", "dat", True), ("artmaya", "dat", False),
     ("artmasının", "gen", True), ("artan", "", False), ("artanların", "gen", False), ("arttığından", "abl", True)],
)  # fmt: skip
def test_verb_gives_case_of_nominal_forms(word: str, case: str, possessed: bool) -> None:
    reading = verb(word)
    assert reading is not None
    assert (reading.case, reading.possessed) == (case, possessed)


def test_verb_guesses_derived_verbs_that_the_lexicon_lacks() -> None:
    reading = verb("otomatikleştiriliyor")
    assert reading is not None
    assert (reading.lemma, reading.passive, reading.known) == ("otomatikleştirmek", True, False)
    assert verb("otomatik") is None


@pytest.mark.parametrize(
    ("word", "lemma", "case", "possessed"),
    [
        ("enflasyon", "enflasyon", "nom", False),
        ("nüfusun", "nüfus", "gen", False),
        ("dolara", "dolar", "dat", False),
        ("liraya", "lira", "dat", False),
        ("sterline", "sterlin", "dat", False),
        ("bütçesi", "bütçe", "nom", True),
        ("bütçesinin", "bütçe", "gen", True),
        ("bütçesinde", "bütçe", "loc", True),
        ("şirketlerinde", "şirket", "loc", True),
        ("türkiye’de", "türkiye", "loc", False),
        ("türkiye'nin", "türkiye", "gen", False),
        ("19'unu", "19", "acc", True),
        ("seviyesinden", "seviye", "abl", True),
        ("payı", "pay", "acc|poss", False),
        ("hacmini", "hacim", "acc", True),
        ("tahmini", "tahmin", "acc|poss", False),
        ("kişi", "kişi", "nom", False),
        ("ülke", "ülke", "nom", False),
        ("milyon", "milyon", "nom", False),
        ("trenle", "tren", "ins", False),
    ],
)
def test_noun_reads_case_and_possessive(word: str, lemma: str, case: str, possessed: bool) -> None:
    form = noun(word)
    assert (form.lemma, form.case, form.possessed) == (lemma, case, possessed)


@pytest.mark.parametrize(("word", "plural"), [("ülkeler", True), ("ülkelere", True), ("ülke", False), ("dolar", False)])
def test_noun_reads_plural(word: str, plural: bool) -> None:
    assert noun(word).plural is plural


@pytest.mark.parametrize(
    ("word", "expected"),
    [("kişidir", True), ("milyardı", True), ("seviyesindeydi", True), ("dolardır", True), ("dolarken", True),
     ("yıldır", False), ("haftadır", False), ("mağdur", False), ("müdür", False), ("kadar", False), ("erken", False)],
)  # fmt: skip
def test_copular_tells_nominal_predicates(word: str, expected: bool) -> None:
    assert copular(Word(word, word, word, "", 0, len(word))) is expected


def test_copular_reads_the_suffix_after_an_apostrophe() -> None:
    assert copular(Word("2,7'ydi", "2,7'ydi", "2,7", "ydi", 0, 7))
    assert not copular(Word("2,7'de", "2,7'de", "2,7", "de", 0, 6))


@pytest.mark.parametrize(
    ("stem", "lemma"), [("artır", "artırmak"), ("öngör", "öngörmek"), ("bul", "bulmak"), ("de", "demek")]
)
def test_infinitive_follows_harmony(stem: str, lemma: str) -> None:
    assert infinitive(stem) == lemma


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz’'.-0123456789", max_size=40))
def test_readings_never_fail_and_stay_the_same(word: str) -> None:
    assert verb(word) == verb(word)
    assert noun(word) == noun(word)
    form = verb(word)
    assert form is None or form.lemma.endswith(("mak", "mek"))
