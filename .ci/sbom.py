"""What olgu depends on: a CycloneDX list of parts, and a check of their licences; from the installed packages alone.

    python .ci/sbom.py --out build/sbom.json      write the list
    python .ci/sbom.py --check                    end with 1 where a licence is none of those allowed

It follows the requirements of the default install and, with `--extra`, those of extras. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = "olgu"
ALLOWED = (
    "MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Apache-2.0", "Apache", "PSF-2.0",
    "Python-2.0", "MPL-2.0", "Unicode-3.0", "Zlib", "CC0-1.0", "Unlicense", "BSL-1.0", "LGPL", "HPND",
    "CNRI-Python", "MPL-1.1",
)  # fmt: skip
"""Licences under which others may use, change and pass on what is made with olgu; weak copyleft as a library only."""
SAID = {"protobuf": "BSD-3-Clause"}
"""Packages whose metadata say nothing or too much, and what their licence file says."""
_CLASSIFIER = {
    "MIT License": "MIT", "MIT No Attribution License (MIT-0)": "MIT-0", "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "Apache Software License": "Apache-2.0", "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "The Unlicense (Unlicense)": "Unlicense",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL",
}  # fmt: skip


def parts(extras: tuple[str, ...] = ()) -> dict[str, Distribution]:
    """Return every installed package that olgu needs, directly or not, by its canonical name."""
    found: dict[str, Distribution] = {}
    waiting: list[tuple[str, tuple[str, ...]]] = [(ROOT, extras)]
    while waiting:
        name, wanted = waiting.pop()
        for needed in requirements(name, wanted):
            key = canonicalize_name(needed.name)
            if key in found:
                continue
            try:
                found[key] = distribution(needed.name)
            except PackageNotFoundError:
                raise SystemExit(f"{needed.name}, which {name} needs, is not installed") from None
            waiting.append((needed.name, tuple(needed.extras)))
    return dict(sorted(found.items()))


def requirements(name: str, extras: tuple[str, ...]) -> Iterator[Requirement]:
    """Yield what a package needs here with its `extras`."""
    for text in distribution(name).requires or ():
        needed = Requirement(text)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield needed


def licence(package: Distribution) -> str:
    """Return the licence of a package as its metadata give it: SPDX expression, classifiers, free text; or ""."""
    said = package.metadata
    name = canonicalize_name(said["Name"])
    if name in SAID:
        return SAID[name]
    if expression := said.get("License-Expression"):
        return expression
    classifiers = [
        each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License ::")
    ]
    known = [_CLASSIFIER[each] for each in classifiers if each in _CLASSIFIER]
    return " AND ".join(known) or " ".join((said.get("License") or "").split())[:60]


def is_allowed(text: str) -> bool:
    """Return whether every licence of an expression is allowed; of alternatives one is enough."""
    if not text:
        return False
    clauses = re.split(r"\s+AND\s+", text.strip("() "))
    return all(any(_one(each) for each in re.split(r"\s+OR\s+|,|;", clause)) for clause in clauses)


def _one(text: str) -> bool:
    return text.strip(" ()").partition(" WITH ")[0] in ALLOWED


def bill(found: dict[str, Distribution]) -> dict[str, Any]:
    """Return the parts as a CycloneDX 1.6 document; the same bytes for the same packages."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(distribution(ROOT), "application")},
        "components": [_component(each, "library") for each in found.values()],
        "dependencies": [
            {"ref": _purl(each), "dependsOn": sorted(_purl(found[key]) for key in _needs(each, found))}
            for each in (distribution(ROOT), *found.values())
        ],
    }


def _needs(package: Distribution, found: dict[str, Distribution]) -> set[str]:
    names = {canonicalize_name(needed.name) for needed in requirements(package.metadata["Name"], ())}
    return {str(name) for name in names if name in found}


def _component(package: Distribution, kind: str) -> dict[str, Any]:
    made = {
        "type": kind,
        "bom-ref": _purl(package),
        "name": package.metadata["Name"],
        "version": package.version,
        "purl": _purl(package),
    }
    said = licence(package)
    return made | ({"licenses": [{"license": {"name": said}}]} if said else {})


def _purl(package: Distribution) -> str:
    return f"pkg:pypi/{canonicalize_name(package.metadata['Name'])}@{package.version}"


def main() -> int:
    """Write the list, or check the licences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--extra", action="append", default=[])
    options = parser.parse_args()
    found = parts(tuple(options.extra))
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(bill(found), indent=2) + "\n", encoding="utf-8")
    refused = {name: licence(each) for name, each in found.items() if not is_allowed(licence(each))}
    for name, said in refused.items():
        print(f"{name}: licence {said or 'unknown'!r} is none of those allowed; see ALLOWED and SAID in .ci/sbom.py")
    print(f"{len(found)} packages, {len(refused)} with a licence that is not allowed")
    return 1 if options.check and refused else 0


if __name__ == "__main__":
    sys.exit(main())
