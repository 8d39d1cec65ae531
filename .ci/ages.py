"""When each package that olgu depends on was last released: whether one is abandoned.

    python .ci/ages.py                  directly and not, of the default install
    python .ci/ages.py --extra ray --years 2

It asks PyPI (or `--index`) for each package and ends with 1 where the last release of one that olgu asks for itself
(marked `*`) is older than `--years`. What those need in turn is theirs to judge, and is printed with them.
"""

from __future__ import annotations

import argparse
import json
import sys
import urllib.request
from datetime import UTC, datetime

from packaging.utils import canonicalize_name
from sbom import ROOT, parts, requirements

_JSON = "application/vnd.pypi.simple.v1+json"


def released(name: str, index: str) -> datetime:
    """Return when the last file of the package was uploaded (PEP 700); raises `OSError` where it cannot be told."""
    request = urllib.request.Request(f"{index.rstrip('/')}/{name}/", headers={"Accept": _JSON})
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    return max(datetime.fromisoformat(file["upload-time"]) for file in files)


def main() -> int:
    """Print the packages, the one that waits longest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", action="append", default=[])
    parser.add_argument("--index", default="https://pypi.org/simple")
    parser.add_argument("--years", type=float, default=3.0)
    options = parser.parse_args()
    extras = tuple(options.extra)
    asked = {canonicalize_name(each.name) for each in requirements(ROOT, extras)}
    last = {name: released(name, options.index) for name in parts(extras)}
    today, old = datetime.now(UTC), 0
    for name, day in sorted(last.items(), key=lambda item: item[1]):
        years = (today - day).days / 365.25
        old += name in asked and years > options.years
        print(f"{'*' if name in asked else ' '} {name:28}{day.date()}  {years:4.1f} years")
    print(f"{len(asked)} of {len(last)} are asked for; {old} of those without a release for {options.years:g} years")
    return min(old, 1)


if __name__ == "__main__":
    sys.exit(main())
