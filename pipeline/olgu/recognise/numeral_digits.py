"""Numbers in digits with what is written around them: sign, exponent, glued unit, case ending, ordinal dot."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from olgu.article import Number
from olgu.recognise import numeral_chunk, numeral_suffix
from olgu.recognise.numeral_compose import plain
from olgu.recognise.numeral_lexicon import APOSTROPHE_MARKS, APOSTROPHES, LETTERS, lexicon
from olgu.recognise.numeral_suffix import NONE, Suffix
from olgu.recognise.numeral_token import Token

_GLUED = re.compile(rf"([{LETTERS}]{{1,16}}+)(?!\w)")
_AREA = re.compile(r"[a-z]{1,2}[23](?!\w)")
_APART = re.compile(rf" [{APOSTROPHES}]([{LETTERS}]{{1,8}}+)(?![\w{APOSTROPHES}])")
"""An ending whose apostrophe stands off: «yüzde 21 ‘e çıktı», not the quoted word of «10 'de' eki»."""
_CASES = frozenset({"accusative", "dative", "locative", "ablative", "genitive", "possessive", "instrumental"})
_GLUED_SUFFIX = re.compile(r"(?:[ıiuü]?nc[ıiuü]|[dt][ae]n|l[ıiuü]k|şar|şer|[ae]r|[dt]e|ye|ya)")
_ORDINAL_SUFFIX = re.compile(r"[ıiuü]?nc[ıiuü]")
_EXPONENT = re.compile(r"e([+-]?[0-9]{1,2})(?!\w)")
_ORDINAL_DOT = re.compile(rf"\.(?=[,;]|[{APOSTROPHES}][{LETTERS}]| [0-9]{{1,3}}\. (?=\S)| ?([^\W\d_]{{1,24}}))")
_SCALED = re.compile(r"[0-9.,]{1,9}+ ?(?:bin|milyon|milyar|trilyon|tl)(?!\w)")
_TITLE = re.compile(r"\. (?:[A-ZÇĞİÖŞÜ][^\W\d_]{2,24} ){2}")
_SCALE_WORD = re.compile(r"^ ?(?:bin|milyon|milyar|trilyon)(?!\w)")
_PERCENT = re.compile(r"(?:%|yüzde|yuzde)[ \u00a0]?\Z")
_QUOTE = re.compile(r"(?:^|[\s(])['‘`]")
_DECIMAL = re.compile(r"[0-9]{1,3}[.,][0-9]{1,2}(?![\w.,])")
_ROW_BEFORE = re.compile(r"(?:(?<![\w.,])(-?[0-9]{1,3}[.,][0-9]{1,2}) )?(?<![\w.,])-?[0-9]{1,3}[.,][0-9]{1,2} \Z")
_ROW_AFTER = re.compile(r" -?[0-9]{1,3}[.,][0-9]{1,2}(?![\w.,])")
_OVER = re.compile(r" / ([0-9]{1,2})(?![\w.,/])")
_MINUS = "-−–"
_HYPHENS = frozenset(_MINUS)
_SENTENCE_END = frozenset('\n.!?…”"')
_OPEN_BEFORE_SIGN = frozenset(" \n(%<>=\t[")
_PLAIN_BEFORE = frozenset(" \n(%")
_ENDING_AFTER = APOSTROPHE_MARKS | {"."}


class DigitReader:
    """Reads the digit chunks of one text; `low` is its lower-case twin."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self._style: numeral_chunk.Style | None = None

    def read(self, start: int, end: int, last: int) -> Token | None:
        """Return the number whose digits are at `start:end`; `last` is the end of the number token before."""
        low = self.low
        before = low[start - 1] if start else " "
        if before not in _PLAIN_BEFORE and not self._may_start(start, last):
            return None
        chunk = low[start:end]
        if before == "," and (start == 1 or low[start - 2] in " -−(\n"):
            start, chunk = start - 1, "0." + chunk
        elif end - start <= 2 and low[end + 1 : end + 2] == "/" and low.startswith(" / ", end):
            chunk, end = self._spaced_fraction(chunk, end)
        value = numeral_chunk.value(chunk) if len(chunk) < 5 else self._value(chunk, start)
        if value is None:
            return None
        after = low[end : end + 1]
        stop = end
        glued = after.isalpha()
        if glued:
            multiplied = self._multiplied(value, end)
            if multiplied is None:
                return None
            value, stop = multiplied
        signed = before in _HYPHENS or (before == " " and start > 1 and low[start - 2] in _HYPHENS)
        begin = self._minus(start, stop, last) if signed else start
        ended = glued or after in _ENDING_AFTER or (after == " " and low[end + 1 : end + 2] in APOSTROPHE_MARKS)
        if stop > end or not ended:
            return Token(begin, stop, stop, _kind(value), value, NONE, None, chunk, begin < start)
        return self._ending(begin, stop, value, chunk, begin < start)

    def _spaced_fraction(self, chunk: str, end: int) -> tuple[str, int]:
        m = _OVER.match(self.low, end)
        if m and numeral_chunk.value(f"{chunk}/{m[1]}") is not None:
            return f"{chunk}/{m[1]}", m.end()
        return chunk, end

    def _value(self, chunk: str, start: int) -> Number | None:
        if not numeral_chunk.is_ambiguous(chunk):
            return numeral_chunk.value(chunk)
        if self._style is None:
            self._style = numeral_chunk.style(self.low)
        percent = _PERCENT.search(self.low[max(0, start - 7) : start]) is not None
        return numeral_chunk.value(chunk, self._style, percent)

    def _may_start(self, start: int, last: int) -> bool:
        """False where the digits belong to a name or an address: «F16», «Covid-19», «haber.com/123»."""
        before = self.low[start - 1]
        if before.isalnum() or before in "_@#\\":
            return self._is_glued_to_word(start)
        if start < 2 or not self.low[start - 2].isalpha():
            return True
        if before in "/=&?":
            return False
        return before not in _MINUS or self._after_number(start - 1, last)

    def _is_glued_to_word(self, start: int) -> bool:
        """True where a blank is missing before an amount: «üretimi150 bin ton», «yüzde2,4»."""
        if self.low[max(0, start - 5) : start] == "yüzde":
            return True
        m = _SCALED.match(self.low, start)
        head = self.text[max(0, start - 3) : start]
        return m is not None and len(head) == 3 and head.isalpha() and head.islower()

    def _after_number(self, hyphen: int, last: int) -> bool:
        """True where the word before the hyphen belongs to a number: «2 bin-7 bin», «5 km-10 km»."""
        if last == hyphen:
            return True
        begin = hyphen
        while begin > last and hyphen - begin < 12 and self.low[begin - 1].isalpha():
            begin -= 1
        word = self.text[begin:hyphen]
        return (
            last > 0
            and begin - 1 <= last
            and (word.islower() or self.low[begin:hyphen] in lexicon().table["glued"]["units"])
        )

    def _multiplied(self, value: Number, end: int) -> tuple[Number, int] | None:
        """Apply an exponent or a thousand marker; None where letters make the digits a name («5G»)."""
        low, text = self.low, self.text
        if (m := _EXPONENT.match(low, end)) and isinstance(value, Decimal):
            return plain(value.scaleb(int(m[1]))), m.end()
        m = _GLUED.match(low, end)
        if m is None:
            return (value, end) if _AREA.match(low, end) else None
        raw, word = text[end : m.end()], m[1]
        if word in {"k", "m"} and isinstance(value, Decimal) and (raw in {"k", "M"} or (raw == "K" and value >= 10)):
            return plain(value * (1000 if word == "k" else 1000000)), m.end()
        return (value, end) if _is_glued(raw, word) else None

    def _minus(self, start: int, end: int, last: int) -> int:
        """Return where the number starts with its minus sign, `start` where the dash is a hyphen, range or bullet."""
        low = self.low
        sign = start - 1
        if sign > 0 and low[sign] == " ":
            sign -= 1
        if sign < 0 or low[sign] not in _MINUS:
            return start
        head = low[max(0, sign - 8) : sign].rstrip(" ")
        opens = sign == 0 or low[sign - 1] in _OPEN_BEFORE_SIGN
        if (
            not opens
            or self._is_year_or_range(start, end)
            or (head and (head[-1].isdigit() or head[-1] in _MINUS) and not self._is_in_row(sign, end))
            or (last and last >= sign - 1 and not self._ends_in_percent(last) and not self._is_in_row(sign, end))
        ):
            return start
        line_start = not head or head[-1] in _SENTENCE_END
        if not line_start and sign == start - 1:
            return sign
        return sign if line_start and self._is_alone(end) else start

    def _is_in_row(self, sign: int, end: int) -> bool:
        """True in a row of a table, «80,7 -270,5 -264,0»: three decimals, the dash right before the second or third."""
        low = self.low
        if low[sign - 1 : sign] != " " or low[sign + 1 : sign + 2] == " ":
            return False
        before = _ROW_BEFORE.search(low, max(0, sign - 32), sign)
        if before is None or not _DECIMAL.match(low, sign + 1):
            return False
        return before[1] is not None or _ROW_AFTER.match(low, end) is not None

    def _is_year_or_range(self, start: int, end: int) -> bool:
        chunk = self.low[start:end]
        if len(chunk) == 4 and chunk.isdigit() and chunk[:2] in {"19", "20"}:
            return True
        return self.low[end : end + 1] in _HYPHENS and self.low[end + 1 : end + 2].isdigit()

    def _ends_in_percent(self, last: int) -> bool:
        return self.low[max(0, last - 5) : last] in {"yüzde", "yuzde"}

    def _is_alone(self, end: int) -> bool:
        """True where a number at the start of a line is the line, or a temperature; else its dash is a bullet."""
        rest = _SCALE_WORD.sub("", self.low[end : end + 18]).lstrip(" ")
        return not rest or rest[0] in "\n)°" or rest[0].isdigit() or rest.startswith("derece")

    def _ending(self, start: int, end: int, value: Number, chunk: str, negative: bool) -> Token:
        """Add the case ending or the ordinal dot behind the digits."""
        low, begin = self.low, end
        dot = low[end] == "." and not negative and self._is_ordinal_dot(start, end, chunk)
        dot = dot or (start == 0 and low.rstrip() == chunk + ".")
        if dot:
            begin += 1
        m = self._glued_letters(begin)
        suffix = self._suffix(m, begin) if m else None
        if m is None or suffix is None:
            return Token(start, begin, begin, _kind(value), value, NONE, None, chunk, negative, dot)
        core = m.start(1) + suffix.core if suffix.core else begin
        return Token(start, m.end(), core, _kind(value), value, suffix, None, chunk, negative, dot)

    def _glued_letters(self, begin: int) -> re.Match[str] | None:
        """Match an ending behind an apostrophe, with a stray blank on one side of it, or right behind the digits."""
        after = self.low[begin : begin + 1]
        if after in APOSTROPHES:
            return numeral_suffix.APOSTROPHE.match(self.low, begin)
        if after == " " and self.low[begin + 1 : begin + 2] in APOSTROPHE_MARKS:
            return _APART.match(self.low, begin)
        return _GLUED.match(self.low, begin) if after.isalpha() else None

    def _suffix(self, m: re.Match[str], begin: int) -> Suffix | None:
        low = self.low
        if low[begin] == " ":
            suffix = numeral_suffix.read(m[1])
            return suffix if suffix is not None and suffix.kind in _CASES else None
        if low[begin] not in APOSTROPHES:
            pattern = _ORDINAL_SUFFIX if low[begin - 1] == "." else _GLUED_SUFFIX
            return numeral_suffix.read(m[1]) if pattern.fullmatch(m[1]) else None
        if low[begin + 1] == " " and _QUOTE.search(low[max(0, begin - 80) : begin]):
            return None
        return numeral_suffix.read(m[1])

    def _is_ordinal_dot(self, start: int, end: int, chunk: str) -> bool:
        """True for «3. sırada» and «1. Lig», false for a full stop."""
        low = self.low
        m = _ORDINAL_DOT.match(low, end)
        if m is None or len(chunk) > 7 or not chunk.replace(".", "").isdigit():
            return False
        if _PERCENT.search(low[max(0, start - 7) : start]):
            return False
        if not m[1] or self.text[m.start(1)].islower():
            return True
        table = lexicon().table["ordinal"]
        if low[end + 1] != " " or m[1] in table["nouns"] or m[1] in table["rulers"]:
            return low[end + 1] == " "
        return self._names_an_event(start, end)

    def _names_an_event(self, start: int, end: int) -> bool:
        """True before two capitalised words within a line: «bu yıl 61. Altın Portakal»; sentences end in verbs."""
        inline = self.text[max(0, start - 2) : start]
        return (
            end - start <= 3 and len(inline) == 2 and inline[0].isalpha() and _TITLE.match(self.text, end) is not None
        )


def _kind(value: Number) -> str:
    return "fraction" if type(value) is Fraction else "digits"


def _is_glued(raw: str, word: str) -> bool:
    """True where letters behind digits are a unit, a word or an ending written without a space."""
    glued = lexicon().table["glued"]
    if len(raw) == 1:
        return raw in glued["letters"]
    return word in glued["units"] or (word not in glued["never"] and raw.islower())
