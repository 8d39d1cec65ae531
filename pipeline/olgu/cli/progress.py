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


class Pace:
    """Articles a second, without the time in which the workers load once there is more to go by."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._first: tuple[float, int] | None = None

    def __call__(self, fresh: int) -> float:
        """Return the pace when `fresh` articles are done."""
        now = monotonic()
        self._first = self._first or (now, fresh)
        since, before = self._first if now - self._first[0] >= 1 else (self._began, 0)
        return (fresh - before) / max(now - since, 1e-3)


def standing(so_far: Summary, pace: float, total: int | None) -> str:
    """Return what is done: articles of the expected total, rate, time left, facts, failures so far."""
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
        task = bar.add_task("starting", total=None)
        totals = list[int]()
        if paths is not None:
            Thread(target=_count, args=(paths, totals), daemon=True).start()
        pace = Pace()

        def advance(so_far: Summary) -> None:
            total = totals[0] if totals else None
            bar.update(
                task,
                description=standing(so_far, pace(so_far.inputs - so_far.resumed), total),
                completed=so_far.inputs,
                total=None if total is None else max(total, so_far.inputs),
            )

        yield advance


def _count(paths: Sequence[Path | str], totals: list[int]) -> None:
    from olgu.run.expected import expected

    total = expected(paths)
    if total is not None:
        totals.append(total)
