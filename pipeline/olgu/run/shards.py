"""The inputs of a run in the order in which they were read: filtered, duplicates named, cut into shards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from hashlib import sha256

from olgu.article import Article, Duplicate, Failure

Item = Article | Failure | Duplicate

SHARD_SIZE = 200
"""Articles of a shard: what is lost when a run is interrupted, and what a worker holds in memory."""
SHARD_CHARACTERS = 4_000_000
"""A shard ends here, too, so that long articles do not fill the memory."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs that follow one another."""

    index: int
    """From 0, in the order of reading."""
    items: tuple[Item, ...]

    def digest(self) -> str:
        """Return the SHA-256 of everything that the rows of these inputs depend on."""
        content = [[type(item).__name__, *_values(item)] for item in self.items]
        return sha256(json.dumps(content).encode("ascii")).hexdigest()


def _values(item: Item) -> list[object]:
    """Return what `dataclasses.astuple` does, which copies each value deeply, at twice the cost."""
    values = [getattr(item, each.name) for each in fields(item)]
    return [_values(value) if isinstance(value, Article) else value for value in values]


def cut(items: Iterable[Item], size: int = SHARD_SIZE) -> Iterator[Shard]:
    """Cut `items` into shards of `size` and of `SHARD_CHARACTERS` at most; the last article may go beyond it."""
    index, held, characters = 0, list[Item](), 0
    for item in items:
        held.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(held) >= size or characters >= SHARD_CHARACTERS:
            yield Shard(index, tuple(held))
            index, held, characters = index + 1, [], 0
    if held:
        yield Shard(index, tuple(held))


def since(items: Iterable[Article | Failure], day: str | None) -> Iterator[Article | Failure]:
    """Leave out the articles whose date is before `day` (ISO 8601); those without a date stay, with all failures."""
    for item in items:
        dated = item.date if isinstance(item, Article) else None
        if day is None or dated is None or dated[: len(day)] >= day[: len(dated)]:
            yield item


def name_duplicates(items: Iterable[Article | Failure]) -> Iterator[Item]:
    """Put a `Duplicate` in place of each article whose text and date an earlier one has; 16 bytes an article stay."""
    seen: dict[bytes, str] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        key = sha256(f"{item.date}\0{item.text}".encode("utf-8", "surrogatepass")).digest()[:16]
        first = seen.setdefault(key, item.id)
        yield item if first == item.id else Duplicate(item, first)
