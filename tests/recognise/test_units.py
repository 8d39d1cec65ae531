"""Integrity of the lexicon: ISO 4217 codes, CLDR names, UCUM codes, and one row for every short name or symbol."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import ucumvert
from babel import Locale
from babel.core import get_global
from babel.numbers import list_currencies

from olgu.analyse.casing import lower
from olgu.article import Quantity
from olgu.recognise import quantities
from olgu.recognise.quantity_lexicon import lexicon, read_toml
from olgu.recognise.quantity_suffixes import ending

NOT_UCUM = {"dönüm", "dekar", "MWe", "Mbps", "Gbps", "px", "Mpx", "MP", "TEU", "DWT", "AKK", "bp", "pp", "x", "point"}


def only(text: str) -> Quantity:
    found = quantities.find(text)
    assert len(found) == 1, found
    return found[0]


def current_currencies() -> list[str]:
    territories = get_global("territory_currencies").values()
    return sorted({code for rows in territories for code, _start, end, tender in rows if end is None and tender})


@cache
def ucum_parser() -> Any:
    return ucumvert.get_ucum_parser()


def test_units_every_currency_is_iso_4217() -> None:
    codes = {u.code for u in (*lexicon().names.values(), *lexicon().symbols.values()) if u.kind == "money" and u.code}
    assert codes <= set(list_currencies())


@pytest.mark.parametrize("code", current_currencies())
def test_units_cldr_names_of_current_currencies_are_read(code: str) -> None:
    name = lower(str(Locale.parse("tr").currencies[code])) if code in Locale.parse("tr").currencies else code
    assert only(f"5 {name}").unit == code


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("suriye lira", True),
        ("kuveyt dinar", True),
        ("kuveyt dina", False),
        ("güney kore won", True),
        ("ukrayna karbovanetz", True),
        ("ukrayna karbovanet", False),
    ],
)
def test_units_names_of_money_lose_their_possessive(name: str, known: bool) -> None:
    assert (name in lexicon().names) is known


@pytest.mark.parametrize("code", sorted(code for code, ucum in lexicon().ucum.items() if ucum))
def test_units_codes_are_ucum(code: str) -> None:
    assert ucum_parser().parse(lexicon().ucum[code])


def test_units_grow_with_their_prefixes() -> None:
    sizes = {
        name: lexicon().names[name].factor
        for name in ("kilometre", "hektometre", "dekametre", "metre", "desimetre", "santimetre", "milimetre",
                     "mikrometre", "nanometre", "pikometre", "kilovat", "megavat", "gigavat", "teravat", "petabayt")
    }  # fmt: skip
    assert sizes == {
        "kilometre": 10**3, "hektometre": 100, "dekametre": 10, "metre": 1, "desimetre": Decimal("0.1"),
        "santimetre": Decimal("0.01"), "milimetre": Decimal("0.001"), "mikrometre": Decimal("0.000001"),
        "nanometre": Decimal("1E-9"), "pikometre": Decimal("1E-12"),
        "kilovat": 10**3, "megavat": 10**6, "gigavat": 10**9, "teravat": 10**12, "petabayt": 10**15,
    }  # fmt: skip


def test_units_without_ucum_are_the_listed_ones() -> None:
    assert {code for code, ucum in lexicon().ucum.items() if not ucum} == NOT_UCUM


def test_units_no_name_stands_twice() -> None:
    names = [n for kind in ("measure", "duration", "percent", "ratio", "number", "count")
             for entry in read_toml("units.toml")[kind].values() for n in entry.get("names", ())]  # fmt: skip
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("5 TL", "money", "TRY"),
        ("5 tl'lik", "money", "TRY"),
        ("5 liraya", "money", "TRY"),
        ("5 LİRALIK", "money", "TRY"),
        ("5₺", "money", "TRY"),
        ("5 dolar", "money", "USD"),
        ("5 ABD dolarından", "money", "USD"),
        ("5 Amerikan dolarına", "money", "USD"),
        ("5 avro", "money", "EUR"),
        ("5 Euro’dan", "money", "EUR"),
        ("5 sterlin", "money", "GBP"),
        ("5 pound", "money", "GBP"),
        ("5 Japon yeni", "money", "JPY"),
        ("5 bin yen", "money", "JPY"),
        ("5 yuan", "money", "CNY"),
        ("5 renminbi", "money", "CNY"),
        ("5 wona", "money", "KRW"),
        ("5 tenge", "money", "KZT"),
        ("5 som", "money", "KGS"),
        ("5 Özbekistan somu", "money", "UZS"),
        ("5 manat", "money", "AZN"),
        ("5 ruble", "money", "RUB"),
        ("5 riyal", "money", "SAR"),
        ("5 Katar riyali", "money", "QAR"),
        ("5 dirhem", "money", "AED"),
        ("5 İsviçre frangı", "money", "CHF"),
        ("5 frank", "money", "CHF"),
        ("5 rupi", "money", "INR"),
        ("5 Pakistan rupisine", "money", "PKR"),
        ("5 şekel", "money", "ILS"),
        ("5 zloti", "money", "PLN"),
        ("5 leva", "money", "BGN"),
        ("5 grivna", "money", "UAH"),
        ("5 lari", "money", "GEL"),
        ("5 Kanada dolarına", "money", "CAD"),
        ("5 Avustralya doları", "money", "AUD"),
        ("5 Hong Kong doları", "money", "HKD"),
        ("5 Kuveyt dinarı", "money", "KWD"),
        ("5 İsveç kronu", "money", "SEK"),
        ("5 dinar", "money", None),
        ("5 peso", "money", None),
        ("5 mn CHF", "money", "CHF"),
        ("aud$ 15", "money", "AUD"),
        ("5 km'lik", "measure", "km"),
        ("5km", "measure", "km"),
        ("5 kilometrekareye", "measure", "km2"),
        ("5 m3", "measure", "m3"),
        ("5 m³", "measure", "m3"),
        ("5 metre küpe", "measure", "m3"),
        ("5 santimetre", "measure", "cm"),
        ("5 dönüm", "measure", "dönüm"),
        ("5 hektarlık", "measure", "ha"),
        ("5 kilo", "measure", "kg"),
        ("5 gr", "measure", "g"),
        ("5 mg", "measure", "mg"),
        ("5 varil", "measure", "bbl"),
        ("5 GWh", "measure", "GWh"),
        ("5 megavat", "measure", "MW"),
        ("5 gcal", "measure", "Gcal"),
        ("5 GHz", "measure", "GHz"),
        ("5 TEU", "measure", "TEU"),
        ("5 beygir gücünde", "measure", "hp"),
        ("5 Nm", "measure", "Nm"),
        ("5 °C", "measure", "Cel"),
        ("5 santigrat derece", "measure", "Cel"),
        ("5 dereceye", "measure", "deg"),
        ("5 deniz mili", "measure", "mi"),
        ("5 ons", "measure", "oz"),
        ("5 GB'lık", "measure", "GB"),
        ("5 gigabayt", "measure", "GB"),
        ("5 megapiksel", "measure", "Mpx"),
        ("5 volt", "measure", "V"),
        ("5 işgünü", "duration", "d"),
        ("5 dk", "duration", "min"),
        ("5 sn", "duration", "s"),
        ("5 asır", "duration", "a"),
        ("5 baz puan", "percent", "bp"),
        ("5 misli", "ratio", "x"),
        ("5 puan", "number", "point"),
        ("5 tane", "count", None),
        ("5 baş", "count", None),
    ],
)
def test_units_short_names_and_symbols(text: str, kind: str, unit: str | None) -> None:
    q = only(text)
    assert (text[q.start : q.end], q.kind, q.unit) == (text, kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "5 yeni",
        "5 yendi",
        "5 başka",
        "5 marka",
        "5 kalem",
        "5 da",
        "5 milli",
        "5 ayna",
        "5 TOP",
        "5 güney",
        "5 barda",
        "5 levha",
    ],
)
def test_units_words_that_only_look_like_one(text: str) -> None:
    q = only(text)
    assert (text[q.start : q.end], q.kind) == ("5", "count")


@pytest.mark.parametrize(
    ("suffix", "case", "possessive"),
    [
        ("", "", False),
        ("a", "dat", False),
        ("ya", "dat", False),
        ("nın", "gen", False),
        ("ndan", "abl", False),
        ("den", "abl", False),
        ("lık", "lik", False),
        ("lığa", "dat", False),
        ("sı", "", True),
        ("sını", "acc", True),
        ("ü", "acc", True),
        ("nı", "acc", False),
        ("yla", "ins", False),
        ("taki", "loc", False),
        ("larında", "loc", True),
        ("dır", "", False),
        ("ydı", "", False),
        ("dayken", "loc", False),
    ],
)
def test_units_endings(suffix: str, case: str, possessive: bool) -> None:
    found = ending(suffix)
    assert found is not None
    assert (found.case, found.possessive) == (case, possessive)


@pytest.mark.parametrize("letters", ["yerine", "ga", "dız", "lem", "tır"[:2] + "x", "bul"])
def test_units_letters_that_are_no_ending(letters: str) -> None:
    assert ending(letters) is None
