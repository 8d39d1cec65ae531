"""The files of Stanza models: which of them a choice stands for, and whether they are there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from olgu.analyse.model_files import ModelError

BACKENDS = ("olgu", "stanza", "both")
"""What analyses the text: the model of olgu (or none), Stanza, or one after the other."""
DEFAULT_PACKAGE = "default"
DIRECTORY = "STANZA_RESOURCES_DIR"
"""The environment variable of Stanza for the directory of its models."""
LANGUAGE = "tr"
_INDEX = "resources.json"
_NEEDED = ("tokenize", "mwt", "pos", "lemma", "depparse")
_OPTIONAL = ("ner",)
_ENDINGS = ("", "_nocharlm", "_charlm")
"""What Stanza puts behind the name of a treebank in the names of its models."""

Index = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StanzaChoice:
    """Which models of which directory, and whether the model of olgu reads the text too."""

    directory: Path | None
    package: str = DEFAULT_PACKAGE
    both: bool = False

    @property
    def name(self) -> str:
        """The choice as a name of a model: "stanza", "both:boun@DIR"."""
        package = "" if self.package == DEFAULT_PACKAGE else f":{self.package}"
        return f"{'both' if self.both else 'stanza'}{package}{'' if self.directory is None else f'@{self.directory}'}"


@dataclass(frozen=True, slots=True)
class StanzaModels:
    """The models of a directory: the package of each processor, and the files that they are made of."""

    directory: Path
    package: str
    processors: Mapping[str, str]
    files: tuple[Path, ...]


def choice(name: str) -> StanzaChoice | None:
    """Return the choice that the name of a model stands for, None where it is no name of Stanza's."""
    head, _, directory = name.partition("@")
    backend, _, package = head.partition(":")
    if backend not in ("stanza", "both"):
        return None
    return StanzaChoice(Path(directory) if directory else None, package or DEFAULT_PACKAGE, backend == "both")


def model_name(
    backend: str, model: str | None = None, directory: str | Path | None = None, package: str | None = None
) -> str | None:
    """Return the name of the model that a backend with its options stands for; `model` itself for "olgu".

    Raises `ModelError` for an unknown backend, and for options that do not belong to it.
    """
    if backend not in BACKENDS:
        raise ModelError(f"no backend {backend!r}; there are: {', '.join(BACKENDS)}")
    if backend == "olgu":
        if directory or package:
            raise ModelError("a directory or package of Stanza models goes with the backends stanza and both")
        return model
    if model:
        raise ModelError(f"the backend {backend} has its own models; choose them by a directory and a package")
    made = StanzaChoice(Path(directory) if directory else None, package or DEFAULT_PACKAGE, backend == "both")
    return made.name


def check_choice(chosen: StanzaChoice) -> None:
    """Raise `ModelError` unless Stanza is installed and the models of a choice are there."""
    installed()
    find(chosen)


def installed() -> str:
    """Return the versions of Stanza and torch; raise `ModelError` where they are not installed."""
    try:
        return f"stanza {version('stanza')} torch {version('torch')}"
    except PackageNotFoundError:
        raise ModelError("Stanza is not installed: pip install 'olgu[stanza]'") from None


def directory_of(chosen: StanzaChoice) -> Path:
    """Return the directory of a choice: its own, else what `STANZA_RESOURCES_DIR` says, else the shipped models."""
    given = chosen.directory or (Path(os.environ[DIRECTORY]) if os.environ.get(DIRECTORY) else None)
    found = given or shipped()
    if found is None:
        advice = _advice(None, chosen.package)
        raise ModelError(f"no directory of Stanza models was given and none ships here; {advice}")
    return found


def shipped() -> Path | None:
    """Return the directory of the shipped models, in the package or in the checkout that it lies in, if it is there."""
    package = Path(__file__).parents[1]
    places = (package / "models" / "stanza", package.parents[1] / "models" / "stanza")
    return next((place for place in places if (place / _INDEX).is_file()), None)


