"""A difference as text, JSON, Markdown, GitHub annotations and JUnit XML."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from olgu.check.diff import Change, Difference

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_LINE = re.compile(r":(\d+)$")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~])")


def as_text(found: Difference) -> str:
    """Return the changes by article, one a line, and a closing line of counts."""
    lines = []
    for article, changes in groupby(found.changes, key=lambda change: change.article_id):
        lines.append(one_line(article) + _news(article, found))
        lines += [f"  {SIGNS[change.what]} {summary(change)}" for change in changes]
    return "\n".join([*lines, counts(found)])


def as_json(found: Difference) -> str:
    """Return one JSON object with the counts and every change with its whole old and new row."""
    made = {
        "added": found.count("added"),
        "removed": found.count("removed"),
        "changed": found.count("changed"),
        "unchanged": found.unchanged,
        "articles_added": found.articles_added,
        "articles_removed": found.articles_removed,
        "changes": [
            {
                "change": change.what,
                "article_id": change.article_id,
                "path": change.path,
                "slots": {slot: list(both) for slot, both in change.slots.items()},
                "old": change.old,
                "new": change.new,
            }
            for change in found.changes
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def as_markdown(found: Difference) -> str:
    """Return a summary and a table of the changes, as for a comment on a pull request."""
    lines = [f"**olgu:** {counts(found)}"]
    if found.changes:
        lines += ["", "| | article | fact | change |", "|---|---|---|---|"]
    for change in found.changes:
        cells = (SIGNS[change.what], change.article_id, f"«{change.row['quote']}»", _told(change))
        lines.append(f"| {' | '.join(map(_markdown, cells))} |")
    return "\n".join(lines)


def as_github(found: Difference) -> str:
    """Return one workflow command a change, so that GitHub shows it beside the article's line."""
    return "\n".join([*map(_annotation, found.changes), command("notice", {"title": "olgu diff"}, counts(found))])


def as_junit(found: Difference) -> str:
    """Return JUnit XML: a test case for each article that changed, failed with its changes, and one for the rest."""
    by_article = [(a, list(c)) for a, c in groupby(found.changes, key=lambda change: change.article_id)]
    total, failed = str(len(by_article) + 1), str(len(by_article))
    root = ElementTree.Element("testsuites", name="olgu diff", tests=total, failures=failed)
    suite = ElementTree.SubElement(root, "testsuite", name="olgu diff", tests=total, failures=failed)
    ElementTree.SubElement(suite, "testcase", classname="olgu", name=f"{found.unchanged} unchanged facts")
    for article, changes in by_article:
        case = ElementTree.SubElement(suite, "testcase", classname="olgu", name=one_line(article))
        failure = ElementTree.SubElement(case, "failure", message=f"{len(changes)} facts differ")
        failure.text = "\n".join(f"{SIGNS[change.what]} {summary(change)}" for change in changes)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


FORMS: dict[str, Callable[[Difference], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "github": as_github,
    "junit": as_junit,
}


def summary(change: Change) -> str:
    """Return where a change is, the quantity and what changed, on one line."""
    return f"{change.row['start']}-{change.row['end']} «{one_line(change.row['quote'])}»  {one_line(_told(change))}"


def command(name: str, properties: dict[str, str], message: str) -> str:
    """Return a workflow command of GitHub: "error", "warning" or "notice" with file, line and title."""
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def counts(found: Difference) -> str:
    """Return how many facts were added, removed, changed and are the same."""
    told = ", ".join(f"{found.count(what)} {what}" for what in SIGNS)
    return f"{told}, {found.unchanged} unchanged facts"


def one_line(value: object) -> str:
    """Return a value on one line; what cannot be printed (control and bidi characters) becomes U+FFFD."""
    text = " ".join(str(value).split())
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def _told(change: Change) -> str:
    if change.what == "changed":
        return "; ".join(f"{slot} {_said(old)} → {_said(new)}" for slot, (old, new) in change.slots.items())
    row = change.row
    number = f"{row['value']}–{row['value_to']}" if row["value_to"] is not None else row["value"]
    parts = (row["kind"], number, row["unit"], row["what"], row["predicate"])
    return f"{change.what}: " + " · ".join(str(part) for part in parts if part is not None)


def _said(value: object) -> str:
    return "–" if value is None else str(value)


def _news(article: str, found: Difference) -> str:
    if article in found.articles_added:
        return " (new article)"
    return " (article is gone)" if article in found.articles_removed else ""


def _markdown(text: object) -> str:
    return _MARKDOWN.sub(r"\\\1", html.escape(one_line(text), quote=False))


def _annotation(change: Change) -> str:
    return command(
        "error", dict(_place(change)) | {"title": f"olgu: fact {change.what}"}, f"{change.article_id} {summary(change)}"
    )


def _place(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the file and the line: that of a record in a file of many, else the line of the quantity in its file."""
    if change.path is None:
        return
    if record := _LINE.search(change.path):
        yield from (("file", change.path[: record.start()]), ("line", record[1]))
        return
    yield "file", change.path
    start, end = int(str(change.row["start"])), int(str(change.row["end"]))
    try:
        text = Path(change.path).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return
    if text[start:end] == change.row["quote"]:
        yield "line", str(text.count("\n", 0, start) + 1)


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
