"""Plain text and Markdown → Article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from olgu.article import Article, Failure
from olgu.read import records
from olgu.read.bounds import read_whole
from olgu.read.decode import decode

_TITLE = re.compile(r"\s*(\S[^\r\n]{0,199})(?:\r?\n)[ \t]*(?:\r?\n)\s*\S")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:(?!---[ \t]*\r?$)[^\n]*\n)*?)---[ \t]*(?:\r?\n\s*|\Z)", re.MULTILINE)
_KEY = re.compile(r"\s*[\w-]+[ \t]*:(?=\s)")
_FIELD = re.compile(r"^(id|title|date|source|url)[ \t]*:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)


def read_text(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read a whole file as one article. A first line before a blank line is the title, and stays in the text."""
    decoded = decode(read_whole(stream, path), path)
    yield records.article({"text": decoded.text, "title": first_line(decoded.text)}, stem, path, decoded.notes)


def read_markdown(stream: BufferedReader, stem: str, path: str) -> Iterator[Article | Failure]:
    """Read a Markdown file as one article; its text, mark-up and all, starts after YAML front matter."""
    decoded = decode(read_whole(stream, path), path)
    fields, text = _front_matter(decoded.text)
    title = first_line(text)
    if title and title.startswith("#"):
        title = title.strip("# \t")
    yield records.article({"title": title, **fields, "text": text}, stem, path, decoded.notes)


def first_line(text: str) -> str | None:
    """Return the first line if it is a title: at most 200 characters, a blank line after it, and more text."""
    m = _TITLE.match(text)
    return m[1].strip() if m else None


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split off simple `key: value` front matter; other YAML in it is ignored."""
    m = _FRONT_MATTER.match(text)
    if not m or not _KEY.match(m[1]):  # a Markdown text may also begin with a rule of dashes
        return {}, text
    return {key: value.strip("\"'") for key, value in _FIELD.findall(m[1])}, text[m.end() :]
