"""No pattern of the recognisers of numbers and times backtracks badly: a fuzzed worst case for each of them.

The patterns are collected from the modules, those that are built on demand too. Each is tried on long strings made of
its own letters and classes: single pieces and near misses, repeated. Four times the length may not take much
more than four times the time.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import Parameter, signature
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

from olgu import recognise
from olgu.analyse.casing import lower
from olgu.recognise import quantities, quantity_bounds, times

_SIZES = (250, 500, 1000, 2000, 4000, 8000)
_UNMEASURABLE = 0.004
"""Seconds below which the clock and other processes decide the ratio."""
_GROWTH = 9.0
"""For four times the length: a linear pattern takes four times as long, a quadratic one sixteen times."""
_BOUND = 1.0
"""Seconds for the longest string."""
_FUZZ = 5


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(recognise.__path__):
        if re.match(r"numeral|quantit|time", info.name):
            yield importlib.import_module(f"olgu.recognise.{info.name}")


def _inside(name: str, value: Any) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(f"{name}.{field.name}", getattr(value, field.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(f"{name}[{key}]", inner)
    elif isinstance(value, (tuple, list)):
        for number, inner in enumerate(value):
            yield from _inside(f"{name}[{number}]", inner)


def _is_builder(value: Any) -> bool:
    """True for cached functions without arguments: what they build is a constant."""
    if not hasattr(value, "cache_info"):
        return False
    return all(p.default is not Parameter.empty for p in signature(value).parameters.values())


def _collect() -> dict[str, re.Pattern[str]]:
    """Return every pattern once, by the first place it is found at."""
    found: dict[re.Pattern[str], str] = {}
    for module in _modules():
        short = module.__name__.rsplit(".", 1)[-1]
        for name, value in vars(module).items():
            if getattr(value, "__module__", module.__name__) != module.__name__ and not isinstance(value, re.Pattern):
                continue
            held = value() if _is_builder(value) else value
            for place, pattern in _inside(f"{short}.{name}", held):
                found.setdefault(pattern, place)
    for case in (*quantity_bounds._CASES, "other"):  # compiled one by one, when they are needed
        found.setdefault(quantity_bounds._after_pattern(case), f"quantity_bounds._after_pattern[{case}]")
    return {place: pattern for pattern, place in found.items()}


PATTERNS = _collect()


class _Writer:
    """Writes strings that a pattern nearly matches, by a random walk through its parse tree."""

    def __init__(self, pattern: re.Pattern[str], seed: int) -> None:
        self.random = random.Random(seed)
        self.tree = parser.parse(pattern.pattern, pattern.flags)

    def write(self) -> str:
        return "".join(self._items(self.tree))

    def pieces(self) -> list[str]:
        """Return a letter of every class and every literal run, the rarest of them left out where there are many."""
        runs = [run for run in re.findall(r"\w+|\W", self.write() + self.write()) if run]
        letters = list(dict.fromkeys("".join(runs)))
        return [*letters[:6], *dict.fromkeys(runs[:4])]

    def _items(self, tree: Any) -> Iterator[str]:
        for kind, value in tree:
            yield self._item(kind, value)

    def _item(self, kind: Any, value: Any) -> str:
        if kind is op.LITERAL:
            return chr(value)
        if kind is op.IN:
            return self._class(value)
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, inner = value
            count = self.random.randint(low, min(int(high), low + 6))
            return "".join("".join(self._items(inner)) for _ in range(count))
        if kind is op.BRANCH:
            value = self.random.choice(value[1])
        elif kind is op.SUBPATTERN:
            value = value[3]
        elif kind is not op.ATOMIC_GROUP:
            return "a" if kind in (op.NOT_LITERAL, op.ANY) else ""
        return "".join(self._items(value))

    def _class(self, members: list[tuple[Any, Any]]) -> str:
        if members[0][0] is op.NEGATE:
            return "a" if (op.CATEGORY, op.CATEGORY_NOT_WORD) in members else " "
        kind, value = self.random.choice(members)
        if kind is op.LITERAL:
            return chr(value)
        if kind is op.RANGE:
            return chr(self.random.randint(value[0], min(value[1], value[0] + 9)))
        return {op.CATEGORY_DIGIT: "7", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}.get(value, "-")


def _worst(pattern: re.Pattern[str], seed: int) -> list[str]:
    writer = _Writer(pattern, seed)
    units = dict.fromkeys(piece for _ in range(2) for piece in writer.pieces())
    for _ in range(_FUZZ):
        sample = writer.write()
        units |= dict.fromkeys([sample, sample[:-1], sample + " ", sample + "x"])
    return [unit for unit in units if unit]


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def _grows_too_fast(pattern: re.Pattern[str], unit: str, end: str) -> bool:
    """Double the length step by step, so that a bad pattern is caught while it is still quick."""
    spent: list[float] = []
    for size in _SIZES:
        text = (unit * (size // len(unit) + 1))[:size] + end
        spent.append(_seconds(pattern, text))
        if len(spent) < 3 or spent[-1] < _UNMEASURABLE:
            continue
        allowed = _GROWTH * max(spent[-3], _UNMEASURABLE / 16)
        if spent[-1] > allowed:
            spent[-1] = min(spent[-1], *(_seconds(pattern, text) for _ in range(5)))
        if spent[-1] > allowed or spent[-1] > _BOUND:
            return True
    return False


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]
    slow = _worst(pattern, seed=len(name))
    for _ in range(3):  # a busy machine is slow once, a bad pattern every time
        slow = [unit for unit in slow if _grows_too_fast(pattern, unit, "\x01")]
    assert not slow


def test_collection_finds_constants_fields_and_lists() -> None:
    assert len(PATTERNS) > 100
    assert any(name.startswith("numeral_lexicon.lexicon.scan") for name in PATTERNS)
    assert any(name.startswith("time_scan.starts") for name in PATTERNS)
    assert any(name.startswith("quantity_bounds._after_pattern[") for name in PATTERNS)


@pytest.mark.parametrize(("pattern", "bad"), [(r"(a+)+b", True), (r"[ ]+x", True), (r"a{1,20}b", False)])
def test_measure_tells_bad_patterns(pattern: str, bad: bool) -> None:
    compiled = re.compile(pattern)
    unit = " " if pattern.startswith("[ ") else "a"
    if pattern.startswith("(a+)+"):
        began = time.process_time()
        compiled.match("a" * 22)
        assert time.process_time() - began > _UNMEASURABLE
        return
    assert _grows_too_fast(compiled, unit, "") is bad


@pytest.mark.parametrize(
    "unit", ["a", "7", "yüz", "1.", "ocak", "%5", "1/", "'", "-", "5-", "bin", "5'e", "(5)", "$", "Ocak5", "ikibinüç-"]
)
def test_line_without_blanks_costs_its_length(unit: str) -> None:
    short, long = (_reading(unit, size) for size in (5_000, 20_000))
    assert long < 0.05 or long < 8 * short


def _reading(unit: str, size: int) -> float:
    """Return the least of three: a busy machine is slow once, a bad grammar every time."""
    text = (unit * (size // len(unit) + 1))[:size]
    low, spent = lower(text), []
    for _ in range(3):
        began = time.process_time()
        quantities.find(text, times.find(text, None, low), low)
        spent.append(time.process_time() - began)
    return min(spent)
