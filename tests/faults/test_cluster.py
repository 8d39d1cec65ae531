"""The same bytes from a cluster, one of whose nodes is killed, in small; `storm.py --cluster` does it in full."""

from __future__ import annotations

from pathlib import Path

import pytest
import storm  # type: ignore[import-not-found]

pytest.importorskip("ray", reason="Ray is not installed: pip install 'olgu[ray]'")


@pytest.mark.slow  # starts three nodes of Ray
def test_a_cluster_that_loses_a_node_gives_the_same_bytes(tmp_path: Path) -> None:
    given = ["--articles=60", "--raising=3", "--hanging=1", "--killing=1", "--shard-size=5", "--timeout=2", "--cluster"]
    assert "a node of three lost: same bytes" in storm.storm(storm.parse(given), tmp_path)
