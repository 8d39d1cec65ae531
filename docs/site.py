"""A hook of mkdocs: the pages of the reference that are made from the code, and links between docs and the repository.

Whatever the code has and nobody has described stops the build.
"""

from __future__ import annotations

import ast
import inspect
import posixpath
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer.main

import olgu
from olgu.cli import app
from olgu.cli.ending import Code
from olgu.run.versions import data_digests

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

DOCS = Path(__file__).parent
PACKAGE = Path(olgu.__file__).parent
ELSEWHERE = {
    "models/README.md": "model-card.md",
    "corpus/README.md": "corpus.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Pages of the repository that the site shows too, and their names there."""
MAKERS = {"Failure": 3, "failure": 2, "ReadError": 0}
"""Whatever makes a failed article, and which of its arguments is the code."""
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s#]*)(#[^()\s]*)?\)")


class UndocumentedError(Exception):
    """Something of the code that the reference would show without a word of explanation."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - tests of the pages need no mkdocs

    for name, text in pages().items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Turn links to other files of the repository into links of the site."""
    there = {shown: name for name, shown in ELSEWHERE.items()}
    name = page.file.src_uri
    return linked(markdown, there.get(name, f"docs/{name}"))


def pages() -> dict[str, str]:
    """Return the pages that are not written by hand, by name."""
    described = tomllib.loads((DOCS / "reference.toml").read_text(encoding="utf-8"))
    made = {
        "commands.md": commands(typer.main.get_command(app), described["exit"]),
        "errors.md": errors(codes(PACKAGE), described["errors"]),
        "data-files.md": data_files(data_digests(), described["data"]),
        "python.md": python(olgu),
    }
    return made | {shown: (DOCS.parent / name).read_text(encoding="utf-8") for name, shown in ELSEWHERE.items()}


def linked(markdown: str, name: str) -> str:
    """Return the page `name` with links that the site can follow; to a file that it does not show, without the link."""

    def link(match: re.Match[str]) -> str:
        text, target, anchor = match[1], match[2], match[3] or ""
        if not target or ":" in target:
            return match[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
        shown = path.removeprefix("docs/") if path.startswith("docs/") else ELSEWHERE.get(path)
        return f"[{text}]({shown}{anchor})" if shown else text

    return _LINK.sub(link, markdown)


def commands(group: Any, exits: dict[str, str]) -> str:
    """Return the page of commands, and of the codes with which they end."""
    lines = ["# Commands", "", "`olgu COMMAND --help` tells the same.", ""]
    for name, command in flat(group):
        lines += [f"## olgu {name}", "", _need(inspect.cleandoc(command.help or ""), f"command {name}"), ""]
        rows = [_parameter(parameter, name) for parameter in command.params if parameter.name != "help"]
        lines += [*_table(("", "meaning", "default"), rows), ""]
    lines += ["## Exit codes", "", "Every command ends with one of these."]
    rows = [(str(int(code)), _need(exits.get(code.name), f"exit code {code.name}")) for code in Code]
    return "\n".join([*lines, "", *_table(("code", "meaning"), rows)]) + "\n"


def flat(group: Any) -> Iterator[tuple[str, Any]]:
    """Yield the commands of a group and of the groups in it, with their names."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", below) for inner, below in flat(command))
        else:
            yield name, command


def errors(found: Iterable[str], described: dict[str, str]) -> str:
    """Return the page of the codes in `errors.jsonl`."""
    rows = [(f"`{code}`", _need(described.get(code), f"error code {code}")) for code in sorted(set(found))]
    head = (
        "Articles that fail stop nothing: each is a row of `errors.jsonl` and of `articles`, with one of these codes."
    )
    return "\n".join(["# Error codes", "", head, "", *_table(("code", "meaning, and what to do"), rows)]) + "\n"


def data_files(names: Iterable[str], described: dict[str, str]) -> str:
    """Return the page of the files that the rules read: what each says of itself, or what is said of it."""
    rows = [
        (f"`{name}`", _need(_comment(PACKAGE / name) or described.get(name), f"data file {name}")) for name in names
    ]
    head = "The grammar of Turkish lies in files beside the code that reads them; `olgu info` prints their digests."
    return "\n".join(["# Data files", "", head, "", *_table(("file", "what is in it"), rows)]) + "\n"


def python(package: Any) -> str:
    """Return the page of the functions and classes of the package, each with its docstring."""
    lines = ["# Python", "", "`import olgu` is quick; spaCy and pandas are loaded when they are needed.", ""]
    for name in package.__all__:
        thing = getattr(package, name)
        if not (inspect.isfunction(thing) or inspect.isclass(thing)):
            continue
        told = _need(inspect.cleandoc(thing.__doc__ or ""), f"olgu.{name}")
        kind = "class " if inspect.isclass(thing) else ""
        lines += [f"## olgu.{name}", "", "```python", f"{kind}{name}{_signature(thing)}", "```", "", told, ""]
    return "\n".join(lines)


def codes(source: Path) -> Iterator[str]:
    """Yield the error codes in the Python files below `source`: constants where a failed article is made."""
    for path in sorted(source.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                at = MAKERS.get(name, len(node.args))
                yield from _constants(node.args[at : at + 1])
            elif isinstance(node, ast.Assign) and _assigns_code(node):
                value = node.value
                yield from _constants(value.elts[:1] if isinstance(value, ast.Tuple) else [value])


def _assigns_code(node: ast.Assign) -> bool:
    """Whether it is `code = "…"` or `code, advice = "…", "…"`."""
    target = node.targets[0]
    first = target.elts[0] if isinstance(target, ast.Tuple) and target.elts else target
    return isinstance(first, ast.Name) and first.id == "code"


def _constants(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _parameter(parameter: Any, command: str) -> tuple[str, str, str]:
    option = parameter.param_type_name == "option"
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts)) if option else ""
    metavar = (
        "" if getattr(parameter, "is_flag", False) else f"`{(parameter.metavar or parameter.name.upper()).strip('[]')}`"
    )
    default = parameter.default
    shown = "" if default is None or default is False or callable(default) or parameter.required else f"`{default}`"
    help_ = _need(getattr(parameter, "help", None), f"parameter {parameter.name} of {command}")
    return f"{names} {metavar}".strip(), help_, shown if option else ""


def _signature(thing: Any) -> str:
    text = str(inspect.signature(thing)).replace("'", "")
    return text if len(text) < 100 else text.replace(", ", ",\n    ").replace("(", "(\n    ", 1).replace(")", ",\n)", 1)


def _comment(path: Path) -> str:
    """Return the first paragraph of the comment that a TOML file begins with."""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.suffix == ".toml" else ():
        if not line.startswith("# "):
            break
        lines.append(line[2:].strip())
    return " ".join(lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in (head, ("---",) * len(head), *rows)]
    return [f"| {line} |" for line in lines]


def _need(text: str | None, what: str) -> str:
    if not text:
        raise UndocumentedError(f"{what} is not described; do so in its docstring or help, or in docs/reference.toml")
    return text
