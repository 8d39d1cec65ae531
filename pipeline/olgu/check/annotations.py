"""Files of annotation tools: written from gold records, and read back into them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from olgu.check import label_studio, web_annotation
from olgu.check.gold import GoldError, gold_records
from olgu.check.graph import Graph, GraphError, graph
from olgu.check.resolve import Json


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of annotations holds."""

    records: list[Json]
    problems: list[str]
    """One for each thing that is wrong; articles with any are left out."""
    unreviewed: int = 0
    """Tasks that nobody has annotated; they are left out."""


def _tasks_of(graphs: Sequence[Graph]) -> object:
    return [label_studio.task(given, f"olgu {version('olgu')}") for given in graphs]


FORMS: dict[str, Callable[[Sequence[Graph]], object]] = {
    "label-studio": _tasks_of,
    "web-annotation": web_annotation.collection,
}


def write_annotations(records: Iterable[Json], form: str, to: Path) -> tuple[int, list[str]]:
    """Write the gold records to the file `to` in one of `FORMS`.

    Return how many are written, and the problems of those that are left out.
    """
    graphs: list[Graph] = []
    problems: list[str] = []
    for record in records:
        try:
            graphs.append(graph(record))
        except GraphError as error:
            problems += [f"article {record['id']!r}: {problem}" for problem in error.problems]
    text = json.dumps(FORMS[form](graphs), ensure_ascii=False, indent=1)
    to.write_text(text + "\n", encoding="utf-8", newline="\n")
    return len(graphs), problems


def read_annotations(path: Path, *, unreviewed: bool = False) -> Imported:
    """Read a file of Label Studio or of Web Annotations; what is wrong with one article leaves out that article.

    `unreviewed` takes the predictions of tasks that nobody has annotated. Raises `GoldError` where it is no such file.
    """
    try:
        made = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise GoldError(f"{path}: not valid JSON: {error}") from None
    if isinstance(made, dict) and "data" not in made and ("@context" in made or "items" in made):
        return _gathered(path, _web_articles(path, made))
    tasks = [made] if isinstance(made, dict) and "data" in made else made
    if not isinstance(tasks, list) or not tasks:
        raise GoldError(f"{path}: neither tasks of Label Studio nor Web Annotations; export it anew as JSON")
    return _gathered(path, _tasks(tasks, unreviewed))


def merged(records: Sequence[Json], old: Path) -> tuple[list[Json], list[str]]:
    """Return the gold in `old` with the articles in `records` in place of its own, new ones behind, and the problems.

    An article whose text is another than in `old` is a problem and keeps the old annotation. Raises `GoldError`.
    """
    before = {record["id"]: record for record, _ in gold_records(old)}
    problems = []
    for record in records:
        kept = before.get(record["id"])
        if kept and kept["text"] != record["text"]:
            problems.append(f"article {record['id']!r}: its text is not the one in {old}; annotate that one")
            continue
        title = record["title"] or (kept or {}).get("title")
        before[record["id"]] = {**record, "title": title}
    return list(before.values()), problems


def _tasks(tasks: list[object], unreviewed: bool) -> Iterator[tuple[str, Json | GraphError | None]]:
    for number, task in enumerate(tasks, 1):
        data = task.get("data") if isinstance(task, dict) else None
        name = f"task {number}" + (f" (article {data['article_id']!r})" if data and "article_id" in data else "")
        try:
            yield name, label_studio.read_task(task, unreviewed=unreviewed)
        except GraphError as error:
            yield name, error


def _web_articles(path: Path, made: Json) -> Iterator[tuple[str, Json | GraphError | None]]:
    try:
        for name, record in web_annotation.read_collection(made):
            yield f"article {name!r}", record
    except GraphError as error:
        raise GoldError(f"{path}: {error}") from None


def _gathered(path: Path, articles: Iterable[tuple[str, Json | GraphError | None]]) -> Imported:
    records: dict[str, Json] = {}
    problems: list[str] = []
    unreviewed = 0
    for name, made in articles:
        if made is None:
            unreviewed += 1
        elif isinstance(made, GraphError):
            problems += [f"{path}: {name}: {problem}" for problem in made.problems]
        elif made["id"] in records:
            problems.append(f"{path}: {name}: there was an article {made['id']!r} before; give one of them another id")
        else:
            records[made["id"]] = made
    return Imported(list(records.values()), problems, unreviewed)
