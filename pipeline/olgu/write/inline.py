"""Documents and tables as the HTML that a notebook shows inline: no script, colours that suit light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from olgu.write.frame import read_table
from olgu.write.report_data import marks
from olgu.write.report_markup import marked, visible
from olgu.write.report_texts import Shown
from olgu.write.rows import document_rows
from olgu.write.schema import FACTS, MENTIONS, TABLES, Cell, Row
from olgu.write.stored import SUFFIXES

if TYPE_CHECKING:
    import pandas as pd

    from olgu.article import Document

COLUMNS = (
    "quote", "kind", "value", "value_to", "unit", "bound", "what", "predicate", "role", "status", "time", "place",
    "speaker",
)  # fmt: skip
ROWS = 100
"""So many facts are listed under an article; `Document.to_frame` has all."""
HEAD = 10
"""So many rows of a table are shown."""
_STYLE = Markup("""<style>
.olgu{line-height:1.7} .olgu .olgu-text{max-width:48rem;unicode-bidi:isolate}
.olgu .olgu-text{white-space:pre-wrap;overflow-wrap:anywhere}
.olgu mark{color:inherit;border-radius:.25em;padding:.05em .2em;background:#94a3b859}
.olgu mark.count{background:#f59e0b59} .olgu mark.money{background:#22c55e59} .olgu mark.percent{background:#3b82f659}
.olgu mark.measure{background:#a855f759} .olgu mark.duration{background:#ec489959}
.olgu mark.ratio{background:#06b6d459}
.olgu mark.ordinal{background:#f9731659}
.olgu .n{text-decoration:underline;text-underline-offset:.2em} .olgu .ORG{text-decoration-style:dashed}
.olgu .LOC{text-decoration-style:dotted} .olgu .w{box-shadow:0 1px #94a3b8}
.olgu .cc::before{content:attr(data-u);font-size:.7em;border:1px solid;border-radius:.2em}
.olgu table{border-collapse:collapse;font-size:.9em} .olgu td,.olgu th{text-align:left;padding:.2em .6em}
</style>""")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a run as DataFrames with the columns and dtypes of the schema."""

    facts: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    articles: pd.DataFrame

    def _repr_html_(self) -> str:
        """Show how many rows each table has, and the first facts."""
        counts = ", ".join(f"{len(getattr(self, table.name)):,} {table.name}" for table in TABLES)
        head = self.facts.head(HEAD).astype(object)
        rows: list[Row] = [
            {str(k): v for k, v in row.items()} for row in head.where(head.notna(), None).to_dict("records")
        ]
        more = Markup("<p>…</p>") if len(self.facts) > HEAD else ""
        body = Markup('<div class="olgu"><p>{}</p>{}{}</div>').format(
            counts, _table(rows, ("article_id", *COLUMNS)), more
        )
        return str(_STYLE + body)


def read_tables(out: Path | str) -> Tables:
    """Read the tables in the folder `out`, whatever their format; a table that is not there is empty.

    Raises `FileNotFoundError` where there is no table of facts.
    """
    from olgu.write.frame import rows_frame  # noqa: PLC0415

    frames = {}
    for table in TABLES:
        paths = [path for suffix in SUFFIXES if (path := Path(out) / f"{table.name}{suffix}").is_file()]
        if not paths and table is FACTS:
            raise FileNotFoundError(f"{out}: no facts.jsonl, facts.csv or facts.parquet there; run 'olgu extract'")
        frames[table.name] = read_table(paths[0]) if paths else rows_frame([], table)
    return Tables(**frames)


def document_html(document: Document) -> str:
    """Return an article with its facts and names marked, hovering a fact shows its row, and the table of its facts."""
    rows = document_rows(document)
    facts = rows[FACTS.name]
    told = [
        replace(mark, title=_told(facts[mark.number])) if mark.sort == "fact" else mark
        for mark in marks(Shown(document.article.text, facts, rows[MENTIONS.name], whole=True))
    ]
    text = Markup('<div class="olgu-text" lang="tr" dir="auto">{}</div>').format(
        marked(document.article.text, told, prefix="")
    )
    known = (document.article.title, document.article.id, document.article.date)
    heading = Markup("<p><strong>{}</strong></p>").format(visible(" · ".join(part for part in known if part)))
    listed = Markup("<details open><summary>{} facts</summary>{}</details>").format(
        len(facts), _table(facts[:ROWS], COLUMNS)
    )
    return str(_STYLE + Markup('<div class="olgu">{}{}{}</div>').format(heading, text, listed))


def _told(row: Row) -> str:
    parts = [f"{name}: {row[name]}" for name in (*COLUMNS[1:], "rule") if row[name] is not None]
    return "\n".join([*parts, f"confidence: {row['confidence']:.2f}"])


def _table(rows: Iterable[Row], columns: Sequence[str]) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in columns)
    body = Markup("").join(Markup("<tr>{}</tr>").format(_cells(row[name] for name in columns)) for row in rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)


def _cells(cells: Iterable[Cell]) -> Markup:
    return Markup("").join(Markup("<td>{}</td>").format(visible("" if cell is None else str(cell))) for cell in cells)
