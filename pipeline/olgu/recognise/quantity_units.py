"""Units after or before a numeral, with the case endings glued to them: «dolara», «TL'ye», «m2'lik», «$5», «%12,5»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from olgu.recognise.quantity_lexicon import Unit, lexicon
from olgu.recognise.quantity_numbers import negative, product
from olgu.recognise.quantity_phrases import BLANK, BLANKS
from olgu.recognise.quantity_suffixes import APOSTROPHES, PLAIN, Ending, ending

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

PERCENT = Unit("percent", "%")
PERMILLE = Unit("percent", "‰")
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(
    r"(?:[A-Za-z]{1,3}\$|[CF][°º]|[^\W\d_]{1,5}(?:[²³]|\^?[23](?!\d))?|[°º℃℉][ \u00a0]?[CF]?"
    r"|[^\w\s\d.,;:!?()\[\]{}'\"][ \u00a0]?[^\W\d_]{0,2})"
)
_LONGEST_SYMBOL = 5
"""Letters, as in `_SYMBOL`."""
_TAIL_ENDING = re.compile(rf"[{APOSTROPHES}]{BLANK}?([^\W\d_]+)|{BLANK}[{APOSTROPHES}]{BLANK}?([^\W\d_]+)")
_ACCOUNTING = re.compile(rf"(?:[.,]{BLANK}?)?-{BLANK}?(?=[^\W\d_]|[$€£₺])")
"""«140.000.-TL», «9.720.000, - Euro»."""
_STROKE = re.compile(rf"{BLANK}?/{BLANK}?([^\W\d_]+[23²³]?)")
_PERCENT_AFTER = re.compile(rf"{BLANK}{{0,2}}(?:(%)(?!{BLANK}?\d)|(‰))")
_PERCENT_BEFORE = re.compile(rf"(?:\b(?:(y[üu]zde)|(binde))|(%)|(‰)){BLANK}{{0,2}}\Z")
_MINUS_BEFORE = re.compile(rf"(?:\beksi{BLANK}|(?<![\w)])[-−]{BLANK}?)\Z")
_MONEY_BEFORE = re.compile(r"(?:(\b(?:[A-Za-z]|[A-Za-z]{2,3} ?))?([$€£¥₺₽₩₹₸₼₾₴₪])|\b([A-Z]{2,3}))[ \u00a0]{0,2}\Z")
_ABBREVIATED = re.compile(rf"\.{BLANK}?[a-zçğıöşü]")
_SHORT = frozenset({"km", "cm", "mm", "kg", "gr", "lt", "dk", "sn", "mt"})
_NO_SIGN = frozenset(".,;:!?()\"'’“”-–0123456789")
_BEFORE_PERCENTED = frozenset("e%‰ \u00a0\t")
_ENDS_PERCENT = BLANKS | frozenset("e%‰")
_CLITICS = frozenset({"de", "da", "ki", "dedi", "di", "le", "la"})


class Match(NamedTuple):
    """A unit in the text; `end` includes its ending, `core_end` does not."""

    unit: Unit
    core_end: int
    end: int
    ending: Ending
    per: str | None = None


@lru_cache(maxsize=4096)
def read_unit_word(word: str) -> tuple[Unit, int, Ending] | None:
    """Read a lower-case word as (unit, length of its stem, ending); the longest stem wins, None where it is no unit."""
    lex = lexicon()
    if word in lex.exceptions:
        return None
    for length in range(len(word), 1, -1):
        unit = lex.names.get(word[:length])
        if unit is not None and (read := ending(word[length:])) is not None:
            return unit, length, read
    return None


def is_unit_word(word: str) -> bool:
    """Return whether a lower-case word may begin a unit: «lira», «liralık», «kanada»."""
    return read_unit_word(word) is not None or word in lexicon().heads or word in lexicon().folded


def attach(draft: Draft, view: View, floor: int, ceiling: int, after: int = 0) -> None:
    """Give `draft` the unit that stands after or before its numeral, between `floor` and `ceiling`.

    `after` is where the unit is looked for if not at the end of the numeral: «6 (altı) iş günü».
    """
    if _percent_before(draft, view, floor):
        return
    suffixed = draft.end > draft.core_end
    if not suffixed and _percent_after(draft, view):
        return
    if suffixed and draft.form != "distributive":
        _money_before(draft, view, floor)
        return
    if draft.form in ("ordinal", "vague"):
        return
    found = unit_at(view, after if after else draft.end, ceiling)
    if found is not None:
        _take(draft, found)
    else:
        _money_before(draft, view, floor)


def _take(draft: Draft, found: Match) -> None:
    unit = found.unit
    draft.unit, draft.kind, draft.code, draft.per = unit, unit.kind, unit.code, found.per
    draft.core_end, draft.end, draft.ending = found.core_end, found.end, found.ending
    draft.value = product(draft.value, unit.scale)
    draft.rule = f"{unit.kind}.suffix"


def unit_at(view: View, position: int, ceiling: int) -> Match | None:
    """Return the unit that begins at `position`, after at most two blanks."""
    text, low = view.text, view.low
    first = low[position : position + 1]
    accounting = _ACCOUNTING.match(low, position) if first and first in ".,-" else None
    if accounting is not None:
        found = unit_at(view, accounting.end(), ceiling)
        return found if found is not None and found.unit.kind == "money" else None
    start = _skip(low, position)
    word = _WORD.match(low, start)
    found = None
    if word is not None:
        letters, end = word[0], word.end()
        found = _long_name(low, letters, end)
        if found is None and end - start <= _LONGEST_SYMBOL:
            found = _symbol(text, start)
        found = found or _name(low, letters, start)
        if found is None and text[start].isupper():
            found = _country_money(view, word.end())
    else:
        found = _symbol(text, start)
    if found is not None and found.unit.code == "deg" and found.end == found.core_end:
        found = _scale_of_degrees(view, found, ceiling)
    if found is None or found.end > ceiling:
        return None
    return _with_tail(view, found)


def _skip(low: str, position: int) -> int:
    """Return where the text goes on after at most two blanks."""
    for at in (position, position + 1):
        if low[at : at + 1] not in BLANKS:
            return at
    return position + 2


def _scale_of_degrees(view: View, degrees: Match, ceiling: int) -> Match:
    """«37 ° santigrat»."""
    scale = unit_at(view, degrees.end, ceiling)
    return scale if scale is not None and scale.unit.code in ("Cel", "degF") else degrees


def _name(low: str, word: str, start: int) -> Match | None:
    read = read_unit_word(word)
    if read is None:
        return None
    unit, length, end = read
    after = start + len(word)
    if after < len(low) and (low[after].isdigit() or low[after] == "_"):
        return None
    return Match(unit, start + length, after, end)


def _long_name(low: str, first: str, position: int) -> Match | None:
    """Find a name of several words: «Kanada doları», «metre küp», «baz puan»."""
    tails = lexicon().heads.get(first)
    if tails is None:
        return None
    gap = _skip(low, position)
    for tail, unit in tails:
        if low.startswith(tail, gap):
            core = gap + len(tail)
            rest = _WORD.match(low, core)
            read = ending(rest[0] if rest else "")
            if read is not None:
                return Match(unit, core, rest.end() if rest else core, read)
    return None


def _country_money(view: View, position: int) -> Match | None:
    """«100 Jersey sterlini», «5 Kuzey Kıbrıs lirası»: money of a country that CLDR has no name for."""
    for _ in range(2):
        gap = _skip(view.low, position)
        word = _WORD.match(view.low, gap)
        if word is None:
            return None
        for length in range(len(word[0]), 3, -1):
            if word[0][:length] in lexicon().possessed and (read := ending(word[0][length:])) is not None:
                return Match(Unit("money", None), gap + length, word.end(), read)
        if not view.text[gap].isupper():
            return None
        position = word.end()
    return None


def _symbol(text: str, start: int) -> Match | None:
    found = _SYMBOL.match(text, start)
    if found is None:
        return None
    lex = lexicon()
    raw = found[0]
    for candidate in (raw, raw[:-1].rstrip(), raw[:1]) if not raw[0].isalpha() else (raw,):
        unit = lex.symbols.get(candidate) or lex.folded.get(lower_symbol(candidate))
        end = start + len(candidate)
        if unit is not None and not (candidate[-1].isalpha() and end < len(text) and text[end].isalnum()):
            return Match(unit, end, end, PLAIN)
    return None


@lru_cache(maxsize=1024)
def lower_symbol(symbol: str) -> str:
    """Lower-case a symbol as the lexicon's folded keys are."""
    from olgu.analyse.casing import lower  # noqa: PLC0415 - keeps the casing rule in one module

    return lower(symbol)


