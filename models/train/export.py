"""The trained network as an ONNX graph that decides in the graph what can be decided there."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from olgu.analyse.model_decode import LEMMAS

from .labels import Labels, pairs
from .network import Network
from .student import Student

OUTPUTS = ("names", "starts", "bundles", "lemmas", "edits", "arcs", "rels", "links")


class Decider(nn.Module):
    """Names, starts and arcs as scores; the joint class of UPOS and features, edit scripts and relations as indexes.

    Edit scripts come with their scores (`edits`), for the lexicon to choose between them. Features are scored one by
    one, but only bundles that the treebank has are possible.
    """

    def __init__(self, network: Network | Student, labels: Labels) -> None:
        super().__init__()
        self.network = network
        self.lemmas = min(LEMMAS, len(labels.lemmas))
        self.sizes = [len(values) for values in labels.feats.values()]
        self.register_buffer("bundles", bundle_matrix(labels))
        never = torch.zeros(len(labels.rels))
        never[labels.rels.index("root")] = -1e4
        self.register_buffer("never", never)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return the values of `OUTPUTS`."""
        out = self.network(ids, first, last)
        parts = [out.upos.log_softmax(-1), *(p.log_softmax(-1) for p in out.feats.split(self.sizes, -1))]
        bundles = (torch.cat(parts, -1) @ self.bundles).argmax(-1)
        if isinstance(self.network, Student):
            rels = (out.rels + self.never).argmax(-1)[:, :, None].expand(-1, -1, first.shape[1])
        else:
            rels = (out.rels[:, :, 1:] + self.never).argmax(-1)
        edits, lemmas = out.lemmas.topk(self.lemmas, -1)
        return out.names, out.starts, bundles, lemmas, edits, out.arcs, rels, out.links


def bundle_matrix(labels: Labels) -> Tensor:
    """Return [UPOS + feature values, bundles]: 1 where a bundle has the value."""
    rows = [("upos", value) for value in labels.upos]
    rows += [(name, value) for name, values in labels.feats.items() for value in values]
    index = {row: i for i, row in enumerate(rows)}
    matrix = torch.zeros(len(rows), len(labels.bundles))
    for column, bundle in enumerate(labels.bundles):
        upos, _, feats = bundle.partition("|")
        own = pairs(feats)
        matrix[index["upos", upos], column] = 1
        for name in labels.feats:
            matrix[index[name, own.get(name, "")], column] = 1
    return matrix


def load_mean(network: Network | Student, checkpoint: Path) -> int:
    """Fill the network with the averaged weights of a checkpoint; return its step."""
    state = torch.load(checkpoint, weights_only=True)
    network.encoder.words.weight.requires_grad_(False)
    trained = [p for p in network.parameters() if p.requires_grad]
    with torch.no_grad():
        for parameter, mean in zip(trained, state["mean"], strict=True):
            parameter.copy_(mean)
        for name, buffer in network.named_buffers():
            buffer.copy_(state["buffers"][name])
    return int(state["step"])


def export(network: Network | Student, labels: Labels, path: Path) -> None:
    """Write the graph with free numbers of windows, pieces and words."""
    decider = Decider(network, labels).eval()
    ids = torch.randint(4, network.encoder.words.num_embeddings, (2, 16))
    words = torch.randint(1, 15, (2, 12))
    axes = {"ids": {0: "batch", 1: "pieces"}, "first": {0: "batch", 1: "words"}, "last": {0: "batch", 1: "words"}}
    axes |= {name: {0: "batch"} for name in OUTPUTS}
    torch.onnx.export(decider, (ids, words, words), str(path), input_names=["ids", "first", "last"],
                      output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
