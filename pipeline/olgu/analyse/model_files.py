"""The files of a shipped model: weights, tokenizer, labels, lexicon of lemmas and what `meta.json` says of them."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olgu.analyse import model_lexicon, model_readings
from olgu.analyse.model_lexicon import Lexicon
from olgu.analyse.model_readings import Readings
from olgu.analyse.model_windows import MOST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

WEIGHTS = "model.onnx"
GRAPH = "graph.onnx"
"""The graph that runs; it is apart from the weights, which it reads from their file."""
PARTS = (WEIGHTS, GRAPH, "tokenizer.json", "labels.json", "lexicon.json", "readings.json")
TIERS = {"accurate": "tr_olgu", "fast": "tr_olgu_fast"}
"""The folder of each tier among the shipped models."""
DEFAULT = "accurate"
RULES = "rules"
"""The name of the choice without a model."""
VARIABLE = "OLGU_MODEL"
"""The environment variable that chooses the model where nothing else does."""


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
    links: tuple[str, ...] = ()
    """The slots of a fact whose words the network looks for beside a quantity."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model."""

    session: InferenceSession
    tokenizer: Tokenizer
    labels: ModelLabels
    meta: dict[str, Any]
    lexicon: Lexicon = field(default_factory=Lexicon)
    readings: Readings = field(default_factory=Readings)
    joined: int = MOST
    """Pieces of a window that sentences share."""

    def run(self, ids: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]) -> dict[str, Any]:
        """Return the scores by name for piece ids [B,T] and the pieces where words begin and end [B,W]."""
        names = [output.name for output in self.session.get_outputs()]
        values = self.session.run(names, {"ids": ids, "first": first, "last": last})
        return dict(zip(names, values, strict=True))


def chosen(model: str | None = None) -> str:
    """Return the name of the model that `model` stands for: itself, else what `OLGU_MODEL` says, else what ships."""
    return model or os.environ.get(VARIABLE) or (DEFAULT if shipped(DEFAULT) else RULES)


def shipped(tier: str) -> Path | None:
    """Return the folder of a shipped model, in the package or in the checkout that it lies in; None where it is not."""
    package = Path(__file__).parents[1]
    places = (package / "models", package.parents[1] / "models")
    return next((p for place in places if ((p := place / TIERS[tier]) / "meta.json").is_file()), None)


def folder(name: str) -> Path:
    """Return the folder of the model `name`: a shipped tier, or itself a folder with a `meta.json`.

    Raises `ModelError` where there is none.
    """
    path = shipped(name) if name in TIERS else Path(name)
    if path is None or not (path / "meta.json").is_file():
        there = ", ".join([RULES, *(tier for tier in TIERS if shipped(tier))])
        raise ModelError(f"no model {name!r}; there are: {there}, or give a folder with a model's meta.json")
    return path


def check_choice(model: str | None) -> None:
    """Raise `ModelError` unless the model that `model` stands for is there and whole."""
    name = chosen(model)
    if name != RULES:
        check(folder(name))


def identity(path: Path) -> str:
    """Return name, version and the first digits of the checksum of the weights of the model in `path`."""
    try:
        meta = json.loads((path / "meta.json").read_text("utf-8"))
        return f"{meta['name']} {meta['version']} {meta['sha256'][WEIGHTS][:8]}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path / 'meta.json'}: cannot be read ({error!r})") from None


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
    session = InferenceSession(str(path / GRAPH), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
    lexicon, readings = model_lexicon.read(path / "lexicon.json"), model_readings.read(path / "readings.json")
    labels = _labels(path / "labels.json")
    return Model(session, tokenizer, labels, meta, lexicon, readings, meta.get("joined", MOST))


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
