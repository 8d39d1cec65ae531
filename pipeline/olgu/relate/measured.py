"""What a quantity measures or counts: candidate heads of noun phrases, their features, and how far a phrase reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from olgu.analyse.words import Word
from olgu.article import Slot
from olgu.relate.parts import Part, lexicon
from olgu.relate.ranker import Ranker
from olgu.relate.seat import Seat

_VERBAL = frozenset({"fin", "part", "conv", "vn"})
_HEADS = frozenset({"noun", "name", "adj", "pron", "vn", "part"})
_REACH_LEFT, _REACH_RIGHT = 40, 16
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate: the index of the phrase's last word, or a phrase carried over from an earlier fact."""

    index: int
    features: tuple[str, ...]
    carried: Slot | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A quantity's sentence as the rules see it: parts, words in times, words in any quantity (its number, else -1)."""

    seat: Seat
    parts: Sequence[Part]
    timed: frozenset[int]
    owner: Sequence[int]
    governor: int
    """Index of the governing verb, -1 where there is none."""
    governor_lemma: str


def _bucket(distance: int) -> str:
    for limit in (0, 1, 2, 4, 7, 12):
        if distance <= limit:
            return str(limit)
    return "far"


def _lexical(part: Part) -> str:
    classes = lexicon()
    for name in ("change", "counted", "measured"):
        if part.lemma in classes[name]:
            return name
    return "other"


def _between(ground: Ground, i: int) -> tuple[int, int]:
    """Return the half-open range of words between candidate `i` and the quantity with its bound words."""
    seat = ground.seat
    return (i + 1, seat.outer_first) if i < seat.first else (seat.outer_last + 1, i)


def _features(ground: Ground, i: int, carried: Sequence[int]) -> tuple[str, ...]:
    seat, parts = ground.seat, ground.parts
    quantity, part = seat.quantity, parts[i]
    low, high = _between(ground, i)
    side = "in" if seat.first <= i <= seat.last else "after" if i > seat.last else "before"
    gap = range(low, high)
    tags = [parts[j].tag for j in gap if j not in ground.timed]
    plain = sum(tag not in {"punct", "adv", "det"} for tag in tags)
    comma = any(tag == "punct" for tag in tags)
    verbs = sum(tag in _VERBAL for tag in tags)
    numbers = len({ground.owner[j] for j in gap if ground.owner[j] >= 0})
    kind = quantity.kind
    following = _tag_after(ground, i)
    form = _form(part)
    lexical = _lexical(part)
    near = _bucket(plain)
    after_quantity = parts[seat.outer_last + 1] if seat.outer_last + 1 < len(parts) else None
    next_class = f"{after_quantity.tag}.{_lexical(after_quantity)}" if after_quantity else "end"
    verb_side = "" if ground.governor < 0 else "pre" if i < ground.governor else "post"
    stops = {"conj", "post"} & set(tags)
    features = [
        f"side:{side}:{kind}:{quantity.case}", f"near:{side}:{near}:{kind}", f"near:{side}:{near}:{quantity.case}:{next_class}",
        f"form:{side}:{form}", f"form:{side}:{form}:{kind}", f"form:{side}:{form}:{near}", f"form:{side}:{form}:{quantity.case}",
        f"next:{side}:{following}", f"next:{side}:{following}:{part.case}", f"next:{side}:{following}:{form}:{kind}",
        f"lex:{side}:{lexical}:{kind}", f"lex:{side}:{lexical}:{quantity.case}", f"lex:{side}:{lexical}:{next_class}",
        f"lemma:{side}:{part.lemma}", f"lemma:{part.lemma}:{kind}",
        f"gap:{side}:c{comma:d}:v{min(verbs, 2)}:n{min(numbers, 2)}", f"gap:{side}:c{comma:d}:v{min(verbs, 2)}:n{min(numbers, 2)}:{kind}",
        f"stops:{side}:{'.'.join(sorted(stops))}:{near}", f"verb:{side}:{verb_side}:{form}",
        f"gov:{ground.governor_lemma}:{side}:{form}", f"gov:{ground.governor_lemma}:{side}",
        f"role:{side}:{next_class}:{form}", f"lik:{side}:{quantity.case}:{near}:{part.tag}",
        f"first:{side}:{i == 0}", f"unit:{side}:{quantity.unit}:{lexical}",
    ]  # fmt: skip
    if side == "after":
        features += _run_features(ground, i)
    if i in ground.timed:
        features.append(f"timed:{side}:{kind}")
    if i in carried:
        features += [f"carry:{side}:{kind}", f"carry:{side}:{quantity.case}", "carry"]
    if i - 1 >= 0 and parts[i - 1].tag in {"adj", "noun", "name", "part"}:
        features.append(f"prev:{side}:{parts[i - 1].tag}:{parts[i - 1].case}:{form}")
    return tuple(features)


