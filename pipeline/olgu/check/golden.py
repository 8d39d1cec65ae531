"""Golden tables: the facts of an article as tab-separated text, one fact a line, to be kept beside a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from olgu.article import Document
from olgu.check.diff_forms import one_line
from olgu.write.rows import fact_rows
from olgu.write.schema import FACTS

COLUMNS = (
    "quote", "kind", "value", "value_to", "unit", "per", "bound", "what", "predicate", "role", "direction",
    "status", "time", "time_quote", "place", "country", "speaker",
)  # fmt: skip
"""What a fact states; neither its offsets, which every edit of a text shifts, nor how it was found."""
_ARTICLE = "article_id"
_Line = dict[str, str]


class GoldenError(Exception):
    """A golden table that cannot be read; the message says what, where, and what to do."""


def table(documents: Sequence[Document], columns: Sequence[str] = COLUMNS) -> str:
    """Return the facts of `documents` as a table; more than one article puts `article_id` before `columns`.

    Raises `GoldenError` for a column that the table of facts lacks.
    """
    if unknown := [name for name in columns if name not in FACTS.names]:
        raise GoldenError(f"unknown column {', '.join(unknown)}; known are {', '.join(FACTS.names)}")
    names = list(columns) if len(documents) == 1 else [_ARTICLE, *(name for name in columns if name != _ARTICLE)]
    rows = (row for document in documents for row in fact_rows(document))
    lines = ("\t".join("" if row[name] is None else one_line(row[name]) for name in names) for row in rows)
    return "\n".join(["\t".join(names), *lines]) + "\n"


def difference(golden: str, now: str, where: str) -> list[str]:
    """Return what differs between the golden table, which stands in the file `where`, and the table as it is now.

    One line a fact: "-" for one that is gone, "+" for a new one, "~" for one that states something else, with column,
    old value and new value. Raises `GoldenError` where `golden` is no such table.
    """
    before, after = _read(golden, where), _read(now, "the facts as they are now")
    old, new = ([line.get("quote", "") for line in lines] for lines in (before, after))
    found: list[str] = []
    for _, i, to_i, j, to_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:to_i] == new[j:to_j]:
            found += [line for pair in zip(before[i:to_i], after[j:to_j], strict=True) for line in _changed(*pair)]
        else:
            found += [f"- {_told(line)}" for line in before[i:to_i]] + [f"+ {_told(line)}" for line in after[j:to_j]]
    return found


def _read(text: str, where: str) -> list[_Line]:
    head, *lines = [line.split("\t") for line in text.replace("\r\n", "\n").split("\n") if line] or [[""]]
    for number, line in enumerate(lines, 2):
        if len(line) != len(head):
            raise GoldenError(f"{where}:{number}: {len(line)} cells under {len(head)} columns; write it anew")
    return [dict(zip(head, line, strict=True)) for line in lines]


def _changed(old: _Line, new: _Line) -> Iterator[str]:
    names = dict.fromkeys([*old, *new])
    slots = [
        f"{name} {old.get(name) or '–'} → {new.get(name) or '–'}" for name in names if old.get(name) != new.get(name)
    ]
    if slots:
        yield f"~ {_place(new)}  {'; '.join(slots)}"


def _told(line: _Line) -> str:
    number = "–".join(value for value in (line.get("value"), line.get("value_to")) if value)
    parts = (line.get("kind"), number, line.get("unit"), line.get("what"), line.get("predicate"))
    return f"{_place(line)}  {' · '.join(part for part in parts if part)}"


def _place(line: _Line) -> str:
    article = f"{line[_ARTICLE]}:" if line.get(_ARTICLE) else ""
    return f"{article}{line.get('start', '')} «{line.get('quote', '')}»".lstrip()
