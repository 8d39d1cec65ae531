"""How right the tables are: precision, recall and F1 against gold, and the slots one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from olgu.article import EntityType
from olgu.check.coreference import Agreement, agreements
from olgu.check.gold import GoldArticle
from olgu.check.match import Judged, judge
from olgu.write.schema import Row

LEVELS = ("detected", "quantity", "fact", "full_row")
"""From the loosest to the strictest: the place, the number, what it is about, everything."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 with the counts behind them."""

    right: int
    extracted: int
    expected: int

    @property
    def precision(self) -> float:
        """Share of what was extracted that is right."""
        return self.right / self.extracted if self.extracted else 0.0

    @property
    def recall(self) -> float:
        """Share of what should be there that is."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Everything that was measured."""

    articles: int
    rates: dict[str, Rate]
    """By level."""
    kinds: dict[str, dict[str, Rate]]
    """By kind and level: a fact counts as extracted under the kind that it was given."""
    slots: dict[str, tuple[float, int]]
    """By slot: (sum of what is right, of how many). `time_set` counts only facts where either side fills `time`."""
    mentions: dict[str, Rate] | None
    """By type and "all"; None where no mentions were extracted."""
    judged: list[Judged]
    entities: dict[str, Agreement] = field(default_factory=dict)
    """B³ and CEAF-e of the grouping of mentions; empty where none was extracted with an entity."""


def score(gold: Iterable[GoldArticle], facts: Iterable[Row], mentions: Iterable[Row] | None = None) -> Score:
    """Measure the extracted rows of `facts` and `mentions` against `gold`; rows of other articles are ignored."""
    gold = list(gold)
    mentions = None if mentions is None else list(mentions)
    by_article: defaultdict[object, list[Row]] = defaultdict(list)
    for row in facts:
        by_article[row["article_id"]].append(row)
    judged = [one for article in gold for one in judge(article, by_article[article.id])]
    return Score(
        articles=len(gold),
        rates={level: _rate(judged, level) for level in LEVELS},
        kinds=_kinds(judged),
        slots=_slots(judged),
        mentions=None if mentions is None else _mentions(gold, mentions),
        judged=judged,
        entities={} if mentions is None else _entities(gold, mentions),
    )


def measures(result: Score) -> dict[str, float]:
    """Return every measure by a name: "fact.f1", "kinds.money.fact.f1", "slots.time_set", "mentions.all.f1"."""
    named: dict[str, float] = {}
    groups: list[tuple[str, Mapping[str, Rate | Agreement]]] = [("", result.rates), ("entities.", result.entities)]
    groups += [(f"kinds.{kind}.", rates) for kind, rates in result.kinds.items()]
    groups += [("mentions.", result.mentions)] if result.mentions else []
    for prefix, rates in groups:
        for name, rate in rates.items():
            for measure in ("precision", "recall", "f1"):
                named[f"{prefix}{name}.{measure}"] = getattr(rate, measure)
    return named | {f"slots.{slot}": right / count for slot, (right, count) in result.slots.items()}


def reached(one: Judged, level: str) -> bool:
    """Tell whether a gold fact was answered at `level`."""
    return one.gold is not None and one.row is not None and (level == "detected" or bool(getattr(one, level)))


def _rate(judged: Iterable[Judged], level: str, kind: str | None = None) -> Rate:
    """Count at one level; with `kind`, a fact of another kind answers nothing."""
    right = extracted = expected = 0
    for one in judged:
        asked = one.gold is not None and kind in (None, one.gold.kind)
        given = one.row is not None and kind in (None, one.row["kind"])
        expected += asked
        extracted += given
        right += asked and given and reached(one, level)
    return Rate(right, extracted, expected)


def _kinds(judged: list[Judged]) -> dict[str, dict[str, Rate]]:
    kinds = sorted({one.gold.kind for one in judged if one.gold} | {str(one.row["kind"]) for one in judged if one.row})
    return {kind: {level: _rate(judged, level, kind) for level in LEVELS} for kind in kinds}


def _slots(judged: Iterable[Judged]) -> dict[str, tuple[float, int]]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    sums: defaultdict[str, float] = defaultdict(float)
    for one in judged:
        if not one.gold or not one.row:
            continue
        names = [*one.right, *(f"{slot}_set" for slot in one.filled)]
        total.update([*names, "what_f1", "what_head"])
        right.update(name for name in names if one.right[name.removesuffix("_set")])
        sums["what_f1"] += one.what_f1
        sums["what_head"] += one.what_head
    return {slot: (sums[slot] if slot in sums else right[slot], total[slot]) for slot in sorted(total)}


def _mentions(gold: Iterable[GoldArticle], rows: Iterable[Row]) -> dict[str, Rate]:
    asked = {
        (article.id, m[0], m[1], entity.type)
        for article in gold
        for entity in article.entities
        for m in entity.mentions
    }
    known = {article.id for article in gold}
    given = {(r["article_id"], r["start"], r["end"], r["type"]) for r in rows if r["article_id"] in known}

    def rate(wanted: Callable[[object], bool]) -> Rate:
        left, right = {m for m in asked if wanted(m[3])}, {m for m in given if wanted(m[3])}
        return Rate(len(left & right), len(right), len(left))

    made = {name: rate(lambda type_, name=name: type_ == name) for name in get_args(EntityType)}  # type: ignore[misc]
    return {**made, "all": rate(lambda _: True)}


def _entities(gold: Sequence[GoldArticle], rows: Sequence[Row]) -> dict[str, Agreement]:
    if not any(r["entity_id"] for r in rows):
        return {}
    given: defaultdict[object, dict[Hashable, Hashable]] = defaultdict(dict)
    for r in rows:
        given[r["article_id"]][r["start"], r["end"], r["type"]] = r["entity_id"]
    asked: Iterator[dict[Hashable, Hashable]] = (
        {(m[0], m[1], entity.type): n for n, entity in enumerate(article.entities) for m in entity.mentions}
        for article in gold
    )
    return agreements((grouping, given[article.id]) for grouping, article in zip(asked, gold, strict=True))
