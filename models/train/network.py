"""The network: one encoder (BERT), heads for names, sentence starts, morphology, lemmas, dependencies and links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name everybody uses

from .corpus import SLOTS
from .labels import Labels

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
ARC, REL = 256, 96
LINK = 32
"""Numbers of a word by which links are scored, for each slot and each of its two ends."""


@dataclass(frozen=True, slots=True)
class Output:
    """Scores: names [B,T,7], starts [B,T]; by word: upos [B,W,U], feats [B,W,F], lemmas [B,W,L], arcs [B,W,1+W]."""

    names: Tensor
    starts: Tensor
    upos: Tensor
    feats: Tensor
    lemmas: Tensor
    arcs: Tensor
    rels: Tensor
    """[B, W, 1+W, R]; index 0 of the heads is the root."""
    links: Tensor
    """[B, W, slots × (2 × LINK + 1)]: for each slot a word as a quantity, as what may be linked to one, and, as a
    quantity, how little it is linked to any word of its window."""
    states: Tensor
    """[B, T, WIDTH], what the encoder says of each piece."""


class Layer(nn.Module):
    """A transformer layer with the normalisation after the sum."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take [B,T,D] and a mask that is added to the scores."""
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        # Written out: the fused form is several times slower in bfloat16 on short windows.
        seen = torch.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask, -1) @ v
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT without pooler; every piece has type 0."""

    layer: type[nn.Module] = Layer

    def __init__(self, vocabulary: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(self.layer(dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor) -> Tensor:
        """Take piece ids [B,T]; return [B,T,D]."""
        # An additive mask, because the exporter to ONNX writes it without a detour.
        mask = (ids == 1)[:, None, None, :].to(self.positions.dtype) * -10000.0
        x = self.drop(self.norm(self.words(ids) + self.positions[: ids.shape[1]]))
        if torch.is_autocast_enabled("cpu"):
            mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Parser(nn.Module):
    """Biaffine scores of arcs and relations (Dozat & Manning 2017)."""

    def __init__(self, rels: int, dropout: float) -> None:
        super().__init__()
        self.arc_word, self.arc_head = nn.Linear(2 * WIDTH, ARC), nn.Linear(2 * WIDTH, ARC)
        self.rel_word, self.rel_head = nn.Linear(2 * WIDTH, REL), nn.Linear(2 * WIDTH, REL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(REL + 1, rels * (REL + 1)))
        self.drop = nn.Dropout(dropout)
        self.rels = rels
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel, std=0.02)

    def forward(self, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """Take words [B,W,768] and heads [B,1+W,768]; return arcs [B,W,1+W] and rels [B,W,1+W,R]."""
        one_w, one_h = torch.ones_like(words[..., :1]), torch.ones_like(heads[..., :1])
        word, head = self.drop(F.gelu(self.arc_word(words))), self.drop(F.gelu(self.arc_head(heads)))
        arcs = torch.cat([word, one_w], -1) @ self.arc @ head.transpose(1, 2)
        word, head = self.drop(F.gelu(self.rel_word(words))), self.drop(F.gelu(self.rel_head(heads)))
        spread = torch.cat([word, one_w], -1) @ self.rel
        batch, count = words.shape[0], words.shape[1]
        spread = spread.view(batch, count * self.rels, REL + 1)
        rels = spread @ torch.cat([head, one_h], -1).transpose(1, 2)
        return arcs, rels.view(batch, count, self.rels, heads.shape[1]).transpose(2, 3)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, labels: Labels, vocabulary: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, dropout)
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.starts = nn.Linear(WIDTH, 1)
        self.morph = nn.Linear(2 * WIDTH, WIDTH)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.feats = nn.Linear(WIDTH, sum(map(len, labels.feats.values())))
        self.edit = nn.Linear(2 * WIDTH, WIDTH)
        self.lemmas = nn.Linear(WIDTH, len(labels.lemmas))
        self.parser = Parser(len(labels.rels), 0.2)
        self.tie = nn.Linear(2 * WIDTH, WIDTH)
        self.links = nn.Linear(WIDTH, len(SLOTS) * (2 * LINK + 1))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> Output:
        """Take piece ids [B,T] and the piece where each word begins and ends [B,W]."""
        states = self.encoder(ids)
        x = self.drop(states)
        words, heads = words_and_heads(x, first, last)
        morph, edit = self.drop(F.gelu(self.morph(words))), self.drop(F.gelu(self.edit(words)))
        arcs, rels = self.parser(words, heads)
        links = self.links(self.drop(F.gelu(self.tie(words))))
        return Output(self.names(x), self.starts(x)[..., 0], self.upos(morph), self.feats(morph),
                      self.lemmas(edit), arcs, rels, links, states)  # fmt: skip


def words_and_heads(x: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
    """Return words [B,W,2D], each its first and its last piece among `x` [B,T,D], and the same behind the root."""
    words = torch.cat([_gathered(x, first), _gathered(x, last)], -1)
    return words, torch.cat([x[:, :1].repeat(1, 1, 2), words], 1)


def _gathered(x: Tensor, index: Tensor) -> Tensor:
    return torch.gather(x, 1, index[..., None].expand(-1, -1, x.shape[-1]))


def load_encoder(network: Network, path: Path) -> None:
    """Fill the encoder from the weights of a Hugging Face `BertModel` (safetensors).

    Layers that the network lacks are left out at the top.
    """
    state = {k.removeprefix("bert."): v.float() for k, v in load_file(str(path)).items()}
    kinds = state["embeddings.token_type_embeddings.weight"]
    encoder = network.encoder
    new = {"words.weight": state["embeddings.word_embeddings.weight"],
           "positions": state["embeddings.position_embeddings.weight"] + kinds[0],
           "norm.weight": state["embeddings.LayerNorm.weight"],
           "norm.bias": state["embeddings.LayerNorm.bias"]}  # fmt: skip
    parts = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
             "attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
             "output.dense": "down", "output.LayerNorm": "norm2"}  # fmt: skip
    for layer in range(len(encoder.layers)):
        for theirs, ours in parts.items():
            for kind in ("weight", "bias"):
                new[f"layers.{layer}.{ours}.{kind}"] = state[f"encoder.layer.{layer}.{theirs}.{kind}"]
    encoder.load_state_dict(new)