def _with_tail(view: View, found: Match) -> Match:
    """Add what stands after the unit: «TL/dk», the full stop of «1 km. uzakta», an ending after an apostrophe."""
    low, end = view.low, found.end
    per: str | None = None
    stroke = _STROKE.match(low, end) if found.core_end == end else None
    code = _stroke_code(found.unit, stroke[1]) if stroke is not None else None
    if stroke is not None and code is not None:
        per, end = code, stroke.end()
        found = Match(found.unit, end, end, found.ending, per)
    if found.core_end != end:
        return found
    if _ABBREVIATED.match(view.text, end) and low[found.core_end - 2 : found.core_end] in _SHORT:
        return found._replace(core_end=end + 1, end=end + 1)
    tail = _TAIL_ENDING.match(low, end)
    if tail is None:
        return found
    suffix = tail[1] or tail[2]
    read = ending(suffix)
    spaced = len(tail[0]) != len(suffix) + 1
    if read is None or (spaced and (suffix in _CLITICS or len(suffix) > 4)):
        return found
    return Match(found.unit, end, tail.end(), read, per)


def _stroke_code(unit: Unit, word: str) -> str | None:
    strokes = lexicon().strokes
    return strokes.get(f"{unit.code}/{word}") or strokes.get(word)


def _percent_before(draft: Draft, view: View, floor: int) -> bool:
    low, start = view.low, draft.start
    before = low[start - 1] if start else ""
    if before not in _BEFORE_PERCENTED or draft.form == "ordinal":
        return False
    if before in BLANKS and low[start - 2 : start - 1] not in _ENDS_PERCENT:
        return False
    found = _PERCENT_BEFORE.search(low, max(floor, start - 8), start)
    if found is None:
        return False
    permille = bool(found[2] or found[4])
    draft.unit = PERMILLE if permille else PERCENT
    draft.kind, draft.code = "percent", draft.unit.code
    draft.rule = "percent.yüzde" if found[1] or found[2] else "percent.sign"
    draft.start = found.start()
    minus = _MINUS_BEFORE.search(low, max(floor, draft.start - 6), draft.start)
    if minus is not None and (found[1] is None or low[minus.start()] == "e"):
        draft.start, draft.value = minus.start(), negative(draft.value)
    return True


