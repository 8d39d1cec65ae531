"""CPU seconds of `olgu diff` on two tables of facts, in each format; the tables are made up.

Usage: python bench/diff.py [--facts 100000] [--edited 0.05]

Of the new table 2 % of the facts are missing and 5 % say something else; the share `--edited` of the articles has
another text, so that its facts are found by their sentences. Files alone have no articles: all are then looked at as if
edited. On a busy machine only CPU seconds can be compared; they are those of whole processes, start and imports too.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from olgu.write.schema import ARTICLES, FACTS, Row, Table
from olgu.write.sinks import SINKS

PER_ARTICLE = 6
SENTENCE = "Geçen yıl {} ilde ihracat {} milyon dolara ulaştı ve şirketin ortakları bunu olumlu karşıladı."


def facts(number: int) -> list[Row]:
    """Return `number` facts, six an article, each in a sentence of its own."""
    rows: list[Row] = []
    for index in range(number):
        article, sentence = f"haber-{index // PER_ARTICLE:06}", index % PER_ARTICLE
        evidence, quote = SENTENCE.format(sentence + 2, index), f"{index} milyon dolara"
        start = sentence * 120 + evidence.index(quote)
        row: Row = dict.fromkeys(FACTS.names)
        row |= {"fact_id": f"{article}#{start}-{start + len(quote)}", "article_id": article, "sentence": sentence}
        row |= {"start": start, "end": start + len(quote), "quote": quote, "kind": "money", "bound": "exact"}
        row |= {"value": f"{index}000000", "unit": "USD", "what": "ihracat", "predicate": "ulaşmak", "role": "level"}
        row |= {"what_start": start - 8, "what_end": start - 1, "what_lemma": "ihracat", "status": "actual"}
        row |= {"time": "2023", "time_quote": "Geçen yıl", "rule": "quantity: money; what: subject; time: clause"}
        rows.append(row | {"confidence": 0.9, "evidence": evidence, "unit_assumed": 0})
    return rows


def changed(rows: list[Row], chance: random.Random) -> list[Row]:
    """Return the rows with 2 % left out and 5 % that say something else."""
    kept = [row for row in rows if chance.random() >= 0.02]
    return [row | {"what": "ithalat"} if chance.random() < 0.05 else row for row in kept]


def articles(rows: list[Row], edited: float, chance: random.Random) -> list[Row]:
    """Return the articles of the facts; the share `edited` of them has a hash of its own."""
    empty: Row = dict.fromkeys(ARTICLES.names)
    names = dict.fromkeys(str(row["article_id"]) for row in rows)
    return [
        empty | {"article_id": name, "sha256": "x" if chance.random() >= edited else str(chance.random()), "facts": 6}
        | {"status": "ok"}
        for name in names
    ]  # fmt: skip


def write(folder: Path, form: str, tables: dict[Table, list[Row]]) -> None:
    """Write the tables into `folder` in one format."""
    folder.mkdir(parents=True)
    for table, rows in tables.items():
        sink = SINKS[form](folder / f"{table.name}.{form}", table)
        sink.write(rows)
        sink.close()


def measured(old: Path, new: Path) -> tuple[float, float]:
    """Return wall and CPU seconds of one `olgu diff`."""
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "olgu", "diff", old, new], stdout=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def main() -> None:
    """Print a line for each format, folders first, then files alone."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--facts", type=int, default=100_000)
    parser.add_argument("--edited", type=float, default=0.05)
    given = parser.parse_args()
    chance = random.Random(1)
    rows = facts(given.facts)
    runs = {"old": rows, "new": changed(rows, chance)}
    with tempfile.TemporaryDirectory() as made:
        for form in ("jsonl", "csv", "parquet"):
            old, new = (Path(made, form, name) for name in runs)
            for folder, (_, content) in zip((old, new), runs.items(), strict=True):
                write(folder, form, {FACTS: content, ARTICLES: articles(rows, given.edited, chance)})
            for told, ends in (("folders", ""), ("files", f"facts.{form}")):
                wall, cpu = measured(old / ends, new / ends)
                print(f"{form:<8} {told:<8} {cpu:6.2f} CPU s  {wall:6.2f} s")


if __name__ == "__main__":
    main()
