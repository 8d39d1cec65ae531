"""Real articles made worse: every mutation takes a text, a place in it (0..1) and a whole number, and gives a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

Mutation = Callable[[str, float, int], str]

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
PIECES = (
    "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u202c", "\u2066", "\u2069", "\u200f", "\u0301",
    "\u0307", "\u0327", "\0", "\x1b", "\x85", "\u2028", "\u2029", "\ufffd", "\U0010ffff", "\t", "\r", "\n\n",
    "👨‍👩‍👧", "🇹🇷", "5️⃣",
    "½", "²", "Ⅷ", "٣", "५", "〇", "１２", "𝟗", "％", "₺", "$", "€", "%", "‰", "°C", "’", "'", "´", "“", "”", "„", "«",
    "»", "\"", "''", "(", ")", "[", "]", "—", "–", "-", "…", ".", ",", ":", ";", "/", "x", "×", "±", "≈", "~", "<",
    "&nbsp;",
    "<script>", "]]>", "<!--", "=cmd|' /C calc'!A0", "../../x", "{{7*7}}", "%s%n", "İ", "ı", "I", "ß", "ŉ", "ﬁ", "ǅ",
    "А", "о", "Å", "Ã¼", "â€™", "bir", "yüzde ", "yüzde yüzde ", "milyar", " milyon ", "buçuk", "yarım", " 5 ", "'ten ",
    "'ten fazla", " ila ", " kadar", "yaklaşık ", "en az ", "üçte biri", "2. ", "3'üncü", " 1.000.000,5 ", "1e400",
    "0x1F",
    "-0", "00", "31 Şubat 2023", "29 Şubat", "yıl", "bin yıl önce", "M.Ö. 300", "2024-13-45", "25:99", "geçen yıl",
    "gelecek ay", "9999", "10000 yıl sonra", "dedi.", "açıkladı: ", "Ali Veli", "T.C.", "A.Ş.", "km/saat", "m2",
    "TL'lik",
    "dolar", "kron", "baz puan", "3-1", "1/0", "0/0", "5-3-1", "10.10.10.10", "%%", "1.,2", "1..2", "1,,2",
)  # fmt: skip
LONGEST = 60_000
"""Characters; a mutation makes nothing longer."""


@cache
def articles() -> tuple[str, ...]:
    """Return the texts of the project's own articles."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.rglob("*.txt")))


def _at(text: str, place: float) -> int:
    return int(len(text) * place)


def _insert(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + PIECES[number % len(PIECES)] + text[at:]


def _insert_often(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + PIECES[number % len(PIECES)] * (1 + number % 301) + text[at:]


def _scatter(text: str, place: float, number: int) -> str:
    piece, step = PIECES[number % len(PIECES)], 1 + _at(text, place) % 7
    return piece.join(text[at : at + step] for at in range(0, min(len(text), 4000), step))


def _swap(text: str, place: float, number: int) -> str:
    letters = list(text)
    for turn in range(1 + number % 40):
        at = (_at(text, place) + turn * (1 + number % 13)) % max(1, len(letters) - 1)
        letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def _drop(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + text[at + 1 + number % 200 :]


def _repeat(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + text[at : at + 1 + number % 60] * (2 + number % 150) + text[at:]


def _digits(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    written = str(number % 10) * (1 + number % 9973)
    if number % 3 == 0:
        written = f"{10 ** (number % 4000):,}".replace(",", ".,"[number % 2])
    return f"{text[:at]} {written}{text[at:]}"


def _nest(text: str, place: float, number: int) -> str:
    at, deep = _at(text, place), 1 + number % 400
    opening, closing = ("“”", "«»", "()", '""', "''", "‘’", "[]", "„“")[number % 8]
    return text[:at] + opening * deep + text[at : at + 200] + closing * (deep if number % 3 else 0) + text[at + 200 :]


def _misread(text: str, place: float, number: int) -> str:
    written, read = (("utf-8", "latin-1"), ("utf-8", "cp1254"), ("cp1254", "latin-1"), ("utf-8", "cp857"),
                     ("iso8859_9", "utf-8"), ("utf-8", "ascii"))[number % 6]  # fmt: skip
    at = _at(text, place)
    return text[:at] + text[at:].encode(written, "replace").decode(read, "replace")


def _normalise(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + unicodedata.normalize(("NFD", "NFKD", "NFKC", "NFC")[number % 4], text[at:])


def _recase(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + (str.upper, str.lower, str.swapcase, str.title)[number % 4](text[at:])


def _join(text: str, place: float, number: int) -> str:
    at = _at(text, place)
    return text[:at] + text[at:].replace((" ", "\n", ".", ",")[number % 4], ("", "\n", "\u00a0", "\t", " ")[number % 5])


def _splice(text: str, place: float, number: int) -> str:
    other = articles()[number % len(articles())]
    return text[: _at(text, place)] + other[number % len(other) :]


def _cut(text: str, place: float, number: int) -> str:
    return text[_at(text, place) :][: number % 500]


MUTATIONS: dict[str, Mutation] = {
    "insert": _insert, "insert_often": _insert_often, "scatter": _scatter, "swap": _swap, "drop": _drop,
    "repeat": _repeat, "digits": _digits, "nest": _nest, "misread": _misread, "normalise": _normalise,
    "recase": _recase, "join": _join, "splice": _splice, "cut": _cut,
}  # fmt: skip

Step = tuple[str, float, int]


def mutated(text: str, steps: list[Step]) -> str:
    """Return `text` after the mutations `steps`."""
    for name, place, number in steps:
        text = MUTATIONS[name](text, place, number)[:LONGEST]
    return text


def worse_articles(longest: int = 1200, most: int = 5) -> st.SearchStrategy[str]:
    """Return texts: a piece of an article after up to `most` mutations."""
    places = st.integers(0, 1000).map(lambda n: n / 1000)
    steps = st.lists(st.tuples(st.sampled_from(sorted(MUTATIONS)), places, st.integers(0, 1 << 16)), max_size=most)
    pieces = st.builds(
        lambda n, place: articles()[n][_at(articles()[n], place) :][:longest],
        st.integers(0, len(articles()) - 1),
        places,
    )
    return st.builds(mutated, pieces, steps)
