"""Whatever an article does to its worker, it costs one row, and no other article anything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from olgu.run import batch
from olgu.run.batch import Options
from olgu.run.supervisor import WorkerError

pytestmark = [
    pytest.mark.slow,  # every run starts processes that load spaCy
    pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX"),
]
WriteArticles = Callable[[Path, Sequence[str]], Path]
EVERY = ("csv", "jsonl", "parquet")


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


FAULTS = {
    "BOZ": ("internal", "LookupError: yok; this is a fault of olgu"),
    "ÇIK": ("internal", "SystemExit: 7"),
    "BEKLE": ("timeout", "took longer than 3 s; give it more with --timeout"),
    "SAĞIR": ("timeout", "took longer than 3 s; give it more with --timeout"),
    "ÖL": ("killed", "died twice at it (SIGKILL)"),
    "ÇÖK": ("killed", "died twice at it (SIGSEGV)"),
    **({"YUT": ("memory", "MemoryError; give its worker more with --memory")} if sys.platform == "linux" else {}),
}


@pytest.mark.usefixtures("faulty")
def test_whatever_an_article_does_costs_its_own_row_only(tmp_path: Path, write_articles: WriteArticles) -> None:
    texts = [text for n, order in enumerate(FAULTS) for text in (f"{n} kuş", f"{order} {n}", f"{n} kedi")]
    source = write_articles(tmp_path / "in.jsonl", texts)
    options = Options(jobs=2, shard_size=4, timeout=3, memory=256)
    done = batch.run([source], tmp_path / "out", options)
    assert (done.articles, done.failed, done.facts) == (2 * len(FAULTS), len(FAULTS), 2 * len(FAULTS))
    assert [row["status"] for row in rows(done.out, "articles")] == ["ok", "failed", "ok"] * len(FAULTS)
    assert [row["article_id"] for row in rows(done.out, "facts")] == [f"a{n}" for n in range(len(texts)) if n % 3 != 1]
    errors = rows(done.out, "errors")
    assert [error["id"] for error in errors] == [f"a{n}" for n in range(len(texts)) if n % 3 == 1]
    for error, (order, (code, said)) in zip(errors, FAULTS.items(), strict=True):
        assert (error["code"], error["stage"]) == (code, "analyse"), order
        assert said in error["message"], order
    assert done.failures[0].message == errors[0]["message"]


@pytest.mark.usefixtures("faulty")
def test_the_bytes_are_the_same_for_any_number_of_workers_and_any_shards(
    tmp_path: Path, write_articles: WriteArticles
) -> None:
    texts = [f"{number} kuş" for number in range(30)]
    texts[4], texts[5], texts[22] = "ÖL 4", "BOZ 5", texts[3]
    source = write_articles(tmp_path / "in.jsonl", texts)
    made = [
        batch.run([source], tmp_path / f"out{jobs}", Options(formats=EVERY, jobs=jobs, shard_size=size, timeout=0.5))
        for jobs, size in ((1, 30), (3, 4))
    ]
    first, second = (tables(done.out) for done in made)
    assert [(done.articles, done.failed, done.duplicates) for done in made] == [(27, 2, 1)] * 2
    assert second == first
    copy = rows(made[0].out, "articles")[22]
    assert (copy["status"], copy["duplicate_of"], copy["facts"]) == ("duplicate", "a3", 0)


@pytest.mark.usefixtures("faulty")
def test_workers_that_cannot_start_end_the_run(
    tmp_path: Path, write_articles: WriteArticles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "SETTINGS", replace(batch.SETTINGS, flow="no_such_module:process"))
    source = write_articles(tmp_path / "in.jsonl", ["1 kuş"])
    with pytest.raises(WorkerError, match="exit code 1"):
        batch.run([source], tmp_path / "out", Options(jobs=1))
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("faulty")
def test_ctrl_c_that_reaches_a_worker_costs_no_article(tmp_path: Path, write_articles: WriteArticles) -> None:
    source = write_articles(tmp_path / "in.jsonl", ["1 kuş", "KES 2 kedi", "3 köpek"])
    summary = batch.run([source], tmp_path / "out", Options(jobs=1, formats=("jsonl",)))
    assert (summary.articles, summary.failures) == (3, [])
    assert [row["value"] for row in rows(tmp_path / "out", "facts")] == ["1", "2", "3"]


MASK = """
import multiprocessing, time
from olgu.run import supervisor
if __name__ == "__main__":
    with supervisor._interrupts_held():
        process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
        process.start()
    with open(f"/proc/{process.pid}/status") as status:
        print(next(line for line in status if line.startswith("SigBlk")).split()[1])
    process.kill()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which signals are blocked")
def test_even_the_first_worker_starts_with_ctrl_c_held_back(tmp_path: Path) -> None:
    """Python starts a process of its own with the first one, and lets SIGINT through after that."""
    script = tmp_path / "mask.py"
    script.write_text(MASK, encoding="utf-8")
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout
    assert int(told, 16) & 1 << (signal.SIGINT - 1)
