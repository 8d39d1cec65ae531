"""Names that end with the head of a compound: «Sağlık Bakanlığı», «Burdur Gölü»; and phrases that are no names."""

from __future__ import annotations

from functools import lru_cache

from olgu.article import EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_page import Found, Page
from olgu.recognise.name_words import CAPITAL, NUMBER

_LONGEST_NAME = 14
_CASES = (
    "da",
    "de",
    "dan",
    "den",
    "ta",
    "te",
    "tan",
    "ten",
    "ını",
    "ini",
    "nın",
    "nin",
    "nun",
    "nün",
    "yı",
    "yi",
    "yu",
    "yü",
    "ları",
    "leri",
    "ımı",
    "imi",
    "umu",
    "ümü",
)


def compounds(page: Page) -> None:
    """Take compounds, from the right, so that the longest of nested ones wins."""
    found: list[Found] = []
    for index in page.capitals:
        word = page.words[index]
        if word.joined and page.free(index):
            head = name_cues.head(word.low)
            if head is not None:
                compound = _compound(page, index, head)
                if compound is not None:
                    found.append(compound)
    for compound in reversed(found):
        page.take(compound)


def _type(page: Page, index: int, head: str) -> EntityType | None:
    """Return the type of the compound that ends with `head`, None for one that is no entity."""
    cues = name_cues.load()
    pair = f"{page.words[index - 1].low} {head}"
    if pair in cues.loc_heads:
        return "LOC"
    if pair in cues.org_heads or head in cues.org_heads:
        return "ORG"
    return "LOC" if head in cues.loc_heads else None


def _compound(page: Page, index: int, head: str) -> Found | None:
    cues, words = name_cues.load(), page.words
    kind = _type(page, index, head)
    dotted = index + 1 < len(words) and words[index + 1].gap.startswith(".")
    if (kind is None and head not in cues.no_name_heads) or (head in cues.dotted_heads and not dotted):
        return None
    first = _leftmost(page, index, head, kind)
    first = _without_openers(page, first, index)
    first = _without_person(page, first, index)
    if first >= index or (index - first == 1 and len(words[first].low) == 1):
        return None
    entry = gazetteer.load().names.get(page.lows(first, index))
    if entry is not None:
        return Found(first, index, entry.type, "gazetteer")
    if kind is None:
        return Found(first, index, None, "no-name")
    if head in cues.weak_heads and index - first == 1:
        low = words[first].low
        if words[first].weak and (low in page.common or (low,) not in gazetteer.load().names):
            return None
    return Found(first, index, kind, f"{kind.lower()}-head")


def _leftmost(page: Page, index: int, head: str, kind: EntityType | None) -> int:
    """Walk left from a head over capitalised words, ordinals and, in names of bodies, «ve» and commas."""
    words, first, listed = page.words, index, False
    may_link = kind == "ORG" and head in name_cues.load().company_parts  # «Sanayi ve Ticaret»
    while first > 0 and index - first < _LONGEST_NAME:
        word = words[first]
        if word.joined and _belongs(page, first - 1, kind):
            first -= 1
        elif may_link and _linked(page, first, head):
            first, listed = first - 2, True
        elif listed and word.gap == "," and not word.weak and _plain_noun(page, first - 1):
            first -= 1
        else:
            break
        may_link = kind == "ORG"
    return first


def _belongs(page: Page, index: int, kind: EntityType | None) -> bool:
    """Tell whether a word continues a name to the left, by itself."""
    if page.words[index].shape == NUMBER:
        return _ordinal(page, index)
    return page.free(index) and not _ends_name(page, index, kind)


def _ends_name(page: Page, index: int, kind: EntityType | None) -> bool:
    """«Güney Mahallesi Atatürk Caddesi» are two places; a web address is a name of its own."""
    low = page.words[index].low
    return (kind == "LOC" and low in name_cues.load().loc_heads) or ("." in low and is_web_address(low))


def is_web_address(low: str) -> bool:
    """Tell whether a word is the address of a site, which is named by it."""
    return low.endswith(name_cues.load().web_endings)


def _ordinal(page: Page, index: int) -> bool:
    """«Kayseri 3. İş Mahkemesi»: an ordinal inside a name stands after a capitalised word."""
    word = page.words[index]
    if not (word.low.endswith(".") or word.suffix.endswith(("cı", "ci", "cu", "cü"))):
        return False
    return index > 0 and word.joined and page.free(index - 1)


def _linked(page: Page, first: int, head: str) -> bool:
    """«Tarım ve Orman Bakanlığı», «Sanayi ve Ticaret A.Ş.»: «ve» between nouns of one name."""
    words, cues = page.words, name_cues.load()
    if first < 2 or not words[first].joined or words[first - 1].low not in ("ve", "&") or not words[first - 1].joined:
        return False
    if head in cues.company_parts or words[first].low in cues.company_parts or words[first - 1].low == "&":
        return page.free(first - 2) and not words[first - 2].suffix
    return _plain_noun(page, first - 2)


def _plain_noun(page: Page, index: int) -> bool:
    """Tell whether a capitalised word can be one of the nouns listed in the name of a body («Tarım ve …»)."""
    word, cues = page.words[index], name_cues.load()
    if not page.free(index) or word.suffix or word.shape != CAPITAL:
        return False
    head = name_cues.head(word.low)
    if word.low in cues.sentence_words or (word.weak and _opens_sentence(word.low)):
        return False
    if (word.low,) in gazetteer.load().names or (head is not None and head not in cues.weak_heads):
        return False
    person = index > 0 and word.joined and page.words[index - 1].low in cues.first_names
    return not person and (word.low not in cues.first_names or word.low in page.common)


def _without_openers(page: Page, first: int, last: int) -> int:
    """Drop words at the start of a sentence that are no part of a name."""
    words = page.words
    while (
        first < last and words[first].weak and (_opens_sentence(words[first].low) or _stands_before(page, first, last))
    ):
        first += 1
    return first


@lru_cache(maxsize=1024)
def _opens_sentence(low: str) -> bool:
    """Tell whether a word with a capital at the start of a sentence is a plain one («Mevcut», «Toplantımızda»)."""
    cues = name_cues.load()
    if low in cues.no_names:
        return low not in cues.openers
    inflected = len(low) > 5 and low.endswith(_CASES)
    return inflected and (low,) not in gazetteer.load().names and low not in cues.first_names


def _stands_before(page: Page, first: int, last: int) -> bool:
    """«Uçak İstanbul Havalimanı’na indi»: a plain word before one that opens a name of its own."""
    names, cues = gazetteer.load().names, name_cues.load()
    low, after = page.words[first].low, page.words[first + 1].low
    if first + 1 >= last or (low,) in names or low in cues.first_names or low in cues.openers or low in cues.directions:
        return False
    entry = names.get((after,))
    return (entry is not None and entry.type != "ORG") or after in cues.sure_names or after in cues.directions


def _without_person(page: Page, first: int, last: int) -> int:
    """«Genel Müdürü Murat Kurum Anadolu Ajansı’na»: a person after a title and a known body after it are two names."""
    names = gazetteer.load().names
    if first > 0 and page.title[first - 1] and page.words[first].low in name_cues.load().first_names:
        for start in range(first + 2, last):
            if page.lows(start, last) in names:
                return start
    return first
