"""Names by the gazetteer, by title and by given name."""

from __future__ import annotations

from functools import lru_cache

from olgu.recognise import gazetteer, name_cues
from olgu.recognise.gazetteer import Entry
from olgu.recognise.name_compounds import is_web_address
from olgu.recognise.name_page import Found, Page
from olgu.recognise.name_words import CAPITAL, LOWER, NUMBER, UPPER

_PERSON_WORDS = 4
_LOCATIVE = frozenset({"da", "de", "ta", "te"})


def long_names(page: Page) -> None:
    """Take names of several words that the gazetteer knows."""
    for index in page.capitals:
        _known(page, index, 2)


def known_names(page: Page) -> None:
    """Take single words that the gazetteer knows, inflected forms of places, web addresses, brands on «’s»."""
    for index in page.capitals:
        if not page.taken[index] and not page.title[index] and not _known(page, index, 1):
            _inflected(page, index)
            _telling(page, index)


def _known(page: Page, index: int, least: int) -> bool:
    if page.taken[index] or page.title[index]:
        return False
    longest = gazetteer.load().longest.get(page.words[index].low, 0)
    for length in range(min(longest, len(page.words) - index), least - 1, -1):
        entry = _entry(page, index, length)
        if entry is not None and _convincing(page, index, length, entry):
            page.take(Found(_with_direction(page, index, entry), index + length - 1, entry.type, "gazetteer"))
            return True
    return longest > 0 and least == 1 and (page.words[index].low,) in gazetteer.load().names


def _entry(page: Page, index: int, length: int) -> Entry | None:
    words = page.words[index : index + length]
    if not all(word.joined for word in words[1:]):
        return None
    names = gazetteer.load().names
    *start, last = (word.low for word in words)
    entry = names.get((*start, last))
    if entry is None and length > 1 and not words[-1].suffix:
        for stem in name_cues.stems(last)[1:]:
            entry = entry or names.get((*start, stem))
    return entry


def _convincing(page: Page, index: int, length: int, entry: Entry) -> bool:
    """Tell whether the words are the known name here and no plain words."""
    word, loud = page.words[index], page.loud[index]
    if length > 1:
        return word.shape == CAPITAL or page.capital(index + length - 1)
    if entry.suffixed:
        return bool(word.suffix) and not loud and not word.suffix.startswith(("la", "le"))
    if word.low in name_cues.load().no_names and (word.shape != UPPER or loud):
        return False
    if entry.type == "LOC" and says_origin(word.suffix):
        return False
    if entry.type == "ORG" and word.low in page.surnames:
        return False
    return (bool(word.suffix) and not loud) or _is_name_bare(page, index, entry)


def says_origin(suffix: str) -> bool:
    """Tell whether a suffix makes an origin of a place («ABD’li»)."""
    return suffix.startswith(("lı", "li", "lu", "lü"))


def _is_name_bare(page: Page, index: int, entry: Entry) -> bool:
    """Tell whether a known word without suffix is the name and no plain word."""
    word, cues = page.words[index], name_cues.load()
    if entry.type == "ORG" and not page.loud[index] and _product(page, index):
        return False
    if word.low in page.common or not entry.big or word.low in cues.ambiguous:
        after = page.words[index + 1].low if index + 1 < len(page.words) else ""
        telling = cues.loc_after if entry.type == "LOC" else cues.org_after
        return not (word.weak or page.loud[index]) or not telling.isdisjoint(name_cues.stems(after))
    return True


def _product(page: Page, index: int) -> bool:
    """«Boeing 737», «Samsung Galaxy»: a maker's name that opens a product's name is no name of its own."""
    after = index + 1
    if after >= len(page.words) or not page.words[after].joined:
        return False
    word = page.words[after]
    if word.shape == NUMBER:
        stems = name_cues.stems(page.words[after + 1].low) if after + 1 < len(page.words) else ()
        return any(stem in name_cues.load().product_nouns for stem in stems)
    if page.title[after] or page.taken[after] or (word.low,) in gazetteer.load().names:
        return False
    if word.shape == UPPER:
        return any(c.isdigit() for c in word.low)
    return word.shape == CAPITAL and name_cues.head(word.low) is None and word.low not in name_cues.load().no_names


