"""Real articles made worse go through the flow; the same examples on every run, long.py has others."""

from __future__ import annotations

import pytest
from fuzz_mutation import LONGEST, MUTATIONS, articles, mutated, worse_articles
from fuzz_targets import COMPRESSORS, WRITERS, TooSlowError, bounded, damaged, extracted, found_alone, read
from hypothesis import given, settings
from hypothesis import strategies as st

short = settings(max_examples=30, derandomize=True, database=None, deadline=None)


@short
@given(worse_articles(500))
def test_worse_articles_are_extracted(text: str) -> None:
    extracted(text)


@short
@given(worse_articles(500))
def test_recognisers_alone(text: str) -> None:
    found_alone(text)


def damages() -> st.SearchStrategy[list[tuple[int, float, bytes]]]:
    places = st.integers(0, 1000).map(lambda n: n / 1000)
    return st.lists(st.tuples(st.integers(0, 5), places, st.binary(max_size=9)), max_size=3)


@short
@given(
    worse_articles(400, 2), st.sampled_from(sorted(WRITERS)), st.sampled_from(sorted(COMPRESSORS)), damages(), damages()
)
def test_damaged_files_are_read_or_say_why(
    text: str,
    suffix: str,
    compression: str,
    inside: list[tuple[int, float, bytes]],
    outside: list[tuple[int, float, bytes]],
) -> None:
    content = COMPRESSORS[compression](damaged(WRITERS[suffix](text), inside))
    assert read(f"a{suffix}{compression}", damaged(content, outside))


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_every_mutation_makes_a_text_another_one_and_none_too_long(name: str) -> None:
    text = articles()[0]
    made = {mutated(text, [(name, place, number)]) for place in (0.0, 0.3, 1.0) for number in (0, 7, 4000)}
    assert made - {text}
    assert max(map(len, made)) <= LONGEST


def test_what_takes_too_long_is_seen() -> None:
    def hang() -> None:
        with bounded(0, seconds=0.05):
            while True:
                pass

    with pytest.raises(TooSlowError):
        hang()
