"""The run under fire, in small; `storm.py` does it in full."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("storm", Path(__file__).with_name("storm.py"))


@pytest.mark.slow  # starts a dozen processes that load spaCy
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_run_that_is_killed_again_and_again_gives_the_same_bytes(tmp_path: Path) -> None:
    assert SPEC
    assert SPEC.loader
    storm = importlib.util.module_from_spec(SPEC)
    SPEC.loader.exec_module(storm)
    given = ["--articles=60", "--raising=3", "--hanging=1", "--killing=1", "--kills=3", "--shard-size=6", "--timeout=2"]
    assert "3 times killed: same bytes" in storm.storm(storm.parse(given), tmp_path)
