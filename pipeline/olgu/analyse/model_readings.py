"""What treebanks know of readings: the parts of speech and features that a form has, or others with its endings have.

The network reads a word by its pieces and its neighbours; of the form alone, whole and from its end, a count over the
treebank knows more. The best readings of the network are weighed by it. How the table (`readings.json`) is made, and
how the constants were chosen, is in `models/train/readings.py`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import inf, log
from pathlib import Path

from olgu.analyse.casing import lower

Counts = Mapping[str, int]
"""How often each reading, "NOUN|Case=Nom|Number=Sing", was seen."""
KEPT = 3
"""Occurrences of a form that count among those of its endings, beyond which they do not."""
SHORTEST, LONGEST = 2, 7
"""Letters of endings."""
ENDINGS, SMALL, EXACT = 5.0, 2.0, 1.0
"""So many occurrences is what is known already worth beside those of a longer ending, the form, the form as written."""
ELSEWHERE = 3.0
"""The same beside what words have that another treebank reads alike."""
RARE = 1 / 2000
"""The share of a reading of which nothing is known."""
LEAST, LEAST_ELSEWHERE = 1e-6, 1e-5
"""Added to shares before their logarithm is taken."""
WEIGHT, WEIGHT_ELSEWHERE = 0.8, 1.3
"""Of the log-odds of the network, and of what other treebanks say, beside what the treebank says."""
FARTHEST = 6.0
"""Readings whose log-odds against the best one are lower are not asked about."""
_LAST = "\U0010ffff"
_CACHED = 1 << 15

_PROPER, _COMMON = "PROPN|", "NOUN|"

_Level = tuple[Counts, int, float]
"""Readings, their sum, and what the level before is worth."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a form."""

    levels: Sequence[_Level]
    """The most special one last."""
    elsewhere: Sequence[tuple[float, Sequence[_Level]]]
    """For each reading in other treebanks its share, and what words have here that are read so there."""
    _kept: dict[str, float] = field(default_factory=dict)

    def odds(self, reading: str) -> float:
        """Return the logarithm of the share of a reading, weighed; never more than 0."""
        kept = self._kept.get(reading)
        if kept is None:
            shared = common(reading)
            kept = log(_share(shared, self.levels) + LEAST)
            if self.elsewhere:
                share = sum(part * _share(shared, levels) for part, levels in self.elsewhere)
                kept += WEIGHT_ELSEWHERE * log(share + LEAST_ELSEWHERE)
            self._kept[reading] = kept = min(kept, 0.0)
        return kept


class Readings:
    """The readings of a treebank by form, and those of others by form in small letters."""

    def __init__(self, own: Mapping[str, Counts] | None = None, elsewhere: Mapping[str, Counts] | None = None) -> None:
        self.own, self.elsewhere = own or {}, elsewhere or {}
        self._known = lru_cache(maxsize=_CACHED)(self._known_of)
        self._ending = lru_cache(maxsize=_CACHED)(self._counts_of_ending)

    def best(self, word: str, candidates: Iterable[tuple[str, float]]) -> str:
        """Return the best reading of `word`; the candidates of the network, (reading, log-odds), best first.

        What is a proper noun to the network stays one, and nothing else becomes one: no form tells that.
        """
        near = iter(candidates)
        found, first = next(near)
        proper = found.startswith(_PROPER)
        known, most = None, -inf
        for reading, odds in near:
            if WEIGHT * odds < most or odds < first - FARTHEST:  # what a form says only lowers what the network says
                break
            if reading.startswith(_PROPER) != proper:
                continue
            if known is None:
                known = self._known(word)
                most = WEIGHT * first + known.odds(found)
            if (total := WEIGHT * odds + known.odds(reading)) > most:
                found, most = reading, total
        return found

    @cached_property
    def _small(self) -> dict[str, dict[str, int]]:
        """Return by form in small letters the readings, those of each form at most `KEPT` times."""
        result: dict[str, dict[str, int]] = {}
        for form, counts in self.own.items():
            small = result.setdefault(lower(form), {})
            for reading, n in counts.items():
                small[reading] = small.get(reading, 0) + min(n, KEPT)
        return result

    @cached_property
    def _backwards(self) -> tuple[list[str], list[Counts]]:
        """Return the forms in small letters from their ends, sorted, and their readings."""
        ordered = sorted((form[::-1], counts) for form, counts in self._small.items())
        return [form for form, _ in ordered], [counts for _, counts in ordered]

    @cached_property
    def _translated(self) -> dict[tuple[str, str], dict[str, int]]:
        """Return by a reading of `elsewhere` and up to two last letters the readings that forms have in `own`."""
        result: dict[tuple[str, str], dict[str, int]] = {}
        for form, counts in self.own.items():
            small = lower(form)
            for reading in self.elsewhere.get(small, ()):
                for size in range(3):
                    here = result.setdefault((reading, small[len(small) - size :]), {})
                    for own in counts:
                        here[own] = here.get(own, 0) + 1
        return result

    def _counts_of_ending(self, ending: str) -> tuple[Counts, int]:
        """Return the readings of the forms that are longer than `ending` and end so, and their sum."""
        forms, readings = self._backwards
        backwards, total = ending[::-1], 0
        first = bisect_left(forms, backwards)
        result: dict[str, int] = {}
        for at in range(first, bisect_left(forms, backwards + _LAST, first)):
            if len(forms[at]) > len(ending):
                for reading, n in readings[at].items():
                    result[reading] = result.get(reading, 0) + n
                    total += n
        return result, total

    def _known_of(self, word: str) -> _Known:
        small = lower(word)
        levels: list[_Level] = []
        for size in range(SHORTEST, min(LONGEST, len(small) - 1) + 1):
            counts, total = self._ending(small[-size:])
            if not total:
                break
            levels.append((counts, total, ENDINGS))
        levels.extend(
            (counts, sum(counts.values()), worth)
            for counts, worth in ((self._small.get(small), SMALL), (self.own.get(word), EXACT))
            if counts
        )
        return _Known(levels, list(self._others(small)))

    def _others(self, small: str) -> Iterator[tuple[float, list[_Level]]]:
        readings = self.elsewhere.get(small, {})
        total = sum(readings.values())
        for reading, count in readings.items():
            found = (self._translated.get((reading, small[len(small) - size :])) for size in range(3))
            yield count / total, [(counts, sum(counts.values()), ELSEWHERE) for counts in found if counts]


def _share(reading: str, levels: Sequence[_Level]) -> float:
    share = RARE
    for counts, total, worth in levels:
        share = (counts.get(reading, 0) + worth * share) / (total + worth)
    return share


def common(reading: str) -> str:
    """Return the reading of a proper noun as that of a noun, others as they are."""
    return _COMMON + reading.removeprefix(_PROPER) if reading.startswith(_PROPER) else reading


def read(path: Path) -> Readings:
    """Read a table that `models/train/readings.py` wrote: reading → count → the forms that have it so often."""
    data = json.loads(path.read_text("utf-8"))
    return Readings(_by_form(data["own"]), _by_form(data["elsewhere"]))


def _by_form(table: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, int]]:
    result: dict[str, dict[str, int]] = {}
    for reading, groups in table.items():
        for count, forms in groups.items():
            for form in forms.split():
                result.setdefault(form, {})[reading] = int(count)
    return result
