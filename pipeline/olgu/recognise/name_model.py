"""Names of the model and names of the rules, put together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import cast

from olgu.analyse.casing import lower
from olgu.analyse.words import Sentence, Word
from olgu.article import EntityType, Mention
from olgu.recognise import name_cues

Read = tuple[int, int, str, float]
"""A name as the model reads it: start, end, type, confidence (0..1)."""

_LONGEST = 6
"""Words of a name that is looked for again."""
SURE = 0.9
"""The confidence from which on a name of the model counts, also where the rules see other names on the same words."""


_LINKED = re.compile(r"\s+ve\Z")


def whole(text: str, ruled: Sequence[Mention], read: Sequence[Read]) -> list[Read]:
    """Return `read` with names that are cut off at «ve» made whole: no name ends in a conjunction.

    What goes on in the next name is one with it («OMV Gaz ve» + «Enerji Holding A.Ş.») unless a whole body stands
    before the conjunction («Sermaye Piyasası Kurulu ve»); what goes on in a name of the rules is theirs.
    """
    result: list[Read] = []
    for start, end, kind, confidence in read:
        last = result[-1] if result else None
        if last and last[2] == kind == "ORG" and text[last[1] : start].isspace() and _is_cut(text, last):
            result[-1] = (last[0], end, kind, max(confidence, last[3]))
        else:
            result.append((start, end, kind, confidence))
    return [name for name in (_unlinked(text, ruled, name) for name in result) if name is not None]


def _is_cut(text: str, name: Read) -> bool:
    linked = _LINKED.search(text, name[0], name[1])
    if linked is None:
        return False
    cues, last = name_cues.load(), lower(text[name[0] : linked.start()]).split()[-1].rstrip(".")
    head = name_cues.head(last)
    return head is None or head in cues.weak_heads or head in cues.company_parts


def _unlinked(text: str, ruled: Sequence[Mention], name: Read) -> Read | None:
    linked = _LINKED.search(text, name[0], name[1])
    if linked is None:
        return name
    longer = _is_cut(text, name) and any(other.start < name[1] < other.end for other in ruled)
    return None if longer else (name[0], linked.start(), *name[2:])


def combine(ruled: Sequence[Mention], read: Sequence[Read]) -> list[Mention]:
    """Return the names of both, sorted, never overlapping; `ruled` and `read` are so too.

    Where both see the same name, it is the rules'. Of names that overlap, the model's stays where it is `SURE`, else
    those of the rules.
    """
    starts, ends = [name.start for name in ruled], [name.end for name in ruled]
    dropped: set[int] = set()
    added: list[Mention] = []
    for start, end, kind, confidence in read:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        met = ruled[first:last]
        if [(name.start, name.end, name.type) for name in met] == [(start, end, kind)]:
            continue
        if confidence >= SURE:
            dropped.update(range(first, last))
            added.append(Mention(start, end, cast(EntityType, kind), "model"))
    kept = [name for index, name in enumerate(ruled) if index not in dropped]
    return sorted([*kept, *added], key=lambda name: name.start)


def recall(text: str, view: Sequence[Sentence], names: Sequence[Mention]) -> list[Mention]:
    """Return `names` and where those of several words stand again unread, on their own: no «Burdur Gölü Çalıştayı»."""
    known: dict[str, list[tuple[tuple[str, ...], EntityType]]] = {}
    for name in names:
        first, *rest = text[name.start : name.end].split()
        if 0 < len(rest) < _LONGEST and ((first, *rest), name.type) not in known.setdefault(first, []):
            known[first].append(((first, *rest), name.type))
    starts = [name.start for name in names]
    added = [
        Mention(start, end, kind, "recall")
        for sentence in view
        for at, word in enumerate(sentence.words)
        for parts, kind in known.get(word.text, ())
        if (end := _ending(sentence.words, at, parts)) and _is_free(names, starts, start := word.start, end)
    ]
    return sorted([*names, *added], key=lambda name: name.start) if added else list(names)


def _ending(words: Sequence[Word], at: int, parts: Sequence[str]) -> int:
    """Return where the name of `parts` ends that stands alone at the word `at`; 0 where there is none."""
    last = at + len(parts) - 1
    if last >= len(words) or (at > 1 and _is_capital(words[at - 1])):
        return 0
    if [word.text for word in words[at:last]] != [*parts[:-1]]:
        return 0
    whole, core = words[last].text, words[last].text[: len(words[last].stem)]
    if core != parts[-1] or (whole == core and last + 1 < len(words) and _is_capital(words[last + 1])):
        return 0
    return words[last].start + len(core)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() or word.text[0].isdecimal()


def _is_free(names: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, end)
    return at == 0 or names[at - 1].end <= start
