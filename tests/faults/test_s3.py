"""Shards and inputs on S3: a server of moto on this machine stands for the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from olgu.run import batch
from olgu.run.batch import Options
from olgu.write.staging import OutputError

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install s3fs")
moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install 'moto[s3]' flask flask-cors")
WriteArticles = Callable[[Path, Sequence[str]], Path]
OPTIONS = Options(("csv", "jsonl", "parquet"), jobs=2, shard_size=4)
TEXTS = [f"{number} kuş" for number in range(22)]
TEXTS[5], TEXTS[13] = "BOZ 5", "ÖL 13"


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """Serve S3; this process and its workers find it by the environment. fsspec keeps what it once was told of it."""
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    names = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (names | {"AWS_ENDPOINT_URL": f"http://{host}:{port}"}).items():
            patch.setenv(name, value)
        yield running
    running.stop()


@pytest.fixture
def bucket(server: Any) -> Iterator[Any]:
    """Make an empty bucket named "olgu"."""
    import s3fs

    system = s3fs.S3FileSystem(skip_instance_cache=True)
    system.mkdir("olgu")
    yield system
    system.rm("olgu", recursive=True)


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "run.json"}


@pytest.mark.slow  # starts a server and workers
@pytest.mark.usefixtures("faulty")
def test_shards_on_s3_give_the_same_bytes_and_are_gone_afterwards(
    tmp_path: Path, write_articles: WriteArticles, bucket: Any
) -> None:
    source = write_articles(tmp_path / "in.jsonl", TEXTS)
    bucket.put_file(str(source), "olgu/in.jsonl")
    bucket.pipe_file("olgu/run/notes.txt", b"not olgu's")
    far = Options(OPTIONS.formats, jobs=2, shard_size=4, store="s3://olgu/run")
    done = batch.run([source], tmp_path / "far", far)
    assert (done.articles, done.failed) == (20, 2)
    batch.run([source], tmp_path / "near", OPTIONS)
    assert tables(tmp_path / "far") == tables(tmp_path / "near")
    bucket.invalidate_cache()
    assert bucket.ls("olgu/run", detail=False) == ["olgu/run/notes.txt"]


@pytest.mark.slow  # starts a server and workers
@pytest.mark.usefixtures("faulty")
def test_a_run_that_was_interrupted_goes_on_from_s3(tmp_path: Path, write_articles: WriteArticles, bucket: Any) -> None:
    source = write_articles(tmp_path / "in.jsonl", TEXTS)
    far = Options(OPTIONS.formats, jobs=1, shard_size=4, store="s3://olgu/run")

    class StoppedError(Exception):
        pass

    def stop(so_far: Any) -> None:
        if so_far.articles >= 9:
            raise StoppedError

    with pytest.raises(StoppedError):
        batch.run([source], tmp_path / "far", far, progress=stop)
    bucket.invalidate_cache()
    finished = [name for name in bucket.ls("olgu/run", detail=False) if name.endswith(".shard")]
    assert finished
    batch.run([source], tmp_path / "far", far)
    batch.run([source], tmp_path / "near", OPTIONS)
    assert tables(tmp_path / "far") == tables(tmp_path / "near")


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_cannot_be_is_said_so(tmp_path: Path, write_articles: WriteArticles) -> None:
    source = write_articles(tmp_path / "in.jsonl", TEXTS[:3])
    with pytest.raises(OutputError, match="cannot use s3://y/run"):
        batch.run([source], tmp_path / "out", Options(("csv",), jobs=1, store="s3://y/run"))


def test_articles_are_read_from_s3(tmp_path: Path, write_articles: WriteArticles, bucket: Any) -> None:
    source = write_articles(tmp_path / "in.jsonl", ["11 belge imzalandı.", "6 milyar dolar geldi."])
    bucket.put_file(str(source), "olgu/in.jsonl")
    options = Options(("csv",), model="rules")
    given: list[Any] = ["s3://olgu/in.jsonl"]
    batch.run(given, tmp_path / "far", options)
    batch.run([source], tmp_path / "near", options)
    facts = [(tmp_path / name / "facts.csv").read_text(encoding="utf-8") for name in ("far", "near")]
    assert len(facts[0].splitlines()) == 3
    assert facts[0] == facts[1]
