"""The training loop: mixed batches, time or steps as the budget, checkpoints, an average of the weights."""

from __future__ import annotations

import json
import math
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from .batches import NONE, Collator, Source, Window, batched, round_of
from .corpus import SLOTS
from .labels import Labels
from .network import LINK, Network, Output
from .student import Student

EVERY = 20
"""Steps between two rows of the log."""
PAIRED = 4
"""Dimensions of relations that are scored for every pair of words."""
LONGEST_STEP = 20.0
"""Seconds that count for one step at most: a run that was held (SIGSTOP) has not trained meanwhile."""
WEIGHTS = {
    "names": 1.0,
    "starts": 0.3,
    "upos": 0.7,
    "feats": 0.25,
    "lemmas": 0.7,
    "arcs": 1.0,
    "rels": 0.7,
    "links": 1.0,
    "states": 1.0,
}
GOLD = 0.5
"""How much what is annotated counts beside what a teacher says."""
FOLLOWED = 0.6
"""The part of a run in which the scales of a student's activations follow what it sees."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: `minutes` or `steps` end the run, whichever is given; rates are for AdamW."""

    out: Path
    minutes: float = 0.0
    steps: int = 0
    pieces: int = 448
    rate: float = 2e-4
    head_factor: float = 5.0
    decay: float = 0.9
    warm_up: float = 0.06
    average: float = 0.99
    seed: int = 1
    save_minutes: float = 8.0
    bf16: bool = False
    rank: int = 0
    processes: int = 1


def losses(output: Output, batch: dict[str, Tensor], labels: Labels) -> dict[str, Tensor]:
    """Return the mean loss of each task over what is labelled for it."""
    result = {"names": _cross(output.names, batch["names"]), "upos": _cross(output.upos, batch["upos"])}
    result["lemmas"] = _cross(output.lemmas, batch["lemmas"])
    known = batch["starts"] != NONE
    if known.any():
        result["starts"] = F.binary_cross_entropy_with_logits(
            output.starts[known].float(), batch["starts"][known].float()
        )
    at, feats = 0, []
    for index, values in enumerate(labels.feats.values()):
        feats.append(_cross(output.feats[..., at : at + len(values)], batch["feats"][..., index]))
        at += len(values)
    result["feats"] = torch.stack(feats).sum()
    heads = batch["heads"]
    result["arcs"] = _cross(output.arcs.float().masked_fill(~allowed(batch["sentence"]), -1e4), heads)
    rels = output.rels
    if rels.dim() == PAIRED:
        chosen = heads.clamp(min=0)[..., None, None].expand(-1, -1, 1, rels.shape[-1])
        rels = torch.gather(rels, 2, chosen)[:, :, 0]
    result["rels"] = _cross(rels, batch["rels"])
    result["links"] = _links(output.links.float(), batch)
    return {k: v for k, v in result.items() if torch.isfinite(v)}


