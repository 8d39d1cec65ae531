"""Names of persons, organisations and places (gold guide, section 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from olgu.analyse.casing import UPPER, lower
from olgu.analyse.words import NAMES_KEY, Sentence, sentences, text_of
from olgu.article import Mention
from olgu.recognise import name_compounds, name_memory, name_model, name_page, name_rules
from olgu.recognise.name_words import abbreviations, words

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ACRONYM = re.compile(rf"\(([{UPPER}]{{2,6}})\)")
_LONGEST_TERM = 120
"""Characters of the longest term that has an acronym."""


def find(doc: Doc, view: Sequence[Sentence] | None = None) -> list[Mention]:
    """Return the names in `doc`, sorted, never overlapping; spans are without title and without apostrophe suffix.

    Where a model has read `doc`, its names and those of the rules are put together. `view` is `sentences(doc)`, for
    those who have it already.
    """
    read = doc.user_data.get(NAMES_KEY)
    view = sentences(doc) if view is None else view
    found = ruled(doc, view)
    text = text_of(doc)
    if read:
        found = name_model.recall(text, view, name_model.combine(found, name_model.whole(text, found, read)))
    things = _things(text)
    return [name for name in found if text[name.start : name.end] not in things] if things else found


def _things(text: str) -> set[str]:
    """Return the acronyms that the text forms of words in lower case: «insansız hava aracı (İHA)» is no agency."""
    found: set[str] = set()
    for match in _ACRONYM.finditer(text):
        letters = lower(match[1])
        term = text[max(0, match.start() - _LONGEST_TERM) : match.start()].split()[-len(letters) :]
        if "".join(word[0] for word in term) == letters:
            found.add(match[1])
    return found


def ruled(doc: Doc, view: Sequence[Sentence]) -> list[Mention]:
    """Return the names in `doc` by rule alone."""
    text = text_of(doc)
    page = name_page.lay_out(words(text, {sentence.start for sentence in view}))
    for take in (
        name_compounds.compounds,
        name_rules.long_names,
        name_rules.employers,
        name_rules.persons,
        name_memory.short_firms,
        name_rules.known_names,
        name_memory.acronyms,
        name_memory.recall,
        name_rules.speakers,
        name_memory.guess,
        name_memory.recall,
    ):
        take(page)
    mentions: list[Mention] = []
    for found in sorted(page.found, key=lambda item: item.first):
        if found.type is not None:
            last = page.words[found.last]
            dotted = last.low in abbreviations() and text[last.end : last.end + 1] == "."  # «Apple Inc.»
            mentions.append(Mention(page.words[found.first].start, last.end + dotted, found.type, found.rule))
    return mentions
