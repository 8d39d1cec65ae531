"""The graph that ships beside the weights: made of operators that calculate the same on every processor.

`python -m models.train.portable MODEL --version V` writes it anew for a model folder and renews `meta.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data

from olgu.analyse.model_decode import READINGS
from olgu.analyse.model_files import GRAPH, PARTS, WEIGHTS

_LAST_AXIS, _READINGS = "portable.axis", "portable.readings"
_LEAST = 1024
"""Bytes; smaller weights stay in the graph."""


def portable(weights: Path, target: Path) -> None:
    """Write the graph of the file `weights` to `target`, which reads its weights from that file, in the same folder.

    Soft maxima are the only operators whose sums ONNX Runtime forms in an order that depends on the processor; what
    they are made of here, `ReduceMax`, `Exp`, `ReduceSum`, is not. Raises ValueError where one runs over another axis.
    """
    model = onnx.load(str(weights))
    _name_readings(model)
    nodes = [part for node in model.graph.node for part in _parts(node)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.append(numpy_helper.from_array(np.asarray([-1], dtype=np.int64), _LAST_AXIS))
    _point(model, weights)
    onnx.save(model, str(target))


def _name_readings(model: ModelProto) -> None:
    """Let the graph name the best readings and their log-odds where it named the best one."""
    graph = model.graph
    best = next(node for node in graph.node if list(node.output) == ["bundles"])
    if best.op_type != "ArgMax":
        return
    output = next(output for output in graph.output if output.name == "bundles")
    dims = output.type.tensor_type.shape.dim
    scored = helper.make_tensor_value_info("readings", onnx.TensorProto.FLOAT, [dims[0].dim_param, "words", READINGS])
    dims.add().dim_value = READINGS
    graph.output.append(scored)
    graph.initializer.append(numpy_helper.from_array(np.asarray([READINGS], dtype=np.int64), _READINGS))
    best.CopyFrom(helper.make_node("TopK", [best.input[0], _READINGS], ["readings", "bundles"], axis=-1))


def _parts(node: NodeProto) -> list[NodeProto]:
    """Return what `node` is made of: itself, unless it is a soft maximum or the logarithm of one."""
    if node.op_type not in ("Softmax", "LogSoftmax"):
        return [node]
    if [attribute.i for attribute in node.attribute if attribute.name == "axis"] not in ([], [-1]):
        raise ValueError(f"{node.name}: a {node.op_type} over another axis than the last")
    make, (name,), (out,) = helper.make_node, node.input, node.output
    parts = [
        make("ReduceMax", [name], [f"{out}.most"], axes=[-1], keepdims=1),
        make("Sub", [name, f"{out}.most"], [f"{out}.below"]),
        make("Exp", [f"{out}.below"], [f"{out}.exp"]),
        make("ReduceSum", [f"{out}.exp", _LAST_AXIS], [f"{out}.sum"], keepdims=1),
    ]
    if node.op_type == "Softmax":
        return [*parts, make("Div", [f"{out}.exp", f"{out}.sum"], [out])]
    return [*parts, make("Log", [f"{out}.sum"], [f"{out}.log"]), make("Sub", [f"{out}.below", f"{out}.log"], [out])]


def _point(model: ModelProto, weights: Path) -> None:
    """Put places in the file `weights` in the stead of the weights themselves."""
    whole = weights.read_bytes()
    for tensor in model.graph.initializer:
        size = len(tensor.raw_data)
        if size >= _LEAST:
            set_external_data(tensor, weights.name, whole.index(tensor.raw_data), size)
            tensor.ClearField("raw_data")


def checksums(folder: Path) -> dict[str, Any]:
    """Return what `meta.json` says of the bytes of a model's files."""
    contents = {name: (folder / name).read_bytes() for name in PARTS}
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    return {"bytes": {name: len(content) for name, content in contents.items()}, "sha256": sums}


def main() -> None:
    """Write graph and `meta.json` of a model folder."""
    parser = argparse.ArgumentParser(prog="models.train.portable", description=__doc__)
    parser.add_argument("model", type=Path, help="the model folder")
    parser.add_argument("--version", required=True, help="the version of the model with this graph")
    options = parser.parse_args()
    portable(options.model / WEIGHTS, options.model / GRAPH)
    meta = json.loads((options.model / "meta.json").read_text("utf-8"))
    meta |= {"version": options.version, **checksums(options.model)}
    (options.model / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
