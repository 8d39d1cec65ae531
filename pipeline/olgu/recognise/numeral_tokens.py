"""From text to number tokens: digit chunks, number words and the words that connect them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from unicodedata import numeric

from olgu.analyse.casing import ascii_fold
from olgu.article import Number
from olgu.recognise import numeral_digits, numeral_suffix
from olgu.recognise.numeral_lexicon import APOSTROPHES, LETTERS, Atom, lexicon
from olgu.recognise.numeral_suffix import Suffix

NONE = Suffix("", 0, "")
_APOSTROPHE = re.compile(rf"[{APOSTROPHES}] ?([{LETTERS}]{{1,16}}+)(?!\w)")
_GLUED = re.compile(rf"([{LETTERS}]{{1,16}}+)(?!\w)")
_GLUED_SUFFIX = re.compile(r"(?:[ıiuü]?nc[ıiuü]|[dt][ae]n|l[ıiuü]k|şar|şer|[ae]r|[dt]e|ye|ya)")
_EXPONENT = re.compile(r"e([+-]?[0-9]{1,2})(?!\w)")
_ORDINAL_DOT = re.compile(rf"\.(?=[,;]|[{APOSTROPHES}][{LETTERS}]| ?([^\W\d_]{{1,24}}))")
_PERCENT = re.compile(r"(?:%|yüzde|yuzde)\s?$")
_MINUS = "-−–"
SPACES = frozenset(" \u00a0\u2009\u202f\t")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a numeral; offsets in the text. `kind` is "digits", "words" or a class of `[marks]`."""

    start: int
    end: int
    core_end: int
    kind: str
    value: Number = Decimal(0)
    atoms: tuple[Atom, ...] = ()
    suffix: Suffix = NONE
    chunk: str = ""
    folded: bool = False
    """Written with ASCII letters where Turkish ones belong."""
    negative: bool = False
    ordinal: bool = False


