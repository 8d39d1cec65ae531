"""Exact arithmetic with values: `Decimal` where the result has a finite decimal form, `Fraction` elsewhere."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from olgu.article import Number


def exact(value: Fraction) -> Number:
    """Return `value` as a Decimal if it has a finite decimal form."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return value
    places = max(twos, fives)
    return Decimal(f"{value.numerator * 10**places // value.denominator}E-{places}")


def product(value: Number, factor: Number | int) -> Number:
    """Multiply exactly."""
    return value if factor == 1 else exact(Fraction(value) * Fraction(factor))


def negative(value: Number) -> Number:
    """Return `value` below zero, whatever its sign is."""
    return value if value < 0 else -value


def is_whole(value: Number) -> bool:
    """Return whether `value` is an integer."""
    return value.denominator == 1 if isinstance(value, Fraction) else value == value.to_integral_value()


def is_finite_decimal(value: Fraction) -> bool:
    """Return whether `value` can be written with finitely many decimals."""
    return isinstance(exact(value), Decimal)
