"""The treebank as Stanza's training utilities look for it: three files of a UD release."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

NAME = "UD_Turkish-BOUN"
SHORT = "tr_boun"
EVERY = 20
"""One sentence in so many of the training part chooses between checkpoints, so that the development part is unseen."""


def lay_out(source: Path, work: Path) -> Path:
    """Write `train`, `dev` and `test` of a treebank under `work` and return the folder of treebanks.

    `source` holds train.conllu and dev.conllu. Of its training part every 20th sentence becomes the `dev` on which
    Stanza chooses its checkpoints; its development part becomes the `test`.
    """
    base = work / "ud"
    folder = base / NAME
    folder.mkdir(parents=True, exist_ok=True)
    blocks = _blocks(source / "train.conllu")
    parts = {
        "train": [block for index, block in enumerate(blocks) if index % EVERY],
        "dev": blocks[::EVERY],
        "test": _blocks(source / "dev.conllu"),
    }
    for part, content in parts.items():
        (folder / f"{SHORT}-ud-{part}.conllu").write_text("\n\n".join(content) + "\n\n", encoding="utf-8")
    return base


def _blocks(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8").strip("\n")
    return text.split("\n\n")


def thin_out(path: Path) -> None:
    """Let each word with its lemma and part of speech stand in a .conllu file as often as the logarithm of its count.

    Lemmas are learnt word by word: frequent ones need not be seen a thousand times.
    """
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    counts = Counter((row[1], row[2], row[3]) for row in lines if len(row) == 10 and row[0].isdigit())
    rows = [triple for triple, count in counts.items() for _ in range(count.bit_length())]
    with path.open("w", encoding="utf-8") as out:
        for sentence in (rows[at : at + 20] for at in range(0, len(rows), 20)):
            for number, (form, lemma, upos) in enumerate(sentence, start=1):
                head, rel = ("0", "root") if number == 1 else ("1", "dep")
                out.write("\t".join((str(number), form, lemma, upos, "_", "_", head, rel, "_", "_")) + "\n")
            out.write("\n")
