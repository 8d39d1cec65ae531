"""The comparison of installed packages with a copy of the OSV database."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def record(name: str, *events: dict[str, str], versions: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    package = {"ecosystem": more.pop("ecosystem", "PyPI"), "name": name}
    return {"id": "X-1", "affected": [{"package": package, "ranges": ranges, "versions": list(versions)}], **more}


@pytest.mark.parametrize(
    ("events", "version", "expected"),
    [
        ([{"introduced": "0"}, {"fixed": "3.1.3"}], "3.1.2", True),
        ([{"introduced": "0"}, {"fixed": "3.1.3"}], "3.1.3", False),
        ([{"introduced": "0"}, {"fixed": "3.1.3"}], "3.1.3rc1", True),
        ([{"introduced": "2.0"}, {"fixed": "3.1.3"}], "1.9", False),
        ([{"introduced": "0"}], "99", True),
        ([{"introduced": "1.0"}, {"last_affected": "1.5"}], "1.5", True),
        ([{"introduced": "1.0"}, {"last_affected": "1.5"}], "1.5.1", False),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.1"}], "1.5", False),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.1"}], "2.0.7", True),
        ([{"fixed": "2.1"}, {"introduced": "2.0"}], "2.0.7", True),
        ([{"introduced": "0"}, {"fixed": "1.10"}], "1.9", True),
    ],
)
def test_ranges(audit: ModuleType, events: list[dict[str, str]], version: str, expected: bool) -> None:
    found = list(audit.affecting([record("Jinja2", *events)], {"jinja2": version}))
    assert found == ([("jinja2", version, "X-1: ")] if expected else [])


@pytest.mark.parametrize(
    ("advisory", "expected"),
    [
        (record("jinja2", versions=("3.1.2",)), True),
        (record("jinja2", versions=("3.1.1",)), False),
        (record("Jinja2", {"introduced": "0"}, withdrawn="2024-01-01T00:00:00Z"), False),
        (record("jinja2", {"introduced": "0"}, ecosystem="npm"), False),
        (record("jinja", {"introduced": "0"}), False),
        ({"id": "X-2"}, False),
    ],
)
def test_records(audit: ModuleType, advisory: dict[str, Any], expected: bool) -> None:
    assert bool(list(audit.affecting([advisory], {"jinja2": "3.1.2"}))) is expected


@pytest.mark.parametrize("packed", [True, False])
def test_a_copy_of_the_database_is_read(audit: ModuleType, tmp_path: Path, packed: bool) -> None:
    told = record("numpy", {"introduced": "0"}, aliases=["CVE-1"], summary="Reads\n too much")
    if packed:
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
            archive.writestr("PyPI/X-1.json", json.dumps(told))
            archive.writestr("README", "no record")
    else:
        (tmp_path / "X-1.json").write_text(json.dumps(told), encoding="utf-8")
    records = audit.advisories(tmp_path / "all.zip" if packed else tmp_path)
    assert list(audit.affecting(records, {"numpy": "2.0"})) == [("numpy", "2.0", "X-1, CVE-1: Reads too much")]


@pytest.mark.parametrize(("name", "code"), [("numpy", 1), ("no-package-of-olgu", 0)])
def test_the_command_ends_with_what_it_found(
    audit: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    name: str, code: int,
) -> None:  # fmt: skip
    (tmp_path / "X-1.json").write_text(json.dumps(record(name, {"introduced": "0"})), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["audit.py", "--osv", str(tmp_path)])
    assert audit.main() == code
    assert f"{code} known weaknesses" in capsys.readouterr().out
