"""What part a quantity plays beside its verb: level, change, from or share; and the direction of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from olgu.analyse.casing import lower
from olgu.analyse.morphology import noun
from olgu.analyse.words import Word
from olgu.article import Direction, Role
from olgu.relate.clause import Head, lexicon
from olgu.relate.seat import Seat

_PASSING = frozenset(
    "oranında oranındaki civarında kadar yakın daha fazla bir gibi dolayında tutarında ve ile arasında değer yakını reel net".split()
)


def direction_of(lemma: str | None) -> Direction | None:
    """Return the direction of a verb of rising or falling."""
    if lemma in lexicon("verbs", "rising"):
        return "up"
    if lemma in lexicon("verbs", "falling"):
        return "down"
    return None


def _noun_direction(word: Word) -> Direction | None:
    """Return the direction of a noun of change in any case: «artışla», «düşüşü», «kaybıyla»."""
    for direction in ("rising", "falling"):
        names = lexicon("nouns", direction)
        if word.lower in names or noun(word.lower).lemma in names:
            return "up" if direction == "rising" else "down"
    return None


def suffix_case(seat: Seat) -> str:
    """Return the case of the quantity's last word: "", "acc", "dat", "loc", "abl", "gen", "ins", "lik"."""
    if seat.quantity.case:
        return seat.quantity.case
    return ""


def role_of(seat: Seat, neighbours: Sequence[Seat], head: Head) -> tuple[Role, Direction | None]:
    """Return role and direction."""
    verb_direction = direction_of(head.lemma)
    case = suffix_case(seat)
    change = _change_noun(seat, head)
    if change is not None and case in ("", "lik"):
        return "change", change
    if verb_direction and case == "" and _measures(seat, head):
        return "change", verb_direction
    if case == "abl" and _has_goal(seat, neighbours, head):
        return "from", verb_direction
    if _is_share(seat, case):
        return "share", verb_direction if verb_direction and head.index - seat.last < 4 else None
    if verb_direction and case in ("dat", "acc", "loc", "abl"):
        return "level", verb_direction
    return "level", None


def _change_noun(seat: Seat, head: Head) -> Direction | None:
    """The direction of a noun of change that the quantity measures, at most four words on."""
    words = seat.words
    stop = head.index if head.index >= 0 else len(words)
    for i in range(seat.outer_last + 1, min(seat.outer_last + 5, stop)):
        word = words[i]
        if not word.is_word:
            return None
        found = _noun_direction(word)
        if found:
            return found
    return None


def _measures(seat: Seat, head: Head) -> bool:
    """True where only passing words stand between the quantity and its verb: «yüzde 5 oranında arttı»."""
    return all(word.lower in _PASSING for word in seat.words[seat.outer_last + 1 : head.index])


def _has_goal(seat: Seat, neighbours: Sequence[Seat], head: Head) -> bool:
    return any(
        other.first > seat.last and other.last < head.index and suffix_case(other) == "dat" for other in neighbours
    )


def _is_share(seat: Seat, case: str) -> bool:
    quantity = seat.quantity
    if quantity.kind == "ratio":
        return quantity.unit is None
    words = seat.words
    after = words[seat.outer_last + 1] if seat.outer_last + 1 < len(words) else None
    if case == "lik" and after is not None and noun(after.lower).lemma in lexicon("nouns", "parts"):
        return True
    if case not in ("acc", "gen", "loc", "dat", "abl", "ins") or seat.first == 0:
        return False
    last = words[seat.last]
    tail = last.suffix or last.lower
    possessed = bool(re.search(r"s?[ıiuü](?:n[ıiuü]n?|n[ae]|n[dt][ae]n?|yl[ae])?$", tail))
    before = seat.outer_first - 1
    whole = noun(words[before].lower).case if words[before].is_word else ""
    return possessed and (whole == "gen" or quantity.kind == "count" and not seat.outer_last > seat.last)
