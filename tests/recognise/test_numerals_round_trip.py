"""Numbers written in every way that Turkish knows are read back, and reading stays linear on hostile text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from olgu.analyse.casing import ascii_fold, title, upper
from olgu.recognise.numerals import find

ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
SCALES = ["", "bin", "milyon", "milyar", "trilyon", "katrilyon"]
ENDINGS = {"bir": "inci", "iki": "nci", "üç": "üncü", "beş": "inci", "altı": "ncı", "yedi": "nci", "sekiz": "inci"}
ENDINGS |= {"dokuz": "uncu", "on": "uncu", "yirmi": "nci", "otuz": "uncu", "kırk": "ıncı", "elli": "nci"}
ENDINGS |= {"altmış": "ıncı", "yetmiş": "inci", "seksen": "inci", "doksan": "ıncı", "yüz": "üncü", "bin": "inci"}
ENDINGS |= {"milyon": "uncu", "milyar": "ıncı", "trilyon": "uncu", "katrilyon": "uncu", "sıfır": "ıncı"}


def words(n: int) -> list[str]:
    """Return the words of 0 ≤ n < 10^18."""
    if n == 0:
        return ["sıfır"]
    result: list[str] = []
    for power in range(5, -1, -1):
        group = n // 1000**power % 1000
        if group and not (group == 1 and power == 1):
            result += below_thousand(group)
        if group and power:
            result.append(SCALES[power])
    return result


def below_thousand(n: int) -> list[str]:
    hundreds = [ONES[n // 100]] if n >= 200 else []
    return [w for w in [*hundreds, "yüz" if n >= 100 else "", TENS[n // 10 % 10], ONES[n % 10]] if w]


def spaced(n: int) -> str:
    return " ".join(words(n))


def mixed(n: int) -> str:
    """«3 milyon 250 bin 17»; a bare thousand is «bin»."""
    groups = [(n // 1000**power % 1000, SCALES[power]) for power in range(5, -1, -1)]
    parts = [scale if (group, scale) == (1, "bin") else f"{group} {scale}".strip() for group, scale in groups if group]
    return " ".join(parts) or "0"


def ordinal(n: int) -> str:
    *head, last = words(n)
    return " ".join([*head, "dördüncü" if last == "dört" else last + ENDINGS[last]])


WAYS = {
    "spaced": spaced,
    "joined": lambda n: "".join(words(n)),
    "groups joined": lambda n: spaced(n).replace(" yüz", "yüz").replace(" bin", "bin"),
    "title": lambda n: " ".join(map(title, words(n))),
    "upper": lambda n: upper(spaced(n)),
    "ascii": lambda n: "yüzde " + ascii_fold(spaced(n)),
    "ascii capitals": lambda n: "YÜZDE " + ascii_fold(upper(spaced(n))),
    "mixed": mixed,
    "digits": str,
    "points": lambda n: f"{n:,}".replace(",", "."),
    "blanks": lambda n: f"{n:,}".replace(",", "\u202f"),
    "ordinal": ordinal,
    "case": lambda n: f"{n}'den",
    "sentence": lambda n: f"Köyde {spaced(n)} kişi, bu yüzden onun altında bir şey kalmadı.",
}
numbers = st.one_of(
    st.integers(0, 10**4),
    st.integers(0, 10**18 - 1),
    st.builds(lambda digit, power: digit * 10**power, st.integers(1, 9), st.integers(0, 17)),
)


@pytest.mark.parametrize("way", WAYS)
@given(n=numbers)
@example(n=0)
@example(n=1100)
@example(n=2105)
@example(n=1001)
@example(n=10**6 + 1)
def test_find_reads_back_what_was_written(way: str, n: int) -> None:
    text = WAYS[way](n)
    found = find(text)
    if text.replace("İ", "i").lower() == "binbir":  # a great many; 1001 is «bin bir»
        assert not found
        return
    assert found
    assert found[0].value == n
    assert found[0].form == ("ordinal" if way == "ordinal" else "cardinal")
    if way not in {"ascii", "ascii capitals", "sentence"}:
        assert (found[0].start, found[0].end) == (0, len(text))


@given(n=st.integers(0, 10**9), digits=st.integers(1, 999))
def test_find_reads_back_decimals(n: int, digits: int) -> None:
    tail = str(digits)
    for text in (f"{n},{tail}" if len(tail) < 3 else f"0,{tail}", f"{spaced(n)} virgül {spaced(digits)}"):
        whole = 0 if text.startswith("0,") else n
        assert [m.value for m in find(text)] == [Decimal(f"{whole}.{tail}")]


@given(n=st.integers(1, 10**9))
def test_find_reads_back_negative_numbers(n: int) -> None:
    assert [m.value for m in find(f"hava eksi {spaced(n)} derece")] == [-n]
    assert [m.value for m in find(f"eksi {n}")] == [-n]


@given(text=st.text(alphabet="0123456789.,:/-'’ %ibnryüzşaltıkoeduçğ½\nİI", max_size=80))
def test_find_is_sorted_and_within_the_text(text: str) -> None:
    end = 0
    for numeral in find(text):
        assert end <= numeral.start < numeral.core_end <= numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize("text", ["7", "bin", "1.1.1.", "1/", "a", "iki", "onb", "I", "%", "- ", "1:", "'"])
def test_find_is_linear_where_there_are_no_numerals(text: str) -> None:
    began = time.process_time()
    find(text * (1_000_000 // len(text)))
    assert time.process_time() - began < 3


@pytest.mark.parametrize("text", ["bin ", "1 ", "12'", "-1", "yüzde ", "bir virgül ", "3. ", "üçte ", "eksi ", "5' "])
def test_find_is_linear_in_numerals(text: str) -> None:
    began = time.process_time()
    find(text * (80_000 // len(text)))
    assert time.process_time() - began < 6
