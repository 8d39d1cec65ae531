"""What a student learns from its teacher: the teacher's probabilities on every window, labelled or not."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from olgu.analyse import language
from olgu.analyse.words import sentences

from .annotations import text_of
from .batches import Source, examples
from .corpus import Sentence
from .labels import Labels
from .network import Output
from .training import allowed, link_scores

STATES = 1.0
"""The weight of the distance between the states of student and teacher, in variances of the teacher's."""


def distilled(output: Output, teacher: Output, batch: dict[str, Tensor], labels: Labels) -> dict[str, Tensor]:
    """Return the mean loss of each task against the teacher's probabilities, over the words and units of a batch.

    `output.rels` is [B,W,R]; the teacher's relation is that to the head which it finds likeliest.
    """
    words, units = batch["sentence"] >= 0, batch["units"] > 0
    result = {name: _soft(getattr(output, name)[mask], getattr(teacher, name)[mask])
              for name, mask in (("names", units), ("upos", words), ("lemmas", words))}  # fmt: skip
    sizes = [len(values) for values in labels.feats.values()]
    feats = zip(output.feats[words].split(sizes, -1), teacher.feats[words].split(sizes, -1), strict=True)
    result["feats"] = torch.stack([_soft(mine, theirs) for mine, theirs in feats]).sum()
    inside = batch["first"].clamp(min=1)
    mine, theirs = (torch.gather(each.starts, 1, inside)[words & (inside > 1)] for each in (output, teacher))
    result["starts"] = F.binary_cross_entropy_with_logits(mine.float(), theirs.float().sigmoid())
    arcs = teacher.arcs.float().masked_fill(~allowed(batch["sentence"]), -1e4)
    result["arcs"] = _soft(output.arcs[words], arcs[words])
    best = arcs.argmax(-1)[..., None, None].expand(-1, -1, 1, teacher.rels.shape[-1])
    result["rels"] = _soft(output.rels[words], torch.gather(teacher.rels, 2, best)[:, :, 0][words])
    asked = torch.arange(batch["quantities"].shape[1])[None] < batch["ties"]
    if asked.any():
        none = torch.cat([torch.zeros_like(words[:, :1]), ~words], -1)[:, None]
        scores = [link_scores(each.links.float(), batch["quantities"]) for each in (output, teacher)]
        rows = [[each.masked_fill(none, -1e4)[asked] for each in slots] for slots in scores]
        result["links"] = torch.stack([_soft(a, b) for a, b in zip(*rows, strict=True)]).sum()
    kept = batch["ids"] != 1
    mine, theirs = output.states[kept].float(), teacher.states[kept].float()
    result["states"] = STATES * F.mse_loss(mine, theirs) / theirs.var()
    return {k: v for k, v in result.items() if torch.isfinite(v)}


def _soft(scores: Tensor, teacher: Tensor) -> Tensor:
    """Return the cross-entropy, less what no student could avoid: 0 where both say the same."""
    wanted = teacher.float().log_softmax(-1)
    return F.kl_div(scores.float().log_softmax(-1), wanted, reduction="batchmean", log_target=True)


class News:
    """Raw articles, so many a round, in an order that a seed shuffles; after the last one they begin again."""

    def __init__(self, path: Path, tokenizer: Tokenizer, number: int, seed: int) -> None:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            self.texts = [text_of(json.loads(line)) for line in file]
        random.Random(seed).shuffle(self.texts)
        self.tokenizer, self.number = tokenizer, number
        self.nlp = language.load("rules")

    def source(self, round_: int) -> Source:
        """Return the articles of a round as sentences tokenised as in a run."""
        found: list[Sentence] = []
        for at in range(round_ * self.number, (round_ + 1) * self.number):
            found.extend(self._sentences(self.texts[at % len(self.texts)], str(at)))
        return Source((examples(self.tokenizer, found),), 1.0, 0.12, 0.03, 0.9, True)

    def _sentences(self, text: str, name: str) -> Iterator[Sentence]:
        for number, sentence in enumerate(sentences(self.nlp(text))):
            words = sentence.words
            gaps = [after.start > word.end for word, after in pairwise(words)]
            if words:
                forms = tuple(w.text for w in words)
                yield Sentence(forms, (*gaps, False), document=name, number=number, asked=True)
