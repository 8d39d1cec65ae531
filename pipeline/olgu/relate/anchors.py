"""When and where: the phrases of an article that may date or place a fact."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from olgu.analyse.casing import lower
from olgu.article import Entity, Mention, Slot, Time
from olgu.recognise import gazetteer
from olgu.relate.parts import lexicon

_BACK = 3
"""How many sentences back a phrase may still hold by itself."""
_MOST_HERE, _MOST_BEFORE = 12, 3
_WORD = 16
"""Characters behind a time in which a word of comparison must end."""
PLACE_LABELS = frozenset({"country", "city", "other"})
"""Of an anchor that is a place."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A candidate phrase for a slot: where it stands and in which sentence."""

    start: int
    end: int
    sentence: int
    value: str | None
    label: str
    """What it is: the time's rule; "country", "city" or "other" for a place."""
    key: str
    """The same for anchors that say the same: a time's value, a place's entity."""
    weight: int = 0
    """How much of the article speaks of it: 0 a little, 1 a fifth, 2 two fifths, 3 most of it."""
    titled: bool = False
    """True where the first sentence names it too."""
    opening: bool = False
    """True where its sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of an article for one slot, by position."""

    rows: Sequence[Anchor]
    sentences: Sequence[int]
    """The sentence of each row."""
    paragraphs: Sequence[int]
    """The paragraph of every sentence of the article."""
    focus: Sequence[Anchor] = ()
    """The mentions of what most of the article speaks of."""

    def near(self, sentence: int, last: Slot | None) -> list[Anchor]:
        """Return the anchors of `sentence`, of the nearest earlier one in reach, of the last fact, and the focus."""
        first, end = bisect_left(self.sentences, sentence), bisect_right(self.sentences, sentence)
        here = list(self.rows[first : min(end, first + _MOST_HERE)])
        if first and self.sentences[first - 1] >= sentence - _BACK:
            low = bisect_left(self.sentences, self.sentences[first - 1])
            here = [*self.rows[max(low, first - _MOST_BEFORE) : first], *here]
        if last is not None:
            self._offer(here, bisect_left(self.rows, last.start, key=lambda row: row.start), self.rows)
        if self.focus:
            at = bisect_right(self.focus, sentence, key=lambda row: row.sentence) - 1
            self._offer(here, max(at, 0), self.focus)
        return here

    def any_in(self, sentence: int) -> bool:
        """Tell whether an anchor stands in `sentence`."""
        first = bisect_left(self.sentences, sentence)
        return first < len(self.sentences) and self.sentences[first] == sentence

    def starting(self, start: int) -> Anchor | None:
        """Return the anchor that begins at the character `start`."""
        at = bisect_left(self.rows, start, key=lambda row: row.start)
        return self.rows[at] if at < len(self.rows) and self.rows[at].start == start else None

    @staticmethod
    def _offer(here: list[Anchor], at: int, rows: Sequence[Anchor]) -> None:
        if at < len(rows) and all(rows[at].key != anchor.key for anchor in here):
            here.insert(0, rows[at])


def time_anchors(text: str, times: Sequence[Time], starts: Sequence[int], paragraphs: Sequence[int]) -> Anchors:
    """Make the anchors of the times of an article whose sentences begin at `starts`; bases of comparison are none."""
    times = [time for time in times if not _compared(text, time.end)]
    at = _sentences_of(times, starts)
    rows = [
        Anchor(
            time.start, time.end, sentence, time.value, f"{time.rule}{'~' if time.open_end else ''}",
            time.value or f"@{time.start}", opening=time.start == starts[sentence],
        )
        for time, sentence in zip(times, at, strict=True)
    ]  # fmt: skip
    return Anchors(rows, at, paragraphs)


def place_anchors(
    text: str, names: Sequence[Mention], entities: Sequence[Entity], starts: Sequence[int], paragraphs: Sequence[int]
) -> Anchors:
    """Make the anchors of the places of an article whose sentences begin at `starts`.

    Those that something is compared with, «Süveyş’e göre», or that say it, «Rusya’ya göre», are none.
    """
    places = [name for name in names if name.type == "LOC" and not _compared_name(text, name.end)]
    at = _sentences_of(places, starts)
    counts = Counter(place.entity for place in places)
    titled = {place.entity for place, sentence in zip(places, at, strict=True) if sentence == 0}
    labels = {entity.id: _label(entity) for entity in entities if entity.type == "LOC"}
    rows = [
        Anchor(
            place.start, place.end, sentence, None, labels.get(place.entity or "", "other"),
            place.entity or f"@{place.start}",
            min(counts[place.entity] * 5 // len(places), 3), place.entity in titled, place.start == starts[sentence],
        )
        for place, sentence in zip(places, at, strict=True)
    ]  # fmt: skip
    top, number = counts.most_common(1)[0] if counts else (None, 0)
    return Anchors(rows, at, paragraphs, [row for row in rows if row.key == top] if number > 1 else [])


def _compared(text: str, end: int) -> bool:
    """True where «göre», «oranla» … follows: «geçen yıla göre»."""
    words = text[end : end + _WORD].split(maxsplit=1)
    return bool(words) and lower(words[0].rstrip(",;")) in lexicon()["compared"]


def _compared_name(text: str, end: int) -> bool:
    """True where a dative and «göre», «oranla» … follow a name: «Süveyş’e göre», «Marmara Bölgesi’ne kıyasla»."""
    suffix, _, _ = text[end : end + _WORD].partition(" ")
    return suffix[-1:] in {"a", "e"} and _compared(text, end + len(suffix))


def _label(entity: Entity) -> str:
    entry = gazetteer.lookup(entity.name)
    if entry is None:
        return "other"
    return "country" if entry.is_country else "city"


def _sentences_of(spans: Sequence[Time] | Sequence[Mention], starts: Sequence[int]) -> list[int]:
    return [bisect_right(starts, span.start) - 1 for span in spans]
