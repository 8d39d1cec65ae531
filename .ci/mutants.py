"""Mutation testing of a room's code by the room's fast tests, over a sample that a seed decides.

    pip install mutmut
    python .ci/mutants.py numerals --sample 80 --seed 10          prints how many are killed, and those that live
    python .ci/mutants.py --list                                  the rooms

mutmut makes the mutants; this runs them, each in a process of its own. First all tests run without a mutant, twice, and
their calls of the functions that are to be mutated are counted. So a mutant meets only the tests that call its
function, the quickest first, until one fails. Grammars are compiled and words are read once and then kept: a function
that is called less often the second time has its results kept, and its mutants meet all tests, with nothing kept. The
checkout is not touched: the mutated package lies in a temporary folder, and holds the mutants of the sample only.
Functions with decorators other than `staticmethod` and `classmethod` are not mutated (that is so in mutmut), nor is
what stands outside of functions.

Ends with 1 where less than `--floor` of the sample are killed.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FunctionType
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
_FILLED = re.compile(r"mutants_\w+\['(\w+)'\] = ")
"""The line of a mutated file that makes a mutant known."""
LIMIT = 12
"""Times the CPU seconds of a test without a mutant, after which a mutant counts as killed: it runs for ever."""


@dataclass(frozen=True, slots=True)
class Room:
    """Files that are mutated, and the tests that must notice."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


SLOW = (
    "linear",
    "arbitrary",
    "properties",
    "round_trip",
    "megabyte",
    "sorted_and",
    "move_with_the_text",
    "small",
    "test_query.py",
    "unfinished",
    "excel_tables",
)
"""Words in the names of tests that take seconds: made-up input and costs."""

