"""Fuzzing guided by coverage, with atheris (`pip install atheris`, Linux): one target a process.

    python tests/fuzz/guided.py html -max_total_time=600 -rss_limit_mb=4096

Targets: decode (decoding and repair), html, json, csv, parquet (the readers, through files of such names), numerals,
times, flow (the whole of it, with every invariant checked). What they are given are bytes; the options are those of
libFuzzer. `-runs=500 -seed=1` makes the same short run each time, as `.ci/fuzz` does. Without files of its own a target
starts from pieces of the project's articles in the form that it reads.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import atheris

sys.path.insert(0, str(Path(__file__).parent))
os.environ.setdefault("OLGU_MODEL", "rules")

TARGET = sys.argv.pop(1) if len(sys.argv) > 1 else ""
_FOLLOWED = {"flow": ["olgu"], "numerals": ["olgu.recognise.numeral"], "times": ["olgu.recognise"]}
"""The modules whose coverage guides a target; every other one runs at its full speed."""

with atheris.instrument_imports(include=_FOLLOWED.get(TARGET, ["olgu.read"])):
    from fuzz_mutation import articles
    from fuzz_targets import WRITERS, bounded, extracted, found_alone, read

    from olgu.analyse.mending import mended
    from olgu.read.decode import decode
    from olgu.read.errors import ReadError
    from olgu.recognise import numerals

LONGEST = 4096
"""Bytes of an input: coverage is soon found in short ones."""


def decoded(data: bytes) -> str | None:
    """Return the text of bytes as a file of text has it, None where they are refused."""
    try:
        return decode(data, "a").text
    except ReadError:
        return None


def decoding(data: bytes) -> None:
    """Decode, repair and recognise; repairing twice changes nothing."""
    text = decoded(data)
    if text is None:
        return
    shadow = mended(text).text
    assert mended(shadow).text == shadow
    found_alone(text)


def numbers(data: bytes) -> None:
    """Numerals lie in the text, in order, and have exact values."""
    text = data.decode("utf-8", "replace")
    last = 0
    with bounded(len(text)):
        found = numerals.find(text)
    for each in found:
        assert last <= each.start < each.end <= len(text)
        last = each.end


def times(data: bytes) -> None:
    """Times beside quantities, as both share the text."""
    found_alone(data.decode("utf-8", "replace"))


def flow(data: bytes) -> None:
    """The whole flow, with every invariant."""
    extracted(data.decode("utf-8", "replace"))


def reader(suffix: str) -> Callable[[bytes], None]:
    """Return the target of a format: read, and extract the first article."""
    return lambda data: (read(f"a{suffix}", data, extract=100), None)[1]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": decoding, "numerals": numbers, "times": times, "flow": flow,
} | {suffix[1:]: reader(suffix) for suffix in (".html", ".json", ".jsonl", ".csv", ".parquet")}  # fmt: skip


def seeds(name: str) -> str:
    """Return a new folder with pieces of articles in the form that the target reads."""
    folder = Path(mkdtemp(prefix=f"olgu-{name}-"))
    write = WRITERS.get(f".{name}", WRITERS[".txt"])
    for number, text in enumerate(articles()):
        (folder / f"{number}").write_bytes(write(text[number * 7 % 200 :][:300]))
    return str(folder)


def main() -> None:
    """Fuzz the target that is named first."""
    if TARGET not in TARGETS:
        sys.exit(f"{__doc__}\ngive one of: {' '.join(TARGETS)}")
    given = any(not argument.startswith("-") for argument in sys.argv[1:])
    more = [f"-max_len={LONGEST}", *([] if given else [seeds(TARGET)])]
    atheris.Setup([*sys.argv, *more], TARGETS[TARGET])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
