"""Facts are matched by place, also through edits of the text, and every form says the same."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.check.diff import SLOTS, Difference, Run, diff, read_run
from olgu.check.diff_forms import FORMS, as_github, as_json, as_junit, as_markdown, as_text
from olgu.write.schema import ARTICLES, FACTS, Row
from olgu.write.sinks import arrow_table

OLD = "Şirket 3 fabrika kurdu. Ciro 5 milyar liraya ulaştı. Satış yüzde 5 arttı ve 20 kişi işe alındı."
QUOTES = ("3", "5 milyar liraya", "yüzde 5", "20")


def made(text: str, quotes: tuple[str, ...] = QUOTES, **changed: object) -> list[Row]:
    """The rows of `quotes`, found one after the other in `text`, with sentences that end at ". "."""
    rows: list[Row] = []
    at = 0
    for quote in quotes:
        at = text.index(quote, at)
        start = max(text.rfind(". ", 0, at) + 2, 0) if ". " in text[:at] else 0
        end = text.find(". ", at) + 1 or len(text)
        row: Row = dict.fromkeys(FACTS.names)
        row |= {"article_id": "a", "start": at, "end": at + len(quote), "quote": quote, "kind": "count", "value": "1"}
        row |= {"sentence": text.count(". ", 0, at), "evidence": text[start:end], "rule": "r"}
        rows.append(row | changed)  # type: ignore[operator]
        at += len(quote)
    return rows


def run(rows: list[Row], sha: str | None = None, path: str | None = None) -> Run:
    article: Row = dict.fromkeys(ARTICLES.names) | {"article_id": "a", "sha256": sha, "path": path}
    return Run(arrow_table(rows, FACTS), {"a": article} if sha else {})


def told(found: Difference) -> list[tuple[str, object, tuple[str, ...]]]:
    return [(change.what, change.row["quote"], tuple(change.slots)) for change in found.changes]


@pytest.mark.parametrize("sha", ["x", None])
def test_diff_of_the_same_is_empty(sha: str | None) -> None:
    found = diff(run(made(OLD), sha), run(made(OLD), sha))
    assert (found.changes, found.unchanged) == ([], 4)


@pytest.mark.parametrize(
    ("new", "quotes", "changes"),
    [
        # words before the first fact shift everything
        ("Yeni haber. " + OLD, QUOTES, []),
        # a word in the middle of a sentence
        (OLD.replace("ve 20", "ve toplam 20"), QUOTES, []),
        # a sentence between, with a fact of its own
        (
            OLD.replace(" Ciro", " Bugün 7 yönetici geldi. Ciro"),
            ("3", "7", "5 milyar liraya", "yüzde 5", "20"),
            [("added", "7", ())],
        ),
        # a sentence that is gone
        (
            OLD.replace("Ciro 5 milyar liraya ulaştı. ", ""),
            ("3", "yüzde 5", "20"),
            [("removed", "5 milyar liraya", ())],
        ),
        # a number corrected by the paper
        (
            OLD.replace("5 milyar", "6 milyar"),
            ("3", "6 milyar liraya", "yüzde 5", "20"),
            [("changed", "6 milyar liraya", ("quote",))],
        ),
        # sentences that swap places
        (
            "Ciro 5 milyar liraya ulaştı. Şirket 3 fabrika kurdu. " + OLD[53:],
            ("5 milyar liraya", "3", "yüzde 5", "20"),
            [],
        ),
        # another article under the same id
        ("Bambaşka bir metinde 99 ağaç dikildi.", ("99",), [("removed", q, ()) for q in QUOTES[:2]]),
    ],
)
def test_diff_of_edited_text(
    new: str, quotes: tuple[str, ...], changes: list[tuple[str, object, tuple[str, ...]]]
) -> None:
    found = told(diff(run(made(OLD), "old"), run(made(new, quotes), "new")))
    assert [change for change in found if change in changes] == changes
    assert len(found) == len(changes) or "Bambaşka" in new


@given(st.text(alphabet="abcçğ .\n", max_size=30), st.text(alphabet="xyzş ", max_size=20))
def test_diff_is_blind_to_text_around(before: str, after: str) -> None:
    new = [
        row | {"start": int(str(row["start"])) + len(before), "end": int(str(row["end"])) + len(before)}
        for row in made(OLD)
    ]
    assert diff(run(made(OLD), "o"), run(new, "n")).changes == []


def test_diff_says_which_slot_changed_from_what_to_what() -> None:
    new = made(OLD)
    new[1] |= {"value": "2", "unit": "TRY", "rule": "other"}
    (change,) = diff(run(made(OLD), "x"), run(new, "x")).changes
    assert change.slots == {"value": ("1", "2"), "unit": (None, "TRY")}
    assert diff(run(made(OLD), "x"), run(new, "x"), ["kind"]).changes == []
    assert [c.slots for c in diff(run(made(OLD), "x"), run(new, "x"), ["rule"]).changes] == [{"rule": ("r", "other")}]


def test_diff_matches_by_overlap_where_a_span_grew() -> None:
    new = made(OLD)
    new[1] |= {"end": int(str(new[1]["end"])) - 7, "quote": "5 milyar"}
    assert told(diff(run(made(OLD), "x"), run(new, "x"))) == [("changed", "5 milyar", ("quote",))]


def test_diff_of_two_facts_in_one_place() -> None:
    twice = [made(OLD)[0], made(OLD)[0] | {"value": "2"}]
    assert diff(run(twice, "x"), run(twice, "x")).changes == []
    assert told(diff(run(twice, "x"), run(twice[:1], "x"))) == [("removed", "3", ())]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=6))
def test_diff_of_rows_in_the_same_places_pairs_them_in_order(spans: list[tuple[int, int]]) -> None:
    """Spans may overlap and repeat; what they say tells them apart."""
    text = "a1b2c3d4e5f6g7h8"
    places = sorted((start, start + length) for start, length in spans)
    old = [
        made(OLD)[0] | {"start": start, "end": end, "quote": text[start:end], "evidence": text, "value": str(number)}
        for number, (start, end) in enumerate(places)
    ]
    new = [row | {"value": f"{row['value']}0"} for row in old]
    for sha in ("x", None):
        pairs = [change.slots for change in diff(run(old, sha), run(new, sha), ["value"]).changes]
        assert pairs == [{"value": (str(number), f"{number}0")} for number in range(len(old))]
    edited = [row | {"evidence": f"{text}!"} for row in new]
    assert diff(run(old), run(edited), ["value"]).count("changed") == len(old)


def test_diff_of_rows_out_of_order() -> None:
    other = [row | {"article_id": "b"} for row in made(OLD)]
    mixed = [row for pair in zip(made(OLD), other, strict=True) for row in pair]
    found = diff(run([*made(OLD), *other]), run([row | {"unit": "x"} for row in reversed(mixed)]))
    assert (found.count("changed"), len(found.changes)) == (8, 8)
    assert [change.article_id for change in found.changes] == ["b"] * 4 + ["a"] * 4
    starts = [change.row["start"] for change in found.changes]
    assert starts[:4] == starts[4:] == sorted(int(str(row["start"])) for row in made(OLD))


def test_diff_of_articles() -> None:
    other = [row | {"article_id": "b"} for row in made(OLD)]
    found = diff(run(made(OLD)), run(other))
    assert (found.articles_added, found.articles_removed) == (["b"], ["a"])
    assert (found.count("added"), found.count("removed"), found.unchanged) == (4, 4, 0)


def test_diff_ignores_columns_that_a_former_version_did_not_have(tmp_path: Path) -> None:
    for name, extra in (("old", {}), ("new", {"status": "planned"})):
        row = {"article_id": "a", "start": 0, "end": 1, "quote": "3", "value": "3"} | extra
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert diff(read_run(tmp_path / "old.jsonl"), read_run(tmp_path / "new.jsonl")).changes == []


@pytest.fixture
def found(tmp_path: Path) -> Difference:
    """One fact added, one removed, one changed with everything in it that a form may trip over."""
    text = "Bir.\n" + OLD
    path = tmp_path / "haber, a.txt"
    path.write_text(text, encoding="utf-8")
    old, new = made(text, QUOTES[:3]), made(text, QUOTES[1:])
    new[0] |= {"what": "a|b <script>\n`x` \x1b[31m\u202e%0A::", "unit": "TRY"}
    return diff(run(old, "x", str(path)), run(new, "x", str(path)))


def test_text_form(found: Difference) -> None:
    lines = as_text(found).splitlines()
    assert lines[0] == "a"
    assert lines[1] == "  - 12-13 «3»  removed: count · 1"
    assert lines[2].startswith(
        "  ~ 34-49 «5 milyar liraya»  unit – → TRY; what – → a|b <script> `x` \ufffd[31m\ufffd%0A::"
    )
    assert lines[-1] == "1 added, 1 removed, 1 changed, 1 unchanged facts"


def test_json_form(found: Difference) -> None:
    made = json.loads(as_json(found))
    assert (made["added"], made["removed"], made["changed"], made["unchanged"]) == (1, 1, 1, 1)
    assert made["changes"][1]["slots"]["unit"] == [None, "TRY"]
    assert made["changes"][0]["new"] is None


def test_markdown_form_is_one_table_without_html(found: Difference) -> None:
    lines = as_markdown(found).splitlines()
    assert lines[0] == "**olgu:** 1 added, 1 removed, 1 changed, 1 unchanged facts"
    assert len(lines) == 7
    assert "<script>" not in lines[5]
    assert r"a\|b &lt;script&gt; \`x\`" in lines[5]


def test_github_form_points_at_the_line(found: Difference) -> None:
    lines = as_github(found).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::error file=")
    assert "haber%2C a.txt,line=2,title=olgu%3A fact removed::a 12-13 «3»" in lines[0]
    assert "%250A::" in lines[1]


def test_github_form_points_at_the_record() -> None:
    found = diff(run(made(OLD)[:1], "x", "in/news.jsonl:7"), run([], "x", "in/news.jsonl:7"))
    assert as_github(found).startswith("::error file=in/news.jsonl,line=7,title=")


def test_junit_form_is_xml(found: Difference) -> None:
    root = ElementTree.fromstring(as_junit(found))
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert (failure.text or "").count("\n") == 2


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_no_difference(form: str) -> None:
    assert "4 unchanged" in FORMS[form](diff(run(made(OLD)), run(made(OLD)))) or form == "json"


def test_slots_leave_out_places() -> None:
    assert {"value", "what", "speaker", "time"} <= set(SLOTS)
    assert not {"start", "end", "fact_id", "rule", "evidence", "what_start"} & set(SLOTS)


def test_diff_of_long_articles_is_quick() -> None:
    """Two thousand different sentences replaced by others: no pairing of each with each."""
    rows = [
        made(f"Şirket{n} {n} fabrika kurdu.", (f"{n} ",))[0] | {"sentence": n, "start": n * 100, "end": n * 100 + 3}
        for n in range(2000)
    ]
    others = [row | {"evidence": f"Bambaşka{n} söz{n}.", "quote": "?"} for n, row in enumerate(rows)]
    assert diff(run(rows, "x"), run(others, "y")).count("removed") == 2000
