"""The spaCy `Language` of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load() -> Language:
    """Return a Turkish `Language` that tokenises and sets sentence starts."""
    import spacy  # noqa: PLC0415 - importing spaCy takes most of a second

    nlp = spacy.blank("tr")
    nlp.add_pipe("sentencizer")
    return nlp
