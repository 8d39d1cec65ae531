"""The line on a terminal that says how far a run is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from olgu.run.batch import Progress
    from olgu.run.summary import Summary


def standing(so_far: Summary, seconds: float, total: int | None) -> str:
    """Return what is done: articles of the expected total, rate, time left, facts, failures so far."""
    pace = (so_far.inputs - so_far.resumed) / max(seconds, 1e-3)
    of = f" of {total:,}" if total and total >= so_far.inputs else ""
    parts = [f"{so_far.inputs:,}{of} articles", f"{pace:.1f}/s"]
    if of and pace:
        parts.append(f"{timedelta(seconds=round(((total or 0) - so_far.inputs) / pace))} left")
    return " · ".join([*parts, f"{so_far.facts:,} facts", f"{so_far.failed:,} failed"])


@contextmanager
def progress_line(console: Console, paths: Sequence[Path | str] | None) -> Iterator[Progress]:
    """Give what draws the line on `console`; `paths` are counted meanwhile, where they are given."""
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("loading", total=None)
        totals = list[int]()
        if paths is not None:
            Thread(target=_count, args=(paths, totals), daemon=True).start()
        began = monotonic()

        def advance(so_far: Summary) -> None:
            total = totals[0] if totals else None
            bar.update(
                task,
                description=standing(so_far, monotonic() - began, total),
                completed=so_far.inputs,
                total=None if total is None else max(total, so_far.inputs),
            )

        yield advance


def _count(paths: Sequence[Path | str], totals: list[int]) -> None:
    from olgu.run.expected import expected

    total = expected(paths)
    if total is not None:
        totals.append(total)
