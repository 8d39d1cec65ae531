"""Tables of sentences with the names that stand in them; a row without names is a negative."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.analyse import language
from olgu.recognise import name_cues, names
from olgu.recognise.name_words import analyse

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def nlp() -> Language:
    return language.load()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.type) for m in names.find(nlp()(text))]


def check(text: str, expected: str) -> None:
    """`expected`: "Seul LOC, Kia ORG"; empty for none."""
    wanted = [tuple(item.rsplit(" ", 1)) for item in expected.split("; ") if item]
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kore’den gelen yatırım 9,6 milyar dolara ulaştı.", "Kore LOC"),
        ("Yatırımlar Korede ve Türkiyenin batısında arttı.", "Korede LOC; Türkiyenin LOC"),
        ("Geçen yıl Güney Kore ile Kuzey Kore görüştü.", "Güney Kore LOC; Kuzey Kore LOC"),
        ("Kazakistan Cumhuriyeti'nin Orta Asya'daki rolü büyüdü.", "Kazakistan Cumhuriyeti LOC; Orta Asya LOC"),
        ("İhracat Avrupa'ya, Orta Doğu’ya ve ABD'ye yapılıyor.", "Avrupa LOC; Orta Doğu LOC; ABD LOC"),
        ("Toplantı Londra ile New York arasında seçilecek.", "Londra LOC; New York LOC"),
        ("Kaza Malkara ilçesinde oldu.", "Malkara LOC"),
        ("Kaza Tekirdağ'ın Malkara ilçesinde oldu.", "Tekirdağ LOC; Malkara LOC"),
        ("Dün Burdur Gölü'nün yüzeyi küçüldü.", "Burdur Gölü LOC"),
        ("Kamyon Güney Mahallesi Atatürk Caddesi'nde durdu.", "Güney Mahallesi LOC; Atatürk Caddesi LOC"),
        ("Dükkân Atatürk Cad. üzerinde.", "Atatürk Cad. LOC"),
        ("Uçak İstanbul Havalimanı'na indi.", "İstanbul Havalimanı LOC"),
        ("Araç Fatih Sultan Mehmet Köprüsü’nden geçti.", "Fatih Sultan Mehmet Köprüsü LOC"),
        ("Deprem Batı Sumatra eyaletini vurdu.", "Batı Sumatra LOC"),
        ("İki uydu Ay'a çarptı.", "Ay LOC"),
        ("Özellikle Pekin-Londra hattı önemli.", "Pekin LOC; Londra LOC"),
        # people and things from a place are no places
        ("Koreli ve Türk iş insanları ABD’li şirketlerle görüştü.", ""),
        ("Ankaralı siyasetçi konuştu.", ""),
        ("Ay sonunda Mart ayı verileri gelecek.", ""),
        ("Güneş doğdu, Barış içinde yaşadık.", ""),
        ("Deniz suyu ısındı.", ""),
    ],
)
def test_find_places(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Açıklamayı Sağlık Bakanlığı yaptı.", "Sağlık Bakanlığı ORG"),
        ("Açıklama Sağlık Bakanlığı’ndan geldi.", "Sağlık Bakanlığı ORG"),
        ("Açıklama Tarım ve Orman Bakanlığından geldi.", "Tarım ve Orman Bakanlığından ORG"),
        ("Gıda, Tarım ve Hayvancılık Bakanlığı duyurdu.", "Gıda, Tarım ve Hayvancılık Bakanlığı ORG"),
        ("Öğrenci İstanbul Üniversitesi'nde okuyor.", "İstanbul Üniversitesi ORG"),
        ("Dava Kayseri 3. İş Mahkemesi'nde sürüyor.", "Kayseri 3. İş Mahkemesi ORG"),
        ("Türk Hava Yolları (THY) 111 uçak aldı.", "Türk Hava Yolları ORG; THY ORG"),
        ("Veriyi TÜİK ile AB'nin kurumu Eurostat yayımladı.", "TÜİK ORG; AB ORG; Eurostat ORG"),
        ("Dün AKP'li ve CHP'li vekiller konuştu.", "AKP ORG; CHP ORG"),
        ("Ülkede Samsung, Hyundai ve Kia gibi firmalar var.", "Samsung ORG; Hyundai ORG; Kia ORG"),
        ("Yatırımı Apple Inc. yaptı.", "Apple Inc. ORG"),
        ("Payları Tat Konserve Sanayi A.Ş. aldı.", "Tat Konserve Sanayi A.Ş. ORG"),
        ("Maçta Galatasaray, Alanyaspor'u yendi.", "Galatasaray ORG; Alanyaspor ORG"),
        ("Haber POSTA.COM.TR sitesinde çıktı.", "POSTA.COM.TR ORG"),
        ("Mağaza zinciri Sainsbury's'in kârı arttı.", "Sainsbury's ORG"),
        ("Oyuncak üreticisi Pop Mart, satışlarını açıkladı.", "Pop Mart ORG"),
        ("Sabah Parsan hisseleri yükseldi.", "Parsan ORG"),
        ("Bu üreticisi belli olmayan Pop bir ürün.", ""),
        # products, events, laws, prizes and currencies are no names
        ("Bu yıl Boeing 737 uçakları teslim edilecek.", ""),
        ("Yazar geçen yıl Nobel Edebiyat Ödülü'nü aldı.", ""),
        ("Karar Türk Ticaret Kanunu'na dayanıyor.", ""),
        ("Takım Dünya Kupası’na gidiyor.", ""),
        ("Türk Lirası dolara karşı değer kazandı.", ""),
        ("Bakanlık ve Üniversite iş birliği yaptı.", ""),
        # two bodies side by side, and one that has «ve» or another's kind in its name
        (
            "TAV İnşaat ve TAV Yatırım Holding pay sattı, TAV Yatırım Holding büyüdü.",
            "TAV İnşaat ORG; TAV Yatırım Holding ORG; TAV Yatırım Holding ORG",
        ),
        ("Arçelik, Tofaş, Otokoç ve Yapı Kredi Bankası büyüdü.", "Arçelik ORG; Tofaş ORG; Yapı Kredi Bankası ORG"),
        ("Hisseleri Gem Global ve Akman Holding aldı.", "Akman Holding ORG"),
        ("Dün Sabancı Holding A.Ş. Aksigorta A.Ş. yaptı.", "Sabancı Holding A.Ş. ORG; Aksigorta A.Ş. ORG"),
        ("Dün Doğan Yayın Holding Deutsche Bank’a gitti.", "Doğan Yayın Holding ORG; Deutsche Bank ORG"),
        ("Borçlar Çukurova Grubunun İnterbank A.Ş. içindir.", "Çukurova Grubunun ORG; İnterbank A.Ş. ORG"),
        ("Bunu Duran Doğan Basım ve Ambalaj Sanayi yaptı.", "Duran Doğan Basım ve Ambalaj Sanayi ORG"),
        ("Bunu Hacı Ömer Sabancı Holding A.Ş. duyurdu.", "Hacı Ömer Sabancı Holding A.Ş. ORG"),
        ("Bunu Zorlu Holding Enerji Grubu duyurdu.", "Zorlu Holding Enerji Grubu ORG"),
        ("Bunu Türk Silahlı Kuvvetlerini Güçlendirme Vakfı aldı.", "Türk Silahlı Kuvvetlerini Güçlendirme Vakfı ORG"),
        ("Uluslararası danışmanlık şirketi Ernst & Young'ın raporu çıktı.", "Ernst & Young ORG"),
        # what is written before and behind a name
        ("O, Boğaziçi Üniversitesi Endüstri Mühendisliği mezunu.", "Boğaziçi Üniversitesi ORG"),
        ("Yani Meclis Başkanlığı su almadı.", "Meclis Başkanlığı ORG"),
        ("Haberler Gündem Haberleri İYİ Parti’de istifa sesleri", "İYİ Parti ORG"),
        ("Kültür ve Turizm Bakanlığımız ülkeyi tanıtıyor.", "Kültür ve Turizm Bakanlığımız ORG"),
        ("SAĞLIĞIMIZ İÇİN TTB Merkez Konseyi toplandı.", "TTB Merkez Konseyi ORG"),
    ],
)
def test_find_organisations(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cumhurbaşkanı Kasım-Cömert Tokayev açıkladı.", "Kasım-Cömert Tokayev PERSON"),
        ("Kasym-Jomart Tokayev’in ziyareti sürüyor.", "Kasym-Jomart Tokayev PERSON"),
        ("Meslektaşım Yeon Sok Yeol geldi.", "Yeon Sok Yeol PERSON"),
        ("Toplantıda Prof. Dr. Murat Özbek konuştu.", "Murat Özbek PERSON"),
        ("Hazine ve Maliye Bakanı Mehmet Şimşek konuştu.", "Mehmet Şimşek PERSON"),
        ("Emlak Konut GYO Genel Müdürü Murat Kurum konuştu.", "Emlak Konut GYO ORG; Murat Kurum PERSON"),
        ("DISCOVER EVENTS Yönetim Kurulu Başkanı Yunus Ete geldi.", "DISCOVER EVENTS ORG; Yunus Ete PERSON"),
        ("CHP Hatay Milletvekili Refik Eryılmaz geldi.", "CHP ORG; Hatay LOC; Refik Eryılmaz PERSON"),
        ("Karşılaşmayı İngiliz Ian Poulter kazandı.", "Ian Poulter PERSON"),
        ("Mahkeme E.T. hakkında karar verdi.", "E.T. PERSON"),
        ("Görüşmeyi Erdoğan-Putin ikilisi yaptı.", "Erdoğan PERSON; Putin PERSON"),
        ("Kutuda 35 yaşındaki Narin’in resmi vardı.", "Narin PERSON"),
        ("Soruna vurgu yapan Bilden, “Bekliyoruz” dedi.", "Bilden PERSON"),
        ("Dün Ahmet Minguzzi ile Andrea Minguzzi geldi.", "Ahmet Minguzzi PERSON; Andrea Minguzzi PERSON"),
        ("Başkan Yıldırım Demirören geldi. Demirören gitti.", "Yıldırım Demirören PERSON; Demirören PERSON"),
        ("Rakip şirket Demirören yatırımı durdurdu.", "Demirören ORG"),
        ("Bu, Mehmet Emin Karamehmet-Mehmet Kazancı işi.", "Mehmet Emin Karamehmet PERSON; Mehmet Kazancı PERSON"),
        ("Haluk Levent Ayvalık'ta konser verdi.", "Haluk Levent PERSON; Ayvalık LOC"),
        ("Ahmet Türk Mardin Belediye Başkanı seçildi.", "Ahmet Türk PERSON; Mardin LOC"),
        ("2 YIL GARANTİSİ VAR Neoi Kurucu Ortağı Haluk Ege geldi.", "Neoi ORG; Haluk Ege PERSON"),
        ("Mehmet Ali Erbil’in programı başladı.", "Mehmet Ali Erbil PERSON"),
        # a title alone, or plain words, are no person
        ("Cumhurbaşkanı ve Genel Müdürü aradı.", ""),
        ("Umut var, Bahar geldi.", ""),
        ("Sevgi her şeydir.", ""),
        ("Yeni bir oyuncu arıyoruz.", ""),
    ],
)
def test_find_persons(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Konuşan Nurcan Köleoğlu anlattı. Köleoğlu, verileri sundu.",
            "Nurcan Köleoğlu PERSON; Köleoğlu PERSON",
        ),
        (
            "Ziya Altunyaldız konuştu. Altunyaldız’a göre sorun yok.",
            "Ziya Altunyaldız PERSON; Altunyaldız PERSON",
        ),
        (
            "Murat Kurum konuştu. Kurum, yönetim kararını ve bu kurum için planı anlattı.",
            "Murat Kurum PERSON; Kurum PERSON",
        ),
        (
            "KARSU TEKSTİL YENİ FABRİKA AÇTI\n\nŞirket Karsu Tekstil, açıkladı.",
            "KARSU TEKSTİL ORG; Karsu Tekstil ORG",
        ),
        # a firm without its trade, though it begins with a place
        (
            "Anadolu Kanat Havacılık imzaladı. Anadolu Kanat Başkanı, Anadolu’da konuştu.",
            "Anadolu Kanat Havacılık ORG; Anadolu Kanat ORG; Anadolu LOC",
        ),
        ("Türk Hava Yolları uçtu. Türk Hava Kurumu sattı.", "Türk Hava Yolları ORG; Türk Hava Kurumu ORG"),
        ("FENERBAHÇE SAHADAN GALİP AYRILDI\n\nDün Fenerbahçe kazandı.", "FENERBAHÇE ORG; Fenerbahçe ORG"),
        # capitals alone are no evidence
        ("SON DAKİKA HABERİ GELDİ\n\nBugün hava güzel.", ""),
        ("Murat Kurum konuştu. Bu kurum için Kurum kararı çıktı.", "Murat Kurum PERSON"),
        ("Kurum karar aldı, kurum açıkladı.", ""),
        ("Saldırı insansız hava aracı (İHA) ile yapıldı, İHA düşürüldü.", ""),
        ("Kente toplumsal olaylara müdahale aracı (TOMA) geldi, habere göre TOMA devrildi.", ""),
        ("Haberi İhlas Haber Ajansı (İHA) verdi.", "İhlas Haber Ajansı ORG; İHA ORG"),
        ("Kaza yerinde 3 yaralıAnkara Valiliği açıklama yaptı.", "Ankara Valiliği ORG"),
    ],
)
def test_find_what_the_article_says_elsewhere(text: str, expected: str) -> None:
    check(text, expected)


def test_find_names_every_rule() -> None:
    assert all(m.rule for m in names.find(nlp()("Ahmet Demir Ankara'da TÜİK’e gitti.")))


@pytest.mark.parametrize(
    ("word", "low", "suffix"),
    [
        ("Kore’den", "kore", "den"),
        ("Türkiye'nin", "türkiye", "nin"),
        ("İMKB’DE", "imkb", "de"),
        ("Sotheby's", "sotheby's", ""),
        ("Sainsbury's'in", "sainsbury's", "in"),
        ("L’Oreal’in", "l'oreal", "in"),
        ("A.Ş.’nin", "a.ş", "nin"),
        ("Kasım-Cömert", "kasım-cömert", ""),
    ],
)
def test_analyse_parts_name_and_suffix(word: str, low: str, suffix: str) -> None:
    assert analyse(word)[1:3] == (low, suffix)


@pytest.mark.parametrize(
    ("word", "base", "is_form"),
    [
        ("bakanlığından", "bakanlığı", True),
        ("üniversitesinin", "üniversitesi", True),
        ("korede", "kore", True),
        ("çinin", "çin", True),
        ("türkiyeye", "türkiye", True),
        ("korelı", "kore", False),
        ("koreli", "kore", False),
        ("koreda", "kore", False),
    ],
)
def test_stems(word: str, base: str, is_form: bool) -> None:
    assert (base in name_cues.stems(word)) is is_form


WORDS = st.sampled_from(
    [
        "Ahmet",
        "Yılmaz",
        "Ankara'da",
        "ve",
        "TÜİK",
        "Bakanlığı",
        "Sağlık",
        ",",
        ".",
        ":",
        "\n",
        "“",
        "”",
        "(",
        ")",
        "3.",
        "dedi",
        "Başkanı",
        "Kore’den",
        "İSTANBUL",
        "A.Ş.",
        "E.T.",
        "şirket",
        "Ay'a",
        "-",
        "Inc.",
        "Erdoğan-Putin",
        "’",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_find_gives_sorted_spans_without_overlap_inside_the_text(text: str) -> None:
    doc = nlp()(text)
    mentions = names.find(doc)
    assert mentions == names.find(doc)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(text[m.start : m.end] == text[m.start : m.end].strip() for m in mentions)
