from itertools import product

import numpy as np
import pytest

from olgu.analyse.model_tree import heads


def is_tree(tree: list[int]) -> bool:
    if tree.count(-1) != 1:
        return False
    for word in range(len(tree)):
        seen, node = set(), word
        while node >= 0:
            if node in seen:
                return False
            seen.add(node)
            node = tree[node]
    return True


def total(scores, tree):
    return sum(scores[word, head + 1] for word, head in enumerate(tree))


def own_head_never(scores):
    for word in range(len(scores)):
        scores[word, word + 1] = -1e9
    return scores


@pytest.mark.parametrize("seed", range(40))
def test_heads_is_the_best_of_all_trees(seed):
    dice = np.random.default_rng(seed)
    n = 1 + seed % 5
    scores = own_head_never(dice.normal(size=(n, n + 1)) * 3)
    trees = [t for t in product(range(-1, n), repeat=n) if is_tree(list(t))]
    best = max(total(scores, t) for t in trees)
    tree = heads(scores)
    assert is_tree(tree)
    assert total(scores, tree) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(6))
def test_heads_of_a_long_sentence_make_a_tree_with_one_root(seed):
    dice = np.random.default_rng(seed)
    tree = heads(dice.normal(size=(90, 91)).astype(np.float32))
    assert is_tree(tree)


def test_heads_that_are_a_tree_already_stay():
    scores = np.full((3, 4), -5.0)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert heads(scores) == [1, -1, 1]


def test_heads_outside_the_window_are_never_chosen():
    scores = np.full((4, 5), -1e9)
    scores[0, 0], scores[1, 1], scores[2, 2], scores[3, 3] = 1.0, 0.5, 0.5, 0.5
    scores[0, 2] = 9.0
    assert heads(scores) == [-1, 0, 1, 2]
