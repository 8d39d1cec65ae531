"""Draw what `olgu entities` made one or kept apart, for people to judge.

Usage: python bench/entities.py RUN ARTICLES.jsonl {splits,merges} [--number 200] [--seed 1] [--loose]

RUN is a folder of `olgu extract` and `olgu entities` with JSON Lines, ARTICLES what it was made from. A split is a pair
of names of clusters of one type that look alike: every word of the one stands in the other, or their ratio (rapidfuzz)
is 85 or more; with `--loose` their token set ratio, to which «Koç Üniversitesi» and «Ege Üniversitesi» are alike. All
such pairs are listed, then as many as asked are drawn, each pair of names once, with one of the pairs of clusters that
bear it. Organs inside a body («Yönetim Kurulu»), which olgu never joins, and people
of whom an article tells one name only are left out unless `--all` is given. A merge is a row of `merges`. Each is
shown with the countries, the articles that name it and the words around a mention.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from olgu.entities import keys

_ALIKE = 85
_PREFIX = 4
"""Letters that a word of both names must share."""
_AROUND = 70

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def named(clusters: dict[str, Row], everything: bool) -> dict[tuple[str, str], list[str]]:
    """Return (type, name) → clusters."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, row in clusters.items():
        one_word = row["type"] == "PERSON" and " " not in row["name"] and keys.needs_context("PERSON", row["name"])
        if everything or not (one_word or keys.is_inner(row["type"], row["name"])):
            found[row["type"], row["name"]].append(number)
    return found


def splits(names: dict[tuple[str, str], list[str]], loose: bool) -> list[tuple[str, str, str]]:
    """Return every (type, name, name) that looks alike, and names that several clusters bear."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name in names:
        for word in keys.plain(name).split():
            blocks[kind, word[:_PREFIX]].add(name)
    found = {(kind, name, name) for (kind, name), numbers in names.items() if len(numbers) > 1}
    for (kind, _), block in blocks.items():
        plain = [(name, keys.plain(name)) for name in sorted(block)]
        found.update((kind, a, b) for (a, x), (b, y) in combinations(plain, 2) if _alike(x, y, loose))
    return sorted(found)


def _alike(a: str, b: str, loose: bool) -> bool:
    x, y = set(a.split()), set(b.split())
    return x <= y or y <= x or (fuzz.token_set_ratio if loose else fuzz.ratio)(a, b) >= _ALIKE


class Words:
    """The articles of clusters and the words around a mention."""

    def __init__(self, run: Path, articles: Path) -> None:
        self.clusters = {row["cluster_id"]: row for row in rows(run / "clusters.jsonl")}
        self.texts = {row["id"]: row["text"] for row in rows(articles)}
        self.entities: dict[str, list[str]] = defaultdict(list)
        for row in rows(run / "links.jsonl"):
            self.entities[row["cluster_id"]].append(row["entity_id"])
        self.names = {row["entity_id"]: row["name"] for row in rows(run / "entities.jsonl")}
        self.mentions: dict[str, list[Row]] = defaultdict(list)
        for row in rows(run / "mentions.jsonl"):
            self.mentions[row["entity_id"]].append(row)

    def show(self, cluster: str, name: str, draw: random.Random) -> str:
        row = self.clusters[cluster]
        of_name = [entity for entity in self.entities[cluster] if self.names[entity] == name]
        entity = draw.choice(of_name or self.entities[cluster])
        mention = self.mentions[entity][0]
        text = self.texts[mention["article_id"]]
        around = text[max(0, mention["start"] - _AROUND) : mention["end"] + _AROUND].replace("\n", " ")
        return f"   {name} [{row['country'] or '-'} {row['articles']}] {mention['article_id']}: {around}"


def draw_splits(words: Words, asked: argparse.Namespace, draw: random.Random) -> None:
    names = named(words.clusters, asked.all)
    pairs = [pair for pair in splits(names, asked.loose) if asked.kind in (None, pair[0])]
    print(f"{len(words.clusters)} clusters, {len(pairs)} pairs of names")
    for number, (kind, a, b) in enumerate(draw.sample(pairs, min(asked.number, len(pairs))), 1):
        first = draw.choice(names[kind, a])
        second = draw.choice([cluster for cluster in names[kind, b] if cluster != first])
        print(f"{number} {kind}", words.show(first, a, draw), words.show(second, b, draw), sep="\n")


def draw_merges(words: Words, run: Path, asked: argparse.Namespace, draw: random.Random) -> None:
    merges = [
        row
        for row in rows(run / "merges.jsonl")
        if asked.kind in (None, words.clusters[row["cluster_id"]]["type"]) and asked.reason in (None, row["reason"])
    ]
    print(f"{len(merges)} merges")
    for number, row in enumerate(draw.sample(merges, min(asked.number, len(merges))), 1):
        print(f"{number} {row['reason']} {row['score']} {row['evidence']}")
        for name in (row["a"], row["b"]):
            print(words.show(row["cluster_id"], name, draw))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("what", choices=("splits", "merges"))
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=("PERSON", "ORG", "LOC"))
    parser.add_argument("--reason")
    parser.add_argument("--loose", action="store_true")
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    words, draw = Words(asked.run, asked.articles), random.Random(asked.seed)
    if asked.what == "splits":
        draw_splits(words, asked, draw)
    else:
        draw_merges(words, asked.run, asked, draw)


if __name__ == "__main__":
    main()
