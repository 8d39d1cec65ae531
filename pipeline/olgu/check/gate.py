"""The gate: no measure may fall below its floor, and no floor is lowered without a reason."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from olgu.check.extracted import Extracted
from olgu.check.gate_file import Gate, Lowered, gate_text
from olgu.check.gold import GoldArticle, digest
from olgu.check.match import Judged
from olgu.check.score import LEVELS, Score, measures, reached, score
from olgu.check.score_forms import example_line
from olgu.write.schema import FACTS, Row
from olgu.write.stored import stored_rows

MEASURES = (
    "detected.f1", "quantity.f1", "fact.f1", "full_row.f1", "mentions.all.f1", "slots.what_head", "slots.predicate",
    "slots.role", "slots.status", "slots.time", "slots.place", "slots.speaker",
)  # fmt: skip
"""The floors that a gate without any is given."""
KEPT = (
    "article_id", "start", "end", "quote", "kind", "value", "value_to", "bound", "unit", "per", "what", "what_start",
    "what_end", "predicate", "role", "direction", "status", "time", "place", "speaker",
)  # fmt: skip
"""The columns of a baseline."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one extraction."""

    gate: Gate
    result: Score
    values: dict[str, float]
    """Every measure by name."""
    corpus: str
    """The hash of the gold as it is now."""
    broken: tuple[str, ...]
    """The measures below their floors, or not measured at all."""
    lost: tuple[Judged, ...]
    """The facts that were right in the baseline in a broken measure and are wrong now."""

    @property
    def passed(self) -> bool:
        """No floor is broken, and floors and gold are as they were recorded."""
        return not self.broken and self.gate.sealed and self.corpus == self.gate.corpus and bool(self.gate.floors)


def verdict(gate: Gate, folder: Path, gold: list[GoldArticle], tables: Extracted) -> Verdict:
    """Hold `tables` against the floors of `gate`, whose file lies in `folder`."""
    result = score(gold, tables.facts, tables.mentions)
    values = measures(result)
    broken = tuple(name for name, floor in gate.floors.items() if not values.get(name, -1.0) >= floor)
    before = _baseline(gate, folder) if broken else []
    lost = tuple(_lost(score(gold, before).judged, result.judged, broken)) if before else ()
    return Verdict(gate, result, values, digest(gold), broken, lost)


def raised(seen: Verdict, added: Iterable[str] = ()) -> Gate:
    """Return the gate with floors as high as the measures allow, and the hash of the gold as it is.

    `added` are further measures to give a floor. Raises `ValueError` where a floor is broken, where it was changed by
    hand, or where a measure is unknown.
    """
    if seen.broken or not seen.gate.sealed:
        raise ValueError('a floor is broken or was changed by hand; only --lower "reason" may record that')
    names = [*seen.gate.floors, *added] or [name for name in MEASURES if name in seen.values]
    if unknown := [name for name in names if name not in seen.values]:
        raise ValueError(f"unknown measure {', '.join(unknown)}; known are {', '.join(sorted(seen.values))}")
    floors = {name: max(_floor(seen.values[name], seen.gate.margin), seen.gate.floors.get(name, 0.0)) for name in names}
    return replace(seen.gate, corpus=seen.corpus, floors=floors)


def lowered(seen: Verdict, reason: str) -> Gate:
    """Return the gate with the broken floors lowered to what was measured, and `reason` written beside each.

    Raises `ValueError` for an empty reason.
    """
    if not reason.strip():
        raise ValueError("--lower needs the reason, in words")
    floors = dict(seen.gate.floors)
    entries = []
    for name in seen.broken:
        after = _floor(seen.values.get(name, 0.0), seen.gate.margin)
        entries.append(Lowered(name, floors[name], after, reason.strip()))
        floors[name] = after
    if not seen.gate.sealed:
        entries.append(Lowered("*", 0.0, 0.0, reason.strip()))
    return replace(seen.gate, corpus=seen.corpus, floors=floors, lowered=(*seen.gate.lowered, *entries), sealed=True)


