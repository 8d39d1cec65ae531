"""Quantities of a text: numerals with unit, range, bound, rate and kind, by the definition of docs/facts.md.

Cost is linear in the length of the text; every look around a numeral has a bounded reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.analyse.casing import lower
from olgu.article import Quantity
from olgu.recognise import numerals
from olgu.recognise.quantity_bounds import set_bound
from olgu.recognise.quantity_classify import classify
from olgu.recognise.quantity_draft import Draft, View, from_numeral, scale_word
from olgu.recognise.quantity_exclusions import Excluded
from olgu.recognise.quantity_names import named, repeated_names
from olgu.recognise.quantity_numbers import product
from olgu.recognise.quantity_one import counts, may_count
from olgu.recognise.quantity_per import set_per
from olgu.recognise.quantity_points import set_points
from olgu.recognise.quantity_ranges import join, join_bounds
from olgu.recognise.quantity_sharing import share_ages
from olgu.recognise.quantity_suffixes import PLAIN, ending
from olgu.recognise.quantity_units import attach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olgu.article import Numeral, Time


_THOUSAND = 1000
_SPELT_OUT = 8
"""Characters between a number and the same in words: « (yüzde »."""


def find(text: str, times: Sequence[Time] = (), low: str | None = None) -> list[Quantity]:
    """Return the quantities of `text`, sorted, never overlapping; offsets are code points of `text`.

    Numbers in the `calendar` spans of `times` are calendar points and left out. `low` is `text` in lower case, for a
    caller that has it already.
    """
    view = View(text, lower(text) if low is None else low)
    excluded = Excluded(view, times)
    kept = _countable(numerals.find(text, view.low, excluded.points), excluded, view)
    drafts = [d for d in _with_units(kept, view) if not named(d, view)]
    names = repeated_names(drafts, view)
    drafts = join([d for d in drafts if d.start not in names], view)
    drafts = [d for d in drafts if counts(d, view)]
    set_points(drafts, view)
    previous: Draft | None = None
    for draft in drafts:
        anchor = classify(draft, view, previous)
        set_bound(draft, view, anchor, previous)
        set_per(draft, view, previous)
        previous = draft
    share_ages(drafts, view)
    return [_finish(d) for d in join_bounds(_without_swallowed(drafts), view)]


def _countable(found: Sequence[Numeral], excluded: Excluded, view: View) -> list[Numeral]:
    """Drop what is excluded, and what is listed with it: «1, 3 ve 5. maddeleri»."""
    kept: list[Numeral] = []
    before: Numeral | None = None
    for numeral, following in zip(found, [*found[1:], None], strict=False):
        if numeral.form == "vague" or (numeral.words and not may_count(numeral, following, view)):
            before = None
        elif not excluded.numeral(numeral, before.end if before else -1):
            kept.append(numeral)
            before = numeral
        else:
            after = numeral
            while excluded.as_name and kept and kept[-1] is before and excluded.listed(kept[-1], after):
                after = kept.pop()
                before = kept[-1] if kept else None
            before = numeral
    return kept


def _with_units(found: Sequence[Numeral], view: View) -> list[Draft]:
    drafts: list[Draft] = []
    floor = 0
    for i, numeral in enumerate(found):
        ceiling = found[i + 1].start if i + 1 < len(found) else len(view.text)
        if numeral.start < floor:
            continue
        draft = from_numeral(numeral)
        if i + 1 < len(found) and spelt_out(numeral, found[i + 1], view):
            behind = found[i + 1].end + 1
            beyond = i + 2
            if beyond < len(found) and _took_scale(draft, found[beyond], behind, view):
                behind, beyond = draft.end, beyond + 1
            ceiling = found[beyond].start if beyond < len(found) else len(view.text)
            attach(draft, view, floor, ceiling, behind)
            drafts.append(draft)
            floor = max(behind, draft.end)
            continue
        attach(draft, view, floor, ceiling)
        drafts.append(draft)
        floor = draft.end
    return drafts


def spelt_out(left: Numeral, right: Numeral, view: View) -> bool:
    """«66.000.000,00 (altmışaltımilyon) TL», «%5 (yüzde beş)»: the same number in words, in parentheses."""
    if not right.words or left.value != right.value or right.start - left.end > _SPELT_OUT:
        return False
    between = view.low[left.end : right.start].strip()
    return between in ("(", "(yüzde") and view.text[right.end : right.end + 1] == ")"


def _took_scale(draft: Draft, word: Numeral, behind: int, view: View) -> bool:
    """Let a number take over the scale word behind its parenthesis, «5 (beş) milyon TL»; return whether it did."""
    scale = scale_word(view.low[word.start : word.core_end])
    if scale is None or word.start - behind > 1 or draft.suffixed or draft.value >= _THOUSAND:
        return False
    draft.value = product(draft.value, scale)
    draft.end, draft.core_end, draft.digits_end = word.end, word.core_end, word.core_end
    if word.case:
        draft.ending = ending(word.case) or PLAIN
    return True


def _without_swallowed(drafts: list[Draft]) -> list[Draft]:
    """Drop numerals that are bound words of their neighbour: «20 baş altı» holds no 6."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.words and draft.unit is None and draft.start < kept[-1].context_end:
            continue
        kept.append(draft)
    return kept


def _finish(draft: Draft) -> Quantity:
    assert draft.kind is not None
    start = draft.context_start if draft.context_start >= 0 else draft.start
    return Quantity(
        draft.start,
        draft.end,
        draft.kind,
        draft.value,
        draft.value_to,
        draft.code,
        draft.per,
        draft.bound,
        draft.rule,
        min(start, draft.start),
        max(draft.context_end, draft.end),
        draft.ending.case,
    )
