"""Names of the rules and of a model put together."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.article import Mention
from olgu.recognise.name_model import SURE, Read, combine

TEXT = "Sağlık Bakanı Fahrettin Koca Ankara Şehir Hastanesinde konuştu"


def rule(quote: str, kind: str) -> Mention:
    start = TEXT.index(quote)
    return Mention(start, start + len(quote), kind, "rule")  # type: ignore[arg-type]


def seen(quote: str, kind: str, confidence: float) -> Read:
    start = TEXT.index(quote)
    return start, start + len(quote), kind, confidence


@pytest.mark.parametrize(
    ("ruled", "read", "expected"),
    [
        ([], [], []),
        ([rule("Ankara", "LOC")], [], [("Ankara", "LOC", "rule")]),
        ([], [seen("Ankara", "LOC", SURE)], [("Ankara", "LOC", "model")]),
        ([], [seen("Ankara", "LOC", SURE - 0.01)], []),
        ([rule("Ankara", "LOC")], [seen("Ankara", "LOC", 0.1)], [("Ankara", "LOC", "rule")]),
        (
            [rule("Ankara", "LOC")],
            [seen("Ankara Şehir Hastanesi", "ORG", SURE)],
            [("Ankara Şehir Hastanesi", "ORG", "model")],
        ),
        ([rule("Ankara", "LOC")], [seen("Ankara Şehir Hastanesi", "ORG", SURE - 0.01)], [("Ankara", "LOC", "rule")]),
        ([rule("Ankara", "LOC")], [seen("Ankara", "ORG", SURE)], [("Ankara", "ORG", "model")]),
        ([rule("Ankara", "LOC")], [seen("Ankara", "ORG", SURE - 0.01)], [("Ankara", "LOC", "rule")]),
        (
            [rule("Fahrettin Koca", "PERSON"), rule("Ankara", "LOC")],
            [seen("Fahrettin Koca Ankara", "PERSON", SURE)],
            [("Fahrettin Koca Ankara", "PERSON", "model")],
        ),
        (
            [rule("Ankara", "LOC")],
            [seen("Fahrettin Koca", "PERSON", 0.95)],
            [("Fahrettin Koca", "PERSON", "model"), ("Ankara", "LOC", "rule")],
        ),
        ([rule("Koca Ankara", "ORG")], [seen("Fahrettin Koca", "PERSON", 0.5)], [("Koca Ankara", "ORG", "rule")]),
    ],
)
def test_combine(ruled: list[Mention], read: list[Read], expected: list[tuple[str, str, str]]) -> None:
    assert [(TEXT[n.start : n.end], n.type, n.rule) for n in combine(ruled, read)] == expected


def spans(kinds: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[int, int, str]]]:
    cuts = st.lists(st.integers(0, 40), unique=True, max_size=12).map(sorted)
    return cuts.flatmap(
        lambda ends: st.lists(kinds, min_size=len(ends) // 2, max_size=len(ends) // 2).map(
            lambda found: [(a, b, k) for a, b, k in zip(ends[::2], ends[1::2], found, strict=False)]
        )
    )


@given(spans(st.sampled_from(["PERSON", "LOC"])), spans(st.sampled_from(["PERSON", "ORG"])), st.floats(0, 1))
def test_names_stay_sorted_and_apart(
    ruled: list[tuple[int, int, str]], read: list[tuple[int, int, str]], confidence: float
) -> None:
    mentions = [Mention(*span, "rule") for span in ruled]  # type: ignore[arg-type]
    found = combine(mentions, [(*span, confidence) for span in read])
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    if confidence < SURE:
        assert found == mentions
