"""The verb that governs a quantity, and what it says of it: role, direction, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from olgu.article import Direction, Role, Status
from olgu.relate.clause import find
from olgu.relate.role import role_of
from olgu.relate.seat import Seat
from olgu.relate.status import status_of


@dataclass(frozen=True, slots=True)
class Governor:
    """The predicate of a quantity: `lemma` is an infinitive, `index` its word in the sentence (-1: none)."""

    lemma: str | None
    index: int
    role: Role
    direction: Direction | None
    status: Status
    rule: str


def govern(seat: Seat, neighbours: Sequence[Seat]) -> Governor:
    """Return the predicate of `seat`; `neighbours` are all seats of its sentence, in order, itself included."""
    head = find(seat, neighbours)
    role, direction = role_of(seat, neighbours, head)
    status = status_of(seat, head)
    if role == "from" and status == "planned":
        status = "actual"  # the plan is about the new value
    return Governor(head.lemma, head.index, role, direction, status, head.rule)
