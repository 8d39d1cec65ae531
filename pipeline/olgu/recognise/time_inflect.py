"""Inflection of Turkish nouns of time: case, possessive of the third person, plural.

Vowel harmony, consonant softening (çeyrek, çeyreği) and the pronominal n (yılında) by rule; `_FRONT` holds the loans
that take front vowels (saat, saati).
"""

from __future__ import annotations

from typing import NamedTuple

_VOWELS = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü", "â": "ı", "î": "i", "û": "u"}
_FRONT = {"saat": "i"}
DROPPED = {"asır": "asr"}
"""Stems that lose their last vowel before a vowel: «asırda», «asrın»."""
_VOICELESS = "çfhkpsşt"


class Form(NamedTuple):
    """A written form; `case` is "", acc, dat, loc, abl, gen, ins or ki («yıldaki», «yılki»)."""

    text: str
    case: str = ""
    owned: bool = False
    plural: bool = False


def noun(stem: str) -> list[Form]:
    """Return every form of a noun; a form that is both accusative and possessive («yılı») is given as possessive."""
    high, low = _harmony(stem)
    soft = _soften(stem)
    vowel_final = stem[-1] in _VOWELS
    possessed = stem + "s" + high if vowel_final else soft + high
    plural = f"{stem}l{low}r"
    forms = [*owned(possessed), *owned(plural + ("ı" if low == "a" else "i"), plural=True)]
    forms += [Form(stem), *_cases(stem, soft, "y" if vowel_final else ""), Form(stem + ki(stem), "ki")]
    forms += [Form(plural, plural=True), *(form._replace(plural=True) for form in _cases(plural, plural, ""))]
    return forms


def owned(possessed: str, plural: bool = False) -> list[Form]:
    """Return the cases of a form with a possessive ending: «yılı», «bayramı»."""
    high, low = _harmony(possessed)
    hard = possessed + "nd" + low
    endings = {
        "": possessed,
        "acc": possessed + "n" + high,
        "dat": possessed + "n" + low,
        "gen": possessed + "n" + high + "n",
        "loc": hard,
        "abl": hard + "n",
        "ki": hard + "ki",
        "ins": possessed + "yl" + low,
    }
    return [Form(text, case, True, plural) for case, text in endings.items()]


def ki(stem: str) -> str:
    """Return the ending of «dünkü», «yılki»."""
    return "kü" if _harmony(stem)[0] == "ü" else "ki"


def _cases(stem: str, soft: str, buffer: str) -> list[Form]:
    """Inflect for case; `buffer` is "y" after a vowel, else ""."""
    high, low = _harmony(stem)
    hard = stem + ("t" if stem[-1] in _VOICELESS else "d") + low
    endings = {
        "acc": soft + buffer + high,
        "dat": soft + buffer + low,
        "gen": soft + ("n" if buffer else "") + high + "n",
        "loc": hard,
        "abl": hard + "n",
        "ki": hard + "ki",
        "ins": stem + buffer + "l" + low,
    }
    return [Form(text, case) for case, text in endings.items()]


def _harmony(stem: str) -> tuple[str, str]:
    """Return the high and the low vowel of the endings: ("ı", "a"), ("i", "e"), ("u", "a") or ("ü", "e")."""
    high = _FRONT.get(stem) or next((_VOWELS[c] for c in reversed(stem) if c in _VOWELS), "i")
    return high, "a" if high in "ıu" else "e"


def _soften(stem: str) -> str:
    if stem in DROPPED:
        return DROPPED[stem]
    syllables = sum(letter in _VOWELS for letter in stem)
    return stem[:-1] + "ğ" if syllables > 1 and stem[-1] == "k" else stem
