"""What names across articles must share: keys that depend on a name alone, never on the other articles of a run."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from olgu.analyse.casing import ascii_fold, lower
from olgu.entities import variants
from olgu.recognise import gazetteer
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_INITIALS = re.compile(r"(?:\w{1,2}\.? ?){1,4}")
_TICKER = re.compile(r"^(?:([A-Z]{2})[A-Z]{2} (?=(?i:\1))|([A-Z]{3})[A-Z]{2} (?=\2)|([A-Z])[A-Z]{4} (?=\3[^A-Z]))")
"""The code of a share before the name of its firm: «HALKB Halk Bankası», «DEVA Deva Holding»."""
_TELLING_TICKER = re.compile(r"^([A-ZÇĞİÖŞÜ]{3})[A-ZÇĞİÖŞÜ]{1,2} \1")
"""The same before a name in capitals, by three letters: not «COCA COLA»."""
_CODE = re.compile(r"[A-Z]{4,5}")
"""Other such codes, whose letters are letters of the name in order: «CLEBI Çelebi Hava Servisi»."""
_TWICE = re.compile(r"([a-z])\1+")
_SOUNDED = 5
"""Letters from which on a name is compared by its sounds."""


Words = tuple[str, ...]


class Key(NamedTuple):
    """Names with one key are one entity; `country` parts bodies and places of one name in two countries."""

    type: str
    name: str
    country: str = ""


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "keys.toml").read_text(encoding="utf-8"))


@cache
def listed(room: str, name: str) -> frozenset[str]:
    """Return a list of keys.toml."""
    return frozenset(_rules()[room][name])


@cache
def _home_heads() -> tuple[str, ...]:
    return tuple(f" {head}" for head in _rules()["organisations"]["home_heads"])


@cache
def _unique_heads() -> tuple[str, ...]:
    return tuple(_rules()["organisations"]["unique"])


@lru_cache(maxsize=1 << 18)
def plain(name: str) -> str:
    """Return the key of a spelling within an article: lower case, one script, no inflection of a compound."""
    return names.base(names.key(name))


@lru_cache(maxsize=1 << 18)
def key(kind: str, name: str, country: str | None = None) -> Key:
    """Return the key of a name of a type ("PERSON", "ORG", "LOC") with the country that its article gives it."""
    name = variants.unglued(name)
    low = plain(_without_ticker(name) if kind == "ORG" else name)
    if kind == "LOC":
        return _place(low, country)
    if kind == "PERSON":
        return Key(kind, _sounded(variants.person(names.aliases().get((kind, low), _without_initials(low)))))
    full = variants.full(kind, low)
    owner = country or bodies.country_in(full) or ""
    if not owner and f" {full}".endswith(_home_heads()):
        owner = bodies.HOME
    return Key(kind, _unspaced(variants.body(full)), owner)


@lru_cache(maxsize=1 << 18)
def in_order(short: Words, longer: Words) -> bool:
    """Tell whether all words of a name stand in another one, in the same order."""
    rest = iter(longer)
    return all(word in rest for word in short)


def words(kind: str, name: str) -> Words:
    """Return the words of a name in the form that its variants share."""
    if kind == "PERSON":
        return tuple(key(kind, name).name.split())
    bare = variants.unglued(name)
    low = plain(_without_ticker(bare) if kind == "ORG" else bare)
    return tuple((variants.body(low) if kind == "ORG" else variants.place(low)).split())


def _without_ticker(name: str) -> str:
    if _CODE.match(name) is None:
        return name
    bare = _TICKER.sub("", name)
    code, _, rest = bare.partition(" ")
    if _CODE.fullmatch(code) is None or not rest or rest.isupper():
        return name if name.isupper() and not _TELLING_TICKER.match(name) else bare
    letters, left = iter(ascii_fold(lower(rest))), ascii_fold(lower(code)).replace("ı", "i")
    return rest if ascii_fold(lower(rest[0])) == left[0] and all(letter in letters for letter in left) else name


def ticker(name: str) -> str | None:
    """Return the code of a share that stands before the name of its firm, in lower case: «KARTN Kartonsan»."""
    rest = _without_ticker(name)
    return lower(name.removesuffix(rest).strip()) or None if rest != name else None


def _place(low: str, country: str | None) -> Key:
    entry = gazetteer.lookup(low)
    if entry is None and (found := _known_base(low) or _country_of_state(low) or _without_province(low)):
        low, entry = found, gazetteer.lookup(found)
    if entry and entry.is_country and entry.country:
        return Key("LOC", "=" + entry.country, entry.country)
    full = variants.full("LOC", low)
    entry = entry or gazetteer.lookup(full)
    owner = country or (entry.country if entry else None) or ""
    return Key("LOC", _unspaced(variants.place(full)), owner)


def _known_base(low: str) -> str | None:
    return next((base for base in names.bases(low) if gazetteer.lookup(base)), None)


def _without_province(low: str) -> str | None:
    """«izmir çeşme», «abd new york» → the known place after the one province or the country that it lies in."""
    first, _, rest = low.partition(" ")
    before, place = gazetteer.lookup(first), gazetteer.lookup(rest)
    if not rest or before is None or before.type != "LOC":
        return None
    provinces = gazetteer.provinces_of(rest)
    if len(provinces) == 1 and gazetteer.key(provinces[0]) == gazetteer.key(first) and rest != first:
        return rest
    abroad = before.is_country and place is not None and place.type == "LOC" and not place.is_country
    return rest if abroad and place is not None and place.country == before.country else None


def _country_of_state(low: str) -> str | None:
    """«liberya cumhuriyeti», «suriye arap cumhuriyeti», «norveç krallığı» → the country."""
    words = low.split()
    if len(words) < 2 or words[-1] not in listed("places", "states"):
        return None
    rest = words[:-2] if len(words) > 2 and words[-2] in listed("places", "of_states") else words[:-1]
    if len(rest) > 1 and rest[0] == variants.word("federal"):  # «Federal Irak Cumhuriyeti»
        rest = rest[1:]
    entry = gazetteer.lookup(" ".join(rest))
    return " ".join(rest) if entry is not None and entry.is_country else None


def _without_initials(low: str) -> str:
    """«mustafa v. koç», «m.ilker aycı» → mustafa koç, ilker aycı, where two words are left."""
    words = [word for word in variants.spaced(low).split() if not (len(word) == 2 and word[1] == ".")]
    return " ".join(words) if len(words) > 1 else low


def _sounded(low: str) -> str:
    return names.sounds(low) if len(low) >= _SOUNDED else low


def _unspaced(low: str) -> str:
    """«orta asya», «ortaasya» → ortasia"""
    return _TWICE.sub(r"\1", _sounded(low).replace(" ", "")) if len(low) >= _SOUNDED else low


@lru_cache(maxsize=1 << 18)
def needs_context(kind: str, name: str) -> bool:
    """Tell whether many entities bear the name, so that the same words in two articles prove nothing."""
    words = plain(name).split()
    if kind == "PERSON":
        full = variants.person(" ".join(words))
        return (kind, full) not in names.aliases() and _is_common_person(full.split())
    if kind == "ORG":
        return _is_generic(words) or _is_trade(words) or " ".join(words) in listed("organisations", "by_kind")
    known = ("LOC", " ".join(words)) in names.aliases()
    return not known and (_is_local(words, name) or " ".join(words) in listed("places", "plain"))


def _is_local(words: list[str], name: str) -> bool:
    if words[-1].rstrip(".") not in listed("places", "local_heads") or gazetteer.lookup(name) is not None:
        return False
    plain_words = listed("places", "plain") | variants.listed("town", "generic")
    own = [word for word in words[:-1] if word not in plain_words]
    if words[-1] in ("stadı", "stadyumu") and own and gazetteer.lookup(own[0]) is None:  # «Ülker Stadı»
        return False
    if words[-1] in ("camii", "camisi") and own and own[0] not in listed("places", "mosques"):  # «Emevi Camii»
        return False
    return len(own) < 2 or words[-1] not in variants.listed("local", "told_by_two")


def _is_common_person(words: list[str]) -> bool:
    if len(words) == 1:  # a surname or a given name, unless the news knows the bearer by it
        entry = gazetteer.lookup(words[0])
        return entry is None or entry.type != "PERSON"
    if len(words) != 2 or words[0] not in listed("persons", "common_given"):
        return False
    if words[1] not in listed("persons", "common_surnames"):
        return False
    return words[0] in listed("persons", "most_given") or words[1] in listed("persons", "most_surnames")


def is_trade(word: str) -> bool:
    """Tell whether a word of a body's name says what it does, is or belongs to, not which one it is."""
    return word in listed("organisations", "trades") or word in listed("organisations", "generic")


