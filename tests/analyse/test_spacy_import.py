"""Importing spaCy without its command line: quick, and nothing is missing afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

AFTERWARDS = {
    "the flow does without it": ("print('spacy.cli' in sys.modules, hasattr(spacy, 'cli'))", "False False"),
    "the real one is there": (
        "import spacy.cli; print(spacy.cli.download.__module__, spacy.cli.info.__module__)",
        "spacy.cli.download spacy.cli.info",
    ),
    "spacy.info is": ("print(sorted(spacy.info(silent=True))[-1], 'spacy.cli' in sys.modules)", "spacy_version True"),
    "a second time changes nothing": (
        "before = dict(sys.modules); import_spacy(); print(before == sys.modules)",
        "True",
    ),
}


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("case", AFTERWARDS)
def test_the_command_line_stands_in_only_while_spacy_is_imported(case: str) -> None:
    flow = "import sys, olgu; olgu.extract('11 belge imzalandı.', model='rules')\nimport spacy\n"
    code, printed = AFTERWARDS[case]
    assert python(f"{flow}from olgu.analyse.spacy_import import import_spacy\n{code}") == printed


@pytest.mark.parametrize("first", ["import spacy", "import spacy.cli", "import spacy.tokens"])
def test_a_spacy_that_is_there_is_left_alone(first: str) -> None:
    code = f"{first}\nimport sys, olgu\nspacy = sys.modules['spacy']\ninfo = spacy.info\nolgu.load('rules')\n"
    assert python(f"{code}import spacy.cli\nprint(spacy.info is info is spacy.cli.info)") == "True"


def test_a_spacy_that_fails_leaves_no_stand_in_behind(tmp_path) -> None:
    (tmp_path / "spacy").mkdir()
    (tmp_path / "spacy" / "__init__.py").write_text("from .cli.info import info\nraise ImportError('broken')\n")
    code = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
from olgu.analyse.spacy_import import import_spacy
try:
    import_spacy()
except ImportError as error:
    print(error, [name for name in sys.modules if name.startswith("spacy")])
"""
    assert python(code) == "broken []"
