"""Articles through the flow into the tables, one at a time; what fails is recorded and nothing else stops."""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from olgu.article import Article, Document, Failure
from olgu.write.staging import OutputError
from olgu.write.tables import TableWriter

if TYPE_CHECKING:
    from spacy.language import Language

Outcome = Document | Failure
Progress = Callable[[Outcome], None]

STAGES = ("read", "analyse", "recognise", "relate", "write")
ZONE = 256
"""Articles between two clearings of spaCy's store of words: fewer cost time, more cost memory."""
SHOWN = 20
"""How many failures the summary keeps; all are in `errors.jsonl`."""


@dataclass(slots=True)
class Summary:
    """What a run did."""

    out: Path
    articles: int = 0
    """Articles that went through."""
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    """The first `SHOWN` of them."""
    characters: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """Facts by kind."""
    mentions: int = 0
    entities: int = 0
    seconds: float = 0.0
    """Wall clock, without the loading of the model."""

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return self.kinds.total()

    def count(self, outcome: Outcome) -> None:
        """Add one outcome."""
        if isinstance(outcome, Failure):
            self.failed += 1
            if len(self.failures) < SHOWN:
                self.failures.append(outcome)
            return
        self.articles += 1
        self.characters += len(outcome.article.text)
        self.kinds.update(fact.kind for fact in outcome.facts)
        self.mentions += len(outcome.mentions)
        self.entities += len(outcome.entities)


def run(
    paths: Sequence[Path],
    out: Path,
    *,
    formats: Sequence[str] = ("csv", "jsonl"),
    date: str | None = None,
    force: bool = False,
    debug: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read the articles in `paths`, extract their facts and write the tables into the folder `out`.

    `date` (ISO 8601) is the date of articles that have none. With `debug`, the traceback of every failure goes to
    standard error. `progress` is called after each article. Raises `OutputError` where `out` cannot be written or
    already holds tables and `force` is false, `ValueError` for an unknown format.
    """
    from olgu.analyse import language  # noqa: PLC0415 - loads spaCy
    from olgu.read import files  # noqa: PLC0415 - loads decoders

    with TableWriter(out, formats, force=force) as writer:
        nlp = language.load()
        summary = Summary(out)
        began = perf_counter()
        for outcome in _zoned(files.articles(paths, date=date), nlp, debug):
            kept = _add(writer, outcome, debug)
            summary.count(kept)
            if progress:
                progress(kept)
        summary.seconds = perf_counter() - began
        writer.run = _description(summary, nlp, {"paths": [str(p) for p in paths], "date": date, "formats": [*formats]})
    return summary


def _zoned(items: Iterable[Article | Failure], nlp: Language, debug: bool) -> Iterable[Outcome]:
    """Yield the outcome of each item, in memory zones of `ZONE` articles, so that memory stays flat."""
    stream = iter(items)
    more = True
    while more:
        more = False
        with nlp.memory_zone():
            for item in islice(stream, ZONE):
                more = True
                yield item if isinstance(item, Failure) else process(item, nlp, debug=debug)


def process(article: Article, nlp: Language, *, debug: bool = False) -> Outcome:
    """Take one article through the flow; whatever it raises becomes a `Failure` with code "internal"."""
    from olgu import flow  # noqa: PLC0415 - loads every recogniser

    try:
        return flow.process(article, nlp)
    except Exception as error:
        return _failure(article, error, stage_of(error), debug)


def stage_of(error: BaseException) -> str:
    """Return the room of the house in which `error` was raised, "analyse" where none is on its traceback."""
    rooms = [
        room
        for frame, _ in traceback.walk_tb(error.__traceback__)
        for room in STAGES
        if str(frame.f_globals.get("__name__", "")).startswith(f"olgu.{room}.")
    ]
    return rooms[-1] if rooms else "analyse"


def _add(writer: TableWriter, outcome: Outcome, debug: bool) -> Outcome:
    try:
        writer.add(outcome)
    except OutputError:
        raise
    except Exception as error:
        if isinstance(outcome, Failure):
            raise
        outcome = _failure(outcome.article, error, "write", debug)
        writer.add(outcome)
    return outcome


def _failure(article: Article, error: Exception, stage: str, debug: bool) -> Failure:
    if debug:
        traceback.print_exception(error, file=sys.stderr)
    message = f"{type(error).__name__}: {error}; this is a fault of olgu: run again with --debug and report it"
    return Failure(article.id, article.path, stage, "internal", message)


def _description(summary: Summary, nlp: Language, configuration: dict[str, object]) -> dict[str, object]:
    from olgu.run import versions  # noqa: PLC0415

    return {
        "versions": versions.versions(),
        "model": versions.model_name(nlp),
        "data": versions.data_digests(),
        "configuration": configuration,
        "counts": {
            "articles": summary.articles,
            "failed": summary.failed,
            "characters": summary.characters,
            "facts": dict(sorted(summary.kinds.items())),
            "mentions": summary.mentions,
            "entities": summary.entities,
        },
        "seconds": round(summary.seconds, 3),
    }
