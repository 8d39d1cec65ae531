"""Train the model: `python -m models.train --data DIR --gold FILE --encoder DIR --out DIR --steps N`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
import torch.distributed
import torch.multiprocessing
from tokenizers import Tokenizer
from torch import Tensor

from .annotations import read_annotations
from .batches import Source, examples
from .corpus import ZEMBEREK_TRAIN, Sentence, read_bio, read_gold, read_lines, read_links, read_treebank
from .distil import News, distilled
from .labels import Labels, collect, read_labels
from .network import Network, Output, load_encoder
from .reload import reload
from .student import Student
from .training import Plan, Teach, Trainer, endless, logger


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/BOUN, ner/*_tr and sentences")
    parser.add_argument("--gold", type=Path, required=True, help="articles with mentions, JSON Lines")
    parser.add_argument("--more", type=Path, help="annotations of articles of --news, for the links of quantities")
    parser.add_argument("--news", type=Path)
    parser.add_argument(
        "--links-of-gold", action="store_true", help="learn the links of --gold too, once they have weighed the links"
    )
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument(
        "--out", type=Path, required=True, help="where checkpoints and logs go; an old run goes on there"
    )
    parser.add_argument("--start", type=Path, help="a shipped model, rows8, whose weights the run begins with")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the highest layer, at its highest")
    parser.add_argument("--minutes", type=float, default=0.0, help="end after so many minutes of training")
    parser.add_argument("--steps", type=int, default=0, help="end after so many steps")
    parser.add_argument("--layers", type=int, default=8, help="layers of the encoder that are kept, from the bottom")
    parser.add_argument("--processes", type=int, default=2, help="each with one thread; they share the gradients")
    parser.add_argument("--pieces", type=int, default=448, help="pieces in the batch of a process")
    parser.add_argument("--port", type=int, default=29517, help="where the processes meet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher-layers", type=int, default=8, help="layers of --teacher")
    parser.add_argument("--teacher", type=Path, help="a shipped model, rows8, of which a faster student is made")
    parser.add_argument("--articles", type=int, default=2500, help="articles of --news that a student sees in a round")
    parser.add_argument("--bf16", action="store_true", help="for processors that calculate in bfloat16")
    return parser.parse_args()


def sources(options: argparse.Namespace, tokenizer: Tokenizer) -> tuple[list[Source], Labels]:
    """Read the training data and the labels that occur in it."""
    data = options.data
    whole = list(read_treebank(data / "ud/BOUN/train.conllu", merged=True))
    split = list(read_treebank(data / "ud/BOUN/train.conllu", merged=False))
    names = {name: list(read_bio(data / f"ner/{name}_tr/train.bio")) for name in ("wikiner", "nakba")}
    gold = list(read_gold(options.gold))
    lines = read_lines(data / "sentences/zemberek-train.txt")[:ZEMBEREK_TRAIN]

    def made(share: float, augment: float, spaced: float, joined: float, in_order: bool, *variants: list) -> Source:
        if options.teacher:
            variants = tuple([replace(each, asked=True) for each in v] for v in variants)
        return Source(tuple(examples(tokenizer, v) for v in variants), share, augment, spaced, joined, in_order)

    return [
        made(1.3, 0.03, 0.12, 0.4, False, whole, split),
        made(0.6, 0.25, 0.1, 0.4, False, names["wikiner"]),
        made(0.5, 0.2, 0.1, 0.6, True, names["nakba"]),
        made(1.5, 0.3, 0.0, 0.85, True, gold),
        made(0.15, 0.05, 0.0, 1.0, True, lines),
        *(made(share, 0.05, 0.0, 1.0, True, part) for share, part in linked(options)),
    ], collect([*whole, *split])


def linked(options: argparse.Namespace) -> Iterator[tuple[float, list[Sentence]]]:
    """Yield the sentences whose quantities are linked, with the share of them that a round sees."""
    if options.more:
        yield 1.0, list(read_links(read_annotations(options.more, options.news)))
    if options.links_of_gold:
        yield 2.0, list(read_links(map(json.loads, options.gold.read_text("utf-8").splitlines())))


def run(rank: int, options: argparse.Namespace) -> None:
    """Train in one of the processes."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed * 1000 + rank)
    if options.processes > 1:
        address = f"tcp://127.0.0.1:{options.port}"
        torch.distributed.init_process_group("gloo", init_method=address, rank=rank, world_size=options.processes)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    data, labels = sources(options, tokenizer)
    teach, more = None, None
    network: Network | Student
    if options.teacher:
        labels = read_labels(options.teacher / "labels.json")
        teacher = Network(labels, tokenizer.get_vocab_size(), options.teacher_layers).eval()
        load_encoder(teacher, options.encoder / "model.safetensors")
        reload(teacher, options.teacher / "model.onnx")
        network = Student(labels, tokenizer.get_vocab_size(), options.layers)
        network.learn_from(teacher)
        teach = teaching(teacher, labels)
        more = News(options.news, tokenizer, options.articles, options.seed).source
    else:
        network = Network(labels, tokenizer.get_vocab_size(), options.layers)
        load_encoder(network, options.encoder / "model.safetensors")
    if options.start:
        print(json.dumps({"not in the model": reload(network, options.start / "model.onnx")}), flush=True)
    same_start(network)
    plan = Plan(options.out, options.minutes, options.steps, options.pieces, options.rate, seed=options.seed,
                bf16=options.bf16, rank=rank, processes=options.processes)  # fmt: skip
    trainer = Trainer(network, labels, plan, teach)
    trainer.resume()
    if rank == 0:
        labels.write(options.out / "labels.json")
        print(
            json.dumps({"parameters": sum(p.numel() for p in trainer.trained), "from step": trainer.step}), flush=True
        )
    trainer.run(endless(data, tokenizer, trainer, more), logger(options.out / "log.jsonl"))


def teaching(teacher: Network, labels: Labels) -> Teach:
    """Return the losses of a student against `teacher`, which reads the same batch."""

    def teach(output: Output, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        with torch.no_grad():
            wanted = teacher(batch["ids"], batch["first"], batch["last"])
        return distilled(output, wanted, batch, labels)

    return teach


def same_start(network: Network | Student) -> None:
    """Give every process the weights of the first."""
    if torch.distributed.is_initialized():
        for parameter in network.parameters():
            torch.distributed.broadcast(parameter.data, 0)


def main() -> None:
    """Train, from the start or from where an earlier run in `--out` stopped."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.processes == 1:
        run(0, options)
    else:
        torch.multiprocessing.spawn(run, (options,), options.processes)
