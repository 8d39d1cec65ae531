"""What treebanks know of lemmas: the lemma of a form, and which lemmas there are.

The network names edit scripts, but knows no words: «kapısına» → «kapık». The lexicon (`lexicon.json` of a model folder)
settles the forms that the treebank reads in one way, and for the others gives a bonus to lemmas that exist. How it is
made, and how its bonuses were chosen, is in `models/train/lexicon.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from olgu.analyse.casing import lower
from olgu.analyse.model_lemma import apply

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech whose lemmas are stems of verbs; those of all others are of the class "noun"."""
_OTHERS = ""
_NOTHING: Mapping[str, float] = {}
_MARGIN = 1e-6
"""More than sums of a few bonuses can be off by."""
_KEPT = 1 << 15
"""Words whose settled lemmas are remembered."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of lemmas; bonuses are log-odds that are added to the scores of the network."""

    settled: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Part of speech → form → the edit script of its one lemma."""
    mixed: Mapping[str, Mapping[str, Mapping[str, float]]] = field(default_factory=dict)
    """Part of speech → form → lemma → bonus, under "" that of all other lemmas: forms with several lemmas."""
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Class → form in small letters → edit script, as treebanks with other habits read it."""
    lemmas: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Class → lemma → bonus."""
    form_bonus: float = 0.0
    """What the lemma of `forms` has before others."""
    _most: Mapping[str, float] = field(init=False)
    """Class → the highest bonus in `lemmas`."""
    _told: Callable[[str, str], tuple[str | None, str]] = field(init=False)
    """`_known`, which keeps what it has told of frequent words."""

    def __post_init__(self) -> None:
        most = {kind: max((0.0, *table.values())) for kind, table in self.lemmas.items()}
        object.__setattr__(self, "_most", most)
        object.__setattr__(self, "_told", lru_cache(maxsize=_KEPT)(self._known))

    def lemma(self, word: str, upos: str, candidates: Iterable[tuple[str, float]]) -> str:
        """Return the lemma of `word`: the settled one, else the best of `candidates`, (edit script, score) each.

        The candidates come with the highest score first. A common noun or verb that is written small has a small lemma.
        Where no script fits, the word is its own lemma.
        """
        settled, small = self._told(word, upos)
        if settled is not None:
            return settled
        return self._best(word, small, upos, candidates, lowered=upos != "PROPN" and small == word)

    def _known(self, word: str, upos: str) -> tuple[str | None, str]:
        """Return the settled lemma of a word, None where there is none, and the word as it is looked up."""
        small = word if upos == "PROPN" else lower(word)
        settled = self.settled.get(upos, {})
        for form in (word,) if small == word else (word, small):
            if script := settled.get(form):
                return apply(script, form) or word, small
        return None, small

    def _best(self, word: str, small: str, upos: str, candidates: Iterable[tuple[str, float]], *, lowered: bool) -> str:
        kind = class_of(upos)
        known = self.lemmas.get(kind, _NOTHING)
        mixed = self.mixed.get(upos, {})
        shares = mixed.get(word) or mixed.get(small) or _NOTHING
        others = shares.get(_OTHERS, 0.0)
        script = self.forms.get(kind, {}).get(lower(word))
        elsewhere = apply(script, lower(word)) if script else None
        reach = self._most.get(kind, 0.0) + max((0.0, *shares.values())) + self.form_bonus + _MARGIN
        best, most = word, float("-inf")
        for candidate, score in candidates:
            if score + reach < most:  # no bonus makes this one or a later one the best
                break
            if lemma := apply(candidate, word):
                lemma = lower(lemma) if lowered else lemma
                total = score + known.get(lemma, 0.0) + shares.get(lemma, others)
                total += self.form_bonus if lemma == elsewhere else 0.0
                if total > most:
                    best, most = lemma, total
        return best


def class_of(upos: str) -> str:
    """Return the class of lemmas that a part of speech has: "verb" or "noun"."""
    return "verb" if upos in VERBAL else "noun"


def read(path: Path) -> Lexicon:
    """Read the file that `models/train/lexicon.py` writes: words that share a script or a bonus stand in one string."""
    data = json.loads(path.read_text("utf-8"))
    lemmas = {
        kind: {lemma: int(tenths) / 10 for tenths, words in groups.items() for lemma in words.split()}
        for kind, groups in data["lemmas"].items()
    }
    mixed = {
        upos: {form: {lemma: tenths / 10 for lemma, tenths in row.items()} for form, row in forms.items()}
        for upos, forms in data["mixed"].items()
    }
    return Lexicon(_ungrouped(data["settled"]), mixed, _ungrouped(data["forms"]), lemmas, data["form_bonus"] / 10)


def _ungrouped(tables: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {
        name: {form: script for script, forms in groups.items() for form in forms.split()}
        for name, groups in tables.items()
    }
