"""Words that stand before or after a name and are no part of it: «Şirketimiz», «Emekli Amiral», «Pazar», «Hoca»."""

from __future__ import annotations

from functools import cache

from olgu.analyse.casing import lower
from olgu.entities import keys, variants
from olgu.entities import lexicon as lexicons
from olgu.entities.lexicon import Lexicon, Words
from olgu.entities.sets import Sets
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_BEFORE = 3
"""Words before a name that may be none of it."""
_SHORTEST = 3
"""Letters of the shortest name that may be framed."""
_WHOLE = 3
"""Words of the name of a body that a ministry owns."""
_KNOWN = 3
"""Articles from which on a body's name is known to be whole."""
_OFTEN = 20
"""Articles for each one with capitals before the name."""
_CAPITALS = 5
"""Letters of a word in capitals that is no acronym."""
_TWO_AFTER = 4
"""Words of a person's name with two that are none of it."""
_TOLD = 5
"""Words of a name that tells itself without the body that owns it."""


def join(lexicon: Lexicon, sets: Sets[int]) -> None:
    """Join every name that is another one with such words around it."""
    for kind in ("PERSON", "ORG", "LOC"):
        for index in lexicon.of_type(kind):
            found = _after_comma(lexicon, index) if kind == "ORG" else None
            found = found if found is not None else _without_before(lexicon, kind, index)
            found = found if found is not None or kind != "PERSON" else _without_after(lexicon, index)
            if found is not None and found != index and not keys.is_inner(kind, lexicon.nodes[found].name):
                evidence = f"{lexicon.nodes[index].name} without what frames it"
                sets.join(found, index, "frame", round(_share(lexicon, index, found), 3), evidence)


def _share(lexicon: Lexicon, index: int, found: int) -> float:
    return min(1.0, len(lexicon.words[found]) / len(lexicon.words[index]))


def _without_before(lexicon: Lexicon, kind: str, index: int) -> int | None:
    words, node = lexicon.words[index], lexicon.nodes[index]
    for count in range(1, len(words)):
        found = lexicon.find(kind, words[count:], node.key.country)
        if found is None:
            continue
        before, rest = words[:count], words[count:]
        if kind == "ORG" and _is_told(lexicon, node.name, found, count, words):
            return found
        if kind != "PERSON" and _ends_phrase(node.name, before, rest):
            return found
        if count > _BEFORE:
            continue
        if not variants.is_inflected(before[-1]) and _is_listing(node.name, lexicon.nodes[found].name):
            continue
        person = any(names.sounds(word) in lexicons.sure_given() for word in before)  # «Mazhar Zorlu Holding»
        if len(rest) == 1 and not person and _ends_so(node.name, lexicon.nodes[found].name):  # «Özel Koç Holding»
            rest = (*rest, variants.word("holding"))
        if is_frame(kind, before, rest, home=node.key.country in ("", bodies.HOME)):
            return found
        known = lexicon.nodes[found].articles
        if kind == "ORG" and known >= _OFTEN * node.articles and _is_headline(lexicon, node.name, count):
            return found
        if kind == "ORG" and node.articles == 1 and is_whole(before, rest, known):
            return found
    return None


def _is_club(lexicon: Lexicon, before: Words, rest: Words, found: int) -> bool:
    """«Çaykur Rizespor», «Kardemir Karabükspor»: the club of a town after its sponsor, a known firm."""
    sport = variants.word("sport")
    town = len(rest) == 1 and rest[0].endswith(sport) and lexicons.is_town(rest[0].removesuffix(sport))
    sponsor = lexicon.find("ORG", before)
    place = any(_is_place(word) for word in before)
    return town and not place and (sponsor not in (None, found) or gazetteer.lookup(" ".join(before)) is not None)


