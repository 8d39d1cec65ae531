"""Bounds: «en az 5», «yaklaşık 10», «100'den fazla», «40'ı aşkın», «3 yıla kadar», «18 yaşından küçük»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from olgu.recognise.quantity_lexicon import read_toml
from olgu.recognise.quantity_phrases import BLANK, BLANKS, GAP, first_letter, initials, phrase

if TYPE_CHECKING:
    from olgu.article import Bound
    from olgu.recognise.quantity_draft import Draft, View

_BOUNDS: tuple[Bound, ...] = ("at_least", "at_most", "more_than", "less_than", "approx")
_CASES = ("nom", "poss", "abl", "acc", "gen", "dat")
_NOUN_ENDINGS = {
    "abl": "[dt][ae]n",
    "dat": "[ae]",
    "acc": "[ıiuü]",
    "gen": "[ıiuü]n",
    "nom": "",
}
_WEIGHT = {"exact": 0, "approx": 1, "more_than": 2, "less_than": 2, "at_most": 3, "at_least": 3, "range": 4}


@dataclass(frozen=True, slots=True)
class _Rules:
    before: dict[str, Bound]
    last: frozenset[str]
    """Last words of the phrases of `before`: a quick no for all others."""
    fillers: frozenset[str]
    after: dict[str, frozenset[str]]
    """By case: the first letters of what may follow."""


def _choice(bound: str, phrases: list[str]) -> str:
    return f"(?P<{bound}>{'|'.join(phrase(p) for p in phrases)})"


@cache
def _data() -> dict[str, Any]:
    return read_toml("bounds.toml")


@cache
def _rules() -> _Rules:
    data = _data()
    before = {p: b for b in _BOUNDS for p in data["before"].get(b, ())}
    after = {
        case: initials([p for phrases in _following(case).values() for p in phrases]) | {"("}
        for case in (*_CASES, "other")
    }
    last = frozenset(p.rsplit(" ", 1)[-1] if p[0].isalnum() else p[-1] for p in before)
    fillers = frozenset(data["before"]["fillers"])
    return _Rules(before, last, fillers, after)


def _following(case: str) -> dict[Bound, list[str]]:
    """Return what may follow a case, by the bound it sets."""
    own, anywhere = _data()["after"].get(case, {}), _data()["after"]["any"]
    return {b: own.get(b, []) + anywhere.get(b, []) for b in _BOUNDS if b in own or b in anywhere}


@cache
def _after_pattern(case: str) -> re.Pattern[str]:
    """Return the pattern of what sets a bound behind a case; each is compiled when the first such number comes."""
    choices = [_choice(bound, phrases) for bound, phrases in _following(case).items()]
    pattern = rf"(?:{BLANK}{{0,3}}\([^()\n]{{1,30}}\))?{GAP}(?:{'|'.join(choices)})"
    if case == "dat":
        movement = "|".join(phrase(v) for v in _data()["movement"]["verbs"])
        pattern = rf"(?!{GAP}kadar{GAP}(?:\w{{1,30}}{GAP}){{0,2}}(?:{movement})){pattern}"
    return re.compile(pattern)


@cache
def _cue_pattern() -> re.Pattern[str]:
    """Return what every match of `_noun_pattern` begins like: one or two words and the beginning of a cue."""
    data: dict[str, list[str]] = _data()["noun"]
    firsts = "|".join(sorted({re.escape(p.split()[0].rstrip("*")) for phrases in data.values() for p in phrases}))
    word = rf"[^\W\d_]{{1,40}}+{GAP}"
    return re.compile(rf"{GAP}{word}(?:{word})?(?:{firsts})")


@cache
def _noun_pattern() -> re.Pattern[str]:
    choices = []
    data: dict[str, list[str]] = _data()["noun"]
    for number, (key, phrases) in enumerate(data.items()):
        case, bound = key.split("_", 1)
        cues = "|".join(phrase(p) for p in phrases)
        choices.append(rf"{_NOUN_ENDINGS[case]}{GAP}(?P<{bound}_{number}>{cues})")
    noun = r"[^\W\d_]{1,30}?"
    return re.compile(rf"{GAP}(?:[^\W\d_]{{1,30}}{GAP})?{noun}(?:{'|'.join(choices)})")


_SHARED = re.compile(rf"{GAP}(?:ve|\(){BLANK}?|{BLANK}\(")


def set_bound(draft: Draft, view: View, anchor: int, previous: Draft | None) -> None:
    """Set `bound` and the context of `draft`; `anchor` is where the words after the quantity begin.

    «yaklaşık yüzde 2,3 ve yüzde 4,2», «yaklaşık 30 metre (100 fut)»: the bound word of `previous` serves both.
    """
    before = _before(draft, view)
    after, end = _after(draft, view, anchor)
    draft.context_end = max(draft.context_end, end)
    for bound in (before, after):
        if bound is not None and _WEIGHT[bound] > _WEIGHT[draft.bound]:
            draft.bound = bound
    if draft.bound == "exact" and previous is not None and _shares_approx(previous, draft, view):
        draft.bound = "approx"


def _shares_approx(previous: Draft, draft: Draft, view: View) -> bool:
    if previous.bound != "approx" or previous.kind != draft.kind or previous.context_start < 0:
        return False
    return _SHARED.fullmatch(view.low, previous.end, draft.start) is not None


def _before(draft: Draft, view: View) -> Bound | None:
    rules, words = _rules(), view.before(draft.start)
    first = 0
    for word in words:
        if word not in rules.fillers or _joined(words, first, 2) in rules.before:
            if word not in rules.last:
                return None
            break
        first += 1
    else:
        return None
    for size in (2, 1):
        bound = rules.before.get(_joined(words, first, size))
        if bound is not None:
            draft.context_start = _start_of(words[: first + size], view, draft.start)
            return bound
    return None


def _start_of(words: list[str], view: View, position: int) -> int:
    """Walk back over `words`, nearest first, and return where the farthest begins."""
    for word in words:
        position = view.low.rfind(word, 0, position)
    return position


def _joined(words: list[str], first: int, size: int) -> str:
    chosen = words[first : first + size][::-1]
    return (" " if chosen and chosen[-1][0].isalnum() else "").join(chosen)


def _after(draft: Draft, view: View, anchor: int) -> tuple[Bound | None, int]:
    if view.low[anchor : anchor + 1] not in BLANKS:
        return None, -1
    rules, read = _rules(), draft.ending
    case = read.case or ("poss" if read.possessive else "nom")
    if case == "nom" and draft.kind == "percent":
        case = "other"
    letter = first_letter(view.low, anchor)
    for name in ("acc", "poss") if case == "acc" and read.possessive else (case,):
        known = name if name in rules.after else "other"
        found = _after_pattern(known).match(view.low, anchor) if letter in rules.after[known] else None
        if found is not None:
            return cast("Bound", found.lastgroup), found.end()
    bare = draft.unit is None and not read.case and draft.kind in (None, "count")
    if bare and _cue_pattern().match(view.low, anchor):
        found = _noun_pattern().match(view.low, anchor)
        if found is not None and found.lastgroup is not None:
            return cast("Bound", found.lastgroup.rsplit("_", 1)[0]), found.end()
    return None, -1
