"""Forms of the exported graph, smaller and faster, none of which lets a sentence depend on others in its batch."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

BLOCK = 128
EMBEDDING_BLOCK = 32
SEVEN_BITS = 63
"""The largest weight of 7 bits, with a sign."""
_CONTRIB = "com.microsoft"
Floats = NDArray[np.float32]


def as_it_is(source: Path, target: Path) -> None:
    """Keep 32-bit floats."""
    shutil.copyfile(source, target)


def blocks(source: Path, target: Path, level: int) -> None:
    """Keep weights as blocks of 8 bits, embeddings as blocks of 4.

    `level` 0 calculates in floats; `level` 4 turns the activations of every token by itself into blocks of 8 bits.
    """
    model = onnx.load(str(source))
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    _replace(model.graph, partial(_product, weights=weights, level=level))
    _replace(model.graph, partial(_lookup, weights=weights))
    _finish(model)
    onnx.save(model, str(target))


Swap = Callable[[NodeProto], tuple[NodeProto, list[TensorProto]] | None]


def _replace(graph: GraphProto, swap: Swap) -> None:
    """Put what `swap` returns in the place of each node for which it returns something."""
    for index, node in enumerate(graph.node):
        swapped = swap(node)
        if swapped:
            graph.node[index].CopyFrom(swapped[0])
            known = {tensor.name for tensor in graph.initializer}
            graph.initializer.extend(tensor for tensor in swapped[1] if tensor.name not in known)


def _product(
    node: NodeProto, weights: dict[str, TensorProto], level: int
) -> tuple[NodeProto, list[TensorProto]] | None:
    matrix = _matrix(node, weights)
    if matrix is None:
        return None
    name = node.input[1]
    packed, scales = eight_bits(matrix)
    inputs = [node.input[0], f"{name}.q", f"{name}.s"]
    new = helper.make_node(
        "MatMulNBits", inputs, list(node.output), name=node.name, domain=_CONTRIB, K=matrix.shape[0], N=matrix.shape[1],
        bits=8, block_size=BLOCK, accuracy_level=level,
    )  # fmt: skip
    return new, [numpy_helper.from_array(packed, inputs[1]), numpy_helper.from_array(scales, inputs[2])]


def eight_bits(matrix: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """Return [N, K / block, block] bytes (zero is 128) and [N, K / block] scales of a matrix [K, N]."""
    split = matrix.T.reshape(matrix.shape[1], -1, BLOCK)
    scales = np.abs(split).max(axis=2) / 127
    scales[scales == 0] = 1
    packed = np.clip(np.rint(split / scales[..., None]) + 128, 0, 255).astype(np.uint8)
    return packed, scales.astype(np.float32)


def _lookup(node: NodeProto, weights: dict[str, TensorProto]) -> tuple[NodeProto, list[TensorProto]] | None:
    if node.op_type != "Gather" or node.input[0] not in weights:
        return None
    name = node.input[0]
    table = numpy_helper.to_array(weights[name])
    if table.ndim != 2 or len(table) < 10_000:
        return None
    packed, scales = four_bits(table.astype(np.float32))
    data = helper.make_tensor(f"{name}.q", TensorProto.UINT4, table.shape, packed.tobytes(), raw=True)
    inputs = [f"{name}.q", node.input[1], f"{name}.s", f"{name}.z"]
    zeros = helper.make_tensor(inputs[3], TensorProto.UINT4, scales.shape, bytes([0x88]) * (scales.size // 2), raw=True)
    new = helper.make_node(
        "GatherBlockQuantized", inputs, list(node.output), name=node.name, domain=_CONTRIB, gather_axis=0,
        quantize_axis=1, block_size=EMBEDDING_BLOCK,
    )  # fmt: skip
    return new, [data, numpy_helper.from_array(scales, inputs[2]), zeros]


def four_bits(table: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """Return [V, D / 2] bytes of two values each (zero is 8) and [V, D / block] scales.

    The largest value of a block becomes -8, as in the Q4_0 form that the embeddings of this encoder come from.
    """
    split = table.reshape(len(table), -1, EMBEDDING_BLOCK)
    largest = np.take_along_axis(split, np.abs(split).argmax(axis=2)[..., None], axis=2)[..., 0]
    scales = largest / -8
    scales[scales == 0] = 1
    values = np.clip(np.rint(split / scales[..., None]) + 8, 0, 15).astype(np.uint8).reshape(table.shape)
    return values[:, 0::2] | (values[:, 1::2] << 4), scales.astype(np.float32)


def _finish(model: ModelProto) -> None:
    """Drop weights that nothing reads any more and name the operators' domain."""
    used = {name for node in model.graph.node for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    if all(entry.domain != _CONTRIB for entry in model.opset_import):
        model.opset_import.append(helper.make_opsetid(_CONTRIB, 1))
    model.ir_version = max(model.ir_version, 10)


def rows(source: Path, target: Path) -> None:
    """Multiply whole numbers: weights of 7 bits by column, activations of 8 bits by token; embeddings of 4 bits.

    7 bits, because processors without VNNI add two products in 16 bits, which 8 bits overflow. The scale of a token
    comes from that token alone.
    """
    model = onnx.load(str(source))
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    _replace(graph, partial(_lookup, weights=weights))
    nodes: list[NodeProto] = []
    ready: set[str] = set()
    for node in graph.node:
        matrix = _matrix(node, weights)
        if matrix is None:
            nodes.append(node)
            continue
        if node.input[0] not in ready:
            ready.add(node.input[0])
            nodes.extend(_row_nodes(node.input[0]))
        nodes.extend(_integer_nodes(node))
        packed, scales = seven_bits(matrix)
        graph.initializer.append(numpy_helper.from_array(packed, f"{node.input[1]}.q"))
        graph.initializer.append(numpy_helper.from_array(scales, f"{node.input[1]}.s"))
    del graph.node[:]
    graph.node.extend(nodes)
    constants = {"q.top": np.float32(127), "q.least": np.float32(1e-6), "q.one": np.float32(1)}
    graph.initializer.extend(numpy_helper.from_array(np.asarray(v), k) for k, v in constants.items())
    graph.initializer.append(numpy_helper.from_array(np.asarray(128, dtype=np.uint8), "q.zero"))
    _finish(model)
    onnx.save(model, str(target))


def steps(source: Path, target: Path) -> None:
    """Multiply whole numbers where the graph has rounded activations (`student.Steps`); embeddings of 4 bits."""
    model = onnx.load(str(source))
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    _unpack(graph, weights)
    made = {output: node for node in graph.node for output in node.output}
    readers = defaultdict[str, list[NodeProto]](list)
    for node in graph.node:
        for name in node.input:
            readers[name].append(node)
    nodes: list[NodeProto] = []
    left_out: set[str] = set()
    for node in graph.node:
        matrix = _matrix(node, weights)
        rounded = made.get(node.input[0]) if matrix is not None else None
        if matrix is not None and rounded is not None and rounded.op_type == "DequantizeLinear":
            packed, scales = seven_bits(matrix)
            name, (sums,) = node.input[1], readers[node.output[0]]
            new = [numpy_helper.from_array(packed, f"{name}.q"), numpy_helper.from_array(scales, f"{name}.s")]
            graph.initializer.extend(new)
            (bias,) = (each for each in sums.input if each in weights)
            activations, scale, zero = rounded.input
            inputs = [activations, new[0].name, scale, new[1].name, zero, "", bias]
            nodes.append(
                helper.make_node("MatMulIntegerToFloat", inputs, list(sums.output), name=node.name, domain=_CONTRIB)
            )
            left_out.add(sums.output[0])
        elif node.output[0] not in left_out or node.op_type == "MatMulIntegerToFloat":
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(_alive(nodes, {output.name for output in graph.output}))
    _finish(model)
    onnx.save(model, str(target))


def _unpack(graph: GraphProto, weights: dict[str, TensorProto]) -> None:
    """Keep the embeddings as bytes of two numbers, as `four_bits` packs them, and part those of the pieces asked for.

    `GatherBlockQuantized`, which does the same, takes as long as half a layer of the student.
    """
    at, node = next((i, n) for i, n in enumerate(graph.node) if n.op_type == "Gather" and n.input[0] in weights)
    name, asked, (out,) = node.input[0], node.input[1], node.output
    packed, scales = four_bits(numpy_helper.to_array(weights[name]).astype(np.float32))
    constants = {"q": packed, "s": scales[..., None], "four": np.asarray(4, np.uint8), "sixteen": np.float32(16),
                 "eight": np.float32(8), "pairs": np.asarray([0, 0, -1, EMBEDDING_BLOCK]), "last": np.asarray([-1]),
                 "flat": np.asarray([0, 0, packed.shape[1] * 2])}  # fmt: skip
    graph.initializer.extend(numpy_helper.from_array(np.asarray(v), f"{name}.{k}") for k, v in constants.items())
    c = {key: f"{name}.{key}" for key in constants}
    make = helper.make_node
    parts = [
        make("Gather", [c["q"], asked], [f"{out}.q"], axis=0),
        make("Gather", [c["s"], asked], [f"{out}.s"], axis=0),
        make("BitShift", [f"{out}.q", c["four"]], [f"{out}.upper"], direction="RIGHT"),
        make("Cast", [f"{out}.upper"], [f"{out}.high"], to=TensorProto.FLOAT),
        make("Cast", [f"{out}.q"], [f"{out}.both"], to=TensorProto.FLOAT),
        make("Mul", [f"{out}.high", c["sixteen"]], [f"{out}.shifted"]),
        make("Sub", [f"{out}.both", f"{out}.shifted"], [f"{out}.low"]),
        make("Unsqueeze", [f"{out}.low", c["last"]], [f"{out}.first"]),
        make("Unsqueeze", [f"{out}.high", c["last"]], [f"{out}.second"]),
        make("Concat", [f"{out}.first", f"{out}.second"], [f"{out}.pairs"], axis=-1),
        make("Reshape", [f"{out}.pairs", c["pairs"]], [f"{out}.blocks"]),
        make("Sub", [f"{out}.blocks", c["eight"]], [f"{out}.signed"]),
        make("Mul", [f"{out}.signed", f"{out}.s"], [f"{out}.values"]),
        make("Reshape", [f"{out}.values", c["flat"]], [out]),
    ]
    nodes = [*graph.node[:at], *parts, *graph.node[at + 1 :]]
    del graph.node[:]
    graph.node.extend(nodes)


def _alive(nodes: Sequence[NodeProto], wanted: set[str]) -> list[NodeProto]:
    """Return the nodes that something reads."""
    kept: list[NodeProto] = []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    return kept[::-1]


def _matrix(node: NodeProto, weights: dict[str, TensorProto]) -> Floats | None:
    """Return the weights of a matrix product worth quantising."""
    if node.op_type != "MatMul" or node.input[1] not in weights:
        return None
    matrix = numpy_helper.to_array(weights[node.input[1]]).astype(np.float32)
    fits = matrix.ndim == 2 and matrix.shape[0] % BLOCK == 0 and not np.isin(matrix, (0, 1)).all()
    return matrix if fits else None


def _row_nodes(name: str) -> list[NodeProto]:
    """Return the nodes that make bytes (`.u`) and a scale for each row (`.r`) of `name`."""
    make = helper.make_node
    return [
        make("Abs", [name], [f"{name}.abs"]),
        make("ReduceMax", [f"{name}.abs"], [f"{name}.most"], axes=[-1], keepdims=1),
        make("Max", [f"{name}.most", "q.least"], [f"{name}.range"]),
        make("Div", ["q.top", f"{name}.range"], [f"{name}.factor"]),
        make("Div", [f"{name}.range", "q.top"], [f"{name}.r"]),
        make("Mul", [name, f"{name}.factor"], [f"{name}.scaled"]),
        make("QuantizeLinear", [f"{name}.scaled", "q.one", "q.zero"], [f"{name}.u"]),
    ]


def _integer_nodes(node: NodeProto) -> list[NodeProto]:
    make, (name, weight), out = helper.make_node, node.input[:2], node.output[0]
    return [
        make(
            "MatMulIntegerToFloat",
            [f"{name}.u", f"{weight}.q", "q.one", f"{weight}.s", "q.zero"],
            [f"{out}.f"],
            name=node.name,
            domain=_CONTRIB,
        ),
        make("Mul", [f"{out}.f", f"{name}.r"], [out]),
    ]


def seven_bits(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return signed bytes of -63 to 63 and a scale for each column of a matrix."""
    scales = np.abs(matrix).max(axis=0) / SEVEN_BITS
    scales[scales == 0] = 1
    return np.rint(matrix / scales).astype(np.int8), scales.astype(np.float32)


FORMS: dict[str, Callable[[Path, Path], None]] = {
    "float": as_it_is,
    "weights8": partial(blocks, level=0),
    "rows8": rows,
    "tokens8": partial(blocks, level=4),
    "steps8": steps,
}
