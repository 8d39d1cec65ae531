"""A student of the network: fewer layers, whole numbers with fixed scales, parts that cost less, the same outputs.

What makes it fast is less the number of products than what stands between them. Activations are 8-bit numbers of one
scale for each place, which the training finds and then feels (fake quantisation), so nothing is measured at run time;
ReLU is what an unsigned number does by itself; a soft maximum is an exponential and a division after the product; a
relation is that of a word to the heads it may have, weighed by its arcs, in the place of one score for every pair.
"""

from __future__ import annotations

from itertools import accumulate

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name everybody uses

from .corpus import SLOTS
from .labels import Labels
from .network import ARC, HEADS, INNER, LINK, WIDTH, Encoder, Network, Output, words_and_heads
from .quantise import SEVEN_BITS

REL = 128
PARTS = {
    "morph": WIDTH,
    "edit": WIDTH,
    "tie": WIDTH,
    "arc_word": ARC,
    "arc_head": ARC,
    "rel_word": REL,
    "rel_head": REL,
}
"""What is made of a word for the heads, and its width."""
STARTS = dict(zip(PARTS, accumulate(PARTS.values(), initial=0), strict=False))
"""Where each part begins among all."""
_FARTHEST = 60.0
"""Scores of attention are cut there, on both sides, so that no sum of their exponentials is 0 or infinite."""
_FOLLOW = 0.02
"""How far a scale goes towards the largest activation of a batch."""


class Steps(nn.Module):
    """Rounds activations to 256 steps of one scale, signed or from 0 up; it follows the largest while it `follows`."""

    def __init__(self, signed: bool) -> None:
        super().__init__()
        self.register_buffer("top", torch.zeros(()))
        self.zero = 128 if signed else 0
        self.follows = True

    def forward(self, x: Tensor) -> Tensor:
        """Take and return any shape; the gradient passes where nothing is cut off."""
        if self.training and self.follows:
            with torch.no_grad():
                most = x.abs().amax().float()
                self.top.copy_(torch.where(self.top == 0, most, torch.lerp(self.top, most, _FOLLOW)))
        scale = max(float(self.top), 1e-6) / (127 if self.zero else 255)
        return torch.fake_quantize_per_tensor_affine(x, scale, self.zero, 0, 255)


class Rounded(nn.Linear):
    """A linear layer whose weights are numbers of 7 bits by output."""

    def forward(self, x: Tensor, start: int = 0, end: int | None = None) -> Tensor:
        """Take [..., inputs], which `Steps` has rounded; return [..., outputs], those from `start` to `end`."""
        weight, bias = self.weight[start:end], self.bias[start:end]
        return F.linear(x, weight if torch.onnx.is_in_onnx_export() else _rounded(weight), bias)


