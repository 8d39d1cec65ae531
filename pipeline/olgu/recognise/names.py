"""Names of persons, organisations and places by rule (gold guide, section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.article import Mention
from olgu.recognise import name_compounds, name_memory, name_page, name_rules
from olgu.recognise.name_words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: Doc) -> list[Mention]:
    """Return the names in `doc`, sorted, never overlapping; spans are without title and without apostrophe suffix."""
    page = name_page.lay_out(words(doc))
    name_compounds.compounds(page)
    name_rules.long_names(page)
    name_rules.persons(page)
    name_rules.known_names(page)
    name_memory.acronyms(page)
    name_memory.recall(page)
    name_memory.guess(page)
    name_memory.recall(page)
    found = sorted(page.found, key=lambda item: item.first)
    return [Mention(page.words[f.first].start, page.words[f.last].end, f.type, f.rule) for f in found if f.type]
