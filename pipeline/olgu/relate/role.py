"""What part a quantity plays beside its verb: level, change, from or share; and the direction of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from olgu.analyse.morphology import noun
from olgu.analyse.words import Word
from olgu.article import Direction, Role
from olgu.relate.clause import Head, lexicon
from olgu.relate.seat import Seat

_POSSESSED = re.compile(r"(?:s?[ıiuü]|l[ae]r[ıi])(?:n[ıiuü]n|n[ıiuü]|n[ae]|n[dt][ae]n?|yl[ae])?")
_UNIT_POSSESSED = re.compile(
    r"[a-zçğıöşü]{2,}?s[ıiuü](?:n[ıiuü]n|n[ıiuü]|n[ae]|n[dt][ae]n?|yl[ae])?|[a-zçğıöşü]{2,}?[ıiuü](?:n[ae]|n[dt][ae]n?)?"
)
_MEASURED = frozenset(("percent", "money", "measure", "number", "ratio", "count"))


def direction_of(lemma: str | None) -> Direction | None:
    """Return the direction of a verb of rising or falling."""
    if lemma in lexicon("verbs", "rising"):
        return "up"
    return "down" if lemma in lexicon("verbs", "falling") else None


def _noun_direction(word: Word, strict: bool) -> Direction | None:
    """Return the direction of a noun of change in any case: «artışla», «düşüşü»; `strict` leaves out the weak ones."""
    names = (word.lower, noun(word.lower).lemma)
    for direction, section in (("up", "rising"), ("down", "falling")):
        for name in names:
            if name in lexicon("nouns", section) or (not strict and name in lexicon("nouns", f"weak_{section}")):
                return direction  # type: ignore[return-value]
    return None


def role_of(seat: Seat, neighbours: Sequence[Seat], head: Head) -> tuple[Role, Direction | None]:
    """Return role and direction of `seat` under `head`."""
    kind = seat.quantity.kind
    verb_direction = direction_of(head.lemma)
    case = seat.quantity.case
    if kind in _MEASURED:
        change = _change(seat, head, case)
        if change:
            return "change", change
    if _is_old(seat, neighbours, head, case):
        return "from", verb_direction
    if kind != "ordinal" and _is_share(seat, head, case):
        return "share", verb_direction if verb_direction and head.index - seat.last < 4 else None
    if verb_direction and (case in ("dat", "acc", "loc", "abl") or head.index - seat.last < 3):
        return "level", verb_direction
    return "level", None


def _change(seat: Seat, head: Head, case: str) -> Direction | None:
    """The direction where the quantity is an amount of change."""
    if case not in ("", "lik", "ins", "dat", "loc"):
        return None
    beside = head.seat
    if case in ("", "lik"):
        found = _noun_after(beside, head) or _valued(beside, head) or _compared(beside)
        if found:
            return found
        if case == "" and direction_of(head.lemma) and _measures(beside, head):
            return direction_of(head.lemma)
    return _noun_before(seat) if seat.quantity.kind == "percent" else None


def _noun_after(seat: Seat, head: Head) -> Direction | None:
    """A noun of change at most three words on: «yüzde 5 oranında bir artış»."""
    words = seat.words
    stop = head.index if head.index >= 0 else len(words)
    strict = seat.quantity.kind not in ("percent", "number")
    for i in range(seat.outer_last + 1, min(seat.outer_last + 5, stop)):
        if not words[i].is_word:
            return None
        found = _noun_direction(words[i], strict)
        if found:
            return found
    return None


def _noun_before(seat: Seat) -> Direction | None:
    """A noun of change right before the quantity: «değer kaybı yüzde 20'ye ulaştı»."""
    for i in range(seat.outer_first - 1, max(-1, seat.outer_first - 3), -1):
        word = seat.words[i]
        if not word.is_word or noun(word.lower).case not in ("nom", "acc|poss"):
            return None
        found = _noun_direction(word, strict=True)
        if found:
            return found
        if word.lower not in lexicon("roles", "passing"):
            return None
    return None


