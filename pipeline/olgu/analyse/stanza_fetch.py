"""Fetching Stanza's official Turkish models: the only place of the package that downloads anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from olgu.analyse.model_files import ModelError
from olgu.analyse.stanza_files import LANGUAGE, StanzaChoice, StanzaModels, find, installed, listed


def fetch(chosen: StanzaChoice) -> StanzaModels:
    """Download Stanza's index and the models of a choice into its directory; what is there already stays.

    Raises `ModelError` where Stanza is not installed, the hub cannot be reached, or it has no such package.
    """
    installed()
    directory = chosen.directory or home()
    target = replace(chosen, directory=directory)
    import stanza  # noqa: PLC0415 - an extra, and importing torch takes seconds
    from stanza.resources.common import download_resources_json  # noqa: PLC0415

    try:
        download_resources_json(str(directory))
        stanza.download(
            LANGUAGE, model_dir=str(directory), package=None, processors=listed(target), download_json=False
        )
    except ModelError:
        raise
    except Exception as error:  # whatever Stanza and the libraries below it raise
        raise ModelError(
            f"Stanza's models could not be fetched into {directory} ({type(error).__name__}: {error}); with a network, "
            "run the same command again, or copy the directory from a machine that has one"
        ) from None
    return find(target)


def home() -> Path:
    """Return the directory where Stanza itself keeps its models."""
    from stanza.resources.common import DEFAULT_MODEL_DIR  # noqa: PLC0415 - an extra

    return Path(str(DEFAULT_MODEL_DIR))
