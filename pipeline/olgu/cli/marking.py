"""An article on the screen: spans marked by colour on a terminal, by brackets elsewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from olgu.article import Document
from olgu.write.rows import fact_rows
from olgu.write.schema import Row

Span = tuple[int, int, str]
"""start, end, kind of mark: "fact", "PERSON", "ORG" or "LOC"."""

STYLES = {"fact": "bold black on yellow", "PERSON": "cyan", "ORG": "magenta", "LOC": "green"}
COLUMNS = ("quote", "kind", "value", "unit", "bound", "what", "predicate", "role", "status", "time", "place", "speaker")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printed(document: Document) -> None:
    """Print the article and the table of its facts on standard output."""
    if sys.stdout.isatty():
        _print_in_colour(document)
    else:
        print(plain(document))


def harmless(text: str) -> str:
    """Replace control characters, which might steer the terminal, by U+FFFD; same length."""
    return _CONTROL.sub("\ufffd", text)


def spans(document: Document) -> list[Span]:
    """Return the spans of facts and names, by offset, none inside or across another; facts win over names."""
    facts: list[Span] = [(fact.start, fact.end, "fact") for fact in document.facts]
    names: list[Span] = [(mention.start, mention.end, mention.type) for mention in document.mentions]
    kept: list[Span] = []
    for chosen in (facts, names):
        kept = _merge(kept, chosen)
    return kept


def _merge(kept: list[Span], more: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted([*kept, *more], key=lambda span: (span[0], span[2] != "fact", -span[1])):
        if not merged or span[0] >= merged[-1][1]:
            merged.append(span)
        elif span[2] == "fact" and merged[-1][2] != "fact":
            merged[-1] = span
    return merged


def plain(document: Document) -> str:
    """Return the article with facts in [brackets] and names in {braces}, and its facts parted by tabs."""
    text, pieces, at = harmless(document.article.text), [], 0
    for start, end, mark in spans(document):
        opened, closed = "[]" if mark == "fact" else "{}"
        pieces += [text[at:start], opened, text[start:end], closed]
        at = end
    lines = ["# " + _heading(document), "", "".join([*pieces, text[at:]]), "", "\t".join(COLUMNS)]
    return "\n".join([*lines, *("\t".join(_cells(row)) for row in fact_rows(document)), ""])


def _heading(document: Document) -> str:
    article = document.article
    return harmless(" · ".join(part for part in (article.id, article.date, article.title) if part))


def _cells(row: Row) -> list[str]:
    cells = {name: "" if row[name] is None else " ".join(harmless(str(row[name])).split()) for name in COLUMNS}
    if row["value_to"] is not None:
        cells["value"] += f"–{row['value_to']}"
    if row["per"] is not None:
        cells["unit"] += f"/{row['per']}"
    if row["direction"] is not None:
        cells["role"] += f" {row['direction']}"
    return list(cells.values())


def _print_in_colour(document: Document) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False)
    text = Text(harmless(document.article.text))
    for start, end, mark in spans(document):
        text.stylize(STYLES[mark], start, end)
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for row in fact_rows(document):
        table.add_row(*map(Text, _cells(row)))
    console.rule(Text(_heading(document)))
    console.print(text, "", table, "")
