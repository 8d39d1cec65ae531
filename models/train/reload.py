"""Weights of a shipped model back into the network, to go on training from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper

from .network import Network

_PREFIX = "network."
_SIDES = 2


def reload(network: Network, path: Path) -> list[str]:
    """Fill `network` from a model in the form `rows8`; return the names of the parameters that the model lacks.

    Weights of 7 bits are multiplied out; word embeddings are left as they are. Raises ValueError where a shape differs.
    """
    graph = onnx.load(str(path)).graph
    # the 4-bit embeddings, which stay as they are, are of a type that NumPy lacks
    tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer if t.data_type != onnx.TensorProto.UINT4}
    found = {name.removeprefix(_PREFIX): value for name, value in tensors.items() if name.startswith(_PREFIX)}
    found |= _products(graph, tensors)
    missing = []
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            value = found.get(name)
            if value is None:
                missing.append(name)
            elif value.shape != tuple(parameter.shape):
                raise ValueError(f"{path}: {name} is {value.shape}, the network's {tuple(parameter.shape)}")
            else:
                parameter.copy_(torch.from_numpy(np.array(value)))
    return [name for name in missing if name != "encoder.words.weight"]


def _products(graph: GraphProto, tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the weights of linear layers: those of the product that each named bias is added to."""
    made = {output: node for node in graph.node for output in node.output}
    result = {}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias") and name in tensors]
        product = _product(node, made) if node.op_type == "Add" and biases else None
        if product is not None:
            weight, scales = (tensors[product.input[i]].astype(np.float32) for i in (1, 3))
            result[biases[0].removeprefix(_PREFIX).removesuffix("bias") + "weight"] = (weight * scales).T
    return result


def _product(node: NodeProto, made: dict[str, NodeProto]) -> NodeProto | None:
    """Return the product of whole numbers that, times the scales of its rows, is one side of a sum."""
    for name in node.input:
        scaled = made.get(name)
        inner = made.get(scaled.input[0]) if scaled is not None and len(scaled.input) == _SIDES else None
        if inner is not None and inner.op_type == "MatMulIntegerToFloat":
            return inner
    return None
