"""Which extracted fact answers which gold fact, and what is right about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from olgu.analyse.casing import lower
from olgu.check.gold import GoldArticle, GoldFact
from olgu.write.schema import Row

QUANTITY = ("kind", "value", "unit", "bound")
"""What must be right for the quantity to be right."""
CONTEXT = ("role", "direction", "status", "time", "place", "speaker")
"""What must be right, beside the fact, for the full row to be right."""
_TOLERANCE = Fraction(1, 10000)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
Pair = tuple[object, object]
"""(extracted, gold) of one slot, normalised."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold fact and the extracted fact that answers it; one of the two is None for a miss or a spurious fact."""

    article: GoldArticle
    gold: GoldFact | None
    row: Row | None
    right: dict[str, bool]
    """By slot: kind, value, unit, bound, span, per, predicate, role, direction, status, time, place, speaker."""
    filled: frozenset[str]
    """The slots that the gold or the row fills."""
    what_f1: float = 0.0
    """F1 of the words of `what`."""
    what_head: float = 0.0
    """1.0 where the last word of `what` is the same."""

    @property
    def quantity(self) -> bool:
        """The number, its unit, its kind and its bound are right."""
        return bool(self.right) and all(self.right[slot] for slot in QUANTITY)

    @property
    def fact(self) -> bool:
        """The quantity is right, and at least half of `what` with its head."""
        return self.quantity and self.what_f1 >= 0.5 and bool(self.what_head)

    @property
    def full_row(self) -> bool:
        """The fact is right, and role, direction, status, time, place and speaker."""
        return self.fact and all(self.right[slot] for slot in CONTEXT)


def judge(article: GoldArticle, rows: Sequence[Row]) -> list[Judged]:
    """Match the extracted `rows` of `article` to its gold; optional facts are left out with what answers them.

    First the gold facts in their order, then the spurious rows. A row answers the gold fact that it overlaps most.
    """
    ordered = sorted(rows, key=lambda row: _integer(row["start"]))
    mates = pair(
        [(fact.start, fact.end) for fact in article.facts],
        [(_integer(row["start"]), _integer(row["end"])) for row in ordered],
    )
    names = _names(article)
    judged = [
        _judge(article, fact, ordered[mates[number]], names)
        if number in mates
        else Judged(article, fact, None, {}, frozenset())
        for number, fact in enumerate(article.facts)
        if not fact.optional
    ]
    spurious = set(range(len(ordered))) - set(mates.values())
    return judged + [Judged(article, None, ordered[number], {}, frozenset()) for number in sorted(spurious)]


def pair(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Pair the spans that overlap, one to one, the largest overlap first; `right` is sorted by start."""
    starts = [start for start, _ in right]
    longest = max((end - start for start, end in right), default=0)
    overlaps = [
        (shared, i, j)
        for i, (start, end) in enumerate(left)
        for j in range(bisect_left(starts, start - longest), bisect_left(starts, end))
        if (shared := min(end, right[j][1]) - max(start, right[j][0])) > 0
    ]
    mates: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(overlaps, reverse=True):
        if i not in mates and j not in used:
            mates[i] = j
            used.add(j)
    return mates


def normal(value: object) -> str | None:
    """Return a slot in lower case by Turkish rules with single spaces, None for an empty one."""
    return None if value in (None, "") else _SPACE.sub(" ", lower(str(value))).strip()


def _judge(article: GoldArticle, gold: GoldFact, row: Row, names: dict[str | None, str]) -> Judged:
    pairs = _pairs(gold, row, names)
    right = {
        "kind": row["kind"] == gold.kind,
        "value": _same_number(row["value"], gold.value) and _same_number(row["value_to"], gold.value_to),
        "unit": normal(row["unit"]) == normal(gold.unit),
        "bound": (row["bound"] or "exact") == gold.bound,
        "span": (row["start"], row["end"]) == (gold.start, gold.end),
        **{slot: have == want for slot, (have, want) in pairs.items()},
    }
    filled = frozenset(slot for slot, both in pairs.items() if both != (None, None))
    return Judged(article, gold, row, right, filled, *_what(article.text, gold.what, row))


def _pairs(gold: GoldFact, row: Row, names: dict[str | None, str]) -> dict[str, Pair]:
    def who(name: object) -> str | None:
        return names.get(normal(name), normal(name))

    return {
        "per": (normal(row["per"]), normal(gold.per)),
        "predicate": (normal(row["predicate"]), normal(gold.predicate)),
        "role": (row["role"] or "level", gold.role),
        "direction": (row["direction"] or None, gold.direction),
        "status": (row["status"] or "actual", gold.status),
        "time": (row["time"] or None, gold.time),
        "place": (who(row["place"]), who(gold.place)),
        "speaker": (who(row["speaker"]), who(gold.speaker)),
    }


def _names(article: GoldArticle) -> dict[str | None, str]:
    """Any mention or name of an entity → its name, so that a speaker given by any of them is the right one."""
    names: dict[str | None, str] = {}
    for entity in article.entities:
        for spelling in (entity.name, *(quote for _, _, quote in entity.mentions)):
            names[normal(spelling)] = entity.name
    return names


def _what(text: str, gold: tuple[int, int] | None, row: Row) -> tuple[float, float]:
    if gold is None or row["what_start"] is None:
        same = float(gold is None and row["what_start"] is None)
        return same, same
    want, have = _words(text, *gold), _words(text, _integer(row["what_start"]), _integer(row["what_end"]))
    if not want or not have:
        return 0.0, 0.0
    return 2 * len(want & have) / (len(want) + len(have)), float(max(want) == max(have))


def _words(text: str, start: int, end: int) -> set[tuple[int, str | None]]:
    return {(match.start() + start, normal(match.group())) for match in _WORD.finditer(text[start:end])}


def _same_number(have: object, want: str | None) -> bool:
    left, right = _fraction(have), _fraction(want)
    if left is None or right is None:
        return left is right
    return abs(left - right) <= abs(right) * _TOLERANCE


def _fraction(value: object) -> Fraction | None:
    try:
        return None if value in (None, "") else Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return None


def _integer(cell: object) -> int:
    return int(str(cell))
