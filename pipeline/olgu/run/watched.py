"""The folder of a watch: each extracted article in a file of its own, from which the tables are joined anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from olgu.article import Article, Duplicate, Failure
from olgu.run.shard_file import Packed, unpack
from olgu.run.shards import Item, Shard
from olgu.run.summary import Summary
from olgu.run.unfinished import NAME as UNFINISHED
from olgu.run.unfinished import Unfinished
from olgu.write.rows import item_rows
from olgu.write.staging import MARKER, OutputError, Staging
from olgu.write.tables import OWNED, TableWriter, render

NAME = ".olgu-watch"

Entry = int | Packed
"""What the tables hold of one input: the number of an extracted article's file, or the rows of another one."""


class Watched(Unfinished):
    """The folder `.olgu-watch` in `out`, for one watch at a time; it stays when the watch ends.

    An article is known again by all that its rows depend on, so that a later watch does not extract it again. Raises
    `OutputError` as `Unfinished` does, and where `out` holds what no watch has made and `force` is false.
    """

    name = NAME
    held = "a watch"

    def __init__(
        self, out: Path, configuration: dict[str, Any], formats: Sequence[str], *, resume: bool, force: bool
    ) -> None:
        super().__init__(out, configuration, resume=resume, shard_size=1)
        if (out / UNFINISHED).exists():
            raise OutputError(f"{out} holds an unfinished run; finish it with its command, or choose another --out")
        if not self.begun():
            Staging(out, OWNED, force=force)
        self.known: dict[str, int] = {}
        """The number of an article's file by the digest of the article."""
        self._formats = formats

    def _open(self) -> None:
        super()._open()
        for index in sorted(self._found):
            packed = unpack(self.store.read(index))
            if packed is None:
                self.store.remove(index)
            else:
                self.known[packed.digest] = index
        self._next = max(self._found, default=-1) + 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the folder stay, unless there is nothing in it that a later watch could use."""
        self._leave(done=False)

    def _worth_keeping(self) -> bool:
        return super()._worth_keeping() or (self.out / MARKER).exists()

    def unknown(self, items: Iterable[Item], entries: list[Entry]) -> Iterator[Shard]:
        """Yield the articles that are not extracted yet, each as a shard; `entries` gets what every input becomes."""
        for item in items:
            if not isinstance(item, Article):
                entries.append(self._without_facts(item))
                continue
            shard = Shard(self._next, (item,))
            index = self.known.setdefault(shard.digest(), shard.index)
            entries.append(index)
            if index == shard.index:
                self._next += 1
                yield shard

    def join(self, entries: Sequence[Entry], describe: Callable[[Summary], dict[str, Any]]) -> Summary:
        """Put new tables in place, and drop the files that they no longer need; `describe` gives `run.json`."""
        total = Summary(self.out)
        with TableWriter(self.out, self._formats, force=True, apart=self.tables) as writer:
            for entry in entries:
                packed = self.read(entry) if isinstance(entry, int) else entry
                writer.append(packed.parts, packed.rows)
                total.add(packed.summary)
            writer.run = describe(total)
        used = {entry for entry in entries if isinstance(entry, int)}
        for index in set(self.known.values()) - used:
            self.store.remove(index)
        self.known = {digest: index for digest, index in self.known.items() if index in used}
        return total

    def _without_facts(self, item: Failure | Duplicate) -> Packed:
        rows, summary = item_rows(item), Summary(self.out)
        summary.count(item)
        return Packed("", summary, {name: len(made) for name, made in rows.items()}, render(rows, self._formats))
