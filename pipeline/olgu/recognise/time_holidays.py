"""Holidays: fixed days, n-th weekdays of a month and days of the Islamic calendar (by `hijridate`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from olgu.recognise.time_context import Base, Context

if TYPE_CHECKING:
    from olgu.recognise.time_lexicon import Token


def holiday(ctx: Context, token: Token) -> Base | None:
    """Read a holiday."""
    return None
