"""The documentation site: it builds without a warning, and what the code has and nobody describes stops it."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Annotated, Any

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from olgu.article import Article
from olgu.cli import app
from olgu.read import files
from olgu.write.markdown import markdown
from olgu.write.schema import ERRORS, TABLES, Column, Table

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"


@pytest.fixture(scope="module")
def site() -> ModuleType:
    spec = importlib.util.spec_from_file_location("olgu_docs_site", DOCS / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(site: ModuleType) -> dict[str, str]:
    made: dict[str, str] = site.pages()
    return made


def test_site_builds_without_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("material", reason="the extra docs is not installed")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(PROJECT / "mkdocs.yml"), strict=True, site_dir=str(tmp_path / "site")))
    pages = {path.name for path in (tmp_path / "site").glob("*.html")}
    assert {path.stem + ".html" for path in DOCS.glob("*.md")} | {"commands.html", "model-card.html"} <= pages
    for page in (tmp_path / "site").glob("*.html"):
        loaded = re.findall(
            r'<(?:script|link|img)\b[^>]*(?:src|href)="(https?:[^"]*)"', page.read_text(encoding="utf-8")
        )
        assert loaded == [], f"{page.name} needs the network"


def test_reference_names_every_command_option_column_code_and_file(site: ModuleType, pages: dict[str, str]) -> None:
    assert "## olgu models fetch-stanza\n" in pages["commands.md"]
    for name, command in site.flat(get_command(app)):
        assert f"## olgu {name}\n" in pages["commands.md"]
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option == "--help" or f"`{option}`" in pages["commands.md"]
    for table in (*TABLES, ERRORS):
        assert all(column.description for column in table.columns)
    assert (DOCS / "tables.md").read_text(encoding="utf-8") == markdown()
    for path in (PROJECT / "pipeline" / "olgu" / "recognise").glob("*.toml"):
        assert f"| `recognise/{path.name}` | " in pages["data-files.md"]
    assert "| 130 | Interrupted" in pages["commands.md"]
    assert "## olgu.find_quantities" in pages["python.md"]


def test_codes_are_found_in_the_code(site: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'raise ReadError("one", "message")\nrecords.failure(a, b, "two", c)\nx = Failure(a, b, "read", "three", d)\n'
        'code, advice = "four", "do"\ncode = "five"\nother = "six"\nFailure(*x)\nReadError(code, "seven")\n',
        encoding="utf-8",
    )
    assert sorted(site.codes(tmp_path)) == ["five", "four", "one", "three", "two"]


def test_codes_of_real_failures_are_described(pages: dict[str, str], tmp_path: Path) -> None:
    for name, content in (("a.txt", b""), ("b.json", b"{"), ("c.jsonl", b'{"x": 1}\n'), ("d.txt", b"\x7fELF\0\0\0\0")):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "leer").mkdir()
    found = {item.code for item in files.articles([tmp_path, tmp_path / "leer"]) if not isinstance(item, Article)}
    assert found == {"empty", "bad-json", "missing-text", "binary", "no-articles"}
    assert all(f"| `{code}` | " in pages["errors.md"] for code in found)


def commands() -> Iterator[tuple[str, Any]]:
    """Commands of which something is not described."""

    def silent() -> None:
        pass

    def told(path: str, deep: Annotated[bool, typer.Option("--deep", help="How.")] = False) -> None:
        """Do something."""

    def option(deep: Annotated[bool, typer.Option("--deep")] = False) -> None:
        """Do something."""

    for expected, function in (("command silent", silent), ("parameter path", told), ("parameter deep", option)):
        made = typer.Typer()
        made.callback()(lambda: None)
        made.command(function.__name__)(function)
        yield expected, get_command(made)


@pytest.mark.parametrize(("expected", "command"), list(commands()))
def test_an_undocumented_command_stops_the_build(site: ModuleType, expected: str, command: Any) -> None:
    exits = {code.name: "told" for code in site.Code}
    with pytest.raises(site.UndocumentedError, match=expected):
        site.commands(command, exits)


def test_an_undocumented_code_or_file_or_function_stops_the_build(site: ModuleType) -> None:
    def bare() -> None:
        pass

    with pytest.raises(site.UndocumentedError, match="exit code FINE"):
        site.commands(SimpleNamespace(commands={}), {})
    with pytest.raises(site.UndocumentedError, match="error code odd"):
        site.errors(["odd"], {"empty": "told"})
    with pytest.raises(site.UndocumentedError, match=r"data file relate/weights\.json"):
        site.data_files(["relate/weights.json"], {})
    with pytest.raises(site.UndocumentedError, match=r"olgu\.bare"):
        site.python(SimpleNamespace(__all__=["bare"], bare=bare))


def test_an_undocumented_column_is_seen() -> None:
    table = Table("t", "A table.", ("a",), (Column("a", "string", ""),))
    assert not all(column.description for column in table.columns)


def test_descriptions_of_what_is_gone_are_seen(site: ModuleType) -> None:
    import tomllib

    described = tomllib.loads((DOCS / "reference.toml").read_text(encoding="utf-8"))
    assert described["errors"].keys() == set(site.codes(site.PACKAGE))
    assert described["exit"].keys() == {code.name for code in site.Code}
    assert described["data"].keys() <= site.data_digests().keys()


@pytest.mark.parametrize(
    ("name", "markdown", "shown"),
    [
        ("docs/a.md", "[f](facts.md#x)", "[f](facts.md#x)"),
        ("docs/a.md", "[m](../models/README.md)", "[m](model-card.md)"),
        ("docs/a.md", "[`n`](../notebooks/inspect.ipynb)", "`n`"),
        ("models/README.md", "[`r`](../docs/relations.md)", "[`r`](relations.md)"),
        ("CONTRIBUTING.md", "[d](docs/design.md)", "[d](design.md)"),
        ("docs/a.md", "[w](https://w3.org/)", "[w](https://w3.org/)"),
        ("docs/a.md", "[here](#x)", "[here](#x)"),
    ],
)
def test_links_lead_to_pages_of_the_site(site: ModuleType, name: str, markdown: str, shown: str) -> None:
    assert site.linked(markdown, name) == shown


def test_tutorial_works_when_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    printed, made = "", {}
    for language, title, body in re.findall(
        r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', page, re.MULTILINE | re.DOTALL
    ):
        if language == "sh":
            _, *arguments = body.split()
            quick = ["--jobs", "0"] if arguments[0] == "extract" else []
            done = CliRunner().invoke(app, [*arguments, *quick])
            assert done.exit_code == 0, done.stderr
            printed = done.stdout
        elif title == "output":
            assert body.strip() in printed
        elif language == "python":
            assert ast.parse(body)
            exec(body, made)
        else:
            (tmp_path / title).parent.mkdir()
            (tmp_path / title).write_text(body.removesuffix("\n"), encoding="utf-8")
    assert len(made["facts"]) == 3
