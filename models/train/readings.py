"""The table of readings that ships with a model: `python -m models.train.readings --data DIR --out MODEL`.

Which parts of speech (proper nouns counted as nouns) and features the forms of BOUN have, and, in their own scheme of
annotation, those of Kenet and Penn. The constants of `olgu.analyse.model_readings` were chosen on every second word of
BOUN dev with the weights that ship: features 81.2 → 83.5 there, 80.0 → 82.5 on the other words. Neighbouring values
are a tenth better or worse.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from olgu.analyse.casing import lower
from olgu.analyse.model_readings import common

from .corpus import read_treebank
from .lexicon import DATA
from .record import record

NAME = "readings.json"
MOST, MOST_ELSEWHERE = 9, 5
"""Occurrences of a form that are told; more tell no more."""

Table = dict[str, dict[str, str]]


def table(data: Path) -> dict[str, Table]:
    """Return the readings of the treebanks in `data`, ready to be written as JSON."""
    own = counted(data / "ud/BOUN/train.conllu")
    elsewhere: Counter[tuple[str, str]] = Counter()
    for name in ("Kenet", "Penn"):
        for (form, reading), n in counted(data / f"ud/{name}/train.conllu").items():
            elsewhere[lower(form), reading] += n
    return {"own": grouped(own, MOST), "elsewhere": grouped(elsewhere, MOST_ELSEWHERE)}


def counted(path: Path) -> Counter[tuple[str, str]]:
    """Return how often a treebank has each form with each reading, multi-word tokens both as one and as their parts."""
    parts, whole = (
        Counter(
            (form, common(f"{word.upos}|{word.feats}"))
            for sentence in read_treebank(path, merged=merged)
            for form, word in zip(sentence.words, sentence.syntax or (), strict=True)
            if not any(map(str.isspace, form))
        )
        for merged in (False, True)
    )
    return parts | whole


def grouped(counts: Counter[tuple[str, str]], most: int) -> Table:
    """Return reading → count, `most` at most → forms."""
    groups: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (form, reading), n in sorted(counts.items()):
        groups[reading][min(n, most)].append(form)
    return {
        reading: {str(n): " ".join(forms) for n, forms in sorted(by_count.items())}
        for reading, by_count in sorted(groups.items())
    }


def write(data: Path, folders: Iterable[Path]) -> None:
    """Write the table of the treebanks in `data` into model folders."""
    text = json.dumps(table(data), ensure_ascii=False, indent=0) + "\n"
    for folder in folders:
        (folder / NAME).write_text(text, "utf-8")


def main() -> None:
    """Write the table into a model folder that lies there, and its checksum into `meta.json`."""
    parser = argparse.ArgumentParser(prog="models.train.readings", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/{BOUN,Kenet,Penn}")
    parser.add_argument("--out", type=Path, required=True, help="the model folder")
    options = parser.parse_args()
    write(options.data, [options.out])
    record(options.out, NAME, DATA)


if __name__ == "__main__":
    main()
