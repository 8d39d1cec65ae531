"""Edges of bounds, ranges, scores and shares: neighbours that look alike, each with what tells them apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Etkinliklere 10, 20 ve 30 bin kişi geldi.",
            ["10 = 10000 (count)", "20 = 20000 (count)", "30 bin = 30000 (count)"],
        ),
        ("Maçlara 10 veya 15 bin kişi gelir.", ["10 = 10000 (count)", "15 bin = 15000 (count)"]),
        ("Salona 20 ve 10 bin kişi geldi.", ["20 = 20 (count)", "10 bin = 10000 (count)"]),
        ("Salona 10'u ve 15 bin kişi geldi.", ["10'u = 10 (count)", "15 bin = 15000 (count)"]),
        ("Salona 10, 15 bin kişi geldi.", ["10 = 10 (count)", "15 bin = 15000 (count)"]),
        ("5 (beş) milyon TL ödendi.", ["5 (beş) milyon TL = 5000000 TRY (money)"]),
        ("250 (iki yüz elli) bin liraya", ["250 (iki yüz elli) bin liraya = 250000 TRY (money)"]),
        ("3 (üç) bin kişi, 3 (üç) kişi", ["3 (üç) bin = 3000 (count)", "3 = 3 (count)"]),
        ("5 (altı) milyon TL", ["5 = 5 (count)", "altı = 6 (count)", "milyon TL = 1000000 TRY (money)"]),
        (
            "3, 5 ve 7 yaşındaki çocuklar",
            ["3 = 3 a (duration)", "5 = 5 a (duration)", "7 = 7 a (duration) in «7 yaşındaki»"],
        ),
        (
            "altı ve yedi yaşında 114 çocuk",
            ["altı = 6 a (duration)", "yedi = 7 a (duration) in «yedi yaşında»", "114 = 114 (count)"],
        ),
        ("3 çocuk ve 5 yaşındaki kız", ["3 = 3 (count)", "5 = 5 a (duration) in «5 yaşındaki»"]),
        ("Biri 3, 5 yaşındaki kız", ["3 = 3 (count)", "5 = 5 a (duration) in «5 yaşındaki»"]),
        ("Ali 3 gol attı. Sonra Ali 3 gol daha attı.", ["3 = 3 (count)", "3 = 3 (count)"]),
        ("Yeni Phone 2 geldi. Yeni Phone 2 ise daha hızlı.", []),
        ("Yeni Phone 2 geldi. Yeni Phone 2 modelinden daha hızlı.", []),
    ],
)
def test_scales_and_ages_that_a_list_shares_and_what_is_counted_again(
    told_quantities: Told, text: str, expected: list[str]
) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enerji tasarrufu yıllık üretimin iki katı kadar olacak.",
            ["iki katı = 2 x (ratio approx) in «iki katı kadar»"],
        ),
        ("GSYH'nin %0,5'i kadar ceza verildi.", ["%0,5'i = 0.5 % (percent approx) in «%0,5'i kadar»"]),
        ("Üyelerin 43'ünü aşkın bölümü geldi.", ["43'ünü = 43 (count more_than) in «43'ünü aşkın»"]),
        ("Sanığa en az 3 yıla kadar hapis verildi.", ["3 yıla = 3 a (duration at_least) in «en az 3 yıla kadar»"]),
        (
            "Toplantıya 100 kişi, en az 5 bin kişi ve en az 5 kişi katıldı.",
            [
                "100 = 100 (count)",
                "5 bin = 5000 (count at_least) in «en az 5 bin»",
                "5 = 5 (count at_least) in «en az 5»",
            ],
        ),
        ("Çek BeşYüzBin lira", ["BeşYüzBin lira = 500000 TRY (money)"]),
        ("Zarar bir milyarİKİ ŞİRKET BATTI", ["bir milyar = 1000000000 (count)"]),
        ("Kişilerden yüz ellisiNIN EHLIYETI ALINDI", ["yüz ellisi = 150 (count)"]),
        ("Salonda iki\nmilyon kişi vardı.", ["iki\nmilyon = 2000000 (count)"]),
        ("SALONDA İKİ\nMİLYON KİŞİ VARDI.", ["İKİ = 2 (count)", "MİLYON = 1000000 (count)"]),
        ("Ödenen: $\n5 kişiye verildi.", ["5 = 5 (count)"]),
        ("Ödenen: $ 5 ve 7 °C", ["$ 5 = 5 USD (money)", "7 °C = 7 Cel (measure)"]),
        (
            "100'den fazla ve 3 liradan az",
            [
                "100'den = 100 (count more_than) in «100'den fazla»",
                "3 liradan = 3 TRY (money less_than) in «3 liradan az»",
            ],
        ),
        (
            "100'den büyük ve 300'den büyük sayılar",
            [
                "100'den = 100 (count more_than) in «100'den büyük»",
                "300'den = 300 (count more_than) in «300'den büyük»",
            ],
        ),
        (
            "100'den fazla ve en çok 300 kişi",
            ["100'den = 100 (count more_than) in «100'den fazla»", "300 = 300 (count at_most) in «en çok 300»"],
        ),
        ("5'ten 5'e kadar olan sayılar", ["5'ten = 5 (count)", "5'e = 5 (count at_most) in «5'e kadar»"]),
        ("Seviye 5 bandına indi.", ["5 = 5 (number approx) in «5 bandına»"]),
        ("Payının yarısı üzerinde hak iddia etti.", ["yarısı = 1/2 (ratio)"]),
        ("Rekolte tahmini olarak 5 ton.", ["5 ton = 5 t (measure approx) in «tahmini olarak 5 ton»"]),
    ],
)
def test_bounds_of_both_sides(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50-80 kuruş arasında zam geldi.", ["50-80 kuruş = 0.5..0.8 TRY (money range)"]),
        ("Boyu 3-5 metre 10 santim oldu.", ["3-5 metre = 3..5 m (measure range)", "10 santim = 10 cm (measure)"]),
        (
            "Uzunluğu 5 milimetre ile 3 santimetre arasında.",
            ["5 milimetre ile 3 santimetre = 5..30 mm (measure range)"],
        ),
        ("Ağırlığı 2 kilogram ile 3 ton arasında.", ["2 kilogram ile 3 ton = 2..3000 kg (measure range)"]),
        ("2 kilometre ile 3 kilogram arasında", ["2 kilometre = 2 km (measure)", "3 kilogram = 3 kg (measure)"]),
        ("Yol 5 km. ile 7 km. arasında.", ["5 km. ile 7 km. = 5..7 km (measure range)"]),
        ("Bir ile üç saat arasında sürdü.", ["Bir ile üç saat = 1..3 h (duration range)"]),
        ("Bir iki hafta sürer.", ["Bir iki hafta = 1..2 wk (duration range)"]),
        ("Öğrenciler üç üç oturdu.", ["üç = 3 (count)", "üç = 3 (count)"]),
        ("1000-200 bin kişi", ["1000-200 bin = 1000..200000 (count range)"]),
        ("Hisse 1,79 TL-1,82 TL aralığında.", ["1,79 TL-1,82 TL = 1.79..1.82 TRY (money range)"]),
        ("Motor 65 beygir-110 beygir güç üretiyor.", ["65 beygir-110 beygir = 65..110 hp (measure range)"]),
        ("Film 30 saniye-3 dakika arasında.", ["30 saniye-3 dakika = 30..180 s (duration range)"]),
        ("Ordu 8 TB-2 aldı.", ["8 TB = 8 TB (measure)"]),
        ("Partide ilk 5-10 ülke arasında.", ["5-10 = 5..10 (ordinal range)"]),
        ("Büyüme 3-4 bandında olacak.", ["3-4 = 3..4 (number range) in «3-4 bandında»"]),
        (
            "Büyümenin 3-4 bandında kalmasını, belki daha da iyi bir yere çıkmasını bekliyor; maçı da izledi.",
            ["3-4 = 3..4 (number range) in «3-4 bandında»"],
        ),
        (
            "14'ü dördüncü periyotta olmak üzere 22 sayı attı.",
            ["14'ü = 14 (count)", "dördüncü = 4 (ordinal)", "22 = 22 (count)"],
        ),
        ("Seti 4&6 kaybetti.", ["4&6 = 4..6 score (number)"]),
        (
            "Toplantıya 5 kişi geldi; uzun süre beklenen ve kimsenin anlaşamadığı konuyu çözen kurul 7 gün sürdü.",
            ["5 = 5 (count)", "7 gün = 7 d (duration)"],
        ),
        ("Bedeli 1 lira ile 180 kuruş arasında.", ["1 lira ile 180 kuruş = 1..1.8 TRY (money range)"]),
        ("Hız 120-130 km/saat oldu.", ["120-130 km/saat = 120..130 km per h (measure range)"]),
    ],
)
def test_ranges_with_units_and_without(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ligde 5-10 biten karşılaşma", ["5-10 = 5..10 score (number)"]),
        ("Fenerbahçe maçta 2-0 yenildi.", ["2-0 = 2..0 score (number)"]),
        ("Maç 1-1 berabere bitti.", ["1-1 = 1..1 score (number)"]),
        ("Takım 4-2-3-1 dizilişiyle oynadı.", ["4-2-3-1 = 4..2 score (number)"]),
    ],
)
def test_scores(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sıcaklık sıfırın altında 5 kilogram.",
            ["sıfırın = 0 (count less_than) in «sıfırın altında»", "5 kilogram = 5 kg (measure)"],
        ),
        (
            "Sıcaklık 5 derece 5'in altında.",
            ["5 derece = 5 deg (measure)", "5'in = 5 (count less_than) in «5'in altında»"],
        ),
        ("Sıcaklık 12 derece sıfırın altında kaldı.", ["12 derece sıfırın altında = -12 deg (measure)"]),
        ("Sıcaklık eksi 2 derece sıfırın altında.", ["eksi 2 derece sıfırın altında = -2 deg (measure)"]),
        ("Sıcaklık 0'ın altında 2 derece oldu.", ["0'ın altında 2 derece = -2 deg (measure)"]),
        (
            "Sonuç: - yüzde 5, -yüzde 3, eksi yüzde 2, eksi binde 3",
            [
                "yüzde 5 = 5 % (percent)",
                "yüzde 3 = 3 % (percent)",
                "eksi yüzde 2 = -2 % (percent)",
                "eksi binde 3 = -3/1000 (ratio)",
            ],
        ),
        ("Sıcaklık sıfırın 2 derece altında.", ["sıfırın 2 derece altında = -2 deg (measure)"]),
        ("Sıcaklık sıfırın 2 derece altında, rüzgar sert.", ["sıfırın 2 derece altında = -2 deg (measure)"]),
    ],
)
def test_degrees_below_zero(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Haziranda dar tanımlı işsizlik oranı 0,7 puan, geniş tanımlı işsizlik oranı ise 3,8 puan arttı.",
            ["0,7 puan = 0.7 pp (percent)", "3,8 puan = 3.8 pp (percent)"],
        ),
        ("Takım 3 puan aldı. Faiz oranı 2 puan arttı.", ["3 puan = 3 point (number)", "2 puan = 2 pp (percent)"]),
        ("Faiz oranı 100 puan arttı.", ["100 puan = 100 point (number)"]),
        ("Faiz oranı 99 puan arttı.", ["99 puan = 99 pp (percent)"]),
        ("Takım liderin 9 puan gerisinde kaldı.", ["9 puan = 9 point (number)"]),
        ("Takım 100 puan, faiz oranı 2 puan arttı.", ["100 puan = 100 point (number)", "2 puan = 2 pp (percent)"]),
        ("Endeks faiz kararıyla 2 puan arttı.", ["2 puan = 2 point (number)"]),
    ],
)
def test_points_of_a_percentage(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 kişiden 0'ı geldi.", ["5 = 5 (count)", "0'ı = 0 (count)"]),
        ("5 kişiden 5'i geldi.", ["5 kişiden 5'i = 1 (ratio)"]),
        (
            "Dört kişiden birinin aç olduğu, 5 kişiden birinin işsiz olduğu",
            ["Dört kişiden birinin = 0.25 (ratio)", "5 kişiden birinin = 0.2 (ratio)"],
        ),
        ("Üç yılın bir yılı bitti.", ["Üç yılın = 3 a (duration)"]),
        ("Üç yılın 1'i bitti.", ["Üç yılın 1'i = 1/3 (ratio)"]),
        ("Dünyadaki ilk 10 şirketten biri oldu.", ["10 = 10 (ordinal at_most)"]),
        ("İki kişiden biri geldi.", ["İki kişiden biri = 0.5 (ratio)"]),
        ("5. gruptan biri elendi.", ["5. = 5 (ordinal)"]),
        ("3. gruptan 2'si elendi.", ["3. = 3 (ordinal)", "2'si = 2 (count)"]),
        ("5 belirtisi olduğunu bunlardan 3'ünün görüldüğünü", ["5 = 5 (count)", "3'ünün = 3 (count)"]),
    ],
)
def test_parts_of_a_whole(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yalnızca zor bir gün yaşadı.", []),
        ("En azından bir kısmı gelsin.", []),
        ("En az bir dönem sürdü.", ["bir = 1 (count at_least) in «En az bir»"]),
        ("Kazada biri ağır 3 kişi yaralandı.", ["3 = 3 (count)"]),
        ("Bir deniz mili uzakta.", ["Bir deniz mili = 1 mi (measure)"]),
        ("Bir deniz kıyısı", []),
        ("Takım bir puan aldı.", ["bir puan = 1 point (number)"]),
    ],
)
def test_one_and_the_article(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rakibiyle puan farkını 6'ya indirdi.", ["6'ya = 6 point (number)"]),
        ("Aradaki puan farkı dokuza çıktı.", ["dokuza = 9 point (number)"]),
        ("PUAN FARKINI 6'YA İNDİRDİ", ["6'YA = 6 point (number)"]),
        ("Puan farkını 3 maçta kapattı.", ["3 = 3 (count)"]),
        ("Yaş farkını 6'ya indirdi.", ["6'ya = 6 (count)"]),
    ],
)
def test_a_lead_in_points(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pazar payını yüzde 21 ‘e çıkardı.", ["yüzde 21 ‘e = 21 % (percent)"]),
        (
            "Enflasyonun %2,5 'ten düşük çıkması bekleniyor.",
            ["%2,5 'ten = 2.5 % (percent less_than) in «%2,5 'ten düşük»"],
        ),
        ("Payların %87 'sinin satıldığı", ["%87 'sinin = 87 % (percent)"]),
        ("Sonuna '10 'de' eki gelir.", ["10 = 10 (count)"]),
        ("Toplam 5 'bin' kişi", ["5 = 5 (count)", "bin = 1000 (count)"]),
    ],
)
def test_endings_whose_apostrophe_stands_off(told_quantities: Told, text: str, expected: list[str]) -> None:
    assert told_quantities(text) == expected
