"""`olgu report`: writes the page, and says what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer.testing import CliRunner

import olgu
from olgu.cli import app
from olgu.write.tables import TableWriter


def report(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Şirket 3 fabrika kurdu.", encoding="utf-8")
    with TableWriter(tmp_path / "out", ["csv"]) as writer:
        article = olgu.Article("a", "Şirket 3 fabrika kurdu.", path=str(tmp_path / "a.txt"))
        writer.add(olgu.extract(article))
    done = report(tmp_path / "out", "-o", tmp_path / "r.html")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "r.html, 0.0 MB" in done.stderr
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<h1>out</h1>" in html
    assert 'Şirket <mark class="count" data-f="0"' in html


def test_report_says_what_is_wrong(tmp_path: Path) -> None:
    done = report(tmp_path / "none")
    assert (done.exit_code, "no such file or folder" in done.stderr) == (2, True)
    done = report(tmp_path)
    assert (done.exit_code, "make them with 'olgu extract'" in done.stderr) == (2, True)