def is_of_anybody(words: list[str]) -> bool:
    """Tell whether the words before an organ name no body: «Şirketimiz Yönetim Kurulu», «Banka Genel Müdürlüğü»."""
    inner = listed("organisations", "inner")
    for cut in range(1, len(words)):
        if " ".join(words[cut:]) in inner:
            anybody = listed("organisations", "anybody") | listed("organisations", "by_kind")
            return all(word in anybody or variants.is_no_name(word) for word in words[:cut])
    return False


def _is_generic(words: list[str]) -> bool:
    whole = " ".join(words)
    if is_of_anybody(words):
        return True
    if len(words) > 2 and words[-2:] == ["genel", "müdürlüğü"]:  # «Orman Genel Müdürlüğü»
        return False
    if whole.endswith(_unique_heads()):
        return False
    if ("ORG", whole) in names.aliases() or gazetteer.lookup(whole):
        return False
    generic = listed("organisations", "generic")
    return all(word in generic or word.rstrip(".").isdigit() for word in words)


def _is_trade(words: list[str]) -> bool:
    trades = listed("organisations", "trades")
    if " ".join(word for word in words if word.rstrip(".") not in listed("organisations", "behind_kinds")) in listed(
        "organisations", "kinds"
    ):
        return True
    return all(word.strip(".") in trades or word in trades for word in words) and not gazetteer.lookup(" ".join(words))


