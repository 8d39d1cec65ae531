"""A run under fire: articles that raise, hang and kill their worker, and `kill -9` of the run itself, again and again.

    python tests/faults/storm.py                          in full: 10,000 articles, 20 kills
    python tests/faults/storm.py --articles 60 --kills 3  as the test does it
    python tests/faults/storm.py --cluster                the same articles on three nodes of Ray, one is killed

The tables must be those of a run that nobody disturbed, byte for byte, every article must be accounted for exactly
once, and no worker may outlive its run.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from olgu.run import batch, crew
from olgu.run.batch import Engine, Options
from olgu.run.unfinished import NAME

HERE = Path(__file__).parent
FLOW = "faulty_flow:process"
FORMATS = ("csv", "jsonl", "parquet")


def write_input(path: Path, count: int, faults: dict[str, int], seed: int) -> None:
    """Write `count` articles; so many of them, at random places, begin with each order of `faults`."""
    chance = random.Random(seed)
    texts = [f"{n} kuş ve {n % 17} kedi görüldü." for n in range(count)]
    orders = [order for order, times in faults.items() for _ in range(times)]
    for place, order in zip(chance.sample(range(count), len(orders)), orders, strict=True):
        texts[place] = f"{order} {texts[place]}"
    records = [{"id": f"a{n}", "text": text} for n, text in enumerate(texts)]
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")


def extract(source: Path, out: Path, options: argparse.Namespace, engine: Engine = crew.run) -> None:
    """Run in this process; its workers have the faulty flow."""
    given = Options(FORMATS, jobs=options.jobs, shard_size=options.shard_size, timeout=options.timeout, flow=FLOW)
    batch.run([source], out, given, engine=engine)


def start(source: Path, out: Path, options: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Start the same run as a process of its own."""
    given = [f"--{name}={getattr(options, name)}" for name in ("jobs", "shard_size", "timeout")]
    return subprocess.Popen([sys.executable, str(HERE / "storm.py"), f"--run={source}", f"--out={out}", *given])


def children(parent: int) -> set[int]:
    """Return the processes that `parent` has started (Linux)."""
    return {
        int(pid) for task in Path(f"/proc/{parent}/task").iterdir() for pid in (task / "children").read_text().split()
    }


def alive(pids: set[int]) -> set[int]:
    """Return those of `pids` that still run."""

    def runs(pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    return {pid for pid in pids if runs(pid)}


def shoot(source: Path, out: Path, options: argparse.Namespace, chance: random.Random, finished: int) -> bool:
    """Start the run and kill it some time after `finished` shards are there; False where it ended before."""
    running = start(source, out, options)
    while running.poll() is None and len(list((out / NAME / "shards").glob("*.shard"))) < finished:
        time.sleep(0.01)
    time.sleep(chance.random() * 0.5)
    workers = children(running.pid) if running.poll() is None else set()
    running.send_signal(signal.SIGKILL)
    running.wait()
    deadline = time.monotonic() + 20
    while alive(workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(workers), "workers outlive their run"
    assert running.returncode in (0, -signal.SIGKILL), running.returncode
    return running.returncode != 0


def tables(out: Path) -> dict[str, bytes]:
    """Return the files that must not differ."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


def check(reference: Path, out: Path, count: int, failed: int) -> None:
    """Assert that nothing is lost, doubled or changed."""
    assert tables(out) == tables(reference), "the tables differ"
    rows = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["article_id"] for row in rows] == [f"a{n}" for n in range(count)]
    assert Counter(row["status"] for row in rows) == {"ok": count - failed, "failed": failed}
    assert len((out / "errors.jsonl").read_text(encoding="utf-8").splitlines()) == failed
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


def storm(options: argparse.Namespace, folder: Path) -> str:
    """Run undisturbed and under fire, compare, and say what happened."""
    source, reference, out = folder / "in.jsonl", folder / "reference", folder / "out"
    faults = {"BOZ": options.raising, "SAĞIR": options.hanging, "ÖL": options.killing}
    write_input(source, options.articles, faults, options.seed)
    began = time.monotonic()
    assert start(source, reference, options).wait() == 0
    seconds = time.monotonic() - began
    shards = -(-options.articles // options.shard_size)
    happened = (on_a_cluster if options.cluster else under_fire)(source, out, options, shards)
    check(reference, out, options.articles, sum(faults.values()))
    return f"{options.articles} articles in {shards} shards, {happened}: same bytes ({seconds:.0f} s undisturbed)"


def under_fire(source: Path, out: Path, options: argparse.Namespace, shards: int) -> str:
    """Kill the run again and again, go on each time, and say how often."""
    chance = random.Random(options.seed)
    shots = 0
    while shots < options.kills and shoot(source, out, options, chance, shards * shots // options.kills):
        shots += 1
    if (out / NAME).exists() or not (out / "run.json").exists():  # else it has ended: between two, or before the last
        assert start(source, out, options).wait() == 0
    return f"{shots} times killed"


def on_a_cluster(source: Path, out: Path, options: argparse.Namespace, shards: int) -> str:
    """Run on three nodes and kill one of them when a third of the shards is finished."""
    from nodes import losing, three  # Ray is an extra

    lost: list[int] = []
    with three() as cluster:
        extract(source, out, options, losing(cluster, shards // 3, lost))
        assert len(cluster.worker_nodes) == len(lost) == 1
    return "a node of three lost"


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    numbers = {"articles": 10_000, "raising": 50, "hanging": 5, "killing": 3, "kills": 20, "jobs": 2, "seed": 7}
    for name, value in (numbers | {"shard_size": 50}).items():
        parser.add_argument(f"--{name.replace('_', '-')}", f"--{name}", type=int, default=value)
    parser.add_argument("--timeout", type=float, default=5.0)
    parser.add_argument("--cluster", action="store_true", help="no kills of the run: a cluster loses a node")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main() -> None:
    """Run the storm, or one run of it."""
    options = parse()
    if options.run:
        extract(options.run, options.out, options)
        return
    with tempfile.TemporaryDirectory() as folder:
        print(storm(options, Path(folder)))


if __name__ == "__main__":
    main()
