"""Firms and other bodies by a part of their name: «Koza Altın» of «Koza Altın İşletmeleri», «NUN Vakfı»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.parts import join_one
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_names as names

_BLOCK = 40
"""Bodies of one frame that are compared with each other: keeps the work linear."""
_OPENING = 6
"""Words of the longest short name of a firm."""
_ACRONYM = 3
"""Letters of the shortest short name of a firm, where it is written in capitals."""
_SHORTEST = 4
"""The same of others."""
_RARE = 2
"""Articles of such a word: a name of more may be that of a group or a newspaper («Volkswagen», «Evrensel»)."""
_RARER = 5
"""Articles with a firm's trade for one with another body whose name opens so («Karsan Otomotiv», «Karsan Örme»)."""
_OWN_WORD = 5
"""Letters of a word that is the name of one firm alone."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join such names with the one fuller name of the run."""
    _by_firm(lexicon, sets)
    _by_middle(lexicon, sets)


def _by_firm(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Koza Altın» of «Koza Altın İşletmeleri»: what follows says what the firm does, and nothing else follows."""
    opening: dict[Words, list[int]] = defaultdict(list)
    for index in lexicon.of_type("ORG"):
        words = lexicon.words[index]
        for count in range(1, min(_OPENING, len(words) - 1) + 1):
            opening[words[:count]].append(index)
    for index in sorted(lexicon.of_type("ORG"), key=lambda index: (-len(lexicon.words[index]), index)):
        words = lexicon.words[index]
        group = names.is_group(keys.plain(lexicon.nodes[index].name))  # «Coşkunöz Holding» is not «Coşkunöz Metal»
        short = len("".join(words)) < _SHORTEST and not any(name.isupper() for name in lexicon.nodes[index].names)
        if words not in opening or group or short or not _may_be_short(words):
            continue
        own = [
            other
            for other in opening[words]
            if not is_organ(lexicon.words[other][len(words) :]) and not _is_listing(lexicon, other)
        ]
        agency = [other for other in own if lexicon.words[other][len(words) :] == variants.phrase("news_agency")]
        if agency:
            join_one(lexicon, sets, index, agency, "no other agency of the name")
            continue
        mothers = [other for other in own if set(lexicon.words[other][len(words) :]) == _investor()]
        if mothers:
            join_one(lexicon, sets, index, mothers, "no other investor of the name")
            continue
        holdings = [other for other in own if lexicon.words[other] == (*words, variants.word("holding"))]
        if holdings and words[-1] == variants.word("investment") and not is_broker(lexicon, index):
            join_one(lexicon, sets, index, holdings, "no broker of the name")
        elif ("ORG", " ".join(words)) in names.aliases():
            continue  # «Erdemir» is not «Erdemir Madencilik»: what it is in full is listed
        elif told := _told_by_trade(lexicon, words, own):
            join_one(lexicon, sets, index, told, "no other body whose name opens so")


def _investor() -> set[str]:
    """«Mensa Sınai Ticari ve Mali Yatırımlar A.Ş.» is what its own firms are called by."""
    return set(variants.phrase("investor"))


def _told_by_trade(lexicon: Lexicon, words: Words, own: Sequence[int]) -> list[int]:
    """Return those of the fuller names that tell the firm's trade, if next to no article names another one."""
    told = [other for other in own if _says_trade(lexicon, words, other)]
    rest = sum(lexicon.nodes[other].articles for other in own if other not in told)
    return told if rest * _RARER <= sum(lexicon.nodes[other].articles for other in told) else []


def is_broker(lexicon: Lexicon, index: int) -> bool:
    """Tell whether a name in «Yatırım» is a broker's («Gedik Yatırım Menkul Değerler»), not an investment holding's."""
    return any(" menkul" in keys.plain(name) for name in lexicon.nodes[index].names)


def _may_be_short(words: Words) -> bool:
    if len("".join(words)) < _ACRONYM or all(keys.is_trade(word) for word in words):
        return False
    entry = gazetteer.lookup(" ".join(words))
    return entry is None or entry.type == "ORG" or (entry.type == "LOC" and not entry.big and not entry.is_country)


def _is_listing(lexicon: Lexicon, index: int) -> bool:
    """Tell whether the name is that of two bodies: «Besler Gıda ve Sağlam GYO»."""
    _, joined, last = keys.plain(lexicon.nodes[index].name).rpartition(" ve ")
    words = tuple(variants.body(last).split()) if joined else ()
    trades = variants.listed("truncated", "trades")  # «… Yatırım ve Futbol İşletmeciliği»
    return len(words) > 1 and lexicon.find("ORG", words) is not None and not all(word in trades for word in words)


def is_organ(rest: Words) -> bool:
    """Tell whether what follows a body's name makes an organ of it: «Halkbank Yönetim Kurulu»."""
    return rest[-1] in names.rules()["organisations"]["parts"] or rest[-1] in ("kurulu", "müdürlüğü", "genel")


def _says_trade(lexicon: Lexicon, short: Words, longer: int) -> bool:
    """Tell whether what follows the short name in a longer one says what the firm does."""
    rest = lexicon.words[longer][len(short) :]
    if _is_full_name(lexicon, short, longer, rest) or _is_told_by_form(lexicon, longer, rest):
        return True
    if rest == variants.phrase("investment_holding") and len(short) == 1:
        return True  # «Usaş» of «Usaş Yatırım Holding»
    if rest == variants.phrase("investment_trust") and short[-2:] == variants.phrase("venture_capital"):
        return True
    coined = len(rest) > 1 and rest[0][:_ACRONYM] == short[0][:_ACRONYM] and len(short) == 1
    if coined and rest[-1] not in variants.listed("truncated", "of_group"):  # «Gemport Gemlik Liman»
        return True
    if (
        " ".join(rest) in variants.listed("organisations", "banks")
        and len(short) > 1
        and short[-1] not in name_cues.load().org_heads
    ):
        return True
    trades = variants.listed("truncated", "trades")
    other_firm = variants.listed("truncated", "other_firm") if len(short) == 1 else frozenset()
    return all(word in trades and word not in other_firm for word in rest)


def _is_told_by_form(lexicon: Lexicon, longer: int, rest: Words) -> bool:
    """«Suzuki Motor Corporation», «Total Petrol Şirketi»: a trade and a word for a company."""
    last = keys.plain(lexicon.nodes[longer].name).rsplit(maxsplit=1)[-1].rstrip(".")
    form = last in variants.listed("organisations", "told_by")
    return form and all(word == "bank" or word in variants.listed("truncated", "trades") for word in rest)


def _is_full_name(lexicon: Lexicon, short: Words, longer: int, rest: Words) -> bool:
    """«Çelik Halat» of «Çelik Halat ve Tel Sanayii A.Ş.»: a firm in full, after two words or a long one of its own."""
    lows = [keys.plain(name).replace(".", "") for name in lexicon.nodes[longer].names]
    low = next((low for low in lows if low.endswith(variants.company_forms())), lows[0])
    if variants.word("of_sport") in short[1:] and (
        low.endswith(variants.company_forms()) or rest[0] == variants.word("investment")
    ):  # «Trabzonspor Sportif Yatırım … A.Ş.»
        return True
    if not low.endswith(variants.company_forms()) or _is_of_group(short, rest) or variants.word("affiliate") in rest:
        return False
    if len(short) == 1:
        if rest[0][:_ACRONYM] == short[0][:_ACRONYM]:  # «CarrefourSA Carrefour Sabancı Ticaret Merkezi A.Ş.»
            return rest[-1] not in variants.listed("truncated", "of_group")  # not «Enerjisa Enerji Üretim A.Ş.»
        found = lexicon.find("ORG", short)
        rare = found is not None and lexicon.nodes[found].articles <= _RARE
        rare = rare and not all(lexicons.is_town(word) for word in rest)  # «Borsa» of «Borsa İstanbul»
        return rare and len(short[0]) >= _OWN_WORD and _is_of_firm(short[0]) and " holding" not in low
    trade = short[-1] in variants.listed("truncated", "heads_of_trade")
    return trade or (short[-1] not in name_cues.load().org_heads and short[-1] != variants.word("investment"))


def _is_of_group(short: Words, rest: Words) -> bool:
    """Tell whether what follows a firm's name makes another firm of its group: «Petkim», «Petkim Limancılık»."""
    if rest[-1] == variants.word("production") and (
        len(rest) > _RARE or short[-1] in variants.listed("truncated", "of_power")
    ):
        rest = rest[:-1]
    trade = short[-1] in variants.listed("truncated", "heads_of_trade")
    if trade and rest[:1] == variants.phrase("investment") and _is_trade(rest[1:]):
        rest = rest[1:]  # «Aktay Turizm Yatırımları ve İşletmeleri A.Ş.»
    if (
        rest and rest[-1] == variants.word("investment") and (len(rest) > 1 or len(short) > _RARE)
    ):  # «… ve Tekstil Yatırımları A.Ş.»
        rest = rest[:-1]
    group = variants.listed("truncated", "of_group")
    return any(word in group for word in rest[:1] + rest[-1:])


def _is_trade(words: Words) -> bool:
    trades, group = variants.listed("truncated", "trades"), variants.listed("truncated", "of_group")
    return bool(words) and all(word in trades and word not in group for word in words)


def _is_of_firm(word: str) -> bool:
    """Tell whether a word is no town, given name or other known word, so that it is a firm's own."""
    return not (lexicons.is_town(word) or variants.is_no_name(word) or word in lexicons.given_sounds())


def _by_middle(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«NUN Vakfı» of «NUN Eğitim ve Kültür Vakfı», «Duran Doğan Ambalaj» of «Duran Doğan Basım ve Ambalaj»."""
    ends: dict[Words, list[int]] = defaultdict(list)
    for index in lexicon.of_type("ORG"):
        words = lexicon.words[index]
        town = lexicons.is_town(words[0]) and gazetteer.country_of(words[0]) is not None
        own = not keys.is_trade(words[0]) and not town and gazetteer.nationality(words[0]) is None
        if own and words[-1] in variants.listed("truncated", "middle"):
            ends[words[0], words[-1]].append(index)
        elif own and len(words) > 2 and words[-1] in variants.listed("truncated", "trades"):
            ends[(*words[:2], words[-1])].append(index)
    for block in ends.values():
        for short in block[:_BLOCK]:
            longer = [i for i in block[:_BLOCK] if _leaves_middle_out(lexicon.words[short], lexicon.words[i])]
            join_one(lexicon, sets, short, longer, "no other body with these words")


def _leaves_middle_out(short: Words, longer: Words) -> bool:
    return 1 < len(short) < len(longer) and longer.count(short[0]) == 1 and keys.in_order(short, longer)
