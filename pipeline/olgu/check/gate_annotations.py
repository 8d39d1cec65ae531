"""The gate's verdict as GitHub annotations: beside the article's text where it is known, else beside the gate file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from olgu.check.diff_forms import command
from olgu.check.gate import Verdict, complaints
from olgu.check.match import Judged
from olgu.check.score_forms import example_line, span


def as_github(seen: Verdict, file: Path, shown: int = 20) -> str:
    """Return one workflow command for each broken floor, each complaint and at most `shown` facts that got worse.

    `file` is the gate file, as seen from the root of the repository.
    """
    return "\n".join([*_floors(seen, file), *_facts(seen, file, shown), *_closing(seen, file)])


def _floors(seen: Verdict, file: Path) -> Iterator[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    for name in seen.broken:
        value = seen.values.get(name)
        told = (
            f"{name} is {'not measured' if value is None else f'{value:.4f}'}, its floor {seen.gate.floors[name]:.4f}"
        )
        at = next((number for number, line in enumerate(lines, 1) if line.startswith(f'"{name}"')), 1)
        yield command("error", {"file": file.as_posix(), "line": str(at), "title": "olgu gate: floor broken"}, told)


def _facts(seen: Verdict, file: Path, shown: int) -> Iterator[str]:
    gold = file.parent / seen.gate.gold
    for one in seen.lost[:shown]:
        yield command("error", _place(one, gold) | {"title": "olgu gate: fact got worse"}, example_line(one))


def _closing(seen: Verdict, file: Path) -> Iterator[str]:
    level = "notice" if seen.passed else "error"
    for line in complaints(seen) or (["every floor holds"] if seen.passed else []):
        yield command(level, {"file": file.as_posix(), "title": "olgu gate"}, line)


def _place(one: Judged, gold: Path) -> dict[str, str]:
    """Return the text file of the gold's article and the line of the quantity; else the annotation or the gold."""
    folder, name = (gold if gold.is_dir() else gold.parent), one.article.id
    for text in (
        folder / f"{name}.txt",
        folder.parent / "articles" / f"{name}.txt",
        folder / "articles" / f"{name}.txt",
    ):
        if text.is_file():
            return {"file": text.as_posix(), "line": str(one.article.text.count("\n", 0, span(one)[0]) + 1)}
    annotation = folder / f"{name}.json"
    return {"file": (annotation if annotation.is_file() else gold).as_posix()}
