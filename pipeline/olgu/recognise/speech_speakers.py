"""Who it is that speaks: the subject, the name behind a participle, the source of a report, whom a title stands for."""

from __future__ import annotations

from dataclasses import dataclass

from olgu.article import Mention, Turn
from olgu.recognise.speech_clauses import Clause, Event, Name, subject_strength
from olgu.recognise.speech_grammar import grammar, source_case

_MEMORY = 2
"""Clauses for which a speaker is remembered."""
_ACROSS = 16
"""Words between a participle and the name behind it, or between a source noun and its possessor."""
_OPENING = 12
"""Words at the beginning of a clause among which its subject stands, if it is no name."""
_DATIVES = ("a", "e", "na", "ne", "ya", "ye")


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
    reporting: bool = False
    """True where `source` was cited with a verb in the passive, which the next one may go on with."""
    listing: int = 0
    """Clauses that are still taken from the source after «… raporuna göre:»."""
    statement: Mention | None = None
    """Whose statement is being quoted without quotation marks."""
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

    def cite(self, source: Mention, report: bool = False) -> None:
        """Remember `source` as in force; `report` where its report is told in the passive."""
        self.source = source
        self.source_age = -1
        self.reporting = report


class Speakers:
    """Finds speakers in one clause; `segment` is the index of the word where the stretch in hand begins."""

    def __init__(self, clause: Clause, memory: Memory) -> None:
        self._clause = clause
        self._memory = memory
        self.segment = 0

    def before(self, at: int) -> Name | None:
        """Return the subject between the segment's start and the verb at `at`: the first of the surest ones."""
        best: Name | None = None
        strength = 0
        for name in self._clause.names:
            if self.segment <= name.first and name.last < at:
                own = subject_strength(self._clause, name)
                if own > strength:
                    best, strength = name, own
        return best

    def behind(self, at: int) -> Mention | None:
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

    def inverted(self, event: Event) -> Mention | None:
        """Return the subject behind a finite verb: «“…” dedi Atalay»."""
        if event.form != "finite":
            return None
        for name in self._clause.names:
            if event.at < name.first <= event.at + 4 and subject_strength(self._clause, name):
                return name.mention
        return None

    def dropped(self, at: int) -> Mention | None:
        """Return the speaker where the verb has no subject of its own: the last one, or whom a title stands for."""
        words = self._clause.words
        for index in range(self.segment, min(at, self.segment + _OPENING)):
            closed = words[index + 1].text == ","
            if closed or index < self.segment + 2:
                if (generic := self.generic(index, index + 1) or self._kind(index)) is not None:
                    return generic
                if self._is_stranger(index) or (closed and self._is_unknown_name(index)):
                    return None
        return self._memory.recall()

    def _kind(self, at: int) -> Mention | None:
        """Return whom «havayolu şirketi» stands for, if `at` is its last word."""
        words = self._clause.words
        plain = at > 0 and words[at - 1].is_word and (words[at - 1].text.islower() or at - 1 == self.segment)
        return self._memory.organisation if plain and words[at].lower in grammar().kinds else None

    def _is_unknown_name(self, at: int) -> bool:
        """Tell whether a name ends at `at` that was not recognised: «kadın Maha Selame, …»."""
        word = self._clause.words[at]
        known = any(name.first <= at <= name.last for name in self._clause.names)
        return at > self.segment and word.text[0].isupper() and not word.suffix and not known

    def _is_stranger(self, at: int) -> bool:
        """Tell whether the word at `at` is a subject of its own: «Yetkililer», «Tanık,»."""
        words = self._clause.words
        plural = words[at].lower.endswith(("lar", "ler")) and (at == self.segment or words[at + 1].text == ",")
        return plural or words[at].lower in grammar().strangers

    def generic(self, first: int, last: int) -> Mention | None:
        """Return whom a title or «şirket» among the words `first`..`last` stands for."""
        words = grammar()
        for word in self._clause.words[first:last]:
            if words.persons.fullmatch(word.lower):
                return self._memory.person
            if words.organisations.fullmatch(word.lower):
                return self._memory.organisation
        return None

    def named_source(self, at: int) -> Mention | None:
        """Return the source before «göre» at `at`: «TÜİK'e göre», «Bakanlığın verilerine göre»."""
        for name in self._clause.names:
            if name.last == at - 1 and not name.bare and name.mention.type != "LOC":
                return name.mention
        noun = self._clause.words[at - 1].lower
        if source_case(noun) != "dative":
            return None
        source = self.possessor(at - 1) or self._topic(at)
        if source is not None and noun.startswith("haber") and (source.type == "PERSON" or self._is_media(source)):
            return None
        return source

    def _topic(self, at: int) -> Mention | None:
        """Return the body that a clause opens with: «THY, ilk çeyrek mali sonuçlarına göre, …»."""
        if self.segment or not self._clause.names:
            return None
        name = self._clause.names[0]
        body = name.mention.type == "ORG" and name.first == 0 and subject_strength(self._clause, name) >= 3
        return name.mention if body and at - name.last < _ACROSS else None

    def _is_media(self, source: Mention) -> bool:
        for name in self._clause.names:
            if name.mention == source:
                words = self._clause.words[name.first : name.last + 1]
                return " ".join(word.stem for word in words) in grammar().media
        return False

    def source_of_passive(self, at: int) -> Mention | None:
        """Return the source of «… belirtildi»: that of «X'in raporunda», else the one before, which goes on."""
        for index in range(self.segment, at):
            if source_case(self._clause.words[index].lower) == "locative":
                return self.possessor(index) or self.resumed()
        return self._memory.source if self._memory.source_age <= 0 and self._memory.reporting else None

    def possessor(self, noun: int) -> Mention | None:
        """Return the name that a source noun belongs to: «X'in raporunda», «X'ten yapılan açıklamada»."""
        words, carried = self._clause.words, False
        for name in reversed(self._clause.names):
            if name.last >= noun or name.first < self.segment:
                continue
            if noun - name.last > _ACROSS or any(word.text in ",;" for word in words[name.last + 1 : noun]):
                break
            if self._is_carrier(name):
                carried = True
                if (body := self.generic(self.segment, noun)) is not None:
                    return body
                continue
            if name.mention.type != "LOC" and words[name.last].suffix not in _DATIVES and not self._bracketed(name):
                return name.mention
        return self._memory.organisation if carried else self.generic(max(self.segment, noun - 4), noun)

    def _is_carrier(self, name: Name) -> bool:
        """Tell whether `name` is only where the words are laid down: «KAP'a yapılan açıklama»."""
        words = self._clause.words[name.first : name.last + 1]
        return " ".join(word.stem for word in words) in grammar().platforms

    def _bracketed(self, name: Name) -> bool:
        return name.first > 0 and self._clause.words[name.first - 1].text == "("

    def resumed(self) -> Mention | None:
        """Return the last source where the clause opens with «Açıklamada», «Raporda»."""
        words = self._clause.words
        if any(source_case(word.lower) == "locative" for word in words[self.segment : self.segment + 3]):
            return self._memory.source or self._memory.recall()
        return None

    def is_resuming(self, at: int) -> bool:
        """Tell whether the word at `at` points back to a source: «Buna göre», «Rapora göre»."""
        word = self._clause.words[at].lower
        rules = grammar()
        if any(other.lower in rules.unsourced for other in self._clause.words[max(0, at - 2) : at]):
            return False
        return word == "buna" or (at < 4 and source_case(word) == "dative" and word.startswith(rules.resuming))
