"""Scores of both backends on raw text by the scorer of the CoNLL 2018 shared task.

Usage: python -m models.train.stanza.evaluate --ud DEV.conllu --text DEV.txt [--models accurate stanza] [--pipeline DIR]

`DEV.txt` is the raw text of `DEV.conllu` as Stanza's `prepare_tokenizer_treebank` writes it (tr_boun.test.txt of the
folder of work). A backend's tokens are words: those inside a multi-word token count as missed. With `--pipeline`, the
models of that Stanza directory are scored as Stanza alone runs them, multi-word tokens parted.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import stanza
from spacy.tokens import Doc
from stanza.models.common.utils import ud_scores

import olgu

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")


def conllu(doc: Doc) -> str:
    """Return a Doc as CoNLL-U; white space is no word."""
    return "".join(_sentence([token for token in sentence if not token.is_space]) for sentence in doc.sents)


def _sentence(tokens: list) -> str:
    place = {token.i: number for number, token in enumerate(tokens, start=1)}
    return "".join(f"{line}\n" for line in _lines(tokens, place)) + "\n" if tokens else ""


def _lines(tokens: list, place: dict[int, int]) -> Iterator[str]:
    for number, token in enumerate(tokens, start=1):
        head = 0 if token.head.i == token.i else place[token.head.i]
        rel = "root" if not head else token.dep_
        yield "\t".join(
            (str(number), token.text, token.lemma_ or "_", token.pos_ or "_", "_", str(token.morph) or "_", str(head),
             rel, "_", "_")
        )  # fmt: skip


def told(name: str, gold: Path, system: str) -> str:
    """Return a row of the table of scores."""
    scores = ud_scores(str(gold), StringIO(system))
    return " | ".join([f"{name:24}", *(f"{100 * scores[metric].f1:6.2f}" for metric in METRICS)])


def main() -> None:
    """Print the scores of each backend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ud", type=Path, required=True)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--models", nargs="*", default=["accurate", "stanza"])
    parser.add_argument("--pipeline", type=Path)
    options = parser.parse_args()
    text = options.text.read_text(encoding="utf-8")
    print(" | ".join([" " * 24, *(f"{metric:>6}" for metric in METRICS)]))
    for name in options.models:
        print(told(name, options.ud, conllu(olgu.load(name)(text))), flush=True)
    if options.pipeline:
        pipeline = stanza.Pipeline("tr", dir=str(options.pipeline), download_method=None, use_gpu=False, verbose=False)
        print(told("Stanza alone", options.ud, f"{pipeline(text):C}\n\n"))


if __name__ == "__main__":
    main()
