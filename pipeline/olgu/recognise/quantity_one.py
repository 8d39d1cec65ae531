"""«bir»: the numeral one or the indefinite article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import read_toml

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_BOUNDS = frozenset({"az", "fazla", "azından"})


def counts(draft: Draft, view: View) -> bool:
    """Return whether `draft` is a quantity; only a bare «bir» may be none."""
    if not draft.words or draft.value != 1 or draft.form != "cardinal" or draft.value_to is not None:
        return True
    low = view.low[draft.digits_start : draft.digits_end]
    if low != "bir":
        return True
    if draft.unit is not None:
        return draft.kind in ("money", "measure", "percent") or draft.kind == "duration"
    return _counted(draft, view)


def _counted(draft: Draft, view: View) -> bool:
    nouns, persons = _words()
    if not view.text[: draft.start].strip() and not view.text[draft.end :].strip():
        return True
    following = view.after(draft.end, 40)
    if draft.ending.possessive:
        return bool(following) and following[0].text in persons and any(t.text[0].isdigit() for t in following[1:4])
    before = view.before(draft.start, 24)
    if before and before[0].text in _BOUNDS and len(before) > 1 and before[1].text == "en":
        return True
    return draft.end == draft.core_end and bool(following) and following[0].text in nouns


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = read_toml("exclusions.toml")["one"]
    return frozenset(data["nouns"]), frozenset(data["persons"])
