"""Rules that read a name from its own words: heads of compounds, titles, given names, gazetteers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from olgu.article import EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_words import CAPITAL, LOWER, NUMBER, UPPER, NameWord

_LONGEST_NAME = 9
_PERSON_WORDS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A name: words `first`..`last` of the article."""

    first: int
    last: int
    type: EntityType
    rule: str


@dataclass(slots=True)
class Page:
    """The words of an article and what is known of each: `taken` by a name, part of a `title`, in `loud` capitals."""

    words: list[NameWord]
    taken: bytearray
    title: bytearray
    loud: bytearray
    common: frozenset[str]
    """Words that the article also writes in lower case."""
    found: list[Found] = field(default_factory=list)

    def take(self, found: Found) -> None:
        """Add a name unless another has one of its words."""
        if not any(self.taken[found.first : found.last + 1]):
            self.found.append(found)
            for index in range(found.first, found.last + 1):
                self.taken[index] = 1

    def capital(self, index: int) -> bool:
        """Tell whether the word may be part of a name by its shape."""
        return self.words[index].shape in (CAPITAL, UPPER)

    def free(self, index: int) -> bool:
        """Tell whether the word is capitalised and neither taken nor a title nor in a loud headline."""
        return self.capital(index) and not (self.taken[index] or self.title[index] or self.loud[index])


def open_page(words: list[NameWord]) -> Page:
    """Lay out the words; mark headlines in capitals and titles."""
    count = len(words)
    common = frozenset(word.low for word in words if word.shape == LOWER)
    page = Page(words, bytearray(count), bytearray(count), bytearray(count), common)
    _mark_loud(page)
    _mark_titles(page)
    return page


def _mark_loud(page: Page) -> None:
    """Three words in capitals in a row are shouted: their capitals say nothing."""
    run: list[int] = []
    for index, word in enumerate([*page.words, None]):
        if word is not None and word.shape == UPPER and (not run or not word.weak):
            run.append(index)
            continue
        if len(run) >= 3 or (len(run) == 2 and page.words[run[0]].weak):
            for at in run:
                page.loud[at] = 1
        if word is None or word.shape != NUMBER:
            run = [index] if word is not None and word.shape == UPPER else []


def _mark_titles(page: Page) -> None:
    cues, words = name_cues.load(), page.words
    index = 0
    while index < len(words):
        step = 1
        for phrase in cues.titles.get(words[index].low, ()):
            if _stands(page, index, phrase):
                step = len(phrase)
                page.title[index : index + step] = b"\1" * step
                if phrase[0] in cues.portfolio_heads or " ".join(phrase) in cues.portfolio_heads:
                    _mark_portfolio(page, index)
                break
        index += step


def _stands(page: Page, index: int, phrase: tuple[str, ...]) -> bool:
    words = page.words
    if index + len(phrase) > len(words):
        return False
    return all(words[index + n].low == part and (n == 0 or words[index + n].joined) for n, part in enumerate(phrase))


def _mark_portfolio(page: Page, index: int) -> None:
    """«Hazine ve Maliye Bakanı»: the plain words before the head belong to the title."""
    words, known = page.words, gazetteer.load()
    while words[index].joined and index > 0:
        before = words[index - 1]
        link = before.low == "ve" and index > 1 and page.capital(index - 2)
        entry = known.names.get((before.low,))
        plain = page.capital(index - 1) and before.shape == CAPITAL and not (entry and entry.type == "LOC")
        if not (link or plain) or page.title[index - 1]:
            return
        index -= 1
        page.title[index] = 1


def heads(page: Page) -> None:
    """Take names that end with the head of a compound: «Sağlık Bakanlığı», «Burdur Gölü»."""
    cues = name_cues.load()
    spans: list[Found] = []
    for index, word in enumerate(page.words):
        if not page.free(index) or not word.joined:
            continue
        for low in name_cues.stems(word.low):
            found = None
            if low in cues.org_heads:
                found = _compound(page, index, low, cues.org_heads[low], "ORG")
            if found is None and low in cues.loc_heads:
                found = _compound(page, index, low, cues.loc_heads[low], "LOC")
            if found is not None:
                spans.append(found)
                break
    for found in reversed(spans):
        page.take(found)


def _compound(
    page: Page, index: int, low: str, phrases: name_cues.Phrases | tuple[tuple[str, ...], ...], kind: EntityType
) -> Found | None:
    del phrases
    cues = name_cues.load()
    first = _leftmost(page, index, kind)
    first = _trim(page, first, index)
    if first >= index:
        return None
    if (
        low in cues.weak_heads
        and index - first == 1
        and page.words[first].weak
        and page.words[first].low in page.common
    ):
        return None
    return Found(first, index, kind, f"{kind.lower()}-head")


def _leftmost(page: Page, index: int, kind: EntityType) -> int:
    """Walk left from a head over capitalised words, ordinals and, in names of bodies, «ve» and commas."""
    words, first, listed = page.words, index, False
    while first > 0 and index - first < _LONGEST_NAME:
        word, before = words[first], words[first - 1]
        if word.joined and page.free(first - 1):
            first -= 1
        elif word.joined and before.shape == NUMBER and before.low.endswith(".") and _ordinal_inside(page, first - 1):
            first -= 1
        elif word.joined and before.shape == NUMBER and before.suffix.endswith(("cı", "ci", "cu", "cü")):
            first -= 1
        elif kind == "ORG" and word.joined and before.low in ("ve", "&") and first > 1 and _plain_noun(page, first - 2):
            first, listed = first - 2, True
        elif listed and word.gap == "," and not word.weak and _plain_noun(page, first - 1):
            first -= 1
        else:
            break
    return first


