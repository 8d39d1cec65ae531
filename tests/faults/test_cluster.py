"""The same bytes from a cluster, one of whose nodes is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from olgu.run import batch
from olgu.run.batch import Options
from olgu.run.shards import Shard
from olgu.run.worker import Done, Settings

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'olgu[ray]'")
WriteArticles = Callable[[Path, Sequence[str]], Path]
ARTICLES = int(os.environ.get("OLGU_CLUSTER_ARTICLES", "48"))
"""In full 10,000."""


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Three nodes on this machine; the driver is on the first."""
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False}
    made = Cluster(initialize_head=True, head_node_args=node)
    try:
        for _ in range(2):
            made.add_node(num_cpus=1, object_store_memory=80 << 20)
        path = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
        ray.init(address=made.address, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": path}})
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


@pytest.mark.slow  # starts three nodes of Ray
@pytest.mark.usefixtures("faulty")
def test_a_cluster_that_loses_a_node_gives_the_same_bytes(
    tmp_path: Path, write_articles: WriteArticles, cluster: Any
) -> None:
    from olgu.run import cluster as engine

    texts = [f"{number} kuş" for number in range(ARTICLES)]
    texts[5], texts[20] = "BOZ 5", "ÖL 20"
    source = write_articles(tmp_path / "in.jsonl", texts)
    lost: list[int] = []

    def losing(shards: Iterable[Shard], settings: Settings, jobs: int) -> Generator[Done, None, None]:
        """Kill a node with its workers when the second shard is finished."""
        for count, done in enumerate(engine.run(shards, settings, jobs)):
            if count == 1:
                cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)
                lost.append(done.index)
            yield done

    options = Options(formats=("csv", "jsonl", "parquet"), jobs=1, shard_size=ARTICLES // 12)
    done = batch.run([source], tmp_path / "cluster", options, engine=losing)
    assert (done.articles, done.failed, len(lost)) == (ARTICLES - 2, 2, 1)
    batch.run([source], tmp_path / "local", options)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.name != "run.json"}
        for name in ("cluster", "local")
    )
    assert one == two