def _valued(seat: Seat, head: Head) -> Direction | None:
    """«yüzde 5 değer kazandı», «yüzde 3 değer kaybıyla»."""
    words = seat.words
    near = [words[i].lower for i in range(seat.outer_last + 1, min(seat.outer_last + 4, len(words)))]
    if "değer" not in near or head.index > seat.outer_last + 5:
        return None
    if head.lemma in lexicon("verbs", "gaining"):
        return "up"
    return "down" if head.lemma in lexicon("verbs", "losing") else None


def _compared(seat: Seat) -> Direction | None:
    """A difference against a base: «yüzde 40 daha hızlı», «ortalamanın yüzde 14 altında»."""
    words = seat.words
    i = seat.outer_last + 1
    if i < len(words) and words[i].lower == "oranında":
        i += 1
    if i + 1 < len(words) and words[i].lower == "daha":
        adjective = words[i + 1].lower
        if adjective in lexicon("roles", "more"):
            return "up"
        return "down" if adjective in lexicon("roles", "less") else None
    return None


def _measures(seat: Seat, head: Head) -> bool:
    """True where only passing words stand between the quantity and its verb: «yüzde 5 oranında arttı»."""
    passing = lexicon("roles", "passing")
    between = (word for word in seat.words[seat.outer_last + 1 : head.index] if word.is_word)
    return all(word.lower in passing for word in between)


def _is_old(seat: Seat, neighbours: Sequence[Seat], head: Head, case: str) -> bool:
    """True for the old value beside the new one of the same kind: «3'ten 5'e», «3 iken 5 oldu», «3 olan … 5'e»."""
    later = [other for other in neighbours if other.first > seat.last and other.quantity.kind == seat.quantity.kind]
    if case == "abl":
        return any(other.quantity.case == "dat" and other.last < head.index for other in later)
    form = head.form
    if form is None or head.index > seat.outer_last + 3 or form.lemma != "olmak":
        return False
    if form.marker not in ("an", "ken", "iken", "acak"):
        return False
    return any(other.quantity.unit == seat.quantity.unit for other in later)


def _is_share(seat: Seat, head: Head, case: str) -> bool:
    quantity = seat.quantity
    if quantity.kind == "ratio":
        return quantity.unit is None
    if quantity.kind == "percent" and not direction_of(head.lemma) and _part_near(seat):
        return True
    if case == "lik":
        after = seat.words[seat.outer_last + 1] if seat.outer_last + 1 < len(seat.words) else None
        return after is not None and noun(after.lower).lemma in lexicon("nouns", "parts")
    if quantity.kind == "duration" or quantity.bound in ("more_than", "less_than"):
        return False
    return _possessed(seat, head) or _partitive(seat)


def _part_near(seat: Seat) -> bool:
    """«yüzde 14'lük pazar payı», «payı yüzde 5»."""
    words, parts = seat.words, lexicon("nouns", "parts")
    near = (*words[max(0, seat.outer_first - 2) : seat.outer_first], *words[seat.outer_last + 1 : seat.outer_last + 5])
    return any(noun(word.lower).lemma in parts for word in near)


def _possessed(seat: Seat, head: Head) -> bool:
    """True where the quantity itself carries a possessive: «yüzde 40'ı», «3'ü», «155 milyon lirası»."""
    words = seat.words
    last = words[seat.last]
    if last.suffix:
        possessed = _POSSESSED.fullmatch(last.suffix) is not None
    elif seat.last > seat.first and words[seat.last - 1].text in ("’", "'"):
        possessed = _POSSESSED.fullmatch(last.lower) is not None
    else:
        possessed = seat.quantity.kind in ("money", "measure", "count") and noun(last.lower).possessed
    if not possessed:
        return False
    if head.lemma in lexicon("verbs", "reaching") and seat.quantity.case in ("", "acc"):
        return _whole_before(seat)
    return True


def _whole_before(seat: Seat) -> bool:
    before = seat.outer_first - 1
    return before >= 0 and noun(seat.words[before].lower).case == "gen"


def _partitive(seat: Seat) -> bool:
    """«139 çalışandan 36'sı», «139 çalışandan 36 kişi»: a count right after an ablative of another count."""
    i = seat.outer_first - 1
    if seat.quantity.kind != "count" or i < 1:
        return False
    return noun(seat.words[i].lower).case == "abl" and seat.words[i - 1].text[:1].isdigit()
