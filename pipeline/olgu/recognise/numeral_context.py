"""Whether a number word counts something, judged by the words beside it: «yüzden», «altı çizildi», «gol yedi»."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from olgu.recognise.numeral_compose import compose
from olgu.recognise.numeral_lexicon import lexicon
from olgu.recognise.numeral_token import Token, Word

Form = Literal["cardinal", "ordinal", "fraction", "distributive", "vague"]
FORMS: dict[str, Form] = {
    "ordinal": "ordinal",
    "distributive": "distributive",
    "vague": "vague",
    "plural": "vague",
}
"""The form of a numeral by the class of its ending; "cardinal" for all others."""
_BEFORE = re.compile(r"([^\W\d_]{1,24})[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]{1,24})")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A candidate numeral and where it stands."""

    text: str
    low: str
    tokens: Sequence[Token]
    percent: bool
    """True behind «yüzde»."""
    given: bool
    """True where the form was settled by a construction: «üçte biri», «yarısı»."""
    preceded: bool
    """True where another number token stands directly before."""
    followed: bool
    """True where another number token stands directly behind."""

    @property
    def before(self) -> str:
        """The lower-case word before, "" where there is none in the line."""
        return word_before(self.low, self.tokens[0].start)

    @property
    def after(self) -> str:
        """The lower-case word behind, "" where there is none in the line."""
        return word_after(self.low, self.tokens[-1].end)


class Verdict(NamedTuple):
    """What a number word is wherever it stands without other number words; no value, no numeral."""

    value: Decimal | None
    form: Form


_NO_NUMERAL = Verdict(None, "cardinal")


def word_before(low: str, start: int) -> str:
    """Return the word one blank before `start`, "" where there is none."""
    m = _BEFORE.search(low[max(0, start - 26) : start])
    return m[1] if m else ""


def word_after(low: str, end: int) -> str:
    """Return the word one blank behind `end`, "" where there is none."""
    m = _AFTER.match(low, end)
    return m[1] if m else ""


@lru_cache(maxsize=1024)
def verdict(word: Word) -> Verdict | None:
    """Return what a lone `word` is in every context, None where the words beside it decide."""
    first, kind = word.atoms[0].word, word.suffix.kind
    if len(word.atoms) == 1 and not _is_allowed(first, kind) and kind not in _table("bounds").get(first, ()):
        return _NO_NUMERAL
    total = compose(word.pieces, 0, len(word.pieces))
    if total is None or total.end < len(word.pieces) or _joined(word) in _table("idioms")["joined"]:
        return _NO_NUMERAL
    if word.folded or first in _JUDGES or first in _idioms(alone=True):
        return None
    if not all(_is_allowed(a.word, kind) for a in word.atoms):
        return None
    return Verdict(total.value, FORMS.get(kind, "cardinal"))


def counts(here: Surroundings) -> bool:
    """Return whether the candidate is a numeral at all."""
    first = here.tokens[0]
    if first.kind == "yarı":
        return _is_half(here)
    if _is_idiom(here) or (len(here.tokens) == 2 and _has_faces(here)):
        return False
    word = first.word
    if word is None or here.given or len(here.tokens) > 1:
        return True
    if len(word.atoms) > 1:
        return True
    if word.folded and word.atoms[0].word in _table("folded")["short"]:
        return here.percent or (not word.suffix.kind and (here.preceded or here.followed))
    return here.percent or _counts_alone(here, word)


def _has_faces(here: Surroundings) -> bool:
    """«madalyonun iki yüzü», no «iki yüzü aşkın»."""
    ones, face = here.tokens[0].word, here.tokens[1].word
    if ones is None or face is None or len(ones.atoms) > 1 or len(face.atoms) > 1 or ones.suffix.kind:
        return False
    kind = face.suffix.kind
    if ones.pieces[0].kind != "ones" or face.atoms[0].word != "yüz" or kind not in _table("face")["owned"]:
        return False
    return not here.after.startswith(tuple(_table("bounds")["yüz"].get("accusative", ())))


def _counts_alone(here: Surroundings, word: Word) -> bool:
    name = word.atoms[0].word
    judge = _JUDGES.get(name)
    if _is_allowed(name, word.suffix.kind):
        return judge is None or judge(here)
    bounds = _table("bounds").get(name, {}).get(word.suffix.kind, ())
    return (
        not here.preceded
        and here.after.startswith(tuple(bounds))
        and here.before not in _table("bounds")["never_after"]
    )


def is_period(low: str, start: int) -> bool:
    """True where a «çeyrek» that starts at `start` is a part of the year: «ilk üç çeyrek»."""
    return word_before(low, start) in _table("part")["quarter_never_after"]


