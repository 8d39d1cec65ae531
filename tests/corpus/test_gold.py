"""The corpus is sound: every gold file fits its article, to the letter, and the codes are those of docs/facts.md."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
FIRST = "kazakistan-kore-11-belge"
"""The project's first article was not written for the corpus, so its length is its own affair."""
SLUGS = sorted(path.stem for path in (CORPUS / "gold").glob("*.json"))
CODES: dict[str, set[str | None]] = {
    "kind": {"count", "money", "percent", "measure", "duration", "ratio", "ordinal", "number"},
    "bound": {"exact", "approx", "more_than", "at_least", "less_than", "at_most", "range"},
    "role": {"level", "change", "from", "share"},
    "direction": {"up", "down", None},
    "status": {"actual", "planned", "expected", "possible", "negated"},
}
SLOTS = {*CODES, "quote", "nth", "value", "unit", "per", "what", "predicate", "time", "place", "speaker"}
EXTRA = {"what_nth", "optional"}
UNITS = {"money": r"[A-Z]{3}", "percent": "%|pp|bp", "duration": "a|mo|wk|d|h|min|s", "measure": r"\S+"}
"""Kinds that need a unit; money alone may lack one where the text names no currency."""
BARE = {"count", "ordinal"}
EDTF = re.compile(r"(\.\.|[\dX]{4}(-\d\d){0,2})(/(\.\.|[\dX]{4}(-\d\d){0,2}))?")

Gold = dict[str, Any]
Span = tuple[int, int]


def spans(text: str, quote: str) -> list[Span]:
    """All places of a quote in the text, overlapping ones too."""
    found = re.finditer(f"(?={re.escape(quote)})", text)
    return [(match.start(), match.start() + len(quote)) for match in found]


def place(text: str, quote: str, nth: int) -> Span | None:
    found = spans(text, quote)
    return found[nth - 1] if quote and 1 <= nth <= len(found) else None


def whole(text: str, span: Span) -> bool:
    """Neither end lies inside a word or a number ("3" in "13", "Kore" in "Koreli")."""
    before, after = text[: span[0]][-1:], text[span[1] :][:1]
    return not before.isalnum() and not after.isalnum()


def number(value: str) -> bool:
    try:
        Fraction(value) if "/" in value else Decimal(value)
    except (ValueError, ZeroDivisionError, InvalidOperation):
        return False
    return True


def entity_problems(text: str, gold: Gold) -> Iterator[str]:
    taken: list[Span] = []
    for entity in gold["entities"]:
        if entity["type"] not in {"PERSON", "ORG", "LOC"} or not entity["mentions"]:
            yield f"entity {entity['name']}: type or mentions"
        for quote, nth in entity["mentions"]:
            span = place(text, quote, nth)
            if span is None or not whole(text, span):
                yield f"mention {quote!r} #{nth} is not in the text"
            else:
                taken.append(span)
    yield from overlaps(text, taken)


def overlaps(text: str, taken: list[Span]) -> Iterator[str]:
    ordered = sorted(taken)
    for (_, end), (start, last) in pairwise(ordered):
        if start < end:
            yield f"overlap at {text[start:last]!r}"


def code_problems(fact: Gold) -> Iterator[str]:
    for slot, allowed in CODES.items():
        if fact[slot] not in allowed:
            yield f"{slot} {fact[slot]!r}"
    values = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
    if not all(isinstance(value, str) and number(value) for value in values):
        yield f"value {fact['value']!r}"
    if isinstance(fact["value"], list) != (fact["bound"] == "range" or fact["unit"] == "score"):
        yield "a list of values goes with a range or a score, and with nothing else"
    if fact["role"] == "change" and fact["direction"] is None:
        yield "a change has a direction"


def unit_problems(fact: Gold) -> Iterator[str]:
    kind, unit = fact["kind"], fact["unit"]
    if kind in BARE and unit is not None:
        yield f"{kind} with unit {unit!r}"
    pattern = UNITS.get(kind)
    if pattern and not (kind == "money" and unit is None) and not re.fullmatch(pattern, unit or ""):
        yield f"{kind} with unit {unit!r}"
    if kind == "ratio" and (unit == "x") == ("/" in fact["value"]):
        yield "a ratio is either a multiple (x) or a fraction"


