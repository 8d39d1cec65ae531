import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.model_lemma import apply, script_of


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("Büyükada'ya", "Büyükada", "s|'|"),
        ("kitapları", "kitap", "l|4|"),
        ("Kitabı", "kitap", "l|2|p"),
        ("halde", "hâl", "l|4|âl"),
        ("ANKARA’DA", "Ankara", "t|'|"),
        ("IRMAĞI", "ırmak", "l|2|k"),
        ("İstanbul'un", "İstanbul", "s|'|"),
        ("dı", "y", "=y"),
        (".", ".", "l|0|"),
    ],
)
def test_script_of_names_the_edit_and_apply_makes_the_lemma(form, lemma, script):
    assert script_of(form, lemma) == script
    assert apply(script, form) == lemma


@pytest.mark.parametrize(
    ("script", "form", "lemma"),
    [
        ("l|4|", "evleri", "ev"),
        ("l|4|", "evi", None),
        ("l|2|k", "ağ", None),
        ("s|'|", "Ankara", None),
        ("s|'|", "'da", None),
        ("l|1|", "I", None),
    ],
)
def test_apply_returns_none_where_the_form_is_too_short(script, form, lemma):
    assert apply(script, form) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12).filter(lambda t: "|" not in t))
def test_every_lemma_has_a_script_that_makes_it(form, lemma):
    assert apply(script_of(form, lemma), form) == lemma
