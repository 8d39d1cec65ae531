"""Tables of `models/README.md` and `docs/relations.md`: reliability, ablations, a second way, a learning curve.

Usage: python -m models.train.relation_report --gold train.jsonl [--more annotations.jsonl --news news.jsonl.xz]
    --dev dev.jsonl [--folds 3]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from olgu.analyse import language
from olgu.relate.confidence import confidence_of
from olgu.relate.facts import shipped

from .annotations import read_annotations
from .relation_data import SLOTS, Instance, Prepared, judged, prepare
from .relations import STRENGTH, accuracy, choices, fit, fold_of, folds, read

FAMILIES = {
    "what": {
        "words' lemmas": r"lemma:|gov:|play:\w*:\w+$|run:(open|verb)|unit:",
        "rank among like forms": r"rank:",
        "role of the quantity": r"play:",
        "what stands behind and before": r"next:|prev:|lead:|role:",
        "verbs, commas, numbers between": r"gap:|stops:|list:",
        "word classes": r"lex:|run:known",
        "earlier facts": r"far:|carry",
    },
    "time": {
        "earlier facts": r"told:|carry|back:carry|across:.*carry|none:(told|last)|numbers:.*carry|fame:.*carry",
        "mood of the predicate": r"marker:|status:|back:(marker|status)|none:(marker|status)",
        "clause": r"clause:|verbs:|last:|past:",
        "words behind it": r"word:|second:|next:",
        "lemmas of verbs": r"gov:|none:gov",
    },
    "place": {
        "how much the article speaks of it": r"fame:",
        "earlier facts": r"told:|carry|back:carry|across:.*carry|none:(told|last)|numbers:.*carry",
        "case": r"case:|what:.*:|only:|next:",
        "clause": r"clause:|verbs:|last:|past:",
        "words behind it": r"word:|second:",
    },
}
"""Families of features by slot: what their names begin with."""


def without(rows: Sequence[Instance], pattern: str) -> list[Instance]:
    """Leave out the features whose names match."""
    drop = re.compile(pattern).match
    return [
        Instance(row.article, tuple(tuple(f for f in c if not drop(f)) for c in row.candidates), row.right)
        for row in rows
    ]


def perceptron(rows: Sequence[Instance], rounds: int = 8) -> dict[str, int]:
    """Learn with the averaged perceptron, the second way: the same features, in the order of the rows."""
    weights: defaultdict[str, float] = defaultdict(float)
    totals: defaultdict[str, float] = defaultdict(float)
    step = 1
    for _ in range(rounds):
        for row in rows:
            if not row.right:
                continue
            scores = [sum(weights[f] for f in c) for c in row.candidates]
            guess = max(range(len(scores)), key=lambda i: scores[i])
            if guess not in row.right:
                best = max(row.right, key=lambda i: scores[i])
                for names, sign in ((row.candidates[best], 1), (row.candidates[guess], -1)):
                    for name in names:
                        weights[name] += sign
                        totals[name] += sign * step
            step += 1
    return {name: round((value - totals[name] / step) * 1000) for name, value in weights.items()}


def crossed(rows: Sequence[Instance], number: int, learner: Callable[[Sequence[Instance]], dict[str, int]]) -> float:
    """Return cross-validated accuracy."""
    return sum(accuracy(held, learner(seen)) * len(held) for seen, held in folds(rows, number)) / len(rows)


def ablations(rows: dict[str, list[Instance]], held: dict[str, list[Instance]], number: int) -> Iterator[str]:
    """Make the table of ways: cross-validated and dev accuracy of each slot, whole, without families, second way."""
    yield "| slot | way | cross-validated | dev |\n|---|---|---|---|"
    for slot in SLOTS:
        ways = [("conditional logit", "(?!)"), *((f"– {n}", p) for n, p in FAMILIES.get(slot, {}).items())]
        for name, pattern in ways:
            seen, other = without(rows[slot], pattern), without(held[slot], pattern)
            score = crossed(seen, number, lambda r: fit(r, STRENGTH[slot]))  # noqa: B023 - used at once
            yield f"| {slot} | {name} | {score:.3f} | {accuracy(other, fit(seen, STRENGTH[slot])):.3f} |"
        score = crossed(rows[slot], number, perceptron)
        yield f"| {slot} | averaged perceptron | {score:.3f} | {accuracy(held[slot], perceptron(rows[slot])):.3f} |"


def curve(rows: Sequence[Instance], held: Sequence[Instance]) -> Iterator[str]:
    """Make the learning curve of `what`: dev accuracy by number of training articles."""
    names = sorted({row.article for row in rows}, key=lambda name: (fold_of(name, 1 << 30), name))
    yield "| training articles | choices | what, dev |\n|---|---|---|"
    for share in (0.125, 0.25, 0.5, 0.75, 1.0):
        chosen = set(names[: round(len(names) * share)])
        part = [row for row in rows if row.article in chosen]
        yield f"| {len(chosen)} | {len(part)} | {accuracy(held, fit(part, STRENGTH['what'])):.3f} |"


def reliability(articles: Sequence[Prepared], trees: bool, plot: Path | None = None) -> Iterator[str]:
    """Make the table of the shipped confidence: how many facts have it, and how many of them are right.

    With `plot`, also the picture of it.
    """
    shown, counts, right = shipped(trees), Counter[float](), Counter[float]()
    for article in articles:
        for fact in judged(article, shown):
            step = min(int(confidence_of(fact.signals, shown.confidence) * 10) / 10, 0.9)
            counts[step] += 1
            right[step] += fact.right["fact"]
    yield "| confidence | facts | right |\n|---|---|---|"
    for step in sorted(counts):
        yield f"| {step:.1f}–{step + 0.1:.1f} | {counts[step]} | {right[step] / counts[step]:.2f} |"
    if plot is not None:
        draw({step: (counts[step], right[step] / counts[step]) for step in sorted(counts)}, plot)


def draw(steps: dict[float, tuple[int, float]], path: Path) -> None:
    """Draw the share of right facts over their confidence; a dot is as big as it has facts."""
    import matplotlib  # noqa: PLC0415 - only for the picture

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "olgu"
    from matplotlib import pyplot  # noqa: PLC0415

    figure, axes = pyplot.subplots(figsize=(5, 4))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
    x = [step + 0.05 for step in steps]
    axes.plot(x, [share for _, share in steps.values()], color="tab:blue")
    axes.scatter(x, [share for _, share in steps.values()], s=[2 * count for count, _ in steps.values()])
    axes.set(xlabel="confidence", ylabel="share of facts that are right", xlim=(0, 1), ylim=(0, 1.02))
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Print the tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--more", type=Path, help="annotations of articles of --news")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--model", default="rules", help="learn beside the trees of this model, or without any")
    parser.add_argument("--plot", type=Path, help="draw the reliability of the confidence into this SVG file")
    parser.add_argument("--short", action="store_true", help="only the table of the confidence")
    args = parser.parse_args()
    nlp = language.load(args.model)
    articles = read(args.dev, nlp)
    print(*reliability(articles, args.model != "rules", args.plot), "", sep="\n", flush=True)
    if args.short:
        return
    annotated = read_annotations(args.more, args.news) if args.more else ()
    rows, held = choices([*read(args.gold, nlp), *(prepare(a, nlp) for a in annotated)]), choices(articles)
    for table in (curve(rows["what"], held["what"]), ablations(rows, held, args.folds)):
        for line in table:
            print(line, flush=True)
        print()


if __name__ == "__main__":
    main()
