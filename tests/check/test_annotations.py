"""Round trips: what is written for an annotation tool comes back as the same gold, whatever the text and the facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.check.annotations import FORMS, merged, read_annotations, write_annotations
from olgu.check.gold import GoldError, gold_records, read_gold
from olgu.check.gold_writing import write_gold
from olgu.check.graph import FIELDS, KINDS, NAMES

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
Json = dict[str, Any]
TEXTS = st.lists(
    st.sampled_from(["11 belge", "💩", "🇹🇷 ", "İstanbul", "\n\n", "ı", "e\u0301 ", "\r\n", "<b>", "11", " ", "\\n"]),
    min_size=3,
).map("".join)
CODES = st.none() | st.sampled_from(["TRY", "%", "kişi", "ulaşmak"])


def choice(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(next(one.allowed for one in FIELDS if one.name == name))


@st.composite
def records(draw: st.DrawFn) -> Json:
    """Gold records with spans anywhere in a text that has emoji, line breaks and combining marks."""
    text = draw(TEXTS.filter(lambda text: len(text.strip()) > 1))

    def span() -> list[Any]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 12)))
        return [start, end, text[start:end]]

    def fact() -> Json:
        start, end, quote = span()
        time, number = draw(st.none() | st.just(span())), st.from_regex(r"\A(0|[1-9][0-9]*(\.[0-9]*[1-9])?)\Z")
        made: Json = {"start": start, "end": end, "quote": quote, "kind": draw(st.sampled_from(KINDS))}
        made["value"] = draw(number | st.lists(number, min_size=2, max_size=2) | st.just("1/3"))
        made |= {"unit": draw(CODES), "per": draw(CODES), "bound": draw(choice("bound"))}
        made |= {"what": draw(st.none() | st.just(span())), "predicate": draw(CODES), "role": draw(choice("role"))}
        made |= {"direction": draw(st.none() | choice("direction")), "status": draw(choice("status"))}
        value = draw(st.sampled_from([None, "2023", "../2023"]))
        made["time"] = time and {"start": time[0], "end": time[1], "quote": time[2], "value": value}
        made["place"] = draw(st.none() | st.just(span()))
        made["speaker"] = draw(st.sampled_from([None, "Yok Böyle Biri", *(entity["name"] for entity in entities)]))
        return made | ({"optional": True} if draw(st.booleans()) else {})

    names = draw(st.lists(st.sampled_from(["Kore", "İŞ Konseyi", "Ş. Yılmaz"]), unique=True))
    entities = [
        {
            "type": draw(st.sampled_from(NAMES)),
            "name": name,
            "mentions": sorted(span() for _ in range(draw(st.integers(1, 3)))),
        }
        for name in names
    ]
    facts = sorted((fact() for _ in range(draw(st.integers(0, 4)))), key=lambda fact: (fact["start"], fact["end"]))
    head = {"id": draw(st.sampled_from(["a", "ç/d:2", "haber 1"])), "date": draw(st.sampled_from([None, "2024-06-12"]))}
    return {
        **head,
        "title": draw(st.sampled_from([None, "Başlık"])),
        "text": text,
        "entities": entities,
        "facts": facts,
    }


@pytest.fixture(scope="module")
def round_trip(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Json], str], list[Json]]:
    path = tmp_path_factory.mktemp("round") / "made.json"

    def there_and_back(given: list[Json], form: str) -> list[Json]:
        write_annotations(given, form, path)
        read = read_annotations(path, unreviewed=True)
        assert read.problems == []
        return read.records

    return there_and_back


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(record=records())
def test_round_trip_gives_the_same_record(
    round_trip: Callable[[list[Json], str], list[Json]], form: str, record: Json
) -> None:
    assert round_trip([record], form) == [record]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("to", ["gold.jsonl", "gold"])
def test_round_trip_of_the_corpus(tmp_path: Path, form: str, to: str) -> None:
    write_annotations([record for record, _ in gold_records(GOLD)], form, tmp_path / "made.json")
    write_gold(read_annotations(tmp_path / "made.json", unreviewed=True).records, tmp_path / to)
    assert read_gold(tmp_path / to) == read_gold(GOLD)


@pytest.mark.parametrize("name", ["../kaç", "a/b", "..", "c:d", ""])
def test_names_that_make_no_file_are_refused(tmp_path: Path, name: str) -> None:
    record = {"id": name, "date": None, "title": None, "text": "11", "entities": [], "facts": []}
    with pytest.raises(GoldError, match=r"makes no file name; write to a file that ends in \.jsonl"):
        write_gold([record], tmp_path / "gold")


def test_texts_that_are_there_are_kept(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes(b"11 belge\r\n")
    record = {"id": "a", "date": None, "title": None, "text": "11 belge\r\n", "entities": [], "facts": []}
    write_gold([record], tmp_path / "gold")
    assert [path.name for path in (tmp_path / "gold").iterdir()] == ["a.json"]
    assert read_gold(tmp_path / "gold")[0].text == "11 belge\r\n"
    with pytest.raises(GoldError, match="holds another text than the annotations of 'a'"):
        write_gold([{**record, "text": "12 belge"}], tmp_path / "gold")


def test_merged_keeps_other_articles_and_refuses_another_text() -> None:
    before = {record["id"]: record for record, _ in gold_records(GOLD)}
    name, other = sorted(before)[:2]
    new = {**before[name], "facts": [], "title": None}
    made, problems = merged([new, {**before[other], "text": "başka"}, {**new, "id": "yeni"}], GOLD)
    assert [record["id"] for record in made] == [*before, "yeni"]
    assert [record["facts"] for record in made if record["id"] in (name, "yeni")] == [[], []]
    assert made[list(before).index(other)] == before[other]
    assert problems == [f"article {other!r}: its text is not the one in {GOLD}; annotate that one"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not valid JSON"),
        ("[]", "neither tasks of Label Studio nor Web Annotations"),
        ("3", "neither tasks of Label Studio nor Web Annotations"),
        ('{"items": []}', '"olgu:articles" with the articles is missing'),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        read_annotations(tmp_path / "x.json")
    with pytest.raises(GoldError, match="No such file"):
        read_annotations(tmp_path / "y.json")


def test_an_article_is_taken_once(tmp_path: Path) -> None:
    record = {"id": "a", "date": None, "title": None, "text": "11", "entities": [], "facts": []}
    write_annotations([record, record], "label-studio", tmp_path / "x.json")
    read = read_annotations(tmp_path / "x.json", unreviewed=True)
    assert len(read.records) == 1
    assert "task 2 (article 'a'): there was an article 'a' before" in read.problems[0]
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))[0]["predictions"]
