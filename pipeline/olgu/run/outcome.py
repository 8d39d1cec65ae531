"""One article through the flow: whatever it does becomes an outcome."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from olgu.article import Article, Document, Failure
from olgu.run.summary import Outcome
from olgu.write.rows import Rows, item_rows

if TYPE_CHECKING:
    from spacy.language import Language

Process = Callable[[Article, "Language"], Document]

STAGES = ("read", "analyse", "recognise", "relate", "write")
FLOW = "olgu.flow:process"
"""Import path of what takes an article and the language to a document."""
_ROOM = re.compile(rf"""olgu[/\\]({"|".join(STAGES)})[/\\]""")


class BrokenInvariantError(Exception):
    """A result that cannot be right; `stage` is the room that has made it so."""

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage


def load_flow(path: str) -> Process:
    """Return what the import path "module:function" leads to."""
    module, _, name = path.partition(":")
    found: Process = getattr(import_module(module), name)
    return found


def process(article: Article, nlp: Language, *, debug: bool = False, flow: str = FLOW) -> Document | Failure:
    """Take one article through the flow; whatever it raises becomes a `Failure`, see `failure`."""
    try:
        return load_flow(flow)(article, nlp)
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
    elif isinstance(error, BrokenInvariantError):
        stage = error.stage
        code, advice = "invariant", "this is a fault of olgu: report it; without --debug the article is not checked"
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
