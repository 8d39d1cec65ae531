"""A light view of a spaCy Doc for rules: plain words by sentence, made once per article.

Reading a spaCy token's attributes again and again from Python costs more than the rules themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from olgu.analyse.casing import lower

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")


TEXT_KEY = "olgu_text"
"""Where the tokenizer leaves the text in `Doc.user_data`: `Doc.text` joins it anew from every token on each access."""
NAMES_KEY = "olgu_names"
"""Where a model leaves names in `Doc.user_data`: (start, end, type, confidence), offsets in the text."""
WEIGHTS_KEY = "olgu_weights"
"""Where `Doc.user_data` names the weights of the rankers that suit an analysis, if not those of its kind."""
LINKS_KEY = "olgu_links"
"""Where a model leaves what it says of links in `Doc.user_data`: the slots and the rows of a `Links`, one for each
token that is no white space; as plain data, which spaCy can send to another process."""
SECOND_KEY = "olgu_second"
"""Where a second analysis of the same text lies in `Doc.user_data`, as a `Doc` of its own."""


class Word(NamedTuple):
    """A token: «Kore’den» has lower "kore’den", stem "kore" and suffix "den".

    A named tuple and no dataclass, because one is made for every token and a frozen dataclass takes four times as long.
    """

    text: str
    lower: str
    stem: str
    """Lower case, up to the apostrophe."""
    suffix: str
    """Lower case, after the apostrophe; "" where there is none."""
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True where the token holds a letter or a digit."""
        return any(c.isalnum() for c in self.text)


class Node(NamedTuple):
    """A word in the tree of its sentence, as a model has analysed it; `head` is the index of a word, -1 at the root."""

    upos: str
    case: str
    """Of UD: "Nom", "Acc" …; "" where it has none."""
    lemma: str
    rel: str
    head: int


@dataclass(frozen=True, slots=True)
class Links:
    """What a model says of words as quantities and as what belongs to one.

    `rows` is [words, slots × (2 × width + 1)]: for each of `slots` the word as a quantity, the word as what belongs to
    one, and how strongly it belongs, as a quantity, to no word at all.
    """

    slots: tuple[str, ...]
    rows: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence; offsets in the Doc's text; `index` counts from 0."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    tree: tuple[Node, ...] = ()
    """One for each word; empty where no model has analysed the text."""
    links: Links | None = field(default=None, compare=False, repr=False)
    """One row for each word; None where no model says anything of links."""


def text_of(doc: Doc) -> str:
    """Return the text of `doc` without joining it from its tokens where the Turkish tokenizer made it."""
    text = doc.user_data.get(TEXT_KEY)
    return text if isinstance(text, str) else doc.text


@lru_cache(maxsize=32768)
def _forms(text: str) -> tuple[str, str, str, str]:
    """Return text, lower, stem and suffix; all but the first are "" for white space."""
    if text.isspace():
        return text, "", "", ""
    low = lower(text)
    if low.isalpha():
        return text, low, low, ""
    parts = _APOSTROPHE.split(low, maxsplit=1)
    if len(parts) == 2 and parts[0] and parts[1].isalpha():
        return text, low, parts[0], parts[1]
    return text, low, low, ""


def sentences(doc: Doc) -> list[Sentence]:
    """Return the sentences of `doc` without white-space tokens; sentences of white space alone are left out."""
    new = tuple.__new__  # half the time of Word(…)
    text = text_of(doc)
    starts, ends, firsts = _bounds(doc)
    forms = map(_forms, [text[start:end] for start, end in zip(starts, ends, strict=True)])
    rows = [new(Word, (*form, start, end)) for form, start, end in zip(forms, starts, ends, strict=True)]
    result: list[Sentence] = []
    for first, last in pairwise((*firsts, len(rows))):
        words = tuple([word for word in rows[first:last] if word[1]])
        if words:
            result.append(Sentence(len(result), words[0].start, words[-1].end, words))
    return _with_trees(doc, result) if doc.has_annotation("DEP") else result


def _with_trees(doc: Doc, plain: list[Sentence]) -> list[Sentence]:
    """Put the analysis of a model beside the words."""
    rows = (token for token in doc if not token.is_space)
    slots, links = doc.user_data.get(LINKS_KEY, ((), None))
    at = 0
    result = []
    for sentence in plain:
        tokens = list(islice(rows, len(sentence.words)))
        place = {token.i: number for number, token in enumerate(tokens)}
        tree = tuple(
            Node(
                token.pos_,
                (token.morph.get("Case", []) or [""])[0],
                token.lemma_,
                token.dep_,
                -1 if token.head.i == token.i else place.get(token.head.i, -1),
            )
            for token in tokens
        )
        own = None if links is None else Links(tuple(slots), links[at : at + len(tokens)])
        at += len(tokens)
        result.append(replace(sentence, tree=tree, links=own))
    return result


def _bounds(doc: Doc) -> tuple[list[int], list[int], list[int]]:
    """Return start and end of every token, and the index of the first of every sentence, by one array access."""
    if not len(doc):
        return [], [], []
    table = doc.to_array(["LENGTH", "SPACY", "SENT_START"]).astype("int64")
    after = (table[:, 0] + table[:, 1]).cumsum()
    ends = after - table[:, 1]
    starts = ends - table[:, 0]
    firsts = (table[:, 2] == 1).nonzero()[0].tolist()
    return starts.tolist(), ends.tolist(), firsts if firsts[:1] == [0] else [0, *firsts]
