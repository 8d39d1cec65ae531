"""Records with fields (JSON, JSON Lines, CSV, front matter, web pages) → Article.

Fields: `text` (required), `id`, `title`, `date`, `source`, `url`; others are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from olgu.article import Article, Failure
from olgu.read.dates import iso_date

_SURROGATES = re.compile("[\ud800-\udfff]")


def article(fields: Mapping[str, object], stem: str, path: str, notes: tuple[str, ...] = ()) -> Article | Failure:
    """Make an article of a record at `path` ("news.jsonl:3"); `stem` is its id where it has none.

    Without a usable text the result is a Failure with code "missing-text".
    """
    id_ = clean(_string(fields.get("id")) or stem)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        return failure(id_, path, "missing-text", _why_no_text(fields))
    date, date_notes = read_date(fields.get("date"))
    title, source, url = (_metadata(fields.get(name)) for name in ("title", "source", "url"))
    return Article(id_, clean(text), title, date, source, url, clean(path), (*notes, *date_notes))


def failure(id_: str, path: str, code: str, message: str) -> Failure:
    """Return a Failure of the stage "read" whose message begins with the place."""
    path = clean(path)
    return Failure(clean(id_), path, "read", code, clean(f"{path}: {message}"))


def clean(text: str) -> str:
    """Replace lone surrogates (from JSON escapes or odd file names), which no file can hold, by U+FFFD one to one."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def listed(names: Sequence[str]) -> str:
    """Return the names for a message: no more than a reader wants to see, however many there are."""
    shown = ", ".join(name if len(name) <= 40 else f"{name[:40]}…" for name in names[:20])
    return f"{shown} and {len(names) - 20:,} more" if len(names) > 20 else shown


def read_date(value: object) -> tuple[str | None, tuple[str, ...]]:
    """Return the date as ISO 8601 or None, with a note where a date is given that cannot be read."""
    written = _metadata(value)
    date = iso_date(written) if written else None
    return date, (f"date not understood: {written[:40]!r}",) if written and not date else ()


def _string(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _metadata(value: object) -> str | None:
    return clean(_string(value)).strip() or None


def _why_no_text(fields: Mapping[str, object]) -> str:
    if "text" not in fields:
        names = listed(sorted(map(str, fields))) or "none"
        return f'the field "text" is missing (fields here: {names}); put the article there'
    text = fields["text"]
    if isinstance(text, str):
        return 'the field "text" is empty'
    return f'the field "text" must be a string, not {type(text).__name__}'
