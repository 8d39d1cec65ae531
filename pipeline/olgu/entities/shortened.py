"""Bodies whose name leaves words out, where the run has one fuller name only: departments, parties, agencies, firms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from olgu.analyse.casing import ascii_fold
from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.firms import is_broker, is_organ
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.parts import join_one
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues
from olgu.recognise.name_rules import is_demonym
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_TELLING = 3
"""Words of a name that are enough to look past their endings."""
_PAIR = 2
_CUT = 2
"""Articles of a name that may be a cut one of a rarer one."""
_CODE = re.compile("[A-Z]{5}")
_VOWELS = "aeiou"
_CODE_LETTERS = 5
"""Letters of the code of a share."""
_STEM = 4
"""Letters that a word without its plural or possessive ending must have."""
Shorten = Callable[[Lexicon, int], Iterator[Words]]


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join short names of bodies with their only fuller one."""
    _by_ending(lexicon, sets)
    for shorten, what in _WAYS:
        longer: dict[int, list[int]] = defaultdict(list)
        for index in lexicon.of_type("ORG"):
            for words in shorten(lexicon, index):
                short = lexicon.find("ORG", words, lexicon.nodes[index].key.country)
                if short is not None and short != index:
                    longer[short].append(index)
        for short, found in longer.items():
            join_one(lexicon, sets, short, found, what)
    _lone_code(lexicon, sets)
    _by_listed(lexicon, sets)