def _with_direction(page: Page, index: int, entry: Entry) -> int:
    """«Batı Sumatra»: the direction belongs to the name."""
    if entry.type == "LOC" and page.words[index].joined and page.free(index - 1) and not page.words[index - 1].weak:
        return index - (page.words[index - 1].low in name_cues.load().directions)
    return index


def _inflected(page: Page, index: int) -> None:
    """«Korede», «Türkiyenin»: a country or large city with a suffix that no apostrophe parts from it."""
    word, names = page.words[index], gazetteer.load().names
    if len(word.low) < 5 or word.suffix or page.loud[index] or word.low in name_cues.load().no_names:
        return
    if word.low in page.common:
        return
    for stem in name_cues.stems(word.low)[1:]:
        entry = names.get((stem,))
        if entry is None or entry.type != "LOC" or not entry.big or len(stem) < 4 or entry.suffixed:
            continue
        if not word.weak or entry.is_country:
            page.take(Found(index, index, "LOC", "gazetteer-inflected"))
        return


def _telling(page: Page, index: int) -> None:
    """Words whose form tells what they name: «POSTA.COM.TR», «Sotheby's», «Köleoğlu», «E.T.»."""
    word, cues = page.words[index], name_cues.load()
    if "." in word.low and is_web_address(word.low):
        page.take(Found(index, index, "ORG", "web-address"))
    elif page.loud[index]:
        return
    elif word.low.endswith("'s") and word.shape == CAPITAL:
        page.take(Found(index, index, "ORG", "brand"))
    elif len(word.low) > 5 and word.low.endswith("spor"):
        page.take(Found(index, index, "ORG", "club"))
    elif word.shape == CAPITAL and len(word.low) > 5 and word.low.endswith(cues.surname_endings):
        page.take(Found(with_given_name(page, index), index, "PERSON", "surname-ending"))
    elif word.shape == UPPER and "." in word.low and len(word.low) in (3, 5) and word.low not in cues.no_names:
        page.take(Found(index, index, "PERSON", "initials"))


def persons(page: Page) -> None:
    """Take capitalised words after a title, and given names with surnames."""
    cues, words = name_cues.load(), page.words
    for index in page.capitals:
        word = words[index]
        titled = index > 0 and page.title[index - 1] and (word.joined or word.gap in (".", ")"))
        given = word.low in cues.first_names or ("-" in word.low and word.low.split("-")[0] in cues.sure_names)
        if not (titled or given) or not page.free(index) or is_demonym(word.low):
            continue
        if word.low in cues.no_names and not given and word.low not in cues.surnames:
            continue
        last = _person_end(page, index)
        if _is_person(page, index, last, bool(titled)):
            first = index if titled else with_given_name(page, index)
            page.take(Found(first, last, "PERSON", "title" if titled else "given-name"))


def _person_end(page: Page, index: int) -> int:
    """Return the index of the last word of the person's name that opens at `index`."""
    words, last = page.words, index
    for at in range(index + 1, min(index + _PERSON_WORDS, len(words))):
        surname = words[at].joined and words[at].low in name_cues.load().surnames and page.capital(at)
        if not (page.follows(at) or surname) or page.taken[at] or page.loud[at] or not _may_follow(page, index, at):
            break
        last = at
        if page.title[at]:
            break
    if last + 1 < len(words) and page.follows(last + 1) and words[last + 1].low in name_cues.load().person_after:
        last += 1
    return last


def with_given_name(page: Page, index: int) -> int:
    """«Louise Wateridge»: a capitalised word of no list before a name that is plainly a person's is a given name."""
    word, before = page.words[index], page.words[index - 1]
    if index == 0 or not word.joined or not page.free(index - 1) or before.shape != CAPITAL or before.weak:
        return index
    plain = before.low in name_cues.load().no_names or before.low in page.common or is_demonym(before.low)
    listed = (before.low,) in gazetteer.load().names or name_cues.head(before.low) is not None
    return index if plain or listed else index - 1


def _may_follow(page: Page, index: int, at: int) -> bool:
    """Tell whether the word at `at` can be part of the person's name that opens at `index`."""
    cues, first, word = name_cues.load(), page.words[index], page.words[at]
    if at - index > 1 and _goes_on(page, at):
        return False
    if word.low in cues.plain_words or (word.shape == UPPER and first.shape == CAPITAL and len(word.low) > 1):
        return False
    entry = gazetteer.load().names.get((word.low,))
    if entry is None or word.low in cues.first_names:
        return True
    return entry.type != "LOC" or not (entry.is_country or (entry.big and first.low in cues.ambiguous))


