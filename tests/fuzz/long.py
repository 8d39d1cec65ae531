"""The fuzzing of the tests, for as long as there is time, with other examples each time.

    python tests/fuzz/long.py --minutes 10 --seed 1

Every finding is printed once, with the smallest example; the exit code is 1 where there is one. What is found becomes
a test.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import test_properties as properties
from fuzz_mutation import worse_articles
from fuzz_targets import COMPRESSORS, WRITERS, damaged, extracted, found_alone, read
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st


def _inner(test: Any) -> Callable[..., object]:
    function: Callable[..., object] = test.hypothesis.inner_test
    return function


Target = tuple[Callable[..., object], tuple[st.SearchStrategy[Any], ...]]
BATCH = 100
"""Examples between two looks at the clock."""


def _damages() -> st.SearchStrategy[list[tuple[int, float, bytes]]]:
    places = st.integers(0, 1000).map(lambda n: n / 1000)
    return st.lists(st.tuples(st.integers(0, 5), places, st.binary(max_size=64)), max_size=4)


def _file(text: str, suffix: str, compression: str, inside: Any, outside: Any) -> None:
    content = COMPRESSORS[compression](damaged(WRITERS[suffix](text), inside))
    read(f"a{suffix}{compression}", damaged(content, outside))


TARGETS: dict[str, Target] = {
    "articles": (extracted, (worse_articles(3000, 8),)),
    "recognisers": (found_alone, (worse_articles(3000, 8),)),
    "files": (
        _file,
        (
            worse_articles(800, 4),
            st.sampled_from(sorted(WRITERS)),
            st.sampled_from(sorted(COMPRESSORS)),
            _damages(),
            _damages(),
        ),
    ),
    "again": (_inner(properties.test_the_second_time_gives_the_same), (properties.texts,)),
    "blank": (
        _inner(properties.test_white_space_at_the_end_changes_nothing),
        (properties.texts, st.text(" \n\t\r\u00a0", min_size=1, max_size=5)),
    ),
    "form": (_inner(properties.test_unicode_form_changes_nothing_but_offsets), (properties.texts,)),
    "noise": (extracted, (st.text(max_size=400),)),
    "bytes": (
        lambda suffix, data: read(f"a{suffix}", data),
        (st.sampled_from(sorted(WRITERS)), st.binary(max_size=2000)),
    ),
}


def batch(name: str, number: int, done: Counter[str]) -> None:
    """Try `BATCH` examples of a target; raises what an example raises."""
    function, strategies = TARGETS[name]

    @seed(number)
    @settings(
        max_examples=BATCH, database=None, deadline=None, suppress_health_check=list(HealthCheck), print_blob=False
    )
    @given(st.tuples(*strategies))
    def tried(arguments: tuple[Any, ...]) -> None:
        done[name] += 1
        function(*arguments)

    tried()


def main() -> int:
    """Fuzz every target in turn until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--memory", type=int, default=12, help="GiB of addresses that the process may take")
    options = parser.parse_args()
    os.environ.setdefault("OLGU_MODEL", "rules")
    resource.setrlimit(resource.RLIMIT_AS, (options.memory << 30, options.memory << 30))
    done, findings, number = Counter[str](), set[str](), options.seed * 1_000_000
    end = time.monotonic() + options.minutes * 60
    while time.monotonic() < end:
        number += 1
        for name in TARGETS:
            try:
                batch(name, number, done)
            except Exception as error:
                told = f"{name}: {type(error).__name__}: {str(error)[:300]}"
                if told not in findings:
                    findings.add(told)
                    print(told, *getattr(error, "__notes__", ())[:3], sep="\n  ", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{done.total():,} examples {dict(done)}, {len(findings)} findings, peak {peak} MiB")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