def _broker(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«İnfo Menkul» of «İnfo Yatırım Menkul Değerler»."""
    words = lexicon.words[index]
    if len(words) > 1 and words[-1] == variants.word("investment") and is_broker(lexicon, index):
        yield (*words[:-1], variants.word("securities"))


def _estate(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«İş Gayrimenkul» of «İş GYO»."""
    words = lexicon.words[index]
    if len(words) > 1 and words[-1] == variants.word("estate_trust"):
        yield (*words[:-1], variants.word("estate"))


def _holding(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Kervansaray Holding» of «Kervansaray Yatırım Holding»."""
    words = lexicon.words[index]
    short = words[:-2]
    if short and words[-2:] == variants.phrase("investment_holding"):
        found = lexicon.find("ORG", short)
        node = lexicon.nodes[index]
        rarer = found is not None and lexicon.nodes[found].articles <= node.articles
        if found is not None and rarer and variants.word("holding") in keys.plain(lexicon.nodes[found].name).split():
            yield short


def _party(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Yeniden Refah» of «Yeniden Refah Partisi»."""
    words = lexicon.words[index]
    if len(words) >= _TELLING and words[-1] in variants.listed("organisations", "parties"):
        yield words[:-1]


def _group(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Medical Park» of «Medical Park Sağlık Grubu»."""
    words = lexicon.words[index]
    if keys.plain(lexicon.nodes[index].name).endswith((" grubu", " group")):
        for cut in range(1, len(words)):
            rest = words[cut:]
            found = lexicon.find("ORG", words[:cut]) if _is_own(words[:cut]) else None
            trade = all(word in variants.listed("truncated", "trades") for word in rest)
            group = found is not None and names.is_group(keys.plain(lexicon.nodes[found].name))
            if found is not None and trade and not group and not lexicon.nodes[found].name.isupper():
                yield words[:cut]  # not «OYAK» of «Oyak Çimento Grubu»


def _department(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Muğla Üniversitesi Biyoloji Bölümü» of «Muğla Üniversitesi Fen Edebiyat Fakültesi Biyoloji Bölümü»."""
    words = lexicon.words[index]
    university, faculty = variants.word("university"), variants.word("faculty")
    if university in words and faculty in words:
        start, end = words.index(university) + 1, words.index(faculty) + 1
        if start < end < len(words) - 1:
            yield (*words[:start], *words[end:])


def _trade(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Mintay Tekstil» of «Mintay Dış Ticaret Tekstil Sanayi A.Ş.»."""
    words = lexicon.words[index]
    low = keys.plain(lexicon.nodes[index].name).replace(".", "")
    trades = variants.listed("truncated", "trades")
    group = variants.listed("truncated", "of_group")
    if len(words) > 2 and low.endswith(variants.company_forms()) and _is_own(words[:1]):
        rest = words[1:]
        if all(word in trades and word not in group for word in rest):
            yield from ((words[0], word) for word in rest[1:])


def _chamber(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Temsilciler Meclisi» of «ABD Temsilciler Meclisi»: what the parliament of Türkiye has not."""
    words = lexicon.words[index]
    if len(words) > 2 and " ".join(words[-2:]) in variants.listed("organs", "of_other_states"):
        yield words[-2:]


def _movement(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Hamas» of «Hamas Hareketi», «PKK» of «PKK Terör Örgütü»."""
    words = lexicon.words[index]
    if " ".join(words[1:]) in variants.listed("bearers", "of_movement"):
        yield words[:1]


def _code(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«KARTN» of «KARTN Kartonsan»."""
    codes = sorted(filter(None, (keys.ticker(name) for name in lexicon.nodes[index].names)))
    yield from ((code,) for code in codes if not _spells_another(lexicon, index, ascii_fold(code)))


def _spells_another(lexicon: Lexicon, index: int, code: str) -> bool:
    """Tell whether a code is of a sister's words only: «VESBE» before «Vestel Elektronik» is «Vestel Beyaz Eşya»."""
    words = lexicon.words[index]
    if _spells(code, words) or _is_code_of(code, ascii_fold(words[0])):
        return False
    sisters = (other for other in lexicon.of_type("ORG") if lexicon.words[other][0] == words[0] and other != index)
    return any(len(lexicon.words[other]) > _PAIR and _spells(code, lexicon.words[other]) for other in sisters)


def _spells(code: str, words: Words) -> bool:
    """Tell whether a code is the beginnings of all the words in a row."""
    if not code or not words:
        return not code and not words
    first = ascii_fold(words[0])
    return any(code[:n] == first[:n] and _spells(code[n:], words[1:]) for n in range(1, len(code) + 1))


def _ministry(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Çevre Bakanlığı» of «Çevre ve Şehircilik Bakanlığı»: the only ministry of Türkiye whose name opens so."""
    words = lexicon.words[index]
    home = lexicon.nodes[index].key.country in ("", bodies.HOME)
    portfolio = words[0] in variants.listed("before", "portfolios")
    if home and portfolio and len(words) >= _TELLING and words[-1] == variants.word("ministry"):
        yield words[0], words[-1]


def _lone_code(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«MGROS» is Migros: the code of a share alone, by the letters of the one firm that it can be of."""
    firms: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    codes: list[tuple[int, str]] = []
    for index in lexicon.of_type("ORG"):
        first = ascii_fold(lexicon.words[index][0])
        if _CODE.fullmatch(lexicon.nodes[index].name) and not variants.is_listed("ORG", lexicon.words[index][0]):
            codes.append((index, first))
        elif len(first) > _CODE_LETTERS and not _is_no_firm(lexicon.nodes[index].name, lexicon.words[index]):
            firms[first[0]][first].append(index)
    for index, code in codes:
        found = [i for first, nodes in firms[code[0]].items() if _is_code_of(code, first) for i in nodes]
        if found and gazetteer.lookup(lexicon.words[index][0]) is None:
            join_one(lexicon, sets, index, found, "no other firm whose letters these are")


def _is_no_firm(name: str, words: Words) -> bool:
    """Tell whether a name is of what no exchange lists: organs, people, newspapers («PASOK», «Paskolik Gazetesi»)."""
    people = gazetteer.nationality(words[0]) is not None or is_demonym(words[0])
    return people or is_organ(words[-1:]) or keys.plain(name).endswith(variants.endings("bearers", "unlisted"))


def _is_code_of(code: str, word: str) -> bool:
    """Tell whether a code of five letters is made of a firm's first word: «btcim», «baticim»; «petkm», «petkim»."""
    if code[-1] in _VOWELS and word.startswith(code):  # «MERKO» is no Merkon
        return False
    letters = iter(word)
    if not all(letter in letters for letter in code):
        return False
    return word[:3] == code[:3] or (word[-1] == code[-1] and len(word) <= _CODE_LETTERS + 2)


def _middle(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Birko Mensucat» of «Birko Birleşik Koyunlular Mensucat»."""
    words = lexicon.words[index]
    own = len(words) > 2 and _is_own(words[:1]) and gazetteer.lookup(words[0]) is None and not is_organ(words[-1:])
    several = words[0] in words[1:] or any(word in variants.listed("truncated", "of_group") for word in words[1:])
    if own and not several and words[-1] not in variants.listed("within", "whole"):
        yield words[0], words[-1]


def _with_acronym(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«International Finance Corporation» and «IFC» of «International Finance Corporation IFC»."""
    words = lexicon.words[index]
    last = lexicon.nodes[index].name.rsplit(maxsplit=1)[-1]
    if len(words) > 2 and last.isupper() and names.is_acronym_of(words[-1], " ".join(words[:-1])):
        yield tuple(variants.body(" ".join(words[:-1])).split())
        yield words[-1:]


def _kind(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Tadawul» of «Tadawul Borsası»: where no gazetteer has the word."""
    words = lexicon.words[index]
    of_kind = len(words) == _PAIR and words[1] in variants.listed("bearers", "of_kind")
    if of_kind and _is_own(words[:1]) and gazetteer.lookup(words[0]) is None:
        yield words[:1]


def _headless(lexicon: Lexicon, index: int) -> Iterator[Words]:
    """«Darbe ve Muhtıraları Araştırma» of «… Araştırma Komisyonu»: what is no body without its head."""
    words = lexicon.words[index]
    for count in (1, 2):
        short = words[:-count]
        if len(short) > 1 and " ".join(words[-count:]) in variants.listed("bearers", "needed") and _is_cut(short):
            found = lexicon.find("ORG", short)
            rare = found is not None and lexicon.nodes[found].articles <= max(_CUT, lexicon.nodes[index].articles)
            if found is not None and rare and lexicon.nodes[found].name.rsplit(maxsplit=1)[-1][0].isupper():
                yield short


def _is_cut(words: Words) -> bool:
    """Tell whether a name lacks its head: its last word is no head, it names no firm and is in no gazetteer."""
    plain = " ".join(words)
    last = words[-1] in name_cues.load().org_heads or " ".join(words[-2:]) in name_cues.load().org_heads
    firm = words[-1] in variants.listed("truncated", "trades") or words[-1] in variants.listed("truncated", "of_group")
    told = all(keys.is_trade(word) for word in words) or words[0].isdigit() or words[-1] == variants.word("general")
    return not (last or firm or told or gazetteer.lookup(plain) is not None or variants.is_listed("ORG", plain))


_WAYS: tuple[tuple[Shorten, str], ...] = (
    (_broker, "the only broker of the name"),
    (_estate, "the only real estate trust of the name"),
    (_holding, "the only holding of the name"),
    (_party, "the only party of the name"),
    (_group, "the only group of the name"),
    (_department, "the only department of the name"),
    (_trade, "no other firm with these words"),
    (_movement, "the only movement of the name"),
    (_code, "the code of its share"),
    (_chamber, "no other state's"),
    (_ministry, "the only ministry whose name opens so"),
    (_middle, "no other body with its first and last word"),
    (_with_acronym, "its own acronym"),
    (_kind, "the only one of the name"),
    (_headless, "no other body whose name opens so"),
)


def _is_own(words: Words) -> bool:
    """Tell whether a firm's first words are no place, trade or nationality."""
    first = words[0]
    entry = gazetteer.lookup(" ".join(words))
    plain = keys.is_trade(first) or lexicons.is_town(first) or gazetteer.nationality(first) is not None
    return not plain and (entry is None or entry.type == "ORG")


def _by_ending(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Akdeniz İhracatçı Birlikleri», «Akdeniz İhracatçıları Birliği»: the same words, plural or not."""
    first: dict[tuple[str, Words], int] = {}
    for index in lexicon.of_type("ORG"):
        words = lexicon.words[index]
        if len(words) >= _TELLING and not any(word[0].isdigit() for word in words):
            stems = (lexicon.nodes[index].key.country, (_nation(words[0]), *map(_stem, words[1:])))
            other = first.setdefault(stems, index)
            if other != index and not _is_board(lexicon.words[other], words):
                sets.join(other, index, "form", 0.9, "the same words, plural or not")


def _is_board(a: Words, b: Words) -> bool:
    """Tell whether the difference is that of «Rekabet Kurulu» and «Rekabet Kurumu», which are two."""
    return a[-1] != b[-1] and {a[-1][:5], b[-1][:5]} == {"kurul", "kurum"}


def _nation(word: str) -> str:
    """Return the country of a first word that names one («Fransa», «Fransız»), else its stem."""
    entry = gazetteer.lookup(word)
    country = entry.country if entry is not None and entry.is_country else gazetteer.nationality(word)
    return f"={country}" if country and country != bodies.HOME else _stem(word)


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    stem = word
    for _ in range(2):  # «ihracatçıları» → ihracatçı → ihracatç, as of «ihracatçı»
        ending = next(
            (
                e
                for e in variants.rules()["endings"]["plural_or_possessive"]
                if stem.endswith(e) and len(stem) - len(e) >= _STEM
            ),
            "",
        )
        stem = stem.removesuffix(ending)
    return stem[:-1] + "k" if stem.endswith("ğ") else stem


def _by_listed(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Para Fonu», «Bilgi Teknolojileri Kurumu»: the end or the frame of a body that olgu's list knows in full."""
    heads = variants.listed("truncated", "of_listed")
    known: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("ORG"):
        for words in lexicon.spellings(index):
            if len(words) > 2 and words[-1] in heads and variants.is_listed("ORG", " ".join(words)):
                known[words[-1]].append(index)
    for short in lexicon.of_type("ORG"):
        words = lexicon.words[short]
        if words[-1] in known and len(words) > 1 and not variants.is_listed("ORG", " ".join(words)):
            fuller = {i for i in known[words[-1]] if any(_leaves_out(words, w) for w in lexicon.spellings(i))}
            if lexicon.nodes[short].articles <= sum(lexicon.nodes[i].articles for i in fuller):
                join_one(lexicon, sets, short, fuller, "no other body of olgu's list with these words")


def _leaves_out(short: Words, full: Words) -> bool:
    """Tell whether a name is the end of a listed one, or has its first and last words and another one of it."""
    if full[-len(short) :] == short and short != full:
        return not (lexicons.is_town(full[0]) or gazetteer.nationality(full[0]))
    framed = short[0] == full[0] and len(short) > 2
    return framed and len(short) < len(full) and keys.in_order(short, full)
