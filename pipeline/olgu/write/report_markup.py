"""Article text with facts, names and what is measured marked in place; spans may overlap in any way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markupsafe import Markup

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters and those that reorder the line: shown by their number, lest they hide or turn the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: a fact (its kind), what a fact measures, or a name (its type)."""

    start: int
    end: int
    sort: str
    """ "fact", "what" or "name"."""
    label: str
    """Kind of a fact, type of a name; becomes a class."""
    number: int = -1
    """Number of the fact."""
    title: str = ""
    """What hovering a fact shows where no script does."""


def marked(text: str, marks: Iterable[Mark], prefix: str = "f") -> Markup:
    """Return `text` as HTML; a fact is a `<mark>` that can be focused, with the id `prefix` and its number.

    An empty `prefix` gives marks without id and focus, for where no script answers them.

    Where spans overlap the text is cut at their ends, and each piece carries all that covers it: every `<mark>` names
    its facts in `data-f`, every piece of a `what` names its facts in `data-w`.
    """
    opened: set[int] = set()
    pieces = [_piece(text[start:end], active, opened, prefix) for start, end, active in _segments(text, list(marks))]
    return Markup("".join(pieces))


def visible(text: str) -> Markup:
    """Return `text` as HTML in which characters that are not seen show their number."""
    return Markup(_visible(text))


def plain(text: object) -> str:
    """Return a text for an attribute or a heading: what is not seen becomes U+FFFD."""
    return _UNSEEN.sub("\ufffd", str(text))


def _segments(text: str, marks: list[Mark]) -> Iterator[tuple[int, int, Sequence[Mark]]]:
    """Cut the text where any mark starts or ends; yield each piece with the marks that cover it."""
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    starts = sorted(kept, key=lambda mark: mark.start, reverse=True)
    cuts = sorted({0, len(text), *(mark.start for mark in kept), *(mark.end for mark in kept)})
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while starts and starts[-1].start <= start:
            active.append(starts.pop())
        yield start, end, active


def _visible(text: str) -> str:
    """Plain strings and one `Markup` at the end: joining `Markup` took most of the time of a report."""
    return _UNSEEN.sub(lambda match: f'<span class="cc" data-u="U+{ord(match[0]):04X}"></span>', escape(text))


def _piece(text: str, active: Sequence[Mark], opened: set[int], prefix: str) -> str:
    inner = _visible(text)
    if not active:
        return inner
    facts = [mark for mark in active if mark.sort == "fact"]
    whats = sorted({mark.number for mark in active if mark.sort == "what"})
    names = [mark for mark in active if mark.sort == "name"]
    classes = [facts[0].label] if facts else []
    classes += ["n", names[0].label] if names else []
    classes += ["w"] if whats else []
    attributes = [("class", " ".join(classes))]
    attributes += [("title", names[0].label)] if names and not facts else []
    attributes += [("data-w", " ".join(map(str, whats)))] if whats else []
    attributes += _fact_attributes(facts, opened, prefix)
    told = " ".join(f'{name}="{escape(value)}"' for name, value in attributes)
    tag = "mark" if facts else "span"
    return f"<{tag} {told}>{inner}</{tag}>"


def _fact_attributes(facts: Sequence[Mark], opened: set[int], prefix: str) -> Iterator[tuple[str, str]]:
    """The first piece of a fact takes the focus for it."""
    if not facts:
        return
    yield "data-f", " ".join(str(mark.number) for mark in facts)
    if facts[0].title:
        yield "title", facts[0].title
    fresh = [mark.number for mark in facts if mark.number not in opened]
    opened.update(fresh)
    if fresh and prefix:
        yield from (("id", f"{prefix}{fresh[0]}"), ("tabindex", "0"), ("role", "button"))
