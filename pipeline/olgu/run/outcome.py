"""One article through the flow: whatever it does becomes an outcome."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from olgu.article import Article, Document, Failure
from olgu.run.summary import Outcome
from olgu.write.rows import Rows, item_rows

if TYPE_CHECKING:
    from spacy.language import Language

Process = Callable[[Article, "Language"], Document]

STAGES = ("read", "analyse", "recognise", "relate", "write")
_ROOM = re.compile(rf"""olgu[/\\]({"|".join(STAGES)})[/\\]""")


def process(article: Article, nlp: Language, *, debug: bool = False) -> Document | Failure:
    """Take one article through the flow; whatever it raises becomes a `Failure` with code "internal"."""
    from olgu import flow  # noqa: PLC0415 - loads every recogniser

    try:
        return flow.process(article, nlp)
    except Exception as error:
        return failure(article, error, debug=debug)


def with_rows(outcome: Outcome, *, debug: bool = False) -> tuple[Outcome, Rows]:
    """Return the outcome with its rows; a document that has none becomes a failure of the stage "write"."""
    try:
        return outcome, item_rows(outcome)
    except Exception as error:
        if not isinstance(outcome, Document):
            raise
        failed = failure(outcome.article, error, stage="write", debug=debug)
        return failed, item_rows(failed)


def failure(article: Article, error: BaseException, *, stage: str | None = None, debug: bool = False) -> Failure:
    """Return what `error`, raised on `article`, means for the tables; `stage` is where, else it is looked for."""
    if debug:
        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, MemoryError):
        code, advice = "memory", "give its worker more with --memory, or shorten the text"
    else:
        code, advice = "internal", "this is a fault of olgu: run again with --debug and report it"
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return Failure(article.id, article.path, stage or stage_of(error), code, f"{said}; {advice}")


def stage_of(error: BaseException) -> str:
    """Return the room of the house in which `error` was raised, "analyse" where none is on its traceback."""
    rooms = [
        room
        for frame, _ in traceback.walk_tb(error.__traceback__)
        for room in STAGES
        if str(frame.f_globals.get("__name__", "")).startswith(f"olgu.{room}.")
    ]
    return rooms[-1] if rooms else "analyse"


def stage_in(dump: str) -> str:
    """Return the room in a dump of `faulthandler`, most recent call first; "analyse" where none is in it."""
    found = _ROOM.search(dump)
    return found[1] if found else "analyse"
