"""Sentence starts by rules over the characters of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from olgu.analyse.casing import LOWER, UPPER
from olgu.analyse.tokenizer import (
    APOSTROPHE,
    GLUED_LONGEST,
    abbreviations,
    number_ends_sentence,
    token_starts,
)
from olgu.analyse.words import text_of

_CLOSERS = r"[\"”’'»)\]›]*"
_MARK = re.compile(rf"[.!?…\n](?:(?<=\n)(?P<line>\s*)|(?P<more>[.!?…]*)(?P<closers>{_CLOSERS})(?P<space>\s*))")
"""Begins with one class of characters, so that `re` skips quickly to the next of them."""
_OPENERS = re.compile(r"[\"“”«‘'(\[–—\s-]*")
_NUMBER_MARKS = (".", ",", ":", "/", "-", "–")
_WORD_BEFORE = re.compile(rf"[^\s(\[\"“”«‘{APOSTROPHE}/,;:-]*\Z")
_DIGITS = re.compile(r"[0-9]+\Z")
_CASE_NUMBER = re.compile(r"[0-9]{3,}[EK]\Z")
"""«2006/5903E.», «2009/10860K.»: numbers of cases and of judgments."""
_ROMAN = re.compile(r"[IVXL]{1,6}\Z")
_BULLET = re.compile(r"[-–—*•●■▪►·]|[0-9]{1,3}[.)]\s")
_WRAPPED = re.compile(rf"\n[^\S\n]*[{LOWER}]")
_GLUED = re.compile(
    rf"[{UPPER}](?:(?<=[{LOWER}]{{4}}[{UPPER}])(?:[{UPPER}]{{2}}(?<=[{LOWER}]{{5}}[{UPPER}]{{3}})|(?=[{LOWER}]{{3}}))"
    rf"|(?<=[{UPPER}]{{5}})(?=[{LOWER}]{{4}}))"
)
"""A line that runs into the one before: «kilomETRELİK KESİM», «destekBaşakşehir», «KABUL ETTİAlmanya»."""
_LAST_WORD = re.compile(
    rf"(?<![\w.@/#-])[{LOWER}]{{4,{GLUED_LONGEST}}}\Z|[{UPPER}]{{6}}\Z|[{UPPER}]{{2}}[^\s{LOWER}]*\s+[{UPPER}]+\Z"
)
"""A word in lower case, or a heading in capitals; not the short name in «UEFAAvrupa Ligi»."""

_CAPITALS = rf"[{UPPER}0-9%,{APOSTROPHE}“”\"\-]+"
_MONTH = rf"(?:{'|'.join(sorted(abbreviations()['months']))})\b"
_BLANKS = r"[^\S\n]"
_SHOUTED = (
    rf"(?=(?:{_CAPITALS}{_BLANKS}+){{0,11}}?[^\s{LOWER}]*[{UPPER}]{{5}})(?:{_CAPITALS}{_BLANKS}+){{1,12}}{_CAPITALS}"
)
_NUMBER_BEGINS = rf"(?<=[{UPPER}”\"{APOSTROPHE}]){_BLANKS}+(?=[0-9][0-9.,]*{_BLANKS}+(?:[{LOWER}]|{_MONTH}))"
_WORD_BEGINS = (
    rf"(?:(?<![0-9]){_BLANKS}*|(?<=[0-9]){_BLANKS}*(?!{_MONTH}))"
    rf"(?=[“\"‘']?[{UPPER}][{APOSTROPHE}]?[{LOWER}][^\s.]*{_BLANKS}+[^{UPPER}\s])"
)
_HEADING = re.compile(f"{_SHOUTED}(?:{_NUMBER_BEGINS}|{_WORD_BEGINS})")
"""At least two words in capitals, one of five letters, before a number or a word that begin a sentence.

«YENİ YATIRIM GELİYOR 2012 yılında …», «DEĞER KAYBETMEYE DEVAM 24 Ocak’ta …»; the word is no title and no name.
"""


@Language.factory("olgu_sentences")
def make_splitter(nlp: Language, name: str) -> SentenceSplitter:
    """Make the component."""
    return SentenceSplitter()


class SentenceSplitter:
    """Sets `is_sent_start` of every token."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentence starts of `doc`."""
        if not len(doc):
            return doc
        starts = token_starts(doc)
        marks = np.full(len(doc), -1, dtype=np.int64)
        marks[0] = 1
        offsets = np.fromiter(sentence_starts(text_of(doc)), dtype=np.int64)
        indexes = np.searchsorted(starts, offsets)
        inside = indexes < len(doc)
        indexes, offsets = indexes[inside], offsets[inside]
        marks[indexes[starts[indexes] == offsets]] = 1
        doc.from_array(["SENT_START"], marks.astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]
        return doc


