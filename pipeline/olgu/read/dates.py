"""The date fields of articles → ISO 8601. Metadata only: dates inside a text are the recogniser's."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?", re.DOTALL)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[\s,].*)?", re.DOTALL)
_NAMED = re.compile(r"(?:[^\W\d_]+,?\s+)?(?:(\d{1,2})\.?\s+)?([^\W\d_]+)\.?,?\s+(\d{4})(?:[\s,].*)?", re.DOTALL)
_UNDOTTED = str.maketrans("İIı", "iii")


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = tomllib.loads(files("olgu.read").joinpath("dates.toml").read_text("utf-8"))["months"]
    return months


def iso_date(value: str) -> str | None:
    """Return YYYY, YYYY-MM or YYYY-MM-DD for a date as archives write it ("12 Mart 2024", "12.03.2024", ISO date
    and time, RFC 822), or None where it cannot be read or does not exist. Times are cut, day stands before month."""
    value = value.strip()
    if m := _COMPACT.fullmatch(value) or _ISO.fullmatch(value):
        return _checked(m[1], m[2], m[3])
    if m := _DAY_FIRST.fullmatch(value):
        return _checked(m[3], m[2], m[1])
    if m := _NAMED.fullmatch(value):
        month = _months().get(m[2].translate(_UNDOTTED).casefold())
        return _checked(m[3], str(month), m[1]) if month else None
    return None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        full = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return full[: 10 if day else 7 if month else 4]
