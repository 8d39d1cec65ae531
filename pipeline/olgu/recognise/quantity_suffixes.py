"""Case endings of Turkish numerals and units: «dolara» → dat, «kilometrelik» → lik, «16'sını» → acc."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’‘ʼ`´"
LETTERS = r"[^\W\d_]"

# plural, possessive, case, -ki with its own case, copula; vowel harmony is left to the stem's writer.
_ENDING = re.compile(
    r"(?P<plural>l[ae]r)?"
    r"(?P<lik>l[ıiuü][kğ](?:l[ae]r)?)?"
    r"(?P<possessive>[ıiuü]?m[ıiuü]z|s[ıiuü]|[ıiuü](?=n|y[ıiuü]?|yl))?"
    r"(?P<case>(?P<abl>n?[dt][ae]n)|(?P<gen>n?[ıiuü]n)|(?P<loc>n?[dt][ae])|(?P<ins>y?l[ae])|(?P<acc>[yn]?[ıiuü])|(?P<dat>[yn]?[ae]))?"
    r"(?P<ki>k[iü](?:l[ae]r)?(?:n[ıiuü]n|n[ıiuü]|n[ae]|n[dt][ae]n?)?)?"
    r"(?P<copula>y?[dt][ıiuü](?:r|r?l[ae]r|k)?|y?m[ıiuü]ş(?:t[ıiuü]r?)?|y?s[ae]|y?ken|y?[ıiuü]m|s[ıiuü]n(?:[ıiuü]z)?)?"
)
_CASES = ("acc", "dat", "loc", "abl", "gen", "ins")


class Ending(NamedTuple):
    """`case` is one of acc, dat, loc, abl, gen, ins, "lik" or ""; `possessive` is true for «43'ü», «biri», «yarısı»."""

    case: str
    possessive: bool


PLAIN = Ending("", False)


@lru_cache(maxsize=1024)
def ending(suffix: str) -> Ending | None:
    """Read lower-case letters as a nominal ending; None where they are none. "" is the bare form."""
    found = _ENDING.fullmatch(suffix)
    if found is None:
        return None
    case = next((name for name in _CASES if found[name] is not None), "")
    possessive = found["possessive"] is not None or (case == "acc" and suffix[:1] not in "yn")
    if not case and found["lik"] is not None and found["possessive"] is None:
        case = "lik"
    return Ending(case, possessive)
