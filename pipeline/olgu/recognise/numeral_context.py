"""Whether a number word counts something, judged by the words beside it: «yüzden», «altı çizildi», «gol yedi»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from olgu.recognise.numeral_lexicon import lexicon
from olgu.recognise.numeral_compose import compose
from olgu.recognise.numeral_tokens import Token, Word

_BEFORE = re.compile(r"([^\W\d_]{1,24})[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]{1,24})")
_FEW_LETTERS = frozenset({"üç", "beş", "yüz", "altı", "on", "bin"})


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

    @property
    def before(self) -> str:
        """The lower-case word before, "" where there is none in the line."""
        start = self.tokens[0].start
        m = _BEFORE.search(self.low, max(0, start - 26), start)
        return m[1] if m else ""

    @property
    def after(self) -> str:
        """The lower-case word behind, "" where there is none in the line."""
        m = _AFTER.match(self.low, self.tokens[-1].end)
        return m[1] if m else ""


@lru_cache(maxsize=16384)
def sole(word: Word) -> tuple[Decimal, Literal["cardinal", "ordinal"]] | None:
    """Return value and form of a word that is the same numeral everywhere; None where its neighbours decide."""
    if word.folded or word.suffix.kind not in {"", "ordinal"} or word.atoms[0].word in _JUDGES:
        return None
    if word.atoms[-1].word in lexicon().table["alone"] and word.atoms[0].word != "bir":
        return None
    total = compose(word.pieces, 0, len(word.pieces))
    if total is None or total.end < len(word.pieces) or "".join(a.word for a in word.atoms) in _joined_idioms():
        return None
    return total.value, "ordinal" if word.suffix.kind else "cardinal"


@cache
def _joined_idioms() -> frozenset[str]:
    return frozenset(lexicon().table["idioms"]["joined"])


def counts(here: Surroundings) -> bool:
    """Return whether the candidate is a numeral at all."""
    first = here.tokens[0]
    if first.kind == "yarı":
        return _is_half(here)
    if _is_idiom(here):
        return False
    if len(here.tokens) > 1 or here.given or first.word is None:
        return True
    if first.word.folded and len(first.word.atoms) == 1 and not (here.percent or here.preceded or here.followed):
        if first.word.atoms[0].word in _FEW_LETTERS:
            return False
    if len(first.word.atoms) > 1:
        return True
    word = first.word.atoms[0].word
    if here.percent:
        return word not in {"buçuk", "düzine"} or here.preceded
    if not _suffix_fits(here, word, first.word.atoms[0].kind == "scale"):
        return False
    judge = _JUDGES.get(word)
    return judge is None or judge(here)


def is_fraction(low: str, below: Token, value: Decimal, over: Decimal, owned: bool, end: int) -> bool:
    """Return whether a locative numeral and the numeral behind it are a fraction."""
    if owned:
        return True
    after = _AFTER.match(low, end)
    word = after[1] if after else ""
    if below.kind == "words":
        return value >= 1000 or (over == 1 and not word.startswith("şey"))
    before = _BEFORE.search(low, max(0, below.start - 26), below.start)
    return over == 1 and value <= 100 and not (before and before[1] in {"saat", "ilk", "son", "saatler"})


def _is_half(here: Surroundings) -> bool:
    token, before = here.tokens[0], here.before
    if token.suffix.kind == "ablative":
        return here.after in {"fazla", "fazlası", "fazlasını", "çok", "çoğu", "az"}
    return before not in lexicon().table["half"]["never_after"]


def _is_idiom(here: Surroundings) -> bool:
    table = lexicon().table["idioms"]
    first = here.tokens[0]
    word = here.low[first.start : here.tokens[-1].end]
    if word in table["joined"]:
        return True
    tail = here.low[max(0, first.start - 12) : first.start + 24]
    head = min(12, first.start)
    for phrase in table["phrases"]:
        if tail.startswith(phrase, head):
            return True
        at = tail.find(phrase)
        if 0 <= at < head and at + len(phrase) > head:
            return True
    return False


def _suffix_fits(here: Surroundings, word: str, scale: bool) -> bool:
    allowed = lexicon().table["alone"].get({"dörd": "dört", "buçuğ": "buçuk", "çeyreğ": "çeyrek"}.get(word, word))
    kind = here.tokens[0].suffix.kind
    if allowed is None:
        return kind not in {"plural"} or scale
    if kind in allowed:
        return True
    bounds = lexicon().table["bounds"]
    return here.after in bounds.get(kind, ()) and here.before not in bounds["never_after"]


def _hundred(here: Surroundings) -> bool:
    if here.tokens[0].suffix.kind:
        return True
    return not here.after.startswith(tuple(lexicon().table["face"]["next"])) and here.before != "yüz"


def _six(here: Surroundings) -> bool:
    token = here.tokens[0]
    if token.suffix.kind:
        return not token.suffix.case.startswith("n")
    under = lexicon().table["under"]
    return here.before not in under["after"] and not here.after.startswith(tuple(under["next"]))


def _seven(here: Surroundings) -> bool:
    if here.tokens[0].suffix.kind or here.preceded or not here.before:
        return True
    after = here.after
    return bool(after) and after not in lexicon().table["verb"]["next"]


def _thousand(here: Surroundings) -> bool:
    """«bin» between two capitalised words is a patronymic: «Muhammed bin Selman», «Bin Ladin»."""
    token = here.tokens[0]
    if token.suffix.kind or not here.after:
        return True
    text = here.text
    next_at = token.end + 1
    if not text[next_at].isupper() or text[next_at : next_at + len(here.after)].isupper():
        return True
    before = here.before
    at = token.start - 1 - len(before)
    return not (text[token.start].isupper() or (before and text[at].isupper()))


def _half_unit(here: Surroundings) -> bool:
    return not here.after.startswith(tuple(lexicon().table["part"]["unfinished"]))


def _quarter(here: Surroundings) -> bool:
    part = lexicon().table["part"]
    if here.before in part["quarter_never_after"]:
        return False
    return here.after.startswith(tuple(part["quarter"]))


def _on(here: Surroundings) -> bool:
    end = here.tokens[-1].end
    return not (here.low[end : end + 1] == "-" and here.low[end + 1 : end + 2].isalpha())


_JUDGES = {
    "yüz": _hundred,
    "altı": _six,
    "yedi": _seven,
    "bin": _thousand,
    "yarım": _half_unit,
    "çeyrek": _quarter,
    "on": _on,
}
