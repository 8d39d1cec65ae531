"""From text to number tokens: digit chunks, number words and the words that connect them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from re import Match
from unicodedata import numeric

from olgu.analyse.casing import ascii_fold
from olgu.recognise import numeral_suffix
from olgu.recognise.numeral_compose import Piece
from olgu.recognise.numeral_digits import DigitReader
from olgu.recognise.numeral_lexicon import APOSTROPHE_MARKS, Atom, lexicon
from olgu.recognise.numeral_roman import read_roman
from olgu.recognise.numeral_suffix import NONE
from olgu.recognise.numeral_token import SPACES, Token, Word

_GLUED = re.compile(r"[a-zçğıöşü][A-ZÇĞİÖŞÜ]{2}")
"""A word, and a heading in capitals behind it without a space: «milyarİKİ MİLYON LİRA»; not «BeşYüz»."""
_NOTHING = Decimal(0)


def tokens(text: str, low: str, skipped: Container[int] = ()) -> Iterator[Token]:
    """Yield the number tokens of `text` in order; `low` is its lower-case twin of the same length.

    Digits that begin at a place of `skipped` are passed over.
    """
    lex = lexicon()
    reader = _Reader(text, low)
    if (first := lex.opening.match(low)) and (token := reader.other(first)):
        yield token
        reader.last = token.end
    digits = reader.digits.read
    for m in lex.scan.finditer(low):
        start, last = m.start(), reader.last
        if start < last - 1:
            continue
        if m.lastgroup != "more":
            token = reader.other(m)
            if token is not None:
                yield token
                reader.last = token.end
            continue
        if start in skipped:
            reader.last = m.end()
            continue
        token = digits(start, m.end(), last) if start >= last else None
        if token is None:
            continue
        yield token
        reader.last = token.end
        if token.suffix is NONE and token.kind == "digits" and not token.ordinal:
            scale = reader.scale(token.end)
            if scale is not None:
                yield scale
                reader.last = scale.end


class _Reader:
    """Makes tokens of the scanner's matches; `last` is the end of the token before."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self.last = 0
        self.digits = DigitReader(text, low)
        lex = lexicon()
        self._scale, self._scale_initials = lex.scale.match, lex.scale_initials

    def other(self, m: Match[str]) -> Token | None:
        """Read a number word, a connecting word, a Roman ordinal or a fraction sign."""
        kind = m.lastgroup
        if kind == "rest":
            return self._words(m.start("word"), m["word"], m["rest"])
        if kind == "mark":
            start = m.start("mark")
            return Token(start, m.end(), m.end(), lexicon().marks[ascii_fold(m["mark"])], _NOTHING, NONE)
        if kind == "roman":
            return self._roman(m)
        if kind == "half":
            return self._half(m)
        value = Fraction(numeric(m[0])).limit_denominator(8)
        return Token(m.start(), m.end(), m.end(), "fraction", value, NONE)

    def scale(self, end: int) -> Token | None:
        """Return the scale word or abbreviation directly behind digits: «9,6 milyar», «10bin», «210 mn»."""
        low = self.low
        begin = end + 1 if low[end : end + 1] in SPACES else end
        m = self._scale(low, begin) if low[begin : begin + 1] in self._scale_initials else None
        if m is None:
            return None
        stop = m.end("scale")
        if m["rest"] and self.text[stop].isupper() and self.text[stop - 1].islower():
            return self._words(begin, m["scale"], "")
        return self._words(begin, m["scale"], m["rest"])

    def _half(self, m: Match[str]) -> Token | None:
        suffix = numeral_suffix.read(m["half"])
        if suffix is None or suffix.kind not in {"possessive", "ablative", "dative"}:
            return None
        begin = m.start("half")
        return Token(begin - 4, m.end(), begin, "yarı", Fraction(1, 2), suffix)

    def _roman(self, m: Match[str]) -> Token | None:
        start = m.start("roman")
        found = read_roman(self.text, self.low, start, m.end())
        return Token(start, found[1], found[1], "roman", found[0], NONE) if found else None

    def _words(self, start: int, stem: str, rest: str) -> Token | None:
        word = read_word(stem, rest)
        if word is None:
            return None
        stop = start + len(stem)
        if (len(word.atoms) > 1 or rest) and (heading := _GLUED.search(self.text, start, stop + len(rest))):
            cut = heading.start() + 1
            return self._words(start, stem[: cut - start], rest[: max(0, cut - stop)])
        if word.folded and "ı" in stem and not self.text[start:stop].isupper():
            return None
        end = stop + len(rest)
        if stem == "yüz" and self._names_points(rest, end):
            return None
        apostrophe = not rest and self.low[end : end + 1] in APOSTROPHE_MARKS
        if apostrophe and (m := numeral_suffix.APOSTROPHE.match(self.low, end)) and m[0][1] != " ":
            glued = read_word(stem, m[1])
            if glued is not None:
                core = m.start(1) + glued.suffix.core if glued.suffix.core else end
                return Token(start, m.end(), core, "words", _NOTHING, glued.suffix, glued)
        return Token(start, end, stop + word.suffix.core, "words", _NOTHING, word.suffix, word)

    def _names_points(self, rest: str, end: int) -> bool:
        """True for the unit «yüzde puan», «yüzdelik puan»."""
        lex = lexicon()
        return rest in lex.point_ends and self.low.startswith(lex.point_units, end + 1)


@lru_cache(maxsize=1024)
def read_word(stem: str, rest: str) -> Word | None:
    """Return the number word of `stem` and the ending `rest`, None where they are none."""
    suffix = numeral_suffix.read(rest)
    lex = lexicon()
    parts = lex.atom.findall(stem)
    atoms = tuple(lex.atoms[ascii_fold(part)] for part in parts)
    if suffix is None or not parts or not all(map(_is_spelt, parts, atoms)):
        return None
    folded = any(part != atom.word for part, atom in zip(parts, atoms, strict=True))
    if not folded and not numeral_suffix.harmonises(parts[-1], rest):
        return None
    last = len(atoms) - 1
    return Word(atoms, suffix, folded, tuple(Piece(a.kind, a.value, i == last) for i, a in enumerate(atoms)))


def _is_spelt(part: str, atom: Atom) -> bool:
    """True for the right spelling and for plain ASCII; «uç» is neither «üç» nor "uc"."""
    return part == atom.word or ascii_fold(atom.word) == part.replace("ı", "i")
