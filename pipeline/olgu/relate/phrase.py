"""How far a noun phrase reaches to the left of its head."""

from __future__ import annotations

from olgu.relate.parts import lexicon
from olgu.relate.ranker import Group, Ranker
from olgu.relate.tree import reach_group
from olgu.relate.view import Ground

_MOST_WORDS = 12
_SHORT_CLAUSE = 500
"""In thousandths of log-odds. The guide keeps such modifiers; 300, 500 and 700 differ by a fact or two on development
articles, which is noise; with less, the model's trees cut «Kore’den gelen yatırım hacmi»."""
SURE = 10_000
"""The margin where there is nothing to decide."""
_CLOSED = frozenset({"conj", "post", "adv", "det", "punct", "pron"})


def phrase(ground: Ground, head: int, reach: Ranker) -> tuple[int, int, int]:
    """Return the first and last word of the noun phrase that ends in `head`, and the least margin of a decision.

    `reach` decides word by word; the margin is in thousandths of log-odds.
    """
    first, margin = head, SURE
    while (j := first - 1) >= limit(ground, head) and head - j < _MOST_WORDS:
        if ground.parts[j].tag == "post" and ground.view.words[j].lower in lexicon()["after_clause"]:
            break  # «gönderdiğiniz zaman iyi bir incirin kilosu»
        score = reach.score(reach_groups(ground, j, head)) + _plain_clause(ground, j)
        margin = min(margin, abs(score))
        if score <= 0:
            break
        first = j
    while first < head and ground.parts[first].tag in {"conj", "punct"}:
        first += 1
    return first, head, margin


def _plain_clause(ground: Ground, j: int) -> int:
    """Speak for a participle with one word before it: «Kore'den gelen» is a plain modifier, a longer clause is not."""
    return _SHORT_CLAUSE if ground.parts[j].tag == "part" and ground.view.since[j] <= 1 else 0


def limit(ground: Ground, head: int) -> int:
    """Return the leftmost word that the phrase may have: it does not reach over its own quantity."""
    if head > ground.seat.last:
        return ground.seat.outer_last + 1
    return ground.seat.first + 1 if head >= ground.seat.first else 0


def reach_groups(ground: Ground, j: int, head: int) -> tuple[Group, ...]:
    """Return what speaks for word `j` belonging to the phrase that ends in `head` and goes on with word j + 1."""
    view = ground.view
    part, right = view.parts[j], view.parts[j + 1]
    side = "after" if head > ground.seat.last else "before"
    form, right_form = view.forms[j], view.forms[j + 1]
    word = view.words[j].lower if part.tag in _CLOSED else ""
    number, timed = view.owner[j] >= 0, view.timed[j]
    needed = any(p.possessive or p.case == "acc|poss" for p in view.parts[j + 1 : head + 1])
    tree = (reach_group(view.tree, j, head),) if view.tree else ()
    return (
        *tree,
        (_forms, (side, form, right_form, timed)),
        (_headed, (form, view.forms[head])),
        (_left, (form, right_form, view.forms[j - 1] if j else "start")),
        (_word, (word, right_form, side)),
        (_lemma, (part.lemma,)),
        (_pair, (part.tag, right.lemma)),
        (_clause, (part.tag, min(view.since[j], 5), view.forms[j - 1] if j else "start", right.tag, side)),
        (_shape, (number, side, right.tag, timed, ground.seat.quantity.kind)),
        (_length, (min(head - j, 6), form, needed)),
    )


def _forms(side: str, form: str, right: str, timed: bool) -> tuple[str, ...]:
    return ("go", f"go:{side}", f"form:{form}", f"form:{form}:{right}", f"form:{side}:{form}:{timed}")


def _headed(form: str, head: str) -> tuple[str, ...]:
    return (f"form:{form}:{head}:h",)


def _left(form: str, right: str, left: str) -> tuple[str, ...]:
    return (f"left:{left}:{form}", f"left:{left}:{form}:{right}")


def _clause(tag: str, since: int, left: str, right: str, side: str) -> tuple[str, ...]:
    """How long the clause before a participle is: «Kore'den gelen» is a plain modifier."""
    return (
        f"since:{tag}:{since}",
        f"since:{tag}:{since}:{side}",
        f"since:{tag}:{since}:{left}",
        f"since:{since}:{right}:r",
    )


def _word(word: str, right: str, side: str) -> tuple[str, ...]:
    return (f"word:{word}", f"word:{word}:{right}", f"word:{word}:{side}")


def _lemma(lemma: str) -> tuple[str, ...]:
    return (f"lemma:{lemma}",)


def _pair(tag: str, right_lemma: str) -> tuple[str, ...]:
    return (f"pair:{tag}:{right_lemma}",)


def _shape(number: bool, side: str, right: str, timed: bool, kind: str) -> tuple[str, ...]:
    return (f"number:{number}:{side}", f"number:{number}:{right}:r", f"timed:{timed}:{side}", f"kind:{kind}:{side}")


def _length(length: int, form: str, needed: bool) -> tuple[str, ...]:
    return (f"length:{length}", f"length:{length}:{form}", f"all:{needed}:{form}")
