"""Which verb governs a quantity: sentences with the expected predicate, none where there is none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from olgu.relate.predicate import govern
from olgu.relate.seat import Seat

Sentence = Callable[[str], list[Seat]]

GOVERNORS = [
    # finite verbs, voice dropped
    ("Taraflar {11|count} belge imzaladı.", "imzalamak"),
    ("Görüşmelerde {11|count} belge imzalandı.", "imzalamak"),
    ("Kentte {700'den|count|abl} fazla şirket bulunmakta.", "bulunmak"),
    ("Depremde {40|count} kişi hayatını kaybetti.", "kaybetmek"),
    ("Festivale {5 bin|count} kişi katılmadı.", "katılmak"),
    # compounds with etmek and olmak keep their noun, other light verbs stand alone
    ("Belediye {3|count} yeni köprü inşa etti.", "inşa etmek"),
    ("Şirket {20 ton|measure} fındık ithal ediyor.", "ithal etmek"),
    ("Vakıf {12|count} yurda sahip olacak.", "sahip olmak"),
    ("Takım listede {üçüncü|ordinal} sırada yer aldı.", "almak"),
    ("Satışlar {yüzde 5|percent} artış gösterdi.", "göstermek"),
    # reported clauses and participles
    ("Bakan, hacmin {6 milyar dolara|money|dat} ulaştığını belirtti.", "ulaşmak"),
    ("{3 milyar dolarlık|money|lik} yatırım yapan şirket yeni bir tesis açtı.", "yapmak"),
    ("Kurul {5|count} kişinin katıldığı toplantıyı erteledi.", "katılmak"),
    ("{5 bin|count} kişi Ankara'da düzenlenen mitinge katıldı.", "katılmak"),
    ("Şirket gelirin {yüzde 10'unu|percent|acc} ise yurt dışında yaşayan ortaklara dağıttı.", "dağıtmak"),
    ("Bütçenin {yüzde 10'u|percent}, okulları yöneten vakfa gidecek.", "gitmek"),
    ("Toplantıda {2|count} öğrenci ve onları destekleyen veliler konuştu.", "konuşmak"),
    # converbs
    ("İhracat {yüzde 5|percent} artarak {3 milyar dolara|money|dat} yükseldi.", "artmak"),
    ("Üretim {yüzde 5|percent} artarken fiyatlar düştü.", "artmak"),
    ("İhracat {yüzde 5|percent} artışla rekor düzeye geldi.", "gelmek"),
    ("{3|count} uzay aracı yörüngeden bir anda çıkarak görevini tamamladı.", "tamamlamak"),
    ("{9|count} kişilik kurul yarın öğleden sonra toplanarak kararını açıklayacak.", "açıklamak"),
    # lists share the verb of their last member
    ("Ülkelere ihracat {yüzde 12|percent}, komşulara ihracat ise {yüzde 28|percent} arttı.", "artmak"),
    ("Kirası {691 dolar|money}, kentte oturan ailelerin kirası {921 dolar|money} olarak belirlendi.", "belirlemek"),
    # verbal nouns
    ("Cironun {5 milyar dolara|money|dat} ulaşması bekleniyor.", "ulaşmak"),
    ("Bölgede {6|count} gıda işleme tesisi bulunuyor.", "bulunmak"),
    ("Holding {4|count} otel satın alma kararını duyurdu.", "almak"),
    # what a comma, «ise», «ve» or «birlikte» closes off
    ("{33|duration} yaşındaki oyuncu Demir, haberlerin yalan olduğunu söyledi.", "söylemek"),
    ("{9|count} kişilik heyet, kazandığı ödülü vakfa bağışladı.", "bağışlamak"),
    ("{341|count} kişinin kuruma ve savcılığa başvurduğu, kararın beklendiği açıklandı.", "başvurmak"),
    ("{Yüzde 12|percent} artışla birlikte taşınan yolcu sayısı rekora yaklaştı.", "yaklaşmak"),
    ("{71|duration} yaşındaki yazar ülkenin önde gelen adlarından biri sayılıyor.", "saymak"),
    ("Uzmanlar {4 yıl|duration} çalıştıklarını söyledi.", "çalışmak"),
    ("Tesiste {150|count} çalışan bulunuyor.", "bulunmak"),
    # nominal predicates and copulas
    ("Ülkenin nüfusu {85 milyon|count} kişidir.", "olmak"),
    ("Açık {5 milyar dolardı|money}.", "olmak"),
    ("Bütçe {9 milyon lira|money}.", "olmak"),
    ("Kasada {5 milyon lira|money} yok.", "olmak"),
    ("Birlik {3|count} vakfa ait.", "ait olmak"),
    # quotations
    ("“Bu yıl {5|count} okul açtık” dedi.", "açmak"),
    ("“Bütçemiz {5 milyar lira|money}” dedi.", "olmak"),
    ("Başkan {5|count} kişiye “geri dönün” dedi.", "demek"),
    ("Toplam {5 milyar lirayı|money|acc} aştı.", "aşmak"),
    ("{80 bin ton|measure} petrol, işlenmek üzere rafineriye taşındı.", "taşımak"),
    # nothing governs
    ("Fenerbahçe {39,00|number} {4,84|number} Galatasaray.", None),
    ("TürkTraktör'den {130|count} ülkeye ihracat", None),
    ("Sürücü A.B. ({35|duration}) yaralandı.", None),
    ("GELİRİNİN {YÜZDE 22'Sİ|percent} ARAŞTIRMAYA AYRILIYOR Kurum yeni projeleri duyurdu.", "ayırmak"),
    ("GÜNDE {65 MİLYON|count} TWEET MESAJI Dergi listeyi yayımladı.", None),
    # names and nouns that look like verbs
    ("{5|count} ülke sırasıyla Katar, Almanya ve Fransa olmuş.", "olmak"),
    ("Kurum {15 yılda|duration|loc} gelir ve gider dengesini kurdu.", "kurmak"),
]


@pytest.mark.parametrize(("marked", "lemma"), GOVERNORS)
def test_govern_finds_the_predicate_of_the_first_quantity(sentence: Sentence, marked: str, lemma: str | None) -> None:
    found = sentence(marked)
    assert govern(found[0], found).lemma == lemma


def test_govern_gives_each_quantity_its_own_clause(sentence: Sentence) -> None:
    found = sentence("Hastaneye {999|count} kişi başvururken {287|count} kişi şikayetçi oldu.")
    assert [govern(one, found).lemma for one in found] == ["başvurmak", "şikayetçi olmak"]


def test_govern_gives_the_index_of_the_verb_or_minus_one(sentence: Sentence) -> None:
    found = sentence("İhracat {yüzde 5|percent} arttı.")
    assert found[0].words[govern(found[0], found).index].text == "arttı"
    none = sentence("{130|count} ülkeye ihracat")
    assert govern(none[0], none).index == -1


def test_govern_finds_the_verb_among_the_bound_words(sentence: Sentence) -> None:
    found = sentence("Toplam {5 milyar lirayı|money|acc} aştı.")
    wide = replace(found[0], outer_last=found[0].last + 1)
    assert govern(wide, [wide]).lemma == "aşmak"


def test_govern_is_bounded_on_a_sentence_without_end(sentence: Sentence) -> None:
    found = sentence("{5|count} " + "kelime " * 400 + "arttı.")
    assert govern(found[0], found).lemma != "artmak"
