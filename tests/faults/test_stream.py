"""A stream goes on after an article that takes its worker with it."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from olgu.run import stream
from olgu.run.batch import Options


@pytest.mark.slow  # starts processes that load spaCy
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.usefixtures("faulty")
def test_a_stream_is_isolated_too(tmp_path: Path, write_articles: Callable[[Path, Sequence[str]], Path]) -> None:
    source = write_articles(tmp_path / "in.jsonl", ["1 kuş", "ÖL 2", "3 kuş", "BOZ 4", "5 kuş"])
    target = io.BytesIO()
    done = stream.run([source], target, Options(jobs=1))
    lines = [json.loads(line) for line in target.getvalue().splitlines()]
    assert [line["error"] and line["error"]["code"] for line in lines] == [None, "killed", None, "internal", None]
    assert (done.articles, done.failed, done.facts) == (3, 2, 3)
