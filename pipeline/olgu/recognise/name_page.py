"""An article's words laid out for the name rules: what is taken, what is a title, what is shouted."""

from __future__ import annotations

from dataclasses import dataclass, field

from olgu.article import EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_words import CAPITAL, LOWER, NUMBER, UPPER, NameWord

_ACRONYM = 5
"""Letters of the longest acronym."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name: words `first`..`last` of the article; type None for a capitalised phrase that is no entity."""

    first: int
    last: int
    type: EntityType | None
    rule: str


@dataclass(slots=True)
class Page:
    """Per word: `taken` by a name, part of a `title`, in `loud` capitals; `capitals` are indexes of words."""

    words: list[NameWord]
    capitals: list[int]
    taken: bytearray
    title: bytearray
    loud: bytearray
    common: frozenset[str]
    """Words that the article also writes in lower case."""
    found: list[Found] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    """Last words of the persons found so far."""

    def take(self, found: Found) -> None:
        """Add a name unless another has one of its words."""
        if not any(self.taken[found.first : found.last + 1]):
            self.found.append(found)
            if found.type == "PERSON" and found.last > found.first:
                self.surnames.add(self.words[found.last].low)
            self.taken[found.first : found.last + 1] = b"\1" * (found.last + 1 - found.first)

    def capital(self, index: int) -> bool:
        """Tell whether the word may be part of a name by its shape."""
        return self.words[index].shape in (CAPITAL, UPPER)

    def free(self, index: int) -> bool:
        """Tell whether the word is capitalised and neither taken nor a title nor in a loud headline."""
        return self.capital(index) and not (self.taken[index] or self.title[index] or self.loud[index])

    def follows(self, index: int) -> bool:
        """Tell whether the word is free and continues the name that the word before it is in."""
        return index < len(self.words) and self.words[index].joined and self.free(index)

    def lows(self, first: int, last: int) -> tuple[str, ...]:
        """Return the lower-case words from `first` to `last`."""
        return tuple(word.low for word in self.words[first : last + 1])


def lay_out(words: list[NameWord]) -> Page:
    """Lay out the words; mark headlines in capitals and titles."""
    count = len(words)
    common = frozenset(word.low for word in words if word.shape == LOWER)
    capitals = [index for index, word in enumerate(words) if word.shape in (CAPITAL, UPPER)]
    page = Page(words, capitals, bytearray(count), bytearray(count), bytearray(count), common)
    _mark_loud(page)
    _mark_titles(page)
    return page


def _mark_loud(page: Page) -> None:
    """Three words in capitals in a row are shouted: their capitals say nothing."""
    run: list[int] = []
    for index in [*page.capitals, -1]:
        word = page.words[index] if index >= 0 else None
        near = run and index - run[-1] <= 2 and all(w.shape == NUMBER for w in page.words[run[-1] + 1 : index])
        if word is not None and word.shape == UPPER and near and not word.weak:
            run.append(index)
            continue
        if len(run) >= 3 or (len(run) == 2 and page.words[run[0]].weak):
            for at in run:
                page.loud[at] = 1
            page.loud[run[-1]] = not _opens_name(page, run[-1])
        run = [index] if word is not None and word.shape == UPPER else []


def _opens_name(page: Page, index: int) -> bool:
    """«SAĞLIĞIMIZ İÇİN TTB Merkez Konseyi»: a known acronym at the end of a headline opens the name that follows."""
    entry = gazetteer.load().names.get((page.words[index].low,))
    if entry is None or entry.type != "ORG" or len(page.words[index].low) > _ACRONYM:
        return False
    after = index + 1
    while after < len(page.words) and page.words[after].joined and page.words[after].shape in (CAPITAL, UPPER):
        word = page.words[after]
        if word.shape == UPPER and "." not in word.low:
            break
        if name_cues.head(word.low) in name_cues.load().org_heads:
            return True  # not «KAP Haberleri», «FIFA Dünya Kupası»
        after += 1
    return False


def _mark_titles(page: Page) -> None:
    titles, words = name_cues.load().titles, page.words
    done = 0
    for index, word in enumerate(words):
        if index < done or word.low not in titles:
            continue
        phrase = next((p for p in titles[word.low] if _stands(page, index, p)), None)
        if phrase is not None and not _inside_name(page, index, len(phrase)):
            done = index + len(phrase)
            page.title[index:done] = b"\1" * len(phrase)
            if " ".join(phrase) in name_cues.load().portfolio_heads:
                _mark_portfolio(page, index)


def _stands(page: Page, index: int, phrase: tuple[str, ...]) -> bool:
    words = page.words
    if index + len(phrase) > len(words) or words[index + len(phrase) - 1].suffix:
        return False
    return all(words[index + n].low == part and (n == 0 or words[index + n].joined) for n, part in enumerate(phrase))


def _inside_name(page: Page, index: int, length: int) -> bool:
    """«Fatih Sultan Mehmet»: a bare title between capitalised words belongs to the name."""
    word = page.words[index]
    bare = length == 1 and word.shape == CAPITAL and word.low[-1] not in "ıiuü"
    return bare and word.joined and page.free(index - 1)


def _mark_portfolio(page: Page, index: int) -> None:
    """«Hazine ve Maliye Bakanı»: the plain words before the head belong to the title."""
    words, known = page.words, gazetteer.load()
    while words[index].joined and index > 0:
        before = words[index - 1]
        link = before.low == "ve" and index > 1 and page.capital(index - 2)
        entry = known.names.get((before.low,))
        listed = entry is not None and (entry.type == "LOC" or before.shape == UPPER)
        plain = before.shape == CAPITAL and not listed and not _ends_body(before.low)
        if not (link or plain) or page.title[index - 1]:
            return
        index -= 1
        page.title[index] = 1


def _ends_body(low: str) -> bool:
    """Tell whether a word ends the name of a body («Fakültesi») and is no noun of a department («Enerji»)."""
    head = name_cues.head(low)
    return head is not None and head not in name_cues.load().weak_heads
