"""The notebooks run from top to bottom, and `olgu.show` shows what suits the place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import olgu
from olgu.notebook import in_notebook

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@pytest.mark.slow
def test_notebooks_run() -> None:
    """Slow: a kernel starts and extracts the sample corpus."""
    pytest.importorskip("nbmake", reason="nbmake is not installed: pip install -e '.[dev]'")
    command = [sys.executable, "-m", "pytest", "--nbmake", "-q", "-p", "no:cacheprovider", str(NOTEBOOKS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=NOTEBOOKS.parent)
    assert done.returncode == 0, done.stdout


def test_show_without_a_notebook(capsys: pytest.CaptureFixture[str]) -> None:
    olgu.show("Enflasyon yüzde 5,2 arttı.")
    assert "Enflasyon [yüzde 5,2] arttı." in capsys.readouterr().out


def test_show_in_a_notebook(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shell = SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    shown: list[object] = []
    stand_in = SimpleNamespace(HTML=lambda html: html, display=shown.append)
    monkeypatch.setitem(sys.modules, "IPython.display", stand_in)
    olgu.show("Enflasyon yüzde 5,2 arttı.")
    assert '<mark class="percent"' in str(shown[0])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("shell", "expected"), [(None, False), (SimpleNamespace(kernel=None), False), (SimpleNamespace(kernel=1), True)]
)
def test_in_notebook(monkeypatch: pytest.MonkeyPatch, shell: object, expected: bool) -> None:
    """The IPython of a terminal has no kernel."""
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    assert in_notebook() is expected
