"""Who says it: speech turns, quotations, reported speech, «-e göre».

Rules read the sentence outside its quotations: a verb of speech ends a stretch; the subject before it, the name behind
its participle or the source before «göre» is the speaker. Where none can be told there is no `Turn`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from olgu.analyse.words import Sentence, text_of
from olgu.analyse.words import sentences as split
from olgu.article import Mention, Turn
from olgu.recognise.speech_clauses import clauses
from olgu.recognise.speech_quotes import quotations
from olgu.recognise.speech_reading import Reading
from olgu.recognise.speech_speakers import Memory
from olgu.recognise.speech_turns import turns

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: Doc, names: Sequence[Mention], sentences: Sequence[Sentence] | None = None) -> list[Turn]:
    """Return what is said by whom, sorted by start, longer stretches first; the innermost one holds.

    `names` are sorted; `sentences` are those of `olgu.analyse.words.sentences(doc)`, made here if not given.
    """
    if not names:
        return []
    text = text_of(doc)
    spoken = list(turns(text, names))
    memory = Memory()
    found = set(spoken)
    for clause in clauses(split(doc) if sentences is None else sentences, quotations(text), names):
        found.update(
            turn for turn in Reading(clause, memory).turns() if turn.rule != "according" or not _within(turn, spoken)
        )
    return sorted(found, key=lambda turn: (turn.start, -turn.end, turn.speaker_start, turn.speaker_end, turn.rule))


def _within(turn: Turn, spoken: Sequence[Turn]) -> bool:
    """Tell whether `turn` lies in one of the speech turns `spoken`, whose speaker then vouches for what he cites."""
    at = bisect_right(spoken, turn.start, key=lambda other: other.start) - 1
    return at >= 0 and turn.end <= spoken[at].end
