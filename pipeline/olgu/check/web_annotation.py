"""Facts as W3C Web Annotations in JSON-LD, and back as gold records.

The model: https://www.w3.org/TR/annotation-model/. A span is an annotation with a `TextPositionSelector`, which counts
code points, and a `TextQuoteSelector`; a slot is an annotation that links the quantity to the span that fills it. The
texts stand in the same file, under `olgu:articles`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote as escaped

from olgu.check.graph import Graph, GraphError, Link, Region, record, shown
from olgu.check.offsets import misplaced
from olgu.check.resolve import Json

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"olgu": "urn:olgu:"}]
ARTICLES, FIELD = "olgu:articles", "olgu:field"
AROUND = 24
"""Characters of `prefix` and `suffix`."""


def collection(graphs: Iterable[Graph]) -> Json:
    """Return the annotations of the articles as one AnnotationCollection with one page."""
    items: list[Json] = []
    articles: list[Json] = []
    for given in graphs:
        source = _iri(given)
        head = {"id": source, "type": "Text", "format": "text/plain", "language": "tr", "olgu:name": given.id}
        articles.append(head | {"title": given.title, "olgu:date": given.date, "olgu:text": given.text})
        items += [_span(region, source, given.text) for region in given.regions]
        items += [_link(link, number, source) for number, link in enumerate(given.links, 1)]
    page = {"id": "urn:olgu:facts:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole: Json = {"@context": CONTEXT, "id": "urn:olgu:facts", "type": "AnnotationCollection", "label": "Facts"}
    return {**whole, "total": len(items), "first": page, ARTICLES: articles}


def read_collection(made: Json) -> Iterator[tuple[str, Json | GraphError]]:
    """Yield the name of each article and its gold record, or what is wrong with its annotations.

    Raises `GraphError` where the file has no articles.
    """
    articles = made.get(ARTICLES)
    if not isinstance(articles, list) or not articles:
        raise GraphError(
            [f'no text: the key "{ARTICLES}" with the articles is missing; keep it when you edit the file']
        )
    sorted_in = _by_article(_items(made))
    for article in articles:
        name = str(article.get("olgu:name") or article.get("id")) if isinstance(article, dict) else str(article)
        try:
            yield name, _article(article, name, sorted_in)
        except GraphError as error:
            yield name, error
    known = {article.get("id") for article in articles if isinstance(article, dict)}
    for source in sorted_in.keys() - known:
        yield source, GraphError([f'{len(sorted_in[source])} annotations of a text that "{ARTICLES}" does not have'])


def _iri(given: Graph) -> str:
    return f"urn:olgu:article:{escaped(given.id, safe='')}"


def _span(region: Region, source: str, text: str) -> Json:
    bodies: list[Json] = [{"type": "TextualBody", "purpose": "classifying", "value": region.label}]
    for name, values in region.fields.items():
        bodies += [{"type": "TextualBody", "purpose": "describing", FIELD: name, "value": value} for value in values]
    position = {"type": "TextPositionSelector", "start": region.start, "end": region.end}
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[region.start : region.end],
        "prefix": text[max(0, region.start - AROUND) : region.start],
        "suffix": text[region.end : region.end + AROUND],
    }
    target = {"source": source, "selector": [position, quote]}
    return {
        "id": f"{source}#{region.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": target,
    }


def _link(link: Link, number: int, source: str) -> Json:
    slot = {"type": "TextualBody", "purpose": "classifying", "value": link.label}
    other = {"type": "SpecificResource", "purpose": "linking", "source": f"{source}#{link.target}"}
    head = {"id": f"{source}#link{number}", "type": "Annotation", "motivation": "linking"}
    return {**head, "body": [slot, other], "target": f"{source}#{link.source}"}


def _items(made: Json) -> list[Json]:
    page = made.get("first") if isinstance(made.get("first"), dict) else made
    items = page.get("items") if isinstance(page, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _by_article(items: list[Json]) -> dict[str, list[Json]]:
    """Sort annotations by the text that they are of; a link is of the text of the annotation that it leads from."""
    texts: dict[str, str] = {}
    for item in items:
        if isinstance(target := item.get("target"), dict) and isinstance(target.get("source"), str):
            texts[str(item.get("id"))] = target["source"]
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for item in items:
        target = item.get("target")
        of = texts.get(str(item.get("id"))) or texts.get(str(target)) or str(target).partition("#")[0]
        found[of].append(item)
    return found


def _article(article: Any, name: str, sorted_in: dict[str, list[Json]]) -> Json:
    text = article.get("olgu:text") if isinstance(article, dict) else None
    if not isinstance(text, str) or not text:
        raise GraphError(['no text: the key "olgu:text" is missing; keep it when you edit the file'])
    regions: list[Region] = []
    links: list[Link] = []
    problems: list[str] = []
    for item in sorted_in.get(str(article.get("id")), ()):
        try:
            if isinstance(item.get("target"), dict):
                regions.append(_read_span(item, text))
            else:
                links.append(_read_link(item))
        except GraphError as error:
            problems += error.problems
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problems.append(f"annotation {item.get('id')!r}: not as the model has it ({type(error).__name__}: {error})")
    if problems:
        raise GraphError(problems)
    return record(Graph(name, text, article.get("title"), article.get("olgu:date"), tuple(regions), tuple(links)))


def _read_span(item: Json, text: str) -> Region:
    selectors = {selector["type"]: selector for selector in _listed(item["target"]["selector"])}
    bodies = _listed(item.get("body"))
    label = next(
        (str(b["value"]) for b in bodies if FIELD not in b and b.get("purpose") in {"classifying", "tagging"}), ""
    )
    fields: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for body in bodies:
        if FIELD in body and str(body["value"]).strip():
            fields[body[FIELD]] += (str(body["value"]).strip(),)
    name, exact = str(item["id"]), selectors.get("TextQuoteSelector")
    if exact is None:
        raise GraphError([f"annotation {name!r}: no TextQuoteSelector, so that its place cannot be checked; add one"])
    start, end = _place(selectors.get("TextPositionSelector"), exact, text)
    region = Region(name, label, start, end, dict(fields))
    if text[start:end] != exact["exact"] or not 0 <= start < end:
        told = misplaced(text, (start, end, exact["exact"]))
        raise GraphError([f"{shown(region)}: {told}; correct the TextPositionSelector, which counts code points"])
    return region


def _place(position: Json | None, quote: Json, text: str) -> tuple[int, int]:
    """Return the place that is given, else the only one where the quote stands between its prefix and suffix."""
    if position is not None:
        return int(position["start"]), int(position["end"])
    prefix, exact = quote.get("prefix", ""), quote["exact"]
    whole = f"{prefix}{exact}{quote.get('suffix', '')}"
    start = text.find(whole)
    if start < 0 or text.find(whole, start + 1) >= 0:
        times = "nowhere" if start < 0 else "more than once"
        raise GraphError([f"«{exact}»: its TextQuoteSelector fits {times} in the text; add a TextPositionSelector"])
    return start + len(prefix), start + len(prefix) + len(exact)


def _read_link(item: Json) -> Link:
    bodies = _listed(item["body"])
    label = next((str(body["value"]) for body in bodies if body.get("type") == "TextualBody"), None)
    other = next(body["source"] for body in bodies if body.get("type") == "SpecificResource")
    return Link(str(item["target"]), str(other), label)


def _listed(value: Any) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]
