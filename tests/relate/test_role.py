"""Role and direction: level, change, from, share; up, down or none."""

from collections.abc import Callable

import pytest

from olgu.relate.predicate import govern
from olgu.relate.seat import Seat

Sentence = Callable[[str], list[Seat]]

ROLES = [
    # change: beside a verb or noun of rising and falling
    ("İhracat {yüzde 5|percent} arttı.", "change", "up"),
    ("İhracat {yüzde 5|percent} oranında geriledi.", "change", "down"),
    ("Satışlar {yüzde 5|percent} oranında bir artış gösterdi.", "change", "up"),
    ("Endeks {yüzde 3'lük|percent|lik} düşüşle kapandı.", "change", "down"),
    ("Hisseler {yüzde 2|percent} değer kazandı.", "change", "up"),
    ("Hisseler {yüzde 2|percent} değer kaybetti.", "change", "down"),
    ("Kulüp yatırımcısına {yüzde 3|percent} kaybettirdi.", "change", "down"),
    ("Değer kaybı {yüzde 20'ye|percent|dat} ulaştı.", "change", "down"),
    ("Yeni model {yüzde 40|percent} daha hızlı.", "change", "up"),
    ("Fiyat ortalamanın {yüzde 14|percent} altında.", "change", "down"),
    ("Satışlar {ikiye|ratio|dat} katlandı.", "change", "up"),
    ("Sözleşme {5 yıl|duration} uzatıldı.", "change", "up"),
    ("Yolcu sayısı iç hatlarda {yüzde 28|percent}, dış hatlarda {yüzde 87|percent} düştü.", "change", "down"),
    ("Aboneliğe {yüzde 160'ı|percent|acc} aşan zam geldi.", "change", "up"),
    ("Piyasanın {10 kuruş|money} üzerinde fiyat veriyoruz.", "change", "up"),
    ("Rakibine {16 puan|number} fark attı.", "change", "up"),
    ("Rakibine {16|count} sayfa yazdı.", "level", None),
    ("Köprüden {2|count} araç çöktü.", "level", None),
    # level: the value itself, with the direction of its verb
    ("İhracat {3 milyar dolara|money|dat} yükseldi.", "level", "up"),
    ("Faiz {yüzde 40'a|percent|dat} indirildi.", "level", "down"),
    ("Fiyat {29 dolara|money|dat} kadar ciddi bir çöküş yaşadı.", "level", "down"),
    ("Fiyat {29 dolara|money|dat} kadar ciddi bir deneme yaşadı.", "level", None),
    ("Bütçe {92 milyar lira|money}, geçen yıla göre {yüzde 8|percent} arttı.", "level", None),
    ("Faiz {yüzde 40|percent} oldu.", "level", None),
    ("Kurum {5|count} ülkede fiyatların yükselmesini bekliyor.", "level", None),
    ("Üye sayısı {yüzde 90'ı|percent|acc} aştı.", "level", None),
    ("Takım {üçüncü|ordinal} sırada yer aldı.", "level", None),
    ("Polis {2|count} ayrı suçtan indirim uyguladı.", "level", None),
    ("Şirket sermayesini {82.730.000 TL|money} nakit olarak artırdı.", "level", "up"),
    ("{150 ml'lik|measure|lik} şurubun fiyatı arttı.", "level", None),
    ("{İki|count} ülke ticareti artıracak.", "level", None),
    ("Ceza {5 yıla|duration|dat} yükseldi.", "level", "up"),
    # a length of time tells when
    ("Göl {50 yılda|duration|loc} epey küçüldü.", "level", None),
    ("Üretim {3 aydır|duration} artıyor.", "level", None),
    # from: the old value beside the new one
    ("İhracat {3 milyar dolardan|money|abl} {5 milyar dolara|money|dat} yükseldi.", "from", "up"),
    # level without a direction: a way
    ("Fabrikadan {376 ton|measure} atık çıkarıldı.", "level", None),
    ("Metrekareye {dokuz|count} kazık düşecek.", "level", None),
    ("Dairesini {3 bin dolardan|money|abl} satışa çıkarmıştı.", "level", None),
    ("Daireler {3 bin dolara|money|dat} çıkmıştı.", "level", "up"),
    ("Sayı {dokuza|count|dat} düşecek.", "level", "down"),
    ("Faiz {5 puan|count} düştü.", "change", "down"),
    ("Çalışan sayısı {139|count} kişiye çıktı.", "level", "up"),
    ("Ortanca yaş {34'ten|count|abl} {35'e|duration|dat} çıktı.", "level", "up"),
    ("Pay geçen yıl {yüzde 16|percent} iken bu yıl {yüzde 17'ye|percent|dat} çıktı.", "from", None),
    ("Şirket {78 ton|measure} ihraç ederken, bu miktar {80 tona|measure|dat} çıktı.", "from", None),
    ("Şirket {78 ton|measure} ihraç ederken, bu miktar {80 tona|measure|dat} dayandı.", "level", None),
    ("Eylülde {16 milyar dolar|money} olan açık ekimde {14 milyar dolara|money|dat} geriledi.", "from", None),
    ("Hisseler günü {2 dolardan|money|abl} kapattı.", "level", None),
    # share: a part of a whole
    ("Nüfusun {yüzde 40'ı|percent|acc} kentte yaşıyor.", "share", None),
    ("Halkın {üçte biri|ratio} kirada oturuyor.", "share", None),
    ("Bütçenin {yüzde 10'luk|percent|lik} kısmı harcandı.", "share", None),
    ("Firmanın {yüzde 14|percent} pazar payı bulunuyor.", "share", None),
    ("Kredinin {155 milyon lirası|money} kullanıldı.", "share", None),
    ("Yaralıların {3'ü|count|acc} taburcu edildi.", "share", None),
    ("Kentte 1.250 kişi ({yüzde 12|percent}) işsiz.", "share", None),
    ("Kentte işsizlik ({yüzde 12|percent}) sürüyor.", "level", None),
    ("Yaralıların {ikinci|ordinal} günü sakin geçti.", "level", None),
]


@pytest.mark.parametrize(("marked", "role", "direction"), ROLES)
def test_govern_tells_role_and_direction_of_the_first_quantity(
    sentence: Sentence, marked: str, role: str, direction: str | None
) -> None:
    found = sentence(marked)
    governor = govern(found[0], found)
    assert (governor.role, governor.direction) == (role, direction)


def test_govern_tells_a_new_value_from_the_old_one(sentence: Sentence) -> None:
    found = sentence("Pay {yüzde 5|percent} seviyesinden {yüzde 7|percent} seviyesine çıktı.")
    assert [govern(one, found).role for one in found] == ["from", "level"]