ROOMS = {
    "numerals": Room(
        ("recognise/numeral*.py",),
        (
            "tests/recognise/test_numerals.py",
            "tests/recognise/test_numerals_rare.py",
            "tests/recognise/test_numerals_parts.py",
            "tests/recognise/test_numerals_digits.py",
            "tests/recognise/test_numerals_words.py",
            "tests/recognise/test_numerals_edges.py",
            "tests/recognise/test_numerals_round_trip.py",
        ),
    ),
    "quantities": Room(
        ("recognise/quantit*.py",),
        (
            "tests/recognise/test_quantities.py",
            "tests/recognise/test_quantities_parts.py",
            "tests/recognise/test_quantities_bounds.py",
            "tests/recognise/test_quantities_units.py",
            "tests/recognise/test_quantities_edges.py",
            "tests/recognise/test_quantities_rates.py",
            "tests/recognise/test_rules.py",
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
            "tests/recognise/test_times_dates.py",
            "tests/recognise/test_times_units.py",
            "tests/recognise/test_times_relative.py",
            "tests/recognise/test_times_clock.py",
            "tests/recognise/test_times_articles.py",
            "tests/recognise/test_times_inflection.py",
            "tests/recognise/test_times_edges.py",
            "tests/recognise/test_times_neighbours.py",
            "tests/recognise/test_rules.py",
            "tests/recognise/test_times_properties.py",
        ),
    ),
    "write": Room(
        ("write/*.py",),
        (
            "tests/write/test_rows.py",
            "tests/write/test_contents.py",
            "tests/write/test_details.py",
            "tests/write/test_appending.py",
            "tests/write/test_report_parts.py",
            "tests/write/test_query_parts.py",
            "tests/write/test_schema.py",
            "tests/write/test_tables.py",
            "tests/write/test_stored.py",
            "tests/write/test_inline.py",
            "tests/write/test_frame.py",
            "tests/write/test_query.py",
            "tests/write/test_report.py",
            "tests/run/test_unfinished.py",
            "tests/check/test_stored_columns.py",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One function made wrong in one place."""

    name: str
    """The module and the name of the function's copy, as mutmut has it."""
    old: str
    new: str
    path: Path

    @property
    def function(self) -> str:
        """The mutated function, with its module and class."""
        return self.name.partition("__mutmut_")[0]

    def diff(self) -> str:
        """Return the lines that differ."""
        old, new = self.old.splitlines(), self.new.splitlines()
        changed = [line for line in difflib.unified_diff(old, new, n=1, lineterm="") if "__mutmut_" not in line]
        return "\n".join(changed[2:])


def lay_out(room: Room, folder: Path, kept: Path | None = None) -> list[Mutant]:
    """Make a checkout in `folder` and return the mutants of the files of `room`.

    `kept` is a folder for what mutmut made of a file, which takes a minute for the largest room.
    """
    for path in CHECKOUT.iterdir():
        if path.name not in {"pipeline", ".git", ".venv", ".hypothesis"}:
            (folder / path.name).symlink_to(path)
    shutil.copytree(CHECKOUT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "setup.cfg").write_text("[mutmut]\nsource_paths = pipeline\n", encoding="ascii")
    os.chdir(folder)  # where mutmut looks for its configuration
    package = folder / "pipeline" / "olgu"
    files = sorted({path for pattern in room.files for path in package.glob(pattern)})
    return [mutant for path in files for mutant in _mutants(path, package.parent, kept)]


def _mutants(path: Path, root: Path, kept: Path | None) -> Iterator[Mutant]:
    code, names, spans = _made(path, kept)
    lines = code.splitlines()
    module = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    for name in names:
        original = name.partition("__mutmut_")[0] + "__mutmut_orig"
        old, new = ("\n".join(lines[slice(*spans[each])]) for each in (original, name))
        yield Mutant(f"{module}.{name}", old, new, path)


def put_in(mutants: list[Mutant], kept: Path | None) -> None:
    """Write the files of these mutants so that they hold them, switched off, and no others."""
    for path in {mutant.path for mutant in mutants}:
        code, names, spans = _made(path, kept)
        wanted = {mutant.name.rpartition(".")[2] for mutant in mutants if mutant.path == path}
        lines: list[str | None] = [*code.splitlines()]
        for name in set(names) - wanted:
            start, end = spans[name]
            while (lines[start - 1] or "").lstrip().startswith("@"):
                start -= 1
            lines[start:end] = [None] * (end - start)
        for at, line in enumerate(lines):
            filled = _FILLED.match(line or "")
            if filled and filled[1] not in wanted | {"_mutmut_orig"}:
                lines[at] = None
        path.write_text("\n".join(line for line in lines if line is not None) + "\n", encoding="utf-8")


def _made(path: Path, kept: Path | None) -> tuple[str, list[str], dict[str, list[int]]]:
    """Return the code with all mutants of a file, their names, and from which line to which each function goes."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415 - no part of the extras

    source = path.read_text(encoding="utf-8")
    store = kept / f"{hashlib.sha256(source.encode()).hexdigest()}.json" if kept else None
    if store and store.exists():
        code, names, spans = json.loads(store.read_text(encoding="utf-8"))
        return code, names, spans
    made = mutate_file_contents(str(path), source)
    spans = {name: [span.start - 1, span.end] for name, span in made.line_span_by_function_name.items()}
    if store:
        store.parent.mkdir(parents=True, exist_ok=True)
        store.write_text(json.dumps([made.code, list(made.mutant_names), spans]), encoding="utf-8")
    return made.code, list(made.mutant_names), spans


@dataclass(slots=True)
class Reach:
    """What the tests call without a mutant: so each mutant meets the tests that can notice it, the quickest first."""

    seconds: dict[str, float]
    """CPU seconds of each test."""
    called: dict[str, set[str]]
    """Tests by the mutated functions that they call."""
    kept: set[str]
    """Functions called less often when all tests run a second time: something keeps what they have made."""

    def tests(self, function: str) -> list[str]:
        """Return the tests to run for a mutant of `function`.

        Those that call it are all that can notice it, unless something keeps its results for later tests: then the
        others follow. So they do where no test calls it here (but may, in a process that it starts).
        """
        direct = self.called.get(function, set())
        wanted = self.seconds if function in self.kept or not direct else direct
        return sorted(wanted, key=lambda test: (test not in direct, self.seconds[test]))


class Switch:
    """Stands in for mutmut's own switch, which costs every call of a mutated function more than most of them do.

    It leaves each function as it is, and gives it the code of a mutant when asked to.
    """

    def __init__(self) -> None:
        self.functions: dict[str, tuple[FunctionType, dict[str, Any]]] = {}

    def wrap(self, mutants: dict[str, Any], is_classmethod: bool = False) -> Callable[[FunctionType], FunctionType]:
        """Return a decorator, as the code that mutmut makes uses it; `mutants` is filled when the module is there."""

        def keep(function: FunctionType) -> FunctionType:
            self.functions[f"{function.__module__}.{function.__qualname__}"] = function, mutants
            return function

        return keep

    def original(self, mutant: Mutant) -> tuple[FunctionType, dict[str, Any]]:
        """Return the function that a mutant is of, and its mutants by their names."""
        module, _, name = mutant.function.rpartition(".")
        _, *parts = name.split("ǁ") if "ǁ" in name else ("", name.removeprefix("x_"))
        return self.functions[".".join((module, *parts))]

    def turn(self, mutant: Mutant, name: str = "") -> None:
        """Put a mutant in the place of the original, or another of its siblings."""
        function, mutants = self.original(mutant)
        made = mutants[name or mutant.name.rpartition(".")[2]]
        made = getattr(made, "__func__", made)
        function.__code__, function.__defaults__ = made.__code__, made.__defaults__
        function.__kwdefaults__ = made.__kwdefaults__

    def count(self, mutant: Mutant, name: str, calls: Counter[str]) -> None:
        """Put a function in the place of the original that counts its calls and does the same."""
        function, mutants = self.original(mutant)
        original = mutants["_mutmut_orig"]
        original = getattr(original, "__func__", original)

        def counted(*args: Any, **kwargs: Any) -> Any:
            calls[name] += 1
            return original(*args, **kwargs)

        function.__globals__[f"__counted_{id(function)}"] = counted
        made: dict[str, Any] = {}
        exec(f"def stub(*args, **kwargs): return __counted_{id(function)}(*args, **kwargs)", made)
        function.__code__, function.__defaults__ = made["stub"].__code__, None
        function.__kwdefaults__ = None


class Trials:
    """A plugin of pytest that, instead of the tests once, runs them for each mutant, in a process that forks here.

    So the tests are collected once. Where the package keeps results of the mutated function, all that is kept is
    dropped in the process: most of it is made of data by functions that are mutated, too.
    """

    def __init__(self, mutants: list[Mutant], switch: Switch, log: Path, once: bool) -> None:
        self.once = once
        self.mutants, self.switch, self.log = mutants, switch, log
        self.living: list[Mutant] = []
        self.items: dict[str, Any] = {}
        self.caches: list[_lru_cache_wrapper[Any]] = []

    def pytest_runtestloop(self, session: Any) -> bool:
        """Take the place of pytest's own loop."""
        self.items = {item.nodeid: item for item in session.items}
        reach = self._reach(session)
        print(f"\nwithout a mutant {sum(reach.seconds.values()):.1f} CPU s, {len(self.items)} tests", flush=True)
        gc.freeze()
        for count, mutant in enumerate(self.mutants, 1):
            tests = reach.tests(mutant.function)
            cold = mutant.function in reach.kept or mutant.function not in reach.called
            allowed = {test: 5 + reach.seconds[test] * LIMIT for test in tests}
            ended, by = self._ends(session, mutant, allowed, cold)
            if ended not in (1, None):
                self.living.append(mutant)
            said = {0: "LIVES", 1: "killed", None: "killed (endless)"}.get(ended, f"error {ended}")
            print(f"{count:4} {said:16} {mutant.name}  {by or f'{len(tests)} tests'}", flush=True)
        return True

    def _reach(self, session: Any) -> Reach:
        """Run the tests twice, the first time with nothing kept, and record which functions each calls."""
        names = {mutant.function: mutant for mutant in self.mutants}
        calls: Counter[str] = Counter()
        for name, mutant in names.items():
            self.switch.count(mutant, name, calls)
        self.caches = [each for each in gc.get_objects() if _keeps(each)]
        self._forget()
        seconds: dict[str, float] = {}
        called: defaultdict[str, set[str]] = defaultdict(set)
        totals = []
        for _ in range(1 if self.once else 2):
            totals.append(Counter[str]())
            for test, item, following in self._in_order(list(self.items)):
                calls.clear()
                began = time.process_time()
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    raise SystemExit(f"{test} fails without a mutant")
                seconds[test] = time.process_time() - began
                totals[-1].update(calls)
                for name in calls:
                    called[name].add(test)
        for mutant in names.values():
            self.switch.turn(mutant, "_mutmut_orig")
        cold, warm = totals[0], totals[-1]
        return Reach(seconds, dict(called), {name for name in cold if cold[name] != warm[name]})

    def _forget(self) -> None:
        """Drop all results that the package keeps."""
        for cache in self.caches:
            cache.cache_clear()

    def _in_order(self, tests: list[str]) -> Iterator[tuple[str, Any, Any]]:
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            yield test, self.items[test], self.items[after] if after else None

    def _ends(self, session: Any, mutant: Mutant, tests: dict[str, float], cold: bool) -> tuple[int | None, str]:
        """Return 0 where the tests pass with the mutant, 1 and the test where not, None where they take so long."""
        sys.stdout.flush()
        self.log.write_text("", encoding="utf-8")
        child = os.fork()
        if not child:
            try:
                os._exit(self._run(session, mutant, tests, cold))
            finally:
                os._exit(3)
        _, status = os.waitpid(child, 0)
        by = self.log.read_text(encoding="utf-8")
        return None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status), by

    def _run(self, session: Any, mutant: Mutant, tests: dict[str, float], cold: bool) -> int:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        if cold:
            self._forget()
        self.switch.turn(mutant)
        for test, item, following in self._in_order(list(tests)):
            signal.setitimer(signal.ITIMER_PROF, tests[test])  # runs for ever
            signal.alarm(int(tests[test] * 50))  # waits for ever
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                self.log.write_text(test, encoding="utf-8")
                return 1
        return 0


def _keeps(found: object) -> bool:
    return isinstance(found, _lru_cache_wrapper) and str(found.__module__).startswith("olgu")


def measured(mutants: list[Mutant], tests: list[str], folder: Path, once: bool) -> list[Mutant]:
    """Run each mutant and return those that no test noticed."""
    import pytest  # noqa: PLC0415 - only now is the package laid out that its plugin is part of

    os.environ["PYTHONPATH"] = os.pathsep.join([str(folder / "pipeline"), os.environ.get("PYTHONPATH", "")])
    sys.path.insert(0, str(folder / "pipeline"))
    from mutmut.mutation import trampoline  # noqa: PLC0415 - no part of the extras

    switch = Switch()
    trampoline.wrap_in_trampoline = switch.wrap
    trials = Trials(mutants, switch, folder / "last.log", once)
    ended = pytest.main(
        ["-q", "-s", "--tb=native", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests], plugins=[trials]
    )
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"pytest ended with {ended!r}")
    return trials.living


def parse() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", nargs="?", choices=ROOMS)
    parser.add_argument("--list", action="store_true", help="print the rooms and how many mutants each has")
    parser.add_argument("--sample", type=int, default=80)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--only", nargs="*", help="those whose name ends so, instead of a sample")
    parser.add_argument(
        "--but", nargs="*", type=int, default=[], help="seeds whose samples (of this size) are left out"
    )
    parser.add_argument(
        "--quick", action="store_true", help="without the tests of properties and of cost: fewer are killed"
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="run the tests once before, not twice: results that are kept are then not seen, and fewer are killed",
    )
    parser.add_argument("--kept", type=Path, help="a folder where what mutmut makes of a file is kept for the next run")
    parser.add_argument("--floor", type=float, default=0.85, help="share of the sample that must be killed")
    return parser.parse_args()


def _tests(room: Room, quick: bool) -> list[str]:
    """Return the options of pytest that name the tests of a room."""
    skipped = ["-k", " and ".join(f"not {word}" for word in SLOW)] if quick else []
    return [*(each for each in room.tests if (CHECKOUT / each).exists()), *skipped]


def _chosen(mutants: list[Mutant], options: argparse.Namespace) -> list[Mutant]:
    if options.only:
        return [each for each in mutants if each.name.endswith(tuple(options.only))]
    if options.sample >= len(mutants):
        return mutants
    seen = {each for seed in options.but for each in random.Random(seed).sample(mutants, options.sample)}
    return [each for each in random.Random(options.seed).sample(mutants, options.sample) if each not in seen]


def main() -> int:
    """Make mutants, run a sample of them and print the result."""
    options = parse()
    with tempfile.TemporaryDirectory() as made:
        if options.list:
            for name, room in ROOMS.items():
                folder = Path(made, name)
                folder.mkdir()
                print(f"{name:12}{len(lay_out(room, folder, options.kept)):6} mutants  {' '.join(room.files)}")
            return 0
        folder, room = Path(made), ROOMS[options.room]
        mutants = lay_out(room, folder, options.kept)
        chosen = _chosen(mutants, options)
        put_in(chosen, options.kept)
        print(f"{options.room}: {len(chosen)} of {len(mutants)} mutants, seed {options.seed}", flush=True)
        living = measured(chosen, _tests(room, options.quick), folder, options.once)
    for mutant in living:
        print(f"\n{mutant.name}\n{mutant.diff()}")
    killed = 1 - len(living) / len(chosen)
    print(f"\n{options.room}: {len(chosen) - len(living)} of {len(chosen)} killed, {killed:.1%}")
    return killed < options.floor


if __name__ == "__main__":
    sys.exit(main())
