import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse.model_pieces import Pieces
from olgu.analyse.model_windows import MOST, STEP, arrays, piece_span, shape, windows


def sentence(sizes: list[int]) -> Pieces:
    ends = np.cumsum(sizes)
    first = tuple((ends - sizes).tolist())
    return Pieces(tuple(range(4, 4 + int(ends[-1]))), first, tuple((ends - 1).tolist()), (), ())


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=150), min_size=1, max_size=12))
def test_every_word_counts_in_exactly_one_window(sizes):
    sentences = [sentence(s) for s in sizes]
    counts = [np.zeros(len(s), int) for s in sizes]
    for window in windows(sentences):
        for chunk in window:
            assert chunk.start <= chunk.keep_start < chunk.keep_end <= chunk.end
            counts[chunk.sentence][chunk.keep_start : chunk.keep_end] += 1
    assert all((c == 1).all() for c in counts)


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=80), min_size=1, max_size=8))
def test_no_window_is_longer_than_the_limit_and_its_shape_comes_from_it_alone(sizes):
    sentences = [sentence(s) for s in sizes]
    for window in windows(sentences):
        pieces, words = shape(window, sentences)
        assert pieces <= -(-(MOST + 2) // STEP) * STEP
        ids, first, last = arrays([(window, sentences)], (pieces, words))
        held = sum(end - start for start, end in (piece_span(sentences[c.sentence], c) for c in window))
        assert (ids[0] != 1).sum() == held + 2
        assert (first <= last).all()
        assert last.max() <= held


def test_a_word_in_the_overlap_counts_where_it_has_more_context():
    pieces = sentence([1] * 200)
    (first,), (second,) = windows([pieces])
    assert first.end > second.start
    assert second.keep_start == first.keep_end == (second.start + first.end) // 2


@pytest.mark.parametrize("size", [MOST + 1, 600])
def test_a_word_longer_than_a_window_is_read_by_its_beginning(size):
    pieces = sentence([2, size, 2])
    for window in windows([pieces]):
        ids, _, last = arrays([(window, [pieces])], shape(window, [pieces]))
        assert ids.shape[1] <= -(-(MOST + 2) // STEP) * STEP
        assert last.max() < ids.shape[1]
    assert sum(c.keep_end - c.keep_start for w in windows([pieces]) for c in w) == 3


def test_sentences_without_words_have_no_window():
    assert list(windows([Pieces((3,), (), (), (), ())])) == []
