"""What a quantity measures or counts: candidate heads of noun phrases and the features that rank them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from olgu.article import Slot
from olgu.relate.phrase import phrase
from olgu.relate.ranker import Group, Ranker
from olgu.relate.view import VERBAL, Ground, bucket

_HEADS = frozenset({"noun", "name", "adj", "pron", "vn", "part"})
_REACH_LEFT, _REACH_RIGHT = 40, 16
_SUFFIX_TOKENS = frozenset("%'’")

Earlier = Sequence[tuple[int, Slot, str]]
"""The phrases of the facts before, latest last: sentence index, phrase, and kind and unit ("money.USD")."""


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate: the index of the phrase's last word, or a phrase carried over from an earlier fact (index -1)."""

    index: int
    groups: tuple[Group, ...]
    carried: Slot | None = None


def choose(ground: Ground, earlier: Earlier, ranker: Ranker, reach: Ranker) -> tuple[Slot | None, float]:
    """Return the phrase that the quantity measures or counts, and how sure the ranker is of it (0..1)."""
    candidates = heads(ground, earlier)
    if not candidates:
        return None, 0.0
    choice = ranker.choose([head.groups for head in candidates])
    head = candidates[choice.index]
    if head.carried is not None:
        return Slot(head.carried.start, head.carried.end, "what.carried"), choice.probability
    first, last = phrase(ground, head.index, reach)
    words = ground.view.words
    side = "after" if head.index > ground.seat.last else "before"
    return Slot(words[first].start, words[last].end, f"what.{side}"), choice.probability


def heads(ground: Ground, earlier: Earlier) -> list[Head]:
    """Return the candidates of a quantity."""
    seat, view = ground.seat, ground.view
    ends = {slot.end for at, slot, _ in earlier if at == seat.sentence.index}
    opening = _opening(ground)
    result = []
    for i in range(max(0, seat.first - _REACH_LEFT), min(len(view.parts), seat.last + 1 + _REACH_RIGHT)):
        if view.parts[i].tag not in _HEADS or view.words[i].text[0] in _SUFFIX_TOKENS:
            continue
        if seat.first <= i <= seat.last:
            if seat.quantity.kind not in {"ratio", "number"} or i == seat.last:
                continue
        elif view.owner[i] >= 0:
            continue
        result.append(Head(i, _groups(ground, i, opening, view.words[i].end in ends)))
    result += _carried(ground, earlier)
    return result


def _opening(ground: Ground) -> str:
    """Spell what stands right behind the quantity and its bound words."""
    i = ground.seat.outer_last + 1
    view = ground.view
    return f"{view.parts[i].tag}.{view.lexical[i]}" if i < len(view.parts) else "end"


def _groups(ground: Ground, i: int, opening: str, carry: bool) -> tuple[Group, ...]:
    seat, view = ground.seat, ground.view
    kind, case = seat.quantity.kind, seat.quantity.case
    part, form, lexical = view.parts[i], view.forms[i], view.lexical[i]
    if i < seat.first:
        side, low, high = "before", i + 1, seat.outer_first
    else:
        side, low, high = ("after" if i > seat.last else "in"), seat.outer_last + 1, i
    low = min(low, high)
    near = bucket(view.plain[high] - view.plain[low])
    comma = view.commas[high] > view.commas[low]
    verbs = min(view.verbs[high] - view.verbs[low], 2)
    numbers = min(view.numbers[high] - view.numbers[low], 2)
    stops = (
        f"{view.conjunctions[high] > view.conjunctions[low]:d}{view.postpositions[high] > view.postpositions[low]:d}"
    )
    governor = ground.governor
    verb_side = "" if governor < 0 else "pre" if i < governor else "post"
    previous = view.forms[i - 1] if i else "start"
    groups: list[Group] = [
        (_position, (side, near, kind, case, opening, form, part.tag, i == 0)),
        (_following, (side, _behind(ground, i), part.case, form, kind)),
        (_lexical_class, (side, lexical, kind, case, opening, seat.quantity.unit)),
        (_lemma, (side, part.lemma, kind)),
        (_gap, (side, comma, verbs, numbers, kind, stops, near)),
        (_governed, (ground.governor_lemma, side, form, verb_side)),
        (_flags, (side, view.timed[i], carry, kind, case, previous, form)),
    ]
    if side == "after":
        groups += _run(ground, i, form)
    return tuple(groups)


def _position(
    side: str, near: int, kind: str, case: str, opening: str, form: str, tag: str, first: bool
) -> tuple[str, ...]:
    return (
        f"side:{side}:{kind}:{case}", f"near:{side}:{near}:{kind}", f"near:{side}:{near}:{case}:{opening}", f"form:{side}:{form}",
        f"form:{side}:{form}:{kind}", f"form:{side}:{form}:{near}", f"form:{side}:{form}:{case}:q", f"role:{side}:{opening}:{form}",
        f"lik:{side}:{case}:{near}:{tag}", f"first:{side}:{first}",
    )  # fmt: skip


def _following(side: str, behind: str, own_case: str, form: str, kind: str) -> tuple[str, ...]:
    return (f"next:{side}:{behind}", f"next:{side}:{behind}:{own_case}", f"next:{side}:{behind}:{form}:{kind}")