def record(gate: Gate, path: Path, facts: Iterable[Row]) -> None:
    """Write the gate file, and the facts as its new baseline where it names one."""
    if gate.baseline:
        lines = (json.dumps({name: row[name] for name in KEPT}, ensure_ascii=False) for row in facts)
        (path.parent / gate.baseline).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    path.write_text(gate_text(gate), encoding="utf-8", newline="\n")


def report(seen: Verdict, shown: int = 20) -> str:
    """Return the verdict as lines: every floor, what is broken, and the facts that were right and are wrong now."""
    return "\n".join([*_floor_lines(seen), *complaints(seen), *_lost_lines(seen, shown)])


def _floor_lines(seen: Verdict) -> Iterator[str]:
    for name, floor in sorted(seen.gate.floors.items()):
        value = seen.values.get(name)
        told = "not measured" if value is None else f"{value:.4f}"
        yield f"{'BROKEN' if name in seen.broken else 'ok':<7} {name:<24} {told:>12}  floor {floor:.4f}"


def complaints(seen: Verdict) -> list[str]:
    """Return what is wrong beside the floors and what to do, or which floors can be raised."""
    found = []
    if not seen.gate.floors:
        found.append("no floors yet: set them with --raise")
    elif seen.corpus != seen.gate.corpus:
        found.append('the gold has changed since the floors were set: record it with --raise, or with --lower "reason"')
    if not seen.gate.sealed:
        found.append('the floors were changed by hand: put them back, or record the change with --lower "reason"')
    if seen.broken:
        found.append(
            f'{len(seen.broken)} of {len(seen.gate.floors)} floors broken: mend the rules, or --lower "reason"'
        )
    elif seen.passed and (higher := _higher(seen)):
        found.append(f"{len(higher)} floors can be raised with --raise: {', '.join(higher)}")
    return found


def _lost_lines(seen: Verdict, shown: int) -> Iterator[str]:
    if seen.lost:
        yield f"{len(seen.lost)} facts were right when the floors were set and are wrong now:"
        yield from (f"  {example_line(one)}" for one in seen.lost[:shown])
    if len(seen.lost) > shown:
        yield f"  and {len(seen.lost) - shown} more; see them with --show {len(seen.lost)}"


def _higher(seen: Verdict) -> list[str]:
    margin = seen.gate.margin
    return [name for name, floor in sorted(seen.gate.floors.items()) if _floor(seen.values[name], margin) > floor]


def _floor(value: float, margin: float) -> float:
    """Four digits, never above the measure."""
    return max(0.0, math.floor(round((value - margin) * 10_000, 6)) / 10_000)


def _baseline(gate: Gate, folder: Path) -> list[Row]:
    path = folder / gate.baseline
    return stored_rows(path, FACTS) if gate.baseline and path.is_file() else []


def _lost(before: Iterable[Judged], now: Iterable[Judged], broken: Iterable[str]) -> Iterator[Judged]:
    """Yield the facts that `broken` counts and that got worse, and the spurious ones that are new."""
    old = {(one.article.id, one.gold): one for one in before if one.gold}
    spurious = {(one.article.id, *_span(one.row)) for one in before if one.gold is None and one.row}
    for one in now:
        if one.gold is None:
            if (
                one.row
                and (one.article.id, *_span(one.row)) not in spurious
                and any(_is_level(name) for name in broken)
            ):
                yield one
        elif any(_got_worse(old[one.article.id, one.gold], one, name) for name in broken):
            yield one


def _got_worse(before: Judged, now: Judged, measure: str) -> bool:
    level, slot = measure.split(".")[-2], measure.removeprefix("slots.").removesuffix("_set")
    if level in LEVELS:
        return reached(before, level) and not reached(now, level)
    if slot in {"what_head", "what_f1"}:
        return bool(getattr(before, slot) > getattr(now, slot))
    return before.right.get(slot, False) and not now.right.get(slot, False)


def _is_level(measure: str) -> bool:
    return measure.split(".")[-2] in LEVELS


def _span(row: Mapping[str, object]) -> tuple[object, object]:
    return row["start"], row["end"]
