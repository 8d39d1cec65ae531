"""A sentence as the rankers see it: parts, times, numbers, and counts that make any gap a subtraction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from olgu.analyse.words import Node, Sentence, Word
from olgu.relate.parts import Part, lexicon, parts
from olgu.relate.seat import Seat

VERBAL = frozenset({"fin", "part", "conv", "vn"})
_PLAIN_NOT = frozenset({"punct", "adv", "det"})
_BREAKS = frozenset({"punct", "time", "fin", "conv"})
_HEADS = frozenset({"noun", "name", "adj", "pron", "vn", "part"})
_SUFFIX_TOKENS = frozenset("%'’")
_BUCKETS = (0, 1, 2, 4, 4, 7, 7, 7, 12, 12, 12, 12, 12)


@dataclass(frozen=True, slots=True)
class View:
    """One sentence with all its quantities. Lists run parallel to the words; counts have one more (before word i)."""

    words: tuple[Word, ...]
    parts: Sequence[Part]
    forms: Sequence[str]
    """Tag, case and possessive: "noun.gen.p"."""
    lexical: Sequence[str]
    """Of the noun's lemma: "light", "change", "counted", "measured" or "other"."""
    timed: Sequence[bool]
    row: Sequence[Seat]
    heads: Sequence[int]
    """Indexes of the words that a noun phrase may end in, those of quantities among them."""
    behind: Sequence[str]
    """What the word is to the word before it: "number", "time", a closed word by its lemma, or tag and possessive."""
    bound: Sequence[bool]
    """True for the bound words of quantities: «yaklaşık», «civarındaydı»."""
    owner: Sequence[int]
    """Number of the quantity that the word belongs to, -1 for none."""
    plain: Sequence[int]
    commas: Sequence[int]
    verbs: Sequence[int]
    closed: Sequence[int]
    """Finite verbs and converbs: what ends a clause."""
    conjunctions: Sequence[int]
    postpositions: Sequence[int]
    numbers: Sequence[int]
    next_verb: Sequence[int]
    """Index of the first verb at or behind each word; the number of words where there is none."""
    since: Sequence[int]
    """Words since the last punctuation mark, time, number, finite verb or converb before each word."""
    tree: Sequence[Node] = ()
    """The nodes of the words; empty where no model has analysed the text."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A quantity in the view of its sentence, with its governing verb (index -1 and "" where there is none)."""

    seat: Seat
    view: View
    governor: int
    governor_lemma: str
    role: str = "level"
    status: str = "actual"
    marker: str = ""
    """What made the predicate: the marker of the verb's form, or the rule."""
    above: tuple[int, ...] = ()
    """The quantity's word that the others hang on, the head of that, and so on; empty without a tree."""
    article: Sequence[Sentence] = ()
    """All sentences of the article."""

    @property
    def parts(self) -> Sequence[Part]:
        """The parts of the sentence's words."""
        return self.view.parts


def view(words: tuple[Word, ...], row: Sequence[Seat], timed: frozenset[int], tree: Sequence[Node] = ()) -> View:
    """Make the view of a sentence with the seats `row`; `timed` are the indexes of words in times."""
    tagged = parts(words)
    owner = [-1] * len(tagged)
    for number, seat in enumerate(row):
        owner[seat.first : seat.last + 1] = [number] * (seat.last + 1 - seat.first)
    tags = ["time" if i in timed else part.tag for i, part in enumerate(tagged)]
    opens = [mine >= 0 and (i == 0 or owner[i - 1] != mine) for i, mine in enumerate(owner)]
    return View(
        words=words,
        parts=tagged,
        forms=[part.form for part in tagged],
        lexical=[part.lexical for part in tagged],
        timed=[i in timed for i in range(len(tagged))],
        row=row,
        heads=_heads(words, tagged, owner),
        behind=[
            "number" if mine >= 0 else "time" if i in timed else part.behind
            for i, (mine, part) in enumerate(zip(owner, tagged, strict=True))
        ],
        bound=_bound(row, owner),
        owner=owner,
        plain=_counts([tag not in _PLAIN_NOT and tag != "time" for tag in tags]),
        commas=_counts([tag == "punct" for tag in tags]),
        verbs=_counts([tag in VERBAL for tag in tags]),
        closed=_counts([tag in {"fin", "conv"} for tag in tags]),
        conjunctions=_counts([tag == "conj" for tag in tags]),
        postpositions=_counts([tag == "post" for tag in tags]),
        numbers=_counts(opens),
        next_verb=_next([tag in VERBAL for tag in tags]),
        since=_since([tag in _BREAKS or mine >= 0 for tag, mine in zip(tags, owner, strict=True)]),
        tree=tree,
    )


def _heads(words: Sequence[Word], tagged: Sequence[Part], owner: Sequence[int]) -> list[int]:
    """Leave out the noun of a light verb, «kül oldu», periods that are ended, and suffixes that stand alone."""
    last = len(tagged) - 1
    ended = _ended(words, tagged, owner)
    return [
        i
        for i, part in enumerate(tagged)
        if part.tag in _HEADS
        and not (part.lexical == "light" and i < last and tagged[i + 1].tag in VERBAL)
        and words[i].text[0] not in _SUFFIX_TOKENS
        and i not in ended
    ]


def _ended(words: Sequence[Word], tagged: Sequence[Part], owner: Sequence[int]) -> set[int]:
    """Return the periods that something ends with a number, «günü yüzde 2 artışla kapattı»; not «ikinci günü»."""
    result: set[int] = set()
    periods: list[int] = []
    for i, part in enumerate(tagged):
        if part.tag in VERBAL and part.lemma in lexicon()["ending"]:
            result.update(periods)
        if part.tag in VERBAL:
            periods = []
        elif words[i].lower in lexicon()["ended"] and (i == 0 or owner[i - 1] < 0):
            periods.append(i)
    return result


def _counts(flags: Sequence[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _bound(row: Sequence[Seat], owner: Sequence[int]) -> list[bool]:
    result = [False] * len(owner)
    for seat in row:
        for i in range(seat.outer_first, min(seat.outer_last + 1, len(owner))):
            result[i] = owner[i] < 0
    return result


def _next(flags: Sequence[bool]) -> list[int]:
    result = [len(flags)] * (len(flags) + 1)
    for i in range(len(flags) - 1, -1, -1):
        result[i] = i if flags[i] else result[i + 1]
    return result


def _since(flags: Sequence[bool]) -> list[int]:
    result, run = [], 0
    for flag in flags:
        result.append(run)
        run = 0 if flag else run + 1
    return result


def bucket(distance: int) -> int:
    """Coarsen a distance in words: 0, 1, 2, up to 4, up to 7, up to 12, and 99 for more."""
    return _BUCKETS[distance] if distance < len(_BUCKETS) else 99
