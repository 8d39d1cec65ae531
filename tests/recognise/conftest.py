"""How the tables of this room write what is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from olgu.recognise import numerals, quantities, times


@pytest.fixture(scope="session")
def told() -> Callable[[str, dt.date | None], list[str]]:
    """Write the times of a text: "Son 2 haftada … = 2024-05-29/2024-06-11", "3 Mart'ta = 2024-03-03 (3)".

    «…» stands for a length, "?" for no value, the brackets hold the numbers of the calendar.
    """

    def write(text: str, date: dt.date | None) -> list[str]:
        found = []
        for time in times.find(text, date):
            numbers = ", ".join(text[start:end] for start, end in time.calendar)
            phrase = text[time.start : time.end] + (" …" if time.open_end else "")
            found.append(f"{phrase} = {time.value or '?'}" + (f" ({numbers})" if numbers else ""))
        return found

    return write


@pytest.fixture(scope="session")
def told_quantities() -> Callable[[str], list[str]]:
    """Write the quantities of a text: "5 dolar = 5 USD per varil (money at_most) in «en fazla 5 dolar»"."""

    def write(text: str) -> list[str]:
        found = []
        for each in quantities.find(text, times.find(text, None)):
            quote, context = text[each.start : each.end], text[each.context_start : each.context_end]
            value = str(each.value) + (f"..{each.value_to}" if each.value_to is not None else "")
            unit = (f" {each.unit}" if each.unit else "") + (f" per {each.per}" if each.per else "")
            bound = "" if each.bound == "exact" else f" {each.bound}"
            around = "" if context == quote else f" in «{context}»"
            found.append(f"{quote} = {value}{unit} ({each.kind}{bound}){around}")
        return found

    return write


@pytest.fixture(scope="session")
def told_numerals() -> Callable[[str], list[str]]:
    """Write the numerals of a text: "5'inci = 5 ordinal", "iki yüzü = 200 ü «iki yüz» in words"."""

    def write(text: str) -> list[str]:
        found = []
        for each in numerals.find(text):
            quote, core = text[each.start : each.end], text[each.start : each.core_end]
            form = "" if each.form == "cardinal" else f" {each.form}"
            ending = (f" {each.case}" if each.case else "") + ("" if core == quote else f" «{core}»")
            found.append(f"{quote} = {each.value}{form}{ending}" + (" in words" if each.words else ""))
        return found

    return write
