"""What an article says of a name elsewhere: surnames after full names, acronyms in brackets; last, guesses."""

from __future__ import annotations

from olgu.article import EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_page import Found, Page
from olgu.recognise.name_rules import says_origin, with_given_name
from olgu.recognise.name_words import CAPITAL, LOWER, UPPER

_LOCATIVE = frozenset({"da", "de", "ta", "te", "daki", "deki", "taki", "teki"})
_FIRM = frozenset({"holding", "a.ş", "aş", "inc", "corp", "co", "gyo", "group", "ltd", "plc"})
Memory = dict[tuple[str, ...], EntityType]


def remember(page: Page) -> Memory:
    """Return the names that were found and the short forms in which they may come again."""
    memory: Memory = {}
    cues = name_cues.load()
    for found in page.found:
        if found.type is None:
            continue
        lows = page.lows(found.first, found.last)
        memory.setdefault(lows, found.type)
        if found.type == "PERSON" and len(lows) > 1:
            for start in range(1, len(lows)):
                memory.setdefault(lows[start:], "PERSON")
            if lows[0] not in cues.ambiguous:
                memory.setdefault(lows[:1], "PERSON")
        elif found.rule == "org-head" and len(lows) == 2 and _distinctive(page, lows):
            memory.setdefault(lows[:1], "ORG")
    return memory


def _distinctive(page: Page, lows: tuple[str, ...]) -> bool:
    """Tell whether the first word of a firm's name stands for the firm («Karsu» for «Karsu Tekstil»)."""
    cues, first = name_cues.load(), lows[0]
    plain = first in page.common or first in cues.no_names or first in cues.first_names or name_cues.head(first)
    return (
        len(first) > 2
        and not plain
        and (lows[1] in _FIRM or lows[1] in cues.weak_heads)
        and (first,) not in gazetteer.load().names
    )


def acronyms(page: Page) -> None:
    """«Türk Hava Yolları (THY)»: the acronym in brackets is what the name before it is."""
    by_last = {found.last: found for found in page.found}
    for index in page.capitals:
        word, before = page.words[index], by_last.get(index - 1)
        if (
            before
            and before.type
            and page.free(index)
            and word.gap.endswith("(")
            and len(word.gap) <= 2
            and word.shape == UPPER
        ):
            page.take(Found(index, index, before.type, "acronym"))


def short_firms(page: Page) -> None:
    """«Anadolu Kanat» after «Anadolu Kanat Havacılık»: the firm without its trade, though it may begin with a place."""
    cues = name_cues.load()
    memory: Memory = {}
    for found in page.found:
        lows = page.lows(found.first, found.last)
        firm = len(lows) > 2 and (lows[-1] in _FIRM or lows[-1] in cues.weak_heads)
        if found.rule == "org-head" and firm and lows[-2] not in cues.openers:  # not «CHP Genel»
            memory[lows[:-1]] = "ORG"
    _recall(page, memory)


def recall(page: Page) -> None:
    """Take words that repeat a remembered name, also in headlines and at the start of a sentence."""
    _recall(page, remember(page))


def _recall(page: Page, memory: Memory) -> None:
    """Take the words that repeat a name of `memory`, the longest first."""
    words = page.words
    longest: dict[str, int] = {}
    for lows in memory:
        longest[lows[0]] = max(len(lows), longest.get(lows[0], 0))
    for index in page.capitals:
        word = words[index]
        if page.taken[index] or page.title[index] or word.low not in longest:
            continue
        for length in range(min(longest[word.low], len(words) - index), 0, -1):
            part = words[index : index + length]
            kind = memory.get(tuple(w.low for w in part))
            if kind is None or not all(w.joined for w in part[1:]):
                continue
            if length == 1 and not _recalled(page, index, kind):
                continue
            first = with_given_name(page, index) if kind == "PERSON" else index
            page.take(Found(first, index + length - 1, kind, "memory"))
            break


def _recalled(page: Page, index: int, kind: EntityType) -> bool:
    """Tell whether a single word is the remembered name here and not the plain word that it also is."""
    word = page.words[index]
    if kind == "LOC" and says_origin(word.suffix):
        return False
    plain = word.low in page.common and (word.weak or page.loud[index])
    plain = plain or (kind == "PERSON" and word.low in name_cues.load().no_names)
    if word.suffix or not plain:
        return True
    return not page.loud[index] and index + 1 < len(page.words) and page.words[index + 1].gap.startswith(",")


def guess(page: Page) -> None:
    """Take what is left of capitalised words in mid-sentence, by shape, suffix and neighbours."""
    cues, words = name_cues.load(), page.words
    last = -1
    for index in page.capitals:
        if index <= last or words[index].weak or not page.free(index) or words[index].low in cues.no_names:
            continue
        last = index
        while page.follows(last + 1) and last - index < 4:
            last += 1
        guessed = _guess_type(page, index, last)
        if guessed is not None:
            page.take(Found(index, last, *guessed))


def _guess_type(page: Page, first: int, last: int) -> tuple[EntityType, str] | None:
    """Return type and rule for the capitalised words `first`..`last`, None where nothing tells."""
    cues, words, end = name_cues.load(), page.words, page.words[last]
    after = words[last + 1].low if last + 1 < len(words) and not words[last + 1].gap else ""
    told = _told_by_nouns(page, first, last, after)
    if told is not None:
        return told
    if after in cues.person_verbs and last - first < 3 and end.shape == CAPITAL:
        return "PERSON", "guess-verb"
    alone = first == last and not _continued(page, first)
    plain = end.shape != CAPITAL or end.low in page.common or end.low in cues.first_names or not end.low.isalpha()
    return ("LOC", "guess-locative") if alone and not plain and end.suffix in _LOCATIVE else None


def _continued(page: Page, first: int) -> bool:
    """Tell whether the word goes on from a capitalised word that is more than the start of a sentence."""
    return page.words[first].joined and page.capital(first - 1) and not page.words[first - 1].weak


def _told_by_nouns(page: Page, first: int, last: int, after: str) -> tuple[EntityType, str] | None:
    """«üreticisi Pop Mart», «Parsan hisseleri», «Seefeld kasabası»: plain nouns beside a name tell its type."""
    cues, words = name_cues.load(), page.words
    stems = frozenset(name_cues.stems(after) if after else ())
    before = words[first - 1]
    if first > 0 and words[first].joined and before.shape == LOWER and before.low in cues.org_before:
        return ("ORG", "guess-before") if len(words[first].low) > 1 else None
    if stems & cues.org_after and not _continued(page, first) and not words[last].suffix and len(words[first].low) > 1:
        return "ORG", "guess-after"
    return ("LOC", "guess-after") if stems & cues.loc_after else None
