"""The models that a name stands for: whether they are there, and what identifies them; nothing is loaded."""

from __future__ import annotations

from olgu.analyse import model_files, stanza_files
from olgu.analyse.model_files import DEFAULT, RULES, chosen, folder, shipped


def check(model: str | None) -> None:
    """Raise `ModelError` unless the models that `model` (as in `language.load`) stands for are there and whole."""
    if stanza := stanza_files.choice(chosen(model)):
        stanza_files.check_choice(stanza)
    else:
        model_files.check_choice(model)


def identity(model: str | None) -> str:
    """Return names, versions and checksums of the models that `model` stands for."""
    name = chosen(model)
    if stanza := stanza_files.choice(name):
        own = stanza_files.identity(stanza)
        return f"{identity(DEFAULT)} + {own}" if stanza.both and shipped(DEFAULT) else own
    return name if name == RULES else model_files.identity(folder(name))
