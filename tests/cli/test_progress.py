"""The progress line: how far, how fast, how long still."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from rich.console import Console

from olgu.cli import progress
from olgu.cli.progress import Pace, progress_line, standing
from olgu.run.summary import Summary


def summary(articles: int, failed: int = 0, facts: int = 0) -> Summary:
    return Summary(Path(), articles=articles, failed=failed, kinds=Counter(count=facts))


@pytest.mark.parametrize(
    ("so_far", "pace", "total", "said"),
    [
        (summary(0), 0.0, None, "0 articles · 0.0/s · 0 facts · 0 failed"),
        (summary(0), 0.0, 100, "0 of 100 articles · 0.0/s · 0 facts · 0 failed"),
        (summary(90, 10, facts=1234), 10.0, None, "100 articles · 10.0/s · 1,234 facts · 10 failed"),
        (summary(90, 10), 10.0, 20_000, "100 of 20,000 articles · 10.0/s · 0:33:10 left · 0 facts · 10 failed"),
        (summary(100), 10.0, 100, "100 of 100 articles · 10.0/s · 0:00:00 left · 0 facts · 0 failed"),
        (summary(101), 10.1, 100, "101 articles · 10.1/s · 0 facts · 0 failed"),
    ],
)
def test_standing(so_far: Summary, pace: float, total: int | None, said: str) -> None:
    assert standing(so_far, pace, total) == said


def test_pace_leaves_loading_out(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    pace = Pace()
    told = []
    for second, done in ((10, 20), (10.5, 21), (12, 60), (20, 220)):
        now[0] = 100.0 + second
        told.append(pace(done))
    assert told == [2.0, 2.0, 20.0, 20.0]


@pytest.mark.parametrize(("counted", "said"), [(True, "2 of 3 articles"), (False, "2 articles")])
def test_the_line_is_drawn_with_the_total_once_it_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: bool, said: str
) -> None:
    known, count = Event(), progress._count

    def counting(paths: list[Path], totals: list[int]) -> None:
        count(paths, totals)
        known.set()

    monkeypatch.setattr(progress, "_count", counting)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(name)
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=120)
    with progress_line(console, [tmp_path] if counted else None) as advance:
        assert known.wait(5 if counted else 0) == counted
        advance(summary(2))
        deadline = monotonic() + 5
        while said not in screen.getvalue() and monotonic() < deadline:
            sleep(0.02)
    assert said in screen.getvalue()