def _goes_on(page: Page, at: int) -> bool:
    """Tell whether a word after a given name and a surname opens something else: «Ahmet Türk Mardin»."""
    word, cues = page.words[at], name_cues.load()
    entry = gazetteer.load().names.get((word.low,))
    town = entry is not None and entry.type == "LOC"
    large = town and entry is not None and entry.big and entry.country is not None
    if word.suffix in _LOCATIVE or page.words[at - 1].low in cues.first_names:  # «Haluk Levent Ayvalık’ta»
        return town and word.suffix in _LOCATIVE  # not «Mehmet Ali Erbil’in»
    return large or (word.low in cues.openers and word.low not in cues.first_names | cues.surnames)


def _is_person(page: Page, index: int, last: int, titled: bool) -> bool:
    word, cues = page.words[index], name_cues.load()
    entry = gazetteer.load().names.get((word.low,))
    if last == index:
        plain = word.low in cues.no_names or word.low in cues.title_words or (word.weak and word.low in page.common)
        loose = titled and page.words[index - 1].low in cues.loose_titles
        return titled and not loose and entry is None and word.shape == CAPITAL and not plain
    if titled:
        return entry is None or word.low in cues.first_names
    if word.low in cues.ambiguous:
        return not (word.weak and word.low in page.common) and page.words[index + 1].low not in page.common
    return True


def speakers(page: Page) -> None:
    """«… vurgu yapan Aslan, “…”»: one capitalised word after a participle of speech is the speaker."""
    cues, words = name_cues.load(), page.words
    for index in page.capitals:
        word = words[index]
        if index < 2 or not page.free(index) or word.low.endswith(("lar", "ler", "ımız", "imiz", "umuz", "ümüz")):
            continue
        before = words[index - 1].low
        if not {before, f"{words[index - 2].low} {before}"} & cues.person_participles:
            continue
        alone = index + 1 < len(words) and words[index + 1].gap[:1] in (",", "“", '"', ":", "‘", "'")
        if alone and word.joined and word.shape == CAPITAL and not word.suffix and word.low not in cues.no_names:
            page.take(Found(index, index, "PERSON", "participle"))


def employers(page: Page) -> None:
    """«DISCOVER EVENTS Yönetim Kurulu Başkanı»: what stands right before the title of an officer is a body."""
    employer_titles, words = name_cues.load().employer_titles, page.words
    end = 0
    while (index := page.title.find(1, end)) >= 0:
        end = index
        while end < len(words) and page.title[end]:
            end += 1
        named = index > 0 and words[index].joined and not page.taken[index - 1]
        if named and " ".join(page.lows(index, end - 1)) in employer_titles:
            _employer(page, index)


def _employer(page: Page, index: int) -> None:
    """Take the capitalised words that end before `index`, unless they are a place or one known name."""
    words, first = page.words, index
    loud = page.loud[first - 1]
    while first > 0 and words[first].joined and page.capital(first - 1) and not page.taken[first - 1]:
        if page.loud[first - 1] != loud:
            first -= name_cues.head(words[first].low) is not None  # «… GURURLANDIRIYOR ALB Menkul Genel Müdürü»
            break  # «İHRACAT EN BÜYÜK HEDEF Beypiliç Genel Müdürü»
        first -= 1
    cues = name_cues.load()
    while first < index and words[first].low in cues.no_names:
        first += 1
    listed = first > 0 and words[first].joined and words[first - 1].low in ("ve", "ile")
    if index - first == 1 and (listed or (words[first].weak and words[index].shape == LOWER)):
        return  # «Gençlik ve Spor Genel Müdürü», «Bağımsız yönetim kurulu üyesi»
    entry = gazetteer.load().names.get((words[first].low,))
    if first < index and not (entry and (entry.type == "LOC" or index - first == 1)):
        page.take(Found(first, index - 1, "ORG", "employer"))


@lru_cache(maxsize=1024)
def is_demonym(low: str) -> bool:
    """Tell whether a word says where someone is from («Ankaralı», «Danimarkalı»)."""
    return low.endswith(("lı", "li", "lu", "lü")) and (low[:-2],) in gazetteer.load().names
