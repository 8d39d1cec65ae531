"""What the pages of a report hold: articles with their marks, rows for the script, choices for the filters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from markupsafe import Markup

from olgu.article import Kind
from olgu.write.report_markup import Mark, marked, plain
from olgu.write.report_texts import Shown
from olgu.write.schema import FACTS, Cell, Row

COLUMNS = ("article", "when", *(name for name in FACTS.names if name != "article_id"))
"""The columns of a row in a page: its article's number in the page, a year with fraction, and those of the table."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article of a page."""

    title: str
    meta: str
    note: str
    markup: Markup


def article_view(article: Row, shown: Shown, first: int) -> ArticleView:
    """Return the view of an article whose first fact has the number `first` in its page."""
    count = len(shown.facts)
    known = (article["article_id"], article["date"], article["source"], article["path"])
    meta = [plain(part) for part in known if part is not None]
    note = "" if shown.whole else "The text was not found: only sentences with facts."
    if article["status"] == "failed":
        note = f"Failed: {plain(article['error'])}"
    title = plain(article["title"] or article["article_id"])
    meta.append(f"{count} fact{'' if count == 1 else 's'}")
    return ArticleView(title, " · ".join(meta), note, marked(shown.text, marks(shown, first)))


def marks(shown: Shown, first: int = 0) -> list[Mark]:
    """Return the marks of an article: its facts, what they measure, and its names."""
    made = [
        Mark(_at(row["start"]), _at(row["end"]), "fact", str(row["kind"]), number)
        for number, row in enumerate(shown.facts, first)
    ]
    made += [
        Mark(_at(row["what_start"]), _at(row["what_end"]), "what", "w", number)
        for number, row in enumerate(shown.facts, first)
        if row["what_start"] is not None
    ]
    return made + [Mark(_at(row["start"]), _at(row["end"]), "name", str(row["type"])) for row in shown.mentions]


def fact_cells(row: Row, article: int, date: Cell) -> list[Cell]:
    """Return one row for the script, in the order of `COLUMNS`."""
    return [article, when(row["time"]) or when(date), *(row[name] for name in COLUMNS[2:])]


def when(time: Cell) -> float | None:
    """Return the first date of an EDTF text or a date as a year with fraction, for an axis; None for none."""
    found = _DATE.search(str(time or ""))
    if not found:
        return None
    year, month, day = found.groups()
    part = 0.5 if month is None else (int(month) - 1) / 12 + (0.5 / 12 if day is None else int(day) / 372)
    return round(int(year) + part, 4)


def selects(rows: Sequence[Row]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return (column, label, choices) of the filters that are lists: choices as (value, text), by frequency."""
    columns = (("status", "Status"), ("unit", "Unit"), ("country", "Country"), ("speaker", "Speaker"))
    made = []
    for name, label in columns:
        counts = Counter(str(row[name]) for row in rows if row[name] is not None)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        names = countries(counts) if name == "country" else {}
        choices = [(value, f"{plain(names.get(value, value))} ({many})") for value, many in ordered]
        made.append((name, label, choices))
    return made


def kinds(rows: Iterable[Row]) -> list[tuple[str, int]]:
    """Return how many facts there are of each kind that there is."""
    counts = Counter(str(row["kind"]) for row in rows)
    return [(kind, counts[kind]) for kind in get_args(Kind) if counts[kind]]


def packed(rows: Iterable[Sequence[Cell]]) -> list[Any]:
    """Return the columns of rows: the cells of each, or where they repeat, the different ones and which are where.

    That is a third of the size, and is read by the browser in less time.
    """
    numbers: list[dict[Cell, int]] = [{} for _ in COLUMNS]
    at: list[list[int]] = [[] for _ in COLUMNS]
    for row in rows:
        for known, held, cell in zip(numbers, at, row, strict=True):
            held.append(known.setdefault(cell, len(known)))
    return [_packed(list(known), held) for known, held in zip(numbers, at, strict=True)]


def _packed(values: list[Cell], at: list[int]) -> Any:
    return {"values": values, "at": at} if 2 * len(values) < len(at) else [values[number] for number in at]


def countries(codes: Iterable[Cell]) -> dict[str, str]:
    """Return the English names of countries by their codes."""
    from babel import Locale  # noqa: PLC0415 - slow to import

    names = Locale("en").territories
    return {str(code): names.get(str(code), str(code)) for code in codes if code is not None}


def _at(cell: Cell) -> int:
    return int(str(cell))
