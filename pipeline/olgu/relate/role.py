"""What part a quantity plays beside its verb: level, change, from or share; and the direction of the verb."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from olgu.analyse.morphology import copular, noun, verb
from olgu.article import Direction, Role
from olgu.relate.clause import Head
from olgu.relate.cues import lexicon
from olgu.relate.seat import Seat

POSSESSED = re.compile(r"(?:s?[ıiuü]|l[ae]r[ıi])(?:n[ıiuü]n|n[ıiuü]|n[ae]|n[dt][ae]n?|yl[ae])?")
"""An ending that owns what it stands on: of «yüzde 40'ı», «3'ünü»."""


_SECTIONS: tuple[tuple[Direction, str], ...] = (("up", "rising"), ("down", "falling"))
_LATER = 40
_MOVED = 8
"""Words behind a new value in which its verb of change stands."""
_COUNTS = frozenset(("count", "number"))
"""Kinds of quantity whose case the noun behind them bears: «139 kişiye çıktı»."""


def direction_of(lemma: str | None) -> Direction | None:
    """Return the direction of a verb of rising or falling."""
    if lemma in lexicon("verbs", "rising"):
        return "up"
    return "down" if lemma in lexicon("verbs", "falling") else None


@lru_cache(maxsize=2048)
def _noun_direction(word: str, strict: bool) -> Direction | None:
    """Return the direction of a noun of change in any case: «artışla», «düşüşü»; `strict` leaves out the weak ones."""
    for name in (word, noun(word).lemma):
        for direction, section in _SECTIONS:
            if name in lexicon("nouns", section) or (not strict and name in lexicon("nouns", f"weak_{section}")):
                return direction
    return None


def role_of(seat: Seat, neighbours: Sequence[Seat], head: Head) -> tuple[Role, Direction | None]:
    """Return role and direction of `seat` under `head`."""
    direction = direction_of(head.lemma) or _undergone(seat, head)
    case = case_of(seat)
    change = _change(seat, head, case)
    if change:
        return "change", change
    if _is_old(seat, neighbours, head, case):
        return "from", direction
    near, moves = head.index - seat.last, _moves(seat, neighbours, head, case)
    if seat.quantity.kind != "ordinal" and _shared(seat, head):
        return "share", direction if near < 4 and not moves else None
    told = not moves and _told(seat, case, near) and not _set_off(seat, neighbours, head)
    return "level", direction if told else None


def told_by(seat: Seat, what: Sequence[str], role: Role, direction: Direction | None) -> tuple[Role, Direction | None]:
    """Return role and direction, read again once `what` is known, the words of the phrase in lower case.

    A percentage of a rise is a change, «nominal büyüme en kötü yılda bile %25», one of a part a share, «payı yüzde 18»;
    and a loss that mends goes down, «zararın yüzde 24 iyileşme ile 22 milyon lira olduğu».
    """
    if not what:
        return role, direction
    kind, measured = seat.quantity.kind, noun(what[-1])
    if role == "change" and direction == "up" and {what[-1], measured.lemma} & lexicon("nouns", "ills"):
        behind = seat.words[seat.outer_last + 1 : seat.outer_last + 3]
        if any(word.lower.startswith(tuple(lexicon("nouns", "mending"))) for word in behind):
            return role, "down"
    if kind not in ("percent", "number") or role != "level" or direction is not None:
        return role, direction
    if kind == "percent" and (found := _noun_direction(what[-1], strict=True)):
        return "change", found
    owned = measured.possessed or measured.case == "acc|poss"
    other = len(what) > 1 and what[-2] in lexicon("nouns", "other_portions")
    portion = owned and not other and measured.lemma in lexicon("nouns", "portions")
    return ("share" if portion else role), direction


def _told(seat: Seat, case: str, near: int) -> bool:
    """True where a level may have the direction of its verb.

    A length of time mostly tells when («50 yılda küçüldü»); far from the verb stand amounts («tüketimini 192 ton,
    salımını 44 ton azalttı») and who does something («iki ülke … artıracak»).
    """
    kind = seat.quantity.kind
    if case in ("dat", "acc", "abl"):
        return True
    return kind != "duration" and (case == "loc" or near < 3 or (case == "" and kind in ("money", "measure")))


def _set_off(seat: Seat, neighbours: Sequence[Seat], head: Head) -> bool:
    """«Bütçe 92 milyar TL, geçen yıla göre yüzde 8 arttı»: a level behind its comma, and how much it has moved."""
    comma = seat.outer_last + 1
    if seat.quantity.case or comma >= len(seat.words) or seat.words[comma].text != ",":
        return False
    return any(other.quantity.kind == "percent" and other.last < head.index for other in _later(seat, neighbours))


def _undergone(seat: Seat, head: Head) -> Direction | None:
    """«29 dolara kadar ciddi bir çöküş yaşadı»: an end point, and the noun of change of its verb."""
    if head.lemma not in lexicon("verbs", "undergoing") or case_of(seat) != "dat" or head.index - 1 <= seat.last:
        return None
    return _noun_direction(seat.words[head.index - 1].lower, strict=True)


def _moves(seat: Seat, neighbours: Sequence[Seat], head: Head, case: str) -> bool:
    """True where a verb such as «çıkmak» means a way and no change, since it has no end: «satışa çıkardı».

    An end is a quantity in the dative («5'e», «5'in altına», «5 kişiye»), after an ablative also another one.
    """
    if head.lemma not in lexicon("verbs", "moving") or case == "dat":
        return False
    carrier = seat.outer_last if seat.outer_last > seat.last else seat.last + (seat.quantity.kind in _COUNTS)
    if seat.last < carrier < len(seat.words) and noun(seat.words[carrier].lower).case == "dat":
        return False
    return case != "abl" or all(case_of(other) != "dat" for other in _later(seat, neighbours))


def case_of(seat: Seat) -> str:
    """The case of the quantity, or of the carrier after it: «yüzde 2,7 aralığından» is an ablative."""
    case, after = seat.quantity.case, seat.last + 1
    if case or after >= len(seat.words):
        return case
    carrier = noun(seat.words[after].lower)
    if carrier.lemma in lexicon("roles", "carriers") and carrier.case in ("dat", "abl"):
        return carrier.case
    return case


def _change(seat: Seat, head: Head, case: str) -> Direction | None:
    """The direction where the quantity is an amount of change."""
    kind, direction, beside = seat.quantity.kind, direction_of(head.lemma), head.seat
    if kind in ("ordinal", "duration"):
        stretched = kind == "duration" and head.lemma in lexicon("verbs", "stretching") and _measures(beside, head)
        return direction if stretched and case == "" else None
    if kind == "ratio" and (case == "dat" or (case == "abl" and _measures(beside, head))):
        return direction
    if case in ("", "lik") or seat.outer_last > seat.last or _passed(beside, head):
        found = _noun_after(beside, head) or _valued(beside, head) or _compared(beside)
        if found:
            return found
    if direction and (case == "" or _bounded(seat, head, case)) and _measures(beside, head):
        return direction
    return _noun_before(seat) if kind == "percent" else None


def _bounded(seat: Seat, head: Head, case: str) -> bool:
    """True for «yüzde 5'ten fazla arttı»; «yüzde 5'e kadar yükseldi», «yüzde 5'ten düşük çıktı» name an end point."""
    if case == "abl" and head.lemma in lexicon("verbs", "moving"):
        return False
    return case in ("abl", "dat") and seat.outer_last > seat.last and seat.words[seat.last + 1].lower != "kadar"


