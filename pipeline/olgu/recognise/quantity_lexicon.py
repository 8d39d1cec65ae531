"""The lexicon of units: units.toml and currencies.toml, joined with CLDR's Turkish currency names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from olgu.analyse.casing import lower
from olgu.recognise.gazetteer import rows

if TYPE_CHECKING:
    from olgu.article import Kind

_KINDS: tuple[Kind, ...] = ("measure", "duration", "percent", "ratio", "number", "count")
_POWERS = {2: ("kare", "²"), 3: ("küp", "³")}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or money. `scale` multiplies the value; `base` and `factor` convert within a family."""

    kind: Kind
    code: str | None
    scale: Decimal = Decimal(1)
    base: str | None = None
    factor: Decimal = Decimal(1)
    minor: bool = False
    """True for hundredths of a currency: kuruş, sent."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names (lower case) and symbols (as written) to units; `heads` gives the tails of names of several words."""

    names: dict[str, Unit]
    heads: dict[str, tuple[tuple[str, Unit], ...]]
    possessed: frozenset[str]
    """Names of money as they end a compound: «doları», «lirası»."""
    symbols: dict[str, Unit]
    folded: dict[str, Unit]
    """Lower-cased symbols of two letters or more."""
    exceptions: frozenset[str]
    strokes: dict[str, str]
    ucum: dict[str, str]
    """UCUM code by unit code; "" where UCUM has none."""


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file that lies beside this module."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """Return the whole lexicon; built once, at the first call."""
    units, money = read_toml("units.toml"), read_toml("currencies.toml")
    build = _Builder(currency_names(money), _currency_symbols(money), units["prefix"])
    exceptions = set(money["except"]["words"])
    for kind in _KINDS:
        for key, entry in units[kind].items():
            build.add(kind, entry.get("code", key) or None, entry)
            exceptions.update(entry.get("except", ()))
    symbols = build.symbols
    folded = {lower(s): u for s, u in symbols.items() if len(s) > 1 and not (u.kind == "money" and s == u.code)}
    strokes = {name: code for code, spellings in units["stroke"].items() for name in spellings}
    possessed = frozenset(name.rsplit(" ", 1)[-1] for _, name in _cldr_names() if name != _without_possessive(name))
    return Lexicon(
        build.names, _heads(build.names), possessed, symbols, folded, frozenset(exceptions), strokes, build.ucum
    )


class _Builder:
    """Spells every unit out: with its prefixes, squared and cubed."""

    def __init__(self, names: dict[str, Unit], symbols: dict[str, Unit], prefixes: dict[str, list[str]]) -> None:
        self.names, self.symbols, self._prefixes = names, symbols, prefixes
        self.ucum: dict[str, str] = {}

    def add(self, kind: Kind, code: str | None, entry: dict[str, Any]) -> None:
        """Add one entry of units.toml."""
        base = entry.get("base") or (code if "prefixes" in entry else None)
        factor, scale = Decimal(entry.get("factor", "1")), Decimal(entry.get("scale", "1"))
        variants = [("", "", Decimal(1))]
        variants += [(p, name, _power_of_ten(p)) for p in entry.get("prefixes", ()) for name in self._prefixes[p]]
        for sign, name, size in variants:
            full = f"{sign}{code}" if code else None
            unit = Unit(kind, full, scale, base, factor * size)
            self.names.update((name + n, unit) for n in entry.get("names", ()))
            # «dam», «dal» are words of Turkish rather than decametres and decalitres.
            self.symbols.update((sign + s, unit) for s in entry.get("symbols", ()) if sign != "da")
            if full:
                self.ucum[full] = sign + entry["ucum"] if entry.get("ucum") else entry.get("ucum", full)
            for power in entry.get("powers", ()):
                self._add_power(Unit(kind, f"{full}{power}"), power, (sign, name), entry)

    def _add_power(self, unit: Unit, power: int, prefix: tuple[str, str], entry: dict[str, Any]) -> None:
        """«metrekare», «metre küp», «m2», «m³»."""
        (sign, name), (word, mark) = prefix, _POWERS[power]
        for n in entry.get("names", ()):
            self.names.update((form, unit) for form in (f"{name}{n}{word}", f"{name}{n} {word}", f"{word} {name}{n}"))
        for s in entry.get("symbols", ()):
            self.symbols.update((sign + s + end, unit) for end in (mark, str(power), f"^{power}"))
        assert unit.code is not None
        self.ucum[unit.code] = f"{sign}{entry['ucum']}{power}" if "ucum" in entry else unit.code


def _power_of_ten(prefix: str) -> Decimal:
    exponents = {
        "P": 15,
        "T": 12,
        "G": 9,
        "M": 6,
        "k": 3,
        "h": 2,
        "da": 1,
        "d": -1,
        "c": -2,
        "m": -3,
        "u": -6,
        "n": -9,
        "p": -12,
    }
    return Decimal(10) ** exponents[prefix]


def currency_names(money: dict[str, Any]) -> dict[str, Unit]:
    """Return names of currencies: CLDR's, without their possessive ending too, then those of currencies.toml."""
    names: dict[str, Unit] = {}
    for code, name in _cldr_names():
        unit = Unit("money", code)
        names.setdefault(_without_possessive(name), unit)
        names[name] = unit
    names.update((n, Unit("money", None)) for n in money["ambiguous"]["names"])
    names.update((n, Unit("money", code)) for code, spellings in money["names"].items() for n in spellings)
    for code, spellings in money["hundredth"].items():
        names.update((n, Unit("money", code, minor=True)) for n in spellings)
    return names


@cache
def _cldr() -> tuple[tuple[str, str], ...]:
    """Return (ISO 4217 code, Turkish name or "") of every currency that CLDR has, as `currencies.tsv` holds them."""
    return tuple((code, name) for code, name in rows("currencies.tsv"))


def _cldr_names() -> list[tuple[str, str]]:
    """Return (code, lower-case name) of every currency CLDR names by country; metals and funds (X…) only by code."""
    return [(code, lower(name)) for code, name in _cldr() if " " in name and "(" not in name and code != "TRL"]


def _without_possessive(name: str) -> str:
    last = name.rsplit(" ", 1)[-1]
    if last[-1:] not in "ıiuü" or len(last) < 4:
        return name
    return name[:-2] if name[-2] == "s" and name[-3] in "aeıioöuü" else name[:-1]


def _currency_symbols(money: dict[str, Any]) -> dict[str, Unit]:
    blocked = set(money["except"]["codes"])
    symbols = {code: Unit("money", code) for code, _ in _cldr() if code not in blocked}
    symbols.update((s, Unit("money", code)) for code, spellings in money["symbols"].items() for s in spellings)
    return symbols


def _heads(names: dict[str, Unit]) -> dict[str, tuple[tuple[str, Unit], ...]]:
    """Group the names of several words by their first word, longest tail first."""
    heads: dict[str, list[tuple[str, Unit]]] = {}
    for name, unit in names.items():
        first, space, tail = name.partition(" ")
        if space:
            heads.setdefault(first, []).append((tail, unit))
    return {first: tuple(sorted(tails, key=lambda t: -len(t[0]))) for first, tails in heads.items()}
