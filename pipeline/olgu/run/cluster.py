"""The same shards on a Ray cluster: Ray sends them to nodes and again when a node is lost; isolation stays olgu's."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from functools import cache
from typing import Any

from olgu.run.crew import AHEAD
from olgu.run.shards import Shard
from olgu.run.supervisor import Supervised
from olgu.run.worker import Done, Settings


class ClusterError(Exception):
    """The cluster cannot be used; the message says what to do."""


def connect(address: str | None) -> None:
    """Connect to the cluster at `address` ("auto", "ray://host:10001"), or start one on this machine.

    Raises `ClusterError` where Ray is not installed or the cluster does not answer.
    """
    try:
        import ray  # noqa: PLC0415 - an extra
    except ImportError:
        raise ClusterError("--engine ray needs Ray: pip install 'olgu[ray]'") from None
    if ray.is_initialized():
        return
    try:
        ray.init(address=address, log_to_driver=False)
    except (ConnectionError, ValueError) as error:
        raise ClusterError(f"no Ray cluster at {address}: {error}") from None


def run(shards: Iterable[Shard], settings: Settings, jobs: int) -> Generator[Done, None, None]:
    """Run `shards` on the cluster that this process is connected to; the contract is that of `olgu.run.crew.run`.

    Each task takes one CPU; there are at most `jobs` or the cluster's number of CPUs at a time, whichever is more, and
    as many again in waiting. `settings.store` must be seen by every node. A task of a lost node is run again; since it
    writes the same shard under the same name, nothing is lost or doubled.
    """
    import ray  # noqa: PLC0415 - an extra

    task = ray.remote(num_cpus=1, max_retries=-1, scheduling_strategy="SPREAD")(_run_shard)
    waiting: list[Any] = []
    try:
        for shard in shards:
            waiting.append(task.remote(shard, settings))
            while len(waiting) >= AHEAD * max(jobs, _processors()):
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        for reference in waiting:
            ray.cancel(reference, force=True)


def _processors() -> int:
    import ray  # noqa: PLC0415 - an extra

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return int(resources.get("CPU", 1))


def _next(waiting: list[Any]) -> Done:
    import ray  # noqa: PLC0415 - an extra
    from ray.exceptions import RayTaskError  # noqa: PLC0415

    (ready, *_), _rest = ray.wait(waiting, num_returns=1)
    waiting.remove(ready)
    try:
        done: Done = ray.get(ready)
    except RayTaskError as error:
        raise error.cause from None
    return done


def _run_shard(shard: Shard, settings: Settings) -> Done:
    return _supervised(settings).run(shard)


@cache
def _supervised(settings: Settings) -> Supervised:
    """Return the worker of this process of Ray: it outlives a task, so that it loads once."""
    return Supervised(settings)
