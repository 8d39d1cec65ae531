"""How likely a fact is right in its quantity and in what it is about: a logit over what the rules and rankers say.

Its weights are learned from facts of annotated articles that the rankers had not seen (`models/train/relations.py`), so
that of the facts with 0.9 nine of ten and more are right; the measured reliability is in `docs/relations.md`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from olgu.article import Quantity, Slot
from olgu.relate.ranker import SCALE, Group, Ranker

_SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.99)
_MARGINS = (250, 500, 1000, 2000, 3000)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a quantity measures, with the winner's share (0..1) and the least margin of its extent, in thousandths."""

    slot: Slot | None
    share: float = 0.0
    margin: int = 0


def signals(quantity: Quantity, measured: Measured, role: str) -> tuple[Group, ...]:
    """Return what speaks for and against a fact, as features of a ranker."""
    rule = measured.slot.rule if measured.slot else "none"
    share = sum(measured.share >= step for step in _SHARES)
    margin = sum(measured.margin >= step for step in _MARGINS)
    return ((_certain, (share, margin, rule)), (_quantity, (quantity.kind, quantity.bound, quantity.rule, role)))


def _certain(share: int, margin: int, rule: str) -> tuple[str, ...]:
    steps = [f"share>={_SHARES[i]}" for i in range(share)] + [f"margin>={_MARGINS[i]}" for i in range(margin)]
    return ("fact", f"what:{rule}", *steps)


def _quantity(kind: str, bound: str, rule: str, role: str) -> tuple[str, ...]:
    return (f"kind:{kind}", f"bound:{bound}", f"rule:{rule}", f"role:{role}")


def confidence(quantity: Quantity, measured: Measured, role: str, ranker: Ranker) -> float:
    """Return the share of such facts that are right, 0..1, in hundredths."""
    return confidence_of(signals(quantity, measured, role), ranker)


def confidence_of(groups: tuple[Group, ...], ranker: Ranker) -> float:
    """Return the same from the signals themselves."""
    score = ranker.score(groups) / SCALE
    return round(1 / (1 + math.exp(-max(min(score, 30.0), -30.0))), 2)
