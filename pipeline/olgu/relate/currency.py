"""What a name of money means that several countries share: «dolar», riyal, dinar, manat, som, won, kron, peso."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from olgu.analyse.casing import lower
from olgu.article import Fact
from olgu.recognise import gazetteer
from olgu.recognise.quantity_lexicon import lexicon
from olgu.recognise.quantity_units import read_unit_word
from olgu.relate.countries import Scene, Sighting

_WORD = re.compile(r"[^\W\d_]+")
_EXPLICIT_WORDS = 3
"""Words of the longest country before its money: «Yeni Zelanda doları» has two."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A name of money that several countries share; the first code is the one meant when nothing tells."""

    codes: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class _Names:
    words: dict[str, Shared]
    signs: dict[str, str]


@cache
def _names() -> _Names:
    rules = tomllib.loads((files(__package__) / "currency.toml").read_text(encoding="utf-8"))
    words = {n: Shared(tuple(entry["codes"]), entry.get("strong", False)) for n, entry in rules["names"].items()}
    words |= {spelled: words[name] for spelled, name in rules["spellings"].items()}
    signs = {sign: name for name, entry in rules["names"].items() for sign in entry.get("signs", ())}
    return _Names(words, signs)


def settle(text: str, facts: Sequence[Fact], scene: Scene) -> list[Fact]:
    """Return the facts, money of a shared name with the currency that its frame tells and marked as assumed.

    `participants` of the facts must be set; `scene` is that of the article. Where nothing tells, the unit stays.
    """
    written = [bare_name(text[f.start : f.end]) if f.kind == "money" else None for f in facts]
    if not any(written):
        return list(facts)
    explicit = {f.unit for f, shared in zip(facts, written, strict=True) if f.kind == "money" and f.unit and not shared}
    payers = {codes: _payers(codes, scene.sightings) for codes in {shared.codes for shared in written if shared}}
    return [
        _settled(fact, shared, scene, explicit, payers[shared.codes]) if shared else fact
        for fact, shared in zip(facts, written, strict=True)
    ]


def _payers(codes: Sequence[str], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings of countries whose money is one of `codes`."""
    money, asked = gazetteer.currencies(), set(codes)
    return [s for s in sightings if not asked.isdisjoint(money.get(s.country, ()))]


def bare_name(quote: str) -> Shared | None:
    """Return the shared name of money in a quantity («6 milyar dolara»); None where its country stands beside it."""
    known = _names()
    for sign, name in known.signs.items():
        at = quote.find(sign)
        if at >= 0:
            return None if quote[:at].rstrip()[-1:].isalpha() else known.words[name]
    found = list(_WORD.finditer(quote))
    for at, word in enumerate(found):
        low = lower(word[0])
        read = read_unit_word(low)
        if read is None or low[: read[1]] not in known.words:
            continue
        before = [lower(w[0]) for w in found[max(0, at - _EXPLICIT_WORDS) : at]]
        said = _says_country(before, low[: read[1]], found[at - 1][0] if at else "")
        return None if said else known.words[low[: read[1]]]
    return None


def _says_country(before: Sequence[str], stem: str, written: str) -> bool:
    """Tell whether the words before the name of money are those of its country («Kanada doları»)."""
    spelled = (" ".join([*before[at:], stem]) for at in range(len(before)))
    return any(name in lexicon().names for name in spelled) or written[:1].isupper()


def _settled(fact: Fact, shared: Shared, scene: Scene, explicit: set[str], payers: Sequence[Sighting]) -> Fact:
    named = [code for code in shared.codes if code in explicit]
    if len(named) == 1 and (not shared.strong or named[0] == shared.codes[0]):
        return replace(fact, unit=named[0])
    unit = _of_home(fact, shared, scene, payers) if shared.strong else next(_of_frame(fact, shared, payers), None)
    return replace(fact, unit=unit or fact.unit, unit_assumed=True)


def _of_home(fact: Fact, shared: Shared, scene: Scene, payers: Sequence[Sighting]) -> str | None:
    """Return the money of the country that the article is set in, where fact and article know of no other."""
    if scene.home is None or fact.participants not in ((scene.home,), ()):
        return None
    money = gazetteer.currencies()
    if any(shared.codes[0] in money[country] for country in {s.country for s in payers}):
        return None
    return next((code for code in shared.codes if code in money.get(scene.home, ())), None)


def _of_frame(fact: Fact, shared: Shared, payers: Sequence[Sighting]) -> Iterator[str]:
    """Yield the money of the countries around, the nearest first: of the sentence, the frame, before it, after it."""
    first, last = (bisect_left(payers, (at,)) for at in (fact.sentence_start, fact.sentence_end))
    inside = sorted(payers[first:last], key=lambda s: min(abs(s.start - fact.end), abs(fact.start - s.end)))
    around = (*payers[max(0, first - 1) : first], *payers[last : last + 1])
    for country in (*(s.country for s in inside), *fact.participants, *(s.country for s in around)):
        money = gazetteer.currencies().get(country, ())
        yield from (code for code in shared.codes if code in money)
