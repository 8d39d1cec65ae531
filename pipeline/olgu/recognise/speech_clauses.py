"""A sentence as the rules of attribution see it: words outside quotations, names on them, verbs of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from olgu.analyse.words import Sentence, Word
from olgu.article import Mention
from olgu.recognise.speech_grammar import Form, grammar, may_attribute, publishes, source_case, verb_form
from olgu.recognise.speech_quotes import Quotation

_SHORT_QUOTE = 24
"""Characters: quoted words («“powership” isimli gemi»), no quoted speech."""
_LONGEST = 1500
"""Words: what is longer is a list or a table without full stops, and the rules would take time with its square."""
_STOPS = frozenset([",", ";", ":", "“", '"', "‘", "'", "«", "”", "»", "(", "-", "–", "—"])
_AFTER_SUBJECT = frozenset(["ise", "de", "da"])
_NO_SUBJECT = frozenset(
    [
        "gibi",
        "için",
        "hakkında",
        "tarafından",
        "adına",
        "dahil",
        "dışında",
        "kadar",
        "üzerinden",
        "ile",
        "göre",
        "adlı",
        "isimli",
    ]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention on the words `first`..`last` of a clause."""

    mention: Mention
    first: int
    last: int
    bare: bool
    """No suffix on it: may be a subject."""


@dataclass(frozen=True, slots=True)
class Event:
    """A word that attributes: `at` is its index among the clause's words."""

    at: int
    form: Form


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence, or several that a quotation holds together; `words` are those outside quotations."""

    start: int
    end: int
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quotation, ...]

    def events(self) -> list[Event]:
        """Return the words that attribute, in order."""
        lower = ["", "", *(word.lower for word in self.words)]
        found: list[Event] = []
        for at, low in enumerate(lower[2:]):
            if may_attribute(low) and (form := _form(low, lower[at + 1], lower[at])):
                found.append(Event(at, form))
        return found


def _form(word: str, before: str, two_before: str) -> Form | None:
    if word == "göre":
        return "according"
    if publishes(word) and source_case(before) == "accusative":
        return "publishing"
    return verb_form(word, before, two_before)


def clauses(sentences: Sequence[Sentence], quotes: Sequence[Quotation], names: Sequence[Mention]) -> Iterable[Clause]:
    """Join the sentences that a quotation runs through and yield them as clauses."""
    named = {(name.start, name.end) for name in names}
    spoken = [
        quote
        for quote in quotes
        if quote.end - quote.start > _SHORT_QUOTE and (quote.start + 1, quote.end - 1) not in named
    ]
    ends = [quote.end for quote in spoken]
    name_starts = [name.start for name in names]
    at = 0
    while at < len(sentences):
        first, start = at, sentences[at].start
        end = sentences[at].end
        low = bisect_left(ends, start + 1)
        high = low
        while True:
            while high < len(spoken) and spoken[high].start < end:
                high += 1
            if high == low or spoken[high - 1].end <= end or at + 1 >= len(sentences):
                break
            at += 1
            end = sentences[at].end
        at += 1
        if sum(len(sentence.words) for sentence in sentences[first:at]) > _LONGEST:
            continue
        inside = tuple(spoken[low:high])
        words = _outside([word for sentence in sentences[first:at] for word in sentence.words], inside)
        mentions = names[bisect_left(name_starts, start) : bisect_left(name_starts, end)]
        yield Clause(start, end, words, tuple(_seat(words, mentions)), inside)


def _outside(words: list[Word], quotes: tuple[Quotation, ...]) -> tuple[Word, ...]:
    """Leave the words inside quotations out; their opening marks stay."""
    if not quotes:
        return tuple(words)
    kept: list[Word] = []
    at = 0
    for word in words:
        while at < len(quotes) and quotes[at].end <= word.start:
            at += 1
        if at == len(quotes) or word.start <= quotes[at].start:
            kept.append(word)
    return tuple(kept)


def _seat(words: tuple[Word, ...], mentions: Sequence[Mention]) -> Iterable[Name]:
    starts = [word.start for word in words] if mentions else []
    for mention in mentions:
        first = bisect_left(starts, mention.start)
        if first == len(words) or words[first].start != mention.start:
            continue  # inside a quotation
        last = max(first, bisect_left(starts, mention.end) - 1)
        yield Name(mention, first, last, words[last].end == mention.end)


def subject_strength(clause: Clause, name: Name) -> int:
    """Return how surely `name` is the subject of its sentence: 3 with its comma, 1 perhaps, 0 not."""
    words = clause.words
    at = _behind_brackets(words, name.last + 1)
    if not name.bare or at >= len(words) or words[at].lower in _NO_SUBJECT:
        return 0
    following = words[at]
    person = name.mention.type == "PERSON"
    if name.mention.type == "LOC" and following.lower in grammar().organs:
        return 3 if words[min(at + 1, len(words) - 1)].lower in (",", "ise", "de", "da") else 2
    if following.lower in _STOPS or following.lower in _AFTER_SUBJECT:
        return 3 if person or not _listed(clause, name, at) else 0
    if person:
        return 2
    modifier = name.mention.type == "LOC" or following.text[0].isupper() or _possessed(following.lower)
    return 0 if modifier else 1


def _behind_brackets(words: tuple[Word, ...], at: int) -> int:
    if at < len(words) and words[at].text == "(":
        for close in range(at, min(at + 8, len(words))):
            if words[close].text == ")":
                return close + 1
    return at


def _listed(clause: Clause, name: Name, at: int) -> bool:
    """Tell whether another name follows the comma: «Almanya, Fransa ve İtalya»."""
    return any(other.first == at + 1 and other.bare for other in clause.names)


def _possessed(word: str) -> bool:
    return (
        word.endswith(("sı", "si", "su", "sü", "ları", "leri", "nın", "nin", "ın", "in"))
        or source_case(word) is not None
    )