class Scanner:
    """Reads one text; `low` is its lower-case twin of the same length."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self._style: numeral_digits.Style | None = None

    def tokens(self) -> Iterator[Token]:
        """Yield the number tokens in order."""
        end = 0
        for m in lexicon().scan.finditer(self.low):
            if m.start() < end:
                continue
            token = self._token(m, end)
            if token is None:
                continue
            yield token
            end = token.end
            if token.kind == "digits" and token.suffix is NONE and not token.ordinal:
                scale = self._scale(end)
                if scale is not None:
                    yield scale
                    end = scale.end

    def _token(self, m: re.Match[str], last: int) -> Token | None:
        kind = m.lastgroup
        if kind == "digits" or kind == "pair":
            return self._digits(m.start(), m.end(), last)
        if kind == "sign":
            return Token(m.start(), m.end(), m.end(), "digits", Fraction(numeric(m[0])).limit_denominator(8), chunk="½")
        if kind == "mark":
            return Token(m.start(), m.end(), m.end(), lexicon().marks[ascii_fold(m[0])])
        if kind == "halfrest":
            return self._half(m)
        return self._words(m.start(), m["word"], m["rest"])

    def _scale(self, end: int) -> Token | None:
        """Return the scale word or abbreviation directly behind digits: «9,6 milyar», «10bin», «210 mn»."""
        begin = end + 1 if self.low[end : end + 1] in SPACES else end
        m = lexicon().scale.match(self.low, begin)
        return self._words(begin, m["scale"], m["rest"]) if m else None

    def _half(self, m: re.Match[str]) -> Token | None:
        suffix = numeral_suffix.read(m["halfrest"])
        if suffix is None or suffix.kind not in {"possessive", "ablative"}:
            return None
        return Token(m.start(), m.end(), m.end("half"), "yarı", Fraction(1, 2), suffix=suffix)

    def _words(self, start: int, stem: str, rest: str) -> Token | None:
        atoms, folded = _atoms(stem)
        suffix = numeral_suffix.read(rest)
        if suffix is None:
            return None
        stop = start + len(stem)
        end = stop + len(rest)
        if folded and "ı" in stem and not self.text[start:stop].isupper():
            return None
        if not rest and (m := _APOSTROPHE.match(self.low, end)) and " " not in m[0]:
            glued = numeral_suffix.read(m[1])
            if glued is not None:
                suffix, stop, end = glued, m.start(1), m.end()
                core = start + len(stem) if not glued.core else stop + glued.core
                return Token(start, end, core, "words", atoms=atoms, suffix=suffix, folded=folded)
        return Token(start, end, stop + suffix.core, "words", atoms=atoms, suffix=suffix, folded=folded)

    def _digits(self, start: int, end: int, last: int) -> Token | None:
        low = self.low
        chunk = low[start:end].replace(" ", "")
        if start and not self._may_start(start, last):
            return None
        if start and low[start - 1] == "," and (start == 1 or low[start - 2] in " -(\n"):
            start, chunk = start - 1, "0." + chunk
        value = numeral_digits.value(chunk, *self._reading(chunk, start))
        if value is None:
            return None
        value, stop = self._multiplied(value, end)
        if stop < 0:
            return None
        begin = self._minus(start, stop, last)
        negative = begin < start
        token = Token(begin, stop, stop, "digits", value, chunk=chunk, negative=negative)
        return token if stop > end else self._ending(token)

    def _reading(self, chunk: str, start: int) -> tuple[numeral_digits.Style, bool]:
        if not numeral_digits.is_ambiguous(chunk):
            return "turkish", False
        if self._style is None:
            self._style = numeral_digits.style(self.low)
        return self._style, bool(_PERCENT.search(self.low[max(0, start - 7) : start]))

    def _may_start(self, start: int, last: int) -> bool:
        before = self.low[start - 1]
        if before.isalnum() or before in "_@#\\":
            return False
        if start < 2 or not self.low[start - 2].isalpha():
            return True
        if before in "/=&?.:":
            return before in ".:" and not self.low[max(0, start - 4) : start - 1].startswith(("ww", "tp"))
        return before not in _MINUS or self._after_number(start - 1, last)

    def _after_number(self, hyphen: int, last: int) -> bool:
        """True where the word before the hyphen belongs to a number: «2 bin-7 bin», «5 km-10 km»."""
        if last == hyphen:
            return True
        begin = hyphen
        while begin > last and hyphen - begin < 12 and self.low[begin - 1].isalpha():
            begin -= 1
        word = self.text[begin:hyphen]
        return last > 0 and begin - 1 <= last and (word.islower() or word in lexicon().table["glued"]["capitals"])

    def _multiplied(self, value: Number, end: int) -> tuple[Number, int]:
        """Apply an exponent or a thousand marker; the new end is -1 where letters make the digits a name («5G»)."""
        low, text = self.low, self.text
        if end == len(low) or not low[end].isalpha():
            return value, end
        if (m := _EXPONENT.match(low, end)) and isinstance(value, Decimal):
            return plain(value.scaleb(int(m[1]))), m.end()
        m = _GLUED.match(low, end)
        if m is None:
            return value, end if low[end : end + 2] in {"m2", "m3"} or low[end : end + 3] in {
                "km2",
                "cm2",
                "cm3",
            } else -1
        raw, word = text[end : m.end()], m[1]
        if word in {"k", "m"} and isinstance(value, Decimal) and (raw in {"k", "M"} or (raw == "K" and value >= 10)):
            return plain(value * (1000 if word == "k" else 1000000)), m.end()
        return value, end if self._is_glued(raw, word) else -1

    def _is_glued(self, raw: str, word: str) -> bool:
        glued = lexicon().table["glued"]
        if len(raw) == 1:
            return raw in glued["letters"]
        return raw in glued["capitals"] or (word not in glued["never"] and raw.islower())

    def _minus(self, start: int, end: int, last: int) -> int:
        """Return where the number starts with its minus sign, `start` where the dash is a hyphen, range or bullet."""
        low = self.low
        sign = start - 1
        if sign > 0 and low[sign] == " " and low[sign - 1] in _MINUS:
            sign -= 1
        if sign < 0 or low[sign] not in _MINUS:
            return start
        spaced = sign < start - 1
        head = low[max(0, sign - 8) : sign].rstrip(" ")
        opens = sign == 0 or low[sign - 1] in " \n(%<>=\t["
        if not opens or (head and (head[-1].isdigit() or head[-1] in _MINUS)) or (last and last >= sign - 1):
            return start
        line_start = not head or head[-1] == "\n"
        if spaced or line_start:
            rest = low[end : end + 12].lstrip(" ")
            alone = (
                not rest or rest[0] == "\n" or (line_start and rest[0].isdigit()) or rest.startswith(("derece", "°"))
            )
            return sign if line_start and alone else start
        return sign

    def _ending(self, token: Token) -> Token:
        """Add a case or ordinal ending behind the digits."""
        low, end = self.low, token.end
        if end == len(low):
            return token
        suffix, begin, stop = NONE, end, end
        dot = False
        if low[end] == "." and self._is_ordinal_dot(token):
            dot, begin, stop = True, end + 1, end + 1
        m = _APOSTROPHE.match(low, begin) or (None if dot else _GLUED.match(low, begin))
        if m and (found := self._suffix(m, begin)) is not None:
            suffix, begin, stop = found, m.start(1), m.end()
        elif not dot:
            return token
        core = (begin if dot else end) if not suffix.core else begin + suffix.core
        if dot:
            core = end + 1
        return Token(
            token.start, stop, core, "digits", token.value, (), suffix, token.chunk, False, token.negative, dot
        )

    def _suffix(self, m: re.Match[str], begin: int) -> Suffix | None:
        low = self.low
        if low[begin] not in APOSTROPHES:
            return numeral_suffix.read(m[1]) if _GLUED_SUFFIX.fullmatch(m[1]) else None
        if low[begin + 1] == " " and self._in_quotes(begin):
            return None
        return numeral_suffix.read(m[1])

    def _in_quotes(self, at: int) -> bool:
        head = self.low[max(0, at - 80) : at]
        return re.search(r"(?:^|[\s(])['‘`]", head) is not None

    def _is_ordinal_dot(self, token: Token) -> bool:
        low, text, at = self.low, self.text, token.end
        if not token.chunk.replace(".", "").isdigit() or token.negative or len(token.chunk) > 7:
            return False
        if _PERCENT.search(low[max(0, token.start - 7) : token.start]):
            return False
        m = _ORDINAL_DOT.match(low, at)
        if m is None:
            return False
        if not m[1]:
            return True
        if text[m.start(1)].islower():
            return True
        return low[at + 1] == " " and m[1] in lexicon().table["ordinal"]["nouns"]


@lru_cache(maxsize=16384)
def _atoms(stem: str) -> tuple[tuple[Atom, ...], bool]:
    """Return the number words that `stem` is joined of, and whether a Turkish letter was written in ASCII."""
    lex = lexicon()
    atoms = tuple(lex.atoms[ascii_fold(word)] for word in lex.atom.findall(stem))
    return atoms, "".join(atom.word for atom in atoms) != stem


def plain(value: Decimal) -> Decimal:
    """Return `value` without an exponent: 2.5E+6 becomes 2500000."""
    return Decimal(int(value)) if value == value.to_integral_value() else value
