"""Names that end with the head of a compound: «Sağlık Bakanlığı», «Burdur Gölü»; and phrases that are no names."""

from __future__ import annotations

from functools import lru_cache

from olgu.article import EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_page import Found, Page
from olgu.recognise.name_words import CAPITAL, NUMBER, UPPER

_LONGEST_NAME = 14
_KNOWN_BODY = 5
"""Words of the longest known body that is looked for behind a person."""
_ENDS = ("nın", "nin", "nun", "nün", "nda", "nde", "ndan", "nden", "na", "ne")
"""Endings of heads that another name may follow, not those of objects («Kuvvetlerini Güçlendirme Vakfı»)."""
_POSSESSIVE = ("ı", "i", "u", "ü")
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
    named = {page.lows(compound.first, compound.last) for compound in found}
    for compound in reversed(found):
        page.take(_without_listed(page, compound, named))


def _without_listed(page: Page, found: Found, named: set[tuple[str, ...]]) -> Found:
    """«Otokoç ve Yapı Kredi Bankası», «Gem Global ve Akman Holding» are two: what follows «ve» is a name by itself."""
    if found.type != "ORG":
        return found
    for at in range(found.last - 2, found.first, -1):
        if page.words[at].low == "ve" and _is_name_alone(page, at + 1, found.last, named):
            return Found(at + 1, found.last, "ORG", found.rule)
    return found


def _is_name_alone(page: Page, first: int, last: int, named: set[tuple[str, ...]]) -> bool:
    """Tell whether the article or the gazetteer has the words as a name, or they are one word and «Holding»."""
    lows, cues = page.lows(first, last), name_cues.load()
    known = gazetteer.load().names
    entry = known.get(lows) or (known.get(lows[:-1]) if len(lows) > 2 else None)  # «Yapı Kredi Bankası»
    if entry is not None:
        return entry.type == "ORG"
    if lows[0] in cues.company_parts or lows[0] in cues.weak_heads:
        return False
    before = page.words[first - 2].low
    same = before == lows[-1] and before in cues.weak_heads  # «Garanti Yatırım ve İş Yatırım»
    if len(lows) > 1 and (same or before in cues.group_heads):
        return True
    if lows in named and (not lows[-1].endswith(_POSSESSIVE) or page.words[first - 2].low in cues.org_heads):
        return True  # not «Kalite ve Akreditasyon Enstitüsü»
    plain = lows[0] in page.common or lows[0] in cues.no_names or lows[0] in cues.group_kinds
    acronym = page.words[first].shape == UPPER and page.words[last].shape == CAPITAL and lows[-1] in cues.weak_heads
    long = len(lows) > 2 and lows[-1] in cues.weak_heads and not plain
    if (acronym or long) and _is_firm(page, first - 2):
        return True  # «Aksa Elektrik ve IC İçtaş İnşaat», «Koza Anadolu Metal Madencilik ve İpek Doğal Enerji»
    return len(lows) == 2 and lows[1] in cues.group_heads and not plain


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
    subject = head in cues.weak_heads and _is_of_university(page, first, index)
    if first >= index or subject or (index - first == 1 and len(words[first].low) == 1):
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


def _is_firm(page: Page, index: int) -> bool:
    """Tell whether a word of a trade ends the name of a firm: after a word of its own."""
    trade = page.words[index].low in name_cues.load().weak_heads
    return trade and index > 0 and page.words[index].joined and page.free(index - 1)


def _ends_firm(page: Page, index: int) -> bool:
    """«Sabancı Holding A.Ş. Aksigorta A.Ş.»: what ends with a legal form is a name of its own before another firm."""
    low, cues = page.words[index].low, name_cues.load()
    ended = low in cues.legal_forms or low in cues.group_heads
    return ended and index > 0 and page.words[index].joined


@lru_cache(maxsize=1024)
def _ends_phrase(low: str) -> bool:
    """«Meclisinde Cumhuriyetçi Parti», «Haberleri İYİ Parti»: what ends before a name: inflected heads, paths."""
    head = name_cues.head(low)
    cues = name_cues.load()
    bare = head in cues.group_heads and low.endswith(("in", "ın", "un", "ün"))  # «Holdingin Aksigorta A.Ş.»
    inflected = head is not None and head != low and (low.endswith(_ENDS) or bare)
    return (inflected and head in cues.org_heads) or low in cues.paths


def _is_of_university(page: Page, first: int, index: int) -> bool:
    """Tell whether a weak head stands right after a university: «Boğaziçi Üniversitesi Endüstri Mühendisliği»."""
    return index - first > 1 and page.words[index - 1].low in name_cues.load().schools


