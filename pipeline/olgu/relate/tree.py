"""The dependency tree of a sentence as features of the rankers see it, where a model has analysed the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from olgu.analyse.words import Node
from olgu.relate.ranker import Group

_HIGHEST = 5
"""Heads above a quantity that are looked at."""
_DEEPEST = 8
"""Heads above a word of a phrase that are looked at."""

Tree = Sequence[Node]


def top(tree: Tree, first: int, last: int) -> int:
    """Return the word of `first` to `last` that hangs on a word outside; of several the last."""
    for i in range(last, first - 1, -1):
        if not first <= tree[i].head <= last:
            return i
    return last


def chain(tree: Tree, word: int) -> tuple[int, ...]:
    """Return `word`, its head, the head of that …, as far as features look."""
    result = [word]
    while len(result) <= _HIGHEST and (head := tree[result[-1]].head) >= 0:
        result.append(head)
    return tuple(result)


def relation(tree: Tree, above: Sequence[int], word: int) -> str:
    """Say how `word` stands to the first of `above`, a `chain`.

    "up1" is its head, "up2" the head of that; "down0" hangs on it, "down1" on its head; "deep…" one step further down.
    """
    if word in above:
        return f"up{above.index(word)}"
    head = tree[word].head
    if head in above:
        return f"down{above.index(head)}"
    if head >= 0 and (higher := tree[head].head) in above:
        return f"deep{above.index(higher)}"
    return "far"


def head_groups(tree: Tree, above: Sequence[int], i: int, context: tuple[str, str, str]) -> tuple[Group, ...]:
    """Return what the tree says of word `i` as what the quantity at the foot of `above` measures.

    `context` is the quantity's kind, its case, and the side on which the word stands.
    """
    kind, case, side = context
    node, own = tree[i], tree[above[0]]
    how = relation(tree, above, i)
    return (
        (_hangs, (how, node.rel, own.rel, side, kind)),
        (_tagged, (how, node.upos, node.case, side)),
        (_case_tagged, (node.upos, node.case, own.rel, kind)),
        (_stands, (how, own.rel, case, side)),
    )


def _hangs(how: str, rel: str, own: str, side: str, kind: str) -> tuple[str, ...]:
    return (
        f"tree:{how}:{side}", f"tree:{how}:{kind}", f"tree:{how}:{rel}:{own}", f"tree:{how}:{rel}:{own}:{side}:{kind}",
        f"rel:{rel}:{side}", f"rel:{rel}:{kind}", f"rel:{rel}:{own}:o",
    )  # fmt: skip


def _tagged(how: str, upos: str, case: str, side: str) -> tuple[str, ...]:
    return (f"tree:{how}:{upos}:{case}", f"tag:{upos}:{case}:{side}")


def _case_tagged(upos: str, case: str, own: str, kind: str) -> tuple[str, ...]:
    return (f"tag:{upos}:{case}:{own}:{kind}",)


def _stands(how: str, own: str, mine: str, side: str) -> tuple[str, ...]:
    return (f"tree:{how}:{own}:{mine}:{side}",)


def reach_group(tree: Tree, j: int, head: int) -> Group:
    """Return what the tree says of word `j` as part of the phrase that ends in `head`."""
    at, steps = j, 0
    while at >= 0 and at != head and steps < _DEEPEST:
        at = tree[at].head
        steps += 1
    inside = min(steps, 3) if at == head else -1
    node, right = tree[j], tree[j + 1]
    joint = "right" if node.head == j + 1 else "head" if node.head == head else "other"
    return (_inside, (inside, joint, node.rel, node.upos, node.case, right.rel, tree[head].rel))


def _inside(inside: int, joint: str, rel: str, upos: str, case: str, right: str, top_rel: str) -> tuple[str, ...]:
    return (
        f"tree:{inside}", f"tree:{inside}:{rel}", f"tree:{inside}:{upos}:{case}", f"tree:{joint}:{rel}",
        f"tree:{inside}:{joint}:{rel}:{top_rel}", f"tree:{rel}:{right}", f"tree:{inside}:{right}:r",
    )  # fmt: skip


def anchor_groups(tree: Tree, above: Sequence[int], span: tuple[int, int], governor: int, kind: str) -> tuple[Group]:
    """Return what the tree says of the time or place on the words `span` for the quantity at the foot of `above`."""
    word = top(tree, *span)
    node = tree[word]
    how = relation(tree, above, word)
    verb = "verb" if node.head == governor >= 0 else "above" if node.head in above else "other"
    return ((_frames, (how, verb, node.rel, node.case, tree[above[0]].rel, kind)),)


def _frames(how: str, verb: str, rel: str, case: str, own: str, kind: str) -> tuple[str, ...]:
    return (
        f"tree:{how}", f"tree:{how}:{rel}", f"tree:{verb}:{rel}", f"tree:{verb}:{rel}:{case}",
        f"tree:{how}:{own}:{rel}", f"tree:{verb}:{kind}",
    )  # fmt: skip
