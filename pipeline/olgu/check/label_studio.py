"""Tasks of Label Studio: facts as pre-annotations, and corrected annotations back as gold records.

The format: https://labelstud.io/guide/task_format. Offsets count code points; versions before 1.4 counted UTF-16
units, which reading understands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from olgu.check.graph import FIELDS, Graph, GraphError, Link, Region, record, shown
from olgu.check.offsets import in_code_points, misplaced
from olgu.check.resolve import Json

CHOICES = {one.name for one in FIELDS if one.allowed}
TEXTS = {one.name for one in FIELDS if not one.allowed}
SPAN, TEXT = "span", "text"
"""Names of the controls in the labelling configuration (`olgu.check.label_studio_view`)."""


def task(given: Graph, model: str) -> Json:
    """Return the task of one article; `model` is the version that the predictions are shown under."""
    results = [result for region in given.regions for result in _region(region, given.text)]
    results += [_relation(link) for link in given.links]
    data = {
        "article_id": given.id,
        "title": given.title or "",
        "date": given.date or "",
        "sha256": _digest(given.text),
        "text": given.text,
    }
    return {"data": data, "predictions": [{"model_version": model, "result": results}]}


def read_task(made: object, *, unreviewed: bool = False) -> Json | None:
    """Return the gold record of a task; None where nobody has annotated it.

    The latest annotation counts; with `unreviewed`, the prediction of a task without one. Raises `GraphError`.
    """
    if not isinstance(made, dict) or not isinstance(data := made.get("data"), dict):
        raise GraphError(['no task: the key "data" is missing; export from Label Studio as JSON, not as JSON-MIN'])
    if not isinstance(text := data.get("text"), str) or not text:
        raise GraphError(['no text: "data" has no key "text"; export the tasks together with their data'])
    if data.get("sha256") not in (None, "", _digest(text)):
        raise GraphError(["the text is not the one that was exported; export the tables anew and annotate that"])
    found = _latest(made.get("annotations") or ()) or (_latest(made.get("predictions") or ()) if unreviewed else None)
    if found is None:
        return None
    regions, links = _read_results(found.get("result") or (), text)
    name = str(data.get("article_id") or made.get("id") or "")
    if not name:
        raise GraphError(['no name: "data" has no key "article_id"'])
    return record(Graph(name, text, data.get("title") or None, data.get("date") or None, regions, links))


def _region(region: Region, text: str) -> Iterator[Json]:
    place = {"start": region.start, "end": region.end}
    common = {"id": region.id, "to_name": TEXT, "origin": "prediction"}
    span = {**place, "text": text[region.start : region.end], "labels": [region.label]}
    yield {**common, "from_name": SPAN, "type": "labels", "value": span}
    for name, values in region.fields.items():
        kind, key = ("choices", "choices") if name in CHOICES else ("textarea", "text")
        yield {**common, "from_name": name, "type": kind, "value": {**place, key: list(values)}}


def _relation(link: Link) -> Json:
    made: Json = {"type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right"}
    return made | {"labels": [link.label]}


def _latest(annotations: Iterable[Any]) -> Json | None:
    """Return the annotation that was changed last, cancelled ones left out; of those without a time, the last one."""
    kept = [one for one in annotations if isinstance(one, dict) and not one.get("was_cancelled")]
    times = [str(one.get("updated_at") or one.get("created_at") or "") for one in kept]
    return max(zip(times, range(len(kept)), kept, strict=True), key=lambda pair: pair[:2])[2] if kept else None


def _read_results(results: Iterable[Any], text: str) -> tuple[tuple[Region, ...], tuple[Link, ...]]:
    spans: dict[str, tuple[str, int, int, str]] = {}
    fields: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    links: list[Link] = []
    problems: list[str] = []
    for result in results:
        try:
            _read_result(result, spans, fields, links)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            told = result.get("id") if isinstance(result, dict) else result
            problems.append(f"region {told!r}: not as Label Studio writes it ({type(error).__name__}: {error})")
    placed, wrong = in_code_points(text, [(start, end, quote) for _, start, end, quote in spans.values()])
    regions = tuple(
        Region(name, label, start, end, fields[name])
        for (name, (label, *_)), (start, end, _) in zip(spans.items(), placed, strict=True)
    )
    advice = "move the region there, or export the tables anew"
    problems += [f"{shown(regions[i])}: {misplaced(text, placed[i])}; {advice}" for i in wrong]
    if problems:
        raise GraphError(problems)
    return regions, tuple(links)


def _read_result(
    result: Json,
    spans: dict[str, tuple[str, int, int, str]],
    fields: dict[str, dict[str, tuple[str, ...]]],
    links: list[Link],
) -> None:
    """Put one result where it belongs; results of controls that are not ours, or of the whole task, are left out."""
    kind, value = result.get("type"), result.get("value") or {}
    if kind == "relation":
        ends = (str(result["from_id"]), str(result["to_id"]))
        source, target = ends[::-1] if result.get("direction") == "left" else ends
        links.append(Link(source, target, (result.get("labels") or [None])[0]))
    elif kind in {"labels", "hypertextlabels"}:
        labels = value.get(kind) or ["no label"]
        spans[str(result["id"])] = (str(labels[0]), int(value["start"]), int(value["end"]), str(value["text"]))
    elif kind in {"choices", "textarea"} and (name := result.get("from_name")) in (
        CHOICES if kind == "choices" else TEXTS
    ):
        texts = value.get("choices" if kind == "choices" else "text") or ()
        said = tuple(text.strip() for text in ([texts] if isinstance(texts, str) else texts) if text.strip())
        if said:
            fields[str(result["id"])][str(name)] = said


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
