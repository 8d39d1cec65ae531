"""Train small Turkish models for Stanza: `python -m models.train.stanza --ud DIR --text FILE... --out DIR`.

Needs stanza (which brings torch) and scipy. Stanza's own training utilities do the work, one step after another; a
model that lies in `--work` already is not trained again. Nothing is downloaded.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from . import vectors
from .pack import pack
from .treebank import NAME, SHORT, lay_out, thin_out

STEPS = ("prepare", "vectors", "tokenize", "mwt", "lemma", "pos", "depparse", "pack")
UTILITIES = "stanza.utils"
SMALL = ["--word_emb_dim", "50", "--tag_emb_dim", "40", "--transformed_dim", "80", "--num_layers", "1"]
POS = [*SMALL, "--hidden_dim", "128", "--char_hidden_dim", "80", "--char_emb_dim", "40", "--share_hid",
       "--deep_biaff_hidden_dim", "200", "--batch_size", "60", "--eval_interval", "250",
       "--fix_eval_interval"]  # fmt: skip
# Without letters: the parser sees words by their vectors, parts of speech and features.
DEPPARSE = [*SMALL, "--char_emb_dim", "0", "--hidden_dim", "160", "--deep_biaff_hidden_dim", "120",
            "--deep_biaff_output_dim", "60",
            "--no_linearization", "--no_distance", "--batch_size", "1000", "--eval_interval", "250", "--optim", "adam",
            "--lr", "0.003", "--second_lr", "0.0007", "--no_checkpoint"]  # fmt: skip
LEMMA = ["--num_epoch", "5", "--decay_epoch", "3", "--lr_decay", "0.6", "--hidden_dim", "100", "--batch_size", "100"]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="models.train.stanza", description=__doc__)
    parser.add_argument("--ud", type=Path, required=True, help="folder with train.conllu and dev.conllu")
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="texts for the word vectors: .txt, .jsonl, .bio, .xz"
    )
    parser.add_argument("--work", type=Path, required=True, help="where data, checkpoints and logs go")
    parser.add_argument("--out", type=Path, required=True, help="the Stanza directory that is written")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="only these, in their order")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--tokenize-steps", type=int, default=1000)
    parser.add_argument("--pos-steps", type=int, default=1750)
    parser.add_argument("--depparse-steps", type=int, default=1500)
    return parser.parse_args()


class Training:
    """The steps, in a folder of work."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work: Path = options.work.resolve()
        self.saved = self.work / "saved"
        self.pretrained = self.saved / "pretrain.pt"

    def prepare(self) -> None:
        """Lay the treebank out and let Stanza write the data of every processor, with gold tags."""
        lay_out(self.options.ud, self.work)
        for what in ("tokenizer", "mwt", "lemma", "pos", "depparse"):
            gold = ["--gold"] if what in ("lemma", "depparse") else []
            self._call(f"datasets.prepare_{what}_treebank", [NAME, *gold])
        thin_out(self.work / "data" / "lemma" / f"{SHORT}.train.in.conllu")

    def vectors(self) -> None:
        """Train word vectors and convert them."""
        text = vectors.train(self.options.text, self.work / "ud" / NAME / f"{SHORT}-ud-train.conllu", self.work)
        self.saved.mkdir(parents=True, exist_ok=True)
        self._python(["-m", "stanza.models.common.convert_pretrain", str(self.pretrained), str(text)])

    def tokenize(self) -> None:
        """Train what finds words, multi-word tokens and sentences."""
        steps = ["--steps", str(self.options.tokenize_steps), "--eval_steps", "500"]
        self._train("tokenizer", "tokenize", ["--no_charlm", *steps])

    def mwt(self) -> None:
        """Train what parts multi-word tokens."""
        self._train("mwt", "mwt", ["--num_epoch", "20"])

    def lemma(self) -> None:
        """Train lemmas: a dictionary, and letters for words beyond it."""
        self._train("lemma", "lemma", ["--no_charlm", *LEMMA])

    def pos(self) -> None:
        """Train parts of speech and features."""
        steps = ["--max_steps", str(self.options.pos_steps)]
        self._train("pos", "pos", ["--no_charlm", "--wordvec_pretrain_file", str(self.pretrained), *POS, *steps])

    def depparse(self) -> None:
        """Train the parser."""
        most = self.options.depparse_steps
        steps = [
            "--max_steps",
            str(most),
            "--second_optim_start_step",
            str(most * 3 // 4),
            "--second_warmup_steps",
            "0",
        ]
        words = ["--wordvec_pretrain_file", str(self.pretrained)]
        self._train("depparse", "depparse", ["--no_charlm", *words, *DEPPARSE, *steps])

    def pack(self) -> None:
        """Write the Stanza directory."""
        pack(self.saved, self.options.out)

    def _train(self, what: str, name: str, extra: list[str]) -> None:
        save = ["--save_dir", str(self.saved), "--save_name", f"{name}.pt", "--cpu"]
        self._call(f"training.run_{what}", [NAME, *save, *extra])

    def _call(self, module: str, extra: list[str]) -> None:
        self._python(["-m", f"{UTILITIES}.{module}", *extra])

    def _python(self, command: list[str]) -> None:
        """Run Python in the folder of work, where Stanza's utilities look for their data."""
        threads = str(self.options.threads)
        places = {"UDBASE": str(self.work / "ud"), "DATA_ROOT": str(self.work / "data")}
        environment = {**os.environ, **places, "OMP_NUM_THREADS": threads, "MKL_NUM_THREADS": threads}
        subprocess.run([sys.executable, *command], cwd=self.work, env=environment, check=True)


def main() -> None:
    """Run the steps that the command line asks for."""
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    training = Training(options)
    for step in STEPS:
        if step in options.steps:
            getattr(training, step)()
