"""The hooks by the real pre-commit, which builds olgu from a clone and runs it in a scratch repository.

Nothing is downloaded: what olgu needs is taken from where the tests run, so that only olgu itself is installed anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SLUG = "artvinde-sel"
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
pytestmark = [
    pytest.mark.slow,  # a wheel is built and an environment made
    pytest.mark.skipif(not PRE_COMMIT.exists(), reason="no pre-commit here: pip install -e '.[dev]'"),
    pytest.mark.skipif(
        not (PROJECT / ".git").exists(), reason="pre-commit needs olgu's repository, not only its files"
    ),
]


def execute(*arguments: object, folder: Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"PYTHONPATH": sysconfig.get_path("purelib"), "PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1"}
    env |= {"PIP_NO_BUILD_ISOLATION": "0", "PRE_COMMIT_HOME": str(home), "OLGU_MODEL": "rules"}
    env |= {"PATH": os.pathsep.join([str(PRE_COMMIT.parent), os.environ["PATH"]])}
    return subprocess.run([*map(str, arguments)], cwd=folder, env=env, capture_output=True, text=True, check=False)


def git(*arguments: object, folder: Path) -> str:
    done = execute("git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What users get: the commits, and nothing that only lies in the checkout."""
    folder = tmp_path_factory.mktemp("clone") / "olgu"
    git("clone", "-q", "--depth", 1, PROJECT.as_uri(), folder, folder=folder.parent)
    return folder


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """A user's repository with floors and tables that olgu made."""
    folder = tmp_path / "user"
    for kind, suffix in (("gold", "json"), ("articles", "txt")):
        (folder / kind).mkdir(parents=True)
        shutil.copy(PROJECT / "corpus" / kind / f"{SLUG}.{suffix}", folder / kind)
    (folder / "gate.toml").write_text('gold = "gold"\nbaseline = "gate.facts.jsonl"\n', encoding="utf-8")
    git("init", "-q", folder=folder)
    for line in ("gate gate.toml --raise", "extract articles --out facts --quiet --jobs 0"):
        done = execute(sys.executable, "-m", "olgu", *line.split(), folder=folder)
        assert done.returncode == 0, done.stderr
    git("add", ".", folder=folder)
    return folder


def test_hooks_of_a_pinned_version(clone: Path, user: Path, tmp_path: Path) -> None:
    """Both pass; after an edit of the article and of the gold both fail, and name what changed."""
    hooks = "[{id: olgu-gate}, {id: olgu-diff}]"
    version = git("rev-parse", "HEAD", folder=clone)
    config = f"repos:\n- repo: {clone}\n  rev: {version}\n  hooks: {hooks}\n"
    (user / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git("add", ".", folder=user)
    done = execute(PRE_COMMIT, "run", "--all-files", folder=user, home=tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"^(olgu \w+)\.+(\w+)$", done.stdout, re.MULTILINE) == [
        ("olgu gate", "Passed"), ("olgu diff", "Passed"),
    ]  # fmt: skip
    tables = (user / "facts" / "facts.jsonl", user / "facts" / "facts.csv", user / "gold" / f"{SLUG}.json")
    for path in tables:
        path.write_text(re.sub(r"\bcount\b", "number", path.read_text(encoding="utf-8")), encoding="utf-8")
    git("add", ".", folder=user)
    done = execute(PRE_COMMIT, "run", "--all-files", folder=user, home=tmp_path / "home")
    assert done.returncode == 1
    for said in ("- hook id: olgu-gate", "- hook id: olgu-diff", "floors broken", "kind number → count"):
        assert said in done.stdout


def test_try_repo(clone: Path, user: Path, tmp_path: Path) -> None:
    text = user / "articles" / f"{SLUG}.txt"
    text.write_text(re.sub(r"\d+", "7", text.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    git("add", ".", folder=user)
    done = execute(
        PRE_COMMIT, "try-repo", clone, "olgu-diff", "--all-files", "--verbose", folder=user, home=tmp_path / "home"
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "- hook id: olgu-diff\n" in done.stdout
    assert re.search(r"~ .*«7.*value \d+ → 7", done.stdout)
