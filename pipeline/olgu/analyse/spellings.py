"""Words as they are written in running text, for texts whose letters tell less: in ASCII, or in capitals.

`restored` gives «Turkiye'nin ihracati yuzde 5 artti» its letters back; `recased` and `cased` read «MERKEZ BANKASI FAİZİ
ARTIRDI» as «Merkez Bankası faizi artırdı». All keep the length of what they read, so that offsets stay valid. What they
know of words is in `spellings.tsv` and `spelling_pairs.tsv`, which `models/train/spellings.py` counts in raw news.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from olgu.analyse.casing import LOWER, UPPER, ascii_fold, lower, title, upper
from olgu.analyse.morphology_lexicon import VOWELS, harmony

SMALL, TITLE, CAPITALS = "s", "t", "c"
"""How a word is written where nothing asks for a capital: «banka», «Ankara», «TÜİK»."""
BEFORE, AFTER = "before", "after"
"""On which side of a word its neighbour stands in `spelling_pairs.tsv`."""
SAMPLE = 2000
"""Characters at the beginning of a text that tell whether it lacks Turkish letters, or small ones."""
RARE = 0.01
"""The share of characters below which they are lacking; of Turkish letters Turkish has about 0.1."""
LEAST_WORDS, LEAST_SHARE = 3, 0.25
"""Words that must lack a letter, and their share of all words, for a text to be Turkish without its letters; so many
words in capitals make a text one in capitals."""
QUIET = 20
"""Words that make a text without capitals more than a phrase or a sentence."""
SHORTEST_STEM, SHORTEST_CASED = 3, 5
"""Letters of a known word with which an unknown one must begin, for its beginning to be read like it, and for it to
be written in small letters like it."""
LONGEST_WORD = 40
"""Letters beyond which a run of letters is no word."""
_FOREIGN = frozenset("qwx")
_HIGH = {"i": "iı", "u": "üu"}
"""High vowels of ASCII, as they are behind a front vowel and behind a back one."""
_LOCATIVES = frozenset({"da", "de", "ta", "te"})
_MARKS = frozenset("'’‘ʼ`´")
_GAP, _LAST = "\n", "\U0010ffff"
_TURKISH = re.compile("[çğışöüÇĞİŞÖÜ]")
_SMALL = re.compile(f"[{LOWER}]")
_CAPITAL = re.compile(f"[{UPPER}]")
_LOUD = re.compile(f"[{UPPER}]{{2,}}")
_WORD = re.compile(f"[{UPPER}{LOWER}]+")
_ENDS = re.compile(r"(?:(?<=[^\W\d_]{2})\.|(?<=\d{4})\.|[!?…])[\"'”’»)]*\s+|\n\s*")
"""Ends of sentences, for which the full stops of «33. HAFTA» and «A.Ş. VE» are not taken."""


def restored(text: str) -> str:
    """Return `text` with its Turkish letters, where it was written without them; itself where it was not."""
    if not may_lack(text):
        return text
    letters = list(text)
    words = changed = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        after_mark = start > 0 and text[start - 1] in _MARKS
        name = lower("".join(letters[max(0, start - 1 - LONGEST_WORD) : start - 1])) if after_mark else ""
        new = _ending(name, match[0]) if after_mark else _restored(match[0])
        letters[start:end] = new
        words += 1
        changed += new != match[0]
    return "".join(letters) if changed >= max(LEAST_WORDS, LEAST_SHARE * words) else text


def may_lack(text: str) -> bool:
    """Tell, cheaply, whether the beginning of `text` has fewer Turkish letters than Turkish has."""
    sample = text[:SAMPLE]
    return not _has(_TURKISH, sample, _few(sample))


def _restored(word: str) -> str:
    if not 1 < len(word) <= LONGEST_WORD or not word.isascii():
        return word
    plain = ascii_fold(lower(word))
    known = _plain().get(plain) or _from_stem(plain)
    return _in_capitals_of(word, known) if known else word


def _in_capitals_of(word: str, known: Iterable[str]) -> str:
    return "".join(upper(c) if old.isupper() else c for c, old in zip(known, word, strict=True))


def _from_stem(plain: str) -> str | None:
    """Read the longest known beginning of an unknown word as it is written, and the rest as endings are.

    None where there is none, and for words with letters that Turkish has not.
    """
    if not _FOREIGN.isdisjoint(plain):
        return None
    for end in range(len(plain) - 1, SHORTEST_STEM - 1, -1):
        if known := _beginning(plain[:end]):
            return "".join((known[:end], *_harmonic(known[:end], plain[end:])))
    return None


def _ending(name: str, ending: str) -> str:
    """Read what follows the apostrophe of `name`: «Bartın» + «in» is «Bartın'ın»; that of a number is left."""
    if len(ending) > LONGEST_WORD or not ending.isascii() or not name[-1:].isalpha():
        return ending
    return _in_capitals_of(ending, _harmonic(name, ascii_fold(lower(ending))))