def _is_told(lexicon: Lexicon, name: str, found: int, count: int, words: Words) -> bool:
    """Tell whether what stands before a body is its ministry, its owner, its own short name, or a person."""
    before, rest = words[:count], words[count:]
    if _is_of_ministry(before, rest) or _is_owned(before, rest) or _is_coined(before, rest, name):
        return True
    if _is_club(lexicon, before, rest, found):
        return True
    return _is_person(lexicon, found, before, rest) and not _is_listing(name, lexicon.nodes[found].name)


def _is_coined(before: Words, rest: Words, name: str) -> bool:
    """«Niğbaş Niğde Beton Sanayi ve Ticaret A.Ş.»: a short name made of the full one that follows."""
    firm = keys.plain(name).replace(".", "").endswith(variants.company_forms())
    coined = len(before) == 1 and len(rest) > 1 and before[0][:_SHORTEST] == rest[0][:_SHORTEST]
    return (
        firm
        and coined
        and not keys.is_trade(before[0])
        and len(rest[0]) > _SHORTEST
        and rest[-1] != variants.word("leasing")
    )


def _is_person(lexicon: Lexicon, found: int, before: Words, rest: Words) -> bool:
    """«Ali Babacan Hürriyet Gazetesi»: a person whom the run knows before a known body."""
    known = lexicon.nodes[found].articles >= (_KNOWN if len(rest) > 1 else _OFTEN)
    if len(before) < 2 or not known or all(keys.is_trade(word) for word in rest):
        return False
    return lexicon.find("PERSON", tuple(map(names.sounds, before))) is not None


def _is_headline(lexicon: Lexicon, name: str, count: int) -> bool:
    """«MEVDUAT Merkez Bankası», «F. Merkez Bankası»: capitals before a body that many articles name otherwise."""
    words = name.split()
    before, rest = words[:count], " ".join(words[count:])
    if not all(word.isupper() for word in before) or rest.isupper() or len(words) - count < 2:
        return False
    letter = count == 1 and len(before[0].strip(".")) == 1
    known = lexicon.find("ORG", keys.words("ORG", " ".join(before))) is not None
    return letter or (not known and not any(_is_place(lower(word)) for word in before) and len(before[0]) >= _CAPITALS)


def _ends_so(longer: str, name: str) -> bool:
    """Tell whether a name of several words is the end of another, legal form and all."""
    low = keys.plain(name)
    return " " in low and keys.plain(longer).endswith(" " + low)


def _is_listing(longer: str, name: str) -> bool:
    """Tell whether a name is that of several bodies: «Avrasya Petrol ve Avrasya GYO»."""
    before = keys.plain(longer).removesuffix(keys.plain(name))
    return any(joiner in before for joiner in variants.joiners())


def is_frame(kind: str, before: Words, rest: Words, home: bool = True) -> bool:
    """Tell whether the words before the name `rest` are no part of the whole name."""
    if kind == "PERSON":
        return _frames_person(before, rest)
    if (
        len("".join(rest)) < _SHORTEST
        or (len(rest) == 1 and keys.is_trade(rest[0]))
        or rest[0] in variants.listed("before", "posts")
    ):
        return False
    if all(variants.is_no_name(word) for word in before):
        return not all(keys.is_trade(word) for word in rest) or rest[-1] == variants.word("ministry")
    if _is_state(before, rest):
        return True
    if (
        kind == "ORG"
        and before == variants.phrase("turkish")
        and len(rest) > 1
        and rest[-1] in variants.listed("truncated", "trades")
    ):
        return not keys.is_trade(rest[0])  # «Türk Prysmian Kablo»
    foreign = len(before) == 1 and before[0] in variants.listed("before", "articles")
    return kind == "ORG" and (foreign or _frames_known(before, rest, home) or _is_origin(before, rest))


def _is_state(before: Words, rest: Words) -> bool:
    """«Türkiye Bankalar Birliği», «İşletmelerin Türk Patent Enstitüsü»: bodies that the country has one of."""
    if len(rest) < 2 or rest[-1] not in variants.listed("organisations", "of_all"):
        return False
    framed = len(before) > 1 and all(variants.is_no_name(word) for word in before[:-1])
    return before == variants.phrase("home") or (framed and before[-1] in variants.listed("organisations", "home"))


