"""Known weaknesses of the packages that olgu is installed with, from a copy of the OSV database: nothing is fetched.

    python .ci/audit.py --osv all.zip        ends with 1 where a part, at its version, is affected
    python .ci/audit.py --asked found.json   the same for what `pip-audit --format json` was told by PyPI

pip-audit calls it no weakness where the index gives no answer; here it is said how many packages were answered.

The copy is https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip, or a folder of its JSON files. Where PyPI
can be asked, `pip-audit` does without one. The parts are those of `.ci/sbom.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

sys.path.insert(0, str(Path(__file__).parent))

from sbom import parts

Advisory = dict[str, Any]


def advisories(path: Path) -> Iterator[Advisory]:
    """Yield the records of a copy: a ZIP archive or a folder of JSON files."""
    if path.is_dir():
        for file in sorted(path.rglob("*.json")):
            yield json.loads(file.read_bytes())
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".json"):
                yield json.loads(archive.read(name))


def affecting(records: Iterable[Advisory], versions: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield package, version and advisory wherever one of the packages is affected at its version."""
    for record in records:
        if "withdrawn" in record:
            continue
        for affected in record.get("affected", ()):
            package = affected.get("package", {})
            name = canonicalize_name(package.get("name", ""))
            if package.get("ecosystem") == "PyPI" and name in versions and is_affected(affected, versions[name]):
                yield name, versions[name], said(record)


def is_affected(affected: Advisory, version: str) -> bool:
    """Tell whether an entry of `affected` has the version, in its list or in one of its ranges."""
    if version in affected.get("versions", ()):
        return True
    ranges = (each["events"] for each in affected.get("ranges", ()) if each.get("type") == "ECOSYSTEM")
    return any(_within(events, Version(version)) for events in ranges)


def _within(events: list[dict[str, str]], version: Version) -> bool:
    inside = False
    for event in sorted(events, key=lambda each: _version(next(iter(each.values())))):
        (kind, text), *_ = event.items()
        at = _version(text)
        if kind == "introduced" and version >= at:
            inside = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            inside = False
    return inside


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:  # «introduced» at a commit: as if always
        return Version("0")


def said(record: Advisory) -> str:
    """Return what an advisory is called and is about, on one line."""
    names = ", ".join([record["id"], *record.get("aliases", ())])
    return f"{names}: {' '.join(str(record.get('summary', '')).split())}"


def answered(path: Path) -> int:
    """Print what PyPI said to pip-audit; return 1 where a package is affected."""
    packages = json.loads(path.read_text(encoding="utf-8"))["dependencies"]
    told = [each for each in packages if "skip_reason" not in each]
    found = [(each["name"], each["version"], weak["id"]) for each in told for weak in each["vulns"]]
    for row in found:
        print(*row)
    print(f"{len(packages)} packages, {len(told)} of them answered for by the index, {len(found)} known weaknesses")
    return bool(found)


def main() -> int:
    """Compare, and print what is affected."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--osv", type=Path, help="copy of the OSV database for PyPI")
    source.add_argument("--asked", type=Path, help="what pip-audit has found, as JSON")
    parser.add_argument("--extra", action="append", default=[], help="parts of this extra, too")
    options = parser.parse_args()
    if options.asked:
        return answered(options.asked)
    versions = {name: part.version for name, part in parts(tuple(options.extra)).items()}
    found = sorted(set(affecting(advisories(options.osv), versions)))
    for name, version, text in found:
        print(f"{name} {version}  {text}")
    print(f"{len(versions)} packages, {len(found)} known weaknesses")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
