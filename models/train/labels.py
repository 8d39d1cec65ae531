"""The label inventory: what the heads of the network decide between."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from olgu.analyse.model_lemma import script_of

from .corpus import SLOTS, Sentence

NAMES = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True, slots=True)
class Labels:
    """Every list begins with the label of index 0; `feats` maps a feature to its values, "" first (absent)."""

    names: tuple[str, ...]
    upos: tuple[str, ...]
    feats: dict[str, tuple[str, ...]]
    lemmas: tuple[str, ...]
    rels: tuple[str, ...]
    bundles: tuple[str, ...]
    """Part of speech and features as they occur together: "NOUN|Case=Nom|Number=Sing"."""
    links: tuple[str, ...] = SLOTS
    """The slots of a fact whose words are looked for beside a quantity."""

    def write(self, path: Path) -> None:
        """Write the inventory as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), "utf-8")


def read_labels(path: Path) -> Labels:
    """Read what `Labels.write` wrote."""
    data = json.loads(path.read_text("utf-8"))
    feats = {name: tuple(values) for name, values in data.pop("feats").items()}
    return Labels(feats=feats, **{key: tuple(values) for key, values in data.items()})


def pairs(bundle: str) -> dict[str, str]:
    """Return the features of a bundle by name."""
    return dict(p.split("=", 1) for p in bundle.split("|")) if bundle not in ("_", "") else {}


def frequent(bundles: Iterable[str], sentences: Iterable[Sentence], least: int) -> tuple[str, ...]:
    """Return those of `bundles` that a treebank has at least so often."""
    counts = Counter(f"{word.upos}|{word.feats}" for sentence in sentences for word in sentence.syntax or ())
    return tuple(bundle for bundle in bundles if counts[bundle] >= least)


def collect(sentences: Iterable[Sentence]) -> Labels:
    """Collect the labels of a treebank; an edit script must occur twice."""
    upos, rels, scripts, bundles = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    feats: dict[str, set[str]] = {}
    for sentence in sentences:
        for form, word in zip(sentence.words, sentence.syntax or (), strict=False):
            upos[word.upos] += 1
            rels[word.rel] += 1
            scripts[script_of(form, word.lemma)] += 1
            bundles[f"{word.upos}|{word.feats}"] += 1
            for name, value in pairs(word.feats).items():
                feats.setdefault(name, set()).add(value)
    return Labels(
        NAMES,
        tuple(sorted(upos)),
        {name: ("", *sorted(feats[name])) for name in sorted(feats)},
        tuple(s for s, n in scripts.most_common() if n > 1),
        tuple(sorted(rels)),
        tuple(b for b, _ in bundles.most_common()),
    )
