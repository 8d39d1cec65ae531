"""How the tables of this room write what is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from olgu.recognise import times


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
