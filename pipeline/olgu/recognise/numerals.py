"""Numerals: written numbers without their units, in digits, in words and in mixtures of both.

A character grammar: a scan finds number tokens, tokens that stand side by side make a run, and every run is read
from left to right into the longest numbers it holds.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from olgu.analyse.casing import lower
from olgu.article import Numeral
from olgu.recognise import numeral_context
from olgu.recognise.numeral_compose import Piece, Sum, compose, decimals
from olgu.recognise.numeral_context import Surroundings
from olgu.recognise.numeral_roman import find_roman
from olgu.recognise.numeral_tokens import SPACES, Scanner, Token, plain


def find(text: str) -> list[Numeral]:
    """Return the numerals of `text`, sorted and without overlaps; offsets are code points of `text`."""
    low = lower(text)
    found: list[Numeral] = []
    run: list[Token] = []
    for token in Scanner(text, low).tokens():
        if run and not _adjacent(low, run[-1].end, token.start):
            found.extend(_Run(text, low, run).numerals())
            run = []
        run.append(token)
    if run:
        found.extend(_Run(text, low, run).numerals())
    return _merge(found, find_roman(text, low))


def _adjacent(low: str, end: int, start: int) -> bool:
    """True where only blanks, or one line break between words, part two tokens."""
    gap = start - end
    if gap == 0:
        return True
    if gap > 2:
        return False
    return all(c in SPACES for c in low[end:start]) or (gap == 1 and low[end] == "\n" and low[start].isalpha())


def _merge(found: list[Numeral], roman: list[Numeral]) -> list[Numeral]:
    if not roman:
        return found
    taken = {r.start for r in roman}
    return sorted([n for n in found if n.start not in taken] + roman, key=lambda n: n.start)


class _Run:
    """Number tokens that stand side by side, read from left to right."""

    def __init__(self, text: str, low: str, tokens: list[Token]) -> None:
        self.text = text
        self.low = low
        self.tokens = tokens
        self.pieces = [piece for i, token in enumerate(tokens) for piece in _pieces(i, token)]

    def numerals(self) -> list[Numeral]:
        """Return the numerals of the run."""
        if len(self.tokens) > 3 and all(t.kind == "digits" and t.suffix.kind == "" for t in self.tokens):
            return self._grouped()
        result: list[Numeral] = []
        at, percent = 0, False
        while at < len(self.pieces):
            if self._is_percent(at):
                at, percent = at + 1, True
                continue
            numeral, at = self._next(at, percent)
            percent = False
            if numeral is not None:
                result.append(numeral)
        return result

    def _is_percent(self, at: int) -> bool:
        """True for «yüzde» before a numeral: hundredths, no number of its own."""
        piece = self.pieces[at]
        if piece.kind != "hundred" or not piece.last or at + 1 == len(self.pieces):
            return False
        return self.tokens[piece.token].suffix.kind == "locative"

    def _grouped(self) -> list[Numeral]:
        """Read digit groups parted by blanks: «1 234 567»; anything else so long is a telephone number or a table."""
        first, last = self.tokens[0], self.tokens[-1]
        groups = [t.chunk for t in self.tokens]
        if len(groups[0]) > 3 or groups[0][0] == "0" or not all(len(g) == 3 and g.isdigit() for g in groups[1:]):
            return []
        value = Decimal("".join(groups))
        return [Numeral(first.start, last.end, last.core_end, -value if first.negative else value)]

    def _stop(self, at: int) -> int:
        """Return the index behind the first piece from `at` on that carries an ending."""
        for i in range(at, len(self.pieces)):
            piece = self.pieces[i]
            token = self.tokens[piece.token]
            if piece.last and (token.suffix.kind or token.ordinal):
                return i + 1
            if piece.kind in {"point", "over", "minus", "some", "yarı"} and i > at:
                return i
        return len(self.pieces)

    def _next(self, at: int, percent: bool) -> tuple[Numeral | None, int]:
        first = self.pieces[at]
        if first.kind == "minus":
            return self._negative(at, percent)
        if first.kind == "some":
            return self._some(at)
        if first.kind == "yarı":
            return self._make(at, at + 1, Fraction(1, 2), percent, "fraction"), at + 1
        if first.kind in {"point", "over"}:
            return None, at + 1
        if first.kind == "fraction":
            return self._fraction_digits(at, percent)
        grouped = self._spaced_groups(at)
        total = grouped or compose(self.pieces, at, self._stop(at))
        if total is None:
            return None, self._after_token(at)
        total = self._extended(total)
        if not self.pieces[total.end - 1].last:
            return None, self._after_token(total.end - 1)
        return self._finished(at, total, percent)

    def _after_token(self, at: int) -> int:
        token = self.pieces[at].token
        while at < len(self.pieces) and self.pieces[at].token == token:
            at += 1
        return at

    def _negative(self, at: int, percent: bool) -> tuple[Numeral | None, int]:
        if at + 1 == len(self.pieces) or self.pieces[at + 1].kind in {"minus", "some", "point", "over", "yarı"}:
            return None, at + 1
        numeral, end = self._next(at + 1, percent)
        if numeral is None or numeral.start != self.tokens[self.pieces[at + 1].token].start:
            return numeral, end
        start = self.tokens[self.pieces[at].token].start
        value = -numeral.value
        return Numeral(start, numeral.end, numeral.core_end, value, numeral.form, numeral.case, numeral.words), end

    def _some(self, at: int) -> tuple[Numeral | None, int]:
        """«birkaç milyon» is a vague million; «birkaç» and «kaç bin» say no number."""
        end = at + 1
        stop = self._stop(end)
        total = compose(self.pieces, end, stop) if end < len(self.pieces) else None
        if total is None or self.pieces[end].kind not in {"scale", "hundred", "tens"}:
            return None, end
        token = self.tokens[self.pieces[at].token]
        if self.low[token.start : token.end] == "kaç" or not self.pieces[total.end - 1].last:
            return None, total.end
        return self._make(at, total.end, total.value, False, "vague"), total.end

    def _spaced_groups(self, at: int) -> Sum | None:
        """«1 234 567»: groups of three behind blanks; one ordinary blank alone parts two numbers."""
        first = self.pieces[at]
        if first.kind != "digits" or not first.chunk.isdigit() or len(first.chunk) > 3 or first.chunk[0] == "0":
            return None
        digits, end = first.chunk, at + 1
        while end < len(self.pieces) and self.pieces[end].kind == "digits" and len(self.pieces[end].chunk) == 3:
            before = self.tokens[self.pieces[end - 1].token]
            if not self.pieces[end].chunk.isdigit() or before.suffix.kind or before.ordinal:
                break
            digits, end = digits + self.pieces[end].chunk, end + 1
        if end < len(self.pieces) and self.pieces[end].kind == "digits":
            return None
        gap = self.low[self.tokens[first.token].end] if end > at + 1 else ""
        if end > at + 2 or gap in {"\u00a0", "\u2009", "\u202f"}:
            value = Decimal(digits)
            return Sum(-value if self.tokens[first.token].negative else value, end)
        return None

    def _extended(self, total: Sum) -> Sum:
        """Add what follows a composed number: decimals in words, a divisor, a dozen."""
        pieces, end = self.pieces, total.end
        if end >= len(pieces) or not pieces[end - 1].last or self.tokens[pieces[end - 1].token].suffix.kind:
            return total
        kind = pieces[end].kind
        if kind == "point" and end + 1 < len(pieces) and total.value == total.value.to_integral_value():
            tail = decimals(pieces, end + 1, self._stop(end + 1))
            return self._scaled(Sum(total.value + tail.value, tail.end)) if tail else total
        if kind == "dozen":
            return Sum(plain(total.value * pieces[end].value), end + 1)
        return total

    def _scaled(self, total: Sum) -> Sum:
        end = total.end
        before = self.tokens[self.pieces[end - 1].token]
        if end < len(self.pieces) and self.pieces[end].kind == "scale" and not before.suffix.kind:
            return Sum(plain(total.value * self.pieces[end].value), end + 1)
        return total

    def _fraction_digits(self, at: int, percent: bool) -> tuple[Numeral | None, int]:
        token = self.tokens[self.pieces[at].token]
        value = -token.value if token.negative else token.value
        return self._make(at, at + 1, value, percent, "fraction"), at + 1

    def _finished(self, at: int, total: Sum, percent: bool) -> tuple[Numeral | None, int]:
        """Make the numeral, or the fraction that it is the denominator or dividend of."""
        pieces, end, value = self.pieces, total.end, total.value
        if self.tokens[pieces[at].token].negative:
            value = -abs(value)
        last = self.tokens[pieces[end - 1].token]
        if end < len(pieces) and not percent:
            mixed = self._mixed(at, end, value)
            if mixed is not None:
                return mixed, end + 1
            if pieces[end].kind == "over":
                divided = self._divided(at, end, value)
                if divided is not None:
                    return divided
            if last.suffix.kind == "locative":
                fraction = self._fraction(at, end, value)
                if fraction is not None:
                    return fraction
        return self._make(at, end, value, percent), end

    def _mixed(self, at: int, end: int, value: Decimal) -> Numeral | None:
        """«10 1/2», «2½»."""
        token = self.tokens[self.pieces[end].token]
        if end != at + 1 or not isinstance(token.value, Fraction) or self.pieces[at].kind != "digits":
            return None
        if (
            not 0 < token.value < 1
            or value != value.to_integral_value()
            or self.tokens[self.pieces[at].token].suffix.kind
        ):
            return None
        exact = Fraction(value) + (token.value if value > 0 else -token.value)
        return self._make(at, end + 1, _decimal(exact), False)

    def _divided(self, at: int, end: int, value: Decimal) -> tuple[Numeral | None, int] | None:
        """«bir bölü sekiz», «20000 bölü 1998'e»."""
        below = compose(self.pieces, end + 1, self._stop(end + 1)) if end + 1 < len(self.pieces) else None
        if below is None or below.value == 0 or not self.pieces[below.end - 1].last:
            return None
        return self._make(at, below.end, Fraction(value) / Fraction(below.value), False, "fraction"), below.end

    def _fraction(self, at: int, end: int, value: Decimal) -> tuple[Numeral | None, int] | None:
        """«üçte biri», «binde 3», «5'te 1'i»: a locative and a numerator below it."""
        over = compose(self.pieces, end, self._stop(end))
        if over is None or not self.pieces[over.end - 1].last:
            return None
        over = self._extended(over)
        top = self.tokens[self.pieces[over.end - 1].token]
        if value < 2 or not 0 < over.value < value or value != value.to_integral_value() or top.ordinal:
            return None
        owned = top.suffix.kind in {"accusative", "possessive"}
        below = self.tokens[self.pieces[at].token]
        if not numeral_context.is_fraction(self.low, below, value, over.value, owned, self._end(over.end)):
            return None
        return self._make(at, over.end, Fraction(over.value) / Fraction(value), False, "fraction"), over.end

    def _end(self, end: int) -> int:
        return self.tokens[self.pieces[end - 1].token].end

    def _make(self, at: int, end: int, value: Decimal | Fraction, percent: bool, form: str = "") -> Numeral | None:
        tokens = self.tokens[self.pieces[at].token : self.pieces[end - 1].token + 1]
        last = tokens[-1]
        around = Surroundings(
            self.text, self.low, tokens, percent, bool(form), self.pieces[at].token > 0, end < len(self.pieces)
        )
        if not numeral_context.counts(around):
            return None
        kind = form or ("ordinal" if last.ordinal else last.suffix.kind)
        if kind == "plural" and last.kind == "words":
            kind = "vague"
        return Numeral(
            tokens[0].start,
            last.end,
            last.core_end,
            value,
            kind if kind in {"ordinal", "fraction", "distributive", "vague"} else "cardinal",  # type: ignore[arg-type]
            last.suffix.case,
            all(t.kind != "digits" for t in tokens),
        )


def _decimal(value: Fraction) -> Decimal | Fraction:
    """Return `value` as a Decimal where it has a finite form."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(value.numerator) / Decimal(value.denominator) if rest == 1 else value


def _pieces(index: int, token: Token) -> list[Piece]:
    if token.kind == "words":
        last = len(token.atoms) - 1
        return [Piece(atom.kind, atom.value, index, i == last) for i, atom in enumerate(token.atoms)]
    value = token.value if isinstance(token.value, Decimal) else Decimal(0)
    kind = "fraction" if token.kind == "digits" and isinstance(token.value, Fraction) else token.kind
    return [Piece(kind, value, index, True, token.chunk)]
