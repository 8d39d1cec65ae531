"""How sure a fact is: actual, planned, expected, possible, negated."""

from collections.abc import Callable

import pytest

from olgu.relate.predicate import govern
from olgu.relate.seat import Seat

Sentence = Callable[[str], list[Seat]]

STATUSES = [
    ("İhracat {yüzde 5|percent} arttı.", "actual"),
    ("İhracatın {yüzde 5|percent} arttığı açıklandı.", "actual"),
    ("Kurum {5|count} okul açıyor.", "actual"),
    # planned
    ("Kurum {5|count} okul açacak.", "planned"),
    ("Bölgede {5|count} okul açılacak.", "planned"),
    ("Kurumun {5|count} okul açması planlanıyor.", "planned"),
    ("Kurum {5|count} okul açmayı hedefliyor.", "planned"),
    ("Kurum {5|count} okul açmak için çalışıyor.", "planned"),
    ("Şirket {5 milyar dolarlık|money|lik} teklif verdi.", "planned"),
    ("Yıllık gelir hedefi {30 milyar dolar|money} olarak açıklandı.", "planned"),
    ("Savcı {5 yıl|duration} hapis cezası talep etti.", "planned"),
    ("Şirket {3|count} fabrika kurarak istihdam sağlamayı planlıyor.", "planned"),
    ("Şirket {3|count} fabrika kurarak üretime başlayacak.", "planned"),
    ("Şirket sermayesini {5 milyon lira|money} artırarak 9 milyona çıkarmak için kurula başvurdu.", "planned"),
    ("Hisselerin {yüzde 75|percent} kısmının satılması ve devredilmesi için kurula başvuruldu.", "planned"),
    ("Kârın {3 milyon liralık|money|lik} kısmının dağıtılması konusu genel kurulun onayına sunuldu.", "planned"),
    ("Kârın {3 milyon liralık|money|lik} kısmının onayına sunulmasına karar verildi.", "planned"),
    ("Kârın {3 milyon liralık|money|lik} kısmının dağıtılması kararı açıklandı.", "actual"),
    ("Rakibini {4|count} farkla geçerek kupaya uzanan takım kutlama yapmak için başvurdu.", "actual"),
    ("Şirket {5|count} depoyu kapatmak durumunda kaldı.", "actual"),
    ("{Iki|count} kuleden oluşan proje İzmir’de inşa edilecek.", "planned"),
    ("{Iki|count} kuleden oluşan proje İzmir’de inşa edildi.", "actual"),
    ("{Iki|count} kuleden oluşan proje büyüyecek.", "actual"),
    ("{Iki|count} kişiden oluşan ekip burada bina yapacak.", "actual"),
    # expected
    ("İhracatın {yüzde 5|percent} artması bekleniyor.", "expected"),
    ("İhracatın {yüzde 5|percent} artacağı tahmin ediliyor.", "expected"),
    ("İhracat {yüzde 5|percent} artacak.", "expected"),
    ("Bölgede {5|count} okul açacak olan kurum büyüyor.", "planned"),
    ("Bölgede {5|count} okul açmış olan kurum büyüyor.", "actual"),
    ("Kurum {yüzde 5|percent} büyüme bekliyor.", "expected"),
    ("Enflasyon tahmini {yüzde 12|percent} oldu.", "expected"),
    ("Enflasyon {yüzde 12|percent} oldu.", "actual"),
    # possible
    ("Kurum {5|count} okul açabilir.", "possible"),
    ("Kurum {5|count} okul açabildi.", "actual"),
    ("Kurum {5|count} okul açmalı.", "possible"),
    ("Kurumun {5|count} okul açması gerekiyor.", "possible"),
    ("Gemide {5|count} kişi olduğu iddia edildi.", "possible"),
    ("Değerinin {5 milyar dolar|money} olduğu düşünülüyor.", "possible"),
    ("İzin verilmesi halinde {5|count} okul açılacak.", "possible"),
    ("Talep artarsa {5|count} okul açılacak.", "possible"),
    # negated
    ("Kurum {5|count} okul açmadı.", "negated"),
    ("Mesafe {5|number} metre değil.", "negated"),
    ("Kurum {5.|ordinal} yıl törenini yapmadı.", "actual"),
    # the plan is about the new value
    ("Üretim {700'den|count|abl} {bin 200'e|count|dat} çıkarılacak.", "actual"),
]


@pytest.mark.parametrize(("marked", "status"), STATUSES)
def test_govern_tells_the_status_of_the_first_quantity(sentence: Sentence, marked: str, status: str) -> None:
    found = sentence(marked)
    assert govern(found[0], found).status == status
