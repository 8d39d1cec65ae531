"""Names that leave a part of a fuller one out, where the run knows one such fuller name only; and words in other order.

A given name, the trade of a firm, the town of a facility; the surname alone of whom everybody knows; a name that has a
country in some articles only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_BLOCK = 40
"""People of one surname that are compared with each other: keeps the work linear."""
_LONGEST = 4
"""Words of the longest name of a person."""
_LONG_SURNAME = 6
"""Letters of a surname that tells a person by a frequent given name."""
_LONGER_SURNAME = 11
"""The same by one of the few given names that are the most frequent."""
_OPENING = 6
"""Words of the longest short name of a firm."""
_SURE = 0.8
"""Share of the articles of a surname that must be about one person."""
_INFLECTED = 7
"""Letters of the shortest word that may have a case ending without an apostrophe."""
_SUFFIX = 2
"""Letters of the shortest such ending."""
_ACRONYM = 3
"""Letters of the shortest short name of a firm, where it is written in capitals."""
_SHORTEST = 4
"""The same of others."""
_RARE = 2
"""Articles of such a word: a name of more may be that of a group or a newspaper («Volkswagen», «Evrensel»)."""
_OWN_WORD = 5
"""Letters of a word that is the name of one firm alone."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join names with what they are a part of."""
    _by_country(lexicon, sets)
    _by_order(lexicon, sets)
    _by_case(lexicon, sets)
    _by_given(lexicon, sets)
    _by_surname(lexicon, sets)
    _by_firm(lexicon, sets)
    _by_middle(lexicon, sets)


def join_one(lexicon: Lexicon, sets: Sets[int], short: int, longer: Iterable[int], what: str) -> None:
    """Join a short name to its fuller ones, `longer`, if they are one entity; `what` is the evidence."""
    found = sorted(longer)
    roots = {sets.find(index) for index in found} - {sets.find(short)}
    if len(roots) == 1:
        other = next(index for index in found if sets.find(index) in roots)
        score = len(lexicon.words[short]) / len(lexicon.words[other])
        sets.join(other, short, "part", round(min(1.0, score), 3), what)


def _by_country(lexicon: Lexicon, sets: Sets[int]) -> None:
    """One name with a country and without one; of bodies that every state has, that of Türkiye."""
    named: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for index in lexicon.words:
        key = lexicon.nodes[index].key
        if key.type != "PERSON":
            named[key.type, key.name].setdefault(key.country, index)
    for nodes in named.values():
        known = sorted(nodes.keys() - {""})
        if "" not in nodes or len(known) != 1:
            continue
        if known[0] == bodies.HOME or not bodies.is_body(keys.plain(lexicon.nodes[nodes[""]].name)):
            sets.join(nodes[known[0]], nodes[""], "country", 1.0, f"no other country than {known[0]}")