def _links(links: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Return the summed mean losses of the slots: which word of the window, if any, is that of a quantity."""
    here = batch["sentence"] >= 0
    losses = []
    for slot, scores in enumerate(link_scores(links, batch["quantities"])):
        allowed_words = torch.cat([torch.ones_like(here[:, :1]), here], -1)[:, None]
        losses.append(_cross(scores.masked_fill(~allowed_words, -1e4), batch["links"][..., slot]))
    return torch.stack(losses).sum()


def link_scores(links: Tensor, quantities: Tensor) -> list[Tensor]:
    """Return for each slot [B,Q,1+W]: the score of no word, then those of the words of the window."""
    asked = torch.gather(links, 1, quantities[..., None].expand(-1, -1, links.shape[-1]))
    result = []
    for mine, theirs in zip(asked.chunk(len(SLOTS), -1), links.chunk(len(SLOTS), -1), strict=True):
        scores = mine[..., :LINK] @ theirs[..., LINK : 2 * LINK].transpose(1, 2) * LINK**-0.5
        result.append(torch.cat([mine[..., -1:], scores], -1))
    return result


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), gold.reshape(-1), ignore_index=NONE)


def allowed(sentence: Tensor) -> Tensor:
    """Return [B,W,1+W]: the root and the words of the same sentence may be heads."""
    same = sentence[:, :, None] == sentence[:, None, :]
    return torch.cat([torch.ones_like(same[..., :1]), same], -1)


Teach = Callable[[Output, dict[str, Tensor]], dict[str, Tensor]]
"""The losses of an output against what a teacher says of the same batch."""


class Trainer:
    """A run that can stop and go on."""

    def __init__(self, network: Network | Student, labels: Labels, plan: Plan, teach: Teach | None = None) -> None:
        self.network, self.labels, self.plan, self.teach = network, labels, plan, teach
        network.encoder.words.weight.requires_grad_(False)
        self.optimiser = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01, fused=True)
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.trained = [p for p in network.parameters() if p.requires_grad]
        self.mean = [p.detach().clone() for p in self.trained]
        self.step, self.spent, self.round = 0, 0.0, 0
        self.collate = Collator(labels)
        self.path = plan.out / "checkpoint.pt"

    def resume(self) -> bool:
        """Go on from the checkpoint, if there is one."""
        if not self.path.exists():
            return False
        state = torch.load(self.path, weights_only=True)
        with torch.no_grad():
            for p, m, new, mean in zip(self.trained, self.mean, state["weights"], state["mean"], strict=True):
                p.copy_(new)
                m.copy_(mean)
            for name, buffer in self.network.named_buffers():
                buffer.copy_(state["buffers"][name])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.spent, self.round = state["step"], state["spent"], state["round"]
        return True

    def save(self) -> None:
        """Write the checkpoint, and the averaged weights as what would ship now."""
        state = {"weights": [p.detach() for p in self.trained], "mean": self.mean,
                 "optimiser": self.optimiser.state_dict(), "buffers": dict(self.network.named_buffers()),
                 "step": self.step, "spent": self.spent, "round": self.round}  # fmt: skip
        torch.save(state, self.path.with_suffix(".new"))
        os.replace(self.path.with_suffix(".new"), self.path)

    @property
    def progress(self) -> float:
        """How much of the budget is used, 0 to 1."""
        if self.plan.steps:
            return self.step / self.plan.steps
        return self.spent / (60 * self.plan.minutes)

    def run(self, batches: Iterator[list[Window]], log: Callable[[dict[str, float]], None]) -> None:
        """Train until the budget is used."""
        self.network.train()
        saved, sums = self.spent, dict[str, float]()
        began = time.monotonic()
        while self.progress < 1:
            self._rate()
            if isinstance(self.network, Student):
                self.network.follow(self.progress < FOLLOWED)
            for name, value in self._learn(next(batches)).items():
                sums[name] = sums.get(name, 0.0) + value / EVERY
            self.step += 1
            began, step = time.monotonic(), time.monotonic() - began
            self.spent += self._together(min(step, LONGEST_STEP))
            if self.plan.rank == 0 and self.step % EVERY == 0:
                log({"step": self.step, "minutes": round(self.spent / 60, 2), "progress": round(self.progress, 4),
                     **{k: round(v, 4) for k, v in sums.items()}})  # fmt: skip
            if self.step % EVERY == 0:
                sums = {}
            if self.plan.rank == 0 and self.spent - saved > 60 * self.plan.save_minutes:
                self.save()
                saved = self.spent
        if self.plan.rank == 0:
            self.save()

    def _learn(self, windows: list[Window]) -> dict[str, float]:
        batch = self.collate(windows)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.plan.bf16):
            output = self.network(batch["ids"], batch["first"], batch["last"])
            taught = self.teach(output, batch) if self.teach else {}
        parts = losses(output, batch, self.labels)
        loss = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
        if taught:
            loss = GOLD * loss + torch.stack([WEIGHTS[name] * part for name, part in taught.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self._share_gradients()
        nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        if self.step % 4 == 0:
            keep = min(self.plan.average, (1 + self.step) / (10 + self.step)) ** 4
            with torch.no_grad():
                torch._foreach_lerp_(self.mean, self.trained, 1 - keep)
        return {name: float(part.detach()) for name, part in (taught or parts).items()}

    def _share_gradients(self) -> None:
        """Average the gradients of all processes; a parameter without a loss in this batch counts as 0."""
        if self.plan.processes == 1:
            return
        grads = [torch.zeros_like(p) if p.grad is None else p.grad for p in self.trained]
        flat = torch.cat([g.reshape(-1) for g in grads])
        torch.distributed.all_reduce(flat)
        flat /= self.plan.processes
        for p, part in zip(self.trained, flat.split([p.numel() for p in self.trained]), strict=True):
            p.grad = part.view_as(p)

    def _together(self, seconds: float) -> float:
        """Return the mean of a number over the processes, which so end at the same step."""
        if self.plan.processes == 1:
            return seconds
        value = torch.tensor([seconds], dtype=torch.float64)
        torch.distributed.all_reduce(value)
        return float(value) / self.plan.processes

    def _rate(self) -> None:
        progress = self.progress
        warm = self.plan.warm_up
        factor = progress / warm if progress < warm else max(0.01, (1 - progress) / (1 - warm))
        if math.isclose(progress, 0):
            factor = 0.01
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor


def _groups(network: Network | Student, plan: Plan) -> list[dict[str, object]]:
    """One group of parameters for each layer: the lower, the slower."""
    layers = len(network.encoder.layers)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = plan.rate * plan.decay ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = plan.rate * plan.decay**layers
        else:
            rate = plan.rate * plan.head_factor
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def endless(
    sources: list[Source], tokenizer: object, trainer: Trainer, more: Callable[[int], Source] | None = None
) -> Iterator[list[Window]]:
    """Yield batches for ever; the seed of a round is its number, so that a resumed run begins a new round.

    `more` makes a further source for each round.
    """
    while True:
        dice = random.Random(f"{trainer.plan.seed}.{trainer.round}")
        further = [more(trainer.round)] if more else []
        trainer.round += 1
        windows = round_of([*sources, *further], tokenizer, dice)  # type: ignore[arg-type]
        yield from batched(windows, trainer.plan.pieces, dice)[trainer.plan.rank :: trainer.plan.processes]


def logger(path: Path) -> Callable[[dict[str, float]], None]:
    """Return a function that appends a row to a JSON Lines file and prints it."""

    def log(row: dict[str, float]) -> None:
        line = json.dumps(row)
        print(line, flush=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return log