def _passed(seat: Seat, head: Head) -> bool:
    """True for «yüzde 160'ı aşan zam»: a participle of reaching stands between the amount and its noun."""
    form = head.form
    if form is None or form.marker != "an" or head.index > seat.outer_last + 1:
        return False
    return head.lemma in lexicon("verbs", "reaching")


def _noun_after(seat: Seat, head: Head) -> Direction | None:
    """A noun of change at most four words on: «yüzde 5 oranında bir artış»."""
    words, kind = seat.words, seat.quantity.kind
    weak = kind in ("percent", "number")
    first = seat.outer_last + 1
    stop = head.index if head.index >= 0 else len(words)
    if _passed(seat, head):
        first, stop = max(first, head.index + 1), len(words)
    for i in range(first, min(first + 4, stop)):
        if not words[i].text[0].isalnum() or (kind == "count" and i > first and not words[i - 1].lower.endswith(_PER)):
            return None
        found = _noun_direction(words[i].lower, not weak)
        if found:
            return found
    return None


_PER = ("lik", "lık", "luk", "lük", "bir", "kişi", "adet")


def _noun_before(seat: Seat) -> Direction | None:
    """A noun of change right before the quantity: «değer kaybı yüzde 20'ye ulaştı»."""
    for i in range(seat.outer_first - 1, max(-1, seat.outer_first - 4), -1):
        word = seat.words[i]
        case = noun(word.lower).case
        found = _noun_direction(word.lower, strict=True) if case in ("nom", "acc|poss") else None
        if found or not (case == "loc" or word.lower in lexicon("roles", "passing")):
            return found
    return None


