"""Runs whose workers have the faulty flow."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from olgu.run import batch, supervisor

WriteArticles = Callable[[Path, Sequence[str]], Path]


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "SETTINGS", replace(batch.SETTINGS, flow="faulty_flow:process"))
    monkeypatch.setattr(supervisor, "GRACE", 1.0)


@pytest.fixture
def write_articles() -> WriteArticles:
    """Write articles with the ids a0, a1 … as JSON Lines."""

    def write(path: Path, texts: Sequence[str]) -> Path:
        records = [{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
        return path

    return write
