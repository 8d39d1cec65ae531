"""Spans and values of time phrases. `[…]` marks the span in a sentence, `None` a value that needs a date."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from olgu.recognise import times

NEWS = dt.date(2024, 6, 12)
"""A Wednesday."""


def check(marked: str, date: dt.date | None, value: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = times.find(text, date)
    assert [(t.start, t.end, t.value) for t in found] == [(start, end, value)], [text[t.start : t.end] for t in found]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Anlaşma [3 Mart 2024] için planlandı.", "2024-03-03"),
        ("[3 mart 2024 tarihinde] imzalandı.", "2024-03-03"),
        ("[3 Şubat 2012 günü] toplandı.", "2012-02-03"),
        ("TOPLANTI [3 MART 2024 GÜNÜ] YAPILDI", "2024-03-03"),
        ("[30 Nisan 2025’te] açıklandı.", "2025-04-30"),
        ("Rapor [15 Mayıs 2015'teki] rapordu.", "2015-05-15"),
        ("[29 EKİM 1923'TE] ilan edildi.", "1923-10-29"),
        ("[03.03.2024] tarihli yazı", "2024-03-03"),
        ("[3/3/2024 tarihinde] geldi.", "2024-03-03"),
        ("[2024-03-03] sürümü", "2024-03-03"),
        ("[31.12.2018'de] sona erdi.", "2018-12-31"),
        ("[23/Eyl/2020] günlü belge", "2020-09-23"),
        ("[yirmi dokuz Mayıs 1453'te] alındı.", "1453-05-29"),
        ("[mart üç 2015] toplantısı", "2015-03-03"),
        ("[1-5 Mart 2024 tarihleri arasında] sürdü.", "2024-03-01/2024-03-05"),
        ("[25 - 29 Kasım 2023] fuarı", "2023-11-25/2023-11-29"),
        ("[30 Mayıs-2 Haziran 2012 tarihleri arasında] açık.", "2012-05-30/2012-06-02"),
        ("[3 Mart 2024 Pazar günü] oynandı.", "2024-03-03"),
        ("[Mart 2024] verileri", "2024-03"),
        ("[2024 Mart ayında] yükseldi.", "2024-03"),
        ("[2024'ün mart ayında] yükseldi.", "2024-03"),
        ("[2019 yılının Kasım ayında] kiralandı.", "2019-11"),
        ("[KASIM 2010’DA] kuruldu.", "2010-11"),
        ("[Ocak-Ekim 2025 döneminde] arttı.", "2025-01/2025-10"),
        ("[2025 Ocak-Ekim] ihracatı", "2025-01/2025-10"),
        ("[2024’ün ilk çeyreğinde] büyüdü.", "2024-01/2024-03"),
        ("[2018'in ikinci çeyreğinde] 40 işçi", "2018-04/2018-06"),
        ("[2011'in 4. çeyreğinde] kâr", "2011-10/2011-12"),
        ("[2013 yılı ilk çeyrek] kârı", "2013-01/2013-03"),
        ("[2014 YILININ SON ÇEYREĞİNDE] YÜKSELDİ", "2014-10/2014-12"),
        ("[2015'in ilk yarısında] düştü.", "2015-01/2015-06"),
        ("[2015'in ikinci yarısına] kaldı.", "2015-07/2015-12"),
        ("[2015'in ilk 6 aylık döneminde] 5 kişi", "2015-01/2015-06"),
        ("[2018 yılının ilk sekiz ayında] 5 kişi", "2018-01/2018-08"),
        ("[2019 yılında] kuruldu.", "2019"),
        ("[2019’da] kuruldu.", "2019"),
        ("[2019'un] en iyi filmi", "2019"),
        ("[2023] hedefleri açıklandı.", "2023"),
        ("[2018] Ryder Kupası", "2018"),
        ("[2019-2023 yıllarında] görev yaptı.", "2019/2023"),
        ("[2015-2019 dönemi] verileri", "2015/2019"),
        ("[2020-24 arası dönemde] arttı.", "2020/2024"),
        ("[2018/2019 sezonu] başladı.", "2018/2019"),
        ("[2018 ile 2022 yılları arasında] oldu.", "2018/2022"),
        ("[1990’larda] başladı.", "1990/1999"),
        ("[90’lı yıllarda] başladı.", "1990/1999"),
        ("[doksanlı yıllar] güzeldi.", "1990/1999"),
        ("[1990'lı yılların sonlarında] yükseldi.", "199X"),
        ("[1990'ların başında] yükseldi.", "199X"),
        ("[70'lerin] modası", "1970/1979"),
        ("[3 Mart 2013, Pazar günü] yükseldi.", "2013-03-03"),
        ("[Cumartesi, 5 Ocak 2013'te] yükseldi.", "2013-01-05"),
        ("[üçüncü çeyrek 2018] kârı", "2018-07/2018-09"),
        ("[Cumhuriyet Bayramı 2015] töreni", "2015-10-29"),
        ("[ekim 2015'in son günü] geldi.", "2015-10-31"),
        ("[Mart 2014'ün son pazartesisi] geldi.", "2014-03-31"),
        ("[21. yüzyılda] yaşıyoruz.", "2001/2100"),
        ("[15'inci yüzyılda] olur.", "1401/1500"),
        ("[on dokuzuncu yüzyılın] romanı", "1801/1900"),
        ("[2025 sonunda] açılacak.", "2025-12"),
        ("[2013 yılının hemen başında] ayrıldı.", "2013-01"),
        ("[2015 yılı sonuna kadar] sürecek.", "../2015-12"),
        ("[2018'den bu yana] arttı.", "2018/.."),
        ("[Ocak 2018'den beri] arttı.", "2018-01/.."),
        ("[7 Ekim 2023'ten bu yana] sürüyor.", "2023-10-07/.."),
        ("[1 Ocak 2013 tarihinden itibaren] yazılacak.", "2013-01-01/.."),
        ("[2030’a kadar] sürecek.", "../2030"),
        ("[2100'de] sürecek.", "2100"),
        ("[2035 YILINA DEK] SÜRECEK", "../2035"),
        ("[2019’dan 2023’e] yüzde 5 arttı.", "2019/2023"),
        ("[3 Mart 2024’ten 5 Mart 2024’e kadar] sürdü.", "2024-03-03/2024-03-05"),
        ("[2018 sonrası] arttı.", "2018/.."),
        ("[09.07.2010-16.07.2010 tarih aralığında] alındı.", "2010-07-09/2010-07-16"),
        ("TMME [2012 4. çeyrekte] arttı.", "2012-10/2012-12"),
        ("Şirketin [1Ç2020'deki] kârı", "2020-01/2020-03"),
        ("[9A2019] kârı", "2019-01/2019-09"),
        ("[Eylül 2016'nın 3'üyle 12'si arası] yokum.", "2016-09-03/2016-09-12"),
        ("[Eylül 2016'nın 3'ü ile 12'si arasında] yokum.", "2016-09-03/2016-09-12"),
        ("[Eylül 2016'nın 3'ü] ile 12'si kapalıyız.", "2016-09-03"),
        ("[Eylül 2016'nın 12'si] ile 3'ü arasında gidip geldik.", "2016-09-12"),
        ("[2013 Ramazan Bayramı'nda] 40 kaza", "2013-08-08"),
        ("[2018 Kurban Bayramı] tatili", "2018-08-21"),
        ("[2012'nin son haftasında] arttı.", "2012-12-31/2013-01-06"),
    ],
)
def test_explicit_dates_mean_the_same_with_and_without_an_article_date(marked: str, value: str) -> None:
    check(marked, None, value)
    check(marked, NEWS, value)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("[Bugün] açıklandı.", "2024-06-12"),
        ("[dün] açıklandı.", "2024-06-11"),
        ("[DÜN] AÇIKLANDI", "2024-06-11"),
        ("[Dünkü] kazada 3 kişi öldü.", "2024-06-11"),
        ("[yarın] açıklanacak.", "2024-06-13"),
        ("[Önceki gün] geldi.", "2024-06-10"),
        ("[evvelsi gün] geldi.", "2024-06-10"),
        ("[dünden önceki gün] geldi.", "2024-06-10"),
        ("[öbür gün] gelecek.", "2024-06-14"),
        ("[Geçen yıl] arttı.", "2023"),
        ("[geçtiğimiz yıl] arttı.", "2023"),
        ("[geçen yılki] artış", "2023"),
        ("[BU YIL] 80 MİLYON YOLCU", "2024"),
        ("[bu sene] arttı.", "2024"),
        ("[gelecek yıl] artacak.", "2025"),
        ("[önümüzdeki yıla] kaldı.", "2025"),
        ("[geçen ay] arttı.", "2024-05"),
        ("[bu ay] arttı.", "2024-06"),
        ("[Geçen hafta] arttı.", "2024-06-03/2024-06-09"),
        ("[gelecek haftadan sonraki hafta] açılacak.", "2024-06-24/2024-06-30"),
        ("[gelecek hafta salı] açılacak.", "2024-06-18"),
        ("[haftaya çarşamba] açılacak.", "2024-06-19"),
        ("[geçen yıla kadar] artmıştı.", "../2023"),
        ("[Geçen yılın ilk üç ayında] arttı.", "2023-01/2023-03"),
        ("[bu yılın ilk 8 ayında] arttı.", "2024-01/2024-08"),
        ("[yılın ilk çeyreğinde] arttı.", "2024-01/2024-03"),
        ("[yılın üçüncü çeyreğinde] artacak.", "2024-07/2024-09"),
        ("[üçüncü çeyrekte] arttı.", "2023-07/2023-09"),
        ("[ocak-mart döneminde] arttı.", "2024-01/2024-03"),
        ("[iki yıl önce] kuruldu.", "2022"),
        ("[üç ay önce] kuruldu.", "2024-03"),
        ("[3 gün sonra] başlayacak.", "2024-06-15"),
        ("[bir hafta önce] başladı.", "2024-06-05"),
        ("[son 24 saatte] 5 kişi öldü.", "2024-06-11/2024-06-12"),
        ("[Son 10 yılda] arttı.", "2014/2024"),
        ("[Son iki gün] yağdı.", "2024-06-10/2024-06-11"),
        ("[önümüzdeki 5 gün] yağacak.", "2024-06-13/2024-06-17"),
        ("[yıl sonunda] açılacak.", "2024-12"),
        ("[yılsonuna kadar] açılacak.", "../2024-12"),
        ("[ay başında] açıldı.", "2024-06"),
        ("[bu ayın 21'i] son gün.", "2024-06-21"),
        ("[ayın 3’ünde] açıldı.", "2024-06-03"),
        ("[martın üçünde] açıldı.", "2024-03-03"),
        ("[Mart'ın 5'inden 10'una kadar] açıktı.", "2024-03-05/2024-03-10"),
        ("[geçen haftanın pazartesisi] açıldı.", "2024-06-03"),
        ("[HAFTASONU] AÇILACAK", "2024-06-15/2024-06-16"),
        ("[dün öğleden sonra] açıldı.", "2024-06-11"),
        ("[bu ay daha sonra] açılacak.", "2024-06-12/2024-06-30"),
        ("[şu anda] 5 kişi var.", "2024-06-12"),
        ("[Halen] 5 kişi var.", "2024-06-12"),
        ("[halihazırda] 5 kişi var.", "2024-06-12"),
        ("[mart ayında] arttı.", "2024-03"),
        ("[Kasım ayında] arttı.", "2023-11"),
        ("[kasım ayında] açılacak.", "2024-11"),
        ("[Eylül'de] açılacak.", "2024-09"),
        ("[geçen mart] açıldı.", "2024-03"),
        ("[geçen kasımda] açıldı.", "2023-11"),
        ("[önümüzdeki mart] açılacak.", "2025-03"),
        ("[3 Mart’ta] açıldı.", "2024-03-03"),
        ("[7 Ekim'den bu yana] sürüyor.", "2023-10-07/.."),
        ("[3 Temmuz Çarşamba günü] açılacak.", "2024-07-03"),
        ("[22-25 Kasım'da] açılacak.", "2024-11-22/2024-11-25"),
        ("[pazartesi günü] açıldı.", "2024-06-10"),
        ("[pazartesi günü] açılacak.", "2024-06-17"),
        ("[SALI GÜNÜ] AÇILDI", "2024-06-11"),
        ("[geçen salı] açıldı.", "2024-06-11"),
        ("[önceki salı] açıldı.", "2024-06-04"),
        ("[bu cuma] açılacak.", "2024-06-14"),
        ("[hafta sonu] açılacak.", "2024-06-15/2024-06-16"),
        ("[bu yaz] açılacak.", "2024-06/2024-08"),
        ("[geçen kış] açıldı.", "2023-12/2024-02"),
        ("[kış aylarında] açılacak.", "2024-12/2025-02"),
        ("[Cumhuriyet Bayramı’nda] açılacak.", "2024-10-29"),
        ("[23 Nisan Ulusal Egemenlik ve Çocuk Bayramı'nda] açıldı.", "2024-04-23"),
        ("[ANNELER GÜNÜ'NDE] AÇILDI", "2024-05-12"),
        ("[yılbaşından bu yana] arttı.", "2024-01-01/.."),
        ("[dün akşam saatlerinde] geldi.", "2024-06-11"),
        ("[saat 10.30’da] başladı.", "2024-06-12T10:30"),
        ("[saat 15.00-17.00 arası] açık.", "2024-06-12T15:00/2024-06-12T17:00"),
        ("[sabah 9'da] başladı.", "2024-06-12T09:00"),
        ("[akşam 8’de] başladı.", "2024-06-12T20:00"),
        ("[08:25] sıralarında", "2024-06-12T08:25"),
        ("[11.00 ila 15.00 saatleri arasında] güneşe çıkmayın.", "2024-06-12T11:00/2024-06-12T15:00"),
    ],
)
def test_relative_words_are_resolved_against_the_article(marked: str, value: str) -> None:
    check(marked, NEWS, value)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("[Geçen yıl] arttı.", None),
        ("[dün] arttı.", None),
        ("[Son 10 yılda] arttı.", None),
        ("[iki yıl önce] kuruldu.", None),
        ("[şu anda] 5 kişi var.", None),
        ("[cuma günü] açıldı.", None),
        ("[saat 10.30’da] başladı.", None),
        ("[yıl sonunda] açılacak.", None),
        ("[ekim ayında] arttı.", "XXXX-10"),
        ("[20 Kasım'da] açılacak.", "XXXX-11-20"),
        ("[yılın ikinci çeyreğinde] arttı.", "XXXX-04/XXXX-06"),
        ("[üçüncü çeyrekte] arttı.", "XXXX-07/XXXX-09"),
        ("[ocak-temmuz dönemindeki] artış", "XXXX-01/XXXX-07"),
        ("[22 Ağustos'a kadar] sürecek.", "../XXXX-08-22"),
        ("[eylül sonunda sona eren üç aylık dönemde] arttı.", "XXXX-07/XXXX-09"),
        ("[Eylül'de biten 3 ayda] arttı.", "XXXX-07/XXXX-09"),
    ],
)
def test_without_an_article_date_nothing_is_guessed(marked: str, value: str | None) -> None:
    check(marked, None, value)


@pytest.mark.parametrize("date", [None, NEWS])
@pytest.mark.parametrize(
    "marked",
    [
        "[Bugünlerde] hacim 6 milyar dolara ulaştı.",
        "[son dönemde] arttı.",
        "[SON DÖNEMDE] ARTTI",
        "[geçenlerde] geldi.",
        "[uzun süredir] bekliyor.",
        "[erken saatlerde] geldi.",
        "[önümüzdeki döneme] ilişkin",
        "[geçtiğimiz yıllarda] arttı.",
        "[50 yılda] küçüldü.",
        "[bir hafta içinde] üçüncü",
        "[3 yıldır] bekliyor.",
    ],
)
def test_vague_words_and_bare_durations_have_no_value(marked: str, date: dt.date | None) -> None:
    check(marked, date, None)
    assert times.find(marked.replace("[", "").replace("]", ""), date)[0].open_end


@pytest.mark.parametrize("date", [None, NEWS])
@pytest.mark.parametrize(
    "text",
    [
        "2000 kişi geldi.",
        "Salona 1950 kişi alındı.",
        "Fiyatı 2023 lira oldu.",
        "Gücü 2000'den fazla kişiye yetti.",
        "Çözünürlüğü 1536 x 2048 piksel.",
        "%2024 arttı.",
        "1.2024 birim",
        "2.5 milyon yolcu",
        "5-10 kişi",
        "3 ve 4 kişi",
        "Pazar payı arttı.",
        "Avrupa pazarında büyüdü.",
        "İç pazara yöneldi.",
        "PAZAR PAYIMIZ ARTTI",
        "Kömür ocağında göçük",
        "Kömür ocak işletmesi",
        "Buğday ekimi yapıldı.",
        "Ekim alanı genişledi.",
        "Saç ekimi merkezi",
        "F-16 uçakları",
        "Hissenin 1/3 oranı",
        "Maç 2-1 bitti.",
        "12'şer kişilik gruplar",
        "yıllık enflasyon",
        "aylık gelir",
        "Nisan Yılmaz konuştu.",
        "Başkan Kasım Gülek konuştu.",
        "İlk yarıyı 2-1 önde kapattı.",
        "Saatte 90 kilometre hızla",
        "2 saat 30 dakika sürdü.",
        "Bu yazıda anlattım.",
        "Fiyat aralığında kaldı.",
        "Covid-19 salgını",
        "Onların biri geldi, üçü kaldı.",
        "2025/55 sayılı dosya",
        "bu aralıkta kaldı",
        "10-11-12 numaralı",
        "MÖ 4000'lerde",
        "üç aylık dönemlerde toplanır",
        "Yüzde 2.50-2.75 arası",
        "A4 kâğıt, 1A sınıfı, 12A20B",
        "Tel: 0212 444 20 24",
        "",
        "   ",
    ],
)
def test_no_time_is_found(text: str, date: dt.date | None) -> None:
    assert [text[t.start : t.end] for t in times.find(text, date)] == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3 Mart 2024'te", ["3", "2024"]),
        ("1-5 Mart 2024", ["1", "5", "2024"]),
        ("03.03.2024", ["03.03.2024"]),
        ("2019-2023 döneminde", ["2019", "2023"]),
        ("1990’larda", ["1990"]),
        ("saat 10.30'da", ["10.30"]),
        ("2018'den bu yana", ["2018"]),
        ("yirmi dokuz Mayıs", ["yirmi dokuz"]),
        ("bu yılın ilk 8 ayında", []),
        ("2015'in ilk 8 ayında", ["2015"]),
        ("son 24 saatte", []),
        ("iki yıl önce", []),
        ("21. yüzyılda", []),
        ("50 yılda", []),
    ],
)
def test_calendar_names_the_numbers_that_are_no_quantities(text: str, numbers: list[str]) -> None:
    (time,) = times.find(text, NEWS)
    assert [text[start:end] for start, end in time.calendar] == numbers


@pytest.mark.parametrize(
    ("text", "date", "values"),
    [
        ("18 ve 19 Haziran'da", NEWS, ["2024-06-18", "2024-06-19"]),
        ("3, 4 ve 5 Mart 2023", None, ["2023-03-03", "2023-03-04", "2023-03-05"]),
        ("1998, 2000, 2002 ve 2007 yıllarında", None, ["1998", "2000", "2002", "2007"]),
        ("2013 yılında 3, 2014 yılında 5 kişi", None, ["2013", "2014"]),
        ("3 Şubat 2012 günü saat 10:30'da", None, ["2012-02-03", "2012-02-03T10:30"]),
        (
            "Bu yılın ilk 3 ayında arttı. Geçen yılın aynı döneminde azaldı.",
            NEWS,
            ["2024-01/2024-03", "2023-01/2023-03"],
        ),
        ("2011'in ilk 9 ayında arttı. Söz konusu dönemde 5 kişi geldi.", None, ["2011-01/2011-09", "2011-01/2011-09"]),
        ("2012 yılında arttı. Aynı yıl 5 kişi geldi.", None, ["2012", "2012"]),
        ("Eylül 2012 verileri. Ekimde arttı.", None, ["2012-09", "2012-10"]),
        ("Söz konusu dönemde arttı.", None, [None]),
        ("2023'ün üçüncü çeyreğinde 2, son çeyrekte 3 kişi", NEWS, ["2023-07/2023-09", "2023-10/2023-12"]),
        ("15 Temmuz darbe girişimi, 15 Temmuz'da açılacak", NEWS, ["2016-07-15", "2024-07-15"]),
        ("Geçen yılın aynı döneminde arttı.", NEWS, [None]),
        (
            "2004: 26 Aralık'ta deprem oldu.\n2005: Mart ayında 5 kişi öldü.",
            None,
            ["2004", "2004-12-26", "2005", "2005-03"],
        ),
    ],
)
def test_several_phrases(text: str, date: dt.date | None, values: list[str | None]) -> None:
    assert [t.value for t in times.find(text, date)] == values


def test_rules_are_named() -> None:
    text = "3 Mart 2024'te, geçen yıl, son 24 saatte, 2018'den bu yana, Noel, saat 10.30'da"
    assert all(re.fullmatch(r"[a-z-]+", t.rule) for t in times.find(text, NEWS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XX. yüzyılda kuruldu.", [("XX. yüzyılda", "1901/2000")]),
        ("XIX. yüzyılın sonu", [("XIX. yüzyılın sonu", "1801/1900")]),
        ("19. asrın sonu", [("19. asrın sonu", "1801/1900")]),
        ("Savaş IV. Murat dönemindeydi.", []),
        ("xx. yüzyılda", []),
        ("2011-2012-2013 yıllarında büyüdü.", [("2011-2012-2013 yıllarında", "2011/2013")]),
        ("2011-2013-2012", [("2011", "2011")]),
        ("5 Agustos'ta açıldı.", [("5 Agustos'ta", "2023-08-05")]),
        ("12 EKIM 2023", [("12 EKIM 2023", "2023-10-12")]),
        ("Agustos böceği", []),
        ("5 agustosta.", [("5 agustosta", "2024-08-05")]),
        ("Kasım'ın 27 ve 28'inde toplandı.", [("Kasım'ın 27 ve 28'inde", "2023-11-27/2023-11-28")]),
        ("2014'ten 2018'e kadarki aralık", [("2014'ten 2018'e kadarki", "2014/2018")]),
        ("Toplam 1998'e eşittir.", []),
    ],
)
def test_find_times_written_in_rare_ways(text: str, expected: list[tuple[str, str]]) -> None:
    found = times.find(text, dt.date(2024, 6, 12))
    assert [(text[t.start : t.end], t.value) for t in found] == expected
