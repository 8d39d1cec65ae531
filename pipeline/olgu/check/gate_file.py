"""The file of a gate: which gold, its hash, the floors, and why any of them was ever lowered."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from olgu.check.gold import GoldError


@dataclass(frozen=True, slots=True)
class Lowered:
    """One floor that was lowered, and why."""

    measure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Gate:
    """What a gate file says."""

    gold: str
    """Where the gold is, seen from the folder of the gate file."""
    corpus: str = ""
    """Hash of the gold when the floors were set (`olgu.check.gold.digest`); "" before the first time."""
    baseline: str = ""
    """File of the facts as they were when the floors were set; "" for none."""
    margin: float = 0.0
    """How far below a measure its floor is set."""
    floors: dict[str, float] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()
    comment: str = ""
    """Leading comment lines, kept as they are."""
    sealed: bool = True
    """False where floors were changed by hand."""


def read_gate(path: Path) -> Gate:
    """Read a gate file. Raises `GoldError` where it is missing, no TOML, or says something else than a gate does."""
    try:
        text = path.read_text(encoding="utf-8")
        made = tomllib.loads(text)
        lowered = tuple(Lowered(e["measure"], e["from"], e["to"], e["reason"]) for e in made.get("lowered", ()))
        gate = Gate(
            gold=made["gold"],
            corpus=made.get("corpus", ""),
            baseline=made.get("baseline", ""),
            margin=float(made.get("margin", 0.0)),
            floors={name: float(floor) for name, floor in made.get("floors", {}).items()},
            lowered=lowered,
            comment="".join(_comment(text)),
        )
    except OSError as error:
        raise GoldError(f'{path}: {error.strerror or error}; a gate needs a file with the line: gold = "…"') from error
    except KeyError as error:
        raise GoldError(f"{path}: {error} is missing; see docs/check.md") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: no gate file: {error}; see docs/check.md") from None
    sealed = not gate.corpus or made.get("seal") == seal(gate)
    return Gate(**{name: getattr(gate, name) for name in Gate.__slots__ if name != "sealed"}, sealed=sealed)


def gate_text(gate: Gate) -> str:
    """Return the gate as TOML, with the seal that shows changes by hand."""
    head: dict[str, Any] = {"gold": gate.gold, "corpus": gate.corpus}
    head |= {"baseline": gate.baseline} if gate.baseline else {}
    head |= {"margin": gate.margin} if gate.margin else {}
    head |= {"seal": seal(gate)}
    lines = [f"{name} = {_value(value)}" for name, value in head.items()]
    lines += ["", "[floors]", *(f"{_value(name)} = {floor!r}" for name, floor in sorted(gate.floors.items()))]
    for entry in gate.lowered:
        said = {"measure": entry.measure, "from": entry.before, "to": entry.after, "reason": entry.reason}
        lines += ["", "[[lowered]]", *(f"{name} = {_value(value)}" for name, value in said.items())]
    return gate.comment + "\n".join(lines) + "\n"


def seal(gate: Gate) -> str:
    """Return a hash over what must not be changed by hand: the corpus, the floors and the reasons."""
    lowered = [(e.measure, e.before, e.after, e.reason) for e in gate.lowered]
    sealed = json.dumps([gate.corpus, sorted(gate.floors.items()), lowered])
    return sha256(sealed.encode("utf-8")).hexdigest()[:16]


def _value(value: object) -> str:
    """TOML's basic strings are JSON strings but for DEL, which TOML wants escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("#"):
            return
        yield line