def _ordinal_inside(page: Page, index: int) -> bool:
    return index > 0 and page.words[index].joined and page.free(index - 1)


def _plain_noun(page: Page, index: int) -> bool:
    """Tell whether a capitalised word can be one of the nouns listed in the name of a body («Tarım ve …»)."""
    word, cues = page.words[index], name_cues.load()
    if not page.free(index) or word.suffix or word.shape != CAPITAL:
        return False
    return (
        (word.low,) not in gazetteer.load().names
        and word.low not in cues.org_heads
        and (word.low not in cues.first_names or word.low in page.common)
    )


def _trim(page: Page, first: int, last: int) -> int:
    """Drop words at the start of a sentence that are no part of a name."""
    cues, words = name_cues.load(), page.words
    while first < last and words[first].weak and words[first].low in cues.no_names and not _may_open(words[first].low):
        first += 1
    return first


def _may_open(low: str) -> bool:
    return low in {
        "türk",
        "alman",
        "milli",
        "ulusal",
        "uluslararası",
        "kuzey",
        "güney",
        "doğu",
        "batı",
        "yeni",
        "büyük",
        "dünya",
        "devlet",
        "deniz",
        "genel",
    }


def long_names(page: Page) -> None:
    """Take names of several words that the gazetteer knows."""
    _known(page, 2)


def known_names(page: Page) -> None:
    """Take single words that the gazetteer knows."""
    _known(page, 1)


def _known(page: Page, least: int) -> None:
    known, words = gazetteer.load(), page.words
    for index, word in enumerate(words):
        if word.shape in (LOWER, NUMBER) or page.taken[index] or page.title[index]:
            continue
        longest = known.longest.get(word.low, 0)
        for length in range(min(longest, len(words) - index), least - 1, -1):
            entry = _entry(page, index, length)
            if entry is not None and _convincing(page, index, length, entry):
                page.take(Found(index, index + length - 1, entry.type, "gazetteer"))
                break
        else:
            if least == 1 and longest == 0 and not word.suffix and not page.loud[index]:
                _inflected(page, index)


def _entry(page: Page, index: int, length: int) -> gazetteer.Entry | None:
    words = page.words[index : index + length]
    if not all(word.joined for word in words[1:]):
        return None
    names = gazetteer.load().names
    lows = [word.low for word in words]
    entry = names.get(tuple(lows))
    if entry is None and length > 1 and not words[-1].suffix:
        for stem in name_cues.stems(lows[-1])[1:]:
            entry = names.get((*lows[:-1], stem))
            if entry is not None:
                break
    return entry


def _convincing(page: Page, index: int, length: int, entry: gazetteer.Entry) -> bool:
    word, cues = page.words[index], name_cues.load()
    if length > 1:
        return page.capital(index + length - 1) or word.shape == CAPITAL
    if word.low in cues.no_names and not (word.shape == UPPER and not page.loud[index]):
        return False
    if word.suffix and not page.loud[index]:
        return True
    if word.low in page.common or not entry.big or word.low in cues.ambiguous:
        return not (word.weak or page.loud[index])
    return True


def _inflected(page: Page, index: int) -> None:
    """«Korede», «Türkiyenin»: a country or large city with a suffix that no apostrophe parts from it."""
    word, names = page.words[index], gazetteer.load().names
    if len(word.low) < 5 or word.low in name_cues.load().no_names:
        return
    for stem in name_cues.stems(word.low)[1:]:
        entry = names.get((stem,))
        if entry is None or entry.type != "LOC" or not entry.big or len(stem) < 4:
            continue
        if word.low not in page.common and (not word.weak or entry.is_country):
            page.take(Found(index, index, "LOC", "gazetteer-inflected"))
        return


def persons(page: Page) -> None:
    """Take capitalised words after a title, given names with surnames, initials («E.T.»)."""
    cues, words = name_cues.load(), page.words
    for index, word in enumerate(words):
        if not page.free(index) or word.low in cues.no_names - cues.first_names:
            continue
        after_title = index > 0 and page.title[index - 1] and (word.joined or word.gap == ".")
        given = word.low in cues.first_names or word.low.split("-")[0] in cues.first_names - cues.ambiguous
        if not (after_title or given):
            continue
        last = _person_end(page, index)
        if _is_person(page, index, last, bool(after_title)):
            page.take(Found(index, last, "PERSON", "title" if after_title else "given-name"))


def _person_end(page: Page, index: int) -> int:
    words, cues, last = page.words, name_cues.load(), index
    for at in range(index + 1, min(index + _PERSON_WORDS, len(words))):
        if not (words[at].joined and page.free(at)) or words[at].low in cues.no_names - cues.first_names:
            break
        last = at
    return last


def _is_person(page: Page, index: int, last: int, after_title: bool) -> bool:
    word, cues = page.words[index], name_cues.load()
    entry = gazetteer.load().names.get((word.low,))
    if last == index:
        if not after_title or word.low in page.common and word.weak:
            return False
        return entry is None and word.shape == CAPITAL
    if after_title:
        return entry is None or word.low in cues.first_names
    if word.low in cues.ambiguous:
        return not (word.weak and word.low in page.common) and page.words[index + 1].low not in page.common
    return True


def initials(page: Page) -> Iterator[int]:
    """Yield the indexes of words such as «E.T.»."""
    for index, word in enumerate(page.words):
        if page.free(index) and word.shape == UPPER and "." in word.low and len(word.low) in (3, 4):
            yield index
