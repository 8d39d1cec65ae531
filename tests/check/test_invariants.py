"""The invariants: each is broken once on purpose, real sentences break none, and a run under --debug says which."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import olgu
from olgu.article import Article, Document, Entity, Fact, Mention, Slot, Time
from olgu.check import invariants
from olgu.check.invariants import broken, check
from olgu.cli import app
from olgu.cli.extract import CHECKED
from olgu.run.outcome import BrokenInvariantError, load_flow

TEXT = "Kazakistan'da 9,6 milyar dolar harcandı. Beş kişi geldi."
FACT = Fact(
    start=14, end=30, kind="money", value=Decimal(9_600_000_000), value_to=None, bound="exact", unit="USD", per=None,
    what=None, what_lemma=None, predicate="harcamak", role="level", direction=None, status="actual", time=None,
    place=Slot(0, 10, "test"), country="KZ", speaker=None, speaker_id=None, rule="test", confidence=0.5, sentence=0,
    sentence_start=0, sentence_end=40, place_id="e1",
)  # fmt: skip
SECOND = replace(
    FACT, start=41, end=44, kind="count", value=Decimal(5), unit=None, place=None, country=None, place_id=None,
    sentence=1, sentence_start=41, sentence_end=56,
)  # fmt: skip
DOCUMENT = Document(
    Article("a", TEXT),
    facts=(FACT, SECOND),
    mentions=(Mention(0, 10, "LOC", "test", "e1"),),
    entities=(Entity("e1", "LOC", "Kazakistan", "KZ"),),
    sentences=((0, 40), (41, 56)),
)


def with_fact(**changes: Any) -> Document:
    return replace(DOCUMENT, facts=(replace(FACT, **changes), SECOND))


def test_a_sound_document_breaks_nothing() -> None:
    assert list(broken(DOCUMENT)) == []


@pytest.mark.parametrize(
    ("document", "stage", "part"),
    [
        (replace(DOCUMENT, sentences=((0, 42), (41, 56))), "analyse", "begins before"),
        (replace(DOCUMENT, sentences=((0, 40), (41, 99))), "analyse", "outside a text"),
        (replace(DOCUMENT, mentions=(Mention(5, 5, "LOC", "test"),)), "recognise", "mention 5-5 is empty"),
        (replace(DOCUMENT, mentions=(Mention(0, 9, "CITY", "t"),)), "recognise", "type 'CITY'"),  # type: ignore[arg-type]
        (replace(DOCUMENT, mentions=(Mention(0, 9, "LOC", "t", "e9"),)), "recognise", "no entity 'e9'"),
        (replace(DOCUMENT, times=(Time(0, 5, "2024-13", "t"),)), "recognise", "is no EDTF"),
        (replace(DOCUMENT, times=(Time(0, 5, None, "t", ((4, 7),)),)), "recognise", "calendar point"),
        (replace(DOCUMENT, entities=DOCUMENT.entities * 2), "relate", "stands twice"),
        (replace(DOCUMENT, entities=(Entity("e1", "LOC", " ", "KZ"),)), "relate", "name ' '"),
        (replace(DOCUMENT, entities=(Entity("e1", "LOC", "Avrupa", "EU"),)), "relate", "'EU' is no country"),
        (replace(DOCUMENT, facts=(SECOND, FACT)), "relate", "begins before"),
        (replace(DOCUMENT, facts=(FACT, replace(FACT, start=20))), "relate", "begins before"),
        (with_fact(end=99), "relate", "outside a text"),
        (with_fact(sentence=1), "relate", "does not stand at 0-40"),
        (with_fact(sentence=7), "relate", "does not stand at 0-40"),
        (with_fact(start=14, end=41), "relate", "outside its sentence"),
        (with_fact(what=Slot(50, 60, "t"), what_lemma="kişi"), "relate", "what 50-60 is outside"),
        (with_fact(what=Slot(41, 44, "t")), "relate", "lemma None do not go together"),
        (with_fact(time=Slot(0, 3, "t", "dün")), "relate", "time 'dün' is no EDTF"),
        (with_fact(place_id="e2"), "relate", "no entity 'e2'"),
        (with_fact(speaker_id="e2"), "relate", "no entity 'e2'"),
        (with_fact(unit="XYZ"), "relate", "unit 'XYZ' is none of money"),
        (with_fact(unit="km"), "relate", "unit 'km' is none of money"),
        (with_fact(kind="count"), "relate", "unit 'USD' is none of count"),
        (with_fact(kind="weight"), "relate", "kind 'weight' is unknown"),
        (with_fact(role=None), "relate", "role None is unknown"),
        (with_fact(country="XX"), "relate", "'XX' is no country"),
        (with_fact(participants=("TR", "KZ")), "relate", "not sorted"),
        (with_fact(participants=("KZ", "KZ")), "relate", "stands twice"),
        (with_fact(participants=("EU",)), "relate", "'EU' is no country"),
        (with_fact(confidence=1.5), "relate", "confidence 1.5"),
        (with_fact(value=9.6), "relate", "value 9.6 is not exact"),
        (with_fact(value=Decimal("NaN")), "relate", "is not exact"),
        (with_fact(bound="range"), "relate", "a range without"),
        (replace(DOCUMENT, article=Article("a", TEXT + "\ud800")), "write", "no rows: "),
        (with_fact(rule=None), "write", "rule is null"),
        (with_fact(per=""), "write", "per '' is not allowed"),
        (with_fact(rule=3), "write", "rule 3 is no string"),
    ],
)  # fmt: skip
def test_each_invariant_is_seen_when_it_breaks(document: Document, stage: str, part: str) -> None:
    found = [each for each in broken(document) if each.stage == stage]
    assert any(part in each.message for each in found), found


@pytest.mark.parametrize("value", [Decimal("1e3"), Decimal("-0"), Fraction(1, 3), Decimal("0.10")])
def test_exact_values_in_any_form_are_sound(value: Decimal | Fraction) -> None:
    assert list(broken(with_fact(value=value))) == []


def test_the_first_three_are_told_with_the_stage_of_the_first() -> None:
    with pytest.raises(BrokenInvariantError, match=r"^fact 14-30: .*; .*; .* and \d+ more$") as raised:
        check(with_fact(country="XX", participants=("YY", "XX"), place_id="e7", unit="km"))
    assert raised.value.stage == "relate"


def test_country_codes_are_iso_3166() -> None:
    """The standard has 249 codes; with Kosovo they are 250."""
    assert len(invariants.countries()) == 250
    assert {"TR", "KZ", "GB", "TW", "XK", "AQ", "SS"} <= invariants.countries()
    assert not {"EU", "UK", "UN", "AC", "XX", "ZZ", "EZ", "SU"} & invariants.countries()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "Kosova'da 2025'in ilk çeyreğinde enflasyon yüzde 5,2 arttı, işsizlik 2 puan düştü.",
        "Nüfusun üçte biri, yani 300-400 kişi, saatte 90 kilometre hızla 2 kat fazla yol aldı; maç 3-1 bitti.",
        "Merkez Bankası Başkanı Ali Veli, \"Faiz 50 baz puan indi\" dedi.",
        "Kü\u00adçük esnafa 12 Mart 2024'te, 2023'ün son çeyreğinde ve dün saat 10.30'da 5 lira verildi.",
        "‰5 ve binde 3 arttı.",
        "Ku\u0308c\u0327u\u0308k \u00adesnafa 5 mil\u00adyar lira “destek” verildi.",
    ],
)  # fmt: skip
def test_the_flow_breaks_nothing(text: str) -> None:
    check(olgu.extract(text, date="2025-06-01"))


def test_debug_has_the_checked_flow() -> None:
    assert load_flow(CHECKED) is invariants.process


@pytest.mark.parametrize("jobs", ["0", pytest.param("1", marks=pytest.mark.slow)])
def test_a_broken_invariant_is_an_error_row_under_debug(
    tmp_path: Path, rooms: Any, jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a worker nothing is replaced: there the real flow is checked and finds nothing."""
    if jobs == "0":
        rooms([Article("a", TEXT), Article("b", TEXT)], lambda article, _: replace(DOCUMENT, article=article))
        sound = with_fact()
        monkeypatch.setattr(
            invariants, "broken", lambda d: broken(with_fact(unit="km") if d.article.id == "a" else sound)
        )
    (tmp_path / "in.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["extract", str(tmp_path / "in.txt"), "--out", str(tmp_path / "out"), "--jobs", jobs, "--quiet"]
    done = CliRunner().invoke(app, [*arguments, "--debug"])
    errors = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()]
    if jobs == "1":
        assert (done.exit_code, errors) == (0, [])
        return
    assert (done.exit_code, len(errors)) == (3, 1)
    assert (errors[0]["id"], errors[0]["stage"], errors[0]["code"]) == ("a", "relate", "invariant")
    assert "unit 'km' is none of money" in errors[0]["message"]
    done = CliRunner().invoke(app, [*arguments, "--force"])
    assert done.exit_code == 0