def sentence_starts(text: str) -> Iterator[int]:
    """Yield, in order, the offsets where a sentence begins, the first one (0) left out.

    A headline in capitals that runs into its text, «GELİRİ ARTTI Şirketin geliri …», is a sentence of its own.
    """
    if heading := _HEADING.match(text):
        yield heading.end()
    for start in _marked_starts(text):
        yield start
        if heading := _HEADING.match(text, start):
            yield heading.end()


def _marked_starts(text: str) -> list[int]:
    wrapped = _is_wrapped(text)
    glued = [match.start() for match in _GLUED.finditer(text) if len(match[0]) > 1 or _is_glued(text, match.start())]
    starts: list[int] = []
    for match in _MARK.finditer(text):
        after = match.end()
        if after >= len(text):
            break
        if match["line"] is not None:
            if _line_ends(text, match.start(), after, wrapped):
                starts.append(after)
        elif _mark_ends(text, match, wrapped):
            starts.append(after)
    return sorted({*starts, *glued}) if glued else starts


def _is_glued(text: str, start: int) -> bool:
    """Tell whether a heading or a whole word in lower case stands before `start`; not so in «BlackBerry», «easyJet»."""
    return _LAST_WORD.search(text, max(0, start - 2 * GLUED_LONGEST), start) is not None


def _is_wrapped(text: str) -> bool:
    """Tell whether lines are broken at a fixed width: many go on in lower case on the next line."""
    breaks = text.count("\n", 0, len(text.rstrip()))
    return breaks > 3 and len(_WRAPPED.findall(text)) > 0.3 * breaks


def _line_ends(text: str, end: int, after: int, wrapped: bool) -> bool:
    if text.count("\n", end, after) > 1 or _BULLET.match(text, after):
        return True
    if text[after].islower() or wrapped:
        return False
    line = text[max(0, end - 3) : end].rstrip()
    return not line.endswith((",", ";"))


def _mark_ends(text: str, match: re.Match[str], wrapped: bool) -> bool:
    """Tell whether a full stop or the like, with what closes behind it, ends a sentence."""
    start, after, space = match.start(), match.end(), match["space"]
    if not space:
        return _glued_end(text, match)
    if "\n" in space and (not wrapped or space.count("\n") > 1):
        return True
    opening = _OPENERS.match(text, after)
    following = text[opening.end() : opening.end() + 2] if opening else ""
    if following[:1].islower() and not following[1:].isupper():  # iPhone
        return False
    if match["closers"].startswith(")") and text[start - 1 : start] == "(":
        return False
    return bool(match["closers"]) or text[start] != "." or bool(match["more"]) or _full_stop_ends(text, start, after)


def _glued_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether a mark without a space behind it ends a sentence: «değil.Bu», «değil!”Bu», not «A.Ş»."""
    before, following = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    if not following[0].isupper():
        return False
    if match["closers"]:
        return not before[-1:].isupper()
    if not (len(before) == 2 and before.islower()) or following[1:].isupper():
        return False
    return text[match.start()] != "." or bool(match["more"]) or not _is_abbreviation(text, match.start())


def _full_stop_ends(text: str, dot: int, after: int) -> bool:
    word = _word_before(text, dot)
    if digits := _DIGITS.search(word):
        number = dot - len(digits.group())
        alone = digits.start() == 0 and text[number - 1 : number] not in _NUMBER_MARKS
        if alone and digits.group() == "1" and text[max(0, number - 3) : number].rstrip().endswith(":"):
            return False  # the first of a list: «üç yol var: 1. Satmak 2. Kiralamak»
        return not alone or number_ends_sentence(text, number, dot, after)
    return not (_ROMAN.match(word) or _is_abbreviation(text, dot))


def _is_abbreviation(text: str, dot: int) -> bool:
    """Tell whether the word before `dot` is an initial or an abbreviation that never closes a sentence."""
    last = _word_before(text, dot).rpartition(".")[2]
    lists = abbreviations()
    if last in lists["final"]:
        return False
    if len(last) == 1 and last.isalpha():
        return last.isupper() or _is_small_letter(text, dot)
    return last in lists["titles"] or last in lists["inner"] or _CASE_NUMBER.match(last) is not None


def _is_small_letter(text: str, dot: int) -> bool:
    """«e. V.», «MK. m. 634»; not the word «o», an ending («Polat'a.») or a unit («5 m.»)."""
    before = text[max(0, dot - 3) : dot - 1]
    return (
        text[dot - 1] not in abbreviations()["letters"]
        and before[-1:] not in tuple(APOSTROPHE)
        and not before.rstrip()[-1:].isdigit()
    )


def _word_before(text: str, dot: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, dot - 24) : dot])
    return found.group() if found else ""
