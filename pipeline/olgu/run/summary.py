"""What a run did: counts that add up, whatever the order in which its parts were finished."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from olgu.article import Document, Duplicate, Failure

Outcome = Document | Failure | Duplicate
"""What became of one input."""

SHOWN = 20
"""How many failures the summary keeps; all are in `errors.jsonl`."""


@dataclass(slots=True)
class Summary:
    """What a run did."""

    out: Path
    articles: int = 0
    """Articles that went through."""
    failed: int = 0
    duplicates: int = 0
    """Articles that were not extracted because an earlier one has the same text and date."""
    failures: list[Failure] = field(default_factory=list)
    """All of a part, the first `SHOWN` of what `add` has put together."""
    characters: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """Facts by kind."""
    statuses: Counter[str] = field(default_factory=Counter)
    """Facts by what the text claims of them: actual, planned, …"""
    mentions: int = 0
    entities: int = 0
    model: str = ""
    """Name of the model that the articles went through."""
    resumed: int = 0
    """Articles, failed ones and duplicates that an interrupted run before this one had done."""
    seconds: float = 0.0
    """Wall clock, without the loading of the model where the run is in this process."""

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return self.kinds.total()

    @property
    def inputs(self) -> int:
        """How many rows of `articles` there are."""
        return self.articles + self.failed + self.duplicates

    def count(self, outcome: Outcome) -> None:
        """Add one outcome."""
        if isinstance(outcome, Failure):
            self.failed += 1
            self.failures.append(outcome)
        elif isinstance(outcome, Duplicate):
            self.duplicates += 1
        else:
            self.articles += 1
            self.characters += len(outcome.article.text)
            self.kinds.update(fact.kind for fact in outcome.facts)
            self.statuses.update(fact.status for fact in outcome.facts)
            self.mentions += len(outcome.mentions)
            self.entities += len(outcome.entities)

    def add(self, other: Summary) -> None:
        """Add what a part of the run did; its failures come after those that are here."""
        for name in ("articles", "failed", "duplicates", "characters", "mentions", "entities"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.failures = [*self.failures, *other.failures][:SHOWN]
        self.kinds.update(other.kinds)
        self.statuses.update(other.statuses)
        self.model = self.model or other.model

    def as_json(self) -> dict[str, Any]:
        """Return what `add` uses, as a JSON object."""
        kept = {each.name: getattr(self, each.name) for each in fields(self)}
        kept |= {"kinds": dict(self.kinds), "statuses": dict(self.statuses)}
        kept |= {"failures": [asdict(failure) for failure in self.failures]}
        return {name: kept[name] for name in kept if name not in ("out", "resumed", "seconds")}

    @classmethod
    def from_json(cls, out: Path, content: dict[str, Any]) -> Summary:
        """Return what `as_json` was made of."""
        failures = [Failure(**failure) for failure in content["failures"]]
        counters = {name: Counter(content.get(name, {})) for name in ("kinds", "statuses")}
        return cls(out, **{**content, **counters, "failures": failures})

    def counts(self) -> dict[str, Any]:
        """Return the counts as `run.json` has them."""
        return {
            "articles": self.articles,
            "failed": self.failed,
            "duplicates": self.duplicates,
            "characters": self.characters,
            "facts": dict(sorted(self.kinds.items())),
            "statuses": dict(sorted(self.statuses.items())),
            "mentions": self.mentions,
            "entities": self.entities,
        }
