"""What made a result: versions, the model, and the digests of the data that the rules read."""

from __future__ import annotations

import platform
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import itemgetter
from typing import TYPE_CHECKING

from olgu.analyse import choices
from olgu.write.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

_ROOMS = ("read", "analyse", "recognise", "relate")
_DATA = (".toml", ".json", ".tsv", ".txt", ".npz", ".bin")


def versions() -> dict[str, str]:
    """Return the versions of olgu, its tables, Python and the libraries that may change a result."""
    packages = (
        "olgu", "spacy", "pandas", "pyarrow", "babel", "charset-normalizer", "hijridate", "onnxruntime", "rapidfuzz",
        "tokenizers", "trafilatura",
    )  # fmt: skip
    found = {name: version(name) for name in packages}
    return {"python": platform.python_version(), "schema": VERSION, **found}


def model_name(nlp: Language) -> str:
    """Return name, version and checksum of the trained model in `nlp`, or "rules" where there is none."""
    models = [name for name in ("olgu_model", "olgu_stanza", "olgu_second") if name in nlp.pipe_names]
    if models:
        return " + ".join(str(nlp.get_pipe(name).identity) for name in models)  # type: ignore[attr-defined]
    name = str(nlp.meta.get("name") or "pipeline")
    return "rules" if name == "pipeline" else f"{nlp.lang}_{name} {nlp.meta.get('version', '')}".strip()


def model_identity(model: str | None) -> str:
    """Return what `model_name` will say of the language that `model` stands for, without loading it."""
    return choices.identity(model)


def data_digests() -> dict[str, str]:
    """Return the SHA-256 of each data file of the package, by its path in it ("recognise/units.toml")."""
    root = files("olgu")
    found = [found for room in _ROOMS for found in _walk(root / room, room)]
    return {path: sha256(file.read_bytes()).hexdigest() for path, file in sorted(found)}


def code_digest() -> str:
    """Return the SHA-256 of the package's own code: a checkout may change without its version."""
    root = files("olgu")
    rooms = [*_ROOMS, "write"]
    found = [file for room in rooms for _, file in sorted(_walk(root / room, room, (".py",)), key=itemgetter(0))]
    whole = sha256()
    for file in [*found, root / "flow.py", root / "article.py"]:
        whole.update(file.read_bytes())
    return whole.hexdigest()


def _walk(folder: Traversable, path: str, ends: tuple[str, ...] = _DATA) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{path}/{entry.name}", ends)
        elif entry.name.endswith(ends):
            yield f"{path}/{entry.name}", entry