@lru_cache(maxsize=1 << 18)
def is_inner(kind: str, name: str) -> bool:
    """Tell whether context cannot tell a name: organs inside any body («Yönetim Kurulu»), courts, initials («M.B.»)."""
    low = plain(name)
    if kind == "PERSON":
        return _INITIALS.fullmatch(low) is not None
    words = low.split()
    court = words[-1] in listed("organisations", "courts")
    organ = low in listed("organisations", "inner") or is_of_anybody(words)
    return kind == "ORG" and (organ or _is_trade(words) or court)


@lru_cache(maxsize=1 << 18)
def is_telling(kind: str, name: str) -> bool:
    """Tell whether two articles that share the name are likely to speak of the same people."""
    low = plain(name)
    if "." in low or low in listed("organisations", "boilerplate") or needs_context(kind, name):
        return False
    if kind == "ORG":
        return low not in _media()
    if kind == "PERSON":  # a name that everybody knows stands beside anybody
        entry = gazetteer.lookup(low.rsplit(maxsplit=1)[-1])
        return entry is None or entry.type != "PERSON"
    return gazetteer.lookup(low) is None and ("LOC", low) not in names.aliases()


def is_medium(name: str) -> bool:
    """Tell whether a key is that of a newspaper, an agency or a channel that olgu knows."""
    return name in _media() or name in listed("organisations", "papers")


@cache
def _media() -> frozenset[str]:
    return frozenset(plain(name) for name in gazetteer.data("gazetteer.toml")["organisations"]["media"])


@lru_cache(maxsize=1 << 18)
def is_town(kind: str, name: str) -> bool:
    """Tell whether a name is a known place below a country: what local names are told apart by."""
    entry = gazetteer.lookup(name)
    return kind == "LOC" and gazetteer.country_of(name) is not None and not (entry and entry.is_country)