def quote_problems(text: str, gold: Gold, fact: Gold) -> Iterator[str]:
    what, time = fact["what"], fact["time"]
    if what is not None:
        if "what_nth" not in fact and len(spans(text, what)) != 1:
            yield f"what {what!r} needs what_nth"
        span = place(text, what, fact.get("what_nth", 1))
        if span is None or not whole(text, span):
            yield f"what {what!r} is not in the text"
    if time is not None:
        if not spans(text, time["quote"]):
            yield f"time {time['quote']!r} is not in the text"
        if time["value"] is not None and not EDTF.fullmatch(time["value"]):
            yield f"time value {time['value']!r}"
    entities = gold["entities"]
    if fact["place"] is not None and fact["place"] not in {m[0] for e in entities for m in e["mentions"]}:
        yield f"place {fact['place']!r} is no mention"
    if fact["speaker"] is not None and fact["speaker"] not in {e["name"] for e in entities}:
        yield f"speaker {fact['speaker']!r} is no entity"


def fact_problems(text: str, gold: Gold) -> Iterator[str]:
    taken: list[Span] = []
    for fact in gold["facts"]:
        name = f"fact {fact.get('quote')!r} #{fact.get('nth')}"
        if not set(fact) >= SLOTS or not set(fact) <= SLOTS | EXTRA:
            yield f"{name}: slots {sorted(set(fact) ^ SLOTS)}"
            continue
        span = place(text, fact["quote"], fact["nth"])
        if span is None or not whole(text, span):
            yield f"{name} is not in the text"
        else:
            taken.append(span)
        found = (*code_problems(fact), *unit_problems(fact), *quote_problems(text, gold, fact))
        yield from (f"{name}: {problem}" for problem in found)
    if taken != sorted(taken):
        yield "facts are not in the order of the text"
    yield from overlaps(text, taken)


def problems(corpus: Path, slug: str) -> list[str]:
    """Everything wrong with one article and its gold; an empty list is a sound pair."""
    article = corpus / "articles" / f"{slug}.txt"
    if not article.is_file():
        return [f"no article {slug}"]
    text = article.read_bytes().decode("utf-8")
    gold = json.loads((corpus / "gold" / f"{slug}.json").read_text(encoding="utf-8"))
    found = [] if gold["id"] == slug else [f"id {gold['id']!r}"]
    if gold["date"] is not None:
        date.fromisoformat(gold["date"])
    words = len(text.split())
    if slug != FIRST and not 150 <= words <= 420:
        found.append(f"{words} words")
    return [*found, *entity_problems(text, gold), *fact_problems(text, gold)]


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_fits_its_article(slug: str) -> None:
    assert problems(CORPUS, slug) == []


def test_every_article_has_gold() -> None:
    assert sorted(path.stem for path in (CORPUS / "articles").glob("*.txt")) == SLUGS
    assert FIRST in SLUGS


def test_size() -> None:
    golds = [json.loads((CORPUS / "gold" / f"{slug}.json").read_text(encoding="utf-8")) for slug in SLUGS]
    assert len(SLUGS) >= 13
    assert sum(len(gold["facts"]) for gold in golds) >= 250
    assert sum(gold["date"] is not None for gold in golds) >= len(golds) // 3


def test_the_readme_counts_what_is_there() -> None:
    golds = [json.loads((CORPUS / "gold" / f"{slug}.json").read_text(encoding="utf-8")) for slug in SLUGS]
    facts = [fact for gold in golds for fact in gold["facts"]]
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    optional = sum(bool(fact.get("optional")) for fact in facts)
    assert f"| {len(facts)} ({optional}) |\n" in readme
    assert f"| {sum(len(entity['mentions']) for gold in golds for entity in gold['entities'])} |\n" in readme


