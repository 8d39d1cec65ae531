"""Facts added, removed and changed between two runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from olgu.check.align import align_edited_text, align_same_text
from olgu.write.schema import ARTICLES, FACTS, Cell, Row
from olgu.write.stored import stored_columns, stored_rows

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

    facts: list[Row]
    articles: dict[str, Row]
    """By id; empty where only a table of facts was given."""
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
    articles = {str(row["article_id"]): row for row in stored_rows(out, ARTICLES)}
    return Run(stored_rows(out, FACTS), articles, stored_columns(out, FACTS))


def diff(old: Run, new: Run, slots: Collection[str] = SLOTS) -> Difference:
    """Compare two runs, article by article; `slots` are the columns in which a matched fact may differ."""
    before, after = _by_article(old), _by_article(new)
    slots = [slot for slot in slots if slot in old.columns & new.columns]
    changes: list[Change] = []
    unchanged = 0
    for article in dict.fromkeys([*after, *before]):
        found = list(_article_changes(article, before.get(article, []), after.get(article, []), old, new, slots))
        changes += (change for change in found if change is not None)
        unchanged += found.count(None)
    added, removed = ([a for a in one if a not in other] for one, other in ((after, before), (before, after)))
    return Difference(changes, unchanged, added, removed)


def _by_article(run: Run) -> dict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list, {article: [] for article in run.articles})
    for row in run.facts:
        grouped[str(row["article_id"])].append(row)
    return grouped


def _article_changes(
    article: str, before: list[Row], after: list[Row], old: Run, new: Run, slots: Collection[str]
) -> Iterator[Change | None]:
    """Yield the changes of one article by offset, and None for every fact that is the same."""
    mates = (align_same_text if _same_text(article, old, new) else align_edited_text)(before, after)
    then, now = _path(article, old), _path(article, new)
    back = {j: i for i, j in mates.items()}
    found: list[tuple[int, Change | None]] = [
        (int(str(row["start"])), Change("removed", article, then, row, None, {}))
        for i, row in enumerate(before)
        if i not in mates
    ]
    for j, row in enumerate(after):
        twin = before[back[j]] if j in back else None
        differing = {s: (twin[s], row[s]) for s in slots if twin[s] != row[s]} if twin else {}
        change = Change("changed" if twin else "added", article, now, twin, row, differing)
        found.append((int(str(row["start"])), None if twin and not differing else change))
    yield from (change for _, change in sorted(found, key=lambda placed: placed[0]))


def _same_text(article: str, old: Run, new: Run) -> bool:
    hashes = [run.articles[article]["sha256"] if article in run.articles else None for run in (old, new)]
    return hashes[0] is not None and hashes[0] == hashes[1]


def _path(article: str, run: Run) -> str | None:
    path = run.articles[article]["path"] if article in run.articles else None
    return None if path is None else str(path)
