"""The tables of a run as gold records, so that people can correct what was extracted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from olgu.check.gold import gold_records
from olgu.check.resolve import Json, nearest_find
from olgu.write.report_texts import find_texts
from olgu.write.schema import ARTICLES, ENTITIES, FACTS, MENTIONS, Row
from olgu.write.stored import SUFFIXES, stored_rows


def records(out: Path, sources: Sequence[Path] = ()) -> tuple[list[Json], list[str]]:
    """Return the articles of a run, or of gold, as gold records, and the problems: articles that are left out.

    The texts are read again from where the run found them and from `sources`. Raises `StoredError` or `GoldError`.
    """
    if not any((out / f"{FACTS.name}{suffix}").is_file() for suffix in SUFFIXES) and out.exists() and _is_gold(out):
        return [record for record, _ in gold_records(out)], []
    facts, mentions, entities = (_by_article(stored_rows(out, table)) for table in (FACTS, MENTIONS, ENTITIES))
    articles = [row for row in stored_rows(out, ARTICLES) if row["status"] == "ok"]
    texts = find_texts(articles, sources)
    made: list[Json] = []
    problems: list[str] = []
    for row in articles:
        name = str(row["article_id"])
        if (text := texts.get(str(row["sha256"]))) is None:
            where = row["path"] or "no file"
            problems.append(f"article {name!r}: its text is no longer in {where}; say where it is with --articles")
            continue
        head = {"id": name, "date": row["date"], "title": row["title"], "text": text}
        named = _entities(mentions[name], entities[name])
        made.append({**head, "entities": named, "facts": [_fact(fact, text) for fact in facts[name]]})
    return made, problems


def _is_gold(path: Path) -> bool:
    if path.is_dir():
        return any(path.glob("*.json"))
    with path.open(encoding="utf-8", errors="replace") as lines:
        return '"facts"' in next(lines, "") or path.suffix == ".json"


def _by_article(rows: list[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[_name(row)].append(row)
    return found


def _name(row: Row) -> str:
    """Return the article of a row; entities have theirs in their id."""
    return str(row["article_id"]) if "article_id" in row else str(row["entity_id"]).rpartition(":")[0]


def _entities(mentions: list[Row], entities: list[Row]) -> list[Json]:
    found: defaultdict[object, list[list[object]]] = defaultdict(list)
    for row in mentions:
        found[row["entity_id"]].append([row["start"], row["end"], row["quote"]])
    return [
        {"type": row["type"], "name": row["name"], "mentions": found[row["entity_id"]]}
        for row in entities
        if row["entity_id"] in found
    ]


def _fact(row: Row, text: str) -> Json:
    """Return a row as a fact of the gold; time and place are the find of their quote nearest to the quantity."""
    start = int(str(row["start"]))
    made: Json = {name: row[name] for name in ("start", "end", "quote", "kind")}
    made["value"] = row["value"] if row["value_to"] is None else [row["value"], row["value_to"]]
    made |= {name: row[name] for name in ("unit", "per", "bound")}
    made["what"] = [row["what_start"], row["what_end"], row["what"]] if row["what"] is not None else None
    made |= {name: row[name] for name in ("predicate", "role", "direction", "status")}
    dated, placed = (row[name] and nearest_find(text, str(row[name]), start) for name in ("time_quote", "place"))
    made["time"] = None
    if isinstance(dated, tuple):
        made["time"] = {"start": dated[0], "end": dated[1], "quote": row["time_quote"], "value": row["time"]}
    made["place"] = [*placed, row["place"]] if isinstance(placed, tuple) else None
    return made | {"speaker": row["speaker"]}
