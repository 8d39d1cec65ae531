import numpy as np
import pytest

from olgu.analyse.model_names import find

LABELS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC")


def scores(*rows: dict[str, float]):
    return np.array([[row.get(label, -4.0) for label in LABELS] for row in rows], dtype=np.float32)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (["O", "O"], []),
        (["B-PERSON", "I-PERSON", "O"], [(0, 1, "PERSON")]),
        (["B-PERSON", "B-PERSON"], [(0, 0, "PERSON"), (1, 1, "PERSON")]),
        (["O", "B-LOC", "B-PERSON", "I-PERSON"], [(1, 1, "LOC"), (2, 3, "PERSON")]),
    ],
)
def test_find_reads_a_path_of_labels(path, names):
    found = find(scores(*({label: 5.0} for label in path)), LABELS)
    assert [(n.first, n.last, n.kind) for n in found] == names
    assert all(0.9 < n.confidence <= 1 for n in found)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([{"I-LOC": 5.0, "B-LOC": 4.0}], [(0, 0, "LOC")]),
        ([{"I-LOC": 5.0, "O": 4.9}], []),
        ([{"B-PERSON": 5.0}, {"I-LOC": 2.0, "I-PERSON": 1.9}], [(0, 1, "PERSON")]),
        ([{"O": 5.0}, {"I-PERSON": 5.0, "O": 1.0}, {"O": 5.0}], []),
    ],
)
def test_find_makes_no_name_that_begins_inside(rows, names):
    assert [(n.first, n.last, n.kind) for n in find(scores(*rows), LABELS)] == names
