"""A rule that is broken on purpose makes the gate fail, and its message names the facts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import olgu

CORPUS = Path(__file__).parents[2] / "corpus"
SLUGS = ("kazakistan-kore-11-belge", "artvinde-sel")


def gate(folder: Path, package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(package.parent), "OLGU_MODEL": "rules"}
    command = [sys.executable, "-m", "olgu", "gate", "gate.toml", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow  # olgu starts anew from a copy of itself
@pytest.mark.parametrize(
    ("data", "rule", "broken", "said"),
    [
        (
            "recognise/currencies.toml", 'USD = ["dolar", ', "USD = [", "705-722  ",
        ),
        (
            "recognise/numerals.toml", '"milyar" = "1000000000"', '"milyar" = "1000000"',
            "705-722  value 9600000, gold 9600000000",
        ),
    ],
)  # fmt: skip
def test_gate_names_the_facts_that_a_broken_rule_loses(
    tmp_path: Path, data: str, rule: str, broken: str, said: str
) -> None:
    for folder, suffix in (("gold", "json"), ("articles", "txt")):
        (tmp_path / folder).mkdir()
        for slug in SLUGS:
            shutil.copy(CORPUS / folder / f"{slug}.{suffix}", tmp_path / folder)
    (tmp_path / "gate.toml").write_text('gold = "gold"\nbaseline = "facts.jsonl"\n', encoding="utf-8")
    package = tmp_path / "changed" / "olgu"
    shutil.copytree(Path(olgu.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    done = gate(tmp_path, package, "--raise")
    assert done.returncode == 0, done.stderr
    text = (package / data).read_text(encoding="utf-8")
    assert text.count(rule) == 1
    (package / data).write_text(text.replace(rule, broken), encoding="utf-8")
    done = gate(tmp_path, package)
    assert done.returncode == 1, done.stderr
    assert "BROKEN  quantity.f1" in done.stdout
    assert "facts were right when the floors were set and are wrong now:" in done.stdout
    assert f"kazakistan-kore-11-belge:{said}" in done.stdout
    assert "[9,6 milyar dolara]" in done.stdout
    annotated = gate(tmp_path, package, "--format", "github").stdout
    assert "title=olgu gate%3A fact got worse::kazakistan-kore-11-belge:705-722" in annotated
