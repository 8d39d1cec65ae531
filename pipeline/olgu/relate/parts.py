"""Coarse word classes by closed lists and suffixes: enough grammar for relations until a tagger gives better."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from olgu.analyse import morphology
from olgu.analyse.words import Word
from olgu.relate import lemmas
from olgu.relate.lemmas import Lemma


@dataclass(frozen=True, slots=True)
class Part:
    """What a word may be: its class, and for nouns case, possessive and lemma.

    `tag` is one of punct, num, conj, post, adv, det, pron, adj, fin (finite verb), part (participle), conv (converb),
    vn (verbal noun), noun, name.
    """

    tag: str
    case: str
    possessive: bool
    lemma: str
    form: str = field(init=False)
    """Tag, case and possessive as features spell them: "noun.gen.p"."""
    lexical: str = field(init=False)
    """Of the noun's lemma: "light", "change", "counted", "measured" or "other"."""
    told: Lemma = field(init=False)
    """What raw news tells of the lemma."""
    behind: str = field(init=False)
    """A closed word by its lemma, "post.göre"; else tag and possessive, "noun.p"."""

    def __post_init__(self) -> None:
        form = f"{self.tag}.{self.case}.p" if self.possessive else f"{self.tag}.{self.case}"
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "lexical", _lexical().get(self.lemma, "other"))
        object.__setattr__(self, "told", lemmas.lemma(self.lemma))
        closed = f"{self.tag}.{self.lemma}" if self.tag in CLOSED else self.tag
        object.__setattr__(self, "behind", f"{self.tag}.p" if self.possessive and closed == self.tag else closed)


CLOSED = frozenset({"post", "conj", "punct"})
"""Classes whose words features name by their lemma."""
_LEXICAL = ("light", "change", "counted", "measured")


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the closed classes of `classes.toml`."""
    with files("olgu.relate").joinpath("classes.toml").open("rb") as file:
        return {name: frozenset(words) for name, words in tomllib.load(file).items()}


@cache
def _lexical() -> dict[str, str]:
    """Lemma → class, where the first class wins."""
    return {lemma: name for name in reversed(_LEXICAL) for lemma in lexicon()[name]}


@cache
def _closed() -> dict[str, str]:
    """Word → class, where the first class in the file wins."""
    result: dict[str, str] = {}
    for name in ("conj", "post", "adv", "det", "pron", "adj"):
        for word in lexicon()[name]:
            result.setdefault(word, name)
    return result


_FORMS = {"finite": "fin", "participle": "part", "converb": "conv", "verbal_noun": "vn", "copula": "fin"}
_ADJECTIVE = (
    "lı",
    "li",
    "lu",
    "lü",
    "sız",
    "siz",
    "suz",
    "süz",
    "sal",
    "sel",
    "ki",
    "daki",
    "deki",
    "taki",
    "teki",
    "lık",
    "lik",
    "luk",
    "lük",
)


@lru_cache(maxsize=16384)
def _of(text: str, low: str, stem: str, suffix: str, first: bool) -> Part:
    return _open(low, stem, suffix, not first and text[:1].isupper() and not text.isupper())


def _open(lower: str, stem: str, suffix: str, capital: bool) -> Part:
    if not lower.isalnum() and not any(c.isalnum() for c in lower):
        return Part("punct", "", False, lower)
    if lower[0].isdigit() or lower[0] == "%":
        return Part("num", "", False, lower)
    if not capital and (tag := _closed().get(lower)):
        return Part(tag, "", False, lower)
    if not suffix and not capital and (form := morphology.verb(lower)) and form.form in _FORMS:
        noun = morphology.noun(lower)
        return Part(_FORMS[form.form], noun.case, noun.possessed, form.lemma)
    noun = morphology.noun(stem + "’" + suffix if suffix else lower)
    tag = "name" if capital else "noun"
    if not capital and noun.case == "nom" and not noun.possessed and lower.endswith(_ADJECTIVE) and len(lower) > 4:
        tag = "adj"
    return Part(tag, noun.case, noun.possessed, noun.lemma)


def parts(words: Sequence[Word]) -> list[Part]:
    """Return the part of each word of a sentence."""
    result = [_of(text, low, stem, suffix, False) for text, low, stem, suffix, _, _ in words]
    if words:
        result[0] = _of(*words[0][:4], True)
    for i in range(1, len(result)):
        if words[i].lower in lexicon()["after_clause"] and _ends_clause(words, result, i):
            result[i] = Part("post", "", False, words[i].lower)
    return result


def _ends_clause(words: Sequence[Word], found: Sequence[Part], i: int) -> bool:
    """True for «gönderdiğiniz zaman»: when something is done; not for «bulunduğumuz zaman diliminde»."""
    noun = i + 1 < len(found) and found[i + 1].tag == "noun" and found[i + 1].possessive
    form = morphology.verb(words[i - 1].lower) if found[i - 1].tag == "part" else None
    return form is not None and form.marker == "dık" and not noun
