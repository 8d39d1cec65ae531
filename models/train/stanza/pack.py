"""A Stanza directory of trained models: weights in 16 bits, an index, and nothing of the machine they were made on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import torch

PACKAGE = "boun"
VECTORS = "news64"
_NAMES = {
    "tokenize": PACKAGE, "mwt": PACKAGE, "lemma": f"{PACKAGE}_nocharlm", "pos": f"{PACKAGE}_nocharlm",
    "depparse": f"{PACKAGE}_nocharlm", "ner": "wikiner_nocharlm", "pretrain": VECTORS,
}  # fmt: skip
_DROPPED = ("optimizer", "optimizer_state_dict", "scheduler", "scheduler_state_dict", "bert_optimizer")


def pack(saved: Path, out: Path) -> None:
    """Write the models in `saved` (`pos.pt` …) as a Stanza directory; models that are not there are left out."""
    there = {name: model for name, model in _NAMES.items() if (saved / f"{name}.pt").is_file()}
    for name, model in there.items():
        target = out / "tr" / name / f"{model}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        content = torch.load(saved / f"{name}.pt", map_location="cpu", weights_only=True)
        torch.save(content if name == "pretrain" else _slim(content), target)
    (out / "resources.json").write_text(json.dumps({"tr": _index(there)}, indent=1) + "\n", encoding="utf-8")


def _index(there: dict[str, str]) -> dict[str, Any]:
    """Return what Stanza's `resources.json` says of a language."""
    vectors = {"dependencies": [{"model": "pretrain", "package": VECTORS}]}
    needing = ("pos", "depparse", "ner")
    models = {name: {model: vectors if name in needing else {}} for name, model in there.items()}
    listed = {name: model for name, model in there.items() if name != "pretrain"}
    return {"lang_name": "Turkish", **models, "packages": {"default": listed, PACKAGE: listed}}


def _slim(content: dict[str, Any]) -> dict[str, Any]:
    """Return a checkpoint without what only training needs; Stanza reads weights of 16 bits into its 32."""
    kept = {name: value for name, value in content.items() if name not in _DROPPED}
    return {name: _halved(value) if name == "model" else _nameless(value) for name, value in kept.items()}


def _halved(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.half() if value.dtype == torch.float32 else value
    return {name: _halved(each) for name, each in value.items()} if isinstance(value, dict) else value


def _nameless(value: Any) -> Any:
    """Return a configuration with names of files in the place of their paths."""
    if isinstance(value, dict):
        return {name: _nameless(each) for name, each in value.items()}
    return os.path.basename(value) if isinstance(value, str) and os.path.isabs(value) else value