def _harmonic(stem: str, rest: str) -> Iterator[str]:
    """Yield the letters of the endings `rest`, in small ASCII, behind `stem`.

    Vowels by harmony, but not «-ki»; «ğ» between vowels; «-mış».
    """
    done = stem
    for index, letter in enumerate(rest):
        if letter == "i" and rest[:index].endswith("k") and done[-3:-1] in _LOCATIVES:
            new = letter  # «-daki» has no harmony
        elif letter in _HIGH:
            new = _HIGH[letter][harmony(done) in "ıu"]
        elif letter == "g" and done[-1:] in VOWELS and rest[index + 1 : index + 2] in VOWELS:
            new = "ğ"
        elif letter == "s" and done[-2:-1] == "m" and done[-1] in "ıiuü":
            new = "ş"
        else:
            new = letter
        done += new
        yield new


def recased(text: str) -> str:
    """Return `text` as running text has it, where all of it is in capitals or in small letters; else itself."""
    written = _one_case(text)
    return text if written is None else _recased(text, {match.end() for match in _ENDS.finditer(text)}, written)


def has_one_case(text: str) -> bool:
    """Tell, cheaply, whether the beginning of `text` is in capitals, or, if it is longer than a sentence, has none."""
    return _one_case(text) is not None


def _one_case(text: str) -> Callable[[str], bool] | None:
    """Return what tells a word in the one case of the beginning of `text`, None where that has both."""
    sample = text[:SAMPLE]
    few = _few(sample)
    if not _has(_SMALL, sample, few):
        return str.isupper if _has(_LOUD, sample, LEAST_WORDS) else None
    first = _WORD.search(sample)
    if first is None or not first[0].islower() or _has(_CAPITAL, sample, few):
        return None
    return str.islower if _has(_WORD, sample, QUIET) else None


def _few(sample: str) -> int:
    return max(1, round(RARE * len(sample)))


def _has(pattern: re.Pattern[str], text: str, count: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(text), count)) == count


def cased(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence in capitals as running text has them."""
    return _recased(_GAP.join(words), set(), str.isupper).split(_GAP)


def _recased(text: str, firsts: set[int], written: Callable[[str], bool]) -> str:
    """Write the words of `text` by what they are and what stands beside; those at `firsts` begin sentences.

    Words that are not `written` so tell their case themselves.
    """
    runs = list(_WORD.finditer(text))
    forms = [lower(run[0]) for run in runs]
    letters = list(text)
    ending, end = False, 0
    for at, run in enumerate(runs):
        between, (start, end) = text[end : run.start()], run.span()
        ending = between in _MARKS or (ending and not any(map(str.isspace, between)))
        if not written(run[0]):
            continue
        case = SMALL if ending else _case(forms[at - 1] if at else "", forms[at], "".join(forms[at + 1 : at + 2]))
        first = start in firsts or (not at and not any(map(str.isdecimal, between)))
        if case == SMALL and (ending or not first):
            letters[start:end] = forms[at]
        else:
            letters[start:end] = upper(run[0]) if case == CAPITALS else title(run[0])
    return "".join(letters)


def _case(before: str, form: str, after: str) -> str:
    pairs = _pairs()
    known = pairs.get((BEFORE, before, form)) or pairs.get((AFTER, after, form)) or _cases().get(form)
    return known or (CAPITALS if VOWELS.isdisjoint(form) else _case_of_stem(form))


def _case_of_stem(form: str) -> str:
    """Write an unknown word like the most frequent word with the same beginning, but never in capitals."""
    for end in range(min(len(form) - 1, LONGEST_WORD), SHORTEST_CASED - 1, -1):
        known = _beginning(ascii_fold(form[:end]))
        if known[:end] == form[:end]:
            return SMALL if _cases()[known] == SMALL else TITLE
    return TITLE


@cache
def _cases() -> dict[str, str]:
    """Return forms in small letters and how they are written, the most frequent first."""
    return {form: case for form, case in _table("spellings.tsv")}  # noqa: C416 - rows are lists


@cache
def _plain() -> dict[str, str]:
    """Return by the letters of ASCII the most frequent form."""
    return {ascii_fold(form): form for form in reversed(_cases())}


@cache
def _sorted() -> tuple[list[str], list[tuple[int, str]]]:
    """Return the forms by their letters of ASCII: those letters, and the rank of each by frequency with the form."""
    rows = sorted((ascii_fold(form), rank, form) for rank, form in enumerate(_cases()))
    return [plain for plain, _, _ in rows], [(rank, form) for _, rank, form in rows]


@lru_cache(maxsize=4096)
def _beginning(plain: str) -> str:
    """Return the most frequent form that begins with these letters of ASCII, "" where there is none."""
    letters, forms = _sorted()
    first = bisect_left(letters, plain)
    last = bisect_left(letters, plain + _LAST, first)
    return min(forms[first:last])[1] if first < last else ""


@cache
def _pairs() -> dict[tuple[str, str, str], str]:
    """Return the case of a form beside a neighbour, by side, neighbour and form."""
    return {(side, neighbour, form): case for side, neighbour, form, case in _table("spelling_pairs.tsv")}


def _table(name: str) -> list[list[str]]:
    lines = files("olgu.analyse").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
