"""Lemmas as edit scripts: a class that turns a form into its lemma by cutting and adding at the end.

A script is ``mode|cut|add``. The mode gives the casing of the base (l lower, s as it stands, t title), the cut how many
letters go at the end (``'``: all from the last apostrophe on), and what is added then. ``=lemma`` is the lemma itself.
«Büyükada'ya» → ``s|'|`` → «Büyükada», «halde» → ``l|4|âl`` → «hâl».
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from olgu.analyse.casing import lower, title

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_MODES: dict[str, Callable[[str], str]] = {"l": lower, "s": str, "t": title}


def script_of(form: str, lemma: str) -> str:
    """Return the script that makes `lemma` from `form`, with the longest common beginning of the modes."""
    best, shared = f"={lemma}", 0
    for mode, case in _MODES.items():
        base = case(form)
        common = _common(base, lemma)
        if common <= shared:
            continue
        shared = common
        at = _apostrophe(base)
        cut = "'" if at is not None and common == at == len(lemma) else str(len(base) - common)
        best = f"{mode}|{cut}|{lemma[common:]}"
    return best


def apply(script: str, form: str) -> str | None:
    """Return the lemma that `script` makes from `form`, None where the form is too short for it."""
    if script.startswith("="):
        return script[1:]
    case, cut, add = _parsed(script)
    base = case(form)
    if cut is None:
        at = _apostrophe(base)
        return None if not at else base[:at] + add
    keep = len(base) - cut
    return base[:keep] + add if keep > 0 else None


@cache
def _parsed(script: str) -> tuple[Callable[[str], str], int | None, str]:
    """Return how the base is written, how many letters are cut (None: from the last apostrophe on), what is added."""
    mode, cut, add = script.split("|", 2)
    return _MODES[mode], None if cut == "'" else int(cut), add


def _common(a: str, b: str) -> int:
    size = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        size += 1
    return size


def _apostrophe(form: str) -> int | None:
    found = None
    for match in _APOSTROPHE.finditer(form):
        found = match.start()
    return found
