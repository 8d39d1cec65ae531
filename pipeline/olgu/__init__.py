"""olgu reads Turkish news and writes tables of what the text states in numbers.

>>> import olgu
>>> document = olgu.extract("Enflasyon yüzde 5,2 arttı.")
>>> [(fact.kind, str(fact.value), fact.unit) for fact in document.facts]
[('percent', '5.2', '%')]
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from olgu.article import Article, Document, Entity, Fact, Mention, Quantity, Slot, Time

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from olgu.read.repair import Shadow
    from olgu.write.inline import Tables

__version__ = version("olgu")
__all__ = [
    "Article", "Document", "Entity", "Fact", "Mention", "Quantity", "Slot", "Time",
    "__version__", "extract", "find_all", "find_quantities", "find_times", "load", "read_tables",
    "show",
]  # fmt: skip


@cache
def load(
    model: str | None = None,
    *,
    backend: str = "olgu",
    stanza_dir: str | Path | None = None,
    stanza_package: str | None = None,
) -> Language:
    """Return the spaCy `Language` that the flow stands on; loaded once per process.

    `model` is "accurate", "fast" (a smaller model, twice as fast), "rules" (none, ten times as fast) or a folder with
    a model; without it the environment variable `OLGU_MODEL` decides, else "accurate" is taken. With a model, its
    Docs have `pos_`, `morph`, `lemma_`, `head`, `dep_` and `ents`. Raises `ValueError` where there is no such model.

    `backend` "stanza" fills the Docs by Stanza (extra `olgu[stanza]`) from the models of `stanza_package` in
    `stanza_dir`, by default the small ones that ship; "both" reads each text with Stanza too, and `extract` marks the
    facts that the two dispute.
    """
    from olgu.analyse import language, stanza_files

    return language.load(stanza_files.model_name(backend, model, stanza_dir, stanza_package))


def extract(article: str | Article, date: str | dt.date | None = None, model: str | None = None) -> Document:
    """Extract the facts, names and entities of one article; `model` as for `load`.

    `date` is the publication day (ISO 8601 or `datetime.date`) that relative times are resolved against; it is used
    where the article has none of its own. Raises `ValueError` for a date that is no ISO 8601 day.
    """
    from olgu.flow import process

    if isinstance(article, str):
        article = Article(id="text", text=article)
    if article.date is None and date is not None:
        article = replace(article, date=_day(date).isoformat())
    return process(article, load(model))


def find_all(text: str, date: str | dt.date | None = None) -> tuple[list[Quantity], list[Time]]:
    """Find the quantities and the times of `text` in one reading; `date` as for `find_times`.

    Raises `ValueError` for a date that is no ISO 8601 day.
    """
    return find_quantities(text, date), find_times(text, date)


def find_quantities(text: str, date: str | dt.date | None = None) -> list[Quantity]:
    """Find the quantities of `text`: value, unit and bound, without what they are about.

    Offsets point into `text`; dates, years and clock times are no quantities. `date` (as for `find_times`) changes
    nothing but that `find_times` with the same text and date need not read it again.
    Raises `ValueError` for a date that is no ISO 8601 day.
    """
    from olgu.recognise import quantities

    shadow, low, times = _times(text, None if date is None else _day(date))
    found = quantities.find(shadow.text, times, low)
    return found if shadow.text is text else [_moved(quantity, shadow) for quantity in found]


def find_times(text: str, date: str | dt.date | None = None) -> list[Time]:
    """Find the phrases of `text` that date something, resolved against `date` (ISO 8601 or `datetime.date`).

    Raises `ValueError` for a date that is no ISO 8601 day.
    """
    shadow, _, times = _times(text, None if date is None else _day(date))
    if shadow.text is text:
        return list(times)
    result = []
    for time in times:
        start, end = shadow.original(time.start, time.end)
        calendar = tuple(shadow.original(*span) for span in time.calendar)
        result.append(replace(time, start=start, end=end, calendar=calendar))
    return result


@lru_cache(maxsize=1)
def _times(text: str, date: dt.date | None) -> tuple[Shadow, str, tuple[Time, ...]]:
    """Return the shadow of `text`, its lower-case twin and its times; kept for the next call with the same text."""
    from olgu.analyse.casing import lower
    from olgu.analyse.mending import mended
    from olgu.recognise import times

    shadow = mended(text)
    low = lower(shadow.text)
    return shadow, low, tuple(times.find(shadow.text, date, low))


def _moved(quantity: Quantity, shadow: Shadow) -> Quantity:
    """Let a quantity of the shadow point into the text as it was given."""
    start, end = shadow.original(quantity.start, quantity.end)
    outer = shadow.original(
        quantity.start if quantity.context_start < 0 else quantity.context_start,
        max(quantity.end, quantity.context_end),
    )
    return replace(quantity, start=start, end=end, context_start=outer[0], context_end=outer[1])


def read_tables(out: str | Path) -> Tables:
    """Read the tables that `olgu extract` wrote into the folder `out`, as pandas DataFrames with proper dtypes.

    Raises `FileNotFoundError` where there is no table of facts.
    """
    from olgu.write.inline import read_tables as read

    return read(out)


def show(document: str | Article | Document, date: str | dt.date | None = None) -> None:
    """Show an article with its facts and names marked, and the table of its facts; a text is extracted first.

    In a notebook as HTML, on a terminal in colour, elsewhere as plain text.
    """
    from olgu.notebook import display

    display(document if isinstance(document, Document) else extract(document, date))


def _day(date: str | dt.date) -> dt.date:
    if isinstance(date, dt.date):
        return date
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        raise ValueError(f"date {date!r} is no ISO 8601 day; write it as YYYY-MM-DD, e.g. 2024-03-14") from None
