"""Facts added, removed and changed between two runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from olgu.check.fact_pairs import fact_pairs
from olgu.check.stored_columns import integers, rows_at, stored_facts, stored_table
from olgu.write.schema import ARTICLES, FACTS, Cell, Row
from olgu.write.stored import stored_columns

if TYPE_CHECKING:
    import pyarrow as pa

MACHINERY = ("rule", "confidence")
"""How a fact was found: compared on request."""
_PLACE = (
    "fact_id", "article_id", "sentence", "start", "end", "what_start", "what_end", "speaker_id", "place_id", "evidence",
)  # fmt: skip
SLOTS = tuple(name for name in FACTS.names if name not in {*MACHINERY, *_PLACE})
"""What a fact states; a difference in where it stands is none."""


@dataclass(frozen=True, slots=True)
class Run:
    """The tables of one run that are compared."""

    facts: pa.Table
    """With all columns of the schema."""
    articles: dict[str, Row]
    """By id, with file, hash, status and error; empty where only a table of facts was given."""
    columns: frozenset[str] = frozenset(FACTS.names)
    """The columns of facts that the run has: only what both runs have is compared."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not the same in both runs."""

    what: Literal["added", "removed", "changed"]
    article_id: str
    path: str | None
    """The file of the article, as its run says."""
    old: Row | None
    new: Row | None
    slots: dict[str, tuple[Cell, Cell]]
    """Slot → (from, to), for a changed fact."""

    @property
    def row(self) -> Row:
        """The new row, or the old one of a removed fact."""
        row = self.new or self.old
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two runs, by article in the order of the new run, then by offset."""

    changes: list[Change]
    unchanged: int
    """How many facts are the same in both."""
    articles_added: list[str]
    articles_removed: list[str]

    def count(self, what: str) -> int:
        """How many changes of one sort there are."""
        return sum(change.what == what for change in self.changes)


def read_run(out: Path) -> Run:
    """Read the tables in `out`, a folder or one file of facts; raises `StoredError`."""
    rows = stored_table(out, ARTICLES, ("article_id", "path", "sha256", "status", "error")).to_pylist()
    articles = {str(row["article_id"]): row for row in rows}
    return Run(stored_facts(out), articles, stored_columns(out, FACTS))


def diff(old: Run, new: Run, slots: Collection[str] = SLOTS) -> Difference:
    """Compare two runs, article by article; `slots` are the columns in which a matched fact may differ."""
    before, after = _by_article(old), _by_article(new)
    same = {article for article in before.keys() & after.keys() if _same_text(article, old, new)}
    pairs = fact_pairs(old.facts, new.facts, before, after, same)
    differing = _differing(old, new, pairs, slots)
    found = _removed(old, pairs) + _added_or_changed(old, new, pairs, differing)
    places = {article: place for place, article in enumerate(dict.fromkeys([*after, *before]))}
    found.sort(key=lambda change: (places[change.article_id], change.row["start"]))  # stable: removed ones come first
    added, removed = ([a for a in one if a not in other] for one, other in ((after, before), (before, after)))
    return Difference(found, len(pairs) - len(differing), added, removed)


def _by_article(run: Run) -> dict[str, list[int]]:
    """Article → the indices of its facts."""
    grouped: defaultdict[str, list[int]] = defaultdict(list, {article: [] for article in run.articles})
    for index, article in enumerate(run.facts["article_id"].to_pylist()):
        grouped[str(article)].append(index)
    return grouped


def _differing(old: Run, new: Run, pairs: Mapping[int, int], slots: Collection[str]) -> dict[int, list[str]]:
    """Index in the new table → the slots in which the fact is not what it was."""
    from pyarrow import compute  # noqa: PLC0415 - slow to import

    found: defaultdict[int, list[str]] = defaultdict(list)
    here, there = integers(pairs), integers(pairs.values())
    for slot in slots:
        if slot in old.columns & new.columns:
            was, is_now = old.facts[slot].take(there), new.facts[slot].take(here)
            one_empty = compute.xor(was.is_null(), is_now.is_null())
            differs = compute.or_kleene(compute.not_equal(was, is_now), one_empty)
            for index in here.filter(differs).to_pylist():
                found[index].append(slot)
    return found


def _removed(old: Run, pairs: Mapping[int, int]) -> list[Change]:
    kept = set(pairs.values())
    rows = rows_at(old.facts, (index for index in range(len(old.facts)) if index not in kept))
    return [Change("removed", name := str(row["article_id"]), _path(name, old), row, None, {}) for row in rows.values()]


def _added_or_changed(
    old: Run, new: Run, pairs: Mapping[int, int], differing: Mapping[int, Collection[str]]
) -> list[Change]:
    found: list[Change] = []
    former = rows_at(old.facts, (pairs[index] for index in differing))
    rows = rows_at(new.facts, (index for index in range(len(new.facts)) if index not in pairs or index in differing))
    for index, row in rows.items():
        name = str(row["article_id"])
        twin = former[pairs[index]] if index in pairs else None
        slots = {slot: (twin[slot], row[slot]) for slot in differing[index]} if twin else {}
        found.append(Change("changed" if twin else "added", name, _path(name, new), twin, row, slots))
    return found


def _same_text(article: str, old: Run, new: Run) -> bool:
    hashes = [run.articles[article]["sha256"] if article in run.articles else None for run in (old, new)]
    return hashes[0] is not None and hashes[0] == hashes[1]


def _path(article: str, run: Run) -> str | None:
    path = run.articles[article]["path"] if article in run.articles else None
    return None if path is None else str(path)
