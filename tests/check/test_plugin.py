"""The pytest plugin in a scratch project: the first table, a table that holds, one that differs, and what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import olgu
from olgu.check import golden, plugin

pytest_plugins = ["pytester"]

TEXT = "Kazakistan'da 700'den fazla şirket var.\\n\\nİhracat yüzde 5,2 arttı."
PROJECT = Path(__file__).parents[2]
TEST = f'def test_news(olgu_facts):\n    assert len(olgu_facts("{TEXT}")) == 2\n'


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """spaCy cannot be imported twice in a process, and pytester forgets what its runs import."""
    olgu.extract("Ülkede 11 belge imzalandı.")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load no other plugins: that makes a run ten times as fast."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", plugin.__name__, "-p", "no:cacheprovider", *arguments)


def told(result: pytest.RunResult) -> str:
    return result.stdout.str()


@pytest.fixture
def written(pytester: pytest.Pytester) -> Path:
    """A project with one test and its golden table."""
    pytester.makepyfile(test_haber=TEST)
    run(pytester, "--olgu-update").assert_outcomes(passed=1)
    return pytester.path / "test_haber-facts" / "test_news.tsv"


def test_entry_point_is_declared() -> None:
    import tomllib

    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert declared["pytest11"] == {"olgu": plugin.__name__}


def test_missing_table_is_an_error_that_says_what_to_do(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_haber=TEST)
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*no golden table test_haber-facts/test_news.tsv; run pytest with --olgu-update to write it, then read it"]
    )
    assert not (pytester.path / "test_haber-facts").exists()


def test_table_is_written_with_one_fact_a_line_and_holds(pytester: pytest.Pytester, written: Path) -> None:
    head, *lines = written.read_text(encoding="utf-8").splitlines()
    assert tuple(head.split("\t")) == golden.COLUMNS
    assert [line.split("\t")[:3] for line in lines] == [["700'den", "count", "700"], ["yüzde 5,2", "percent", "5.2"]]
    run(pytester).assert_outcomes(passed=1)


def test_update_names_only_what_it_wrote(pytester: pytest.Pytester, written: Path) -> None:
    assert "golden tables written" not in told(run(pytester, "--olgu-update"))
    written.write_text("start\tquote\n", encoding="utf-8")
    run(pytester, "--olgu-update").stdout.fnmatch_lines(["*golden tables written*", "test_haber-facts/test_news.tsv"])
    run(pytester).assert_outcomes(passed=1)


def test_difference_is_told_fact_by_fact(pytester: pytest.Pytester, written: Path) -> None:
    text = written.read_text(encoding="utf-8").replace("more_than", "exact").replace("\tup\t", "\tdown\t")
    written.write_text(text + "üç\tcount\t3" + "\t" * (len(golden.COLUMNS) - 3) + "\n", encoding="utf-8")
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "olgu: 3 facts differ from test_haber-facts/test_news.tsv",
            "~ «700'den»  bound exact → more_than",
            "~ «yüzde 5,2»  direction down → up",
            "- «üç»  count · 3",
            "*--olgu-update*",
        ]
    )
    assert "Traceback" not in told(result)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('olgu_facts("11 belge."); olgu_facts("12 belge.")', "tell its tables apart with name="),
        ('olgu_facts("haber.txt")', "is taken as a text; for a file write Path('haber.txt')"),
        ('olgu_facts(Path("yok.txt"))', "yok.txt: no such file or folder; paths are seen from the test's folder"),
        ('olgu_facts(Path("bos.txt"))', "bos.txt: "),
        ('olgu_facts("11 belge.", columns=["birim"])', "unknown column birim; known are fact_id"),
        ('olgu_facts("11 belge.", date="dün")', "is no ISO 8601 day"),
    ],
)
def test_misuse_is_told(pytester: pytest.Pytester, body: str, said: str) -> None:
    (pytester.path / "bos.txt").write_text("")
    pytester.makepyfile(f"from pathlib import Path\ndef test_news(olgu_facts):\n    {body}\n")
    result = run(pytester, "--olgu-update")
    result.assert_outcomes(failed=1)
    assert said in told(result)


def test_damaged_table_is_named_with_its_line(pytester: pytest.Pytester, written: Path) -> None:
    written.write_text(written.read_text(encoding="utf-8") + "60\tüç\n", encoding="utf-8")
    assert f"test_news.tsv:4: 2 cells under {len(golden.COLUMNS)} columns; write it anew" in told(run(pytester))


def test_sources_names_and_columns(pytester: pytest.Pytester) -> None:
    (pytester.path / "haber.txt").write_text("Geçen yıl 11 belge imzalandı.", encoding="utf-8")
    (pytester.path / "haberler").mkdir()
    for number in (3, 4):
        (pytester.path / "haberler" / f"{number}.txt").write_text(f"Toplam {number} kişi öldü.", encoding="utf-8")
    pytester.makepyfile(
        test_kaynak="""
        from pathlib import Path
        import olgu, pytest

        @pytest.mark.parametrize("yol", ["a/b", "ç"])
        def test_sources(olgu_facts, yol):
            olgu_facts(Path("haber.txt"), date="2024-06-12", columns=["quote", "time"])
            olgu_facts(Path("haberler"), name="folder", columns=["quote"])
            olgu_facts(olgu.Article("x", "5 kişi öldü."), name="article")
            olgu_facts(olgu.extract("6 kişi öldü."), name="document")
        """
    )
    run(pytester, "--olgu-update").assert_outcomes(passed=2)
    run(pytester).assert_outcomes(passed=2)
    folder = pytester.path / "test_kaynak-facts"
    assert (folder / "test_sources[a_b].tsv").read_text(encoding="utf-8") == "quote\ttime\n11\t2023\n"
    assert (folder / "test_sources[a_b]-folder.tsv").read_text(encoding="utf-8") == "article_id\tquote\n3\t3\n4\t4\n"
    assert len(list(folder.iterdir())) == 8


def test_tests_of_the_same_name_in_two_classes_have_tables_of_their_own(pytester: pytest.Pytester) -> None:
    body = "class Test{0}:\n    def test_news(self, olgu_facts):\n        olgu_facts('{0} kişi öldü.')\n"
    pytester.makepyfile(test_haber=body.format(3) + body.format(4))
    run(pytester, "--olgu-update").assert_outcomes(passed=2)
    run(pytester).assert_outcomes(passed=2)
    names = sorted(path.name for path in (pytester.path / "test_haber-facts").iterdir())
    assert names == ["Test3.test_news.tsv", "Test4.test_news.tsv"]


def test_plugin_costs_nothing_until_it_is_used() -> None:
    heavy = ("spacy", "pandas", "pyarrow", "olgu.flow", "olgu.check.golden", "olgu.write")
    code = f"import sys, olgu.check.plugin; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("quote\tkind\n11\tcount\n", "quote\tkind\n11\tcount\n", []),
        ("start\tquote\n5\t11\n", "start\tquote\n9\t11\n", ["~ 9 «11»  start 5 → 9"]),
        ("quote\tkind\n", "quote\tkind\n11\tcount\n", ["+ «11»  count"]),
        ("quote\n11\n12\n", "quote\n12\n", ["- «11»"]),
        ("", "quote\n12\n", ["+ «12»"]),
        ("quote\r\n11\r\n", "quote\n11\n", []),
    ],
)
def test_difference_of_tables(old: str, new: str, lines: list[str]) -> None:
    assert [line.rstrip() for line in golden.difference(old, new, "x.tsv")] == lines