def _run_features(ground: Ground, i: int) -> list[str]:
    """A candidate after the number: what the run of words from the number to it, and the word behind it, look like."""
    parts, start = ground.parts, ground.seat.outer_last + 1
    opening = parts[start]
    form = _form(parts[i])
    kind = ground.seat.quantity.kind
    behind = parts[i + 1] if i + 1 < len(parts) else None
    verb = behind.lemma if behind and behind.tag in _VERBAL else ""
    direct = i > 0 and ground.owner[i - 1] >= 0 and not ground.seat.first <= i - 1 <= ground.seat.last
    known = any(parts[j].lemma in lexicon()["counted"] for j in range(start, i))
    return [
        f"run:{min(i - start, 5)}:{form}:{kind}", f"run:{_form(opening)}:{min(i - start, 3)}:{form}", f"run:known{known}:{form}:{kind}",
        f"run:open:{opening.lemma}:{min(i - start, 2)}", f"run:verb:{verb}", f"run:verb:{parts[i].lemma}:{verb}", f"run:direct{direct}:{kind}",
        f"run:behind:{_form(behind) if behind else 'end'}:{form}:{known}",
    ]  # fmt: skip


def _tag_after(ground: Ground, i: int) -> str:
    """Say what stands after word `i`: its tag and form, "quantity" for a number, "end" at the sentence's end."""
    j = i + 1
    if j >= len(ground.parts):
        return "end"
    if ground.seat.outer_first <= j <= ground.seat.outer_last:
        return "quantity"
    if ground.owner[j] >= 0:
        return "number"
    if j in ground.timed:
        return "time"
    part = ground.parts[j]
    return f"{part.tag}{'.p' if part.possessive else ''}" + (f".{part.lemma}" if part.tag in {"post", "conj", "punct"} else "")


def heads(ground: Ground, earlier: Sequence[tuple[int, Slot, str]]) -> list[Head]:
    """Return the candidates of a quantity.

    `earlier` holds the phrases of the facts before this one, latest last: (sentence index, phrase, kind and unit).
    """
    seat = ground.seat
    carried = {j for at, slot, _ in earlier if at == seat.sentence.index for j in _last_word(seat.words, slot)}
    result = []
    for i in range(max(0, seat.first - _REACH_LEFT), min(len(ground.parts), seat.last + 1 + _REACH_RIGHT)):
        inside = seat.first <= i <= seat.last
        if inside and (seat.quantity.kind not in {"ratio", "number"} or seat.last - seat.first < 1 or i == seat.last):
            continue
        if not inside and ground.owner[i] >= 0:
            continue
        if ground.parts[i].tag in _HEADS and seat.words[i].text[:1] not in {"%", "'", "’"}:
            result.append(Head(i, _features(ground, i, tuple(carried))))
    result += _carried(ground, earlier)
    return result


def _last_word(words: Sequence[Word], slot: Slot) -> list[int]:
    return [i for i, word in enumerate(words) if word.end == slot.end]


