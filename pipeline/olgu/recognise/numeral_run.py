"""A run of number tokens that stand side by side, read from left to right into the longest numerals it holds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from olgu.article import Number, Numeral
from olgu.recognise import numeral_context
from olgu.recognise.numeral_compose import Piece, Sum, compose, decimals, plain
from olgu.recognise.numeral_context import FORMS, Form, Surroundings
from olgu.recognise.numeral_suffix import NONE
from olgu.recognise.numeral_token import Token

_NARROW = frozenset("\u00a0\u2009\u202f")
_NO_NUMBER = frozenset({"point", "over", "minus", "some"})
_STOPS = _NO_NUMBER | {"yarı", "roman", "fraction"}


def single(token: Token) -> Numeral:
    """Return the numeral of a token in digits that stands alone."""
    if token.suffix is NONE and token.kind == "digits" and not (token.ordinal or token.negative):
        return Numeral(token.start, token.end, token.core_end, token.value)
    form = "ordinal" if token.ordinal else FORMS.get(token.suffix.kind, "cardinal")
    if token.kind == "fraction":
        form = "fraction"
    elif token.suffix.kind == "plural":
        form = "cardinal"
    value = -token.value if token.negative else token.value
    return Numeral(token.start, token.end, token.core_end, value, form, token.suffix.case)


def pair(first: Token, second: Token) -> Numeral | None:
    """Return the numeral of the commonest pairs, «yüzde 5» and «9,6 milyar»; None where a `Run` has to read them."""
    if second.kind == "digits":
        return single(second) if is_percent(first) else None
    if first.kind != "digits" or first.suffix.kind or first.ordinal or second.word is None:
        return None
    pieces = second.word.pieces
    if len(pieces) > 1 or pieces[0].kind != "scale":
        return None
    value = plain(Decimal(str(first.value)) * pieces[0].value)
    form = FORMS.get(second.suffix.kind, "cardinal")
    value = -value if first.negative else value
    return Numeral(first.start, second.end, second.core_end, value, form, second.suffix.case)


def is_percent(token: Token) -> bool:
    """True for «yüzde», which before a numeral is no number of its own."""
    return token.word is not None and token.suffix.kind == "locative" and token.word.pieces[-1].kind == "hundred"


class Run:
    """Neighbouring tokens of one text."""

    def __init__(self, text: str, low: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.low = low
        self.tokens = tokens
        self.pieces: list[Piece] = []
        self.owner: list[int] = []
        """The index of the token that each piece belongs to."""
        for index, token in enumerate(tokens):
            pieces = token.word.pieces if token.word else (_piece(token),)
            self.pieces += pieces
            self.owner += [index] * len(pieces)

    def numerals(self) -> list[Numeral]:
        """Return the numerals of the run."""
        if len(self.tokens) > 3 and all(t.kind == "digits" and not t.suffix.kind for t in self.tokens):
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

    def _token(self, piece: int) -> Token:
        return self.tokens[self.owner[piece]]

    def _is_percent(self, at: int) -> bool:
        """True for «yüzde» before a numeral: hundredths, no number of its own."""
        piece = self.pieces[at]
        if piece.kind != "hundred" or not piece.last or at + 1 == len(self.pieces):
            return False
        return is_percent(self._token(at)) and self.pieces[at + 1].kind not in _NO_NUMBER - {"minus"}

    def _grouped(self) -> list[Numeral]:
        """Read digit groups parted by blanks: «1 234 567»; anything else so long is a telephone number or a table."""
        first, last = self.tokens[0], self.tokens[-1]
        groups = [t.chunk for t in self.tokens]
        if len(groups) > 6 or not _is_leading(groups[0]) or not all(len(g) == 3 and g.isdigit() for g in groups[1:]):
            return []
        value = Decimal("".join(groups))
        return [Numeral(first.start, last.end, last.core_end, -value if first.negative else value)]

    def _stop(self, at: int) -> int:
        """Return the index behind the first piece from `at` on that carries an ending or cannot be added."""
        for i in range(at, len(self.pieces)):
            piece = self.pieces[i]
            if piece.kind in _STOPS and i > at:
                return i
            if piece.last and (self._token(i).suffix.kind or self._token(i).ordinal):
                return i + 1
        return len(self.pieces)

    def _next(self, at: int, percent: bool) -> tuple[Numeral | None, int]:
        """Read the numeral at a piece; return it, or None, and where to go on."""
        kind = self.pieces[at].kind
        if kind == "minus":
            return self._negative(at, percent)
        if kind == "some":
            return self._some(at)
        if kind in {"yarı", "fraction", "roman"}:
            return self._whole_token(at), at + 1
        total = self._spaced_groups(at) or compose(self.pieces, at, self._stop(at))
        if total is None:
            return None, self._after_token(at)
        total = self._extended(total)
        if self._counts_quarters(at, total.end):
            total = Sum(self.pieces[at].value, at + 1)
        if self.pieces[total.end - 1].last:
            return self._finished(at, total, percent)
        return None, self._after_token(total.end - 1)

    def _counts_quarters(self, at: int, end: int) -> bool:
        """True for «ilk üç çeyrek»: three periods, not three fourths."""
        if end != at + 2 or self.pieces[end - 1].kind != "part" or not self.pieces[at].last:
            return False
        return numeral_context.is_period(self.low, self._token(at).start)

    def _after_token(self, at: int) -> int:
        token = self.owner[at]
        while at < len(self.pieces) and self.owner[at] == token:
            at += 1
        return at

    def _whole_token(self, at: int) -> Numeral | None:
        token = self._token(at)
        if token.kind == "roman":
            return Numeral(token.start, token.end, token.core_end, token.value, "ordinal", words=True)
        value = -token.value if token.negative else token.value
        return self._make(at, at + 1, value, form="fraction")

    def _negative(self, at: int, percent: bool) -> tuple[Numeral | None, int]:
        if at + 1 == len(self.pieces) or self.pieces[at + 1].kind in _NO_NUMBER:
            return None, at + 1
        if self._is_percent(at + 1):
            at, percent = at + 1, True
            numeral, end = self._next(at + 1, percent)
            start = self._token(at + 1).start
        else:
            numeral, end = self._next(at + 1, percent)
            start = self._token(at).start
        if numeral is None or numeral.start != self._token(at + 1).start:
            return numeral, end
        value = -numeral.value
        return Numeral(start, numeral.end, numeral.core_end, value, numeral.form, numeral.case, numeral.words), end

    def _some(self, at: int) -> tuple[Numeral | None, int]:
        """«birkaç milyon» is a vague million; «birkaç» and «kaç bin» say no number."""
        end = at + 1
        total = compose(self.pieces, end, self._stop(end)) if end < len(self.pieces) else None
        if total is None or self.pieces[end].kind not in {"scale", "hundred", "tens"}:
            return None, end
        token = self._token(at)
        if self.low[token.start : token.end] == "kaç" or not self.pieces[total.end - 1].last:
            return None, total.end
        return self._make(at, total.end, total.value, form="vague"), total.end

    def _spaced_groups(self, at: int) -> Sum | None:
        """«1 234 567»: groups of three behind blanks; one ordinary blank alone parts two numbers."""
        pieces = self.pieces
        if pieces[at].kind != "digits" or not _is_leading(pieces[at].chunk):
            return None
        digits, end = pieces[at].chunk, at + 1
        while end < len(pieces) and pieces[end].kind == "digits" and not self._token(end - 1).suffix.kind:
            if len(pieces[end].chunk) != 3 or not pieces[end].chunk.isdigit() or self._token(end - 1).ordinal:
                return None
            digits, end = digits + pieces[end].chunk, end + 1
        if end > at + 2 or (end == at + 2 and self.low[self._token(at).end] in _NARROW):
            return Sum(Decimal(digits), end)
        return None

    def _extended(self, total: Sum) -> Sum:
        """Add what follows a composed number: decimals in words, a dozen."""
        pieces, end = self.pieces, total.end
        if end >= len(pieces) or not pieces[end - 1].last or self._token(end - 1).suffix.kind:
            return total
        if pieces[end].kind == "point" and end + 1 < len(pieces) and total.value == total.value.to_integral_value():
            tail = decimals(pieces, end + 1, self._stop(end + 1))
            return self._scaled(Sum(total.value + tail.value, tail.end)) if tail else total
        if pieces[end].kind == "dozen":
            return Sum(plain(total.value * pieces[end].value), end + 1)
        return total

    def _scaled(self, total: Sum) -> Sum:
        end = total.end
        if end < len(self.pieces) and self.pieces[end].kind == "scale" and not self._token(end - 1).suffix.kind:
            return Sum(plain(total.value * self.pieces[end].value), end + 1)
        return total

    def _finished(self, at: int, total: Sum, percent: bool) -> tuple[Numeral | None, int]:
        """Make the numeral, or the fraction that it is the denominator or dividend of."""
        end = total.end
        value = -total.value if self._token(at).negative else total.value
        if end < len(self.pieces) and not percent:
            kind = self.pieces[end].kind
            found = None
            if kind in {"scale", "hundred"} and self._token(end - 1).suffix.kind == "distributive":
                return self._make(at, end + 1, plain(value * self.pieces[end].value), form="distributive"), end + 1
            if kind == "fraction":
                found = self._mixed(at, end, value)
            elif kind == "over":
                found = self._divided(at, end, value)
            elif self._token(end - 1).suffix.kind == "locative":
                found = self._fraction(at, end, value)
            if found is not None:
                return found
        return self._make(at, end, value, percent), end

    def _mixed(self, at: int, end: int, value: Decimal) -> tuple[Numeral | None, int] | None:
        """«10 1/2», «2½»."""
        part = self._token(end)
        if end != at + 1 or self.pieces[at].kind != "digits" or self._token(at).suffix.kind or part.negative:
            return None
        if not 0 < part.value < 1 or value != value.to_integral_value():
            return None
        exact = Fraction(value) + (-Fraction(part.value) if self._token(at).negative else Fraction(part.value))
        return self._make(at, end + 1, _finite(exact)), end + 1

    def _divided(self, at: int, end: int, value: Decimal) -> tuple[Numeral | None, int] | None:
        """«bir bölü sekiz», «20000 bölü 1998'e»."""
        below = compose(self.pieces, end + 1, self._stop(end + 1)) if end + 1 < len(self.pieces) else None
        if below is None or below.value == 0 or not self.pieces[below.end - 1].last:
            return None
        return self._make(at, below.end, Fraction(value) / Fraction(below.value), form="fraction"), below.end

    def _fraction(self, at: int, end: int, value: Decimal) -> tuple[Numeral | None, int] | None:
        """«üçte biri», «binde 3», «5'te 1'i»: a locative and a numerator below it."""
        over = compose(self.pieces, end, self._stop(end))
        if over is None or not self.pieces[over.end - 1].last:
            return None
        over = self._extended(over)
        top = self._token(over.end - 1)
        if value < 2 or not 0 < over.value < value or value != value.to_integral_value() or top.ordinal:
            return None
        owned = top.suffix.kind in {"accusative", "possessive", "noun"}
        if not owned and not numeral_context.is_fraction(self.low, self._token(at), value, over.value, top.end):
            return None
        return self._make(at, over.end, Fraction(over.value) / Fraction(value), form="fraction"), over.end

    def _make(
        self, at: int, end: int, value: Number, percent: bool = False, form: Form | None = None
    ) -> Numeral | None:
        first = self.owner[at]
        tokens = self.tokens[first : self.owner[end - 1] + 1]
        last = tokens[-1]
        around = Surroundings(self.text, self.low, tokens, percent, form is not None, first > 0, end < len(self.pieces))
        if not numeral_context.counts(around):
            return None
        form = form or ("ordinal" if last.ordinal else FORMS.get(last.suffix.kind, "cardinal"))
        if last.suffix.kind == "plural" and last.kind == "digits":
            form = "cardinal"
        words = all(token.kind not in {"digits", "fraction"} for token in tokens)
        return Numeral(tokens[0].start, last.end, last.core_end, value, form, last.suffix.case, words)


def _is_leading(chunk: str) -> bool:
    return len(chunk) <= 3 and chunk.isdigit() and chunk[0] != "0"


def _piece(token: Token) -> Piece:
    value = token.value if token.kind == "digits" and isinstance(token.value, Decimal) else Decimal(0)
    return Piece(token.kind, value, True, token.chunk)


def _finite(value: Fraction) -> Number:
    """Return `value` as a Decimal where it has a finite form."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(value.numerator) / Decimal(value.denominator) if rest == 1 else value
