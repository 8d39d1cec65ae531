"""Duckling's Turkish parser, for the benches that compare with it (`pip install pyduckling-native-phihos`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_SECONDS = 1718150400
"""2024-06-12."""
_DIMENSIONS = (
    "amount-of-money",
    "distance",
    "duration",
    "number",
    "ordinal",
    "quantity",
    "temperature",
    "time",
    "volume",
)


def duckling() -> Callable[[str], Any]:
    """Return Duckling's Turkish parser for the dimensions that olgu reads; raises `ImportError` without it."""
    import duckling as peer  # noqa: PLC0415 - optional

    when = peer.parse_ref_time(peer.load_time_zones("/usr/share/zoneinfo"), "Europe/Istanbul", _SECONDS)
    locale = peer.parse_locale("TR", peer.default_locale_lang(peer.parse_lang("TR")))
    context, dimensions = peer.Context(when, locale), peer.parse_dimensions(list(_DIMENSIONS))
    return lambda text: peer.parse(text, context, dimensions, False)
