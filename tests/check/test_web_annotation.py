"""W3C Web Annotations: their shape, and what is told of bad ones."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from olgu.check.annotations import read_annotations, write_annotations
from olgu.check.gold import gold_records

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
NAMES = ("artvinde-sel", "kazakistan-kore-11-belge")
Json = dict[str, Any]
SELECTORS = {
    "type": "array",
    "prefixItems": [
        {
            "required": ["start", "end"],
            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}},
        },
        {"required": ["exact", "prefix", "suffix"], "properties": {"type": {"const": "TextQuoteSelector"}}},
    ],
    "minItems": 2,
}
ANNOTATION = {
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["classifying", "linking"]},
        "body": {
            "items": {
                "required": ["type", "purpose"],
                "properties": {"type": {"enum": ["TextualBody", "SpecificResource"]}},
            }
        },
        "target": {
            "oneOf": [
                {"type": "string"},
                {"type": "object", "required": ["source", "selector"], "properties": {"selector": SELECTORS}},
            ]
        },
    },
}
"""What https://www.w3.org/TR/annotation-model/ asks of an annotation, as far as we write it."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Json:
    path = tmp_path_factory.mktemp("web") / "made.json"
    write_annotations((r for r, _ in gold_records(GOLD) if r["id"] in NAMES), "web-annotation", path)
    made: Json = json.loads(path.read_text(encoding="utf-8"))
    return made


@pytest.fixture
def made(written: Json) -> Json:
    return copy.deepcopy(written)


def items(made: Json) -> list[Json]:
    found: list[Json] = made["first"]["items"]
    return found


def first(made: Json, label: str = "count") -> Json:
    return next(item for item in items(made) if item["body"][0]["value"] == label)


def test_collection_has_the_shape_of_the_model(made: Json) -> None:
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert made["total"] == len(items(made)) == len({item["id"] for item in items(made)})
    for item in items(made):
        jsonschema.validate(item, ANNOTATION)


def test_selectors_point_into_the_text(made: Json) -> None:
    texts = {article["id"]: article["olgu:text"] for article in made["olgu:articles"]}
    for item in items(made):
        if isinstance(item["target"], dict):
            position, quote = item["target"]["selector"]
            text = texts[item["target"]["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def selectors(made: Json) -> list[Json]:
    found: list[Json] = first(made)["target"]["selector"]
    return found


def move(made: Json) -> None:
    selectors(made)[0]["start"] += 1


def drop_quote(made: Json) -> None:
    del selectors(made)[1]


def make_ambiguous(made: Json) -> None:
    first(made)["target"]["selector"] = [{"type": "TextQuoteSelector", "exact": "a"}]


def relabel(made: Json) -> None:
    first(made)["body"][0]["value"] = "para"


def drop_text(made: Json) -> None:
    del made["olgu:articles"][0]["olgu:text"]


def drop_target(made: Json) -> None:
    del first(made)["target"]["selector"]


def misspell(made: Json) -> None:
    next(body for body in first(made)["body"] if body.get("olgu:field") == "role")["value"] = "seviye"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (move, "correct the TextPositionSelector, which counts code points"),
        (drop_quote, "no TextQuoteSelector, so that its place cannot be checked; add one"),
        (make_ambiguous, "its TextQuoteSelector fits more than once in the text; add a TextPositionSelector"),
        (relabel, "unknown label; known are count"),
        (drop_text, 'no text: the key "olgu:text" is missing'),
        (drop_target, "not as the model has it (KeyError: 'selector')"),
        (misspell, "role 'seviye' is unknown"),
    ],
)
def test_bad_annotations_are_told_and_other_articles_imported(
    made: Json, tmp_path: Path, spoil: Callable[[Json], None], said: str
) -> None:
    spoil(made)
    (tmp_path / "x.json").write_text(json.dumps(made), encoding="utf-8")
    read = read_annotations(tmp_path / "x.json")
    assert [record["id"] for record in read.records] == [NAMES[1]]
    assert read.problems[0].startswith(f"{tmp_path / 'x.json'}: article '{NAMES[0]}': ")
    assert said in read.problems[0]


def test_quotes_alone_are_enough_where_they_fit_once(made: Json, written: Json, tmp_path: Path) -> None:
    """As tools write them that know no positions; single bodies and selectors without a list too."""
    for item in items(made):
        if isinstance(item["target"], dict) and len(item["target"]["selector"][1]["prefix"]) == 24:
            item["target"]["selector"] = item["target"]["selector"][1]
        if len(item["body"]) == 1:
            item["body"] = item["body"][0]
    found = []
    for name, content in (("a", made), ("b", written)):
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
        found.append(read_annotations(tmp_path / name))
    assert found[0].records == found[1].records
    assert found[0].problems == []


def test_annotations_of_an_unknown_text_are_told(made: Json, tmp_path: Path) -> None:
    del made["olgu:articles"][0]
    (tmp_path / "x.json").write_text(json.dumps(made), encoding="utf-8")
    read = read_annotations(tmp_path / "x.json")
    assert [record["id"] for record in read.records] == [NAMES[1]]
    assert 'annotations of a text that "olgu:articles" does not have' in read.problems[0]
