"""How sure a fact is by its verb: actual, planned, expected, possible or negated."""

from __future__ import annotations

from olgu.analyse.morphology import VerbForm, noun, verb
from olgu.article import Status
from olgu.relate.clause import Head, lexicon
from olgu.relate.seat import Seat


def status_of(seat: Seat, head: Head) -> Status:
    """Return the status of the fact that `head` governs."""
    form = head.form
    return _by_matrix(seat, head) or (_by_form(head, form) if form else None) or "actual"


def _by_form(head: Head, form: VerbForm) -> Status | None:
    if form.form == "copula" and form.negative:
        return "negated" if form.marker == "değil" else None
    if form.able and form.tense in ("aorist", "future"):
        return "possible"
    if form.negative and form.form == "finite":
        return "negated"
    if form.tense in ("conditional", "necessity"):
        return "possible"
    if form.tense == "future":
        return "expected" if head.lemma in lexicon("status", "becoming") else "planned"
    if form.tense in ("imperative", "optative"):
        return "planned"
    return _of_lemma(form)


def _of_lemma(form: VerbForm) -> Status | None:
    for status in ("expected", "planned"):
        if form.lemma in lexicon("status", f"{status}_verbs"):
            return status  # type: ignore[return-value]
    return None


def _by_matrix(seat: Seat, head: Head) -> Status | None:
    """Read the words after a dependent verb form: «… ulaşması bekleniyor», «… yapmayı planlıyor»."""
    form = head.form
    if form is None or form.form not in ("verbal_noun", "participle") or form.marker in ("an",):
        return None
    words = seat.words
    for i in range(head.index + 1, min(len(words), head.index + 4)):
        word = words[i]
        if form.form == "verbal_noun" and word.lower in lexicon("status", "purpose"):
            return "planned"
        if word.lower in lexicon("status", "conditional"):
            return "possible"
        lemma = noun(word.lower).lemma
        for status in ("expected", "planned", "possible"):
            if word.lower in lexicon("status", f"{status}_nouns") or lemma in lexicon("status", f"{status}_nouns"):
                return status  # type: ignore[return-value]
        matrix = verb(word.lower)
        if matrix is not None:
            return _of_lemma(matrix)
    return None