def _percent_after(draft: Draft, view: View) -> bool:
    tail = view.low[draft.end : draft.end + 3]
    if "%" not in tail and "‰" not in tail:
        return False
    found = _PERCENT_AFTER.match(view.low, draft.end)
    if found is None:
        return False
    unit = PERMILLE if found[2] else PERCENT
    _take(draft, _with_tail(view, Match(unit, found.end(), found.end(), PLAIN)))
    return True


def _money_before(draft: Draft, view: View, floor: int) -> None:
    near = view.text[max(0, draft.start - 2) : draft.start].rstrip()[-1:]
    if draft.form != "cardinal" or not near or near.islower() or near in _NO_SIGN:
        return
    found = _MONEY_BEFORE.search(view.text, max(floor, draft.start - 7), draft.start)
    if found is None:
        return
    sign = found[2] or found[3]
    symbols = lexicon().symbols
    unit = symbols.get((found[1] or "").strip() + sign) or lexicon().folded.get(
        lower_symbol((found[1] or "").strip() + sign)
    )
    start = found.start()
    if unit is None and found[1]:
        unit, start = symbols.get(sign), found.start(2)
    if unit is None or unit.kind != "money":
        return
    draft.unit, draft.kind, draft.code, draft.start = unit, "money", unit.code, start
    draft.rule = "money.prefix"
