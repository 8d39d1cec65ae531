"""Gold records as files: JSON Lines with offsets, or a folder of annotations that point by quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from olgu.check.gold import GoldError
from olgu.check.resolve import Json, nearest_find


def write_gold(records: Sequence[Json], to: Path) -> None:
    """Write gold records with offsets so that `olgu.check.gold.read_gold` reads them.

    `to` is a file `….jsonl`, or a folder, which gets `<id>.json` with quotes, and `<id>.txt` where the text does not
    stand in `articles` beside it. Raises `GoldError` where a name makes no file or another text is there already.
    """
    if to.suffix == ".jsonl":
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        to.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        return
    places = [_text_place(record, to) for record in records]
    to.mkdir(parents=True, exist_ok=True)
    for record, place in zip(records, places, strict=True):
        if not place.exists():
            place.write_bytes(record["text"].encode("utf-8"))
        (to / f"{record['id']}.json").write_text(annotation_text(record), encoding="utf-8", newline="\n")


def annotation_text(record: Json) -> str:
    """Return a gold record as an annotation that points by quotes, one entity and one fact a line."""
    text = record["text"]
    head = {"id": record["id"], "date": record.get("date")}
    head |= {"title": record["title"]} if record.get("title") else {}
    lines = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}," for name, value in head.items()]
    for name, made in (("entities", _entities), ("facts", _facts)):
        items = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in made(record, text))
        lines.append(f' "{name}": [\n{items}\n ]' if items else f' "{name}": []')
        lines[-1] += "," if name == "entities" else ""
    return "\n".join(["{", *lines, "}"]) + "\n"


def _entities(record: Json, text: str) -> Iterator[Json]:
    for entity in record.get("entities", ()):
        mentions = [[quote, _nth(text, quote, start)] for start, _, quote in entity["mentions"]]
        yield {"type": entity["type"], "name": entity["name"], "mentions": mentions}


def _facts(record: Json, text: str) -> Iterator[Json]:
    for fact in record["facts"]:
        start = fact["start"]
        made: Json = {"quote": fact["quote"], "nth": _nth(text, fact["quote"], start)}
        for name, value in fact.items():
            if name in {"what", "place"} and value:
                made[name] = value[2]
                if nearest_find(text, value[2], start) != (value[0], value[1]):
                    made[f"{name}_nth"] = _nth(text, value[2], value[0])
            elif name == "time" and value:
                made[name] = {"quote": value["quote"], "value": value["value"]}
            elif name not in {"start", "end", "quote"}:
                made[name] = value
        yield made


def _nth(text: str, quote: str, start: int) -> int:
    """Return which find of `quote` stands at `start`; overlapping finds count."""
    number, at = 1, text.find(quote)
    while 0 <= at < start:
        number, at = number + 1, text.find(quote, at + 1)
    return number


def _text_place(record: Json, to: Path) -> Path:
    name = record["id"]
    if not name.strip(".") or any(letter in name for letter in "/\\:\0"):
        raise GoldError(f"{to}: {name!r} makes no file name; write to a file that ends in .jsonl instead")
    beside = to.parent / "articles" / f"{name}.txt"
    place = beside if beside.exists() else to / f"{name}.txt"
    if place.exists() and place.read_bytes() != record["text"].encode("utf-8"):
        raise GoldError(f"{place}: holds another text than the annotations of {name!r}; move one of them away")
    return place
