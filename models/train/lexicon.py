"""The lexicon of lemmas that ships with the model: `python -m models.train.lexicon --data DIR --out MODEL`.

BOUN, which the network learns from, settles the lemma of a form and part of speech where `SETTLED` of its occurrences
agree; a common word that is written small gets a small lemma («üzerine» has «Üzer» in two of three places there). Kenet
and Penn have other habits (proper nouns in small letters, more derivations cut off), so they only give bonuses, never
proper nouns. The bonuses were chosen on the even sentences of BOUN dev with the weights of 0.1.0: accuracy 94.1 there,
93.9 on the odd sentences (88.7 and 89.3 without a lexicon).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from pathlib import Path

from olgu.analyse.casing import lower
from olgu.analyse.model_lemma import script_of
from olgu.analyse.model_lexicon import class_of

from .corpus import Sentence, read_treebank
from .record import record

NAME = "lexicon.json"
DATA = {"UD_Turkish-Kenet and UD_Turkish-Penn, lemmas and readings": "CC BY-SA 4.0"}
"""What it takes beside the data of the network, for `meta.json`."""
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
"""Parts of speech that Kenet and Penn are asked about."""
SETTLED = 0.65
KNOWN, KNOWN_ELSEWHERE, FREQUENCY = 3.0, 1.5, 0.3
"""Log-odds of a lemma of BOUN, of one of Kenet and Penn (twice at least), and of each e-fold frequency."""
FORM = 2.0
"""Log-odds of the lemma that Kenet and Penn give to a form."""

Lemmas = dict[str, Counter[str]]
Row = tuple[str, str, str]
"""Form, part of speech, lemma."""


def lexicon(data: Path) -> dict[str, object]:
    """Return the lexicon of the treebanks in `data`, ready to be written as JSON; bonuses in tenths."""
    own = [_small(row) for row in rows(data / "ud/BOUN/train.conllu")]
    others = [row for name in ("Kenet", "Penn") for row in rows(data / f"ud/{name}/train.conllu") if row[1] in OPEN]
    settled, mixed = _forms(own)
    return {
        "settled": {upos: _grouped(table) for upos, table in sorted(settled.items())},
        "mixed": {upos: dict(sorted(table.items())) for upos, table in sorted(mixed.items())},
        "forms": {kind: _grouped(table) for kind, table in sorted(_elsewhere(others).items())},
        "lemmas": {kind: _grouped(table) for kind, table in sorted(_known(own, others).items())},
        "form_bonus": _tenths(FORM),
    }


def rows(path: Path) -> list[Row]:
    """Return the words of a treebank, multi-word tokens both as one and as their parts."""
    sentences: Iterable[Sentence] = (s for merged in (False, True) for s in read_treebank(path, merged))
    found = ((form, w.upos, w.lemma) for s in sentences for form, w in zip(s.words, s.syntax or (), strict=True))
    return [row for row in found if not any(c.isspace() for c in row[0] + row[2])]


def _small(row: Row) -> Row:
    form, upos, lemma = row
    return (form, upos, lower(lemma)) if upos != "PROPN" and form == lower(form) else row


def _forms(own: Iterable[Row]) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, dict[str, int]]]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, upos, lemma in own:
        counts[upos, form][lemma] += 1
    settled: dict[str, dict[str, str]] = defaultdict(dict)
    mixed: dict[str, dict[str, dict[str, int]]] = defaultdict(dict)
    for (upos, form), lemmas in counts.items():
        lemma, count = lemmas.most_common(1)[0]
        if count / lemmas.total() >= SETTLED:
            settled[upos][form] = script_of(form, lemma)
        else:
            total = lemmas.total() + 1
            shares = {name: _tenths(log((n + 0.3) / total)) for name, n in sorted(lemmas.items())}
            mixed[upos][form] = {"": _tenths(log(0.3 / total)), **shares}
    return settled, mixed


def _elsewhere(others: Iterable[Row]) -> dict[str, dict[str, str]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, upos, lemma in others:
        counts[class_of(upos), lower(form)][lower(lemma)] += 1
    result: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, form), lemmas in counts.items():
        lemma, count = lemmas.most_common(1)[0]
        if 2 * count >= lemmas.total():
            result[kind][form] = script_of(form, lemma)
    return result


def _known(own: Iterable[Row], others: Iterable[Row]) -> dict[str, dict[str, str]]:
    result: dict[str, dict[str, str]] = defaultdict(dict)
    for source, least, base in ((others, 2, KNOWN_ELSEWHERE), (own, 1, KNOWN)):
        for kind, lemmas in _counts(source).items():
            for lemma, count in lemmas.items():
                if count >= least and len(lemma) > 1:
                    result[kind][lemma] = str(_tenths(base + FREQUENCY * log(count)))
    return result


def _counts(source: Iterable[Row]) -> Lemmas:
    result: Lemmas = defaultdict(Counter)
    for _, upos, lemma in source:
        result[class_of(upos)][lemma] += 1
    return result


def _grouped(table: Mapping[str, str]) -> dict[str, str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for word, label in sorted(table.items()):
        groups[label].append(word)
    return {label: " ".join(groups[label]) for label in sorted(groups)}


def _tenths(value: float) -> int:
    return round(10 * value)


def write(data: Path, folder: Path) -> None:
    """Write the lexicon of the treebanks in `data` into a model folder."""
    text = json.dumps(lexicon(data), ensure_ascii=False, indent=0)
    (folder / NAME).write_text(text + "\n", "utf-8")


def main() -> None:
    """Write the lexicon into a model folder that lies there, and its checksum into `meta.json`."""
    parser = argparse.ArgumentParser(prog="models.train.lexicon", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/{BOUN,Kenet,Penn}")
    parser.add_argument("--out", type=Path, required=True, help="the model folder")
    options = parser.parse_args()
    write(options.data, options.out)
    record(options.out, NAME, DATA)


if __name__ == "__main__":
    main()
