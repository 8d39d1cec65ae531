"""What holds of every text: spans lie in it, any written day means itself, cost is linear."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.analyse import casing
from olgu.recognise import times

MONTHS = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"]
ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
TENS = ["", "on", "yirmi", "otuz"]
LOCATIVE = dict(zip(MONTHS, ["ta", "ta", "ta", "da", "ta", "da", "da", "ta", "de", "de", "da", "ta"], strict=True))

days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
PIECES = st.one_of(
    st.just("\n"),
    st.sampled_from(
        """
    3 Mart 2024 ’te 'da 1-5 geçen yıl yılın ilk son 24 saatte ve ile - / . , : 10.30 saat 90’lı yıllar 21. yüzyıl
    ocak-ekim kadar bu yana aynı dönemde ekim pazar günü Ramazan Bayramı önce sonra
        iki çeyrek % 2019'dan 2023'e haftaya İ ı ß ’
    1Ç2020 sonunda başında hafta arası tarihleri içinde""".split()  # noqa: SIM905 - a list of words reads worse
    ),
)


@given(days, st.integers(0, 8), st.one_of(st.none(), days))
def test_any_written_day_means_itself(day: dt.date, form: int, article: dt.date | None) -> None:
    month = MONTHS[day.month - 1]
    words = f"{TENS[day.day // 10]} {ONES[day.day % 10]}".strip()
    text = [
        f"{day.day} {month} {day.year}",
        f"{day.day:02d} {casing.lower(month)} {day.year} tarihinde",
        casing.upper(f"{day.day} {month} {day.year} günü"),
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
        f"{words} {month} {day.year}",
        f"{words.replace(' ', '')} {month} {day.year}'de",
        f"{day.day} {month} {day.year}’deki",
    ][form]
    (found,) = times.find(f"Karar {text} açıklandı.", article)
    assert found.value == day.isoformat()
    assert found.start == len("Karar ")
    assert found.end == len(f"Karar {text}")


@given(days)
def test_a_day_near_the_article_needs_no_year(day: dt.date) -> None:
    month = MONTHS[day.month - 1]
    for offset in (-30, 0, 30):
        article = day + dt.timedelta(offset)
        (found,) = times.find(f"{day.day} {month}'{LOCATIVE[month]}", article)
        if (day.month, day.day) != (2, 29):
            assert found.value == day.isoformat()


@given(days, st.integers(1, 40))
def test_distances_are_inverse(article: dt.date, count: int) -> None:
    (before,) = times.find(f"{count} gün önce", article)
    assert before.value is not None
    (after,) = times.find(f"{count} gün sonra", dt.date.fromisoformat(before.value))
    assert after.value == article.isoformat()


def assert_sound(text: str, date: dt.date | None) -> None:
    end = 0
    for found in times.find(text, date):
        assert end <= found.start < found.end <= len(text)
        assert found.rule
        assert all(found.start <= a < b <= found.end for a, b in found.calendar)
        end = found.end


@given(st.text(), st.one_of(st.none(), st.dates()))
def test_arbitrary_text(text: str, date: dt.date | None) -> None:
    assert_sound(text, date)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]), st.one_of(st.none(), st.dates()))
def test_arbitrary_pieces_of_time_phrases(pieces: list[str], blank: str, date: dt.date | None) -> None:
    assert_sound(blank.join(pieces), date)


@pytest.mark.parametrize(
    "piece", ["1", "ocak", "1 ", "2019-", "3, ", "geçen yılın ", "2019'dan ", "ocak-", "12.12.2012 - ", "a1", "İ"]
)
def test_cost_is_linear(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        times.find(text, None)
        return time.process_time() - began

    spent(1000)
    short = max(spent(20_000) for _ in range(2))
    assert any(spent(80_000) < 8 * short + 0.05 for _ in range(3)), "thrice, for a busy machine is slow once"


@pytest.mark.parametrize("piece", ["1", "ocak"])
def test_a_megabyte_without_blanks_is_quick(piece: str) -> None:
    began = time.process_time()
    assert times.find(piece * (1_000_000 // len(piece)), None) == []
    assert time.process_time() - began < 2
