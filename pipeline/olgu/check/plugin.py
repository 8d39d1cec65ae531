"""The pytest plugin: the fixture `olgu_facts`, which holds facts against a golden table kept beside the test.

pytest imports this module at every start, so nothing of olgu is imported before a test asks for the fixture.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import pytest

if TYPE_CHECKING:
    import datetime as dt

    from olgu.article import Article, Document, Fact

    Source = str | Path | Article | Document

_WRITTEN = pytest.StashKey[list[str]]()


class OlguFacts(Protocol):
    """Extract facts, hold them against the golden table of the test, and return them."""

    def __call__(
        self,
        source: Source,
        date: str | dt.date | None = None,
        *,
        name: str | None = None,
        columns: Sequence[str] | None = None,
    ) -> tuple[Fact, ...]:
        """Return the facts of `source` where they are those of the golden table, else fail the test.

        `source` is a text, a `Path` (seen from the test's folder; a file of one article or many), an `Article` or a
        `Document`; `date` the publication day of what has none. `name` tells the tables of one test apart; `columns`
        are those of the `facts` table that the golden table has.
        """


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--olgu-update`."""
    told = "Write the golden tables of olgu_facts as the facts are now, instead of comparing."
    parser.getgroup("olgu").addoption("--olgu-update", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Begin the list of tables that are written."""
    config.stash[_WRITTEN] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name the golden tables that were written."""
    if written := config.stash.get(_WRITTEN, []):
        terminalreporter.section("olgu: golden tables written; read them before you commit them")
        for path in written:
            terminalreporter.line(path)


@pytest.fixture
def olgu_facts(request: pytest.FixtureRequest) -> OlguFacts:
    """Hold the facts of a text, article or file against the golden table beside the test; see docs/testing.md."""
    return _Comparison(request)


class _Comparison:
    """One test's fixture; remembers which tables the test has used."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self._request = request
        self._used: set[Path] = set()

    def __call__(
        self,
        source: Source,
        date: str | dt.date | None = None,
        *,
        name: str | None = None,
        columns: Sequence[str] | None = None,
    ) -> tuple[Fact, ...]:
        __tracebackhide__ = True
        from olgu.check import golden  # noqa: PLC0415 - imported by the first test that asks for facts

        path = self._table(name)
        documents = _documents(source, date, self._request.path.parent)
        try:
            now = golden.table(documents, golden.COLUMNS if columns is None else columns)
            self._compare(path, now)
        except golden.GoldenError as error:
            _fail(f"olgu: {error}")
        return tuple(fact for document in documents for fact in document.facts)

    def _table(self, name: str | None) -> Path:
        __tracebackhide__ = True
        own = self._request.node.nodeid.partition("::")[2].replace("::", ".")
        test = own if name is None else f"{own}-{name}"
        file = "".join(letter if letter.isalnum() or letter in "-_.[]" else "_" for letter in test)
        path = self._request.path.parent / f"{self._request.path.stem}-facts" / f"{file}.tsv"
        if path in self._used:
            _fail(f"olgu: this test has compared with {path.name} already; tell its tables apart with name=…")
        self._used.add(path)
        return path

    def _compare(self, path: Path, now: str) -> None:
        __tracebackhide__ = True
        from olgu.check.golden import difference  # noqa: PLC0415 - as above

        shown = _shown(path, self._request.config.rootpath)
        golden = path.read_bytes().decode("utf-8") if path.is_file() else None
        if self._request.config.getoption("olgu_update"):
            if golden != now:
                path.parent.mkdir(exist_ok=True)
                path.write_text(now, encoding="utf-8", newline="\n")
                self._request.config.stash[_WRITTEN].append(shown)
            return
        if golden is None:
            _fail(f"olgu: no golden table {shown}; run pytest with --olgu-update to write it, then read it")
        if golden.replace("\r\n", "\n") == now:
            return
        lines = difference(golden, now, shown) or ["the columns differ"]
        advice = "if the facts are better now, run pytest with --olgu-update and read the difference of the file"
        _fail("\n".join([f"olgu: {len(lines)} facts differ from {shown}", *lines, advice]))


def _documents(source: Source, date: str | dt.date | None, folder: Path) -> list[Document]:
    __tracebackhide__ = True
    import olgu  # noqa: PLC0415 - as above

    if isinstance(source, olgu.Document):
        return [source]
    if isinstance(source, olgu.Article):
        return [olgu.extract(source, date)]
    if isinstance(source, Path):
        return [olgu.extract(article, date) for article in _articles(folder / source)]
    if len(source) < 256 and source.endswith((".txt", ".md", ".html", ".json", ".jsonl", ".csv")):
        _fail(f"olgu: {source!r} is taken as a text; for a file write Path({source!r})")
    return [olgu.extract(source, date)]


def _articles(path: Path) -> list[Article]:
    __tracebackhide__ = True
    from olgu.article import Article  # noqa: PLC0415 - as above
    from olgu.read import files  # noqa: PLC0415 - as above

    if not path.exists():
        _fail(f"olgu: {path}: no such file or folder; paths are seen from the test's folder")
    found = list(files.articles([path]))
    articles = [item for item in found if isinstance(item, Article)]
    for item in found:
        if not isinstance(item, Article):
            _fail(f"olgu: {item.path or item.id}: {item.message}")
    return articles


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _fail(message: str) -> NoReturn:
    __tracebackhide__ = True
    pytest.fail(message, pytrace=False)
