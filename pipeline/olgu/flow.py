"""READ FIRST: the stages in order, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.article import Article, Document

if TYPE_CHECKING:
    from spacy.language import Language


def process(article: Article, nlp: Language) -> Document:
    """Take one article through the flow."""
    return Document(article)