def _leftmost(page: Page, index: int, head: str, kind: EntityType | None) -> int:
    """Walk left from a head over capitalised words, ordinals and, in names of bodies, «ve» and commas."""
    words, first, listed = page.words, index, False
    may_link = kind == "ORG" and head in name_cues.load().company_parts  # «Sanayi ve Ticaret»
    cues = name_cues.load()
    trade = head in cues.weak_heads and head not in cues.unit_heads
    firm = kind == "ORG" and (trade or head in cues.legal_forms or head in cues.firm_kinds)
    while first > 0 and index - first < _LONGEST_NAME:
        word = words[first]
        if word.joined and _belongs(page, first - 1, kind):
            two = firm and _ends_firm(page, first - 1) and words[first].low not in cues.firm_rests
            if two or (kind == "ORG" and _ends_phrase(page.words[first - 1].low)):
                break
            first -= 1
        elif may_link and _linked(page, first, head):
            first, listed = first - 2, True
        elif listed and word.gap == "," and not word.weak and _plain_noun(page, first - 1):
            trade = words[first - 1].low in cues.weak_heads or words[first - 1].low in cues.company_parts
            goods = head in cues.company_parts or head in cues.legal_forms
            if firm and ((goods and not trade) or _is_firm(page, first - 1)):
                break  # «İpragaz, Shell Gaz Ticaret», «Fernas İnşaat, Aksa Elektrik ve IC İçtaş İnşaat»
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
    if first < 2 or not words[first].joined or words[first - 1].low != "ve" or not words[first - 1].joined:
        return False
    if head in cues.company_parts or words[first].low in cues.company_parts:
        ended = words[first - 2].low  # «Tarım Bakanlığı ve Ticaret Bakanlığı»
        closed = ended in cues.org_heads and ended not in cues.weak_heads and ended not in cues.company_parts
        closed = closed and head not in cues.company_parts
        return page.free(first - 2) and not words[first - 2].suffix and not closed
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
    if page.lows(first, last) in names:  # «Demokratik Kongo Cumhuriyeti»
        return False
    low, after = page.words[first].low, page.words[first + 1].low
    if first + 1 >= last or (low,) in names or low in cues.first_names or low in cues.openers or low in cues.directions:
        return False
    known = last - first > 1 and page.words[first].shape == CAPITAL and page.lows(first + 1, last) in names
    event = not cues.events.isdisjoint(name_cues.stems(low)[1:]) and last - first > 1
    dative = event and _stands_elsewhere(page, first + 1, last)
    if (known or dative) and gazetteer.nationality(low) is None:
        return True  # «Toplantıya Kibar Holding»
    entry = names.get((after,))
    return (entry is not None and entry.type != "ORG") or after in cues.sure_names or after in cues.directions


def _stands_elsewhere(page: Page, first: int, last: int) -> bool:
    """«Programa Memleket Partisi …»: tell whether the article has the words elsewhere, after no capitalised one."""
    lows, words = page.lows(first, last), page.words
    for at in page.capitals:
        if words[at].low == lows[0] and at != first and page.lows(at, at + last - first) == lows:
            return not (words[at].joined and page.capital(at - 1))
    return False


def _without_person(page: Page, first: int, last: int) -> int:
    """«Genel Müdürü Murat Kurum Anadolu Ajansı’na», «Mehtap Demir İstanbul Üniversitesi»: a person and a body."""
    names, cues = gazetteer.load().names, name_cues.load()
    if (
        last - first > 2
        and page.words[first + 1].low == page.words[first + 2].low
        and page.words[first].shape == CAPITAL
    ):
        return first + 2  # «Batu Aksoy Aksoy Holding»
    if page.words[first].low not in cues.first_names:
        return first
    if any(page.lows(first, end) in names for end in range(first + 2, last + 1)):
        return first  # «Hacı Ömer Sabancı Holding A.Ş.»
    titled = first > 0 and page.title[first - 1]
    for start in range(first + 2, last):
        if page.words[start - 1].low in cues.org_heads:
            break  # «Süleyman Demirel Üniversitesi Burdur Eğitim Fakültesi»
        if titled and page.lows(start, last) in names:
            return start
        if page.words[first].low in cues.sure_names and _opens_body(page, start, last):
            return start
    return first


def _opens_body(page: Page, start: int, last: int) -> bool:
    """Tell whether the words after a given name and a surname open with a known body, or with a large town."""
    names = gazetteer.load().names
    for end in range(min(last, start + _KNOWN_BODY), start, -1):
        entry = names.get(page.lows(start, end))
        if entry is not None and entry.type == "ORG":
            return True
    entry = names.get((page.words[start].low,))
    town = entry is not None and entry.type == "LOC" and entry.big and last - start > 1
    return town and page.words[start].low not in name_cues.load().first_names