def is_whole(before: Words, rest: Words, articles: int) -> bool:
    """Tell whether a known name is whole without what stands before it once: «Kazancı Holding Aksa Enerji»."""
    if len(rest) < 2 or rest[-1] in variants.listed("bearers", "parted"):
        return False
    if articles < (_KNOWN if len(rest) == 2 else 1):
        return False
    first, cues = rest[0], name_cues.load()
    placed = len(rest) == 2 and _is_place(first)
    if keys.is_trade(first) or first in cues.org_heads or placed or first in cues.directions:
        return False
    return not any(_is_place(word) or gazetteer.nationality(word) or word in cues.directions for word in before)


def _ends_phrase(name: str, before: Words, rest: Words) -> bool:
    """«Genel Kurul Toplantısının Ticaret Sicil Gazetesi»: an inflected word ends what is no part of the name."""
    telling = [word for word in rest if not keys.is_trade(word)]
    cut = len(rest) == 2 and rest[-1] in variants.listed("bearers", "parted")  # «… İşçileri Sendikası»
    if len(rest) < 2 or cut or not telling or not variants.is_inflected(before[-1]):
        return False
    return not keys.plain(name).rpartition(before[-1])[2].startswith(variants.joiners())


def _is_owned(before: Words, rest: Words) -> bool:
    """«Boğaziçi Üniversitesi Kandilli Rasathanesi ve Deprem Araştırma Enstitüsü»: a name of its own after its owner."""
    if before[-1] not in variants.listed("bearers", "owners") or len(rest) < _BEFORE or keys.is_trade(rest[0]):
        return False
    if rest[-1] not in variants.listed("bearers", "owned") or rest[0] in variants.listed("town", "generic"):
        return False
    return len(rest) >= _TOLD or _is_place(rest[0]) or rest[0] in name_cues.load().first_names


def _is_of_ministry(before: Words, rest: Words) -> bool:
    """«Ulaştırma Bakanlığı Sivil Havacılık Genel Müdürlüğü» is the one of the state."""
    for owner in variants.rules()["bearers"]["of_state"]:
        if " ".join(before) == owner["name"] and rest[-1] in owner["heads"] and len(rest) >= owner["words"]:
            return "tasks" not in owner or not set(owner["tasks"]).isdisjoint(rest)
    if before[-1] not in variants.listed("bearers", "ministries") or len(rest) < _WHOLE:
        return False
    if any(_is_place(word) or gazetteer.nationality(word) for word in before):
        return False
    return any(" ".join(rest).endswith(" " + head) for head in variants.listed("bearers", "of_ministry"))


def _frames_person(before: Words, rest: Words) -> bool:
    """«Başmüzakereci Volkan Bozkır»: what is no given name before a given name and a surname."""
    given = lexicons.given_sounds()
    if len(rest) < 2 or rest[-1] in given or any(word in given for word in before):
        return False
    return (rest[0] in lexicons.sure_given() and len(before) < _BEFORE) or all(
        variants.is_no_name(word) for word in before
    )


@cache
def _no_surname() -> frozenset[str]:
    return frozenset(map(names.sounds, variants.listed("after", "no_surname")))


@cache
def _after() -> frozenset[str]:
    return frozenset(map(names.sounds, variants.listed("names", "after")))


def _frames_known(before: Words, rest: Words, home: bool) -> bool:
    """«Malum Türk Hava Yolları»: before a body of olgu's list or a ministry, what is no country and no task of it."""
    name = " ".join(rest[:-1] if rest[-1] == variants.word("holding") else rest)
    known = (
        len(rest) > 1
        and rest != variants.phrase("state_ministry")
        and (variants.is_listed("ORG", name) or (rest[-1] == variants.word("ministry") and home))
    )
    if not known:
        return False
    if rest[-1] in variants.listed("organisations", "teams"):  # «Basketbol Milli Takımı», «Ümit Milli Takımı»
        return all(variants.is_no_name(word) for word in before)
    if rest == variants.phrase("central_bank"):  # of any state, also of one that is misspelled
        return all(_is_of_sentence(word) for word in before)
    return not any(
        word in variants.listed("before", "portfolios")
        or word in name_cues.load().directions
        or _is_place(word)
        or (gazetteer.nationality(word) not in (None, bodies.HOME))
        for word in before
    )


