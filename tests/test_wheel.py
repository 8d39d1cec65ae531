"""The wheel: it holds everything that the package reads, and works where nothing else of the repository is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import olgu
from olgu.analyse.model_files import TIERS
from olgu.write.schema import VERSION

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "pipeline" / "olgu"
LARGEST = 90_000_000
"""Bytes of the wheel, model and all."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as `python -m build` does, without an environment of its own and so without a network."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    return Path(built)


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = (path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    tracked = {f"olgu/{path.relative_to(SOURCE).as_posix()}" for path in files}
    assert tracked - names == set()
    assert {name for name in names if name.startswith("olgu/") and not name.startswith("olgu/models/")} == tracked
    assert {"olgu/py.typed", "olgu/recognise/units.toml", "olgu/relate/weights.json"} <= names
    assert any(name.endswith("entry_points.txt") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "corpus/", "bench/"))]
    assert wheel.stat().st_size <= LARGEST


def test_package_models_and_tables_have_versions_that_can_be_compared() -> None:
    metas = [json.loads((ROOT / "models" / name / "meta.json").read_text(encoding="utf-8")) for name in TIERS.values()]
    assert [meta["name"] for meta in metas] == list(TIERS.values())
    for version in (olgu.__version__, *(meta["version"] for meta in metas), VERSION):
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), version


@pytest.mark.slow
def test_the_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """So whatever holds for the wheel also holds for the sources; and they have their tests."""
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(built) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    (again,) = WheelBuilder(str(source)).build(directory=str(tmp_path / "again"), versions=["standard"])
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        sums = [{each.filename: each.CRC for each in archive.infolist()} for archive in (one, other)]
    assert sums[0] == sums[1]
    assert (source / "tests" / "test_wheel.py").is_file()
    assert (source / "corpus" / "gate.toml").is_file()


@pytest.mark.slow
def test_the_wheel_works_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "a.txt").write_text("Enflasyon yüzde 5,2 arttı.", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "olgu", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
        ).stdout

    where = subprocess.run(
        [sys.executable, "-c", "import olgu; print(olgu.__file__)"], cwd=tmp_path, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(tmp_path / "site")
    told = json.loads(run("info", "--json"))
    assert told["versions"]["olgu"] == olgu.__version__
    assert "recognise/units.toml" in told["data"]
    run("extract", "a.txt", "--out", "out", "--jobs", "0", "--quiet")
    facts = [json.loads(line) for line in (tmp_path / "out" / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(fact["value"], fact["unit"]) for fact in facts] == [("5.2", "%")]
    run("report", "out", "-o", "report.html")
    assert "5,2" in (tmp_path / "report.html").read_text(encoding="utf-8")
