"""The texts of the articles of a run: the tables do not hold them, so they are read again from where they came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from olgu.article import Article
from olgu.read import files
from olgu.write.evidence import sentence_start
from olgu.write.schema import Row

_RECORD = re.compile(r":\d+$")
GAP = "\n[…]\n"


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that stands for an article, and its rows with offsets into that text."""

    text: str
    facts: list[Row]
    mentions: list[Row]
    whole: bool
    """False where the text was not found, and only the sentences of its facts are there."""


def find_texts(articles: Iterable[Row], given: Sequence[Path] = ()) -> dict[str, str]:
    """Read the texts of `articles` from the paths in their rows, and from `given`; return them by their SHA-256.

    What is missing, cannot be read or has changed since is left out.
    """
    wanted = {str(row["sha256"]): row for row in articles if row["sha256"] is not None}
    named = dict.fromkeys(_RECORD.sub("", str(row["path"])) for row in wanted.values() if row["path"] is not None)
    paths = [*map(str, given), *(path for path in named if path != files.STDIN and Path(path).is_file())]
    texts: dict[str, str] = {}
    for item in files.articles(paths) if paths else ():
        if isinstance(item, Article) and (digest := sha256(item.text.encode("utf-8")).hexdigest()) in wanted:
            texts[digest] = item.text
    return texts


def shown(text: str | None, facts: list[Row], mentions: list[Row]) -> Shown:
    """Return what to show of an article: its whole text, or where that is None the sentences that its facts quote."""
    if text is not None:
        return Shown(text, facts, mentions, whole=True)
    sentences: dict[tuple[object, str], list[Row]] = {}
    for row in facts:
        sentences.setdefault((row["sentence"], str(row["evidence"] or row["quote"])), []).append(row)
    made = Shown("", [], [], whole=False)
    for (_, sentence), rows in sentences.items():
        offset = len(made.text) - sentence_start(rows, sentence)
        made.facts.extend(_moved(row, offset) for row in rows)
        made = replace(made, text=made.text + sentence + GAP)
    return made


def _moved(row: Row, by: int) -> Row:
    places = ("start", "end", "what_start", "what_end")
    return row | {name: int(str(row[name])) + by for name in places if row[name] is not None}
