"""Mutation testing of a room's code by the room's fast tests, over a sample that a seed decides.

    pip install mutmut
    python .ci/mutants.py numerals --sample 80 --seed 10          prints how many are killed, and those that live
    python .ci/mutants.py --list                                  the rooms

mutmut makes the mutants; this runs them, each in a process of its own in which nothing that olgu keeps is kept yet (the
grammars are compiled once, so a process that has run the tests before would hide mutants). The checkout is not
touched: the mutated package lies in a temporary folder. Functions with decorators other than `staticmethod` and
`classmethod` are not mutated (that is so in mutmut), nor is what stands outside of functions.

Ends with 1 where less than `--floor` of the sample are killed.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
LIMIT = 12
"""Times the CPU seconds of the tests without a mutant, after which a mutant counts as killed: it runs for ever."""


@dataclass(frozen=True, slots=True)
class Room:
    """Files that are mutated, and the tests that must notice, the quickest first."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "numerals": Room(
        ("recognise/numeral*.py",),
        (
            "tests/recognise/test_numerals.py",
            "tests/recognise/test_numerals_rare.py",
            "tests/recognise/test_numerals_parts.py",
            "tests/recognise/test_numerals_round_trip.py",
        ),
    ),
    "quantities": Room(
        ("recognise/quantit*.py",),
        (
            "tests/recognise/test_quantities.py",
            "tests/recognise/test_quantities_parts.py",
            "tests/recognise/test_units.py",
            "tests/recognise/test_bounds.py",
            "tests/recognise/test_exclusions.py",
            "tests/recognise/test_peer_bugs.py",
        ),
    ),
    "times": Room(
        ("recognise/time*.py",),
        (
            "tests/recognise/test_times.py",
            "tests/recognise/test_times_parts.py",
            "tests/recognise/test_times_properties.py",
        ),
    ),
    "write": Room(
        ("write/*.py",),
        (
            "tests/write/test_rows.py",
            "tests/write/test_schema.py",
            "tests/write/test_parts.py",
            "tests/write/test_tables.py",
            "tests/write/test_stored.py",
            "tests/write/test_inline.py",
            "tests/write/test_frame.py",
            "tests/write/test_query.py",
            "tests/write/test_report.py",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One function made wrong in one place."""

    name: str
    """As mutmut's switch has it: the module and the name of the function's copy."""
    diff: str


def lay_out(room: Room, folder: Path) -> list[Mutant]:
    """Make a checkout in `folder` whose files of `room` hold all their mutants, switched off; return these."""
    for path in CHECKOUT.iterdir():
        if path.name not in {"pipeline", ".git", ".venv", ".hypothesis"}:
            (folder / path.name).symlink_to(path)
    shutil.copytree(CHECKOUT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "setup.cfg").write_text("[mutmut]\nsource_paths = pipeline\n", encoding="ascii")
    os.chdir(folder)  # where mutmut looks for its configuration
    package = folder / "pipeline" / "olgu"
    files = sorted({path for pattern in room.files for path in package.glob(pattern)})
    return [mutant for path in files for mutant in _mutate(path, package.parent)]


def _mutate(path: Path, root: Path) -> Iterator[Mutant]:
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415 - no part of the extras

    made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    path.write_text(made.code, encoding="utf-8")
    lines, spans = made.code.splitlines(), made.line_span_by_function_name
    module = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    for name in made.mutant_names:
        original = name.partition("__mutmut_")[0] + "__mutmut_orig"
        old, new = (lines[spans[each].start - 1 : spans[each].end] for each in (original, name))
        changed = [line for line in difflib.unified_diff(old, new, n=1, lineterm="") if "__mutmut_" not in line]
        yield Mutant(f"{module}.{name}", "\n".join(changed[2:]))


class Trials:
    """A plugin of pytest that, instead of the tests once, runs them for each mutant, in a process that forks here.

    So the tests are collected once. What the package has kept until now is dropped in each process: most of it is made
    of data by functions that are mutated, too.
    """

    def __init__(self, mutants: list[Mutant], log: Path) -> None:
        self.mutants, self.log = mutants, log
        self.living: list[Mutant] = []

    def pytest_runtestloop(self, session: Any) -> bool:
        """Take the place of pytest's own loop."""
        before = _children()
        if self._ends(session, "", 1000) != 0:
            raise SystemExit(f"the tests fail without a mutant:\n{self.log.read_text(encoding='utf-8')}")
        alone = _children() - before
        print(f"without a mutant {alone:.1f} CPU s", flush=True)
        for count, mutant in enumerate(self.mutants, 1):
            ended = self._ends(session, mutant.name, int(alone * LIMIT) + 10)
            if ended == 0:
                self.living.append(mutant)
            said = {0: "LIVES", 1: "killed", None: "killed (endless)"}.get(ended, f"error {ended}")
            print(f"{count:4} {said:16} {mutant.name}", flush=True)
        return True

    def _ends(self, session: Any, mutant: str, seconds: int) -> int | None:
        """Return 0 where the tests pass with the mutant, 1 where not, None where they take so much CPU time."""
        sys.stdout.flush()
        child = os.fork()
        if not child:
            try:
                os._exit(self._run(session, mutant, seconds))
            finally:
                os._exit(3)
        _, status = os.waitpid(child, 0)
        return None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

    def _run(self, session: Any, mutant: str, seconds: int) -> int:
        from _pytest.main import pytest_runtestloop  # noqa: PLC0415 - pytest has no public name for it
        from mutmut.mutation.trampoline import set_mutant_under_test  # noqa: PLC0415 - no part of the extras

        signal.alarm(seconds * 20)  # waits for ever
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # runs for ever
        os.dup2(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(1, 2)
        for each in gc.get_objects():
            if isinstance(each, _lru_cache_wrapper) and str(each.__module__).startswith("olgu"):
                each.cache_clear()
        set_mutant_under_test(mutant)
        try:
            pytest_runtestloop(session)
        except session.Failed:
            return 1
        return int(session.testsfailed > 0)


def measured(mutants: list[Mutant], tests: list[str], folder: Path) -> list[Mutant]:
    """Run each mutant and return those that no test noticed."""
    import pytest  # noqa: PLC0415 - only now is the package laid out that its plugin is part of

    os.environ["PYTHONPATH"] = str(folder / "pipeline")
    sys.path.insert(0, str(folder / "pipeline"))
    trials = Trials(mutants, folder / "last.log")
    ended = pytest.main(["-x", "-q", "-s", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests], plugins=[trials])
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"pytest ended with {ended!r}")
    return trials.living


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def parse() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", nargs="?", choices=ROOMS)
    parser.add_argument("--list", action="store_true", help="print the rooms and how many mutants each has")
    parser.add_argument("--sample", type=int, default=80)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--only", help="those whose name has this, instead of a sample")
    parser.add_argument("--floor", type=float, default=0.85, help="share of the sample that must be killed")
    return parser.parse_args()


def main() -> int:
    """Make mutants, run a sample of them and print the result."""
    options = parse()
    with tempfile.TemporaryDirectory() as made:
        if options.list:
            for name, room in ROOMS.items():
                folder = Path(made, name)
                folder.mkdir()
                print(f"{name:12}{len(lay_out(room, folder)):6} mutants  {' '.join(room.files)}")
            return 0
        folder, room = Path(made), ROOMS[options.room]
        mutants = lay_out(room, folder)
        chosen = [each for each in mutants if options.only in each.name] if options.only else mutants
        if not options.only and options.sample < len(chosen):
            chosen = random.Random(options.seed).sample(chosen, options.sample)
        print(f"{options.room}: {len(chosen)} of {len(mutants)} mutants, seed {options.seed}", flush=True)
        living = measured(chosen, [each for each in room.tests if (CHECKOUT / each).exists()], folder)
    for mutant in living:
        print(f"\n{mutant.name}\n{mutant.diff}")
    killed = 1 - len(living) / len(chosen)
    print(f"\n{options.room}: {len(chosen) - len(living)} of {len(chosen)} killed, {killed:.1%}")
    return killed < options.floor


if __name__ == "__main__":
    sys.exit(main())
