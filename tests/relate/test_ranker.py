"""The linear ranker: sums of groups, ties, unknown features, candidates that say the same, bounded memory."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.relate.ranker import UNNAMED, Group, Ranker, grouped, load, spell, total


def pair(a: str, b: str) -> tuple[str, ...]:
    """Spell two features."""
    return (f"a:{a}", f"b:{b}")


def single(a: str) -> tuple[str, ...]:
    """Spell one feature."""
    return (f"a:{a}",)


def groups(*keys: tuple[str, ...]) -> tuple[Group, ...]:
    """Make a candidate."""
    return tuple((pair if len(key) == 2 else single, key) for key in keys)


RANKER = Ranker({"a:x": 1000, "b:y": 500, "a:z": -2000})


@pytest.mark.parametrize(
    ("candidate", "score"),
    [
        (groups(("x",)), 1000),
        (groups(("x", "y")), 1500),
        (groups(("x", "y"), ("z",)), -500),
        (groups(("x",), ("x",)), 2000),
        # unknown features weigh nothing
        (groups(("q", "q")), 0),
        (groups(("q", "y")), 500),
        ((), 0),
    ],
)
def test_score_is_the_sum_of_known_weights(candidate: tuple[Group, ...], score: int) -> None:
    assert RANKER.score(candidate) == score
    assert RANKER.score(candidate) == score  # from memory


@pytest.mark.parametrize(
    ("candidates", "winner"),
    [
        ([("x",), ("z",)], 0),
        ([("z",), ("x",)], 1),
        # the earliest of equals
        ([("q",), ("p",), ("r",)], 0),
        ([("z",), ("x",), ("x",)], 1),
        ([("z",)], 0),
    ],
)
def test_choose_takes_the_greatest_and_the_earliest_of_equals(candidates: list[tuple[str, ...]], winner: int) -> None:
    assert RANKER.choose([groups(key) for key in candidates]).index == winner


def test_choose_gives_the_share_of_the_softmax() -> None:
    assert RANKER.choose([groups(("q",)), groups(("p",))]).probability == 0.5
    assert RANKER.choose([groups(("q",))]).probability == 1.0
    assert RANKER.choose([groups(("x",)), groups(("q",))]).probability == pytest.approx(0.7311, abs=1e-4)


def test_choose_adds_the_shares_of_candidates_that_say_the_same() -> None:
    weak = Ranker({"a:x": 400})
    candidates = [groups(("x",)), groups(("q",)), groups(("p",))]
    assert weak.choose(candidates).index == 0
    choice = weak.choose(candidates, ["one", "two", "two"])
    assert choice.index == 1
    assert choice.probability == pytest.approx(2 / (2 + 1.4918), abs=1e-3)
    assert weak.choose(candidates, ["one", "two", "three"]).index == 0


def test_memory_is_bounded() -> None:
    ranker = Ranker({"a:7": 3}, kept=10)
    for number in range(100):
        assert ranker.score(groups((str(number),))) == (3 if number == 7 else 0)
        assert sum(len(sums) + len(sums.old) for sums in ranker._memory.values()) <= 20
    assert ranker.score(groups(("7",))) == 3


def test_memory_keeps_what_is_asked_again_and_again() -> None:
    spelled = list[str]()

    def counting(a: str) -> tuple[str, ...]:
        spelled.append(a)
        return single(a)

    ranker = Ranker({"a:7": 3}, kept=10)
    for number in range(100):
        assert ranker.score(((counting, ("7",)), (counting, (f"x{number}",)), (pair, (f"y{number}", "")))) == 3
    assert spelled.count("7") == 1
    ranker.score(((counting, ("x0",)),))
    assert spelled.count("x0") == 2


def test_sums_of_a_frame_are_the_score_of_its_groups() -> None:
    frame = ((pair, ("x",)), (single, ()))
    for keys in ((("y",), ("z",)), (("q",), ("x",)), (("q",), ("q",))):
        assert total(RANKER.sums(frame), keys) == RANKER.score(grouped(frame, keys))


@pytest.mark.parametrize(
    ("word", "named"),
    [("x", "x"), ("lemma", "lemma"), ("tam gün", "tam gün"), ("a:b", "a:b"), ("12:30", "12:30"), ("q", UNNAMED)],
)
def test_a_word_that_no_weight_names_is_unnamed(word: str, named: str) -> None:
    assert Ranker({"lemma:x": 1, "lemma:tam gün": 2}).named(word) == named


@given(st.lists(st.sampled_from("xyzpq"), min_size=1, max_size=8), st.integers(0, 99))
def test_choice_does_not_depend_on_what_was_asked_before(letters: list[str], seed: int) -> None:
    candidates = [groups((letter,)) for letter in letters]
    used = Ranker(RANKER.weights)
    for candidate in random.Random(seed).sample(candidates, len(candidates)):
        used.score(candidate)
    assert used.choose(candidates) == Ranker(RANKER.weights).choose(candidates)


def test_spell_gives_every_feature_once_a_group() -> None:
    assert spell(groups(("x", "y"), ("z",))) == ("a:x", "b:y", "a:z")


@pytest.mark.parametrize("slot", ["what", "reach", "time", "place", "confidence"])
def test_shipped_weights_are_whole_numbers(slot: str) -> None:
    weights = load(slot).weights
    assert len(weights) > 20
    assert all(type(weight) is int and weight for weight in weights.values())
    assert list(weights) == sorted(weights)


def test_unknown_slot_has_no_weights() -> None:
    assert not load("no such slot").weights
