"""Gold annotations: articles with the facts that a reader finds in them, as `docs/facts.md` defines them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from olgu.check.resolve import Json, resolve


class GoldError(Exception):
    """Gold that cannot be used; the message says what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One fact of the gold; empty slots are None, spans are half-open code points."""

    start: int
    end: int
    quote: str
    kind: str
    value: str
    value_to: str | None
    unit: str | None
    per: str | None
    bound: str
    what: tuple[int, int] | None
    predicate: str | None
    role: str
    direction: str | None
    status: str
    time: str | None
    place: str | None
    speaker: str | None
    optional: bool
    """Neither rewarded nor punished."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One person, organisation or place, and (start, end, quote) of every mention of it."""

    type: str
    name: str
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article."""

    id: str
    text: str
    title: str | None
    date: str | None
    facts: tuple[GoldFact, ...]
    entities: tuple[GoldEntity, ...]

    @property
    def sha256(self) -> str:
        """The hash of the text, as in the `articles` table."""
        return sha256(self.text.encode("utf-8")).hexdigest()


def read_gold(path: Path) -> list[GoldArticle]:
    """Read gold from JSON Lines with offsets and texts, or from annotation files (`corpus/README.md`).

    `path` is a `.jsonl` file, one annotation file `<id>.json` or a folder of them. The text of `<id>.json` is its key
    "text", or the file `<id>.txt` beside it, in `articles/` beside its folder, or in `articles/` within it. Raises
    `GoldError` where a file is missing or a quote does not stand in its text.
    """
    found = [_article(record, where) for record, where in gold_records(path)]
    if not found:
        raise GoldError(f"{path}: no gold there; expected a .jsonl file or annotations named <id>.json")
    return found


def digest(gold: list[GoldArticle]) -> str:
    """Return "sha256:…" over everything in the gold that a score depends on; the order of articles is no part of it."""
    described = sorted(json.dumps(asdict(article), ensure_ascii=True) for article in gold)
    return "sha256:" + sha256("\n".join(described).encode("ascii")).hexdigest()


def gold_records(path: Path) -> Iterator[tuple[Json, str]]:
    """Yield every article of the gold as it is in JSON Lines, with text and offsets, and where it is from.

    `path` and errors are those of `read_gold`.
    """
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    if path.is_file() and path.suffix != ".json":
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                yield _parse(line, f"{path}:{number}"), f"{path}:{number}"
        return
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        record = _parse(file.read_text(encoding="utf-8"), str(file))
        text = record.get("text") or _text_beside(file)
        offsets, problems = resolve(record, text)
        if problems:
            raise GoldError(f"{file}: {'; '.join(problems[:5])}; correct the annotation")
        yield {**record, **offsets, "text": text}, str(file)


def _parse(text: str, where: str) -> Json:
    try:
        record = json.loads(text)
    except ValueError as error:
        raise GoldError(f"{where}: not valid JSON: {error}") from None
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise GoldError(f'{where}: expected an object with "id", "facts" and "entities"')
    return record


def _text_beside(file: Path) -> str:
    name = f"{file.stem}.txt"
    places = (file.parent / name, file.parent.parent / "articles" / name, file.parent / "articles" / name)
    for place in places:
        if place.is_file():
            return place.read_bytes().decode("utf-8")
    raise GoldError(f'{file}: no text; put it into the key "text" or into {" or ".join(map(str, places[:2]))}')


def _article(record: Json, where: str) -> GoldArticle:
    try:
        facts = tuple(_fact(fact) for fact in record["facts"])
        entities = tuple(
            GoldEntity(e["type"], e["name"], tuple((m[0], m[1], m[2]) for m in e["mentions"]))
            for e in record.get("entities", ())
        )
        return GoldArticle(record["id"], record["text"], record.get("title"), record.get("date"), facts, entities)
    except (KeyError, TypeError, IndexError) as error:
        raise GoldError(f"{where}: {type(error).__name__} {error}; see docs/facts.md for what gold holds") from None


def _fact(made: Mapping[str, Any]) -> GoldFact:
    value, *more = made["value"] if isinstance(made["value"], list) else (made["value"],)
    what, time, place = made.get("what"), made.get("time"), made.get("place")
    return GoldFact(
        start=made["start"],
        end=made["end"],
        quote=made["quote"],
        kind=made["kind"],
        value=value,
        value_to="-".join(more) or None,  # «5-0-0», won, drawn and lost, has three
        unit=made.get("unit"),
        per=made.get("per"),
        bound=made["bound"],
        what=(what[0], what[1]) if what else None,
        predicate=made.get("predicate"),
        role=made["role"],
        direction=made.get("direction"),
        status=made["status"],
        time=time.get("value") if time else None,
        place=place[2] if place else None,
        speaker=made.get("speaker"),
        optional=bool(made.get("optional")),
    )
