"""What a rate is divided by: «varil başına 80 dolar», «aylık 300 lira», «saatte 90 km», «metrekaresi 3 bin lira»."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import lexicon, read_toml
from olgu.recognise.quantity_units import read_unit_word

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_PERIOD_CODES = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
_ALIKE = Fraction(20)
_NEAR = 40
"""Characters behind an amount that are looked at."""
_ADJECTIVE = ("lık", "lik", "lük", "luk")
_POWERS = {"küp": "m3", "kare": "m2"}


@dataclass(frozen=True, slots=True)
class _Rules:
    periods: dict[str, str]
    bases: dict[str, str]
    round: dict[str, str]
    each: frozenset[str]
    no_each: frozenset[str]
    powers: frozenset[str]
    no_rate: frozenset[str]
    transparent: frozenset[str]


@cache
def _rules() -> _Rules:
    data = read_toml("kinds.toml")["per"]
    words = (frozenset(data[key]) for key in ("each", "no_each", "powers", "no_rate", "transparent"))
    return _Rules(data["periods"], data["bases"], data["round"], *words)


def set_per(draft: Draft, view: View, previous: Draft | None) -> None:
    """Set `per` of `draft` from the words beside it, or from `previous` in «309 TL'den 799 TL'ye»."""
    if draft.per is not None or draft.kind in ("ordinal", "ratio"):
        return
    words = view.before(draft.start)
    if draft.kind == "duration":
        draft.per = _per_period(words)
        return
    draft.per = _before(draft, words) or _each_farther(draft, words)
    if draft.per is None:
        draft.per = _after(draft, view)
    if draft.per is None and previous is not None and previous.per and _goes_on(previous, draft, view):
        draft.per = previous.per


def _per_period(words: list[str]) -> str | None:
    """«günde 18 saat», «haftada en az 2 gün»."""
    rules = _rules()
    near = [w for w in words[:8] if w not in rules.transparent][:2]
    if not near or near[0].endswith(_ADJECTIVE) or (near[1:] and not _may_be_rate(near[1])):
        return None
    return rules.periods.get(near[0])


def _may_be_rate(before: str) -> bool:
    return before not in _rules().no_rate and not before.isdigit()


def _goes_on(left: Draft, right: Draft, view: View) -> bool:
    """«309 TL'den 799 TL'ye»; «hisse başına brüt 0,05 TL, net 0,04 TL»: the same sentence, unit and size."""
    if left.code != right.code:
        return False
    if right.start - left.end <= 2:
        return left.ending.case == "abl" and right.ending.case == "dat"
    if left.per in _PERIOD_CODES or right.start - left.end > 60 or left.value <= 0 or right.value <= 0:
        return False
    gap = view.low[left.end : right.start]
    return ". " not in gap and "\n" not in gap and _ALIKE > Fraction(left.value) / Fraction(right.value) > 1 / _ALIKE


def _each_farther(draft: Draft, words: list[str]) -> str | None:
    """«hisse başına kazanç, beklenen 1,34 dolar»: beyond a comma, but no other number."""
    if draft.kind != "money":
        return None
    for word, before, farther in zip(words[:8], words[1:9], [*words[2:10], ""], strict=False):
        if word.isdigit() or word in ".;:":
            return None
        if word in _rules().each and (per := _each(word, before, farther)) is not None:
            return per
    return None


def _before(draft: Draft, words: list[str]) -> str | None:
    transparent, near = _rules().transparent, True
    for i, word in enumerate(words[: 6 if draft.kind == "money" else 4]):
        if not word[0].isalpha() and word not in "'’" and not (word.isdigit() and len(word) == 4):
            return None
        if _may_divide(word):
            found = _divisor(draft, word, (*words[i + 1 : i + 3], "", "")[:2], near, i)
            if found is not None:
                return found
        near = near and word in transparent
    return None


@lru_cache(maxsize=4096)
def _may_divide(word: str) -> bool:
    """Tell whether `_divisor` can make anything of the word, whatever stands around it."""
    rules = _rules()
    if word in rules.each or word in rules.periods or word in rules.bases or word.startswith("fiyat"):
        return True
    if _power_of_metre(word) is not None:
        return True
    read = read_unit_word(word)
    return read is not None and read[0].kind == "measure" and len(word) >= 4


def _divisor(draft: Draft, word: str, words: tuple[str, ...], near: bool, distance: int) -> str | None:
    """Return what `word` divides by; `words` are the two before it, nearest first."""
    rules, (before, farther) = _rules(), words
    if word in rules.each:
        return _each(word, before, farther)
    if word.startswith("fiyat"):
        return _priced(before, distance) if draft.kind == "money" else None
    if word in rules.periods:
        noun_between = draft.kind == "money" and word.endswith(_ADJECTIVE) and distance <= 1
        return rules.periods[word] if (near or noun_between) and _may_be_rate(before) else None
    if near and word in rules.bases:
        return rules.bases[word] if before == "her" else None
    return _measured(draft, word, before) if (near or distance <= 1) and draft.kind != "percent" else None


def _each(word: str, before: str, farther: str) -> str | None:
    """«kişi başı», «varil başına», «m3 başına», «kilogram bazında»; no «tek başına», «dolar bazında»."""
    if before in _rules().powers and (unit := read_unit_word(farther + before)) is not None:
        return unit[0].code
    symbol = _symbol(before)
    if symbol is not None:
        return _many(farther) + symbol
    if not before.isalpha() or before in _rules().no_each:
        return None
    if word == "bazında" and before != "kişi" and ((read := read_unit_word(before)) is None or read[0].kind == "money"):
        return None
    return _many(farther) + _name_of(before)


def _many(word: str) -> str:
    """Return the power of ten that a rate is told for: «bin metreküp başına», «100 kilometre başına»; "" for one."""
    number = _rules().round.get(word, word)
    return f"{number} " if len(number) > 1 and number.isdecimal() and number.strip("0") == "1" else ""


def _symbol(word: str) -> str | None:
    """Return the code of a measure that is written as its symbol: «m3», «kwh», «kg»."""
    lex = lexicon()
    unit = lex.symbols.get(word) or lex.folded.get(word) if len(word) > 1 else None
    return unit.code if unit is not None and unit.kind == "measure" else None


def _priced(before: str, distance: int) -> str | None:
    """«varil fiyatı», «birim fiyatı»."""
    if before == "birim":
        return "birim" if distance <= 1 else None
    read = read_unit_word(before)
    return _name_of(before) if read is not None and read[0].kind == "measure" else None


def _measured(draft: Draft, word: str, before: str) -> str | None:
    """«metrekaresi 3 bin dolar», «kilogramının 16 liraya», «dekarda 80 kilogram»."""
    power = _power_of_metre(word)
    if before == "metre" and power is not None:
        return power
    read = read_unit_word(word)
    if read is None or read[0].kind != "measure" or len(word) < 4 or not _may_be_rate(before):
        return None
    ending = read[2]
    possessed = draft.kind == "money" and ending.possessive
    return read[0].code if possessed or (ending.case in ("loc", "dat") and not ending.possessive) else None


def _power_of_metre(word: str) -> str | None:
    """«küpü», «karesine» behind «metre»; the bare words are the end of an area or a volume themselves."""
    return next((code for stem, code in _POWERS.items() if word.startswith(stem) and word != stem), None)


def _after(draft: Draft, view: View) -> str | None:
    """«1,5 milyar dolar yıllık ciro», «3 kilogram olan kişi başı tüketim», «3 kilogramlık kişi başı tüketim»."""
    if not (draft.kind == "money" or draft.ending.case == "lik" or view.low.startswith(" olan", draft.end)):
        return None
    first, second, third = [*view.after(draft.end, _NEAR)[:3], "", "", ""][:3]
    if draft.kind == "money" and first.endswith(_ADJECTIVE):
        return _rules().periods.get(first)
    base, word = (second, third) if first == "olan" else (first, second if draft.ending.case == "lik" else "")
    return _each(word, base, "") if word in _rules().each else None


def _name_of(word: str) -> str:
    """Return the code of a unit in its bare form, the word itself elsewhere; a barrel keeps its name."""
    base = _rules().bases.get(word)
    if base is not None:
        return base
    read = read_unit_word(word)
    bare = read is not None and read[0].kind == "measure" and read[1] == len(word)
    return read[0].code or word if read is not None and bare and read[0].code != "bbl" else word