def _valued(seat: Seat, head: Head) -> Direction | None:
    """«yüzde 5 değer kazandı», «yatırımcısına yüzde 3 kaybettirdi», «16 puan fark attı»."""
    words = seat.words
    near = [words[i].lower for i in range(seat.outer_last + 1, min(seat.outer_last + 4, len(words)))]
    if near and near[0] in lexicon("nouns", "leads") and head.lemma in lexicon("verbs", "leading"):
        return "up"
    if "değer" not in near and not (seat.quantity.kind == "percent" and _measures(seat, head)):
        return None
    if head.index > seat.outer_last + 5:
        return None
    if head.lemma in lexicon("verbs", "gaining"):
        return "up"
    return "down" if head.lemma in lexicon("verbs", "losing") else None


def _compared(seat: Seat) -> Direction | None:
    """A difference against a base: «yüzde 40 daha hızlı», «üç kat fazla», «ortalamanın yüzde 14 altında»."""
    words, i = seat.words, seat.outer_last + 1
    if seat.quantity.unit == "x" and seat.last + 1 < len(words) and words[seat.last + 1].lower != "daha":
        return _side(words[seat.last + 1].lower, "more", "less")
    if i < len(words) and words[i].lower == "oranında":
        i += 1
    if i + 1 < len(words) and words[i].lower == "daha":
        return _side(words[i + 1].lower, "more", "less")
    if seat.quantity.case == "" and seat.last + 1 < len(words) and _whole_before(seat):
        return _side(words[seat.last + 1].lower, "above", "below")
    return None


def _side(word: str, up: str, down: str) -> Direction | None:
    if word in lexicon("roles", up):
        return "up"
    return "down" if word in lexicon("roles", down) else None


def _measures(seat: Seat, head: Head) -> bool:
    """True where only passing words stand between the quantity and its verb: «yüzde 5 oranında arttı»."""
    passing = lexicon("roles", "passing")
    return all(word.lower in passing for word in seat.words[seat.outer_last + 1 : head.index] if word.text[0].isalnum())


def _is_old(seat: Seat, neighbours: Sequence[Seat], head: Head, case: str) -> bool:
    """True for the old value beside the new one of the same kind: «3'ten 5'e», «3 iken 5 oldu», «3 olan … 5'e»."""
    kind, unit = seat.quantity.kind, seat.quantity.unit
    if case == "abl":
        later = _later(seat, neighbours)
        return any(
            other.quantity.kind == kind and case_of(other) == "dat" and other.last < head.index for other in later
        )
    if _replaced(seat, neighbours, head):
        return True
    if head.lemma != "olmak" or kind == "duration" or case not in ("", "loc") or head.index > seat.outer_last + 2:
        return False
    form = head.form
    old = seat.words[head.index].lower.endswith(("yken", "rken")) if form is None else form.marker in ("an", "iken")
    return old and any(
        other.quantity.kind == kind and other.quantity.unit == unit for other in _later(seat, neighbours)
    )


