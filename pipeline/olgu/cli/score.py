"""`olgu score`: how right the tables are, against gold."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from olgu.cli.backend import check_model
from olgu.cli.ending import UsageError
from olgu.cli.extract import MODEL

if TYPE_CHECKING:
    from olgu.check.extracted import Extracted
    from olgu.check.gold import GoldArticle

LEVELS = ("detected", "quantity", "fact", "full_row")


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="Gold: a .jsonl file, an annotation .json or a folder of them.", show_default=False
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Argument(metavar="[OUT]", help="Tables of a run; without, the gold's articles are extracted now."),
    ] = None,
    wrong: Annotated[int, typer.Option("--wrong", "-w", metavar="N", min=0, help="Show N wrong examples.")] = 0,
    level: Annotated[
        str, typer.Option("--level", metavar="LEVEL", help=f"What counts as wrong: {', '.join(LEVELS)}.")
    ] = "fact",
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Wrong examples of this kind only.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    model: Annotated[str | None, MODEL] = None,
) -> None:
    """Measure tables against gold: precision, recall and F1 by level, kind and slot, and what is wrong.

    detected: the place of the quantity; quantity: kind, value, unit and bound; fact: also what it is about; full_row:
    also role, direction, status, time, place and speaker.
    """
    if level not in LEVELS:
        raise UsageError(f"--level {level!r}: known are {', '.join(LEVELS)}")
    import json

    from olgu.check import score_forms
    from olgu.check.score import score as measured

    check_model(model)
    annotated, tables = load(gold, out, model)
    result = measured(annotated, tables.facts, tables.mentions)
    examples = list(islice(score_forms.wrong_examples(result.judged, level, kind), wrong))
    if as_json:
        print(json.dumps(score_forms.as_json(result, examples), ensure_ascii=False, indent=2))
    else:
        print(score_forms.as_text(result, examples))


def load(gold: Path, out: Path | None, model: str | None = None) -> tuple[list[GoldArticle], Extracted]:
    """Read the gold and the tables in `out`, or extract its articles; what cannot be used is an error of usage."""
    from olgu.check.extracted import extract, read_extracted
    from olgu.check.gold import GoldError, read_gold
    from olgu.write.stored import StoredError

    try:
        annotated = read_gold(gold)
        return annotated, read_extracted(out, annotated) if out else extract(annotated, model)
    except (GoldError, StoredError) as error:
        raise UsageError(str(error)) from error
