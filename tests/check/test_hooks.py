"""The pre-commit hooks and the GitHub Action, run as they are written, in scratch repositories."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from olgu.cli import app

pytestmark = pytest.mark.slow  # every step starts olgu anew, as it does for users

PROJECT = Path(__file__).parents[2]
CORPUS = PROJECT / "corpus"
SLUG = "artvinde-sel"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
STRINGS = {"type": "array", "items": {"type": "string"}}
HOOK_SCHEMA = {
    "type": "object",
    "required": ["id", "name", "entry", "language"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z-]+$"},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "entry": {"type": "string"},
        "args": STRINGS,
        "language": {"enum": ["python", "system"]},
        "pass_filenames": {"type": "boolean"},
        "always_run": {"type": "boolean"},
        "require_serial": {"type": "boolean"},
        "files": {"type": "string"},
        "types_or": STRINGS,
        "additional_dependencies": STRINGS,
        "stages": STRINGS,
    },
    "additionalProperties": False,
}
"""What the manifest of pre-commit allows, https://pre-commit.com/#creating-new-hooks."""
ACTION_SCHEMA = {
    "type": "object",
    "required": ["name", "description", "inputs", "runs"],
    "properties": {
        "inputs": {
            "additionalProperties": {
                "required": ["description", "default"],
                "properties": {"default": {"type": "string"}},
            }
        },
        "outputs": {"additionalProperties": {"required": ["description", "value"]}},
        "runs": {
            "required": ["using", "steps"],
            "properties": {
                "using": {"const": "composite"},
                "steps": {
                    "items": {
                        "oneOf": [
                            {"required": ["run", "shell"], "properties": {"shell": {"const": "bash"}}},
                            {"required": ["uses"]},
                        ]
                    }
                },
            },
        },
    },
}
"""What a composite action needs: a shell for each run, a default for each input that is not required."""


def execute(arguments: list[str], folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        arguments, cwd=folder, env={**os.environ, "PATH": path} | env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's repository: articles, gold with its floors, and the tables of the articles."""
    folder = tmp_path_factory.mktemp("user")
    for kind, suffix in (("gold", "json"), ("articles", "txt")):
        (folder / kind).mkdir()
        shutil.copy(CORPUS / kind / f"{SLUG}.{suffix}", folder / kind)
    (folder / "gate.toml").write_text('gold = "gold"\nbaseline = "gate.facts.jsonl"\n', encoding="utf-8")
    assert execute(["git", "init", "-q"], folder).returncode == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for line in ("gate gate.toml --raise", "extract articles --out facts --quiet --jobs 0"):
            assert CliRunner().invoke(app, line.split()).exit_code == 0
    return folder


@pytest.fixture
def repository(origin: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(origin, tmp_path / "repository"))


def spoil(repository: Path) -> None:
    """As if olgu had read another number when the tables and the floors were made."""
    for name in ("facts/facts.jsonl", "facts/facts.csv"):
        path = repository / name
        path.write_text(re.sub(r"\bcount\b", "number", path.read_text(encoding="utf-8")), encoding="utf-8")
    path = repository / "gold" / f"{SLUG}.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"kind": "count"', '"kind": "number"'), encoding="utf-8")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_hook_keeps_the_schema(hook: dict[str, Any]) -> None:
    jsonschema.validate(hook, HOOK_SCHEMA)


@pytest.mark.parametrize(
    ("name", "said"), [("olgu-gate", "floors broken"), ("olgu-diff", "kind number → count")], ids=HOOKS
)
def test_hook_passes_and_fails(repository: Path, name: str, said: str) -> None:
    hook = HOOKS[name]
    command = [*shlex.split(hook["entry"]), *hook["args"]]
    done = execute(command, repository)
    assert done.returncode == 0, done.stdout + done.stderr
    spoil(repository)
    done = execute(command, repository)
    assert done.returncode == 1
    assert said in done.stdout


def test_action_keeps_the_schema() -> None:
    jsonschema.validate(ACTION, ACTION_SCHEMA)


def test_action_puts_no_input_into_a_script() -> None:
    """An expression in a script would let whoever names a file run commands."""
    assert not [name for name, step in STEPS.items() if "${{" in step.get("run", "")]


def substituted(text: str, inputs: dict[str, str]) -> str:
    known = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(PROJECT)}
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: known[match[1]], text)


def wanted(condition: str, inputs: dict[str, str]) -> bool:
    parts = re.findall(r"inputs\.([\w-]+) != ''", condition)
    assert " && ".join(f"inputs.{name} != ''" for name in parts) == condition
    return all(inputs[name] for name in parts)


def act(repository: Path, **given: str) -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
    """Run the steps as GitHub does, but for those that use other actions, until one fails."""
    inputs = {name: declared["default"] for name, declared in ACTION["inputs"].items()} | given
    assert inputs.keys() == ACTION["inputs"].keys()
    files = {name: str(repository / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for name, step in STEPS.items():
        if "run" in step and wanted(step["if"], inputs):
            env = {key: substituted(value, inputs) for key, value in step["env"].items()}
            script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = execute(script, repository, **env, **files)
            yield name, done
            if done.returncode:
                return


def test_action_passes(repository: Path) -> None:
    done = dict(act(repository, articles="articles\n", facts="facts", gate="gate.toml", install=""))
    assert list(done) == ["Extract the facts", "Compare the facts", "Hold the floors"]
    assert [step.returncode for step in done.values()] == [0, 0, 0]
    assert "::error" not in "".join(step.stdout for step in done.values())
    assert (repository / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "tables=olgu-out\n"
    assert "0 changed" in (repository / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


def test_action_fails_with_annotations_when_facts_differ(repository: Path) -> None:
    spoil(repository)
    *_, (name, done) = act(repository, articles=" articles/*.txt ", facts="facts", install="")
    assert (name, done.returncode) == ("Compare the facts", 1)
    assert f"::error file=articles/{SLUG}.txt,line=" in done.stdout
    assert "number → count" in (repository / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


def test_action_fails_with_annotations_when_a_floor_breaks(repository: Path) -> None:
    spoil(repository)
    *_, (name, done) = act(repository, gate="gate.toml", install="")
    assert (name, done.returncode) == ("Hold the floors", 1)
    assert "::error file=gate.toml,line=" in done.stdout
    assert "title=olgu gate%3A floor broken::quantity.f1 is 0." in done.stdout


def test_action_stops_where_articles_are_missing(repository: Path) -> None:
    *_, (name, done) = act(repository, articles="yok; touch hacked", facts="facts", install="")
    assert (name, done.returncode) == ("Extract the facts", 2)
    assert "no such file or folder" in done.stderr
    assert not (repository / "hacked").exists()


@pytest.mark.parametrize(
    ("given", "arguments"),
    [
        ("action", f"-m pip install --quiet --constraint {PROJECT}/constraints.txt {PROJECT}"),
        ("olgu==0.1.0", "-m pip install --quiet olgu==0.1.0"),
    ],
)
def test_action_installs_itself_or_what_it_is_told(tmp_path: Path, given: str, arguments: str) -> None:
    """A stand-in for Python writes down what it is asked for: a real installation needs the network."""
    stand_in = tmp_path / "bin" / "python"
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    stand_in.chmod(0o755)
    step = STEPS["Install olgu"]
    env = {key: substituted(value, {"install": given}) for key, value in step["env"].items()}
    env["PATH"] = os.pathsep.join([str(stand_in.parent), os.environ["PATH"]])
    assert execute(["bash", "-eo", "pipefail", "-c", step["run"]], tmp_path, **env).stdout == f"{arguments}\n"
