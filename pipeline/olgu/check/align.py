"""Which fact of an old table is which fact of a new one, also where the text between has been edited."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from olgu.check.match import pair
from olgu.write.evidence import sentence_start
from olgu.write.schema import Row

ALIKE = 0.5
"""Two sentences with this share of their words in common (Dice) are one sentence, edited."""
WINDOW = 50
"""An edited sentence is looked for this many sentences before and after its old place."""
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_SAID = ("quote", "kind", "value", "value_to", "unit", "what")
COLUMNS = ("sentence", "start", "end", "evidence", *_SAID)
"""The columns of facts that are looked at."""
Mates = dict[int, int]
"""Index of the old row → index of the new row."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with facts: its text, where it starts, and the indices of its rows."""

    text: str
    start: int
    rows: tuple[int, ...]


def align_same_text(old: Sequence[Span], new: Sequence[Span]) -> Mates:
    """Pair the spans of one article whose text is the same in both: the same ones, then by the largest overlap."""
    places: defaultdict[Span, list[int]] = defaultdict(list)
    for index, span in enumerate(new):
        places[span].append(index)
    mates = {index: places[span].pop(0) for index, span in enumerate(old) if places[span]}
    return _overlapping(old, new, mates)


def align_edited_text(old: Sequence[Row], new: Sequence[Row]) -> Mates:
    """Pair the rows of one article whose text may have been edited.

    Sentences are aligned first: equal ones in order, then those that share most of their words. In aligned sentences
    rows pair by offsets, which are carried over the edit; what is left pairs where everything it says is the same.
    """
    mates: Mates = {}
    for before, after in _sentence_pairs(_sentences(old), _sentences(new)):
        move = _mover(before, after)
        inner = pair(
            [move(_span(old[index])) for index in before.rows],
            [_relative(_span(new[index]), after) for index in after.rows],
        )
        mates |= {before.rows[i]: after.rows[j] for i, j in inner.items()}
    return _equal_rows(old, new, mates)


def _overlapping(old: Sequence[Span], new: Sequence[Span], mates: Mates) -> Mates:
    taken = set(mates.values())
    left = [index for index in range(len(old)) if index not in mates]
    right = sorted((index for index in range(len(new)) if index not in taken), key=lambda index: new[index])
    inner = pair([old[index] for index in left], [new[index] for index in right])
    return mates | {left[i]: right[j] for i, j in inner.items()}


def _equal_rows(old: Sequence[Row], new: Sequence[Row], mates: Mates) -> Mates:
    def said(row: Row) -> Hashable:
        return tuple(row[name] for name in _SAID)

    taken = set(mates.values())
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, row in enumerate(new):
        if index not in taken:
            places[said(row)].append(index)
    left = (index for index in range(len(old)) if index not in mates)
    return mates | {index: places[said(old[index])].pop(0) for index in left if places[said(old[index])]}


def _sentences(rows: Sequence[Row]) -> list[_Sentence]:
    grouped: dict[tuple[object, str], list[int]] = {}
    for index, row in sorted(enumerate(rows), key=lambda numbered: _span(numbered[1])):
        grouped.setdefault((row["sentence"], str(row["evidence"] or "")), []).append(index)
    return [
        _Sentence(text, sentence_start([rows[index] for index in indices], text), tuple(indices))
        for (_, text), indices in grouped.items()
    ]


def _sentence_pairs(old: list[_Sentence], new: list[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    matcher = SequenceMatcher(None, [s.text for s in old], [s.text for s in new], autojunk=False)
    left, right = dict(enumerate(old)), dict(enumerate(new))
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield left.pop(block.a + step), right.pop(block.b + step)
    words = {("old", i): _words(s.text) for i, s in left.items()} | {
        ("new", j): _words(s.text) for j, s in right.items()
    }
    shift = len(new) - len(old)
    near = (
        (_dice(words["old", i], words["new", j]), i, j)
        for i in left
        for j in range(max(0, i + min(0, shift) - WINDOW), i + max(0, shift) + WINDOW)
        if j in right
    )
    for _, i, j in sorted((c for c in near if c[0] >= ALIKE), key=lambda c: (-c[0], abs(c[1] - c[2]), c[1])):
        if i in left and j in right:
            yield left.pop(i), right.pop(j)


def _words(text: str) -> Counter[str]:
    return Counter(token for token in _TOKEN.findall(text) if not token.isspace())


def _dice(left: Counter[str], right: Counter[str]) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _relative(span: tuple[int, int], sentence: _Sentence) -> tuple[int, int]:
    return span[0] - sentence.start, span[1] - sentence.start


def _mover(before: _Sentence, after: _Sentence) -> Callable[[tuple[int, int]], tuple[int, int]]:
    """Return what carries a span from `before` over to an offset in `after`."""
    if before.text == after.text:
        return lambda span: _relative(span, before)
    a, b = _TOKEN.findall(before.text), _TOKEN.findall(after.text)
    starts_a, starts_b = _offsets(a), _offsets(b)
    pieces = [(starts_a[i], starts_a[j], starts_b[k], starts_b[m], tag) for tag, i, j, k, m in _edits(a, b)]

    def move(span: tuple[int, int]) -> tuple[int, int]:
        start, end = _relative(span, before)
        moved = [
            (c + max(start, a) - a, c + min(end, b) - a) if tag == "equal" else (c, d)
            for a, b, c, d, tag in pieces
            if a < end and b > start
        ]
        return (min(piece[0] for piece in moved), max(piece[1] for piece in moved)) if moved else (-1, -1)

    return move


def _edits(a: list[str], b: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the operations that make `b` of `a`; the matcher sees only what lies between equal ends, for speed."""
    shorter = min(len(a), len(b))
    head = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    tail = next((n for n in range(shorter - head) if a[-1 - n] != b[-1 - n]), shorter - head)
    end_a, end_b = len(a) - tail, len(b) - tail
    yield "equal", 0, head, 0, head
    for tag, i, j, k, m in SequenceMatcher(None, a[head:end_a], b[head:end_b], autojunk=False).get_opcodes():
        yield tag, head + i, head + j, head + k, head + m
    yield "equal", end_a, len(a), end_b, len(b)


def _offsets(tokens: Iterable[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _span(row: Row) -> tuple[int, int]:
    return row["start"], row["end"]  # type: ignore[return-value]  # the schema has them as integers
