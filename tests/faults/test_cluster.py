"""The same bytes from a cluster, one of whose nodes is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from olgu.run import batch
from olgu.run.batch import Options

pytest.importorskip("ray", reason="Ray is not installed: pip install 'olgu[ray]'")
WriteArticles = Callable[[Path, Sequence[str]], Path]
ARTICLES = int(os.environ.get("OLGU_CLUSTER_ARTICLES", "48"))
"""In full `storm.py --cluster` runs 10,000 with all kinds of faults."""


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Three nodes on this machine; the driver is on the first."""
    from nodes import three

    with three() as made:
        yield made


@pytest.mark.slow  # starts three nodes of Ray
@pytest.mark.usefixtures("faulty")
def test_a_cluster_that_loses_a_node_gives_the_same_bytes(
    tmp_path: Path, write_articles: WriteArticles, cluster: Any
) -> None:
    from nodes import losing

    texts = [f"{number} kuş" for number in range(ARTICLES)]
    texts[5], texts[20] = "BOZ 5", "ÖL 20"
    source = write_articles(tmp_path / "in.jsonl", texts)
    lost: list[int] = []
    options = Options(formats=("csv", "jsonl", "parquet"), jobs=1, shard_size=ARTICLES // 12)
    done = batch.run([source], tmp_path / "cluster", options, engine=losing(cluster, 2, lost))
    assert (done.articles, done.failed, len(lost)) == (ARTICLES - 2, 2, 1)
    batch.run([source], tmp_path / "local", options)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.name != "run.json"}
        for name in ("cluster", "local")
    )
    assert one == two