def find(chosen: StanzaChoice) -> StanzaModels:
    """Return the models of a choice; raise `ModelError` that says what is missing where."""
    directory = directory_of(chosen)
    index, processors = _index(directory, chosen.package), listed(chosen)
    files = {name: _files(directory, index, name, package) for name, package in processors.items()}
    for name in _OPTIONAL:
        if name in files and not all(file.is_file() for file in files[name]):
            del files[name]
    whole = tuple(dict.fromkeys(file for own in files.values() for file in own))
    if missing := [file.relative_to(directory).as_posix() for file in whole if not file.is_file()]:
        advice = _advice(directory, chosen.package)
        raise ModelError(f"{directory}: {', '.join(missing)} missing for the package {chosen.package!r}; {advice}")
    return StanzaModels(directory, chosen.package, {name: processors[name] for name in files}, whole)


def listed(chosen: StanzaChoice) -> dict[str, str]:
    """Return the model of each processor that the index of a directory names for a package, be its file there or not.

    Raises `ModelError` where there is no index or no such package in it.
    """
    directory = directory_of(chosen)
    index = _index(directory, chosen.package)
    processors = _processors(index, chosen.package)
    if lacking := [name for name in ("pos", "lemma", "depparse") if name not in processors]:
        known = ", ".join(sorted(set(_packages(index)))) or "none"
        raise ModelError(
            f"{directory}: no {', '.join(lacking)} in the package {chosen.package!r}; its packages are: {known}"
        )
    return processors


@cache
def identity(chosen: StanzaChoice) -> str:
    """Return the versions of Stanza and torch, the package, and the first digits of the checksum of its files."""
    found = find(chosen)
    whole = hashlib.sha256()
    for file in found.files:
        with file.open("rb") as content:
            whole.update(hashlib.file_digest(content, "sha256").digest())
    return f"{installed()} {found.package} ({' '.join(found.processors)}) {whole.hexdigest()[:8]}"


def _index(directory: Path, package: str) -> Index:
    path, advice = directory / _INDEX, _advice(directory, package)
    try:
        whole: Index = json.loads(path.read_text("utf-8"))
        own: Index = whole[LANGUAGE]
    except FileNotFoundError:
        raise ModelError(f"{directory}: no Stanza models here ({_INDEX} is missing); {advice}") from None
    except (ValueError, KeyError, TypeError):
        raise ModelError(f"{path}: says nothing of Turkish ({LANGUAGE}); {advice}") from None
    return own


def _processors(index: Index, package: str) -> dict[str, str]:
    """Return the model of each processor: as the package lists it, else the one that bears the package's name."""
    listed = index.get("packages", {}).get(package)
    names = (*_NEEDED, *_OPTIONAL)
    if listed is not None:
        return {name: listed[name] for name in names if name in listed}
    found = {name: _named(index.get(name, {}), package) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def _named(models: Mapping[str, Any], package: str) -> str | None:
    return next((package + ending for ending in _ENDINGS if package + ending in models), None)


def _packages(index: Index) -> Iterator[str]:
    yield from index.get("packages", {})
    for name in index.get("depparse", {}):
        yield name.removesuffix("_nocharlm").removesuffix("_charlm")


def _files(directory: Path, index: Index, processor: str, package: str) -> list[Path]:
    """Return the file of a model and those of what it depends on: word vectors, models of characters."""
    needs = (index.get(processor, {}).get(package) or {}).get("dependencies") or []
    pairs = [(processor, package), *((each["model"], each["package"]) for each in needs)]
    return [directory / LANGUAGE / name / f"{model}.pt" for name, model in pairs]


def _advice(directory: Path | None, package: str) -> str:
    own = "" if package == DEFAULT_PACKAGE else f" --stanza-package {package}"
    return f"get them with: olgu models fetch-stanza --stanza-dir {directory or 'DIR'}{own}"
