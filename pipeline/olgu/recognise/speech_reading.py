"""The rules of attribution over one clause."""

from __future__ import annotations

from olgu.analyse.morphology import verb
from olgu.article import Mention, Turn
from olgu.recognise.speech_clauses import Clause, Event, subject_strength
from olgu.recognise.speech_grammar import grammar, source_case
from olgu.recognise.speech_speakers import Memory, Speakers

_HEARSAY = tuple(f"{stem}{plural}" for stem in ("mış", "miş", "muş", "müş") for plural in ("", "lar", "ler"))

_SAYING = ("dedi", "diy", "demi", "demek", "derken", "deyip")
_OPENING = ("“", '"', "«", "„")
_CLOSING = ("”", '"', "'", "’", "»")
_GAP = 8
"""Clauses after which a report may still go on in -miş; 4 are worse on the training articles, 14 no better."""
_LABEL = 4
"""Words before the colon of a row of a list."""
_LONGEST_ROW = 12
"""Words of a row, and of the line that heads a list."""
_LONGEST_LIST = 12
"""Clauses behind «… raporuna göre:» that are taken from the source."""


class Reading:
    """Reads one clause from left to right: each word that attributes ends a stretch that has a speaker."""

    def __init__(self, clause: Clause, memory: Memory) -> None:
        self._clause = clause
        self._memory = memory
        self._who = Speakers(clause, memory)
        self._subject: Mention | None = None
        self._open: tuple[int, Mention] | None = None
        self._found: list[Turn] = []

    def turns(self) -> list[Turn]:
        """Return the turns of the clause and note its speaker in the memory."""
        for event in self._clause.events():
            self._read(event)
        if self._open:
            self._emit(self._open[0], self._clause.end, self._open[1], "according")
        self._state()
        self._quotes()
        self._resume()
        self._looked_into()
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
            case "finite" | "converb" | "announcing":
                self._verb(event)
            case "passive" | "citing":
                self._passive(event)
            case "passive_participle":
                self._passive_participle(event.at)
        self._who.segment = event.at + 1

    # stretches

    def _start(self) -> int:
        words = self._clause.words
        return self._clause.start if self._who.segment == 0 else words[min(self._who.segment, len(words) - 1)].start

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
        speaker = self._who.behind(at) or self._who.generic(at + 1, at + 4)
        if speaker is not None:
            if not silent:
                self._emit(self._start(), self._end(at), speaker, "participle")
            self._subject = speaker

    def _verb(self, event: Event) -> None:
        source = self._close_source(event.at)
        own = self._who.before(event.at)
        start = self._start()
        if own is not None:
            self._subject = own.mention
            if not any(start <= quote.start < own.mention.start for quote in self._clause.quotes):
                start = max(start, own.mention.end)
            if self._clause.words[event.at - 1].lower.startswith(grammar().reports):
                self._memory.cite(own.mention)  # «… raporla belgeliyor»
        else:
            start = self._start_of_saying(event.at, start)
            if self._subject is None:
                self._subject = self._who.inverted(event) or self._who.dropped(event.at) or source
        if self._subject is not None and event.form != "announcing":
            self._emit(start, self._end(event.at), self._subject, event.form)

    def _start_of_saying(self, at: int, start: int) -> int:
        """Return where the quotation right before «dedi» at `at` begins; `start` for other verbs."""
        words = self._clause.words
        if not words[at].lower.startswith(_SAYING):
            return start
        if words[at - 1].text in _CLOSING and at >= 2:  # a short quotation, whose words are in the clause
            return words[at - 1].start
        quotes = [quote for quote in self._clause.quotes if 0 <= words[at].start - quote.end <= 1]
        return quotes[-1].start if quotes else start

    def _publishing(self, at: int) -> None:
        own = self._who.before(at)
        if own is not None:
            self._memory.cite(own.mention)

    def _passive(self, event: Event) -> None:
        source = self._close_source(event.at) or self._who.source_of_passive(event.at)
        if source is not None:
            if event.form == "passive":
                self._emit(self._start(), self._end(event.at), source, "passive")
            self._memory.cite(source, report=True)
            self._subject = source

    def _passive_participle(self, at: int) -> None:
        words = self._clause.words
        if not any(source_case(word.lower) for word in words[at + 1 : at + 4]):
            return
        source = self._memory.source or self._memory.recall()
        if source is not None:
            self._emit(self._start(), self._end(at), source, "passive")
            self._memory.cite(source, report=True)
            self._subject = source

    def _according(self, at: int) -> None:
        words = self._clause.words
        if at == 0 or words[at - 1].lower in grammar().bases:
            return
        source = self._who.named_source(at)
        if source is None and self._who.is_resuming(at - 1):
            source = self._memory.source or self._memory.recall()
        if source is not None:
            self._open = (self._start_of_source(at), source)
            self._memory.cite(source, report=True)
            self._memory.listing = _LONGEST_LIST if at + 2 >= len(words) and words[-1].text in ":;" else 0

    def _start_of_source(self, at: int) -> int:
        """Return where the clause with «göre» at `at` begins: behind the last comma before its source."""
        words = self._clause.words
        for index in range(at - 1, self._who.segment, -1):
            if words[index].text == ",":
                return words[index + 1].start
        return self._start()

    # what no verb of the clause covers

    def _quotes(self) -> None:
        for quote in self._clause.quotes:
            if any(turn.start <= quote.start and quote.end <= turn.end for turn in self._found):
                continue
            speaker = self._subject or self._introduced(quote.start) or self._continued()
            if speaker is not None:
                self._emit(quote.start, quote.end, speaker, "quotation")
                self._subject = speaker

    def _state(self) -> None:
        """«Şirketten KAP'a gönderilen açıklama şöyle: …»: the rest of the article is the statement, till others speak.

        One in quotation marks is a quotation like any other, whose speaker is known.
        """
        memory, words, rules = self._memory, self._clause.words, grammar()
        for at in range(2, len(words)):
            if words[at].text != ":" or " ".join(word.lower for word in words[at - 2 : at]) not in rules.following:
                continue
            noun = next((i for i in range(at - 2, max(at - 7, -1), -1) if words[i].lower.startswith(rules.stated)), -1)
            quoted = any(words[at].end <= quote.start <= words[at].end + 2 for quote in self._clause.quotes)
            if noun < 0:
                continue
            if quoted or (at + 1 < len(words) and words[at + 1].text in _OPENING):
                self._subject = self._subject or self._who.possessor(noun)
                continue
            memory.statement = self._who.possessor(noun)
            if memory.statement is not None:
                self._emit(words[at].end, self._clause.end, memory.statement, "statement")
            return
        if memory.statement is None:
            return
        if any(turn.speaker_start != memory.statement.start for turn in self._found) or self._clause.quotes:
            memory.statement = None
        else:
            self._emit(self._clause.start, self._clause.end, memory.statement, "statement")

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
        memory = self._memory
        source = self._who.resumed() if memory.age <= 1 else None
        if source is None and (
            (memory.source_age <= 1 and memory.listing > 0)
            or (memory.source_age <= _GAP and self._hearsay())
            or (memory.source_age <= _GAP and self._is_of_report())
        ):
            source = memory.source
            memory.listing -= 1
        if source is not None:
            self._emit(self._clause.start, self._clause.end, source, "resumed")
            self._memory.cite(source, report=self._is_of_report())
            self._subject = source

    def _looked_into(self) -> None:
        """Cite whose report a clause names without telling from it: «Adalet Bakanlığı verilerini inceledim»."""
        if self._found:
            return
        for at, word in enumerate(self._clause.words):
            if source_case(word.lower) is not None and word.lower.startswith(grammar().reports):
                source = self._who.possessor(at)
                if source is not None and source.type == "ORG":
                    self._memory.cite(source)
                    return

    def _is_of_report(self) -> bool:
        """Tell whether the clause belongs to a list of the body whose report is being told."""
        source = self._memory.source
        return source is not None and source.type == "ORG" and self._memory.reporting and self._is_listed()

    def _is_listed(self) -> bool:
        """Tell whether the clause is a line that heads a list or a row of it: «Yıllara göre dağılımı:», «2023: 51»."""
        words = self._clause.words
        colon = next((at for at, word in enumerate(words) if word.text == ":"), -1)
        if not 0 < colon < len(words) <= _LONGEST_ROW or self._clause.quotes:
            return False
        told = verb(words[colon - 1].lower)
        labelled = colon <= _LABEL or colon == len(words) - 1
        people = any(name.mention.type == "PERSON" for name in self._clause.names)
        return labelled and not people and (told is None or told.form != "finite")

    def _hearsay(self) -> bool:
        """Tell whether the clause ends in -miş: «… yüzde 5 azalmış.»"""
        words = [word.lower for word in self._clause.words[-3:] if word.is_word]
        return bool(words) and words[-1].endswith(_HEARSAY)
