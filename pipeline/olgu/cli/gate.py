"""`olgu gate`: fail when the facts got worse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from olgu.cli.backend import check_model
from olgu.cli.ending import Code, UsageError
from olgu.cli.extract import MODEL
from olgu.cli.score import load

FORMS = ("text", "github")


def gate(
    file: Annotated[Path, typer.Argument(metavar="GATE", help="The gate file, TOML.", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Argument(metavar="[OUT]", help="Tables of a run; without, the gold's articles are extracted now."),
    ] = None,
    raise_: Annotated[bool, typer.Option("--raise", help="Raise the floors to what is measured now.")] = False,
    lower: Annotated[
        str | None, typer.Option("--lower", metavar="REASON", help="Lower the broken floors and write down why.")
    ] = None,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="MEASURE", help="With --raise: give this measure a floor too.")
    ] = None,
    show: Annotated[int, typer.Option("--show", metavar="N", min=0, help="Name at most N facts that got worse.")] = 20,
    model: Annotated[str | None, MODEL] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=f"One of {', '.join(FORMS)}.")] = "text",
) -> None:
    """Hold the measures of a run against their floors; code 1 when one is broken, with the facts that got worse.

    Measures are named as in "fact.f1", "kinds.money.quantity.recall", "slots.time_set", "mentions.PERSON.f1".
    """
    if form not in FORMS:
        raise UsageError(f"--format {form!r}: known are {', '.join(FORMS)}")
    check_model(model)
    from olgu.check import gate as gates
    from olgu.check.gate_annotations import as_github
    from olgu.check.gate_file import read_gate
    from olgu.check.gold import GoldError

    if raise_ and lower is not None:
        raise UsageError("--raise and --lower exclude each other")
    try:
        read = read_gate(file)
    except GoldError as error:
        raise UsageError(str(error)) from error
    gold, tables = load(file.parent / read.gold, out, model)
    seen = gates.verdict(read, file.parent, gold, tables)
    if raise_ or lower is not None:
        try:
            made = gates.lowered(seen, lower) if lower is not None else gates.raised(seen, add or ())
        except ValueError as error:
            print(gates.report(seen, show))
            raise UsageError(str(error)) from error
        gates.record(made, file, tables.facts)
        seen = gates.verdict(made, file.parent, gold, tables)
    print(as_github(seen, file, show) if form == "github" else gates.report(seen, show))
    if not seen.passed:
        raise typer.Exit(Code.FINDINGS)
