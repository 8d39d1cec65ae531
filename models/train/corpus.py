"""The training data as sentences: treebank, names and sentence boundaries in one form."""

from __future__ import annotations

import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from olgu.analyse import language
from olgu.analyse.sentences import sentence_starts
from olgu.analyse.words import Sentence as Tokens
from olgu.analyse.words import sentences

SLOTS = ("what", "time", "place")
"""The slots whose words the network looks for beside each quantity."""
TYPES = {"PER": "PERSON", "PERSON": "PERSON", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
_SUFFIX = re.compile(r"(?<=\w)['’‘ʼ`´][a-zçğıöşüâî]+\Z")
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%…’”»")
_NO_SPACE_AFTER = frozenset("([{“«‘")

ZEMBEREK_TRAIN = 7500
"""The lines of the sentence file that are trained on; the others measure."""

Name = tuple[int, int, str]
"""Start, end, type; offsets in the sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank; `head` is the index of its head in the sentence, -1 for the root."""

    upos: str
    feats: str
    lemma: str
    head: int
    rel: str


@dataclass(frozen=True, slots=True)
class Link:
    """A quantity by its last word; for each of `SLOTS` the last word of what gold names, (sentence, word), or None."""

    word: int
    slots: tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with the space after each; what is not annotated is None. `document` joins what stood together."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[Name, ...] | None = None
    syntax: tuple[Word, ...] | None = None
    document: str = ""
    bounds: bool = False
    number: int = 0
    """Which sentence of its document."""
    links: tuple[Link, ...] | None = None
    asked: bool = False
    """A teacher is asked about its words, whatever is annotated."""

    @property
    def text(self) -> str:
        """The words with their spaces."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).rstrip()


def read_bio(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file of `token TAB label` lines; the spacing is guessed from the marks."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if rows:
            words = tuple(row[0] for row in rows)
            spaces = guess_spaces(words)
            yield Sentence(words, spaces, tuple(_bio_names(words, spaces, [row[1] for row in rows])))


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Guess whether a space follows each word: none before closing marks and after opening ones."""
    spaces = [True] * len(words)
    open_quote = False
    for index, word in enumerate(words):
        if word == '"':
            if open_quote and index:
                spaces[index - 1] = False
            elif not open_quote:
                spaces[index] = False
            open_quote = not open_quote
        elif word in _NO_SPACE_BEFORE and index:
            spaces[index - 1] = False
        elif word in _NO_SPACE_AFTER:
            spaces[index] = False
    spaces[-1] = False
    return tuple(spaces)


def _bio_names(words: tuple[str, ...], spaces: tuple[bool, ...], labels: list[str]) -> Iterator[Name]:
    at, current = 0, None
    for word, space, label in zip(words, spaces, labels, strict=True):
        kind = TYPES.get(label[2:], "")
        if current and (not label.startswith("I-") or kind != current[2]):
            yield current
            current = None
        if kind:
            suffix = _SUFFIX.search(word)
            end = at + (suffix.start() if suffix else len(word))
            current = (current[0] if current else at, end, kind)
        at += len(word) + space
    if current:
        yield current


def read_gold(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of gold articles with their mentions."""
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        names = sorted((m[0], m[1], entity["type"]) for entity in article["entities"] for m in entity["mentions"])
        bounds = [0, *sentence_starts(text), len(text)]
        for start, end in pairwise(bounds):
            if piece := text[start:end].strip():
                first = text.index(piece, start)
                inside = [(max(s - first, 0), min(e - first, len(piece)), t)
                          for s, e, t in names if s < first + len(piece) and e > first]  # fmt: skip
                yield plain(piece, tuple(inside), article["id"])


def read_links(articles: Iterable[dict[str, Any]]) -> Iterator[Sentence]:
    """Yield the sentences of annotated articles, tokenised as in a run, with the quantities of their facts."""
    nlp = language.load("rules")
    for article in articles:
        view = sentences(nlp(article["text"]))
        by_sentence = defaultdict[int, list[Link]](list)
        for fact in article["facts"]:
            if (at := last_word(view, fact["start"], fact["end"])) is not None:
                by_sentence[at[0]].append(Link(at[1], tuple(_named(view, fact, slot) for slot in SLOTS)))
        for number, sentence in enumerate(view):
            ends = [word.start for word in sentence.words[1:]]
            gaps = [end > word.end for word, end in zip(sentence.words, ends, strict=False)]
            words, spaces = tuple(w.text for w in sentence.words), (*gaps, False)
            links = tuple(by_sentence[number])
            yield Sentence(words, spaces, document=article["id"], number=number, links=links)


def last_word(view: Sequence[Tokens], start: int, end: int) -> tuple[int, int] | None:
    """Return sentence and word of the last word that overlaps a span."""
    for number, sentence in enumerate(view):
        if sentence.start < end and start < sentence.end:
            inside = [i for i, w in enumerate(sentence.words) if w.start < end and start < w.end]
            if inside:
                return number, inside[-1]
    return None


def _named(view: Sequence[Tokens], fact: dict[str, Any], slot: str) -> tuple[int, int] | None:
    value = fact[slot]
    if value is None:
        return None
    start, end = (value["start"], value["end"]) if isinstance(value, dict) else value[:2]
    return last_word(view, start, end)


def plain(text: str, names: tuple[Name, ...] | None = None, document: str = "", bounds: bool = False) -> Sentence:
    """Make a sentence of `text`, whose words are what stands between single white spaces."""
    words = tuple(re.split(r"\s", text))
    return Sentence(words, (*[True] * (len(words) - 1), False), names, None, document, bounds)


def read_lines(path: Path) -> list[Sentence]:
    """Return the sentences of a file with one sentence a line."""
    lines = path.read_text("utf-8-sig").splitlines()
    return [plain(" ".join(line.split()), None, "zemberek", True) for line in lines if line.strip()]


def read_treebank(path: Path, merged: bool) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, multi-word tokens as one word (`merged`) or as their parts."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield _tree(rows, merged)


def _tree(rows: list[list[str]], merged: bool) -> Sentence:
    ranges = {int(a): (int(b), row[1], row[9]) for row in rows if "-" in row[0] for a, b in [row[0].split("-")]}
    words = [row for row in rows if row[0].isdigit()]
    groups: list[tuple[list[int], str, bool]] = []
    index = 0
    while index < len(words):
        number = index + 1
        if number in ranges:
            end, form, misc = ranges[number]
            span = list(range(index, end))
            after = "SpaceAfter=No" not in misc
            if merged:
                groups.append((span, form, after))
            else:
                groups.extend(([i], words[i][1], after and i == span[-1]) for i in span)
            index = end
        else:
            groups.append(([index], words[index][1], "SpaceAfter=No" not in words[index][9]))
            index += 1
    return _grouped(words, groups)


def _grouped(words: list[list[str]], groups: list[tuple[list[int], str, bool]]) -> Sentence:
    heads = [int(row[6]) - 1 for row in words]
    group_of = {i: g for g, (span, _, _) in enumerate(groups) for i in span}
    syntax = []
    for span, _, _ in groups:
        top = min((i for i in span if heads[i] not in span), key=lambda i: _depth(heads, i))
        head = -1 if heads[top] < 0 else group_of[heads[top]]
        feats = _union([words[i][5] for i in span])
        syntax.append(Word(words[span[0]][3], feats, words[span[0]][2], head, words[top][7]))
    spaces = tuple(after for _, _, after in groups)
    return Sentence(tuple(form for _, form, _ in groups), (*spaces[:-1], False), None, tuple(syntax))


def _depth(heads: list[int], index: int) -> int:
    depth = 0
    while index >= 0:
        index = heads[index]
        depth += 1
    return depth


def _union(feats: list[str]) -> str:
    values: dict[str, set[str]] = {}
    for bundle in feats:
        for pair in bundle.split("|") if bundle != "_" else ():
            name, value = pair.split("=", 1)
            values.setdefault(name, set()).update(value.split(","))
    return "|".join(f"{n}={','.join(sorted(v))}" for n, v in sorted(values.items())) or "_"


def read_texts(path: Path) -> Iterator[str]:
    """Yield the texts of articles in JSON Lines, .xz or not."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]
