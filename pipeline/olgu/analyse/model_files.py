"""The files of a shipped model: weights, tokenizer, labels and what `meta.json` says of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

PARTS = ("model.onnx", "tokenizer.json", "labels.json")


class ModelError(ValueError):
    """A model folder that lacks a file or holds another one than its `meta.json` says."""


@dataclass(frozen=True, slots=True)
class ModelLabels:
    """The labels of every head, by index."""

    names: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[tuple[str, tuple[str, ...]], ...]
    lemmas: tuple[str, ...]
    rels: tuple[str, ...]
    bundles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model."""

    session: InferenceSession
    tokenizer: Tokenizer
    labels: ModelLabels
    meta: dict[str, Any]

    def run(self, ids: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]) -> dict[str, Any]:
        """Return the scores by name for piece ids [B,T] and the pieces where words begin and end [B,W]."""
        names = [output.name for output in self.session.get_outputs()]
        values = self.session.run(names, {"ids": ids, "first": first, "last": last})
        return dict(zip(names, values, strict=True))


@cache
def open_model(path: Path, threads: int) -> Model:
    """Load the model in the folder `path`; raise ModelError where a file is missing or altered."""
    meta = check(path)
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - importing it takes its time
    from tokenizers import Tokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = InferenceSession(str(path / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
    return Model(session, tokenizer, _labels(path / "labels.json"), meta)


def check(path: Path) -> dict[str, Any]:
    """Return `meta.json` of a model folder after comparing the checksums of its files."""
    try:
        meta: dict[str, Any] = json.loads((path / "meta.json").read_text("utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path}: no model here (meta.json is missing)") from None
    for name in PARTS:
        file = path / name
        if not file.is_file():
            raise ModelError(f"{file}: missing")
        if hashlib.sha256(file.read_bytes()).hexdigest() != meta["sha256"][name]:
            raise ModelError(f"{file}: not the file that meta.json describes")
    return meta


def _labels(path: Path) -> ModelLabels:
    data = json.loads(path.read_text("utf-8"))
    feats = tuple((name, tuple(values)) for name, values in data.pop("feats").items())
    return ModelLabels(feats=feats, **{key: tuple(values) for key, values in data.items()})
