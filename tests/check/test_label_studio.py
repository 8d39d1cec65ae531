"""Label Studio's tasks: what they look like, which annotation counts, and what is told of bad ones."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from olgu.check.annotations import read_annotations
from olgu.check.graph import FIELDS, LABELS, GraphError, graph
from olgu.check.label_studio import read_task, task
from olgu.check.label_studio_view import configuration

Json = dict[str, Any]
TEXT = "💩 Kore ile 11 belge imzalandı.\n\nGeçen yıl 5 milyar dolar geldi."
RECORD: Json = {
    "id": "kore",
    "date": "2024-06-12",
    "title": None,
    "text": TEXT,
    "entities": [{"type": "LOC", "name": "Kore Cumhuriyeti", "mentions": [[2, 6, "Kore"]]}],
    "facts": [
        {
            "start": 11, "end": 13, "quote": "11", "kind": "count", "value": "11", "unit": None, "per": None,
            "bound": "exact", "what": [14, 19, "belge"], "predicate": "imzalamak", "role": "level", "direction": None,
            "status": "actual", "time": None, "place": [2, 6, "Kore"], "speaker": "Kore Cumhuriyeti",
        },
        {
            "start": 42, "end": 56, "quote": "5 milyar dolar", "kind": "money", "value": "5000000000", "unit": "USD",
            "per": None, "bound": "exact", "what": None, "predicate": "gelmek", "role": "level", "direction": None,
            "status": "actual", "time": {"start": 32, "end": 41, "quote": "Geçen yıl", "value": "2023"},
            "place": None, "speaker": None,
        },
    ],
}  # fmt: skip


@pytest.fixture
def made() -> Json:
    """The task as an annotator has submitted it unchanged."""
    written = task(graph(copy.deepcopy(RECORD)), "olgu 1")
    return {"id": 7, "data": written["data"], "annotations": [{"id": 1, "result": written["predictions"][0]["result"]}]}


def results(made: Json) -> list[Json]:
    found: list[Json] = made["annotations"][0]["result"]
    return found


def result(made: Json, **wanted: object) -> Json:
    return next(one for one in results(made) if wanted.items() <= one.items())


def test_task_has_spans_fields_and_relations(made: Json) -> None:
    spans = {one["id"]: one["value"] for one in results(made) if one["type"] == "labels"}
    assert {value["labels"][0] for value in spans.values()} == {"count", "money", "what", "time", "LOC"}
    assert all(TEXT[value["start"] : value["end"]] == value["text"] for value in spans.values())
    relations = {
        (r["labels"][0], spans[r["from_id"]]["text"], spans[r["to_id"]]["text"])
        for r in results(made)
        if r["type"] == "relation"
    }
    assert relations == {
        ("what", "11", "belge"), ("place", "11", "Kore"), ("speaker", "11", "Kore"),
        ("time", "5 milyar dolar", "Geçen yıl"),
    }  # fmt: skip
    assert result(made, from_name="unit", type="textarea")["value"]["text"] == ["USD"]
    assert read_task(made) == RECORD


def test_configuration_has_every_control_of_a_task(made: Json) -> None:
    view = ElementTree.fromstring(configuration())
    controls = {tag.get("name"): tag.tag for tag in view.iter() if tag.get("toName") == "text"}
    assert controls.keys() == {"span", *(field.name for field in FIELDS)}
    kinds = {"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}
    for one in results(made):
        assert one["type"] == "relation" or controls[one["from_name"]] == kinds[one["type"]]
    assert [label.get("value") for label in view.iter("Label")] == list(LABELS)


def test_corrections_come_back(made: Json) -> None:
    result(made, from_name="unit")["value"]["text"] = [" KRW "]
    result(made, from_name="span", id=result(made, from_name="unit")["id"])["value"]["labels"] = ["number"]
    results(made).remove(result(made, type="relation", labels=["speaker"]))
    read = read_task(made)
    assert read is not None
    assert [(f["kind"], f["unit"], f["speaker"]) for f in read["facts"]] == [
        ("count", None, None),
        ("number", "KRW", None),
    ]


def test_new_regions_need_only_what_cannot_be_left_away(made: Json) -> None:
    """As the tool writes it: no fields but the value, a relation without a label, drawn backwards."""
    results(made).clear()
    for name, start, end, label in (("x", 11, 13, "count"), ("y", 14, 19, "what")):
        value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
        results(made).append({"id": name, "from_name": "span", "to_name": "text", "type": "labels", "value": value})
    fields = {"id": "x", "from_name": "value", "to_name": "text", "type": "textarea", "value": {"text": ["11"]}}
    results(made).extend([fields, {"type": "relation", "from_id": "y", "to_id": "x", "direction": "right"}])
    read = read_task(made)
    assert read is not None
    assert read["facts"] == [RECORD["facts"][0] | {"predicate": None, "place": None, "speaker": None}]


def test_the_latest_annotation_that_was_not_cancelled_counts(made: Json) -> None:
    good = made["annotations"][0]
    empty = {"result": []}
    made["annotations"] = [
        {**empty, "updated_at": "2024-01-01"}, {**good, "updated_at": "2024-01-03"},
        {**empty, "updated_at": "2024-01-02"}, {**empty, "updated_at": "2024-01-04", "was_cancelled": True},
    ]  # fmt: skip
    assert read_task(made) == RECORD
    made["predictions"], made["annotations"] = [good], []
    assert read_task(made) is None
    assert read_task(made, unreviewed=True) == RECORD


def test_offsets_in_utf16_units_are_understood(made: Json) -> None:
    for one in results(made):
        for key in ("start", "end"):
            if key in one.get("value", {}):
                one["value"][key] += 1
    assert read_task(made) == RECORD


def move(made: Json) -> None:
    result(made, from_name="span", type="labels", id="r2")["value"]["start"] = 10


def relabel(made: Json) -> None:
    result(made, id="r2", type="labels")["value"]["labels"] = ["para"]


def forget_text(made: Json) -> None:
    del made["data"]["text"]


def edit_text(made: Json) -> None:
    made["data"]["text"] += " Son."


def forget_value(made: Json) -> None:
    results(made).remove(result(made, id="r2", from_name="value"))


def misspell_value(made: Json) -> None:
    result(made, id="r2", from_name="value")["value"]["text"] = ["on bir"]


def misspell_role(made: Json) -> None:
    result(made, id="r2", from_name="role")["value"]["choices"] = ["seviye"]


def link_twice(made: Json) -> None:
    results(made).remove(result(made, type="relation", labels=["time"]))
    results(made).append({"type": "relation", "from_id": "r2", "to_id": "r5", "labels": ["what"]})
    result(made, id="r5", type="labels")["value"]["labels"] = ["what"]


def link_to_nothing(made: Json) -> None:
    results(made).append({"type": "relation", "from_id": "r2", "to_id": "yok", "labels": ["what"]})


def link_wrongly(made: Json) -> None:
    result(made, type="relation", labels=["time"])["labels"] = ["what"]


def drop_quote(made: Json) -> None:
    del result(made, id="r2", type="labels")["value"]["text"]


def be_minimal(made: Json) -> None:
    made.update({"text": made.pop("data")["text"]})


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            move,
            "region 'r2' (count at 10-13): the text at 10-13 is « 11», the annotation says «11», which stands at 11-13",
        ),
        (relabel, "region 'r2' (para at 11-13): unknown label; known are count, money"),
        (forget_text, 'no text: "data" has no key "text"'),
        (edit_text, "the text is not the one that was exported"),
        (forget_value, "region 'r2' (count at 11-13) has no value; write one number such as"),
        (misspell_value, "has the value 'on bir'; write one number such as"),
        (misspell_role, "role 'seviye' is unknown; known are level, change, from, share"),
        (link_twice, "two relations what; leave one"),
        (link_to_nothing, "a relation leads from 'r2' to 'yok', and one of them is no region"),
        (link_wrongly, "relation what from region 'r4' (money at 42-56) to region 'r5' (time at 32-41): expected"),
        (drop_quote, "region 'r2': not as Label Studio writes it (KeyError: 'text')"),
        (be_minimal, "export from Label Studio as JSON, not as JSON-MIN"),
    ],
)
def test_bad_tasks_are_told_and_others_imported(
    made: Json, tmp_path: Path, spoil: Callable[[Json], None], said: str
) -> None:
    good = copy.deepcopy(made) | {"id": 8}
    spoil(made)
    with pytest.raises(GraphError) as caught:
        read_task(made)
    assert said in caught.value.problems[0]
    (tmp_path / "x.json").write_text(json.dumps([made, good]), encoding="utf-8")
    read = read_annotations(tmp_path / "x.json")
    assert read.records == [RECORD]
    assert read.problems[0].startswith(f"{tmp_path / 'x.json'}: task 1")
    assert said in read.problems[0]


def test_controls_that_are_not_ours_are_left_out(made: Json) -> None:
    results(made).append({"id": "r2", "from_name": "note", "type": "textarea", "value": {"text": ["emin değilim"]}})
    results(made).append({"from_name": "quality", "type": "rating", "value": {"rating": 4}})
    assert read_task(made) == RECORD


def test_gold_that_does_not_stand_where_it_says_is_refused() -> None:
    spoilt = copy.deepcopy(RECORD)
    spoilt["facts"][0]["what"][0] = 13
    with pytest.raises(GraphError, match="the text at 13-19 is « belge», the annotation says «belge», which stands at"):
        graph(spoilt)


def test_tasks_and_configuration_pass_the_tool_s_own_check() -> None:
    """By the validator of Label Studio's SDK, which is too large to be installed with every test run."""
    interface = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="no label-studio-sdk here: pip install label-studio-sdk to check"
    )
    checker = interface.LabelInterface(configuration())
    checker.validate()
    (prediction,) = task(graph(copy.deepcopy(RECORD)), "olgu 1")["predictions"]
    assert checker.validate_prediction(prediction, return_errors=True) == []
    prediction["result"][0]["value"]["labels"] = ["para"]
    assert checker.validate_prediction(prediction, return_errors=True)
