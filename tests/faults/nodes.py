"""Three nodes of Ray on this machine, and an engine that loses one of them in the middle of a run."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ray
from ray.cluster_utils import Cluster

from olgu.run import cluster as engine
from olgu.run.batch import Engine
from olgu.run.shards import Shard
from olgu.run.worker import Done, Settings

_STORE = 80 << 20
"""Bytes of shared memory of a node."""


@contextmanager
def three() -> Iterator[Any]:
    """Start three nodes of one CPU each, whose workers find the faulty flow; the driver is on the first."""
    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "object_store_memory": _STORE, "include_dashboard": False},
    )
    try:
        for _ in range(2):
            made.add_node(num_cpus=1, object_store_memory=_STORE)
        path = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
        ray.init(address=made.address, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": path}})
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


def losing(cluster: Any, after: int, lost: list[int]) -> Engine:
    """Return an engine that kills a node with its workers when `after` shards are finished; `lost` takes the last."""

    def run(shards: Iterable[Shard], settings: Settings, jobs: int) -> Generator[Done, None, None]:
        for count, done in enumerate(engine.run(shards, settings, jobs), 1):
            if count == after:
                cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)
                lost.append(done.index)
            yield done

    return run
