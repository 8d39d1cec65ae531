"""What raw news tells of lemmas: their cluster and their affinity to kinds of quantities (`lemmas.tsv`).

The table is made by `models/train/lemmas.py` without any annotation, so that rankers know words of which they have
seen no fact: a word that stands where «ihracat» and «gelir» stand, often near money, is likely to be measured by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FARTHEST = 4
"""Affinities are whole numbers from -4 to 4, base-2 logarithms; the table holds them from 0 on."""
UNKNOWN = "?"
"""The cluster, and each affinity, of a lemma that the news hardly has."""
Affinity = tuple[str, str]
"""How often the lemma stands near a quantity of a kind, beside all words ("0" to "8"), and beside all kinds."""


@dataclass(frozen=True, slots=True)
class Lemma:
    """What the news tells of a lemma: its cluster, and its affinity by kind of quantity."""

    cluster: str
    affinities: dict[str, Affinity]

    def affinity(self, kind: str) -> Affinity:
        """Return the affinity to quantities of a kind."""
        return self.affinities.get(kind, _NONE)


_NONE = (UNKNOWN, UNKNOWN)
_UNSEEN = Lemma(UNKNOWN, {})


def lemma(lemma: str) -> Lemma:
    """Return what the news tells of a lemma."""
    return _table().get(lemma, _UNSEEN)


@cache
def _table() -> dict[str, Lemma]:
    lines = files("olgu.relate").joinpath("lemmas.tsv").read_text(encoding="utf-8").splitlines()
    kinds = lines[0].split("\t")[2:]
    shared: dict[str, dict[str, Affinity]] = {}
    table = {}
    for line in lines[1:]:
        name, cluster, cells = line.split("\t", 2)
        if cells not in shared:
            shared[cells] = {kind: (cell[0], cell[1]) for kind, cell in zip(kinds, cells.split("\t"), strict=True)}
        table[name] = Lemma(cluster, shared[cells])
    return table