SAMPLE = "orta-koridor-toplantisi"


def first(gold: Gold) -> Gold:
    fact: Gold = gold["facts"][0]
    return fact


TAMPERED: dict[str, Callable[[Gold], object]] = {
    "another article's id": lambda gold: gold.update(id="baska"),
    "quote not in the text": lambda gold: first(gold).update(quote="7 milyar"),
    "quote of no length": lambda gold: first(gold).update(quote=""),
    "nth beyond the last": lambda gold: first(gold).update(nth=99),
    "nth from zero": lambda gold: first(gold).update(nth=0),
    "quote inside a number": lambda gold: first(gold).update(quote="1", nth=1),
    "same fact twice": lambda gold: gold["facts"].insert(0, dict(first(gold))),
    "facts out of order": lambda gold: gold["facts"].reverse(),
    "unknown kind": lambda gold: first(gold).update(kind="amount"),
    "unknown status": lambda gold: first(gold).update(status="done"),
    "number as a number": lambda gold: first(gold).update(value=6),
    "value with a comma": lambda gold: first(gold).update(value="9,6"),
    "fraction of words": lambda gold: first(gold).update(kind="ratio", value="bir/üç"),
    "fraction by zero": lambda gold: first(gold).update(kind="ratio", value="1/0"),
    "range of one value": lambda gold: first(gold).update(bound="range"),
    "count with a unit": lambda gold: first(gold).update(unit="kg"),
    "currency as a word": lambda gold: first(gold).update(kind="money", unit="lira"),
    "change without direction": lambda gold: first(gold).update(role="change"),
    "what not in the text": lambda gold: first(gold).update(what="Kore sermayeli şirket"),
    "what inside a word": lambda gold: first(gold).update(what="oridor", what_nth=1),
    "time not in the text": lambda gold: first(gold).update(time={"quote": "1923'te", "value": "1923"}),
    "time value in words": lambda gold: first(gold).update(time={"quote": "2021’de", "value": "geçen yıl"}),
    "place is no entity": lambda gold: first(gold).update(place="Toplantıya"),
    "speaker is no entity": lambda gold: first(gold).update(speaker="Taraflar"),
    "slot missing": lambda gold: first(gold).pop("per"),
    "slot too many": lambda gold: first(gold).update(note="?"),
    "mention not in the text": lambda gold: gold["entities"][0]["mentions"].append(["Seul", 1]),
    "mention twice": lambda gold: gold["entities"][0]["mentions"].append(gold["entities"][0]["mentions"][0]),
    "entity of no type": lambda gold: gold["entities"][0].update(type="MISC"),
}


def copy(target: Path) -> Path:
    shutil.copytree(CORPUS / "articles", target / "articles")
    (target / "gold").mkdir()
    return target


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_broken_gold_is_found(tamper: Callable[[Gold], object], tmp_path: Path) -> None:
    source = json.loads((CORPUS / "gold" / f"{SAMPLE}.json").read_text(encoding="utf-8"))
    tamper(source)
    broken = copy(tmp_path) / "gold" / f"{SAMPLE}.json"
    broken.write_text(json.dumps(source, ensure_ascii=False), encoding="utf-8")
    assert problems(tmp_path, SAMPLE)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("’", "'"),
        lambda text: text[:300],
        lambda text: text * 2,
        lambda text: "Son " + text[4:],
    ],
    ids=["another apostrophe", "cut off", "doubled", "first word changed"],
)
def test_edited_article_is_found(edit: Callable[[str], str], tmp_path: Path) -> None:
    corpus = copy(tmp_path)
    shutil.copy(CORPUS / "gold" / f"{SAMPLE}.json", corpus / "gold")
    article = corpus / "articles" / f"{SAMPLE}.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(edit(text), encoding="utf-8")
    assert edit(text) != text
    assert problems(corpus, SAMPLE)


def test_missing_article_is_found(tmp_path: Path) -> None:
    assert problems(tmp_path, SAMPLE) == [f"no article {SAMPLE}"]