def is_fraction(low: str, below: Token, value: Decimal, over: Decimal, end: int) -> bool:
    """Return whether a locative and a numeral without possessive, ending at `end`, are a fraction: «üçte iki»."""
    fraction, after = _table("fraction"), word_after(low, end)
    if word_before(low, below.start) in fraction["never_after"]:
        return False
    if below.word is not None:
        return not after.startswith("şey")
    return value <= 100 and (over == 1 or after.startswith(tuple(fraction["nouns"])))


def _is_allowed(word: str, kind: str) -> bool:
    """True where an ending of class `kind` leaves `word` a numeral by itself."""
    allowed = _table("alone").get(word)
    return kind != "plural" if allowed is None else kind in allowed


def _is_half(here: Surroundings) -> bool:
    token = here.tokens[0]
    half = _table("half")
    if token.suffix.kind == "ablative":
        return here.after.startswith(tuple(half["ablative_before"]))
    return here.before not in half["never_after"] and here.low[max(0, token.start - 2) : token.start] != ". "


def _is_idiom(here: Surroundings) -> bool:
    first = here.tokens[0]
    if first.word is None:
        return first.chunk in _idioms()
    if _joined(first.word) in _table("idioms")["joined"]:
        return True
    return any(here.low.startswith(phrase, first.start) for phrase in _idioms().get(first.word.atoms[0].word, ()))


def _joined(word: Word) -> str:
    return "".join(atom.word for atom in word.atoms) + (
        "+" + word.suffix.kind if word.suffix.kind == "adjective" else ""
    )


@cache
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = lexicon().table[name]
    return table


@cache
def _idioms(alone: bool = False) -> dict[str, list[str]]:
    """Return the fixed phrases by their first number word; `alone`: those without a second one behind it."""
    found: dict[str, list[str]] = {}
    atom = lexicon().atom
    for phrase in _table("idioms")["phrases"]:
        first, _, second = phrase.partition(" ")
        m = atom.match(first)
        if not (alone and atom.match(second)):
            found.setdefault(m[0] if m else first, []).append(phrase)
    return found


def _hundred(here: Surroundings) -> bool:
    """«yüz» is the face in «yüz ifadesi», «yüz yüze»."""
    if here.tokens[0].suffix.kind:
        return True
    if here.preceded and here.low[here.tokens[0].start - 2].isdigit():
        return False
    face = _table("face")
    return not here.after.startswith(tuple(face["next"])) and here.before not in face["before"]


def _six(here: Surroundings) -> bool:
    """«altı» is "under" in «deniz altı», «altı çizildi»."""
    if here.tokens[0].suffix.kind:
        return True
    under = _table("under")
    if not here.after and here.before.endswith(("ın", "in", "un", "ün")):
        return False
    return here.before not in under["after"] and not here.after.startswith(tuple(under["next"]))


def _seven(here: Surroundings) -> bool:
    """«yedi» and «yetmiş» are verbs where their clause ends: «gol yedi.»"""
    if here.tokens[0].suffix.kind or here.preceded or not here.before:
        return True
    after, verb = here.after, _table("verb")
    return bool(after) and after not in verb["next"] and here.before not in verb["after"]


def _thousand(here: Surroundings) -> bool:
    """«bin» between capitalised words is a patronymic: «Muhammed bin Selman», «Bin Ladin»."""
    token, after, text = here.tokens[0], here.after, here.text
    if token.suffix.kind or not after:
        return True
    following = text[token.end + 1 : token.end + 1 + len(after)]
    if not following[0].isupper() or following.isupper():
        return True
    before = here.before
    return not (text[token.start].isupper() or (before and text[token.start - 1 - len(before)].isupper()))


def _half_unit(here: Surroundings) -> bool:
    """«yarım» is "unfinished" in «yarım kaldı»."""
    return not here.after.startswith(tuple(_table("part")["unfinished"]))


def _quarter(here: Surroundings) -> bool:
    """«çeyrek» is a number before a few nouns only; elsewhere it is a period or a final."""
    part = _table("part")
    if not (here.before or here.after or here.preceded):
        return True
    return here.before not in part["quarter_never_after"] and here.after.startswith(tuple(part["quarter"]))


def _ten(here: Surroundings) -> bool:
    """English «on-line», «on November» and the name «E.ON» are no ten."""
    start, end = here.tokens[0].start, here.tokens[-1].end
    if here.low[end : end + 1] == "-" and here.low[end + 1 : end + 2].isalpha():
        return False
    return here.low[max(0, start - 1) : start] != "." and here.after not in _table("ten")["before"]


_JUDGES: dict[str, Callable[[Surroundings], bool]] = {
    "yüz": _hundred,
    "altı": _six,
    "yedi": _seven,
    "yetmiş": _seven,
    "bin": _thousand,
    "yarım": _half_unit,
    "çeyrek": _quarter,
    "on": _ten,
}
