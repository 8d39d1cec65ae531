"""The spaCy `Language` of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_NO_LIMIT = 1 << 40
"""spaCy's limit of a million characters protects its parser; no component here needs memory per character."""


def load() -> Language:
    """Return a Turkish `Language` that tokenises and sets sentence starts."""
    import spacy  # noqa: PLC0415 - importing spaCy takes most of a second

    import olgu.analyse.sentences  # noqa: F401, PLC0415 - registers the tokenizer and the component

    nlp = spacy.blank("tr", config={"nlp": {"tokenizer": {"@tokenizers": "olgu.Tokenizer.v1"}}})
    nlp.add_pipe("olgu_sentences")
    nlp.max_length = _NO_LIMIT
    return nlp
