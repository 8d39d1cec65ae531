"""Tables of texts with their mentions in order and the number of the entity that each of them is."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.article import Entity, EntityType, Mention
from olgu.relate import identity, identity_names

KINDS: dict[str, EntityType] = {kind[0]: kind for kind in get_args(EntityType)}


def resolve(marked: str) -> tuple[str, list[Mention], list[Entity]]:
    """Read «[P:Ad] …» as a text with mentions, and resolve them."""
    text, mentions = "", []
    for part in marked.split("["):
        name, bracket, rest = part.partition("]")
        if not bracket:
            text += part
            continue
        kind, quote = name.split(":", 1)
        mentions.append(Mention(len(text), len(text) + len(quote), KINDS[kind], "test"))
        text += quote + rest
    resolved, entities = identity.resolve(text, mentions)
    return text, resolved, entities


@pytest.mark.parametrize(
    ("marked", "ids"),
    [
        # persons: surname after the full name, first name, middle parts, transliteration
        ("[P:Kasım-Cömert Tokayev] geldi. [P:Tokayev] konuştu.", "1 1"),
        ("[P:Kasym-Comart Tokayev] ve [P:Kasım-Jomart Tokayev] ve [P:Kassym-Jomart Tokayev]", "1 1 1"),
        ("[P:Kasym-Сomart Tokayev] ile [P:Kasym-Comart Tokayev]", "1 1"),
        ("[P:Yeon Sok Yeol] geldi. [P:Yeon Seok Yeol] gitti.", "1 1"),
        ("[P:Şavkat Mirziyoyev] ile [P:Shavkat Mirziyoyev]", "1 1"),
        ("[P:Recep Tayyip Erdoğan], [P:Tayyip Erdoğan], [P:Erdoğan]", "1 1 1"),
        ("[P:Emine Erdoğan] geldi. [P:Erdoğan] konuştu. [P:Recep Tayyip Erdoğan] ile [P:Erdoğan] gitti.", "1 1 2 2"),
        ("[P:Erdoğan] konuştu. [P:Recep Tayyip Erdoğan] dinledi.", "1 1"),
        ("[P:Greg Abbott] geldi. [P:Abott] konuştu.", "1 1"),
        ("[P:Yasemin Akıncılar Minguzzi] ve [P:Yasemin Akıncılar]", "1 1"),
        ("[P:MURAT KURUM] geldi. [P:Murat Kurum] konuştu.", "1 1"),
        # two people are two people
        ("[P:Emin Erdoğan] ve [P:Emine Erdoğan]", "1 2"),
        ("[P:Ali Yılmaz] ve [P:Veli Yılmaz]", "1 2"),
        ("[P:Ali Koç] ve [P:Ali Sabancı]", "1 2"),
        ("[P:Ahmet Kaya] ile [P:Mehmet Demir] ve [P:Kara]", "1 2 3"),
        # places: countries by code, inflected forms, everyday and official names
        ("[L:Kore]’den, [L:Kore Cumhuriyeti], [L:Güney Kore], [L:Korede]", "1 1 1 1"),
        ("[L:Güney Kore] ile [L:Kuzey Kore]", "1 2"),
        ("[L:Kazakistan] ve [L:Kazakistan Cumhuriyeti]", "1 1"),
        ("[L:İngiltere] ve [L:Birleşik Krallık] ile [L:İrlanda]", "1 1 2"),
        ("[L:Orta Doğu] ve [L:Ortadoğu]", "1 1"),
        ("[L:ABD], [L:Amerika Birleşik Devletleri], [L:Amerika]", "1 1 1"),
        ("[L:TÜRKİYE] ve [L:Türkiye] ve [L:Türkiyede]", "1 1 1"),
        ("[L:Kuzey Amerika] ve [L:Güney Amerika]", "1 2"),
        ("[L:Burdur] ve [L:Burdur Gölü]", "1 2"),
        ("[L:Kuyucuk Gölü] ve [L:Kuyucuk]", "1 1"),
        # bodies: brackets, initials, aliases, legal forms, short names
        ("[O:Türk Hava Yolları] ([O:THY]) uçtu. [O:THY] kazandı.", "1 1 1"),
        ("[O:Avrupa İstatistik Ofisi] ([O:Eurostat]) duyurdu.", "1 1"),
        ("[O:Avrupa İstatistik Ofisi]’nin ([O:Eurostat]) verisi", "1 1"),
        ("[O:İSİG] yani [O:İş Sağlığı ve İş Güvenliği Meclisi], bildirdi.", "1 1"),
        ("[O:Balo Yapı], eski adıyla [O:Sert Yapı], kapandı.", "1 1"),
        ("[O:Balo Yapı] yani bizce [O:Sert Yapı] kapandı.", "1 2"),
        ("[O:Balo Yapı] ve [O:Sert Yapı] kapandı.", "1 2"),
        ("[O:Balo Yapı] yani [P:Ali Sert] geldi.", "1 2"),
        ("[O:AB] ile [O:Avrupa Birliği]", "1 1"),
        ("[O:Türkiye İstatistik Kurumu] ve [O:TÜİK]", "1 1"),
        ("[O:Ulusal Orman Araştırma Kurumu] ve [O:UOAK]", "1 1"),
        ("[O:Sağlık Bakanlığı] ve [O:Sağlık Bakanlığından]", "1 1"),
        ("[O:Tarım Kredi Kooperatifine] ve [O:Tarım Kredi Kooperatifinin]", "1 1"),
        ("[O:Apple] ve [O:Apple Inc.]", "1 1"),
        ("[O:Karsu Tekstil] ve [O:Karsu]", "1 1"),
        ("[O:İş GYO] ve [O:İş Gayrimenkul Yatırım Ortaklığı]", "1 1"),
        ("[O:Fenerbahçe] ve [O:Fenerbahçe Spor Kulübü]", "1 1"),
        # parts and daughters are other bodies; so are bodies with one head
        ("[O:Tüpraş] ve [O:Tüpraş Kurumsal İletişim Müdürlüğü]", "1 2"),
        ("[O:TRT] ve [O:TRT Haber]", "1 2"),
        ("[O:Sağlık Bakanlığı] ve [O:Adalet Bakanlığı]", "1 2"),
        ("[O:İstanbul Üniversitesi] ve [O:İstanbul Teknik Üniversitesi]", "1 2"),
        ("[O:CHP] ve [O:MHP]", "1 2"),
        # endings of compounds left out, ordinals, «T.C.», a letter more in a surname
        ("[O:İzmir Rafinerisi] ve [O:İzmir Rafineri]", "1 1"),
        ("[O:İstanbul 4’üncü Ağır Ceza Mahkemesi] ve [O:İstanbul 4. Ağır Ceza Mahkemesi]", "1 1"),
        ("[O:İstanbul 4. Ağır Ceza Mahkemesi] ve [O:İstanbul 14. Ağır Ceza Mahkemesi]", "1 2"),
        ("[O:T.C. Sağlık Bakanlığı] ve [O:Sağlık Bakanlığı]", "1 1"),
        ("[P:Mahmut Arslan] ile [P:Mahmut Aslan]", "1 1"),
        ("[P:Mahmut Arslan] ile [P:Mehmet Aslan]", "1 2"),
        ("[P:Ali Kara] ile [P:Ali Kaya]", "1 2"),
        ("[O:Orta Doğu Teknik Üniversitesi] ile [O:ODTÜ]", "1 1"),
        ("[L:Sabiha Gökçen Havalimanı] ve [L:Sabiha Gökçen]", "1 1"),
        # bodies of states
        ("[O:Rusya Merkez Bankası] indirdi. [O:Merkez Bankası] açıkladı.", "1 1"),
        ("[L:Türkiye] izliyor: [O:Rusya Merkez Bankası] indirdi. [O:Merkez Bankası] açıkladı.", "1 2 3"),
        ("[O:TCMB] ile [O:Rusya Merkez Bankası]. [O:Merkez Bankası] açıkladı.", "1 2 1"),
        ("[O:Rusya Merkez Bankası] ile [O:Japonya Merkez Bankası]. [O:Merkez Bankası] açıkladı.", "1 2 3"),
        ("[L:Rusya] [O:Dışişleri Bakanlığı], [L:İran] [O:Dışişleri Bakanlığı]. [O:Dışişleri Bakanlığı]", "1 2 3 4 4"),
        # a name that is of two types is two entities
        ("[L:Konya] ve [O:Konya]", "1 2"),
        ("", ""),
    ],
)
def test_resolve_joins(marked: str, ids: str) -> None:
    _, mentions, _ = resolve(marked)
    assert " ".join((m.entity or "")[1:] for m in mentions) == ids


@pytest.mark.parametrize(
    ("marked", "name", "country"),
    [
        ("[L:Korede] ve [L:Kore]’den", "Kore", "KR"),
        ("[L:Korede]", "Kore", "KR"),
        ("[L:TÜRKİYE]", "Türkiye", "TR"),
        ("[L:Seul]", "Seul", "KR"),
        ("[L:Avrupa]", "Avrupa", None),
        ("[L:Kore] ve [L:Kore Cumhuriyeti]", "Kore Cumhuriyeti", "KR"),
        ("[P:Tokayev] ile [P:Kasym-Сomart Tokayev]", "Kasym-Comart Tokayev", None),
        ("[O:Tarım ve Orman Bakanlığından]", "Tarım ve Orman Bakanlığı", None),
        ("[O:THY] ile [O:Türk Hava Yolları]", "Türk Hava Yolları", None),
        ("[O:THY]", "THY", None),
        ("[O:Lion Hava Yollarına]", "Lion Hava Yolları", None),
        ("[O:Eurofighter Konsorsiyumunun]", "Eurofighter Konsorsiyumu", None),
        ("[O:Yüce Mahkemenin]", "Yüce Mahkeme", None),
        ("[L:Salı Pazarında]", "Salı Pazarı", None),
        ("[L:Kuzey Carolina]", "Kuzey Carolina", None),
        ("[L:Kuzey Benin]", "Kuzey Benin", None),
        ("[P:Vladimir İlyiç Lenin]", "Vladimir İlyiç Lenin", None),
        ("[P:Yeon Sok Yeol], [P:Yeon Sok Yeol], [P:Yeon Seok Yeol]", "Yeon Seok Yeol", None),
        ("[O:Kore]", "Kore", None),
        # bodies of states
        ("[O:Rusya Merkez Bankası]", "Rusya Merkez Bankası", "RU"),
        ("[O:Alman Savunma Bakanlığı]", "Alman Savunma Bakanlığı", "DE"),
        ("[O:Tokyo Borsası]", "Tokyo Borsası", "JP"),
        ("[O:Türkiye İstatistik Kurumu] ve [O:TÜİK]", "Türkiye İstatistik Kurumu", "TR"),
        ("[O:Fed]", "Fed", "US"),
        ("[O:Merkez Bankası]", "Merkez Bankası", None),
        ("[O:Sağlık Bakanlığı]", "Sağlık Bakanlığı", None),
        ("[O:Avrupa Merkez Bankası]", "Avrupa Merkez Bankası", None),
        ("[O:Türk Devletleri Teşkilatı]", "Türk Devletleri Teşkilatı", None),
        ("[O:Kore Elektrik]", "Kore Elektrik", None),
    ],
)
def test_resolve_names_the_entity(marked: str, name: str, country: str | None) -> None:
    _, _, entities = resolve(marked)
    assert [(e.name, e.country) for e in entities] == [(name, country)]


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("thy", "türk hava yolları", True),
        ("tüik", "türkiye istatistik kurumu", True),
        ("spk", "sermaye piyasası kurulu", True),
        ("bddk", "bankacılık düzenleme ve denetleme kurumu", True),
        ("thy", "türk metal sendikası", False),
        ("ab", "avrupa", False),
        ("chp", "cumhuriyet halk", False),
    ],
)
def test_is_acronym_of(acronym: str, name: str, expected: bool) -> None:
    assert identity_names.is_acronym_of(acronym, name) is expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("kasım-cömert", "kassym-jomart", False),
        ("şavkat", "shavkat", True),
        ("kerimhan", "kerimkhan", True),
        ("aqtau", "aktau", True),
        ("mehmed", "mehmet", True),
        ("ekmeleddin", "ekmelettin", True),
        ("rüşdü", "rüştü", True),
        ("dede", "tete", False),
        ("ankara", "antalya", False),
    ],
)
def test_sounds(a: str, b: str, same: bool) -> None:
    assert (identity_names.sounds(a) == identity_names.sounds(b)) is same


@given(st.text("abcçı", max_size=8), st.text("abcçı", max_size=8), st.integers(0, 4))
def test_distance_within_agrees_with_the_plain_definition(a: str, b: str, bound: int) -> None:
    def distance(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        return table[i][j]

    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            replaced = distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
            table[i][j] = min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, replaced)
    assert identity_names.distance_within(a, b, bound) is (distance(len(a), len(b)) <= bound)


NAMES = [
    "Erdoğan",
    "Emine Erdoğan",
    "Kore",
    "Korede",
    "THY",
    "Türk Hava Yolları",
    "Apple Inc.",
    "Apple",
    "A",
    "’",
    "İ. I",
]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("PLO"), st.one_of(st.sampled_from(NAMES), st.text("aAİı .-’", min_size=1)))))
def test_resolve_keeps_mentions_and_numbers_entities_by_first_appearance(items: list[tuple[str, str]]) -> None:
    text, mentions = "", []
    for kind, name in items:
        mentions.append(Mention(len(text), len(text) + len(name), KINDS[kind], "test"))
        text += name + ", "
    resolved, entities = identity.resolve(text, mentions)
    assert [(m.start, m.end, m.type) for m in resolved] == [(m.start, m.end, m.type) for m in mentions]
    seen = list(dict.fromkeys(m.entity for m in resolved))
    assert seen == [e.id for e in entities] == [f"e{n + 1}" for n in range(len(entities))]
    kinds = {e.id: e.type for e in entities}
    assert all(kinds[m.entity or ""] == m.type for m in resolved)
    assert identity.resolve(text, mentions) == (resolved, entities)
