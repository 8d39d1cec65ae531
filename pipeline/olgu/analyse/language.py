"""The spaCy `Language` of the flow."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from olgu.analyse import stanza_files
from olgu.analyse.casing import lower
from olgu.analyse.model_files import DEFAULT, RULES, chosen, folder, shipped
from olgu.analyse.spacy_import import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

_NO_LIMIT = 1 << 40
"""spaCy's limit of a million characters protects its parser; no component here needs memory per character."""
_NUMBER = re.compile(r"%?[+−-]?[0-9][0-9.,:/–-]*(?:['’].*)?")


def load(model: str | None = None) -> Language:
    """Return the Turkish `Language` of the flow.

    `model` is a tier of the shipped models ("accurate", "fast"), a folder with a model, "rules" for none, or models of
    Stanza as `stanza_files.choice` reads them; without it the environment variable `OLGU_MODEL` decides, else
    "accurate" is taken. Raises `ModelError` where there is no such model or its files are not those that its
    `meta.json` describes.
    """
    name = chosen(model)
    nlp = rules()
    if stanza := stanza_files.choice(name):
        _add_stanza(nlp, stanza)
        name = (DEFAULT if shipped(DEFAULT) else RULES) if stanza.both else RULES
    if name != RULES:
        path = folder(name)
        import olgu.analyse.model  # noqa: F401, PLC0415 - registers the component

        nlp.add_pipe("olgu_model", config={"path": str(path), "threads": 1})
    return nlp


def renew(nlp: Language) -> None:
    """Give `nlp`, made by `load`, a new store of words; its components and their models stay."""
    fresh = rules()
    nlp.vocab, nlp.tokenizer = fresh.vocab, fresh.tokenizer


def _add_stanza(nlp: Language, choice: stanza_files.StanzaChoice) -> None:
    stanza_files.check_choice(choice)
    import olgu.analyse.stanza_model  # noqa: F401, PLC0415 - registers the components

    config = {"directory": str(stanza_files.directory_of(choice)), "package": choice.package, "threads": 1}
    nlp.add_pipe("olgu_second" if choice.both else "olgu_stanza", config=config)


def rules() -> Language:
    """Return a Turkish `Language` that tokenises and sets sentence starts.

    Lexemes carry only `lower_`, `norm_` (by Turkish casing), `is_alpha`, `is_digit`, `is_space`, `is_punct` and
    `like_num`: to work out all of spaCy's for every new word takes longer than tokens and sentences together.
    """
    import_spacy()
    import spacy  # noqa: PLC0415 - importing spaCy takes most of a second

    import olgu.analyse.sentences  # noqa: F401, PLC0415 - registers the tokenizer and the component

    nlp = spacy.blank("tr", config={"nlp": {"tokenizer": {"@tokenizers": "olgu.Tokenizer.v1"}}})
    nlp.vocab.lex_attr_getters = _attributes()  # type: ignore[attr-defined]
    nlp.add_pipe("olgu_sentences")
    nlp.max_length = _NO_LIMIT
    return nlp


def _attributes() -> dict[int, Callable[[str], str | bool]]:
    from spacy import attrs  # noqa: PLC0415 - see load
    from spacy.lang.lex_attrs import is_punct  # noqa: PLC0415
    from spacy.lang.tr.lex_attrs import _num_words, _ordinal_words  # noqa: PLC0415

    numbers = frozenset([*_num_words, *_ordinal_words, "buçuk", "yarım"])

    def is_number(text: str) -> bool:
        return lower(text) in numbers if text.isalpha() else _NUMBER.fullmatch(text) is not None

    def is_mark(text: str) -> bool:
        return not text[0].isalnum() and bool(is_punct(text))

    return {
        attrs.LOWER: lower,
        attrs.NORM: lower,
        attrs.IS_ALPHA: str.isalpha,
        attrs.IS_DIGIT: str.isdigit,
        attrs.IS_SPACE: str.isspace,
        attrs.IS_PUNCT: is_mark,
        attrs.LIKE_NUM: is_number,
    }
