"""Turkish tokens: spaCy's `Tokenizer` with affix rules for Turkish news.

Conventions are those of UD Turkish BOUN: a suffix after an apostrophe stays with its word («Kore’den», «700'den»),
a number keeps its inner marks («1.250,50», «10:30'da», «2020-2024»), an ordinal keeps its full stop («3. kez»).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

import numpy as np
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from olgu.analyse.casing import LOWER, UPPER
from olgu.analyse.words import TEXT_KEY

APOSTROPHE = "'’‘ʼ`´"
GLUED_LONGEST = 20
"""Letters of a word in lower case, at most, to which the first word of the next line is glued: «destekBaşakşehir»."""
_LETTER = UPPER + LOWER
_SUFFIX = rf"(?:[{APOSTROPHE}][{LOWER}]{{1,12}})?"
_EMOJI_BASE = "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff©®™•●■□▪►·]"
_EMOJI_MORE = "[\ufe0f\u200d\U0001f3fb-\U0001f3ff\u2190-\u21ff\u2300-\u27bf\U0001f000-\U0001faff]"
_EMOJI = f"{_EMOJI_BASE}{_EMOJI_MORE}*"
_OPENING = '([{<“„"«‹'
_CLOSING = ')}>”"»›\\]'
_CURRENCY = "$€£₺¥₽₸₼"
_SINGLE = rf"{re.escape(_OPENING)}{_CLOSING}{APOSTROPHE}{_CURRENCY}…,:;!?¿¡§*=~≈^|&/\\_%‰"
_TLD = "com|net|org|gov|edu|info|biz|tv|io|co|eu|de|uk|fr|ru|us|kz|az|tr|ist|mil|k12|bel|pol|aero|online|news"

# spaCy stores the patterns without flags and compiles the prefix for `search`. They begin with what tells most words
# apart at once, since every chunk that is new to spaCy's cache passes all of them.
_PREFIX = re.compile(rf"^(?=\W|_)(?:[{_SINGLE}]|\.{{2,}}|\.(?![0-9])|[-–—−+](?![0-9])|#(?!\w)|@(?!\w)|{_EMOJI})")
_SUFFIX_MARKS = re.compile(rf"[^\w\s](?:(?<=\.)\.*|(?<=[{_SINGLE}#+–—−-])|(?<={_EMOJI_BASE}){_EMOJI_MORE}*)$|_$")
_GLUED_TITLES = ("Prof", "Doç", "Dr", "Yrd", "Arş", "Öğr", "Gör", "Av", "Op", "Uzm")
_AFTER_TITLE = "|".join(rf"(?<=\b{title}\.)" for title in _GLUED_TITLES)
_INFIX = re.compile(
    rf"\.{{2,}}|…|[;!?]+|[()\[\]{{}}<>“”„\"«»‹›]|[–—](?![0-9])|(?<![0-9])[–—]|{_EMOJI}"
    rf"|(?:{_AFTER_TITLE})(?=[{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})\.(?=[{UPPER}][{_LETTER}{APOSTROPHE}])"
    rf"|(?<=[0-9][{APOSTROPHE}][{LOWER}])\.(?=[{UPPER}])"
    rf"|(?<=[{_LETTER}]),|,(?=[{_LETTER}])"
    rf"|(?<=[{_LETTER}]):|(?<=[0-9]):(?=[{_LETTER}])"
    rf"|(?<=[{_LETTER}])/(?=[{_LETTER}])|(?<=[{_LETTER}])=|(?<=[{LOWER}0-9{APOSTROPHE}])%"
    rf"|(?<=[{LOWER}]{{5}})(?=[{UPPER}]{{3}})|(?<=[{UPPER}]{{4}})(?=[{UPPER}][{LOWER}]{{4}})"
    rf"|(?=[{UPPER}][{LOWER}]{{3}})(?:{'|'.join(f'(?<=^[{LOWER}]{{{n}}})' for n in range(4, GLUED_LONGEST + 1))})"
)
_TOKEN = re.compile(
    rf"""(?x)(?:
      [{UPPER}]?[{LOWER}]+{_SUFFIX}
    | [{UPPER}]+{_SUFFIX}
    | https?://[^\s"“”«»<>()]+[\w/]{_SUFFIX}
    | (?:www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w/.?=&%~+#:-]*[\w/])?{_SUFFIX}
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+{_SUFFIX}
    | [a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:{_TLD})(?:/[\w/.?=&%~+#:-]*[\w/])?{_SUFFIX}
    | [\#@]\w+{_SUFFIX}
    | [+−-]?[0-9]+(?:[.,:/x–-][0-9]+)*(?:°[CF]?)?{_SUFFIX}
    | [0-9]{{1,4}}\.
    | [IVX]{{1,6}}\.
    | (?:[{UPPER}]\.)+(?:[{UPPER}](?=[{APOSTROPHE}]))?{_SUFFIX}
    )\Z"""
)
_NUMBER_STOP = re.compile(
    r"(?P<number>[0-9](?<![^\s(\[“\"«‘'][0-9])[0-9]{0,3})\.(?=[\s)\]”\"»’']|\Z)(?P<closer>[)\]”\"»’']*)(?P<space>\s*)"
)
_COUNTED_BEFORE = re.compile(
    r"(?:[:=]|\b[Yy]üzde|\b[Nn]o|\b[Mm]adde|\b[Ss]ayfa|\b[Ss]aat|\b[Tt]oplam|bin|milyon|milyar|trilyon)\s*\Z"
)
_LINE_START = re.compile(r"(?:\A|\n)[^\S\n]*\Z")
_LONG_CHUNK, _SPACE = re.compile(r"\S{1000}"), re.compile(r"\s")
_REMEMBERED = 1 << 18
"""Chunks whose tokens are kept; none is added inside a memory zone."""
_PIECE = re.compile(r"\S{1,500}\s*|\s+")


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Return the lists of `abbreviations.toml` by name; all but "dotted" without their full stop."""
    data = tomllib.loads((files("olgu.analyse") / "abbreviations.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def number_ends_sentence(text: str, number: int, dot: int, after: int) -> bool:
    """Tell whether the full stop at `dot` after digits from `number` on closes a sentence, or else makes an ordinal.

    `after` is where the next text begins. «3. kez», «2. Dünya Savaşı», «1. Giriş» are ordinals, «2024. Bunun» is an
    end.
    """
    if _LINE_START.search(text[max(0, number - 40) : number]):
        return False
    if after >= len(text) or "\n" in text[dot:after]:
        return True
    following = text[after]
    if following.islower() or following.isdigit():
        return False
    return dot - number > 3 or bool(_COUNTED_BEFORE.search(text[max(0, number - 12) : number]))


class TurkishTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer, which sees one chunk between spaces at a time, plus what needs the text around it."""

    def __call__(self, string: str) -> Doc:
        """Tokenise `string`; the tokens' `text_with_ws` join to it again."""
        doc = self._by_pieces(string) if _has_long_chunk(string) else super().__call__(string)
        dots = list(_stops_after_numbers(string))
        if dots:
            doc = _split_off(doc, dots)
        doc.user_data[TEXT_KEY] = string
        return doc

    def _by_pieces(self, string: str) -> Doc:
        # spaCy peels affixes one by one and copies the rest each time: quadratic for a chunk without spaces.
        tokens = [t for piece in _PIECE.findall(string) for t in super(TurkishTokenizer, self).__call__(piece)]
        return Doc(self.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])


def _has_long_chunk(text: str) -> bool:
    """Tell whether 1,000 characters in a row are no white space; then one of the blocks of 500 has none at all."""
    blocks = range(0, len(text) - 499, 500)
    return any(not _SPACE.search(text, at, at + 500) for at in blocks) and _LONG_CHUNK.search(text) is not None


def _stops_after_numbers(text: str) -> Iterator[int]:
    for match in _NUMBER_STOP.finditer(text):
        number, dot = match.span("number")
        if match["closer"] or number_ends_sentence(text, number, dot, match.end()):
            yield dot


def token_starts(doc: Doc) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the start offset of every token."""
    sizes = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).sum(axis=1)
    starts = np.zeros(len(sizes), dtype=np.int64)
    np.cumsum(sizes[:-1], out=starts[1:])
    return starts


def _split_off(doc: Doc, dots: list[int]) -> Doc:
    """Give the full stops at `dots` tokens of their own. Made anew: each `retokenize` moves all tokens behind it."""
    table = doc.to_array(["ORTH", "SPACY"])
    words: list[str | int] = table[:, 0].tolist()
    spaces = table[:, 1].astype(bool).tolist()
    indexes = np.searchsorted(token_starts(doc), dots, side="right") - 1
    for index in reversed(indexes.tolist()):
        text = doc[index].text
        if len(text) > 1 and text[-1] == ".":
            words[index : index + 1] = [text[:-1], "."]
            spaces[index : index + 1] = [False, spaces[index]]
    return Doc(doc.vocab, words=words, spaces=spaces)  # type: ignore[arg-type] # hashes of words are taken too


def _exceptions() -> dict[str, list[dict[int, str]]]:
    lists = abbreviations()
    words = {f"{word}." for name in ("titles", "inner", "final") for word in lists[name]} | lists["dotted"]
    return {word: [{ORTH: word}] for word in sorted(words)}


def make_tokenizer(vocab: Vocab) -> TurkishTokenizer:
    """Return the tokenizer for `vocab`."""
    return TurkishTokenizer(
        vocab,
        rules=_exceptions(),
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX_MARKS.search,
        infix_finditer=_INFIX.finditer,
        token_match=_TOKEN.match,
        max_cache_size=_REMEMBERED,
    )


@registry.tokenizers("olgu.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], TurkishTokenizer]:
    """Return the factory that spaCy's config calls."""
    return lambda nlp: make_tokenizer(nlp.vocab)
