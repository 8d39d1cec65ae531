"""The gate: floors hold, a broken one names the facts, and no floor sinks in silence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from olgu.check.extracted import Extracted
from olgu.check.gate import KEPT, MEASURES, Verdict, lowered, raised, record, report, verdict
from olgu.check.gate_file import Gate, Lowered, gate_text, read_gate
from olgu.check.gold import GoldArticle, GoldError
from olgu.write.schema import Row


def judged(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> Verdict:
    return verdict(read_gate(folder / "gate.toml"), folder, gold, Extracted(rows, None))


@pytest.fixture
def folder(tmp_path: Path, gold: list[GoldArticle], rows: list[Row]) -> Path:
    """A gate whose floors were set on perfect rows."""
    (tmp_path / "gate.toml").write_text('# Ours.\n\ngold = "gold"\nbaseline = "facts.jsonl"\n', encoding="utf-8")
    record(raised(judged(tmp_path, gold, rows)), tmp_path / "gate.toml", rows)
    return tmp_path


def worse(rows: list[Row]) -> list[Row]:
    return [row | {"value": "9"} if row["quote"] == "40 milyon lirayı" else row for row in rows]


def test_first_raise_sets_floors_and_baseline(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    gate = read_gate(folder / "gate.toml")
    assert gate.floors == {name: 1.0 for name in MEASURES if not name.startswith("mentions")}
    assert gate.comment == "# Ours.\n\n"
    assert judged(folder, gold, rows).passed
    lines = (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(rows)
    assert tuple(json.loads(lines[0])) == KEPT


def test_broken_floor_names_the_facts(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    seen = judged(folder, gold, worse(rows))
    assert not seen.passed
    assert seen.broken == ("fact.f1", "full_row.f1", "quantity.f1")
    said = report(seen)
    assert "BROKEN  quantity.f1" in said
    assert "1 facts were right when the floors were set and are wrong now" in said
    assert "artvinde-sel:740-756  value 9, gold 40000000" in said
    assert "[40 milyon lirayı]" in said


def test_broken_floor_names_lost_and_new_spurious_facts(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    added = rows[0] | {"start": 100, "end": 104}
    said = report(judged(folder, gold, [*rows[1:], added]), shown=1)
    assert "2 facts were right" in said
    assert "artvinde-sel:15-16  missed" in said
    assert "and 1 more" in said


def test_raise_refuses_a_broken_floor(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    with pytest.raises(ValueError, match="only --lower"):
        raised(judged(folder, gold, worse(rows)))


def test_lower_writes_the_reason(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    made = lowered(judged(folder, gold, worse(rows)), "kur tablosu çıkarıldı")
    record(made, folder / "gate.toml", worse(rows))
    read = read_gate(folder / "gate.toml")
    assert read.lowered[-1] == Lowered("quantity.f1", 1.0, 0.9655, "kur tablosu çıkarıldı")
    assert read.floors["quantity.f1"] == 0.9655
    assert judged(folder, gold, worse(rows)).passed
    with pytest.raises(ValueError, match="needs the reason"):
        lowered(judged(folder, gold, rows), " ")


def test_raise_never_lowers(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    record(lowered(judged(folder, gold, worse(rows)), "x"), folder / "gate.toml", worse(rows))
    again = raised(judged(folder, gold, rows), ["kinds.money.fact.f1"])
    assert again.floors["quantity.f1"] == 1.0
    assert again.floors["kinds.money.fact.f1"] == 1.0
    assert "can be raised with --raise: fact.f1, full_row.f1, quantity.f1" in report(judged(folder, gold, rows))
    with pytest.raises(ValueError, match="unknown measure fakt"):
        raised(judged(folder, gold, rows), ["fakt"])


def test_floor_changed_by_hand_fails(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    path = folder / "gate.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"fact.f1" = 1.0', '"fact.f1" = 0.5'), encoding="utf-8")
    seen = judged(folder, gold, rows)
    assert (seen.broken, seen.passed) == ((), False)
    assert "changed by hand" in report(seen)
    with pytest.raises(ValueError, match="by hand"):
        raised(seen)
    record(lowered(seen, "vetted"), path, rows)
    assert judged(folder, gold, rows).passed


def test_changed_gold_fails_until_it_is_recorded(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    changed = [replace(gold[0], facts=gold[0].facts[1:]), gold[1]]
    kept = rows[1:]
    seen = judged(folder, changed, kept)
    assert not seen.passed
    assert "the gold has changed" in report(seen)
    record(raised(seen), folder / "gate.toml", kept)
    assert judged(folder, changed, kept).passed


def test_lost_facts_with_changed_gold(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    """A gold fact that is new was never right: it is no reason to fail in another way."""
    extra = replace(gold[0].facts[0], start=100, end=104)
    seen = judged(folder, [replace(gold[0], facts=(*gold[0].facts, extra)), gold[1]], worse(rows))
    assert "value 9, gold 40000000" in report(seen)


def test_measure_that_is_not_measured_is_broken(folder: Path, gold: list[GoldArticle], rows: list[Row]) -> None:
    gate = replace(read_gate(folder / "gate.toml"), floors={"mentions.all.f1": 0.5})
    seen = verdict(gate, folder, gold, Extracted(rows, None))
    assert seen.broken == ("mentions.all.f1",)
    assert "not measured" in report(seen)


def test_gate_file_round_trip(tmp_path: Path) -> None:
    gate = Gate(
        gold="altın", corpus="sha256:x", baseline="b.jsonl", margin=0.01, floors={"fact.f1": 0.5, "a\"b.f1": 1.0},
        lowered=(Lowered("fact.f1", 0.6, 0.5, 'neden: "çünkü"\n\\ \x7f'),), comment="# bir\n# iki\n",
    )  # fmt: skip
    (tmp_path / "g.toml").write_text(gate_text(gate), encoding="utf-8")
    assert read_gate(tmp_path / "g.toml") == gate


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "needs a file"),
        ("corpus = 'x'", "'gold' is missing"),
        ("gold = ", "no gate file"),
        ("gold = 'x'\nfloors = 3", "no gate file"),
    ],
)
def test_bad_gate_file_is_said(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "g.toml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        read_gate(tmp_path / "g.toml")
