"""How number words and digits add up: «iki bin yüz beş», «3 milyon 250 bin», «yetmiş iki buçuk»."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_HALF = Decimal("0.5")
_THOUSAND = Decimal(1000)
_ENDLESS = Decimal("Infinity")


class Piece(NamedTuple):
    """A number word (`kind` as in `[atoms]`), a digit chunk, or a connecting word (`kind` as in `[marks]`)."""

    kind: str
    value: Decimal
    last: bool = True
    """True for the last piece of its token."""
    chunk: str = ""


class Sum(NamedTuple):
    """A composed value and the index behind its last piece."""

    value: Decimal
    end: int


def plain(value: Decimal) -> Decimal:
    """Return `value` without an exponent: 2.5E+6 becomes 2500000."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def compose(pieces: Sequence[Piece], start: int, stop: int) -> Sum | None:
    """Return the longest number that starts at `start` and ends before `stop`."""
    total, at, ceiling = Decimal(0), start, _ENDLESS
    while at < stop:
        group = _group(pieces, at, stop)
        after = group.end if group else at
        scale = pieces[after].value if after < stop and pieces[after].kind == "scale" else None
        if group is None and scale is not None and scale > ceiling:
            total, at, ceiling = total * scale, after + 1, scale
            continue
        if group is None and (scale is None or (scale != _THOUSAND and at > start)):
            break
        amount = group.value if group else Decimal(1)
        if group is not None and at > start and not _joins(pieces, start, at, group.end):
            break
        if scale is None:
            if amount >= ceiling:
                break
            return Sum(total + amount, after)
        if scale >= ceiling or amount * scale >= ceiling:
            break
        total, at, ceiling = total + amount * scale, after + 1, scale
        if at < stop and pieces[at].kind == "half":
            return Sum(plain(total + scale * _HALF), at + 1)
        if amount != amount.to_integral_value():
            break
    return Sum(plain(total), at) if at > start else None


def _joins(pieces: Sequence[Piece], start: int, at: int, end: int) -> bool:
    """True where a group may follow a scale word: no decimals, no year, no article."""
    first = pieces[at]
    if first.kind == "digits":
        return len(first.chunk.partition(",")[0]) <= 3 or (
            first.value == first.value.to_integral_value() and "." in first.chunk
        )
    if first.kind in {"part", "zero"}:
        return False
    return not (pieces[start].kind == "digits" and end == at + 1 and first.value == 1)


def _group(pieces: Sequence[Piece], at: int, stop: int) -> Sum | None:
    """Return the number below a thousand, or the digits, that start at `at`."""
    kind = pieces[at].kind
    group: Sum | None
    if kind == "digits":
        group = _after_digits(pieces, at, stop)
    elif kind in {"zero", "part"}:
        group = Sum(pieces[at].value, at + 1)
    else:
        group = _words(pieces, at, stop)
    if group and kind != "part" and group.end < stop and pieces[group.end].kind == "half":
        return Sum(group.value + _HALF, group.end + 1)
    return group


def _after_digits(pieces: Sequence[Piece], at: int, stop: int) -> Sum:
    value = pieces[at].value
    if at + 1 < stop and pieces[at + 1].kind == "hundred" and value in {2, 3, 4, 5, 6, 7, 8, 9}:
        return Sum(value * 100, at + 2)
    return Sum(value, at + 1)


def _words(pieces: Sequence[Piece], at: int, stop: int) -> Sum | None:
    def kind(index: int) -> str:
        return pieces[index].kind if index < stop else ""

    total, i = Decimal(0), at
    if kind(i) == "ones" and kind(i + 1) == "hundred" and pieces[i].value > 1:
        total, i = pieces[i].value * 100, i + 2
    elif kind(i) == "hundred":
        total, i = Decimal(100), i + 1
    if kind(i) == "tens":
        total, i = total + pieces[i].value, i + 1
    if kind(i) == "ones" and (i == at or kind(i + 1) != "hundred" or pieces[i].value == 1):
        total, i = total + pieces[i].value, i + 1
        if i == at + 1 and kind(i) == "part" and pieces[i].value == Decimal("0.25") and total in {1, 3}:
            return Sum(total * pieces[i].value, i + 1)
    return Sum(total, i) if i > at else None


def decimals(pieces: Sequence[Piece], start: int, stop: int) -> Sum | None:
    """Return the part behind «virgül» as a value below one: «sıfır beş» is 0.05, «yirmi beş» 0.25, «bir dört» 0.14."""
    zeros, at = "", start
    while at < stop and pieces[at].kind == "zero":
        zeros, at = zeros + "0", at + 1
    spelt = at
    while spelt < stop and pieces[spelt].kind in {"ones", "zero"}:
        spelt += 1
    if spelt > at + 1 and not (spelt < stop and pieces[spelt].kind == "hundred"):
        digits = zeros + "".join(str(piece.value) for piece in pieces[at:spelt])
        return Sum(Decimal(f"0.{digits}"), spelt)
    group = _group(pieces, at, stop) if at < stop else None
    if group is None:
        return Sum(Decimal(0), at) if zeros else None
    if group.value != group.value.to_integral_value():
        return None
    digits = pieces[at].chunk if pieces[at].kind == "digits" else str(group.value)
    return Sum(Decimal(f"0.{zeros}{digits}"), group.end) if digits.isdigit() else None
