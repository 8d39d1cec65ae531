"""Make a model folder of a checkpoint: `python -m models.train.ship --run DIR --encoder DIR --out DIR [--data DIR]`."""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

import onnx
import onnxruntime
import torch
from tokenizers import Tokenizer

from olgu.analyse.model_files import GRAPH, WEIGHTS

from . import lexicon, readings
from .corpus import read_treebank
from .export import export, load_mean
from .labels import Labels, frequent, read_labels
from .network import Network
from .portable import checksums, portable
from .quantise import FORMS
from .reload import reload
from .student import Student

WHOLE, STUDENT = (8, "rows8"), (4, "steps8")
"""Layers and form of the weights of a network and of a student, unless others are asked for."""


def main() -> None:
    """Export, quantise, and write the folder with its `meta.json`."""
    parser = argparse.ArgumentParser(prog="models.train.ship", description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the folder of the training run")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the model folder")
    parser.add_argument(
        "--data", type=Path, help="folder of the treebanks for the lexicon; without it, the lexicon in --out stays"
    )
    parser.add_argument("--form", choices=sorted(FORMS), help="of the weights: rows8, of a student steps8")
    parser.add_argument("--layers", type=int, help="of the network; 8, of a student 4")
    parser.add_argument("--student", action="store_true", help="the run was one with a --teacher")
    parser.add_argument(
        "--least", type=int, default=1, help="leave out what parts of speech and features --data has not so often"
    )
    parser.add_argument("--joined", type=int, help="pieces of a window that sentences share; what is longer is slower")
    parser.add_argument("--name", default="tr_olgu", help="of the model, for its meta.json")
    parser.add_argument("--version", default="0.2.1")
    parser.add_argument("--blend", type=Path, help="the shipped model that the run began with, to be mixed in")
    parser.add_argument("--share", type=float, default=0.0, help="how much of each weight --blend gives, 0 to 1")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.data:
        lexicon.write(options.data, options.out)
        readings.write(options.data, [options.out])
    elif lacking := [name for name in (lexicon.NAME, readings.NAME) if not (options.out / name).is_file()]:
        parser.error(f"--data is needed: {options.out} has no {lacking[0]}")
    labels = read_labels(options.run / "labels.json")
    if options.least > 1:
        trees = [read_treebank(options.data / "ud/BOUN/train.conllu", merged=merged) for merged in (True, False)]
        labels = replace(labels, bundles=frequent(labels.bundles, chain(*trees), options.least))
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    layers, form = STUDENT if options.student else WHOLE
    layers, form = options.layers or layers, options.form or form
    made = Student if options.student else Network
    network = made(labels, tokenizer.get_vocab_size(), layers)
    network.encoder.words.weight.data = embeddings(options.encoder)
    step = load_mean(network, options.run / "checkpoint.pt")
    if options.blend:
        blend(network, labels, options.blend / WEIGHTS, options.share)
    whole = options.run / "float.onnx"
    export(network, labels, whole)
    FORMS[form](whole, options.out / WEIGHTS)
    portable(options.out / WEIGHTS, options.out / GRAPH)
    shutil.copyfile(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    labels.write(options.out / "labels.json")
    described = {"name": options.name, "version": options.version, "steps": step, "layers": layers, "form": form}
    described |= {"joined": options.joined} if options.joined else {}
    describe(options.out, described | ({"share of the model before": options.share} if options.blend else {}))


def blend(network: Network, labels: Labels, path: Path, share: float) -> None:
    """Mix the weights of an earlier model into `network`; what that model lacks stays as it is."""
    before = Network(labels, network.encoder.words.num_embeddings, len(network.encoder.layers))
    lacking = {*reload(before, path), "encoder.words.weight"}
    old = dict(before.named_parameters())
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name not in lacking:
                parameter.lerp_(old[name], share)


def embeddings(encoder: Path) -> torch.Tensor:
    """Return the word embeddings, which the training leaves as they are."""
    from safetensors.torch import load_file  # noqa: PLC0415 - only here

    return load_file(str(encoder / "model.safetensors"))["embeddings.word_embeddings.weight"].float()


def describe(folder: Path, facts: dict[str, object]) -> None:
    """Write `meta.json`: versions, data, licence, checksums; scores are added when they are measured."""
    meta = {
        **facts,
        "licence": "CC BY-SA 4.0",
        "encoder": "multilingual-e5-small (MIT), 45,000 pieces",
        "data": {
            "UD_Turkish-BOUN r2.17": "CC BY-SA 4.0",
            "Turkish-Wiki-NER (Altinok 2023)": "CC BY-SA 4.0",
            "NakbaTR": "Apache-2.0",
            **lexicon.DATA,
            "Zemberek sentence boundaries": "Apache-2.0",
            "mentions in 108 news articles, annotated by a language model and reviewed": "texts not distributed",
        },
        "versions": {"torch": torch.__version__, "onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__},
        **checksums(folder),
        "scores": {},
    }
    (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
