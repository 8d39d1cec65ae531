"""Every dependency has its reason; the list of parts and the check of licences say what they should."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def test_every_dependency_has_its_reason_and_none_that_is_gone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = {re.split(r"[<>=!~\[; ]", each)[0].lower() for each in chain.from_iterable(lists)}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w-]+) \|.* (\S.*?) \|$", page, re.MULTILINE)
    told = {name: licence for name, licence in rows if name != "package"}
    assert told.keys() == asked
    assert all(told.values())


def test_bill_is_cyclonedx_and_names_all_parts(sbom: ModuleType) -> None:
    found = sbom.parts()
    assert {"spacy", "babel", "numpy", "lxml"} <= found.keys()
    assert "ruff" not in found
    bill = sbom.bill(found)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "olgu"
    references = {each["bom-ref"] for each in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    assert len(references) == len(found) + 1
    assert {name for each in bill["dependencies"] for name in (each["ref"], *each["dependsOn"])} <= references
    assert all(each["version"] and each["licenses"] for each in bill["components"])
    assert bill == sbom.bill(sbom.parts())


def test_all_licences_are_allowed(sbom: ModuleType) -> None:
    refused = {
        name: sbom.licence(each) for name, each in sbom.parts().items() if not sbom.is_allowed(sbom.licence(each))
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("Apache Software License 2.0", False),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-or-later", False),
        ("AGPL-3.0", False),
        ("", False),
        ("Proprietary", False),
        ("UNKNOWN", False),
    ],
)
def test_licences(sbom: ModuleType, text: str, expected: bool) -> None:
    assert sbom.is_allowed(text) is expected
