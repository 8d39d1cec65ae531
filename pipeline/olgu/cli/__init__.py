"""The command line: one command per file, thin; nothing heavy is imported before a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from olgu.cli.diff import diff
from olgu.cli.ending import Commands
from olgu.cli.entities import entities
from olgu.cli.export import export
from olgu.cli.extract import extract
from olgu.cli.gate import gate
from olgu.cli.import_ import import_
from olgu.cli.info import info, print_version
from olgu.cli.models import models
from olgu.cli.query import query
from olgu.cli.report import report
from olgu.cli.score import score
from olgu.cli.show import show
from olgu.cli.watch import watch

app = typer.Typer(
    name="olgu",
    cls=Commands,
    help="Read Turkish news and write tables of what the text states in numbers.",
    epilog="Exit codes: 0 fine, 1 findings, 2 usage or output that cannot be written, 3 articles failed, "
    "4 internal error, 130 interrupted.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _olgu(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


app.command()(extract)
app.command()(watch)
app.command()(show)
app.command()(query)
app.command()(entities)
app.command()(report)
app.command()(diff)
app.command()(score)
app.command()(gate)
app.command()(export)
app.command("import")(import_)
app.command()(info)
app.add_typer(models, name="models")
