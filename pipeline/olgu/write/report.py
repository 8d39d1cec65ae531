"""The HTML report: one page that opens from disk, or for many articles a first page and a folder of pages."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from olgu.write import report_data
from olgu.write.report_texts import find_texts, shown
from olgu.write.schema import ARTICLES, FACTS, MENTIONS, Row
from olgu.write.staging import writing
from olgu.write.stored import stored_rows

if TYPE_CHECKING:
    from jinja2 import Environment

PER_PAGE = 200
SHOWN = (
    "quote", "kind", "value", "unit", "what", "predicate", "status", "time", "place", "speaker", "confidence",
    "article",
)  # fmt: skip
"""The columns of the table on the page; the saved CSV has all."""


def write_report(
    out: Path, to: Path, *, sources: Sequence[Path] = (), title: str = "Facts", per_page: int = PER_PAGE
) -> list[Path]:
    """Write the report of the tables in the folder `out` to the file `to`; return every file that was written.

    With more than `per_page` articles, `to` is an overview and the pages stand in the folder `<stem>-pages` beside it.
    The texts are read from the paths in the tables and from `sources`. Raises `StoredError` where there are no tables
    and `OutputError` where the report cannot be written.
    """
    tables = _Tables(out, sources)
    chunks = [tables.articles[at : at + per_page] for at in range(0, len(tables.articles), per_page)] or [[]]
    if len(chunks) == 1:
        return [_write(to, tables.page(chunks[0], title, None))]
    folder = to.with_name(f"{to.stem}-pages")
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    names = [f"{number:04}.html" for number in range(1, len(chunks) + 1)]
    written = [
        _write(folder / name, tables.page(chunk, f"{title}, page {number} of {len(chunks)}", f"../{to.name}"))
        for number, (name, chunk) in enumerate(zip(names, chunks, strict=True), 1)
    ]
    hrefs = [f"{folder.name}/{name}" for name in names]
    return [_write(to, tables.index(tables.articles, title, hrefs, per_page)), *written]


class _Tables:
    """The tables of a run, by article."""

    def __init__(self, out: Path, sources: Sequence[Path]) -> None:
        self.facts: defaultdict[object, list[Row]] = defaultdict(list)
        self.mentions: defaultdict[object, list[Row]] = defaultdict(list)
        for rows, table in ((self.facts, FACTS), (self.mentions, MENTIONS)):
            for row in stored_rows(out, table):
                rows[row["article_id"]].append(row)
        self.articles = stored_rows(out, ARTICLES) or [
            dict.fromkeys(ARTICLES.names) | {"article_id": str(article)} for article in self.facts
        ]
        self._texts = find_texts(self.articles, sources)

    def page(self, articles: list[Row], title: str, up: str | None) -> str:
        """Return one page."""
        views, first = [], 0
        for article in articles:
            facts = self.facts[article["article_id"]]
            text = self._texts.get(str(article["sha256"]))
            views.append(
                report_data.article_view(article, shown(text, facts, self.mentions[article["article_id"]]), first)
            )
            first += len(facts)
        return self._render("page", articles, {}, title=title, up=up, views=views)

    def index(self, articles: list[Row], title: str, hrefs: list[str], per_page: int) -> str:
        """Return the first page of a report of many: their facts to filter and save, which lead to the pages."""
        return self._render(
            "index", articles, {"pages": hrefs, "per_page": per_page}, title=title, up=None, pages=hrefs
        )

    def _render(self, name: str, articles: list[Row], data: dict[str, Any], **told: Any) -> str:
        """Fill a template with the facts of `articles`; a page has them as rows, the overview packed."""
        numbered = [(row, at) for at, article in enumerate(articles) for row in self.facts[article["article_id"]]]
        rows = [row for row, _ in numbered]
        cells = (report_data.fact_cells(row, at, articles[at]["date"]) for row, at in numbered)
        data |= {
            "columns": report_data.COLUMNS,
            "countries": report_data.countries({row["country"] for row in rows}),
            "articles": [{"id": a["article_id"], "title": a["title"] or "", "date": a["date"]} for a in articles],
            **({"packed": report_data.packed(cells)} if name == "index" else {"rows": list(cells)}),
        }
        return _filled(
            f"{name}.html.j2", ("charts.js", "explorer.js", f"{name}.js"), data, shown=SHOWN,
            subtitle=_counted(len(articles), len(rows)), selects=report_data.selects(rows),
            kinds=report_data.kinds(rows), **told,
        )  # fmt: skip


def _counted(articles: int, facts: int) -> str:
    return f"{articles:,} article{'' if articles == 1 else 's'}, {facts:,} fact{'' if facts == 1 else 's'}"


def _filled(template: str, scripts: Sequence[str], data: dict[str, Any], **told: Any) -> str:
    """Fill a template; nothing but the page's own style and script may run in it, whatever the articles say."""
    style, script = _asset("report.css"), "\n".join(map(_asset, scripts))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return _environment().get_template(template).render(
        style=Markup(style), script=Markup(script), data=_json(data), policy=Markup(policy), version=version("olgu"),
        **told,
    )  # fmt: skip


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - slow to import

    return Environment(autoescape=True, loader=FunctionLoader(_asset), undefined=StrictUndefined, trim_blocks=True)


def _asset(name: str) -> str:
    return files("olgu.write").joinpath("report_assets", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _json(data: dict[str, Any]) -> Markup:
    """JSON in which nothing can end the script element: the characters of markup are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _write(path: Path, text: str) -> Path:
    with writing(path):
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    return path