def _by_order(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Bursa SSK Hastanesi» and «SSK Bursa Hastanesi»; people have the first given name or the surname the same."""
    first: dict[tuple[str, Words], int] = {}
    for index in lexicon.words:
        key = lexicon.nodes[index].key
        for words in lexicon.spellings(index):
            for bag in _orders(key, words) if len(words) > 2 or "bank" in words else ():
                other = first.setdefault((key.type, bag), index)
                if other != index:
                    sets.join(other, index, "order", 1.0, "the same words")


def _orders(key: keys.Key, words: Words) -> Iterator[Words]:
    if key.type == "PERSON":
        yield ("first", words[0], *sorted(words[1:]))
        yield ("last", words[-1], *sorted(words[:-1]))
    else:
        yield (key.country, *sorted(words))


def _by_case(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Miktar Azaltımının» is «Miktar Azaltımı»: a case ending without an apostrophe."""
    for index in lexicon.words:
        node = lexicon.nodes[index]
        low = keys.plain(node.name)
        for base in names.bases(low) if " " in low and len(low.rsplit(maxsplit=1)[-1]) >= _INFLECTED else ():
            if len(low) - len(base) < _SUFFIX:
                continue
            found = lexicon.find(node.key.type, keys.words(node.key.type, base), node.key.country)
            if found is not None and found != index:
                sets.join(found, index, "form", 1.0, "the same word with a case ending")
                break


def _by_given(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Mesut İlter» of «Mustafa Mesut İlter», «Mustafa Balbay» of «Mustafa Ali Balbay»; rare surnames only."""
    of_surname: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("PERSON"):
        words = lexicon.words[index]
        if len(words) > 1 and _is_rare_surname(words[-1]):
            of_surname[words[-1]].append(index)
    for block in of_surname.values():
        for short in block[:_BLOCK]:
            longer = [
                i
                for i in block[:_BLOCK]
                if _leaves_given_out(lexicon.words[short], lexicon.words[i])
                and "-" not in lexicon.nodes[i].name.split()[0]  # «Şebnem-Celal Çapa» are two
            ]
            join_one(lexicon, sets, short, longer, "no other person of the name")


def _is_rare_surname(word: str) -> bool:
    title = word in map(names.sounds, variants.listed("names", "after"))
    return (
        not title
        and not lexicons.is_town(word)
        and not lexicons.is_common_surname(word)
        and not lexicons.is_common_given(word)
    )


def _leaves_given_out(short: Words, longer: Words) -> bool:
    """Tell whether a person's name is another's without a middle name, or without the first of two given names."""
    if len(short) >= len(longer) or len(longer) > _LONGEST:
        return False
    rest = iter(longer)
    if not all(word in rest for word in short):
        return False
    if short[0] == longer[0]:
        longest = _LONGER_SURNAME if lexicons.is_most_given(short[0]) else _LONG_SURNAME
        telling = len(short[-1]) >= longest and short[-1] not in lexicons.given_sounds()
        return telling or not lexicons.is_common_given(short[0])
    left_out = len(longer) == len(short) + 1 and longer[1:] == short and longer[0] in lexicons.given_sounds()
    if lexicons.is_common_surname(short[0]):  # «Sümeyye Erdoğan Bayraktar»
        return False
    return left_out and not lexicons.is_most_given(short[0])


def _by_surname(lexicon: Lexicon, sets: Sets[int]) -> None:
    """«Netanyahu», whom olgu's list of known people has, is who bears the name in the run."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for index in lexicon.of_type("PERSON"):
        if len(lexicon.words[index]) > 1:
            bearers[lexicon.words[index][-1]].append(index)
    for index in lexicon.of_type("PERSON"):
        if len(lexicon.words[index]) != 1 or lexicon.words[index][0] in lexicons.given_sounds():
            continue
        counts: Counter[int] = Counter()
        for other in bearers.get(lexicon.words[index][0], ()):
            counts[sets.find(other)] += lexicon.nodes[other].articles
        if counts:
            root, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
            if most >= _SURE * counts.total():
                what = f"{most} of {counts.total()} articles with the surname"
                sets.join(root, index, "part", round(most / counts.total(), 3), what)


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
            if not _is_organ(lexicon.words[other][len(words) :]) and not _is_listing(lexicon, other)
        ]
        agency = [other for other in own if lexicon.words[other][len(words) :] == ("haber", "ajansı")]
        if agency:
            join_one(lexicon, sets, index, agency, "no other agency of the name")
            continue
        holdings = [other for other in own if lexicon.words[other] == (*words, "holding")]
        if holdings and words[-1] == "yatırım" and not is_broker(lexicon, index):
            join_one(lexicon, sets, index, holdings, "no broker of the name")
        elif own and all(_says_trade(lexicon, words, other) for other in own):
            join_one(lexicon, sets, index, own, "no other body whose name opens so")


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
    return len(words) > 1 and lexicon.find("ORG", words) is not None


def _is_organ(rest: Words) -> bool:
    return rest[-1] in names.rules()["organisations"]["parts"] or rest[-1] in ("kurulu", "müdürlüğü", "genel")


def _says_trade(lexicon: Lexicon, short: Words, longer: int) -> bool:
    """Tell whether what follows the short name in a longer one says what the firm does."""
    rest = lexicon.words[longer][len(short) :]
    if _is_full_name(lexicon, short, longer, rest) or _is_told_by_form(lexicon, longer, rest):
        return True
    if rest == ("yatırım", "holding") and len(short) == 1:
        return True  # «Usaş» of «Usaş Yatırım Holding»
    if rest == ("yatırım", "ortaklığı") and short[-2:] == ("girişim", "sermayesi"):
        return True
    if len(rest) > 1 and rest[0][:_ACRONYM] == short[0][:_ACRONYM] and len(short) == 1:  # «Gemport Gemlik Liman»
        return True
    if rest in (("bank",), ("bankası",)) and len(short) > 1 and short[-1] not in name_cues.load().org_heads:
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
    low = keys.plain(lexicon.nodes[longer].name).replace(".", "")
    if "sportif" in short[1:] and (
        low.endswith(variants.company_forms()) or rest[0] == "yatırım"
    ):  # «Trabzonspor Sportif Yatırım … A.Ş.»
        return True
    if not low.endswith(variants.company_forms()) or _is_of_group(short, rest) or "iştiraki" in rest:
        return False
    if len(short) == 1:
        if rest[0][:_ACRONYM] == short[0][:_ACRONYM]:  # «CarrefourSA Carrefour Sabancı Ticaret Merkezi A.Ş.»
            return True
        found = lexicon.find("ORG", short)
        rare = found is not None and lexicon.nodes[found].articles <= _RARE
        return rare and len(short[0]) >= _OWN_WORD and _is_of_firm(short[0]) and " holding" not in low
    trade = short[-1] in variants.listed("truncated", "heads_of_trade")
    return trade or (short[-1] not in name_cues.load().org_heads and short[-1] != "yatırım")


def _is_of_group(short: Words, rest: Words) -> bool:
    """Tell whether what follows a firm's name makes another firm of its group: «Petkim», «Petkim Limancılık»."""
    if rest[-1] == "üretim" and (len(rest) > _RARE or short[-1] in ("elektrik", "enerji")):
        rest = rest[:-1]
    if rest and rest[-1] == "yatırım" and (len(rest) > 1 or len(short) > _RARE):  # «… ve Tekstil Yatırımları A.Ş.»
        rest = rest[:-1]
    group = variants.listed("truncated", "of_group")
    return any(word in group for word in rest[:1] + rest[-1:])


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
    rest = iter(longer)
    return 1 < len(short) < len(longer) and longer.count(short[0]) == 1 and all(word in rest for word in short)
