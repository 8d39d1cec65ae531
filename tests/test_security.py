"""What SECURITY.md promises: no code comes out of data, altered models are refused, nothing is written elsewhere."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import olgu
from olgu.analyse.model_files import PARTS, ModelError, open_model
from olgu.cli import app

SOURCE = Path(olgu.__file__).parent
MODULES = {
    "pickle",
    "_pickle",
    "cPickle",
    "cloudpickle",
    "dill",
    "joblib",
    "shelve",
    "marshal",
    "torch",
    "yaml",
    "jsonpickle",
}
BUILTINS = {"eval", "exec", "compile", "__import__"}
CALLS = {
    "os.system",
    "os.popen",
    "pd.read_pickle",
    "pandas.read_pickle",
    "numpy.load",
    "np.load",
    "nlp.from_disk",
    "spacy.load",
}


EXCEPTED = ("analyse/stanza_model.py: torch",)
"""The Stanza backend sets PyTorch's threads. It loads nothing itself: Stanza does, with `weights_only` alone, as
`tests/analyse/test_stanza_model.py` holds for the models that ship."""


def dangers(path: Path) -> Iterator[str]:
    """Yield what could make code of data: imports, calls of built-ins, calls by name, `allow_pickle`, `shell`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in BUILTINS or (called in CALLS and not _without_pickle(node)):
                yield called
            yield from (
                word.arg for word in node.keywords if word.arg in ("allow_pickle", "shell") and _is_true(word.value)
            )


def _without_pickle(call: ast.Call) -> bool:
    return any(word.arg == "allow_pickle" and not _is_true(word.value) for word in call.keywords)


def _is_true(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and value.value is False)


def test_no_code_comes_out_of_data() -> None:
    found = [f"{path.relative_to(SOURCE)}: {each}" for path in sorted(SOURCE.rglob("*.py")) for each in dangers(path)]
    assert [each for each in found if each not in EXCEPTED] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import pickle", ["pickle"]),
        ("from marshal import loads", ["marshal"]),
        ("import joblib.parallel", ["joblib.parallel"]),
        ("eval('1')", ["eval"]),
        ("exec(code)", ["exec"]),
        ("np.load(path)", ["np.load"]),
        ("np.load(path, allow_pickle=True)", ["np.load", "allow_pickle"]),
        ("np.load(path, allow_pickle=False)", []),
        ("subprocess.run(command, shell=True)", ["shell"]),
        ("re.compile('a')", []),
        ("spacy.load('x')", ["spacy.load"]),
    ],
)
def test_dangers_are_seen(tmp_path: Path, code: str, expected: list[str]) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert list(dangers(tmp_path / "a.py")) == expected


@pytest.mark.parametrize("altered", PARTS)
def test_an_altered_model_is_refused_before_anything_of_it_is_opened(tmp_path: Path, altered: str) -> None:
    for name in PARTS:
        (tmp_path / name).write_bytes(name.encode())
    sums = {name: hashlib.sha256(name.encode()).hexdigest() for name in PARTS}
    (tmp_path / "meta.json").write_text(json.dumps({"sha256": sums}), encoding="utf-8")
    (tmp_path / altered).write_bytes(b"another one")
    with pytest.raises(ModelError, match=f"{altered}: not the file"):
        open_model(tmp_path, 1)


HOSTILE = [
    "../../outside",
    "..\\..\\outside",
    "a/../../b",
    "x\0y",
    "C:\\outside",
    "~/outside",
    "-rf",
    "CON",
    "a" * 300,
]


def test_ids_and_names_in_the_input_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work, home = tmp_path / "a" / "b" / "work", tmp_path / "home"
    work.mkdir(parents=True)
    home.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(home))
    records = [
        {"text": f"Kazakistan'da {n} kişi geldi. Ali Veli {n} dolar verdi.", "url": f"file://{name}"}
        | dict.fromkeys(("id", "title", "source"), name)
        for n, name in enumerate([*HOSTILE, str(tmp_path / "outside")], 2)
    ]
    Path("in.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    before = everything(tmp_path)
    for arguments in (
        ["extract", "in.jsonl", "--out", "out", "--jobs", "0", "--excel", "--format", "csv,jsonl,parquet"],
        ["report", "out", "-o", "out/report.html", "--per-page", "3"],
        ["entities", "out"],
        ["export", "out", "--to", "label-studio", "-o", "out/tasks.json"],
    ):
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 0, (arguments, done.output)
    made = everything(tmp_path) - before
    assert (work / "out" / "facts.csv") in made
    assert {path for path in made if not path.is_relative_to(work / "out")} == set()


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))