def _carried(ground: Ground, earlier: Sequence[tuple[int, Slot, str]]) -> list[Head]:
    """Offer the phrase of the last fact of an earlier sentence, and the last one of the same kind and unit."""
    seat, quantity = ground.seat, ground.seat.quantity
    mine = f"{quantity.kind}.{quantity.unit}"
    result, seen = [], set()
    before = [entry for entry in earlier if entry[0] < seat.sentence.index]
    left = sum(1 for part in ground.parts[: seat.first] if part.tag in {"noun", "name"})
    for name, entries in (("last", before[-1:]), ("alike", [e for e in before if e[2] == mine][-1:])):
        for at, slot, theirs in entries:
            if slot.start not in seen:
                seen.add(slot.start)
                far = min(seat.sentence.index - at, 3)
                alike = mine == theirs
                features = (
                    f"far:{name}:{far}", f"far:{name}:{far}:{alike}:{quantity.kind}", f"far:alike{alike}:{quantity.case}",
                    f"far:left{min(left, 3)}:{alike}", f"far:gov:{ground.governor_lemma}", f"far:{name}:{quantity.kind}:{min(left, 3)}",
                )  # fmt: skip
                result.append(Head(-1, features, slot))
    return result


def choose(
    ground: Ground, earlier: Sequence[tuple[int, Slot, str]], ranker: Ranker, reach: Ranker
) -> tuple[Slot | None, float]:
    """Return the phrase that the quantity measures or counts, and how sure the ranker is of it (0..1)."""
    candidates = heads(ground, earlier)
    if not candidates:
        return None, 0.0
    choice = ranker.choose([head.features for head in candidates])
    head = candidates[choice.index]
    if head.carried is not None:
        return Slot(head.carried.start, head.carried.end, "what.carried"), choice.probability
    first, last = phrase(ground, head.index, reach)
    words = ground.seat.words
    side = "after" if head.index > ground.seat.last else "before"
    return Slot(words[first].start, words[last].end, f"what.{side}"), choice.probability


def phrase(ground: Ground, head: int, reach: Ranker) -> tuple[int, int]:
    """Return the first and last word of the noun phrase that ends in `head`; `reach` decides word by word."""
    first = head
    while (j := first - 1) >= _limit(ground, head) and head - j < _MOST_WORDS:
        if reach.score(reach_features(ground, j, head)) <= 0:
            break
        first = j
    while first < head and ground.parts[first].tag in {"conj", "punct"}:
        first += 1
    return first, head


def _limit(ground: Ground, head: int) -> int:
    """A phrase may not reach over its own quantity."""
    if head > ground.seat.last:
        return ground.seat.outer_last + 1
    return ground.seat.first + 1 if head >= ground.seat.first else 0


def reach_features(ground: Ground, j: int, head: int) -> tuple[str, ...]:
    """Return what speaks for word `j` belonging to the phrase that ends in `head` and goes on with word j + 1."""
    parts = ground.parts
    part, right, last = parts[j], parts[j + 1], parts[head]
    side = "after" if head > ground.seat.last else "before"
    form, right_form = _form(part), _form(right)
    left = _form(parts[j - 1]) if j else "start"
    word = ground.seat.words[j].lower if part.tag in {"conj", "post", "adv", "det", "punct", "pron"} else ""
    number = ground.owner[j] >= 0
    timed = j in ground.timed
    return (
        "go", f"go:{side}", f"form:{form}", f"form:{form}:{right_form}", f"form:{form}:{_form(last)}", f"form:{side}:{form}:{timed}",
        f"left:{left}:{form}", f"left:{left}:{form}:{right_form}", f"word:{word}", f"word:{word}:{right_form}", f"word:{word}:{side}",
        f"number:{number}:{side}", f"number:{number}:{right.tag}", f"timed:{timed}:{side}", f"length:{min(head - j, 6)}",
        f"length:{min(head - j, 6)}:{form}", f"kind:{ground.seat.quantity.kind}:{side}", f"lemma:{part.lemma}", f"pair:{part.tag}:{right.lemma}",
        f"all:{_possessed(parts, j, head)}:{form}",
    )  # fmt: skip


def _possessed(parts: Sequence[Part], j: int, head: int) -> bool:
    """A genitive still needs a possessive noun to its right within the phrase."""
    return any(parts[i].possessive or parts[i].case == "acc|poss" for i in range(j + 1, head + 1))


def _form(part: Part) -> str:
    return f"{part.tag}.{part.case}{'.p' if part.possessive else ''}"
