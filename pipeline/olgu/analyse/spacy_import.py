"""Imports spaCy without its command line, which takes a third of the time and which no flow needs.

`spacy/__init__.py` takes one function, `info`, from `spacy.cli`; with it come all commands of spaCy and Weasel and an
HTTP client. While spaCy is imported, a stand-in offers that function. Afterwards the stand-in is gone, so that
`import spacy.cli` finds the real one.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def _info(*args: Any, **kwargs: Any) -> Any:
    """Print and return what `spacy.info` does: the real function is imported when it is called."""
    from spacy.cli.info import info  # noqa: PLC0415

    return info(*args, **kwargs)


def import_spacy() -> None:
    """Import spaCy; nothing is done where somebody has imported it already."""
    if "spacy" in sys.modules:
        return
    stand_ins = {_COMMANDS: ModuleType(_COMMANDS), _INFO: ModuleType(_INFO)}
    vars(stand_ins[_INFO])["info"] = _info
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401, PLC0415
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
