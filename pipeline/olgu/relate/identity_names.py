"""How the spellings of one name are compared: base form, script, sounds, acronyms."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from olgu.analyse.casing import ascii_fold, lower
from olgu.recognise import gazetteer, name_cues

_BRACKETS = re.compile(r" ?\([^()]{0,80}\)")
_SPACE = re.compile(r"\s+")
_CYRILLIC = re.compile("[А-ј]")
_VOWELS = re.compile(r"[aeiou]")
_DOUBLE = re.compile(r"(.)\1+")
_DEVOICED = re.compile(r"dd?\b|dd|(?<=[fhkpst])d")
"""«Mehmed», «Ekmeleddin», «Rüşdü» are also written Mehmet, Ekmelettin, Rüştü."""
_REPUBLIC = re.compile(r"^t\.? ?c\.? (?=\w)")
_ORDINAL = re.compile(r"(\d)(?:'?[ıiuü]?nc[ıiuü]\b|\.)")
_POSSESSIVE = re.compile(r"(?<=\w{3})(?:(?<=[aeıioöuü])s[ıiuü]|(?<=[^\W\daeıioöuü])[ıiuü])$")
_HYPHENS = re.compile(r"[-‐‑.·]+")


@cache
def rules() -> dict[str, Any]:
    """Read identity.toml once."""
    return tomllib.loads((files(__package__) / "identity.toml").read_text(encoding="utf-8"))


@cache
def _latin() -> dict[int, int]:
    scripts = rules()["scripts"]
    return str.maketrans(scripts["cyrillic"], scripts["latin"])


@cache
def appositions() -> frozenset[str]:
    """Return what stands between two names of one: «yani»."""
    return frozenset(rules()["apposition"]["words"])


@cache
def aliases() -> dict[tuple[str, str], str]:
    """Return (type, lower-case name) → lower-case full name of the bodies and places in identity.toml."""
    listed = rules()["aliases"]
    return {(kind, key(name)): key(names[0]) for kind in listed for names in listed[kind] for name in names}


@cache
def bare() -> tuple[str, ...]:
    """Return the keys of bodies whose name alone tells no country («merkez bankası»)."""
    return tuple(key(name) for name in rules()["bare"]["ORG"])


@cache
def _long_endings() -> tuple[str, ...]:
    return tuple(f" {long}" for long, _ in rules()["organisations"]["short_endings"])


@lru_cache(maxsize=4096)
def spelling(quote: str) -> str:
    """Return the quote in one script, on one line."""
    return _SPACE.sub(" ", quote.translate(_latin()) if _CYRILLIC.search(quote) else quote).strip()


@lru_cache(maxsize=4096)
def key(quote: str) -> str:
    """Return what spellings of a name must share: lower case, one script and apostrophe, no full stop at the end."""
    text = _BRACKETS.sub("", lower(spelling(quote)).replace("’", "'").rstrip("."))
    text = _ORDINAL.sub(r"\1.", _REPUBLIC.sub("", text))
    if text.endswith(_long_endings()):
        for long, short in rules()["organisations"]["short_endings"]:
            text = text.removesuffix(long) + short if text.endswith(" " + long) else text
    return text.strip() or "-"


@lru_cache(maxsize=4096)
def bases(name_key: str) -> tuple[str, ...]:
    """Return the keys that an inflected key may stand for («korede» → kore), without itself."""
    head, _, last = name_key.rpartition(" ")
    prefix = head + " " if head else ""
    return tuple(prefix + stem for stem in name_cues.stems(last)[1:])


def is_group(name_key: str) -> bool:
    """Tell whether a key names a group of companies («zorlu holding a.ş»), whose daughters share its first words."""
    ending = name_key.removeprefix(core(name_key)).split()
    return any(word in rules()["organisations"]["groups"] for word in ending)


def without_possessive(name_key: str) -> tuple[str, ...]:
    """Return the key of a compound whose ending may be left out («izmir rafinerisi» → izmir rafineri)."""
    ending = _POSSESSIVE.search(name_key) if " " in name_key else None
    return (name_key[: ending.start()],) if ending else ()


def one_letter_more(a: str, b: str) -> bool:
    """Tell whether two long words differ by one letter that one of them has more («arslan», «aslan»)."""
    return min(len(a), len(b)) >= 5 and abs(len(a) - len(b)) == 1 and distance_within(a, b, 1)


@lru_cache(maxsize=1024)
def core(name_key: str) -> str:
    """Return the key of an organisation without legal forms at its end («apple inc» → apple)."""
    words = name_key.split()
    forms = frozenset(rules()["organisations"]["legal_forms"])
    while len(words) > 1 and words[-1].rstrip(".") in forms:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=4096)
def sounds(name_key: str) -> str:
    """Return a transliteration-neutral form: «kassym-jomart» and «kasım-comart» give «kasim comart»."""
    text = _plain(ascii_fold(_HYPHENS.sub(" ", name_key)))
    for written, sound in rules()["transliteration"]["sounds"]:
        text = text.replace(written, sound)
    text = _DEVOICED.sub("t", text)
    return _DOUBLE.sub(r"\1", text)


def _plain(text: str) -> str:
    """Leave out the accents of letters that Turkish does not have: «Mickhaïl»."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_full_form(longer: str, short: str) -> bool:
    """Tell whether `longer` is the full name of `short` («karsu tekstil» of «karsu») and no part or daughter of it."""
    if not longer.startswith(short + " ") or _ends_body(short):
        return False
    rest = core(base(longer)).removeprefix(short + " ").split()
    parts = rules()["organisations"]["parts"]
    return not any(word in parts or gazetteer.lookup(word) for word in rest)


def _ends_body(name_key: str) -> bool:
    """Tell whether the name is whole, so that what follows it names a part («… Bakanlığı»)."""
    head = name_cues.head(name_key.rsplit(maxsplit=1)[-1])
    return head is not None and head not in name_cues.load().weak_heads


def is_shortened(short: str, longer: str) -> bool:
    """Tell whether `short` is `longer` with words in the middle left out («aile bakanlığı»)."""
    few, many = short.split(), longer.split()
    if len(few) < 2 or len(few) >= len(many) or few[0] != many[0] or few[-1] != many[-1]:
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def base(name_key: str) -> str:
    """Return the key without the case suffix after the head of a compound («… kooperatifinin» → kooperatifi)."""
    before, _, last = name_key.rpartition(" ")
    head = name_cues.head(last) if before else None
    return f"{before} {head}" if head else name_key


def consonants(sounded: str) -> str:
    """Return the sounds without vowels; spellings of one name share it."""
    return _VOWELS.sub("", sounded)


def distance_within(a: str, b: str, bound: int) -> bool:
    """Tell whether the Levenshtein distance of `a` and `b` is at most `bound`."""
    if abs(len(a) - len(b)) > bound:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
        if min(row) > bound:
            return False
    return row[-1] <= bound


def is_acronym_of(acronym: str, name: str) -> bool:
    """Tell whether the letters of `acronym` are the beginnings of the words of `name`, in order («tüik»)."""
    words = [word for word in name.split() if word not in ("ve", "and", "of", "&")]
    if len(words) < 2 or len(acronym) < len(words) or len(acronym) > 3 * len(words):
        return False
    reached = {0}
    for word in words:
        reached = {at + n for at in reached for n in (1, 2, 3) if word[:n] == acronym[at : at + n] and len(word) >= n}
    return len(acronym) in reached