def _lexical_class(side: str, lexical: str, kind: str, case: str, opening: str, unit: str | None) -> tuple[str, ...]:
    return (
        f"lex:{side}:{lexical}:{kind}", f"lex:{side}:{lexical}:{case}:q", f"lex:{side}:{lexical}:{opening}",
        f"unit:{side}:{unit}:{lexical}",
    )  # fmt: skip


def _lemma(side: str, lemma: str, kind: str) -> tuple[str, ...]:
    return (f"lemma:{side}:{lemma}", f"lemma:{lemma}:{kind}")


def _gap(side: str, comma: bool, verbs: int, numbers: int, kind: str, stops: str, near: int) -> tuple[str, ...]:
    gap = f"gap:{side}:c{comma:d}:v{verbs}:n{numbers}"
    return (gap, f"{gap}:{kind}", f"stops:{side}:{stops}:{near}")


def _governed(governor: str, side: str, form: str, verb_side: str) -> tuple[str, ...]:
    return (f"verb:{side}:{verb_side}:{form}", f"gov:{governor}:{side}:{form}", f"gov:{governor}:{side}")


def _flags(side: str, timed: bool, carry: bool, kind: str, case: str, previous: str, form: str) -> tuple[str, ...]:
    features = [f"prev:{side}:{previous}:{form}"]
    if timed:
        features.append(f"timed:{side}:{kind}")
    if carry:
        features += [f"carry:{side}:{kind}", f"carry:{side}:{case}:q", "carry"]
    return tuple(features)


def _run(ground: Ground, i: int, form: str) -> list[Group]:
    """A candidate after the number: what the run of words from the number to it, and the word behind it, look like."""
    view, start = ground.view, ground.seat.outer_last + 1
    opening = view.parts[start]
    behind = view.parts[i + 1] if i + 1 < len(view.parts) else None
    verb = behind.lemma if behind and behind.tag in VERBAL else ""
    owner = view.owner[i - 1]
    direct = owner >= 0 and not ground.seat.first <= i - 1 <= ground.seat.last
    known = "counted" in view.lexical[start:i]
    return [
        (_run_shape, (min(i - start, 5), form, ground.seat.quantity.kind, view.forms[start], known, direct)),
        (_run_words, (opening.lemma, min(i - start, 2), verb, view.parts[i].lemma)),
        (_run_end, (view.forms[i + 1] if behind else "end", form, known)),
    ]


def _run_shape(length: int, form: str, kind: str, opening: str, known: bool, direct: bool) -> tuple[str, ...]:
    return (
        f"run:{length}:{form}:{kind}", f"run:{opening}:{min(length, 3)}:{form}", f"run:known{known}:{form}:{kind}",
        f"run:direct{direct}:{kind}",
    )  # fmt: skip


def _run_words(opening: str, length: int, verb: str, lemma: str) -> tuple[str, ...]:
    return (f"run:open:{opening}:{length}", f"run:verb:{verb}", f"run:verb:{lemma}:{verb}")


def _run_end(behind: str, form: str, known: bool) -> tuple[str, ...]:
    return (f"run:behind:{behind}:{form}:{known}",)


def _behind(ground: Ground, i: int) -> str:
    """Say what stands behind word `i`: "quantity" for this number, "number" for another, "time", "end", or its form."""
    view, seat, j = ground.view, ground.seat, i + 1
    if j >= len(view.parts):
        return "end"
    if seat.outer_first <= j <= seat.outer_last:
        return "quantity"
    if view.owner[j] >= 0:
        return "number"
    if view.timed[j]:
        return "time"
    part = view.parts[j]
    if part.tag in {"post", "conj", "punct"}:
        return f"{part.tag}.{part.lemma}"
    return f"{part.tag}.p" if part.possessive else part.tag


def _carried(ground: Ground, earlier: Earlier) -> list[Head]:
    """Offer the phrase of the last fact of an earlier sentence, and the last one of the same kind and unit."""
    seat, quantity = ground.seat, ground.seat.quantity
    before = [entry for entry in earlier if entry[0] < seat.sentence.index]
    if not before:
        return []
    mine = f"{quantity.kind}.{quantity.unit}"
    left = min(sum(part.tag in {"noun", "name"} for part in ground.parts[: seat.first]), 3)
    result, seen = [], set()
    for name, entries in (("last", before[-1:]), ("alike", [e for e in before if e[2] == mine][-1:])):
        for at, slot, theirs in entries:
            if slot.start not in seen:
                seen.add(slot.start)
                far = min(seat.sentence.index - at, 3)
                key = (name, far, mine == theirs, quantity.kind, quantity.case, left, ground.governor_lemma)
                result.append(Head(-1, ((_far, key),), slot))
    return result


def _far(name: str, far: int, alike: bool, kind: str, case: str, left: int, governor: str) -> tuple[str, ...]:
    return (
        f"far:{name}:{far}", f"far:{name}:{far}:{alike}:{kind}", f"far:alike{alike}:{case}", f"far:left{left}:{alike}",
        f"far:gov:{governor}", f"far:{name}:{kind}:{left}",
    )  # fmt: skip