def _rounded(weight: Tensor) -> Tensor:
    """Return weights [outputs, inputs] as they are multiplied."""
    scales = (weight.detach().abs().amax(1) / SEVEN_BITS).clamp(min=1e-9)
    zeros = torch.zeros_like(scales, dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(weight, scales, zeros, 0, -SEVEN_BITS, SEVEN_BITS)


class Layer(nn.Module):
    """A transformer layer of BERT with ReLU; the scale of attention is in the weights of `qkv`."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.out = Rounded(WIDTH, 3 * WIDTH), Rounded(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = Rounded(WIDTH, INNER), Rounded(INNER, WIDTH)
        self.steps = nn.ModuleList(Steps(signed) for signed in (True, True, True, False))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, kept: Tensor) -> Tensor:
        """Take [B,T,D] and 1 for each piece that is no padding [B,1,T,1]."""
        batch, length, _ = x.shape
        rounded = self.steps[0](x)
        parts = (self.qkv(rounded, at, at + WIDTH) for at in (0, WIDTH, 2 * WIDTH))  # apart, so that none is copied
        q, k, v = (part.view(batch, length, HEADS, -1).transpose(1, 2) for part in parts)
        seen = _attended(q @ k.transpose(2, 3), v, kept).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(self.steps[1](seen))))
        return self.norm2(x + self.drop(self.down(self.steps[3](F.relu(self.up(self.steps[2](x)))))))


def _attended(scores: Tensor, v: Tensor, kept: Tensor) -> Tensor:
    if torch.onnx.is_in_onnx_export():
        with_count = torch.cat([v, torch.ones_like(v[..., :1])], -1) * kept
        summed = scores.clamp(-_FARTHEST, _FARTHEST).exp() @ with_count
        return summed[..., :-1] / summed[..., -1:]
    return torch.softmax(scores + (kept.transpose(2, 3) - 1) * 10000.0, -1).to(v.dtype) @ v


class StudentEncoder(Encoder):
    """The encoder with layers of the student."""

    layer = Layer

    def forward(self, ids: Tensor) -> Tensor:
        """Take piece ids [B,T]; return [B,T,D]."""
        kept = (ids != 1)[:, None, :, None].to(self.positions.dtype)
        x = self.drop(self.norm(self.words(ids) + self.positions[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, kept)
        return x


class Student(nn.Module):
    """Encoder and heads; `Output.rels` is [B,W,R]."""

    def __init__(self, labels: Labels, vocabulary: int, layers: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = StudentEncoder(vocabulary, layers, dropout)
        self.state_steps, self.word_steps = Steps(signed=True), Steps(signed=True)
        self.names, self.starts = Rounded(WIDTH, len(labels.names)), Rounded(WIDTH, 1)
        self.spread = Rounded(2 * WIDTH, sum(PARTS.values()))
        self.part_steps = nn.ModuleDict({part: Steps(signed=False) for part in ("morph", "edit", "tie", "arc_word")})
        self.upos = Rounded(WIDTH, len(labels.upos))
        self.feats = Rounded(WIDTH, sum(map(len, labels.feats.values())))
        self.lemmas = Rounded(WIDTH, len(labels.lemmas))
        self.links = Rounded(WIDTH, len(SLOTS) * (2 * LINK + 1))
        self.arc = Rounded(ARC, ARC)
        self.rel_steps = Steps(signed=False)
        self.rel = Rounded(3 * REL, len(labels.rels))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> Output:
        """Take piece ids [B,T] and the piece where each word begins and ends [B,W]; words that begin at 0 are none."""
        states = self.encoder(ids)
        x = self.drop(states)
        words, heads = map(self.word_steps, words_and_heads(x, first, last))
        morph, edit, tie, word = (steps(self._part(name, words)) for name, steps in self.part_steps.items())
        none = (first == 0)[:, None, :].to(x.dtype) * -10000.0
        arcs = self.arc(word) @ self._part("arc_head", heads).transpose(1, 2)
        arcs = arcs + torch.cat([torch.zeros_like(none[..., :1]), none], -1)
        own, others = self._part("rel_word", words), self._part("rel_head", heads)
        over = torch.softmax(arcs, -1).to(others.dtype) @ others
        rels = self.rel(self.rel_steps(torch.cat([own, over, own * over], -1)))
        pieces = self.state_steps(x)
        return Output(self.names(pieces), self.starts(pieces)[..., 0], self.upos(morph), self.feats(morph),
                      self.lemmas(edit), arcs, rels, self.links(tie), states)  # fmt: skip

    def _part(self, name: str, words: Tensor) -> Tensor:
        """Return one of `PARTS` of words [B,W,2·WIDTH]."""
        at = STARTS[name]
        return self.drop(F.relu(self.spread(words, at, at + PARTS[name])))

    def follow(self, follows: bool) -> None:
        """Let the scales of activations follow what is seen, or keep them."""
        for module in self.modules():
            if isinstance(module, Steps):
                module.follows = follows

    def learn_from(self, teacher: Network) -> None:
        """Begin with the teacher's weights: layers evenly drawn from its own, the first and the last among them."""
        mine, theirs = self.encoder, teacher.encoder
        mine.words.weight.data = theirs.words.weight.data
        mine.positions.data.copy_(theirs.positions)
        mine.norm.load_state_dict(theirs.norm.state_dict())
        gap = (len(theirs.layers) - 1) / max(1, len(mine.layers) - 1)
        with torch.no_grad():
            for index, layer in enumerate(mine.layers):
                _copy_layer(layer, theirs.layers[round(index * gap)])
            for name in ("names", "starts", "upos", "feats", "lemmas", "links"):
                getattr(self, name).load_state_dict(getattr(teacher, name).state_dict())
            parser = teacher.parser
            sources = {"morph": teacher.morph, "edit": teacher.edit, "tie": teacher.tie,
                       "arc_word": parser.arc_word, "arc_head": parser.arc_head}  # fmt: skip
            for part, source in sources.items():
                here = slice(STARTS[part], STARTS[part] + PARTS[part])
                self.spread.weight[here].copy_(source.weight)
                self.spread.bias[here].copy_(source.bias)
            self.arc.weight.copy_(parser.arc[:ARC].T)
            self.arc.bias.copy_(parser.arc[ARC])


def _copy_layer(layer: Layer, source: nn.Module) -> None:
    """Copy a layer of the teacher's encoder; must run without gradients."""
    scale = (WIDTH // HEADS) ** -0.5
    for kind in ("weight", "bias"):
        q, k, v = (getattr(getattr(source, name), kind) for name in ("query", "key", "value"))
        getattr(layer.qkv, kind).copy_(torch.cat([q * scale, k, v]))
    for name in ("out", "norm1", "norm2", "up", "down"):
        getattr(layer, name).load_state_dict(getattr(source, name).state_dict())
