"""A score as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from olgu.check.match import CONTEXT, QUANTITY, Judged
from olgu.check.score import Rate, Score, reached
from olgu.write.schema import Row

AROUND = 40
"""Characters of context on either side of a wrong example."""


def as_json(result: Score, examples: Iterable[Judged] = ()) -> dict[str, Any]:
    """Return the score as one JSON object; every rate with its true and false positives and false negatives."""
    made: dict[str, Any] = {
        "articles": result.articles,
        **{level: _rate(rate) for level, rate in result.rates.items()},
        "slots": {slot: right / count for slot, (right, count) in result.slots.items()},
        "slots_n": {slot: count for slot, (_, count) in result.slots.items()},
        "by_kind": {kind: {level: _rate(r) for level, r in rates.items()} for kind, rates in result.kinds.items()},
    }
    if result.mentions is not None:
        made["mentions"] = {name: _rate(rate) for name, rate in result.mentions.items()}
        made["entities"] = {n: {"p": e.precision, "r": e.recall, "f1": e.f1} for n, e in result.entities.items()}
    return {**made, "examples": [_example(one) for one in examples]}


def as_text(result: Score, examples: Iterable[Judged] = ()) -> str:
    """Return the score as lines for people."""
    lines = [f"{result.articles} articles", "", _head("")]
    lines += [_line(level, rate) for level, rate in result.rates.items()]
    lines += ["", _head("facts by kind")]
    lines += [_line(kind, rates["fact"]) for kind, rates in result.kinds.items()]
    if result.mentions is not None:
        lines += ["", _head("names")] + [_line(name, rate) for name, rate in result.mentions.items()]
    if result.entities:
        lines += ["", f"{'entities':<16}{'P':>8}{'R':>8}{'F1':>8}"]
        lines += [f"{n:<16}{e.precision:8.4f}{e.recall:8.4f}{e.f1:8.4f}" for n, e in result.entities.items()]
    lines += ["", f"{'slots':<16}{'right':>8}{'of':>7}"]
    lines += [f"{slot:<16}{right / count:8.4f}{count:7}" for slot, (right, count) in result.slots.items()]
    wrong = [example_line(one) for one in examples]
    return "\n".join([*lines, *(["", "wrong", *wrong] if wrong else [])])


def wrong_examples(judged: Iterable[Judged], level: str = "fact", kind: str | None = None) -> Iterator[Judged]:
    """Yield what is wrong at `level`: missed, spurious, or with a wrong slot; only of `kind` where one is given."""
    for one in judged:
        kinds = {one.gold.kind if one.gold else None, one.row["kind"] if one.row else None}
        if not reached(one, level) and (kind is None or kind in kinds):
            yield one


def example_line(one: Judged) -> str:
    """Return one wrong example as a line: where, what is wrong, and the text around it."""
    start, end = span(one)
    text = one.article.text
    around = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
    return f"{one.article.id}:{start}-{end}  {_wrong(one)}  … {' '.join(around.split())} …"


def wrong_slots(one: Judged) -> dict[str, tuple[str, str]]:
    """Return slot → (extracted, gold) for the wrong slots of an answered fact."""
    if not one.gold or not one.row:
        return {}
    pairs = {slot: _both(one, slot) for slot in (*QUANTITY, *CONTEXT, "predicate", "per") if not one.right[slot]}
    if one.what_f1 < 0.5 or not one.what_head:
        gold = one.gold.what
        pairs["what"] = (_said(one.row["what"]), one.article.text[slice(*gold)] if gold else "–")
    return pairs


def _wrong(one: Judged) -> str:
    if one.gold is None:
        return "spurious"
    if one.row is None:
        return "missed"
    return "; ".join(f"{slot} {have}, gold {want}" for slot, (have, want) in wrong_slots(one).items())


def _both(one: Judged, slot: str) -> tuple[str, str]:
    row, gold = one.row or {}, one.gold
    if slot == "value":
        return _range(row["value"], row["value_to"]), _range(
            getattr(gold, "value", None), getattr(gold, "value_to", None)
        )
    return _said(row[slot]), _said(getattr(gold, slot))


def _range(first: object, last: object) -> str:
    return _said(first) if last is None else f"{first}–{last}"


def _said(value: object) -> str:
    return "–" if value is None else str(value)


def span(one: Judged) -> tuple[int, int]:
    """Return where the fact stands: in the gold, or for a spurious one in the row."""
    if one.gold:
        return one.gold.start, one.gold.end
    row: Row = one.row or {}
    return int(str(row["start"])), int(str(row["end"]))


def _head(name: str) -> str:
    return f"{name:<16}{'P':>8}{'R':>8}{'F1':>8}{'TP':>7}{'FP':>7}{'FN':>7}"


def _line(name: str, rate: Rate) -> str:
    counts = (rate.right, rate.extracted - rate.right, rate.expected - rate.right)
    return f"{name:<16}{rate.precision:8.4f}{rate.recall:8.4f}{rate.f1:8.4f}" + "".join(f"{n:7}" for n in counts)


def _rate(rate: Rate) -> dict[str, float | int]:
    return {
        "p": rate.precision,
        "r": rate.recall,
        "f1": rate.f1,
        "n_gold": rate.expected,
        "n_pred": rate.extracted,
        "tp": rate.right,
        "fp": rate.extracted - rate.right,
        "fn": rate.expected - rate.right,
    }


def _example(one: Judged) -> dict[str, Any]:
    start, end = span(one)
    wrong = {slot: {"extracted": have, "gold": want} for slot, (have, want) in wrong_slots(one).items()}
    return {
        "article_id": one.article.id,
        "start": start,
        "end": end,
        "quote": one.article.text[start:end],
        "error": "spurious" if one.gold is None else "missed" if one.row is None else "wrong",
        "slots": wrong,
    }