def _is_of_sentence(word: str) -> bool:
    cues = name_cues.load()
    plain = word in cues.plain_words or word in cues.sentence_words or word in variants.phrase("republic")
    return plain or variants.is_no_name(word)


def _is_place(word: str) -> bool:
    entry = gazetteer.lookup(word)
    return entry is not None and entry.type == "LOC" and word != variants.word("home")


def _is_origin(before: Words, rest: Words) -> bool:
    """«Katarlı Qatar National Bank», «Güney Koreli SK Group»: not before what every country has."""
    nation = gazetteer.nationality(before[-1])
    if nation in (None, bodies.HOME) or any(word not in name_cues.load().directions for word in before[:-1]):
        return False
    first, cues = rest[0], name_cues.load()
    of_all = variants.listed("organisations", "of_all")  # «Fransız Rekabet Kurumu»
    plain = len(rest) < 2 or rest[-1] in variants.listed("organisations", "national") or rest[-1] in of_all
    plain = plain or keys.is_trade(first) or first in cues.org_heads or first in variants.listed("before", "portfolios")
    return not plain and not bodies.is_body(" ".join(rest)) and first != variants.word("turkish")


def _after_comma(lexicon: Lexicon, index: int) -> int | None:
    """«Azaklı, Bilgi Teknolojileri ve İletişim Kurumu»: the end of what came before the name."""
    node = lexicon.nodes[index]
    before, comma, rest = keys.plain(node.name).partition(", ")
    words = before.split()
    if not comma or len(words) > 2 or any(joiner in f" {before} " for joiner in variants.joiners()):
        return None
    if words[-1] in variants.listed("before", "portfolios") or words[-1] in name_cues.load().org_heads:
        return None
    if lexicon.find("ORG", tuple(variants.body(before).split())) is not None:
        return None
    found = lexicon.find("ORG", tuple(variants.body(rest).split()), node.key.country)
    return found if found is not None and len(lexicon.words[found]) > 1 else None


def _without_after(lexicon: Lexicon, index: int) -> int | None:
    """«Okan Buruk Hoca», «Nurettin Alkan Albay», «Durmuş Yılmaz Para»: one word after given name and surname."""
    words = lexicon.words[index]
    if len(words) > 2 and "-" in lexicon.nodes[index].name.split()[-1]:  # «Strauss» for «Strauss-Kahn»
        return lexicon.find("PERSON", words[:-1])
    if len(words) > 2 and words[-1] in variants.listed("before", "words"):
        return lexicon.find("PERSON", words[:-1])
    if len(words) == _TWO_AFTER and (two := _without_two(lexicon, words)) is not None:
        return two
    if len(words) < 3 or words[0] not in lexicons.given_sounds() or words[-2] in lexicons.given_sounds():
        return None
    last, cues = words[-1], name_cues.load()
    no_surname = last in _no_surname() or last in cues.org_heads or last in cues.loc_heads
    given = last in lexicons.given_sounds() and last not in _after()
    if no_surname or given or lexicons.is_common_given(last):
        return None
    return lexicon.find("PERSON", words[:-1])


def _without_two(lexicon: Lexicon, words: Words) -> int | None:
    """«Zeki Müren Türk Sanat»: two words after given name and surname, none of them a given name."""
    given = lexicons.given_sounds()
    if words[0] not in given or any(word in given for word in words[1:]) or words[-1] in _no_surname():
        return None
    return lexicon.find("PERSON", words[:2])
