"""Fuzzing guided by coverage, with atheris (`pip install atheris`, Linux): decoding, repair, the recognisers.

    python tests/fuzz/guided.py -max_total_time=600 -rss_limit_mb=4096

What it is given are bytes; the options are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["olgu.read", "olgu.recognise", "olgu.analyse.casing"]):
    from fuzz_targets import found_alone

    from olgu.read.decode import decode
    from olgu.read.errors import ReadError
    from olgu.read.repair import repair


def target(data: bytes) -> None:
    """Decode, repair and recognise; repairing twice changes nothing."""
    try:
        text = decode(data, "a").text
    except ReadError:
        return
    shadow = repair(text).text
    assert repair(shadow).text == shadow
    found_alone(text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