def _replaced(seat: Seat, neighbours: Sequence[Seat], head: Head) -> bool:
    """«78,86 milyar metreküp doğalgaz ihraç ederken, bu miktar 80,84 milyar metreküpe çıktı»."""
    words = seat.words
    if head.index < seat.last or not words[head.index].lower.endswith("ken"):
        return False
    new = next((other for other in _later(seat, neighbours) if other.first > head.index), None)
    alike = new is not None and (new.quantity.kind, new.quantity.unit) == (seat.quantity.kind, seat.quantity.unit)
    if new is None or not alike or case_of(new) != "dat":
        return False
    behind = words[new.last + 1 : new.last + 1 + _MOVED]
    moved = next((form for word in behind if (form := verb(word.lower)) is not None), None)
    if moved is None or not direction_of(moved.lemma):
        return False
    between = words[head.index + 1 : new.first]
    return any(a.lower == "bu" and noun(b.lower).lemma in lexicon("roles", "values") for a, b in pairwise(between))


def _later(seat: Seat, neighbours: Sequence[Seat]) -> Sequence[Seat]:
    here = bisect_right(neighbours, seat.last, key=lambda other: other.first)
    return neighbours[here : here + _LATER]


def _shared(seat: Seat, head: Head) -> bool:
    if is_share(seat, head):
        return True
    return head.seat is not seat and seat.quantity.kind == "percent" and is_share(head.seat, head)


def is_share(seat: Seat, head: Head) -> bool:
    """True where the quantity is a part of a whole: «nüfusun yüzde 40'ı», «12 yaralının 3'ü», «yüzde 10'luk kısmı»."""
    quantity = seat.quantity
    if quantity.kind == "ratio":
        return quantity.unit is None
    if quantity.kind == "percent" and not direction_of(head.lemma) and _part_near(seat):
        return True
    if quantity.case == "lik":
        after = seat.words[seat.outer_last + 1] if seat.outer_last + 1 < len(seat.words) else None
        return after is not None and noun(after.lower).lemma in lexicon("nouns", "parts")
    if quantity.kind == "duration" or quantity.bound in ("more_than", "less_than"):
        return False
    return _possessed(seat, head) or _in_brackets(seat)


def _in_brackets(seat: Seat) -> bool:
    """«1.250 kişi (yüzde 12)»: the percentage in brackets is the part that the count before makes."""
    words, before = seat.words, seat.outer_first - 1
    if seat.quantity.kind != "percent" or before < 1 or words[before].text != "(" or seat.outer_last + 1 >= len(words):
        return False
    counted = any(word.text[0].isdigit() for word in words[max(0, before - 4) : before])
    return counted and words[seat.outer_last + 1].text == ")"


def _part_near(seat: Seat) -> bool:
    """«yüzde 14'lük pazar payı», «payı yüzde 5»."""
    words, parts = seat.words, lexicon("nouns", "parts")
    near = (*words[max(0, seat.outer_first - 2) : seat.outer_first], *words[seat.outer_last + 1 : seat.outer_last + 5])
    return any(noun(word.lower).lemma in parts for word in near)


def _possessed(seat: Seat, head: Head) -> bool:
    """True where the quantity itself carries a possessive: «yüzde 40'ı», «3'ü», «155 milyon lirası»."""
    words, kind = seat.words, seat.quantity.kind
    last = words[seat.last]
    detached = seat.last > seat.first and words[seat.last - 1].text in ("’", "'")
    if last.suffix or detached:
        possessed = POSSESSED.fullmatch(last.suffix or last.lower) is not None
    elif kind in ("money", "measure", "count", "percent") and not copular(last):
        form = noun(last.lower)
        # a passive or copular clause has no object: its -ı is a possessive
        subject = form.case == "acc|poss" and (head.lemma == "olmak" or (head.form is not None and head.form.passive))
        possessed = (form.possessed and not form.relative) or subject
    else:
        return False
    if possessed and head.lemma in lexicon("verbs", "reaching") and seat.quantity.case in ("", "acc"):
        return _whole_before(seat)
    return possessed


def _whole_before(seat: Seat) -> bool:
    before = seat.outer_first - 1
    return before >= 0 and noun(seat.words[before].lower).case == "gen"
