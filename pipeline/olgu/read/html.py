"""Web pages → Article: the main text with its title, date, site and address, by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BufferedReader

from olgu.article import Article, Failure
from olgu.read import records
from olgu.read.bounds import PAGE, read_whole
from olgu.read.decode import decode

# A date that is not marked as one is a guess, and a wrong date dates every fact of the article.
_DATES = {"original_date": True, "extensive_search": False}
_LOUD = ("trafilatura", "htmldate", "justext", "courlan")
_NOWHERE = logging.NullHandler()


def read_html(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read a page as one article; Failure "no-text" where no main text is found. `text` is the extracted text."""
    decoded = decode(read_whole(stream, path, PAGE), path)
    fields = _extract(decoded.text)
    if fields is None:
        yield records.failure(stem, path, "no-text", "no article text found in this page")
    else:
        yield records.article(fields, stem, path, decoded.notes)


def _extract(page: str) -> dict[str, object] | None:
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import, and few runs read pages
    from trafilatura.settings import Document  # noqa: PLC0415

    for name in _LOUD:  # what they say of a broken page, Python would print where nobody listens
        logging.getLogger(name).addHandler(_NOWHERE)
    try:
        found = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=_DATES)
    except Exception:  # whatever the HTML libraries raise on a broken page means that it has no text for us
        return None
    if not isinstance(found, Document) or not (found.text or "").strip():
        return None
    return {
        "text": found.text,
        "title": found.title,
        "date": found.date,
        "source": found.sitename or found.hostname,
        "url": found.url,
    }
