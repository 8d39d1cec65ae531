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


@dataclass(frozen=True, slots=True)
class Lemma:
    """What the news tells of a lemma: its cluster, and its affinities as the table writes them."""

    cluster: str
    cells: str

    def beside(self, kind: str) -> tuple[str, str, str]:
        """Return the cluster, and for a kind of quantity "near" and "share", each "0" to "8".

        That is how often the lemma stands near such a quantity beside all words, and beside all kinds.
        """
        at = _places().get(kind, -1) if self.cells else -1
        return (self.cluster, self.cells[at], self.cells[at + 1]) if at >= 0 else (self.cluster, UNKNOWN, UNKNOWN)


_UNSEEN = Lemma(UNKNOWN, "")


def lemma(lemma: str) -> Lemma:
    """Return what the news tells of a lemma."""
    return _table().get(lemma, _UNSEEN)


@cache
def _lines() -> list[str]:
    return files("olgu.relate").joinpath("lemmas.tsv").read_text(encoding="utf-8").splitlines()


@cache
def _places() -> dict[str, int]:
    """Return where in the cells of a row those of a kind begin: each is two digits, and a tab parts them."""
    return {kind: 3 * number for number, kind in enumerate(_lines()[0].split("\t")[2:])}


@cache
def _table() -> dict[str, Lemma]:
    rows = (line.split("\t", 2) for line in _lines()[1:])
    return {name: Lemma(cluster, cells) for name, cluster, cells in rows}
