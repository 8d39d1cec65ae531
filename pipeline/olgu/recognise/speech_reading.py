"""The rules of attribution over one clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from olgu.article import Mention, Turn
from olgu.recognise.speech_clauses import Clause, Event, Name, subject_strength
from olgu.recognise.speech_grammar import grammar, source_case

_MEMORY = 2
"""Clauses for which a speaker is remembered."""
_ACROSS = 16
_HEARSAY = tuple(f"{stem}{plural}" for stem in ("mış", "miş", "muş", "müş") for plural in ("", "lar", "ler"))
_DATIVES = ("a", "e", "na", "ne", "ya", "ye")
"""Words between a participle and the name behind it, or between a source noun and its possessor."""


@dataclass(slots=True)
class Memory:
    """Who spoke and who was named in the clauses before."""

    speaker: Mention | None = None
    source: Mention | None = None
    person: Mention | None = None
    organisation: Mention | None = None
    """The one an article is about, for «şirket», «kurum»: the last that spoke, else the first that was named."""
    source_age: int = 99
    """Clauses since `source` was in force."""
    listing: bool = False
    """True after «… raporuna göre:»: what follows is all from the source."""
    age: int = 99
    """Clauses since `speaker` spoke."""
    announced: bool = False
    """True where the clause before ended with a colon."""

    def recall(self) -> Mention | None:
        """Return the last speaker if he spoke just now."""
        return self.speaker if self.age <= _MEMORY else None

    def note(self, clause: Clause, found: list[Turn], speaker: Mention | None) -> None:
        """Remember what `clause` said."""
        self.age = 0 if found else self.age + 1
        self.source_age += 1
        self.announced = bool(found) and bool(clause.words) and clause.words[-1].text == ":"
        if speaker is not None:
            self.speaker = speaker
        for name in clause.names:
            if name.mention.type == "PERSON":
                self.person = name.mention
            elif name.mention.type == "ORG" and self.organisation is None:
                self.organisation = name.mention
        if speaker is not None and speaker.type == "ORG":
            self.organisation = speaker
        elif speaker is not None and speaker.type == "PERSON":
            self.person = speaker

    def cite(self, source: Mention) -> None:
        """Remember `source` as in force."""
        self.source = source
        self.source_age = -1


class Reading:
    """Reads one clause from left to right: each word that attributes ends a stretch that has a speaker."""

    def __init__(self, clause: Clause, memory: Memory) -> None:
        self._clause = clause
        self._memory = memory
        self._segment = 0
        self._subject: Mention | None = None
        self._open: tuple[int, Mention] | None = None
        self._found: list[Turn] = []

    def turns(self) -> list[Turn]:
        """Return the turns of the clause and note its speaker in the memory."""
        for event in self._clause.events():
            self._read(event)
        if self._open:
            self._emit(self._open[0], self._clause.end, self._open[1], "according")
        self._quotes()
        self._resume()
        self._memory.note(self._clause, self._found, self._subject)
        return self._found

    def _read(self, event: Event) -> None:
        match event.form:
            case "according":
                self._according(event.at)
                return
            case "publishing":
                self._publishing(event.at)
                return
            case "participle":
                self._participle(event.at, silent=False)
            case "introducing":
                self._participle(event.at, silent=True)
            case "finite" | "converb":
                self._verb(event)
            case "passive":
                self._passive(event.at)
            case "passive_participle":
                self._passive_participle(event.at)
        self._segment = event.at + 1

    # stretches

    def _start(self) -> int:
        words = self._clause.words
        return self._clause.start if self._segment == 0 else words[min(self._segment, len(words) - 1)].start

    def _end(self, at: int) -> int:
        return self._clause.words[at].end

    def _emit(self, start: int, end: int, speaker: Mention, rule: str) -> None:
        if start < end:
            self._found.append(Turn(start, end, speaker.start, speaker.end, rule))

    def _close_source(self, at: int) -> Mention | None:
        """End the stretch of a «göre» before the word `at`; return its source."""
        if self._open is None:
            return None
        start, source = self._open
        self._open = None
        self._emit(start, self._clause.words[at].start - 1, source, "according")
        return source

    # forms

    def _participle(self, at: int, silent: bool) -> None:
        self._close_source(at)
        speaker = self._behind(at) or self._generic(at + 1, at + 4)
        if speaker is not None:
            if not silent:
                self._emit(self._start(), self._end(at), speaker, "participle")
            self._subject = speaker

    def _verb(self, event: Event) -> None:
        source = self._close_source(event.at)
        own = self._before(event.at)
        start = self._start()
        if own is not None:
            self._subject = own.mention
            if not any(start <= quote.start < own.mention.start for quote in self._clause.quotes):
                start = max(start, own.mention.end)
        elif self._subject is None:
            self._subject = self._inverted(event) or self._dropped(event.at) or source
        if self._subject is not None:
            self._emit(start, self._end(event.at), self._subject, event.form)

    def _publishing(self, at: int) -> None:
        own = self._before(at)
        if own is not None:
            self._memory.cite(own.mention)

    def _passive(self, at: int) -> None:
        source = self._close_source(at) or self._source_of_passive(at)
        if source is not None:
            self._emit(self._start(), self._end(at), source, "passive")
            self._memory.cite(source)
            self._subject = source

    def _passive_participle(self, at: int) -> None:
        words = self._clause.words
        if not any(source_case(word.lower) for word in words[at + 1 : at + 4]):
            return
        source = self._memory.source or self._memory.recall()
        if source is not None:
            self._emit(self._start(), self._end(at), source, "passive")
            self._memory.cite(source)
            self._subject = source

    def _according(self, at: int) -> None:
        words = self._clause.words
        if at == 0 or words[at - 1].lower in grammar().bases:
            return
        source = self._named_source(at)
        if source is None and self._is_resuming(at - 1):
            source = self._memory.source or self._memory.recall()
        if source is not None:
            self._open = (self._start_of_source(at), source)
            self._memory.cite(source)
            self._memory.listing = at + 2 >= len(words) and words[-1].text in ":;"

    def _start_of_source(self, at: int) -> int:
        """Return where the clause with «göre» at `at` begins: behind the last comma before its source."""
        words = self._clause.words
        for index in range(at - 1, self._segment, -1):
            if words[index].text == ",":
                return words[index + 1].start
        return self._start()

    # who

    def _before(self, at: int) -> Name | None:
        """Return the subject between the segment's start and the verb at `at`: the first of the surest ones."""
        best: Name | None = None
        strength = 0
        for name in self._clause.names:
            if self._segment <= name.first and name.last < at:
                own = subject_strength(self._clause, name)
                if own > strength:
                    best, strength = name, own
        return best

    def _behind(self, at: int) -> Mention | None:
        """Return the name that a participle at `at` modifies: «belirten HAVELSAN Genel Müdürü Atalay,»."""
        words = self._clause.words
        limit = min(len(words), at + _ACROSS)
        for stop in range(at + 1, limit):
            if words[stop].text in ',;:“"”' and words[stop - 1].lower not in ("ve",):
                limit = stop
                break
        inside = [name for name in self._clause.names if at < name.first and name.last < limit]
        for name in inside:
            if name.mention.type == "PERSON":
                return name.mention
        for name in inside:
            if subject_strength(self._clause, name):
                return name.mention
        return None

    def _inverted(self, event: Event) -> Mention | None:
        if event.form != "finite":
            return None
        for name in self._clause.names:
            if event.at < name.first <= event.at + 4 and subject_strength(self._clause, name):
                return name.mention
        return None

    def _dropped(self, at: int) -> Mention | None:
        """Return the speaker where the verb has no subject of its own: the last one, or whom a title stands for."""
        generic = self._generic(self._segment, at)
        if generic is not None:
            return generic
        words = self._clause.words
        for index in range(self._segment, min(at, self._segment + 6)):
            plural = words[index].lower.endswith(("lar", "ler"))
            if plural and (index == self._segment or words[index + 1].text == ","):
                return None
        return self._memory.recall()

    def _generic(self, first: int, last: int) -> Mention | None:
        words = grammar()
        for word in self._clause.words[first:last]:
            if words.persons.fullmatch(word.lower):
                return self._memory.person
            if words.organisations.fullmatch(word.lower):
                return self._memory.organisation
        return None

    def _named_source(self, at: int) -> Mention | None:
        """Return the source before «göre» at `at`: «TÜİK'e göre», «Bakanlığın verilerine göre»."""
        for name in self._clause.names:
            if name.last == at - 1 and not name.bare and name.mention.type != "LOC":
                return name.mention
        noun = self._clause.words[at - 1].lower
        source = self._possessor(at - 1) if source_case(noun) == "dative" else None
        if source is not None and noun.startswith("haber") and self._is_media(source):
            return None
        return source

    def _is_media(self, source: Mention) -> bool:
        for name in self._clause.names:
            if name.mention == source:
                words = self._clause.words[name.first : name.last + 1]
                return " ".join(word.stem for word in words) in grammar().media
        return False

    def _source_of_passive(self, at: int) -> Mention | None:
        """Return the source of «… belirtildi»: that of «X'in raporunda», else the one before, which goes on."""
        for index in range(self._segment, at):
            if source_case(self._clause.words[index].lower) == "locative":
                return self._possessor(index) or self._resumed()
        return self._memory.source if self._memory.source_age <= 0 else None

    def _possessor(self, noun: int) -> Mention | None:
        """Return the name that a source noun belongs to: «X'in raporunda», «X'ten yapılan açıklamada»."""
        words = self._clause.words
        for name in reversed(self._clause.names):
            if name.last >= noun or name.first < self._segment:
                continue
            if noun - name.last > _ACROSS or any(word.text in ",;" for word in words[name.last + 1 : noun]):
                break
            if self._is_carrier(name):
                return self._generic(self._segment, noun) or self._memory.organisation
            if name.mention.type != "LOC" and words[name.last].suffix not in _DATIVES and not self._bracketed(name):
                return name.mention
        return self._generic(max(self._segment, noun - 4), noun)

    def _is_carrier(self, name: Name) -> bool:
        """Tell whether `name` is only where the words are laid down: «KAP'a yapılan açıklama»."""
        words = self._clause.words[name.first : name.last + 1]
        return " ".join(word.stem for word in words) in grammar().platforms

    def _bracketed(self, name: Name) -> bool:
        return name.first > 0 and self._clause.words[name.first - 1].text == "("

    def _resumed(self) -> Mention | None:
        """Return the last source where the clause opens with «Açıklamada», «Raporda»."""
        words = self._clause.words
        if any(source_case(word.lower) == "locative" for word in words[self._segment : self._segment + 3]):
            return self._memory.source or self._memory.recall()
        return None

    def _is_resuming(self, at: int) -> bool:
        word = self._clause.words[at].lower
        return word == "buna" or (at < 4 and source_case(word) == "dative")

    # what no verb of the clause covers

    def _quotes(self) -> None:
        for quote in self._clause.quotes:
            if any(turn.start <= quote.start and quote.end <= turn.end for turn in self._found):
                continue
            speaker = self._subject or self._introduced(quote.start) or self._continued()
            if speaker is not None:
                self._emit(quote.start, quote.end, speaker, "quotation")
                self._subject = speaker

    def _introduced(self, start: int) -> Mention | None:
        """Return the subject right before a quotation, «Yılmaz, “…”», or who is named before a colon."""
        before = [name for name in self._clause.names if name.mention.end <= start]
        for name in reversed(before):
            if subject_strength(self._clause, name) >= 2:
                return name.mention
        colon = any(word.text == ":" and 0 <= start - word.end <= 3 for word in self._clause.words)
        people = [name.mention for name in before if name.mention.type == "PERSON"]
        return people[-1] if colon and people else None

    def _continued(self) -> Mention | None:
        alone = len(self._clause.words) <= 2
        if self._memory.announced or (alone and self._memory.age <= 1):
            return self._memory.speaker
        return None

    def _resume(self) -> None:
        """«Raporda …» without a verb of speech goes on with the source before."""
        if self._found:
            return
        source = self._resumed() if self._memory.age <= 1 else None
        if source is None and (self._memory.listing or self._hearsay()) and self._memory.source_age <= 1:
            source = self._memory.source
        if source is not None:
            self._emit(self._clause.start, self._clause.end, source, "resumed")
            self._memory.cite(source)
            self._subject = source

    def _hearsay(self) -> bool:
        """Tell whether the clause ends in -miş: «… yüzde 5 azalmış.»"""
        words = [word.lower for word in self._clause.words[-3:] if word.is_word]
        return bool(words) and words[-1].endswith(_HEARSAY)


def read(clause: Clause, memory: Memory) -> Iterator[Turn]:
    """Yield the turns of `clause`; `memory` is brought up to date."""
    yield from Reading(clause, memory).turns()
